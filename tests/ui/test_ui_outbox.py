"""The outbox in the window: what waits, what has moved on, sending all, the standing choice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from access import nameless
from changes_support import GOLD, REGISTERED, box
from msgspec.structs import replace
from office_support import STUDIO, TOKEN
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot
from reconcile_support import ERRANDS, communication_draft
from screen_words import words_on
from window_support import Opened, opened

from pec_desktop.api.client import PecClient
from pec_desktop.domain.account import Environment
from pec_desktop.errors import ApiError, ErrorKind, StoreError
from pec_desktop.practice import Fault
from pec_desktop.services import drafts, outbox
from pec_desktop.services.drafts import DraftRow, Standing
from pec_desktop.settings import Settings
from pec_desktop.store.drafts import Draft
from pec_desktop.ui.activation import ActivationWizard
from pec_desktop.ui.communication import CommunicationWizard
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.preferences import Preferences
from pec_desktop.ui.preservation import PreservationWizard
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.ui.send_outbox import SendOutbox


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.at.server.credit = Decimal(1000)
        place.connect()
        yield place


@pytest.fixture
def elsewhere(at: Opened) -> Iterator[PecClient]:
    """The vendor's console, or a colleague's computer."""
    with PecClient(at.at.server.url, TOKEN) as client:
        yield client


def prepared(at: Opened, *operations: str) -> list[Draft]:
    """Drafts that wait to be sent by these, in this order."""
    made = []
    for operation in operations:
        before = {draft.id for draft in at.at.office.drafts.all()}
        ERRANDS[operation].prepare(at.at)
        (draft,) = [one for one in at.at.office.drafts.all() if one.id not in before]
        draft.ready = True
        made.append(drafts.save(at.at.office, draft))
    return made


def registration(at: Opened, name: str) -> Draft:
    """A registration that waits."""
    draft = at.at.draft(casella_pec=f"{name}@testcert.legalmail.it")
    draft.ready = True
    return drafts.save(at.at.office, draft)


def page(at: Opened) -> list[list[str]]:
    """The cells of the page of drafts, read anew."""
    at.window.show_page("drafts")
    at.settle()
    model = at.window.drafts.table.rows
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def said(window: QWidget) -> str:
    """All that can be read on a window, or a part of one."""
    return "\n".join(words_on(window))


def column(dialog: SendOutbox, place: int) -> list[str]:
    model = dialog.table.rows
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def send_all(at: Opened) -> SendOutbox:
    """Open the dialog by the page's button and let it read."""
    page(at)
    at.window.drafts.send_all_button.click()
    at.settle()
    dialog = at.window.findChild(SendOutbox)
    assert dialog is not None
    return dialog


def press(at: Opened, dialog: SendOutbox) -> None:
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.settle()


# The page


def test_the_outbox_stands_first_in_its_order_and_can_be_shown_alone(at: Opened) -> None:
    at.at.draft(casella_pec="unfinished@testcert.legalmail.it")
    prepared(at, "activate_mailbox")
    registration(at, "studio")
    rows = page(at)
    assert [row[0] for row in rows] == ["1", "2", ""]
    assert [row[1] for row in rows] == ["Activation", "Registration", "Registration"]
    chips = at.window.drafts.chips
    assert "All 3" in said(chips)
    assert "Outbox 2" in said(chips)
    chips.choose("outbox")
    assert at.window.drafts.table.rows.rowCount() == 2
    chips.choose("unfinished")
    assert [row[2] for row in page(at)] == ["unfinished@testcert.legalmail.it"]
    at.window.drafts.table.selectRow(0)
    at.window.drafts._delete([at.window.drafts.table.selected()[0].draft.id])
    at.settle()
    assert at.window.drafts.table.rows.rowCount() == 2, "an empty filter shows all again"
    assert "In the outbox: 2" in at.window.status._waiting.text()


def test_without_anything_ready_there_is_no_outbox(at: Opened) -> None:
    at.at.draft()
    page(at)
    assert at.window.drafts.chips.isHidden()
    assert at.window.drafts.send_all_button.isHidden()


def test_its_order_can_be_changed(at: Opened) -> None:
    ids = [registration(at, name).id for name in "abc"]
    page(at)
    table = at.window.drafts.table
    table.select(ids[2])
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    at.settle()
    assert [row[2][0] for row in page(at)] == ["a", "c", "b"]
    assert [row.draft.id for row in table.selected()] == [ids[2]], "it stays selected"
    table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = at.window.drafts.findChild(QMenu)
    assert menu is not None
    later = next(one for one in menu.actions() if one.text() == "Send la&ter")
    later.trigger()
    menu.close()
    at.settle()
    assert [row[2][0] for row in page(at)] == ["a", "b", "c"]
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    at.settle()
    assert [row[2][0] for row in page(at)] == ["a", "b", "c"], "it is the last already"


def test_a_draft_whose_mailbox_has_changed_says_what(at: Opened, elsewhere: PecClient) -> None:
    (draft,) = prepared(at, "activate_preservation")
    assert page(at)[0][4] == ""
    at.at.clock.advance(60)
    elsewhere.change_space(draft.target, spazio_disco="+1024")
    at.window.follower.refresh()
    at.settle()
    row = [one.text(at.window.drafts.waiting[0]) for one in at.window.drafts.table.rows.columns]
    changed = "Changed since this was prepared: Space of the mailbox: 1 GB → 2 GB."
    assert row[3:5] == ["Ready to send", changed]
    at.window.drafts.table.selectRow(0)
    assert at.window.drafts.about.words == changed
    assert at.window.drafts.send_button.isEnabled(), "it may be sent all the same"
    at.window.drafts.open_button.click()
    at.settle()
    wizard = at.window.findChild(PreservationWizard)
    assert wizard is not None
    at.qtbot.waitUntil(lambda: changed in said(wizard.tray))
    wizard.go_on()
    assert wizard.step.name == "send"
    at.settle()
    assert changed in wizard.send_page.odd.words
    wizard.close()
    at.settle()


def test_a_draft_that_the_mailbox_no_longer_allows_says_why_and_is_not_sent(
    at: Opened, elsewhere: PecClient
) -> None:
    (draft,) = prepared(at, "activate_preservation")
    at.at.clock.advance(60)
    elsewhere.revoke_mailbox(draft.target)
    at.window.follower.refresh()
    at.settle()
    (row,) = page(at)
    why = "Legal preservation can be added only to an active mailbox."
    assert row[3:5] == ["No longer possible", why]
    at.window.drafts.table.selectRow(0)
    assert (at.window.drafts.send_button.isEnabled(), at.window.drafts.send_button.toolTip()) == (
        False,
        why,
    )
    dialog = send_all(at)
    assert not dialog.pay_button.isEnabled()
    assert dialog.pay_button.toolTip() == "Nothing of this can be sent now."
    assert why in dialog.notice.words
    dialog.close()


# Sending all


def test_what_will_be_paid_is_shown_and_one_click_sends_it(at: Opened) -> None:
    at.at.office.account = replace(at.at.office.account, environment=Environment.PRODUCTION)
    made = prepared(at, "register_mailbox", "activate_mailbox", "start_communication")
    dialog = send_all(at)
    assert column(dialog, 0) == ["Registration", "Activation", "Business Register communication"]
    assert column(dialog, 2) == ["€11.00 + IVA", "free of charge", "€12.00 + IVA"]
    assert "2 to be paid, 1 free" in said(dialog.cost)
    assert "€1,000.00" in said(dialog.cost)
    assert dialog.pay_button.text() == "&Send 3 and pay €23.00 + IVA"
    assert nameless(dialog) == []
    assert at.at.office.attempts.all() == [], "nothing leaves without the click"
    press(at, dialog)
    assert dialog.title.text() == "Sent: 3 of 3"
    assert column(dialog, 3) == ["Sent"] * 3
    dialog.start()
    at.settle()
    assert [one.operation for one in reversed(at.at.office.attempts.all())] == [
        *("register_mailbox", "activate_mailbox", "start_communication")
    ]
    paid = sum(Decimal(str(one.amount)) for one in at.at.server.ledger)
    assert paid == Decimal(23), "as the button said"
    assert at.desk.lookout.follows(Kind.MAILBOX, made[1].target)
    assert nameless(dialog) == []
    dialog.close_button.click()
    at.settle()
    assert page(at) == []


def test_what_is_free_needs_no_price(at: Opened) -> None:
    prepared(at, "activate_mailbox")
    dialog = send_all(at)
    assert dialog.pay_button.text() == "&Send 1"
    assert dialog.cost.isHidden()
    press(at, dialog)
    assert at.at.seen("activate_mailbox") == 1
    dialog.close()


def test_how_each_stands_is_shown_while_they_go(at: Opened, qtbot: QtBot) -> None:
    for name in "abc":
        registration(at, name)
    dialog = send_all(at)
    at.at.server.faults.set(Fault.STATUS_402, "register_mailbox")
    at.at.server.faults.set(Fault.SLOW_BEFORE, "register_mailbox", seconds=60)
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at.at.server.faults.wait_held(timeout=0.01), timeout=10_000)
    qtbot.waitUntil(lambda: column(dialog, 3)[1] == "Being sent…", timeout=10_000)
    assert "credit is too low" in column(dialog, 3)[0]
    assert column(dialog, 3)[2] == ""
    assert "Sending: 1 of 3" in said(dialog)
    QTest.mouseClick(dialog.busy.stop, Qt.MouseButton.LeftButton)
    at.at.server.faults.release()
    at.settle()
    assert dialog.title.text() == "Sent: 1 of 3"
    assert column(dialog, 3)[1:] == ["Sent", "Not tried"]
    assert "These were not confirmed" in dialog.notice.words
    assert "Not tried any more: 1." in dialog.about.text()
    dialog.table.selectRow(0)
    assert "credit is too low" in dialog.line.text(), "in full, whatever the width"
    dialog.again_button.click()
    at.settle()
    assert [address[0] for address in column(dialog, 1)] == ["a", "c"], "what still waits"
    press(at, dialog)
    assert dialog.title.text() == "Sent: 2 of 2"
    assert dialog.again_button.isHidden()
    assert len(at.at.server.ledger) == 3
    dialog.close()


def test_while_it_is_being_sent_elsewhere_nothing_is_and_it_can_be_tried_again(at: Opened) -> None:
    registration(at, "a")
    dialog = send_all(at)
    with at.at.office.claim("outbox"):
        press(at, dialog)
    assert not dialog.bar.isHidden()
    assert column(dialog, 3) == ["Not tried"]
    assert at.at.server.ledger == []
    dialog.again_button.click()
    at.settle()
    assert dialog.bar.isHidden()
    press(at, dialog)
    assert dialog.title.text() == "Sent: 1 of 1"
    dialog.close()


def test_a_report_that_cannot_be_read_is_told_and_read_again(
    at: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_office: object) -> list[DraftRow]:
        raise StoreError("store.damaged")

    registration(at, "a")
    dialog = send_all(at)
    with monkeypatch.context() as patch, at.qtbot.waitSignal(dialog.changed):
        patch.setattr(outbox, "waiting", damaged)
        dialog.start()
    assert "Sent: 1 of 1" not in said(dialog), "nothing is claimed that was not read"
    dialog.bar.retry.emit()
    at.settle()
    assert dialog.bar.isHidden()
    assert dialog.pay_button.isHidden(), "nothing waits any more"
    assert len(at.at.server.ledger) == 1
    dialog.close()


def test_closed_while_it_sends_it_comes_back_only_with_bad_news(at: Opened) -> None:
    refused, sent = registration(at, "a"), registration(at, "b")
    at.at.server.faults.set(Fault.STATUS_402, "register_mailbox", times=1)
    for draft, comes_back in ((refused, True), (sent, False)):
        at.window.outbox.send([draft.id])
        at.settle()
        dialog = at.window.findChildren(SendOutbox)[-1]
        QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
        with at.qtbot.waitSignal(dialog.changed):
            dialog.close()
            assert dialog.isHidden()
        assert dialog.isVisible() is comes_back


def test_several_are_chosen_and_sent(at: Opened) -> None:
    ids = [registration(at, name).id for name in "abc"]
    at.at.draft(casella_pec="unfinished@testcert.legalmail.it")
    page(at)
    table = at.window.drafts.table
    table.selectAll()
    assert at.window.drafts.send_button.isEnabled()
    table.clearSelection()
    table.setSelectionMode(table.SelectionMode.MultiSelection)
    table.selectRow(0)
    table.selectRow(2)
    at.window.drafts.send_button.click()
    at.settle()
    dialog = at.window.findChild(SendOutbox)
    assert dialog is not None
    press(at, dialog)
    assert [draft.id for draft in at.at.office.drafts.all() if draft.ready] == [ids[1]]
    dialog.close()


def test_a_refused_one_is_a_draft_again_with_the_reason_at_its_field(
    at: Opened, elsewhere: PecClient
) -> None:
    registration(at, "a")
    second = registration(at, "b")
    dialog = send_all(at)
    elsewhere.register_mailbox({**STUDIO, "casella_pec": "a@testcert.legalmail.it"})
    press(at, dialog)
    assert dialog.title.text() == "Sent: 1 of 2"
    assert at.at.office.drafts.get(second.id) is None
    dialog.close()
    at.settle()
    (row,) = page(at)
    assert row[0] == ""
    assert row[3] == "Refused: to be corrected"
    assert row[4].startswith("The service does not accept this: ")
    at.window.drafts.table.selectRow(0)
    at.window.drafts.open_button.click()
    at.settle()
    wizard = at.window.findChild(RegistrationWizard)
    assert wizard is not None
    assert wizard.step.name == "address"
    at.qtbot.waitUntil(lambda: "This address is already taken" in said(wizard))
    wizard.close()
    at.settle()


def test_a_refusal_that_names_no_field_is_said_when_the_draft_is_opened(at: Opened) -> None:
    draft = registration(at, "a")
    refused = ApiError(ErrorKind.CONFLICT, operation="register_mailbox", message="Non ora")
    drafts.note_refusal(at.at.office, draft.id, refused)
    page(at)
    at.window.drafts.table.selectRow(0)
    at.window.drafts.open_button.click()
    at.settle()
    wizard = at.window.findChild(RegistrationWizard)
    assert wizard is not None
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.what == "The service does not accept this: Non ora"
    wizard.close()
    at.settle()


def test_papers_that_were_refused_say_so_where_they_lie(at: Opened) -> None:
    (draft,) = prepared(at, "activate_mailbox")
    refused = ApiError(
        ErrorKind.INVALID, operation="activate_mailbox", field="documenti", message="Illeggibile"
    )
    drafts.note_refusal(at.at.office, draft.id, refused)
    assert page(at)[0][:1] == [""]
    at.window.drafts.table.selectRow(0)
    at.window.drafts.open_button.click()
    at.settle()
    wizard = at.window.findChild(ActivationWizard)
    assert wizard is not None
    at.qtbot.waitUntil(lambda: "does not accept this: Illeggibile" in said(wizard.tray))
    wizard.close()
    at.settle()


def test_offline_nothing_can_be_sent_and_it_says_so(at: Opened) -> None:
    registration(at, "a")
    page(at)
    at.at.office.connection = None
    at.window.drafts.connection_changed()
    button = at.window.drafts.send_all_button
    assert (button.isEnabled(), button.toolTip()) == (False, "The account is not connected.")


@pytest.mark.parametrize(
    ("chosen", "words"),
    [(False, "nothing is sent by itself"), (True, "Free uploads are sent when it is back")],
)
def test_what_becomes_of_it_without_a_network_is_the_standing_choice(
    at: Opened, chosen: bool, words: str
) -> None:
    at.desk.settings.send_uploads = chosen
    registration(at, "a")
    dialog = send_all(at)
    at.at.office.connection = None
    dialog.refresh()
    assert words in dialog.notice.words
    assert dialog.pay_button.toolTip() == "The account is not connected."
    dialog.close()


def test_the_network_that_goes_in_the_middle_stops_the_rest_and_loses_nothing(
    at: Opened,
) -> None:
    for name in "abc":
        registration(at, name)
    dialog = send_all(at)
    at.at.server.faults.set(Fault.STATUS_401, "list_mailboxes")
    press(at, dialog)
    assert dialog.title.text() == "Sent: 0 of 3"
    assert dialog.bar.failure is not None
    assert column(dialog, 3)[1:] == ["Not tried", "Not tried"]
    dialog.close()
    assert len(page(at)) == 3


# The standing choice


def back_again(at: Opened) -> None:
    """The network is away, and comes back."""
    at.window.outbox.lost(ApiError(ErrorKind.UNAVAILABLE, operation="list_mailboxes"))
    at.window.follower.refresh()
    at.settle()


def test_nothing_goes_by_itself_unless_the_person_has_chosen_so(at: Opened) -> None:
    prepared(at, "activate_mailbox")
    back_again(at)
    assert at.at.seen("activate_mailbox") == 0


def test_free_uploads_go_by_themselves_when_the_network_is_back_and_it_is_told(
    at: Opened,
) -> None:
    at.desk.settings.send_uploads = True
    activating, *_paid = prepared(
        at, "activate_mailbox", "register_mailbox", "activate_preservation"
    )
    at.window.follower.refresh()
    at.settle()
    assert at.at.seen("activate_mailbox") == 0, "it was not away"
    back_again(at)
    assert at.at.seen("activate_mailbox") == 1
    assert at.at.server.ledger == [], "a payment never"
    assert "edil.montalto@testcert.legalmail.it were sent" in at.window.mailboxes.news.words
    assert at.desk.lookout.follows(Kind.MAILBOX, activating.target)
    assert [row[1] for row in page(at)] == ["Registration", "Legal preservation"]
    back_again(at)
    assert at.at.seen("activate_mailbox") == 1


def test_while_somebody_works_in_a_wizard_it_waits(at: Opened) -> None:
    at.desk.settings.send_uploads = True
    (draft,) = prepared(at, "activate_mailbox")
    at.window.activate(draft.target)
    at.settle()
    back_again(at)
    assert at.at.seen("activate_mailbox") == 0
    wizard = at.window.findChild(ActivationWizard)
    assert wizard is not None
    wizard.close()
    at.settle()
    assert at.at.seen("activate_mailbox") == 1


def test_what_could_not_be_sent_by_itself_is_told(at: Opened) -> None:
    at.desk.settings.send_uploads = True
    (draft,) = prepared(at, "activate_mailbox")
    at.at.server.faults.set(Fault.STATUS_402, "activate_mailbox")
    back_again(at)
    assert "could not be sent: see Drafts" in at.window.mailboxes.news.words
    assert drafts.standing(at.at.office, draft) is Standing.READY


def test_what_is_not_complete_is_left_to_the_person(at: Opened) -> None:
    at.desk.settings.send_uploads = True
    (draft,) = prepared(at, "activate_mailbox")
    draft.papers = draft.papers[:1]
    drafts.save(at.at.office, draft)
    back_again(at)
    assert at.at.seen("activate_mailbox") == 0


def test_an_answer_that_is_lost_is_not_asked_for_again_by_itself(at: Opened) -> None:
    at.desk.settings.send_uploads = True
    (draft,) = prepared(at, "activate_mailbox")
    at.at.server.faults.set(Fault.DROP_BEFORE, "activate_mailbox")
    back_again(at)
    assert drafts.standing(at.at.office, draft) is Standing.UNKNOWN
    assert "could not be sent" not in at.window.mailboxes.news.words
    back_again(at)
    assert at.at.seen("activate_mailbox") == 1


def test_at_the_start_the_network_counts_as_away(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as at:
        at.desk.settings.send_uploads = True
        box(at.at, REGISTERED)
        prepared(at, "activate_mailbox")
        at.connect()
        assert at.at.seen("activate_mailbox") == 1


def test_without_a_network_the_wizard_says_what_will_become_of_the_papers(at: Opened) -> None:
    (draft,) = prepared(at, "activate_mailbox")
    at.at.office.connection = None
    for chosen, words in (
        (False, "one click sends them later"),
        (True, "when the network is back"),
    ):
        at.desk.settings.send_uploads = chosen
        at.window.activate(draft.target)
        at.settle()
        wizard = at.window.findChild(ActivationWizard)
        assert wizard is not None
        wizard.go_on()
        assert words in wizard.send_page.notice.words
        assert wizard.next_button.text() == "&Keep ready"
        wizard.close()
        wizard.setParent(None)
        at.settle()


def test_the_choice_is_made_in_the_preferences(at: Opened) -> None:
    assert at.desk.settings.send_uploads is False
    at.window.tools.preferences()
    dialog = at.window.findChild(Preferences)
    assert dialog is not None
    choice = dialog.choices["send_uploads"]
    assert [choice.itemText(place) for place in range(choice.count())] == [
        *("Wait for a click", "Are sent when the network is back")
    ]
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    at.settle()
    dialog.close()
    assert Settings(at.at.folder / "settings.json").send_uploads


def test_a_communication_whose_mailbox_is_no_longer_active_leads_to_its_field(
    at: Opened, elsewhere: PecClient
) -> None:
    mailbox = box(at.at, GOLD)
    draft_id = communication_draft(at.at, casella_pec=mailbox.casella_pec)
    at.at.clock.advance(60)
    elsewhere.revoke_mailbox(mailbox.id)
    at.window.follower.refresh()
    at.settle()
    (row,) = page(at)
    assert row[3] == "No longer possible"
    draft = drafts.get(at.at.office, draft_id)
    draft.step = "summary"
    drafts.save(at.at.office, draft)
    at.window.drafts.table.selectRow(0)
    at.window.drafts.open_button.click()
    at.settle()
    wizard = at.window.findChild(CommunicationWizard)
    assert wizard is not None
    assert "Only the address of an active mailbox" in wizard.summary.notice.words
    assert not wizard.next_button.isEnabled()
    wizard.summary.notice.chosen.emit("casella_pec")
    assert wizard.step.name == "company"
    wizard.close()
    at.settle()
