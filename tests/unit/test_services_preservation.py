"""Activating legal preservation on the practice server: form, papers, space, paid once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import paper_samples as samples
import pytest
from changes_support import DOMICILE, GOLD, SILVER, STANDARD, box, nothing_sent, paid
from office_support import Bench, bench

from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import drafts, papers, preservation
from pec_desktop.services.drafts import Standing
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.drafts import Draft
from pec_desktop.work import Work

OPERATION = "activate_preservation"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path / "profile", empty=False) as opened:
        yield opened


def ready(at: Bench, mailbox: Mailbox, **values: object) -> Draft:
    """A draft with the papers that came back."""
    desk = at.folder / "desk"
    desk.mkdir(exist_ok=True)
    (desk / "form.pdf").write_bytes(samples.pdf(2))
    (desk / "card.jpg").write_bytes(samples.photo(1200, 900))
    paths = [desk / "form.pdf", desk / "card.jpg"]
    papers.take_papers(at.office, mailbox.id, paths, Work(), "preservation")
    draft = preservation.draft_of(at.office, mailbox.id)
    draft.values |= values
    return drafts.save(at.office, draft)


def test_form_papers_and_space_are_sent_and_paid_once(at: Bench) -> None:
    mailbox = box(at, STANDARD)
    draft = ready(at, mailbox, spazio_conservazione=1024)
    assert (draft.kind, draft.ready) == ("preservation", True)
    prepared = preservation.prepare(at.office, draft.id, Work())
    after = preservation.activate(at.office, draft.id, Work())
    assert (after.conservazione, after.spazio_conservazione) == (True, 1024)
    assert len(after.documenti_conservazione) == 2
    attempt = paid(at, OPERATION, mailbox.id)
    assert attempt.amount == "24.00"
    assert attempt.reference.split() == [one.sha256 for one in prepared]
    assert attempt.before["conservazione"] is False
    assert at.office.drafts.get(draft.id) is None
    sent = at.office.papers.kept(mailbox.id, papers.PROCEDURES["preservation"].sent)
    assert {one.sha256 for one in sent} == {one.sha256 for one in prepared}
    stored = at.office.mailboxes.get(mailbox.id)
    assert stored is not None
    assert stored.mailbox.conservazione


@pytest.mark.parametrize(
    ("given", "amount"), [({}, "12.00"), ({"spazio_conservazione": ""}, "12.00")]
)
def test_without_a_size_it_is_512_mb(at: Bench, given: dict[str, object], amount: str) -> None:
    mailbox = box(at, STANDARD)
    draft = ready(at, mailbox, **given)
    quote = preservation.cost(at.office, draft, Work())
    assert quote.price.amount == Decimal(amount)
    after = preservation.activate(at.office, draft.id, Work())
    assert after.spazio_conservazione == 512
    assert paid(at, OPERATION, mailbox.id).amount == amount


def test_the_form_is_kept_and_known_again_unsigned(at: Bench) -> None:
    mailbox = box(at, STANDARD)
    form = preservation.download_form(at.office, mailbox.id, Work())
    assert form.name == f"modulo_conservazione {mailbox.casella_pec}.pdf"
    assert papers.saved_form(at.office, mailbox.id, "preservation") == form
    assert papers.saved_form(at.office, mailbox.id) is None
    unsigned = at.office.files.path(form.sha256)
    draft = papers.take_papers(at.office, mailbox.id, [unsigned], Work(), "preservation")
    found = papers.problems(at.office, draft, mailbox)
    keys = {one.key: one.severity for one in found}
    assert keys["papers.form_not_signed"] is Severity.WARNING


def test_activation_and_preservation_have_drafts_of_their_own(at: Bench) -> None:
    mailbox = box(at, STANDARD)
    draft = ready(at, mailbox)
    assert drafts.activation_of(at.office, mailbox.id).papers == []
    assert drafts.title(at.office, draft) == mailbox.casella_pec
    assert drafts.standing(at.office, draft) is Standing.READY
    assert drafts.rows(at.office)[0].standing is Standing.READY


def test_nothing_is_sent_without_papers_or_with_a_wrong_size(at: Bench) -> None:
    mailbox = box(at, STANDARD)
    bare = drafts.save(at.office, preservation.draft_of(at.office, mailbox.id))
    with pytest.raises(Refusal, match=r"draft\.invalid"):
        preservation.activate(at.office, bare.id, Work())
    wrong = ready(at, mailbox, spazio_conservazione=600)
    with pytest.raises(Refusal, match=r"draft\.invalid") as refused:
        preservation.activate(at.office, wrong.id, Work())
    wanted = Problem("spazio_conservazione", "number.step", {"step": 512})
    assert refused.value.details["problems"] == [wanted]
    assert nothing_sent(at, OPERATION)


@pytest.mark.parametrize(("name", "why"), [(GOLD, "active"), (DOMICILE, "type")])
def test_where_it_is_active_or_impossible_nothing_is_sent(at: Bench, name: str, why: str) -> None:
    draft = ready(at, box(at, name))
    with pytest.raises(Refusal) as refused:
        preservation.activate(at.office, draft.id, Work())
    assert refused.value.key == f"refused.activate_preservation.{why}"
    assert nothing_sent(at, OPERATION)


def test_a_mailbox_that_was_changed_meanwhile_is_not_paid_for(at: Bench) -> None:
    seen = box(at, STANDARD)
    draft = ready(at, seen)
    first = preservation.activate(at.office, draft.id, Work(), seen=seen)
    again = ready(at, first)
    with pytest.raises(Refusal, match=r"mailbox\.changed"):
        preservation.activate(at.office, again.id, Work(), seen=seen)
    paid(at, OPERATION, seen.id)


def test_a_lost_answer_keeps_the_draft_and_closes_the_way(at: Bench) -> None:
    mailbox = box(at, SILVER)
    draft = ready(at, mailbox)
    at.server.faults.set(Fault.DROP_BEFORE, operation=OPERATION)
    with pytest.raises(ApiError) as lost:
        preservation.activate(at.office, draft.id, Work())
    assert lost.value.kind is ErrorKind.UNKNOWN_OUTCOME
    assert at.office.attempts.all()[0].outcome is Outcome.UNKNOWN
    kept = drafts.get(at.office, draft.id)
    assert drafts.standing(at.office, kept) is Standing.UNKNOWN
    with pytest.raises(Refusal, match=r"attempt\.unknown"):
        preservation.activate(at.office, draft.id, Work())
    done = preservation.activate(at.office, draft.id, Work(), override=True)
    assert done.conservazione
    assert len(at.server.ledger) == 1


def test_what_the_vendor_objects_to_is_written_into_the_draft(at: Bench) -> None:
    at.server.credit = Decimal(1)
    draft = ready(at, box(at, STANDARD))
    with pytest.raises(ApiError) as refused:
        preservation.activate(at.office, draft.id, Work())
    assert refused.value.kind is ErrorKind.WALLET
    assert drafts.get(at.office, draft.id).papers == draft.papers
    assert at.server.ledger == []
