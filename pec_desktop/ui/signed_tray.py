"""The place for the signed power of attorney: drop it, see what it is, take it away.

It shows the communication's one draft of that kind. The file is copied and judged in the worker for
papers; whatever is wrong with it stands below its name, and only the right document can be sent.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.errors import Cancelled, DocumentError, PecDesktopError
from pec_desktop.services import communications, drafts
from pec_desktop.services.attorneys import OPERATION, SignedPaper
from pec_desktop.services.office import Office
from pec_desktop.store.attempts import Attempt
from pec_desktop.store.drafts import DraftPaper
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.drop_area import DropArea
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.paper_row import PaperRow
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

Change = Callable[[Office, str, Work], object]
"""What is done to a communication's draft before it is read again."""


class SignedState(Struct, frozen=True):
    """What waits to be sent (None for nothing), and earlier sendings whose outcome is unknown.

    `objections` are what the vendor said of it.
    """

    communication_id: str
    paper: SignedPaper | None = None
    objections: tuple[Problem, ...] = ()
    unsettled: tuple[Attempt, ...] = ()
    error: PecDesktopError | None = None
    """Why the last change was refused."""


def read_state(
    office: Office, communication_id: str, change: Change | None, work: Work
) -> SignedState:
    """Change the draft, then read it; what is refused is told beside what is there. Worker."""
    error = None
    try:
        if change is not None:
            change(office, communication_id, work)
    except Cancelled:
        raise
    except PecDesktopError as refused:
        error = refused
    paper = communications.taken_p7m(office, communication_id, work)
    return SignedState(
        communication_id,
        paper,
        tuple(drafts.objections(drafts.of(office, "attorney", communication_id))),
        tuple(office.attempts.unknown_for(OPERATION, communication_id)),
        error,
    )


def facts_in_words(paper: SignedPaper, locale: QLocale) -> str:
    """What a signed file is, in a few words: "2 signatures · 4 KB"."""
    parts = []
    if paper.signers:
        many = "p7m.signature" if paper.signers == 1 else "p7m.signatures"
        parts.append(text(many, count=paper.signers))
    if paper.layers > 1:
        parts.append(text("p7m.layers"))
    if paper.usable and paper.wrapping is not None:
        parts.append(text("p7m.wrapped"))
    traditional = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    parts.append(locale.formattedDataSize(paper.size, 0, traditional))
    return " · ".join(parts)


class SignedTray(QWidget):
    """The drop area and the file that was dropped. GUI thread."""

    changed = Signal()
    """What is there is new: ask `state` and `ready`."""

    kept = Signal()
    """A file was added to the draft, or taken off it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._communication_id = ""
        self._changes = 0
        self.state: SignedState | None = None
        self.area = DropArea(desk.theme)
        self.area.set_words(
            self.tr("Drop the signed power of attorney here"), self.tr("the .p7m file, CAdES")
        )
        self.area.set_filter(self.tr("Signed files (*.p7m)"))
        self.bar = FailureBar(desk.theme)
        self.row = PaperRow(desk.theme, desk.locale, DraftPaper(sha256="", name=""))
        self._unjudged = QLabel(text("p7m.not_verified"))
        self._unjudged.setWordWrap(True)
        set_role(self._unjudged, "hint")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.area, self.bar, self.row, self._unjudged):
            self._column.addWidget(widget)
        self.area.dropped.connect(self.add_files)
        self.area.refused.connect(self._on_refused)
        self.row.removed.connect(self._on_removed)
        self.bar.retry.connect(self._on_retry)
        desk.theme.changed.connect(self._dress)
        self._dress()
        self._render()

    @property
    def paper(self) -> SignedPaper | None:
        """The file that is there."""
        return self.state.paper if self.state else None

    @property
    def ready(self) -> bool:
        """Whether the file that is there is the right one."""
        return self._changes == 0 and self.paper is not None and self.paper.usable

    @property
    def unsettled(self) -> tuple[Attempt, ...]:
        """Earlier sendings of which nobody knows whether they arrived."""
        return self.state.unsettled if self.state else ()

    def show_for(self, communication_id: str) -> None:
        """Show what waits for this communication; nothing for an empty id."""
        if communication_id != self._communication_id:
            self._communication_id = communication_id
            self.state = None
            self.bar.clear()
            self._render()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Judge what is there again: it may have been changed elsewhere."""
        if self._communication_id:
            self._submit(None)

    @Slot(list)
    def add_files(self, paths: list[Path]) -> None:
        """Copy the one signed file and put it in the place of another one."""
        if len(paths) != 1:
            self._on_refused("p7m.only_one")
            return

        def take(office: Office, communication_id: str, work: Work) -> None:
            communications.take_p7m(office, communication_id, paths[0], work)

        self._change(take)

    @Slot()
    def practise(self) -> None:
        """Sign as the office's signing program would; only in practice."""
        self._change(communications.practise_signing)

    # Inside

    def _change(self, change: Change) -> None:
        if not self._communication_id:
            return
        self.bar.clear()
        self._changes += 1
        self._submit(change)
        self.changed.emit()

    def _submit(self, change: Change | None) -> None:
        office, communication_id = self._desk.office, self._communication_id

        def work_on(work: Work) -> SignedState:
            return read_state(office, communication_id, change, work)

        done, failed = (
            (self._on_read, self._on_failed)
            if change is None
            else (self._on_changed, self._on_not_changed)
        )
        self._desk.runner.submit(Lane.PAPERS, work_on, self, done, failed)

    def _on_changed(self, state: SignedState) -> None:
        self._changes -= 1
        self._on_read(state)
        self.kept.emit()

    def _on_not_changed(self, error: Exception) -> None:
        self._changes -= 1
        self._on_failed(error)

    def _on_read(self, state: SignedState) -> None:
        if state.communication_id != self._communication_id:
            return
        if state.error is not None:
            self.bar.show_error(state.error)
        self.state = state
        self._render()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.bar.show_error(error, can_retry=True)
        self.changed.emit()

    @Slot(str)
    def _on_refused(self, key: str) -> None:
        self.bar.show_error(DocumentError(key))

    @Slot()
    def _on_retry(self) -> None:
        self.bar.clear()
        self.reload()

    @Slot(str)
    def _on_removed(self, _sha256: str) -> None:
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change(communications.remove_p7m)

    def _render(self) -> None:
        paper = self.paper
        self.row.setVisible(paper is not None)
        self.row.role_box.hide()
        self._unjudged.setVisible(paper is not None and paper.usable)
        if paper is not None:
            about = facts_in_words(paper, self._desk.locale)
            self.row.show_words(paper.name, about, *self._verdict(paper))

    def _verdict(self, paper: SignedPaper) -> tuple[str, Severity | None]:
        """What is wrong with the file, or that it is the right one."""
        if paper.problem is not None:
            return text(paper.problem), Severity.ERROR
        for objection in self.state.objections if self.state else ():
            return text(objection.key, **objection.details), Severity.WARNING
        return text("p7m.right_document"), None

    @Slot()
    def _dress(self) -> None:
        self._column.setSpacing(self._desk.theme.em(0.7))
