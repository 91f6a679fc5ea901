"""One paper in the tray: what it is, what it is for, what is wrong with it, and taking it away."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QToolButton,
    QWidget,
)

from pec_desktop.documents.kinds import IMAGES, Paper, PaperKind
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.services.papers import FORM, IDENTITY, OTHER
from pec_desktop.store.drafts import DraftPaper
from pec_desktop.ui import formats
from pec_desktop.ui.elided import ElidedLabel
from pec_desktop.ui.still_box import StillBox
from pec_desktop.ui.theme import Role, Theme, set_role
from pec_desktop.ui.words import text

_LOOKS = {
    None: ("done", Role.GOOD, "muted"),
    Severity.WARNING: ("warning", Role.ATTENTION, "warning"),
    Severity.ERROR: ("failed", Role.PROBLEM, "error"),
}
"""How bad it is → icon, its colour, the role of the words."""


def facts_in_words(facts: Paper, locale: QLocale) -> str:
    """What a paper is, in a few words: "2 pages · digitally signed · 143 KB"."""
    parts = []
    if facts.pages:
        parts.append(text("paper.page" if facts.pages == 1 else "paper.pages", count=facts.pages))
    if facts.kind in IMAGES:
        parts.append(text("paper.photo"))
    if facts.signed:
        parts.append(text("paper.signed"))
    traditional = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    parts.append(locale.formattedDataSize(facts.size, 0, traditional))
    return " · ".join(parts)


class PaperRow(QWidget):
    """Shows one paper of a draft; changed in place, so that the focus stays. GUI thread."""

    role_chosen = Signal(str, str)
    """The paper's digest, and what the person says it is for."""

    removed = Signal(str)
    """The person takes away the paper with that digest."""

    def __init__(self, theme: Theme, locale: QLocale, paper: DraftPaper) -> None:
        super().__init__()
        self._theme = theme
        self._locale = locale
        self._sha256 = paper.sha256
        self._severity: Severity | None = None
        self._icon, self._name = QLabel(), ElidedLabel()
        self._facts, self._problem = QLabel(), QLabel()
        self.role_box = StillBox()
        self.remove_button = QToolButton()
        self._build()
        theme.changed.connect(self._dress)

    def show_paper(self, paper: DraftPaper, facts: Paper, problem: Problem | None) -> None:
        """Show the paper as it is now."""
        words = text(problem.key, **problem.details) if problem else ""
        about = facts_in_words(facts, self._locale) if facts.usable else ""
        self.role_box.setCurrentIndex(self.role_box.findData(paper.role))
        self.role_box.setVisible(facts.usable and facts.kind is not PaperKind.P7M)
        self.show_words(paper.name, about, words, problem.severity if problem else None)

    def show_words(self, name: str, about: str, words: str, severity: Severity | None) -> None:
        """Show a paper's name, what it is, and what is wrong or odd about it (`severity`)."""
        self._severity = severity
        name = formats.line(name)
        self._name.setText(name)
        self._facts.setText(about)
        self._facts.setVisible(bool(about))
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self.role_box.setAccessibleName(self.tr("What {name} is").format(name=name))
        self.remove_button.setAccessibleName(self.tr("Take {name} away").format(name=name))
        for control in (self.role_box, self.remove_button):
            control.setAccessibleDescription(" · ".join(filter(None, (about, words))))
        self._dress()

    @property
    def words(self) -> str:
        """What stands below the name: what the paper is, and what is wrong with it."""
        return " · ".join(filter(None, (self._facts.text(), self._problem.text())))

    def _build(self) -> None:
        for role in (FORM, IDENTITY, OTHER):
            self.role_box.addItem(text(f"paper.role.{role}"), role)
        self.role_box.activated.connect(self._on_role)
        self.remove_button.setToolTip(self.tr("Take this paper away"))
        self.remove_button.clicked.connect(self._on_remove)
        set_role(self._facts, "muted")
        for label in (self._facts, self._problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._icon, self._name):
            label.setTextFormat(Qt.TextFormat.PlainText)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self._name, 0, 1)
        # In the order of the Tab key: what the paper is comes before taking it away.
        grid.addWidget(self.role_box, 3, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.remove_button, 0, 2)
        grid.addWidget(self._facts, 1, 1, 1, 2)
        grid.addWidget(self._problem, 2, 1, 1, 2)

    @Slot()
    def _dress(self) -> None:
        theme = self._theme
        icon, role, words = _LOOKS[self._severity]
        size = theme.em(1.3)
        self._icon.setPixmap(theme.icon(icon, role).pixmap(size, size))
        set_role(self._name, "strong")
        set_role(self._problem, words)
        self.remove_button.setIcon(theme.icon("cross", Role.MUTED))
        self.remove_button.setIconSize(QSize(theme.em(1), theme.em(1)))
        self._grid.setHorizontalSpacing(theme.em(0.6))
        self._grid.setVerticalSpacing(theme.em(0.3))

    @Slot(int)
    def _on_role(self, _index: int) -> None:
        self.role_chosen.emit(self._sha256, str(self.role_box.currentData()))

    @Slot()
    def _on_remove(self) -> None:
        self.removed.emit(self._sha256)
