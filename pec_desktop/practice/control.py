"""The control plane: what a test in another process may do with the practice server.

Below ``/_practice``, with the practice account's own token as bearer, JSON in and out. Nothing
here counts as a request.

    GET    /_practice/requests                 what arrived (see `vendor.Arrival`)
    GET    /_practice/ledger                   what was charged (see `wallet.Charge`)
    GET    /_practice/faults                   which switches are still set
    POST   /_practice/faults                   {"fault", "operation", "times", "seconds"}
    DELETE /_practice/faults                   put all back, release what hangs
    POST   /_practice/reset                    start anew
    POST   /_practice/pace                     {"pace": seconds}
    POST   /_practice/wallet                   {"credit": EUR}
    POST   /_practice/alter                    {"id", "fields": {name: value}}
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from pec_desktop.practice.answers import Answer, Refused, success
from pec_desktop.practice.faults import Faults
from pec_desktop.practice.vendor import Arrival
from pec_desktop.practice.wallet import Charge

Body = dict[str, Any]


class Controlled(Protocol):
    """What of a `PracticeServer` is reached from here."""

    faults: Faults
    pace: float
    credit: Decimal

    @property
    def requests(self) -> list[Arrival]:
        """What arrived."""

    @property
    def ledger(self) -> list[Charge]:
        """What was charged."""

    def reset(self) -> None:
        """Start anew."""

    def alter(self, identifier: str, fields: dict[str, Any]) -> None:
        """Let a mailbox or a communication answer with other fields."""


def control(practice: Controlled, method: str, path: str, body: bytes) -> Answer:
    """Answer a request whose bearer has been checked."""
    run = _COMMANDS.get((method, path.rpartition("/")[2]))
    if run is None:
        return Refused(404, 404, "Not Found").answer()
    try:
        given = json.loads(body or b"{}")
        return success(run(practice, given))
    except (ValueError, TypeError, LookupError, AttributeError, InvalidOperation) as error:
        return Refused(400, 400, f"Not understood: {error}").answer()


def _requests(practice: Controlled, _body: Body) -> object:
    return [asdict(arrival) for arrival in practice.requests]


def _ledger(practice: Controlled, _body: Body) -> object:
    return [{**asdict(charge), "amount": float(charge.amount)} for charge in practice.ledger]


def _faults(practice: Controlled, _body: Body) -> object:
    return [asdict(switch) for switch in practice.faults.pending()]


def _set_fault(practice: Controlled, body: Body) -> None:
    practice.faults.set(
        body["fault"],
        body.get("operation"),
        times=body.get("times", 1),
        seconds=body.get("seconds", 1.0),
    )


def _clear_faults(practice: Controlled, _body: Body) -> None:
    practice.faults.clear()


def _reset(practice: Controlled, _body: Body) -> None:
    practice.reset()


def _pace(practice: Controlled, body: Body) -> None:
    practice.pace = float(body["pace"])


def _wallet(practice: Controlled, body: Body) -> None:
    practice.credit = Decimal(str(body["credit"]))


def _alter(practice: Controlled, body: Body) -> None:
    practice.alter(str(body["id"]), dict(body["fields"]))


_COMMANDS: dict[tuple[str, str], Callable[[Controlled, Body], object]] = {
    ("GET", "requests"): _requests,
    ("GET", "ledger"): _ledger,
    ("GET", "faults"): _faults,
    ("POST", "faults"): _set_fault,
    ("DELETE", "faults"): _clear_faults,
    ("POST", "reset"): _reset,
    ("POST", "pace"): _pace,
    ("POST", "wallet"): _wallet,
    ("POST", "alter"): _alter,
}
