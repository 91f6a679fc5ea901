"""The panel at the right of a list: head, content that scrolls, the next step as its one button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_parts import plain_label, words_label
from pec_desktop.ui.elided import ElidedLabel
from pec_desktop.ui.empty import EmptyPlace
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.reason import explain
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import Role, set_role

WIDTH = 25
"""A panel's usual width, in em."""


class Panel(QFrame):
    """Shows one thing of a list, or why it shows none. A subclass fills `body`. GUI thread."""

    back_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.bar = FailureBar(desk.theme)
        self.primary = QPushButton()
        """The next step; hidden while there is nothing to do."""
        self.back = QToolButton()
        self.body = QVBoxLayout()
        """What scrolls, between head and next step."""
        self._address = ElidedLabel()
        self._copy = QToolButton()
        self._about = words_label("", "muted")
        self._state = plain_label()
        self._nothing = EmptyPlace(desk.theme, "panel")
        self._frame()

    def connection_changed(self) -> None:
        """Look again at what may be done."""

    def show_head(self, address: str, about: str, state: str, role: Role) -> None:
        """Show what it is, whose it is, and its state as a pill of `role`."""
        self._address.setText(address)
        self._about.setText(formats.line(about))
        self._state.setText(formats.line(state))
        set_role(self._state, f"pill-{role}")

    def add_files(self, files: list[Path]) -> bool:
        """Put dropped files where papers are expected; False if none are."""
        raise NotImplementedError

    def show_page(self) -> None:
        """Show the one thing."""
        self._stack.setCurrentWidget(self._page)

    def show_nothing(self, title: str, words: str) -> None:
        """Show words in its place: nothing is selected, or too much."""
        self._nothing.say(title, words)
        self._stack.setCurrentWidget(self._nothing)

    def show_primary(self, words: str, reason: str) -> None:
        """Put the next step on the button; with a `reason` why it cannot be done it is disabled."""
        self.primary.setText(words)
        self.primary.setVisible(bool(words))
        explain(self.primary, reason)

    def add_beside_primary(self, button: QPushButton) -> None:
        """Put a quieter button beside the next step."""
        self._below.addWidget(button)

    def go_to_top(self) -> None:
        """Scroll to the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def _frame(self) -> None:
        set_role(self, "card")
        set_role(self._address, "heading")
        set_role(self.primary, "primary")
        self.back.clicked.connect(self.back_wanted)
        self.back.setAccessibleName(self.tr("Back to the list"))
        self.back.setToolTip(self.tr("Back to the list"))
        self.back.hide()
        self._copy.setAccessibleName(self.tr("Copy the address"))
        self._copy.setToolTip(self.tr("Copy the address"))
        self._copy.clicked.connect(self.copy_wanted)
        self._head = QVBoxLayout()
        line, pill = QHBoxLayout(), QHBoxLayout()
        line.addWidget(self.back)
        line.addWidget(self._address, 1)
        line.addWidget(self._copy)
        pill.addWidget(self._state)
        pill.addStretch()
        self._head.addLayout(line)
        self._head.addWidget(self._about)
        self._head.addLayout(pill)
        content = QWidget()
        content.setLayout(self.body)
        self._scroll = Scrolling(content)
        self._page = QWidget()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._nothing)
        self._column = QVBoxLayout(self._page)
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.bar)
        self._below = QHBoxLayout()
        self._below.addWidget(self.primary, 1)
        self._column.addLayout(self._below)

    @Slot()
    def _dress(self) -> None:
        theme = self._desk.theme
        side = theme.em(1.2)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.em(0.9))
        self._head.setSpacing(theme.em(0.4))
        self._below.setSpacing(theme.em(0.6))
        self.body.setContentsMargins(0, 0, theme.em(0.6), 0)
        self.body.setSpacing(theme.em(0.9))
        self.back.setIcon(theme.icon("back"))
        self._copy.setIcon(theme.icon("copy", Role.MUTED))
