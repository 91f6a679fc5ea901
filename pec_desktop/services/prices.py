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

from pec_desktop.domain.prices import Price, lines, of_reading, quote, total
from pec_desktop.errors import ApiError

if TYPE_CHECKING:
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

T = TypeVar("T")

_PRICED_BY = {"change_type": "register_mailbox"}
"""Operation → the one whose scope tells the prices of what it buys, where that is another."""


class Quote(Struct, frozen=True):
    """A price and the wallet's credit, EUR without IVA; `credit` is None when it is not known."""

    price: Price
    credit: Decimal | None

    @property
    def credit_after(self) -> Decimal | None:
        """The credit that would be left; None where price or credit are not known."""
        if self.credit is None or self.price.amount is None:
            return None
        return self.credit - self.price.amount

    @property
    def enough(self) -> bool | None:
        """Whether the credit suffices; None where that is not known."""
        left = self.credit_after
        return None if left is None else left >= 0


def quote_for(office: Office, operation: str, tipo_casella: str, work: Work) -> Quote:
    """Return what `operation` costs for a mailbox of this type, and the credit at this moment.

    Never raises for the network's sake. Prices are asked for once in a session, the credit always.
    """
    learn(office, operation, work)
    return Quote(
        price=known_price(office, operation, tipo_casella),
        credit=credit_if_told(office, work),
    )


def known_price(office: Office, operation: str, tipo_casella: str) -> Price:
    """Return the price as far as this session knows it; no network."""
    return quote(operation, tipo_casella, office.prices.get(operation), office.price_list)


def reading_price(office: Office, operation: str, *, trusting: bool = False) -> Price | None:
    """Return what a reading costs by the vendor's own prices, as far as this session knows them.

    The office's list prices what is bought, under keys that a reading may share. To whoever is
    `trusting` a price that nobody tells does not matter: None.
    """
    price = of_reading(operation, office.prices.get(operation))
    return None if trusting and price.amount is None else price


def quote_request(
    office: Office,
    operation: str,
    mailbox: Mailbox | None,
    request: Mapping[str, object],
    work: Work,
) -> Quote:
    """Return what this very request costs and the credit; as `quote_for` does."""
    learn(office, operation, work)
    return Quote(
        price=known_price_of(office, operation, mailbox, request),
        credit=credit_if_told(office, work),
    )


def known_price_of(
    office: Office, operation: str, mailbox: Mailbox | None, request: Mapping[str, object]
) -> Price:
    """Return what this very request costs as far as this session knows it; no network."""
    told = office.prices.get(_PRICED_BY.get(operation, operation))
    return total(operation, lines(operation, request, mailbox), told, office.price_list)


def amount_of(
    office: Office, operation: str, mailbox: Mailbox | None, request: Mapping[str, object]
) -> str | None:
    """Return what the journal notes as the price of this very request."""
    return amount_text(known_price_of(office, operation, mailbox, request))


def learn(office: Office, operation: str, work: Work) -> None:
    """Ask for the prices of `operation` if this session does not know them; never raises for it."""
    _unless_refused(lambda: scope_prices(office, _PRICED_BY.get(operation, operation), work))


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


def credit_if_told(office: Office, work: Work) -> Decimal | None:
    """Return the wallet's credit, None as well where asking for it fails."""
    return _unless_refused(lambda: credit(office, work))


def scope_prices(office: Office, operation: str, work: Work) -> Mapping[str, float] | None:
    """Return the vendor's prices for the scope of `operation`, None where they cannot be known.

    Price key → EUR. Asked for once in a session, for all operations of the scope, and the list of
    scopes once for all of them. Raises `ApiError`.
    """
    work.check()
    oauth, connection = office.oauth(), office.connection
    if operation in office.prices or oauth is None or connection is None:
        return office.prices.get(operation)
    from pec_desktop.api.endpoints import ENDPOINTS

    host = urlsplit(connection.base_url).netloc
    wanted = ENDPOINTS[operation].scope_at(host)
    scopes = office.scopes = office.scopes or oauth.list_scopes()
    for scope in scopes:
        if scope.scope == wanted:
            told = oauth.get_scope(scope.id).prices
            for name, row in ENDPOINTS.items():
                if row.scope_at(host) == wanted:
                    office.prices[name] = told
    return office.prices.get(operation)


def _unless_refused(ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except ApiError as error:
        log.info("No price: %s (HTTP %s)", error.kind, error.status)
        return None
