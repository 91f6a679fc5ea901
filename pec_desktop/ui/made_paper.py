"""Buttons for a paper that the provider makes: open it, save a copy, download it (again).

It is kept in the archive once it was downloaded; opened are copies that are lent to other programs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pec_desktop.errors import Refusal
from pec_desktop.services.office import Office
from pec_desktop.store.files import StoredFile
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import save_as
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.flow import FlowLayout
from pec_desktop.ui.reason import explain, no_permission
from pec_desktop.ui.theme import set_role
from pec_desktop.work import Work


class Source(Struct, frozen=True):
    """Where such a paper comes from: the archive (None if it is not there), or the provider.

    `operation` is the `PecClient` method that downloads it.
    """

    operation: str
    saved: Callable[[Office, str], StoredFile | None]
    download: Callable[[Office, str, Work], StoredFile]


class MadePaper(QWidget):
    """Gets the paper of what `show_for` names. GUI thread."""

    changed = Signal()
    """It is there now, or is being downloaded: ask `there` and `busy`."""

    failed = Signal(object)
    """The exception; `again` tries the same once more."""

    def __init__(self, desk: Desk, source: Source) -> None:
        super().__init__()
        self._desk = desk
        self._source = source
        self._target = ""
        self._paper: StoredFile | None = None
        self._then = ""
        self._busy = False
        self.open_button = QPushButton(self.tr("&Open and print"))
        self.save_button = QPushButton(self.tr("Save &as…"))
        self.download_button = QPushButton()
        column, row = QVBoxLayout(self), FlowLayout(desk.theme.em(0.8))
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        for button, slot in (
            (self.open_button, self._on_open),
            (self.save_button, self.save),
            (self.download_button, self._on_download),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        set_role(self.download_button, "link")
        desk.theme.changed.connect(self._dress)
        self._dress()

    @property
    def there(self) -> bool:
        """Whether the paper has been downloaded."""
        return self._paper is not None

    @property
    def busy(self) -> bool:
        """Whether it is being downloaded."""
        return self._busy

    def show_for(self, target: str) -> None:
        """Look whether the paper of a mailbox (or a communication) has been downloaded before."""
        if target != self._target:
            self._target, self._then, self._paper, self._busy = target, "", None, False
            self._render()
        office, source = self._desk.office, self._source

        def look(_work: Work) -> _Found:
            return _Found(target, source.saved(office, target))

        self._desk.runner.submit(Lane.STORE, look, self, self._on_looked, self.failed.emit)

    @Slot()
    def again(self) -> None:
        """Do once more what failed, with a paper downloaded anew: its copy may be what failed."""
        self._paper = None
        self._get(self._then)

    @Slot()
    def save(self) -> None:
        """Ask where to save a copy, downloading the paper first if it is not there."""
        self._get("save")

    @Slot()
    def _on_open(self) -> None:
        self._get("open")

    @Slot()
    def _on_download(self) -> None:
        self._paper = None
        self._get("")

    def _get(self, then: str) -> None:
        """Do `then` with the paper, downloading it first if it is not there."""
        if self._busy:
            return
        self._then = then
        if self._paper is not None:
            self._use(self._paper)
            return
        office, source, target = self._desk.office, self._source, self._target

        def download(work: Work) -> _Found:
            return _Found(target, source.download(office, target, work))

        self._set_busy(True)
        failed = partial(self._on_not_downloaded, target)
        self._desk.runner.submit(Lane.NET, download, self, self._on_downloaded, failed)

    def _on_looked(self, found: _Found) -> None:
        if found.target == self._target and not self._busy:
            self._paper = found.paper
            self._render()

    def _on_downloaded(self, found: _Found) -> None:
        if found.target != self._target or found.paper is None:
            return
        self._paper = found.paper
        self._set_busy(False)
        self._use(found.paper)

    def _use(self, paper: StoredFile) -> None:
        files = self._desk.office.files
        if self._then == "save":
            dialog = save_as.ask(self._desk, self, files.path(paper.sha256), paper.name)
            dialog.failed.connect(self.failed)
        elif self._then == "open":

            def lend(_work: Work) -> str:
                return str(files.lend(paper.sha256, paper.name))

            self._desk.runner.submit(Lane.STORE, lend, self, self._on_lent, self.failed.emit)

    def _on_lent(self, copy: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(copy)):
            self.failed.emit(Refusal("open.failed"))

    def _on_not_downloaded(self, target: str, error: Exception) -> None:
        if target == self._target:
            self._set_busy(False)
            self.failed.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._render()

    def _render(self) -> None:
        self.download_button.setText(
            self.tr("&Download it again") if self.there else self.tr("&Download it")
        )
        self.look_at_rights()
        self.changed.emit()

    def look_at_rights(self) -> None:
        """Look again at what the token opens; a paper that is there can be used without it."""
        reason = no_permission(self._desk.office, self._source.operation)
        explain(self.download_button, reason)
        for button in (self.open_button, self.save_button):
            explain(button, "" if self.there else reason)

    @Slot()
    def _dress(self) -> None:
        for button, icon in (
            (self.open_button, "print"),
            (self.save_button, "save"),
            (self.download_button, "download"),
        ):
            button.setIcon(self._desk.theme.icon(icon))
        self._render()


class _Found(Struct, frozen=True):
    target: str
    paper: StoredFile | None
