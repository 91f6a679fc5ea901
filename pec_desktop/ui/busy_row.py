"""A row that says what is being done, with a bar that moves while nobody knows for how long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from pec_desktop.ui.theme import Theme


class BusyRow(QWidget):
    """Hidden while nothing is being done. GUI thread."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._doing, bar = QLabel(), QProgressBar()
        self._doing.setWordWrap(True)
        self._doing.setTextFormat(Qt.TextFormat.PlainText)
        bar.setRange(0, 0)
        bar.setFixedWidth(theme.em(6))
        bar.setAccessibleName(self.tr("Under way"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(0.8))
        row.addWidget(bar)
        row.addWidget(self._doing, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Say what is being done; empty words end it."""
        self._doing.setText(words)
        self.setVisible(bool(words))
