"""Adding e-mail and API key to an account that is connected already: prices, wallet, tokens."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.account import Account
from pec_desktop.services import accounts
from pec_desktop.ui.connect_fields import KeyFields
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.trial_dialog import TrialDialog


class KeyDialog(TrialDialog):
    """Asks for e-mail and API key of the open account. GUI thread; non-blocking, use `open()`."""

    height_at_first = 20

    added = Signal()
    """They are kept, and the office uses them from now on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        office = desk.office
        about = (
            self.tr(
                "With them the program shows the wallet, the account's own prices and its access "
                "tokens. The API key is in the console of your Openapi account. It is kept in this "
                "computer's keychain and nowhere else."
            )
            if office.vault.persistent
            else self.tr(
                "With them the program shows the wallet, the account's own prices and its access "
                "tokens. The API key is in the console of your Openapi account."
            )
        )
        fields = KeyFields(desk.theme, office)
        title = self.tr("E-mail and API key")
        super().__init__(
            desk.runner, desk.theme, office.database, office.vault, fields, title, about, parent
        )
        self._office = office
        (fields.api_key if fields.email.text() else fields.email).setFocus()

    def kept(self, _account: Account) -> None:
        """Use them."""
        assert self.proven is not None
        accounts.take_up_key(self._office, self.proven)
        self.accept()
        self.added.emit()
