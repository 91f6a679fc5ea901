"""The office's own price list: what things cost where the account itself tells no price."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from pec_desktop.domain.mailbox import MailboxType
from pec_desktop.domain.prices import LIST_PRICES, PRICE_KEYS
from pec_desktop.services import price_list
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.entry import Entry
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.two_columns import TwoColumns
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class PriceListPart(QWidget):
    """A field for each price; what is typed is kept as soon as its field is left. GUI thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.bar = FailureBar(desk.theme)
        self.state = QLabel()
        self.entries = {key: self._entry(key) for key in PRICE_KEYS}
        self._column = QVBoxLayout(self)
        self._build()
        self.reload()
        desk.theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def reload(self) -> None:
        """Show the list as it is in the settings."""
        known = price_list.read(self._desk.settings)
        for key, entry in self.entries.items():
            self.line(key).setText(written(self._desk.locale, known.get(key)))
            entry.show_error("")

    def line(self, key: str) -> QLineEdit:
        """The field of a price."""
        field = self.entries[key].field
        assert isinstance(field, QLineEdit)
        return field

    @Slot()
    def keep(self) -> None:
        """Take the prices that can be read, and say at the others what is wrong with them."""
        desk, prices = self._desk, dict[str, Decimal | None](price_list.read(self._desk.settings))
        before = dict(prices)
        for key, entry in self.entries.items():
            typed = self.line(key).text().strip()
            price = price_list.parse(typed)
            wrong = bool(typed) and price is None
            entry.show_error(self.tr("This is not an amount in euros.") if wrong else "")
            if not wrong:
                prices[key] = price
                self.line(key).setText(written(desk.locale, price))
        price_list.write(desk.settings, prices)
        price_list.apply(desk.office, desk.settings)
        if price_list.read(desk.settings) != before:
            self._save()

    def _save(self) -> None:
        settings = self._desk.settings

        def save(_work: Work) -> None:
            settings.save()

        self.bar.clear()
        self.state.setText(self.tr("Saving…"))
        self._desk.runner.submit(Lane.STORE, save, self, self._on_saved, self._on_not_saved)

    def _on_saved(self, _nothing: object) -> None:
        self.state.setText(self.tr("Saved."))

    def _on_not_saved(self, error: Exception) -> None:
        self.state.clear()
        self.bar.show_error(error, can_retry=True)

    def _entry(self, key: str) -> Entry:
        line = QLineEdit()
        kind = MailboxType(key.upper())
        listed = LIST_PRICES.get(kind)
        if listed is not None:
            public = formats.money(self._desk.locale, listed)
            line.setPlaceholderText(self.tr("public price: {amount}").format(amount=public))
        line.editingFinished.connect(self.keep)
        return Entry(self._desk.theme, text(f"price_key.{key}"), line)

    def _build(self) -> None:
        em = self._desk.theme.em
        about = QLabel(
            self.tr(
                "What your office pays, in euros without IVA. Where the account tells no price of "
                "its own, summaries reckon with these and call the result an estimate; a field "
                "left empty counts as the public price, if there is one."
            )
        )
        about.setWordWrap(True)
        set_role(about, "muted")
        set_role(self.state, "hint")
        self.bar.retry.connect(self._save)
        fields = TwoColumns(column_gap=em(1.5), row_gap=em(0.9), narrowest=em(16))
        fields.set_items([(entry, False) for entry in self.entries.values()])
        fields.setMaximumWidth(em(50))  # amounts are short
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(em(0.2), em(0.2), em(1), em(0.2))
        inside.addWidget(fields)
        inside.addStretch()
        for part in (about, self.bar):
            self._column.addWidget(part)
        scroll = Scrolling(content)
        scroll.setMinimumHeight(em(12))
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._column.addWidget(scroll, 1)
        self._column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignRight)

    @Slot()
    def _dress(self) -> None:
        side = self._desk.theme.em(1.6)
        self._column.setContentsMargins(side, 0, side, side // 2)
        self._column.setSpacing(self._desk.theme.em(0.9))


def written(locale: QLocale, amount: Decimal | None) -> str:
    """An amount as it is typed in this language, so that it can be read again without doubt.

    Three decimals could be taken for thousands and get a fourth.
    """
    if amount is None:
        return ""
    cents = amount.quantize(Decimal("0.01"))
    exact = cents if cents == amount else amount.quantize(Decimal("0.0001"))
    return f"{exact:f}".replace(".", locale.decimalPoint())
