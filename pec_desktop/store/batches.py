"""Batches: what an office asked to be done for many at once, row by row, until all of it is done.

Only what was asked for is kept here. How a row stands is read from the journal, where its attempts
bear the row's `key`: a program that was killed in the middle of a call can write nothing.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import msgspec
from msgspec import Struct, field

from pec_desktop.store.database import Database, as_json


class BatchRow(Struct, frozen=True):
    """One thing to be done: its line in the file (its place, without one), and its JSON values."""

    number: int
    values: dict[str, Any]


class Batch(Struct, frozen=True, kw_only=True):
    """What was asked for: an operation (a `PecClient` method) and its rows.

    `digest` is the SHA-256 of the file it came from, or of its rows where there is no file; `name`
    is that file's name. `started_at` is 0 until it is written down, `finished_at` None until every
    row is confirmed or somebody lets the rest be. `anew` marks one for which it does not count what
    others did. Unix seconds.
    """

    operation: str
    digest: str
    name: str
    rows: tuple[BatchRow, ...]
    anew: bool = False
    id: str = field(default_factory=lambda: uuid4().hex)
    started_at: int = 0
    finished_at: int | None = None

    def key(self, row: BatchRow) -> str:
        """The name that the journal has for a row of this batch."""
        return f"{self.id}-{row.number}"


_SELECT = "SELECT operation, digest, name, rows, anew, id, started_at, finished_at FROM batches"
_rows = msgspec.json.Decoder(tuple[BatchRow, ...]).decode


class BatchStore:
    """Reads and writes one account's batches. Any thread; raises `StoreError`."""

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id

    def add(self, batch: Batch) -> Batch:
        """Write a batch down before anything of it is sent, and give it with its moment."""
        started = self._database.now()
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO batches (id, account_id, operation, digest, name, anew, rows,"
                " started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(batch.id, self._account_id, batch.operation, batch.digest, batch.name),
                    *(batch.anew, as_json(batch.rows), started),
                ),
            )
        return msgspec.structs.replace(batch, started_at=started)

    def finish(self, batch_id: str) -> None:
        """Note that every row of a batch is confirmed, or that nobody wants the rest."""
        self._set_finished(batch_id, self._database.now())

    def reopen(self, batch_id: str) -> None:
        """Note that somebody wants the rest of a batch after all."""
        self._set_finished(batch_id, None)

    def newest(self, operation: str, digest: str) -> Batch | None:
        """Give the batch that was begun last for that file and operation, or None."""
        return next(iter(self._select("AND operation = ? AND digest = ?", operation, digest)), None)

    def unfinished(self) -> list[Batch]:
        """Give the batches that somebody may want to go on with, the newest first."""
        return self._select("AND finished_at IS NULL")

    def of(self, operation: str) -> list[Batch]:
        """Give all batches of an operation, the newest first."""
        return self._select("AND operation = ?", operation)

    def _set_finished(self, batch_id: str, moment: int | None) -> None:
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE batches SET finished_at = ? WHERE account_id = ? AND id = ?",
                (moment, self._account_id, batch_id),
            )

    def _select(self, condition: str, *values: str) -> list[Batch]:
        with self._database.connect() as connection:
            found = connection.execute(
                f"{_SELECT} WHERE account_id = ? {condition} ORDER BY started_at DESC, rowid DESC",
                (self._account_id, *values),
            )
            return [
                Batch(
                    operation=operation,
                    digest=digest,
                    name=name,
                    rows=_rows(rows),
                    anew=bool(anew),
                    id=batch_id,
                    started_at=started,
                    finished_at=finished,
                )
                for operation, digest, name, rows, anew, batch_id, started, finished in found
            ]
