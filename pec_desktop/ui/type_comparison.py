"""The higher types of a mailbox side by side: what each brings, and what nobody says about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton

from pec_desktop.domain import normal
from pec_desktop.domain.changes import OFFERS, Offer
from pec_desktop.domain.mailbox import Mailbox, MailboxType
from pec_desktop.services import prices
from pec_desktop.ui import formats
from pec_desktop.ui.amounts import price_words
from pec_desktop.ui.columns import type_text
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.editors import Choices, Editor
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text

PRICED_AS = "register_mailbox"
"""The operation that tells what a year of a type costs."""


class TypeComparison(Editor):
    """A column for each type, the present one first; a higher one is chosen at its head."""

    wide = True

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__()
        self._desk = desk
        self._mailbox = mailbox
        self._group = QButtonGroup(self)
        self.radios: dict[str, QRadioButton] = {}
        self._prices: dict[str, QLabel] = {}
        self._said: dict[str, list[QLabel]] = {}
        em = desk.theme.em
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, em(0.4), 0, em(0.4))
        self._grid.setHorizontalSpacing(em(1.2))
        self._grid.setVerticalSpacing(em(0.5))
        self._group.buttonClicked.connect(self._on_clicked)

    def set_choices(self, choices: Choices) -> None:
        """Make a column for each type, once."""
        if self.radios:
            return
        self._name_lines()
        present = QLabel(text("type.present", type=type_text(self._mailbox)))
        present.setTextFormat(Qt.TextFormat.PlainText)
        present.setWordWrap(True)
        set_role(present, "strong")
        self._grid.addWidget(present, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._fill(self._mailbox.type, 1)
        for place, (code, words) in enumerate(choices, 2):
            radio = QRadioButton(words)
            self.radios[str(code)] = radio
            self._group.addButton(radio)
            self._grid.addWidget(radio, 0, place, Qt.AlignmentFlag.AlignTop)
            self._fill(MailboxType(str(code)), place)
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, 1)
        self.adopt(next(iter(self.radios.values())))

    def value(self) -> object:
        """The chosen type, None before the choice."""
        return next((code for code, one in self.radios.items() if one.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose a type, or none."""
        self._group.setExclusive(False)
        for code, radio in self.radios.items():
            radio.setChecked(code == normal.capitals(value))
        self._group.setExclusive(True)

    def name(self, label: str, description: str) -> None:
        """Name every choice: the field, the type, what it brings."""
        for code, radio in self.radios.items():
            radio.setAccessibleName(f"{label}: {radio.text()}")
            told = (one.accessibleName() for one in self._said[code])
            radio.setAccessibleDescription("; ".join(filter(None, (*told, description))))

    def show_prices(self) -> None:
        """Show the prices as far as they are known now."""
        for code, label in self._prices.items():
            price = prices.known_price(self._desk.office, PRICED_AS, code)
            known = price.amount is not None
            words = price_words(self._desk.locale, price) if known else text("type.unsaid")
            label.setText(words)
            set_role(label, "" if known else "hint")
            label.setAccessibleName(f"{text('type.line.price')}: {words}")

    def _name_lines(self) -> None:
        for line, key in enumerate(("price", *_LINES), 1):
            label = QLabel(text(f"type.line.{key}"))
            label.setWordWrap(True)
            set_role(label, "muted")
            self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)

    def _fill(self, kind: MailboxType, column: int) -> None:
        """Say in a column what a type brings; of the present one what the mailbox has."""
        offer = OFFERS.get(kind, Offer())
        price = QLabel()
        self._prices[kind.value] = price
        self._said[kind.value] = [price]
        labels = [price]
        for key, say in _LINES.items():
            has = getattr(self._mailbox, key, None) if column == 1 else None
            told = formats.space(self._desk.locale, has) if has else say(self._desk, offer)
            label = QLabel(told or text("type.unsaid"))
            set_role(label, "" if told else "hint")
            label.setAccessibleName(f"{text(f'type.line.{key}')}: {label.text()}")
            labels.append(label)
        if column == 1:
            labels[-1].setText("")  # one does not change to what one has
        for line, label in enumerate(labels, 1):
            label.setWordWrap(True)
            self._grid.addWidget(label, line, column, Qt.AlignmentFlag.AlignTop)
        self._said[kind.value] = labels
        self.show_prices()

    @Slot()
    def _on_clicked(self) -> None:
        self.changed.emit()
        self.left.emit()


def _space(name: str) -> Callable[[Desk, Offer], str]:
    def say(desk: Desk, offer: Offer) -> str:
        size = getattr(offer, name)
        return formats.space(desk.locale, size) if size else ""

    return say


def _invoices(_desk: Desk, offer: Offer) -> str:
    return text("type.invoices.shown") if offer.invoices else ""


def _documented(_desk: Desk, offer: Offer) -> str:
    return text("type.target.documented" if offer.documented else "type.target.undocumented")


_LINES: dict[str, Callable[[Desk, Offer], str]] = {
    "spazio_disco": _space("spazio_disco"),
    "spazio_storico": _space("spazio_storico"),
    "invoices": _invoices,
    "target": _documented,
}
"""Line of the comparison (words ``type.line.<key>``) → what an offer says there, "" for nothing."""
