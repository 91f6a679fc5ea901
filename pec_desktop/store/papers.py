"""Papers kept with a mailbox: the forms that were downloaded, the documents that were sent.

Their content is in `FileStore`; a row here is what keeps it there.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from pec_desktop.store.database import Database


class KeptPaper(Struct, frozen=True):
    """A paper of a mailbox: its role there, its content's digest, when it was kept (Unix s)."""

    role: str
    sha256: str
    kept_at: int


class PaperStore:
    """The kept papers of one account's mailboxes. Any thread."""

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id

    def keep(self, mailbox_id: str, role: str, digests: Iterable[str], at: int) -> None:
        """Keep files of `FileStore` with a mailbox; one that was kept before is the newest now."""
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO papers (account_id, mailbox_id, role, sha256, kept_at) "
                "VALUES (?, ?, ?, ?, ?)",
                [(self._account_id, mailbox_id, role, sha256, at) for sha256 in digests],
            )

    def kept(self, mailbox_id: str, role: str) -> list[KeptPaper]:
        """Return a mailbox's papers of one role, the newest first."""
        with self._database.connect() as connection:
            rows = connection.execute(
                "SELECT role, sha256, kept_at FROM papers "
                "WHERE account_id = ? AND mailbox_id = ? AND role = ? "
                "ORDER BY kept_at DESC, rowid DESC",
                (self._account_id, mailbox_id, role),
            ).fetchall()
        return [KeptPaper(*row) for row in rows]
