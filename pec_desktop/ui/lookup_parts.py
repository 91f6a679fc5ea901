"""The two questions of the look-up window: is an address free, is a domain a certified one.

The first is a reading. The second costs money: it is asked by a click on a button that says for how
much, and never again by a second one.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QVBoxLayout

from pec_desktop.domain.fields import Field, validate
from pec_desktop.domain.lookup import ADDRESS, DOMAIN
from pec_desktop.domain.polling import costs
from pec_desktop.domain.prices import UNKNOWN, Price
from pec_desktop.services import lookups, registration
from pec_desktop.services.office import Office
from pec_desktop.services.prices import Quote
from pec_desktop.store.attempts import Attempt
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.amounts import price_words
from pec_desktop.ui.availability import Answer, Asker
from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.cost_card import pay_words, remarks
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.editors import TextEditor
from pec_desktop.ui.failures import FailureBar, present
from pec_desktop.ui.forms import Form
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.reason import explain, no_permission
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class Question(QFrame):
    """A card with one field, a button that asks, and what is said about the answer."""

    found = Signal(str, str)
    """What was asked about, and the answer: a key below ``found``."""

    def __init__(self, desk: Desk, title: str, fields: tuple[Field, ...]) -> None:
        super().__init__()
        self.desk = desk
        self._field = fields[0]
        self.editor = TextEditor(Qt.InputMethodHint.ImhPreferLowercase)
        editors = {self._field.name: self.editor}
        self.form = Form(desk, fields, registration.context(desk.office), {}, editors=editors)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.bar = FailureBar(desk.theme)
        heading = QLabel(title)
        set_role(heading, "heading")
        set_role(self, "card")
        em = desk.theme.em
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(em(1.2), em(0.9), em(1.2), em(1))
        self.box.setSpacing(em(0.6))
        self.box.addWidget(heading)
        self.box.addWidget(self.form)
        self.form.changed.connect(self.on_changed)

    @property
    def asked(self) -> str:
        """What is in the field, as it is asked about; empty unless it is a possible one."""
        values = self.form.values
        if validate((self._field,), values, registration.context(self.desk.office)):
            return ""
        return str(self._field.normalise(values[self._field.name]))

    def say(self, words: str, role: str = "hint") -> None:
        """Put the answer, or what is being done, at the field."""
        self.form.note(self._field.name, words, role)

    @Slot(str)
    def on_changed(self, _name: str) -> None:
        """Another thing is being typed."""
        self.bar.clear()


class AddressQuestion(Question):
    """Asks whether an address is free: when the field is left, by a button, or while typing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, text("lookup.address.title"), ADDRESS)
        self.asker = Asker(desk, self)
        self.asker.due.connect(self._ask_by_itself)
        self.asker.answered.connect(self._on_answer)
        self.asker.priced.connect(self._on_price)
        self.form.left.connect(self._ask_by_itself)
        self.editor.line.returnPressed.connect(self.ask)
        self.button.setText(self.tr("&Ask"))
        self.button.clicked.connect(self.ask)
        self.bar.retry.connect(self.ask)
        self.editor.row.setSpacing(desk.theme.em(0.6))
        self.editor.row.addWidget(self.button)
        self.cost = QLabel()
        self.cost.setWordWrap(True)
        self.cost.hide()
        set_role(self.cost, "warning")
        for part in (self.cost, self.bar):
            self.box.addWidget(part)
        self.render_card()

    @Slot()
    def render_card(self) -> None:
        """Say why nothing can be asked, if so."""
        explain(self.button, no_permission(self.desk.office, lookups.AVAILABILITY))

    @Slot()
    def ask(self) -> None:
        """Ask now, also about what was asked about before; say what is wrong with the address."""
        if not self.button.isEnabled():
            return
        self.bar.clear()
        self.form.check()
        if not self.form.focus_problem():
            self.asker.forget()
            self._ask_by_itself()

    @Slot(str)
    def on_changed(self, name: str) -> None:
        """Another address is being typed."""
        super().on_changed(name)
        self.asker.typed()

    @Slot()
    def _ask_by_itself(self) -> None:
        address = self.asked
        if address and self.button.isEnabled() and self.asker.ask(address):
            self.say(text("mailbox.asking"))

    @Slot(object)
    def _on_price(self, price: Price) -> None:
        """Asking is usually free; where it is not that is said before."""
        words = price_words(self.desk.locale, price)
        self.cost.setText(text("lookup.address.cost", price=words))
        self.cost.setVisible(costs(price))

    @Slot(object)
    def _on_answer(self, answer: Answer) -> None:
        if answer.free is not None:
            self.say(
                text("mailbox.free" if answer.free else "lookup.taken"),
                "good" if answer.free else "warning",
            )
            self.found.emit(answer.address, "free" if answer.free else "taken")
        elif answer.invalid:
            self.say(text("mailbox.not_accepted"), "warning")
        else:
            self.say(text("lookup.offline" if answer.offline else "lookup.not_told"))
            if answer.error is not None and not answer.offline:
                self.bar.show_error(answer.error, can_retry=True)


class DomainQuestion(Question):
    """Asks whether a domain is a certified one: paid, by a click, once."""

    ended = Signal()
    """A check has ended, whatever came of it: the journal and the credit are new."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, text("lookup.domain.title"), DOMAIN)
        self._quote: Quote | None = None
        self._attempts: list[Attempt] = []
        self._sending = False
        self._answered = False
        self.cost, self._about, self._low = QLabel(), QLabel(), QLabel(text("summary.credit_low"))
        self.notice = Notice(desk)
        self.override = QCheckBox(text("summary.override.check_domain"))
        self.notice.box.addWidget(self.override)
        self._busy = BusyRow(desk.theme)
        set_role(self._about, "hint")
        set_role(self._low, "warning")
        for label in (self.cost, self._low, self._about):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.box.addWidget(label)
        for part in (self.notice, self.bar, self._busy):
            self.box.addWidget(part)
        self.box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self.override.toggled.connect(self.render_card)
        self.button.clicked.connect(self.check)
        self.render_card()

    def learn_price(self) -> None:
        """Ask what a check costs, and what there is to pay it with."""
        ask = partial(lookups.domain_quote, self.desk.office)
        self.desk.runner.submit(Lane.NET, ask, self, self._on_quote)

    @Slot()
    def check(self) -> None:
        """Send the one question; while that is not allowed nothing happens."""
        if self.why_not():
            return
        self._sending = True
        self.bar.clear()
        self._busy.say(text("lookup.checking"))
        self.render_card()
        domain, override = self.asked, self.override.isChecked()

        def send(work: Work) -> bool:
            return lookups.ask_domain(self.desk.office, domain, work, override=override)

        self.desk.runner.submit(Lane.NET, send, self, self._on_checked, self._on_failed)

    def why_not(self) -> str:
        """Why nothing can be sent now, in words; empty if it can."""
        office = self.desk.office
        if self._sending:
            return text("lookup.checking")
        if office.connection is None:
            return text("office.not_connected")
        if refused := no_permission(office, lookups.DOMAIN):
            return refused
        if self._quote is None:
            return text("summary.checking")
        if not self.asked:
            return text("lookup.domain.missing")
        if self._answered:
            return text("lookup.domain.answered")
        if self._attempts and not self.override.isChecked():
            return text("lookup.domain.unknown")
        return ""

    @Slot(str)
    def on_changed(self, name: str) -> None:
        """Another domain: was it sent before, without an answer?"""
        super().on_changed(name)
        self._answered = False
        self._look_for_attempts()

    def _look_for_attempts(self) -> None:
        """Look in the journal for checks of this domain whose outcome is not known."""
        self._attempts = []
        self.override.setChecked(False)
        domain = self.asked
        if domain:
            look, done = partial(_unknown, self.desk.office, domain), partial(self._on_look, domain)
            self.desk.runner.submit(Lane.STORE, look, self, done, self.bar.show_error)
        self.render_card()

    def _on_look(self, domain: str, attempts: list[Attempt]) -> None:
        if domain == self.asked and not self._sending:
            self._attempts = attempts
            self.render_card()

    def _on_quote(self, quote: Quote) -> None:
        self._quote = quote
        self.render_card()

    def _on_checked(self, certified: bool) -> None:
        self._answered = True
        self._end()
        answer = "certified" if certified else "not_certified"
        words = text(f"lookup.{answer}", domain=self.asked)
        self.say(words, "good" if certified else "warning")
        self.found.emit(self.asked, answer)
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        failure = present(error)
        if not failure.uncertain:  # else the notice above the button says all that is known
            self.bar.show_failure(failure)
        self.ended.emit()
        if not self.window().isVisible():
            self.window().show()  # closed while it was being sent; this must be seen

    def _end(self) -> None:
        self._sending = False
        self._busy.say("")
        self._look_for_attempts()
        self.learn_price()

    @Slot()
    def render_card(self) -> None:
        """Show what is known by now, and why nothing can be sent, if so."""
        quote, desk = self._quote, self.desk
        price = quote.price if quote else UNKNOWN
        self.cost.setText(self._cost_words(quote))
        self._about.setText(" ".join(remarks(desk, lookups.DOMAIN, price)) if quote else "")
        self._about.setVisible(quote is not None)
        self._low.setVisible(quote is not None and quote.enough is False)
        if self._attempts and not self._answered:
            moment = formats.moment(desk.locale, self._attempts[0].started_at)
            words = text("summary.unknown.check_domain", label=self.asked, moment=moment)
            self.notice.show_words("notice-attention", text("summary.unknown.title"), words)
        else:
            self.notice.hide()
        self.form.setEnabled(not self._sending)
        self.override.setEnabled(not self._sending)
        self.button.setText(pay_words(desk, lookups.DOMAIN, price))
        explain(self.button, self.why_not())

    def _cost_words(self, quote: Quote | None) -> str:
        if quote is None:
            return text("summary.checking")
        locale = self.desk.locale
        price = price_words(locale, quote.price)
        if quote.credit is None:
            return text("lookup.cost", price=price)
        return text("lookup.cost.credit", price=price, credit=formats.money(locale, quote.credit))


def _unknown(office: Office, domain: str, _work: Work) -> list[Attempt]:
    return office.attempts.unknown_for(lookups.DOMAIN, domain)
