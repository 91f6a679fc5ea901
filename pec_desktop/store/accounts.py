"""The office's accounts. Their tokens are secrets and live in the vault, never here."""

from __future__ import annotations

import msgspec

from pec_desktop.domain.account import Account
from pec_desktop.store.database import Database, as_json

_decode = msgspec.json.Decoder(Account).decode


class AccountStore:
    """Reads and writes accounts. Any thread; raises `StoreError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Account]:
        """Give the accounts in the order in which they were added."""
        with self._database.connect() as connection:
            rows = connection.execute("SELECT account FROM accounts ORDER BY number")
            return [_decode(account) for (account,) in rows]

    def get(self, account_id: str) -> Account | None:
        """Give one account, or None."""
        with self._database.connect() as connection:
            row = connection.execute(
                "SELECT account FROM accounts WHERE id = ?", (account_id,)
            ).fetchone()
            return None if row is None else _decode(row[0])

    def save(self, account: Account) -> None:
        """Add the account or change it. Its mailboxes and drafts need it to be there."""
        with self._database.transaction() as connection:
            # Not REPLACE: that removes the old row, and with it all that depends on it.
            connection.execute(
                "INSERT INTO accounts (id, account) VALUES (?, ?)"
                " ON CONFLICT (id) DO UPDATE SET account = excluded.account",
                (account.id, as_json(account)),
            )

    def delete(self, account_id: str) -> None:
        """Remove the account with its mailboxes, notes and drafts; the journal keeps its rows."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM accounts WHERE id = ?", (account_id,))
            connection.execute("DELETE FROM meta WHERE key = ?", (f"listed_at:{account_id}",))
