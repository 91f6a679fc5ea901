"""Save an archive: the whole office in one file, with a passphrase unless the person wants none."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QStandardPaths, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QWidget

from pec_desktop.services.saved_archive import Manifest
from pec_desktop.services.saving import LEAST_PASSPHRASE, save
from pec_desktop.settings import Settings
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore
from pec_desktop.tasks.runner import TaskRunner
from pec_desktop.ui.archive_dialog import ArchiveDialog, size
from pec_desktop.ui.entry import Entry
from pec_desktop.ui.theme import Theme, set_role
from pec_desktop.work import Work


class SaveArchive(ArchiveDialog):
    """Asks for a passphrase and a place, and saves. GUI thread; non-blocking, use `open()`."""

    def __init__(
        self,
        runner: TaskRunner,
        theme: Theme,
        database: Database,
        files: FileStore,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("SaveArchive", "Save an archive")
        super().__init__(runner, theme, title, parent)
        self._database, self._files, self._settings = database, files, settings
        self.protect = QCheckBox(self.tr("&Protect it with a passphrase"))
        self.passphrase, self.again = _hidden(), _hidden()
        self._first = Entry(theme, self.tr("Pass&phrase"), self.passphrase)
        self._second = Entry(theme, self.tr("The same &once more"), self.again)
        self._hint, self._warning = QLabel(), QLabel()
        self._fill()

    @Slot()
    def submit(self) -> None:
        """Ask where to save it, if the passphrase will do."""
        if self.ended:
            self.accept()
        elif not self.busy and self._check():
            self._ask_where()

    # Inside

    def _ask_where(self) -> None:
        """Ask for the place, without blocking; the ending says which kind of file it is."""
        ending = "zip.age" if self.protect.isChecked() else "zip"
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        name = f"PEC Desktop {datetime.now().astimezone():%Y-%m-%d}.{ending}"
        place = Path(QStandardPaths.writableLocation(documents)) / name
        chooser = QFileDialog(self, self.windowTitle(), str(place), f"(*.{ending})")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(ending)
        chooser.fileSelected.connect(self._on_place)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    @Slot(str)
    def _on_place(self, place: str) -> None:
        database, files, values = self._database, self._files, self._settings.portable()
        target, words = Path(place), self.passphrase.text() if self.protect.isChecked() else ""

        def work_on(work: Work) -> tuple[Path, int, Manifest]:
            manifest = save(database, files, values, target, words, work)
            return target, target.stat().st_size, manifest

        self.run(self.tr("Saving the archive…"), work_on, self._on_saved, self.show_failed)

    def _on_saved(self, saved: tuple[Path, int, Manifest]) -> None:
        target, length, manifest = saved
        told = [
            f"{target.name} · {size(QLocale(), length)}",
            self.tr("Papers in it: {count}").format(count=len(manifest.papers)),
        ]
        if manifest.missing:
            told.append(
                self.tr("Papers that were no longer on the disk: {count}").format(
                    count=manifest.missing
                )
            )
        if self.protect.isChecked():
            told.append(self.tr("Keep the passphrase apart from the file."))
        self.show_end(self.tr("Saved"), "\n".join(told), self.tr("&Close"))

    def _check(self) -> bool:
        """Say what is wrong with the passphrase; tell whether nothing is."""
        first = second = ""
        if self.protect.isChecked():
            if len(self.passphrase.text()) < LEAST_PASSPHRASE:
                first = self.tr("At least {count} characters; four words will do.").format(
                    count=LEAST_PASSPHRASE
                )
            elif self.passphrase.text() != self.again.text():
                second = self.tr("This is not the same.")
        self._first.show_error(first)
        self._second.show_error(second)
        wrong = self.passphrase if first else self.again if second else None
        if wrong is not None:
            wrong.setFocus()
            self.fit()
        return wrong is None

    @Slot(bool)
    def _on_protect(self, protect: bool) -> None:
        for part in (self._first, self._second, self._hint):
            part.setVisible(protect)
        self._warning.setVisible(not protect)
        self.fit()

    def _fill(self) -> None:
        self.main_button.setText(self.tr("&Save…"))
        self.about.setText(
            self.tr(
                "The whole office in one file: drafts, papers, notes, Activity, prices and looks, "
                "for another computer or for safe keeping. Access tokens stay in this computer's "
                "keychain and are not in it."
            )
        )
        self._hint.setText(
            self.tr(
                "Without the passphrase nobody can open the file, the makers of the program "
                "neither. What it was cannot be found out."
            )
        )
        self._warning.setText(
            self.tr(
                "Whoever gets hold of the file can read the clients' data and identity documents."
            )
        )
        set_role(self._hint, "hint")
        set_role(self._warning, "notice-attention")
        for label in (self._hint, self._warning):
            label.setWordWrap(True)
        for part in (self.protect, self._first, self._second, self._hint, self._warning):
            self.body.addWidget(part)
        self.body.addStretch()
        self.protect.toggled.connect(self._on_protect)
        self.protect.setChecked(True)
        self.passphrase.setFocus()


def _hidden() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
