"""A short guide: what to do, step by step, each with a picture, a title and a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from pec_desktop.ui.theme import Role, Theme, set_role


class Guide(QWidget):
    """Shows steps: (icon, title, sentence). GUI thread."""

    def __init__(self, theme: Theme, steps: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._theme = theme
        self._icons: list[tuple[QLabel, str]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        for place, (name, heading, sentence) in enumerate(steps):
            icon, title, what = QLabel(), QLabel(heading), QLabel(sentence)
            set_role(title, "heading")
            set_role(what, "muted")
            for label in (title, what):
                label.setWordWrap(True)
                label.setTextFormat(Qt.TextFormat.PlainText)
            self._icons.append((icon, name))
            self._grid.addWidget(icon, place * 3, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(title, place * 3, 1)
            self._grid.addWidget(what, place * 3 + 1, 1)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        em = self._theme.em
        for place, (icon, name) in enumerate(self._icons):
            icon.setPixmap(self._theme.icon(name, Role.ACCENT).pixmap(em(1.6), em(1.6)))
            last = place == len(self._icons) - 1
            self._grid.setRowMinimumHeight(place * 3 + 2, 0 if last else em(0.8))
        self._grid.setHorizontalSpacing(em(1))
        self._grid.setVerticalSpacing(em(0.2))
