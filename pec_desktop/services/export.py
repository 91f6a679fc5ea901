"""Tables as CSV files: mailboxes, activity, reports, for bills and spreadsheets. No network.

UTF-8 with a byte order mark, CRLF. Separator and decimal sign follow the language, because
spreadsheets expect those of the country (`PLAIN` is for other programs); dates are ISO 8601
(2026-11-23, moments in the computer's own time), which every spreadsheet reads in one way only. A
text that a spreadsheet would take for a formula gets an apostrophe in front. Written beside its
place first, then put there in one step, for whoever may read that folder: an office's tables are
shared.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import Struct

from pec_desktop import atomic
from pec_desktop.domain.checks import parse_date
from pec_desktop.domain.mailbox import MailboxType, State

if TYPE_CHECKING:
    from pec_desktop.services.activity import Entry
    from pec_desktop.store.mailboxes import StoredMailbox

T = TypeVar("T")

Words = Callable[[str], str]
"""Turns a key (``export.<column>``, ``state.evasa``, ``outcome.confirmed``) into words."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""How a formula may begin (the last four are the wide signs that some spreadsheets take too)."""


class Style(Struct, frozen=True):
    """What a spreadsheet of the person's country expects between values and in numbers.

    `mark` is the byte order mark by which it knows UTF-8; other programs stumble over it.
    """

    separator: str = ";"
    decimal: str = ","
    mark: bool = True


PLAIN = Style(",", ".", mark=False)
"""What other programs expect."""


def style_for(language: str) -> Style:
    """Return semicolon and decimal comma for Italian and German, comma and point otherwise."""
    return Style() if language[:2].lower() in ("it", "de") else Style(",", ".")


class Key(str):
    """A value that is a key for words."""

    __slots__ = ()


class Column(Struct, Generic[T], frozen=True):
    """A column: its name (words are ``export.<name>``) and its value in a row.

    Texts are guarded against being taken for formulas; a `Key` becomes words, a `Decimal` gets the
    decimal sign, None stays empty.
    """

    name: str
    value: Callable[[T], Key | str | int | bool | Decimal | None]


def write_mailboxes(path: Path, rows: Sequence[StoredMailbox], words: Words, style: Style) -> None:
    """Write one line per mailbox. Raises `StoreError`; an older file then stays as it was."""
    _write(path, MAILBOXES, rows, words, style)


def write_activity(path: Path, entries: Sequence[Entry], words: Words, style: Style) -> None:
    """Write one line per attempt: date, operation, mailbox, holder, amount, reference, outcome.

    Amounts are EUR without IVA, as expected when the call was made. Raises as `write_mailboxes`.
    """
    _write(path, ACTIVITY, entries, words, style)


class BatchLine(Struct, frozen=True):
    """A row of a batch and what came of it, or of a mailbox that was asked about.

    `outcome` is a `Key`, or a state as received; `price` EUR without IVA, None where nothing was or
    will be paid, or nobody knows. `id` is the mailbox's, and what stands behind `data_scadenza`.
    """

    row: int
    label: str
    holder: str = ""
    outcome: str = ""
    id: str = ""
    data_scadenza: str = ""
    price: Decimal | None = None
    error: str = ""
    warnings: str = ""


def write_batch(path: Path, lines: Sequence[BatchLine], words: Words, style: Style) -> None:
    """Write what came of a batch, one line per row. Raises as `write_mailboxes`."""
    _write(path, BATCH, lines, words, style)


def _of(name: str, value: Callable[[Any], object] | None = None) -> Column[StoredMailbox]:
    """Make a column of a mailbox's own field, or of what `value` makes of the mailbox."""
    take: Any = value or (lambda box: getattr(box, name))
    return Column(name, lambda row: take(row.mailbox))


GONE = Key("state.unlisted")
"""What stands in place of a mailbox's state where the vendor's list no longer has it."""

MAILBOXES: tuple[Column[StoredMailbox], ...] = (
    _of("casella_pec"),
    _of("tipo_casella", lambda box: _known(box.tipo_casella, box.type, "type")),
    Column(
        "stato",
        lambda row: _known(row.mailbox.stato, row.mailbox.state, "state") if row.listed else GONE,
    ),
    _of("holder"),
    _of("cf_piva_titolare"),
    _of("nome_richiedente"),
    _of("cognome_richiedente"),
    _of("codice_fiscale_richiedente"),
    _of("email"),
    _of("telefono"),
    _of("registered", lambda box: _moment(box.timestamp.registrazione)),
    _of("data_attivazione", lambda box: _day(box.data_attivazione)),
    _of("data_scadenza", lambda box: _day(box.data_scadenza)),
    _of("autorinnovo"),
    _of("spazio_disco"),
    _of("spazio_storico"),
    _of("spazio_conservazione"),
    _of("users", lambda box: len(box.multiutenza)),
    Column("note", lambda row: row.note),
    _of("id"),
)

ACTIVITY: tuple[Column[Entry], ...] = (
    Column("date", lambda entry: _moment(entry.attempt.started_at)),
    Column("operation", lambda entry: Key(f"operation.{entry.attempt.operation}")),
    Column("mailbox", lambda entry: entry.attempt.label),
    Column("holder", lambda entry: entry.holder),
    Column("amount", lambda entry: _amount(entry.attempt.amount)),
    Column("reference", lambda entry: entry.reference),
    Column("outcome", lambda entry: Key(f"outcome.{entry.attempt.outcome}")),
)

BATCH: tuple[Column[BatchLine], ...] = (
    Column("row", lambda line: line.row),
    Column("label", lambda line: line.label),
    Column("holder", lambda line: line.holder),
    Column("outcome", lambda line: line.outcome),
    Column("id", lambda line: line.id),
    Column("data_scadenza", lambda line: _day(line.data_scadenza)),
    Column("price", lambda line: line.price),
    Column("error", lambda line: line.error),
    Column("warnings", lambda line: line.warnings),
)


def _write(
    path: Path,
    columns: tuple[Column[T], ...],
    rows: Iterable[T],
    words: Words,
    style: Style,
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=style.separator, lineterminator="\r\n")
    writer.writerow([words(f"export.{column.name}") for column in columns])
    for row in rows:
        writer.writerow([_cell(column.value(row), words, style) for column in columns])
    coding = "utf-8-sig" if style.mark else "utf-8"
    atomic.write(path, out.getvalue().encode(coding, "replace"), shared=True)


def _cell(value: object, words: Words, style: Style) -> str:
    match value:
        case None:
            return ""
        case Key():
            return words(value)
        case bool():
            return words(f"export.{str(value).lower()}")
        case Decimal():
            return f"{value:f}".replace(".", style.decimal)
        case str():
            return f"'{value}" if value.startswith(_FORMULA) else value
        case _:
            return str(value)


def _known(raw: str, kind: State | MailboxType, family: str) -> str:
    """Return the key of a state or type, or what came where it is new to this program."""
    new = kind.value == State.UNKNOWN.value
    return raw if new else Key(f"{family}.{kind.value}")


def _day(text: str) -> str:
    day = parse_date(text)
    return day.isoformat() if day else text


def _moment(at: int | None) -> str | None:
    if at is None:
        return None
    return datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def _amount(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None
