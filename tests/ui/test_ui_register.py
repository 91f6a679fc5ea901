"""The Business Register through the window, on a real office and a real practice server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import paper_samples as samples
import pytest
from access import nameless
from office_support import connection_to
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from register_support import (
    START,
    UPLOAD,
    begun,
    form_page,
    page_of,
    press,
    put,
    saved_draft,
    tell,
    waiting,
    wizard_of,
    wizards,
)
from test_ui_main_window import drop
from window_support import Opened, opened

from pec_desktop.domain.communication import CommunicationState
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.practice import Fault, PracticeServer
from pec_desktop.services.attorneys import DOWNLOADED, SENT
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.communication_pages import CompanyPage
from pec_desktop.ui.editors import ChoiceEditor, RadioEditor
from pec_desktop.ui.failures import FailureBar, present
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.forms import FormRow
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.register_rows import Row
from pec_desktop.ui.save_as import SaveAs
from pec_desktop.ui.sidebar import PAGES


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path / "profile") as place:
        yield place


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Where the person keeps the papers before dropping them."""
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


def said(bar: FailureBar) -> str:
    if bar.isHidden() or bar.failure is None:
        return ""
    return " ".join(filter(None, (bar.failure.title, bar.failure.what, bar.failure.next)))


def state(at: Opened, communication_id: str) -> CommunicationState:
    return at.window.register.page.rows[communication_id].communication.state


def count(at: Opened) -> str:
    return at.window.sidebar._buttons["register"].accessibleName()


def primary(at: Opened) -> str:
    button = at.window.register.page.detail.primary
    return button.text().replace("&", "") if button.isVisible() else ""


def type_into(row: FormRow, value: object) -> None:
    """Fill a field as a person does: with keys and clicks."""
    editor = row.editor
    editor.setFocus()
    if isinstance(editor, RadioEditor):
        editor.buttons[1 if value else 0].click()
    elif isinstance(editor, ChoiceEditor):
        editor.box.setCurrentIndex(editor.box.findData(value))
        editor.box.activated.emit(editor.box.currentIndex())
    else:
        QTest.keyClicks(editor.control, str(value))
    QTest.keyClick(editor.control, Qt.Key.Key_Tab)


# The list


def test_the_list_comes_with_the_connection_and_counts_what_waits(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    assert count(at) == "Business Register, 1"
    shown = [row.communication.ragione_sociale for row in page.table.rows.records]
    assert shown[0] == "Officine Valdoro S.r.l.", "what waits for the office comes first"
    assert len(shown) == 4
    assert at.at.seen("list_communications") == 1
    assert at.at.seen("get_communication") == 4
    assert all(row.stored.details_at for row in page.rows.values())


def test_the_next_step_is_in_sight_on_a_small_laptop(at: Opened) -> None:
    at.connect()
    at.window.resize(1280, 760)
    page = page_of(at)
    page.select(page.table.rows.records[0].id)
    at.settle()
    assert page.beside
    assert page.detail.isVisible()
    assert page.table.horizontalScrollBar().maximum() == 0


def test_the_archive_is_shown_before_any_network(at: Opened) -> None:
    at.connect()
    known = page_of(at).rows.keys()
    at.window.close()
    requests = len(at.at.server.requests)
    at.at.office.connection = None
    at.open()
    assert page_of(at).rows.keys() == known
    assert len(at.at.server.requests) == requests


def test_details_are_read_again_only_for_what_moved(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    asked = at.at.seen("get_communication")
    at.at.clock.advance(3 * 24 * 3600)  # what was with the Register is done meanwhile
    at.window.commands["refresh"].trigger()
    at.settle()
    assert at.at.seen("get_communication") > asked
    assert at.at.seen("get_communication") < asked + len(page.rows)
    assert "has been communicated" in page.news.words


def test_search_and_filters_narrow_the_list_and_can_be_taken_back(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    page.chips.choose("to_sign")
    assert [row.needs_person for row in page.table.rows.records] == [True]
    page.search.setText("valdoro officine")
    assert len(page.table.rows.records) == 1
    page.search.setText("no such company")
    assert page.empty.isVisible()
    page.empty.button.click()
    assert len(page.table.rows.records) == len(page.rows)
    at.window.commands["search"].trigger()
    assert at.window.focusWidget() is page.search


def test_an_empty_register_teaches_what_to_do_first(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, empty=True) as at:
        at.connect()
        page = page_of(at)
        assert count(at) == "Business Register"
        assert page.empty.button.text() == "Communicate an address"
        page.empty.button.click()
        wizard_of(at).reject()


def test_a_state_this_program_does_not_know_is_shown_as_received(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    row = page.table.rows.records[0]
    tell(at, row.id, stato="sospesa_dalla_camera")
    page.select(row.id)
    at.settle()
    assert page.rows[row.id].state_text == "sospesa_dalla_camera"
    assert page.detail._state.text() == "sospesa_dalla_camera"
    assert "does not know this state" in page.detail.notice.words
    assert primary(at) == ""


def test_what_the_list_no_longer_holds_stays_and_says_so(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    gone = page.table.rows.records[0]
    kept = [row.communication for row in page.rows.values() if row.id != gone.id]
    at.at.office.communications.replace_list(kept, at.at.office.now())
    at.window.register.reload()
    at.settle()
    page.select(gone.id)
    at.settle()
    assert page.rows[gone.id].state_text == "No longer listed"
    assert "did not hold this communication" in page.detail.notice.words
    assert page.detail.tray.isHidden()
    assert count(at) == "Business Register"
    assert page.counts()["unlisted"] == 1


def test_without_a_network_the_list_stays_and_one_bar_says_why(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    shown = list(page.rows)
    at.at.server.stop()
    page.refresh_button.click()
    at.settle()
    assert "cannot be reached" in said(page.bar)
    assert list(page.rows) == shown
    at.at.server.start()
    at.at.office.connection = connection_to(at.at.server)
    page.bar.retry.emit()
    at.settle()
    assert said(page.bar) == ""


def test_rows_and_addresses_are_copied(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    row = page.table.rows.records[0]
    page.select(row.id)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith(row.communication.casella_pec + "\t")
    page.detail.copy_wanted.emit()
    assert QGuiApplication.clipboard().text() == row.communication.casella_pec


def test_what_the_token_does_not_open_says_so(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    page.select(next(row.id for row in page.rows.values() if row.needs_person))
    at.settle()
    at.connect_with("scope_get_pec")
    for button in (page.new_button, page.detail.primary):
        assert not button.isEnabled()
        assert "no permission for this" in button.toolTip()
        assert button.accessibleDescription() == button.toolTip()


def test_every_control_has_a_name_and_pages_have_keys(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    for row in list(page.rows.values()):
        page.select(row.id)
        at.settle()
        assert nameless(at.window) == []
    keys = [at.window.commands[name].shortcut().toString() for name in PAGES]
    assert keys == ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"]


def test_a_narrow_window_shows_list_or_details(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    page.select(page.table.rows.records[0].id)
    at.window.resize(at.desk.theme.em(60), at.desk.theme.em(44))
    assert page.table.isVisible()
    assert not page.detail.isVisible()
    page.table.opened.emit()
    assert page.detail.isVisible()
    assert not page.table.isVisible()
    page.detail.back.click()
    assert page.table.isVisible()


# Beginning one


def test_from_a_mailbox_to_a_communication_from_the_first_key_to_the_last(at: Opened) -> None:
    at.connect()
    at.select("evasa")
    mailbox = at.window.mailboxes.table.selected()[0].stored.mailbox
    at.window.commands["communicate"].trigger()
    wizard = wizard_of(at)
    values = wizard.draft_values
    assert (values["casella_pec"], values["cf"]) == (
        mailbox.casella_pec,
        mailbox.codice_fiscale_richiedente,
    )
    press(wizard)
    assert wizard.step.name == "applicant"
    rows = {row.field.name: row for row in wizard.findChildren(FormRow)}
    type_into(rows["qualifica"], "AMMINISTRATORE")
    press(wizard)
    at.settle()
    assert wizard.step.name == "summary"
    assert wizard.summary.standing is Standing.READY
    assert "12.00" in wizard.summary.cost._values["price"].text()
    assert at.at.seen(START) == 0
    press(wizard)
    press(wizard)
    at.settle()
    assert at.at.seen(START) == 1
    charges = [one for one in at.at.server.ledger if one.operation == START]
    attempts = [one for one in at.at.office.attempts.all() if one.operation == START]
    assert [(one.target, f"{one.amount:.2f}") for one in charges] == [
        (one.label, one.amount) for one in attempts
    ]
    assert [one.outcome for one in attempts] == [Outcome.CONFIRMED]
    begun_id = attempts[0].reference
    assert wizard.ended
    assert at.at.office.drafts.all() == []
    press(wizard)
    assert wizards() == []
    assert at.window._stack.currentWidget() is at.window.register.place
    assert at.window.register.page.detail.communication_id == begun_id
    assert at.window.desk.lookout.follows(Kind.COMMUNICATION, begun_id)
    at.window.desk.lookout.stop()


def test_only_an_active_mailbox_can_be_communicated_and_the_others_say_why(at: Opened) -> None:
    at.connect()
    command = at.window.commands["communicate"]
    at.select("registrata")
    assert not command.isEnabled()
    assert command.toolTip() == "Only the address of an active mailbox can be communicated."
    at.select("evasa")
    assert command.isEnabled()


def test_the_data_can_be_taken_from_a_mailbox_that_is_looked_for(at: Opened) -> None:
    at.connect()
    at.window.commands["new_communication"].trigger()
    wizard = wizard_of(at)
    page = wizard.page("company")
    assert isinstance(page, CompanyPage)
    box = page.picker.box
    offered = [box.itemText(place) for place in range(box.count())]
    active = [row for row in at.shown if row.stored.mailbox.stato == "evasa"]
    assert len(offered) == len(active)
    line = box.lineEdit()
    assert line is not None
    QTest.keyClicks(line, "quadrifoglio")
    completer = box.completer()
    assert completer is not None
    assert completer.completionCount() == 1
    popup = completer.popup()
    assert popup is not None
    popup.hide()
    box.setCurrentIndex(box.findText("quadrifoglio", Qt.MatchFlag.MatchContains))
    box.activated.emit(box.currentIndex())
    assert wizard.draft_values["ragione_sociale"] == "Quadrifoglio S.r.l."
    assert page.form.editor("cf_piva").value() == wizard.draft_values["cf_piva"]
    taken = str(wizard.draft_values["cf"])
    lonely = next(
        place for place, words in enumerate(offered) if words.startswith("privato.lorenzi")
    )
    box.setCurrentIndex(lonely)
    box.activated.emit(lonely)
    left = dict(wizard.draft_values)
    assert (left["ragione_sociale"], left["cf"] == taken) == ("", False), "no former holder is left"
    wizard.close()


def test_who_has_the_address_already_is_told_before_paying(at: Opened) -> None:
    begun(at)
    at.connect()
    for values, words in (
        ({"cf_piva": "01234567897", "ragione_sociale": "Altra Srl"}, "in use for Prova Srl"),
        ({"pec_amministratore": True}, "address of Prova Srl itself"),
        ({}, "communicated for Prova Srl before"),
    ):
        at.window.wizards.open_draft(saved_draft(at, "summary", **values))
        wizard = wizard_of(at)
        assert words in wizard.summary.warnings.words
        assert wizard.summary.standing is Standing.READY, "it is a warning"
        assert "15 January 2026" in wizard.summary.warnings.words or values == {}
        wizard.close()
        at.settle()
    assert at.at.seen(START) == 1


def test_a_communication_begun_elsewhere_counts_for_the_duplicates(at: Opened) -> None:
    at.window.show_page("register")
    row = at.at.server._state.communications
    address = next(iter(row.values())).data["casella_pec"]
    at.window.wizards.open_draft(saved_draft(at, "summary", casella_pec=address))
    wizard = wizard_of(at)
    assert "does not tell whether" in wizard.summary.warnings.words
    wizard.close()


def test_what_is_wrong_keeps_the_person_here_and_the_callback_unfolds(at: Opened) -> None:
    at.window.wizards.open_draft(saved_draft(at, "applicant"))
    wizard = wizard_of(at)
    page = wizard.page("applicant")
    assert isinstance(page, FormPage)
    form = page.form
    assert not page.form.advanced.opened
    form.advanced.toggle.click()
    rows = {row.field.name: row for row in form.findChildren(FormRow)}
    type_into(rows["callback_url"], "nowhere")
    form.advanced.toggle.click()
    press(wizard)
    assert wizard.step.name == "applicant"
    assert form.advanced.opened
    assert rows["callback_url"].editor.control.hasFocus()
    form.set_value("callback_url", "https://studio.example/pec")
    press(wizard)
    at.settle()
    assert wizard.step.name == "summary"
    labels = wizard.summary.details.findChildren(QLabel)
    said_there = [label.text().replace("\u200b", "") for label in labels]
    assert "https://studio.example/pec" in said_there
    wizard.close()


def test_a_draft_is_kept_at_every_step_and_goes_on_where_it_was_left(at: Opened) -> None:
    at.connect()
    at.window.commands["new_communication"].trigger()
    wizard = wizard_of(at)
    rows = {row.field.name: row for row in wizard.findChildren(FormRow)}
    for name in ("casella_pec", "ragione_sociale", "cf_piva", "comune"):
        value = {"casella_pec": "nuova@pec.example", "cf_piva": "12345678903"}.get(name, "Prova")
        type_into(rows[name], value)
    type_into(rows["provincia"], "TR")
    press(wizard)
    at.settle()
    assert wizard.step.name == "applicant"
    wizard.close()
    at.window.close()
    at.open()
    at.connect()
    at.window.show_page("drafts")
    at.settle()
    drafts = at.window.drafts
    assert [row.title for row in drafts.table.rows.records] == ["nuova@pec.example"]
    drafts.table.selectRow(0)
    drafts.open_button.click()
    again = wizard_of(at)
    assert again.step.name == "applicant"
    assert again.draft_values["comune"] == "Prova"
    again.close()


def test_without_a_network_it_is_kept_ready_and_sent_by_one_click_later(at: Opened) -> None:
    at.connect()
    at.at.office.connection = None
    at.window.wizards.open_draft(saved_draft(at, "summary"))
    wizard = wizard_of(at)
    assert wizard.summary.standing is Standing.OFFLINE
    assert wizard.next_button.text() == "&Keep ready"
    press(wizard)
    at.settle()
    assert wizards() == []
    at.window.close()
    at.at.office.connection = connection_to(at.at.server)
    at.open()
    at.connect()
    at.window.show_page("drafts")
    at.settle()
    at.window.drafts.table.selectRow(0)
    at.window.drafts.send_button.click()
    wizard = wizard_of(at)
    assert (wizard.step.name, wizard.summary.standing) == ("summary", Standing.READY)
    assert at.at.seen(START) == 0
    press(wizard)
    at.settle()
    assert at.at.seen(START) == 1
    at.window.desk.lookout.stop()
    wizard.close()


def test_a_server_that_does_not_answer_is_offline_too(at: Opened) -> None:
    at.connect()
    at.at.server.stop()
    at.window.wizards.open_draft(saved_draft(at, "summary"))
    wizard = wizard_of(at)
    assert wizard.summary.standing is Standing.OFFLINE
    wizard.close()


def test_a_lost_answer_is_sent_again_only_after_an_explained_decision(at: Opened) -> None:
    at.connect()
    at.window.wizards.open_draft(saved_draft(at, "summary"))
    wizard = wizard_of(at)
    at.at.server.faults.set(Fault.DROP_BEFORE, START)
    press(wizard)
    at.settle()
    assert "not known" in said(wizard.bar)
    assert wizard.summary.standing is Standing.UNKNOWN
    assert "may have begun and been paid" in wizard.summary.notice.words
    assert not wizard.next_button.isEnabled()
    wizard.summary.override.click()
    press(wizard)
    at.settle()
    assert at.at.seen(START) == 2
    assert wizard.ended
    outcomes = [one.outcome for one in at.at.office.attempts.all()]
    assert outcomes == [Outcome.CONFIRMED, Outcome.UNKNOWN]
    at.window.desk.lookout.stop()
    wizard.close()


def test_what_the_service_objects_to_leads_to_its_field(at: Opened) -> None:
    at.connect()
    at.window.wizards.open_draft(saved_draft(at, "summary", casella_pec="a'b@pec.example"))
    wizard = wizard_of(at)
    press(wizard)
    at.settle()
    assert wizard.step.name == "company"
    form = form_page(wizard, "company").form
    assert form.editor("casella_pec").control.hasFocus()
    assert "does not accept this PEC address" in said(wizard.bar)
    assert [one.outcome for one in at.at.office.attempts.all()] == [Outcome.REFUSED]
    wizard.close()


def test_an_empty_wallet_is_told_before_and_after(at: Opened) -> None:
    at.connect()
    at.at.server.credit = 1  # type: ignore[assignment]
    at.window.wizards.open_draft(saved_draft(at, "summary"))
    wizard = wizard_of(at)
    assert wizard.summary.cost._low.isVisible()
    press(wizard)
    at.settle()
    assert "credit does not suffice for a communication" in said(wizard.bar)
    assert at.at.server.ledger == []
    wizard.close()


@pytest.mark.parametrize(
    ("operation", "status", "code", "words"),
    [
        (START, 402, 351, "credit does not suffice"),
        (START, 406, 336, "does not accept this PEC address"),
        (START, 428, 344, "fiscal code or VAT number"),
        (UPLOAD, 406, 355, "waits for no signed power of attorney"),
        (UPLOAD, 428, 356, "received no document"),
    ],
)
def test_the_documented_refusals_have_words(
    operation: str, status: int, code: int, words: str
) -> None:
    error = ApiError(ErrorKind.CONFLICT, status=status, code=code, operation=operation)
    failure = present(error)
    assert words in failure.what
    assert failure.money == "The request was refused: nothing was paid."


# Waiting for the code, the power of attorney


def test_the_code_is_waited_for_until_it_comes(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    one = begun(at)
    at.window.wizards.started.emit(one.id)
    at.settle()
    assert page.detail.communication_id == one.id
    assert state(at, one.id) is CommunicationState.CODICE_IN_RICHIESTA
    assert primary(at) == "Look again now"
    assert "comes with the code" in page.detail._remark.text()
    assert not page.detail.paper.isVisible()
    at.at.clock.advance(120)
    at.qtbot.waitUntil(lambda: page.rows[one.id].needs_person, timeout=8000)
    at.settle()
    assert "can be signed now" in page.news.words
    assert count(at) == "Business Register, 2"
    assert primary(at) == "Save the power of attorney…"
    assert not at.window.desk.lookout.follows(Kind.COMMUNICATION, one.id)


def test_one_can_look_at_once_and_a_look_that_fails_says_why(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    one = begun(at)
    at.window.register.show(one.id)
    at.window.register.reload()
    at.settle()
    at.at.server.faults.set("500", "get_communication", times=9)
    page.detail.primary.click()
    at.settle()
    assert said(page.detail.bar)
    at.at.server.faults.clear()
    at.at.clock.advance(120)
    page.detail.primary.click()
    at.settle()
    assert state(at, one.id) is CommunicationState.IN_ATTESA_DI_DOCUMENTI
    at.window.desk.lookout.stop()


def test_the_power_of_attorney_is_saved_where_the_person_likes(at: Opened, desk: Path) -> None:
    at.connect()
    page = page_of(at)
    row = page.table.rows.records[0]
    page.select(row.id)
    at.settle()
    assert primary(at) == "Save the power of attorney…"
    page.detail.primary.click()
    at.settle()
    dialog = page.detail.findChild(SaveAs)
    assert isinstance(dialog, SaveAs)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    assert name.text().startswith("procura_registro_imprese ")
    target = desk / "procura.pdf"
    name.setText(str(target))
    with at.qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    (kept,) = at.at.office.papers.kept(row.id, DOWNLOADED)
    assert target.read_bytes() == at.at.office.files.path(kept.sha256).read_bytes()
    assert target.read_bytes().startswith(b"%PDF")
    assert primary(at) == "Add the signed file…"


# What comes back signed


def other_document(_power: bytes) -> bytes:
    return samples.p7m()


def renamed_pdf(power: bytes) -> bytes:
    return power


def detached(power: bytes) -> bytes:
    return samples.detached_p7m(power)


def one_byte_more(power: bytes) -> bytes:
    return samples.p7m(power + b"\n")


def half(power: bytes) -> bytes:
    whole = samples.p7m(power)
    return whole[: len(whole) // 2]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (renamed_pdf, "This is a PDF. The Business Register wants it in a signed envelope"),
        (other_document, "another document than the power of attorney"),
        (one_byte_more, "another document than the power of attorney"),
        (detached, "a signature but not the signed document"),
        (half, "damaged or incomplete"),
        (lambda _power: samples.word(), "Word document"),
        (lambda _power: b"", "This file is empty"),
    ],
)
def test_what_is_not_the_signed_power_of_attorney_is_refused_in_words(
    at: Opened, desk: Path, make: Callable[[bytes], bytes], words: str
) -> None:
    at.connect()
    one, power = waiting(at)
    page = at.window.register.page
    page.detail.add_files([put(desk, "procura.pdf.p7m", make(power))])
    at.settle()
    assert words in page.detail.tray.row.words
    assert primary(at) == "Add the signed file…", "it cannot be sent"
    at.window.register.send(one)
    at.settle()
    assert at.at.seen(UPLOAD) == 0
    assert said(page.detail.bar)


@pytest.mark.parametrize("wrapping", [None, "pem base64", "base64", "mime base64"])
@pytest.mark.parametrize("ber", [False, True])
def test_the_right_one_is_sent_once_in_der_whatever_it_came_in(
    at: Opened, desk: Path, wrapping: str | None, ber: bool
) -> None:
    at.connect()
    one, power = waiting(at)
    page = at.window.register.page
    signed = put(desk, "procura.pdf.p7m", samples.p7m(power, wrapping=wrapping, ber=ber))
    page.detail.add_files([signed])
    at.settle()
    signed.unlink()
    assert "holds exactly the power of attorney" in page.detail.tray.row.words
    assert ("plain .p7m" in page.detail.tray.row.words) is (wrapping is not None)
    assert primary(at) == "Send the power of attorney"
    page.detail.primary.click()
    page.detail.primary.click()
    at.window.register.send(one)
    at.settle()
    assert at.at.seen(UPLOAD) == 1
    (kept,) = at.at.office.papers.kept(one, SENT)
    sent = at.at.office.files.path(kept.sha256).read_bytes()
    assert sent[:1] == b"\x30"
    assert sent[1] != 0x80
    assert state(at, one) is CommunicationState.DOCUMENTI_CARICATI
    assert at.at.office.drafts.all() == []
    assert count(at) == "Business Register"
    at.window.desk.lookout.stop()


def test_it_is_followed_to_the_end(at: Opened, desk: Path) -> None:
    at.connect()
    one, power = waiting(at)
    page = at.window.register.page
    page.detail.add_files([put(desk, "a.p7m", samples.nested_p7m(power))])
    at.settle()
    assert "2 signatures · one around the other" in page.detail.tray.row.words
    page.detail.primary.click()
    at.settle()
    assert primary(at) == "Look again now"
    assert "no state for a refusal" in page.detail._remark.text()
    at.at.clock.advance(120)
    done = CommunicationState.COMUNICAZIONE_EVASA
    at.qtbot.waitUntil(lambda: state(at, one) is done, timeout=8000)
    at.settle()
    assert "has been communicated to the Business Register" in page.news.words
    assert primary(at) == ""
    assert page.detail.tray.isHidden()


def test_a_signed_file_may_be_dropped_anywhere(at: Opened, desk: Path) -> None:
    at.connect()
    one, power = waiting(at)
    page = at.window.register.page
    signed = put(desk, "procura.pdf.p7m", samples.p7m(power))
    places = (page.detail.tray.area, page.detail, page.table, at.window.sidebar)
    for target in places:
        assert drop(target, signed)
        at.settle()
        assert page.detail.tray.ready
        page.detail.tray.row.remove_button.click()
        at.settle()
        assert page.detail.tray.paper is None
        assert at.at.office.drafts.for_target("attorney", one) is None


def test_what_is_dropped_in_the_wrong_place_is_not_taken(at: Opened, desk: Path) -> None:
    at.connect()
    one, power = waiting(at)
    page = at.window.register.page
    signed = [put(desk, name, samples.p7m(power)) for name in ("a.p7m", "b.p7m")]
    assert drop(page.table, *signed)
    at.settle()
    assert "several files" in said(page.detail.tray.bar)
    page.table.clearSelection()
    assert drop(page.table, signed[0])
    assert "Select the one communication" in page.news.words
    done = next(row for row in page.rows.values() if row.communication.stato.endswith("_evasa"))
    page.select(done.id)
    at.settle()
    assert drop(page.table, signed[0])
    assert "expects no power of attorney now" in page.news.words
    page.table.clearSelection()
    at.window.take_files([QUrl.fromLocalFile(str(signed[0]))])  # opened with the program
    assert "Select the one communication" in page.news.words
    assert drop(page.table, desk)
    at.settle()
    assert at.at.office.drafts.for_target("attorney", one) is None


def test_a_file_that_was_there_before_the_download_is_compared_after_it(
    at: Opened, desk: Path
) -> None:
    at.connect()
    one, power = waiting(at)
    page = at.window.register.page
    with at.at.database.transaction() as connection:
        connection.execute("DELETE FROM papers")
    page.detail.paper._paper = None
    page.detail.add_files([put(desk, "procura.pdf.p7m", samples.p7m(power))])
    at.settle()
    assert "has not been downloaded here yet" in page.detail.tray.row.words
    page.detail.paper.download_button.click()
    at.settle()
    assert page.detail.tray.ready
    draft = at.at.office.drafts.for_target("attorney", one)
    assert draft is not None
    assert draft.ready


def test_without_a_network_the_signed_file_stays_and_goes_out_by_one_click(
    at: Opened, desk: Path
) -> None:
    at.connect()
    one, power = waiting(at)
    page = at.window.register.page
    connection, at.at.office.connection = at.at.office.connection, None
    page.connection_changed()
    signed = put(desk, "procura.pdf.p7m", samples.p7m(power))
    page.detail.add_files([signed])
    at.settle()
    signed.unlink()
    assert primary(at) == "Send the power of attorney"
    assert not page.detail.primary.isEnabled()
    assert page.detail.primary.toolTip() == "The account is not connected."
    at.window.close()
    at.at.office.connection = connection
    at.open()
    at.connect()
    at.window.show_page("drafts")
    at.settle()
    table, button = at.window.drafts.table, at.window.drafts.send_button
    table.selectRow(0)
    assert [table.rows.columns[5].text(row) for row in table.rows.records] == ["1"]
    assert button.isEnabled()
    button.click()
    button.click()
    at.settle()
    assert at.at.seen(UPLOAD) == 1
    assert state(at, one) is CommunicationState.DOCUMENTI_CARICATI
    assert table.rows.records == []
    at.window.desk.lookout.stop()


def test_a_signed_draft_is_opened_at_its_communication(at: Opened, desk: Path) -> None:
    at.connect()
    one, _power = waiting(at)
    at.window.register.page.detail.add_files([put(desk, "a.p7m", samples.p7m())])
    at.settle()
    at.window.show_page("drafts")
    at.settle()
    at.window.drafts.table.selectRow(0)
    assert not at.window.drafts.send_button.isEnabled()
    at.window.drafts.open_button.click()
    at.settle()
    assert at.window._stack.currentWidget() is at.window.register.place
    assert at.window.register.page.detail.communication_id == one


def test_an_upload_without_an_answer_is_repeated_only_on_purpose(at: Opened, desk: Path) -> None:
    at.connect()
    one, power = waiting(at)
    page, detail = at.window.register.page, at.window.register.page.detail
    detail.add_files([put(desk, "a.p7m", samples.p7m(power))])
    at.settle()
    at.at.server.faults.set(Fault.DROP_BEFORE, UPLOAD)
    detail.primary.click()
    at.settle()
    assert "not known" in said(detail.bar)
    assert "no answer tells whether it arrived" in detail.notice.words
    assert primary(at) == "Look again now"
    detail.primary.click()
    at.settle()
    assert at.at.seen(UPLOAD) == 1
    assert state(at, one) is CommunicationState.IN_ATTESA_DI_DOCUMENTI
    assert detail.override.isVisible()
    detail.override.click()
    assert primary(at) == "Send the power of attorney"
    detail.primary.click()
    at.settle()
    assert at.at.seen(UPLOAD) == 2
    assert page.rows[one].communication.state is CommunicationState.DOCUMENTI_CARICATI
    at.window.desk.lookout.stop()


def test_an_upload_that_arrived_without_an_answer_is_seen_by_looking(
    at: Opened, desk: Path
) -> None:
    at.connect()
    one, power = waiting(at)
    detail = at.window.register.page.detail
    detail.add_files([put(desk, "a.p7m", samples.p7m(power))])
    at.settle()
    at.at.server.faults.set(Fault.DROP_AFTER, UPLOAD)
    detail.primary.click()
    at.settle()
    detail.primary.click()
    at.settle()
    assert state(at, one) is CommunicationState.DOCUMENTI_CARICATI
    assert at.at.seen(UPLOAD) == 1
    at.window.desk.lookout.stop()


def test_what_moved_on_meanwhile_is_not_sent(at: Opened, desk: Path) -> None:
    at.connect()
    one, power = waiting(at)
    detail = at.window.register.page.detail
    detail.add_files([put(desk, "a.p7m", samples.p7m(power))])
    at.settle()
    at.at.server._state.communications[one].advance(at.at.clock())
    detail.primary.click()
    at.settle()
    assert "only while it is waited for" in said(detail.bar)
    assert at.at.seen(UPLOAD) == 0
    assert state(at, one) is CommunicationState.DOCUMENTI_CARICATI


def test_closing_while_it_is_sent_asks_first_and_the_journal_has_it(at: Opened, desk: Path) -> None:
    at.connect()
    _one, power = waiting(at)
    detail = at.window.register.page.detail
    detail.add_files([put(desk, "a.p7m", samples.p7m(power))])
    at.settle()
    at.at.server.faults.set(Fault.SLOW, UPLOAD, seconds=60)
    detail.primary.click()
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)))
    assert not at.window.close()
    assert not detail.primary.isEnabled()
    at.window.close_anyway()
    at.at.server.faults.clear()
    at.qtbot.waitUntil(lambda: at.desk.runner.busy == 0, timeout=20_000)
    (attempt,) = at.at.office.attempts.all()
    assert attempt.operation == UPLOAD
    assert attempt.outcome is Outcome.CONFIRMED


# Practice


def test_in_practice_the_whole_life_can_be_seen_without_a_signing_program(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    row = page.table.rows.records[0]
    page.select(row.id)
    at.settle()
    page.detail.practise.click()
    at.settle()
    assert page.detail.tray.ready
    assert "1 signature" in page.detail.tray.row.words
    page.detail.primary.click()
    at.settle()
    assert state(at, row.id) is CommunicationState.DOCUMENTI_CARICATI
    at.window.desk.lookout.stop()


def test_a_whole_life_takes_seconds_in_practice(at: Opened) -> None:
    """A server whose clock runs, as the program starts it; nobody looks by hand."""
    with PracticeServer(pace=0.5, empty=True) as server:
        at.at.office.connection = connection_to(server)
        at.connect()
        at.window.wizards.open_draft(saved_draft(at, "summary"))
        wizard = wizard_of(at)
        press(wizard)
        at.qtbot.waitUntil(lambda: wizard.ended and not wizard.busy, timeout=10_000)
        press(wizard)
        page = at.window.register.page
        at.qtbot.waitUntil(lambda: page.detail.expects_paper, timeout=10_000)
        page.detail.practise.click()
        at.qtbot.waitUntil(lambda: page.detail.tray.ready, timeout=10_000)
        page.detail.primary.click()
        at.qtbot.waitUntil(lambda: primary(at) == "", timeout=15_000)
        (row,) = page.rows.values()
        assert row.communication.state is CommunicationState.COMUNICAZIONE_EVASA
        (charge,) = server.ledger
        paid = [one for one in at.at.office.attempts.all() if one.operation == START]
        assert [one.amount for one in paid] == [f"{charge.amount:.2f}"]
        operations = [one.operation for one in server.requests]
        assert (operations.count(START), operations.count(UPLOAD)) == (1, 1)
        at.settle()


def test_the_practice_office_has_communications_in_all_states(at: Opened) -> None:
    at.connect()
    rows: list[Row] = list(page_of(at).rows.values())
    assert {row.communication.state for row in rows} == {
        one for one in CommunicationState if one is not CommunicationState.UNKNOWN
    }
