"""Prices in words: the amount, "+ IVA", and how sure it is."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from pec_desktop.domain.prices import Price
from pec_desktop.ui import formats
from pec_desktop.ui.words import text


def price_words(locale: QLocale, price: Price) -> str:
    """Say a price in a few words: "11.00 € + IVA", "about 11.00 € + IVA", "price not known"."""
    if price.amount is None:
        return text("price.unknown")
    return text(f"price.{price.certainty}", amount=formats.money(locale, price.amount))
