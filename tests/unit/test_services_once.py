"""A second click, a second window, a second instance, a restart in the middle: no second charge."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from changes_support import GOLD, box
from office_support import STUDIO, Bench
from reconcile_support import (
    ERRANDS,
    QUIET,
    Send,
    another_run,
    attempt_of,
    carried_out,
    charges,
    communication_draft,
    look,
    rich,
)

from pec_desktop.errors import ApiError, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import changes, communications, drafts, operations, reconcile
from pec_desktop.services.office import Office
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.drafts import Draft
from pec_desktop.work import Work

READ_BEFORE = {
    "register_mailbox": "list_mailboxes",
    "start_communication": "list_communications",
    "upload_communication_documents": "get_communication",
}
"""Operation → what is read right before it; a mailbox for all others."""


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with rich(tmp_path) as opened:
        yield opened


def sending(send: Send, **how: object) -> tuple[threading.Thread, list[object]]:
    """Send in a thread; its end is the result, or what was raised."""
    ended: list[object] = []

    def run() -> None:
        try:
            ended.append(send(**how))
        except (ApiError, Refusal, sqlite3.IntegrityError) as error:
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, ended


def refused(send: Send, **how: object) -> str:
    with pytest.raises(Refusal) as caught:
        send(**how)
    return caught.value.key


@pytest.mark.parametrize("elsewhere", [False, True], ids=["window", "instance"])
@pytest.mark.parametrize("operation", ERRANDS)
def test_while_it_is_under_way_nobody_sends_it_again(
    at: Bench, operation: str, elsewhere: bool
) -> None:
    send = ERRANDS[operation].prepare(at)
    second = another_run(at) if elsewhere else at.office
    at.server.faults.set(Fault.SLOW_BEFORE, operation, seconds=60)
    first, ended = sending(send)
    assert at.server.faults.wait_held()
    for override in (False, True):
        assert refused(send, office=second, override=override) == "attempt.pending"
    seen = reconcile.one(at.office, attempt_of(at, operation).id, Work(), quiet_period=0)
    assert (seen.settled, seen.for_the_person) == (False, False), "it is still under way"
    at.server.faults.release()
    first.join(20)
    assert not isinstance(ended[0], Exception)
    assert (at.seen(operation), carried_out(at, operation)) == (1, 1)
    assert charges(at, operation) == int(ERRANDS[operation].costs)


@pytest.mark.parametrize("operation", [name for name in ERRANDS if name != "check_domain"])
def test_a_reading_that_somebody_has_overtaken_is_not_acted_on(at: Bench, operation: str) -> None:
    """The second instance reads, the first sends and ends, then the second would send."""
    send = ERRANDS[operation].prepare(at)
    at.server.faults.set(Fault.SLOW, READ_BEFORE.get(operation, "get_mailbox"), seconds=60)
    second, ended = sending(send, office=another_run(at))
    assert at.server.faults.wait_held()
    send()
    at.server.faults.release()
    second.join(20)
    (error,) = ended
    assert isinstance(error, Refusal)
    overtaken = {"attempt.overtaken", "attempt.done"}
    assert error.key in overtaken
    assert (at.seen(operation), carried_out(at, operation)) == (1, 1)
    assert charges(at, operation) == int(ERRANDS[operation].costs)


@pytest.mark.parametrize("operation", ERRANDS)
def test_of_many_at_once_one_is_sent(at: Bench, operation: str) -> None:
    send = ERRANDS[operation].prepare(at)
    offices = [at.office, at.office, another_run(at), another_run(at)]
    start = threading.Barrier(len(offices))

    def together(*, office: Office) -> object:
        start.wait()
        return send(office=office)

    at.server.faults.set(Fault.SLOW_BEFORE, operation, seconds=0.5)
    threads = [sending(together, office=office) for office in offices]
    for thread, _ in threads:
        thread.join(30)
    ends = [ended[0] for _, ended in threads]
    assert sum(not isinstance(end, Exception) for end in ends) == 1
    assert (at.seen(operation), carried_out(at, operation)) == (1, 1)
    assert charges(at, operation) == int(ERRANDS[operation].costs)


@pytest.mark.parametrize("operation", [name for name, row in ERRANDS.items() if row.draft])
def test_a_draft_that_was_sent_is_not_sent_again_after_a_restart_in_the_middle(
    at: Bench, operation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program ends right after the success, before anything follows from it."""
    send = ERRANDS[operation].prepare(at)
    monkeypatch.setattr(operations, "take_up", lambda *_: None)
    send()
    monkeypatch.undo()
    (left,) = at.office.drafts.all()
    office = another_run(at)
    office.attempts.interrupt_pending()
    key = refused(send, office=office)
    assert key == "attempt.done" or key.startswith("refused."), "the mailbox has moved on"
    assert charges(at, operation) == int(ERRANDS[operation].costs)
    reconcile.finish_up(office)
    assert office.drafts.get(left.id) is None


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.HANG_AFTER])
@pytest.mark.parametrize("operation", ERRANDS)
def test_a_restart_while_it_is_under_way_finds_out(at: Bench, operation: str, fault: Fault) -> None:
    """The program is gone while the request hangs; the next run reads what became of it."""
    send = ERRANDS[operation].prepare(at)
    at.server.faults.set(fault, operation)
    lost, ended = sending(send)
    assert at.server.faults.wait_held()

    office = another_run(at)
    assert office.attempts.interrupt_pending() == 1
    assert refused(send, office=office) == "attempt.unknown"
    reconcile.all_unknown(office, Work(), quiet_period=QUIET)
    at.clock.advance(QUIET + 1)
    reconcile.all_unknown(office, Work(), quiet_period=QUIET)
    done = fault.carried_out
    assert attempt_of(at, operation).outcome is (Outcome.CONFIRMED if done else Outcome.NOT_DONE)
    assert charges(at, operation) == int(done and ERRANDS[operation].costs)
    at.server.faults.release()
    lost.join(20)
    assert isinstance(ended[0], sqlite3.IntegrityError), "a dead run can change nothing any more"


@pytest.mark.parametrize("sent", [True, False])
def test_a_second_window_with_a_draft_of_its_own(at: Bench, sent: bool) -> None:
    """Two drafts for the same company: the second is stopped while the first is not known."""
    twins = [communication_draft(at) for _ in range(2)]
    at.server.faults.set(Fault.DROP_AFTER if sent else Fault.DROP_BEFORE, "start_communication")
    with pytest.raises(ApiError):
        communications.start(at.office, twins[0], Work())
    for twin in twins:
        with pytest.raises(Refusal, match=r"attempt\.unknown"):
            communications.start(at.office, twin, Work())
    assert charges(at, "start_communication") == int(sent)


def test_something_else_for_the_same_mailbox_waits_its_turn(at: Bench) -> None:
    renew = ERRANDS["renew_mailbox"].prepare(at)
    at.server.faults.set(Fault.SLOW_BEFORE, "renew_mailbox", seconds=60)
    first, _ = sending(renew)
    assert at.server.faults.wait_held()
    enlarge = ERRANDS["change_space"].prepare(at)
    assert refused(enlarge) == "attempt.busy"
    at.server.faults.release()
    first.join(20)
    enlarge()
    assert [charge.operation for charge in at.server.ledger] == ["renew_mailbox", "change_space"]


@pytest.mark.parametrize("alone", [True, False])
def test_an_outcome_that_could_not_be_written_is_looked_for_without_a_restart(
    at: Bench, monkeypatch: pytest.MonkeyPatch, alone: bool
) -> None:
    from pec_desktop.errors import StoreError

    send = ERRANDS["renew_mailbox"].prepare(at)

    def full(*_: object, **__: object) -> None:
        raise StoreError("store.disk_full")

    monkeypatch.setattr(at.office.attempts, "finish", full)
    with pytest.raises(ApiError):
        send()
    monkeypatch.undo()
    attempt = attempt_of(at, "renew_mailbox")
    assert attempt.outcome is Outcome.PENDING
    assert refused(send) == "attempt.pending"
    if alone:
        reconcile.one(at.office, attempt.id, Work(), quiet_period=QUIET)
    else:
        look(at)
    assert attempt_of(at, "renew_mailbox").outcome is Outcome.CONFIRMED
    assert charges(at, "renew_mailbox") == 1
    assert at.office.unrecorded == set()


def test_a_draft_changed_after_it_was_sent_is_another_one(at: Bench) -> None:
    send = ERRANDS["register_mailbox"].prepare(at)
    (draft,) = at.office.drafts.all()
    at.server.faults.set(Fault.DROP_AFTER, "register_mailbox")
    with pytest.raises(ApiError):
        send()
    other = {**STUDIO, "casella_pec": "altra.prova@testcert.legalmail.it"}
    drafts.save(at.office, _with(draft.id, at, other))
    look(at)
    assert attempt_of(at, "register_mailbox").outcome is Outcome.CONFIRMED
    assert drafts.get(at.office, draft.id).values["casella_pec"] == other["casella_pec"]
    send()
    assert charges(at, "register_mailbox") == 2
    assert at.office.drafts.all() == []


def _with(draft_id: str, at: Bench, values: dict[str, object]) -> Draft:
    draft = drafts.get(at.office, draft_id)
    draft.values = dict(values)
    return draft


def test_a_second_click_with_the_same_summary_after_a_lost_answer(at: Bench) -> None:
    seen = box(at, GOLD)
    click: Callable[..., object] = lambda **how: changes.renew(  # noqa: E731
        at.office, seen.id, 1, Work(), seen=seen, **how
    )
    at.server.faults.set(Fault.DROP_AFTER, "renew_mailbox")
    with pytest.raises(ApiError):
        click()
    assert refused(click) == "attempt.unknown"
    assert refused(click, override=True) == "mailbox.changed", "it is no longer as it was shown"
    look(at)
    assert refused(click) == "mailbox.changed"
    assert charges(at, "renew_mailbox") == 1
