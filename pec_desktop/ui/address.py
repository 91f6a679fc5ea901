"""The first page of the registration: the type of mailbox and its address.

Whether an address is free is asked when its field is left or its type is chosen; where that is
known to cost nothing, also while it is typed, or when a draft is opened (`ui.availability`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
)

from pec_desktop.domain import normal
from pec_desktop.domain.fields import Context, Problem, Severity, validate
from pec_desktop.domain.registration import ADDRESS, mailbox_domain
from pec_desktop.services import lookups, prices, registration
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.amounts import price_words
from pec_desktop.ui.availability import Answer, Asker
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.editors import Choices, Editor
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.two_columns import TwoColumns
from pec_desktop.ui.words import text
from pec_desktop.work import Work

FIELD = "casella_pec"


class AddressPage(FormPage):
    """Type and address, with the address's availability."""

    def __init__(self, desk: Desk, context: Context, values: dict[str, object]) -> None:
        self.types = TypeCards(desk)
        self.address = AddressEditor(desk)
        editors = {"tipo_casella": self.types, FIELD: self.address}
        super().__init__(desk, ADDRESS, context, values, editors)
        self._priced = False
        self.asker = Asker(desk, self)
        self.asker.due.connect(self._ask)
        self.asker.priced.connect(self._ask_if_free)
        self.asker.answered.connect(self._on_answer)
        self.form.left.connect(self._on_left)

    def enter(self) -> None:
        """Show what the draft holds; ask for prices once."""
        self._set_domain()
        super().enter()
        self._ask_if_free()
        if not self._priced:
            self._priced = True
            self.asker.learn_price()
            office = self.desk.office

            def ask_prices(work: Work) -> prices.Quote:
                return registration.cost(office, {"tipo_casella": "STANDARD"}, work)

            self.desk.runner.submit(Lane.NET, ask_prices, self, self._on_prices)

    def focus(self) -> None:
        """Start with the type, or with the address once there is a type."""
        chosen = bool(self.form.values.get("tipo_casella"))
        self.form.focus_on(FIELD if chosen else "tipo_casella")

    def _set_domain(self) -> None:
        kind = normal.capitals(self.form.values.get("tipo_casella"))
        self.address.set_domain(mailbox_domain(self.context.environment, kind) or "")

    @Slot(str)
    def on_changed(self, name: str) -> None:
        """Forget what was asked; another type may mean another domain."""
        self.asker.forget()
        if name == "tipo_casella":
            self._set_domain()
            self.form.set_value(FIELD, self.address.value())
            self.form.note(FIELD, "")
            self._ask()
        elif name == FIELD:
            self.asker.typed()
        super().on_changed(name)

    def _on_left(self, name: str) -> None:
        if name == FIELD:
            self._ask()

    @Slot()
    def _ask_if_free(self) -> None:
        """Ask by itself, since it is known to cost nothing."""
        if lookups.may_ask_while_typing(self.desk.office):
            self._ask()

    @Slot()
    def _ask(self) -> None:
        """Ask about the address if it is a possible one and not asked about already."""
        values = self.form.values
        errors = [
            problem
            for problem in validate(ADDRESS, values, self.context)
            if problem.severity is Severity.ERROR
        ]
        if not errors and self.asker.ask(normal.lower(values.get(FIELD))):
            self.form.note(FIELD, text("mailbox.asking"))

    @Slot(object)
    def _on_answer(self, answer: Answer) -> None:
        self.form.note(FIELD, "")
        if answer.free:
            self.form.note(FIELD, text("mailbox.free"), "good")
        elif answer.free is False:
            self.form.show_problems([Problem(FIELD, "mailbox.taken")])
        elif answer.invalid and self.address.is_usual(answer.address):
            self.form.show_problems([Problem(FIELD, "mailbox.not_accepted")])
        else:
            key = "mailbox.offline" if answer.offline else "mailbox.not_told"
            self.form.note(FIELD, text(key))

    def _on_prices(self, _quote: prices.Quote) -> None:
        self.types.show_prices()


class TypeCards(Editor):
    """The types of mailbox as cards, with what each offers and costs. Exactly one is chosen."""

    wide = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._group = QButtonGroup(self)
        self._cards: dict[str, TypeCard] = {}
        em = desk.theme.em
        self._grid = TwoColumns(column_gap=em(0.7), row_gap=em(0.7), narrowest=em(17))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._grid)
        self._group.buttonClicked.connect(self._on_clicked)

    def set_choices(self, choices: Choices) -> None:
        """Make a card for each type, once."""
        if self._cards:
            return
        for code, words in choices:
            card = TypeCard(self._desk, str(code), words)
            self._cards[str(code)] = card
            self._group.addButton(card.radio)
            card.radio.toggled.connect(card.show_chosen)
        self.adopt(next(iter(self._cards.values())).radio)
        self._grid.set_items([(card, False) for card in self._cards.values()])

    def value(self) -> object:
        """The chosen type, None before the choice."""
        return next((code for code, one in self._cards.items() if one.radio.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose a type, or none."""
        self._group.setExclusive(False)
        for code, card in self._cards.items():
            card.radio.setChecked(code == normal.capitals(value))
        self._group.setExclusive(True)

    def name(self, label: str, description: str) -> None:
        """Name every card: the field, the type, what it offers and costs."""
        for card in self._cards.values():
            card.radio.setAccessibleName(f"{label}: {card.radio.text()}")
            said = (card.about.text(), card.price.text(), description)
            card.radio.setAccessibleDescription(" ".join(said).strip())

    def card(self, code: str) -> TypeCard:
        """Return the card of a type."""
        return self._cards[code]

    def show_prices(self) -> None:
        """Show the prices as far as they are known now."""
        for card in self._cards.values():
            card.show_price()

    @Slot()
    def _on_clicked(self) -> None:
        self.changed.emit()
        self.left.emit()


class TypeCard(QFrame):
    """One type: a radio button, the price, a sentence. All of it can be clicked."""

    def __init__(self, desk: Desk, code: str, words: str) -> None:
        super().__init__()
        self._desk = desk
        self._code = code
        self.radio = QRadioButton(words)
        self.price = QLabel()
        self.about = QLabel(text(f"about.tipo_casella.{code}"))
        self.about.setWordWrap(True)
        set_role(self.price, "strong")
        set_role(self.about, "hint")
        top = QHBoxLayout()
        top.addWidget(self.radio)
        top.addStretch()
        top.addWidget(self.price)
        box = QVBoxLayout(self)
        em = desk.theme.em
        box.setContentsMargins(em(1), em(0.7), em(1), em(0.7))
        box.setSpacing(em(0.3))
        box.addLayout(top)
        box.addWidget(self.about)
        box.addStretch()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for part in (self, self.price, self.about):
            part.installEventFilter(self)
        self.show_price()
        self.show_chosen(False)

    def show_price(self) -> None:
        """Show the price as far as it is known now."""
        price = prices.known_price(self._desk.office, registration.OPERATION, self._code)
        self.price.setText(price_words(self._desk.locale, price))

    @Slot(bool)
    def show_chosen(self, chosen: bool) -> None:
        """Show whether this is the chosen card."""
        set_role(self, "drop-over" if chosen else "card")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the type wherever the card is clicked."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.radio.click()
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)


class AddressEditor(Editor):
    """The part before the @; the domain follows from the type. A whole address may be typed too."""

    wide = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._domain = ""
        self.line = QLineEdit()
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhPreferLowercase)
        self.line.textEdited.connect(self._on_edited)
        self._suffix = QLabel()
        set_role(self._suffix, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.theme.em(0.5))
        row.addWidget(self.line, 1)
        row.addWidget(self._suffix)
        self.adopt(self.line)

    def set_domain(self, domain: str) -> None:
        """Take `domain` for addresses that are typed without one; empty if it is not known."""
        local = self._local(normal.lower(self.line.text()))
        self._domain = domain
        self.line.setText(local)
        self._show_suffix()

    def is_usual(self, address: str) -> bool:
        """Whether `address` has the type's domain; of others the service may know nothing."""
        return bool(self._domain) and address.endswith(f"@{self._domain}")

    def value(self) -> object:
        """The whole address, empty while nothing is typed."""
        typed = self.line.text().strip()
        complete = "@" in typed or not typed or not self._domain
        return typed if complete else f"{typed}@{self._domain}"

    def set_value(self, value: object) -> None:
        """Show an address: only its first part if the rest is the domain of the type."""
        local = self._local(normal.lower(value))
        if local != self.line.text():
            self.line.setText(local)
        self._show_suffix()

    def _local(self, address: str) -> str:
        return address.removesuffix(f"@{self._domain}") if self._domain else address

    @Slot()
    def _on_edited(self) -> None:
        self._show_suffix()
        self.changed.emit()

    def _show_suffix(self) -> None:
        self._suffix.setText(f"@{self._domain}" if self._domain else "")
        self._suffix.setVisible(bool(self._domain) and "@" not in self.line.text())
