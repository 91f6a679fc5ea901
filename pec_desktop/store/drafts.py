"""Drafts: what a person has begun and not yet sent, kept at every step."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any, Literal
from uuid import uuid4

import msgspec
from msgspec import Struct, field

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.store.database import Database, as_json

DraftKind = Literal["registration", "activation", "preservation", "communication", "attorney"]
"""What a draft becomes; the last is the signed power of attorney of a communication."""


class DraftPaper(Struct, frozen=True):
    """A paper of a draft: its content (`FileStore`), its name as dropped, what it is for."""

    sha256: str
    name: str
    role: Literal["form", "identity", "other"] = "other"


class Draft(Struct, kw_only=True):
    """One piece of unfinished work.

    `step` is where the wizard stands; `values` are the fields by the API's names (JSON values);
    `target` is the mailbox's (or the communication's) id, empty for what does not exist yet;
    `made_on` is that mailbox as it was when the draft was begun, None where nobody knows it;
    `ready` means that only the sending is left; `problems` are those the vendor named. `place` is
    where a ready one stands in the outbox, 0 for others. It and the moments (Unix seconds) are set
    by `DraftStore.save`.
    """

    account_id: str
    kind: DraftKind
    id: str = field(default_factory=lambda: uuid4().hex)
    step: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    target: str = ""
    made_on: Mailbox | None = None
    papers: list[DraftPaper] = field(default_factory=list)
    ready: bool = False
    place: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)
    created_at: int = 0
    updated_at: int = 0


_decode = msgspec.json.Decoder(Draft).decode
_SELECT = "SELECT draft FROM drafts"


class DraftStore:
    """Reads and writes one account's drafts. Any thread; raises `StoreError`."""

    def __init__(self, database: Database, account_id: str) -> None:
        self._database = database
        self._account_id = account_id

    def all(self) -> list[Draft]:
        """Give the drafts, the one worked on last first."""
        return self._select("")

    def get(self, draft_id: str) -> Draft | None:
        """Give one draft, or None."""
        return next(iter(self._select("AND id = ?", draft_id)), None)

    def for_target(self, kind: str, target: str) -> Draft | None:
        """Give the draft of that kind for a mailbox (the last, were there several), or None."""
        return next(iter(self._select("AND kind = ? AND target = ?", kind, target)), None)

    def save(self, draft: Draft) -> None:
        """Add the draft or replace its earlier state; sets its moments and its place.

        A draft that has become ready takes its place behind all others, and keeps it as long as it
        is ready.
        """
        if draft.account_id != self._account_id:
            raise ValueError("the draft belongs to another account")
        draft.updated_at = self._database.now()
        draft.created_at = draft.created_at or draft.updated_at
        with self._database.transaction() as connection:
            draft.place = self._place(connection, draft.id) if draft.ready else 0
            connection.execute(
                "INSERT OR REPLACE INTO drafts (id, account_id, kind, target, updated_at, draft)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    *(draft.id, draft.account_id, draft.kind, draft.target, draft.updated_at),
                    as_json(draft),
                ),
            )

    def arrange(self, ids: Sequence[str]) -> None:
        """Let the ready ones among these stand in the outbox in this order."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE drafts SET draft = json_set(draft, '$.place', ?)"
                " WHERE account_id = ? AND id = ? AND json_extract(draft, '$.ready')",
                [(place, self._account_id, one) for place, one in enumerate(ids, start=1)],
            )

    def delete(self, draft_id: str) -> None:
        """Remove a draft; without effect if it is gone. Its papers stay for `remove_unused`."""
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM drafts WHERE account_id = ? AND id = ?", (self._account_id, draft_id)
            )

    def _place(self, connection: sqlite3.Connection, draft_id: str) -> int:
        """Give the place a draft has in the outbox, or the next one behind all others."""
        (own, last) = connection.execute(
            "SELECT max(json_extract(draft, '$.place')) FILTER (WHERE id = ?),"
            " max(json_extract(draft, '$.place')) FROM drafts WHERE account_id = ?",
            (draft_id, self._account_id),
        ).fetchone()
        return int(own or (last or 0) + 1)

    def _select(self, condition: str, *values: str) -> list[Draft]:
        with self._database.connect() as connection:
            rows = connection.execute(
                f"{_SELECT} WHERE account_id = ? {condition} ORDER BY updated_at DESC, rowid DESC",
                (self._account_id, *values),
            )
            return [_decode(draft) for (draft,) in rows]


def papers_in_use(connection: sqlite3.Connection) -> set[str]:
    """Give the SHA-256 of every paper that a draft, a mailbox or an open attempt holds."""
    drafts = [_decode(draft) for (draft,) in connection.execute(_SELECT)]
    used = {paper.sha256 for draft in drafts for paper in draft.papers}
    used.update(sha256 for (sha256,) in connection.execute("SELECT sha256 FROM papers"))
    sent = "SELECT reference FROM attempts WHERE outcome IN ('pending', 'unknown')"
    used.update(word for (reference,) in connection.execute(sent) for word in reference.split())
    return used
