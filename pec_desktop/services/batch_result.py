"""What came of a batch in words: the lines of its result file, and the remark at each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from pec_desktop.domain.fields import Severity
from pec_desktop.services import batch_rows
from pec_desktop.services.batch import Result, RowState
from pec_desktop.services.batch_rows import Planned
from pec_desktop.services.export import BatchLine, Key

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.store.mailboxes import StoredMailbox

Say = Callable[..., str]
"""Turns a key and its details into words."""

Explain = Callable[[Result], str]
"""Says what kept a row from being done, where nothing is wrong with the row itself."""


def remark(result: Result, say: Say, explain: Explain) -> str:
    """Say why a row is not done; empty for one that is, or may be yet."""
    if result.state is RowState.INVALID and result.error is None:
        return problems(result.planned, Severity.ERROR, say)
    return "" if result.state is RowState.CONFIRMED else explain(result)


def problems(one: Planned, severity: Severity, say: Say) -> str:
    """Say what is wrong with a row's values, each by its column."""
    said = (
        (problem.field, say(problem.key, **problem.details))
        for problem in one.problems
        if problem.severity is severity
    )
    return "; ".join(
        words if name == batch_rows.BY_ID else f"{name}: {words}" for name, words in said
    )


def lines(office: Office, found: Sequence[Result], say: Say, explain: Explain) -> list[BatchLine]:
    """Return the lines of the result file; no network."""
    stored = {one.mailbox.id: one for one in office.mailboxes.all()}
    return [_line(office, one, stored.get(one.reference), say, explain) for one in found]


def price(office: Office, result: Result) -> Decimal | None:
    """Return what a row has cost as the journal noted it, or will cost; None where nobody knows."""
    if result.attempt is not None:
        return None if result.attempt.amount is None else Decimal(result.attempt.amount)
    if result.state is RowState.INVALID:
        return None
    return batch_rows.price(office, result.planned).amount


def _line(
    office: Office, result: Result, stored: StoredMailbox | None, say: Say, explain: Explain
) -> BatchLine:
    one = result.planned
    mailbox = stored.mailbox if stored else None
    return BatchLine(
        row=one.number,
        label=one.label,
        holder=mailbox.holder if mailbox else str(one.values.get("denominazione_titolare") or ""),
        outcome=Key(f"row.{result.state}"),
        id=result.reference,
        data_scadenza=mailbox.data_scadenza if mailbox else "",
        price=price(office, result),
        error=remark(result, say, explain),
        warnings=problems(one, Severity.WARNING, say),
    )
