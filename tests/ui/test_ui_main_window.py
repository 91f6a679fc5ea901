"""The main window on a real office and a real practice server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from access import nameless
from office_support import connection_to
from paper_samples import pdf
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from window_support import Opened, opened

from pec_desktop.domain.mailbox import State
from pec_desktop.errors import Refusal
from pec_desktop.services import mailboxes
from pec_desktop.ui.follower import SLICE, TOGETHER
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.main_window import MainWindow
from pec_desktop.work import Work


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        yield place


def words_of(window: MainWindow) -> str:
    """What the failure bar of the list says; empty while it is hidden."""
    bar = window.mailboxes.bar
    return (
        "" if bar.isHidden() or bar.failure is None else f"{bar.failure.title} {bar.failure.what}"
    )


# What is there at once, what comes after


def test_the_archive_is_shown_before_any_network(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as at:
        at.connect()
        known = {row.id for row in at.shown}
        at.window.close()
        requests = len(at.at.server.requests)
        at.at.office.connection = None
        window = at.open()
        assert {row.id for row in at.shown} == known
        assert len(known) >= 20
        assert len(at.at.server.requests) == requests
        assert "Updated just now" in window.status._age.text()


def test_list_and_details_come_with_the_connection(at: Opened) -> None:
    assert at.shown == []
    assert "Not connected" not in at.window.mailboxes.empty._title.text()
    at.connect()
    assert len(at.shown) >= 20
    assert all(row.stored.details_at for row in at.shown)
    assert all(row.texts[1] for row in at.shown), "every holder is known"
    assert at.at.seen("get_mailbox") == len(at.shown)
    assert "Credit €" in at.window.sidebar._credit.text()


def test_details_are_asked_for_once_for_each_change(at: Opened) -> None:
    at.connect()
    asked = at.at.seen("get_mailbox")
    at.window.follower.refresh()
    at.settle()
    assert at.at.seen("list_mailboxes") == 2
    assert at.at.seen("get_mailbox") == asked


def test_what_is_on_the_screen_is_read_first(at: Opened, qtbot: QtBot) -> None:
    table = at.window.mailboxes.table
    mailboxes.refresh(at.at.office, Work())
    at.window.follower.reload()
    at.settle()
    at.window.resize(at.desk.theme.em(116), at.desk.theme.em(42))
    qtbot.waitUntil(lambda: len(table.visible_ids()) < len(at.shown))
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    seen = table.visible_ids()
    assert SLICE < len(seen) < len(at.shown)
    at.at.server.faults.set("hang", "get_mailbox", times=TOGETHER)
    at.window.connected()
    qtbot.waitUntil(lambda: at.at.seen("get_mailbox") == TOGETHER)
    arrived = [one.path for one in at.at.server.requests if one.operation == "get_mailbox"]
    asked = {path.rsplit("/", 1)[-1] for path in arrived}
    at.at.server.faults.release()
    at.settle()
    assert asked == {seen[0], seen[SLICE]}, "each slice begins on the screen"


def test_progress_is_told_and_can_be_stopped(at: Opened, qtbot: QtBot) -> None:
    told: list[tuple[str, int, int]] = []
    at.window.follower.progressed.connect(lambda *words: told.append(words))
    at.at.server.faults.set("hang", "get_mailbox", times=2)
    at.window.connected()
    qtbot.waitUntil(lambda: at.at.seen("get_mailbox") == 2)
    assert at.window.commands["refresh"].isEnabled()
    status = at.window.status
    assert "Reading details" in status._work.text()
    assert status._cancel.isVisible()
    status._cancel.click()
    at.at.server.faults.release()
    at.settle()
    assert told[-1] == ("", 0, 0)
    assert status._cancel.isHidden()
    assert at.at.seen("get_mailbox") <= 4, "the rest was not asked for"
    assert len(at.shown) >= 20
    assert words_of(at.window) == "", "stopping is no failure"
    at.connect()
    assert all(row.stored.details_at for row in at.shown)


def test_an_empty_account_teaches_what_to_do_first(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, empty=True) as at:
        at.connect()
        empty = at.window.mailboxes.empty
        assert empty.isVisible()
        assert empty.button.text() == "Register a mailbox"
        assert not at.window.mailboxes.detail.isVisible()


# Without an answer


def test_without_a_network_the_list_stays_and_one_bar_says_why(at: Opened, qtbot: QtBot) -> None:
    at.connect()
    shown = [row.id for row in at.shown]
    at.at.server.stop()
    at.window.follower.refresh()
    at.settle()
    assert "cannot be reached" in words_of(at.window)
    assert [row.id for row in at.shown] == shown
    at.at.server.start()
    at.at.office.connection = connection_to(at.at.server)
    at.window.mailboxes.bar.retry.emit()
    at.settle()
    assert words_of(at.window) == ""


@pytest.mark.parametrize("fault", ["401", "403", "proxy_407", "html_200"])
def test_a_refused_list_is_told_in_words(at: Opened, fault: str) -> None:
    at.at.server.faults.set(fault, "list_mailboxes", times=9)
    at.connect()
    assert words_of(at.window)
    assert not any(word in words_of(at.window) for word in ("HTTP", "JSON", "html"))
    assert at.window.mailboxes.bar.failure is not None
    assert at.at.seen("get_mailbox") == 0


def test_a_connection_that_does_not_come_is_told_and_can_be_tried_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, tmp_path, connected=False) as at:
        at.window.not_connected(Refusal("office.not_connected"))
        assert "not connected" in words_of(at.window)
        with qtbot.waitSignal(at.window.reconnect_requested):
            at.window.mailboxes.bar.retry.emit()


# Selection and what may be done


def test_what_is_not_allowed_says_why(at: Opened) -> None:
    at.connect()
    activate = at.window.commands["activate"]
    assert activate.toolTip() == "Select one mailbox."
    assert not activate.isEnabled()
    at.select("evasa")
    assert not activate.isEnabled()
    assert activate.toolTip().startswith("Documents can be sent only while")
    at.select("registrata")
    assert activate.isEnabled()
    assert at.window.commands["form"].isEnabled()
    at.window.mailboxes.table.selectAll()
    assert not activate.isEnabled()


def test_search_and_filter_work_together_and_can_be_taken_back(at: Opened) -> None:
    at.connect()
    page = at.window.mailboxes
    everything = len(at.shown)
    page.chips.choose("to_activate")
    waiting = at.shown
    assert {row.stored.mailbox.state for row in waiting} == {State.REGISTRATA}
    page.search.setText(waiting[0].texts[1])
    assert [row.id for row in at.shown] == [waiting[0].id]
    page.search.setText("no such mailbox")
    assert page.empty.isVisible()
    page.empty.button.click()
    assert len(at.shown) == everything


def test_a_mailbox_that_is_filtered_away_can_be_shown(at: Opened) -> None:
    at.connect()
    active = at.row("evasa")
    at.window.mailboxes.chips.choose("to_activate")
    at.window.show_page("activity")
    at.window.show_mailbox(active.id)
    assert at.window.mailboxes.detail.mailbox_id == active.id


def test_copying_rows_and_addresses(at: Opened) -> None:
    at.connect()
    row = at.select("evasa")
    table = at.window.mailboxes.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith(row.stored.mailbox.casella_pec + "\t")
    at.window.commands["copy_address"].trigger()
    assert QGuiApplication.clipboard().text() == row.stored.mailbox.casella_pec


def test_keys_lead_to_pages_and_search(at: Opened) -> None:
    at.connect()
    for name in ("drafts", "activity", "mailboxes"):
        at.window.commands[name].trigger()
        assert at.window._stack.currentWidget() is at.window._pages[name]
    at.window.commands["search"].trigger()
    assert at.window.focusWidget() is at.window.mailboxes.search
    shortcuts = {
        name: at.window.commands[name].shortcut().toString() for name in ("new", "refresh")
    }
    assert shortcuts == {"new": "Ctrl+N", "refresh": "F5"}


# Papers


def drop(target: QWidget, *paths: Path, text: str = "") -> bool:
    """Drag something to the middle of `target` and let it go; tell whether it was welcome.

    The events go to the native window, so that Qt itself finds the widget that takes them.
    """
    window = target.window()
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setText(text)
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    keys = Qt.KeyboardModifier.NoModifier
    place = target.mapTo(window, target.rect().center())
    handle = window.windowHandle()
    QApplication.sendEvent(handle, QDragEnterEvent(place, *rest, keys))
    move = QDragMoveEvent(place, *rest, keys)
    QApplication.sendEvent(handle, move)
    if not move.isAccepted():
        QApplication.sendEvent(handle, QDragLeaveEvent())
        return False
    QApplication.sendEvent(handle, QDropEvent(QPointF(place), *rest, keys))
    return True


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "modulo firmato.pdf"
    path.write_bytes(pdf())
    return path


def test_papers_dropped_on_the_window_go_to_the_selected_mailbox(at: Opened, paper: Path) -> None:
    at.connect()
    row = at.select("registrata")
    assert drop(at.window.mailboxes.table, paper)
    at.settle()
    draft = at.at.office.drafts.for_target("activation", row.id)
    assert draft is not None
    assert [one.name for one in draft.papers] == [paper.name]
    assert at.window.sidebar._buttons["drafts"].accessibleName() in ("Drafts", "Drafts, 1")


@pytest.mark.parametrize(
    ("state", "words"),
    [("", "Select the one mailbox"), ("evasa", "expects no papers now. Nothing was taken.")],
)
def test_papers_without_a_mailbox_are_not_taken(
    at: Opened, paper: Path, state: str, words: str
) -> None:
    at.connect()
    if state:
        at.select(state)
    assert drop(at.window.mailboxes.table, paper)
    at.settle()
    assert words in at.window.mailboxes.news.words
    assert at.at.office.drafts.all() == []


def test_folders_and_texts_are_no_papers(at: Opened, tmp_path: Path) -> None:
    at.connect()
    at.select("registrata")
    assert drop(at.window.mailboxes.search, tmp_path)
    assert at.window.mailboxes.news.words
    assert not drop(at.window.mailboxes.table, text="just words")
    assert at.at.office.drafts.all() == []


def test_a_sent_mailbox_is_followed_until_it_is_active(at: Opened, qtbot: QtBot) -> None:
    at.connect()
    row = at.select("registrata")
    client = at.at.office.client()
    client.activate_mailbox(row.id, [pdf(), pdf()])
    mailboxes.read(at.at.office, row.id, Work())
    at.window.errands.sent.emit(row.id)
    at.settle()
    table = at.window.mailboxes.table
    assert table.rows.rows[row.id].stored.mailbox.state is State.IN_EVASIONE
    at.at.clock.advance(3600)
    qtbot.waitUntil(
        lambda: table.rows.rows[row.id].stored.mailbox.state is not State.IN_EVASIONE, timeout=8000
    )
    assert row.stored.mailbox.casella_pec in at.window.mailboxes.news.words
    assert not at.desk.lookout.follows(Kind.MAILBOX, row.id)


def test_midnight_counts_the_days_anew(at: Opened) -> None:
    at.connect()
    row = at.row("evasa")
    at.at.clock.advance(86_400)
    at.window._on_clock()
    at.settle()
    newer = at.window.mailboxes.table.rows.rows[row.id]
    assert newer.stored == row.stored
    assert newer.texts != row.texts


def test_the_credit_is_read_again_after_a_payment(at: Opened) -> None:
    at.connect()
    before = at.window.sidebar._credit.text()
    made = at.at.registered()
    at.window.wizards.registered.emit(made.id)
    at.settle()
    assert at.window.sidebar._credit.text() != before
    assert at.window.mailboxes.detail.mailbox_id == made.id


# What is remembered


def test_a_note_is_saved_and_survives_refreshing_and_closing(at: Opened, qtbot: QtBot) -> None:
    at.connect()
    row = at.select("evasa")
    note = at.window.mailboxes.detail.note
    note.setFocus()
    QTest.keyClicks(note, "call on Monday")
    at.window.follower.refresh()
    at.settle()
    assert note.toPlainText() == "call on Monday", "a refresh does not take back what is typed"
    at.window.close()
    stored = at.at.office.mailboxes.get(row.id)
    assert stored is not None
    assert stored.note == "call on Monday"
    at.open()
    at.window.mailboxes.search.setText("monday")
    assert [one.id for one in at.shown] == [row.id]


def test_the_window_comes_back_as_it_was_left(at: Opened) -> None:
    at.connect()
    table = at.window.mailboxes.table
    table.setColumnHidden(2, True)
    table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    at.window.resize(at.desk.theme.em(100), at.desk.theme.em(50))
    at.window.close()
    at.desk.settings.save()
    window = at.open()
    assert window.mailboxes.table.isColumnHidden(2)
    assert window.mailboxes.table.horizontalHeader().sortIndicatorSection() == 4


def test_colours_and_text_size_are_remembered(at: Opened) -> None:
    em = at.desk.theme.em()
    at.window.commands["theme_dark"].trigger()
    at.window.commands["larger"].trigger()
    assert at.desk.theme.dark
    assert at.desk.settings.theme == "dark"
    assert at.desk.settings.text_scale > 1
    assert at.desk.theme.em() > em
    at.window.commands["normal"].trigger()
    assert at.desk.theme.em() == em


# Room


def test_a_narrow_window_shows_one_thing_after_the_other(at: Opened) -> None:
    at.connect()
    page = at.window.mailboxes
    row = at.select("evasa")
    em = at.desk.theme.em
    at.window.resize(em(60), em(44))
    assert page.table.isVisible()
    assert not page.detail.isVisible()
    assert at.window.sidebar.width() < em(10)
    page.table.opened.emit()
    assert page.detail.isVisible()
    assert not page.table.isVisible()
    assert page.detail.mailbox_id == row.id
    page.detail.back.click()
    assert page.table.isVisible()
    at.window.resize(em(116), em(60))
    assert page.table.isVisible()
    assert page.detail.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_into_a_small_screen(qtbot: QtBot, tmp_path: Path, scale: float) -> None:
    with opened(qtbot, tmp_path, scale=scale) as at:
        at.connect()
        at.window.resize(1024, 700)
        assert (at.window.width(), at.window.height()) == (1024, 700)
        at.select("registrata")
        at.window.mailboxes.open_details()
        primary = at.window.mailboxes.detail.primary

        def in_sight() -> bool:
            corner = primary.mapTo(at.window, primary.rect().bottomRight())
            return primary.isVisible() and at.window.rect().contains(corner)

        qtbot.waitUntil(in_sight)


# The account


def test_the_environment_is_always_to_be_seen(at: Opened) -> None:
    badge = at.window.sidebar._badge
    assert badge.text() == "Practice"
    assert "Practice" in at.window.windowTitle()
    at.window.resize(at.desk.theme.em(40), at.desk.theme.em(40))
    assert badge.isVisible()
    assert badge.width() >= badge.sizeHint().width()


def test_the_account_menu_asks_for_other_accounts(at: Opened, qtbot: QtBot) -> None:
    other = at.at.office.account.__class__(id="x", name="Studio Neri", environment="sandbox")  # type: ignore[arg-type]
    at.window.set_accounts([at.at.office.account, other])
    actions = {action.text(): action for action in at.window.sidebar.menu.actions()}
    with qtbot.waitSignal(at.window.account_chosen) as chosen:
        actions["Studio Neri (Sandbox)"].trigger()
    assert chosen.args == ["x"]
    with qtbot.waitSignal(at.window.connect_requested):
        at.window.commands["connect"].trigger()


def test_beginning_the_practice_anew_is_asked_first(at: Opened, qtbot: QtBot) -> None:
    at.window.commands["reset_practice"].trigger()
    box = at.window.findChild(QMessageBox)
    assert box is not None
    again = next(button for button in box.buttons() if "anew" in button.text())
    with qtbot.waitSignal(at.window.reset_practice_requested):
        again.click()


# Access


def test_every_control_has_a_name(at: Opened) -> None:
    at.connect()
    for state in ("registrata", "documenti_errati", "in_evasione", "evasa", "revocata"):
        at.select(state)
        assert nameless(at.window) == []
    for page in ("drafts", "activity"):
        at.window.show_page(page)
        at.settle()
        assert nameless(at.window) == []
    assert {"Search", "Refresh the list"} <= _names(at)


def _names(at: Opened) -> set[str]:
    from access import names

    at.window.show_page("mailboxes")
    return names(at.window)


_STAY = QMessageBox.ButtonRole.RejectRole


def test_closing_while_papers_are_sent_asks_first(at: Opened, qtbot: QtBot) -> None:
    window = at.window
    with at.at.office.claim("draft"):
        assert window.close() is False
        assert window.isVisible()
        box = window.findChild(QMessageBox)
        assert box is not None
        (stay,) = [one for one in box.buttons() if box.buttonRole(one) is _STAY]
        stay.click()
        assert window.isVisible()
        window.close()
        box = next(one for one in window.findChildren(QMessageBox) if one.isVisible())
        (leave,) = [one for one in box.buttons() if box.buttonRole(one) is not _STAY]
        leave.click()
        qtbot.waitUntil(lambda: not window.isVisible())
