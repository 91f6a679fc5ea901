"""What a payment is for, what it costs, and what is left of the credit: shown before every one."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from pec_desktop.domain.account import Environment
from pec_desktop.domain.prices import UNKNOWN, Certainty, Price
from pec_desktop.services.prices import Quote
from pec_desktop.ui import formats
from pec_desktop.ui.amounts import price_words
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.wizard import breakable
from pec_desktop.ui.words import known, text

FREE = (Environment.PRACTICE, Environment.SANDBOX)
"""Environments in which nothing is really charged; words are ``summary.<environment>``."""


class CostCard(QFrame):
    """Operation, target, price, credit before and after, and what is not known about them."""

    def __init__(self, desk: Desk, target: str = "summary.target") -> None:
        """`target` is the key of what stands before the words for what it is done to."""
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
            key = target if name == "target" else f"summary.{name}"
            self._values[name] = pair(self._grid, line, text(key))
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

    def show_quote(self, operation: str, target: str, quote: Quote | None) -> None:
        """Show what `operation` costs for `target`, in words; None while it is being asked for.

        `operation` is a `PecClient` method; its words are ``summary.<operation>``.
        """
        price = quote.price if quote else UNKNOWN
        credit = quote.credit if quote else None
        waiting = "…" if quote is None else text("summary.not_known")
        for name, words in (
            ("operation", text(f"summary.{operation}")),
            ("target", target),
            ("price", price_words(self._desk.locale, price) if quote else waiting),
            ("credit", waiting if credit is None else self._money(credit)),
            ("credit_after", self._after(quote) or waiting),
        ):
            write(self._values[name], words)
        self._low.setVisible(quote is not None and quote.enough is False)
        self.setAccessibleName(", ".join(one.accessibleName() for one in self._values.values()))
        self._about.setText("\n".join(remarks(self._desk, operation, price)) if quote else "")
        self._about.setVisible(quote is not None)

    def _after(self, quote: Quote | None) -> str:
        if quote is None or quote.credit_after is None:
            return ""
        words = self._money(quote.credit_after)
        known = quote.price.certainty is Certainty.KNOWN
        return words if known else text("summary.about", amount=words)

    def _money(self, amount: Decimal) -> str:
        return formats.money(self._desk.locale, amount)


def remarks(desk: Desk, operation: str, price: Price) -> list[str]:
    """Say where a price comes from and what is not known about it, or that nothing is charged.

    An operation whose price is reckoned in a way of its own has words of its own.
    """
    environment = desk.office.account.environment
    if environment in FREE:
        return [text(f"summary.{environment}")]
    why = f"price.{price.certainty}.why"
    own = f"{why}.{operation}"
    return [text(own if known(own) else why), text("summary.iva")]


def pay_words(desk: Desk, operation: str, price: Price, **details: object) -> str:
    """The words on a button that pays: what it does (``do.<operation>``), and for how much."""
    environment = desk.office.account.environment
    does = text(f"do.{operation}", **details)
    if environment in FREE:
        return text(f"pay.{environment}", does=does)
    if price.amount is None:
        return text("pay.unpriced", does=does)
    return text("pay.priced", does=does, price=price_words(desk.locale, price))


def pair(grid: QGridLayout, line: int, name: str) -> QLabel:
    """Add a name and an empty value to a grid; return the value's label."""
    label, value = QLabel(name), QLabel()
    set_role(label, "muted")
    for part in (label, value):
        part.setWordWrap(True)
        part.setTextFormat(Qt.TextFormat.PlainText)
        part.setAlignment(Qt.AlignmentFlag.AlignTop)
    grid.addWidget(label, line, 0)
    grid.addWidget(value, line, 1)
    return value


def write(label: QLabel, words: str) -> None:
    """Put words into a value's label; assistive technology reads them without break marks."""
    label.setText(breakable(words))
    label.setAccessibleName(words)
