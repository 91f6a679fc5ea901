"""Saving a copy of a paper where the person chooses: complete, or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from pec_desktop import atomic
from pec_desktop.errors import Refusal, StoreError
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.work import Work


class SaveAs(QFileDialog):
    """Asks where to save a copy of a PDF, saves it, and is gone. GUI thread; use `ask`."""

    saved = Signal(object)
    """The copy's `Path`."""

    failed = Signal(object)
    """`Refusal("save.failed")`: the disk said no."""

    def __init__(self, desk: Desk, source: Path, name: str, parent: QWidget) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        super().__init__(parent, self.tr("Save a copy"), str(folder / name), "PDF (*.pdf)")
        self._desk = desk
        self._source = source
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix("pdf")
        self.fileSelected.connect(self._on_selected)
        self.rejected.connect(self.deleteLater)

    @Slot(str)
    def _on_selected(self, target: str) -> None:
        """Copy in a worker: the place may be on a slow network."""
        source = self._source

        def copy(_work: Work) -> Path:
            try:
                atomic.copy(source, Path(target), shared=True)
            except StoreError as error:
                raise Refusal("save.failed", path=target) from error
            return Path(target)

        self._desk.runner.submit(Lane.STORE, copy, self, self._on_saved, self._on_failed)

    def _on_saved(self, copy: Path) -> None:
        self.saved.emit(copy)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.deleteLater()


def ask(desk: Desk, parent: QWidget, source: Path, name: str) -> SaveAs:
    """Ask where to save a copy of the PDF `source`, without blocking; `name` is proposed."""
    dialog = SaveAs(desk, source, name, parent)
    dialog.open()
    return dialog
