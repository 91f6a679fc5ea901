"""What an empty place shows: a picture, what it is for, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pec_desktop.ui.theme import Role, Theme, set_role


class EmptyPlace(QWidget):
    """Teaches instead of showing nothing. GUI thread."""

    def __init__(
        self,
        theme: Theme,
        picture: str,
        parent: QWidget | None = None,
        *,
        role: Role = Role.FAINT,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = picture
        self._role = role
        self._picture = QLabel()
        self._title = QLabel()
        self._words = QLabel()
        self.button = QPushButton()
        """What to do first; hidden while it has no words."""
        self._column = QVBoxLayout(self)
        self._build()
        theme.changed.connect(self._dress)
        self._dress()

    def say(self, title: str, words: str, button: str = "", picture: str = "") -> None:
        """Show these words, and a button if there are words for it."""
        self._title.setText(title)
        self._words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._name = picture or self._name
        self._dress()

    def _build(self) -> None:
        set_role(self._title, "heading")
        set_role(self._words, "muted")
        set_role(self.button, "primary")
        self._words.setWordWrap(True)
        self._column.addStretch(2)
        for label in (self._picture, self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(self._picture)
        self._column.addWidget(self._title)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._words, 100)
        line.addStretch(1)
        self._column.addLayout(line)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)

    @Slot()
    def _dress(self) -> None:
        self._picture.setPixmap(self._theme.picture(self._name, self._role, 4))
        self._words.setMaximumWidth(self._theme.em(36))
        self._column.setSpacing(self._theme.em(0.8))
