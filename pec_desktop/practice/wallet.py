"""The prepaid wallet: credit, charges, and what `GET /wallet/transactions` shows of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from pec_desktop.practice.answers import Refused


@dataclass(frozen=True)
class Charge:
    """One line of the ledger: what was charged, for what, when, and by which request.

    `operation` is a `PecClient` method name, or ``autorinnovo`` for a renewal that the vendor made
    of its own accord (`request` is 0 then). `target` is a mailbox or communication id, an address
    at registration, or a domain. `amount` is EUR, positive; `at` Unix seconds.
    """

    operation: str
    target: str
    amount: Decimal
    at: float
    request: int


@dataclass(frozen=True)
class Movement:
    """One line of the wallet: a negative amount was spent, a positive one paid in."""

    id: str
    amount: Decimal
    at: float
    description: str


@dataclass
class Wallet:
    """Credit in EUR and what led to it."""

    credit: Decimal = Decimal(0)
    opened: float = 0
    ledger: list[Charge] = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)

    @property
    def updated(self) -> float:
        """When the credit last moved, Unix seconds."""
        return self.movements[-1].at if self.movements else self.opened

    def top_up(self, amount: Decimal, at: float) -> None:
        """Pay in (or, with a negative amount, out)."""
        self._move(amount, at, "Wallet recharge")

    def spend(self, amount: Decimal, at: float, description: str) -> None:
        """Take money out that belongs to no operation of this run (the seeded history)."""
        self._move(-amount, at, description)

    def charge(self, charge: Charge, host: str) -> None:
        """Book a charge; the caller has made sure that the credit suffices."""
        if charge.amount:
            self.ledger.append(charge)
            self._move(-charge.amount, charge.at, f"API usage - {host}")

    def demand(self, amount: Decimal, number: int) -> None:
        """Refuse with 402 and the endpoint's number unless the credit suffices."""
        if amount > self.credit:
            raise insufficient(self.credit, number)

    def _move(self, amount: Decimal, at: float, description: str) -> None:
        self.credit += amount
        number = len(self.movements) + 1
        self.movements.append(Movement(f"txn_{number:024x}", amount, at, description))


def insufficient(credit: Decimal, number: int) -> Refused:
    """Return the refusal for an empty wallet or an exhausted spending limit."""
    return Refused(402, number, f"Insufficient Credit in Wallet: {credit:.2f}")
