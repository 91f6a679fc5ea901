"""Registering on the practice server: once, whatever happens, and nothing is lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from office_support import STUDIO, Bench, bench

from pec_desktop.domain.prices import Certainty, Price
from pec_desktop.errors import ApiError, Cancelled, ErrorKind, Refusal, StoreError
from pec_desktop.practice import Fault
from pec_desktop.services import activity, drafts, mailboxes, prices, registration
from pec_desktop.services.drafts import Standing
from pec_desktop.store.attempts import AttemptStore, Outcome
from pec_desktop.store.database import Database
from pec_desktop.store.mailboxes import MailboxStore
from pec_desktop.work import Work

ADDRESS = "studio.prova@testcert.legalmail.it"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as opened:
        yield opened


def standing(at: Bench, draft_id: str) -> Standing:
    return drafts.standing(at.office, drafts.get(at.office, draft_id))


def outcomes(at: Bench) -> list[Outcome]:
    """The journal's outcomes, the oldest first."""
    return [attempt.outcome for attempt in reversed(at.office.attempts.all())]


def test_a_registration_is_charged_once_and_found_in_the_cache(at: Bench) -> None:
    draft = at.draft()
    mailbox = registration.register(at.office, draft.id, Work())

    stored = at.office.mailboxes.get(mailbox.id)
    assert stored is not None
    assert (stored.listed, stored.mailbox.stato, stored.mailbox.holder) == (
        True,
        "registrata",
        "Prova Srl",
    )
    assert at.office.drafts.get(draft.id) is None
    assert [(one.operation, one.target, one.amount) for one in at.server.ledger] == [
        ("register_mailbox", ADDRESS, Decimal("11.00"))
    ]
    (entry,) = activity.entries(at.office)
    assert entry.mailbox_id == mailbox.id
    assert entry.holder == "Prova Srl"
    attempt = entry.attempt
    assert (attempt.outcome, attempt.reference, attempt.label, attempt.amount) == (
        Outcome.CONFIRMED,
        mailbox.id,
        ADDRESS,
        "11.00",
    )
    assert attempt.before["ids"] == []
    assert attempt.asked == {"tipo_casella": "STANDARD", "draft": draft.id}


def test_what_is_sent_is_normalised_and_complete(at: Bench) -> None:
    mailbox = at.registered(casella_pec=" Studio.Prova@TESTCERT.legalmail.it ", telefono="0744 123")
    read = at.office.client().get_mailbox(mailbox.id)
    assert (read.casella_pec, read.telefono, read.cf_piva_titolare, read.autorinnovo) == (
        ADDRESS,
        "0744123",
        "12345678903",
        False,
    )


def test_the_log_tells_the_product_and_nothing_about_persons(
    at: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="pec_desktop"):
        at.registered()
    (line,) = [one for one in caplog.messages if one.startswith("Registration")]
    assert "'tipo_casella': 'STANDARD'" in line
    known = ("tipo_casella", "tipo_cliente", "sottotipo_cliente", "autorinnovo")
    private = {str(value) for name, value in STUDIO.items() if name not in known}
    assert [value for value in private if value in line and len(value) > 2] == []


def test_an_invalid_draft_is_not_sent(at: Bench) -> None:
    draft = at.draft(data_nascita_richiedente="31/02/1980")
    with pytest.raises(Refusal) as refused:
        registration.register(at.office, draft.id, Work())
    assert refused.value.key == "draft.invalid"
    problems = refused.value.details["problems"]
    assert isinstance(problems, list)
    assert [problem.field for problem in problems] == ["data_nascita_richiedente"]
    assert at.seen("register_mailbox") == 0
    assert outcomes(at) == []


def test_a_draft_that_is_gone_is_said_so(at: Bench) -> None:
    with pytest.raises(Refusal, match=r"draft\.gone"):
        registration.register(at.office, "nothing", Work())


def test_without_a_connection_nothing_is_begun(tmp_path: Path) -> None:
    with bench(tmp_path, connected=False) as at:
        draft = at.draft()
        with pytest.raises(Refusal, match=r"office\.not_connected"):
            registration.register(at.office, draft.id, Work())
        assert outcomes(at) == []
        assert at.office.drafts.get(draft.id) is not None


def test_work_that_was_stopped_before_sending_sends_nothing(at: Bench) -> None:
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        registration.register(at.office, at.draft().id, work)
    assert (at.seen("register_mailbox"), outcomes(at)) == (0, [])


def test_a_refusal_is_written_at_its_field_and_the_draft_stays(at: Bench) -> None:
    first = at.registered()
    draft = at.draft()
    with pytest.raises(ApiError):
        registration.register(at.office, draft.id, Work())
    kept = drafts.get(at.office, draft.id)
    (problem,) = kept.problems
    assert (problem["field"], problem["key"]) == ("casella_pec", "vendor.refused")
    assert problem["details"]["message"]
    assert standing(at, draft.id) is Standing.REFUSED
    assert outcomes(at) == [Outcome.CONFIRMED, Outcome.REFUSED]
    assert at.office.attempts.all()[0].before["ids"] == [first.id]
    assert len(at.server.ledger) == 1


def test_an_empty_wallet_keeps_the_draft_and_lets_it_be_sent_again(at: Bench) -> None:
    at.server.credit = Decimal("3.00")
    draft = at.draft()
    with pytest.raises(ApiError) as refused:
        registration.register(at.office, draft.id, Work())
    assert refused.value.kind is ErrorKind.WALLET
    assert drafts.get(at.office, draft.id).problems == []
    at.server.credit = Decimal("100.00")
    registration.register(at.office, draft.id, Work())
    assert outcomes(at) == [Outcome.REFUSED, Outcome.CONFIRMED]


@pytest.mark.parametrize(
    ("fault", "outcome", "charges"),
    [
        (Fault.DROP_BEFORE, Outcome.UNKNOWN, 0),
        (Fault.DROP_AFTER, Outcome.UNKNOWN, 1),
        (Fault.STATUS_500_AFTER, Outcome.UNKNOWN, 1),
        (Fault.HTML_502, Outcome.UNKNOWN, 0),
        (Fault.TRUNCATED, Outcome.UNKNOWN, 1),
        (Fault.DATA_NULL, Outcome.UNKNOWN, 1),
        (Fault.REDIRECT, Outcome.UNKNOWN, 0),
        (Fault.STATUS_429, Outcome.UNKNOWN, 0),
        (Fault.STATUS_401, Outcome.REFUSED, 0),
        (Fault.STATUS_403, Outcome.REFUSED, 0),
        (Fault.PROXY_407, Outcome.NOT_DONE, 0),
    ],
)
def test_what_the_journal_believes_after_a_fault(
    at: Bench, fault: Fault, outcome: Outcome, charges: int
) -> None:
    draft = at.draft()
    at.server.faults.set(fault, "register_mailbox")
    with pytest.raises(ApiError):
        registration.register(at.office, draft.id, Work())
    assert outcomes(at) == [outcome]
    assert at.seen("register_mailbox") == 1
    assert len(at.server.ledger) == charges
    assert at.office.drafts.get(draft.id) is not None


def test_nothing_listens_so_nothing_was_done(at: Bench) -> None:
    at.server.stop()
    draft = at.draft()
    with pytest.raises(ApiError) as refused:
        registration.register(at.office, draft.id, Work())
    assert (refused.value.kind, refused.value.operation) == (
        ErrorKind.UNAVAILABLE,
        "register_mailbox",
    )
    assert outcomes(at) == [], "the list is read first"
    assert standing(at, draft.id) is not Standing.UNKNOWN


def test_an_unknown_outcome_closes_the_way_until_it_is_overridden(at: Bench) -> None:
    draft = at.draft()
    at.server.faults.set(Fault.DROP_BEFORE, "register_mailbox")
    with pytest.raises(ApiError) as unknown:
        registration.register(at.office, draft.id, Work())
    assert unknown.value.kind is ErrorKind.UNKNOWN_OUTCOME
    assert standing(at, draft.id) is Standing.UNKNOWN

    with pytest.raises(Refusal, match=r"attempt\.unknown"):
        registration.register(at.office, draft.id, Work())
    assert at.seen("register_mailbox") == 1
    assert outcomes(at) == [Outcome.UNKNOWN]

    other = at.draft(casella_pec="altra.prova@testcert.legalmail.it")
    registration.register(at.office, other.id, Work())
    registration.register(at.office, draft.id, Work(), override=True)
    assert outcomes(at) == [Outcome.UNKNOWN, Outcome.CONFIRMED, Outcome.CONFIRMED]
    assert len(at.server.ledger) == 2


def test_the_attempt_is_on_the_disk_before_the_server_sees_the_request(at: Bench) -> None:
    draft = at.draft()
    at.server.faults.set(Fault.HANG, "register_mailbox")
    errors: list[Exception] = []

    def send() -> None:
        try:
            registration.register(at.office, draft.id, Work())
        except ApiError as error:
            errors.append(error)

    sender = threading.Thread(target=send)
    sender.start()
    assert at.server.faults.wait_held()
    elsewhere = AttemptStore(Database(at.database.path, any_place=True), at.office.account.id)
    (attempt,) = elsewhere.all()
    assert (attempt.operation, attempt.target, attempt.outcome) == (
        "register_mailbox",
        ADDRESS,
        Outcome.PENDING,
    )
    # Another run of the program, after this one was killed here, would find it and call it unknown.
    assert elsewhere.interrupt_pending() == 1
    assert elsewhere.all()[0].outcome is Outcome.UNKNOWN

    at.server.faults.release()
    sender.join(10)
    assert len(errors) == 1


def test_what_is_under_way_cannot_be_sent_a_second_time(at: Bench) -> None:
    draft = at.draft()
    twin = at.draft()  # the same address, from a second window
    at.server.faults.set(Fault.HANG, "register_mailbox")
    ended: list[Exception] = []

    def send() -> None:
        try:
            registration.register(at.office, draft.id, Work())
        except ApiError as error:
            ended.append(error)

    sender = threading.Thread(target=send)
    sender.start()
    assert at.server.faults.wait_held()
    for one in (draft, twin):
        with pytest.raises(Refusal, match=r"attempt\.pending"):
            registration.register(at.office, one.id, Work(), override=True)
    at.server.faults.release()
    sender.join(10)
    assert (len(ended), at.seen("register_mailbox")) == (1, 1)


def test_many_threads_at_once_register_once(at: Bench) -> None:
    twins = [at.draft() for _ in range(6)]
    start = threading.Barrier(len(twins))
    ends: list[str] = []

    def send(draft_id: str) -> None:
        start.wait()
        try:
            registration.register(at.office, draft_id, Work())
            ends.append("registered")
        except (ApiError, Refusal) as error:
            ends.append(type(error).__name__)

    senders = [threading.Thread(target=send, args=(twin.id,)) for twin in twins]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(30)
    assert ends.count("registered") == 1
    assert len(ends) == len(twins)
    assert len(at.server.ledger) == 1


def test_a_second_click_on_the_same_draft_finds_it_gone(at: Bench) -> None:
    draft = at.draft()
    registration.register(at.office, draft.id, Work())
    with pytest.raises(Refusal, match=r"draft\.gone"):
        registration.register(at.office, draft.id, Work())
    assert at.seen("register_mailbox") == 1


def test_a_success_that_cannot_be_written_down_counts_as_unknown(
    at: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = at.draft()
    real = at.database.transaction
    calls = iter(range(100))

    def full_after_the_attempt():  # type: ignore[no-untyped-def]
        if next(calls) < 2:  # the list, the attempt
            return real()
        from pec_desktop.errors import StoreError

        raise StoreError("store.disk_full")

    monkeypatch.setattr(at.database, "transaction", full_after_the_attempt)
    with pytest.raises(ApiError) as unknown:
        registration.register(at.office, draft.id, Work())
    monkeypatch.undo()
    assert unknown.value.kind is ErrorKind.UNKNOWN_OUTCOME
    assert outcomes(at) == [Outcome.PENDING]
    assert at.office.drafts.get(draft.id) is not None
    with pytest.raises(Refusal, match=r"attempt\.pending"):
        registration.register(at.office, draft.id, Work())
    assert len(at.server.ledger) == 1


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.HANG_AFTER])
def test_an_archive_that_vanishes_meanwhile_does_not_make_a_payment_look_refused(
    at: Bench, fault: Fault
) -> None:
    draft = at.draft()
    at.server.faults.set(fault, "register_mailbox", seconds=30)
    ended: list[Exception] = []

    def send() -> None:
        try:
            registration.register(at.office, draft.id, Work())
        except (ApiError, StoreError) as error:
            ended.append(error)

    sender = threading.Thread(target=send)
    sender.start()
    assert at.server.faults.wait_held()
    archive = at.database.path
    archive.rename(archive.with_suffix(".away"))
    at.server.faults.release()
    sender.join(30)
    archive.with_suffix(".away").rename(archive)

    (error,) = ended
    assert isinstance(error, ApiError)
    assert error.kind is ErrorKind.UNKNOWN_OUTCOME
    assert len(at.server.ledger) == 1
    assert at.office.drafts.get(draft.id) is not None
    assert outcomes(at) == [Outcome.PENDING]


def test_an_archive_that_fails_afterwards_does_not_make_a_success_look_failed(
    at: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("store.disk_full")

    monkeypatch.setattr(MailboxStore, "save_details", full)
    draft = at.draft()
    assert registration.register(at.office, draft.id, Work()).casella_pec == ADDRESS
    assert outcomes(at) == [Outcome.CONFIRMED]


def test_availability_is_asked(at: Bench) -> None:
    assert registration.available(at.office, ADDRESS, Work())
    at.registered()
    assert not registration.available(at.office, ADDRESS, Work())


def test_the_price_comes_from_the_account_and_is_asked_for_once(at: Bench) -> None:
    for _ in range(2):
        quote = registration.cost(at.office, {"tipo_casella": "BRONZE"}, Work())
    assert (quote.price.amount, quote.price.certainty) == (Decimal("25.0"), Certainty.KNOWN)
    assert quote.credit == at.server.credit
    assert (at.seen("get_scope"), at.seen("wallet")) == (1, 2)


@pytest.mark.parametrize(
    ("amount", "text"),
    [("11.0", "11.00"), ("4.5", "4.50"), ("0.005", "0.005"), ("1E+2", "100.00"), (None, None)],
)
def test_an_amount_is_written_with_its_cents(amount: str | None, text: str | None) -> None:
    price = Price(None if amount is None else Decimal(amount), Certainty.KNOWN)
    assert prices.amount_text(price) == text


def test_the_journal_keeps_the_price_that_was_shown(at: Bench) -> None:
    registration.cost(at.office, {"tipo_casella": "BRONZE"}, Work())
    at.registered(tipo_casella="BRONZE")
    assert at.office.attempts.all()[0].amount == "25.00"
    assert [charge.amount for charge in at.server.ledger] == [Decimal("25.00")]


def test_without_an_answer_the_price_is_an_estimate_and_the_credit_unknown(at: Bench) -> None:
    at.server.stop()
    quote = registration.cost(at.office, {"tipo_casella": "GOLD"}, Work())
    assert (quote.price.amount, quote.price.certainty) == (Decimal("64.00"), Certainty.ESTIMATED)
    assert quote.credit is None


def test_offline_there_is_an_estimate_too(tmp_path: Path) -> None:
    with bench(tmp_path, connected=False) as at:
        quote = registration.cost(at.office, {}, Work())
    assert (quote.price.amount, quote.price.certainty, quote.credit) == (
        None,
        Certainty.UNKNOWN,
        None,
    )


def test_a_list_asked_for_before_a_registration_does_not_hide_it(at: Bench) -> None:
    """The answer was on its way when the mailbox was registered: the list is asked for again."""
    at.registered()
    before = at.seen("list_mailboxes")
    at.server.faults.set(Fault.SLOW, "list_mailboxes", seconds=30)
    changes: list[object] = []
    reader = threading.Thread(target=lambda: changes.append(mailboxes.refresh(at.office, Work())))
    reader.start()
    assert at.server.faults.wait_held()
    other = at.registered(casella_pec="altra.prova@testcert.legalmail.it")
    at.server.faults.release()
    reader.join(10)
    stored = at.office.mailboxes.get(other.id)
    assert stored is not None
    assert stored.listed
    assert (len(changes), at.seen("list_mailboxes") - before) == (1, 3)
