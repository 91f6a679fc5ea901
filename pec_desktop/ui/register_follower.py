"""Keeps the list of communications up to date: the archive first, then the vendor, then details.

As `ui.follower` does for mailboxes, but shorter: there are hundreds of communications at most, so
that all rows are made anew whenever something was read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from pec_desktop.errors import Cancelled
from pec_desktop.services.office import Connection, Office
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.register_rows import Row, prepare
from pec_desktop.work import Work

SLICE = 8
"""Communications whose details one task reads."""


def load(office: Office, known: Mapping[str, Row], _work: Work) -> list[Row]:
    """Read the archive and make rows of it. Worker thread."""
    from pec_desktop.services import communications  # the first window does without

    return prepare(communications.cached(office), known)


def listed(office: Office, work: Work) -> list[str]:
    """Ask the vendor for the list; return whose details are missing or old. Worker thread."""
    from pec_desktop.services import communications

    communications.refresh(office, work)
    return communications.wanted_details(office)


def fetch(office: Office, ids: Sequence[str], work: Work) -> None:
    """Read the details of a few communications into the archive. Worker thread."""
    from pec_desktop.services import communications

    communications.fetch_details(office, ids, work)


class RegisterFollower(QObject):
    """Reads and refreshes; tells the page in ready-made rows. GUI thread."""

    loaded = Signal(list)
    """list[Row]: everything the archive holds."""
    failed = Signal(object)
    """The exception that stopped a refresh or the reading of details."""
    refreshed = Signal()
    """The vendor answered."""
    progressed = Signal(str, int, int)
    """What is running (key of words), how much is done, of how much; ("", 0, 0) for nothing."""

    def __init__(
        self,
        desk: Desk,
        known: Callable[[], Mapping[str, Row]],
        visible: Callable[[], Sequence[str]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = known
        self._visible = visible
        self._loading = False
        self._stale = False
        self._task: Task | None = None
        self._listing = False
        self._wanted: dict[str, None] = {}
        self._read = self._total = 0

    @property
    def busy(self) -> bool:
        """Whether a refresh or the reading of details is under way."""
        return self._task is not None

    @Slot()
    def reload(self) -> None:
        """Read the archive again, without the network."""
        self._stale = self._loading
        if not self._loading:
            self._loading = True
            work = partial(load, self._desk.office, self._known())
            self._desk.runner.submit(Lane.STORE, work, self, self._on_loaded, self._on_not_loaded)

    @Slot()
    def refresh(self) -> None:
        """Ask the vendor for the list and for the details that are missing."""
        if self._task is not None or self._desk.office.connection is None:
            return
        self._listing = True
        self._submit(partial(listed, self._desk.office), self._on_listed)

    @Slot()
    def cancel(self) -> None:
        """Stop what is running; what was read until then is kept."""
        self._wanted.clear()
        if self._task is not None:
            self._task.cancel()

    def _submit(self, work: Callable[[Work], object], done: Callable[..., None]) -> None:
        failed = partial(self._on_failed, self._desk.office.connection)
        self._task = self._desk.runner.submit(Lane.NET, work, self, done, failed)
        self._tell()

    def _on_loaded(self, rows: list[Row]) -> None:
        self._loading = False
        self.loaded.emit(rows)
        if self._stale:
            self.reload()

    def _on_not_loaded(self, error: Exception) -> None:
        self._loading = False
        self.failed.emit(error)

    def _on_listed(self, wanted: list[str]) -> None:
        self._task, self._listing = None, False
        self._wanted, self._read, self._total = dict.fromkeys(wanted), 0, len(wanted)
        self.refreshed.emit()
        self._go_on()

    def _on_slice(self, ids: list[str], _read: object) -> None:
        self._task = None
        self._read += len(ids)
        self._go_on()

    def _go_on(self) -> None:
        """Show what was read, and read on: first what is on the screen, then the rest."""
        self.reload()
        if self._wanted:
            seen = [key for key in self._visible() if key in self._wanted]
            ids = list(dict.fromkeys([*seen, *self._wanted]))[:SLICE]
            for key in ids:
                del self._wanted[key]
            work = partial(fetch, self._desk.office, ids)
            self._submit(work, partial(self._on_slice, ids))
        self._tell()

    def _on_failed(self, over: Connection | None, error: Exception) -> None:
        """Tell it; but if the account was connected anew meanwhile, ask again over there."""
        self._task, self._listing = None, False
        self._wanted.clear()
        self.reload()
        self._tell()
        if over is not self._desk.office.connection:
            self.refresh()
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _tell(self) -> None:
        if self._listing:
            self.progressed.emit("work.listing_communications", 0, 0)
        elif self._task is not None:
            self.progressed.emit("work.details_communications", self._read, self._total)
        else:
            self.progressed.emit("", 0, 0)
