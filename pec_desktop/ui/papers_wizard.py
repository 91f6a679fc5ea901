"""What activation and preservation have in common: a form, papers, a page that sends, an end.

The draft is the mailbox's one draft of its kind, the same that a paper tray shows elsewhere. All
but the form's download, the sending and the following works without a network.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.flows import Flow
from pec_desktop.domain.mailbox import Mailbox, refusal
from pec_desktop.errors import Refusal
from pec_desktop.services import drafts
from pec_desktop.services.papers import PROCEDURES, PaperDraft
from pec_desktop.store.mailboxes import StoredMailbox
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.drop_area import holds_files
from pec_desktop.ui.paper_pages import FormPage, PapersPage
from pec_desktop.ui.wizard import Page, Wizard
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class PapersWizard(Wizard):
    """The shell of both. A subclass makes its pages, sends, and says what an end looks like.

    Raises `Refusal("mailbox.gone")` for a mailbox that the archive does not know. GUI thread.
    """

    kind: PaperDraft
    """The kind of its drafts."""

    sent = Signal(str)
    """The papers of that mailbox were accepted."""

    def __init__(
        self, desk: Desk, flow: Flow, mailbox_id: str, parent: QWidget | None = None
    ) -> None:
        stored = desk.office.mailboxes.get(mailbox_id)
        if stored is None:
            raise Refusal("mailbox.gone")
        super().__init__(desk, flow, parent)
        self.stored: StoredMailbox = stored
        self.operation = PROCEDURES[self.kind].operation
        self._mailbox_id = mailbox_id
        self.papers_page = PapersPage(desk, self.kind)
        self.tray = self.papers_page.tray
        self.form_page = self.make_form_page(stored.mailbox)
        self.form_page.failed.connect(self._on_no_form)
        self.tray.changed.connect(self._on_papers)
        self.set_subject(stored.mailbox.casella_pec)
        self.setAcceptDrops(True)

    # What a subclass says

    def make_form_page(self, mailbox: Mailbox) -> FormPage:
        """The first page."""
        return FormPage(self.desk, self.kind, mailbox)

    @property
    def mailbox(self) -> Mailbox:
        """The mailbox as it was last read."""
        raise NotImplementedError

    @property
    def end_head(self) -> tuple[str, str]:
        """How the mailbox stands on the last page: a title and a sentence."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Show the papers, and the mailbox if nothing is under way, as the tray has them now."""
        raise NotImplementedError

    def show_sent(self, mailbox: Mailbox) -> None:
        """Show the mailbox after its papers were accepted."""
        raise NotImplementedError

    def what_sends(self, draft_id: str) -> Callable[[Work], Mailbox]:
        """What sends the papers of a draft, once; for a worker thread."""
        raise NotImplementedError

    def send_text(self) -> str:
        """The words on the button of the page that sends."""
        raise NotImplementedError

    @property
    def only_kept(self) -> bool:
        """Whether that button only keeps the papers ready."""
        return False

    @property
    def expects_papers(self) -> bool:
        """Whether the mailbox, as it was last read, waits for papers."""
        return refusal(self.operation, self.mailbox) is None

    # The shell

    def open(self) -> None:
        """Show it in a turn of the event loop of its own: making all pages was one."""
        QTimer.singleShot(1, self, super().open)

    def add_pages(self, send_page: Callable[[], Page], end_page: Page) -> None:
        """Put all pages into their places, the one that sends later, and say where it stands."""
        self.add_page("form", self.form_page)
        self.add_page("papers", self.papers_page)
        self.add_page("follow", end_page)
        self.add_later("send", send_page)
        self.tray.set_mailbox(self.stored)

    def first_step(self) -> str:
        """Where work goes on: at the papers once there are some."""
        begun = drafts.of(self.desk.office, self.kind, self._mailbox_id).papers
        return "papers" if begun else "form"

    @Slot()
    def refresh(self) -> None:
        """The button that sends says so, and Enter does not press it; no way back after it."""
        super().refresh()
        following = self.step.name == "follow"
        if self.step.name == "send":
            self.next_button.setText(self.send_text())
            self.next_button.setDefault(False)
        if following:
            self.set_head(*self.end_head)
            self.back_button.hide()
            self._steps.show_state(self.flow.steps, self.step, self._reached, locked=True)
        self.close_button.setText(self.tr("&Close"))
        self.close_button.setVisible(not following or self.expects_papers)
        kept = self.tray.state is not None and self.tray.state.papers
        self.say(text("keeping.saved") if kept and not following else "")

    @Slot()
    def go_on(self) -> None:
        """Send from the step that sends, or keep ready without a network; else go on."""
        if self.step.name != "send":
            super().go_on()
        elif self.busy or not self.next_button.isEnabled():
            return
        elif self.only_kept:
            self.accept()
        else:
            self._send()

    # Dropping papers anywhere on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome while the mailbox waits for papers."""
        if holds_files(event.mimeData()) and self.expects_papers and not self.busy:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the papers on the draft and show them."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.go_to("papers")
        self.tray.area.take(event.mimeData())

    # Sending

    def _send(self) -> None:
        """Send the papers once; the button is locked until the answer is there."""
        state = self.tray.state
        assert state is not None
        send = self.what_sends(state.draft.id)
        self.bar.clear()
        self.set_busy(self.tr("The papers are being sent. Large ones may take some minutes."))
        self.desk.runner.submit(Lane.NET, send, self, self._on_sent, self._on_not_sent)

    def _on_sent(self, mailbox: Mailbox) -> None:
        self.set_busy("")
        self.tray.reload()
        self.show_sent(mailbox)
        self.go_to("follow")
        self.sent.emit(mailbox.id)
        if not self.isVisible():
            self.accept()  # closed while it was being sent

    def _on_not_sent(self, error: Exception) -> None:
        self.set_busy("")
        self.tray.reload()
        self.show_refusal(error)
        if not self.isVisible():
            self.show()  # closed while it was being sent; this must be seen

    def show_refusal(self, error: Exception) -> None:
        """Say why the papers were not sent."""
        self.fail(error, self.go_on)

    # What happens on the pages

    @Slot()
    def _on_papers(self) -> None:
        """Show the papers as they are now; a mailbox that waits for none has come to its end."""
        self.show_state()
        known = self.tray.state is not None and not self.busy
        if known and not self.expects_papers and self.step.name != "follow":
            self.go_to("follow")
        self.refresh()

    @Slot(object)
    def _on_no_form(self, error: Exception) -> None:
        self.fail(error, self.form_page.again)
