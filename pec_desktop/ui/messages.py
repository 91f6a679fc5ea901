"""Messages that belong to no place in a window: an unusable profile, a mistake of the program.

One dialog at a time, never blocking the event loop once it runs; what comes meanwhile waits. A
mistake of the program is shown once, however often it happens.
"""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.ui.failures import Failure, FailureBar, present
from pec_desktop.ui.theme import Theme, set_role
from pec_desktop.ui.words import text


class Messages(QObject):
    """Shows failures that have no better place. GUI thread.

    Without a `theme` the system's is taken, for the time before the person's choice is known.
    """

    def __init__(self, theme: Theme | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._dialog: Message | None = None
        self._waiting: list[Failure] = []
        self._seen: set[str] = set()

    def show(self, error: Exception) -> None:
        """Show `error` in a dialog of its own and return at once."""
        self._waiting.append(present(error))
        self._show_next()

    @Slot(str)
    def show_crash(self, summary: str) -> None:
        """Say honestly that the program made a mistake; `summary` is for support, redacted.

        Each distinct mistake is shown once, and none while another message waits for the person:
        the log has them all.
        """
        if summary in self._seen or self._dialog is not None:
            return
        self._seen.add(summary)
        self._waiting.append(replace(present(RuntimeError()), details=summary))
        self._show_next()

    def show_and_wait(self, error: Exception) -> None:
        """Show `error` and wait for the person; for the time before the event loop runs."""
        self._make(present(error)).exec()

    def _show_next(self) -> None:
        if self._dialog is None and self._waiting:
            self._dialog = self._make(self._waiting.pop(0))
            self._dialog.destroyed.connect(self._on_gone)
            self._dialog.open()

    def _make(self, failure: Failure) -> Message:
        if self._theme is None:
            self._theme = Theme()
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            self._theme.apply(app)
        return Message(self._theme, failure, QApplication.activeWindow())

    @Slot()
    def _on_gone(self) -> None:
        """The message was closed, or went with the window it stood on."""
        self._dialog = None
        self._show_next()


class Message(QDialog):
    """One failure in a dialog; deleted when it closes. GUI thread."""

    def __init__(self, theme: Theme, failure: Failure, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(QApplication.applicationName())
        if failure.money == text("money.none"):
            failure = replace(failure, money="")  # nothing here was about money
        self.failure = failure
        self.bar = FailureBar(theme)
        self.bar.show_failure(failure)
        self.bar.setFixedWidth(theme.em(36))
        self.bar.dismissed.connect(self.accept)
        self.close_button = QPushButton(self.tr("&Close"))
        set_role(self.close_button, "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        box = QVBoxLayout(self)
        edge = theme.em(1.2)
        box.setContentsMargins(edge, edge, edge, edge)
        box.setSpacing(theme.em(1))
        box.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # grows with the details
        box.addWidget(self.bar)
        box.addLayout(buttons)
        self.close_button.setFocus()
