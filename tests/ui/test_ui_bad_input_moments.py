"""Bad moments: windows closed in the middle, impatient fingers, clocks that jump, an archive that
somebody else holds, papers that vanish. Nothing is lost, nothing is sent twice."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import paper_samples as samples
import pytest
from office_support import NOON, STUDIO, connection_to
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_support import Opened, opened

from pec_desktop.domain.account import Account, Environment
from pec_desktop.services import activation, drafts
from pec_desktop.services.office import Office
from pec_desktop.services.papers import take_papers
from pec_desktop.store.attempts import Outcome
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.address import AddressPage
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.main_window import MainWindow
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.work import Work

YEAR = 365 * 24 * 3600


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path / "profile") as place:
        place.at.office.database._busy_timeout = 0.05
        yield place


def wizards() -> list[RegistrationWizard]:
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, RegistrationWizard) and one.isVisible()]


def standing(wizard: RegistrationWizard) -> Standing:
    return wizard.summary.standing


def with_papers(at: Opened, folder: Path) -> str:
    """A selected mailbox whose papers are ready to be sent; its id."""
    at.connect()
    row = next(
        row
        for row in at.shown
        if row.stored.mailbox.stato == "registrata"
        and row.stored.mailbox.type in ("STANDARD", "BRONZE", "SILVER", "GOLD")
    )
    papers = [folder / "modulo.pdf", folder / "carta.jpg"]
    papers[0].write_bytes(samples.pdf(2))
    papers[1].write_bytes(samples.photo(1200, 900))
    take_papers(at.at.office, row.id, papers, Work())
    for paper in papers:
        paper.unlink()
    at.window.mailboxes.select(row.id)
    at.settle()
    return row.id


# Closing in the middle


def refreshing(at: Opened) -> None:
    at.at.server.faults.set("hang", "list_mailboxes", times=None)
    at.window.follower.refresh()


def reading_details(at: Opened) -> None:
    at.at.server.faults.set("hang", "get_mailbox", times=None)
    at.at.server._state.mailboxes[at.shown[0].id].touch(NOON + 60)
    at.window.follower.refresh()


def fetching_the_form(at: Opened) -> None:
    at.at.server.faults.set("hang", "download_activation_form", times=None)
    at.window.errands.get_form(at.row("registrata").id)


def looking(at: Opened) -> None:
    at.at.server.faults.set("hang", "get_mailbox", times=None)
    at.window.follower.look(at.shown[0].id)


@pytest.mark.parametrize("doing", [refreshing, reading_details, fetching_the_form, looking])
def test_a_window_closed_in_the_middle_leaves_everything_as_it_was(
    at: Opened, doing: Callable[[Opened], None]
) -> None:
    at.connect()
    before = {row.id: row.stored for row in at.shown}
    doing(at)
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)))
    at.window.close()
    at.window.close()
    at.at.server.faults.clear()
    at.qtbot.waitUntil(lambda: at.desk.runner.busy == 0, timeout=20_000)
    at.open()
    assert {row.id: row.stored for row in at.shown}.keys() == before.keys()
    assert at.window.mailboxes.bar.isHidden()


def test_a_window_closed_while_papers_are_sent_leaves_the_outcome_in_the_journal(
    at: Opened, tmp_path: Path
) -> None:
    mailbox_id = with_papers(at, tmp_path)
    at.at.server.faults.set("hang_after", "activate_mailbox")
    at.window.mailboxes.detail.primary.click()
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)))
    at.window.close_anyway()
    at.at.server.faults.clear()
    at.qtbot.waitUntil(lambda: at.desk.runner.busy == 0, timeout=20_000)
    (attempt,) = at.at.office.attempts.all()
    assert (attempt.target, attempt.outcome) == (mailbox_id, Outcome.UNKNOWN)
    at.open()
    at.window.mailboxes.select(mailbox_id)
    at.settle()
    assert "Unknown outcomes: 1" in at.window.status._waiting.text()
    at.window.mailboxes.detail.send_wanted.emit(mailbox_id)
    at.settle()
    assert at.at.seen("activate_mailbox") == 1, "not sent again by itself"
    assert at.window.mailboxes.detail.bar.failure is not None


def test_a_wizard_closed_while_its_draft_is_read_is_gone(at: Opened) -> None:
    drafts.save(at.at.office, drafts.new_registration(at.at.office, STUDIO))
    (draft,) = at.at.office.drafts.all()
    gate = threading.Event()

    def hold(_work: Work) -> None:
        gate.wait(10)

    at.desk.runner.submit(Lane.STORE, hold, at.window)
    at.window.wizards.open_draft(draft)
    (wizard,) = wizards()
    wizard.close()
    gate.set()
    at.settle()
    assert at.window.findChildren(RegistrationWizard) == []
    assert at.at.office.drafts.all() == [draft]


def test_an_account_left_in_the_middle_of_a_refresh_gives_its_rows_to_no_other(
    at: Opened,
) -> None:
    at.at.server.faults.set("hang", "list_mailboxes")
    at.window.follower.refresh()
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)))
    other = Account(id="other", name="Studio Neri", environment=Environment.SANDBOX)
    office = Office(other, at.at.database, at.at.office.files, at.at.vault, clock=at.at.clock)
    desk = Desk(office, at.desk.runner, at.desk.theme, at.desk.settings, at.desk.locale)
    left, window = at.window, MainWindow(desk)
    at.qtbot.addWidget(window)
    window.show()
    left.close()
    at.at.server.faults.clear()
    at.qtbot.waitUntil(lambda: at.desk.runner.busy == 0, timeout=20_000)
    assert window.mailboxes.table.rows.rows == {}
    assert office.mailboxes.all() == []
    assert window.mailboxes.bar.isHidden()


# Impatience


def test_impatient_clicks_do_everything_once(at: Opened, tmp_path: Path) -> None:
    at.at.server.faults.set("slow", "list_mailboxes", seconds=0.3)
    for _ in range(5):
        at.window.commands["refresh"].trigger()
    at.settle()
    assert at.at.seen("list_mailboxes") == 1
    with_papers(at, tmp_path)
    at.at.server.faults.set("slow", "activate_mailbox", seconds=0.3)
    button = at.window.mailboxes.detail.primary
    for _ in range(3):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    at.settle()
    assert at.at.seen("activate_mailbox") == 1


def test_a_draft_opened_twice_is_open_once(at: Opened) -> None:
    drafts.save(at.at.office, drafts.new_registration(at.at.office, STUDIO))
    at.window.show_page("drafts")
    at.settle()
    table, window = at.window.drafts.table, at.window.windowHandle()
    assert window is not None
    place = table.visualRect(table.model().index(0, 1)).center()
    for widget, within in ((table.viewport(), place), (at.window.drafts.open_button, QPoint(5, 5))):
        for _ in range(2):  # as the system sends them: what lies under an open wizard gets none
            where = widget.mapTo(at.window, within)
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=where)
            QTest.mouseDClick(window, Qt.MouseButton.LeftButton, pos=where)
    at.settle()
    (wizard,) = wizards()
    wizard.reject()
    at.qtbot.waitUntil(lambda: wizards() == [])


# Clocks


@pytest.mark.parametrize("jump", [-50 * YEAR, 100 * YEAR])
def test_a_clock_that_jumps_confuses_nobody(at: Opened, jump: int) -> None:
    at.connect()
    shown = {row.id for row in at.shown}
    at.at.clock.advance(jump)
    at.window._on_clock()
    at.window.follower.notice_a_new_day()
    at.settle()
    for state in ("evasa", "registrata"):
        at.select(state)
    assert {row.id for row in at.shown} == shown
    at.at.clock.advance(-jump)
    at.connect()
    assert {row.id for row in at.shown} == shown
    assert at.window.mailboxes.bar.isHidden()


# The archive


def test_a_held_archive_is_told_and_what_was_there_stays(at: Opened) -> None:
    at.connect()
    shown = [row.id for row in at.shown]
    with at.at.database.transaction():  # a backup program, say
        at.window.follower.refresh()
        at.settle()
        failure = at.window.mailboxes.bar.failure
        assert failure is not None
        assert "holds the archive" in failure.what
    assert [row.id for row in at.shown] == shown
    at.window.mailboxes.bar.retry.emit()
    at.settle()
    assert at.window.mailboxes.bar.isHidden()


def test_a_note_that_could_not_be_saved_is_saved_at_the_next_occasion(at: Opened) -> None:
    at.connect()
    row = at.select("evasa")
    detail = at.window.mailboxes.detail
    detail.note.setFocus()
    with at.at.database.transaction():
        QTest.keyClicks(detail.note, "call on Monday")
        detail.note.flush()
        at.settle()
        assert detail.bar.failure is not None
        assert "holds the archive" in detail.bar.failure.what
        assert detail.note.toPlainText() == "call on Monday"
    at.select("registrata")
    stored = at.at.office.mailboxes.get(row.id)
    assert stored is not None
    assert stored.note == "call on Monday"


def test_a_window_does_not_close_over_a_note_that_cannot_be_saved(at: Opened) -> None:
    at.connect()
    row = at.select("evasa")
    detail = at.window.mailboxes.detail
    detail.note.setFocus()
    with at.at.database.transaction():
        QTest.keyClicks(detail.note, "call on Monday")
        assert not at.window.close()
        assert at.window.isVisible()
        assert detail.bar.failure is not None
        assert "holds the archive" in detail.bar.failure.what
    assert at.window.close()
    stored = at.at.office.mailboxes.get(row.id)
    assert stored is not None
    assert stored.note == "call on Monday"


def test_a_note_that_can_never_be_saved_holds_nobody_up_twice(at: Opened) -> None:
    at.connect()
    at.select("evasa")
    note = at.window.mailboxes.detail.note
    note.setFocus()
    with at.at.database.transaction():
        QTest.keyClicks(note, "call on Monday")
        assert not at.window.close()
        assert at.window.close()


# Papers that vanish


def test_papers_that_vanished_from_the_archive_are_told_and_not_sent(
    at: Opened, tmp_path: Path
) -> None:
    mailbox_id = with_papers(at, tmp_path)
    assert "Send" in at.window.mailboxes.detail.primary.text()
    for folder in (tmp_path / "profile" / "files").glob("??"):
        shutil.rmtree(folder)
    at.at.office.examined.clear()  # as after a restart
    at.window.mailboxes.detail.primary.click()
    at.settle()
    assert at.at.seen("activate_mailbox") == 0
    assert at.window.mailboxes.detail.bar.failure is not None
    assert len(drafts.activation_of(at.at.office, mailbox_id).papers) == 2
    tray = at.window.mailboxes.detail.tray
    assert tray is not None
    tray.reload()
    at.settle()
    assert not tray.ready


def test_a_form_that_vanished_is_downloaded_again(at: Opened, tmp_path: Path) -> None:
    at.connect()
    office, mailbox_id = at.at.office, at.row("registrata").id
    form = activation.download_form(office, mailbox_id, Work())
    office.files.path(form.sha256).unlink()
    with at.qtbot.waitSignal(at.window.errands.form_ready, timeout=10_000):
        at.window.errands.get_form(mailbox_id)
    at.settle()
    assert at.at.seen("download_activation_form") == 2
    assert office.files.path(form.sha256).is_file()


# The train goes into a tunnel


def test_a_network_that_goes_between_two_steps_costs_nothing(at: Opened) -> None:
    at.connect()
    at.window.new_mailbox()
    at.settle()
    (wizard,) = wizards()
    address = wizard.page("address")
    assert isinstance(address, AddressPage)
    address.types.card("STANDARD").radio.click()
    wizard.draft_values.update(STUDIO)  # the rest is typed in no time
    wizard.go_to("applicant")
    at.at.server.stop()
    for name in ("holder", "identity", "options"):
        wizard.go_on()
        at.settle()
        assert wizard.step.name == name, wizard.bar.failure
    wizard.go_on()
    at.settle()
    assert standing(wizard) is Standing.OFFLINE
    wizard.go_on()
    at.qtbot.waitUntil(lambda: wizards() == [])
    (draft,) = at.at.office.drafts.all()
    assert draft.ready
    at.at.server.start()
    at.at.office.connection = connection_to(at.at.server)
    at.window.show_page("drafts")
    at.settle()
    at.window.drafts.table.selectRow(0)
    QTest.mouseClick(at.window.drafts.send_button, Qt.MouseButton.LeftButton)
    at.settle()
    (wizard,) = wizards()
    wizard.go_on()
    at.settle()
    assert wizard.ended
    assert at.at.seen("register_mailbox") == 1
    wizard.reject()
