"""Every operation that costs or changes something times everything that can go wrong on its way.

The vendor's ledger is the truth. What the program believes is that truth, or that it does not know:
right after, and after it has looked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace
from office_support import Bench, connection_to
from reconcile_support import (
    BELIEFS,
    ERRANDS,
    QUIET,
    after_the_quiet_period,
    attempt_of,
    carried_out,
    charges,
    impatient,
    look,
    rich,
)

from pec_desktop.errors import ApiError
from pec_desktop.practice import Fault
from pec_desktop.store.attempts import Outcome

FAULTS = [fault for fault in Fault if fault not in (Fault.SLOW, Fault.SLOW_BEFORE)]
CLEAR = {
    Fault.STATUS_401: Outcome.REFUSED,
    Fault.STATUS_402: Outcome.REFUSED,
    Fault.STATUS_403: Outcome.REFUSED,
    Fault.PROXY_407: Outcome.NOT_DONE,
}
"""Faults that say by themselves that nothing was done."""


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with rich(tmp_path) as opened:
        yield opened


def belief(at: Bench, operation: str) -> bool | None:
    return BELIEFS[attempt_of(at, operation).outcome]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("operation", ERRANDS)
def test_what_is_believed_is_true_or_unknown(at: Bench, operation: str, fault: Fault) -> None:
    errand = ERRANDS[operation]
    send = errand.prepare(at)
    impatient(at, 0.3 if fault in (Fault.HANG, Fault.HANG_AFTER) else 20)
    at.server.faults.set(fault, operation)
    with suppress(ApiError):
        send()
    at.server.faults.clear()

    assert at.seen(operation) == 1
    truth = carried_out(at, operation) == 1
    assert truth == fault.carried_out
    assert charges(at, operation) == int(truth and errand.costs)
    answered = operation == "check_domain" and fault is Fault.STATUS_204
    expected = Outcome.CONFIRMED if answered else CLEAR.get(fault, Outcome.UNKNOWN)
    assert attempt_of(at, operation).outcome is expected

    impatient(at, 20)
    after_the_quiet_period(at)
    assert belief(at, operation) == truth
    assert at.seen(operation) == 1, "looking sends nothing"
    assert charges(at, operation) == int(truth and errand.costs)
    if truth:
        assert not at.office.drafts.all(), "what was carried out is no draft any more"
        return
    send()  # it did not happen, so it may be sent again
    assert attempt_of(at, operation).outcome is Outcome.CONFIRMED
    assert charges(at, operation) == int(errand.costs)


@pytest.mark.parametrize("operation", ERRANDS)
def test_what_a_slow_server_still_carries_out_is_never_called_undone(
    at: Bench, operation: str
) -> None:
    """The answer is given up; the first look sees nothing; then it is carried out after all."""
    errand = ERRANDS[operation]
    send = errand.prepare(at)
    impatient(at)
    at.server.faults.set(Fault.SLOW_BEFORE, operation, seconds=60)
    with pytest.raises(ApiError):
        send()
    impatient(at, 20)
    look(at)
    at.clock.advance(30)
    look(at)
    assert belief(at, operation) is None
    at.server.faults.release()
    while not carried_out(at, operation):
        at.office.client().list_communications()  # lets the server's thread have its turn
    at.clock.advance(QUIET)
    look(at)
    assert belief(at, operation) is True
    assert (at.seen(operation), charges(at, operation)) == (1, int(errand.costs))


@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.DROP_AFTER])
@pytest.mark.parametrize("operation", ERRANDS)
def test_without_the_wallet_the_reading_tells_as_much(
    at: Bench, operation: str, fault: Fault
) -> None:
    send = ERRANDS[operation].prepare(at)
    at.office.connection = replace(connection_to(at.server), api_key="")
    at.server.faults.set(fault, operation)
    with pytest.raises(ApiError):
        send()
    looks = after_the_quiet_period(at)
    assert "wallet" not in attempt_of(at, operation).before
    if operation == "check_domain":  # nothing else could tell
        assert belief(at, operation) is None
        assert [one.for_the_person for one in looks] == [True]
    else:
        assert belief(at, operation) == fault.carried_out
