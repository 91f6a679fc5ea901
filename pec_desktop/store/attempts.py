"""The journal: every write or paid call, on the disk before it is sent, with what came of it.

A row says for ever what was sent, and takes an outcome once; only "unknown" may still become
something else. The table's own triggers see to that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from pec_desktop.domain.evidence import Evidence
from pec_desktop.errors import Refusal
from pec_desktop.store import journal_gap
from pec_desktop.store.database import Database, as_json


class Outcome(StrEnum):
    """What is known of an attempt."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    NOT_DONE = "not_done"


class Attempt(Struct, frozen=True):
    """One row of the journal.

    `label` is for people (the mailbox's address), `target` the vendor's id. `before` is what the
    server had said before, `asked` what the call asked for, as far as a verdict on it needs that.
    `amount` is a decimal text in euro, without IVA. `status`, `code`, `field`, `message` are the
    refusal's; `reference` is the vendor's for a success, or names the papers that were sent by
    their SHA-256. `evidence` is the last look at what became of it, None if its answer told.
    Unix seconds.
    """

    id: int
    account_id: str
    operation: str
    target: str
    label: str
    payload_digest: str
    before: dict[str, Any]
    amount: str | None
    outcome: Outcome
    status: int | None
    code: int | None
    field: str | None
    message: str
    reference: str
    started_at: int
    ended_at: int | None
    asked: dict[str, Any] = msgspec.field(default_factory=dict)
    evidence: Evidence | None = None


_SELECT = f"SELECT {', '.join(Attempt.__struct_fields__)} FROM attempts"  # noqa: S608
_STANDING = "AND operation = ? AND target = ? AND outcome IN ('pending', 'unknown')"


_KNOWN = """
    SELECT 1 FROM attempts
    WHERE account_id = :account
      AND id > :last
      AND ((outcome = 'confirmed' AND reference = :reference)
        OR (target = :target AND outcome NOT IN ('not_done')
          AND operation IN (SELECT value FROM json_each(:operations))))
    LIMIT 1
"""


class AttemptStore:
    """Reads and writes one account's journal. Any thread; raises `StoreError`."""

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id

    # Writing

    def begin(
        self,
        operation: str,
        target: str,
        label: str,
        payload_digest: str,
        before: Mapping[str, object],
        amount: str | None,
        *,
        asked: Mapping[str, object] | None = None,
        reference: str = "",
        since: int | None = None,
        refuse_if_open: bool = False,
        override: bool = False,
    ) -> int:
        """Write down what is about to be sent, on the disk, and give the row's number.

        With `refuse_if_open` nothing is written, and two callers cannot both pass: `Refusal` with
        ``attempt.pending`` while the same is under way, ``attempt.busy`` while something else is
        for the same target, ``attempt.overtaken`` if anything began or ended there after `since`
        (a `revision`, taken before `before` was read); and, unless `override`, with
        ``attempt.unknown`` while the outcome of the same is not known, ``attempt.done`` if the
        same draft (``asked["draft"]``) was sent with the same content before.
        """
        asked = asked or {}
        values = (
            *(self._account_id, self._database.run, operation, target, label, payload_digest),
            *(as_json(before), as_json(asked), amount),
            *(Outcome.PENDING, reference, self._database.now()),
        )
        with self._database.transaction() as connection:
            if refuse_if_open:
                self._refuse_if_open(connection, operation, target, override)
                if since is not None and self._revision(connection, target) != since:
                    raise Refusal("attempt.overtaken")
                if not override:
                    self._refuse_if_sent(connection, payload_digest, asked.get("draft"))
            number = connection.execute(
                "INSERT INTO attempts (account_id, run, operation, target, label, payload_digest,"
                " before, asked, amount, outcome, reference, started_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            ).lastrowid
        assert number is not None
        return number

    def finish(
        self,
        attempt_id: int,
        outcome: Outcome,
        *,
        status: int | None = None,
        code: int | None = None,
        field: str | None = None,
        message: str = "",
        reference: str = "",
        amount: str | None = None,
    ) -> None:
        """Write down what came of an attempt; `amount` and `reference` replace the begun ones.

        Raises `KeyError` for a number that is not in this account's journal, and
        `sqlite3.IntegrityError` if the outcome is known already: both are defects of the program.
        """
        values = (
            *(outcome, status, code, field, message, reference, amount),
            *(self._database.now(), attempt_id, self._account_id),
        )
        with self._database.transaction() as connection:
            found = connection.execute(
                "UPDATE attempts SET outcome = ?, status = ?, code = ?, field = ?, message = ?,"
                " reference = coalesce(nullif(?, ''), reference), amount = coalesce(?, amount),"
                " ended_at = ?"
                " WHERE id = ? AND account_id = ?",
                values,
            ).rowcount
            if not found:
                raise KeyError(attempt_id)

    def interrupt_pending(self) -> int:
        """Make what a dead run left pending unknown, and say how many; this run's rows stay."""
        with self._database.transaction() as connection:
            return connection.execute(
                "UPDATE attempts SET outcome = ?, ended_at = ?"
                " WHERE account_id = ? AND outcome = ? AND run <> ?",
                (
                    *(Outcome.UNKNOWN, self._database.now()),
                    *(self._account_id, Outcome.PENDING, self._database.run),
                ),
            ).rowcount

    def note(
        self,
        attempt_id: int,
        evidence: Evidence,
        outcome: Outcome = Outcome.UNKNOWN,
        *,
        reference: str = "",
        since: int | None = None,
    ) -> bool:
        """Keep a look at an unknown attempt, and settle it if the look tells its outcome.

        Nothing is written, and False is returned, if it is no longer unknown, or if anything began
        or ended at its target after `since`: the look may then be older than what it should judge.
        """
        with self._database.transaction() as connection:
            (target,) = connection.execute(
                "SELECT target FROM attempts WHERE id = ? AND account_id = ?",
                (attempt_id, self._account_id),
            ).fetchone() or (None,)
            if since is not None and self._revision(connection, target) != since:
                return False
            return bool(
                connection.execute(
                    "UPDATE attempts SET outcome = ?, evidence = ?,"
                    " reference = coalesce(nullif(?, ''), reference)"
                    " WHERE id = ? AND account_id = ? AND outcome = ?",
                    (
                        *(outcome, as_json(evidence), reference),
                        *(attempt_id, self._account_id, Outcome.UNKNOWN),
                    ),
                ).rowcount
            )

    # Reading

    def get(self, attempt_id: int) -> Attempt | None:
        """Give one attempt, or None."""
        return next(iter(self._select("AND id = ?", attempt_id)), None)

    def all(self, limit: int = 1000) -> list[Attempt]:
        """Give the last `limit` attempts, the newest first."""
        return self._select("", limit=limit)

    def unknown(self) -> list[Attempt]:
        """Give the attempts whose outcome is not known, the oldest first."""
        return self._select("AND outcome = ?", Outcome.UNKNOWN)[::-1]

    def unknown_for(self, operation: str, target: str) -> list[Attempt]:
        """Give the attempts at this whose outcome is not known, those on their way included."""
        return self._select(_STANDING, operation, target)

    def at(self, target: str) -> list[Attempt]:
        """Give all attempts at a target, the newest first."""
        return self._select("AND target = ?", target)

    def since(self, attempt_id: int) -> list[Attempt]:
        """Give the attempts after one, and the older ones that it began beside, newest first.

        Those are the ones that were not settled yet: unknown, or judged by a later look.
        """
        return self._select(
            "AND (id > ? OR outcome = 'unknown' OR json_extract(evidence, '$.newest') >= ?)",
            attempt_id,
            attempt_id,
        )

    def sent_drafts(self, ids: Collection[str]) -> list[Attempt]:
        """Give the confirmed attempts that sent one of these drafts, the newest first."""
        return self._select(
            "AND outcome = 'confirmed' AND json_extract(asked, '$.draft') IN"
            " (SELECT value FROM json_each(?))",
            as_json(list(ids)),
        )

    def of_drafts(self, ids: Collection[str]) -> list[Attempt]:
        """Give every attempt that sent one of these drafts, or rows of a batch, newest first."""
        return self._select(
            "AND json_extract(asked, '$.draft') IN (SELECT value FROM json_each(?))",
            as_json(list(ids)),
        )

    def revision(self, target: str) -> int:
        """Give a number that grows whenever an attempt at a target begins or gets its end."""
        with self._database.connect() as connection:
            return self._revision(connection, target)

    def newest(self) -> int:
        """Give the number of the newest attempt in the archive, 0 if there is none."""
        with self._database.connect() as connection:
            return _newest(connection)

    def knows(self, reference: str, target: str, operations: Collection[str]) -> bool:
        """Whether this journal knows a thing: it began here, or one of `operations` reached it.

        `reference` is the thing's id, by which what began here is found. What lies before a gap
        (`store.journal_gap`) does not count.
        """
        values: dict[str, object] = {
            "account": self._account_id,
            "reference": reference,
            "target": target,
            "operations": as_json(sorted(operations)),
        }
        with self._database.connect() as connection:
            gap = journal_gap.read(connection)
            values["last"] = gap.last if gap else 0
            return connection.execute(_KNOWN, values).fetchone() is not None

    def may_have_lost(self) -> bool:
        """Whether attempts made on this computer may be missing: its archive was replaced."""
        with self._database.connect() as connection:
            gap = journal_gap.read(connection)
        return gap is not None and gap.is_loss

    def refuse_if_open(self, operation: str, target: str, *, override: bool = False) -> None:
        """Raise what `begin` would raise now for an open attempt, before anything is asked for."""
        with self._database.connect() as connection:
            self._refuse_if_open(connection, operation, target, override)

    def between(self, first: int | None, after: int | None) -> list[Attempt]:
        """Give the attempts begun from `first` on and before `after`, the newest first.

        Unix seconds; None for no limit on that side.
        """
        beginning = -(2**63) if first is None else first
        end = 2**63 - 1 if after is None else after
        return self._select("AND started_at >= ? AND started_at < ?", beginning, end)

    def _refuse_if_open(
        self, connection: sqlite3.Connection, operation: str, target: str, override: bool
    ) -> None:
        rows = connection.execute(
            "SELECT operation, outcome FROM attempts WHERE account_id = ? AND target = ?"
            " AND outcome IN ('pending', 'unknown')",
            (self._account_id, target),
        ).fetchall()
        if (operation, Outcome.PENDING) in rows:
            raise Refusal("attempt.pending")
        if any(outcome == Outcome.PENDING for _, outcome in rows):
            raise Refusal("attempt.busy")
        if (operation, Outcome.UNKNOWN) in rows and not override:
            raise Refusal("attempt.unknown")

    def _refuse_if_sent(
        self, connection: sqlite3.Connection, payload_digest: str, draft_id: object
    ) -> None:
        sent = connection.execute(
            "SELECT 1 FROM attempts WHERE account_id = ? AND outcome = 'confirmed'"
            " AND payload_digest = ? AND json_extract(asked, '$.draft') = ?",
            (self._account_id, payload_digest, draft_id),
        ).fetchone()
        if sent:
            raise Refusal("attempt.done")

    def _revision(self, connection: sqlite3.Connection, target: str | None) -> int:
        (count,) = connection.execute(
            "SELECT count(*) + count(ended_at) FROM attempts WHERE account_id = ? AND target = ?",
            (self._account_id, target),
        ).fetchone()
        return int(count)

    def _select(self, condition: str, *values: object, limit: int = -1) -> list[Attempt]:
        with self._database.connect() as connection:
            rows = connection.execute(
                f"{_SELECT} WHERE account_id = ? {condition} ORDER BY id DESC LIMIT ?",
                (self._account_id, *values, limit),
            )
            return [_attempt(row) for row in rows]


def _newest(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("SELECT coalesce(max(id), 0) FROM attempts").fetchone()
    return int(number)


_BEFORE, _OUTCOME, _ASKED, _EVIDENCE = map(
    Attempt.__struct_fields__.index, ("before", "outcome", "asked", "evidence")
)


def _attempt(row: tuple[Any, ...]) -> Attempt:
    values = list(row)
    for place in (_BEFORE, _ASKED):
        values[place] = msgspec.json.decode(values[place])
    values[_OUTCOME] = Outcome(values[_OUTCOME])
    if values[_EVIDENCE] is not None:
        values[_EVIDENCE] = msgspec.json.decode(values[_EVIDENCE], type=Evidence)
    return Attempt(*values)
