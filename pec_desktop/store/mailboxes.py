"""What is known of an account's mailboxes: so that the list is there at once, and offline too.

Two readings are kept of each: its row of the list and its details. The list is read often and tells
the state; the details are read once for each change (`ultima_modifica`) and tell everything else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import msgspec
from msgspec import Struct, structs

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.store.database import Database, as_json

_decode = msgspec.json.Decoder(Mailbox).decode


class StoredMailbox(Struct, frozen=True, gc=False):
    """A mailbox as far as it is known: the list's row over the details.

    `listed`: whether the last list had it. `details_at`: when the details were read, None until
    then. `first_seen`: when it was first heard of. Unix seconds.
    """

    mailbox: Mailbox
    note: str
    listed: bool
    details_at: int | None
    first_seen: int


class ListChange(Struct, frozen=True):
    """Ids of the mailboxes that a list brought, changed (or brought back), and no longer had."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class _Row(Struct, frozen=True):
    """The list's part of a mailbox as it is stored."""

    text: str
    modified: int | None
    listed: bool = True


_LIST_FIELDS = ("casella_pec", "tipo_casella", "stato", "data_scadenza", "timestamp", "owner")
"""What a row of the list tells of the mailbox besides its id (GET /pec)."""

_SELECT = "SELECT list, details, note, listed, details_at, first_seen FROM mailboxes"


class MailboxStore:
    """Reads and writes one account's mailboxes. Any thread; raises `StoreError`.

    An answer whose `ultima_modifica` is older than what is known comes from a slow request that
    was overtaken; its content is not taken.
    """

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id
        self._listed_at = f"listed_at:{account_id}"

    def all(self) -> list[StoredMailbox]:
        """Give every mailbox ever seen, in the order in which they came."""
        with self._database.connect() as connection:
            rows = connection.execute(
                f"{_SELECT} WHERE account_id = ? ORDER BY rowid", (self._account_id,)
            )
            return [_stored(*row) for row in rows]

    def get(self, mailbox_id: str) -> StoredMailbox | None:
        """Give one mailbox, or None."""
        with self._database.connect() as connection:
            row = connection.execute(
                f"{_SELECT} WHERE account_id = ? AND id = ?", (self._account_id, mailbox_id)
            ).fetchone()
            return None if row is None else _stored(*row)

    def details(self, mailbox_id: str) -> tuple[Mailbox, int] | None:
        """Give a mailbox as it told of itself the last time, and when (Unix seconds), or None."""
        with self._database.connect() as connection:
            row = connection.execute(
                "SELECT details, details_at FROM mailboxes WHERE account_id = ? AND id = ?"
                " AND details IS NOT NULL",
                (self._account_id, mailbox_id),
            ).fetchone()
            return None if row is None else (_decode(row[0]), int(row[1]))

    def replace_list(self, rows: Sequence[Mailbox], at: int) -> ListChange:
        """Take over what the vendor's list said at `at` (Unix seconds).

        A mailbox that the list no longer has is marked, never removed.
        """
        news = {row.id: _row(row) for row in rows}
        with self._database.transaction() as connection:
            known = self._known_rows(connection)
            for key, new in news.items():
                if (old := known.get(key)) and _late(new.modified, old.modified):
                    news[key] = _Row(old.text, old.modified)
            change = ListChange(
                added=tuple(key for key in news if key not in known),
                changed=tuple(key for key in news if key in known and news[key] != known[key]),
                missing=tuple(key for key in known if known[key].listed and key not in news),
            )
            connection.executemany(
                "INSERT INTO mailboxes (account_id, id, list, modified, listed, first_seen)"
                " VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT (account_id, id) DO UPDATE"
                " SET list = excluded.list, modified = excluded.modified, listed = 1",
                (
                    (self._account_id, key, news[key].text, news[key].modified, at)
                    for key in change.added + change.changed
                ),
            )
            connection.executemany(
                "UPDATE mailboxes SET listed = 0 WHERE account_id = ? AND id = ?",
                ((self._account_id, key) for key in change.missing),
            )
            connection.execute(
                "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (self._listed_at, at)
            )
        return change

    def save_details(self, mailbox: Mailbox, at: int) -> None:
        """Take over what the vendor said of one mailbox at `at` (Unix seconds).

        It may be new: a registration's answer comes before any list that has it.
        """
        values = {
            "account": self._account_id,
            "id": mailbox.id,
            "list": as_json(_list_part(mailbox)),
            "details": as_json(mailbox),
            "modified": mailbox.timestamp.ultima_modifica,
            "at": at,
        }
        with self._database.transaction() as connection:
            # The comparisons are `_late`: NULL, where a moment is not known, is not late.
            connection.execute(
                "INSERT INTO mailboxes (account_id, id, list, modified, listed, first_seen)"
                " VALUES (:account, :id, :list, :modified, 1, :at)"
                " ON CONFLICT (account_id, id) DO UPDATE"
                " SET list = excluded.list, modified = excluded.modified"
                " WHERE (excluded.modified < modified) IS NOT TRUE",
                values,
            )
            connection.execute(
                "UPDATE mailboxes SET details = :details, details_modified = :modified,"
                " details_at = :at WHERE account_id = :account AND id = :id"
                " AND (:modified < details_modified) IS NOT TRUE",
                values,
            )

    def without_details(self, among: Sequence[str] | None = None) -> list[str]:
        """Give the ids of listed mailboxes whose details are unknown or older than the list.

        `among` names the only ones that matter to the caller.
        """
        values = {
            "account": self._account_id,
            "among": None if among is None else as_json(list(among)),
        }
        with self._database.connect() as connection:
            rows = connection.execute(
                "SELECT id FROM mailboxes WHERE account_id = :account AND listed = 1"
                " AND (details IS NULL OR details_modified IS NOT modified)"
                " AND (:among IS NULL OR id IN (SELECT value FROM json_each(:among)))"
                " ORDER BY rowid",
                values,
            )
            return [key for (key,) in rows]

    def set_note(self, mailbox_id: str, text: str) -> None:
        """Keep the office's own note on a mailbox; raises `KeyError` for one never seen."""
        with self._database.transaction() as connection:
            found = connection.execute(
                "UPDATE mailboxes SET note = ? WHERE account_id = ? AND id = ?",
                (text, self._account_id, mailbox_id),
            ).rowcount
            if not found:
                raise KeyError(mailbox_id)

    def listed_at(self) -> int | None:
        """Tell when the list was last taken over, Unix seconds; None if never."""
        with self._database.connect() as connection:
            row = connection.execute(
                "SELECT value FROM meta WHERE key = ?", (self._listed_at,)
            ).fetchone()
            return None if row is None else int(row[0])

    def _known_rows(self, connection: sqlite3.Connection) -> dict[str, _Row]:
        rows = connection.execute(
            "SELECT id, list, modified, listed FROM mailboxes WHERE account_id = ?",
            (self._account_id,),
        )
        return {key: _Row(text, modified, bool(listed)) for key, text, modified, listed in rows}


def _row(mailbox: Mailbox) -> _Row:
    return _Row(as_json(mailbox), mailbox.timestamp.ultima_modifica)


def _list_part(mailbox: Mailbox) -> Mailbox:
    """Give what the list would have said of `mailbox` at the same moment."""
    return Mailbox(id=mailbox.id, **{name: getattr(mailbox, name) for name in _LIST_FIELDS})


def _late(modified: int | None, known: int | None) -> bool:
    return modified is not None and known is not None and modified < known


def _stored(
    row: str, details: str | None, note: str, listed: int, details_at: int | None, first_seen: int
) -> StoredMailbox:
    mailbox = _decode(row)
    if details is not None:
        fresher = {name: getattr(mailbox, name) for name in _LIST_FIELDS}
        whole = _decode(details)
        mailbox = structs.replace(whole, **fresher, extra=whole.extra | mailbox.extra)
    return StoredMailbox(mailbox, note, bool(listed), details_at, first_seen)
