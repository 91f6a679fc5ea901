"""Communications to the Business Register on the practice server, from the form to the end."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import msgspec
import paper_samples as samples
import pytest
from changes_support import GOLD, box, nothing_sent
from office_support import Bench, bench

from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.communication import (
    Communication,
    CommunicationState,
    CommunicationStep,
    Phase,
    next_step,
    refusal,
    timeline,
)
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import ApiError, DocumentError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import activity, communications, drafts, mailboxes, prices
from pec_desktop.services.attorneys import SENT
from pec_desktop.services.drafts import Standing
from pec_desktop.services.office import Office
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.drafts import Draft
from pec_desktop.work import Work

START, UPLOAD = "start_communication", "upload_communication_documents"

REQUEST: dict[str, object] = {
    "casella_pec": "Prova.Srl@pec.example",
    "pec_amministratore": False,
    "ragione_sociale": "Prova Srl",
    "cf_piva": "12345678903",
    "comune": "Terni",
    "provincia": "TR",
    "cf": "RSSMRA80A01L117D",
    "nome": "Mario",
    "cognome": "Rossi",
    "qualifica": "LEGALE_RAPPRESENTANTE",
    "email": "studio@example.com",
    "cellulare": "3401234567",
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


def draft(at: Bench, **values: object) -> Draft:
    made = communications.new_draft(at.office, values={**REQUEST, **values})
    return drafts.save(at.office, made)


def started(at: Bench, **values: object) -> Communication:
    return communications.start(at.office, draft(at, **values).id, Work())


def waiting(at: Bench) -> tuple[Communication, bytes]:
    """A communication whose power of attorney has been downloaded, and its bytes."""
    one = started(at)
    at.clock.advance(120)
    one = communications.follow(at.office, one.id, Work())
    paper = communications.download_power_of_attorney(at.office, one.id, Work())
    return one, at.office.files.path(paper.sha256).read_bytes()


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_from_the_form_to_the_register(at: Bench, desk: Path) -> None:
    one, power = waiting(at)
    assert one.state is CommunicationState.IN_ATTESA_DI_DOCUMENTI
    taken = communications.take_p7m(
        at.office, one.id, put(desk, "procura.pdf.p7m", samples.p7m(power)), Work()
    )
    assert (taken.usable, taken.signers, taken.layers) == (True, 1, 1)
    sent = communications.upload(at.office, one.id, Work())
    assert sent.state is CommunicationState.DOCUMENTI_CARICATI
    assert len(sent.documenti_registro_imprese) == 1
    at.clock.advance(120)
    communications.refresh(at.office, Work())
    (stored,) = communications.cached(at.office)
    assert stored.communication.state is CommunicationState.COMUNICAZIONE_EVASA
    assert communications.wanted_details(at.office) == [one.id]
    (known,) = communications.fetch_details(at.office, [one.id], Work())
    assert (known.communication.ragione_sociale, known.administrator) == ("Prova Srl", False)
    assert communications.wanted_details(at.office) == []
    assert drafts.rows(at.office) == []


def test_a_start_is_paid_once_and_evident(at: Bench) -> None:
    made = draft(at)
    one = communications.start(at.office, made.id, Work())
    (charge,), (attempt,) = at.server.ledger, at.office.attempts.all()
    assert (charge.operation, charge.target) == (START, attempt.label)
    assert (attempt.outcome, attempt.amount) == (Outcome.CONFIRMED, f"{charge.amount:.2f}")
    assert (attempt.amount, attempt.reference) == ("12.00", one.id)
    assert at.seen(START) == 1
    assert attempt.before["ids"] == []
    assert attempt.asked == {"pec_amministratore": False, "draft": made.id}
    assert attempt.label == "prova.srl@pec.example"
    assert at.office.drafts.get(made.id) is None
    assert [one.communication.id for one in communications.cached(at.office)] == [one.id]
    second = started(at, cf_piva="01234567897", ragione_sociale="Altra Srl")
    newest = at.office.attempts.all()[0]
    assert (newest.before["ids"], newest.reference) == ([one.id], second.id)


def test_what_is_sent_is_what_was_shown(at: Bench) -> None:
    values = {**REQUEST, "callback_url": "https://studio.example/pec"}
    shown = communications.request(values)
    one = communications.start(at.office, draft(at, **values).id, Work())
    assert shown["callback"] == {"url": "https://studio.example/pec"}
    assert one.callback is not None
    assert one.callback["url"] == "https://studio.example/pec"
    for name in ("cf", "nome", "cognome", "qualifica", "ragione_sociale", "cf_piva", "comune"):
        assert getattr(one, name) == shown[name]


def active(at: Bench) -> Mailbox:
    """A mailbox of the office that the archive knows as active."""
    return mailboxes.store(at.office, msgspec.structs.replace(at.registered(), stato="evasa"))


def test_an_own_address_is_communicated_while_it_is_active_only(at: Bench) -> None:
    mailbox = at.registered()
    with pytest.raises(Refusal) as refused:
        started(at, casella_pec=mailbox.casella_pec)
    assert refused.value.details["problems"] == [
        Problem("casella_pec", "refused.start_communication.state")
    ]
    assert at.seen(START) == 0


def test_a_draft_takes_its_data_from_an_own_mailbox(at: Bench) -> None:
    mailbox = active(at)
    made = communications.new_draft(at.office, mailbox)
    assert made.values["casella_pec"] == mailbox.casella_pec
    assert (made.values["ragione_sociale"], made.values["cf_piva"]) == ("Prova Srl", "12345678903")
    assert (made.values["cf"], made.values["pec_amministratore"]) == ("RSSMRA80A01L117D", False)
    missing = [one.field for one in communications.problems(at.office, made.values)]
    assert missing == ["qualifica", "cellulare"]
    assert drafts.title(at.office, made) == mailbox.casella_pec


def test_an_incomplete_request_is_not_sent(at: Bench) -> None:
    made = draft(at, qualifica="", cf="X")
    with pytest.raises(Refusal) as refused:
        communications.start(at.office, made.id, Work())
    assert refused.value.key == "draft.invalid"
    assert nothing_sent(at, START)


def test_a_token_without_the_scope_is_told_before(at: Bench) -> None:
    at.office.allowed = frozenset()
    with pytest.raises(Refusal) as refused:
        started(at)
    assert refused.value.key == "refused.start_communication.scope"
    assert nothing_sent(at, START)


def test_a_lost_answer_stands_in_the_way_of_the_same_company_only(at: Bench) -> None:
    made = draft(at)
    at.server.faults.set(Fault.DROP_AFTER, operation=START)
    with pytest.raises(ApiError) as lost:
        communications.start(at.office, made.id, Work())
    assert lost.value.kind is ErrorKind.UNKNOWN_OUTCOME
    assert drafts.standing(at.office, drafts.get(at.office, made.id)) is Standing.UNKNOWN
    with pytest.raises(Refusal) as again:
        communications.start(at.office, made.id, Work())
    assert again.value.key == "attempt.unknown"
    assert started(at, cf_piva="01234567897").cf_piva == "01234567897"
    assert len(at.server.ledger) == 2


def test_what_the_vendor_objects_to_is_written_into_the_draft(at: Bench) -> None:
    made = draft(at, casella_pec="a'b@pec.example")
    with pytest.raises(ApiError) as refused:
        communications.start(at.office, made.id, Work())
    assert refused.value.field == "casella_pec"
    (problem,) = drafts.get(at.office, made.id).problems
    assert (problem["field"], problem["key"]) == ("casella_pec", "vendor.refused")
    assert drafts.standing(at.office, drafts.get(at.office, made.id)) is Standing.REFUSED


def test_the_cost_is_told(at: Bench) -> None:
    quote = prices.quote_for(at.office, START, "", Work())
    assert (quote.price.amount, quote.credit) == (Decimal("12.0"), at.server.credit)


def test_activity_names_the_holder_of_the_address(at: Bench) -> None:
    mailbox = active(at)
    started(at, casella_pec=mailbox.casella_pec)
    entry = activity.entries(at.office)[0]
    assert (entry.attempt.operation, entry.mailbox_id) == (START, mailbox.id)
    assert entry.holder == "Prova Srl"


def test_activity_names_the_company_that_a_communication_is_for(tmp_path: Path) -> None:
    with bench(tmp_path, empty=False) as at:
        mailbox = box(at, GOLD)
        company = {"cf_piva": "01234567897", "ragione_sociale": "Altra Srl"}
        other = started(at, casella_pec=mailbox.casella_pec, **company)
        elsewhere = started(at, casella_pec="altrove@pec.example")
        at.server.faults.set("402", START)
        with pytest.raises(ApiError):
            started(at, casella_pec=mailbox.casella_pec.upper(), cf_piva="00000000000")
        refused, theirs, others = activity.entries(at.office)
    assert (others.holder, others.reference) == ("Altra Srl", other.id)
    assert others.mailbox_id == mailbox.id, "the address still leads to its mailbox"
    assert (theirs.holder, theirs.reference) == ("Prova Srl", elsewhere.id)
    assert (refused.holder, refused.reference) == ("00000000000", ""), "its number is known"


# Duplicates


def test_the_archive_warns_of_an_address_that_is_somebody_elses(at: Bench) -> None:
    started(at)
    other = {**REQUEST, "cf_piva": "01234567897", "ragione_sociale": "Altra Srl"}
    name: dict[str, object] = {"name": "Prova Srl"}
    warn = Severity.WARNING
    assert communications.duplicates(at.office, other) == [
        Problem("casella_pec", "duplicate.company", name, warn)
    ]
    assert communications.duplicates(at.office, REQUEST) == [
        Problem("casella_pec", "duplicate.again", name, warn)
    ]
    officer = {**REQUEST, "pec_amministratore": True}
    assert communications.duplicates(at.office, officer) == [
        Problem("casella_pec", "duplicate.own_company", name, warn)
    ]
    free = {**REQUEST, "casella_pec": "libera@pec.example"}
    assert communications.duplicates(at.office, free) == []


def test_an_officers_address_is_remembered_as_such(at: Bench) -> None:
    started(at, pec_amministratore=True)
    found = communications.duplicates(at.office, {**REQUEST, "cf_piva": "01234567897"})
    assert [one.key for one in found] == ["duplicate.officer"]
    officer = {**REQUEST, "pec_amministratore": True, "cf_piva": "01234567897"}
    assert communications.duplicates(at.office, officer) == []


def test_communications_begun_elsewhere_and_own_mailboxes_count_too(tmp_path: Path) -> None:
    with bench(tmp_path, empty=False) as at:
        mailbox = box(at, GOLD)
        communications.refresh(at.office, Work())
        wanted = communications.wanted_details(at.office)
        assert len(communications.fetch_details(at.office, wanted, Work())) == 4
        values = {**REQUEST, "casella_pec": mailbox.casella_pec}
        keys = [one.key for one in communications.duplicates(at.office, values)]
        assert keys == ["duplicate.company", "duplicate.unknown_use"]


def test_the_vendors_list_is_asked_for_communications_of_the_same_address(tmp_path: Path) -> None:
    with bench(tmp_path, empty=False) as at:
        address = next(iter(at.server._state.communications.values())).data["casella_pec"]
        values = {**REQUEST, "casella_pec": address.upper()}
        assert communications.duplicates(at.office, values) == [], "nothing is known here yet"
        found = communications.checked_duplicates(at.office, values, Work())
        assert [one.key for one in found] == ["duplicate.unknown_use"]
        assert at.seen("get_communication") == 1, "only that of the address is read"


def another_account(at: Bench, environment: Environment) -> Office:
    """Another account of the same archive; the same server stands behind it."""
    account = Account(id="second", name="Studio Due", environment=environment)
    return Office(account, at.database, at.office.files, at.vault, at.office.connection)


def test_what_another_account_of_the_archive_has_counts_and_is_named(at: Bench) -> None:
    second = another_account(at, Environment.PRACTICE)
    draft = drafts.save(second, communications.new_draft(second, values=REQUEST))
    theirs = communications.start(second, draft.id, Work())
    other = {**REQUEST, "cf_piva": "01234567897", "ragione_sociale": "Altra Srl"}
    name = {"name": "Prova Srl"}
    assert [(one.key, one.details) for one in communications.duplicates(at.office, other)] == [
        ("duplicate.company", name),
        ("duplicate.elsewhere", {**name, "account": "Studio Due"}),
    ]
    assert [one.key for one in communications.duplicates(second, other)] == ["duplicate.company"]
    # The vendor's answer shows it to this account too: then it is its own.
    communications.refresh(at.office, Work())
    communications.fetch_details(at.office, [theirs.id], Work())
    assert [one.key for one in communications.duplicates(at.office, other)] == [
        "duplicate.unknown_use"
    ]


def test_an_account_of_another_service_does_not_count(at: Bench) -> None:
    second = another_account(at, Environment.SANDBOX)
    draft = drafts.save(second, communications.new_draft(second, values=REQUEST))
    communications.start(second, draft.id, Work())
    assert communications.duplicates(second, REQUEST) != []
    assert communications.duplicates(at.office, REQUEST) == []


def test_a_communication_that_is_no_longer_listed_still_counts(at: Bench) -> None:
    started(at)
    at.office.communications.replace_list([], at.office.now())
    assert not communications.cached(at.office)[0].listed
    assert [one.key for one in communications.duplicates(at.office, REQUEST)] == ["duplicate.again"]


# The list


def test_an_empty_list_and_one_that_a_write_overtook(at: Bench) -> None:
    assert communications.refresh(at.office, Work()).added == ()
    one = started(at)
    assert communications.refresh(at.office, Work()).missing == ()
    assert communications.cached(at.office)[0].communication == one


def test_details_are_read_only_when_something_moved(tmp_path: Path) -> None:
    with bench(tmp_path, empty=False) as at:
        communications.refresh(at.office, Work())
        ids = [one.communication.id for one in communications.cached(at.office)]
        communications.fetch_details(at.office, ids, Work())
        communications.fetch_details(at.office, ids, Work())
        assert at.seen("get_communication") == 4


# The signed power of attorney


@pytest.mark.parametrize("wrapping", [None, "pem base64", "base64", "mime base64"])
@pytest.mark.parametrize("ber", [False, True])
def test_whatever_it_is_wrapped_in_it_leaves_in_der(
    at: Bench, desk: Path, wrapping: str | None, ber: bool
) -> None:
    one, power = waiting(at)
    signed = samples.p7m(power, wrapping=wrapping, ber=ber)
    taken = communications.take_p7m(at.office, one.id, put(desk, "a.p7m", signed), Work())
    assert (taken.problem, taken.wrapping, taken.signers) == (None, wrapping, 1)
    communications.upload(at.office, one.id, Work())
    (kept,) = at.office.papers.kept(one.id, SENT)
    sent = at.office.files.path(kept.sha256).read_bytes()
    assert sent[:1] == b"\x30"
    assert sent[1] != 0x80
    attempt = at.office.attempts.all()[0]
    assert (attempt.operation, attempt.target, attempt.reference) == (UPLOAD, one.id, kept.sha256)
    assert attempt.before["stato"] == "in_attesa_di_documenti"
    assert attempt.outcome is Outcome.CONFIRMED
    assert at.seen(UPLOAD) == 1


def test_a_second_signature_around_the_first_is_right_too(at: Bench, desk: Path) -> None:
    one, power = waiting(at)
    path = put(desk, "a.pdf.p7m.p7m", samples.nested_p7m(power))
    checked = communications.check_p7m(at.office, one.id, path, Work())
    assert (checked.usable, checked.layers, checked.signers) == (True, 2, 2)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("procura.pdf", samples.pdf, "p7m.pdf"),
        ("other.p7m", samples.p7m, "p7m.other_document"),
        ("firma.p7s", samples.detached_p7m, "paper.p7m_empty"),
        ("cut.p7m", lambda: samples.p7m()[:-50], "paper.damaged"),
        ("empty.p7m", samples.empty, "paper.empty"),
        ("word.p7m", samples.word, "paper.word"),
        ("text.p7m", lambda: b"not a signature at all, just text", "paper.text"),
    ],
)
def test_what_is_not_the_signed_power_of_attorney_is_not_sent(
    at: Bench, desk: Path, name: str, data: Callable[[], bytes], problem: str
) -> None:
    one, _power = waiting(at)
    path = put(desk, name, data())
    assert communications.check_p7m(at.office, one.id, path, Work()).problem == problem
    taken = communications.take_p7m(at.office, one.id, path, Work())
    assert (taken.problem, taken.name) == (problem, name)
    assert not drafts.of(at.office, "attorney", one.id).ready
    with pytest.raises(Refusal) as refused:
        communications.upload(at.office, one.id, Work())
    assert refused.value.key == problem
    assert at.seen(UPLOAD) == 0


def test_one_changed_byte_is_another_document(at: Bench, desk: Path) -> None:
    one, power = waiting(at)
    path = put(desk, "a.p7m", samples.p7m(power + b"\n"))
    checked = communications.check_p7m(at.office, one.id, path, Work())
    assert checked.problem == "p7m.other_document"


def test_nothing_can_be_compared_before_the_download(at: Bench, desk: Path) -> None:
    one = started(at)
    path = put(desk, "a.p7m", samples.p7m())
    checked = communications.check_p7m(at.office, one.id, path, Work())
    assert checked.problem == "p7m.no_power_of_attorney"
    assert communications.saved_power_of_attorney(at.office, one.id) is None
    with pytest.raises(ApiError) as early:
        communications.download_power_of_attorney(at.office, one.id, Work())
    assert early.value.kind is ErrorKind.CONFLICT


def test_the_power_of_attorney_is_kept_and_every_version_of_it_counts(
    at: Bench, desk: Path
) -> None:
    one, power = waiting(at)
    saved = communications.saved_power_of_attorney(at.office, one.id)
    assert saved is not None
    assert saved.name == f"procura_registro_imprese {one.casella_pec}.pdf"
    at.clock.advance(1)
    later = at.office.files.put(b"%PDF-1.4 another version", "later.pdf")
    at.office.papers.keep(one.id, "power_of_attorney", [later.sha256], at.office.now())
    path = put(desk, "a.p7m", samples.p7m(power))
    assert communications.check_p7m(at.office, one.id, path, Work()).usable


def test_what_was_dropped_survives_the_original_and_can_be_replaced(at: Bench, desk: Path) -> None:
    one, power = waiting(at)
    wrong = put(desk, "wrong.p7m", samples.p7m())
    communications.take_p7m(at.office, one.id, wrong, Work())
    right = put(desk, "right.p7m", samples.p7m(power))
    communications.take_p7m(at.office, one.id, right, Work())
    right.unlink()
    waiting_one = communications.taken_p7m(at.office, one.id, Work())
    assert waiting_one is not None
    assert (waiting_one.name, waiting_one.usable) == ("right.p7m", True)
    (row,) = drafts.rows(at.office)
    assert (row.title, row.standing) == (one.casella_pec, Standing.READY)
    communications.remove_p7m(at.office, one.id, Work())
    assert communications.taken_p7m(at.office, one.id, Work()) is None
    with pytest.raises(Refusal) as gone:
        communications.upload(at.office, one.id, Work())
    assert gone.value.key == "draft.gone"


def test_what_cannot_be_copied_is_refused(at: Bench, desk: Path) -> None:
    one, _power = waiting(at)
    for path, key in ((desk, "paper.folder"), (desk / "none.p7m", "paper.missing")):
        with pytest.raises(DocumentError) as refused:
            communications.take_p7m(at.office, one.id, path, Work())
        assert refused.value.key == key


def test_it_is_sent_only_while_it_is_waited_for(at: Bench, desk: Path) -> None:
    one, power = waiting(at)
    path = put(desk, "a.p7m", samples.p7m(power))
    communications.take_p7m(at.office, one.id, path, Work())
    communications.upload(at.office, one.id, Work())
    communications.take_p7m(at.office, one.id, path, Work())
    with pytest.raises(Refusal) as refused:
        communications.upload(at.office, one.id, Work())
    assert refused.value.key == "refused.upload_communication_documents.state"
    assert at.seen(UPLOAD) == 1


def test_an_upload_whose_answer_is_lost_is_not_repeated(at: Bench, desk: Path) -> None:
    one, power = waiting(at)
    path = put(desk, "a.p7m", samples.p7m(power))
    communications.take_p7m(at.office, one.id, path, Work())
    at.server.faults.set(Fault.DROP_BEFORE, operation=UPLOAD)
    with pytest.raises(ApiError) as lost:
        communications.upload(at.office, one.id, Work())
    assert lost.value.kind is ErrorKind.UNKNOWN_OUTCOME
    with pytest.raises(Refusal) as again:
        communications.upload(at.office, one.id, Work())
    assert again.value.key == "attempt.unknown"
    done = communications.upload(at.office, one.id, Work(), override=True)
    assert done.state is CommunicationState.DOCUMENTI_CARICATI


# States


@pytest.mark.parametrize(
    ("stato", "step", "phases"),
    [
        ("codice_in_richiesta", CommunicationStep.WAIT_FOR_CODE, "CAAA"),
        ("in_attesa_di_documenti", CommunicationStep.SIGN, "DCAA"),
        ("documenti_caricati", CommunicationStep.WAIT, "DDCA"),
        ("comunicazione_evasa", CommunicationStep.NONE, "DDDD"),
        ("sospesa", CommunicationStep.NONE, "AAAA"),
    ],
)
def test_a_state_tells_what_comes_next(stato: str, step: CommunicationStep, phases: str) -> None:
    letters = {Phase.DONE: "D", Phase.CURRENT: "C", Phase.AHEAD: "A"}
    one = Communication(id="c", casella_pec="a@b.it", stato=stato, timestamp=7)
    assert next_step(one) is step
    life = timeline(one)
    assert "".join(letters[moment.phase] for moment in life) == phases
    told = [moment.at for moment in life if moment.at is not None]
    assert told == ([] if stato == "sospesa" else [7])
    refused = refusal("upload_communication_documents", one)
    assert (refused is None) is (stato == "in_attesa_di_documenti")
    assert refusal("download_power_of_attorney", one, ()) == (
        "refused.download_power_of_attorney.scope"
        if stato in ("in_attesa_di_documenti", "documenti_caricati", "comunicazione_evasa")
        else "refused.download_power_of_attorney.state"
    )


def test_mailboxes_and_communications_do_not_get_in_each_others_way(at: Bench) -> None:
    mailbox = active(at)
    started(at, casella_pec=mailbox.casella_pec)
    mailboxes.refresh(at.office, Work())
    communications.refresh(at.office, Work())
    assert (len(mailboxes.cached(at.office)), len(communications.cached(at.office))) == (1, 1)


# Practising


def test_practice_signs_as_a_signing_program_would(at: Bench, tmp_path: Path) -> None:
    one, power = waiting(at)
    taken = communications.practise_signing(at.office, one.id, Work())
    assert (taken.usable, taken.signers, taken.wrapping) == (True, 1, None)
    draft = drafts.of(at.office, "attorney", one.id)
    envelope = at.office.files.path(draft.papers[0].sha256)
    out = tmp_path / "out.pdf"
    verify = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", str(envelope)]
    done = subprocess.run([*verify, "-noverify", "-out", str(out)], check=False)
    assert done.returncode == 0
    assert out.read_bytes() == power
    sent = communications.upload(at.office, one.id, Work())
    assert sent.state is CommunicationState.DOCUMENTI_CARICATI


def test_nobody_signs_outside_practice(at: Bench) -> None:
    one, _power = waiting(at)
    account = at.office.account
    at.office.account = msgspec.structs.replace(account, environment=Environment.PRODUCTION)
    with pytest.raises(Refusal) as refused:
        communications.practise_signing(at.office, one.id, Work())
    assert refused.value.key == "attorney.practice_only"
    assert drafts.rows(at.office) == []
