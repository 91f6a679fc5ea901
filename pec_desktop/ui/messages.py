"""Messages that belong to no place in a window: an unusable profile, a mistake of the program.

One dialog at a time, never blocking the event loop once it runs. A mistake of the program is shown
once, however often it happens.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from pec_desktop.ui.failures import Failure, present


class Messages(QObject):
    """Shows failures that have no better place. GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self._open: QMessageBox | None = None
        self._seen: set[str] = set()

    def show(self, error: Exception) -> None:
        """Show `error` in a dialog of its own and return at once."""
        self._present(present(error))

    @Slot(str)
    def show_crash(self, summary: str) -> None:
        """Say honestly that the program made a mistake; `summary` is for support, redacted.

        Each distinct mistake is shown once, and none while another message is open: the log has
        them all.
        """
        if summary in self._seen or self._open is not None:
            return
        self._seen.add(summary)
        words = present(RuntimeError(summary))
        self._present(words)

    def show_and_wait(self, error: Exception) -> None:
        """Show `error` and wait for the person; for the time before the event loop runs."""
        box = self._box(present(error))
        box.finished.connect(QApplication.quit)
        box.show()
        QApplication.exec()

    def _present(self, failure: Failure) -> None:
        self._open = box = self._box(failure)
        box.finished.connect(self._on_finished)
        box.open()

    def _box(self, failure: Failure) -> QMessageBox:
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            QApplication.applicationName(),
            failure.title,
            QMessageBox.StandardButton.Close,
            QApplication.activeWindow(),
        )
        lines = (failure.what, failure.money, failure.next)
        box.setInformativeText("\n\n".join(filter(None, lines)))
        box.setDetailedText(failure.details)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    @Slot()
    def _on_finished(self) -> None:
        self._open = None
