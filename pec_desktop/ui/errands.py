"""What the main window does in the background: send papers, fetch a form, save, learn rights.

Each errand is one service call in a lane; its end is one signal. Failures go to where the errand
came from, never into a dialog of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import StoreError
from pec_desktop.services import activation, drafts, mailboxes, tokens
from pec_desktop.services.office import Office
from pec_desktop.store.files import StoredFile
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.work import Work

T = TypeVar("T")
Errand = Callable[[Office, str, Work], T]


class Errands(QObject):
    """Runs the window's errands. GUI thread."""

    busy = Signal(str, bool)
    """A mailbox's papers are being sent, or no longer."""
    sent = Signal(str)
    """The provider took a mailbox's papers."""
    form_ready = Signal(object)
    """`StoredFile`: the activation form, to be saved where the person likes."""
    note_saved = Signal(str)
    note_not_saved = Signal(str)
    """Id of the mailbox whose note is still only on the screen; `failed` says why."""
    rights_known = Signal()
    """`office.allowed` and the prices of reading are as known as they will be."""
    failed = Signal(str, object)
    """Id of the mailbox, the exception."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sending: set[str] = set()

    @Slot(str)
    def send_papers(self, mailbox_id: str) -> None:
        """Send the papers on a mailbox's activation draft; a second click does nothing."""
        if mailbox_id not in self._sending:
            self._sending.add(mailbox_id)
            self.busy.emit(mailbox_id, True)
            self._run(Lane.NET, _send, mailbox_id, self._on_sent, self._on_not_sent)

    @Slot(str)
    def get_form(self, mailbox_id: str) -> None:
        """Fetch the activation form, from the archive if it was downloaded before."""
        self._run(Lane.NET, _form, mailbox_id, self._on_form)

    @Slot(str, str)
    def save_note(self, mailbox_id: str, note: str) -> None:
        """Save the office's note about a mailbox."""
        work = partial(_note, note)
        self._run(Lane.STORE, work, mailbox_id, self._on_note, self._on_no_note)

    def save_note_now(self, mailbox_id: str, note: str) -> bool:
        """Save a note before the window goes; a single short write, in this thread."""
        try:
            mailboxes.set_note(self._desk.office, mailbox_id, note)
        except StoreError as error:
            self._on_no_note(mailbox_id, error)
            return False
        return True

    def learn_rights(self) -> None:
        """Find out what the token opens and what reading costs, where that can be known."""
        work = partial(tokens.learn_rights, self._desk.office)
        self._desk.runner.submit(Lane.NET, work, self, self._on_rights)

    def _on_rights(self, _nothing: object) -> None:
        self.rights_known.emit()

    def _run(
        self,
        lane: Lane,
        errand: Errand[T],
        mailbox_id: str,
        done: Callable[[str, T], None],
        failed: Callable[[str, Exception], None] | None = None,
    ) -> None:
        self._desk.runner.submit(
            lane,
            partial(errand, self._desk.office, mailbox_id),
            self,
            partial(done, mailbox_id),
            partial(failed or self.failed.emit, mailbox_id),
        )

    def _on_sent(self, mailbox_id: str, _mailbox: Mailbox) -> None:
        self._end(mailbox_id)
        self.sent.emit(mailbox_id)

    def _on_form(self, _mailbox_id: str, form: StoredFile) -> None:
        self.form_ready.emit(form)

    def _on_note(self, mailbox_id: str, _nothing: object) -> None:
        self.note_saved.emit(mailbox_id)

    def _on_no_note(self, mailbox_id: str, error: Exception) -> None:
        self.note_not_saved.emit(mailbox_id)
        self.failed.emit(mailbox_id, error)

    def _on_not_sent(self, mailbox_id: str, error: Exception) -> None:
        self._end(mailbox_id)
        self.failed.emit(mailbox_id, error)

    def _end(self, mailbox_id: str) -> None:
        self._sending.discard(mailbox_id)
        self.busy.emit(mailbox_id, False)


def _send(office: Office, mailbox_id: str, work: Work) -> Mailbox:
    return activation.activate(office, drafts.activation_of(office, mailbox_id).id, work)


def _form(office: Office, mailbox_id: str, work: Work) -> StoredFile:
    saved = activation.saved_form(office, mailbox_id)
    return saved or activation.download_form(office, mailbox_id, work)


def _note(note: str, office: Office, mailbox_id: str, _work: Work) -> None:
    mailboxes.set_note(office, mailbox_id, note)
