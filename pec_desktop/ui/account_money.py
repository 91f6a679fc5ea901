"""What the account page tells of money: the wallet with its movements, and what things cost."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton

from pec_desktop.services import tokens
from pec_desktop.services.accounts import moment
from pec_desktop.services.office import Office
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.account_list import AccountList
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.record_table import RecordColumn, RecordModel, RecordTable
from pec_desktop.ui.theme import Role, set_role
from pec_desktop.ui.words import known, text
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.api.oauth import Scope, Transaction


class Purse(Struct, frozen=True):
    """The wallet's credit (EUR) and its latest movements, in the vendor's order."""

    credit: Decimal
    movements: list[Transaction]


class WalletList(AccountList):
    """The credit, and what was paid in and out; more of it on request."""

    credit = Signal(object)
    """The credit (Decimal) as it was told just now."""

    def __init__(self, desk: Desk) -> None:
        locale = desk.locale
        columns = (
            RecordColumn(
                self.tr("Date"),
                lambda one: _when(locale, one.createdAt),
                lambda one: moment(one.createdAt) or 0,
                13,
            ),
            RecordColumn(
                self.tr("Movement"),
                lambda one: formats.line(one.description),
                lambda one: one.description.casefold(),
                20,
                grows=True,
            ),
            RecordColumn(
                self.tr("Amount"),
                lambda one: formats.signed(locale, Decimal(str(one.amount))),
                lambda one: one.amount,
                10,
            ),
        )
        model = RecordModel(columns, lambda one: one.id)
        table = RecordTable(desk.theme, model, self.tr("Movements of the wallet"))
        nothing = (
            self.tr("No movements yet"),
            self.tr("What is paid into the wallet and what is spent is listed here."),
        )
        super().__init__(desk, "", "wallet", table, nothing)
        set_role(self.heading, "title")
        self.more_button = QPushButton(self.tr("Load m&ore"))
        self.more_button.clicked.connect(self.load_more)
        self.more_button.hide()
        self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignHCenter)

    def ask(self, office: Office, work: Work) -> Purse:
        """Ask for credit and latest movements."""
        credit = Decimal(str(tokens.wallet(office, work).credit))
        return Purse(credit, tokens.transactions(office, work))

    def look(self) -> None:
        """Ask now; a credit that cannot be asked for is not shown."""
        if not self.reachable:
            self.heading.clear()
            self.more_button.hide()
        super().look()

    def show_answer(self, answer: Purse) -> None:
        """Show them."""
        amount = formats.money(self.desk.locale, answer.credit)
        self.heading.setText(self.tr("Credit {amount}").format(amount=amount))
        self.show_records(answer.movements)
        self._offer_more(answer.movements)
        self.credit.emit(answer.credit)

    @Slot()
    def load_more(self) -> None:
        """Ask for what comes after the movements that are shown."""
        office, skip = self.desk.office, len(self.table.rows.records)
        self.more_button.setEnabled(False)
        self.busy.say(self.tr("Asking the service…"))
        self.bar.clear()

        def ask(work: Work) -> list[Transaction]:
            return tokens.transactions(office, work, skip=skip)

        self._task = self.desk.runner.submit(Lane.NET, ask, self, self._on_more, self._on_failed)

    def _on_more(self, movements: list[Transaction]) -> None:
        """Add them; what has moved on meanwhile may come a second time."""
        self._end()
        shown = self.table.rows.records
        ids = {one.id for one in shown}
        self.show_records([*shown, *(one for one in movements if one.id not in ids)])
        self._offer_more(movements)

    def _offer_more(self, page: list[Transaction]) -> None:
        """There may be more as long as a page was full."""
        self.more_button.setVisible(len(page) == tokens.PAGE)

    def _end(self) -> None:
        super()._end()
        self.more_button.setEnabled(True)


class ScopePrice(Struct, frozen=True):
    """One price of a permission; `key` is empty for a permission that tells none."""

    scope: Scope
    key: str = ""
    price: float = math.nan


class ScopesList(AccountList):
    """The permissions that a token can have, what they cost, and what they require."""

    def __init__(self, desk: Desk) -> None:
        locale = desk.locale

        def price(one: ScopePrice) -> str:
            if not one.price:
                return text("scope.free")
            told = math.isfinite(one.price)
            return formats.money(locale, Decimal(str(one.price))) if told else ""

        columns = (
            RecordColumn(self.tr("Permission"), _permission, _permission, 18, grows=True),
            RecordColumn(self.tr("What it buys"), _what, _what, 17, grows=True),
            RecordColumn(self.tr("Price + IVA"), price, lambda one: one.price, 9),
            RecordColumn(self.tr("State"), _state, _state, 9, pill=_state_role),
            RecordColumn(self.tr("Required for it"), _required, _required, 18, grows=True),
        )
        model = RecordModel(columns, lambda one: (one.scope.id, one.key))
        table = RecordTable(desk.theme, model, self.tr("Permissions and prices"))
        nothing = (
            self.tr("No permissions"),
            self.tr("The account tells no permissions for certified mailboxes."),
        )
        about = self.tr(
            "What this account pays for an operation, as the service tells it. These prices go "
            "before the office's own price list."
        )
        super().__init__(desk, about, "permissions", table, nothing)

    def ask(self, office: Office, work: Work) -> list[ScopePrice]:
        """Ask for all permissions, a row for each of their prices."""
        rows = []
        for scope in tokens.scopes(office, work):
            priced = [ScopePrice(scope, key, price) for key, price in scope.prices.items()]
            rows += priced or [ScopePrice(scope)]
        return rows


def _when(locale: QLocale, told: str) -> str:
    """A moment as the vendor tells it, in the person's language where it can be read."""
    seconds = moment(told)
    return formats.line(told) if seconds is None else formats.moment(locale, seconds)


def _permission(one: ScopePrice) -> str:
    return permission_words(one.scope.method, one.scope.endpoint)


def permission_words(method: str, endpoint: str) -> str:
    """What a permission is good for; as the vendor calls it where this program does not use it."""
    key = f"field.scope_{method.lower()}_{endpoint}"
    return text(key) if known(key) else formats.line(f"{method} {endpoint}")


def _what(one: ScopePrice) -> str:
    key = f"price_key.{one.key}".lower()
    return text(key) if known(key) else formats.line(one.key)


def _state(one: ScopePrice) -> str:
    return text("scope.enabled" if one.scope.enabled else "scope.not_enabled")


def _state_role(one: ScopePrice) -> Role:
    return Role.GOOD if one.scope.enabled else Role.MUTED


def _required(one: ScopePrice) -> str:
    """What has to be given before it can be used, and whether it was."""
    return ", ".join(
        text("requirement.met" if met else "requirement.open", what=_requirement(name))
        for name, met in one.scope.requirements.items()
    )


def _requirement(name: str) -> str:
    key = f"requirement.{name}"
    return text(key) if known(key) else formats.line(name)
