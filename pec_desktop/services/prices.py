"""What an operation will cost and what there is to pay it with, as far as anybody knows.

The vendor's live prices stand in the scopes of its OAuth API, which needs e-mail and API key.
Without them, or without an answer, there is an estimate and no credit: asking for a price never
fails and never holds anything up.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from msgspec import Struct

from pec_desktop.domain.prices import Price, quote
from pec_desktop.errors import ApiError

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

T = TypeVar("T")


class Quote(Struct, frozen=True):
    """A price and the wallet's credit, EUR without IVA; `credit` is None when it is not known."""

    price: Price
    credit: Decimal | None


def quote_for(office: Office, operation: str, tipo_casella: str, work: Work) -> Quote:
    """Return what `operation` costs for a mailbox of this type, and the credit at this moment.

    Never raises for the network's sake. Prices are asked for once in a session, the credit always.
    """
    prices = _unless_refused(lambda: scope_prices(office, operation, work))
    return Quote(
        price=quote(operation, tipo_casella, prices),
        credit=_unless_refused(lambda: credit(office, work)),
    )


def known_price(office: Office, operation: str, tipo_casella: str) -> Price:
    """Return the price as far as this session knows it; no network."""
    return quote(operation, tipo_casella, office.prices.get(operation))


def amount_text(price: Price) -> str | None:
    """Return a price as the journal keeps it, "11.00"; None when it is unknown."""
    if price.amount is None:
        return None
    cents = price.amount.quantize(Decimal("0.01"))
    return str(cents if cents == price.amount else price.amount)


def credit(office: Office, work: Work) -> Decimal | None:
    """Return the wallet's credit in EUR, None without e-mail and API key. Raises `ApiError`."""
    work.check()
    oauth = office.oauth()
    return None if oauth is None else Decimal(str(oauth.wallet().credit))


def scope_prices(office: Office, operation: str, work: Work) -> Mapping[str, float] | None:
    """Return the vendor's prices for the scope of `operation`, None where they cannot be known.

    Price key → EUR. Asked for once in a session. Raises `ApiError`.
    """
    work.check()
    oauth, connection = office.oauth(), office.connection
    if operation in office.prices or oauth is None or connection is None:
        return office.prices.get(operation)
    from pec_desktop.api.endpoints import ENDPOINTS

    wanted = ENDPOINTS[operation].scope_at(urlsplit(connection.base_url).netloc)
    for scope in oauth.list_scopes():
        if scope.scope == wanted:
            office.prices[operation] = oauth.get_scope(scope.id).prices
    return office.prices.get(operation)


def _unless_refused(ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except ApiError as error:
        log.info("No price: %s (HTTP %s)", error.kind, error.status)
        return None
