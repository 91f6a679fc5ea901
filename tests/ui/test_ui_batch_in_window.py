"""Many at once from the main window: menu, button, drop; and what was not finished is offered."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from batch_support import registration, states, table
from changes_support import GOLD, SILVER, box
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from window_support import Opened, opened

from pec_desktop.practice import Fault
from pec_desktop.services import batch, batch_sources
from pec_desktop.store.batches import Batch
from pec_desktop.ui.batch import BatchDialog


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path / "profile") as place:
        place.at.server.credit = Decimal(1000)
        place.desk.settings.quiet_period = 0
        place.connect()
        yield place


def dialog_of(at: Opened) -> BatchDialog:
    at.settle()
    dialog = at.window.findChild(BatchDialog)
    assert dialog is not None
    return dialog


def begun(at: Opened, *names: str) -> Batch:
    """A batch that a run of the program has begun, and then it ended."""
    office = at.at.office
    ids = [box(at.at, name).id for name in names]
    one = batch_sources.of_mailboxes(office, ids, 1, "rinnovi.csv")
    return batch.begin(office, one)


def test_a_table_is_chosen_and_its_mailboxes_appear_in_the_list(at: Opened, tmp_path: Path) -> None:
    file = table(tmp_path, registration("uno"), registration("due"))
    QTest.mouseClick(at.window.mailboxes.many_button, Qt.MouseButton.LeftButton)
    chooser = at.window.findChild(QFileDialog)
    assert chooser is not None
    assert "Tables (*.csv *.xlsx)" in chooser.nameFilters()
    chooser.fileSelected.emit(str(file))
    chooser.reject()
    dialog = dialog_of(at)
    before = at.window.sidebar._credit.text()
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert states(dialog) == ["confirmed"] * 2
    dialog.close()
    at.settle()
    shown = {row.stored.mailbox.casella_pec.split("@")[0] for row in at.shown}
    assert {"uno", "due"} <= shown
    assert at.window.sidebar._credit.text() != before
    assert at.window.unfinished.bar.isHidden()


def test_the_menu_offers_it_too(at: Opened) -> None:
    at.window.commands["many"].trigger()
    chooser = at.window.findChild(QFileDialog)
    assert chooser is not None
    chooser.reject()
    at.settle()
    assert at.window.findChild(BatchDialog) is None


@pytest.mark.parametrize("name", ["clienti.csv", "CLIENTI.CSV"])
def test_a_table_that_is_dropped_on_the_window_is_opened(
    at: Opened, tmp_path: Path, name: str
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table(tmp_path, registration("uno"), name=name)))])
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    at.window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))
    assert states(dialog_of(at)) == ["waiting"]


def test_what_was_not_finished_is_told_at_the_next_start_and_gone_on_with(at: Opened) -> None:
    one = begun(at, GOLD, SILVER)
    at.at.server.faults.set(Fault.STATUS_402, "renew_mailbox", times=1)
    window = at.open()
    at.connect()
    bar = window.unfinished.bar
    assert "Renewals that were not finished (rinnovi.csv): 0 of 2 are done." in bar.words
    QTest.mouseClick(bar.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    dialog = dialog_of(at)
    assert dialog.batch is not None
    assert dialog.batch.id == one.id
    assert dialog.title.text() == "Renew 2 mailboxes"
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert states(dialog) == ["refused", "confirmed"]
    dialog.close()
    at.settle()
    assert "1 of 2 are done" in bar.words
    bar.acted.emit()
    at.settle()
    again = window.findChildren(BatchDialog)[-1]
    QTest.mouseClick(again.pay_button, Qt.MouseButton.LeftButton)
    at.settle()
    again.close()
    at.settle()
    assert bar.isHidden()
    assert len(at.at.server.ledger) == 2


def test_it_is_told_until_it_is_let_be_but_once_in_a_session_if_dismissed(at: Opened) -> None:
    begun(at, GOLD)
    window = at.open()
    bar = window.unfinished.bar
    assert bar.words
    bar.findChildren(QToolButton)[0].click()
    at.settle()
    window.unfinished.look()
    at.settle()
    assert bar.isHidden()
    window = at.open()
    assert window.unfinished.bar.words
    window.unfinished.bar.acted.emit()
    dialog = dialog_of(at)
    dialog.leave_button.click()
    at.settle()
    assert window.unfinished.bar.isHidden()
    assert at.open().unfinished.bar.isHidden()
