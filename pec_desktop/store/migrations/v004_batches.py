"""Version 4 of the archive: batches, what was asked to be done for many. Frozen once released."""

from __future__ import annotations

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE batches (
        id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        operation TEXT NOT NULL,
        digest TEXT NOT NULL,
        name TEXT NOT NULL,
        anew INTEGER NOT NULL,  -- what other batches did does not count
        rows TEXT NOT NULL,  -- JSON
        started_at INTEGER NOT NULL,
        finished_at INTEGER
    )
    """,
    "CREATE INDEX batches_by_file ON batches (account_id, operation, digest)",
    "CREATE INDEX attempts_by_draft ON attempts (account_id, json_extract(asked, '$.draft'))",
)
