"""Tables that offices send: what is read from CSV and XLSX, and what is refused."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from pec_desktop.documents import tables
from pec_desktop.errors import DocumentError


def saved(folder: Path, data: bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        "casella_pec;anni\r\nè@x.it;2\r\n".encode("utf-8-sig"),
        "casella_pec;anni\nè@x.it;2\n".encode("cp1252"),
        "casella_pec,anni\nè@x.it,2".encode(),
        "Casella_PEC\tANNI\n è@x.it \t2\n\n".encode(),
        '"casella_pec";"anni"\n;\n"è@x.it";"2";;\n'.encode(),
    ],
)
def test_a_table_is_read_however_it_was_saved(tmp_path: Path, data: bytes) -> None:
    table = tables.read(saved(tmp_path, data))
    assert table.columns == ("casella_pec", "anni")
    assert [line.cells for line in table.lines] == [{"casella_pec": "è@x.it", "anni": "2"}]


def test_lines_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    table = tables.read(saved(tmp_path, b'a;b\n\n1;"two\nlines"\n3;4\n'))
    assert [(line.number, line.cells["a"]) for line in table.lines] == [(3, "1"), (5, "3")]


def test_a_sheet_gives_what_a_person_reads(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["id", "anni", "data", "ora", "autorinnovo", "vuoto"])
    moment = datetime(2026, 3, 2, 10, 0)  # noqa: DTZ001 - spreadsheets know no zones
    sheet.append(["x", 2.0, date(2026, 3, 1), moment, True, None])
    sheet.append([None] * 6)
    path = tmp_path / "table.xlsx"
    book.save(path)
    (line,) = tables.read(path).lines
    assert line.cells == {
        "id": "x",
        "anni": "2",
        "data": "01/03/2026",
        "ora": "02/03/2026",
        "autorinnovo": "true",
        "vuoto": "",
    }
    assert line.number == 2


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    one, other = (tables.read(saved(tmp_path, data)).digest for data in (b"a\n1", b"a\n2"))
    assert one != other
    assert tables.read(saved(tmp_path, b"a\n1", "other.csv")).digest == one


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "table.not_a_table"),
        (b"\n\n", "table.not_a_table"),
        (b"a;b\n", "table.no_lines"),
        (b"a;b\n;\n", "table.no_lines"),
        (b"a;;b\n1;2;3\n", "table.not_a_table"),
        (b"a;A\n1;2\n", "table.column_twice"),
        (b"a;b\n1;2;3\n", "table.too_many_cells"),
        (b'a;b\n"1;2\n', "table.not_a_table"),
        (b"%PDF-1.4\0\0", "table.not_a_table"),
        (b"PK\x03\x04 no zip", "table.not_a_table"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes, key: str) -> None:
    with pytest.raises(DocumentError) as caught:
        tables.read(saved(tmp_path, data))
    assert caught.value.key == key


def test_a_missing_file_and_a_huge_one_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DocumentError, match=r"table\.unreadable"):
        tables.read(tmp_path / "none.csv")
    monkeypatch.setattr(tables, "LARGEST", 3)
    with pytest.raises(DocumentError, match=r"table\.too_large"):
        tables.read(saved(tmp_path, b"a;b\n1;2\n"))
