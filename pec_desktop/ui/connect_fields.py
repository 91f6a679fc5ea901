"""What is asked to connect an account: the fields, which of them are needed, what is wrong in them.

Secrets leave a field only inside the work that `trial` makes.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.domain.account import Account, Environment
from pec_desktop.errors import ErrorKind, Refusal
from pec_desktop.services import accounts
from pec_desktop.services.accounts import Proven
from pec_desktop.services.office import Office
from pec_desktop.ui.entry import Entry
from pec_desktop.ui.flow import FlowLayout
from pec_desktop.ui.theme import Theme, set_role
from pec_desktop.ui.two_columns import TwoColumns
from pec_desktop.ui.words import text
from pec_desktop.work import Work

CHOICES = (Environment.PRODUCTION, Environment.SANDBOX, Environment.CUSTOM)


class ConnectFields(QWidget):
    """Name, environment, and either a token or an e-mail with its API key. GUI thread."""

    resized = Signal(object)
    """More or less is shown than before; the `Entry` with the first error, or None."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.name, self.address, self.oauth_address = QLineEdit(), QLineEdit(), QLineEdit()
        self.environment = QComboBox()
        self.by_token = QRadioButton(self.tr("With an access &token"))
        self.by_key = QRadioButton(self.tr("With &e-mail and API key"))
        self.token, self.api_key, self.email = _secret(), _secret(), QLineEdit()
        self.days, self.limit = QComboBox(), QLineEdit()
        self._about_key = QLabel(
            self.tr(
                "The program makes a token of its own, with the nine permissions that it uses. "
                "The spending limit is the most that it may ever take from the wallet."
            )
        )
        self._about_key.setWordWrap(True)
        set_role(self._about_key, "hint")
        self._entries: dict[QWidget, Entry] = {
            field: Entry(theme, words, field)
            for words, field in (
                (self.tr("&Name"), self.name),
                (self.tr("En&vironment"), self.environment),
                (self.tr("&Address of the server"), self.address),
                (self.tr("Address for tokens and &prices"), self.oauth_address),
                (self.tr("Access t&oken"), self.token),
                (self.tr("E-&mail of the account"), self.email),
                (self.tr("API &key"), self.api_key),
                (self.tr("The token &lasts"), self.days),
                (self.tr("&Spending limit in euros"), self.limit),
            )
        }
        self._fill()
        self._lay_out()
        self.show_needed()

    def entry(self, field: QWidget) -> Entry:
        """The label and the error that belong to a field."""
        return self._entries[field]

    def fix(self, account: Account | None) -> None:
        """Ask for the secrets of this account and of no other; None asks for any account."""
        self.environment.setEnabled(account is None)
        self.address.setReadOnly(account is not None)
        self.oauth_address.setReadOnly(account is not None and bool(account.oauth_url))
        if account is not None:
            self.environment.setCurrentIndex(self.environment.findData(account.environment))
            for field, words in (
                (self.name, account.name),
                (self.address, account.base_url),
                (self.oauth_address, account.oauth_url),
                (self.email, account.email),
            ):
                field.setText(words)

    def check(self) -> bool:
        """Say at every field that is asked for what is wrong; tell whether nothing is."""
        wrong: list[QLineEdit] = []
        for field, entry in self._entries.items():
            asked = isinstance(field, QLineEdit) and not entry.isHidden()
            words = self._wrong(field) if asked and isinstance(field, QLineEdit) else ""
            entry.show_error(words)
            if words and isinstance(field, QLineEdit):
                wrong.append(field)
        if wrong:
            wrong[0].setFocus()
            self.resized.emit(self._entries[wrong[0]])
        return not wrong

    def refuse(self, kind: ErrorKind) -> None:
        """Say at the secret's field that the vendor did not let it in (auth or forbidden)."""
        field = self.api_key if self.by_key.isChecked() else self.token
        self._entries[field].show_error(self._why_refused(kind))
        field.setFocus()
        field.selectAll()
        self.resized.emit(self._entries[field])

    def trial(self) -> Callable[[Work], Proven]:
        """Make the work from what the fields hold now; the worker never touches a widget."""
        name, environment = self.name.text().strip(), self.environment.currentData()
        base_url = self.address.text().strip() if self._custom else ""
        by_key = self.by_key.isChecked()
        oauth_url = self.oauth_address.text().strip() if self._custom and by_key else ""
        token, api_key = self.token.text().strip(), self.api_key.text().strip()
        email, limit, days = self.email.text().strip(), self._limit(), int(self.days.currentData())

        def with_key(work: Work) -> Proven:
            return accounts.try_key(
                name, environment, base_url, oauth_url, email, api_key, limit, days, work
            )

        def with_token(work: Work) -> Proven:
            return accounts.try_token(name, environment, base_url, oauth_url, token, work)

        return with_key if by_key else with_token

    # Inside

    @property
    def _custom(self) -> bool:
        return bool(self.environment.currentData() == Environment.CUSTOM)

    def _fill(self) -> None:
        for one in CHOICES:
            self.environment.addItem(text(f"environment.{one}"), one)
        group = QButtonGroup(self)
        for button in (self.by_token, self.by_key):
            group.addButton(button)
        self.by_token.setChecked(True)
        self.environment.currentIndexChanged.connect(self.show_needed)
        self.by_token.toggled.connect(self.show_needed)
        for words, days in (
            (self.tr("one year"), accounts.LONGEST_TTL),
            (self.tr("six months"), 182),
            (self.tr("three months"), 91),
            (self.tr("one month"), 30),
        ):
            self.days.addItem(words, days)
        self.name.setPlaceholderText(self.tr("for instance the name of the office"))
        self.limit.setPlaceholderText(self.tr("no limit"))
        for address in (self.address, self.oauth_address):
            address.setPlaceholderText("https://")

    def _lay_out(self) -> None:
        em = self._theme.em
        ways = FlowLayout(em(1.5))
        for button in (self.by_token, self.by_key):
            ways.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(em(0.9))
        box.addWidget(self._pair(self.name, self.environment))
        for field in (self.address, self.oauth_address):
            box.addWidget(self._entries[field])
        box.addSpacing(em(0.4))
        box.addLayout(ways)
        for field in (self.token, self.email, self.api_key):
            box.addWidget(self._entries[field])
        box.addWidget(self._pair(self.days, self.limit))
        box.addWidget(self._about_key)

    def _pair(self, *fields: QWidget) -> TwoColumns:
        em = self._theme.em
        pair = TwoColumns(column_gap=em(1.5), row_gap=em(0.9), narrowest=em(15))
        pair.set_items([(self._entries[field], False) for field in fields])
        return pair

    def needed(self) -> set[QWidget]:
        """What the choices made so far leave to be asked."""
        by_key = self.by_key.isChecked()
        asked: set[QWidget] = {self.name, self.environment}
        asked |= {self.email, self.api_key, self.days, self.limit} if by_key else {self.token}
        if self._custom:
            asked |= {self.address, self.oauth_address} if by_key else {self.address}
        return asked

    @Slot()
    def show_needed(self) -> None:
        """Ask only for what the choices need."""
        asked = self.needed()
        for field, entry in self._entries.items():
            entry.setVisible(field in asked)
        self._about_key.setVisible(self.days in asked)
        self.resized.emit(None)

    def _wrong(self, field: QLineEdit) -> str:
        """What is wrong in a field, nothing if it will do."""
        words = field.text().strip()
        if field is self.limit:
            valid = not words or self._limit() is not None
            return "" if valid else self.tr("This is not an amount in euros.")
        if not words:
            return text("field.required")
        if field in (self.address, self.oauth_address):
            try:
                accounts.origin(words)
            except Refusal as refusal:
                return text(refusal.key)
        return ""

    def _limit(self) -> Decimal | None:
        """The spending limit in EUR; None where there is none, or none that can be read."""
        try:
            amount = Decimal(self.limit.text().strip().replace(",", "."))
        except InvalidOperation:
            return None
        return amount if amount.is_finite() and amount > 0 else None

    def _why_refused(self, kind: ErrorKind) -> str:
        if kind is ErrorKind.FORBIDDEN:
            return self.tr(
                "The service knows this access, but it lacks the permissions for certified "
                "mailboxes. With e-mail and API key the program makes a token that has them."
            )
        if self.by_key.isChecked():
            return self.tr(
                "The service does not accept this e-mail with this API key. Compare both with the "
                "console; Production and Sandbox have a key each."
            )
        return self.tr(
            "The service does not accept this token. Copy it once more from the console. It may "
            "have expired, and a token of the Sandbox opens nothing in Production."
        )


class KeyFields(ConnectFields):
    """E-mail and API key for an account that is connected by a token. GUI thread."""

    def __init__(self, theme: Theme, office: Office) -> None:
        self._office = office  # before all else: `needed` is asked while the fields are made
        super().__init__(theme)
        for button in (self.by_token, self.by_key):
            button.hide()
        self.by_key.setChecked(True)
        self.email.setText(office.account.email)
        self.show_needed()

    def needed(self) -> set[QWidget]:
        """The address too, where nothing tells it."""
        asked: set[QWidget] = {self.email, self.api_key}
        return asked if self._office.account.oauth_url else {self.oauth_address, *asked}

    def trial(self) -> Callable[[Work], Proven]:
        """Make the work from what the fields hold now; the worker never touches a widget."""
        office, oauth_url = self._office, self.oauth_address.text().strip()
        email, api_key = self.email.text().strip(), self.api_key.text().strip()

        def with_own_key(work: Work) -> Proven:
            return accounts.try_own_key(office, oauth_url, email, api_key, work)

        return with_own_key


def _secret() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
