"""Batches: what a row means, what is sent once, what is taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from changes_support import BRONZE, GOLD, REGISTERED, SILVER, STANDARD, box
from office_support import STUDIO, Bench, bench

from pec_desktop.documents.tables import Line, Table
from pec_desktop.domain.account import Environment
from pec_desktop.domain.fields import Severity
from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.errors import ApiError, Cancelled, Refusal
from pec_desktop.practice.faults import Fault
from pec_desktop.services import batch, batch_sources, changes, mailboxes, reconcile
from pec_desktop.services.batch import Result, RowState
from pec_desktop.store import journal_gap
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.batches import Batch, BatchRow
from pec_desktop.store.journal_gap import JournalGap
from pec_desktop.work import Work

REGISTER, RENEW = "register_mailbox", "renew_mailbox"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path, empty=False, pace=0.0) as opened:
        mailboxes.refresh(opened.office, Work())
        yield opened


def rows(*values: dict[str, Any]) -> list[BatchRow]:
    return [BatchRow(number, value) for number, value in enumerate(values, 2)]


def registration(name: str, **values: object) -> dict[str, Any]:
    address = f"{name}@testcert.legalmail.it"
    return {**STUDIO, "autorinnovo": "no", "casella_pec": address, **values}


def wanted(
    operation: str, found: list[BatchRow], digest: str = "file", *, anew: bool = False
) -> Batch:
    return Batch(operation=operation, digest=digest, name="table.csv", rows=tuple(found), anew=anew)


def begun(at: Bench, operation: str, found: list[BatchRow], digest: str = "file") -> Batch:
    return batch.begin(at.office, wanted(operation, found, digest))


def finished(at: Bench, one: Batch) -> bool:
    """Whether the archive and the journal agree that nothing of it is left."""
    (there,) = [other for other in at.office.batches.of(one.operation) if other.id == one.id]
    done = batch.is_done(at.office, there)
    assert done is (there.finished_at is not None)
    return done


def run(at: Bench, one: Batch, work: Work | None = None, **options: Any) -> list[Result]:
    planned = batch.plan(at.office, one, Work(), **options)
    return batch.run(at.office, one, planned, work or Work(), quiet_period=0)


def states(found: list[Result]) -> list[RowState]:
    return [result.state for result in found]


def errors(result: Result) -> list[str]:
    """What keeps a row from being sent."""
    found = result.planned.problems
    return [one.key for one in found if one.severity is Severity.ERROR]


def active(at: Bench) -> list[Mailbox]:
    stored = at.office.mailboxes.all()
    return [one.mailbox for one in stored if one.mailbox.state is State.EVASA]


def charged(at: Bench, operation: str) -> list[str]:
    return [charge.target for charge in at.server.ledger if charge.operation == operation]


def test_every_row_is_sent_once_and_the_batch_is_finished(at: Bench) -> None:
    one = begun(at, REGISTER, rows(registration("uno"), registration("due")))
    found = run(at, one)
    assert states(found) == [RowState.CONFIRMED] * 2
    assert all(result.reference for result in found)
    assert len(charged(at, REGISTER)) == 2
    assert at.office.drafts.all() == []
    assert finished(at, one)
    with pytest.raises(Refusal, match=r"batch\.finished"):
        begun(at, REGISTER, rows(registration("uno")))


def test_what_is_wrong_is_told_and_keeps_only_its_own_row(at: Bench) -> None:
    wrong = registration("tre", telefono="abc")
    one = begun(at, REGISTER, rows(wrong, registration("due"), registration("due")))
    found = run(at, one)
    assert states(found) == [RowState.INVALID, RowState.CONFIRMED, RowState.INVALID]
    assert "telefono" in [problem.field for problem in found[0].planned.problems]
    assert "batch.row_twice" in [problem.key for problem in found[2].planned.problems]
    assert len(charged(at, REGISTER)) == 1
    assert not finished(at, one)


def test_what_the_vendor_leaves_open_may_be_left_out(at: Bench) -> None:
    lean = registration("uno", denominazione_titolare="", cf_piva_titolare="", autorinnovo="")
    (result,) = run(at, begun(at, REGISTER, rows(lean)))
    assert result.state is RowState.CONFIRMED
    warned = {problem.field for problem in result.planned.problems}
    assert {"denominazione_titolare", "cf_piva_titolare", "autorinnovo"} <= warned


@pytest.mark.parametrize(("accept", "state"), [(False, "invalid"), (True, "confirmed")])
def test_a_failed_check_digit_passes_only_where_somebody_accepts_it(
    at: Bench, accept: bool, state: str
) -> None:
    doubtful = registration("uno", cf_piva_titolare="12345678901")
    (result,) = run(at, begun(at, REGISTER, rows(doubtful)), accept_checks=accept)
    assert result.state == state


def test_in_production_no_check_digit_is_waived(at: Bench) -> None:
    at.office.account = at.office.account.__class__(
        id="practice", name="", environment=Environment.PRODUCTION
    )
    doubtful = registration("uno", cf_piva_titolare="12345678901")
    one = begun(at, REGISTER, rows(doubtful))
    (planned,) = batch.plan(at.office, one, Work(), accept_checks=True)
    assert "tax_code.check_digit" in [problem.key for problem in planned.problems]
    assert batch.results(at.office, [planned])[0].state is RowState.INVALID


def test_an_address_of_the_account_is_not_registered_again(at: Bench) -> None:
    taken = active(at)[0].casella_pec
    (result,) = run(at, begun(at, REGISTER, rows({**registration("x"), "casella_pec": taken})))
    assert result.state is RowState.INVALID
    assert charged(at, REGISTER) == []


def test_what_the_token_does_not_open_is_told_before(at: Bench) -> None:
    at.office.allowed = frozenset({"list_mailboxes"})
    (result,) = run(at, begun(at, REGISTER, rows(registration("uno"))))
    assert result.state is RowState.INVALID
    assert "refused.register_mailbox.scope" in [one.key for one in result.planned.problems]
    assert at.seen(REGISTER) == 0


def test_a_refused_row_stays_among_the_drafts_with_the_reason_and_is_tried_again(
    at: Bench,
) -> None:
    one = begun(at, REGISTER, rows(registration("uno")))
    at.server.faults.set(Fault.STATUS_402, REGISTER, times=1)
    (refused,) = run(at, one)
    assert refused.state is RowState.REFUSED
    assert refused.error is not None
    (draft,) = at.office.drafts.all()
    assert draft.id == one.key(one.rows[0])
    (again,) = run(at, one)
    assert again.state is RowState.CONFIRMED
    assert at.office.drafts.all() == []
    assert len(charged(at, REGISTER)) == 1


def test_a_draft_that_somebody_works_on_is_left_to_them(at: Bench) -> None:
    one = begun(at, REGISTER, rows(registration("uno")))
    at.server.faults.set(Fault.STATUS_402, REGISTER, times=1)
    run(at, one)
    (draft,) = at.office.drafts.all()
    draft.values["telefono"] = "0744999999"
    at.office.drafts.save(draft)
    (result,) = run(at, one)
    assert result.state is RowState.INVALID
    assert [problem.key for problem in result.planned.problems if problem.severity == "error"] == [
        "batch.draft_changed"
    ]
    assert at.office.drafts.all() == [draft]


@pytest.mark.parametrize("fault", [Fault.DROP_AFTER, Fault.DROP_BEFORE, Fault.STATUS_500_AFTER])
def test_a_lost_answer_is_looked_at_and_nothing_is_paid_twice(at: Bench, fault: Fault) -> None:
    box = active(at)[0]
    one = begun(at, RENEW, rows({"id": box.id}))
    at.server.faults.set(fault, RENEW, times=1)
    (result,) = run(at, one)
    assert result.state is RowState.CONFIRMED
    assert charged(at, RENEW) == [box.id]


def test_a_mailbox_is_named_by_id_or_address_and_a_year_is_the_default(at: Bench) -> None:
    first, second = active(at)[:2]
    found = run(
        at,
        begun(
            at,
            RENEW,
            rows(
                {"casella_pec": first.casella_pec.upper(), "anni": ""},
                {"id": second.id, "casella_pec": "", "anni": "2"},
                {"id": "nothing"},
                {"casella_pec": "nobody@legalmail.it"},
                {"casella_pec": "", "anni": "1"},
                {"id": second.id, "anni": "11"},
            ),
        ),
    )
    assert states(found)[:2] == [RowState.CONFIRMED] * 2
    assert states(found)[2:] == [RowState.INVALID] * 4
    for before, years in ((first, 1), (second, 2)):
        now = at.office.mailboxes.get(before.id)
        assert now is not None
        assert now.mailbox.expiry is not None
        assert before.expiry is not None
        assert now.mailbox.expiry.year == before.expiry.year + years


def test_what_cannot_be_reached_stops_the_rest_and_is_taken_up_later(at: Bench) -> None:
    boxes = active(at)[:3]
    one = begun(at, RENEW, rows(*({"id": box.id} for box in boxes)))
    at.server.faults.set(Fault.STATUS_401, "get_mailbox", times=1)
    found = run(at, one)
    assert found[0].error is not None
    assert at.seen(RENEW) == 0
    assert states(run(at, one)) == [RowState.CONFIRMED] * 3


def test_stopping_lies_between_two_rows(at: Bench) -> None:
    one = begun(at, RENEW, rows(*({"id": box.id} for box in active(at)[:3])))
    work = Work()
    planned = batch.plan(at.office, one, Work())
    with pytest.raises(Cancelled):
        batch.run(
            at.office,
            one,
            planned,
            work,
            quiet_period=0,
            told=lambda _place, _result: work.cancel(),
        )
    assert at.seen(RENEW) == 1
    assert states(batch.results(at.office, planned)) == [
        RowState.CONFIRMED,
        RowState.WAITING,
        RowState.WAITING,
    ]
    assert states(run(at, one)) == [RowState.CONFIRMED] * 3
    assert at.seen(RENEW) == 3


def test_a_corrected_file_does_not_pay_again_what_the_first_has_paid(at: Bench) -> None:
    first, second = active(at)[:2]
    run(at, begun(at, RENEW, rows({"id": first.id}, {"id": "wrong"}), "one"))
    other = begun(at, RENEW, rows({"id": first.id}, {"id": second.id}), "two")
    found = run(at, other)
    assert states(found) == [RowState.INVALID, RowState.CONFIRMED]
    assert "batch.done_before" in [problem.key for problem in found[0].planned.problems]
    assert charged(at, RENEW) == [first.id, second.id]


def test_a_finished_file_is_done_again_only_when_asked_and_then_once(at: Bench) -> None:
    box = active(at)[0]
    run(at, begun(at, RENEW, rows({"id": box.id})))
    again = wanted(RENEW, rows({"id": box.id}), anew=True)
    anew = batch.begin(at.office, again)
    same = batch.begin(at.office, again)
    assert same.id == anew.id, "an unfinished one is gone on with, however often it is asked for"
    assert states(run(at, anew)) == [RowState.CONFIRMED]
    assert charged(at, RENEW) == [box.id, box.id]


def test_space_and_users_come_in_rows_too(at: Bench) -> None:
    box = next(one for one in active(at) if one.tipo_casella in ("STANDARD", "GOLD"))
    before = mailboxes.read(at.office, box.id, Work())
    space = begun(at, "change_space", rows({"id": box.id, "spazio_disco": "+1024"}))
    assert states(run(at, space)) == [RowState.CONFIRMED]
    mixed = begun(
        at,
        "change_space",
        rows({"id": box.id, "spazio_disco": "+1024", "spazio_storico": "99328"}),
        "mixed",
    )
    assert states(run(at, mixed)) == [RowState.INVALID]
    user = {
        "id": box.id,
        "nome": "Mario",
        "cognome": "Rossi",
        "descrizione": "prova",
        "email_gestione_password": "utente@example.com",
    }
    assert states(run(at, begun(at, "add_user", rows(user)))) == [RowState.CONFIRMED]
    after = mailboxes.read(at.office, box.id, Work())
    assert after.spazio_disco == before.spazio_disco + 1024
    assert len(after.multiutenza) == len(before.multiutenza) + 1


def test_a_killed_run_leaves_unknown_rows_that_are_looked_at_first(at: Bench) -> None:
    box = active(at)[0]
    one = begun(at, RENEW, rows({"id": box.id}))
    planned = batch.plan(at.office, one, Work())
    at.server.faults.set(Fault.HANG_AFTER, RENEW, times=1)
    # What a process that was killed in the middle of the call leaves behind:
    number = at.office.attempts.begin(
        *(RENEW, box.id, box.casella_pec, planned[0].digest, {}, "11.00"),
        asked={"anni": 1, "lapsed": False, "draft": planned[0].key},
    )
    at.office.attempts.finish(number, Outcome.UNKNOWN)
    assert states(batch.results(at.office, planned)) == [RowState.UNKNOWN]
    (result,) = batch.run(at.office, one, planned, Work(), quiet_period=0)
    assert at.seen(RENEW) == 0, "nothing is sent over an attempt that nothing tells about"
    assert result.state is RowState.UNKNOWN


# Mailboxes that were selected


def selected(at: Bench, boxes: list[Mailbox], years: int = 1) -> tuple[Batch, list[Result]]:
    ids = [box.id for box in boxes]
    one = batch_sources.of_mailboxes(at.office, ids, years, "selected")
    return batch_sources.look(at.office, one, Work(), able=True)


def renewed(at: Bench, one: Batch, found: list[Result], work: Work | None = None) -> list[Result]:
    """Renew what was shown, as the window does."""
    begun = batch.begin(at.office, one)
    numbers = {row.number for row in one.rows}
    planned = [result.planned for result in found if result.planned.number in numbers]
    return batch.run(at.office, begun, planned, work or Work(), quiet_period=0)


def test_a_selection_leaves_out_what_cannot_be_renewed_and_says_why(at: Bench) -> None:
    fine, gone, lost, refused = [box(at, name) for name in (GOLD, BRONZE, SILVER, REGISTERED)]
    at.server.faults.set(Fault.DROP_AFTER, RENEW, times=1)
    with pytest.raises(ApiError):
        changes.renew(at.office, lost.id, 1, Work())
    listed = [one.mailbox for one in mailboxes.cached(at.office) if one.mailbox.id != gone.id]
    at.office.mailboxes.replace_list(listed, at.office.now())
    one, found = selected(at, [fine, gone, lost, refused])
    keys = [errors(result) for result in found]
    assert keys[0] == []
    assert keys[1] == ["state.unlisted"]
    assert "attempt.unknown" in keys[2]
    assert keys[3] == ["refused.renew_mailbox.state"]
    assert [row.values["id"] for row in one.rows] == [fine.id]
    at.office.allowed = frozenset({"get_mailbox"})
    _, (found_one,) = selected(at, [fine])
    assert errors(found_one) == ["refused.renew_mailbox.scope"]


def test_one_that_cannot_be_read_is_no_obstacle_to_the_others(at: Bench) -> None:
    first, second = active(at)[:2]
    at.server.faults.set(Fault.HTML_200, "get_mailbox", times=1)
    one, found = selected(at, [first, second])
    assert states(found) == [RowState.INVALID, RowState.WAITING]
    assert errors(found[0]) == ["batch.not_read"]
    assert len(one.rows) == 1


def test_of_a_selection_one_that_was_changed_meanwhile_is_not_renewed(at: Bench) -> None:
    boxes = [box(at, name) for name in (STANDARD, SILVER)]
    one, found = selected(at, boxes)
    with at.office.client() as elsewhere:
        elsewhere.renew_mailbox(boxes[0].id, 1)
    results = renewed(at, one, found)
    assert states(results) == [RowState.REFUSED, RowState.CONFIRMED]
    assert isinstance(results[0].error, Refusal)
    assert results[0].error.key == "mailbox.changed"
    assert [attempt.target for attempt in at.office.attempts.all()] == [boxes[1].id]


def test_a_selection_is_known_again_by_what_it_was_shown_to_be(at: Bench) -> None:
    boxes = [box(at, name) for name in (STANDARD, SILVER)]
    one, found = selected(at, boxes)
    begun = batch.begin(at.office, one)
    assert batch_sources.is_selection(begun)
    table = batch_sources.of_table(Table(("id",), (Line(2, {"id": "x"}),), "file"), RENEW, "t.csv")
    assert not batch_sources.is_selection(table)
    same, _ = selected(at, boxes[::-1])
    assert same.id == begun.id, "in whatever order they were selected"
    other, _ = selected(at, boxes, years=2)
    assert other.digest != one.digest
    renewed(at, one, found)
    later, waiting = selected(at, boxes)
    assert later.digest != one.digest, "once they are renewed they are another matter"
    assert states(waiting) == [RowState.WAITING] * 2
    with pytest.raises(Refusal, match=r"batch\.finished"):
        batch.begin(at.office, one)


def test_what_was_interrupted_is_not_done_again_by_a_new_selection_nor_afterwards(
    at: Bench,
) -> None:
    boxes = [box(at, name) for name in (STANDARD, SILVER, GOLD)]
    one, found = selected(at, boxes)
    work = Work(lambda done, _total: work.cancel() if done == 1 else None)
    with pytest.raises(Cancelled):
        renewed(at, one, found, work)
    again, seen = selected(at, boxes)
    assert states(seen) == [RowState.INVALID, RowState.WAITING, RowState.WAITING]
    assert [problem.key for problem in seen[0].planned.problems] == ["batch.done_before"]
    there = batch.overlapping(at.office, again, again)
    assert there is not None
    assert (there.batch.id, there.done) == (one.id, 1)
    renewed(at, again, seen)
    results = run(at, there.batch)
    assert states(results) == [RowState.CONFIRMED, RowState.INVALID, RowState.INVALID]
    assert charged(at, RENEW) == [box.id for box in boxes]


# Unfinished ones


def test_what_is_unfinished_is_offered_until_it_is_done_or_let_be(at: Bench) -> None:
    boxes = active(at)[:2]
    one = begun(at, RENEW, rows(*({"id": box.id} for box in boxes)))
    assert [(there.batch.id, there.done) for there in batch.unfinished(at.office)] == [(one.id, 0)]
    batch.let_be(at.office, one)
    assert batch.unfinished(at.office) == []
    same = begun(at, RENEW, rows(*({"id": box.id} for box in boxes)))
    assert same.id == one.id, "the same file still goes on with it"
    assert [there.batch.id for there in batch.unfinished(at.office)] == [one.id]
    run(at, same)
    assert batch.unfinished(at.office) == []
    assert charged(at, RENEW) == [box.id for box in boxes]


def test_what_was_let_be_is_not_done_again_by_another_file_before_half_a_year(at: Bench) -> None:
    first = active(at)[0]
    one = begun(at, RENEW, rows({"id": first.id}, {"id": "wrong"}), "one")
    run(at, one)
    batch.let_be(at.office, one)
    corrected = begun(at, RENEW, rows({"id": first.id}), "two")
    assert states(run(at, corrected)) == [RowState.INVALID]
    at.clock.advance(batch.LONG_AGO + 1)
    assert states(run(at, corrected)) == [RowState.CONFIRMED]
    assert charged(at, RENEW).count(first.id) == 2


def test_one_whose_last_answer_was_told_apart_by_others_is_finished(at: Bench) -> None:
    target = active(at)[0]
    one = begun(at, RENEW, rows({"id": target.id}))
    (planned,) = batch.plan(at.office, one, Work())
    at.server.faults.set(Fault.DROP_AFTER, RENEW, times=1)
    with pytest.raises(ApiError):
        changes.renew(at.office, target.id, 1, Work(), row=planned.key)
    assert len(batch.unfinished(at.office)) == 1
    reconcile.all_unknown(at.office, Work(), quiet_period=0)
    assert batch.unfinished(at.office) == []
    assert finished(at, one)


def test_one_that_runs_is_neither_offered_nor_run_a_second_time(at: Bench) -> None:
    one = begun(at, RENEW, rows({"id": active(at)[0].id}))
    planned = batch.plan(at.office, one, Work())
    tried: list[object] = []

    def told(_place: int, _result: Result) -> None:
        tried.append(batch.unfinished(at.office))
        with pytest.raises(Refusal, match=r"attempt\.pending"):
            batch.run(at.office, one, planned, Work(), quiet_period=0)

    batch.run(at.office, one, planned, Work(), quiet_period=0, told=told)
    assert tried == [[]]
    assert at.seen(RENEW) == 1


# Tables


def test_a_table_says_by_its_columns_what_it_is_for() -> None:
    assert batch_sources.operations(("casella_pec", "tipo_casella", "email")) == (REGISTER,)
    assert batch_sources.operations(("casella_pec", "anni", "cliente")) == (RENEW,)
    assert batch_sources.operations(("id", "data_scadenza")) == (RENEW,)
    assert batch_sources.operations(("id", "spazio_disco")) == ("change_space",)
    assert batch_sources.operations(("id", "nome", "cognome", "email_gestione_password")) == (
        "add_user",
    )
    assert set(batch_sources.operations(("casella_pec",))) == {
        *(REGISTER, RENEW, "change_space", "add_user"),
    }
    assert batch_sources.odd_columns(("id", "cliente"), RENEW) == ["cliente"]


def test_a_renewal_that_says_the_expiry_is_not_sent_once_it_has_moved(at: Bench) -> None:
    first, second = active(at)[:2]
    table = rows(
        {"id": first.id, "data_scadenza": "2020-01-01"},
        {"id": second.id, "data_scadenza": second.data_scadenza.replace("/", "-")},
    )
    found = run(at, begun(at, RENEW, table))
    assert states(found) == [RowState.INVALID, RowState.CONFIRMED]
    assert errors(found[0]) == ["batch.expiry_moved"]


def test_a_renewal_that_somebody_else_has_made_meanwhile_is_not_sent(at: Bench) -> None:
    """Also from a table that says no expiry: it is the one that was there when it was checked."""
    box = active(at)[0]
    batch_of_one = begun(at, RENEW, rows({"id": box.id}))
    planned = batch.plan(at.office, batch_of_one, Work())
    at.office.client().renew_mailbox(box.id, 1)  # a colleague, elsewhere
    (result,) = batch.run(at.office, batch_of_one, planned, Work(), quiet_period=0)
    assert isinstance(result.error, Refusal)
    assert result.error.key == "mailbox.changed"
    assert charged(at, RENEW) == [box.id]


def test_a_renewal_of_a_mailbox_that_could_not_be_seen_waits_for_the_next_run(at: Bench) -> None:
    box = active(at)[0]
    batch_of_one = begun(at, RENEW, rows({"id": box.id}))
    at.server.faults.set(Fault.HTML_200, "get_mailbox", times=1)
    (result,) = run(at, batch_of_one)
    assert result.state is RowState.REFUSED
    assert charged(at, RENEW) == []
    assert states(run(at, batch_of_one)) == [RowState.CONFIRMED]


def test_the_first_payment_for_what_is_older_than_the_journal_warns(at: Bench) -> None:
    box = active(at)[0]

    def once_more() -> list[Result]:
        anew = wanted(RENEW, rows({"id": box.id}), anew=True)
        return run(at, batch.begin(at.office, anew))

    (first,) = once_more()
    assert [one.key for one in first.planned.problems] == ["journal.first_payment"]
    assert first.state is RowState.CONFIRMED
    (second,) = once_more()
    assert second.planned.problems == ()


def test_what_a_lost_journal_may_have_paid_is_paid_only_on_purpose(at: Bench) -> None:
    box = active(at)[0]
    database = at.office.database
    with database.transaction() as connection:
        journal_gap.note(connection, JournalGap("backup", 0, database.now()))
    batch_of_one = begun(at, RENEW, rows({"id": box.id}))
    (careful,) = batch.plan(at.office, batch_of_one, Work(), after_loss=False)
    assert [one.severity for one in careful.problems] == [Severity.ERROR]
    (meant,) = batch.plan(at.office, batch_of_one, Work())
    assert [one.severity for one in meant.problems] == [Severity.WARNING]


def test_the_same_rows_in_another_file_are_not_paid_again(at: Bench) -> None:
    """Saved again, or with a line more; but next year's are."""
    box, other = active(at)[:2]
    run(at, begun(at, RENEW, rows({"id": box.id}), "one"))
    found = run(at, begun(at, RENEW, rows({"id": box.id}, {"id": other.id}), "two"))
    assert states(found) == [RowState.INVALID, RowState.CONFIRMED]
    assert errors(found[0]) == ["batch.done_before"]
    at.clock.now += batch.LONG_AGO + 1
    assert states(run(at, begun(at, RENEW, rows({"id": box.id}), "three"))) == [RowState.CONFIRMED]
    assert charged(at, RENEW) == [box.id, other.id, box.id]
