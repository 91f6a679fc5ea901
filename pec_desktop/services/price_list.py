"""The office's own price list: what things cost it, used where the account tells no live price.

It lives in the settings (EUR without IVA, decimal texts) and is handed to the `Office`, which the
other services ask. Every price from it is an estimate. Settings belong to the GUI thread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from pec_desktop.domain.prices import PRICE_KEYS

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.settings import Settings

_AMOUNT = re.compile(r"[0-9]{1,7}(\.[0-9]{1,4})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,' ])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]+)?")


def read(settings: Settings) -> dict[str, Decimal]:
    """Return the list, keys of `domain.prices.PRICE_KEYS`; what is no amount is left out."""
    told = settings.price_list
    return {key: Decimal(told[key]) for key in PRICE_KEYS if _AMOUNT.fullmatch(told.get(key, ""))}


def write(settings: Settings, prices: Mapping[str, Decimal | None]) -> None:
    """Put the list into the settings (not saved yet); None and unknown keys are left out."""
    settings.price_list = {
        key: f"{price:f}"
        for key in PRICE_KEYS
        if (price := prices.get(key)) is not None and price >= 0
    }


def apply(office: Office, settings: Settings) -> None:
    """Let the office's services use the list."""
    office.price_list = read(settings)


def parse(text: str) -> Decimal | None:
    """Return the amount a person typed, None if it is none or may be read in two ways.

    ``11``, ``11,50``, ``11.50``, ``1.234,50 €`` are amounts; ``1.234`` is not, since it is a
    thousand in one country and one in another.
    """
    plain = re.sub(r"[\s\u00a0\u202f€]|EUR", "", text)
    signs = re.findall(r"[.,']", plain)
    if len(signs) == 1 and re.search(r"[.,'][0-9]{3}$", plain):
        return None
    if len(signs) > 1:
        if not _GROUPED.fullmatch(plain) or signs[-1] in signs[:-1]:
            return None
        plain = plain.translate({ord(sign): None for sign in signs[:-1]})
    plain = plain.replace(",", ".")
    return Decimal(plain) if _AMOUNT.fullmatch(plain) else None
