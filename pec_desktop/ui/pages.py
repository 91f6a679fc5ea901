"""The pages beside the mailboxes: their common shell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.ui.desk import Desk
from pec_desktop.ui.empty import EmptyPlace
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.news import NewsBar
from pec_desktop.ui.record_table import RecordTable
from pec_desktop.ui.theme import set_role


class RecordPage(QWidget):
    """A title, buttons, a table of records or what an empty place says. GUI thread."""

    listed = Signal()
    """Other records are shown."""

    def __init__(self, desk: Desk, title: str, picture: str, table: RecordTable) -> None:
        super().__init__()
        self.desk = desk
        self.table = table
        self.bar = FailureBar(desk.theme)
        self.news = NewsBar(desk.theme)
        self.empty = EmptyPlace(desk.theme, picture)
        self.buttons = QHBoxLayout()
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self.heading = QLabel(title)
        set_role(self.heading, "title")
        self.heading.setMinimumHeight(desk.theme.em(2.4))
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addLayout(self.buttons)
        self._column.addLayout(head)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.news)
        self._column.addWidget(self._stack, 1)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(table)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), table)
        copy.activated.connect(table.copy)
        desk.theme.changed.connect(self._dress)
        self._dress()

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records, or the empty place."""
        self.table.rows.replace(records)
        self._stack.setCurrentWidget(self.table if records else self.empty)
        self.listed.emit()

    @Slot()
    def _dress(self) -> None:
        side = self.desk.theme.em(1.6)
        self._column.setContentsMargins(side, self.desk.theme.em(1.2), side, side // 2)
        self._column.setSpacing(self.desk.theme.em(0.9))
        self.buttons.setSpacing(self.desk.theme.em(0.6))
