"""Tables that an office prepares: CSV and XLSX files whose first line names the columns.

Every cell comes out as the text a person would read: numbers without a decimal point that nobody
typed, dates as dd/mm/yyyy. What the columns mean is the matter of whoever reads the table.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from pec_desktop.errors import DocumentError

LARGEST = 20_000_000
"""Bytes of a file; ten thousand registrations need a quarter of it."""

MOST_ROWS = 100_000

_XLSX = b"PK\x03\x04"
_SEPARATORS = ";,\t"


class Line(Struct, frozen=True):
    """A line of a table: its `number` as a spreadsheet counts (the header is 1), and its cells."""

    number: int
    cells: dict[str, str]


class Table(Struct, frozen=True):
    """A table: its columns, its lines, and the SHA-256 of the file it came from."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    digest: str


def read(path: Path) -> Table:
    """Read a CSV (UTF-8 or Windows-1252; semicolon, comma or tab) or the first sheet of an XLSX.

    Empty lines are left out. Raises `DocumentError`: ``table.unreadable``, ``table.too_large``,
    ``table.not_a_table``, ``table.no_lines``, ``table.column_twice`` (detail `column`),
    ``table.too_many_cells`` (detail `line`).
    """
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError("table.too_large", name=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError("table.unreadable", name=path.name, reason=str(error)) from error
    rows = _sheet(data, path.name) if data.startswith(_XLSX) else _csv(data, path.name)
    return _table(rows, path.name, hashlib.sha256(data).hexdigest())


def _table(rows: Iterable[tuple[int, list[str]]], name: str, digest: str) -> Table:
    filled = ((number, cells) for number, cells in rows if any(cells))
    columns = tuple(cell.lower() for cell in _trimmed(next(filled, (0, []))[1]))
    if not columns or not all(columns):
        raise DocumentError("table.not_a_table", name=name)
    for column in columns:
        if columns.count(column) > 1:
            raise DocumentError("table.column_twice", name=name, column=column)
    lines: list[Line] = []
    for number, cells in filled:
        if len(_trimmed(cells)) > len(columns) or len(lines) == MOST_ROWS:
            raise DocumentError("table.too_many_cells", name=name, line=number)
        padded = [*cells, *[""] * len(columns)]
        lines.append(Line(number, dict(zip(columns, padded, strict=False))))
    if not lines:
        raise DocumentError("table.no_lines", name=name)
    return Table(columns, tuple(lines), digest)


def _trimmed(cells: list[str]) -> list[str]:
    """Leave out the empty cells at the end, of which spreadsheets write many."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells


def _csv(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    if b"\0" in data:
        raise DocumentError("table.not_a_table", name=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    head = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        before = 0
        for cells in reader:
            # A cell may hold line breaks: a line is named by where it begins.
            yield before + 1, [cell.strip() for cell in cells]
            before = reader.line_num
    except csv.Error as error:
        raise DocumentError("table.not_a_table", name=name, reason=str(error)) from error


def _sheet(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Read the first sheet; whatever a broken file makes the library raise means the same."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, [_text(cell) for cell in cells]
    except Exception as error:
        raise DocumentError("table.not_a_table", name=name, reason=str(error)) from error


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).lower()
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date():
            return f"{cell:%d/%m/%Y}"
        case _:
            return str(cell).strip()
