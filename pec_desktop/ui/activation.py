"""The activation wizard: get the form, gather the papers, send them, watch the mailbox.

Its draft is the mailbox's one activation draft, the same that the detail panel shows. All but the
download, the sending and the following works without a network.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.flows import ACTIVATION_FLOW
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.services import activation
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.activation_pages import SendPage
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.follow_page import FollowPage
from pec_desktop.ui.papers_wizard import PapersWizard
from pec_desktop.work import Work


class ActivationWizard(PapersWizard):
    """Activates one mailbox. GUI thread; non-blocking, use `open()`."""

    kind = "activation"

    followed = Signal(str)
    """The mailbox of that id was read from here, and its new state is in the archive."""

    def __init__(self, desk: Desk, mailbox_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, ACTIVATION_FLOW, mailbox_id, parent)
        mailbox = self.stored.mailbox
        self.follow_page = FollowPage(desk, mailbox)
        self.follow_page.followed.connect(self._on_followed)
        self.setWindowTitle(self.tr("Activate {address}").format(address=mailbox.casella_pec))
        self.add_pages(lambda: self.send_page, self.follow_page)
        self.go_to(self.first_step())

    @cached_property
    def send_page(self) -> SendPage:
        """The page that sends, made when it is first needed."""
        page = SendPage(self.desk)
        page.look_wanted.connect(self._on_look_wanted)
        return page

    # What the shell asks

    def first_step(self) -> str:
        """A mailbox that waits for no papers is only followed."""
        return super().first_step() if self.expects_papers else "follow"

    @property
    def mailbox(self) -> Mailbox:
        """The mailbox as it was last read."""
        return self.follow_page.mailbox

    @property
    def end_head(self) -> tuple[str, str]:
        """How the mailbox stands."""
        return self.follow_page.head

    def final_text(self) -> str:
        """After the last step there is nothing to do, unless the papers were refused."""
        return self.tr("&Correct the papers") if self.expects_papers else self.tr("&Done")

    def finish(self) -> None:
        """The last button: begin again with the papers if they were refused, else close."""
        if self.expects_papers:
            self._reached = 1
            self.go_to("papers")
        else:
            self.accept()

    def send_text(self) -> str:
        """Send, or without a network keep ready."""
        return self.send_page.final_text()

    @property
    def only_kept(self) -> bool:
        """Without a network the papers are only kept ready."""
        return self.send_page.offline

    def show_state(self) -> None:
        """Show the papers as they are now, and the mailbox they are for."""
        state = self.tray.state
        self.send_page.show_state(state)
        if state is not None and not self.busy:
            self.follow_page.show_mailbox(state.mailbox)

    def show_sent(self, mailbox: Mailbox) -> None:
        """Follow the mailbox from now on."""
        self.follow_page.show_mailbox(mailbox)

    def what_sends(self, draft_id: str) -> Callable[[Work], Mailbox]:
        """What activates the mailbox."""
        office, override = self.desk.office, self.send_page.overridden

        def activate(work: Work) -> Mailbox:
            return activation.activate(office, draft_id, work, override=override)

        return activate

    def show_refusal(self, error: Exception) -> None:
        """Say why the papers were not sent; what was decided before is decided anew."""
        super().show_refusal(error)
        self.send_page.enter()

    # What happens on the pages

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
        self.fail(error, self._on_look_wanted)

    @Slot()
    def _on_followed(self) -> None:
        self.tray.reload()
        self.refresh()
        self.followed.emit(self._mailbox_id)
