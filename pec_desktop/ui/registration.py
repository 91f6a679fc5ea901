"""The registration wizard: from an address to a registered mailbox."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.fields import Context, Values
from pec_desktop.domain.flows import REGISTRATION_FLOW, Step
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.services import drafts, registration
from pec_desktop.ui.address import AddressPage
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.draft_wizard import DraftWizard
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.registered import RegisteredPage
from pec_desktop.ui.registration_pages import ApplicantPage, HolderPage
from pec_desktop.ui.summary import SummaryPage
from pec_desktop.ui.words import text

OWN_PAGES: dict[str, Callable[[Desk, Context, dict[str, object]], FormPage]] = {
    "address": AddressPage,
    "applicant": ApplicantPage,
    "holder": HolderPage,
}
"""Steps whose pages do more than show their fields."""


class RegistrationWizard(DraftWizard):
    """Registers a mailbox from a new draft or from the one with `draft_id`. GUI thread.

    A new draft begins with `values`.
    """

    registered = Signal(str)
    """The mailbox of that id is registered; the wizard still shows what comes next."""

    activation_wanted = Signal(str)
    """The person goes on to activate the mailbox of that id; the wizard has closed."""

    def __init__(
        self,
        desk: Desk,
        draft_id: str | None = None,
        parent: QWidget | None = None,
        values: Values | None = None,
    ) -> None:
        super().__init__(desk, REGISTRATION_FLOW, registration.register, parent)
        self._context = registration.context(desk.office)
        self._mailbox_id = ""
        if draft_id is None:
            self.begin(drafts.new_registration(desk.office, values))
        else:
            self.resume(draft_id)

    def form_page(self, step: Step) -> FormPage:
        """The step's own page, or one that only shows its fields."""
        own = OWN_PAGES.get(step.name)
        if own is not None:
            return own(self.desk, self._context, self.draft_values)
        return FormPage(self.desk, step.fields, self._context, self.draft_values)

    def summary_page(self) -> SummaryPage:
        """What will be registered, and what it costs."""
        return SummaryPage(self.desk, self.draft_values)

    def sending_words(self) -> str:
        """The registration is being sent."""
        return text("register.sending")

    def show_sent(self, result: object) -> None:
        """Say that the mailbox is registered, and what comes next."""
        assert isinstance(result, Mailbox)
        self._mailbox_id = result.id
        title = text("registered.title", address=result.casella_pec)
        self.show_end(title, text("registered.about"), RegisteredPage(self.desk, result))
        self.registered.emit(result.id)

    def end_text(self) -> str:
        """Go on to the activation."""
        return text("registered.next")

    def go_on_after_end(self) -> None:
        """Ask for the activation wizard."""
        self.activation_wanted.emit(self._mailbox_id)
