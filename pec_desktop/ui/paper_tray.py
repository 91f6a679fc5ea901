"""The papers of one mailbox: drop them, see what each one is, say what it is for, take it away.

The tray shows the mailbox's one draft of its kind (activation or preservation), wherever it stands:
in the detail panel and in a wizard. Papers are copied and read in the worker for papers; the tray
only shows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.documents.kinds import Paper
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import SINGLE_DOCUMENT, Mailbox
from pec_desktop.errors import Cancelled, DocumentError, PecDesktopError
from pec_desktop.services import drafts, preservation
from pec_desktop.services.office import Office
from pec_desktop.services.papers import (
    PROCEDURES,
    PaperDraft,
    PaperRole,
    papers,
    problems,
    remove_paper,
    set_role,
    take_papers,
)
from pec_desktop.store.attempts import Attempt
from pec_desktop.store.drafts import Draft, DraftPaper
from pec_desktop.store.files import Original
from pec_desktop.store.mailboxes import StoredMailbox
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui import theme as looks
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.drop_area import DropArea
from pec_desktop.ui.failures import Failure, FailureBar, present
from pec_desktop.ui.moving import asides
from pec_desktop.ui.paper_row import PaperRow
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

Change = Callable[[Office, str, Work], object]
"""What is done to a mailbox's draft before it is read again."""

PATIENCE = 200
"""Milliseconds after which it is shown that papers are being read."""


class TrayState(Struct, frozen=True):
    """What the tray shows: the draft, its papers with what they are, and what is wrong."""

    mailbox: Mailbox
    draft: Draft
    papers: tuple[tuple[DraftPaper, Paper], ...]
    problems: tuple[Problem, ...]
    unsettled: tuple[Attempt, ...]
    """Earlier attempts to send papers of this mailbox whose outcome nobody knows."""

    @property
    def complete(self) -> bool:
        """Whether nothing is wrong with the papers."""
        return not any(one.severity is Severity.ERROR for one in self.problems)

    def of_paper(self, sha256: str) -> Problem | None:
        """What is wrong with one paper, or odd about it."""
        mine = (one for one in self.problems if one.details.get("sha256") == sha256)
        return next(mine, None)

    @property
    def of_none(self) -> tuple[Problem, ...]:
        """What concerns no single paper: what is missing, or the mailbox's state."""
        return tuple(one for one in self.problems if "sha256" not in one.details)


DRAFTS: dict[PaperDraft, Callable[[Office, str], Draft]] = {
    "activation": drafts.activation_of,
    "preservation": preservation.draft_of,
}
"""Kind of draft → what gives a mailbox's one draft of it."""


def read_state(
    office: Office, kind: PaperDraft, mailbox_id: str, locale: QLocale, work: Work
) -> TrayState | None:
    """Read the draft and its papers; None for a mailbox the archive does not know. Worker."""
    stored = office.mailboxes.get(mailbox_id)
    if stored is None:
        return None
    draft = DRAFTS[kind](office, mailbox_id)
    return TrayState(
        stored.mailbox,
        draft,
        tuple(papers(office, draft, work)),
        (*problems(office, draft, stored.mailbox, work), *asides(office, draft, locale)),
        tuple(office.attempts.unknown_for(PROCEDURES[kind].operation, mailbox_id)),
    )


class PaperTray(QWidget):
    """The drop area and the papers under it. GUI thread."""

    changed = Signal()
    """The papers, or what is said about them, are new: ask `state` and `ready`."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, kind: PaperDraft = "activation"
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._mailbox_id = ""
        self._changes = 0
        self.state: TrayState | None = None
        self.area = DropArea(desk.theme)
        self.bar = FailureBar(desk.theme)
        self.rows: dict[str, PaperRow] = {}
        """The rows by their papers' digests."""
        self._busy = QProgressBar()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._hints: list[Hint] = []
        self._column, self._list = QVBoxLayout(self), QVBoxLayout()
        self._build()
        self.area.dropped.connect(self.add_files)
        self.area.refused.connect(self._on_refused)
        self.bar.retry.connect(self._on_retry)
        self._patience.timeout.connect(self._busy.show)
        desk.theme.changed.connect(self._dress)
        self._dress()

    @property
    def ready(self) -> bool:
        """Whether the papers may be sent with one click, as they are."""
        state = self.state
        return not self.busy and state is not None and state.complete and not state.unsettled

    @property
    def busy(self) -> bool:
        """Whether papers are being copied and read, or changed, now."""
        return self._changes > 0

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

    @Slot()
    def reload(self) -> None:
        """Read the draft again: it may have been changed elsewhere."""
        if self._mailbox_id:
            self._submit(None)

    @Slot(list)
    def add_files(self, paths: list[Path]) -> None:
        """Copy files into the archive and put them on the draft; the originals may go at once."""
        originals = [Original(path) for path in paths]  # now, since the lane may be busy

        kind = self._kind

        def take(office: Office, mailbox_id: str, work: Work) -> None:
            take_papers(office, mailbox_id, originals, work, kind)

        self._change(take)

    # Inside

    def _change(self, change: Change) -> None:
        """Change the draft, then read it."""
        if not self._mailbox_id:
            return
        self.bar.clear()
        self._changes += 1
        self._patience.start()
        self._submit(change)
        self.changed.emit()

    def _submit(self, change: Change | None) -> None:
        """Work in the lane for papers. What fails is shown beside what is safe on the draft."""
        office, kind, mailbox_id = self._desk.office, self._kind, self._mailbox_id
        locale = self._desk.locale

        def work_on(work: Work) -> _Answer:
            error = None
            try:
                if change is not None:
                    change(office, mailbox_id, work)
            except Cancelled:
                raise
            except PecDesktopError as refused:
                error = refused
            return _Answer(mailbox_id, read_state(office, kind, mailbox_id, locale, work), error)

        done, failed = (
            (self._on_changed, self._on_not_changed)
            if change is not None
            else (self._on_read, self._on_failed)
        )
        self._desk.runner.submit(
            Lane.PAPERS, work_on, self, done, failed, self._on_progress if change else None
        )

    def _on_changed(self, answer: _Answer) -> None:
        self._end_change()
        self._on_read(answer)

    def _on_not_changed(self, error: Exception) -> None:
        self._end_change()
        self._on_failed(error)

    def _on_read(self, answer: _Answer) -> None:
        if answer.mailbox_id == self._mailbox_id:
            if answer.error is not None:
                self.bar.show_failure(_in_words(answer.error))
            self.state = answer.state
            self._render()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.bar.show_failure(_in_words(error), can_retry=True)
        self.changed.emit()

    def _on_progress(self, done: int, total: int) -> None:
        self._busy.setRange(0, total if total > 1 else 0)
        self._busy.setValue(done)

    def _end_change(self) -> None:
        self._changes -= 1
        if not self._changes:
            self._patience.stop()
            self._busy.hide()
            self._busy.setRange(0, 0)

    @Slot(str)
    def _on_refused(self, key: str) -> None:
        self.bar.show_failure(_in_words(DocumentError(key)))

    @Slot()
    def _on_retry(self) -> None:
        self.bar.clear()
        self.reload()

    @Slot(str, str)
    def _on_role(self, sha256: str, role: str) -> None:
        draft_id = self._draft_id()

        def change(office: Office, _mailbox_id: str, work: Work) -> None:
            set_role(office, draft_id, sha256, cast(PaperRole, role), work)

        self._change(change)

    @Slot(str)
    def _on_removed(self, sha256: str) -> None:
        draft_id = self._draft_id()

        def change(office: Office, _mailbox_id: str, work: Work) -> None:
            remove_paper(office, draft_id, sha256, work)

        self._change(change)

    def _draft_id(self) -> str:
        assert self.state is not None
        return self.state.draft.id

    # Showing

    def _build(self) -> None:
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Papers are being read"))
        self._busy.hide()
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.area, self._busy, self.bar):
            self._column.addWidget(widget)
        self._column.addLayout(self._list)

    def _render(self) -> None:
        """Show the state: a row per paper, then what is missing."""
        shown = {paper.sha256: (paper, facts) for paper, facts in self._papers}
        for sha256 in [one for one in self.rows if one not in shown]:
            self._drop_row(sha256)
        for sha256, (paper, facts) in shown.items():
            if sha256 not in self.rows:
                self._add_row(paper)
            assert self.state is not None
            self.rows[sha256].show_paper(paper, facts, self.state.of_paper(sha256))
        self._show_hints(self.state.of_none if self.state and shown else ())

    @property
    def _papers(self) -> tuple[tuple[DraftPaper, Paper], ...]:
        return self.state.papers if self.state else ()

    def _add_row(self, paper: DraftPaper) -> None:
        row = PaperRow(self._desk.theme, self._desk.locale, paper)
        row.role_chosen.connect(self._on_role)
        row.removed.connect(self._on_removed)
        self._list.insertWidget(len(self.rows), row)
        self.rows[paper.sha256] = row

    def _drop_row(self, sha256: str) -> None:
        """Remove a row; whoever works with the keyboard goes on at its neighbour."""
        place = list(self.rows).index(sha256)
        row = self.rows.pop(sha256)
        focus = QApplication.focusWidget()
        if focus is not None and row.isAncestorOf(focus):
            left = list(self.rows.values())[max(0, place - 1) : place + 1]
            (left[-1].remove_button if left else self.area).setFocus()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _show_hints(self, concerns: tuple[Problem, ...]) -> None:
        for hint in self._hints:
            self._list.removeWidget(hint)
            hint.hide()
            hint.deleteLater()
        self._hints = [Hint(self._desk, one) for one in concerns]
        for hint in self._hints:
            self._list.addWidget(hint)

    @Slot()
    def _dress(self) -> None:
        em = self._desk.theme.em
        self._column.setSpacing(em(0.9))
        self._list.setSpacing(em(0.9))
        for hint in self._hints:
            hint.dress()


class Hint(QWidget):
    """What concerns no single paper, on a line of its own below them. GUI thread."""

    def __init__(self, desk: Desk, problem: Problem) -> None:
        super().__init__()
        self._theme = desk.theme
        self._missing = problem.severity is Severity.ERROR
        self._icon = QLabel()
        words = QLabel(text(problem.key, **problem.details))
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        looks.set_role(words, "" if self._missing else "warning")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(words, 1)
        self.dress()

    def dress(self) -> None:
        """Take the present colours and sizes."""
        name, role = ("later", Role.MUTED) if self._missing else ("warning", Role.ATTENTION)
        size = self._theme.em(1.3)
        self._icon.setPixmap(self._theme.icon(name, role).pixmap(size, size))
        self._line.setSpacing(self._theme.em(0.6))


class _Answer(Struct, frozen=True):
    mailbox_id: str
    state: TrayState | None
    error: PecDesktopError | None


def _in_words(error: Exception) -> Failure:
    """One failure for all the files that were not taken; nothing here costs money."""
    failure = replace(present(error), money="")
    more = error.details.get("more") if isinstance(error, DocumentError) else None
    if not isinstance(error, DocumentError) or not isinstance(more, tuple):
        return failure
    lines = [f"{formats.line(str(one.details['name']))}: {text(one.key)}" for one in (error, *more)]
    title = text("papers.not_taken", count=len(lines))
    return replace(failure, title=title, what="\n".join(lines))
