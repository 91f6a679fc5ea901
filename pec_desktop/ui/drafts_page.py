"""The drafts that wait, and among them the outbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton

from pec_desktop.services import drafts
from pec_desktop.services.drafts import DraftRow, Standing
from pec_desktop.services.office import Office
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.list_page import Chips
from pec_desktop.ui.mailbox_rows import ALL
from pec_desktop.ui.moving import moved_words
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.pages import RecordPage
from pec_desktop.ui.reason import explain, explain_entry, no_permission
from pec_desktop.ui.record_table import RecordColumn, RecordModel, RecordTable
from pec_desktop.ui.theme import Role, set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

STANDING_ROLES = {
    Standing.UNKNOWN: Role.ATTENTION,
    Standing.OVERTAKEN: Role.PROBLEM,
    Standing.REFUSED: Role.PROBLEM,
    Standing.READY: Role.GOOD,
    Standing.INCOMPLETE: Role.MUTED,
}


OUTBOX, UNFINISHED = "outbox", "unfinished"
"""Filters of the drafts; words are ``chip.*``."""

NAMED = 10
"""How many drafts are named before they are deleted."""


class DraftsPage(RecordPage):
    """What is unfinished or not sent yet: open, send, delete.

    The outbox comes first, in the order in which it goes out.
    """

    opened = Signal(object)
    """The `Draft` to be opened."""

    send_wanted = Signal(object)
    """The `Draft`, ready, that the person wants sent."""

    send_many_wanted = Signal(list)
    """The ids of several drafts in the outbox that the person wants sent."""

    move_wanted = Signal(str, int)
    """The draft of that id shall go out earlier (-1) or later (1)."""

    changed = Signal()
    """A draft was deleted."""

    def __init__(self, desk: Desk) -> None:
        places: dict[str, int] = {}

        def place(row: DraftRow) -> int:
            return places.get(row.draft.id, len(places) + 1)

        def remark(row: DraftRow) -> str:
            return _remark(row, desk.locale)

        columns = (
            RecordColumn(
                self.tr("Outbox"),
                lambda row: desk.locale.toString(place(row)) if row.draft.ready else "",
                place,
                6.5,
                role=Role.MUTED,
            ),
            RecordColumn(self.tr("Draft"), _kind, _kind, 15),
            RecordColumn(self.tr("Mailbox"), _title, _title, 14, grows=True),
            RecordColumn(
                self.tr("State"),
                _standing,
                lambda row: list(Standing).index(row.standing),
                14.5,
                pill=lambda row: STANDING_ROLES[row.standing],
            ),
            RecordColumn(self.tr("Remark"), remark, remark, 14, grows=True, role=_remark_role),
            RecordColumn(self.tr("Papers"), _papers, lambda row: len(row.draft.papers), 8),
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
        self.send_all_button = QPushButton(self.tr("Send &all…"))
        self.delete_button = QPushButton(self.tr("De&lete…"))
        self.chips = Chips(desk.theme, desk.locale, (ALL, OUTBOX, UNFINISHED))
        self.about = Notice(desk)
        """In full, the remark on the selected draft."""
        self._rows: list[DraftRow] = []
        self._places = places
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
        set_role(self.send_all_button, "primary")
        for button in self._all_buttons:
            self.buttons.addWidget(button)
        self._column.insertWidget(self._column.indexOf(self.bar), self.chips)
        self._column.addWidget(self.about)
        self.chips.chosen.connect(self._narrow)
        self.send_all_button.clicked.connect(self._on_send_all)
        self.open_button.clicked.connect(self._on_open)
        self.send_button.clicked.connect(self._on_send)
        self.delete_button.clicked.connect(self._on_delete)
        self.table.opened.connect(self._on_open)
        self.table.chosen.connect(self._on_chosen)
        self.table.customContextMenuRequested.connect(self._on_menu)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.activated.connect(self._on_delete)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            move = QShortcut(QKeySequence(keys), self.table)
            move.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            move.activated.connect(partial(self._on_move, step))
        self.empty.say(
            self.tr("No drafts"),
            self.tr(
                "What is not finished, and what is ready but not sent yet, waits here. It is saved "
                "at every step, and without a network too. Nothing is paid without a click."
            ),
        )
        self._on_chosen()

    def _on_rows(self, rows: list[DraftRow]) -> None:
        self._rows = rows
        waiting = [row.draft.id for row in rows if row.draft.ready]
        self._places.clear()
        self._places.update({one: place for place, one in enumerate(waiting, start=1)})
        counts = {ALL: len(rows), OUTBOX: len(waiting), UNFINISHED: len(rows) - len(waiting)}
        if not counts[self.chips.current]:
            self.chips.choose(ALL)
        self.chips.show_counts(Counter(counts))
        self.chips.setVisible(bool(waiting))
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        """Show what the chosen filter lets through."""
        shown = {
            ALL: self._rows,
            OUTBOX: self.waiting,
            UNFINISHED: [row for row in self._rows if not row.draft.ready],
        }
        self.show_records(shown[self.chips.current])
        self._on_chosen()

    @property
    def waiting(self) -> list[DraftRow]:
        """The outbox."""
        return [row for row in self._rows if row.draft.ready]

    @property
    def _all_buttons(self) -> tuple[QPushButton, ...]:
        return self.delete_button, self.open_button, self.send_button, self.send_all_button

    @property
    def _one(self) -> DraftRow | None:
        selected: list[DraftRow] = self.table.selected()
        return selected[0] if len(selected) == 1 else None

    @Slot()
    def _on_chosen(self) -> None:
        row, selected = self._one, self.table.selected()
        self.open_button.setEnabled(row is not None)
        self.delete_button.setEnabled(bool(selected))
        remark = "" if row is None else _remark(row, self.desk.locale)
        self.about.show_words("notice-attention", "", remark)
        self.about.setVisible(bool(remark))
        several = len(selected) > 1
        reason = self._why_not_many(selected) if several else self._why_not_sent(row)
        explain(self.send_button, reason)
        explain(self.send_all_button, self._why_not_many(self.waiting))
        self.send_all_button.setVisible(bool(self.waiting))

    def _why_not_many(self, rows: Sequence[DraftRow]) -> str:
        """Why none of several drafts can be sent; each by itself is judged before it is sent."""
        if self.desk.office.connection is None:
            return text("office.not_connected")
        if not any(row.draft.ready for row in rows):
            return self.tr("None of these is ready to be sent.")
        return ""

    def _why_not_sent(self, row: DraftRow | None) -> str:
        if row is None:
            return self.tr("Select a draft.")
        if self.desk.office.connection is None:
            return text("office.not_connected")
        if row.standing is Standing.OVERTAKEN:
            return _remark(row, self.desk.locale)
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
        row, selected = self._one, self.table.selected()
        if row is not None and not self._why_not_sent(row):
            self.send_wanted.emit(row.draft)
        elif len(selected) > 1:
            self._send_many(selected)

    @Slot()
    def _on_send_all(self) -> None:
        self._send_many(self.waiting)

    def _send_many(self, rows: Sequence[DraftRow]) -> None:
        if not self._why_not_many(rows):
            self.send_many_wanted.emit([row.draft.id for row in rows if row.draft.ready])

    def _on_move(self, step: int) -> None:
        """Let the selected one go out earlier or later."""
        row = self._one
        if row is not None and self._can_move(row, step):
            self.move_wanted.emit(row.draft.id, step)

    def _can_move(self, row: DraftRow, step: int) -> bool:
        return row.draft.ready and 1 <= self._places[row.draft.id] + step <= len(self._places)

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
        row = self._one
        if row is not None and row.draft.ready:
            menu.addSeparator()
            for words, keys, step in (
                (self.tr("Send &earlier"), "Alt+Up", -1),
                (self.tr("Send la&ter"), "Alt+Down", 1),
            ):
                action = menu.addAction(words, QKeySequence(keys))
                action.setEnabled(self._can_move(row, step))
                action.triggered.connect(partial(self._on_move, step))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(point))


def _kind(row: DraftRow) -> str:
    return text(f"draft.{row.draft.kind}")


def _title(row: DraftRow) -> str:
    return row.title


def _standing(row: DraftRow) -> str:
    return text(f"standing.{row.standing}")


def _remark(row: DraftRow, locale: QLocale) -> str:
    """How what it is for has moved on, or what the service has said of it."""
    said = [text(one.key, **one.details) for one in drafts.objections(row.draft)]
    return formats.line(moved_words(row.moved, locale) or " ".join(said))


def _remark_role(row: DraftRow) -> Role:
    return Role.PROBLEM if row.standing is Standing.OVERTAKEN else Role.ATTENTION


def _papers(row: DraftRow) -> str:
    return str(len(row.draft.papers)) if row.draft.target else ""


def _draft_rows(office: Office, _work: Work) -> list[DraftRow]:
    return drafts.rows(office)


def _delete_drafts(office: Office, ids: Sequence[str], work: Work) -> None:
    for draft_id in ids:
        work.check()
        drafts.delete(office, draft_id)
