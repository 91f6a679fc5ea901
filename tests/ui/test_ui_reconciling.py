"""Lost answers in the window: looked for by itself and on request, decided where nothing tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from access import nameless
from office_support import STUDIO, connection_to
from paper_samples import pdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from window_support import Opened, opened
from wizard_support import Place, place

from pec_desktop.api.client import PecClient
from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.domain.polling import HIDDEN_LIMIT, STAGES
from pec_desktop.errors import ApiError
from pec_desktop.practice import Fault
from pec_desktop.services import activation, changes, drafts, mailboxes, reconcile
from pec_desktop.services.office import Office
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.ui.decision import DecisionDialog
from pec_desktop.ui.payment import Order, PaymentPage, Standing
from pec_desktop.ui.reconciler import Reconciler
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.work import Work

QUIET = 120
ADDRESS = str(STUDIO["casella_pec"])


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as window:
        yield window


@contextmanager
def colleague(at: Opened) -> Iterator[PecClient]:
    """Somebody else with the same account."""
    with PecClient(at.at.server.url, at.at.server.token) as client:
        yield client


def active(office: Office) -> Mailbox:
    """An active mailbox of the seeded office that does not renew itself."""
    mailboxes.refresh(office, Work())
    return next(
        box
        for stored in office.mailboxes.all()
        if (box := mailboxes.read(office, stored.mailbox.id, Work())).state is State.EVASA
        and not box.autorinnovo
        and box.tipo_casella == "GOLD"
    )


def lose_renewal(at: Opened, *, done: bool) -> Attempt:
    """A renewal whose answer was lost."""
    office = at.at.office
    at.at.server.faults.set(Fault.DROP_AFTER if done else Fault.DROP_BEFORE, "renew_mailbox")
    with pytest.raises(ApiError):
        changes.renew(office, active(office).id, 1, Work())
    return office.attempts.all()[0]


def outcome(at: Opened, attempt: Attempt) -> Outcome:
    now = at.at.office.attempts.get(attempt.id)
    assert now is not None
    return now.outcome


def activity(at: Opened) -> list[str]:
    """The outcomes that the Activity page shows, its first row selected."""
    at.window.show_page("activity")
    at.settle()
    table = at.window.activity.table
    if table.rows.rowCount():
        table.selectRow(0)
    place = [one.title for one in table.rows.columns].index("Outcome")
    return [table.rows.index(row, place).data() for row in range(table.rows.rowCount())]


def decisions(at: Opened) -> list[DecisionDialog]:
    """The dialogs that are open; they are deleted when they close."""
    return [one for one in at.window.findChildren(DecisionDialog) if one.isVisible()]


def decision(at: Opened) -> DecisionDialog:
    """The dialog that is open."""
    (dialog,) = decisions(at)
    return dialog


def said(dialog: QDialog) -> str:
    """All words of a dialog."""
    words = (label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))
    return "\n".join(words).replace("\u200b", "")


# By itself


def test_what_was_lost_before_the_start_is_found_out_after_connecting(at: Opened) -> None:
    attempt = lose_renewal(at, done=True)
    assert at.window.status._waiting.text() == ""
    at.connect()
    at.qtbot.waitUntil(lambda: outcome(at, attempt) is Outcome.CONFIRMED)
    at.settle()
    words = at.window.mailboxes.news.words
    assert words == f"{attempt.label} – Renewal: it was carried out, although no answer came."
    assert at.window.sidebar._buttons["activity"].accessibleName() == "Activity"
    assert activity(at) == ["Confirmed"]


def test_a_lost_activation_is_found_out_at_once(at: Opened, tmp_path: Path) -> None:
    at.connect()
    row = next(
        one
        for one in at.shown
        if one.stored.mailbox.state is State.REGISTRATA
        and one.stored.mailbox.tipo_casella == "BRONZE"
    )
    files = [tmp_path / "modulo.pdf", tmp_path / "documento identita.pdf"]
    for pages, file in enumerate(files, start=1):
        file.write_bytes(pdf(pages))
    activation.take_papers(at.at.office, row.id, files, Work())
    at.at.server.faults.set(Fault.DROP_AFTER, "activate_mailbox")
    at.window.errands.send_papers(row.id)
    at.qtbot.waitUntil(lambda: "although no answer came" in at.window.mailboxes.news.words)
    at.settle()
    assert at.at.office.drafts.all() == []
    assert at.at.seen("activate_mailbox") == 1
    stored = at.at.office.mailboxes.get(row.id)
    assert stored is not None
    assert stored.mailbox.state is State.IN_EVASIONE


def test_what_did_not_happen_takes_the_quiet_period(at: Opened) -> None:
    at.connect()
    attempt = lose_renewal(at, done=False)
    at.window.reload()
    looked: list[reconcile.Look] = []
    at.desk.reconciler.looked.connect(looked.append)
    at.qtbot.waitUntil(lambda: bool(looked))
    at.settle()
    assert outcome(at, attempt) is Outcome.UNKNOWN
    assert "Unknown outcomes: 1" in at.window.status._waiting.text()
    at.at.clock.advance(QUIET)
    at.qtbot.waitUntil(lambda: outcome(at, attempt) is Outcome.NOT_DONE, timeout=10_000)
    at.settle()
    assert "was not carried out and may be sent again" in at.window.mailboxes.news.words
    assert at.window.status._waiting.text() == ""
    assert at.at.seen("renew_mailbox") == 1


def test_a_refresh_looks_too_and_a_closed_window_does_not(at: Opened) -> None:
    at.connect()
    attempt = lose_renewal(at, done=False)
    with colleague(at) as client:
        client.renew_mailbox(attempt.target, 2)
    at.window.reload()
    at.settle()
    told = at.at.office.attempts.get(attempt.id)
    assert told is not None
    assert told.evidence is not None
    before = told.evidence.at
    at.at.clock.advance(600)
    at.window.follower.refresh()
    at.settle()
    told = at.at.office.attempts.get(attempt.id)
    assert told is not None
    assert told.evidence is not None
    assert told.evidence.at == before + 600
    at.window.close()
    asked = len(at.at.server.requests)
    at.desk.reconciler.notice(5)
    at.desk.reconciler.after_refresh()
    at.settle()
    assert len(at.at.server.requests) == asked


def test_looking_is_polite(qtbot: QtBot, tmp_path: Path) -> None:
    with place(qtbot, tmp_path) as at:
        hidden = 0.0
        one = Reconciler(at.desk.office, at.desk.runner, at.desk.settings, lambda: hidden)
        at.at.server.faults.set(Fault.DROP_BEFORE, "register_mailbox")
        with pytest.raises(ApiError):
            at.at.registered()
        looks: list[reconcile.Look] = []
        one.looked.connect(looks.append)

        one.notice(1)
        assert not one._looking, "nobody has said that the account can be reached"
        one.start()
        one.after_refresh()
        one.look_at_all()  # a second one beside it would only ask twice
        qtbot.waitUntil(lambda: len(looks) == 1)
        assert one._timer.interval() == int(STAGES[0][1] * 1000)
        one._looks = STAGES[0][0]
        one.look_at_all()
        qtbot.waitUntil(lambda: len(looks) == 2)
        assert one._timer.interval() == int(STAGES[1][1] * 1000)
        one.notice(2)
        qtbot.waitUntil(lambda: len(looks) == 3)
        assert one._looks == 1, "something new is looked at quickly again"

        at.at.server.faults.set(Fault.SLOW, "list_mailboxes", seconds=60)
        one.look_at_all()
        assert at.at.server.faults.wait_held()
        one.notice(3)
        at.at.server.faults.release()
        qtbot.waitUntil(lambda: len(looks) == 5)  # what came while it looked is looked at, too

        hidden = HIDDEN_LIMIT
        one.look_at_all()
        assert not one._looking
        hidden = 0.0
        at.desk.office.prices["get_mailbox"] = {"pec": 0.1, "get_mailbox": 0.1}
        one.look_at_all()
        assert not one._looking, "a reading that costs is never made by itself"
        at.desk.office.prices.clear()
        one.stop()
        one.look_at_all()
        assert not one._looking
        assert one._timer.isActive() is False


# Activity


def test_look_now_says_what_it_has_brought(at: Opened) -> None:
    at.connect()
    at.desk.reconciler.stop()
    attempt = lose_renewal(at, done=False)
    assert activity(at) == ["Outcome unknown"]
    page = at.window.activity
    assert page.look_button.isEnabled()
    assert page.decide_button.toolTip() == "Nobody has looked yet what became of it."
    page.look_button.click()
    assert page.look_button.accessibleDescription() == "This is being done just now."
    at.settle()
    assert "Nothing of it can be seen so far" in page.news.words
    assert attempt.label in page.news.words
    assert "can still find out by itself" in page.decide_button.toolTip()
    at.at.clock.advance(QUIET)
    page.look_button.click()
    at.settle()
    assert activity(at) == ["Not carried out"]
    assert page.look_button.toolTip() == "Select an entry whose outcome is unknown."


def test_a_look_that_fails_says_so(at: Opened) -> None:
    at.connect()
    at.desk.reconciler.stop()
    lose_renewal(at, done=False)
    activity(at)
    page = at.window.activity
    at.at.server.faults.set(Fault.STATUS_403, "get_mailbox")
    page.look_button.click()
    at.settle()
    assert page.bar.failure is not None
    assert page.look_button.isEnabled()
    at.at.office.connection = None
    page.connection_changed()
    assert "connected" in page.look_button.toolTip()


def untold(at: Opened) -> Attempt:
    """A renewal of which nothing tells whether it was carried out; Activity shows it."""
    at.connect()
    at.desk.reconciler.stop()
    attempt = lose_renewal(at, done=True)
    with colleague(at) as client:
        client.renew_mailbox(attempt.target, 1)
    at.at.clock.advance(QUIET)
    activity(at)
    at.window.activity.look_button.click()
    at.settle()
    return attempt


@pytest.mark.parametrize("happened", [True, False])
def test_what_cannot_be_told_is_decided_with_the_evidence_at_hand(
    at: Opened, happened: bool
) -> None:
    attempt = untold(at)
    dialog = decision(at)
    words = said(dialog)
    assert f"Renewal – {attempt.label}" in words
    assert all(one in words for one in ("Before", "Asked for", "Now", "1 year more"))
    assert "05/12/2026" in words
    assert "05/12/2028" in words
    assert "Taken from the credit since: €64.00, €64.00" in words
    assert nameless(dialog) == []
    for button in (dialog.happened, dialog.not_done):
        assert button.accessibleDescription()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    at.settle()
    assert outcome(at, attempt) is Outcome.UNKNOWN, "no decision is one Enter away"
    if not decisions(at):  # Enter was "later", as Escape is
        at.window.activity.decide_button.click()
        dialog = decision(at)
    (dialog.happened if happened else dialog.not_done).click()
    at.settle()
    assert decisions(at) == []
    assert outcome(at, attempt) is (Outcome.CONFIRMED if happened else Outcome.NOT_DONE)
    assert activity(at) == ["Confirmed" if happened else "Not carried out"]
    settled = at.at.office.attempts.get(attempt.id)
    assert settled is not None
    assert settled.evidence is not None
    assert settled.evidence.decided


def test_a_decision_can_wait(at: Opened) -> None:
    attempt = untold(at)
    decision(at).cancel_button.click()
    at.settle()
    assert outcome(at, attempt) is Outcome.UNKNOWN
    page = at.window.activity
    page.table.selectRow(0)
    assert page.decide_button.isEnabled()
    page.decide_button.click()
    assert decision(at).isVisible()
    decision(at).reject()


def test_a_dialog_goes_when_it_is_found_out_meanwhile(at: Opened) -> None:
    attempt = untold(at)
    at.desk.reconciler.decide(attempt.id, happened=True)  # in a second window
    at.settle()
    assert decisions(at) == []
    dialog = DecisionDialog(at.desk, attempt, at.window)
    dialog.open()
    dialog.not_done.click()
    at.settle()
    assert dialog.bar.failure is not None
    assert dialog.bar.failure.what == "Its outcome is known meanwhile."
    assert dialog.not_done.isEnabled()
    dialog.reject()


def test_the_detail_panel_names_what_is_unknown(at: Opened) -> None:
    at.connect()
    at.desk.reconciler.stop()
    attempt = lose_renewal(at, done=False)
    at.window.reload()
    at.window.show_mailbox(attempt.target)
    at.settle()
    advice = at.window.mailboxes.detail._advice
    assert advice.isVisible()
    assert advice.text().startswith("It is not known what became of: Renewal.")


# The summary before a payment


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path) as opened:
        yield opened


def lost_registration(desk: Place, fault: Fault) -> RegistrationWizard:
    """A registration wizard right after its answer was lost."""
    draft = desk.at.draft()
    draft.step = "summary"
    drafts.save(desk.desk.office, draft)
    wizard = RegistrationWizard(desk.desk, draft.id)
    desk.show(wizard)
    desk.settle()
    desk.at.server.faults.set(fault, "register_mailbox")
    wizard.next_button.click()
    desk.settle()
    assert wizard.summary.standing is Standing.UNKNOWN
    return wizard


def test_looking_from_the_summary_ends_as_an_answer_would(desk: Place) -> None:
    wizard = lost_registration(desk, Fault.DROP_AFTER)
    registered: list[str] = []
    wizard.registered.connect(registered.append)
    assert wizard.summary.look.isVisible()
    wizard.summary.look.click()
    assert wizard.summary.look.toolTip() == "Looking what became of it…"
    desk.settle()
    assert wizard.ended
    (stored,) = mailboxes.cached(desk.desk.office)
    assert registered == [stored.mailbox.id]
    assert wizard.next_button.isVisible()
    assert desk.desk.office.drafts.all() == []
    wizard.close()
    desk.settle()
    assert desk.desk.office.drafts.all() == [], "the wizard writes nothing any more"
    assert desk.at.seen("register_mailbox") == 1


def test_looking_from_the_summary_opens_the_way_again(desk: Place) -> None:
    wizard = lost_registration(desk, Fault.DROP_BEFORE)
    wizard.summary.look.click()
    desk.settle()
    assert "Nothing of it can be seen so far" in wizard.summary.notice.words
    assert standing(wizard.summary) is Standing.UNKNOWN
    desk.at.clock.advance(QUIET)
    wizard.summary.look.click()
    desk.settle()
    assert standing(wizard.summary) is Standing.READY
    assert wizard.summary.look.isHidden()
    wizard.next_button.click()
    desk.settle()
    assert wizard.ended
    assert len(desk.at.server.ledger) == 1


def test_a_look_from_the_summary_that_fails_is_told(desk: Place) -> None:
    wizard = lost_registration(desk, Fault.DROP_AFTER)
    desk.at.server.faults.set(Fault.STATUS_403, "list_mailboxes")
    wizard.summary.look.click()
    desk.settle()
    assert wizard.bar.failure is not None
    assert wizard.summary.look.isEnabled()
    connection, desk.desk.office.connection = desk.desk.office.connection, None
    wizard.summary.render_page()
    assert "connected" in wizard.summary.look.toolTip()
    desk.desk.office.connection = connection


def test_a_draft_that_was_changed_since_is_not_ended_by_what_is_found(desk: Place) -> None:
    wizard = lost_registration(desk, Fault.DROP_AFTER)
    wizard.draft_values["casella_pec"] = "altra.prova@testcert.legalmail.it"
    wizard._on_changed()
    assert wizard._keeper is not None
    wizard._keeper.save()
    desk.settle()
    (attempt,) = desk.desk.office.attempts.all()
    desk.desk.reconciler.look(attempt.id)
    desk.settle()
    assert not wizard.ended
    (draft,) = desk.desk.office.drafts.all()
    assert draft.values["casella_pec"] == "altra.prova@testcert.legalmail.it"


def standing(page: PaymentPage) -> Standing:
    """How a page stands at this moment."""
    return page.standing


class RenewalPage(PaymentPage):
    """The payment page of a renewal, as a wizard would have it."""

    mailbox: Mailbox

    def order(self) -> Order:
        box = self.mailbox
        return Order("renew_mailbox", box.id, box.casella_pec, {"anni": 1}, box)


def test_what_was_carried_out_cannot_be_paid_again_from_its_summary(at: Opened) -> None:
    at.connect()
    at.desk.reconciler.stop()
    attempt = lose_renewal(at, done=True)
    page = RenewalPage(at.desk)
    at.qtbot.addWidget(page)
    stored = at.at.office.mailboxes.get(attempt.target)
    assert stored is not None
    page.mailbox = stored.mailbox
    page.enter()
    page.show()
    at.settle()
    assert standing(page) is Standing.UNKNOWN
    assert not page.may_go_on
    page.override.click()
    assert page.overridden
    page.look.click()
    at.settle()
    assert standing(page) is Standing.HAPPENED
    assert not page.may_go_on
    assert "It was carried out already" in page.notice.words
    assert page.override.isHidden()
    page.enter()
    at.settle()
    assert standing(page) is Standing.READY


def test_the_first_payment_for_what_is_older_than_the_archive_warns(at: Opened) -> None:
    at.connect()
    page = RenewalPage(at.desk)
    at.qtbot.addWidget(page)
    page.mailbox = active(at.at.office)
    page.enter()
    page.show()
    at.settle()
    assert page.first.isVisible()
    assert "does not know what was sent" in page.first.words
    assert page.may_go_on, "it only warns"
    changes.renew(at.at.office, page.mailbox.id, 1, Work())
    page.enter()
    at.settle()
    assert page.first.isHidden()


def test_a_new_registration_does_not_warn(desk: Place) -> None:
    draft = desk.at.draft()
    draft.step = "summary"
    drafts.save(desk.desk.office, draft)
    wizard = RegistrationWizard(desk.desk, draft.id)
    desk.show(wizard)
    desk.settle()
    assert wizard.summary.first.isHidden()
    assert desk.desk.office.connection == connection_to(desk.at.server)
