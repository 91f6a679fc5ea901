"""What can be done in the main window: one `QAction` each, for menus, shortcuts and the table.

An action that is not allowed now is disabled and says why; the rules stand in `domain.mailbox`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from pec_desktop.domain.mailbox import refusal
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.theme import Theme
from pec_desktop.ui.words import text


class Actions(QObject):
    """The window's actions by name. GUI thread."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._all: dict[str, QAction] = {}
        self._pictures: dict[str, str] = {}
        self._operations: dict[str, str] = {}
        self._for_one: set[str] = set()
        self._many: set[str] = set()
        theme.changed.connect(self._dress)

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def add(
        self,
        name: str,
        words: str,
        slot: Callable[[], object],
        *,
        keys: str | QKeySequence.StandardKey = "",
        picture: str = "",
        operation: str = "",
        for_one: bool = False,
        many: bool = False,
    ) -> QAction:
        """Make an action of the window.

        `operation` names the rule that allows it (a key of `domain.mailbox.RULES`); `for_one`
        means that it needs exactly one selected mailbox, `many` that it takes several, if one of
        them at least will do.
        """
        action = QAction(words, self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: slot())
        self._window.addAction(action)
        self._all[name] = action
        if picture:
            self._pictures[name] = picture
            action.setIcon(self._theme.icon(picture))
        if operation:
            self._operations[name] = operation
        if for_one or operation:
            self._for_one.add(name)
        if many:
            self._many.add(name)
        return action

    def follow_selection(self, rows: Sequence[Row]) -> None:
        """Allow what may be done with the selected rows, and say why not of the rest."""
        for name in self._for_one:
            self._say(self._all[name], self._why_not(name, rows))

    def fill(self, menu: QMenu, *names: str) -> QMenu:
        """Put actions into a menu; an empty name is a separator."""
        menu.setToolTipsVisible(True)
        for name in names:
            if name:
                menu.addAction(self._all[name])
            else:
                menu.addSeparator()
        return menu

    def _why_not(self, name: str, rows: Sequence[Row]) -> str:
        if not rows or (len(rows) > 1 and name not in self._many):
            return self.tr("Select one mailbox.")
        operation = self._operations.get(name)
        if operation is None:
            return ""
        first = ""
        for row in rows:
            reason = _refused(operation, row)
            if not reason:
                return ""
            first = first or reason
        return first

    @staticmethod
    def _say(action: QAction, reason: str) -> None:
        action.setEnabled(not reason)
        action.setToolTip(reason)
        action.setStatusTip(reason)
        action.setWhatsThis(reason)

    def _dress(self) -> None:
        for name, picture in self._pictures.items():
            self._all[name].setIcon(self._theme.icon(picture))


def _refused(operation: str, row: Row) -> str:
    """Why an operation cannot be used on a mailbox now, in words; empty if it can."""
    if not row.stored.listed:
        return text("state.unlisted")
    reason = refusal(operation, row.stored.mailbox)
    return text(reason) if reason else ""
