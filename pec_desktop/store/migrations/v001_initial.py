"""Version 1 of the archive. Frozen: once released, a file like this is never changed.

Values that are read and written as a whole are JSON; what is searched, compared or counted has a
column. Moments are Unix seconds, amounts are decimal texts (never floating point).
"""

from __future__ import annotations

STEPS: tuple[str, ...] = (
    # "PECD": tells an archive of this program from any other SQLite file.
    "PRAGMA application_id = 1346716484",
    """
    CREATE TABLE meta (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE accounts (
        number INTEGER PRIMARY KEY,  -- the order in which they were added
        id TEXT NOT NULL UNIQUE,
        account TEXT NOT NULL  -- JSON
    )
    """,
    """
    CREATE TABLE mailboxes (
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        list TEXT NOT NULL,  -- JSON: what the list said last
        modified INTEGER,  -- ultima_modifica of `list`
        details TEXT,  -- JSON: what the mailbox itself said last
        details_modified INTEGER,  -- ultima_modifica of `details`
        details_at INTEGER,
        listed INTEGER NOT NULL,
        first_seen INTEGER NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (account_id, id)
    )
    """,
    """
    CREATE TABLE drafts (
        id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        updated_at INTEGER NOT NULL,
        draft TEXT NOT NULL  -- JSON
    )
    """,
    "CREATE INDEX drafts_by_target ON drafts (account_id, kind, target)",
    # The journal outlives its account: it says what money was spent on.
    """
    CREATE TABLE attempts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account_id TEXT NOT NULL,
        run TEXT NOT NULL,  -- which run of the program began it
        operation TEXT NOT NULL,
        target TEXT NOT NULL,
        label TEXT NOT NULL,
        payload_digest TEXT NOT NULL,
        before TEXT NOT NULL,  -- JSON
        amount TEXT,
        outcome TEXT NOT NULL,
        status INTEGER,
        code INTEGER,
        field TEXT,
        message TEXT NOT NULL DEFAULT '',
        reference TEXT NOT NULL DEFAULT '',
        started_at INTEGER NOT NULL,
        ended_at INTEGER
    )
    """,
    """
    CREATE INDEX attempts_open ON attempts (account_id, operation, target)
    WHERE outcome IN ('pending', 'unknown')
    """,
    """
    CREATE TRIGGER attempts_keep_what_was_sent
    BEFORE UPDATE OF id, account_id, run, operation, target, label, payload_digest, before,
        started_at ON attempts
    BEGIN
        SELECT RAISE(ABORT, 'what was sent cannot be rewritten');
    END
    """,
    """
    CREATE TRIGGER attempts_end_once
    BEFORE UPDATE ON attempts WHEN OLD.outcome NOT IN ('pending', 'unknown')
    BEGIN
        SELECT RAISE(ABORT, 'the outcome is known already');
    END
    """,
    """
    CREATE TRIGGER attempts_stay
    BEFORE DELETE ON attempts
    BEGIN
        SELECT RAISE(ABORT, 'the journal is not shortened');
    END
    """,
    """
    CREATE TABLE files (
        sha256 TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        added_at INTEGER NOT NULL
    )
    """,
    # What is kept with a mailbox: forms as downloaded, documents as sent.
    """
    CREATE TABLE papers (
        account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
        mailbox_id TEXT NOT NULL,
        role TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES files (sha256),
        kept_at INTEGER NOT NULL,
        PRIMARY KEY (account_id, mailbox_id, role, sha256)
    )
    """,
)
