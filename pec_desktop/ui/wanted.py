"""What is asked of the program that runs: to come to the front, and to open files.

Files are named at the start, by another start of the program on this profile, or by the system
("Open with" on macOS). They wait here until there is a window that can take them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QUrl, Signal, Slot
from PySide6.QtWidgets import QApplication

from pec_desktop.instance import wanted_files
from pec_desktop.paths import Paths
from pec_desktop.ui.application import Application


class Wanted(QObject):
    """Listens to whoever asks. GUI thread; the profile's lock must be held."""

    asked = Signal()
    """The window is wanted in front; `take` gives the files, if there are any."""

    def __init__(
        self, app: QApplication, paths: Paths, files: Sequence[Path], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._urls: list[QUrl] = []
        self._watcher = QFileSystemWatcher([str(paths.lock)], self)
        self._watcher.fileChanged.connect(self._on_other_start)
        self._add(files)
        self._add(wanted_files(paths))  # somebody may have asked before the watcher was there
        if isinstance(app, Application):
            app.file_wanted.connect(self._on_file_wanted)

    def take(self) -> list[QUrl]:
        """Give the files that are to be opened, once."""
        urls, self._urls = self._urls, []
        return urls

    def _add(self, files: Sequence[Path]) -> None:
        self._urls += [QUrl.fromLocalFile(str(file)) for file in files]

    @Slot()
    def _on_other_start(self) -> None:
        self._add(wanted_files(self._paths))
        self.asked.emit()

    @Slot(QUrl)
    def _on_file_wanted(self, url: QUrl) -> None:
        self._urls.append(url)
        self.asked.emit()
