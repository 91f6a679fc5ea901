"""The papers of one mailbox: drop them, see what each one is, say what it is for, take it away.

The tray shows the mailbox's one activation draft, wherever it stands: in the detail panel and in
the activation wizard. Papers are copied and read in the worker for papers; the tray only shows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.documents.kinds import IMAGES, Paper
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import SINGLE_DOCUMENT
from pec_desktop.errors import DocumentError
from pec_desktop.services import drafts
from pec_desktop.services.office import Office
from pec_desktop.services.papers import (
    FORM,
    IDENTITY,
    OTHER,
    papers,
    problems,
    remove_paper,
    set_role,
    take_papers,
)
from pec_desktop.store.drafts import Draft, DraftPaper
from pec_desktop.store.mailboxes import StoredMailbox
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import theme as looks
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.drop_area import DropArea
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

Change = Callable[[Office, str, Work], None]
"""What is done to a mailbox's draft before it is read again."""


class TrayState(Struct, frozen=True):
    """What the tray shows: the draft, its papers with what they are, and what is wrong."""

    draft: Draft
    papers: tuple[tuple[DraftPaper, Paper], ...]
    problems: tuple[Problem, ...]

    @property
    def ready(self) -> bool:
        """Whether the papers may be sent as they are."""
        return not any(one.severity is Severity.ERROR for one in self.problems)

    def of_paper(self, sha256: str) -> Problem | None:
        """What is wrong with one paper, or odd about it."""
        mine = (one for one in self.problems if one.details.get("sha256") == sha256)
        return next(mine, None)

    @property
    def missing(self) -> tuple[Problem, ...]:
        """What concerns no single paper: what is missing, or the mailbox's state."""
        return tuple(one for one in self.problems if "sha256" not in one.details)


def read_state(office: Office, mailbox_id: str) -> TrayState | None:
    """Read the draft and its papers; None when the mailbox is not in the archive. Any thread."""
    stored = office.mailboxes.get(mailbox_id)
    if stored is None:
        return None
    draft = drafts.activation_of(office, mailbox_id)
    found = problems(office, draft, stored.mailbox)
    return TrayState(draft, tuple(papers(office, draft)), tuple(found))


class PaperTray(QWidget):
    """The drop area and the papers under it. GUI thread."""

    changed = Signal()
    """The papers, or what is said about them, are new: ask `state` and `ready`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mailbox_id = ""
        self._waiting = 0
        self.state: TrayState | None = None
        self.area = DropArea(desk.theme)
        self.bar = FailureBar(desk.theme)
        self._busy = QProgressBar()
        self._list = QFrame()
        self._grid = QGridLayout(self._list)
        self._hints = QLabel()
        self._build()
        self.area.dropped.connect(self.add_files)
        self.area.refused.connect(self._on_refused)
        desk.theme.changed.connect(self._render)

    @property
    def ready(self) -> bool:
        """Whether the papers may be sent as they are."""
        return self.state is not None and self.state.ready and not self._waiting

    @property
    def busy(self) -> bool:
        """Whether papers are being copied and read now."""
        return self._waiting > 0

    def set_mailbox(self, stored: StoredMailbox | None) -> None:
        """Show the papers of this mailbox's draft; None shows nothing."""
        mailbox_id = stored.mailbox.id if stored else ""
        if stored is not None:
            single = stored.mailbox.type in SINGLE_DOCUMENT
            self.area.set_words(
                self.tr("Drop the signed papers here"),
                self.tr("signed form and identity document, sent as one PDF")
                if single
                else self.tr("signed form and identity document"),
            )
        if mailbox_id != self._mailbox_id:
            self._mailbox_id = mailbox_id
            self.state = None
            self.bar.clear()
            self._render()
        self.reload()

    def reload(self) -> None:
        """Read the draft again: it may have been changed elsewhere."""
        if self._mailbox_id:
            self._submit(_nothing)

    @Slot(list)
    def add_files(self, paths: list[Path]) -> None:
        """Copy files into the archive and put them on the draft."""

        def take(office: Office, mailbox_id: str, work: Work) -> None:
            take_papers(office, mailbox_id, paths, work)

        self.bar.clear()
        self._submit(take)

    # Inside

    def _build(self) -> None:
        em = self._desk.theme.em
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(em(0.7))
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(em(0.4))
        self._busy.setAccessibleName(self.tr("Papers are being read"))
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em(0.6))
        self._grid.setVerticalSpacing(em(0.2))
        self._grid.setColumnStretch(2, 1)
        self._hints.setWordWrap(True)
        self._hints.setTextFormat(Qt.TextFormat.PlainText)
        looks.set_role(self._hints, "muted")
        for widget in (self.area, self._busy, self.bar, self._list, self._hints):
            box.addWidget(widget)
        self._busy.hide()
        self._render()

    def _submit(self, change: Change) -> None:
        """Change the draft, then read it, in the worker for papers."""
        office, mailbox_id = self._desk.office, self._mailbox_id

        def work_on(work: Work) -> _Answer:
            try:
                change(office, mailbox_id, work)
            except Exception as error:  # noqa: BLE001 - shown beside what is safe on the draft
                return _Answer(mailbox_id, read_state(office, mailbox_id), error)
            return _Answer(mailbox_id, read_state(office, mailbox_id), None)

        self._waiting += 1
        self._busy.show()
        self._desk.runner.submit(Lane.PAPERS, work_on, self, self._on_read, self._on_failed)

    def _on_read(self, answer: _Answer) -> None:
        self._end_waiting()
        if answer.mailbox_id != self._mailbox_id:
            return
        if answer.error is not None:
            self.bar.show_error(answer.error)
        self.state = answer.state
        self._render()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end_waiting()
        self.bar.show_error(error)
        self.changed.emit()

    def _end_waiting(self) -> None:
        self._waiting -= 1
        self._busy.setVisible(self._waiting > 0)

    @Slot(str)
    def _on_refused(self, key: str) -> None:
        self.bar.show_error(DocumentError(key, name=""))

    def _render(self) -> None:
        """Show the state: a row per paper, then what is missing."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self.state.papers if self.state else ()
        for place, (paper, facts) in enumerate(shown):
            self._add_row(place * 2, paper, facts)
        self._list.setVisible(bool(shown))
        concerns = self.state.missing if self.state and shown else ()
        missing = [text(one.key, **one.details) for one in concerns]
        self._hints.setText("\n".join(missing))
        self._hints.setVisible(bool(missing))

    def _add_row(self, line: int, paper: DraftPaper, facts: Paper) -> None:
        assert self.state is not None
        theme = self._desk.theme
        problem = self.state.of_paper(paper.sha256)
        icon = QLabel()
        size = theme.em(1.2)
        name, role = _mark(problem)
        icon.setPixmap(theme.icon(name, role).pixmap(size, size))
        self._grid.addWidget(icon, line, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(ElidedLabel(paper.name), line, 1, 1, 2)
        self._grid.addWidget(self._remove_button(paper), line, 3)
        about = QLabel(self._about(facts, problem))
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        severity = problem.severity if problem else None
        looks.set_role(about, _TEXT_ROLES.get(severity, "muted"))
        if severity is Severity.ERROR and not facts.usable:
            self._grid.addWidget(about, line + 1, 1, 1, 3)
            return
        self._grid.addWidget(self._role_box(paper), line + 1, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(about, line + 1, 2, 1, 2, Qt.AlignmentFlag.AlignVCenter)

    def _about(self, facts: Paper, problem: Problem | None) -> str:
        """One line under a paper: what it is, and what is wrong with it."""
        if problem is not None and problem.severity is Severity.ERROR:
            return text(problem.key, **problem.details)
        parts = []
        if facts.pages:
            parts.append(self.tr("%n page(s)", "", facts.pages))
        if facts.kind in IMAGES:
            parts.append(self.tr("photo, becomes a PDF page"))
        if facts.signed:
            parts.append(self.tr("digitally signed"))
        parts.append(self._desk.locale.formattedDataSize(facts.size, 0))
        if problem is not None:
            parts.append(text(problem.key, **problem.details))
        return " · ".join(parts)

    def _role_box(self, paper: DraftPaper) -> QComboBox:
        box = QComboBox()
        for role in (FORM, IDENTITY, OTHER):
            box.addItem(text(f"paper.role.{role}"), role)
        box.setCurrentIndex(box.findData(paper.role))
        box.setAccessibleName(self.tr("What {name} is").format(name=paper.name))
        box.setProperty("sha256", paper.sha256)
        box.activated.connect(self._on_role)
        return box

    def _remove_button(self, paper: DraftPaper) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(self._desk.theme.icon("cross", Role.MUTED))
        button.setToolTip(self.tr("Take this paper away"))
        button.setAccessibleName(self.tr("Take {name} away").format(name=paper.name))
        button.setProperty("sha256", paper.sha256)
        button.clicked.connect(self._on_remove)
        return button

    @Slot(int)
    def _on_role(self, _index: int) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        sha256, role = str(box.property("sha256")), str(box.currentData())
        draft_id = self._draft_id()

        def change(office: Office, _mailbox_id: str, work: Work) -> None:
            set_role(office, draft_id, sha256, role, work)

        self._submit(change)

    @Slot()
    def _on_remove(self) -> None:
        sha256 = str(self.sender().property("sha256"))
        draft_id = self._draft_id()

        def change(office: Office, _mailbox_id: str, work: Work) -> None:
            remove_paper(office, draft_id, sha256, work)

        self.bar.clear()
        self._submit(change)

    def _draft_id(self) -> str:
        assert self.state is not None
        return self.state.draft.id


class ElidedLabel(QLabel):
    """A name on one line; what does not fit is cut in the middle and shown as a tooltip."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        super().setText(words)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Cut the name to the room there is."""
        middle = Qt.TextElideMode.ElideMiddle
        super().setText(self.fontMetrics().elidedText(self._words, middle, self.width()))


class _Answer(Struct, frozen=True):
    mailbox_id: str
    state: TrayState | None
    error: Exception | None


def _nothing(_office: Office, _mailbox_id: str, _work: Work) -> None:
    """Change nothing; the draft is only read."""


_TEXT_ROLES: dict[Severity | None, str] = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def _mark(problem: Problem | None) -> tuple[str, Role]:
    """The icon of a paper: good, odd, or not to be used."""
    if problem is None:
        return "check", Role.GOOD
    if problem.severity is Severity.ERROR:
        return "failed", Role.PROBLEM
    return "warning", Role.ATTENTION
