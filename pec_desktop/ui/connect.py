"""Connecting an account: an access token, or the e-mail and API key that make one.

Nothing is kept before the vendor has accepted the token. Secrets go to the keychain; where there is
none the dialog says that they are kept for this run only.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from msgspec import Struct
from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.credentials.vault import Vault
from pec_desktop.domain.account import Account, Environment
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.services import accounts
from pec_desktop.store.database import Database
from pec_desktop.tasks.runner import Lane, Task, TaskRunner
from pec_desktop.ui import formats
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.theme import Theme, set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

CHOICES = (Environment.PRODUCTION, Environment.SANDBOX, Environment.CUSTOM)


class ConnectDialog(QDialog):
    """Asks for what is needed, tests it, keeps it. GUI thread; non-blocking, use `open()`."""

    connected = Signal(object)
    """The new `Account`; its secrets are in the vault."""

    def __init__(
        self,
        runner: TaskRunner,
        theme: Theme,
        database: Database,
        vault: Vault,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._theme = theme
        self._database = database
        self._vault = vault
        self._task: Task | None = None
        self._account: Account | None = None
        self.setWindowTitle(self.tr("Connect an account"))
        self.name = QLineEdit()
        self.environment = QComboBox()
        self.address, self.oauth_address = QLineEdit(), QLineEdit()
        self.by_token = QRadioButton(self.tr("with an access &token"))
        self.by_key = QRadioButton(self.tr("with &e-mail and API key"))
        self.token = _secret()
        self.email, self.api_key = QLineEdit(), _secret()
        self.days, self.limit = QSpinBox(), QLineEdit()
        self.bar = FailureBar(theme)
        self._busy = QProgressBar()
        self.connect_button = QPushButton(self.tr("&Connect"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._fields = QWidget()
        self._form = QFormLayout(self._fields)
        self._about_key = QLabel()
        self._build()
        self._show_fields()

    # Building

    def _build(self) -> None:
        em = self._theme.em
        self._title = QLabel(self.tr("Connect an account"))
        set_role(self._title, "title")
        self._about = _words(
            self.tr(
                "The token and the API key are in the console of your Openapi account. They are "
                "kept in this computer's keychain and nowhere else."
            )
        )
        self._fill_choices()
        self._lay_out_fields()
        buttons = QHBoxLayout()
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(em(6))
        self._busy.setAccessibleName(self.tr("The connection is being tested"))
        self._busy.hide()
        set_role(self.connect_button, "primary")
        self.connect_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        buttons.addWidget(self._busy)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.connect_button)
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(em(1.8), em(1.5), em(1.8), em(1.5))
        inside.setSpacing(em(1))
        inside.addWidget(self._title)
        inside.addWidget(self._about)
        inside.addWidget(self._fields)
        inside.addWidget(self._about_key)
        if not self._vault.persistent:
            warning = _words(
                self.tr(
                    "No keychain can be used on this computer: the secrets are kept in memory and "
                    "must be entered again at the next start."
                ),
                "warning",
            )
            inside.addWidget(warning)
        inside.addWidget(self.bar)
        box = QVBoxLayout(self)
        box.setContentsMargins(em(1.2), em(1.2), em(1.2), em(1.2))
        box.setSpacing(em(1))
        box.addWidget(card, 1)
        box.addLayout(buttons)
        self.connect_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.reject)
        self.resize(em(44), self.sizeHint().height())

    def _fill_choices(self) -> None:
        for one in CHOICES:
            self.environment.addItem(text(f"environment.{one}"), one)
        self.environment.currentIndexChanged.connect(self._show_fields)
        group = QButtonGroup(self)
        for button in (self.by_token, self.by_key):
            group.addButton(button)
        self.by_token.setChecked(True)
        self.by_token.toggled.connect(self._show_fields)
        self.days.setRange(1, accounts.LONGEST_TTL)
        self.days.setValue(accounts.LONGEST_TTL)
        self.days.setSuffix(self.tr(" days"))
        self.name.setPlaceholderText(self.tr("for instance the name of the office"))
        self.limit.setPlaceholderText(self.tr("no limit"))
        self.address.setPlaceholderText("https://")
        self.oauth_address.setPlaceholderText("https://")

    def _lay_out_fields(self) -> None:
        em = self._theme.em
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(em(1.2))
        self._form.setVerticalSpacing(em(0.7))
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(1.2))
        row.addWidget(self.by_token)
        row.addWidget(self.by_key)
        row.addStretch()
        for words, field in (
            (self.tr("&Name"), self.name),
            (self.tr("En&vironment"), self.environment),
            (self.tr("&Address of the server"), self.address),
            (self.tr("Address for tokens and &prices"), self.oauth_address),
            (self.tr("Connect"), ways),
            (self.tr("Access token"), self.token),
            (self.tr("E-&mail of the account"), self.email),
            (self.tr("API &key"), self.api_key),
            (self.tr("Token &lasts"), self.days),
            (self.tr("&Spending limit (EUR)"), self.limit),
        ):
            self._form.addRow(words, field)
            if field is not ways:
                field.setAccessibleName(words.replace("&", ""))
        self._about_key.setWordWrap(True)
        self._about_key.setText(
            self.tr(
                "A token is made for this program alone, with the nine permissions that it uses. "
                "The spending limit is the most that it may ever take from the wallet."
            )
        )
        set_role(self._about_key, "hint")

    @Slot()
    def _show_fields(self) -> None:
        """Ask only for what the choices need."""
        custom = self.environment.currentData() == Environment.CUSTOM
        by_key = self.by_key.isChecked()
        for field, shown in (
            (self.address, custom),
            (self.oauth_address, custom),
            (self.token, not by_key),
            (self.email, by_key),
            (self.api_key, by_key),
            (self.days, by_key),
            (self.limit, by_key),
        ):
            self._form.setRowVisible(field, shown)
        self._about_key.setVisible(by_key)

    # Doing

    @Slot()
    def submit(self) -> None:
        """Test what was entered and keep it if the vendor accepts it."""
        if self._account is not None:
            self.accept()
            return
        if self._task is not None:
            return
        wrong = self._wrong_field()
        for field in (*self._needed(), self.limit):
            _mark(field, wrong=field is wrong)
        if wrong is not None:
            wrong.setFocus()
            return
        self.bar.clear()
        self._set_busy(True)
        self._task = self._runner.submit(
            Lane.KEYCHAIN, self._connection(), self, self._on_connected, self._on_failed
        )

    def _connection(self) -> Callable[[Work], Connected]:
        """Make the work from what the fields hold now; the worker never touches a widget."""
        by_key = self.by_key.isChecked()
        database, vault = self._database, self._vault
        name, environment = self.name.text().strip(), self.environment.currentData()
        custom = environment == Environment.CUSTOM
        base_url = self.address.text().strip() if custom else ""
        oauth_url = self.oauth_address.text().strip() if custom else ""
        token = self.token.text().strip()
        email, api_key = self.email.text().strip(), self.api_key.text().strip()
        limit, days = self._limit(), self.days.value()

        def connect(work: Work) -> Connected:
            account = (
                accounts.connect_with_key(
                    database,
                    vault,
                    name,
                    environment,
                    base_url,
                    oauth_url,
                    email,
                    api_key,
                    limit,
                    days,
                    work,
                )
                if by_key
                else accounts.connect_with_token(
                    database, vault, name, environment, base_url, oauth_url, token, work
                )
            )
            return Connected(account, accounts.first_credit(vault, account))

        return connect

    def _on_connected(self, connected: Connected) -> None:
        self._set_busy(False)
        self._account = connected.account
        self._title.setText(self.tr("Connected"))
        told = [self.tr("The account {name} answers.").format(name=connected.account.name)]
        if connected.credit is not None:
            credit = formats.money(QLocale(), connected.credit)
            told.append(self.tr("Credit in the wallet: {credit}.").format(credit=credit))
        else:
            told.append(
                self.tr("Its credit is not shown: that needs the e-mail and the API key as well.")
            )
        self._about.setText(" ".join(told))
        self._fields.hide()
        self._about_key.hide()
        self.cancel_button.hide()
        self.connect_button.setText(self.tr("&Open the account"))
        self.connect_button.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.bar.show_error(error)
        if isinstance(error, ApiError) and error.kind in (ErrorKind.AUTH, ErrorKind.FORBIDDEN):
            secret = self.api_key if self.by_key.isChecked() else self.token
            _mark(secret, wrong=True)
            secret.setFocus()
            secret.selectAll()

    def reject(self) -> None:
        """Cancel: what is being tested is given up, and nothing of it is kept."""
        if self._account is not None:
            self.accept()
            return
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def accept(self) -> None:
        """Open the account that was connected."""
        super().accept()
        if self._account is not None:
            self.connected.emit(self._account)

    def _set_busy(self, busy: bool) -> None:
        if not busy:
            self._task = None
        self._busy.setVisible(busy)
        self.connect_button.setEnabled(not busy)
        self._fields.setEnabled(not busy)

    def _wrong_field(self) -> QLineEdit | None:
        """The first field that is empty, or holds no amount where one belongs."""
        empty = next((field for field in self._needed() if not field.text().strip()), None)
        if empty is None and self.by_key.isChecked() and self.limit.text().strip():
            return None if self._limit() is not None else self.limit
        return empty

    def _limit(self) -> Decimal | None:
        """The spending limit in EUR; None where there is none, or none that can be read."""
        try:
            amount = Decimal(self.limit.text().strip().replace(",", "."))
        except InvalidOperation:
            return None
        return amount if amount.is_finite() and amount > 0 else None

    def _needed(self) -> list[QLineEdit]:
        by_key = self.by_key.isChecked()
        custom = self.environment.currentData() == Environment.CUSTOM
        addresses = [self.address, *([self.oauth_address] if by_key else [])] if custom else []
        return [self.name, *addresses, *([self.email, self.api_key] if by_key else [self.token])]


class Connected(Struct, frozen=True):
    """A tested account, and its credit in EUR where it can be read."""

    account: Account
    credit: Decimal | None


def _secret() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def _words(words: str, role: str = "muted") -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    set_role(label, role)
    return label


def _mark(field: QLineEdit, *, wrong: bool) -> None:
    """Show at the field that it is the one to look at."""
    set_role(field, "error" if wrong else "")
