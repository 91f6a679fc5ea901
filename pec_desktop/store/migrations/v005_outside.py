"""Version 5 of the archive: what was changed outside this program. Frozen once released."""

from __future__ import annotations

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE outside_changes (
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        target TEXT NOT NULL,  -- the mailbox's id
        at INTEGER NOT NULL,  -- when it was noticed
        what TEXT NOT NULL  -- JSON: name → before, after
    )
    """,
    "CREATE INDEX outside_changes_by_target ON outside_changes (account_id, target)",
)
