"""The look-up window: ask about addresses and domains without registering anything.

It stands beside the main window and keeps what was asked until the account is left.
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.ui.desk import Desk
from pec_desktop.ui.empty import EmptyPlace
from pec_desktop.ui.lookup_parts import AddressQuestion, DomainQuestion
from pec_desktop.ui.reason import explain
from pec_desktop.ui.record_table import RecordColumn, RecordModel, RecordTable
from pec_desktop.ui.row_table import copy_lines
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import Role, set_role
from pec_desktop.ui.words import text

ROLES = {
    "free": Role.GOOD,
    "taken": Role.ATTENTION,
    "certified": Role.GOOD,
    "not_certified": Role.ATTENTION,
}
"""What can be found out; words are ``found.<answer>``."""


class Found(Struct, frozen=True):
    """What was asked about in this session, and the answer (a key of `ROLES`)."""

    subject: str
    answer: str


class LookUp(QDialog):
    """Two questions and the answers so far. GUI thread; not modal, use `show()`."""

    register_wanted = Signal(str)
    """The person wants to register the address, which was free."""

    paid = Signal()
    """Something was sent that may have been paid."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.address = AddressQuestion(desk)
        self.domain = DomainQuestion(desk)
        self.table = self._make_table()
        self.copy_button = QPushButton(self.tr("&Copy"))
        self.register_button = QPushButton(self.tr("&Register it…"))
        self.close_button = QPushButton(self.tr("C&lose"))
        self._empty = EmptyPlace(desk.theme, "search")
        self._place = QStackedWidget()
        self.setWindowTitle(self.tr("Look up"))
        self._build()
        self.address.found.connect(self._on_found)
        self.domain.found.connect(self._on_found)
        self.domain.ended.connect(self.paid)

    @property
    def found(self) -> list[Found]:
        """What was found out in this session, the latest first."""
        return list(self.table.rows.records)

    @Slot()
    def copy(self) -> None:
        """Put the selected answers, or all, on the clipboard: a line for each."""
        chosen = self.table.selected() or self.found
        copy_lines([f"{one.subject}: {text(f'found.{one.answer}')}"] for one in chosen)

    def connection_changed(self) -> None:
        """Look again at what may be asked."""
        self.address.render_card()
        self.domain.render_card()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the prices: what may be done without a click depends on them."""
        super().showEvent(event)
        if not event.spontaneous():
            self.address.asker.learn_price()
            self.domain.learn_price()
            self.address.form.focus_first()

    def _make_table(self) -> RecordTable:
        desk = self._desk
        columns = (
            RecordColumn(
                self.tr("Asked about"),
                lambda one: one.subject,
                lambda one: one.subject,
                16,
                grows=True,
            ),
            RecordColumn(
                self.tr("Answer"),
                lambda one: text(f"found.{one.answer}"),
                lambda one: one.answer,
                13,
                pill=lambda one: ROLES[one.answer],
            ),
        )
        model = RecordModel(columns, lambda one: one.subject)
        return RecordTable(desk.theme, model, self.tr("Asked in this session"))

    def _build(self) -> None:
        em = self._desk.theme.em
        heading = QLabel(self.tr("Asked in this session"))
        set_role(heading, "strong")
        for button, slot in (
            (self.copy_button, self.copy),
            (self.register_button, self._on_register),
            (self.close_button, self.close),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_register)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        keys.activated.connect(self.copy)
        above = QHBoxLayout()
        above.addWidget(heading)
        above.addStretch()
        above.addWidget(self.copy_button)
        above.addWidget(self.register_button)
        self._empty.say("", self.tr("What you ask here stays in this list for the session."))
        self._place.addWidget(self._empty)
        self._place.addWidget(self.table)
        self._place.setMinimumHeight(em(9))
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(em(1.2), em(1.2), em(1.2), em(0.2))
        inside.setSpacing(em(0.9))
        inside.addWidget(self.address)
        inside.addWidget(self.domain)
        inside.addLayout(above)
        inside.addWidget(self._place, 1)
        last = QHBoxLayout()
        last.setContentsMargins(em(1.2), em(0.6), em(1.2), em(1.2))
        last.addStretch()
        last.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scrolling(content), 1)
        box.addLayout(last)
        self._on_chosen()
        room = self.screen().availableSize()
        self.resize(min(em(44), room.width()), min(em(52), room.height()))

    @Slot(str, str)
    def _on_found(self, subject: str, answer: str) -> None:
        """Put what was found out on top of the list; of each thing only the last answer stays."""
        now = Found(subject, answer)
        others = [one for one in self.found if one.subject != subject]
        self.table.rows.replace([now, *others])
        self._place.setCurrentWidget(self.table)
        self.table.selectRow(self.table.rows.records.index(now))

    @property
    def _free(self) -> str:
        """The selected address, if it is a single one and free."""
        selected: list[Found] = self.table.selected()
        one = selected[0] if len(selected) == 1 else None
        return one.subject if one is not None and one.answer == "free" else ""

    @Slot()
    def _on_chosen(self) -> None:
        explain(self.copy_button, "" if self.found else self.tr("Nothing has been asked yet."))
        none_free = "" if self._free else self.tr("Select an address that is free.")
        explain(self.register_button, none_free)

    @Slot()
    def _on_register(self) -> None:
        address = self._free
        if address:
            self.hide()
            self.register_wanted.emit(address)
