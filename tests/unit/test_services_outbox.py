"""The outbox: what is ready, in its order, sent once each, whatever becomes of the others."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from changes_support import GOLD, REGISTERED, STANDARD, box
from office_support import STUDIO, TOKEN, Bench
from paper_samples import pdf
from reconcile_support import (
    COMPANY,
    ERRANDS,
    QUIET,
    another_run,
    carried_out,
    charges,
    communication_draft,
    rich,
)

from pec_desktop.api.client import PecClient
from pec_desktop.domain.mailbox import State
from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import (
    activation,
    changes,
    drafts,
    mailboxes,
    outbox,
    preservation,
    reconcile,
)
from pec_desktop.services.drafts import Standing
from pec_desktop.services.outbox import Item, Sent
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.drafts import Draft
from pec_desktop.work import Work


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with rich(tmp_path) as opened:
        yield opened


@pytest.fixture
def elsewhere(at: Bench) -> Iterator[PecClient]:
    """The vendor's console, or a colleague's computer."""
    with PecClient(at.server.url, TOKEN) as client:
        yield client


def ready(at: Bench, draft: Draft) -> str:
    """Let a draft wait in the outbox; its id."""
    draft.ready = True
    return drafts.save(at.office, draft).id


def registration(at: Bench, name: str = "studio.prova", **values: object) -> str:
    """A registration that waits."""
    address = f"{name}@testcert.legalmail.it"
    return ready(at, at.draft(casella_pec=address, **values))


def prepared(at: Bench, operation: str) -> str:
    """A draft that waits to be sent by `operation`; its id."""
    before = {draft.id for draft in at.office.drafts.all()}
    ERRANDS[operation].prepare(at)
    (draft,) = [one for one in at.office.drafts.all() if one.id not in before]
    return ready(at, draft)


def looked(at: Bench, ids: Sequence[str] | None = None) -> list[Item]:
    return outbox.look(at.office, ids, Work())


def sent(at: Bench, ids: Sequence[str] | None = None) -> list[Sent]:
    return outbox.send(at.office, looked(at, ids), Work())


def errors(results: Sequence[Sent]) -> list[str]:
    """What went wrong with each, by its kind or key; empty for what went well."""
    return [
        one.error.kind.value
        if isinstance(one.error, ApiError)
        else one.error.key
        if isinstance(one.error, Refusal)
        else ""
        for one in results
    ]


# What waits


def test_it_holds_what_is_ready_in_the_order_in_which_it_became_so(at: Bench) -> None:
    first, second = at.draft(casella_pec="a@b.it"), at.draft(casella_pec="b@b.it")
    at.draft(casella_pec="c@b.it")
    assert outbox.waiting(at.office) == []
    ids = [ready(at, second), ready(at, first), prepared(at, "activate_mailbox")]
    assert [row.draft.id for row in outbox.waiting(at.office)] == ids
    at.clock.advance(60)
    drafts.save(at.office, second)
    assert [row.draft.id for row in outbox.waiting(at.office)] == ids, "to save it changes nothing"
    assert [row.draft.ready for row in drafts.rows(at.office)] == [True, True, True, False]


def test_what_was_changed_stands_behind_the_others_once_it_is_ready_again(at: Bench) -> None:
    first, second = registration(at, "a"), registration(at, "b")
    draft = drafts.get(at.office, first)
    draft.ready = False
    drafts.save(at.office, draft)
    assert [row.draft.id for row in outbox.waiting(at.office)] == [second]
    ready(at, draft)
    assert [row.draft.id for row in outbox.waiting(at.office)] == [second, first]


@pytest.mark.parametrize(
    ("name", "step", "order"),
    [
        *(("c", -1, "acb"), ("a", 1, "bac"), ("b", -1, "bac")),
        *(("a", -1, "abc"), ("c", 1, "abc"), ("gone", -1, "abc")),
    ],
)
def test_the_person_may_change_the_order(at: Bench, name: str, step: int, order: str) -> None:
    ids = {one: registration(at, one) for one in "abc"}
    outbox.shift(at.office, ids.get(name, name), step)
    assert [row.draft.id for row in outbox.waiting(at.office)] == [ids[one] for one in order]
    assert errors(sent(at)) == ["", "", ""]
    done = [one.target[0] for one in reversed(at.office.attempts.all())]
    assert "".join(done) == order


def test_it_says_what_each_would_do_and_cost(at: Bench) -> None:
    for operation in (
        "register_mailbox",
        "activate_mailbox",
        "activate_preservation",
        "start_communication",
    ):
        prepared(at, operation)
    items = looked(at)
    assert [item.row.operation for item in items] == [
        "register_mailbox",
        "activate_mailbox",
        "activate_preservation",
        "start_communication",
    ]
    assert [item.price is None for item in items] == [False, True, False, False]
    assert items[0].price is not None
    assert items[0].price.amount == Decimal("11.00")
    assert [item.why for item in items] == [None] * 4
    assert at.office.attempts.all() == []


def test_an_address_that_is_taken_meanwhile_is_told_before(at: Bench, elsewhere: PecClient) -> None:
    draft_id = registration(at)
    elsewhere.register_mailbox(dict(STUDIO))
    (item,) = looked(at)
    assert item.why == "mailbox.taken"
    assert errors(outbox.send(at.office, [item], Work())) == ["mailbox.taken"]
    assert at.seen("register_mailbox") == 1, "that was the colleague"
    assert drafts.get(at.office, draft_id).ready


def test_a_communication_that_was_begun_elsewhere_is_warned_of(
    at: Bench, elsewhere: PecClient
) -> None:
    ready(at, drafts.get(at.office, communication_draft(at)))
    elsewhere.start_communication(COMPANY)
    (item,) = looked(at)
    assert "duplicate" in {one.key.partition(".")[0] for one in item.warnings}


def test_the_first_payment_after_a_new_archive_is_warned_of(at: Bench) -> None:
    prepared(at, "activate_preservation")
    prepared(at, "activate_mailbox")
    preserving, activating = looked(at)
    assert [one.key for one in preserving.warnings][:1] == ["journal.first_payment"]
    assert activating.warnings == ()


def test_one_that_cannot_be_read_is_no_obstacle_to_the_others(at: Bench) -> None:
    prepared(at, "activate_mailbox")
    registration(at)
    mailboxes.refresh(at.office, Work())
    (row, _) = outbox.waiting(at.office)
    with at.database.transaction() as connection:
        connection.execute("UPDATE mailboxes SET details = NULL WHERE id = ?", (row.draft.target,))
    at.server.faults.set(Fault.BAD_JSON, "get_mailbox", times=9)
    assert [item.why for item in looked(at)] == ["mailbox.unread", None]


# Sending


ALL = ("register_mailbox", "activate_mailbox", "activate_preservation", "start_communication")


def test_all_go_out_one_after_the_other_each_by_its_service(at: Bench) -> None:
    ids = [prepared(at, operation) for operation in (*ALL, "upload_communication_documents")]
    told: list[str] = []
    results = outbox.send(at.office, looked(at), Work(), lambda one: told.append(one.item.id))
    assert told == ids
    assert errors(results) == [""] * 5
    assert all(one.thing is not None for one in results)
    assert at.office.drafts.all() == []
    order = [one.operation for one in reversed(at.office.attempts.all())]
    assert order == ["start_communication", *ALL, "upload_communication_documents"]
    assert {one.outcome for one in at.office.attempts.all()} == {Outcome.CONFIRMED}


def test_only_the_chosen_ones_go_out(at: Bench) -> None:
    first, second, third = (registration(at, name) for name in "abc")
    assert errors(sent(at, [third, first])) == ["", ""]
    assert [row.draft.id for row in outbox.waiting(at.office)] == [second]
    done = [one.target for one in reversed(at.office.attempts.all())]
    assert done == ["a@testcert.legalmail.it", "c@testcert.legalmail.it"], "in their order"


def test_one_that_is_refused_goes_back_with_the_reason_at_its_field(at: Bench) -> None:
    first, second, third = (registration(at, name) for name in "abc")
    items = looked(at)
    at.server.faults.set(Fault.SLOW_BEFORE, "register_mailbox", seconds=0.01)
    with PecClient(at.server.url, TOKEN) as elsewhere:
        elsewhere.register_mailbox({**STUDIO, "casella_pec": "b@testcert.legalmail.it"})
    results = outbox.send(at.office, items, Work())
    assert errors(results)[::2] == ["", ""]
    assert isinstance(results[1].error, ApiError)
    assert [row.draft.id for row in outbox.waiting(at.office)] == []
    back = drafts.get(at.office, second)
    assert (back.ready, drafts.standing(at.office, back)) == (False, Standing.REFUSED)
    (problem,) = drafts.objections(back)
    assert (problem.field, problem.key) == (results[1].error.field or "", "vendor.refused")
    assert problem.details["message"]
    assert {first, third}.isdisjoint({draft.id for draft in at.office.drafts.all()})


def test_a_refusal_that_names_no_field_takes_it_out_of_the_outbox_too(at: Bench) -> None:
    draft_id = registration(at)
    refused = ApiError(ErrorKind.CONFLICT, operation="register_mailbox", message="not now")
    drafts.note_refusal(at.office, draft_id, refused)
    assert outbox.waiting(at.office) == []
    (problem,) = drafts.objections(drafts.get(at.office, draft_id))
    assert (problem.field, problem.details) == ("", {"message": "not now"})


def test_credit_that_is_too_low_is_no_fault_of_the_draft(at: Bench) -> None:
    registration(at)
    prepared(at, "activate_mailbox")
    at.server.credit = Decimal(0)
    assert errors(sent(at)) == ["wallet", ""], "what is free goes on"
    (row,) = outbox.waiting(at.office)
    assert (row.standing, row.draft.problems) == (Standing.READY, [])


def test_what_would_fail_for_all_stops_them_all(at: Bench) -> None:
    for name in "abc":
        registration(at, name)
    items = looked(at)
    at.server.faults.set(Fault.STATUS_401, "list_mailboxes")
    assert errors(outbox.send(at.office, items, Work())) == ["auth"]
    assert len(outbox.waiting(at.office)) == 3
    assert at.seen("register_mailbox") == 0


def test_a_draft_that_is_gone_or_changed_is_not_sent_and_stops_nobody(at: Bench) -> None:
    gone, changed, _left = (registration(at, name) for name in "abc")
    items = looked(at)
    drafts.delete(at.office, gone)
    draft = drafts.get(at.office, changed)
    draft.values["tipo_casella"] = "GOLD"
    drafts.save(at.office, draft)
    assert errors(outbox.send(at.office, items, Work())) == ["draft.gone", "draft.changed", ""]
    assert charges(at, "register_mailbox") == 1


def test_what_is_no_longer_right_goes_back_to_its_draft(at: Bench) -> None:
    draft_id = registration(at)
    draft = drafts.get(at.office, draft_id)
    del draft.values["email"]
    drafts.save(at.office, draft)
    (item,) = looked(at)
    assert item.why == "field.required"
    assert errors(outbox.send(at.office, [item], Work())) == ["field.required"]
    unjudged = Item(item.row)
    assert errors(outbox.send(at.office, [unjudged], Work())) == ["draft.invalid"]
    back = drafts.get(at.office, draft_id)
    assert (back.ready, [one.field for one in drafts.objections(back)]) == (False, ["email"])


def test_it_can_be_stopped_between_two(at: Bench) -> None:
    for name in "abc":
        registration(at, name)
    work = Work()
    results = outbox.send(at.office, looked(at), work, lambda _one: work.cancel())
    assert errors(results) == [""]
    assert len(outbox.waiting(at.office)) == 2


def test_progress_is_told(at: Bench) -> None:
    registration(at, "a")
    registration(at, "b")
    told: list[tuple[int, int]] = []
    outbox.send(at.office, looked(at), Work(lambda *step: told.append(step)))
    assert told == [(0, 2), (1, 2), (2, 2)]


# Never twice


def test_two_windows_do_not_send_the_outbox_together(at: Bench) -> None:
    registration(at)
    items = looked(at)
    at.server.faults.set(Fault.SLOW_BEFORE, "register_mailbox", seconds=60)
    first = threading.Thread(target=outbox.send, args=(at.office, items, Work()))
    first.start()
    assert at.server.faults.wait_held()
    with pytest.raises(Refusal, match=r"attempt\.pending"):
        outbox.send(at.office, items, Work())
    other = outbox.send(another_run(at), items, Work())
    assert errors(other) == ["attempt.pending"]
    at.server.faults.release()
    first.join(20)
    assert carried_out(at, "register_mailbox") == charges(at, "register_mailbox") == 1


@pytest.mark.parametrize("operation", [*ALL, "upload_communication_documents"])
@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.DROP_AFTER], ids=["before", "after"])
def test_a_lost_answer_is_not_sent_again_not_even_after_a_restart(
    at: Bench, operation: str, fault: Fault
) -> None:
    draft_id = prepared(at, operation)
    at.server.faults.set(fault, operation)
    (result,) = sent(at, [draft_id])
    assert errors([result]) == ["unknown_outcome"]
    reached = at.seen(operation)
    for office in (at.office, another_run(at)):
        (row,) = outbox.waiting(office)
        assert row.standing is Standing.UNKNOWN
        items = outbox.look(office, None, Work())
        assert [item.why for item in items] == ["attempt.unknown"]
        assert errors(outbox.send(office, items, Work())) == ["attempt.unknown"]
    outbox.send_free(at.office, Work())
    assert at.seen(operation) == reached
    assert carried_out(at, operation) <= 1


def test_killed_in_the_middle_it_goes_on_with_the_rest_only(
    at: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first was sent, the second has left when the program is gone."""
    ids = [registration(at, name) for name in "abc"]
    items = looked(at)
    assert errors(outbox.send(at.office, items[:1], Work())) == [""]
    with monkeypatch.context() as patched:
        patched.setattr("pec_desktop.services.operations._finish", _killed)
        with pytest.raises(KeyboardInterrupt):
            outbox.send(at.office, items[1:], Work())
    office = another_run(at)
    assert office.attempts.interrupt_pending() == 1
    again = outbox.look(office, None, Work())
    assert [item.id for item in again] == ids[1:]
    assert errors(outbox.send(office, again, Work())) == ["attempt.unknown", ""]
    reconcile.all_unknown(office, Work(), quiet_period=QUIET)
    assert outbox.waiting(office) == []
    assert charges(at, "register_mailbox") == carried_out(at, "register_mailbox") == 3


def test_killed_before_the_draft_was_taken_away_it_is_not_sent_again(
    at: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    registration(at)
    items = looked(at)
    with monkeypatch.context() as patched:
        patched.setattr("pec_desktop.services.operations.take_up", _killed)
        with pytest.raises(KeyboardInterrupt):
            outbox.send(at.office, items, Work())
    office = another_run(at)
    assert len(outbox.waiting(office)) == 1
    with at.database.transaction() as connection:
        connection.execute("DELETE FROM mailboxes")
    assert errors(outbox.send(office, items, Work())) == ["attempt.done"]
    reconcile.finish_up(office)
    assert outbox.waiting(office) == []
    assert charges(at, "register_mailbox") == 1


def _killed(*_arguments: object, **_named: object) -> None:
    raise KeyboardInterrupt


# The standing choice


def test_by_itself_goes_what_is_free_and_never_a_payment(at: Bench) -> None:
    for operation in (*ALL, "upload_communication_documents"):
        prepared(at, operation)
    paid_before = len(at.server.ledger)
    results = outbox.send_free(at.office, Work())
    assert [one.item.row.operation for one in results] == [
        "activate_mailbox",
        "upload_communication_documents",
    ]
    assert errors(results) == ["", ""]
    assert len(at.server.ledger) == paid_before
    assert len(outbox.waiting(at.office)) == 3


def test_what_the_account_has_a_price_for_is_not_free(at: Bench) -> None:
    prepared(at, "activate_mailbox")
    at.office.prices["activate_mailbox"] = {"activate_mailbox": 1.0}
    assert outbox.send_free(at.office, Work()) == []
    (item,) = looked(at)
    assert item.price is not None
    assert item.price.amount == 1


def test_nothing_is_asked_for_where_nothing_free_waits(at: Bench) -> None:
    registration(at)
    asked = len(at.server.requests)
    assert outbox.send_free(at.office, Work()) == []
    assert len(at.server.requests) == asked


def unsigned(at: Bench, draft: Draft) -> None:
    """Put the form on the draft as it was downloaded."""
    form = activation.download_form(at.office, draft.target, Work())
    path = at.office.files.path(form.sha256)
    for paper in draft.papers:
        activation.remove_paper(at.office, draft.id, paper.sha256, Work())
    card = at.folder / "desk" / "card.pdf"
    activation.take_papers(at.office, draft.target, [path, card], Work())


def redone(at: Bench, draft: Draft) -> None:
    """Let somebody have changed the mailbox since the draft was made."""
    assert draft.made_on is not None
    stored = at.office.mailboxes.get(draft.target)
    assert stored is not None
    draft.made_on = changes.current(at.office, box(at, GOLD).id, Work())
    drafts.save(at.office, draft)


@pytest.mark.parametrize("make_odd", [unsigned, redone])
def test_what_is_odd_or_has_moved_on_waits_for_a_click(
    at: Bench, make_odd: Callable[[Bench, Draft], None]
) -> None:
    draft_id = prepared(at, "activate_mailbox")
    make_odd(at, drafts.get(at.office, draft_id))
    assert len(outbox.waiting(at.office)) == 1
    assert outbox.send_free(at.office, Work()) == []
    assert at.seen("activate_mailbox") == 0
    assert errors(sent(at)) == [""], "the person may send it"


# What has moved on


def preserving(at: Bench) -> tuple[str, str]:
    """A preservation draft that waits, and its mailbox."""
    draft_id = prepared(at, "activate_preservation")
    return draft_id, drafts.get(at.office, draft_id).target


def test_a_draft_remembers_the_mailbox_that_it_was_made_on(at: Bench) -> None:
    draft_id, mailbox_id = preserving(at)
    (row,) = outbox.waiting(at.office)
    assert (row.moved, row.standing) == (None, Standing.READY)
    assert drafts.get(at.office, draft_id).made_on == box(at, STANDARD)
    assert mailbox_id == box(at, STANDARD).id


def test_what_was_changed_elsewhere_is_told_before_it_is_sent(
    at: Bench, elsewhere: PecClient
) -> None:
    _, mailbox_id = preserving(at)
    shown = looked(at)
    at.clock.advance(60)
    elsewhere.change_space(mailbox_id, spazio_disco="+1024")
    assert errors(outbox.send(at.office, shown, Work())) == ["mailbox.changed"]
    (item,) = looked(at)
    moved = item.row.moved
    assert moved is not None
    assert (moved.why, item.row.standing) == (None, Standing.READY)
    assert moved.before is not None
    assert moved.now is not None
    assert moved.now.spazio_disco == moved.before.spazio_disco + 1024
    assert errors(outbox.send(at.office, [item], Work())) == [""], "now it was seen"


def test_what_the_mailbox_no_longer_allows_is_told_and_refused(
    at: Bench, elsewhere: PecClient
) -> None:
    draft_id, mailbox_id = preserving(at)
    at.clock.advance(60)
    elsewhere.revoke_mailbox(mailbox_id)
    mailboxes.refresh(at.office, Work())
    (row,) = outbox.waiting(at.office)
    assert row.standing is Standing.OVERTAKEN
    assert row.moved is not None
    assert row.moved.why == "refused.activate_preservation.state"
    assert errors(sent(at)) == ["refused.activate_preservation.state"]
    with pytest.raises(Refusal, match=r"refused\.activate_preservation\.state"):
        preservation.activate(at.office, draft_id, Work())
    assert at.seen("activate_preservation") == 0


def test_papers_that_a_colleague_has_sent_are_not_sent_again(
    at: Bench, elsewhere: PecClient
) -> None:
    draft_id = prepared(at, "activate_mailbox")
    mailbox = box(at, REGISTERED)
    files = [at.folder / "1.pdf", at.folder / "2.pdf"]
    for file in files:
        file.write_bytes(pdf(1))
    at.clock.advance(60)
    elsewhere.activate_mailbox(mailbox.id, files)
    (item,) = looked(at)
    assert item.why == "refused.activate_mailbox.state"
    assert item.row.moved is not None
    assert item.row.moved.now is not None
    assert item.row.moved.now.state is State.IN_EVASIONE
    assert outbox.send_free(at.office, Work()) == []
    with pytest.raises(Refusal, match=r"refused\.activate_mailbox\.state"):
        activation.activate(at.office, draft_id, Work())
    assert at.seen("activate_mailbox") == 1


def test_a_mailbox_that_is_no_longer_listed_is_told(at: Bench) -> None:
    _, mailbox_id = preserving(at)
    with at.database.transaction() as connection:
        connection.execute("UPDATE mailboxes SET listed = 0 WHERE id = ?", (mailbox_id,))
    (row,) = outbox.waiting(at.office)
    assert row.moved is not None
    assert row.moved.why == "state.unlisted"


def test_a_power_of_attorney_that_was_sent_elsewhere_is_not_sent_again(
    at: Bench, elsewhere: PecClient
) -> None:
    draft_id = prepared(at, "upload_communication_documents")
    draft = drafts.get(at.office, draft_id)
    elsewhere.upload_communication_documents(
        draft.target, [at.office.files.path(draft.papers[0].sha256)]
    )
    (item,) = looked(at)
    assert item.why == "refused.upload_communication_documents.state"
    assert item.row.standing is Standing.OVERTAKEN
    assert at.office.attempts.all()[0].operation == "start_communication"


def test_a_communication_of_a_mailbox_that_is_no_longer_active_is_not_begun(
    at: Bench, elsewhere: PecClient
) -> None:
    mailbox = box(at, GOLD)
    draft_id = communication_draft(at, casella_pec=mailbox.casella_pec)
    ready(at, drafts.get(at.office, draft_id))
    assert [item.why for item in looked(at)] == [None]
    at.clock.advance(60)
    elsewhere.revoke_mailbox(mailbox.id)
    mailboxes.refresh(at.office, Work())
    (item,) = looked(at)
    assert (item.why, item.row.standing) == (
        "refused.start_communication.state",
        Standing.OVERTAKEN,
    )
    assert errors(outbox.send(at.office, [item], Work())) == ["refused.start_communication.state"]


def test_a_draft_of_an_older_archive_has_a_place_and_nothing_to_compare_with(at: Bench) -> None:
    draft_id = prepared(at, "activate_mailbox")
    other = registration(at)
    with at.database.transaction() as connection:
        connection.execute(
            "UPDATE drafts SET draft = json_remove(draft, '$.place', '$.made_on') WHERE id = ?",
            (draft_id,),
        )
    rows = outbox.waiting(at.office)
    assert [row.draft.id for row in rows] == [draft_id, other]
    assert rows[0].moved is None
