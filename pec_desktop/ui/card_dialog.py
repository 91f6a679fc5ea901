"""The shell of a dialog that asks, works and tells its end: a card, and two buttons below it."""

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
from pec_desktop.ui.empty import EmptyPlace
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import Role, Theme, set_role


class CardDialog(QDialog):
    """Title, words, a `body` to be filled, `bar` for a failure. GUI thread; use `open()`.

    A subclass says in `submit` what `main_button` does. It is as large as what is asked, which
    scrolls where the screen is small. It is deleted when it closes, and what was typed into it
    with it. `busy` is shown in place of the row that tells of work under way.
    """

    height_at_first = 28
    """In em; it grows from there."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        parent: QWidget | None = None,
        *,
        about: str = "",
        main: str = "",
        busy: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.about = QLabel(about)
        self.bar = FailureBar(theme)
        self.main_button, self.cancel_button = QPushButton(main), QPushButton(self.tr("Cancel"))
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        """What is asked; at twice the text size it may be higher than the screen."""
        self._title = QLabel(title)
        self._scroll = Scrolling(self.content)
        self._busy_row = BusyRow(theme)
        self._end = EmptyPlace(theme, "done", role=Role.GOOD)
        self._pages = QStackedWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._build(busy or self._busy_row)

    @Slot()
    def submit(self) -> None:
        """Do what the main button says."""
        raise NotImplementedError

    def set_busy(self, doing: str) -> None:
        """Say what is being done and lock what is asked; empty words unlock it."""
        self._busy_row.say(doing)
        self.content.setEnabled(not doing)
        self.main_button.setEnabled(not doing)

    def show_failure(self, error: Exception) -> None:
        """Show what went wrong below what is asked."""
        self.bar.show_error(error)
        self.main_button.setFocus()
        self.fit()

    @property
    def ended(self) -> bool:
        """Whether the end is shown."""
        return self._pages.currentWidget() is self._end

    def show_end(self, title: str, words: str, button: str) -> None:
        """Say that it is done; only the main button is left."""
        self._end.say(title, words)
        self._pages.setCurrentWidget(self._end)
        self.cancel_button.hide()
        self.main_button.setText(button)
        self.main_button.setEnabled(True)
        self.main_button.setFocus()

    @Slot(object)
    def fit(self, field: QWidget | None = None) -> None:
        """Grow until everything can be seen, if the screen has room; go to what is wrong."""
        QTimer.singleShot(0, self, self._grow)
        if field is not None:
            QTimer.singleShot(0, self, partial(self._scroll.ensureWidgetVisible, field))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as large as what is asked, with this text size, before it is seen."""
        super().showEvent(event)
        for part in (self, self.content):
            layout = part.layout()
            assert layout is not None
            layout.activate()
        self._grow()
        self.fit()

    # Inside

    @Slot()
    def _grow(self) -> None:
        shown = self._scroll.viewport().size()
        missing = self.content.heightForWidth(shown.width()) - shown.height()
        if self.bar.isVisible():
            missing += max(0, self.bar.heightForWidth(self.bar.width()) - self.bar.height())
        room = self.screen().availableSize().height()
        if self.isVisible() and missing > 0 and self.height() < room:
            self.resize(self.width(), min(self.height() + missing, room))

    def _build(self, busy: QWidget) -> None:
        em = self.theme.em
        set_role(self._title, "title")
        set_role(self.about, "muted")
        for label in (self._title, self.about):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.body.setContentsMargins(em(0.2), em(0.6), em(1), em(0.2))
        self.body.setSpacing(em(1))
        card, asked = QFrame(), QWidget()
        set_role(card, "card")
        inside = QVBoxLayout(asked)
        inside.setContentsMargins(em(2), em(1.6), em(1), em(1.2))
        inside.setSpacing(em(0.6))
        inside.addWidget(self._title)
        inside.addWidget(self.about)
        inside.addWidget(self._scroll, 1)
        inside.addWidget(self.bar)
        inside.addWidget(busy)
        self._pages.addWidget(asked)
        self._pages.addWidget(self._end)
        around = QVBoxLayout(card)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._pages)
        box = QVBoxLayout(self)
        box.setContentsMargins(em(1.2), em(1.2), em(1.2), em(1.2))
        box.setSpacing(em(1))
        box.addWidget(card, 1)
        box.addLayout(self._buttons())
        room = self.screen().availableSize()
        height = em(self.height_at_first)
        self.resize(min(em(46), room.width()), min(height, room.height()))

    def _buttons(self) -> QHBoxLayout:
        set_role(self.main_button, "primary")
        self.main_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        self.main_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(self.theme.em(0.8))
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.main_button)
        return row
