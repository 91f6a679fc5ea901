"""Batches: what a row means, what is sent once, what is taken up again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from office_support import STUDIO, Bench, bench

from pec_desktop.domain.account import Environment
from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.errors import Cancelled, Refusal
from pec_desktop.practice.faults import Fault
from pec_desktop.services import batch, mailboxes
from pec_desktop.services.batch import Result, RowState
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.batches import Batch, BatchRow
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


def begun(at: Bench, operation: str, found: list[BatchRow], digest: str = "file") -> Batch:
    return batch.begin(at.office, operation, found, digest=digest, name="table.csv")


def run(at: Bench, one: Batch, work: Work | None = None, **options: Any) -> list[Result]:
    planned = batch.plan(at.office, one, Work(), **options)
    return batch.run(at.office, one, planned, work or Work(), quiet_period=0)


def states(found: list[Result]) -> list[RowState]:
    return [result.state for result in found]


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
    assert batch.is_finished(at.office, REGISTER, "file")
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
    assert not batch.is_finished(at.office, REGISTER, "file")


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
    anew = batch.begin(at.office, RENEW, rows({"id": box.id}), digest="file", name="t", anew=True)
    same = batch.begin(at.office, RENEW, rows({"id": box.id}), digest="file", name="t", anew=True)
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
