"""The office's own price list: what things cost it, used where the account tells no live price.

It lives in the settings (EUR without IVA, decimal texts) and is handed to the `Office`, which the
other services ask. Every price from it is an estimate. Settings belong to the GUI thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.settings import Settings


def read(settings: Settings) -> dict[str, Decimal]:
    """Return the list, keys of `domain.prices.PRICE_KEYS`; what is no amount is left out."""
    raise NotImplementedError


def write(settings: Settings, prices: Mapping[str, Decimal | None]) -> None:
    """Put the list into the settings (not saved yet); None and unknown keys are left out."""
    raise NotImplementedError


def apply(office: Office, settings: Settings) -> None:
    """Let the office's services use the list."""
    raise NotImplementedError


def parse(text: str) -> Decimal | None:
    """Return the amount a person typed ("11", "11,50", "1.234,50 €"), None if it is none."""
    raise NotImplementedError
