"""Activating on the practice server: papers taken in, judged, put together, sent once, followed."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import paper_samples as samples
import pytest
from office_support import Bench, bench, connection_to
from paper_samples import put
from pypdf import PdfWriter

from pec_desktop.documents.papers import LIMIT, read
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import ApiError, Cancelled, DocumentError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import activation, drafts, mailboxes
from pec_desktop.services.office import Office
from pec_desktop.services.papers import DOWNLOADED, SENT
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.drafts import Draft
from pec_desktop.work import Work

DOMICILE: dict[str, object] = {
    "tipo_casella": "DOMICILIODIGITALE",
    "casella_pec": "studio.prova@test.domiciliodigitale.com",
}


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Where the person keeps the papers before dropping them."""
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def form_and_photo(desk: Path) -> list[Path]:
    return [
        put(desk, "identity.jpg", samples.photo(1200, 900)),
        put(desk, "form.pdf", samples.pdf(2)),
    ]


def take(at: Bench, mailbox: Mailbox, *paths: Path) -> Draft:
    return activation.take_papers(at.office, mailbox.id, paths, Work())


def roles(draft: Draft) -> dict[str, str]:
    return {paper.name: paper.role for paper in draft.papers}


def found(at: Bench, draft: Draft, mailbox: Mailbox) -> list[Problem]:
    return activation.problems(at.office, draft, mailbox)


def keys(at: Bench, draft: Draft, mailbox: Mailbox, severity: Severity) -> list[str]:
    return [one.key for one in found(at, draft, mailbox) if one.severity is severity]


def errors(at: Bench, draft: Draft, mailbox: Mailbox) -> list[str]:
    return keys(at, draft, mailbox, Severity.ERROR)


def warnings(at: Bench, draft: Draft, mailbox: Mailbox) -> list[str]:
    return keys(at, draft, mailbox, Severity.WARNING)


def test_form_and_photo_make_a_mailbox_active(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, *form_and_photo(desk))
    assert roles(draft) == {"identity.jpg": "identity", "form.pdf": "form"}
    assert (draft.ready, found(at, draft, mailbox)) == (True, [])

    sent = activation.activate(at.office, draft.id, Work())
    assert (sent.stato, len(sent.documenti_attivazione)) == ("in_evasione", 2)
    stored = at.office.mailboxes.get(mailbox.id)
    assert stored is not None
    assert stored.mailbox.stato == "in_evasione"
    assert at.office.drafts.get(draft.id) is None

    assert activation.follow(at.office, mailbox.id, Work()).stato == "in_evasione"
    at.clock.advance(120)
    assert activation.follow(at.office, mailbox.id, Work()).stato == "evasa"
    assert mailboxes.cached(at.office)[0].mailbox.stato == "evasa"
    assert at.seen("activate_mailbox") == 1


def test_what_was_sent_is_kept_and_named_in_the_journal(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, *form_and_photo(desk))
    prepared = activation.prepare(at.office, draft.id, Work())
    activation.activate(at.office, draft.id, Work())

    attempt = at.office.attempts.all()[0]
    digests = [file.sha256 for file in prepared]
    assert (attempt.operation, attempt.outcome) == ("activate_mailbox", Outcome.CONFIRMED)
    assert attempt.reference.split() == digests
    assert attempt.before["stato"] == "registrata"
    assert attempt.label == mailbox.casella_pec
    kept = at.office.papers.kept(mailbox.id, SENT)
    assert {paper.sha256 for paper in kept} == set(digests)

    at.clock.advance(7 * 24 * 3600)
    at.office.files.remove_unused(older_than=0)
    for digest in digests:
        path = at.office.files.path(digest)
        assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
        assert read(path).usable


def test_the_types_of_the_single_document_get_one_pdf(at: Bench, desk: Path) -> None:
    mailbox = at.registered(**DOMICILE)
    draft = take(at, mailbox, *form_and_photo(desk))
    assert found(at, draft, mailbox) == []
    (single,) = activation.prepare(at.office, draft.id, Work())
    assert read(at.office.files.path(single.sha256)).pages == 3
    activation.activate(at.office, draft.id, Work())
    at.clock.advance(120)
    assert activation.follow(at.office, mailbox.id, Work()).stato == "evasa"


def test_the_single_document_may_hold_the_identity_already(at: Bench, desk: Path) -> None:
    mailbox = at.registered(**DOMICILE)
    draft = take(at, mailbox, put(desk, "both.pdf", samples.pdf(3)))
    assert (draft.ready, errors(at, draft, mailbox)) == (True, [])
    assert warnings(at, draft, mailbox) == ["papers.identity_within_form"]
    (single,) = activation.prepare(at.office, draft.id, Work())
    assert single.sha256 == draft.papers[0].sha256


def test_both_sides_of_a_card_become_one_document(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(
        at,
        mailbox,
        put(desk, "form.pdf", samples.pdf(2)),
        put(desk, "front.jpg", samples.photo(1200, 900)),
        put(desk, "back.jpg", samples.photo(900, 1200)),
    )
    form, identity = activation.prepare(at.office, draft.id, Work())
    assert form.sha256 == draft.papers[0].sha256
    assert read(at.office.files.path(identity.sha256)).pages == 2


def test_prepared_without_a_network_and_sent_after_a_restart(tmp_path: Path, desk: Path) -> None:
    with bench(tmp_path / "profile") as at:
        mailbox = at.registered()
        activation.download_form(at.office, mailbox.id, Work())
        at.office.connection = None
        originals = form_and_photo(desk)
        draft = take(at, mailbox, *originals)
        for path in originals:
            path.unlink()
        assert len(activation.prepare(at.office, draft.id, Work())) == 2
        form = activation.saved_form(at.office, mailbox.id)
        assert form is not None
        assert at.office.files.path(form.sha256).read_bytes().startswith(b"%PDF")
        with pytest.raises(Refusal, match=r"office\.not_connected"):
            activation.activate(at.office, draft.id, Work())
        assert at.office.attempts.all()[0].operation == "register_mailbox"

        restarted = Office(
            at.office.account,
            at.database,
            at.office.files,
            at.vault,
            connection_to(at.server),
            clock=at.clock,
        )
        (row,) = drafts.rows(restarted)
        assert (row.title, row.standing) == (mailbox.casella_pec, drafts.Standing.READY)
        assert activation.activate(restarted, row.draft.id, Work()).stato == "in_evasione"
        assert drafts.rows(restarted) == []


def test_the_form_is_kept_and_the_latest_one_is_opened(at: Bench) -> None:
    mailbox = at.registered()
    assert activation.saved_form(at.office, mailbox.id) is None
    first = activation.download_form(at.office, mailbox.id, Work())
    assert mailbox.casella_pec in first.name
    assert activation.saved_form(at.office, mailbox.id) == first
    at.clock.advance(60)
    other = at.office.files.put(samples.pdf(4), "another version.pdf")
    at.office.papers.keep(mailbox.id, DOWNLOADED, [other.sha256], at.office.now())
    assert activation.saved_form(at.office, mailbox.id) == other
    at.clock.advance(60)
    assert activation.download_form(at.office, mailbox.id, Work()).sha256 == first.sha256
    assert activation.saved_form(at.office, mailbox.id) == first


# Roles


def test_of_two_pdfs_the_longer_one_is_the_form(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, put(desk, "card.pdf", samples.pdf(1)))
    assert roles(draft) == {"card.pdf": "form"}
    draft = take(at, mailbox, put(desk, "scan.pdf", samples.pdf(2)))
    assert roles(draft) == {"card.pdf": "identity", "scan.pdf": "form"}


def test_a_pdf_that_begins_with_the_downloaded_form_is_the_form(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    form = activation.download_form(at.office, mailbox.id, Work())
    signed = desk / "signed.pdf"
    writer = PdfWriter(at.office.files.path(form.sha256), incremental=True)
    writer.add_metadata({"/Note": "a signature is appended in the same way"})
    writer.write(signed)
    draft = take(at, mailbox, put(desk, "card.pdf", samples.pdf(9)), signed)
    assert roles(draft) == {"card.pdf": "identity", "signed.pdf": "form"}
    assert warnings(at, draft, mailbox) == []


def test_the_form_as_it_was_downloaded_is_asked_about(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    form = activation.download_form(at.office, mailbox.id, Work())
    same = put(desk, "form.pdf", at.office.files.path(form.sha256).read_bytes())
    draft = take(at, mailbox, same, put(desk, "card.pdf", samples.pdf(9)))
    assert roles(draft) == {"form.pdf": "form", "card.pdf": "identity"}
    assert (errors(at, draft, mailbox), warnings(at, draft, mailbox)) == (
        [],
        ["papers.form_not_signed"],
    )


def test_a_role_that_the_person_chose_is_not_guessed_again(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    short, long = put(desk, "short.pdf", samples.pdf(1)), put(desk, "long.pdf", samples.pdf(2))
    draft = take(at, mailbox, short, long)
    first = draft.papers[0].sha256
    draft = activation.set_role(at.office, draft.id, first, "form", Work())
    assert roles(draft) == {"short.pdf": "form", "long.pdf": "identity"}
    draft = take(at, mailbox, put(desk, "longest.pdf", samples.pdf(5)))
    assert roles(draft) == {
        "short.pdf": "form",
        "long.pdf": "identity",
        "longest.pdf": "identity",
    }
    draft = activation.set_role(at.office, draft.id, draft.papers[2].sha256, "other", Work())
    assert warnings(at, draft, mailbox) == ["papers.not_sent"]
    assert draft.ready


def test_the_same_paper_dropped_twice_is_there_once(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    first = put(desk, "form.pdf", samples.pdf(2))
    draft = take(at, mailbox, first, put(desk, "copy.pdf", samples.pdf(2)))
    draft = take(at, mailbox, first)
    assert roles(draft) == {"form.pdf": "form"}


def test_a_paper_can_be_taken_off_again(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, *form_and_photo(desk))
    gone = draft.papers[1]
    draft = activation.remove_paper(at.office, draft.id, gone.sha256, Work())
    assert roles(draft) == {"identity.jpg": "identity"}
    assert not draft.ready
    at.clock.advance(7 * 24 * 3600)
    at.office.files.remove_unused(older_than=0)
    assert at.office.files.get(gone.sha256) is None
    assert at.office.files.get(draft.papers[0].sha256) is not None


# What is wrong with papers


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("empty.pdf", samples.empty, "paper.empty"),
        ("locked.pdf", samples.user_password_pdf, "paper.encrypted"),
        ("letter.pdf", samples.word, "paper.word"),
        ("half.pdf", samples.damaged_pdf, "paper.damaged"),
        ("signed.pdf.p7m", samples.p7m, "paper.p7m_not_here"),
    ],
)
def test_an_unusable_paper_is_named_and_nothing_is_sent(
    at: Bench, desk: Path, name: str, data: Callable[[], bytes], key: str
) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, *form_and_photo(desk), put(desk, name, data()))
    (problem,) = found(at, draft, mailbox)
    assert (problem.field, problem.key, problem.details["name"]) == ("papers", key, name)
    assert problem.details["sha256"] == draft.papers[2].sha256
    assert (roles(draft)[name], draft.ready) == ("other", False)
    with pytest.raises(Refusal, match=r"draft\.invalid"):
        activation.activate(at.office, draft.id, Work())
    assert at.seen("activate_mailbox") == 0

    draft = activation.remove_paper(at.office, draft.id, draft.papers[2].sha256, Work())
    assert draft.ready


def test_what_is_missing_is_named(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, put(desk, "card.jpg", samples.photo(1200, 900)))
    assert errors(at, draft, mailbox) == ["papers.form_missing"]
    draft = activation.remove_paper(at.office, draft.id, draft.papers[0].sha256, Work())
    assert errors(at, draft, mailbox) == ["papers.form_missing", "papers.identity_missing"]


def test_a_signed_form_is_not_joined(at: Bench, desk: Path) -> None:
    signed = put(desk, "signed.pdf", samples.signed_pdf(2))
    card = put(desk, "card.jpg", samples.photo(1200, 900))
    two = at.registered()
    assert take(at, two, signed, card).ready
    one = at.registered(**DOMICILE)
    draft = take(at, one, signed, card)
    assert errors(at, draft, one) == ["paper.signed_join"]
    draft = activation.remove_paper(at.office, draft.id, draft.papers[1].sha256, Work())
    assert errors(at, draft, one) == []


def test_folders_and_what_is_not_there_are_refused_and_the_rest_is_kept(
    at: Bench, desk: Path
) -> None:
    mailbox = at.registered()
    (desk / "folder").mkdir()
    huge = put(desk, "huge.pdf", b"%PDF")
    with huge.open("r+b") as file:
        file.truncate(LIMIT + 1)
    for path, key in (
        (desk / "folder", "paper.folder"),
        (desk / "not there.pdf", "paper.missing"),
        (huge, "paper.too_large"),
    ):
        with pytest.raises(DocumentError) as refused:
            take(at, mailbox, path, *form_and_photo(desk))
        assert (refused.value.key, refused.value.details) == (key, {"name": path.name})
    draft = drafts.activation_of(at.office, mailbox.id)
    assert (len(draft.papers), draft.ready) == (2, True)
    copies = [path for path in at.folder.rglob("*") if path.is_file()]
    assert max(path.stat().st_size for path in copies) < LIMIT


def test_stopping_while_papers_are_taken_in_leaves_no_draft(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    work = Work(lambda done, _total: work.cancel() if done == 1 else None)
    with pytest.raises(Cancelled):
        activation.take_papers(at.office, mailbox.id, form_and_photo(desk), work)
    assert drafts.rows(at.office) == []


def test_a_paper_is_on_the_draft_before_it_is_read(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    large = put(desk, "large.pdf", samples.pdf(2, ballast=6_000_000))
    work = Work(lambda done, total: work.cancel() if done == total else None)
    with pytest.raises(Cancelled):
        activation.take_papers(at.office, mailbox.id, [large], work)
    (row,) = drafts.rows(at.office)
    assert [paper.name for paper in row.draft.papers] == ["large.pdf"]
    assert not row.draft.ready
    assert roles(take(at, mailbox, large)) == {"large.pdf": "form"}


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.HANG_AFTER])
def test_a_paper_that_comes_while_the_others_are_sent_is_not_lost(
    at: Bench, desk: Path, fault: Fault
) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, *form_and_photo(desk))
    at.server.faults.set(fault, "activate_mailbox", seconds=30)

    def send() -> None:
        with suppress(ApiError):
            activation.activate(at.office, draft.id, Work())

    sender = threading.Thread(target=send)
    sender.start()
    assert at.server.faults.wait_held()
    take(at, mailbox, put(desk, "late.pdf", samples.pdf(1)))
    at.server.faults.release()
    sender.join(30)
    names = [paper.name for paper in drafts.activation_of(at.office, mailbox.id).papers]
    gone = [] if fault is Fault.SLOW else ["identity.jpg", "form.pdf"]
    assert names == [*gone, "late.pdf"]


# What the vendor says


def test_a_refusal_that_is_noted_while_papers_come_loses_none(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, put(desk, "first.pdf", samples.pdf(1)))
    error = ApiError(ErrorKind.INVALID, operation="activate_mailbox", field="documenti")
    over = threading.Event()

    def note() -> None:
        while not over.is_set():
            drafts.note_refusal(at.office, draft.id, error)

    noter = threading.Thread(target=note)
    noter.start()
    try:
        for number in range(10):
            take(at, mailbox, put(desk, f"{number}.pdf", samples.pdf(1, ballast=number + 1)))
    finally:
        over.set()
        noter.join()
    assert len(drafts.get(at.office, draft.id).papers) == 11


def test_a_refusal_stays_with_the_draft_until_its_papers_change(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, *form_and_photo(desk))
    error = ApiError(ErrorKind.INVALID, operation="activate_mailbox", field="documenti")
    drafts.note_refusal(at.office, draft.id, error)
    kept = drafts.get(at.office, draft.id)
    assert [problem["field"] for problem in kept.problems] == ["documenti"]
    assert drafts.standing(at.office, kept) is drafts.Standing.REFUSED
    draft = take(at, mailbox, put(desk, "better.pdf", samples.pdf(3)))
    assert (draft.problems, drafts.standing(at.office, draft)) == ([], drafts.Standing.READY)


def test_a_mailbox_that_has_moved_on_is_said_so(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, *form_and_photo(desk))
    at.office.client().activate_mailbox(mailbox.id, [samples.pdf(1), samples.pdf(2)])
    activation.follow(at.office, mailbox.id, Work())
    with pytest.raises(Refusal) as refused:
        activation.activate(at.office, draft.id, Work())
    assert refused.value.key == "draft.invalid"
    assert refused.value.details["problems"] == [
        Problem("mailbox", "refused.activate_mailbox.state")
    ]
    assert at.seen("activate_mailbox") == 1


def test_a_lost_answer_keeps_the_draft_and_what_was_sent(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    draft = take(at, mailbox, *form_and_photo(desk))
    at.server.faults.set(Fault.DROP_AFTER, "activate_mailbox")
    with pytest.raises(ApiError):
        activation.activate(at.office, draft.id, Work())
    attempt = at.office.attempts.all()[0]
    assert attempt.outcome is Outcome.UNKNOWN
    kept = drafts.get(at.office, draft.id)
    assert drafts.standing(at.office, kept) is drafts.Standing.UNKNOWN
    with pytest.raises(Refusal, match=r"attempt\.unknown"):
        activation.activate(at.office, draft.id, Work())
    assert at.seen("activate_mailbox") == 1

    at.office.drafts.delete(draft.id)
    at.clock.advance(7 * 24 * 3600)
    at.office.files.remove_unused(older_than=0)
    assert all(at.office.files.get(sha256) for sha256 in attempt.reference.split())


def test_wrong_documents_can_be_corrected(at: Bench, desk: Path) -> None:
    mailbox = at.registered()
    other = at.registered(casella_pec="altra.prova@testcert.legalmail.it")
    foreign = activation.download_form(at.office, other.id, Work())
    wrong = put(desk, "wrong.pdf", at.office.files.path(foreign.sha256).read_bytes())
    card = put(desk, "card.jpg", samples.photo(1200, 900))
    activation.activate(at.office, take(at, mailbox, wrong, card).id, Work())
    at.clock.advance(120)
    assert activation.follow(at.office, mailbox.id, Work()).stato == "documenti_errati"

    draft = take(at, mailbox, put(desk, "right.pdf", samples.pdf(2)), card)
    activation.activate(at.office, draft.id, Work())
    at.clock.advance(120)
    assert activation.follow(at.office, mailbox.id, Work()).stato == "evasa"
    assert [charge.operation for charge in at.server.ledger] == ["register_mailbox"] * 2
