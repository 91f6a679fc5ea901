"""The pages beside the mailboxes: their common shell, and the drafts that wait."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.services import drafts
from pec_desktop.services.drafts import DraftRow, Standing
from pec_desktop.services.office import Office
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.empty import EmptyPlace
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.news import NewsBar
from pec_desktop.ui.reason import explain, explain_entry, no_permission
from pec_desktop.ui.record_table import RecordColumn, RecordModel, RecordTable
from pec_desktop.ui.theme import Role, set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

STANDING_ROLES = {
    Standing.UNKNOWN: Role.ATTENTION,
    Standing.REFUSED: Role.PROBLEM,
    Standing.READY: Role.GOOD,
    Standing.INCOMPLETE: Role.MUTED,
}


NAMED = 10
"""How many drafts are named before they are deleted."""


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


class DraftsPage(RecordPage):
    """What is unfinished or not sent yet: open, send, delete."""

    opened = Signal(object)
    """The `Draft` to be opened."""

    send_wanted = Signal(object)
    """The `Draft`, ready, that the person wants sent."""

    changed = Signal()
    """A draft was deleted."""

    def __init__(self, desk: Desk) -> None:
        columns = (
            RecordColumn(self.tr("Draft"), _kind, _kind, 13),
            RecordColumn(self.tr("Mailbox"), _title, _title, 20, grows=True),
            RecordColumn(
                self.tr("State"),
                _standing,
                lambda row: list(Standing).index(row.standing),
                16,
                pill=lambda row: STANDING_ROLES[row.standing],
            ),
            RecordColumn(self.tr("Papers"), _papers, lambda row: len(row.draft.papers), 9),
            RecordColumn(
                self.tr("Changed"),
                lambda row: formats.moment(desk.locale, row.draft.updated_at),
                lambda row: row.draft.updated_at,
                12,
                role=Role.MUTED,
            ),
        )
        model = RecordModel(columns, lambda row: row.draft.id)
        table = RecordTable(desk.theme, model, self.tr("Drafts"))
        super().__init__(desk, self.tr("Drafts"), "drafts", table)
        self.open_button = QPushButton(self.tr("&Open"))
        self.send_button = QPushButton(self.tr("&Send"))
        self.delete_button = QPushButton(self.tr("De&lete…"))
        self._busy = ""
        self._build()

    @Slot()
    def reload(self) -> None:
        """Read the drafts again."""
        work = partial(_draft_rows, self.desk.office)
        self.desk.runner.submit(Lane.STORE, work, self, self._on_rows, self.bar.show_error)

    def set_busy(self, draft_target: str) -> None:
        """Lock sending while the draft of that mailbox is under way; "" unlocks."""
        self._busy = draft_target
        self._on_chosen()

    def connection_changed(self) -> None:
        """Look again at what may be done."""
        self._on_chosen()

    def _build(self) -> None:
        set_role(self.send_button, "primary")
        for button in (self.delete_button, self.open_button, self.send_button):
            self.buttons.addWidget(button)
        self.open_button.clicked.connect(self._on_open)
        self.send_button.clicked.connect(self._on_send)
        self.delete_button.clicked.connect(self._on_delete)
        self.table.opened.connect(self._on_open)
        self.table.chosen.connect(self._on_chosen)
        self.table.customContextMenuRequested.connect(self._on_menu)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.activated.connect(self._on_delete)
        self.empty.say(
            self.tr("No drafts"),
            self.tr(
                "What is not finished, and papers that are not sent yet, wait here. They are saved "
                "at every step, and without a network too."
            ),
        )
        self._on_chosen()

    def _on_rows(self, rows: list[DraftRow]) -> None:
        self.show_records(rows)
        self._on_chosen()

    @property
    def _one(self) -> DraftRow | None:
        selected: list[DraftRow] = self.table.selected()
        return selected[0] if len(selected) == 1 else None

    @Slot()
    def _on_chosen(self) -> None:
        row, selected = self._one, self.table.selected()
        self.open_button.setEnabled(row is not None)
        self.delete_button.setEnabled(bool(selected))
        explain(self.send_button, self._why_not_sent(row))

    def _why_not_sent(self, row: DraftRow | None) -> str:
        if row is None:
            return self.tr("Select a draft.")
        if self.desk.office.connection is None:
            return text("office.not_connected")
        if self._busy == row.draft.target and self._busy:
            return self.tr("This is being done just now.")
        if refused := no_permission(self.desk.office, drafts.SENT_BY[row.draft.kind]):
            return refused
        if row.standing is not Standing.READY:
            return self.tr("Open it: it is not ready to be sent.")
        return ""

    @Slot()
    def _on_open(self) -> None:
        if self._one is not None:
            self.opened.emit(self._one.draft)

    @Slot()
    def _on_send(self) -> None:
        row = self._one
        if row is not None and not self._why_not_sent(row):
            self.send_wanted.emit(row.draft)

    @Slot()
    def _on_delete(self) -> None:
        """Ask once, then delete."""
        selected = self.table.selected()
        if not selected:
            return
        names = [formats.line(_title(row)) or _kind(row) for row in selected]
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Delete drafts"))
        box.setText(self.tr("Delete these drafts and their papers?"))
        if len(names) > NAMED:
            names[NAMED:] = ["…"]
        box.setInformativeText("\n".join(names))
        delete = box.addButton(self.tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        ids = [row.draft.id for row in selected]
        delete.clicked.connect(lambda _checked=False: self._delete(ids))
        box.finished.connect(box.deleteLater)
        box.open()

    def _delete(self, ids: list[str]) -> None:
        work = partial(_delete_drafts, self.desk.office, ids)
        self.desk.runner.submit(Lane.STORE, work, self, self._on_deleted, self.bar.show_error)

    def _on_deleted(self, _nothing: object) -> None:
        self.reload()
        self.changed.emit()

    @Slot(QPoint)
    def _on_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for button in (self.open_button, self.send_button, self.delete_button):
            action = menu.addAction(button.text())
            explain_entry(action, button.text(), button.accessibleDescription())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(point))


def _kind(row: DraftRow) -> str:
    return text(f"draft.{row.draft.kind}")


def _title(row: DraftRow) -> str:
    return row.title


def _standing(row: DraftRow) -> str:
    return text(f"standing.{row.standing}")


def _papers(row: DraftRow) -> str:
    return str(len(row.draft.papers)) if row.draft.target else ""


def _draft_rows(office: Office, _work: Work) -> list[DraftRow]:
    return drafts.rows(office)


def _delete_drafts(office: Office, ids: Sequence[str], work: Work) -> None:
    for draft_id in ids:
        work.check()
        drafts.delete(office, draft_id)
