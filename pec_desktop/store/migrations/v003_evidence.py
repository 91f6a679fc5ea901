"""Version 3 of the archive: what was asked for, and by what it was judged. Frozen once released.

`asked` belongs to what was sent and is never rewritten; `evidence` is the last look at what became
of an attempt and, once the outcome is known, what settled it.
"""

from __future__ import annotations

STEPS: tuple[str, ...] = (
    "ALTER TABLE attempts ADD COLUMN asked TEXT NOT NULL DEFAULT '{}'",  # JSON
    "ALTER TABLE attempts ADD COLUMN evidence TEXT",  # JSON
    "CREATE INDEX attempts_by_target ON attempts (account_id, target)",
    "DROP TRIGGER attempts_keep_what_was_sent",
    """
    CREATE TRIGGER attempts_keep_what_was_sent
    BEFORE UPDATE OF id, account_id, run, operation, target, label, payload_digest, before, asked,
        started_at ON attempts
    BEGIN
        SELECT RAISE(ABORT, 'what was sent cannot be rewritten');
    END
    """,
)
