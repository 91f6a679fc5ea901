"""Looking after the archive as a whole: saving, restoring, backups, and saying what took its place.

What changes the archive under the windows' feet ends with `start_anew`: all windows close, and the
program starts again as after a start of the computer.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QStandardPaths, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from pec_desktop.errors import Refusal
from pec_desktop.services import upkeep
from pec_desktop.settings import Settings
from pec_desktop.store import backups
from pec_desktop.store.database import Database, Opened
from pec_desktop.store.files import FileStore
from pec_desktop.tasks.runner import Lane, TaskRunner
from pec_desktop.ui import dialogs, formats
from pec_desktop.ui.messages import Messages
from pec_desktop.ui.theme import Theme
from pec_desktop.work import Work

AGAIN = 3_600_000
"""Milliseconds after which it is looked whether today's backup is there: offices run for days."""


class Archives(QObject):
    """Does what concerns the archive as a whole. GUI thread; lives as long as the program.

    `sending` tells whether something is on its way to the provider.
    """

    start_anew = Signal()
    """Another archive is ready: the program is to start again, and finds it."""

    def __init__(
        self,
        runner: TaskRunner,
        theme: Theme,
        database: Database,
        files: FileStore,
        settings: Settings,
        messages: Messages,
        sending: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._theme = theme
        self._database = database
        self._files = files
        self._settings = settings
        self._messages = messages
        self._sending = sending
        self._told = False
        self.window: QWidget | None = None
        """What is shown now; dialogs stand on it."""
        self._timer = QTimer(self, interval=AGAIN)
        self._timer.timeout.connect(self._look_again)

    # At the start

    def look_after(self) -> None:
        """Look once whether the archive is sound, now that its first window is there."""
        if not self._timer.isActive():
            self._timer.start()
            self._submit()

    def tell(self, opened: Opened) -> None:
        """Say what the start has found, if it is not what the last end has left."""
        moment = formats.moment(QLocale(), opened.gap.since or 0) if opened.gap else ""
        if opened.gap is None:
            if opened.set_aside is not None:
                self._messages.show(Refusal("store.set_aside", path=str(opened.set_aside)))
        elif opened.gap.cause == "archive":
            dialogs.tell_restored(self.window, moment, opened.set_aside)
        elif opened.set_aside is None:
            self._messages.show(Refusal("store.backup_in_place", moment=moment))
        else:
            path = str(opened.set_aside)
            self._messages.show(Refusal("store.backup_restored", path=path, moment=moment))

    @Slot()
    def _look_again(self) -> None:
        if upkeep.is_due(self._database) and not self._database.damaged:
            self._submit()

    def _submit(self) -> None:
        database, files = self._database, self._files

        def look(work: Work) -> bool:
            return upkeep.look_after(database, files, work)

        self._runner.submit(Lane.UPKEEP, look, self, self._on_looked, self._on_not_looked)

    def _on_looked(self, sound: bool) -> None:
        if sound:
            return
        self._settings.archive_damaged = True
        found = backups.backups(self._database.path)
        moment = formats.moment(QLocale(), found[0].moment) if found else ""
        dialogs.ask_take_backup(self.window, moment, self.start_anew.emit)

    def _on_not_looked(self, error: Exception) -> None:
        if isinstance(error, Refusal) and error.key == "backup.failed" and not self._told:
            self._told = True  # once a day is enough, and it is in the log each time
            self._messages.show(error)

    # What a person asks for

    @Slot()
    def save(self) -> None:
        """Save the whole office in one file."""
        from pec_desktop.ui.save_archive import SaveArchive

        SaveArchive(
            *(self._runner, self._theme, self._database, self._files, self._settings), self.window
        ).open()

    @Slot()
    def restore(self) -> None:
        """Ask for a saved archive, without blocking, and go on with it."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        chooser = QFileDialog(
            self.window, self.tr("Restore an archive"), QStandardPaths.writableLocation(documents)
        )
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([self.tr("Saved archives (*.zip *.age)"), self.tr("All files (*)")])
        chooser.fileSelected.connect(self._on_chosen)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    @Slot(str)
    def _on_chosen(self, path: str) -> None:
        from pec_desktop.ui.restore_archive import RestoreArchive

        dialog = RestoreArchive(
            *(self._runner, self._theme, self._database, self._files, self._settings),
            *(Path(path), self._sending, self.window),
        )
        dialog.ready.connect(self.start_anew)
        dialog.open()
