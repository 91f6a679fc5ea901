"""Saving where the person chooses: a copy of a paper, a table for a spreadsheet."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from pec_desktop.errors import Refusal, StoreError
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.work import Work

PDF, CSV = "PDF (*.pdf)", "CSV (*.csv)"
"""The kinds of files, as the dialog names them."""


class SaveAs(QFileDialog):
    """Asks where to save, lets `write` do it there, and is gone. GUI thread; use `ask`."""

    saved = Signal(object)
    """The new file's `Path`."""

    failed = Signal(object)
    """`Refusal("save.failed")`: the disk said no."""

    def __init__(
        self, desk: Desk, name: str, kind: str, write: Callable[[Path], object], parent: QWidget
    ) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        super().__init__(parent, self.tr("Save a copy"), str(folder / name), kind)
        self._desk = desk
        self._write = write
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        self.fileSelected.connect(self._on_selected)
        self.rejected.connect(self.deleteLater)

    @Slot(str)
    def _on_selected(self, target: str) -> None:
        """Write in a worker: the place may be on a slow network."""
        write = self._write

        def save(_work: Work) -> Path:
            try:
                write(Path(target))
            except (OSError, StoreError) as error:
                raise Refusal("save.failed", path=target) from error
            return Path(target)

        self._desk.runner.submit(Lane.STORE, save, self, self._on_saved, self._on_failed)

    def _on_saved(self, copy: Path) -> None:
        self.saved.emit(copy)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.deleteLater()


def ask(desk: Desk, parent: QWidget, source: Path, name: str) -> SaveAs:
    """Ask where to save a copy of the PDF `source`, without blocking; `name` is proposed."""
    return _opened(SaveAs(desk, name, PDF, lambda target: shutil.copyfile(source, target), parent))


def ask_table(desk: Desk, parent: QWidget, name: str, write: Callable[[Path], object]) -> SaveAs:
    """Ask where `write` shall put a CSV file, without blocking; `name` is proposed.

    `write` runs in a worker and may raise `OSError` and `StoreError`.
    """
    return _opened(SaveAs(desk, name, CSV, write, parent))


def _opened(dialog: SaveAs) -> SaveAs:
    dialog.open()
    return dialog
