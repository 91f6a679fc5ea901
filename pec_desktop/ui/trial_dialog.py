"""A dialog that asks for secrets, tests them with the vendor, and lets the keychain keep them.

Nothing is kept before the vendor has accepted it. Asking the vendor runs in the lane for the
network, where it can be given up at any moment; keeping the secrets in the lane for the keychain,
whose time limit is for the person's answer to the system and not for a slow network.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from pec_desktop.credentials.vault import Vault
from pec_desktop.domain.account import Account
from pec_desktop.errors import ApiError, Cancelled, ErrorKind
from pec_desktop.services import accounts
from pec_desktop.services.accounts import Proven
from pec_desktop.store.database import Database
from pec_desktop.tasks.runner import Lane, Task, TaskRunner
from pec_desktop.ui.card_dialog import CardDialog
from pec_desktop.ui.connect_fields import ConnectFields
from pec_desktop.ui.theme import Theme, set_role
from pec_desktop.work import Work


class TrialDialog(CardDialog):
    """Asks for what `fields` asks for, tests it, keeps it; a subclass says what follows in `kept`.

    GUI thread.
    """

    def __init__(
        self,
        runner: TaskRunner,
        theme: Theme,
        database: Database,
        vault: Vault,
        fields: ConnectFields,
        title: str,
        about: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent, about=about, main=self.tr("&Connect"))
        self._runner = runner
        self._database = database
        self._vault = vault
        self._task: Task | None = None
        self.proven: Proven | None = None
        """What the vendor has accepted, from then on until the dialog is closed."""
        self.fields = fields
        if not vault.persistent:
            self.body.addWidget(self._warning())
        self.body.addWidget(fields)
        self.body.addStretch()
        fields.resized.connect(self.fit)

    def as_meant(self, proven: Proven) -> Proven:
        """What is to be kept of what the vendor has accepted."""
        return proven

    def kept(self, account: Account) -> None:
        """The secrets are in the vault, the account in the archive."""
        raise NotImplementedError

    def give_back(self, proven: Proven, work: Work) -> None:
        """Undo at the vendor what was made for secrets that cannot be kept. Worker thread."""

    @Slot()
    def submit(self) -> None:
        """Test what was entered and keep it if the vendor accepts it."""
        if self._task is None and self.fields.check():
            self.bar.clear()
            self.set_busy(self.tr("Asking the service…"))
            self._task = self._runner.submit(
                Lane.NET, self.fields.trial(), self, self._on_tried, self._on_failed
            )

    def reject(self) -> None:
        """Cancel: what is being tested is given up, and nothing of it is kept."""
        if self.proven is None:
            if self._task is not None:
                self._task.cancel()
            super().reject()

    def set_busy(self, doing: str) -> None:
        """Say what is being done; what is being kept cannot be cancelled."""
        super().set_busy(doing)
        if not doing:
            self._task = None
        self.cancel_button.setEnabled(self.proven is None)

    # Inside

    def _on_tried(self, proven: Proven) -> None:
        """Let the keychain take the secrets; from here on there is nothing to cancel."""
        database, vault, proven = self._database, self._vault, self.as_meant(proven)

        def keep(work: Work) -> Account:
            return accounts.keep(database, vault, proven, work)

        self.proven = proven
        self.set_busy(self.tr("Keeping the access. The system may ask you to allow it."))
        self._task = self._runner.submit(
            Lane.KEYCHAIN, keep, self, self._on_kept, self._on_not_kept
        )

    def _on_kept(self, account: Account) -> None:
        self.set_busy("")
        self.kept(account)

    def _on_not_kept(self, error: Exception) -> None:
        """Undo it all, also what a keychain may still do that has not answered in time."""
        proven, self.proven = self.proven, None
        assert proven is not None
        if self._task is not None:
            self._task.cancel()
        self._runner.submit(Lane.NET, partial(self.give_back, proven), self)
        self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self.set_busy("")
        if isinstance(error, ApiError) and error.kind in (ErrorKind.AUTH, ErrorKind.FORBIDDEN):
            self.fields.refuse(error.kind)
        elif not isinstance(error, Cancelled):
            self.show_failure(error)

    def _warning(self) -> QLabel:
        warning = QLabel(
            self.tr(
                "No keychain can be used on this computer. The secrets are kept in memory "
                "only, and must be entered again at the next start."
            )
        )
        warning.setWordWrap(True)
        set_role(warning, "notice-attention")
        return warning
