"""The looks of the window for many: what it consists of, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.services.registration import context
from pec_desktop.ui import batch_table, formats
from pec_desktop.ui.batch_outlook import Remark
from pec_desktop.ui.batch_sources import Source
from pec_desktop.ui.batch_table import Row
from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.cost_card import CostCard
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.record_table import RecordModel, RecordTable
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text

SIZE = (100, 60)
"""Width and height of the window, in em."""


class BatchView(QDialog):
    """Title, what can be chosen, remarks, the table, the cost, the buttons. GUI thread."""

    def __init__(self, desk: Desk, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.source = source
        self.today = context(desk.office).today
        self.title, self.about, self.line = QLabel(), QLabel(), QLabel()
        self.notice = Notice(desk)
        self.anew, self.accept_checks = QCheckBox(), QCheckBox(text("many.accept"))
        self.table = self._table("renew_mailbox")
        self.cost = CostCard(desk)
        self.bar = FailureBar(desk.theme)
        self.busy = BusyRow(desk.theme)
        self.other_button = QPushButton(self.tr("&Go on with that one"))
        self.export_button = QPushButton(self.tr("E&xport the result…"))
        self.leave_button = QPushButton(self.tr("&Let the rest be"))
        self.again_button = QPushButton(self.tr("&Go on…"))
        self.close_button = QPushButton(self.tr("&Close"))
        self.pay_button = QPushButton()
        self._content = QVBoxLayout()
        self._build()

    @property
    def rows(self) -> list[Row]:
        """The rows of the table, in the order of the screen."""
        rows: list[Row] = self.table.rows.records
        return rows

    def take_source(self, source: Source) -> None:
        """Show another source in the place of the present one."""
        self._put(self.source, source)
        self.source = source

    def take_table(self, operation: str) -> None:
        """Show the columns of another operation."""
        table = self._table(operation)
        self._put(self.table, table, 1)
        self.setTabOrder(self.accept_checks, table)
        self.table = table

    def _put(self, old: QWidget, new: QWidget, stretch: int = 0) -> None:
        place = self._content.indexOf(old)
        self._content.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._content.insertWidget(place, new, stretch)

    def show_remarks(self, remarks: list[Remark]) -> None:
        """Say what is particular about it, on the ground of the gravest."""
        self.notice.hide()
        if remarks:
            title = next((one.title for one in remarks if one.title), "")
            words = "\n".join(one.words for one in remarks)
            self.notice.show_words(remarks[0].role, title, words)

    def show_finishing(self, finishing: bool) -> None:
        """Let the button that closes be the one that comes next, or not."""
        self.close_button.setText(self.tr("&Done") if finishing else self.tr("&Close"))
        set_role(self.close_button, "primary" if finishing else "")

    @Slot()
    def _on_row(self) -> None:
        """Say in full what stands at the selected row."""
        selected: list[Row] = self.table.selected()
        words = selected[0].remark if len(selected) == 1 else ""
        self.line.setText(formats.line(words))
        self.line.setVisible(bool(words))

    def _table(self, operation: str) -> RecordTable:
        columns = batch_table.columns(
            self.desk.locale, operation, self.today, lines=self.source.lines
        )
        model = RecordModel(columns, lambda row: row.number)
        table = RecordTable(self.desk.theme, model, text("many.rows"))
        table.setMinimumHeight(self.desk.theme.em(14))
        policy = table.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        table.setSizePolicy(policy)
        table.chosen.connect(self._on_row)
        return table

    def _build(self) -> None:
        em = self.desk.theme.em
        for label, role in ((self.title, "title"), (self.about, "muted"), (self.line, "hint")):
            set_role(label, role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        hidden: tuple[QWidget, ...] = (self.line, self.anew, self.accept_checks, self.again_button)
        for part in hidden:
            part.hide()
        set_role(self.pay_button, "primary")
        self.notice.box.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignLeft)
        card, content = QFrame(), QWidget()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(em(2), em(1.6), em(1), em(1.2))
        inside.setSpacing(em(0.9))
        content.setLayout(self._content)
        self._content.setContentsMargins(em(0.2), 0, em(1), 0)
        self._content.setSpacing(em(0.9))
        parts: tuple[QWidget, ...] = (
            *(self.title, self.about, self.source, self.notice, self.anew, self.accept_checks),
            *(self.table, self.line, self.cost),
        )
        for part in parts:
            self._content.addWidget(part, 1 if part is self.table else 0)
        inside.addWidget(Scrolling(content), 1)
        inside.addWidget(self.bar)
        inside.addWidget(self.busy)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(1.2), em(1.2), em(1.2), em(1.2))
        column.setSpacing(em(1))
        column.addWidget(card, 1)
        column.addLayout(self._button_row())
        room = self.screen().availableSize()
        self.resize(QSize(min(em(SIZE[0]), room.width()), min(em(SIZE[1]), room.height())))

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.desk.theme.em(0.8))
        row.addWidget(self.export_button)
        row.addWidget(self.leave_button)
        row.addStretch()
        for button in (self.close_button, self.again_button, self.pay_button):
            row.addWidget(button)
        for button in (
            *(self.other_button, self.export_button, self.leave_button),
            *(self.close_button, self.again_button, self.pay_button),
        ):
            button.setAutoDefault(False)
        return row
