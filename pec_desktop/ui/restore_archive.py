"""Restore an archive: say what a file holds and what will happen, check it all, make it ready."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from pec_desktop.errors import Cancelled, StoreError
from pec_desktop.services.restoring import give_up, is_empty, look, make_ready
from pec_desktop.services.saved_archive import Manifest, is_sealed
from pec_desktop.settings import Settings
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore
from pec_desktop.tasks.runner import Lane, TaskRunner
from pec_desktop.ui import formats
from pec_desktop.ui.archive_dialog import ArchiveDialog, size
from pec_desktop.ui.entry import Entry
from pec_desktop.ui.theme import Theme, set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class RestoreArchive(ArchiveDialog):
    """Looks at `path`, asks, and makes it ready. GUI thread; non-blocking, use `open()`.

    `sending` tells whether something is on its way to the provider: its outcome would be written
    into an archive that is put aside, so that is waited for.
    """

    ready = Signal()
    """The archive is ready, the settings are taken: the program is to start anew."""

    def __init__(
        self,
        runner: TaskRunner,
        theme: Theme,
        database: Database,
        files: FileStore,
        settings: Settings,
        path: Path,
        sending: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("RestoreArchive", "Restore an archive")
        super().__init__(runner, theme, title, parent)
        self._database, self._files, self._settings = database, files, settings
        self._path = path
        self._sending = sending
        self._sealed = False
        self._manifest: Manifest | None = None
        self.passphrase = QLineEdit()
        self._entry = Entry(theme, self.tr("&Passphrase"), self.passphrase)
        self._facts, self._rows = QWidget(), QGridLayout()
        self._notice = QLabel()
        self._fill()
        self._begin()

    @Slot()
    def submit(self) -> None:
        """Open the file with the passphrase; then restore what it holds."""
        if self.busy:
            return
        if self._manifest is None:
            self._look()
        elif self._sending():
            self.show_failed(StoreError("saved.sending"))
        else:
            self._restore()

    # Looking

    def _begin(self) -> None:
        """Find out whether a passphrase is needed; without one, look at once."""
        path = self._path

        def ask(_work: Work) -> bool:
            return is_sealed(path)

        self.run(self.tr("Opening the file…"), ask, self._on_kind, self._on_unreadable)

    def _on_kind(self, sealed: bool) -> None:
        self._sealed = sealed
        self._entry.setVisible(sealed)
        if sealed:
            self.main_button.setText(self.tr("&Open"))
            self.main_button.show()
            self.passphrase.setFocus()
            self.fit()
        else:
            self._look()

    def _look(self) -> None:
        path, words, database = self._path, self.passphrase.text(), self._database
        self._entry.show_error("")

        def look_at(work: Work) -> tuple[Manifest, bool]:
            return look(path, words, work), is_empty(database)

        self.run(self.tr("Opening the file…"), look_at, self._on_seen, self._on_not_seen)

    def _on_seen(self, seen: tuple[Manifest, bool]) -> None:
        self._manifest, empty = seen
        self._entry.hide()
        self._show_facts(self._manifest)
        self._notice.setText(self._what_will_happen(self._manifest, empty))
        self._facts.show()
        self._notice.show()
        self.main_button.setText(self.tr("&Restore and start anew"))
        self.main_button.show()
        self.main_button.setFocus()
        self.fit()

    def _on_not_seen(self, error: Exception) -> None:
        if isinstance(error, StoreError) and error.key == "saved.passphrase":
            words = f"{text(error.key)} {text(f'{error.key}.next')}"
            self._entry.show_error(words)
            self.passphrase.setFocus()
            self.passphrase.selectAll()
            self.fit()
        elif self._sealed and isinstance(error, Cancelled):
            self.passphrase.setFocus()
        else:
            self._on_unreadable(error)

    def _on_unreadable(self, error: Exception) -> None:
        """There is nothing to be restored here."""
        self._entry.hide()
        self.main_button.hide()
        self.cancel_button.setText(self.tr("&Close"))
        self.show_failed(error)
        self.cancel_button.setFocus()

    # Restoring

    def _restore(self) -> None:
        database, files, path, words = (
            *(self._database, self._files),
            *(self._path, self.passphrase.text()),
        )

        def restore(work: Work) -> Manifest:
            return make_ready(database, files, path, words, work)

        self.run(self.tr("Checking and copying…"), restore, self._on_ready, self._on_not_ready)

    def _on_ready(self, manifest: Manifest) -> None:
        self._settings.take(manifest.settings)
        self.accept()
        self.ready.emit()

    def _on_not_ready(self, error: Exception) -> None:
        database = self._database

        def undo(_work: Work) -> None:
            give_up(database)

        self._runner.submit(Lane.UPKEEP, undo, self)  # it was stopped when all was ready
        self.show_failed(error)

    # Showing

    def _fill(self) -> None:
        self.about.setText(formats.line(self._path.name))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._facts.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(self.theme.em(1.5))
        self._rows.setVerticalSpacing(self.theme.em(0.4))
        self._rows.setColumnStretch(1, 1)
        self._notice.setWordWrap(True)
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self._notice, "notice-attention")
        for part in (self._entry, self._facts, self._notice):
            part.hide()
            self.body.addWidget(part)
        self.body.addStretch()
        self.main_button.hide()

    def _show_facts(self, manifest: Manifest) -> None:
        locale = QLocale()
        facts = (
            (self.tr("Saved on"), formats.moment(locale, manifest.made_at)),
            (self.tr("Accounts"), locale.toString(manifest.accounts)),
            (self.tr("Mailboxes"), locale.toString(manifest.mailboxes)),
            (self.tr("Drafts"), locale.toString(manifest.drafts)),
            (self.tr("Entries of Activity"), locale.toString(manifest.attempts)),
            (self.tr("Papers"), self._papers(locale, manifest)),
        )
        for row, (name, value) in enumerate(facts):
            label, words = QLabel(name), QLabel(value)
            set_role(label, "muted")
            self._rows.addWidget(label, row, 0)
            self._rows.addWidget(words, row, 1)

    def _papers(self, locale: QLocale, manifest: Manifest) -> str:
        length = size(locale, sum(part.size for part in manifest.papers))
        words = f"{locale.toString(len(manifest.papers))} · {length}"
        if manifest.missing:
            missing = self.tr("missing already: {count}").format(count=manifest.missing)
            words += f" · {missing}"
        return words

    def _what_will_happen(self, manifest: Manifest, empty: bool) -> str:
        told = []
        if not empty:
            told.append(
                self.tr(
                    "The archive that is here now makes room. It is kept as a file in the "
                    "program's folder, but is no longer shown."
                )
            )
        told.append(
            self.tr(
                "What was done after {moment} is not in it. Before the first payment for each "
                "mailbox the program will warn, because its journal may not know of an earlier "
                "one."
            ).format(moment=formats.moment(QLocale(), manifest.made_at))
        )
        told.append(
            self.tr("On another computer, connect each account again: its access is not in it.")
        )
        return "\n\n".join(told)
