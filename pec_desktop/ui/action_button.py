"""A button for a command of the window that stands elsewhere too: allowed and refused like it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton


class ActionButton(QPushButton):
    """Does what `action` does, under other words, and says why where that is not allowed."""

    def __init__(self, action: QAction, words: str) -> None:
        super().__init__(words)
        self._action = action
        self.setAutoDefault(False)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        reason = "" if self._action.isEnabled() else self._action.toolTip()
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
