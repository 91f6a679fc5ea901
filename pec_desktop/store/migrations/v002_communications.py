"""Version 2 of the archive: communications to the Business Register. Frozen once released.

`list` and `details` are two readings of the same thing, as for mailboxes. `administrator` is what
this program knows of `pec_amministratore`, which the vendor's answers leave out: 0, 1 or unknown.
"""

from __future__ import annotations

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE communications (
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        list TEXT NOT NULL,  -- JSON: what the list said last
        moved INTEGER,  -- timestamp of `list`
        details TEXT,  -- JSON: what the communication itself said last
        details_moved INTEGER,  -- timestamp of `details`
        details_at INTEGER,
        listed INTEGER NOT NULL,
        first_seen INTEGER NOT NULL,
        administrator INTEGER,
        PRIMARY KEY (account_id, id)
    )
    """,
)
