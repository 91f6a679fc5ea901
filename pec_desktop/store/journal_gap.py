"""From when to when the journal may lack attempts: it is new, or a copy took the archive's place.

Until then the journal proves nothing: what it does not name may have been sent and paid all the
same. So the first paid call on a target that has no attempt since then wants a warning. The mark is
in the archive itself, made in the same breath as the archive; it goes wherever the archive goes.
"""

from __future__ import annotations

import sqlite3
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

_KEY = "journal_gap"

Cause = Literal["new", "lost", "backup", "archive"]


class JournalGap(Struct, frozen=True):
    """Attempts made after `since` and before `until` (Unix seconds) may be missing.

    `since` is None for a new journal, which knows nothing of what was before. `cause` says what
    happened: the archive was made, a new one or a backup took a damaged one's place, or a person
    restored a saved archive. `last` is the number of the last attempt from before: two computers'
    clocks may differ.
    """

    cause: Cause
    since: int | None
    until: int
    last: int = 0

    @property
    def is_loss(self) -> bool:
        """Whether this computer may have sent what the journal lacks."""
        return self.cause != "new"


def note(connection: sqlite3.Connection, gap: JournalGap) -> None:
    """Write down the newest gap, within the caller's transaction; it covers all earlier ones."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM attempts").fetchone()
    gap = replace(gap, last=last)
    connection.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
        (_KEY, msgspec.json.encode(gap).decode()),
    )


def read(connection: sqlite3.Connection) -> JournalGap | None:
    """Give the newest gap; None for an archive that is older than these marks."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (_KEY,)).fetchone()
    return None if row is None else msgspec.json.decode(row[0], type=JournalGap)
