"""Connecting an account: an access token, or the e-mail and API key that make one.

Nothing is kept before the vendor has accepted the token. Asking the vendor runs in the lane for the
network, where it can be given up at any moment; keeping the secrets in the lane for the keychain,
whose time limit is for the person's answer to the system and not for a slow network.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from pec_desktop.credentials.vault import Vault
from pec_desktop.domain.account import Account
from pec_desktop.errors import ApiError, Cancelled, ErrorKind
from pec_desktop.services import accounts
from pec_desktop.services.accounts import Proven
from pec_desktop.store.database import Database
from pec_desktop.tasks.runner import Lane, Task, TaskRunner
from pec_desktop.ui import formats
from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.card_dialog import CardDialog
from pec_desktop.ui.connect_fields import ConnectFields
from pec_desktop.ui.entry import Entry
from pec_desktop.ui.theme import Theme, set_role
from pec_desktop.work import Work


class ConnectDialog(CardDialog):
    """Asks for what is needed, tests it, keeps it. GUI thread; non-blocking, use `open()`.

    `known` is an account of the archive whose secrets are not on this computer: unless the person
    says that another is meant, it is the one that is connected, with all that belongs to it.
    """

    connected = Signal(object)
    """The new `Account`; its secrets are in the vault."""

    def __init__(
        self,
        runner: TaskRunner,
        theme: Theme,
        database: Database,
        vault: Vault,
        parent: QWidget | None = None,
        *,
        known: Account | None = None,
    ) -> None:
        busy_row = BusyRow(theme)
        super().__init__(
            theme,
            QCoreApplication.translate("ConnectDialog", "Connect an account"),
            busy_row,
            parent,
        )
        self._busy_row = busy_row
        self._runner = runner
        self._database = database
        self._vault = vault
        self._task: Task | None = None
        self._proven: Proven | None = None
        self._account: Account | None = None
        self._known = known
        self.same = QCheckBox()
        """Whether the known account is meant."""
        self.fields = ConnectFields(theme)
        self._fill()

    @Slot()
    def submit(self) -> None:
        """Test what was entered and keep it if the vendor accepts it; then open the account."""
        if self._account is not None:
            self.accept()
        elif self._task is None and self.fields.check():
            self.bar.clear()
            self._set_busy(self.tr("Asking the service…"))
            self._task = self._runner.submit(
                Lane.NET, self.fields.trial(), self, self._on_tried, self._on_failed
            )

    def reject(self) -> None:
        """Cancel: what is being tested is given up, and nothing of it is kept."""
        if self._account is not None:
            self.accept()
        elif self._proven is None:
            if self._task is not None:
                self._task.cancel()
            super().reject()

    def accept(self) -> None:
        """Open the account that was connected."""
        super().accept()
        if self._account is not None:
            self.connected.emit(self._account)

    # Inside

    def _on_tried(self, proven: Proven) -> None:
        """Let the keychain take the secrets; from here on there is nothing to cancel."""
        database, vault = self._database, self._vault
        if self._known is not None and self.same.isChecked():
            proven = accounts.as_known(proven, self._known)

        def keep(work: Work) -> Account:
            return accounts.keep(database, vault, proven, work)

        self._proven = proven
        self._set_busy(self.tr("Keeping the access. The system may ask you to allow it."))
        self._task = self._runner.submit(
            Lane.KEYCHAIN, keep, self, self._on_kept, self._on_not_kept
        )

    def _on_kept(self, account: Account) -> None:
        assert self._proven is not None
        self._set_busy("")
        self._account = account
        told = [self.tr("The service answers: {name} can be used.").format(name=account.name)]
        if self._proven.credit is not None:
            credit = formats.money(QLocale(), self._proven.credit)
            told.append(self.tr("Credit in the wallet: {credit}.").format(credit=credit))
        else:
            told.append(
                self.tr("The credit is not shown: that needs the e-mail and the API key as well.")
            )
        self.show_end(self.tr("Connected"), "\n".join(told), self.tr("&Open the account"))

    def _on_not_kept(self, error: Exception) -> None:
        """Undo it all, also what a keychain may still do that has not answered in time."""
        proven, self._proven = self._proven, None
        assert proven is not None
        if self._task is not None:
            self._task.cancel()

        def give_back(_work: Work) -> None:
            accounts.give_back(proven)

        self._runner.submit(Lane.NET, give_back, self)
        self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy("")
        if isinstance(error, ApiError) and error.kind in (ErrorKind.AUTH, ErrorKind.FORBIDDEN):
            self.fields.refuse(error.kind)
        elif not isinstance(error, Cancelled):
            self.bar.show_error(error)
            self.main_button.setFocus()
            self.fit()

    def _set_busy(self, doing: str) -> None:
        if not doing:
            self._task = None
        self._busy_row.say(doing)
        self.main_button.setEnabled(not doing)
        self.cancel_button.setEnabled(self._proven is None)
        self.fields.setEnabled(not doing)

    def _fill(self) -> None:
        self.main_button.setText(self.tr("&Connect"))
        self.about.setText(
            self.tr(
                "Token and API key are in the console of your Openapi account. They are kept in "
                "this computer's keychain and nowhere else."
            )
            if self._vault.persistent
            else self.tr("Token and API key are in the console of your Openapi account.")
        )
        if not self._vault.persistent:
            warning = QLabel(
                self.tr(
                    "No keychain can be used on this computer. The secrets are kept in memory "
                    "only, and must be entered again at the next start."
                )
            )
            warning.setWordWrap(True)
            set_role(warning, "notice-attention")
            self.body.addWidget(warning)
        if self._known is not None:
            self._ask_whether_same(self._known)
        self.body.addWidget(self.fields)
        self.body.addStretch()
        self.fields.resized.connect(self._on_resized)
        (self.fields.token if self._known else self.fields.name).setFocus()

    def _ask_whether_same(self, known: Account) -> None:
        words = self.tr("This is “{name}”, whose drafts and notes are here")
        self.same.setText(words.format(name=known.name.replace("&", "&&")))
        self.same.setChecked(True)
        self.same.toggled.connect(self._on_same)
        self.body.addWidget(self.same)
        self.fields.fix(known)

    @Slot(bool)
    def _on_same(self, same: bool) -> None:
        self.fields.fix(self._known if same else None)

    @Slot(object)
    def _on_resized(self, entry: Entry | None) -> None:
        self.fit()
        if entry is not None:
            self.show_field(entry)
