"""The activation wizard: get the form, gather the papers, send them, watch the mailbox.

Its draft is the mailbox's one activation draft, the same that the detail panel shows. All but the
download, the sending and the following works without a network.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.flows import ACTIVATION_FLOW, Step
from pec_desktop.domain.mailbox import Mailbox, refusal
from pec_desktop.errors import Refusal
from pec_desktop.services import activation, drafts
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.activation_pages import FormPage, PapersPage, SendPage
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.drop_area import holds_files
from pec_desktop.ui.follow_page import FollowPage
from pec_desktop.ui.wizard import Wizard
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class ActivationWizard(Wizard):
    """Activates one mailbox. GUI thread; non-blocking, use `open()`.

    Raises `Refusal("mailbox.gone")` for a mailbox that the archive does not know.
    """

    sent = Signal(str)
    """The papers of that mailbox were accepted; it is being processed now."""

    followed = Signal(str)
    """The mailbox of that id was read from here, and its new state is in the archive."""

    def __init__(self, desk: Desk, mailbox_id: str, parent: QWidget | None = None) -> None:
        stored = desk.office.mailboxes.get(mailbox_id)
        if stored is None:
            raise Refusal("mailbox.gone")
        super().__init__(desk, ACTIVATION_FLOW, parent)
        self._mailbox_id = mailbox_id
        self._again: Callable[[], None] = self.go_on
        self.form_page = FormPage(desk, stored.mailbox)
        self.papers_page = PapersPage(desk)
        self.send_page = SendPage(desk)
        self.follow_page = FollowPage(desk, stored.mailbox)
        self.tray = self.papers_page.tray
        for name, page in (
            ("form", self.form_page),
            ("papers", self.papers_page),
            ("send", self.send_page),
            ("follow", self.follow_page),
        ):
            self.add_page(name, page)
        self.form_page.failed.connect(self._on_no_form)
        self.tray.changed.connect(self._on_papers)
        self.send_page.look_wanted.connect(self._on_look_wanted)
        self.follow_page.followed.connect(self._on_followed)
        self.bar.retry.connect(self._on_retry)
        address = stored.mailbox.casella_pec
        self.setWindowTitle(self.tr("Activate {address}").format(address=address))
        self.set_subject(address)
        self.setAcceptDrops(True)
        self.tray.set_mailbox(stored)
        self.go_to(self._first_step(stored.mailbox))

    @property
    def expects_papers(self) -> bool:
        """Whether the mailbox, as it was last read, waits for papers."""
        return refusal(activation.OPERATION, self.follow_page.mailbox) is None

    # The shell

    def final_text(self) -> str:
        """After the last step there is nothing to do, unless the papers were refused."""
        return self.tr("&Correct the papers") if self.expects_papers else self.tr("&Done")

    def entered(self, step: Step) -> None:
        """What was said on another page does not concern this one."""
        del step
        self.bar.clear()

    @Slot()
    def refresh(self) -> None:
        """The button that sends says so, and Enter does not press it; no way back after it."""
        super().refresh()
        following = self.step.name == "follow"
        if self.step.name == "send":
            self.next_button.setText(self.send_page.final_text())
            self.next_button.setDefault(False)
        if following:
            self.set_head(*self.follow_page.head)
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
        elif self.send_page.offline:
            self.accept()
        else:
            self._send()

    def finish(self) -> None:
        """The last button: begin again with the papers if they were refused, else close."""
        if self.expects_papers:
            self._reached = 1
            self.go_to("papers")
        else:
            self.accept()

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
        office, draft_id = self.desk.office, state.draft.id
        override = self.send_page.overridden

        def activate(work: Work) -> Mailbox:
            return activation.activate(office, draft_id, work, override=override)

        self.bar.clear()
        self.set_busy(self.tr("The papers are being sent. Large ones may take some minutes."))
        self.desk.runner.submit(Lane.NET, activate, self, self._on_sent, self._on_not_sent)

    def _on_sent(self, mailbox: Mailbox) -> None:
        self.set_busy("")
        self.tray.reload()
        self.follow_page.show_mailbox(mailbox)
        self.go_to("follow")
        self.sent.emit(mailbox.id)
        if not self.isVisible():
            self.accept()  # closed while it was being sent

    def _on_not_sent(self, error: Exception) -> None:
        self.set_busy("")
        self.tray.reload()
        self._fail(error, self.go_on)
        self.send_page.enter()
        if not self.isVisible():
            self.show()  # closed while it was being sent; this must be seen

    # What happens on the pages

    @Slot()
    def _on_papers(self) -> None:
        """Show the papers as they are now; a mailbox that waits for none is only followed."""
        state = self.tray.state
        self.send_page.show_state(state)
        if state is not None and not self.busy:
            self.follow_page.show_mailbox(state.mailbox)
            if not self.expects_papers and self.step.name != "follow":
                self.go_to("follow")
        self.refresh()

    @Slot(object)
    def _on_no_form(self, error: Exception) -> None:
        self._fail(error, self.form_page.again)

    @Slot()
    def _on_look_wanted(self) -> None:
        office, mailbox_id = self.desk.office, self._mailbox_id

        def look(work: Work) -> Mailbox:
            return activation.follow(office, mailbox_id, work)

        self.bar.clear()
        self.set_busy(self.tr("Looking at the mailbox…"))
        self.desk.runner.submit(Lane.NET, look, self, self._on_looked, self._on_not_looked)

    def _on_looked(self, mailbox: Mailbox) -> None:
        self.set_busy("")
        self.send_page.say_it_waits(self.desk.office.now())
        self.tray.reload()
        self.followed.emit(mailbox.id)

    def _on_not_looked(self, error: Exception) -> None:
        self.set_busy("")
        self._fail(error, self._on_look_wanted)

    @Slot()
    def _on_followed(self) -> None:
        self.tray.reload()
        self.refresh()

    def _fail(self, error: Exception, again: Callable[[], None]) -> None:
        self._again = again
        self.bar.show_error(error, can_retry=True)

    @Slot()
    def _on_retry(self) -> None:
        self.bar.clear()
        self._again()

    def _first_step(self, mailbox: Mailbox) -> str:
        if refusal(activation.OPERATION, mailbox) is not None:
            return "follow"
        begun = drafts.activation_of(self.desk.office, mailbox.id).papers
        return "papers" if begun else "form"
