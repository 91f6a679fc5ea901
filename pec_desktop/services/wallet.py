"""The wallet as a witness: what was spent since a certain movement. Never raises for the net.

It can be asked only with the account's e-mail and API key, and is heard only while it lists the
newest movement first, as in the vendor's document: otherwise what is new could not be told.
"""

from __future__ import annotations

import logging
from decimal import Decimal
from typing import TYPE_CHECKING

from pec_desktop.errors import ApiError

if TYPE_CHECKING:
    from pec_desktop.api.oauth import Transaction
    from pec_desktop.services.office import Office

log = logging.getLogger(__name__)

PAGE = 100
MOST = 500
"""Movements that are looked through for the one that was the newest before."""

IVA = Decimal("1.22")
"""Whether the wallet is charged with IVA is documented nowhere: both amounts count."""


def newest(office: Office) -> str | None:
    """Return the id of the wallet's newest movement, "" if there is none, None if nobody tells."""
    page = _page(office, 0, 2)
    if page is None:
        return None
    return page[0].id if page else ""


def spent_since(office: Office, movement: str) -> list[Decimal] | None:
    """Return what was spent after a movement (`newest`), EUR; None if that cannot be told."""
    found: list[Transaction] = []
    while len(found) < MOST:
        page = _page(office, len(found), PAGE)
        if page is None:
            return None
        ids = [one.id for one in page]
        last = ids.index(movement) if movement in ids else len(page)
        found += page[:last]
        if last < len(page) or (len(page) < PAGE and not movement):
            return [-Decimal(str(one.amount)) for one in found if one.amount < 0]
        if len(page) < PAGE:
            return None  # the movement that is looked for is gone
    return None


def could_be(spent: Decimal, amount: str | None) -> bool:
    """Whether something spent may be for a payment of `amount` (None: of whatever amount)."""
    if amount is None:
        return True
    expected = Decimal(amount)
    return spent in (expected, (expected * IVA).quantize(Decimal("0.01")))


def _page(office: Office, skip: int, limit: int) -> list[Transaction] | None:
    oauth = office.oauth()
    if oauth is None:
        return None
    try:
        page = oauth.wallet_transactions(skip=skip, limit=limit)
    except ApiError as error:
        log.info("The wallet cannot be asked: %s (HTTP %s)", error.kind, error.status)
        return None
    moments = [one.createdAt for one in page]
    return page if moments == sorted(moments, reverse=True) else None
