"""What an operation costs, and how sure we are of it. Amounts are euros without IVA.

An operation buys units of things that have a price key: years of a type, blocks of a space, a user.
Prices come from the account itself, from the office's own list, or from the vendor's product pages.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from pec_desktop.domain.changes import SPACES, spaces_after
from pec_desktop.domain.mailbox import Mailbox, MailboxType


class Certainty(StrEnum):
    """Where a price comes from: the account itself, a list without a date, or nowhere."""

    KNOWN = "known"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


class Price(Struct, frozen=True):
    """An amount in euros without IVA, None when unknown, and how sure it is."""

    amount: Decimal | None
    certainty: Certainty


class Line(Struct, frozen=True):
    """So many units of what has the price `key`; negative ones are taken off."""

    key: str
    units: int


UNKNOWN = Price(None, Certainty.UNKNOWN)
FREE = Price(Decimal(0), Certainty.KNOWN)

LIST_PRICES: dict[MailboxType, Decimal] = {
    MailboxType.STANDARD: Decimal("11.00"),
    MailboxType.GOLD: Decimal("64.00"),
    MailboxType.DOMICILIODIGITALE: Decimal("4.50"),
    MailboxType.PECMASSIVA: Decimal("99.00"),
}
"""A year of each type, from the vendor's product pages, which bear no date; others are unknown."""

_LISTED = {kind.value.lower(): price for kind, price in LIST_PRICES.items()}

_PATH_WORDS: dict[str, str] = {
    "check_availability": "verifica_pec",
    "check_domain": "domini_pec",
    "list_communications": "comunica_pec",
    "get_communication": "comunica_pec",
    "start_communication": "comunica_pec",
    "add_user": "multiutenza",
}
"""Operation → the word of its path that nothing else with a price in its scope shares.

The one price key in the vendor's document (scope ``CH-start``, key ``ch-start``) is such a word.
"""

PRICE_KEYS: tuple[str, ...] = (
    *(kind.value.lower() for kind in MailboxType if kind is not MailboxType.UNKNOWN),
    *SPACES,
    *("multiutenza", "comunica_pec", "domini_pec"),
)
"""What the office's own price list may hold: a year of a type, a block of a space (1024, 1024, 512
MB), a user, a communication, a domain check. Words are ``price_key.<key>``."""


def lines(
    operation: str, request: Mapping[str, object], mailbox: Mailbox | None = None
) -> tuple[Line, ...]:
    """Say what one use of `operation` (a `PecClient` method) with this request buys.

    `mailbox` is the one it is done to, as it is now. A change of type is reckoned as a year of the
    new type less one of the old; how the vendor really charges for it is documented nowhere.
    """
    kind = str(request.get("tipo_casella") or (mailbox.tipo_casella if mailbox else ""))
    kind = kind.strip().lower()
    match operation:
        case "register_mailbox" | "renew_mailbox":
            return (Line(kind, int(str(request.get("anni") or 1))),)
        case "change_type" if mailbox is not None:
            return (Line(kind, 1), Line(mailbox.tipo_casella.strip().lower(), -1))
        case "change_space" if mailbox is not None:
            after = spaces_after(mailbox, request)
            more = {name: size - getattr(mailbox, name) for name, size in after.items()}
            return tuple(Line(name, size // SPACES[name]) for name, size in more.items())
        case "activate_preservation":
            size = int(str(request.get("spazio_conservazione") or 512))
            return (Line("spazio_conservazione", size // SPACES["spazio_conservazione"]),)
        case _:
            return (Line(_PATH_WORDS.get(operation, operation), 1),)


def total(
    operation: str,
    lines: tuple[Line, ...],
    told: Mapping[str, float] | None = None,
    own: Mapping[str, Decimal] | None = None,
) -> Price:
    """Return what `lines` cost together.

    `told` are the prices of the operation's scope as the account's OAuth API tells them (schema
    ``ScopeDetail``), None if they could not be read. What their keys mean is undocumented, and one
    scope may cover several operations: only a key of a line, or the operation's own name for a
    single unit, is believed. Next comes the office's `own` list, last the vendor's pages; both
    give estimates, and so does a change of type, whose rule nobody states. Without a price for
    each line nothing is known.
    """
    live = {key.strip().lower(): price for key, price in (told or {}).items()}
    if len(lines) == 1 and lines[0].units == 1:
        live.setdefault(lines[0].key, live.get(operation, math.nan))
    amount, certainty = Decimal(0), Certainty.KNOWN
    for line in lines:
        known = live.get(line.key, math.nan)
        listed = (own or {}).get(line.key, _LISTED.get(line.key))
        if line.key and math.isfinite(known):
            price = Decimal(str(known))
        elif line.key and listed is not None:
            price, certainty = listed, Certainty.ESTIMATED
        else:
            return UNKNOWN
        amount += price * line.units
    if not lines:
        return UNKNOWN
    return Price(amount, Certainty.ESTIMATED if operation == "change_type" else certainty)


def of_reading(operation: str, told: Mapping[str, float] | None) -> Price:
    """Return what the reading `operation` costs by the prices that its scope tells.

    A scope may cover what is bought as well (``GET pec`` the renewal), and what a reading's key
    would be is undocumented. So a price above zero under a key that nobody knows may be the
    reading's; where there is none, the reading is not among what the scope charges for. A scope
    without prices tells nothing: so does one whose prices could not be read.
    """
    if not told:
        return UNKNOWN
    own = total(operation, lines(operation, {}), told)
    if own.amount is not None:
        return own
    strange = [price for key, price in told.items() if key.strip().lower() not in PRICE_KEYS]
    most = max(strange, default=0.0)
    if not all(map(math.isfinite, strange)):
        return UNKNOWN
    return Price(Decimal(str(most)), Certainty.ESTIMATED) if most > 0 else FREE


def together(prices: Iterable[Price]) -> Price:
    """Return the sum of several prices, no surer than the least sure of them."""
    amount, certainty = Decimal(0), Certainty.KNOWN
    for price in prices:
        if price.amount is None:
            return UNKNOWN
        amount += price.amount
        if price.certainty is not Certainty.KNOWN:
            certainty = price.certainty
    return Price(amount, certainty)


def quote(
    operation: str,
    tipo_casella: str,
    scope_prices: Mapping[str, float] | None,
    own: Mapping[str, Decimal] | None = None,
) -> Price:
    """Say what one plain use of `operation` costs, where only a mailbox's type is known (or none).

    As `total` does; what depends on the mailbox itself (space, type) stays unknown.
    """
    return total(operation, lines(operation, {"tipo_casella": tipo_casella}), scope_prices, own)
