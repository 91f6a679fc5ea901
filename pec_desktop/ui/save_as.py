"""Saving a copy of a paper where the person chooses."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def ask(parent: QWidget, source: Path, name: str) -> QFileDialog:
    """Ask where to save a copy of the PDF `source`, without blocking; returns the open dialog."""
    title = QCoreApplication.translate("save_as", "Save a copy")
    dialog = QFileDialog(parent, title, name, "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.fileSelected.connect(partial(shutil.copyfile, source))
    dialog.open()
    return dialog
