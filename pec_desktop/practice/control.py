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
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from pec_desktop.practice.answers import Answer, Refused, success

if TYPE_CHECKING:
    from pec_desktop.practice.server import PracticeServer

Body = dict[str, Any]


def control(practice: PracticeServer, method: str, path: str, body: bytes) -> Answer:
    """Answer a request whose bearer has been checked."""
    run = _COMMANDS.get((method, path.rpartition("/")[2]))
    if run is None:
        return Refused(404, 404, "Not Found").answer()
    try:
        given = json.loads(body or b"{}")
        return success(run(practice, given))
    except (ValueError, TypeError, LookupError, AttributeError, InvalidOperation) as error:
        return Refused(400, 400, f"Not understood: {error}").answer()


def _requests(practice: PracticeServer, _body: Body) -> object:
    return [asdict(arrival) for arrival in practice.requests]


def _ledger(practice: PracticeServer, _body: Body) -> object:
    return [{**asdict(charge), "amount": float(charge.amount)} for charge in practice.ledger]


def _faults(practice: PracticeServer, _body: Body) -> object:
    return [asdict(switch) for switch in practice.faults.pending()]


def _set_fault(practice: PracticeServer, body: Body) -> None:
    practice.faults.set(
        body["fault"],
        body.get("operation"),
        times=body.get("times", 1),
        seconds=body.get("seconds", 1.0),
    )


def _clear_faults(practice: PracticeServer, _body: Body) -> None:
    practice.faults.clear()


def _reset(practice: PracticeServer, _body: Body) -> None:
    practice.reset()


def _pace(practice: PracticeServer, body: Body) -> None:
    practice.pace = float(body["pace"])


def _wallet(practice: PracticeServer, body: Body) -> None:
    practice.credit = Decimal(str(body["credit"]))


_COMMANDS: dict[tuple[str, str], Callable[[PracticeServer, Body], object]] = {
    ("GET", "requests"): _requests,
    ("GET", "ledger"): _ledger,
    ("GET", "faults"): _faults,
    ("POST", "faults"): _set_fault,
    ("DELETE", "faults"): _clear_faults,
    ("POST", "reset"): _reset,
    ("POST", "pace"): _pace,
    ("POST", "wallet"): _wallet,
}
