"""From when to when the journal may lack attempts: it is new, or a copy took the archive's place.

Until `until` the journal proves nothing: what it does not name may have been sent and paid all the
same. So the first paid call on a target that has no attempt since then wants a warning. The mark is
in the archive itself, made in the same breath as the archive; it goes wherever the archive goes.
"""

from __future__ import annotations

import sqlite3
from typing import Literal

import msgspec
from msgspec import Struct

_KEY = "journal_gap"


class JournalGap(Struct, frozen=True):
    """Attempts made after `since` and before `until` (Unix seconds) may be missing.

    `since` is None for a new journal, which knows nothing of what was before. `cause` says what
    happened: the archive was made, a backup took a damaged one's place, or a person restored a
    saved archive.
    """

    cause: Literal["new", "backup", "archive"]
    since: int | None
    until: int


def note(connection: sqlite3.Connection, gap: JournalGap) -> None:
    """Write down the newest gap, within the caller's transaction; it covers all earlier ones."""
    connection.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
        (_KEY, msgspec.json.encode(gap).decode()),
    )


def read(connection: sqlite3.Connection) -> JournalGap | None:
    """Give the newest gap; None for an archive that is older than these marks."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return None if row is None else msgspec.json.decode(row[0], type=JournalGap)
