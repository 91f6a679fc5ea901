"""The pages of the wizard that begins a communication to the Business Register."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pec_desktop.domain.communication import COMPANY, target_of
from pec_desktop.domain.fields import Context, Problem, Values
from pec_desktop.domain.flows import COMMUNICATION_FLOW
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.domain.normal import lower
from pec_desktop.errors import ApiError, Refusal, is_offline
from pec_desktop.services import communications
from pec_desktop.services.office import Office
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.guide import Guide
from pec_desktop.ui.mailbox_picker import MailboxPicker
from pec_desktop.ui.payment import Order, Standing
from pec_desktop.ui.summary import DraftSummary
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import text
from pec_desktop.work import Work

FIELD = "casella_pec"

STEPS = (("code", "clock"), ("download", "download"), ("sign", "edit"), ("send", "send"))
"""What comes after the start: (key of the words, icon)."""


class CompanyPage(FormPage):
    """Address and company; an own mailbox fills in what it knows of both, and of the applicant."""

    def __init__(self, desk: Desk, context: Context, values: dict[str, object]) -> None:
        super().__init__(desk, COMPANY, context, values)
        name = text("communication.pick")
        self.picker = MailboxPicker(name, text("communication.pick.hint"))
        self.picker.picked.connect(self._on_picked)
        self._label = QLabel(name)
        self._label.setBuddy(self.picker.box)
        self._label.setWordWrap(True)
        self._choice = QWidget()
        choice = QVBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, desk.theme.em(0.6))
        choice.setSpacing(desk.theme.em(0.3))
        for part in (self._label, self.picker):
            choice.addWidget(part)
        self.box.insertWidget(0, self._choice)
        self._choice.hide()

    def enter(self) -> None:
        """Show what the draft holds, and look which mailboxes there are."""
        super().enter()
        office = self.desk.office

        def look(_work: Work) -> list[Mailbox]:
            return communications.mailboxes_to_communicate(office)

        self.desk.runner.submit(Lane.STORE, look, self, self._on_mailboxes)

    def _on_mailboxes(self, mailboxes: list[Mailbox]) -> None:
        self.picker.offer(mailboxes)
        self._choice.setVisible(bool(mailboxes))

    @Slot(object)
    def _on_picked(self, mailbox: Mailbox) -> None:
        for name, value in communications.known_of(mailbox).items():
            if self.form.holds(name):
                self.form.set_value(name, value)
            else:
                self.form.values[name] = value
        self.form.note(FIELD, text("communication.picked"), "good")
        self.changed.emit()


class Check(Struct, frozen=True):
    """What the vendor's list, or without it the archive, tells of the address."""

    duplicates: list[Problem]
    error: Exception | None = None

    @property
    def offline(self) -> bool:
        """Whether there was no way to the service at all."""
        return is_offline(self.error)


def check(office: Office, values: Values, work: Work) -> Check:
    """Look for communications and mailboxes with the same address. Worker thread."""
    try:
        return Check(communications.checked_duplicates(office, values, work))
    except (ApiError, Refusal) as error:
        return Check(communications.duplicates(office, values), error)


class CommunicationSummary(DraftSummary):
    """Everything that will be sent to begin a communication, its cost, and who has the address."""

    def __init__(self, desk: Desk, values: dict[str, object]) -> None:
        super().__init__(desk, COMMUNICATION_FLOW, values)
        self._check: Check | None = None

    def order(self) -> Order:
        """The communication of the address for the company."""
        sent = communications.request(self._values)
        address = lower(sent.get(FIELD))
        return Order(communications.OPERATION, target_of(sent), address, sent)

    def problems(self) -> list[Problem]:
        """What the rules of the form say."""
        return communications.problems(self.desk.office, self._values)

    def target_words(self, order: Order) -> str:
        """Address and company."""
        company = str(order.request.get("ragione_sociale", ""))
        return f"{order.label} ({company})" if company else order.label

    def more(self, order: Order) -> list[Task]:
        """Look whether the address is somebody's already."""
        del order
        self._check = None
        office, values = self.desk.office, dict(self._values)

        def look(work: Work) -> Check:
            return check(office, values, work)

        return [self.desk.runner.submit(Lane.NET, look, self, self._on_check, self.on_failed)]

    def find_standing(self) -> Standing:
        """A communication can be kept ready without a network."""
        if self._quote is None or self._check is None or self._attempts is None:
            return Standing.CHECKING
        if self._check.offline:
            return Standing.OFFLINE
        if self._check.error is not None:
            return Standing.LOCKED
        return Standing.UNKNOWN if self._attempts else Standing.READY

    def _on_check(self, answer: Check) -> None:
        self._check = answer
        self._problems = [*self._problems, *answer.duplicates]
        self.render_page()
        if answer.error is not None and not answer.offline:
            self.failed.emit(answer.error)


class StartedPage(Page):
    """The steps from a communication that has begun to one that is done."""

    def __init__(self, desk: Desk, applicant: str) -> None:
        super().__init__(desk)
        steps = [
            (
                icon,
                text(f"communication.then.{key}", applicant=applicant),
                text(f"communication.then.{key}.what"),
            )
            for key, icon in STEPS
        ]
        self.box.addWidget(Guide(desk.theme, steps))
