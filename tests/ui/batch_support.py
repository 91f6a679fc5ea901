"""What the tests of the window for many share: tables on the disk, and a person's hands."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from changes_support import box
from office_support import STUDIO
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from wizard_support import Place

from pec_desktop.ui.batch import BatchDialog
from pec_desktop.ui.batch_sources import Selection, Source, TableFile
from pec_desktop.ui.save_as import SaveAs


def registration(name: str, **values: object) -> dict[str, object]:
    """A row that registers a mailbox, without an error unless `values` bring one."""
    address = f"{name}@testcert.legalmail.it"
    return {**STUDIO, "autorinnovo": "no", "casella_pec": address, **values}


def table(folder: Path, *rows: Mapping[str, object], name: str = "clienti.csv") -> Path:
    """Write rows as an office does; all of them have the columns of the first."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


def show(at: Place, source: Source) -> BatchDialog:
    """An open window for many, after all was read."""
    dialog = BatchDialog(at.desk, source)
    at.show(dialog)
    at.settle()
    return dialog


def selected(at: Place, *names: str) -> BatchDialog:
    """The window on mailboxes of the seeded office."""
    return show(at, Selection(at.desk, [box(at.at, name).id for name in names]))


def opened(at: Place, path: Path) -> BatchDialog:
    """The window on a table."""
    return show(at, TableFile(at.desk, path))


def press(at: Place, dialog: BatchDialog) -> None:
    """Press the button that pays, and wait for what follows."""
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.settle()


def cells(dialog: BatchDialog, heading: str) -> list[str]:
    """The texts of one column, from top to bottom."""
    model = dialog.table.rows
    column = [one.title for one in model.columns].index(heading)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def states(dialog: BatchDialog) -> list[str]:
    """How the rows stand."""
    return [row.state for row in dialog.rows]


def saved(at: Place, dialog: BatchDialog, target: Path) -> list[dict[str, Any]]:
    """Save the result file and read it: by its headings."""
    dialog.export_button.click()
    chooser = dialog.findChild(SaveAs)
    assert isinstance(chooser, SaveAs)
    with at.qtbot.waitSignal(chooser.saved, timeout=10_000):
        chooser.fileSelected.emit(str(target))
    with target.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
