"""The archive's backups: their names, and which of them stay.

A backup is one SQLite file in ``backups/`` beside the archive; its name says why and when it was
made: ``archive.daily-20261123T070000.000000Z.sqlite``. Papers are not in it. They lie beside the
archive, and none is removed that a backup may still name (see `FileStore.remove_unused`).
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

DAILY = "daily"
DAYS, WEEKS, OTHERS = 7, 4, 3
"""How many stay: the last of each of so many days and weeks, and copies made for other reasons."""

_STAMP = "%Y%m%dT%H%M%S.%fZ"


class Backup(Struct, frozen=True):
    """One backup: why it was made (`DAILY`, or ``version-N`` before an upgrade), and when (UTC)."""

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
    name = re.compile(
        rf"{re.escape(archive.stem)}\.(?P<kind>[a-z0-9-]+)-(?P<stamp>\d{{8}}T[\d.]{{13}}Z)"
        rf"{re.escape(archive.suffix)}"
    )
    found = []
    for path in folder(archive).glob(f"*{archive.suffix}"):
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
