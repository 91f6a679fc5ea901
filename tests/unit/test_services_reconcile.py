"""Reconciling: what follows is taken up, time and wallet are heard, the person decides last."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from changes_support import BRONZE, GOLD, STANDARD, box
from msgspec.structs import replace
from office_support import Bench, bench, connection_to
from reconcile_support import (
    COMPANY,
    EMAIL,
    ERRANDS,
    QUIET,
    USER,
    after_the_quiet_period,
    another_run,
    attempt_of,
    charges,
    communication_draft,
    evidence_of,
    look,
    rich,
)

from pec_desktop.api.client import PecClient
from pec_desktop.domain.evidence import Expenses, Verdict
from pec_desktop.errors import ApiError, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import (
    changes,
    communications,
    drafts,
    lookups,
    mailboxes,
    reconcile,
    registration,
)
from pec_desktop.services.office import Office
from pec_desktop.services.taking_up import KEPT
from pec_desktop.store import journal_gap
from pec_desktop.store.attempts import Attempt, AttemptStore, Outcome
from pec_desktop.store.drafts import DraftPaper
from pec_desktop.store.journal_gap import JournalGap
from pec_desktop.work import Work

ADDRESS = "studio.prova@testcert.legalmail.it"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with rich(tmp_path) as opened:
        yield opened


@pytest.fixture
def colleague(at: Bench) -> Iterator[PecClient]:
    """Somebody else with the same account, on another computer."""
    with PecClient(at.server.url, at.server.token) as client:
        yield client


def lose(at: Bench, operation: str, *, done: bool, override: bool = False) -> Attempt:
    """Send an operation whose answer is lost, carried out or not."""
    send = ERRANDS[operation].prepare(at)
    at.server.faults.set(Fault.DROP_AFTER if done else Fault.DROP_BEFORE, operation)
    with pytest.raises(ApiError):
        send(override=override)
    return attempt_of(at, operation)


def outcome(at: Bench, attempt: Attempt) -> Outcome:
    now = at.office.attempts.get(attempt.id)
    assert now is not None
    return now.outcome


def untold(at: Bench, attempt: Attempt) -> bool:
    now = at.office.attempts.get(attempt.id)
    assert now is not None
    told = evidence_of(now).verdict is Verdict.CANNOT_BE_TOLD
    return told and now.outcome is Outcome.UNKNOWN


# What follows


def test_a_registration_that_happened_is_like_one_that_was_answered(at: Bench) -> None:
    attempt = lose(at, "register_mailbox", done=True)
    (draft,) = at.office.drafts.all()
    (found,) = look(at)
    assert (found.settled, found.again_in, found.for_the_person) == (True, None, False)
    assert found.attempt.outcome is Outcome.CONFIRMED
    stored = at.office.mailboxes.get(found.attempt.reference)
    assert stored is not None
    assert (stored.mailbox.casella_pec, stored.mailbox.holder) == (ADDRESS, "Prova Srl")
    assert stored.details_at is not None
    assert at.office.drafts.get(draft.id) is None
    told = evidence_of(found.attempt)
    assert (told.verdict, told.decided, told.now["ids"]) == (
        Verdict.HAPPENED,
        False,
        [found.attempt.reference],
    )
    assert (found.attempt.before["ids"], attempt.amount) == ([], "11.00")


def test_papers_that_were_sent_are_kept_and_those_that_came_later_stay(at: Bench) -> None:
    for operation in ("activate_mailbox", "activate_preservation"):
        attempt = lose(at, operation, done=True)
        (draft,) = at.office.drafts.all()
        late = at.office.files.put(b"%PDF-1.7 late", "late.pdf")
        draft.papers.append(DraftPaper(late.sha256, late.name))
        drafts.save(at.office, draft)
        look(at)
        assert outcome(at, attempt) is Outcome.CONFIRMED
        kept = at.office.papers.kept(attempt.target, KEPT[operation])
        assert {paper.sha256 for paper in kept} == set(attempt.reference.split())
        left = drafts.get(at.office, draft.id)
        assert [paper.sha256 for paper in left.papers] == [late.sha256]
        stamp = left.updated_at
        at.clock.advance(5)
        look(at)
        assert drafts.get(at.office, draft.id).updated_at == stamp, "it is left in peace now"
        drafts.delete(at.office, draft.id)


def test_a_communication_that_happened_is_remembered_with_whom_it_is_for(at: Bench) -> None:
    attempt = lose(at, "start_communication", done=True)
    look(at)
    now = at.office.attempts.get(attempt.id)
    assert now is not None
    assert now.outcome is Outcome.CONFIRMED
    stored = at.office.communications.get(now.reference)
    assert stored is not None
    assert (stored.administrator, stored.communication.ragione_sociale) == (True, "Prova Srl")
    assert at.office.drafts.all() == []


@pytest.mark.parametrize("operation", ERRANDS)
def test_what_did_not_happen_leaves_everything_as_it_was(at: Bench, operation: str) -> None:
    attempt = lose(at, operation, done=False)
    before = at.office.drafts.all()
    first, *_ = look(at)
    assert (first.settled, first.again_in, first.for_the_person) == (False, QUIET, False)
    assert first.attempt.message == attempt.message, "what went wrong stays in the journal"
    at.clock.advance(QUIET)
    (second,) = look(at)
    assert second.attempt.outcome is Outcome.NOT_DONE
    assert at.office.drafts.all() == before
    assert reconcile.one(at.office, attempt.id, Work(), quiet_period=QUIET) == reconcile.Look(
        second.attempt
    )


# Time


def test_the_first_negative_reading_is_remembered_by_the_next_run(at: Bench) -> None:
    attempt = lose(at, "renew_mailbox", done=False)
    look(at)
    at.clock.advance(QUIET)
    office = another_run(at)
    assert office.attempts.interrupt_pending() == 0
    reconcile.all_unknown(office, Work(), quiet_period=QUIET)
    assert outcome(at, attempt) is Outcome.NOT_DONE


def test_two_readings_are_needed_even_after_a_long_time(at: Bench) -> None:
    attempt = lose(at, "renew_mailbox", done=False)
    at.clock.advance(7 * 24 * 3600)
    (first,) = look(at)
    assert (first.settled, first.again_in) == (False, 0)
    (second,) = look(at)
    assert second.settled
    assert outcome(at, attempt) is Outcome.NOT_DONE


def test_without_a_quiet_period_two_readings_suffice(at: Bench) -> None:
    attempt = lose(at, "add_user", done=False)
    look(at, quiet_period=0)
    assert outcome(at, attempt) is Outcome.UNKNOWN
    look(at, quiet_period=0)
    assert outcome(at, attempt) is Outcome.NOT_DONE


def test_a_reading_that_says_otherwise_begins_the_count_anew(
    at: Bench, colleague: PecClient
) -> None:
    attempt = lose(at, "change_space", done=False)
    look(at)
    assert evidence_of(look(at)[0].attempt).absent_since is not None
    colleague.change_space(attempt.target, spazio_disco="+2048")
    at.clock.advance(QUIET)
    (last,) = look(at)
    assert untold(at, attempt)
    assert evidence_of(last.attempt).absent_since is None


@pytest.mark.parametrize("back", [60, 24 * 3600])
def test_a_clock_that_is_set_back_never_shortens_the_quiet_period(at: Bench, back: int) -> None:
    attempt = lose(at, "renew_mailbox", done=False)
    look(at)
    at.clock.advance(-back)
    for _ in range(3):
        at.clock.advance(QUIET // 3)
        assert not look(at)[0].settled
    at.clock.advance(back)
    assert look(at)[0].settled
    assert outcome(at, attempt) is Outcome.NOT_DONE


def test_a_clock_set_back_while_it_was_sent_counts_from_the_later_moment(at: Bench) -> None:
    number = at.office.attempts.begin(
        *("revoke_mailbox", box(at, STANDARD).id, "", "", {}, None), refuse_if_open=True
    )
    began = at.clock.now
    at.clock.advance(-3600)
    at.office.attempts.finish(number, Outcome.UNKNOWN)
    at.clock.advance(QUIET + 1)
    (found,) = look(at)
    assert found.again_in == int(began) + QUIET - at.office.now()


# Two attempts, other people


@pytest.mark.parametrize("operation", ["renew_mailbox", "change_space", "add_user"])
@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("second", [False, True])
def test_two_lost_attempts_are_told_apart_or_left_to_the_person(
    at: Bench, operation: str, first: bool, second: bool
) -> None:
    """The second was sent on purpose, before anybody had looked what became of the first."""
    one = lose(at, operation, done=first)
    two = lose(at, operation, done=second, override=True)
    after_the_quiet_period(at)
    look(at)
    if second and not first:
        assert untold(at, one)
        assert untold(at, two), "a slow server may have carried out either"
        reconcile.settle(at.office, one.id, happened=False)
        look(at)
    truth = {True: Outcome.CONFIRMED, False: Outcome.NOT_DONE}
    assert [outcome(at, attempt) for attempt in (one, two)] == [truth[first], truth[second]]
    assert charges(at, operation) == first + second


def test_a_second_attempt_that_was_answered_explains_what_is_there(at: Bench) -> None:
    lost = lose(at, "renew_mailbox", done=False)
    ERRANDS["renew_mailbox"].prepare(at)(override=True)
    after_the_quiet_period(at)
    assert outcome(at, lost) is Outcome.NOT_DONE
    assert charges(at, "renew_mailbox") == 1


def test_a_renewal_lost_long_ago_and_settled_does_not_confuse_the_next(at: Bench) -> None:
    first = lose(at, "renew_mailbox", done=True)
    look(at)
    assert outcome(at, first) is Outcome.CONFIRMED
    for done, expected in ((True, Outcome.CONFIRMED), (False, Outcome.NOT_DONE)):
        at.clock.advance(3600)
        later = lose(at, "renew_mailbox", done=done)
        after_the_quiet_period(at)
        assert outcome(at, later) is expected


@pytest.mark.parametrize("done", [False, True])
def test_somebody_else_who_bought_something_else_makes_it_unclear(
    at: Bench, colleague: PecClient, done: bool
) -> None:
    attempt = lose(at, "renew_mailbox", done=done)  # two years
    colleague.renew_mailbox(attempt.target, 1)
    after_the_quiet_period(at)
    assert untold(at, attempt)


def test_somebody_else_at_the_mailbox_spoils_the_proof(at: Bench, colleague: PecClient) -> None:
    attempt = lose(at, "renew_mailbox", done=False)
    colleague.renew_mailbox(attempt.target, 2)  # the very same
    colleague.add_user(attempt.target, USER)
    after_the_quiet_period(at)
    assert untold(at, attempt)


def test_somebody_elses_mailbox_of_another_type_is_not_ours(
    at: Bench, colleague: PecClient
) -> None:
    attempt = lose(at, "register_mailbox", done=False)
    draft = at.office.drafts.all()[0]
    colleague.register_mailbox({**registration.request(draft.values), "tipo_casella": "GOLD"})
    (found,) = look(at)
    assert untold(at, attempt)
    assert found.attempt.reference == ""
    assert drafts.get(at.office, draft.id) == draft


def test_somebody_elses_communication_for_another_company_is_not_ours(
    at: Bench, colleague: PecClient
) -> None:
    attempt = lose(at, "start_communication", done=False)
    other = {**COMPANY, "cf_piva": "01234567897", "ragione_sociale": "Altra Srl"}
    colleague.start_communication(other)
    after_the_quiet_period(at)
    assert outcome(at, attempt) in (Outcome.NOT_DONE, Outcome.UNKNOWN)
    if outcome(at, attempt) is Outcome.UNKNOWN:  # the wallet shows one of that price
        assert evidence_of(look(at)[0].attempt).expenses == Expenses(("12.00",), 1)
    at.office.connection = replace(connection_to(at.server), api_key="")
    look(at)
    assert outcome(at, attempt) is Outcome.NOT_DONE


def test_an_attempt_that_begins_during_a_look_is_not_judged_by_it(
    at: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the vendor's answer is on its way, the person sends again and is answered."""
    attempt = lose(at, "renew_mailbox", done=False)
    again = ERRANDS["renew_mailbox"].prepare(at)
    real = mailboxes.read

    def overtaken(office: Office, mailbox_id: str, work: Work) -> object:
        found = real(office, mailbox_id, work)
        monkeypatch.undo()
        again(override=True)
        return found

    look(at)
    at.clock.advance(QUIET)
    monkeypatch.setattr(mailboxes, "read", overtaken)
    (found,) = look(at)
    assert (found.settled, found.again_in) == (False, 0)
    look(at)
    assert outcome(at, attempt) is Outcome.NOT_DONE


# The wallet


def test_an_expense_that_nobody_explains_holds_a_no_back(at: Bench, colleague: PecClient) -> None:
    attempt = lose(at, "renew_mailbox", done=False)  # 128.00 for a GOLD
    colleague.change_space(attempt.target, spazio_storico="+1024")  # 6.00: not that amount
    after_the_quiet_period(at)
    assert outcome(at, attempt) is Outcome.NOT_DONE

    lost = lose(at, "add_user", done=False)
    colleague.add_user(box(at, BRONZE).id, USER)  # 5.00, somewhere else
    after_the_quiet_period(at)
    assert untold(at, lost)
    (found,) = look(at)
    assert evidence_of(found.attempt).expenses == Expenses(("5.00",), 1)
    assert found.for_the_person


def test_what_was_paid_from_here_explains_its_expense(at: Bench) -> None:
    lost = lose(at, "add_user", done=False)
    changes.add_user(at.office, box(at, BRONZE).id, USER, Work())  # 5.00 as well
    after_the_quiet_period(at)
    assert outcome(at, lost) is Outcome.NOT_DONE


def test_the_wallets_silence_proves_nothing(at: Bench) -> None:
    """As in the sandbox, which charges nothing."""
    attempt = lose(at, "renew_mailbox", done=True)
    at.server._state.wallet.movements.pop()
    (found,) = look(at)
    assert outcome(at, attempt) is Outcome.CONFIRMED
    assert evidence_of(found.attempt).expenses == Expenses()


def test_a_wallet_that_cannot_be_asked_is_no_witness(at: Bench) -> None:
    at.server.faults.set(Fault.STATUS_403, "wallet_transactions", times=None)
    attempt = lose(at, "renew_mailbox", done=False)
    assert "wallet" not in attempt.before
    after_the_quiet_period(at)
    assert outcome(at, attempt) is Outcome.NOT_DONE


def test_a_wallet_in_another_order_is_no_witness(at: Bench) -> None:
    at.server._state.wallet.movements.reverse()
    assert "wallet" not in lose(at, "renew_mailbox", done=True).before


def test_of_two_lost_domain_checks_the_wallet_tells_how_many(at: Bench) -> None:
    def ask(domain: str, *, done: bool) -> Attempt:
        at.server.faults.set(Fault.DROP_AFTER if done else Fault.DROP_BEFORE, "check_domain")
        with pytest.raises(ApiError):
            lookups.ask_domain(at.office, domain, Work())
        return at.office.attempts.all()[0]

    one, two = ask("legalmail.it", done=True), ask("pec.it", done=False)
    after_the_quiet_period(at)
    assert (outcome(at, one), outcome(at, two)) == (Outcome.UNKNOWN, Outcome.NOT_DONE)
    look(at)
    assert outcome(at, one) is Outcome.CONFIRMED
    three, four = ask("pec.example", done=True), ask("altro.example", done=True)
    after_the_quiet_period(at)
    assert outcome(at, three) is Outcome.CONFIRMED
    assert untold(at, four), "what was spent since may have been for the one before"
    assert charges(at, "check_domain") == 3


# The person


@pytest.mark.parametrize("happened", [True, False])
def test_what_cannot_be_told_is_the_persons_decision(
    at: Bench, colleague: PecClient, happened: bool
) -> None:
    attempt = lose(at, "renew_mailbox", done=True)
    colleague.renew_mailbox(attempt.target, 1)
    look(at)
    at.clock.advance(60)
    settled = reconcile.settle(at.office, attempt.id, happened)
    assert settled.outcome is (Outcome.CONFIRMED if happened else Outcome.NOT_DONE)
    told = evidence_of(settled)
    assert (told.decided, told.at) == (True, at.office.now())
    assert told.verdict is (Verdict.HAPPENED if happened else Verdict.DID_NOT_HAPPEN)
    assert told.now["data_scadenza"], "what was read stays beside the decision"
    assert look(at) == []
    with pytest.raises(Refusal, match=r"attempt\.settled"):
        reconcile.settle(at.office, attempt.id, not happened)


def test_a_decision_that_it_happened_is_taken_up_as_far_as_it_is_known(at: Bench) -> None:
    attempt = lose(at, "activate_mailbox", done=True)
    settled = reconcile.settle(at.office, attempt.id, happened=True)
    assert at.office.drafts.all() == []
    kept = at.office.papers.kept(attempt.target, KEPT["activate_mailbox"])
    assert {paper.sha256 for paper in kept} == set(settled.reference.split())

    lost = lose(at, "register_mailbox", done=False)
    (draft,) = at.office.drafts.all()
    settled = reconcile.settle(at.office, lost.id, happened=True)
    assert (settled.outcome, settled.reference) == (Outcome.CONFIRMED, "")
    assert drafts.get(at.office, draft.id) == draft, "nobody has seen the mailbox"


def test_only_what_is_unknown_and_in_the_journal_can_be_decided(at: Bench) -> None:
    changes.add_user(at.office, box(at, BRONZE).id, USER, Work())
    with pytest.raises(Refusal, match=r"attempt\.settled"):
        reconcile.settle(at.office, at.office.attempts.all()[0].id, happened=False)
    with pytest.raises(KeyError):
        reconcile.settle(at.office, 999, happened=True)
    with pytest.raises(KeyError):
        reconcile.one(at.office, 999, Work(), quiet_period=QUIET)


# All of them


def test_all_are_looked_at_and_lists_are_read_once(at: Bench) -> None:
    one = lose(at, "renew_mailbox", done=True)
    two = lose(at, "register_mailbox", done=True)
    at.server.faults.set(Fault.DROP_BEFORE, "register_mailbox")
    with pytest.raises(ApiError):
        at.registered(casella_pec="altra.prova@testcert.legalmail.it")
    before = at.seen("list_mailboxes")
    seen: list[tuple[int, int]] = []
    looks = reconcile.all_unknown(
        at.office, Work(lambda *told: seen.append(told)), quiet_period=QUIET
    )
    assert [found.attempt.id for found in looks][:2] == [one.id, two.id]
    assert [found.settled for found in looks] == [True, True, False]
    assert at.seen("list_mailboxes") == before + 1
    assert seen == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_one_that_cannot_be_read_does_not_stop_the_rest(at: Bench) -> None:
    lose(at, "renew_mailbox", done=True)
    lose(at, "add_user", done=True)
    at.server.faults.set(Fault.HTML_200, "get_mailbox")
    assert [found.attempt.operation for found in look(at)] == ["add_user"]
    at.server.faults.set(Fault.STATUS_401, "get_mailbox")
    with pytest.raises(ApiError):
        look(at)
    assert [found.settled for found in look(at)] == [True]


def test_a_mailbox_that_is_gone_cannot_tell(at: Bench) -> None:
    attempt = lose(at, "renew_mailbox", done=True)
    del at.server._state.mailboxes[attempt.target]
    after_the_quiet_period(at)
    assert untold(at, attempt)


def test_nothing_unknown_asks_nothing(at: Bench) -> None:
    before = len(at.server.requests)
    assert look(at) == []
    assert len(at.server.requests) == before


def test_no_more_personal_data_is_kept_than_the_verdict_needs(at: Bench) -> None:
    """Of a new user the e-mail, by which the user is found again; of all others nothing."""
    private = {
        str(value)
        for given in (USER, COMPANY, at.draft().values)
        for name, value in given.items()
        if name not in ("casella_pec", "tipo_casella", "cf_piva", "provincia", "descrizione")
        and isinstance(value, str)
        and len(value) > 5
    }
    for operation in ERRANDS:
        lose(at, operation, done=True)
        look(at)
    with at.database.connect() as connection:
        rows = connection.execute("SELECT operation, before, asked, evidence FROM attempts")
        kept = {operation: " ".join(map(str, texts)) for operation, *texts in rows}
    found = {(name, one) for name, words in kept.items() for one in private if one in words}
    assert found == {("add_user", EMAIL)}


# A new or restored journal


def test_the_first_payment_for_what_is_older_than_the_journal_warns(at: Bench) -> None:
    def warns(operation: str, target: str) -> bool:
        key = reconcile.first_payment_warning(at.office, operation, target)
        assert key in (None, reconcile.FIRST_PAYMENT)
        return key is not None

    old, other = box(at, GOLD), box(at, STANDARD)
    assert warns("renew_mailbox", old.id)
    assert warns("add_user", old.id)
    assert not warns("revoke_mailbox", old.id), "it costs nothing"
    assert not warns("check_domain", "legalmail.it")
    changes.renew(at.office, old.id, 1, Work())
    assert not warns("renew_mailbox", old.id)
    assert not warns("add_user", old.id), "the target is known now"
    assert warns("renew_mailbox", other.id)

    assert not warns("register_mailbox", ADDRESS), "nothing is there yet"
    assert warns("register_mailbox", old.casella_pec)
    own = at.registered()
    assert not warns("register_mailbox", ADDRESS)
    assert not warns("renew_mailbox", own.id), "it began here"

    target = f"{GOLD}@testcert.legalmail.it"
    communications.refresh(at.office, Work())
    ids = [one.communication.id for one in communications.cached(at.office)]
    communications.fetch_details(at.office, ids, Work())
    (seeded,) = [
        one.communication
        for one in communications.cached(at.office)
        if one.communication.casella_pec == target
    ]
    assert warns("start_communication", f"{target} {seeded.cf_piva}")
    assert not warns("start_communication", f"{target} 12345678903")
    begun = communications.start(at.office, communication_draft(at), Work())
    assert not warns("start_communication", f"{begun.casella_pec} {begun.cf_piva}")


def test_a_restored_archive_warns_again(at: Bench) -> None:
    own = at.registered()
    changes.renew(at.office, box(at, GOLD).id, 1, Work())
    for target in (own.id, box(at, GOLD).id):
        assert reconcile.first_payment_warning(at.office, "renew_mailbox", target) is None
    at.clock.advance(1)
    with at.database.transaction() as connection:
        journal_gap.note(connection, JournalGap("archive", 0, at.office.now()))
    for target in (own.id, box(at, GOLD).id):
        assert reconcile.first_payment_warning(at.office, "renew_mailbox", target)
    assert reconcile.first_payment_warning(at.office, "register_mailbox", ADDRESS)
    lost = lose(at, "renew_mailbox", done=False)
    assert reconcile.first_payment_warning(at.office, "renew_mailbox", lost.target) is None


def test_a_payment_that_never_left_makes_nothing_known(tmp_path: Path) -> None:
    with bench(tmp_path) as at:
        journal = AttemptStore(at.database, at.office.account.id)
        number = journal.begin("renew_mailbox", "m", "", "", {}, None)
        journal.finish(number, Outcome.NOT_DONE)
        assert reconcile.first_payment_warning(at.office, "renew_mailbox", "m")
        assert at.server.credit > Decimal(0)
