"""The system's wish that the program end: SIGTERM and SIGINT, as a signal of Qt."""

from __future__ import annotations

import signal
import socket
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class QuitSignals(QObject):
    """Listens from its construction to `close`. GUI thread, which is the main one.

    Python's own handlers do not run inside Qt's loop; the number of a signal that came is written
    into a socket, and that wakes the loop.
    """

    asked = Signal()
    """The program is to end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ends = reader, writer = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        self._previous = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _do_nothing)
        self._notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_written)

    def close(self) -> None:
        """Stop listening."""
        signal.set_wakeup_fd(self._previous)
        self._notifier.setEnabled(False)
        for end in self._ends:
            end.close()

    @Slot()
    def _on_written(self) -> None:
        with suppress(BlockingIOError):
            self._ends[0].recv(64)
        self.asked.emit()


def _do_nothing(_number: int, _frame: object) -> None:
    """Take the signal; the wake-up descriptor tells the event loop."""
