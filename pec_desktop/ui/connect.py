"""Connecting an account: an access token, or the e-mail and API key that make one."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from pec_desktop.credentials.vault import Vault
from pec_desktop.domain.account import Account
from pec_desktop.services import accounts
from pec_desktop.services.accounts import Proven
from pec_desktop.store.database import Database
from pec_desktop.tasks.runner import TaskRunner
from pec_desktop.ui import formats
from pec_desktop.ui.connect_fields import ConnectFields
from pec_desktop.ui.theme import Theme
from pec_desktop.ui.trial_dialog import TrialDialog
from pec_desktop.work import Work


class ConnectDialog(TrialDialog):
    """Asks for an account's access, tests and keeps it. GUI thread; non-blocking, use `open()`.

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
        about = (
            self.tr(
                "Token and API key are in the console of your Openapi account. They are kept in "
                "this computer's keychain and nowhere else."
            )
            if vault.persistent
            else self.tr("Token and API key are in the console of your Openapi account.")
        )
        title, fields = self.tr("Connect an account"), ConnectFields(theme)
        super().__init__(runner, theme, database, vault, fields, title, about, parent)
        self._account: Account | None = None
        self._known = known
        self.same = QCheckBox()
        """Whether the known account is meant."""
        if known is not None:
            self._ask_whether_same(known)
        (fields.token if known else fields.name).setFocus()

    @Slot()
    def submit(self) -> None:
        """Test what was entered and keep it if the vendor accepts it; then open the account."""
        if self._account is None:
            super().submit()
        else:
            self.accept()

    def reject(self) -> None:
        """Cancel: what is being tested is given up, and nothing of it is kept."""
        if self._account is None:
            super().reject()
        else:
            self.accept()

    def accept(self) -> None:
        """Open the account that was connected."""
        super().accept()
        if self._account is not None:
            self.connected.emit(self._account)

    def as_meant(self, proven: Proven) -> Proven:
        """The known account with its new access, where that one is meant."""
        if self._known is not None and self.same.isChecked():
            return accounts.as_known(proven, self._known)
        return proven

    def kept(self, account: Account) -> None:
        """Say that it can be used."""
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
        self.show_end(self.tr("Connected"), "\n".join(told), self.tr("&Open the account"))

    def give_back(self, proven: Proven, work: Work) -> None:
        """Delete the token that was made for an account which cannot be kept."""
        del work
        accounts.give_back(proven)

    # Inside

    def _ask_whether_same(self, known: Account) -> None:
        words = self.tr("This is “{name}”, whose drafts and notes are here")
        self.same.setText(words.format(name=known.name.replace("&", "&&")))
        self.same.setChecked(True)
        self.same.toggled.connect(self._on_same)
        self.body.insertWidget(self.body.indexOf(self.fields), self.same)
        self.fields.fix(known)

    @Slot(bool)
    def _on_same(self, same: bool) -> None:
        self.fields.fix(self._known if same else None)
