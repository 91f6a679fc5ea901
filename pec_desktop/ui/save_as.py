"""Saving something where the person chooses, complete or not at all: a copy of a paper, a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from pec_desktop import atomic
from pec_desktop.errors import Refusal, StoreError
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.work import Work


class SaveAs(QFileDialog):
    """Asks where to save, lets `write` put it there, and is gone. GUI thread.

    `write` is called in a worker with the chosen place, which may be on a slow network. `name` is
    proposed, its ending is the kind of file. Use `open()`.
    """

    saved = Signal(object)
    """The `Path` where it lies now."""

    failed = Signal(object)
    """`Refusal("save.failed")`: the disk said no."""

    def __init__(
        self, desk: Desk, parent: QWidget, title: str, name: str, write: Callable[[Path], object]
    ) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        ending = Path(name).suffix.removeprefix(".")
        super().__init__(parent, title, str(folder / name), f"{ending.upper()} (*.{ending})")
        self._desk = desk
        self._write = write
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(ending)
        self.fileSelected.connect(self._on_selected)
        self.rejected.connect(self.deleteLater)

    @Slot(str)
    def _on_selected(self, target: str) -> None:
        write = self._write

        def save(_work: Work) -> Path:
            try:
                write(Path(target))
            except StoreError as error:
                raise Refusal("save.failed", path=target) from error
            return Path(target)

        self._desk.runner.submit(Lane.STORE, save, self, self._on_saved, self._on_failed)

    def _on_saved(self, place: Path) -> None:
        self.saved.emit(place)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self.deleteLater()


def ask(desk: Desk, parent: QWidget, source: Path, name: str) -> SaveAs:
    """Ask where to save a copy of the PDF `source`, without blocking; `name` is proposed."""

    def copy(target: Path) -> None:
        atomic.copy(source, target, shared=True)

    return ask_table(desk, parent, name, copy)


def ask_table(desk: Desk, parent: QWidget, name: str, write: Callable[[Path], object]) -> SaveAs:
    """Ask where `write` shall put a file, without blocking; `name` is proposed.

    `write` runs in a worker and may raise `StoreError`.
    """
    title = QCoreApplication.translate("SaveAs", "Save a copy")
    dialog = SaveAs(desk, parent, title, name, write)
    dialog.open()
    return dialog
