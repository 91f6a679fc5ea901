"""Drafts and activity, status line, news, drop area."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from office_support import NOON
from paper_samples import pdf
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot
from window_support import ENGLISH, Opened, opened

from pec_desktop.domain.mailbox import State
from pec_desktop.errors import ApiError
from pec_desktop.services import activation, drafts
from pec_desktop.services.drafts import Standing
from pec_desktop.store.drafts import Draft
from pec_desktop.ui.drop_area import DropArea, dropped_files
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.news import NewsBar
from pec_desktop.ui.record_table import RecordColumn, RecordModel
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.ui.status_line import StatusLine, ago
from pec_desktop.ui.theme import Role, Theme
from pec_desktop.work import Work


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.connect()
        yield place


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    looks = Theme("light")
    looks.apply(qapp)
    return looks


def ready_activation(at: Opened, folder: Path) -> Draft:
    """A mailbox's papers, complete, on its draft."""
    row = next(
        one
        for one in at.shown
        if one.stored.mailbox.state is State.REGISTRATA
        and one.stored.mailbox.tipo_casella in ("STANDARD", "GOLD", "BRONZE", "SILVER")
    )
    files = [folder / "modulo firmato.pdf", folder / "documento identita.pdf"]
    for pages, file in enumerate(files, start=1):
        file.write_bytes(pdf(pages))
    return activation.take_papers(at.at.office, row.id, files, Work())


def shown(at: Opened, page: str) -> list[list[str]]:
    """The cells of a page's table."""
    at.window.show_page(page)
    at.settle()
    model = {"drafts": at.window.drafts, "activity": at.window.activity}[page].table.rows
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


# Drafts


def test_without_drafts_the_page_says_what_they_are(at: Opened) -> None:
    assert shown(at, "drafts") == []
    assert at.window.drafts.empty.isVisible()
    assert at.window.drafts.send_button.toolTip() == "Select a draft."


def test_drafts_are_listed_with_what_they_wait_for(at: Opened, tmp_path: Path) -> None:
    at.at.draft()
    activation_draft = ready_activation(at, tmp_path)
    listed = {row[1]: row for row in shown(at, "drafts")}
    assert listed["Registration"][0] == ""
    assert listed["Registration"][2:4] == ["studio.prova@testcert.legalmail.it", "Not finished"]
    assert listed["Activation"][0] == "1", "the first of the outbox"
    assert listed["Activation"][3:6] == ["Ready to send", "", "2"]
    stored = at.at.office.mailboxes.get(activation_draft.target)
    assert stored is not None
    assert listed["Activation"][2] == stored.mailbox.casella_pec
    at.window.reload()
    at.settle()
    assert at.window.sidebar._buttons["drafts"].accessibleName() == "Drafts, 2"
    assert "In the outbox: 1" in at.window.status._waiting.text()


def test_a_ready_activation_is_sent_by_one_click(at: Opened, tmp_path: Path) -> None:
    draft = ready_activation(at, tmp_path)
    assert len(shown(at, "drafts")) == 1
    page = at.window.drafts
    page.table.selectRow(0)
    assert page.send_button.isEnabled()
    page.send_button.click()
    assert not page.send_button.isEnabled()
    at.settle()
    assert at.at.seen("activate_mailbox") == 1
    assert shown(at, "drafts") == []
    assert at.desk.lookout.follows(Kind.MAILBOX, draft.target)


def test_a_draft_that_is_not_ready_says_why_it_cannot_be_sent(at: Opened) -> None:
    at.at.draft()
    shown(at, "drafts")
    page = at.window.drafts
    page.table.selectRow(0)
    assert not page.send_button.isEnabled()
    assert page.send_button.accessibleDescription() == "Open it: it is not ready to be sent."
    at.at.office.connection = None
    page.table.clearSelection()
    page.table.selectRow(0)
    assert page.send_button.toolTip() == "The account is not connected."


def test_a_refused_sending_is_told_on_the_page(at: Opened, tmp_path: Path) -> None:
    ready_activation(at, tmp_path)
    shown(at, "drafts")
    at.at.server.faults.set("401", "activate_mailbox")
    at.window.drafts.table.selectRow(0)
    at.window.drafts.send_button.click()
    at.settle()
    assert at.window.drafts.bar.failure is not None
    assert len(shown(at, "drafts")) == 1, "nothing is lost"


def test_opening_a_draft_goes_on_where_it_was_left(at: Opened, qtbot: QtBot) -> None:
    at.at.draft()
    shown(at, "drafts")
    at.window.drafts.table.selectRow(0)
    QTest.keyClick(at.window.drafts.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: at.window.findChild(RegistrationWizard) is not None)
    wizard = at.window.findChild(RegistrationWizard)
    assert wizard is not None
    at.settle()
    wizard.close()
    at.settle()


def test_deleting_asks_first(at: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    ready_activation(at, tmp_path)
    shown(at, "drafts")
    page = at.window.drafts
    page.table.selectRow(0)
    page.delete_button.click()
    box = page.findChild(QMessageBox)
    assert box is not None
    assert len(at.at.office.drafts.all()) == 1, "nothing happens before the answer"
    delete = next(button for button in box.buttons() if "Delete" in button.text())
    delete.click()
    qtbot.waitUntil(lambda: page.empty.isVisible())
    at.settle()
    assert drafts.rows(at.at.office) == []


def test_every_standing_has_words_and_a_colour() -> None:
    from pec_desktop.ui.drafts_page import STANDING_ROLES
    from pec_desktop.ui.words import known

    assert set(STANDING_ROLES) == set(Standing)
    assert all(known(f"standing.{one}") for one in Standing)


# Activity


def test_what_was_sent_is_listed_newest_first(at: Opened, tmp_path: Path) -> None:
    assert shown(at, "activity") == []
    assert at.window.activity.empty.isVisible()
    at.at.registered()
    at.at.clock.advance(60)
    at.at.server.faults.set("402", "register_mailbox")
    with pytest.raises(ApiError):
        at.at.registered(casella_pec="altro@testcert.legalmail.it")
    at.window.reload()
    listed = shown(at, "activity")
    assert [row[2] for row in listed] == [
        *("altro@testcert.legalmail.it", "studio.prova@testcert.legalmail.it"),
    ]
    assert [row[5] for row in listed] == ["Refused", "Confirmed"]
    assert listed[1][1] == "Registration"
    assert listed[1][3] == "Prova Srl"
    assert "11.00" in listed[1][4]
    made = at.at.office.attempts.all()[1].reference
    assert [row[6] for row in listed] == ["", made]


def test_activity_shows_all_its_columns_in_a_small_window(at: Opened) -> None:
    at.at.registered()
    at.window.reload()
    shown(at, "activity")
    at.window.resize(at.desk.theme.em(106), at.desk.theme.em(60))
    table = at.window.activity.table
    columns = range(table.rows.columnCount())

    def fits() -> bool:
        full = sum(map(table.columnWidth, columns)) == table.viewport().width()
        return full and table.horizontalScrollBar().maximum() == 0

    at.qtbot.waitUntil(fits, timeout=5000)


def test_activity_leads_to_its_mailbox_and_can_be_copied(at: Opened) -> None:
    made = at.at.registered()
    at.window.follower.reload()
    shown(at, "activity")
    page = at.window.activity
    page.table.selectRow(0)
    page.table.copy()
    assert "studio.prova@testcert.legalmail.it\tProva Srl" in QGuiApplication.clipboard().text()
    page.table.opened.emit()
    at.settle()
    assert at.window.mailboxes.detail.mailbox_id == made.id


# Tables of records


def test_records_keep_qts_rules_and_the_selection(qapp: QApplication) -> None:
    columns = [RecordColumn("Number", str, lambda one: one, 5)]
    model = RecordModel(columns, lambda one: one)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    model.replace([3, 1, 2])
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.records == [3, 2, 1]
    model.replace([5, 1])
    assert model.records == [5, 1]
    model.replace([])
    assert tester.model().rowCount() == 0


# Status line, news


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (0, "just now"),
        (-5, "just now"),
        (12, "12 seconds ago"),
        (180, "3 minutes ago"),
        (9000, "on 23/11/2026"),
    ],
)
def test_age_in_words(age: int, words: str) -> None:
    assert ago(ENGLISH, int(NOON) - age, int(NOON)).startswith(words)


def test_the_status_line_shows_work_and_age(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme, ENGLISH)
    qtbot.addWidget(line)
    line.show()
    line.show_age(None, int(NOON))
    assert line._age.text() == "Not updated yet"
    line.show_work("Reading details", 37, 120)
    assert line._work.text() == "Reading details 37 of 120"
    assert (line._bar.value(), line._bar.maximum()) == (37, 120)
    with qtbot.waitSignal(line.cancelled):
        line._cancel.click()
    line.idle()
    assert line._bar.isHidden()


def test_news_can_be_dismissed(theme: Theme, qtbot: QtBot) -> None:
    news = NewsBar(theme)
    qtbot.addWidget(news)
    assert news.words == ""
    news.say("It is active.", Role.GOOD, "Show")
    assert news.words == "It is active."
    with qtbot.waitSignal(news.acted):
        news._button.click()
    news._close.click()
    assert news.words == ""


# Drop area


def mime(*paths: Path, url: str = "") -> QMimeData:
    data = QMimeData()
    urls = [QUrl.fromLocalFile(str(path)) for path in paths]
    data.setUrls([*urls, QUrl(url)] if url else urls)
    return data


def test_files_are_taken_and_the_rest_is_named(tmp_path: Path) -> None:
    file, folder = tmp_path / "à è #1 %41.pdf", tmp_path / "folder"
    file.write_bytes(pdf())
    folder.mkdir()
    assert dropped_files(mime(file)) == ([file], "")
    assert dropped_files(mime(file, folder)) == ([file], "paper.folder")
    assert dropped_files(mime(url="https://example.com/a.pdf")) == ([], "drop.not_a_file")
    assert dropped_files(QMimeData()) == ([], "")


def test_several_files_are_dropped_at_once(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    area = DropArea(theme)
    qtbot.addWidget(area)
    area.show()
    files = [tmp_path / f"{number}.pdf" for number in range(3)]
    for file in files:
        file.write_bytes(pdf())
    data = mime(*files, tmp_path)
    rest = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    offered = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    enter = QDragEnterEvent(area.rect().center(), offered, *rest)
    area.dragEnterEvent(enter)
    assert enter.dropAction() is Qt.DropAction.CopyAction, "the original stays"
    assert area.property("role") == "drop-over"
    drop = QDropEvent(QPointF(area.rect().center()), Qt.DropAction.CopyAction, *rest)
    with qtbot.waitSignals([area.dropped, area.refused]):
        area.dropEvent(drop)
    assert area.property("role") == "drop"


def test_the_chooser_does_the_same(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    area = DropArea(theme)
    qtbot.addWidget(area)
    area.show()
    file = tmp_path / "modulo.pdf"
    file.write_bytes(pdf())
    area._choose.click()
    dialog = area.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(tmp_path))
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(file))
    with qtbot.waitSignal(area.dropped) as taken:
        dialog.accept()
    assert taken.args == [[file]]
