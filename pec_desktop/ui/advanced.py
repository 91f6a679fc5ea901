"""What few people need, folded away under one word."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pec_desktop.ui.desk import Desk
from pec_desktop.ui.theme import set_role


class Advanced(QWidget):
    """Shows `content` only while it is unfolded. GUI thread."""

    def __init__(self, desk: Desk, content: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._content = content
        self.button = QPushButton(self.tr("Ad&vanced"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_clicked)
        set_role(self.button, "link")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.button, content):
            self._column.addWidget(part)
        self._column.setSpacing(desk.theme.em(0.6))
        desk.theme.changed.connect(self._dress)
        self.unfold(False)

    @property
    def unfolded(self) -> bool:
        """Whether the content is shown."""
        return not self._content.isHidden()

    def unfold(self, unfolded: bool = True) -> None:
        """Show the content, or fold it away."""
        self._content.setVisible(unfolded)
        self.button.setAccessibleDescription(self.tr("open") if unfolded else self.tr("closed"))
        self._dress()

    @Slot()
    def _on_clicked(self) -> None:
        self.unfold(not self.unfolded)

    @Slot()
    def _dress(self) -> None:
        self.button.setIcon(self._desk.theme.icon("minus" if self.unfolded else "plus"))
