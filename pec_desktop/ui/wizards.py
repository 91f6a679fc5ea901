"""Opens the wizards over the main window, and says what came of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import PecDesktopError
from pec_desktop.store.batches import Batch
from pec_desktop.store.drafts import Draft
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.clearing import clear_away_after
from pec_desktop.ui.desk import Desk
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.ui.batch_sources import Source


class Wizards(QObject):
    """Makes wizards when they are wanted, of modules that are loaded late. GUI thread."""

    registered = Signal(str)
    """A mailbox was registered: its id."""
    started = Signal(str)
    """A communication to the Business Register has begun: its id."""
    communication_wanted = Signal(str)
    """The person wants to see the communication of that id."""
    sent = Signal(str)
    """A mailbox's papers were sent."""
    followed = Signal(str)
    """A mailbox was read again."""
    changed = Signal(str)
    """A mailbox was changed, and paid for."""
    many_changed = Signal()
    """Several mailboxes were made or changed."""
    drafts_changed = Signal()
    finished = Signal()
    """A wizard has closed."""
    failed = Signal(object)
    """The exception that kept a wizard from opening."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    @Slot()
    def load(self) -> None:
        """Load the wizards' modules in a worker, so that the first one opens at once."""
        self._desk.runner.submit(Lane.PAPERS, _load, self)

    def register(
        self, draft_id: str | None = None, values: Mapping[str, object] | None = None
    ) -> None:
        """Open the registration wizard, on a draft or on a new one that begins with `values`."""
        from pec_desktop.ui.registration import RegistrationWizard

        wizard = RegistrationWizard(self._desk, draft_id, self._window, values)
        wizard.registered.connect(self.registered)
        wizard.activation_wanted.connect(self.activate)
        wizard.drafts_changed.connect(self.drafts_changed)
        self._open(wizard)

    @Slot(str)
    def activate(self, mailbox_id: str) -> None:
        """Open the activation wizard of a mailbox."""
        from pec_desktop.ui.activation import ActivationWizard

        try:
            wizard = ActivationWizard(self._desk, mailbox_id, self._window)
        except PecDesktopError as error:
            self.failed.emit(error)
            return
        wizard.sent.connect(self.sent)
        wizard.followed.connect(self.followed)
        self._open(wizard)

    @Slot(str)
    def preserve(self, mailbox_id: str) -> None:
        """Open the wizard that activates a mailbox's legal preservation."""
        from pec_desktop.ui.preservation import PreservationWizard

        try:
            wizard = PreservationWizard(self._desk, mailbox_id, self._window)
        except PecDesktopError as error:
            self.failed.emit(error)
            return
        wizard.sent.connect(self.changed)
        wizard.end_page.looked.connect(self.followed)
        self._open(wizard)

    def change(self, operation: str, mailbox_id: str) -> None:
        """Open the wizard of a change (a key of `domain.changes.FORMS`) of a mailbox."""
        from pec_desktop.ui.change import ChangeWizard

        wizard = ChangeWizard(self._desk, operation, mailbox_id, self._window)
        wizard.changed.connect(self.changed)
        self._open(wizard)

    def renew_many(self, ids: Sequence[str]) -> None:
        """Open the window for many, to renew several mailboxes."""
        from pec_desktop.ui.batch_sources import Selection

        self._open_batch(Selection(self._desk, ids))

    @Slot()
    def choose_table(self) -> None:
        """Ask for a table, without blocking, and open the window for many with it."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(documents)
        chooser = QFileDialog(self._window, self.tr("Many from a table"), folder)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([self.tr("Tables (*.csv *.xlsx)"), self.tr("All files (*)")])
        chooser.fileSelected.connect(self.open_table)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    @Slot(str)
    def open_table(self, path: str) -> None:
        """Open the window for many with what a table holds."""
        from pec_desktop.ui.batch_sources import TableFile

        self._open_batch(TableFile(self._desk, Path(path)))

    @Slot(object)
    def go_on(self, batch: Batch) -> None:
        """Open the window for many with a batch that was begun before."""
        from pec_desktop.ui.batch_sources import Unfinished

        self._open_batch(Unfinished(batch))

    def _open_batch(self, source: Source) -> None:
        from pec_desktop.ui.batch import BatchDialog

        dialog = BatchDialog(self._desk, source, self._window)
        dialog.changed.connect(self.many_changed)
        self._open(dialog)

    def communicate(self, draft_id: str | None = None, mailbox: Mailbox | None = None) -> None:
        """Open the wizard of a communication: on a draft, or on a new one (of a mailbox)."""
        from pec_desktop.ui.communication import CommunicationWizard

        wizard = CommunicationWizard(self._desk, draft_id, mailbox, self._window)
        wizard.started.connect(self.started)
        wizard.show_wanted.connect(self.communication_wanted)
        wizard.drafts_changed.connect(self.drafts_changed)
        self._open(wizard)

    @Slot(object)
    def open_draft(self, draft: Draft) -> None:
        """Go on with a draft where it was left."""
        match draft.kind:
            case "activation":
                self.activate(draft.target)
            case "preservation":
                self.preserve(draft.target)
            case "communication":
                self.communicate(draft.id)
            case "attorney":
                self.communication_wanted.emit(draft.target)
            case _:
                self.register(draft.id)

    def _open(self, wizard: QDialog) -> None:
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.finished.connect(self.finished)
        clear_away_after(wizard)
        wizard.open()


def _load(_work: Work) -> None:
    import pec_desktop.ui.activation
    import pec_desktop.ui.batch
    import pec_desktop.ui.change
    import pec_desktop.ui.communication
    import pec_desktop.ui.preservation
    import pec_desktop.ui.registration  # noqa: F401
