"""Keeps the window's list up to date: cache first, then the vendor, then details bit by bit.

Everything runs in lanes; the window only receives rows that are ready to be shown. Mailboxes that
the provider is working on are the desk's lookout's business; what it has seen is shown here too.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QLocale, QObject, QTimer, Signal, Slot

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.domain.polling import may_look
from pec_desktop.domain.prices import UNKNOWN, Price
from pec_desktop.errors import Cancelled
from pec_desktop.services import accounts, mailboxes, prices
from pec_desktop.services.office import Connection, Office
from pec_desktop.store.attempts import Outcome
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.mailbox_rows import Row, prepare
from pec_desktop.work import Work

log = logging.getLogger(__name__)

SLICE = 8
"""Mailboxes whose details one task reads."""

TOGETHER = 2
"""Such tasks under way at the same time: polite to the vendor, and the other lanes stay free."""

BREATH = 100
"""Milliseconds in which a new list is painted before its details are read: drawing beside busy
threads takes several times as long."""


READS = ("list_mailboxes", "get_mailbox", "list_communications", "get_communication")
"""What a refresh reads: the list, what has moved in it, and the communications after it."""


class Loaded(Struct, frozen=True):
    """What the archive holds, ready to be shown."""

    rows: list[Row]
    day: date
    listed_at: int | None
    wanted: list[str]
    """Ids whose details are missing or old."""
    drafts: int
    ready: int
    """How many drafts are ready to be sent."""
    unknown: int
    """How many attempts have an unknown outcome."""


class Known(Struct, frozen=True):
    """The rows shown now, and the day they were made for."""

    rows: Mapping[str, Row]
    day: date | None


def load(office: Office, locale: QLocale, known: Known, _work: Work) -> Loaded:
    """Read the archive and make rows of it. Worker thread."""
    day = today(office)
    drafts = office.drafts.all()
    attempts = office.attempts.all()
    return Loaded(
        rows=prepare(
            mailboxes.cached(office), day, locale, known.rows if known.day == day else None
        ),
        day=day,
        listed_at=office.mailboxes.listed_at(),
        wanted=mailboxes.wanted_details(office),
        drafts=len(drafts),
        ready=sum(draft.ready for draft in drafts),
        unknown=sum(attempt.outcome is Outcome.UNKNOWN for attempt in attempts),
    )


def refresh(office: Office, locale: QLocale, known: Known, work: Work) -> Loaded:
    """Ask the vendor for the list, then read the archive. Worker thread."""
    mailboxes.refresh(office, work)
    return load(office, locale, known, work)


def fetch(office: Office, locale: QLocale, ids: Sequence[str], work: Work) -> list[Row]:
    """Read the details of a few mailboxes and make rows of them. Worker thread."""
    return prepare(mailboxes.fetch_details(office, ids, work), today(office), locale)


def read(office: Office, locale: QLocale, mailbox_id: str, _work: Work) -> list[Row]:
    """Read one mailbox from the archive and make a row of it. Worker thread."""
    stored = office.mailboxes.get(mailbox_id)
    return prepare([stored] if stored else [], today(office), locale)


def today(office: Office) -> date:
    """The day it is on this computer, by the office's clock."""
    return datetime.fromtimestamp(office.now()).date()  # noqa: DTZ006


class Follower(QObject):
    """Reads, refreshes and follows; tells the window in ready-made rows. GUI thread."""

    loaded = Signal(object)
    """`Loaded`: everything the archive holds."""
    updated = Signal(list)
    """list[Row]: a few newer rows."""
    failed = Signal(object)
    """The exception that stopped a refresh or the reading of details."""
    refreshed = Signal()
    """The vendor answered."""
    progressed = Signal(str, int, int)
    """What is running (key of words), how much is done, of how much; ("", 0, 0) for nothing."""
    credit = Signal(object)
    """The wallet's credit (Decimal), None where it cannot be known."""
    unpriced = Signal()
    """A refresh was due, but it is not known what reading costs."""

    def __init__(
        self,
        desk: Desk,
        known: Callable[[], Mapping[str, Row]],
        visible: Callable[[], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known_rows = known
        self._visible = visible
        self._day: date | None = None
        self._listing: Task | None = None
        self._wanted: dict[str, None] = {}
        self._reading: list[Task] = []
        self._read = 0
        self._asked: set[str] = set()
        self._late = False
        self._serial = 0
        self._newer: dict[str, tuple[int, Row]] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_period)
        self.take_period()
        self._breath = QTimer(self, singleShot=True, interval=BREATH)
        self._breath.timeout.connect(self._read_more)
        desk.lookout.looked.connect(self._on_looked)
        desk.lookout.failed.connect(self._on_look_failed)

    @property
    def busy(self) -> bool:
        """Whether a refresh or the reading of details is under way."""
        return self._listing is not None or bool(self._reading or self._wanted)

    def start(self) -> None:
        """Show what the archive holds and keep it fresh from now on."""
        self.reload()
        self._timer.start()

    def stop(self) -> None:
        """Do nothing more by itself."""
        for timer in (self._timer, self._breath):
            timer.stop()
        self._desk.lookout.stop()
        self.cancel()

    def set_seen(self, seen: bool) -> None:
        """The window has come into sight, or has gone out of it; what is late is done now."""
        self._desk.lookout.set_seen(seen)
        if seen and self._late:
            self._on_period()

    def take_period(self) -> None:
        """Refresh as often as the settings say, counted from now."""
        self._timer.setInterval(self._desk.settings.refresh_period * 1000)

    @Slot()
    def reload(self) -> None:
        """Read the archive again, without the network."""
        work = partial(load, self._desk.office, self._desk.locale, self._known())
        done = partial(self._on_loaded, self._serial)
        self._desk.runner.submit(Lane.STORE, work, self, done, self._on_failed)

    @Slot(str)
    def reload_one(self, mailbox_id: str) -> None:
        """Read one mailbox from the archive again."""
        work = partial(read, self._desk.office, self._desk.locale, mailbox_id)
        self._desk.runner.submit(Lane.STORE, work, self, self._update, self._on_failed)

    @Slot()
    def refresh(self) -> None:
        """Ask the vendor for the list and for the details that are missing."""
        if self._listing is not None or self._desk.office.connection is None:
            return
        office, locale = self._desk.office, self._desk.locale
        self._listing = self._desk.runner.submit(
            Lane.NET,
            partial(refresh, office, locale, self._known()),
            self,
            partial(self._on_refreshed, self._serial),
            partial(self._on_refresh_failed, office.connection),
        )
        self._tell()
        self.read_credit()

    @Slot()
    def read_credit(self) -> None:
        """Ask for the wallet's credit; it is None where nobody may know it."""
        work = partial(accounts.credit, self._desk.office)
        self._desk.runner.submit(Lane.NET, work, self, self.credit.emit, self._on_no_credit)

    def notice_a_new_day(self) -> None:
        """Count the days anew once midnight has passed."""
        if self._day is not None and self._day != today(self._desk.office):
            self._day = None
            self.reload()

    @Slot()
    def cancel(self) -> None:
        """Stop what is running; what was read until then is kept."""
        self._wanted.clear()
        for task in (self._listing, *self._reading):
            if task is not None:
                task.cancel()
        self._tell()

    @Slot(str)
    def look(self, mailbox_id: str) -> None:
        """Look at one mailbox now; unlike a look nobody asked for, a failed one is told."""
        self._asked.add(mailbox_id)
        self._desk.lookout.look(Kind.MAILBOX, mailbox_id)

    def _known(self) -> Known:
        return Known(self._known_rows(), self._day)

    def _on_loaded(self, serial: int, loaded: Loaded) -> None:
        """Show what was read, but not over rows that came while it was being read."""
        self._day = loaded.day
        self._newer = {key: one for key, one in self._newer.items() if one[0] > serial}
        rows = [self._newer[row.id][1] if row.id in self._newer else row for row in loaded.rows]
        self.loaded.emit(replace(loaded, rows=rows))

    def _update(self, rows: list[Row]) -> None:
        self._serial += 1
        self._newer |= {row.id: (self._serial, row) for row in rows}
        self.updated.emit(rows)

    def _on_refreshed(self, serial: int, loaded: Loaded) -> None:
        self._listing = None
        self._on_loaded(serial, loaded)
        self.refreshed.emit()
        self._wanted = dict.fromkeys(loaded.wanted)
        self._read = 0
        self._breath.start()
        self._tell()

    def _on_refresh_failed(self, over: Connection | None, error: Exception) -> None:
        self._listing = None
        self._on_reading_failed(over, error)

    def _on_reading_failed(self, over: Connection | None, error: Exception) -> None:
        """Tell it; but if the account was connected anew meanwhile, ask again over there."""
        if over is self._desk.office.connection:
            self._on_failed(error)
        else:
            self._tell()
            self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._tell()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _on_no_credit(self, error: Exception) -> None:
        log.info("The credit cannot be read: %s", error)
        self.credit.emit(None)

    # Details

    @Slot()
    def _read_more(self) -> None:
        """Read on: first what is on the screen, then the rest."""
        while self._wanted and len(self._reading) < TOGETHER:
            seen = [key for key in self._visible() if key in self._wanted]
            ids = [*seen, *(key for key in self._wanted if key not in seen)][:SLICE]
            for key in ids:
                del self._wanted[key]
            ended = partial(self._on_slice, len(ids), self._desk.office.connection)
            work = partial(fetch, self._desk.office, self._desk.locale, ids)
            self._reading.append(self._desk.runner.submit(Lane.NET, work, self, ended, ended))

    def _on_slice(self, count: int, over: Connection | None, result: list[Row] | Exception) -> None:
        self._reading = [task for task in self._reading if not task.finished]
        self._read += count
        if isinstance(result, Exception):
            self._wanted.clear()
            self._on_reading_failed(over, result)
            return
        self._update(result)
        self._read_more()
        self._tell()

    def _tell(self) -> None:
        total = self._read + len(self._wanted) + SLICE * len(self._reading)
        if self._listing is not None:
            self.progressed.emit("work.listing", 0, 0)
        elif self._reading or self._wanted:
            self.progressed.emit("work.details", self._read, total)
        else:
            self.progressed.emit("", 0, 0)

    # What nobody asked for

    @Slot()
    def _on_period(self) -> None:
        """Refresh if somebody has seen the window of late and reading is known to be free."""
        hidden_for, told = self._desk.lookout.hidden_for, self._told()
        self._late = not all(may_look(hidden_for=hidden_for, price=price) for price in told)
        if not self._late:
            self.refresh()
        elif UNKNOWN in told:
            self.unpriced.emit()

    @property
    def is_unpriced(self) -> bool:
        """Whether nothing is refreshed by itself because the account does not tell prices."""
        connection = self._desk.office.connection
        asked = connection is not None and (self._desk.office.prices or not connection.has_key)
        return bool(asked) and UNKNOWN in self._told()

    def _told(self) -> list[Price | None]:
        """What a refresh costs, as `prices.reading_price` tells."""
        office, trusting = self._desk.office, self._desk.settings.unpriced_refresh
        return [prices.reading_price(office, one, trusting=trusting) for one in READS]

    @Slot(str, object)
    def _on_looked(self, _kind: str, thing: object) -> None:
        if isinstance(thing, Mailbox):
            self._asked.discard(thing.id)
            self.reload_one(thing.id)

    @Slot(str, str, object)
    def _on_look_failed(self, kind: str, key: str, error: Exception) -> None:
        if kind == Kind.MAILBOX and key in self._asked:
            self._asked.discard(key)
            self._on_failed(error)
