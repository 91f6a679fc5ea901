"""Connecting an account: an access token, or the e-mail and API key that make one."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QWidget

from pec_desktop.credentials.vault import Vault
from pec_desktop.domain.account import Account
from pec_desktop.services import accounts
from pec_desktop.services.accounts import Proven
from pec_desktop.store.database import Database
from pec_desktop.tasks.runner import TaskRunner
from pec_desktop.ui import formats
from pec_desktop.ui.connect_fields import ConnectFields
from pec_desktop.ui.empty import EmptyPlace
from pec_desktop.ui.theme import Role, Theme
from pec_desktop.ui.trial_dialog import TrialDialog
from pec_desktop.work import Work


class ConnectDialog(TrialDialog):
    """Connects an account and, in the end, opens it. GUI thread; non-blocking, use `open()`."""

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
        about = (
            self.tr(
                "Token and API key are in the console of your Openapi account. They are kept in "
                "this computer's keychain and nowhere else."
            )
            if vault.persistent
            else self.tr("Token and API key are in the console of your Openapi account.")
        )
        fields = ConnectFields(theme)
        title = self.tr("Connect an account")
        super().__init__(runner, theme, database, vault, fields, title, about, parent)
        self._account: Account | None = None
        self._end = EmptyPlace(theme, "done", role=Role.GOOD)
        self.pages.addWidget(self._end)
        fields.name.setFocus()

    @Slot()
    def submit(self) -> None:
        """Test what was entered and keep it if the vendor accepts it; then open the account."""
        if self._account is not None:
            self.accept()
        else:
            super().submit()

    def reject(self) -> None:
        """Cancel; what was connected already is opened."""
        if self._account is not None:
            self.accept()
        else:
            super().reject()

    def accept(self) -> None:
        """Open the account that was connected."""
        super().accept()
        if self._account is not None:
            self.connected.emit(self._account)

    def kept(self, account: Account) -> None:
        """Say that it went well, and offer to open the account."""
        assert self.proven is not None
        self._account = account
        told = [self.tr("The service answers: {name} can be used.").format(name=account.name)]
        if self.proven.credit is not None:
            credit = formats.money(QLocale(), self.proven.credit)
            told.append(self.tr("Credit in the wallet: {credit}.").format(credit=credit))
        else:
            told.append(
                self.tr("The credit is not shown: that needs the e-mail and the API key as well.")
            )
        self._end.say(self.tr("Connected"), "\n".join(told))
        self.pages.setCurrentWidget(self._end)
        self.cancel_button.hide()
        self.go_button.setText(self.tr("&Open the account"))
        self.go_button.setFocus()

    def give_back(self, proven: Proven, _work: Work) -> None:
        """Delete the token that was made."""
        accounts.give_back(proven)
