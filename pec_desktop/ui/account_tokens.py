"""The account's access tokens: listed by name and dates, made, renewed, used, deleted.

The text of a token is a secret. It is in no cell, no dialog and no accessible name; a row is known
by it inside the program only.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QPushButton

from pec_desktop.domain.token import LONGEST_LIFE
from pec_desktop.services import tokens
from pec_desktop.services.office import Connection, Office
from pec_desktop.services.tokens import AccessToken
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.account_list import AccountList
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.flow import FlowLayout
from pec_desktop.ui.news import NewsBar
from pec_desktop.ui.reason import explain
from pec_desktop.ui.record_table import RecordColumn, RecordModel, RecordTable
from pec_desktop.ui.theme import Role, set_role
from pec_desktop.ui.token_dialog import TokenDialog
from pec_desktop.ui.words import text
from pec_desktop.work import Work

translate = QCoreApplication.translate


class TokensList(AccountList):
    """The tokens, the program's own marked, and what can be done with them."""

    reconnected = Signal()
    """The program uses another token from now on; whoever listens lets this list `expire`."""

    changed = Signal()
    """The own token may expire at another time."""

    def __init__(self, desk: Desk) -> None:
        table = _table(desk)
        nothing = (
            self.tr("No access tokens"),
            self.tr("Make one for each program that speaks for this account."),
        )
        about = self.tr(
            "Each program that speaks for this account needs an access token. Its text is never "
            "shown here; the console of your Openapi account tells it."
        )
        super().__init__(desk, about, "key", table, nothing)
        self._made: AccessToken | None = None
        self._doing = False
        self.news = NewsBar(desk.theme)
        self.new_button = QPushButton(self.tr("&New token…"))
        self.renew_button = QPushButton(self.tr("&Renew for a year"))
        self.use_button = QPushButton(self.tr("&Use here"))
        self.delete_button = QPushButton(self.tr("De&lete…"))
        self._build()

    def ask(self, office: Office, work: Work) -> list[AccessToken]:
        """Ask for all of them."""
        return tokens.all_tokens(office, work)

    def show_answer(self, answer: list[AccessToken]) -> None:
        """Show them; the own one may have another expiry than was known."""
        super().show_answer(answer)
        if self._made is not None:
            self._select(self._made)
        self._on_chosen()
        self.changed.emit()

    @Slot()
    def renew_own(self) -> None:
        """Renew the token that this program uses."""

        def work(work: Work) -> None:
            tokens.renew_own(self.desk.office, work)

        self._do(Lane.KEYCHAIN, text("token.renewing"), work, self._on_own_renewed)

    @Slot()
    def make(self) -> None:
        """Ask for what a new token is to be, and make it."""
        dialog = TokenDialog(self.desk, self)
        dialog.made.connect(self._on_made)
        dialog.open()

    # Inside

    def _build(self) -> None:
        row = FlowLayout(self.desk.theme.em(0.6))
        for button, slot in (
            (self.new_button, self.make),
            (self.renew_button, self._on_renew),
            (self.use_button, self._on_use),
            (self.delete_button, self._on_delete),
        ):
            button.clicked.connect(slot)
            row.addWidget(button)
        set_role(self.new_button, "primary")
        self.news.acted.connect(self._use_the_made)
        self._column.insertLayout(1, row)
        self._column.insertWidget(3, self.news)
        way = (self.new_button, self.renew_button, self.use_button, self.delete_button, self.table)
        for before, after in pairwise(way):
            self.setTabOrder(before, after)
        self.table.chosen.connect(self._on_chosen)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.activated.connect(self._on_delete)
        self._on_chosen()

    @property
    def _one(self) -> AccessToken | None:
        selected: list[AccessToken] = self.table.selected()
        return selected[0] if len(selected) == 1 else None

    @Slot()
    def _on_chosen(self) -> None:
        """Allow what can be done with the selected token, and say why not of the rest."""
        one, why = self._one, self._why_nothing()
        explain(self.new_button, why)
        why = why or ("" if one else self.tr("Select a token."))
        own = text("token.own") if one is not None and one.own else ""
        explain(self.renew_button, why)
        for button in (self.use_button, self.delete_button):
            explain(button, why or own)

    def _why_nothing(self) -> str:
        """Why no token can be changed at all now, in words."""
        if self.desk.office.connection is None:
            return text("office.not_connected")
        if not self.reachable:
            return text("account.no_api_key")
        return self.tr("This is being done just now.") if self._doing else ""

    def _do(
        self,
        lane: Lane,
        doing: str,
        work: Callable[[Work], object],
        done: Callable[[object], None],
    ) -> None:
        """Do one thing at a time; then ask for the list again, whatever came of it."""
        if self._doing:
            return
        self._doing = True
        self.bar.clear()
        self.news.hide()
        self._on_chosen()
        self.busy.say(doing)
        over = self.desk.office.connection
        ended = partial(self._on_done, over, done), partial(self._on_not_done, over)
        self.desk.runner.submit(lane, work, self, *ended)

    def _on_done(
        self, over: Connection | None, done: Callable[[object], None], result: object
    ) -> None:
        self._after(over)
        done(result)

    def _on_not_done(self, over: Connection | None, error: Exception) -> None:
        """Say why; a new own token that could not be kept is used all the same."""
        self._after(over)
        self.bar.show_error(error)

    def _after(self, over: Connection | None) -> None:
        self._doing = False
        self._on_chosen()
        if self.desk.office.connection is over:
            self.look()
        else:
            self._end()
            self.reconnected.emit()

    @Slot()
    def _on_renew(self) -> None:
        one = self._one
        if one is None or not self.renew_button.isEnabled():
            return
        if one.own:
            self.renew_own()
            return
        office = self.desk.office
        work = partial(tokens.extend, office, one.token, LONGEST_LIFE)
        self._do(Lane.NET, text("token.renewing"), work, self._on_renewed)

    def _on_renewed(self, renewed: object) -> None:
        assert isinstance(renewed, AccessToken)
        until = formats.day_of(self.desk.locale, renewed.expires_at)
        words = self.tr("“{name}” is good until {day}.").format(name=_name(renewed), day=until)
        self.news.say(words, Role.GOOD)

    def _on_own_renewed(self, _nothing: object) -> None:
        until = formats.day_of(self.desk.locale, self.desk.office.account.token_expires)
        words = self.tr("This program's token is good until {day}.").format(day=until)
        self.news.say(words, Role.GOOD)

    def _on_made(self, made: AccessToken) -> None:
        self._made = made
        words = self.tr("“{name}” is made. Its text is in the console of your Openapi account.")
        self.news.say(words.format(name=_name(made)), Role.GOOD, self.tr("Use i&t here"))
        self.look()

    @Slot()
    def _use_the_made(self) -> None:
        if self._made is not None:
            self._use(self._made)

    @Slot()
    def _on_use(self) -> None:
        if self._one is not None and self.use_button.isEnabled():
            self._use(self._one)

    def _use(self, one: AccessToken) -> None:
        work = partial(tokens.use, self.desk.office, one.token)
        done = partial(self._on_used, one)
        self._do(Lane.KEYCHAIN, text("token.taking"), work, done)

    def _on_used(self, one: AccessToken, _account: object) -> None:
        self._made = None
        words = self.tr("This program uses “{name}” from now on. The one before is still good.")
        self.news.say(words.format(name=_name(one)), Role.GOOD)

    @Slot()
    def _on_delete(self) -> None:
        """Ask once, by name and dates, then delete."""
        one = self._one
        if one is None or not self.delete_button.isEnabled():
            return
        box = QMessageBox(self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Delete an access token"))
        box.setText(self.tr("Delete “{name}”?").format(name=_name(one)))
        words = self.tr("Made on {made}, good until {day}. Whoever uses it is locked out at once.")
        made, day = (
            formats.day_of(self.desk.locale, at) for at in (one.created_at, one.expires_at)
        )
        box.setInformativeText(words.format(made=made, day=day))
        delete = box.addButton(self.tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        delete.clicked.connect(lambda _checked=False: self._delete(one))
        box.finished.connect(box.deleteLater)
        box.open()

    def _delete(self, one: AccessToken) -> None:
        work = partial(tokens.delete, self.desk.office, one.token)
        self._do(Lane.NET, text("token.deleting"), work, partial(self._on_deleted, one))

    def _on_deleted(self, one: AccessToken, _nothing: object) -> None:
        self.news.say(self.tr("“{name}” is deleted.").format(name=_name(one)))

    def _select(self, one: AccessToken) -> None:
        keys = [record.token for record in self.table.rows.records]
        if one.token in keys:
            self.table.selectRow(keys.index(one.token))


def _table(desk: Desk) -> RecordTable:
    locale = desk.locale
    columns = (
        RecordColumn(
            translate("TokensList", "Name"),
            _name,
            lambda one: one.name.casefold(),
            16,
            grows=True,
        ),
        RecordColumn(
            translate("TokensList", "Used by"),
            lambda one: translate("TokensList", "this program") if one.own else "",
            lambda one: not one.own,
            13,
            pill=lambda _one: Role.INFO,
        ),
        RecordColumn(
            translate("TokensList", "Made"),
            lambda one: formats.day_of(locale, one.created_at),
            lambda one: one.created_at or 0,
            9,
        ),
        RecordColumn(
            translate("TokensList", "Good until"),
            lambda one: formats.day_of(locale, one.expires_at),
            lambda one: one.expires_at or 0,
            9,
        ),
        RecordColumn(
            translate("TokensList", "Limits"),
            partial(_limits, locale),
            lambda one: one.limits.get("walletAmount") or 0,
            15,
            grows=True,
        ),
        RecordColumn(
            translate("TokensList", "Spent"),
            lambda one: _amount(locale, one.stats.get("walletAmount")),
            lambda one: one.stats.get("walletAmount") or 0,
            8,
        ),
    )
    model = RecordModel(columns, lambda one: one.token)
    return RecordTable(desk.theme, model, translate("TokensList", "Access tokens"))


def _name(one: AccessToken) -> str:
    return formats.line(one.name) or translate("TokensList", "without a name")


def _limits(locale: QLocale, one: AccessToken) -> str:
    """The limits that are set, in words; those of other kinds are left out."""
    parts = [_amount(locale, one.limits.get("walletAmount"))]
    for name in ("walletRequests", "totalRequests"):
        count = one.limits.get(name)
        if isinstance(count, int) and not isinstance(count, bool) and count > 0:
            parts.append(text(f"limit.{name}", count=locale.toString(count)))
    return ", ".join(part for part in parts if part)


def _amount(locale: QLocale, amount: object) -> str:
    """An amount of money as the vendor tells it; empty for none, or what is none."""
    if isinstance(amount, bool) or not isinstance(amount, int | float) or not amount:
        return ""
    return formats.money(locale, Decimal(str(amount)))
