"""The office archive's SQLite file: open, check, back up, migrate, refuse a newer one.

A connection lives for one piece of work in the thread that does it. Every write is one explicit
transaction, forced to the disk before `transaction` ends.

Another archive (a backup, or one that a person restores) takes this one's place in two steps, so
that a program killed at any instant finds either the old one or the new one: it is made ready
beside it as the *successor*, complete and checked; whoever opens the archive next puts the old one
aside and the successor in its place, and takes up again what was cut short in between.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from pec_desktop import atomic
from pec_desktop.errors import StoreError
from pec_desktop.store import backups, journal_gap, place
from pec_desktop.store.failures import told
from pec_desktop.store.journal_gap import Cause, JournalGap
from pec_desktop.store.migrations import MIGRATIONS

log = logging.getLogger(__name__)

APPLICATION_ID = 0x50454344
"""What the file's header says of the program that made it ("PECD")."""

_HEADER = b"SQLite format 3\0"
_SMALLEST = 512
"""Bytes of the smallest page; SQLite silently makes a database of a file that is shorter."""
_COMPANIONS = ("", "-wal", "-shm", "-journal")
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS, whose fsync leaves data in the drive's own memory
)


class Opened(Struct, frozen=True):
    """What `Database.open` found and did.

    `created`: there was no archive, or it was damaged, without a backup, and a new one was started.
    `set_aside`: where the one lies now that was here. `migrated_from`: the older version that was
    brought up to date. `gap`: another archive has taken the place just now, and what it lacks.
    """

    created: bool
    set_aside: Path | None = None
    migrated_from: int | None = None
    gap: JournalGap | None = None


class Database:
    """One archive file. Any thread; every method opens its own connection.

    `busy_timeout` is in seconds; `clock` gives Unix seconds. `run` names this object's life, so
    that the journal can tell what a dead run left behind. `any_place` allows a network share
    or a synchronised folder.
    """

    def __init__(
        self,
        path: Path,
        *,
        busy_timeout: float = 5.0,
        clock: Callable[[], float] = time.time,
        migrations: tuple[tuple[str, ...], ...] = MIGRATIONS,
        any_place: bool = False,
    ) -> None:
        self.path = path.absolute()
        self.successor = self.path.with_name(f"{path.stem}.successor{path.suffix}")
        self.run = os.urandom(16).hex()
        self.damaged = False
        """Found damaged by `quick_check`: nothing more is written, it would be lost."""
        self._busy_timeout = busy_timeout
        self._clock = clock
        self._migrations = migrations
        self._any_place = any_place

    def now(self) -> int:
        """Give the moment that is written beside what happens now, Unix seconds."""
        return int(self._clock())

    def open(self) -> Opened:
        """Make the archive ready: create it, or bring an older one up to date after a backup.

        A file that is no archive is set aside, never overwritten. The newest sound backup takes its
        place, also when the file is gone altogether; without any, a new archive is started. Raises
        `StoreError`: ``store.newer_schema`` (details `found`, `known`), ``store.network_share``,
        ``store.synchronised_folder`` and those of `failures`.
        """
        if not self._any_place and (key := place.unsafe(self.path.parent)):
            raise StoreError(key, path=str(self.path.parent))
        damaged = self.path.exists() and not self._is_archive()
        if damaged or self.successor.exists() or not self.path.exists():
            return self._begin_again(damaged=damaged)
        return Opened(created=False, migrated_from=self._migrate() or None)

    def start_anew(self) -> Opened:
        """Set an archive aside that turned out damaged later (`quick_check`), as `open` does.

        Nothing else may be using it.
        """
        return self._begin_again(damaged=True)

    def adopt(self, gap: JournalGap) -> None:
        """Make an archive of this program out of a file that was copied here.

        It is checked wholly, brought up to date, and marked: its journal ends where it was copied.
        Raises `StoreError`: ``store.damaged``, ``store.newer_schema`` and those of `failures`.
        """
        if not self._is_archive() or not self.quick_check():
            raise StoreError("store.damaged", path=str(self.path), reason="no archive, or damaged")
        self._migrate(after_copy=False)
        with self.transaction() as connection:
            journal_gap.note(connection, gap)

    def copied(self, path: Path) -> Database:
        """Give the archive in another file that is to become this one's successor."""
        return Database(path, clock=self._clock, migrations=self._migrations, any_place=True)

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """Give a connection for reading, in this thread, for the length of the body.

        Raises `StoreError` (see `failures`), for the body too.
        """
        with self._bare() as connection:
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes are all made, on the disk, or none of them."""
        if self.damaged:
            raise StoreError("store.damaged", path=str(self.path), reason="found by quick_check")
        with self.connect() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled it back already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def journal_gap(self) -> JournalGap | None:
        """Give the newest gap in the journal; None for an archive older than these marks."""
        with self.connect() as connection:
            return journal_gap.read(connection)

    def quick_check(self) -> bool:
        """Tell whether the file is sound; if not, nothing is written to it from now on.

        Reads all of it: a worker, after the first paint.
        """
        try:
            with self.connect() as connection:
                (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        except StoreError as error:
            if error.key != "store.damaged":
                raise
            answer = error.details["reason"]
        self.damaged = answer != "ok"
        if self.damaged:
            log.error("The archive is damaged: %s", answer)
        return not self.damaged

    def back_up(self, target: Path, *, check: bool = False) -> None:
        """Write a copy of this moment to `target`, complete or not at all; others may go on.

        With `check` it becomes a copy only if it is sound, else ``store.damaged`` is raised: what
        is damaged in the copy was damaged before.
        """
        atomic.private_folder(target.parent)
        with atomic.new_file(target.parent) as new:
            new.finish()
            with told(target), closing(sqlite3.connect(new.path)) as copy, self.connect() as source:
                source.backup(copy)
            if check and not self.copied(new.path).quick_check():
                raise StoreError("store.damaged", path=str(self.path), reason="found in a copy")
            new.become(target)

    @contextmanager
    def _bare(self) -> Iterator[sqlite3.Connection]:
        # Never creates the file: an archive that went away is not replaced by an empty one.
        address = f"{self.path.as_uri()}?mode=rw"
        with told(self.path):
            connection = sqlite3.connect(
                address, uri=True, timeout=self._busy_timeout, isolation_level=None
            )
            with closing(connection):
                yield connection

    def _begin_again(self, *, damaged: bool) -> Opened:
        """Put the successor (the newest sound backup, if none is ready) in place, or a new archive.

        What was here is set aside only when all is ready: a full disk or a kill changes nothing.
        """
        ready = self.successor.exists() or self._ready_backup()
        aside = None
        if any(part.exists() for part in self._parts()):
            aside = self._set_aside("damaged" if damaged else "replaced")
        self.damaged = False
        if not ready:
            self._create("lost" if damaged else "new")
            return Opened(created=True, set_aside=aside)
        with atomic.failures():
            self.successor.rename(self.path)
            atomic.sync_folder(self.path.parent)
        version = self._migrate() or None  # it may have waited while the program was updated
        gap = self.journal_gap()
        return Opened(created=False, set_aside=aside, migrated_from=version, gap=gap)

    def _ready_backup(self) -> bool:
        """Make the newest sound backup the successor; False if there is none."""
        for backup in backups.backups(self.path):
            with atomic.new_file(self.path.parent) as new, backup.path.open("rb") as file:
                while piece := file.read(atomic.SLICE):
                    new.write(piece)
                new.finish()
                try:
                    gap = JournalGap("backup", backup.moment, self.now())
                    self.copied(new.path).adopt(gap)
                except StoreError as error:
                    if error.key not in ("store.damaged", "store.newer_schema"):
                        raise
                    log.warning("A backup is of no use: %s", backup.path.name)
                    continue
                new.become(self.successor)
                return True
        return False

    def _create(self, cause: Cause) -> None:
        with atomic.failures(), open(self.path, "xb", opener=atomic.private):
            pass
        try:
            self._migrate(cause=cause)
        except BaseException:
            # Or the next start would take the stump for a damaged archive.
            for part in self._parts():
                part.unlink(missing_ok=True)
            raise

    def _migrate(self, *, after_copy: bool = True, cause: Cause = "new") -> int:
        """Bring the schema up to date; return the version it had, 0 if it was new or current."""
        known = len(self._migrations)
        with self.transaction() as connection:
            (found,) = connection.execute("PRAGMA user_version").fetchone()
            if found > known:
                raise StoreError("store.newer_schema", found=found, known=known)
            if found == known:
                return 0
            if found > 0 and after_copy:
                name = backups.stamped(self.path, f"version-{found}", self._clock())
                self.back_up(backups.folder(self.path) / name)
            for step in (step for steps in self._migrations[found:] for step in steps):
                connection.execute(step)
            if found == 0:
                journal_gap.note(connection, JournalGap(cause, None, self.now()))
            connection.execute(f"PRAGMA user_version = {known}")
        return int(found)

    def _is_archive(self) -> bool:
        """Tell an archive, or one whose creation was cut short, from anything else.

        Changes nothing in the file, which may be somebody else's database.
        """
        with atomic.failures():
            short = self.path.stat().st_size < _SMALLEST
            with self.path.open("rb") as file:
                if short or file.read(len(_HEADER)) != _HEADER:
                    return False
        try:
            with self._bare() as connection:
                (application,) = connection.execute("PRAGMA application_id").fetchone()
                (things,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except StoreError as error:
            if error.key != "store.damaged":
                raise
            return False
        return bool(application == APPLICATION_ID or (application, things) == (0, 0))

    def _set_aside(self, what: str) -> Path:
        """Rename the file and its companions; return the new name."""
        if what != "damaged" and self.path.exists():
            with suppress(StoreError), self.connect():
                pass  # what a kill has left in the log goes into the one file
        aside = self.path.with_name(backups.stamped(self.path, what, self._clock()))
        with atomic.failures():
            for part in self._parts():
                if part.exists():
                    part.rename(part.with_name(part.name.replace(self.path.name, aside.name, 1)))
            atomic.sync_folder(self.path.parent)
        log.error("The archive that was here is %s and lies aside as %s", what, aside.name)
        return aside

    def _parts(self) -> list[Path]:
        """List the files an archive may consist of."""
        return [self.path.with_name(self.path.name + companion) for companion in _COMPANIONS]


def as_json(value: object) -> str:
    """Encode what an archive's JSON column holds."""
    return msgspec.json.encode(value).decode()
