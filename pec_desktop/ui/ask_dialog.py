"""The shell of a dialog that asks for something: a card of fields, what fails, two buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import Theme, set_role


class AskDialog(QDialog):
    """As large as its fields are, and they scroll where the screen is small. GUI thread.

    A subclass puts its fields into `box` and defines `submit`. Non-blocking, use `open()`; it is
    deleted when it closes, and what was typed into it with it.
    """

    def __init__(
        self, theme: Theme, title: str, about: str, go: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bar = FailureBar(theme)
        self.go_button, self.cancel_button = QPushButton(go), QPushButton(self.tr("Cancel"))
        self._busy_row = BusyRow(theme)
        self._content = QWidget()
        self._scroll = Scrolling(self._content)
        self.box = QVBoxLayout(self._content)
        """Where the fields are."""
        self.pages = QStackedWidget()
        """What is asked; a subclass may add a page for the end."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._build(title, about)

    @Slot()
    def submit(self) -> None:
        """Do what the button says."""
        raise NotImplementedError

    def set_busy(self, doing: str) -> None:
        """Say what is being done and lock the fields; empty words unlock them."""
        self._busy_row.say(doing)
        self._content.setEnabled(not doing)
        self.go_button.setEnabled(not doing)

    def show_failure(self, error: Exception) -> None:
        """Show what went wrong below the fields."""
        self.bar.show_error(error)
        self.go_button.setFocus()
        self.fit()

    @Slot(object)
    def fit(self, entry: QWidget | None = None) -> None:
        """Grow until everything can be seen, if the screen has room; go to what is wrong."""
        QTimer.singleShot(0, self, self._grow)
        if entry is not None:
            QTimer.singleShot(0, self, partial(self._scroll.ensureWidgetVisible, entry))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as large as the fields are, with this text size."""
        super().showEvent(event)
        self.fit()

    # Inside

    @Slot()
    def _grow(self) -> None:
        shown, bar = self._scroll.viewport().size(), self.bar
        missing = self._content.heightForWidth(shown.width()) - shown.height()
        if bar.isVisible():
            missing += max(0, bar.heightForWidth(bar.width()) - bar.height())
        room = self.screen().availableSize().height()
        if self.isVisible() and missing > 0 and self.height() < room:
            self.resize(self.width(), min(self.height() + missing, room))

    def _build(self, title: str, about: str) -> None:
        em = self._theme.em
        card, asked = QFrame(), QWidget()
        set_role(card, "card")
        inside = QVBoxLayout(asked)
        inside.setContentsMargins(em(2), em(1.6), em(1), em(1.2))
        inside.setSpacing(em(0.6))
        for words, role in ((title, "title"), (about, "muted")):
            label = QLabel(words)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_role(label, role)
            inside.addWidget(label)
        self.box.setContentsMargins(em(0.2), em(0.6), em(1), em(0.2))
        self.box.setSpacing(em(1))
        inside.addWidget(self._scroll, 1)
        inside.addWidget(self.bar)
        inside.addWidget(self._busy_row)
        self.pages.addWidget(asked)
        around = QVBoxLayout(card)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.pages)
        box = QVBoxLayout(self)
        box.setContentsMargins(em(1.2), em(1.2), em(1.2), em(1.2))
        box.setSpacing(em(1))
        box.addWidget(card, 1)
        box.addLayout(self._buttons())
        room = self.screen().availableSize()
        self.resize(min(em(46), room.width()), min(em(20), room.height()))

    def _buttons(self) -> QHBoxLayout:
        em = self._theme.em
        set_role(self.go_button, "primary")
        self.go_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        self.go_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(em(0.8))
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.go_button)
        return row
