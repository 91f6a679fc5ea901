"""The archive's backups: their names, and which of them stay.

A backup is one SQLite file in ``backups/`` beside the archive; its name says why and when it was
made: ``archive.daily-20261123T070000.000000Z.sqlite``. What was put aside lies beside the archive
under such a name. Papers are in none of them: they are files of their own, and none is removed that
one of these copies knows (see `FileStore.remove_unused`).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Hashable, Iterable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

DAILY = "daily"
DAYS, WEEKS, OTHERS = 7, 4, 3
"""How many stay: the last of each of so many days and weeks, and copies made for other reasons."""

_STAMP = "%Y%m%dT%H%M%S.%fZ"


class Backup(Struct, frozen=True):
    """A copy: why it was made (`DAILY`, or ``version-N`` before an upgrade), and when (UTC).

    What was put aside is ``damaged`` or ``replaced``.
    """

    path: Path
    kind: str
    made: datetime

    @property
    def moment(self) -> int:
        """When it was made, Unix seconds: what is later is not in it."""
        return int(self.made.timestamp())

    @property
    def day(self) -> date:
        """The day it was made, on this computer's clock."""
        return self.made.astimezone().date()


def folder(archive: Path) -> Path:
    """Tell where an archive's backups lie."""
    return archive.parent / "backups"


def stamped(archive: Path, what: str, now: float) -> str:
    """Give a file name that says of which archive, what and when (`now`, Unix seconds)."""
    stamp = datetime.fromtimestamp(now, UTC).strftime(_STAMP)
    return f"{archive.stem}.{what}-{stamp}{archive.suffix}"


def backups(archive: Path) -> list[Backup]:
    """List an archive's backups, the newest first."""
    return _named(folder(archive), archive)


def put_aside(archive: Path) -> list[Backup]:
    """List the archives that were here before, the newest first."""
    return _named(archive.parent, archive)


def papers_of(copy: Path) -> set[str] | None:
    """Give the digests of all papers that a copy knows; None if it cannot be read.

    Every version of the archive has this table. Any thread.
    """
    try:
        with closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as connection:
            return {digest for (digest,) in connection.execute("SELECT sha256 FROM files")}
    except sqlite3.DatabaseError:
        return None


def _named(place: Path, archive: Path) -> list[Backup]:
    name = re.compile(
        rf"{re.escape(archive.stem)}\.(?P<kind>[a-z0-9-]+)-(?P<stamp>\d{{8}}T[\d.]{{13}}Z)"
        rf"{re.escape(archive.suffix)}"
    )
    found = []
    for path in place.glob(f"*{archive.suffix}"):
        match = name.fullmatch(path.name)
        if match is None:
            continue
        try:
            made = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(path, match["kind"], made))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def superfluous(found: Iterable[Backup]) -> list[Backup]:
    """Say which backups may go; `found` is as `backups` gives it."""
    newest_first = list(found)
    daily = [one for one in newest_first if one.kind == DAILY]
    days = [one.day for one in daily]
    weeks = [day.isocalendar()[:2] for day in days]
    stay = {*_firsts(daily, days, DAYS), *_firsts(daily, weeks, WEEKS)}
    stay.update(one.path for one in [one for one in newest_first if one.kind != DAILY][:OTHERS])
    return [one for one in newest_first if one.path not in stay]


def _firsts(found: list[Backup], marks: Iterable[Hashable], most: int) -> list[Path]:
    """The first backup of each different mark, at most so many."""
    first: dict[Hashable, Path] = {}
    for one, mark in zip(found, marks, strict=True):
        first.setdefault(mark, one.path)
    return list(first.values())[:most]
