"""The office archive's SQLite file: open, check, back up, migrate, refuse a newer one.

A connection lives for one piece of work in the thread that does it. Every write is one explicit
transaction, forced to the disk before `transaction` ends.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from pec_desktop import atomic
from pec_desktop.errors import StoreError
from pec_desktop.store import place
from pec_desktop.store.failures import told
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

    `created`: there was no archive, or it was damaged and a new one was started. `set_aside`: where
    the damaged one lies now. `migrated_from`: the older version that was brought up to date.
    """

    created: bool
    set_aside: Path | None = None
    migrated_from: int | None = None


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
        self.run = os.urandom(16).hex()
        self._busy_timeout = busy_timeout
        self._clock = clock
        self._migrations = migrations
        self._any_place = any_place

    def now(self) -> int:
        """Give the moment that is written beside what happens now, Unix seconds."""
        return int(self._clock())

    def open(self) -> Opened:
        """Make the archive ready: create it, or bring an older one up to date after a backup.

        A file that is no archive is set aside, never overwritten, and a new one is started. Raises
        `StoreError`: ``store.newer_schema`` (details `found`, `known`), ``store.network_share``,
        ``store.synchronised_folder`` and those of `failures`.
        """
        if not self._any_place and (key := place.unsafe(self.path.parent)):
            raise StoreError(key, path=str(self.path.parent))
        set_aside = self._set_aside() if self.path.exists() and not self._is_archive() else None
        if self.path.exists():
            return Opened(created=False, migrated_from=self._migrate() or None)
        self._create()
        return Opened(created=True, set_aside=set_aside)

    def start_anew(self) -> Opened:
        """Set an archive aside that turned out damaged later (`quick_check`), start a new one.

        Nothing else may be using it.
        """
        set_aside = self._set_aside()
        self.open()
        return Opened(created=True, set_aside=set_aside)

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

    def quick_check(self) -> bool:
        """Tell whether the file is sound. Reads all of it: a worker, after the first paint."""
        try:
            with self.connect() as connection:
                (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        except StoreError as error:
            if error.key != "store.damaged":
                raise
            answer = error.details["reason"]
        if answer != "ok":
            log.error("The archive is damaged: %s", answer)
        return bool(answer == "ok")

    def back_up(self, target: Path) -> None:
        """Write a copy of this moment to `target`, complete or not at all; others may go on."""
        atomic.private_folder(target.parent)
        with atomic.new_file(target.parent) as new:
            new.finish()
            with told(target), closing(sqlite3.connect(new.path)) as copy, self.connect() as source:
                source.backup(copy)
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

    def _create(self) -> None:
        with atomic.failures(), open(self.path, "xb", opener=atomic.private):
            pass
        try:
            self._migrate()
        except BaseException:
            # Or the next start would take the stump for a damaged archive.
            for part in self._parts():
                part.unlink(missing_ok=True)
            raise

    def _migrate(self) -> int:
        """Bring the schema up to date; return the version it had, 0 if it was new or current."""
        known = len(self._migrations)
        with self.transaction() as connection:
            (found,) = connection.execute("PRAGMA user_version").fetchone()
            if found > known:
                raise StoreError("store.newer_schema", found=found, known=known)
            if found == known:
                return 0
            if found > 0:
                self.back_up(self._backup_path(found))
            for step in (step for steps in self._migrations[found:] for step in steps):
                connection.execute(step)
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

    def _set_aside(self) -> Path:
        """Rename the file and its companions; return the new name."""
        aside = self._free_name("damaged")
        with atomic.failures():
            for part in self._parts():
                if part.exists():
                    part.rename(part.with_name(part.name.replace(self.path.name, aside.name, 1)))
        log.error("The archive is damaged or not ours and lies aside as %s", aside.name)
        return aside

    def _parts(self) -> list[Path]:
        """List the files an archive may consist of."""
        return [self.path.with_name(self.path.name + companion) for companion in _COMPANIONS]

    def _backup_path(self, version: int) -> Path:
        folder = self.path.parent / "backups"
        return folder / self._free_name(f"version-{version}").name

    def _free_name(self, what: str) -> Path:
        stamp = datetime.fromtimestamp(self._clock(), UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        return self.path.with_name(f"{self.path.stem}.{what}-{stamp}{self.path.suffix}")


def as_json(value: object) -> str:
    """Encode what an archive's JSON column holds."""
    return msgspec.json.encode(value).decode()
