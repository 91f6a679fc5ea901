"""What can be done in the main window: one `QAction` each, for menus, shortcuts and the table.

An action that is not allowed now is disabled and says why; the rules stand in `domain.mailbox`. So
does each button that is made from an action.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QMenu

from pec_desktop.domain.mailbox import refusal
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.reason import explain, explain_entry, no_permission
from pec_desktop.ui.words import text


class Actions(QObject):
    """The window's actions by name. GUI thread."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._office = desk.office
        self._theme = theme = desk.theme
        self._all: dict[str, QAction] = {}
        self._words: dict[str, str] = {}
        self._pictures: dict[str, str] = {}
        self._operations: dict[str, str] = {}
        self._beginnings: set[str] = set()
        self._judged: dict[str, bool] = {}
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
        begins: bool = False,
        for_one: bool = False,
        many: bool = False,
    ) -> QAction:
        """Make an action of the window.

        `operation` (a `PecClient` method) names the rule that allows it; for one that `begins`
        something, whatever is selected, only the token's scopes count. `for_one` means that it
        needs exactly one selected mailbox, `many` that it takes any number and is done with those
        of them that may: see `allowed`.
        """
        action = QAction(words, self)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: slot())
        self._window.addAction(action)
        self._all[name], self._words[name] = action, words
        if picture:
            self._pictures[name] = picture
            action.setIcon(self._theme.icon(picture))
        if operation:
            self._operations[name] = operation
        if begins:
            self._beginnings.add(name)
        if for_one or many or operation:
            self._judged[name] = many
        return action

    def bind(self, button: QAbstractButton, name: str) -> None:
        """Let a button do what an action does, and say what it says while it is disabled."""
        action, tip = self._all[name], button.toolTip()
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: explain(button, self.why_not(name), tip))
        explain(button, self.why_not(name), tip)

    def why_not(self, name: str) -> str:
        """Why an action cannot be used now; empty if it can."""
        action = self._all[name]
        return "" if action.isEnabled() else action.toolTip()

    def follow_selection(self, rows: Sequence[Row]) -> None:
        """Allow what may be done with the selected rows, and say why not of the rest."""
        for name in self._judged:
            self.say(name, self._why_not(name, rows))

    def allowed(self, name: str, rows: Sequence[Row]) -> list[Row]:
        """Give those of `rows` with which the action may be done."""
        return [row for row in rows if not self._why_not_with(name, row)]

    def say(self, name: str, reason: str) -> None:
        """Disable an action and say why; enable it without a reason."""
        explain_entry(self._all[name], self._words[name], reason)

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
        many = self._judged[name]
        if name in self._beginnings:
            return no_permission(self._office, self._operations[name])
        if many and not rows:
            return self.tr("Select one or more mailboxes.")
        if not many and len(rows) != 1:
            return self.tr("Select one mailbox.")
        first = self._why_not_with(name, rows[0])
        return first if all(self._why_not_with(name, row) for row in rows) else ""

    def _why_not_with(self, name: str, row: Row) -> str:
        """Why an action cannot be done with one mailbox; empty if it can."""
        operation, stored = self._operations.get(name), row.stored
        if operation is None:
            return ""
        if not stored.listed:
            return text("state.unlisted")
        reason = refusal(operation, stored.mailbox, self._office.allowed)
        return text(reason) if reason else ""

    def _dress(self) -> None:
        for name, picture in self._pictures.items():
            self._all[name].setIcon(self._theme.icon(picture))
