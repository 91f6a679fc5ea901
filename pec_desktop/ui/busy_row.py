"""A row that says what is being done, with a bar, and a button to stop where that is possible."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from pec_desktop.ui.theme import Theme


class BusyRow(QWidget):
    """Hidden while nothing is being done. GUI thread."""

    stopped = Signal()
    """The person wants no more of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._doing, self.bar = QLabel(), QProgressBar()
        self._doing.setWordWrap(True)
        self._doing.setTextFormat(Qt.TextFormat.PlainText)
        self.bar.setFixedWidth(theme.em(6))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Under way"))
        self.stop = QPushButton(self.tr("&Stop"))
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(0.8))
        row.addWidget(self.bar)
        row.addWidget(self._doing, 1)
        row.addWidget(self.stop)
        self.say("")

    def say(self, words: str, done: int = 0, total: int = 0, *, can_stop: bool = False) -> None:
        """Say what is being done, and how much of it; empty words end it.

        Without a `total` the bar only moves: nobody knows for how long.
        """
        self._doing.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.stop.setVisible(can_stop)
        self.setVisible(bool(words))
