"""The wizard that begins a communication to the Business Register."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.communication import Communication
from pec_desktop.domain.flows import COMMUNICATION_FLOW, Step
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.services import communications
from pec_desktop.services.registration import context
from pec_desktop.ui.communication_pages import (
    CommunicationSummary,
    CompanyPage,
    StartedPage,
)
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.draft_wizard import DraftWizard
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.words import text


class CommunicationWizard(DraftWizard):
    """Begins a communication from the draft with `draft_id`, or from a new one. GUI thread.

    A new draft takes what is known from `mailbox`, if there is one.
    """

    started = Signal(str)
    """The communication of that id has begun; the wizard still shows what comes next."""

    show_wanted = Signal(str)
    """The person wants to see the communication of that id; the wizard has closed."""

    def __init__(
        self,
        desk: Desk,
        draft_id: str | None = None,
        mailbox: Mailbox | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, COMMUNICATION_FLOW, communications.start, parent)
        self._context = context(desk.office)
        self._communication_id = ""
        if draft_id is None:
            self.begin(communications.new_draft(desk.office, mailbox))
        else:
            self.resume(draft_id)

    def form_page(self, step: Step) -> FormPage:
        """The company, or the applicant."""
        if step.name == "company":
            return CompanyPage(self.desk, self._context, self.draft_values)
        return FormPage(self.desk, step.fields, self._context, self.draft_values)

    def summary_page(self) -> CommunicationSummary:
        """What will be sent, what it costs, and who has the address already."""
        return CommunicationSummary(self.desk, self.draft_values)

    def sending_words(self) -> str:
        """The communication is being sent."""
        return text("communication.sending")

    def show_sent(self, result: object) -> None:
        """Say that it has begun, and what comes next."""
        assert isinstance(result, Communication)
        self._communication_id = result.id
        applicant = f"{result.nome} {result.cognome}".strip()
        title = text("communication.started.title", address=result.casella_pec)
        about = text("communication.started.about")
        self.show_end(title, about, StartedPage(self.desk, applicant))
        self.started.emit(result.id)

    def end_text(self) -> str:
        """Show it in the list."""
        return text("communication.show")

    def go_on_after_end(self) -> None:
        """Ask for the list."""
        self.show_wanted.emit(self._communication_id)
