"""The activation wizard on a real office and the practice server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import paper_samples as samples
import pytest
from access import nameless
from office_support import connection_to
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from small_disk import small_disk
from wizard_support import Place, place

from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.errors import ApiError, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import activation, drafts
from pec_desktop.services.drafts import Standing
from pec_desktop.services.papers import take_papers
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.activation import ActivationWizard
from pec_desktop.ui.save_as import SaveAs
from pec_desktop.ui.wizard import Wizard
from pec_desktop.work import Work

SINGLE: dict[str, object] = {
    "tipo_casella": "DOMICILIODIGITALE",
    "casella_pec": "studio.prova@test.domiciliodigitale.com",
}


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person keeps the papers before dropping them."""
    made = tmp_path / "papers"
    made.mkdir()
    return made


def form_and_photo(folder: Path) -> list[Path]:
    papers = {"carta.jpg": samples.photo(1200, 900), "modulo firmato.pdf": samples.pdf(2)}
    for name, data in papers.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in papers]


def opened(at: Place, mailbox: Mailbox) -> ActivationWizard:
    wizard = ActivationWizard(at.desk, mailbox.id)
    at.show(wizard)
    at.settle()
    return wizard


def with_papers(at: Place, folder: Path, **values: object) -> tuple[ActivationWizard, Mailbox]:
    """A wizard at the step that sends, with complete papers."""
    mailbox = at.at.registered(**values)
    take_papers(at.desk.office, mailbox.id, form_and_photo(folder), Work())
    wizard = opened(at, mailbox)
    press(at, wizard)
    assert wizard.step.name == "send"
    return wizard, mailbox


def press(at: Place, wizard: Wizard) -> None:
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    at.settle()


def said(window: QWidget) -> str:
    words = (label.accessibleName() or label.text() for label in window.findChildren(QLabel))
    shown = (label.isVisible() for label in window.findChildren(QLabel))
    return " ".join(word for word, visible in zip(words, shown, strict=True) if visible)


def step(wizard: Wizard) -> str:
    return wizard.step.name


def words(button: QPushButton) -> str:
    return button.text().replace("&", "")


def state(at: Place, mailbox: Mailbox) -> str:
    found = at.desk.office.mailboxes.get(mailbox.id)
    assert found is not None
    return found.mailbox.stato


def outcomes(at: Place) -> list[Outcome]:
    attempts = at.desk.office.attempts.all()
    return [one.outcome for one in attempts if one.operation == "activate_mailbox"]


def drop(target: QWidget, paths: list[Path]) -> bool:
    """Drop files on a widget; False if they are not welcome there."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, left = target.rect().center(), Qt.MouseButton.LeftButton
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(middle), copy, data, left, none))
    return enter.isAccepted()


# The whole way


def test_from_the_form_to_the_active_mailbox(at: Place, folder: Path, qtbot: QtBot) -> None:
    mailbox = at.at.registered()
    wizard = opened(at, mailbox)
    assert step(wizard) == "form"
    assert mailbox.casella_pec in said(wizard)
    press(at, wizard)
    assert step(wizard) == "papers"
    assert not wizard.next_button.isEnabled()
    assert drop(wizard.tray.area, form_and_photo(folder))
    at.settle()
    press(at, wizard)
    assert step(wizard) == "send"
    told = said(wizard)
    assert "modulo firmato.pdf (2 pages" in told
    assert "carta.jpg (photo" in told
    assert "two PDFs" in told
    assert words(wizard.next_button) == "Send the papers"
    with qtbot.waitSignal(wizard.sent) as sent:
        press(at, wizard)
    assert sent.args == [mailbox.id]
    assert step(wizard) == "follow"
    assert "The papers have arrived" in said(wizard)
    assert wizard.back_button.isHidden()
    assert drafts.rows(at.desk.office) == []

    at.at.clock.advance(120)
    with qtbot.waitSignal(wizard.follow_page.followed, timeout=10_000):
        pass  # it is looked at without being asked, after two seconds
    assert wizard.follow_page.mailbox.state is State.EVASA
    assert "The mailbox is active" in said(wizard)
    assert state(at, mailbox) == "evasa"
    assert outcomes(at) == [Outcome.CONFIRMED]
    assert at.at.seen("activate_mailbox") == 1
    press(at, wizard)
    assert not wizard.isVisible()


def test_a_single_document_is_announced_as_one(at: Place, folder: Path) -> None:
    wizard, mailbox = with_papers(at, folder, **SINGLE)
    assert "one PDF with everything in it" in said(wizard)
    press(at, wizard)
    at.at.clock.advance(120)
    wizard.follow_page.look()
    at.settle()
    assert state(at, mailbox) == "evasa"


def test_refused_documents_lead_back_to_the_papers(at: Place, folder: Path) -> None:
    mailbox = at.at.registered()
    papers = form_and_photo(folder)
    wrong = folder / "modulo di un altro.pdf"
    other = at.at.registered(casella_pec="altra@testcert.legalmail.it")
    form = activation.download_form(at.desk.office, other.id, Work())
    wrong.write_bytes(at.desk.office.files.path(form.sha256).read_bytes())
    take_papers(at.desk.office, mailbox.id, [papers[0], wrong], Work())
    wizard = opened(at, mailbox)
    press(at, wizard)
    press(at, wizard)
    at.at.clock.advance(120)
    wizard.follow_page.look()
    at.settle()
    assert state(at, mailbox) == "documenti_errati"
    assert "The documents were refused" in said(wizard)
    assert words(wizard.next_button) == "Correct the papers"
    press(at, wizard)
    assert step(wizard) == "papers"
    assert wizard.tray.rows == {}
    wizard.tray.add_files(papers)
    at.settle()
    press(at, wizard)
    press(at, wizard)
    at.at.clock.advance(120)
    wizard.follow_page.look()
    at.settle()
    assert state(at, mailbox) == "evasa"
    assert at.at.seen("activate_mailbox") == 2


# Where it starts


def test_a_begun_draft_is_opened_at_its_papers(at: Place, folder: Path) -> None:
    mailbox = at.at.registered()
    take_papers(at.desk.office, mailbox.id, form_and_photo(folder)[:1], Work())
    wizard = opened(at, mailbox)
    assert step(wizard) == "papers"
    assert "Saved among the drafts" in said(wizard)
    assert len(wizard.tray.rows) == 1


def test_a_mailbox_that_is_being_processed_is_only_followed(at: Place, folder: Path) -> None:
    mailbox = at.at.registered()
    draft = take_papers(at.desk.office, mailbox.id, form_and_photo(folder), Work())
    activation.activate(at.desk.office, draft.id, Work())
    wizard = opened(at, mailbox)
    assert step(wizard) == "follow"
    assert wizard.close_button.isHidden()
    assert not drop(wizard, form_and_photo(folder))


def test_a_mailbox_nobody_knows_opens_no_wizard(at: Place) -> None:
    with pytest.raises(Refusal, match=r"mailbox\.gone"):
        ActivationWizard(at.desk, "nobody")


def test_papers_may_be_dropped_anywhere_on_the_window(at: Place, folder: Path) -> None:
    wizard = opened(at, at.at.registered())
    assert drop(wizard, form_and_photo(folder))
    assert step(wizard) == "papers"
    at.settle()
    assert wizard.tray.ready


# The form


class Opener(QObject):
    """Takes what would be opened by another program."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []
        # The stub wants bytes, the function a str.
        QDesktopServices.setUrlHandler("file", self, "on_url")  # type: ignore[arg-type]

    @Slot(QUrl)
    def on_url(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def opener(qapp: QApplication) -> Iterator[Opener]:
    made = Opener()
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_the_form_is_downloaded_once_and_opened_as_often_as_wanted(
    at: Place, opener: Opener
) -> None:
    mailbox = at.at.registered()
    wizard = opened(at, mailbox)
    assert "has not been downloaded" in said(wizard)
    for _ in range(2):
        QTest.mouseClick(wizard.form_page.open_button, Qt.MouseButton.LeftButton)
        at.settle()
    assert len(opener.opened) == 2
    copy = Path(opener.opened[0].toLocalFile())
    assert copy.name == f"modulo_attivazione {mailbox.casella_pec}.pdf"
    assert copy.read_bytes().startswith(b"%PDF")
    assert "without a network too" in said(wizard)
    assert at.at.seen("download_activation_form") == 1
    QTest.mouseClick(wizard.form_page.download_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert at.at.seen("download_activation_form") == 2
    assert len(opener.opened) == 2, "downloading again opens nothing"
    again = opened(at, mailbox)
    assert "without a network too" in said(again)


def test_impatient_clicks_download_the_form_once(at: Place, opener: Opener) -> None:
    wizard = opened(at, at.at.registered())
    at.at.server.faults.set(Fault.SLOW, "download_activation_form", seconds=20)
    for _ in range(3):
        QTest.mouseClick(wizard.form_page.open_button, Qt.MouseButton.LeftButton)
    assert "being downloaded" in said(wizard)
    at.at.server.faults.wait_held()
    at.at.server.faults.release()
    at.settle()
    assert at.at.seen("download_activation_form") == 1
    assert len(opener.opened) == 1
    assert wizard.form_page.open_button.hasFocus()


def save_as(at: Place, wizard: ActivationWizard, target: Path) -> None:
    QTest.mouseClick(wizard.form_page.save_button, Qt.MouseButton.LeftButton)
    at.settle()
    dialog = wizard.findChild(SaveAs)
    assert isinstance(dialog, SaveAs)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    assert name.text().startswith("modulo_attivazione ")
    name.setText(str(target))
    with at.qtbot.waitSignal(dialog.destroyed):
        dialog.accept()


def test_the_form_is_saved_where_the_person_likes(at: Place, folder: Path) -> None:
    wizard = opened(at, at.at.registered())
    target = folder / "da firmare.pdf"
    save_as(at, wizard, target)
    assert target.read_bytes().startswith(b"%PDF")
    assert wizard.bar.isHidden()


def test_a_place_where_nothing_can_be_saved_is_said(at: Place, folder: Path) -> None:
    wizard = opened(at, at.at.registered())
    target = folder / "not there" / "modulo.pdf"
    QTest.mouseClick(wizard.form_page.save_button, Qt.MouseButton.LeftButton)
    at.settle()
    dialog = wizard.findChild(SaveAs)
    assert isinstance(dialog, SaveAs)
    dialog.fileSelected.emit(str(target))
    at.settle()
    assert "could not be saved" in said(wizard.bar)
    assert str(target) in said(wizard.bar)


def test_a_full_disk_leaves_the_copy_that_was_there(at: Place, folder: Path) -> None:
    wizard = opened(at, at.at.registered())
    disk = folder / "disk"
    try:
        with small_disk(disk, "64k"):
            target = disk / "modulo.pdf"
            target.write_bytes(bytes(50_000))
            (disk / "ballast").write_bytes(bytes(8_000))
            QTest.mouseClick(wizard.form_page.save_button, Qt.MouseButton.LeftButton)
            at.settle()
            dialog = wizard.findChild(SaveAs)
            assert isinstance(dialog, SaveAs)
            dialog.fileSelected.emit(str(target))
            at.settle()
            assert "could not be saved" in said(wizard.bar)
            assert target.read_bytes() == bytes(50_000)
            assert sorted(path.name for path in disk.iterdir()) == ["ballast", "modulo.pdf"]
    except PermissionError as error:
        pytest.skip(str(error))


def test_a_form_that_cannot_be_downloaded_is_said_and_tried_again(
    at: Place, opener: Opener
) -> None:
    wizard = opened(at, at.at.registered())
    at.desk.office.connection = None
    QTest.mouseClick(wizard.form_page.open_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert "not connected" in said(wizard.bar)
    at.desk.office.connection = connection_to(at.at.server)
    retry = next(one for one in wizard.bar.findChildren(QPushButton) if "again" in one.text())
    QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    at.settle()
    assert wizard.bar.isHidden()
    assert len(opener.opened) == 1


# Without a network


def test_without_a_connection_everything_is_kept_ready(at: Place, folder: Path) -> None:
    mailbox = at.at.registered()
    at.desk.office.connection = None
    wizard = opened(at, mailbox)
    press(at, wizard)
    wizard.tray.add_files(form_and_photo(folder))
    at.settle()
    press(at, wizard)
    assert "Nothing can be sent now" in said(wizard)
    assert words(wizard.next_button) == "Keep ready"
    press(at, wizard)
    assert not wizard.isVisible()
    (row,) = drafts.rows(at.desk.office)
    assert (row.standing, row.title) == (Standing.READY, mailbox.casella_pec)
    assert len(row.draft.papers) == 2

    at.desk.office.connection = connection_to(at.at.server)
    again = opened(at, mailbox)
    press(at, again)
    assert words(again.next_button) == "Send the papers"
    press(at, again)
    assert step(again) == "follow"


def test_a_network_that_is_gone_at_sending_loses_nothing(at: Place, folder: Path) -> None:
    wizard, _mailbox = with_papers(at, folder)
    at.at.server.stop()
    press(at, wizard)
    assert "cannot be reached" in said(wizard.bar)
    assert "Nothing was sent" in said(wizard.bar)
    assert outcomes(at) == [], "the mailbox could not be read before"
    (row,) = drafts.rows(at.desk.office)
    assert row.standing is Standing.READY
    assert wizard.next_button.isEnabled()


# What the service may answer


@pytest.mark.parametrize(
    ("fault", "title"),
    [
        (Fault.STATUS_401, "access was refused"),
        (Fault.STATUS_402, "credit is not enough"),
        (Fault.STATUS_403, "may not do this"),
    ],
)
def test_a_refusal_is_said_and_the_papers_can_be_sent_again(
    at: Place, folder: Path, fault: Fault, title: str
) -> None:
    wizard, mailbox = with_papers(at, folder)
    at.at.server.faults.set(fault, "activate_mailbox")
    press(at, wizard)
    assert title in said(wizard.bar)
    assert "nothing was paid" in said(wizard.bar)
    assert outcomes(at) == [Outcome.REFUSED]
    retry = next(one for one in wizard.bar.findChildren(QPushButton) if "again" in one.text())
    QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    at.settle()
    assert step(wizard) == "follow"
    assert state(at, mailbox) == "in_evasione"
    assert at.at.seen("activate_mailbox") == 2


@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.STATUS_500, Fault.HTML_502])
def test_a_lost_answer_is_sent_again_only_on_purpose(at: Place, folder: Path, fault: Fault) -> None:
    wizard, mailbox = with_papers(at, folder)
    at.at.server.faults.set(fault, "activate_mailbox")
    press(at, wizard)
    assert "outcome is not known" in said(wizard.bar)
    assert "sent before" in said(wizard)
    assert not wizard.next_button.isEnabled()
    press(at, wizard)
    assert at.at.seen("activate_mailbox") == 1

    QTest.mouseClick(wizard.send_page.look_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert "still waiting for papers" in said(wizard)
    wizard.send_page.override.click()
    assert wizard.next_button.isEnabled()
    press(at, wizard)
    assert step(wizard) == "follow"
    assert state(at, mailbox) == "in_evasione"
    assert at.at.seen("activate_mailbox") == 2


def test_a_lost_answer_of_papers_that_arrived_is_found_out_by_looking(
    at: Place, folder: Path, qtbot: QtBot
) -> None:
    wizard, mailbox = with_papers(at, folder)
    at.at.server.faults.set(Fault.DROP_AFTER, "activate_mailbox")
    press(at, wizard)
    assert "sent before" in said(wizard)
    with qtbot.waitSignal(wizard.followed) as told:
        QTest.mouseClick(wizard.send_page.look_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert told.args == [mailbox.id]
    assert step(wizard) == "follow"
    assert "The papers have arrived" in said(wizard)
    assert at.at.seen("activate_mailbox") == 1


def test_an_unknown_outcome_of_another_day_is_explained_before_sending(
    at: Place, folder: Path
) -> None:
    mailbox = at.at.registered()
    draft = take_papers(at.desk.office, mailbox.id, form_and_photo(folder), Work())
    at.at.server.faults.set(Fault.DROP_BEFORE, "activate_mailbox")
    with pytest.raises(ApiError):
        activation.activate(at.desk.office, draft.id, Work())
    wizard = opened(at, mailbox)
    press(at, wizard)
    assert "sent before" in said(wizard)
    assert not wizard.next_button.isEnabled()
    wizard.send_page.override.click()
    wizard.go_back()
    press(at, wizard)
    assert not wizard.send_page.override.isChecked(), "it is decided anew each time"


def test_a_look_that_fails_is_said(at: Place, folder: Path) -> None:
    wizard, _ = with_papers(at, folder)
    at.at.server.faults.set(Fault.DROP_BEFORE, "activate_mailbox")
    press(at, wizard)
    at.at.server.stop()
    QTest.mouseClick(wizard.send_page.look_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert "cannot be reached" in said(wizard.bar)


def test_odd_papers_are_asked_about_before_they_are_sent(at: Place, folder: Path) -> None:
    mailbox = at.at.registered()
    form = activation.download_form(at.desk.office, mailbox.id, Work())
    blank = folder / "modulo.pdf"
    blank.write_bytes(at.desk.office.files.path(form.sha256).read_bytes())
    papers = [blank, form_and_photo(folder)[0]]
    take_papers(at.desk.office, mailbox.id, papers, Work())
    wizard = opened(at, mailbox)
    press(at, wizard)
    assert "Please look again" in said(wizard)
    assert "modulo.pdf: This is the form as it was downloaded" in said(wizard)
    assert wizard.next_button.isEnabled()


# Sending once


def test_a_double_click_sends_once(at: Place, folder: Path) -> None:
    wizard, _ = with_papers(at, folder)
    at.at.server.faults.set(Fault.SLOW, "activate_mailbox", seconds=20)
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(wizard.next_button, Qt.MouseButton.LeftButton)
    wizard.go_on()
    assert at.at.server.faults.wait_held()
    assert not wizard.next_button.isEnabled()
    assert not drop(wizard, form_and_photo(folder))
    at.at.server.faults.release()
    at.settle()
    assert step(wizard) == "follow"
    assert at.at.seen("activate_mailbox") == 1


def test_enter_alone_never_sends(at: Place, folder: Path) -> None:
    wizard, _ = with_papers(at, folder)
    for _ in range(3):
        QTest.keyClick(wizard, Qt.Key.Key_Return)
    at.settle()
    assert step(wizard) == "send"
    assert at.at.seen("activate_mailbox") == 0


def test_a_window_closed_while_sending_goes_out_of_sight_and_tells_the_outcome(
    at: Place, folder: Path, qtbot: QtBot
) -> None:
    wizard, mailbox = with_papers(at, folder)
    at.at.server.faults.set(Fault.SLOW, "activate_mailbox", seconds=20)
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    assert at.at.server.faults.wait_held()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible(), "Escape does not leave what is being sent"
    wizard.close()
    assert not wizard.isVisible()
    with qtbot.waitSignals([wizard.sent, wizard.finished]):
        at.at.server.faults.release()
    assert not wizard.isVisible()
    assert state(at, mailbox) == "in_evasione"


def test_a_window_closed_while_sending_comes_back_when_it_failed(at: Place, folder: Path) -> None:
    wizard, _ = with_papers(at, folder)
    at.at.server.faults.set(Fault.HANG, "activate_mailbox")
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    assert at.at.server.faults.wait_held()
    wizard.close()
    at.at.server.faults.release()
    at.settle()
    assert wizard.isVisible()
    assert "outcome is not known" in said(wizard.bar)


# Following


def test_a_look_that_fails_while_following_is_quiet_and_goes_on(at: Place, folder: Path) -> None:
    wizard, mailbox = with_papers(at, folder)
    press(at, wizard)
    at.at.server.faults.set(Fault.STATUS_401, "get_mailbox")
    wizard.follow_page.look()
    at.settle()
    assert "could not be read just now" in said(wizard)
    assert wizard.bar.isHidden()
    at.at.clock.advance(120)
    QTest.mouseClick(wizard.follow_page.look_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert state(at, mailbox) == "evasa"
    assert "could not be read" not in said(wizard)


def test_a_mailbox_that_moved_on_meanwhile_is_followed(at: Place, folder: Path) -> None:
    mailbox = at.at.registered()
    draft = take_papers(at.desk.office, mailbox.id, form_and_photo(folder), Work())
    wizard = opened(at, mailbox)
    activation.activate(at.desk.office, draft.id, Work())
    wizard.tray.reload()
    at.settle()
    assert step(wizard) == "follow"


# For everybody


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_of_every_step_has_a_name(at: Place, folder: Path, scale: float) -> None:
    at.desk.theme.choose("light", scale)
    mailbox = at.at.registered()
    take_papers(at.desk.office, mailbox.id, form_and_photo(folder), Work())
    wizard = opened(at, mailbox)
    for name in ("form", "papers", "send"):
        wizard.go_to(name)
        at.settle()
        assert nameless(wizard) == [], name
    at.at.server.faults.set(Fault.DROP_BEFORE, "activate_mailbox")
    press(at, wizard)
    assert nameless(wizard) == []
    wizard.send_page.override.click()
    press(at, wizard)
    assert step(wizard) == "follow"
    assert nameless(wizard) == []


def test_the_keyboard_alone_activates_a_mailbox(at: Place, folder: Path) -> None:
    mailbox = at.at.registered()
    take_papers(at.desk.office, mailbox.id, form_and_photo(folder), Work())
    wizard = opened(at, mailbox)
    for expected in ("send", "follow"):
        for _ in range(20):
            focus = QApplication.focusWidget()
            if focus is wizard.next_button:
                break
            QTest.keyClick(focus or wizard, Qt.Key.Key_Tab)
        assert wizard.next_button.hasFocus()
        QTest.keyClick(wizard.next_button, Qt.Key.Key_Space)
        at.settle()
        assert step(wizard) == expected
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
