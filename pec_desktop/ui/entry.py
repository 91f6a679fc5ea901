"""A field of a dialog: its label above it, and what is wrong with it below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pec_desktop.ui.theme import Role, Theme, set_problem, set_role


class Entry(QWidget):
    """Dresses `field` with a label (which names it too) and a place for an error. GUI thread."""

    def __init__(self, theme: Theme, label: str, field: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.field = field
        self._icon, self._below = QLabel(), QLabel()
        self._below.setWordWrap(True)
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._below, "error")
        above = QLabel(label)
        above.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        bottom = QHBoxLayout()
        bottom.setSpacing(theme.em(0.4))
        bottom.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(self._below, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.em(0.3))
        box.addWidget(above)
        box.addWidget(field)
        box.addLayout(bottom)
        theme.changed.connect(self._dress)
        self.show_error("")

    @property
    def error(self) -> str:
        """What is said to be wrong now."""
        return self._below.text()

    def show_error(self, words: str) -> None:
        """Say what is wrong with the field; nothing for empty `words`."""
        self._below.setText(words)
        self.field.setAccessibleDescription(words)
        for part in (self._icon, self._below):
            part.setVisible(bool(words))
        set_problem(self.field, bool(words))
        self._dress()

    @Slot()
    def _dress(self) -> None:
        size = self._theme.em(1.1)
        self._icon.setPixmap(self._theme.icon("failed", Role.PROBLEM).pixmap(size, size))
