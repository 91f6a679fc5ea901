"""The last page of the registration: what will be sent, what it costs, and whether it can be sent.

The details are made from the payload itself, so that what is sent is what was shown. The address is
asked about once more here; that answer also tells whether there is a way to the service at all.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.domain import normal
from pec_desktop.domain.account import Environment
from pec_desktop.domain.fields import Context, Problem, Severity, payload, validate
from pec_desktop.domain.flows import REGISTRATION_FLOW, Step
from pec_desktop.domain.prices import Certainty, Price
from pec_desktop.domain.registration import REGISTRATION
from pec_desktop.services import registration
from pec_desktop.services.prices import Quote
from pec_desktop.store.attempts import Attempt
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui import formats
from pec_desktop.ui.address import FIELD, Answer, question
from pec_desktop.ui.amounts import price_words
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.forms import shown
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.two_columns import TwoColumns
from pec_desktop.ui.wizard import Page, breakable
from pec_desktop.ui.words import text
from pec_desktop.work import Work

NOT_KNOWN = Price(None, Certainty.UNKNOWN)


class Standing(StrEnum):
    """Whether the registration can be sent, and if not, why."""

    INVALID = "invalid"
    CHECKING = "checking"
    OFFLINE = "offline"
    LOCKED = "locked"
    TAKEN = "taken"
    UNKNOWN = "unknown"
    READY = "ready"


class SummaryPage(Page):
    """Everything that will be sent, and its cost."""

    edit = Signal(str, str)
    """The person wants to change something: a step's name and a field's (or nothing)."""

    failed = Signal(Exception)
    """The archive could not be read, or the service did not say whether the address is free."""

    def __init__(self, desk: Desk, context: Context, values: dict[str, object]) -> None:
        super().__init__(desk)
        self._context = context
        self._values = values
        self._tasks: list[Task] = []
        self._quote: Quote | None = None
        self._answer: Answer | None = None
        self._attempts: list[Attempt] | None = None
        self._problems: list[Problem] = []
        self.notice = Notice(desk)
        self.warnings = Notice(desk)
        self.override = QCheckBox(text("summary.override"))
        self.override.toggled.connect(self.complete_changed)
        self.again = QPushButton(self.tr("&Try again"))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.enter)
        self.notice.box.addWidget(self.override)
        self.notice.box.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.cost = CostCard(desk)
        self.details = Details(desk)
        for notice in (self.notice, self.warnings):
            notice.chosen.connect(self._on_problem)
        self.details.edit.connect(self._on_edit)
        for part in (self.notice, self.cost, self.warnings, self.details):
            self.box.addWidget(part)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("step.registration.summary.title"))

    # What the wizard asks

    @property
    def standing(self) -> Standing:
        """Whether the registration can be sent."""
        if any(problem.severity is Severity.ERROR for problem in self._problems):
            return Standing.INVALID
        if self._quote is None or self._answer is None or self._attempts is None:
            return Standing.CHECKING
        if self._answer.offline:
            return Standing.OFFLINE
        if self._answer.locked_out:
            return Standing.LOCKED
        if self._attempts:
            return Standing.UNKNOWN
        if self._answer.free is False:
            return Standing.TAKEN
        return Standing.READY

    @property
    def may_go_on(self) -> bool:
        """Ready to be sent, or kept; a possible second payment only after the box was ticked."""
        if self.standing is Standing.UNKNOWN:
            return self.override.isChecked()
        return self.standing in (Standing.READY, Standing.OFFLINE)

    @property
    def overridden(self) -> bool:
        """Whether the person decided to send although an earlier attempt may have been paid."""
        return self.standing is Standing.UNKNOWN and self.override.isChecked()

    @property
    def price(self) -> Price:
        """What the registration costs, as far as it is known."""
        return self._quote.price if self._quote else NOT_KNOWN

    def final_text(self) -> str:
        """The words on the last button: what it does, and what it costs."""
        environment = self.desk.office.account.environment
        if self.standing is Standing.OFFLINE:
            return text("register.keep")
        if environment in (Environment.PRACTICE, Environment.SANDBOX):
            return text(f"register.{environment}")
        if self.price.amount is None:
            return text("register.unpriced")
        return text("register.pay", price=price_words(self.desk.locale, self.price))

    # The page

    @Slot()
    def enter(self) -> None:
        """Show what will be sent and ask for what is not known here."""
        for task in self._tasks:
            task.cancel()
        self._quote = self._answer = self._attempts = None
        self.override.setChecked(False)
        self._problems = validate(REGISTRATION, self._values, self._context)
        self.details.show_payload(self._values)
        self._ask()
        self._show()

    def focus(self) -> None:
        """Let the page be read from its top; paying takes a deliberate step."""
        self.setFocus()

    def _ask(self) -> None:
        office, values = self.desk.office, dict(self._values)
        address = normal.lower(values.get(FIELD))

        def ask_cost(work: Work) -> Quote:
            return registration.cost(office, values, work)

        def look_up(_work: Work) -> list[Attempt]:
            return office.attempts.unknown_for(registration.OPERATION, address)

        submit, failed = self.desk.runner.submit, self._on_failed
        self._tasks = [
            submit(Lane.NET, ask_cost, self, self._on_quote, failed),
            submit(Lane.NET, question(office, address), self, self._on_answer, failed),
            submit(Lane.STORE, look_up, self, self._on_attempts, failed),
        ]

    def _on_quote(self, quote: Quote) -> None:
        self._quote = quote
        self._show()

    def _on_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._show()
        if answer.error is not None and not (answer.offline or answer.invalid):
            self.failed.emit(answer.error)

    def _on_attempts(self, attempts: list[Attempt]) -> None:
        self._attempts = attempts
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)

    def _show(self) -> None:
        sent = payload(REGISTRATION, self._values)
        self.cost.show_quote(
            str(sent.get(FIELD, "")), str(sent.get("tipo_casella", "")), self._quote
        )
        self._show_notice(str(sent.get(FIELD, "")))
        warnings = [one for one in self._problems if one.severity is Severity.WARNING]
        self.warnings.show_problems("notice-attention", text("summary.warnings.title"), warnings)
        self.override.setVisible(self.standing is Standing.UNKNOWN)
        self.again.setVisible(self.standing is Standing.OFFLINE)
        self.complete_changed.emit()

    def _show_notice(self, address: str) -> None:
        show = self.notice.show_words
        match self.standing:
            case Standing.INVALID:
                errors = [one for one in self._problems if one.severity is Severity.ERROR]
                title = text("summary.errors.title")
                self.notice.show_problems("notice-problem", title, errors)
            case Standing.CHECKING:
                show("notice", "", text("summary.checking"))
            case Standing.OFFLINE:
                show(
                    "notice-attention", text("summary.offline.title"), text("summary.offline.what")
                )
            case Standing.TAKEN:
                taken = [Problem(FIELD, "mailbox.taken")]
                self.notice.show_problems("notice-problem", text("summary.taken.title"), taken)
            case Standing.UNKNOWN:
                assert self._attempts
                moment = formats.moment(self.desk.locale, self._attempts[0].started_at)
                what = text("summary.unknown.what", address=address, moment=moment)
                show("notice-attention", text("summary.unknown.title"), what)
            case Standing.READY | Standing.LOCKED:
                self.notice.hide()

    @Slot(str)
    def _on_problem(self, field: str) -> None:
        step = step_of(field)
        if step is not None:
            self.edit.emit(step.name, field)

    @Slot(str)
    def _on_edit(self, step: str) -> None:
        self.edit.emit(step, "")


def step_of(field: str) -> Step | None:
    """Return the step of the registration that asks for a field."""
    return next(
        (step for step in REGISTRATION_FLOW.steps if any(one.name == field for one in step.fields)),
        None,
    )


class CostCard(QFrame):
    """Operation, target, price, credit before and after, and what is not known about them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        em = desk.theme.em
        set_role(self, "notice")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(em(1.5))
        self._grid.setVerticalSpacing(em(0.35))
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}
        for line, name in enumerate(("operation", "target", "price", "credit", "credit_after")):
            self._values[name] = _pair(self._grid, line, 0, text(f"summary.{name}"))
        set_role(self._values["target"], "strong")
        set_role(self._values["price"], "strong")
        self._low = QLabel(text("summary.credit_low"))
        set_role(self._low, "warning")
        self._about = QLabel()
        set_role(self._about, "hint")
        box = QVBoxLayout(self)
        box.setContentsMargins(em(1.2), em(1), em(1.2), em(1))
        box.setSpacing(em(0.7))
        box.addLayout(self._grid)
        for label in (self._low, self._about):
            label.setWordWrap(True)
            box.addWidget(label)

    def show_quote(self, address: str, kind: str, quote: Quote | None) -> None:
        """Show the cost of registering `address`; None while it is still being asked for."""
        price = quote.price if quote else NOT_KNOWN
        credit = quote.credit if quote else None
        waiting = "…" if quote is None else text("summary.not_known")
        low = credit is not None and price.amount is not None and credit < price.amount
        for name, words in (
            ("operation", text(f"summary.{registration.OPERATION}")),
            ("target", f"{address} ({text(f'type.{kind}')})" if kind else address),
            ("price", price_words(self._desk.locale, price) if quote else waiting),
            ("credit", waiting if credit is None else self._money(credit)),
            ("credit_after", self._after(price, credit) or waiting),
        ):
            _write(self._values[name], words)
        self._low.setVisible(low)
        self.setAccessibleName(", ".join(one.accessibleName() for one in self._values.values()))
        self._about.setText("\n".join(self._remarks(price)) if quote else "")
        self._about.setVisible(quote is not None)

    def _remarks(self, price: Price) -> list[str]:
        environment = self._desk.office.account.environment
        if environment in (Environment.PRACTICE, Environment.SANDBOX):
            return [text(f"summary.{environment}")]
        return [text(f"price.{price.certainty}.why"), text("summary.iva")]

    def _after(self, price: Price, credit: Decimal | None) -> str:
        if credit is None or price.amount is None:
            return ""
        words = self._money(credit - price.amount)
        return words if price.certainty is Certainty.KNOWN else text("summary.about", amount=words)

    def _money(self, amount: Decimal) -> str:
        return formats.money(self._desk.locale, amount)


class Details(TwoColumns):
    """The payload in words, a block for each step, with a way back to it."""

    edit = Signal(str)

    def __init__(self, desk: Desk) -> None:
        em = desk.theme.em
        super().__init__(column_gap=em(2), row_gap=em(1.4), narrowest=em(18))
        self._desk = desk
        self._blocks: list[QWidget] = []

    def show_payload(self, values: dict[str, object]) -> None:
        """Show what `values` will send, and nothing else."""
        old, sent = self._blocks, payload(REGISTRATION, values)
        self._blocks = [
            self._block(step, sent)
            for step in REGISTRATION_FLOW.steps
            if any(field.name in sent for field in step.fields)
        ]
        self.set_items([(block, False) for block in self._blocks])
        for block in old:
            block.hide()
            block.deleteLater()

    def _block(self, step: Step, sent: dict[str, object]) -> QWidget:
        em = self._desk.theme.em
        name = text(f"step.{REGISTRATION_FLOW.name}.{step.name}")
        block = QWidget()
        heading = QLabel(name)
        set_role(heading, "heading")
        change = QPushButton(self.tr("Change"))
        change.setAccessibleName(self.tr("Change: {step}").format(step=name))
        change.setProperty("step", step.name)
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
            value = _pair(grid, line, 0, text(field.label_key))
            _write(value, shown(field, sent))
        box = QVBoxLayout(block)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(em(0.4))
        box.addLayout(top)
        box.addLayout(grid)
        return block

    @Slot()
    def _on_clicked(self) -> None:
        self.edit.emit(str(self.sender().property("step")))


def _pair(grid: QGridLayout, line: int, column: int, name: str) -> QLabel:
    """Add a name and an empty value to a grid; return the value's label."""
    label, value = QLabel(name), QLabel()
    set_role(label, "muted")
    for part in (label, value):
        part.setWordWrap(True)
        part.setTextFormat(Qt.TextFormat.PlainText)
        part.setAlignment(Qt.AlignmentFlag.AlignTop)
    grid.addWidget(label, line, column)
    grid.addWidget(value, line, column + 1)
    return value


def _write(label: QLabel, words: str) -> None:
    label.setText(breakable(words))
    label.setAccessibleName(words)
