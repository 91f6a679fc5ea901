"""What long work receives: a way to report progress and to learn that it should stop.

Services take a `Work` as their last argument. It knows no threads and no Qt, so that a service
runs the same in a worker, in a test and on the command line.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from pec_desktop.errors import Cancelled


class Work:
    """One running piece of work. May be cancelled from any thread."""

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._stop = threading.Event()

    def progress(self, done: int, total: int) -> None:
        """Report that `done` of `total` things (mailboxes, pages, bytes) are finished."""
        if self._report is not None:
            self._report(done, total)

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()

    def wait(self, seconds: float) -> None:
        """Let `seconds` pass; raises `Cancelled` as soon as somebody asks to stop."""
        self._stop.wait(seconds)
        self.check()

    def check(self) -> None:
        """Raise `Cancelled` if somebody asked to stop. Called between items, never mid-write."""
        if self.cancelled:
            raise Cancelled
