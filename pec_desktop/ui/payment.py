"""The last page before a payment: what will be sent, what it costs, and whether it can be sent.

Every wizard that pays ends with a subclass of `PaymentPage`. What is shown is made from the request
itself, so that what is sent is what was shown; a payment that may have been made already is sent
again only after an explained decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton

from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.domain.prices import UNKNOWN, Price
from pec_desktop.errors import Cancelled
from pec_desktop.services import prices
from pec_desktop.services.office import Office
from pec_desktop.services.prices import Quote
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui import formats
from pec_desktop.ui.cost_card import CostCard, pay_words
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.differences import Difference
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.reason import explain, no_permission
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import known, text
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.services.reconcile import Look


class Order(Struct, frozen=True):
    """What is about to be paid for.

    `operation` is a `PecClient` method, `target` what the journal calls its object (a mailbox's id,
    or an address while there is none), `label` the same for people, `request` exactly what will be
    sent, `mailbox` the one it is done to, as the person sees it.
    """

    operation: str
    target: str
    label: str
    request: Mapping[str, object]
    mailbox: Mailbox | None = None


class Standing(StrEnum):
    """Whether an order can be sent, and if not, why."""

    INVALID = "invalid"
    CHECKING = "checking"
    OFFLINE = "offline"
    FORBIDDEN = "forbidden"
    LOCKED = "locked"
    TAKEN = "taken"
    UNKNOWN = "unknown"
    HAPPENED = "happened"
    READY = "ready"


class PaymentPage(Page):
    """Notices, cost and warnings; a subclass says what is ordered and adds its details below.

    A subclass defines `order` and `problems`, and may override `more` (other questions to be asked)
    and `find_standing`.
    """

    edit = Signal(str)
    """The person wants to change the field of that name."""

    failed = Signal(Exception)
    """The archive could not be read, or a question was answered with an error."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._tasks: list[Task] = []
        self._quote: Quote | None = None
        self._attempts: list[Attempt] | None = None
        self._asked: set[int] = set()
        self._found: Look | None = None
        self._problems: list[Problem] = []
        self.differs = Notice(desk)
        self.notice = Notice(desk)
        self.warnings = Notice(desk)
        self.first = Notice(desk)
        self.override = QCheckBox()
        self.override.toggled.connect(self.complete_changed)
        self.again = QPushButton(self.tr("&Try again"))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.enter)
        self.look = QPushButton(self.tr("&Look now"))
        self.look.setAutoDefault(False)
        self.look.clicked.connect(self._on_look)
        for button in (self.look, self.again):
            self.notice.box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.notice.box.addWidget(self.override)
        desk.reconciler.looked.connect(self._on_looked)
        desk.reconciler.failed.connect(self._on_look_failed)
        self.cost = CostCard(desk)
        for notice in (self.notice, self.warnings):
            notice.chosen.connect(self.edit)
        for part in (self.differs, self.notice, self.cost, self.first, self.warnings):
            self.box.addWidget(part)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What a subclass says

    def order(self) -> Order:
        """What is about to be paid for, made from what was filled in."""
        raise NotImplementedError

    def problems(self) -> list[Problem]:
        """What is wrong, or odd, in what was filled in."""
        return []

    def quote(self, office: Office, order: Order, work: Work) -> Quote:
        """What it costs, and the credit; never raises for the network's sake. Worker thread."""
        return prices.quote_request(office, order.operation, order.mailbox, order.request, work)

    def target_words(self, order: Order) -> str:
        """What it is done to, for people."""
        return order.label

    def more(self, order: Order) -> list[Task]:
        """Ask whatever else must be known before anything is sent."""
        del order
        return []

    def find_standing(self) -> Standing:
        """Whether the order can be sent, once it is without errors."""
        if self._quote is None or self._attempts is None:
            return Standing.CHECKING
        if self.desk.office.connection is None:
            return Standing.OFFLINE
        return Standing.UNKNOWN if self._attempts else Standing.READY

    # What the wizard asks

    @property
    def standing(self) -> Standing:
        """Whether the order can be sent."""
        if self._found is not None and self._found.attempt.outcome is Outcome.CONFIRMED:
            return Standing.HAPPENED
        if any(problem.severity is Severity.ERROR for problem in self._problems):
            return Standing.INVALID
        found = self.find_standing()
        forbidden = found is not Standing.OFFLINE and self._forbidden
        return Standing.FORBIDDEN if forbidden else found

    @property
    def may_go_on(self) -> bool:
        """Ready to be sent; a possible second payment only after the box was ticked."""
        if self.standing is Standing.UNKNOWN:
            return self.override.isChecked()
        return self.standing is Standing.READY

    @property
    def why_not(self) -> str:
        """What the notice says first of it."""
        if self.may_go_on or self.notice.isHidden():
            return ""
        return self.notice.words.partition("\n")[0]

    @property
    def _forbidden(self) -> str:
        """Why the token's scopes do not open what is ordered; empty if they do."""
        return no_permission(self.desk.office, self.order().operation)

    @property
    def overridden(self) -> bool:
        """Whether the person decided to send although an earlier attempt may have been paid."""
        return self.standing is Standing.UNKNOWN and self.override.isChecked()

    @property
    def price(self) -> Price:
        """What the order costs, as far as it is known."""
        return self._quote.price if self._quote else UNKNOWN

    def final_text(self) -> str:
        """The words on the last button: what it does, and what it costs."""
        return pay_words(self.desk, self.order().operation, self.price)

    # The page

    @Slot()
    def enter(self) -> None:
        """Show what will be sent and ask for what is not known here."""
        for task in self._tasks:
            task.cancel()
        self._quote = self._attempts = self._found = None
        self._asked.clear()
        self.first.hide()
        self.override.setChecked(False)
        self._problems = self.problems()
        order = self.order()
        self.override.setText(_of(order.operation, "summary.override"))
        self._ask(order)
        self.render_page()

    def show_differences(self, found: list[Difference]) -> None:
        """Say what is no longer as the person has seen it; nothing if all is."""
        words = "\n".join(one.words for one in found)
        self.differs.show_words("notice-attention", text("change.differs"), words)
        self.differs.setVisible(bool(found))

    def focus(self) -> None:
        """Let the page be read from its top; paying takes a deliberate step."""
        self.setFocus()

    def _ask(self, order: Order) -> None:
        office = self.desk.office

        def ask_cost(work: Work) -> Quote:
            return self.quote(office, order, work)

        def look_up(_work: Work) -> tuple[list[Attempt], str | None]:
            from pec_desktop.services import reconcile  # not needed for the first window

            return (
                office.attempts.unknown_for(order.operation, order.target),
                reconcile.first_payment_warning(office, order.operation, order.target),
            )

        submit, failed = self.desk.runner.submit, self.on_failed
        self._tasks = [
            submit(Lane.NET, ask_cost, self, self._on_quote, failed),
            submit(Lane.STORE, look_up, self, self._on_attempts, failed),
            *self.more(order),
        ]

    def _on_quote(self, quote: Quote) -> None:
        self._quote = quote
        self.render_page()

    def _on_attempts(self, told: tuple[list[Attempt], str | None]) -> None:
        self._attempts, warning = told
        if warning is not None:
            self.first.show_words("notice-attention", text(f"{warning}.title"), text(warning))
        self.render_page()

    # What became of an earlier one

    @Slot()
    def _on_look(self) -> None:
        """Look what became of the attempts that stand in the way."""
        self._asked = {one.id for one in self._attempts or []}
        for attempt_id in self._asked:
            self.desk.reconciler.look(attempt_id)
        self.render_page()

    @Slot(object)
    def _on_looked(self, look: Look) -> None:
        """Somebody, or the program by itself, has looked at one of them."""
        if self._attempts is None or look.attempt.id not in {one.id for one in self._attempts}:
            return
        self._asked.discard(look.attempt.id)
        if look.attempt.outcome is Outcome.CONFIRMED:
            self._found = look
        elif look.settled:
            self.enter()  # nothing stands in the way any more
            return
        elif self._found is None or not self._found.settled:
            self._found = look
        self.render_page()

    @Slot(int, object)
    def _on_look_failed(self, attempt_id: int, error: Exception) -> None:
        if attempt_id in self._asked:
            self._asked.discard(attempt_id)
            self.render_page()
            self.failed.emit(error)

    def on_failed(self, error: Exception) -> None:
        """Hand a question's failure to the wizard; one that was asked anew has none."""
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def render_page(self) -> None:
        """Show what is known by now."""
        order = self.order()
        self.cost.show_quote(order.operation, self.target_words(order), self._quote)
        self.show_notice(order)
        warnings = [one for one in self._problems if one.severity is Severity.WARNING]
        self.warnings.show_problems("notice-attention", text("summary.warnings.title"), warnings)
        self.override.setVisible(self.standing is Standing.UNKNOWN)
        self.look.setVisible(self.standing is Standing.UNKNOWN)
        explain(self.look, self._why_no_look())
        self.again.setVisible(self.standing is Standing.OFFLINE)
        self.complete_changed.emit()

    def show_notice(self, order: Order) -> None:
        """Say what stands in the way, if anything does."""
        show = self.notice.show_words
        match self.standing:
            case Standing.INVALID:
                errors = [one for one in self._problems if one.severity is Severity.ERROR]
                title = text("summary.errors.title")
                self.notice.show_problems("notice-problem", title, errors)
            case Standing.CHECKING:
                show("notice", "", _of(order.operation, "summary.checking"))
            case Standing.OFFLINE:
                what = _of(order.operation, "summary.offline")
                show("notice-attention", text("summary.offline.title"), what)
            case Standing.FORBIDDEN:
                show("notice-attention", "", self._forbidden)
            case Standing.UNKNOWN:
                assert self._attempts
                moment = formats.moment(self.desk.locale, self._attempts[0].started_at)
                what = _of(order.operation, "summary.unknown", label=order.label, moment=moment)
                said = "\n".join(filter(None, (what, self._found_words())))
                show("notice-attention", text("summary.unknown.title"), said)
            case Standing.HAPPENED:
                show("notice-good", text("summary.happened.title"), text("summary.happened"))
            case _:
                self.notice.hide()

    def _why_no_look(self) -> str:
        if self._asked:
            return text("summary.looking")
        return "" if self.desk.office.connection else text("office.not_connected")

    def _found_words(self) -> str:
        """What a look has brought, as long as it has not settled anything."""
        if self._found is None:
            return ""
        return text("summary.untold" if self._found.for_the_person else "unknown.waiting")


def _of(operation: str, key: str, **details: object) -> str:
    """The words for this operation, or the common ones."""
    own = f"{key}.{operation}"
    return text(own if known(own) else key, **details)
