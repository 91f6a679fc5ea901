"""The last page of a wizard that sends a draft, and that of the registration.

The details are made from the request itself, so that what is sent is what was shown. Of a
registration the address is asked about once more here; that answer also tells whether there is a
way to the service at all.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pec_desktop.domain import callback, normal
from pec_desktop.domain.fields import Problem, Severity, Values
from pec_desktop.domain.flows import REGISTRATION_FLOW, Flow, Step
from pec_desktop.errors import ApiError, Refusal
from pec_desktop.services import registration
from pec_desktop.services.office import Office
from pec_desktop.services.prices import Quote
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui.address import FIELD
from pec_desktop.ui.availability import Answer, question
from pec_desktop.ui.cost_card import pair, write
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.forms import shown
from pec_desktop.ui.payment import Order, PaymentPage, Standing
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.two_columns import TwoColumns
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class DraftSummary(PaymentPage):
    """Everything that will be sent, and its cost; without a network the draft is kept ready."""

    def __init__(self, desk: Desk, flow: Flow, values: dict[str, object]) -> None:
        super().__init__(desk)
        self._values = values
        self.details = Details(desk, flow)
        self.details.edit.connect(self.edit)
        self.box.addWidget(self.details)
        self.setAccessibleName(text(f"step.{flow.name}.summary.title"))

    @property
    def may_go_on(self) -> bool:
        """Without a network it is kept ready."""
        return self.standing is Standing.OFFLINE or super().may_go_on

    def final_text(self) -> str:
        """The words on the last button: what it does, and what it costs."""
        offline = self.standing is Standing.OFFLINE
        return text("register.keep") if offline else super().final_text()

    def shown_request(self) -> Values:
        """What will be sent, by the names of the fields: a callback in its parts."""
        return callback.shown(self.order().request)

    @Slot()
    def enter(self) -> None:
        """Show what will be sent and ask for what is not known here."""
        self.details.show_request(self.shown_request())
        super().enter()


class SummaryPage(DraftSummary):
    """Everything that will be sent to register a mailbox, and its cost."""

    def __init__(self, desk: Desk, values: dict[str, object]) -> None:
        super().__init__(desk, REGISTRATION_FLOW, values)
        self._answer: Answer | None = None

    def order(self) -> Order:
        """The registration of the address."""
        sent = registration.request(self._values)
        address = normal.lower(sent.get(FIELD))
        return Order(registration.OPERATION, address, address, sent)

    def problems(self) -> list[Problem]:
        """What the rules of the form say."""
        return registration.problems(self.desk.office, self._values)

    def quote(self, office: Office, order: Order, work: Work) -> Quote:
        """What a year of the chosen type costs."""
        return registration.cost(office, order.request, work)

    def target_words(self, order: Order) -> str:
        """Address and type."""
        kind = str(order.request.get("tipo_casella", ""))
        return f"{order.label} ({text(f'type.{kind}')})" if kind else order.label

    def more(self, order: Order) -> list[Task]:
        """Ask once more whether the address is free."""
        self._answer = None
        ask = question(self.desk.office, order.target)
        return [
            self.desk.runner.submit(Lane.NET, ask, self, self._on_answer, self.on_failed),
        ]

    def find_standing(self) -> Standing:
        """A registration can be kept ready without a network, and needs a free address."""
        if self._quote is None or self._answer is None or self._attempts is None:
            return Standing.CHECKING
        if self._answer.offline:
            return Standing.OFFLINE
        if self._answer.locked_out:
            return Standing.LOCKED
        if self._attempts:
            return Standing.UNKNOWN
        return Standing.TAKEN if self._answer.free is False else Standing.READY

    def _on_answer(self, answer: Answer) -> None:
        self._answer = answer
        self.render_page()
        if isinstance(answer.error, ApiError) and not (answer.offline or answer.invalid):
            self.failed.emit(answer.error)

    def show_notice(self, order: Order) -> None:
        """An address that is taken meanwhile leads back to its field."""
        if self.standing is Standing.TAKEN:
            taken = [Problem(FIELD, "mailbox.taken")]
            self.notice.show_problems("notice-problem", text("summary.taken.title"), taken)
        else:
            super().show_notice(order)


def step_of(field: str, flow: Flow = REGISTRATION_FLOW) -> Step | None:
    """Return the step of a wizard that asks for a field."""
    return next(
        (step for step in flow.steps if any(one.name == field for one in step.fields)),
        None,
    )


def named_problems(error: Exception, flow: Flow = REGISTRATION_FLOW) -> list[Problem]:
    """Return the problems whose fields an error names, of those that the wizard asks for."""
    if isinstance(error, ApiError) and error.field is not None:
        field = "callback_url" if error.field == "callback" else error.field
        problem = Problem(field, "vendor.refused", {"message": error.message})
        return [problem] if step_of(field, flow) else []
    if isinstance(error, Refusal) and error.key in ("draft.invalid", "change.invalid"):
        problems = error.details.get("problems")
        found = problems if isinstance(problems, list) else []
        return [one for one in found if one.severity is Severity.ERROR]
    return []


class Details(TwoColumns):
    """What will be sent, in words: a block for each step of a wizard, with a way back to it."""

    edit = Signal(str)
    """The first field of the step that the person wants to change."""

    def __init__(self, desk: Desk, flow: Flow) -> None:
        em = desk.theme.em
        super().__init__(column_gap=em(2), row_gap=em(1.4), narrowest=em(18))
        self._desk = desk
        self._flow = flow
        self._blocks: list[QWidget] = []

    def show_request(self, sent: Values) -> None:
        """Show what will be sent, and nothing else."""
        old = self._blocks
        self._blocks = [
            self._block(step, sent)
            for step in self._flow.steps
            if any(field.name in sent for field in step.fields)
        ]
        self.set_items([(block, False) for block in self._blocks])
        for block in old:
            block.hide()
            block.deleteLater()

    def _block(self, step: Step, sent: Values) -> QWidget:
        em = self._desk.theme.em
        name = text(f"step.{self._flow.name}.{step.name}")
        block = QWidget()
        heading = QLabel(name)
        set_role(heading, "heading")
        change = QPushButton(self.tr("Change"))
        change.setAccessibleName(self.tr("Change: {step}").format(step=name))
        change.setProperty("field", step.fields[0].name)
        change.setAutoDefault(False)
        change.clicked.connect(self._on_clicked)
        set_role(change, "link")
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addStretch()
        top.addWidget(change)
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(1))
        grid.setVerticalSpacing(em(0.3))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        fields = [field for field in step.fields if field.name in sent]
        for line, field in enumerate(fields):
            value = pair(grid, line, text(field.label_key))
            write(value, shown(field, sent))
        box = QVBoxLayout(block)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(em(0.4))
        box.addLayout(top)
        box.addLayout(grid)
        return block

    @Slot()
    def _on_clicked(self) -> None:
        self.edit.emit(str(self.sender().property("field")))
