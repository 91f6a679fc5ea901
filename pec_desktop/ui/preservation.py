"""The wizard of legal preservation: size and form, the papers, a payment, what came of it.

Its draft is the mailbox's one preservation draft. What the summary was made from goes along when it
is sent: if the mailbox is no longer so, nothing is sent and the summary says what differs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.flows import PRESERVATION_FLOW
from pec_desktop.domain.mailbox import Mailbox, refusal
from pec_desktop.errors import Refusal
from pec_desktop.services import changes, preservation
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.differences import differences
from pec_desktop.ui.papers_wizard import PapersWizard
from pec_desktop.ui.preservation_pages import EndPage, SendPage, SizePage
from pec_desktop.ui.summary import named_problems
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class PreservationWizard(PapersWizard):
    """Activates legal preservation for one mailbox. GUI thread; non-blocking, use `open()`."""

    kind = preservation.KIND

    form_page: SizePage

    def __init__(self, desk: Desk, mailbox_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, PRESERVATION_FLOW, mailbox_id, parent)
        mailbox = self.stored.mailbox
        self._seen = mailbox
        self.end_page = EndPage(desk, mailbox)
        self.form_page.saved.connect(self.tray.reload)
        self.end_page.failed.connect(self._on_not_looked)
        self.setWindowTitle(self.tr("Preserve {address}").format(address=mailbox.casella_pec))
        self.add_pages(lambda: self.send_page, self.end_page)
        self.go_to(self.first_step())
        self._read()

    @cached_property
    def send_page(self) -> SendPage:
        """The summary, made when it is first needed."""
        page = SendPage(self.desk, self.stored.mailbox)
        page.edit.connect(self._on_edit)
        page.failed.connect(self._on_summary_failed)
        return page

    def make_form_page(self, mailbox: Mailbox) -> SizePage:
        """The first page: size and form."""
        return SizePage(self.desk, mailbox)

    # Reading

    @Slot()
    def _read(self) -> None:
        """Read the mailbox: whether preservation is active stands in its details only.

        Without a network the papers can be gathered all the same; sending reads it again.
        """
        read = partial(changes.current, self.desk.office, self._mailbox_id)
        self.ask(text("change.reading"), read, self._on_read, self._read)

    def _on_read(self, mailbox: Mailbox) -> None:
        self.set_busy("")
        self.end_page.show_mailbox(mailbox)
        self.page(self.step.name).focus()
        self.tray.reload()

    # What the shell asks

    @property
    def mailbox(self) -> Mailbox:
        """The mailbox as it was last read."""
        return self.end_page.mailbox

    @property
    def end_head(self) -> tuple[str, str]:
        """What came of it."""
        return self.end_page.head

    @property
    def expects_papers(self) -> bool:
        """Whether preservation can be activated, and was not just now."""
        allowed = self.desk.office.allowed
        possible = refusal(self.operation, self.mailbox, allowed) is None
        return possible and self.step.name != "follow"

    def final_text(self) -> str:
        """After the last step there is nothing to do."""
        return self.tr("&Done")

    def send_text(self) -> str:
        """What the button does, and what it costs."""
        return self.send_page.final_text()

    def close_wanted(self) -> None:
        """The size that was typed last stays in the draft."""
        if self.step.name == "form":
            self.form_page.keep()
        self.accept()

    def show_state(self) -> None:
        """Show size, papers and mailbox as they are now."""
        state = self.tray.state
        self.form_page.show_state(state)
        self.send_page.show_state(state)
        if state is not None and not self.busy:
            self.end_page.show_mailbox(state.mailbox)
            found = differences(self._seen, state.mailbox, self.desk.locale)
            if found and self.step.name == "send":
                self.send_page.show_differences(found)
            self._seen = state.mailbox

    def show_sent(self, mailbox: Mailbox) -> None:
        """Say what came of it."""
        self.end_page.show_mailbox(mailbox)

    def what_sends(self, draft_id: str) -> Callable[[Work], Mailbox]:
        """What activates preservation, if the mailbox is still the one that was shown."""
        office, seen = self.desk.office, self.send_page.mailbox
        override = self.send_page.overridden

        def activate(work: Work) -> Mailbox:
            return preservation.activate(office, draft_id, work, seen=seen, override=override)

        return activate

    def show_refusal(self, error: Exception) -> None:
        """Say why nothing was sent, or what came of it; a payment is not tried again from here."""
        problems = named_problems(error, self.flow)
        if problems:
            self.go_to("form")
            self.form_page.form.show_problems(problems)
            self.form_page.form.focus_problem()
        elif not (isinstance(error, Refusal) and error.key == "mailbox.changed"):
            self.send_page.enter()  # else it is made anew when the mailbox has been read
        self.bar.show_error(error)

    # What happens on the pages

    @Slot(str)
    def _on_edit(self, field: str) -> None:
        """Go to what is to be changed: the size, or the papers."""
        if self.form_page.form.holds(field):
            self.go_to("form")
            self.form_page.form.focus_on(field)
        else:
            self.go_to("papers")

    @Slot(Exception)
    def _on_summary_failed(self, error: Exception) -> None:
        self.fail(error, self.send_page.enter)

    @Slot(object)
    def _on_not_looked(self, error: Exception) -> None:
        self.fail(error, self.end_page.look)
