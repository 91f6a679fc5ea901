"""The application object: Qt's own, and what the system asks of a running program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Tells which files are to be opened with the program: macOS asks by an event ("Open with")."""

    file_wanted = Signal(QUrl)

    def event(self, event: QEvent) -> bool:
        """See what the system asks for; all else is Qt's."""
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(event.url())
            return True
        return super().event(event)
