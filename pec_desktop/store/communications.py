"""What is known of an account's communications to the Business Register, offline too.

Two readings are kept of each, its row of the list and its details, as for mailboxes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec
from msgspec import Struct, structs

from pec_desktop.domain.communication import Communication
from pec_desktop.store.database import Database, as_json
from pec_desktop.store.mailboxes import ListChange

_decode = msgspec.json.Decoder(Communication).decode


class StoredCommunication(Struct, frozen=True):
    """A communication as far as it is known: the list's row over the details.

    `administrator` tells whether it is for an officer, None if it was not begun here. `listed`:
    whether the last list had it. `details_at`: when the details were read, None until then.
    `first_seen`: when it was first heard of. Unix seconds.
    """

    communication: Communication
    administrator: bool | None
    listed: bool
    details_at: int | None
    first_seen: int


class _Row(Struct, frozen=True):
    """The list's part of a communication as it is stored."""

    text: str
    moved: int | None
    listed: bool = True


_LIST_FIELDS = ("casella_pec", "stato", "timestamp", "owner")
"""What a row of the list tells of the communication besides its id (GET /comunica_pec)."""

_SELECT = "SELECT list, details, administrator, listed, details_at, first_seen FROM communications"


class CommunicationStore:
    """Reads and writes one account's communications. Any thread; raises `StoreError`.

    An answer whose `timestamp` is older than what is known was overtaken on its way; its content
    is not taken.
    """

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id

    def all(self) -> list[StoredCommunication]:
        """Give every communication ever seen, the newest first."""
        with self._database.connect() as connection:
            rows = connection.execute(
                f"{_SELECT} WHERE account_id = ? ORDER BY first_seen DESC, rowid DESC",
                (self._account_id,),
            )
            return [_stored(*row) for row in rows]

    def get(self, communication_id: str) -> StoredCommunication | None:
        """Give one communication, or None."""
        with self._database.connect() as connection:
            row = connection.execute(
                f"{_SELECT} WHERE account_id = ? AND id = ?", (self._account_id, communication_id)
            ).fetchone()
            return None if row is None else _stored(*row)

    def replace_list(self, rows: Sequence[Communication], at: int) -> ListChange:
        """Take over what the vendor's list said at `at` (Unix seconds).

        One that the list no longer has is marked, never removed.
        """
        with self._database.transaction() as connection:
            known = self._known(connection)
            news = {row.id: _Row(as_json(row), row.timestamp) for row in rows}
            for key, new in news.items():
                if (old := known.get(key)) and _late(new.moved, old.moved):
                    news[key] = _Row(old.text, old.moved)
            change = ListChange(
                added=tuple(key for key in news if key not in known),
                changed=tuple(key for key in news if key in known and news[key] != known[key]),
                missing=tuple(key for key in known if known[key].listed and key not in news),
            )
            connection.executemany(
                "INSERT INTO communications (account_id, id, list, moved, listed, first_seen)"
                " VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT (account_id, id) DO UPDATE"
                " SET list = excluded.list, moved = excluded.moved, listed = 1",
                (
                    (self._account_id, key, news[key].text, news[key].moved, at)
                    for key in change.added + change.changed
                ),
            )
            connection.executemany(
                "UPDATE communications SET listed = 0 WHERE account_id = ? AND id = ?",
                ((self._account_id, key) for key in change.missing),
            )
        return change

    def save_details(self, communication: Communication, at: int) -> None:
        """Take over what the vendor said of one communication at `at` (Unix seconds)."""
        row = Communication(
            id=communication.id,
            **{name: getattr(communication, name) for name in _LIST_FIELDS},
        )
        values = {
            "account": self._account_id,
            "id": communication.id,
            "list": as_json(row),
            "details": as_json(communication),
            "moved": communication.timestamp,
            "at": at,
        }
        with self._database.transaction() as connection:
            # The comparisons are `_late`: NULL, where a moment is not known, is not late.
            connection.execute(
                "INSERT INTO communications (account_id, id, list, moved, listed, first_seen)"
                " VALUES (:account, :id, :list, :moved, 1, :at)"
                " ON CONFLICT (account_id, id) DO UPDATE"
                " SET list = excluded.list, moved = excluded.moved"
                " WHERE (excluded.moved < moved) IS NOT TRUE",
                values,
            )
            connection.execute(
                "UPDATE communications SET details = :details, details_moved = :moved,"
                " details_at = :at WHERE account_id = :account AND id = :id"
                " AND (:moved < details_moved) IS NOT TRUE",
                values,
            )

    def set_administrator(self, communication_id: str, *, administrator: bool) -> None:
        """Keep what was asked for when the communication was begun; the vendor does not tell."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE communications SET administrator = ? WHERE account_id = ? AND id = ?",
                (administrator, self._account_id, communication_id),
            )

    def without_details(self, among: Sequence[str] | None = None) -> list[str]:
        """Give the ids of listed ones whose details are unknown or older than the list."""
        values = {
            "account": self._account_id,
            "among": None if among is None else as_json(list(among)),
        }
        with self._database.connect() as connection:
            rows = connection.execute(
                "SELECT id FROM communications WHERE account_id = :account AND listed = 1"
                " AND (details IS NULL OR details_moved IS NOT moved)"
                " AND (:among IS NULL OR id IN (SELECT value FROM json_each(:among)))"
                " ORDER BY rowid",
                values,
            )
            return [key for (key,) in rows]

    def _known(self, connection: sqlite3.Connection) -> dict[str, _Row]:
        rows = connection.execute(
            "SELECT id, list, moved, listed FROM communications WHERE account_id = ?",
            (self._account_id,),
        )
        return {key: _Row(text, moved, bool(listed)) for key, text, moved, listed in rows}


def _late(moved: int | None, known: int | None) -> bool:
    return moved is not None and known is not None and moved < known


def _stored(
    row: str,
    details: str | None,
    administrator: int | None,
    listed: int,
    details_at: int | None,
    first_seen: int,
) -> StoredCommunication:
    communication = _decode(row)
    if details is not None:
        fresher = {name: getattr(communication, name) for name in _LIST_FIELDS}
        whole = _decode(details)
        extra = whole.extra | communication.extra
        communication = structs.replace(whole, **fresher, extra=extra)
    known = None if administrator is None else bool(administrator)
    return StoredCommunication(communication, known, bool(listed), details_at, first_seen)
