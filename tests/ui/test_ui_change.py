"""The wizards that change a mailbox: what is sent, what stops it, what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from access import nameless
from change_support import (
    ADDRESS,
    CHANGES,
    PAID,
    USER,
    at_summary,
    fill,
    message,
    now,
    opened,
    press,
    said,
    tab_to,
)
from changes_support import (
    DOMICILE,
    EXPIRED,
    GOLD,
    REGISTERED,
    REVOKED,
    STANDARD,
    box,
    nothing_sent,
    paid,
)
from msgspec.structs import replace
from office_support import connection_to
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.api.endpoints import ENDPOINTS
from pec_desktop.domain.account import Environment
from pec_desktop.domain.mailbox import User
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.practice import Fault
from pec_desktop.services import activity, mailboxes
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.change import ChangeWizard
from pec_desktop.ui.change_pages import ChangedPage
from pec_desktop.ui.change_panels import ExpiryPanel, SpacePanel, UsersPanel
from pec_desktop.ui.differences import differences
from pec_desktop.ui.failures import present
from pec_desktop.ui.payment import Standing
from pec_desktop.work import Work


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path, empty=False, locale=QLocale("en_IE")) as opened_place:
        opened_place.at.server.credit = Decimal(1000)
        yield opened_place


def standing(wizard: ChangeWizard) -> Standing:
    return wizard.summary.standing


# The whole way


@pytest.mark.parametrize("operation", CHANGES)
def test_a_change_is_sent_once_and_told(at: Place, operation: str) -> None:
    wizard = at_summary(at, operation)
    before = wizard.summary.mailbox
    assert wizard.summary.standing is Standing.READY
    assert at.at.seen(operation) == 0
    with at.qtbot.waitSignal(wizard.changed) as told:
        press(at, wizard)
    assert told.args == [before.id]
    assert wizard.ended
    assert at.at.seen(operation) == 1
    after = now(at, before)
    assert after != before
    (entry,) = activity.entries(at.desk.office)
    assert (entry.attempt.operation, entry.attempt.outcome) == (operation, Outcome.CONFIRMED)
    assert entry.mailbox_id == before.id
    if operation in PAID:
        paid(at.at, operation, before.id)
    else:
        assert at.at.server.ledger == []
    press(at, wizard)
    assert not wizard.isVisible()


def test_a_renewal_shows_the_new_expiry_while_the_years_change(at: Place) -> None:
    wizard = opened(at, "renew_mailbox")
    panel = wizard.form_page.panel
    assert isinstance(panel, ExpiryPanel)
    assert (panel.days.was.text(), panel.days.will.text()) == ("05/12/2026", "05/12/2027")
    years = wizard.form_page.form.editor("anni").control
    assert years.hasFocus()
    QTest.keyClick(years, Qt.Key.Key_Up)
    QTest.keyClick(years, Qt.Key.Key_Up)
    assert panel.days.will.text() == "05/12/2029"
    QTest.keyClicks(years, "0")
    assert panel.days.will.text() == "–", "thirty years cannot be bought"
    press(at, wizard)
    assert wizard.step.name == "form"
    assert message(wizard, "anni") == "A number from 1 to 10."
    fill(wizard, {"anni": 3})
    press(at, wizard)
    assert "05/12/2029" in said(wizard.summary)
    press(at, wizard)
    assert "Renewed until 05/12/2029" in said(wizard)
    assert "05/12/2026 → 05/12/2029" in said(wizard)


@pytest.mark.parametrize(("name", "words"), [(REVOKED, "is revoked"), (EXPIRED, "has expired")])
def test_from_when_the_years_count_is_said_to_be_unknown(at: Place, name: str, words: str) -> None:
    wizard = opened(at, "renew_mailbox", name)
    told = said(wizard)
    assert words in told
    assert "documented nowhere" in told
    assert "not documented" in told
    press(at, wizard)
    press(at, wizard)
    assert now(at, wizard.summary.mailbox).stato == "evasa"
    assert ("Revoked → Active" in said(wizard)) is (name == REVOKED)


def test_space_is_shown_in_proportion_and_as_it_is_sent(at: Place) -> None:
    wizard = opened(at, "change_space")
    panel = wizard.form_page.panel
    assert isinstance(panel, SpacePanel)
    assert "Nothing will be sent yet." in said(wizard)
    fill(wizard, CHANGES["change_space"][1])
    sizes = {name: line.sizes.text() for name, line in panel.lines.items()}
    assert sizes == {
        "spazio_disco": "2 GB → 4 GB",
        "spazio_storico": "13 GB",
        "spazio_conservazione": "1 GB → 1,536 MB",
    }
    assert panel.lines["spazio_disco"].bar._after == 4 / 13
    assert 'Mailbox "+2048"; Legal preservation "+512"' in panel.sent.text()
    fill(wizard, {"space_mode": "SET"})
    assert wizard.values()["spazio_disco"] == 4096, "it means the same as before"
    assert "Mailbox 4096; Legal preservation 1536" in panel.sent.text()
    disk = wizard.form_page.form.editor("spazio_storico").control
    disk.setFocus()
    QTest.keyClick(disk, Qt.Key.Key_Up)
    assert wizard.values()["spazio_storico"] == "14336", "the first size that is larger"
    fill(wizard, {"space_mode": "ADD"})
    assert wizard.values()["spazio_storico"] == 1024


def test_nothing_is_no_change_of_space(at: Place) -> None:
    wizard = opened(at, "change_space")
    press(at, wizard)
    assert wizard.step.name == "form"
    assert "at least one space" in message(wizard, "spazio_disco")
    fill(wizard, {"spazio_storico": 1000})
    press(at, wizard)
    assert message(wizard, "spazio_storico") == "A multiple of 1024."


def test_preservation_is_enlarged_only_where_it_is_active(at: Place) -> None:
    wizard = opened(at, "change_space", STANDARD)
    assert not wizard.form_page.form.holds("spazio_conservazione")
    assert "Legal preservation is not active" in said(wizard)


def test_types_are_compared_and_what_is_unknown_is_called_so(at: Place) -> None:
    wizard = opened(at, "change_type")
    told = said(wizard)
    assert "Standard (now)" in told
    assert "A year: €64.00 + IVA" in told
    assert "Security archive: 13 GB" in told
    assert told.count("not known") >= 6
    fill(wizard, {"tipo_casella": "BRONZE"})
    assert "not documented" in message(wizard, "tipo_casella")
    press(at, wizard)
    assert wizard.step.name == "summary"
    assert "not documented" in wizard.summary.warnings.words
    press(at, wizard)
    assert "The mailbox is of the type Bronze now" in said(wizard)


def test_users_are_listed_and_another_can_be_added_at_once(at: Place) -> None:
    wizard = opened(at, "add_user")
    users = wizard.form_page.mailbox.multiutenza
    assert f"{len(users)} of 25 additional users" in said(wizard)
    assert users[0].userid in said(wizard)
    assert "no way to remove a user" in said(wizard)
    fill(wizard, USER)
    press(at, wizard)
    assert "anna@example.com" in said(wizard.summary)
    press(at, wizard)
    added = now(at, wizard.summary.mailbox).multiutenza[-1]
    assert added.userid in said(wizard)
    end = wizard.page("")
    assert isinstance(end, ChangedPage)
    end.again_button.click()
    at.settle()
    assert wizard.step.name == "form"
    assert f"{len(users) + 1} of 25 additional users" in said(wizard)
    assert wizard.values()["nome"] in (None, "")
    fill(wizard, {**USER, "nome": "Bruno"})
    press(at, wizard)
    press(at, wizard)
    assert "Bruno Esempi was added" in said(wizard)
    assert at.at.seen("add_user") == 2
    assert [one.amount for one in at.at.server.ledger] == [Decimal(5), Decimal(5)]


def test_the_last_user_there_can_be_is_the_last(at: Place) -> None:
    mailbox = box(at.at, CHANGES["add_user"][0])
    with at.desk.office.client() as elsewhere:
        for _ in range(24 - len(mailbox.multiutenza)):
            elsewhere.add_user(mailbox.id, USER)
    changed = mailboxes.read(at.desk.office, mailbox.id, Work())
    assert len(changed.multiutenza) == 24
    wizard = at_summary(at, "add_user")
    press(at, wizard)
    end = wizard.page("")
    assert isinstance(end, ChangedPage)
    assert not end.again_button.isEnabled()
    assert "25 additional users" in end.again_button.toolTip()
    assert end.again_button.accessibleDescription() == end.again_button.toolTip()


def test_a_revocation_wants_the_address_and_its_button_names_it(at: Place) -> None:
    wizard = opened(at, "revoke_mailbox")
    assert "no longer active" in said(wizard)
    assert "documented nowhere" in said(wizard)
    fill(wizard, {"confirm_address": "panificio@testcert.legalmail.it"})
    press(at, wizard)
    assert wizard.step.name == "form"
    assert "not the address" in message(wizard, "confirm_address")
    fill(wizard, {"confirm_address": ADDRESS.upper()})
    press(at, wizard)
    assert wizard.next_button.text() == f"&Revoke {ADDRESS}"
    assert wizard.next_button.property("role") == "danger"
    assert not wizard.summary.cost.isVisible()
    assert "Nothing is charged" in said(wizard.summary)
    press(at, wizard)
    assert "Revoked on\n23/11/2026" in said(wizard)


# What the button says, what stands in the way


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        ("renew_mailbox", "&Renew and pay €128.00 + IVA"),
        ("change_space", "&Enlarge and pay €30.00 + IVA"),
        ("change_type", "Change the t&ype and pay about €28.00 + IVA"),
        ("add_user", "&Add the user and pay €5.00 + IVA"),
    ],
)
def test_the_button_says_what_it_does_and_costs(at: Place, operation: str, words: str) -> None:
    office = at.desk.office
    office.account = replace(office.account, environment=Environment.PRODUCTION)
    wizard = at_summary(at, operation)
    assert wizard.next_button.text() == words


def test_the_price_of_a_type_is_called_an_estimate_for_the_right_reason(at: Place) -> None:
    """The account tells what a year of each type costs, and nobody what a change does."""
    office = at.desk.office
    office.account = replace(office.account, environment=Environment.PRODUCTION)
    wizard = at_summary(at, "change_type")
    told = said(wizard.summary)
    assert "a year of the new type less one of the present type" in told
    assert "could not be read" not in told


@pytest.mark.parametrize("operation", CHANGES)
def test_a_mailbox_that_changed_meanwhile_is_not_paid_for(at: Place, operation: str) -> None:
    wizard = at_summary(at, operation)
    with at.desk.office.client() as elsewhere:
        elsewhere.renew_mailbox(wizard.summary.mailbox.id, 1)
    charged = len(at.at.server.ledger)
    reached = at.at.seen(operation)
    press(at, wizard)
    assert at.at.seen(operation) == reached
    assert len(at.at.server.ledger) == charged
    assert at.desk.office.attempts.all() == []
    assert wizard.step.name == "summary"
    assert wizard.bar.failure is not None
    assert "has changed meanwhile" in wizard.bar.failure.what
    assert wizard.bar.failure.money == "Nothing was paid."
    assert "Expires: " in wizard.summary.differs.words
    assert wizard.summary.standing is Standing.READY
    press(at, wizard)
    assert wizard.ended, "what is shown now may be decided upon"
    assert at.at.seen(operation) == reached + 1


def test_what_became_impossible_meanwhile_is_told(at: Place) -> None:
    wizard = at_summary(at, "add_user")
    with at.desk.office.client() as elsewhere:
        elsewhere.revoke_mailbox(wizard.summary.mailbox.id)
    press(at, wizard)
    assert at.at.seen("add_user") == 0
    assert wizard.bar.failure is not None
    assert "only to an active mailbox" in wizard.bar.failure.what
    assert not wizard.next_button.isEnabled()


@pytest.mark.parametrize("operation", CHANGES)
def test_a_double_click_sends_once(at: Place, operation: str) -> None:
    wizard = at_summary(at, operation)
    at.at.server.faults.set(Fault.HANG_AFTER, operation)
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(wizard.next_button, Qt.MouseButton.LeftButton)
    wizard.go_on()
    wizard.finish()
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    wizard.finish()
    assert not wizard.next_button.isEnabled()
    assert not wizard.close_button.isEnabled()
    assert at.desk.office.sending, "closing the program would ask"
    at.at.server.faults.release()
    at.settle()
    assert at.at.seen(operation) == 1
    assert not at.desk.office.sending


@pytest.mark.parametrize("operation", CHANGES)
def test_enter_never_sends(at: Place, operation: str) -> None:
    wizard = at_summary(at, operation)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        focused = wizard.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    at.settle()
    assert nothing_sent(at.at, operation)


@pytest.mark.parametrize("operation", CHANGES)
def test_a_lost_answer_stops_until_it_is_decided_on_purpose(at: Place, operation: str) -> None:
    wizard = at_summary(at, operation)
    at.at.server.faults.set(Fault.DROP_BEFORE, operation)
    press(at, wizard)
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.uncertain
    assert wizard.summary.standing is Standing.UNKNOWN
    assert wizard.summary.mailbox.casella_pec in wizard.summary.notice.words
    assert not wizard.next_button.isEnabled()
    wizard.summary.look.click()
    at.settle()
    assert wizard.summary.standing is Standing.UNKNOWN
    wizard.summary.override.click()
    press(at, wizard)
    assert wizard.ended
    assert at.at.seen(operation) == 2
    assert len(at.at.server.ledger) == (1 if operation in PAID else 0)


def test_a_look_shows_that_a_lost_answer_was_a_success(at: Place) -> None:
    wizard = at_summary(at, "renew_mailbox")
    at.at.server.faults.set(Fault.DROP_AFTER, "renew_mailbox")
    press(at, wizard)
    QTest.mouseClick(wizard.summary.look, Qt.MouseButton.LeftButton)
    at.settle()
    assert wizard.summary.standing is Standing.HAPPENED
    assert not wizard.next_button.isEnabled()
    assert at.at.seen("renew_mailbox") == 1


@pytest.mark.parametrize("operation", PAID)
def test_an_empty_wallet_is_told_before_and_after(at: Place, operation: str) -> None:
    at.at.server.credit = Decimal(1)
    wizard = at_summary(at, operation)
    assert "credit is lower than the price" in said(wizard.summary)
    press(at, wizard)
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.title == "The credit is not enough"
    assert wizard.step.name == "summary"
    assert wizard.next_button.isEnabled()
    assert at.at.server.ledger == []


@pytest.mark.parametrize("operation", CHANGES)
def test_without_a_connection_the_form_can_be_filled_and_nothing_is_sent(
    at: Place, operation: str
) -> None:
    box(at.at, CHANGES[operation][0])
    at.desk.office.connection = None
    wizard = at_summary(at, operation)
    assert standing(wizard) is Standing.OFFLINE
    assert not wizard.next_button.isEnabled()
    at.desk.office.connection = connection_to(at.at.server)
    wizard.summary.again.click()
    at.settle()
    assert standing(wizard) is Standing.READY


@pytest.mark.parametrize("operation", CHANGES)
def test_a_network_that_is_gone_sends_nothing_and_says_so(at: Place, operation: str) -> None:
    wizard = at_summary(at, operation)
    at.at.server.stop()
    press(at, wizard)
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.title == "The service cannot be reached"
    assert at.desk.office.attempts.all() == []
    at.at.server.start()
    at.desk.office.connection = connection_to(at.at.server)
    wizard.summary.enter()
    at.settle()
    press(at, wizard)
    assert wizard.ended


@pytest.mark.parametrize(
    ("operation", "error", "field"),
    [
        ("change_type", (ErrorKind.INVALID, 406, 276, "tipo_casella"), "tipo_casella"),
        ("change_space", (ErrorKind.CONFLICT, 428, 282, "spazio_conservazione"), None),
        ("change_space", (ErrorKind.INVALID, 406, 325, None), ""),
        ("renew_mailbox", (ErrorKind.CONFLICT, 428, 203, None), ""),
        ("add_user", (ErrorKind.CONFLICT, 406, 217, None), ""),
        ("add_user", (ErrorKind.INVALID, 428, 219, "email_gestione_password"), None),
    ],
)
def test_what_the_service_refuses_is_shown_where_it_belongs(
    at: Place,
    operation: str,
    error: tuple[ErrorKind, int, int, str | None],
    field: str | None,
) -> None:
    kind, status, code, named = error
    wizard = at_summary(at, operation)
    wizard._on_not_changed(
        ApiError(kind, status=status, code=code, field=named, operation=operation, message="no")
    )
    where = named if field is None else field
    assert wizard.step.name == ("form" if where else "summary")
    if where:
        assert message(wizard, where) == "The service does not accept this: no"
        assert wizard.form_page.form.editor(where).control.hasFocus()
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.money == "The request was refused: nothing was paid."


DOCUMENTED = [
    (operation, number)
    for operation in (*CHANGES, "activate_preservation")
    for number in ENDPOINTS[operation].numbers
]


@pytest.mark.parametrize(("operation", "number"), DOCUMENTED)
def test_every_documented_refusal_has_words_of_its_own(operation: str, number: int) -> None:
    meaning = ENDPOINTS[operation].numbers[number]
    told = present(
        ApiError(meaning.kind, status=406, code=number, field=meaning.field, operation=operation)
    )
    assert told.money == "The request was refused: nothing was paid." or operation not in PAID
    assert told.next
    vague = ("Something in the request", "because of the present state or type")
    assert not told.what.startswith(vague), told.what
    assert vague[1] not in told.what


# Reading


def unread(at: Place, operation: str, mailbox_id: str) -> ChangeWizard:
    """A wizard whose mailbox was asked for, whatever came of it."""
    wizard = ChangeWizard(at.desk, operation, mailbox_id)
    at.show(wizard)
    at.settle()
    return wizard


def test_what_is_not_known_is_read_and_can_be_tried_again(at: Place) -> None:
    mailbox = box(at.at, GOLD)
    with at.desk.office.client() as elsewhere:
        elsewhere.add_user(mailbox.id, USER)
    mailboxes.refresh(at.desk.office, Work())
    at.at.server.faults.set(Fault.HTML_200, "get_mailbox", times=9)
    wizard = unread(at, "renew_mailbox", mailbox.id)
    assert wizard.bar.failure is not None
    assert not wizard.next_button.isEnabled()
    at.at.server.faults.clear()
    wizard.bar.retry.emit()
    at.settle()
    assert "cannot" not in said(wizard)
    assert len(wizard.form_page.mailbox.multiutenza) == len(mailbox.multiutenza) + 1


def test_the_window_can_be_closed_while_the_mailbox_is_read(at: Place) -> None:
    mailbox = box(at.at, GOLD)
    with at.desk.office.client() as elsewhere:
        elsewhere.add_user(mailbox.id, USER)
    mailboxes.refresh(at.desk.office, Work())
    at.at.server.faults.set(Fault.HANG, "get_mailbox")
    wizard = ChangeWizard(at.desk, "renew_mailbox", mailbox.id)
    at.show(wizard)
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    assert "Reading how the mailbox stands…" in said(wizard)
    assert not wizard.next_button.isEnabled()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    at.at.server.faults.release()
    at.settle()
    assert not wizard.isVisible()


@pytest.mark.parametrize(
    ("operation", "name", "words"),
    [
        ("renew_mailbox", REGISTERED, "Only an active or a revoked mailbox"),
        ("change_space", DOMICILE, "only to Standard, Bronze"),
        ("change_type", GOLD, "Only Standard, Bronze and Silver"),
        ("revoke_mailbox", REVOKED, "Only an active mailbox can be revoked"),
    ],
)
def test_what_cannot_be_done_is_told_instead_of_a_form(
    at: Place, operation: str, name: str, words: str
) -> None:
    wizard = opened(at, operation, name)
    assert wizard.bar.failure is not None
    assert words in wizard.bar.failure.what
    assert not wizard.next_button.isEnabled()
    wizard.reject()
    assert not wizard.isVisible()


def test_a_token_without_the_permission_is_told_instead_of_a_form(at: Place) -> None:
    at.desk.office.allowed = frozenset({"get_mailbox"})
    wizard = opened(at, "renew_mailbox")
    assert wizard.bar.failure is not None
    assert "no permission" in wizard.bar.failure.what


# What others have written


def test_what_others_have_written_is_shown_as_words(at: Place) -> None:
    wild = "<b>Anna</b>\u202e\n&Esempi"
    user = User(nome=wild, cognome="x", descrizione=wild, userid=wild, id_utenza="u1")
    mailbox = replace(box(at.at, GOLD), multiutenza=(user,))
    panel = UsersPanel(at.desk, mailbox)
    at.show(panel)
    assert "<b>Anna</b> &Esempi x · <b>Anna</b> &Esempi" in said(panel)
    found = differences(box(at.at, GOLD), replace(mailbox, stato=wild), at.desk.locale)
    assert all(one.words.isprintable() for one in found)
    page = ChangedPage(at.desk, "add_user", box(at.at, GOLD), mailbox)
    at.show(page)
    assert "<b>Anna</b> &Esempi x" in said(page)
    formats = [label.textFormat() for label in page.findChildren(QLabel)]
    assert set(formats) == {Qt.TextFormat.PlainText}


# Closing


def test_a_wizard_closed_while_it_sends_comes_back_only_with_bad_news(at: Place) -> None:
    wizard = at_summary(at, "renew_mailbox")
    at.at.server.faults.set(Fault.HANG, "renew_mailbox")
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    wizard.reject()
    assert wizard.isVisible(), "Escape does not interrupt a payment"
    wizard.close()
    assert not wizard.isVisible()
    at.at.server.faults.release()
    at.settle()
    assert wizard.isVisible()
    assert wizard.bar.failure is not None


def test_good_news_for_a_wizard_closed_while_it_sends_are_passed_on(at: Place) -> None:
    wizard = at_summary(at, "renew_mailbox")
    at.at.server.faults.set(Fault.SLOW, "renew_mailbox", seconds=0.3)
    with at.qtbot.waitSignals([wizard.changed, wizard.finished], timeout=10_000):
        QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
        wizard.close()
        assert not wizard.isVisible()


# Keyboard and access


@pytest.mark.parametrize("operation", CHANGES)
def test_a_change_needs_no_mouse(at: Place, operation: str) -> None:
    wizard = opened(at, operation)
    for name, value in CHANGES[operation][1].items():
        control = wizard.form_page.form.editor(name).control
        tab_to(control)
        if isinstance(control, QRadioButton):
            QTest.keyClick(control, Qt.Key.Key_Space)
        else:
            QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(control, str(value))
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    at.settle()
    assert wizard.step.name == "summary"
    tab_to(wizard.next_button)
    QTest.keyClick(wizard.next_button, Qt.Key.Key_Space)
    at.settle()
    assert wizard.ended
    assert at.at.seen(operation) == 1
    QTest.keyClick(wizard, Qt.Key.Key_Return)
    assert not wizard.isVisible(), "Enter closes what is done"


@pytest.mark.parametrize("operation", CHANGES)
def test_every_control_that_takes_the_focus_has_a_name(at: Place, operation: str) -> None:
    wizard = opened(at, operation)
    assert nameless(wizard) == []
    fill(wizard, CHANGES[operation][1])
    press(at, wizard)
    assert nameless(wizard) == []
    press(at, wizard)
    assert wizard.ended
    assert nameless(wizard) == []
