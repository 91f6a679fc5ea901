"""A line of news at the top of a page, with what can be done about it; it can be dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from pec_desktop.ui.theme import Role, Theme, set_role

_LOOKS = {
    Role.INFO: ("notice", "info"),
    Role.GOOD: ("notice-good", "done"),
    Role.ATTENTION: ("notice-attention", "warning"),
}


class NewsBar(QFrame):
    """Shows one piece of news; hidden while there is none. GUI thread."""

    acted = Signal()
    """The person pressed its button."""

    dismissed = Signal()
    """The person has read it and wants it gone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = Role.INFO
        self._icon = QLabel()
        self._words = QLabel()
        self._button = QPushButton()
        self._close = QToolButton()
        self._row = QHBoxLayout(self)
        self._build()
        theme.changed.connect(self._dress)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str, role: Role = Role.INFO, button: str = "") -> None:
        """Show `words` in the look of INFO, GOOD or ATTENTION; tell assistive technology."""
        self._role = role
        self._words.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(words)
        self._dress()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _build(self) -> None:
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button.clicked.connect(self.acted)
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.dismissed)
        row = self._row
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)

    @Slot()
    def _dress(self) -> None:
        look, picture = _LOOKS[self._role]
        set_role(self, look)
        size = self._theme.em(1.4)
        self._icon.setPixmap(self._theme.icon(picture, self._role).pixmap(size, size))
        self._close.setIcon(self._theme.icon("cross"))
        side, above = self._theme.em(0.8), self._theme.em(0.3)
        self._row.setContentsMargins(side, above, above, above)
        self._row.setSpacing(self._theme.em(0.7))
