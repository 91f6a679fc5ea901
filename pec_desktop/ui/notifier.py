"""One message of the system at a time, for whoever is not looking at the window.

Through the tray where there is one, on a Linux desktop without one through the session bus. Where
neither takes a message, `refused` says so.
"""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from pec_desktop.tasks.runner import Lane, TaskRunner
from pec_desktop.ui import icons
from pec_desktop.ui.session_bus import BusMessage, has_session_bus
from pec_desktop.work import Work

log = logging.getLogger(__name__)

Message = tuple[str, str]
"""Title, words."""


class Notifier(QObject):
    """Shows a message, replaces it, takes it back. GUI thread; the bus is spoken to in a worker."""

    clicked = Signal()
    """The person clicked on the message."""
    refused = Signal()
    """Nobody takes messages here."""

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._tray: QSystemTrayIcon | None = None
        self._bus = BusMessage()
        self._ear: QSocketNotifier | None = None
        self._wanted: Message | None = None
        self._shown: Message | None = None
        self._busy = False

    def show(self, title: str, words: str) -> None:
        """Show a message, in the place of the one before if there is one."""
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._show_in_tray(title, words)
        elif has_session_bus():
            self._wanted = (title, words)
            self._bring_about()
        else:
            self.refused.emit()

    def withdraw(self) -> None:
        """Take the message back: it has been seen, or nobody needs it any more."""
        if self._tray is not None:
            self._tray.hide()
        self._wanted = None
        self._bring_about()

    def _show_in_tray(self, title: str, words: str) -> None:
        """An icon in the tray must be there for a message; it goes away together with it."""
        if self._tray is None:
            self._tray = QSystemTrayIcon(icons.application_icon(), self)
            self._tray.messageClicked.connect(self.clicked)
            self._tray.activated.connect(self.clicked)
        self._tray.setToolTip(words)
        self._tray.show()
        self._tray.showMessage(title, words, icons.application_icon())

    def _bring_about(self) -> None:
        """Bring what is on the desktop in line with what is wanted there, one step at a time."""
        if self._busy or self._wanted == self._shown:
            return
        self._busy = True
        self._drop_ear()
        work = partial(_put, self._bus, self._wanted, self.tr("Show"))
        done = partial(self._on_put, self._wanted)
        self._runner.submit(Lane.NET, work, self, done, self._on_not_put)

    def _on_put(self, message: Message | None, _nothing: object) -> None:
        self._busy = False
        self._shown = message
        if message is not None:
            self._ear = QSocketNotifier(self._bus.descriptor(), QSocketNotifier.Type.Read, self)
            self._ear.activated.connect(self._on_arrived)
        self._bring_about()

    def _on_not_put(self, error: Exception) -> None:
        log.info("The desktop takes no message: %s", error)
        self._busy = False
        self._wanted = self._shown = None
        self.refused.emit()

    @Slot()
    def _on_arrived(self) -> None:
        clicks = self._bus.clicks()
        if self._bus.descriptor() < 0:
            self._drop_ear()
        if clicks:
            self.clicked.emit()

    def _drop_ear(self) -> None:
        if self._ear is not None:
            self._ear.setEnabled(False)
            self._ear.deleteLater()
            self._ear = None


def _put(bus: BusMessage, message: Message | None, action: str, _work: Work) -> None:
    if message is None:
        bus.withdraw()
    else:
        bus.show(*message, action)
