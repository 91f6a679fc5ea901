"""A coloured block of words on a page, with links to the fields it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from pec_desktop.domain.fields import Problem
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text


class Remark(NamedTuple):
    """Something particular: the role of the block it stands on, title and words."""

    role: str
    title: str
    words: str


class Notice(QFrame):
    """Title, words, and a link for each problem. Hidden while it has nothing to say. GUI thread."""

    chosen = Signal(str)
    """The link of the field of that name was pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        em = desk.theme.em
        self._title, self._words, self._links = QLabel(), QLabel(), QLabel()
        set_role(self._title, "strong")
        self._links.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._links.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._links.linkActivated.connect(self.chosen)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(em(1.2), em(0.9), em(1.2), em(0.9))
        self.box.setSpacing(em(0.4))
        for label in (self._title, self._words, self._links):
            label.setWordWrap(True)
            self.box.addWidget(label)
        for label in (self._title, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    @property
    def words(self) -> str:
        """All that is said here."""
        said = (self._title.text(), self._words.text(), self._links.accessibleName())
        return "\n".join(words for words in said if words)

    def show_words(self, role: str, title: str, words: str) -> None:
        """Say something, without links."""
        self._show(role, title, words, [])

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say all of these, the gravest first, on its ground; nothing at all for none."""
        self.hide()
        if remarks:
            title = next((one.title for one in remarks if one.title), "")
            self.show_words(remarks[0].role, title, "\n".join(one.words for one in remarks))

    def show_problems(self, role: str, title: str, problems: list[Problem]) -> None:
        """Say which fields have a problem; nothing at all if none has."""
        self._show(role, title, "", problems)
        self.setVisible(bool(problems))

    def _show(self, role: str, title: str, words: str, problems: list[Problem]) -> None:
        set_role(self, role)
        said = [
            (one.field, text(f"field.{one.field}"), text(one.key, **one.details))
            for one in problems
        ]
        self._title.setText(title)
        self._words.setText(words)
        self._links.setText(
            "<br>".join(f'<a href="{f}">{escape(name)}</a>: {escape(w)}' for f, name, w in said)
        )
        self._links.setAccessibleName("\n".join(f"{name}: {w}" for _, name, w in said))
        for label in (self._title, self._words, self._links):
            label.setVisible(bool(label.text()))
        self.show()
