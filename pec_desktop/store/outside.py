"""What was changed outside this program, as far as it was noticed: for a mailbox's history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from pec_desktop.store.database import Database, as_json


class OutsideChange(Struct, frozen=True):
    """What of a mailbox was found to be otherwise than before: name → (before, after).

    Names and values are those of `domain.evidence.of_mailbox`; `at` is when it was noticed, Unix
    seconds.
    """

    target: str
    at: int
    what: dict[str, tuple[Any, Any]]


_what = msgspec.json.Decoder(dict[str, tuple[Any, Any]]).decode


class OutsideStore:
    """Reads and writes what was noticed for one account. Any thread; raises `StoreError`."""

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id

    def note(self, target: str, what: Mapping[str, tuple[Any, Any]]) -> None:
        """Write down what is otherwise now."""
        values = (self._account_id, target, self._database.now(), as_json(what))
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO outside_changes (account_id, target, at, what) VALUES (?, ?, ?, ?)",
                values,
            )

    def of(self, target: str) -> list[OutsideChange]:
        """Give what was noticed of one mailbox, the newest first."""
        with self._database.connect() as connection:
            rows = connection.execute(
                "SELECT target, at, what FROM outside_changes"
                " WHERE account_id = ? AND target = ? ORDER BY rowid DESC",
                (self._account_id, target),
            )
            return [OutsideChange(target, at, _what(what)) for target, at, what in rows]
