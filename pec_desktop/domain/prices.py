"""What an operation costs, and how sure we are of it. Amounts are euros without IVA."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from pec_desktop.domain.mailbox import MailboxType


class Certainty(StrEnum):
    """Where a price comes from: the account itself, a list without a date, or nowhere."""

    KNOWN = "known"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


class Price(Struct, frozen=True):
    """An amount in euros without IVA, None when unknown, and how sure it is."""

    amount: Decimal | None
    certainty: Certainty


LIST_PRICES: dict[MailboxType, Decimal] = {
    MailboxType.STANDARD: Decimal("11.00"),
    MailboxType.GOLD: Decimal("64.00"),
    MailboxType.DOMICILIODIGITALE: Decimal("4.50"),
    MailboxType.PECMASSIVA: Decimal("99.00"),
}
"""A year of each type, from the vendor's product pages, which bear no date; others are unknown."""

_BY_TYPE = frozenset({"register_mailbox", "renew_mailbox"})
"""Operations that buy years of a mailbox, so that its type decides the price."""

_PATH_WORDS: dict[str, str] = {
    "check_availability": "verifica_pec",
    "check_domain": "domini_pec",
    "start_communication": "comunica_pec",
    "add_user": "multiutenza",
}
"""Operation → the word of its path that nothing else with a price shares.

The one price key in the vendor's document (scope ``CH-start``, key ``ch-start``) is such a word.
"""


def quote(operation: str, tipo_casella: str, scope_prices: Mapping[str, float] | None) -> Price:
    """Say what one use of `operation` (a `PecClient` method; one year, if years are bought) costs.

    `scope_prices` are the prices of the operation's scope as the account's OAuth API tells them
    (schema ``ScopeDetail``), None if they could not be read. What their keys mean is undocumented,
    and one scope may cover several operations: only a key that is the type, for years of a mailbox,
    or the operation's own name or path is believed. Without one there is the list's price for a
    mailbox, as an estimate, and nothing for anything else.
    """
    kind = tipo_casella.strip()
    own = kind.lower() if operation in _BY_TYPE else _PATH_WORDS.get(operation, "")
    told = {key.strip().lower(): amount for key, amount in (scope_prices or {}).items()}
    for key in (own, operation):
        amount = told.get(key, math.nan)
        if key and math.isfinite(amount):
            return Price(Decimal(str(amount)), Certainty.KNOWN)
    listed = LIST_PRICES.get(MailboxType(kind.upper()))
    if operation in _BY_TYPE and listed is not None:
        return Price(listed, Certainty.ESTIMATED)
    return Price(None, Certainty.UNKNOWN)
