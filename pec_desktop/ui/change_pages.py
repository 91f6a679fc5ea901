"""The pages of a change: its form beside the mailbox as it is, the summary, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.domain import changes as rules
from pec_desktop.domain import normal
from pec_desktop.domain.fields import Numbers, Problem, Severity
from pec_desktop.domain.flows import Flow
from pec_desktop.domain.mailbox import Mailbox, refusal
from pec_desktop.domain.prices import UNKNOWN
from pec_desktop.services import changes, prices
from pec_desktop.services.office import Office
from pec_desktop.services.prices import Quote
from pec_desktop.services.registration import context
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.change_panels import BESIDE_FORM, IN_SUMMARY
from pec_desktop.ui.cost_card import pair, write
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_parts import words_label
from pec_desktop.ui.differences import Difference, differences
from pec_desktop.ui.editors import Editor, NumberEditor
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.payment import Order, PaymentPage
from pec_desktop.ui.summary import Details
from pec_desktop.ui.type_comparison import PRICED_AS, TypeComparison
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class ReadingPage(Page):
    """What stands in the form's place until the mailbox is known."""

    @property
    def may_go_on(self) -> bool:
        """There is nothing to go on with yet."""
        return False


class ChangePage(FormPage):
    """A form for the mailbox, under what it is now and what the form makes of it."""

    def __init__(
        self,
        desk: Desk,
        operation: str,
        mailbox: Mailbox,
        values: dict[str, object],
        editors: Mapping[str, Editor] | None = None,
    ) -> None:
        fields = rules.FORMS[operation](mailbox)
        super().__init__(desk, fields, context(desk.office), values, editors)
        self.operation = operation
        self.mailbox = mailbox
        make = BESIDE_FORM.get(operation)
        self.panel = make(desk, mailbox) if make else None
        if self.panel is not None:
            self.box.insertWidget(0, self.panel)
        self.box.addStretch()

    def enter(self) -> None:
        """Show what was filled in, and what it makes of the mailbox."""
        super().enter()
        self._show()

    def leave(self) -> bool:
        """Let go on unless something is wrong, or nothing is asked for."""
        if not super().leave():
            return False
        self.form.show_problems([one for one in self._problems() if one.severity is Severity.ERROR])
        return not self.form.focus_problem()

    @Slot(str)
    def on_changed(self, name: str) -> None:
        """Show what the form makes of the mailbox now."""
        super().on_changed(name)
        self._show()

    def _problems(self) -> list[Problem]:
        office, values = self.desk.office, self.form.values
        return changes.problems(office, self.operation, self.mailbox, values)

    def _show(self) -> None:
        """Hand the panel what would be sent, without what is wrong in it."""
        if self.panel is None:
            return
        wrong = {one.field for one in self._problems() if one.severity is Severity.ERROR}
        request = rules.request(self.operation, self.mailbox, self.form.values)
        self.panel.show_request({k: v for k, v in request.items() if k not in wrong})


class SpacePage(ChangePage):
    """More space: what a number means can be changed without changing what is asked for."""

    def __init__(
        self, desk: Desk, operation: str, mailbox: Mailbox, values: dict[str, object]
    ) -> None:
        super().__init__(desk, operation, mailbox, values)
        self._mode = normal.capitals(values.get("space_mode"))
        self._set_steps()

    @Slot(str)
    def on_changed(self, name: str) -> None:
        """Turn "so much more" into the new size, or back, when the mode changes."""
        mode = normal.capitals(self.form.values.get("space_mode"))
        if mode != self._mode:
            self._mode = mode
            sign = 1 if mode == rules.SET else -1
            for space in rules.SPACES:
                given = normal.number(self.form.values.get(space))
                if isinstance(given, int):
                    size = given + sign * getattr(self.mailbox, space)
                    self.form.set_value(space, size if size > 0 else "")
            self._set_steps()
        super().on_changed(name)

    def _set_steps(self) -> None:
        """Let the buttons begin at the first size that is larger than the present one."""
        for space, step in rules.SPACES.items():
            if not self.form.holds(space):
                continue
            present = getattr(self.mailbox, space) if self._mode == rules.SET else 0
            editor = self.form.editor(space)
            assert isinstance(editor, NumberEditor)
            editor.set_numbers(Numbers(present // step * step + step, rules.MOST_SPACE, step))


class TypePage(ChangePage):
    """A higher type, chosen in a comparison."""

    def __init__(
        self, desk: Desk, operation: str, mailbox: Mailbox, values: dict[str, object]
    ) -> None:
        self.types = TypeComparison(desk, mailbox)
        super().__init__(desk, operation, mailbox, values, {"tipo_casella": self.types})

    def enter(self) -> None:
        """Ask for the prices of the types."""
        super().enter()
        office = self.desk.office

        def ask(work: Work) -> None:
            prices.learn(office, PRICED_AS, work)

        self.desk.runner.submit(Lane.NET, ask, self, self._on_prices)

    def _on_prices(self, _nothing: None) -> None:
        self.types.show_prices()


FORM_PAGES: dict[str, Callable[[Desk, str, Mailbox, dict[str, object]], ChangePage]] = {
    "change_space": SpacePage,
    "change_type": TypePage,
}
"""Operations whose form does more than show its fields."""


class SummaryPage(PaymentPage):
    """What will be sent, what it makes of the mailbox, what it costs, whether it can be sent."""

    def __init__(self, desk: Desk, flow: Flow, mailbox: Mailbox, values: dict[str, object]) -> None:
        super().__init__(desk)
        self.operation = flow.name
        self.mailbox = mailbox
        self._values = values
        if not self.costs:
            self.cost.hide()
            self.box.addWidget(words_label(text(f"summary.free.{self.operation}"), "hint"))
        make = IN_SUMMARY.get(self.operation)
        self.shown = make(desk, mailbox) if make else Details(desk, flow)
        if isinstance(self.shown, Details):
            self.shown.edit.connect(self.edit)
        self.box.addWidget(self.shown)
        self.setAccessibleName(text(f"step.{self.operation}.summary.title"))

    @property
    def costs(self) -> bool:
        """Whether the vendor's documents name a price for the operation."""
        return ENDPOINTS[self.operation].effect is Effect.PAID

    def order(self) -> Order:
        """What was filled in, for this mailbox."""
        sent = rules.request(self.operation, self.mailbox, self._values)
        address = self.mailbox.casella_pec
        return Order(self.operation, self.mailbox.id, address, sent, self.mailbox)

    def problems(self) -> list[Problem]:
        """What the rules of the form say."""
        return changes.problems(self.desk.office, self.operation, self.mailbox, self._values)

    def quote(self, office: Office, order: Order, work: Work) -> Quote:
        """What it costs; what is free is not asked about."""
        return super().quote(office, order, work) if self.costs else Quote(UNKNOWN, None)

    def final_text(self) -> str:
        """What the button does, and what it costs; without a price, to whom."""
        if self.costs:
            return super().final_text()
        address = formats.line(self.mailbox.casella_pec).replace("&", "&&")
        return text(f"do.{self.operation}", address=address)

    @Slot()
    def enter(self) -> None:
        """Show what will be sent and ask for what is not known here."""
        sent = self.order().request
        self.shown.show_request(sent)
        super().enter()


class ChangedPage(Page):
    """What came of a change: what is different now, by the vendor's own answer."""

    again_wanted = Signal()
    """The person wants to add another user."""

    def __init__(self, desk: Desk, operation: str, before: Mailbox, after: Mailbox) -> None:
        super().__init__(desk)
        found = differences(before, after, desk.locale)
        self.box.addWidget(self._table(found))
        if not found:
            self.box.addWidget(words_label(text("changed.nothing"), "notice-attention"))
        about = text(f"changed.{operation}.about")
        self.box.addWidget(words_label(about, "muted"))
        self.again_button = QPushButton(self.tr("Add &another user"))
        self.again_button.setAutoDefault(False)
        self.again_button.clicked.connect(self.again_wanted)
        self.box.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.again_button.setVisible(operation == "add_user")
        key = refusal(operation, after, desk.office.allowed)
        if operation == "add_user" and key is not None:
            self.again_button.setEnabled(False)
            self.again_button.setToolTip(text(key))
            self.again_button.setAccessibleDescription(text(key))

    def _table(self, found: list[Difference]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        em = self.desk.theme.em
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(1.5))
        grid.setVerticalSpacing(em(0.5))
        grid.setColumnStretch(1, 1)
        for line, one in enumerate(found):
            value: QLabel = pair(grid, line, one.name)
            write(value, f"{one.was} → {one.now}" if one.was else one.now)
        table.setVisible(bool(found))
        return table
