"""Where a batch comes from: a table that somebody has prepared, or mailboxes that were selected.

Both become the same: an operation, rows, and a digest by which the same thing is known again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pec_desktop.documents import tables
from pec_desktop.documents.tables import Table
from pec_desktop.domain.evidence import digest
from pec_desktop.errors import Refusal
from pec_desktop.services import batch
from pec_desktop.services.batch import Result, RowState
from pec_desktop.services.batch_rows import BY_ADDRESS, BY_ID, EXPIRY, KINDS
from pec_desktop.store.batches import Batch, BatchRow

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work


def read(path: Path) -> Table:
    """Read a table whose lines name mailboxes. Raises as `documents.tables.read` does, and
    `Refusal("table.no_name")` if none of its columns names one.
    """
    table = tables.read(path)
    names = (BY_ID, BY_ADDRESS)
    if not any(name in table.columns for name in names):
        raise Refusal("table.no_name", columns=", ".join(names))
    return table


def operations(columns: Sequence[str]) -> tuple[str, ...]:
    """Return what these columns may be meant for: where the fewest of them mean nothing."""
    odd = {
        operation: len(odd_columns(columns, operation))
        for operation, kind in KINDS.items()
        if any(name in columns for name in kind.columns if name in (BY_ID, BY_ADDRESS))
    }
    return tuple(operation for operation in odd if odd[operation] == min(odd.values()))


def odd_columns(columns: Sequence[str], operation: str) -> list[str]:
    """Return the columns that mean nothing for `operation`."""
    return [column for column in columns if column not in KINDS[operation].columns]


def of_table(table: Table, operation: str, name: str, *, anew: bool = False) -> Batch:
    """Return a table as a batch that is not begun yet; its identity is that of the file."""
    rows = tuple(BatchRow(line.number, dict(line.cells)) for line in table.lines)
    return Batch(operation=operation, digest=table.digest, name=name, rows=rows, anew=anew)


def of_mailboxes(
    office: Office, ids: Sequence[str], years: int, name: str, *, anew: bool = False
) -> Batch:
    """Return the renewal of these mailboxes, as they are known now, as a batch not begun yet.

    Each row says when its mailbox expires. So the same selection is another one once its mailboxes
    were renewed, and no row is sent for a mailbox that somebody has renewed meanwhile.
    """
    stored = [one for one in map(office.mailboxes.get, ids) if one is not None]
    rows = tuple(
        BatchRow(place, {BY_ID: box.id, "anni": years, EXPIRY: box.data_scadenza})
        for place, box in enumerate((one.mailbox for one in stored), 1)
    )
    return _identified(Batch(operation="renew_mailbox", digest="", name=name, rows=rows, anew=anew))


def is_selection(one: Batch) -> bool:
    """Whether a batch came from mailboxes that were selected: its digest is that of its rows."""
    fields = {BY_ID, "anni", EXPIRY}
    return all(set(row.values) == fields for row in one.rows) and _identified(one) == one


def look(
    office: Office,
    wanted: Batch,
    work: Work,
    *,
    accept_checks: bool = False,
    after_loss: bool = True,
    able: bool = False,
) -> tuple[Batch, list[Result]]:
    """Return the batch that `wanted` is or would be, and how its rows stand; nothing is sent.

    With `able` those that cannot be sent are no part of it, but come among the results.
    """
    one = batch.standing(office, wanted)
    planned = batch.plan(office, one, work, accept_checks=accept_checks, after_loss=after_loss)
    found = batch.results(office, planned)
    if not able or one is not wanted:
        return one, found
    wrong = {result.planned.number for result in found if result.state is RowState.INVALID}
    rows = tuple(row for row in one.rows if row.number not in wrong)
    picked = _identified(replace(one, rows=rows))
    if rows and wrong and batch.standing(office, picked) is not picked:
        return look(office, picked, work)
    return picked, found


def _identified(rows: Batch) -> Batch:
    """Give a batch without a file the digest of what its rows say, in whatever order."""
    values = sorted((row.values for row in rows.rows), key=lambda one: str(one[BY_ID]))
    return replace(rows, digest=digest(values))
