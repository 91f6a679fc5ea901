"""What few people need: hidden under a line that opens it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pec_desktop.ui.theme import Theme, set_role


class Collapsible(QWidget):
    """A line that opens and closes `content` below it; closed at first. GUI thread."""

    def __init__(self, theme: Theme, words: str, content: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.content = content
        self.toggle = QPushButton(words)
        self.toggle.setAutoDefault(False)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show)
        set_role(self.toggle, "link")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.em(0.6))
        box.addWidget(self.toggle)
        box.addWidget(content)
        theme.changed.connect(self._dress)
        self._show()

    @property
    def opened(self) -> bool:
        """Whether the content can be seen."""
        return self.toggle.isChecked()

    def open(self) -> None:
        """Show the content."""
        self.toggle.setChecked(True)

    @Slot()
    def _show(self) -> None:
        self.content.setVisible(self.opened)
        state = self.tr("open") if self.opened else self.tr("closed")
        self.toggle.setAccessibleName(f"{self._words} ({state})")
        self._dress()

    @Slot()
    def _dress(self) -> None:
        size = self._theme.em(1.1)
        self.toggle.setIconSize(QSize(size, size))
        self.toggle.setIcon(self._theme.icon("minus" if self.opened else "plus"))
