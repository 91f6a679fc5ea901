"""A request on its way to the operation that answers it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pec_desktop.practice.answers import Refused
from pec_desktop.practice.state import State
from pec_desktop.practice.tokens import Token
from pec_desktop.practice.wallet import Charge, insufficient

ID = re.compile(r"[0-9a-fA-F]{24}")
"""What the vendor takes for an id."""


@dataclass(frozen=True)
class Call:
    """What an operation gets to see; it runs under the state's lock.

    `parameter` is the path's one variable part, decoded, `""` if it was left out; `host` the
    address the client used, for the names of scopes; `pace` the seconds a step at the vendor's
    office takes; `sequence` the request's number, which the ledger notes.
    """

    state: State
    operation: str
    parameter: str
    query: Mapping[str, str]
    body: Mapping[str, Any]
    host: str
    sequence: int
    pace: float
    token: Token | None

    @property
    def now(self) -> float:
        """The present moment, Unix seconds."""
        return self.state.clock()

    def id(self, refusal: Refused) -> str:
        """Return the path's id in lower case, or refuse."""
        if not ID.fullmatch(self.parameter):
            raise refusal
        return self.parameter.lower()

    def pay(self, amount: Decimal, target: str, number: int) -> None:
        """Charge the wallet, or refuse with 402 and this number. The last check of an operation.

        The token's own spending limit (`limits.walletAmount`) counts like an empty wallet.
        """
        wallet = self.state.wallet
        wallet.demand(amount, number)
        if self.token is not None and amount:
            spent = Decimal(str(self.token.stats["walletAmount"])) + amount
            limit = self.token.limits.get("walletAmount")
            if limit is not None and spent > Decimal(str(limit)):
                raise insufficient(wallet.credit, number)
            self.token.stats["walletAmount"] = float(spent)
            self.token.stats["walletRequests"] += 1
        wallet.charge(Charge(self.operation, target, amount, self.now, self.sequence), self.host)
        self.state.changed = True
