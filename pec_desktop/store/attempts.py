"""The journal: every write or paid call, on the disk before it is sent, with what came of it.

A row says for ever what was sent, and takes an outcome once; only "unknown" may still become
something else. The table's own triggers see to that.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from pec_desktop.errors import Refusal
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
    server had said before. `amount` is a decimal text in euro, without IVA. `status`, `code`,
    `field`, `message` are the refusal's; `reference` is the vendor's for a success, or names the
    papers that were sent by their SHA-256. Unix seconds.
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


_SELECT = f"SELECT {', '.join(Attempt.__struct_fields__)} FROM attempts"  # noqa: S608
_STANDING = "AND operation = ? AND target = ? AND outcome IN ('pending', 'unknown')"


class AttemptStore:
    """Reads and writes one account's journal. Any thread; raises `StoreError`."""

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id

    def begin(
        self,
        operation: str,
        target: str,
        label: str,
        payload_digest: str,
        before: Mapping[str, object],
        amount: str | None,
        *,
        reference: str = "",
        refuse_if_open: bool = False,
        override: bool = False,
    ) -> int:
        """Write down what is about to be sent, on the disk, and give the row's number.

        With `refuse_if_open` nothing is written while the same operation on the same target is
        open: `Refusal` with ``attempt.pending`` for one that is under way, with ``attempt.unknown``
        for one whose outcome is not known, unless `override`. Two callers cannot both pass.
        """
        values = (
            *(self._account_id, self._database.run, operation, target, label, payload_digest),
            *(as_json(before), amount, Outcome.PENDING, reference, self._database.now()),
        )
        with self._database.transaction() as connection:
            if refuse_if_open:
                self._refuse_if_open(connection, operation, target, override)
            number = connection.execute(
                "INSERT INTO attempts (account_id, run, operation, target, label, payload_digest,"
                " before, amount, outcome, reference, started_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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

    def unknown_for(self, operation: str, target: str) -> list[Attempt]:
        """Give the attempts at this whose outcome is not known, those on their way included."""
        return self._select(_STANDING, operation, target)

    def all(self, limit: int = 1000) -> list[Attempt]:
        """Give the last `limit` attempts, the newest first."""
        return self._select("", limit=limit)

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
            f"SELECT outcome FROM attempts WHERE account_id = ? {_STANDING}",  # noqa: S608
            (self._account_id, operation, target),
        )
        outcomes = {Outcome(outcome) for (outcome,) in rows}
        if Outcome.PENDING in outcomes:
            raise Refusal("attempt.pending")
        if Outcome.UNKNOWN in outcomes and not override:
            raise Refusal("attempt.unknown")

    def _select(self, condition: str, *values: str | int, limit: int = -1) -> list[Attempt]:
        with self._database.connect() as connection:
            rows = connection.execute(
                f"{_SELECT} WHERE account_id = ? {condition} ORDER BY id DESC LIMIT ?",
                (self._account_id, *values, limit),
            )
            return [_attempt(row) for row in rows]


_BEFORE, _OUTCOME = map(Attempt.__struct_fields__.index, ("before", "outcome"))


def _attempt(row: tuple[Any, ...]) -> Attempt:
    values = list(row)
    values[_BEFORE] = msgspec.json.decode(values[_BEFORE])
    values[_OUTCOME] = Outcome(values[_OUTCOME])
    return Attempt(*values)
