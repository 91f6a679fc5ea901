"""How an office reaches the vendor: through the practice server, the environment or the keychain.

An answer belongs to the very office that asked. The person may have gone to another account by the
time it comes, and Practice must never be handed the way to Production: whoever listens compares.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from pec_desktop.credentials.vault import Vault, open_vault
from pec_desktop.domain.account import Account, Environment
from pec_desktop.errors import Refusal
from pec_desktop.practice_process import PracticeAccess, PracticeProcess
from pec_desktop.services import accounts
from pec_desktop.services.office import Connection, Office
from pec_desktop.tasks.runner import Lane, TaskRunner
from pec_desktop.work import Work


class Connector(QObject):
    """Looks for connections in the background. GUI thread.

    `named` is the account of the server on the command line and `token` what came for it in the
    environment; no other account gets that token.
    """

    found = Signal(object, object)
    """The `Office` that asked, its `Connection`."""

    not_found = Signal(object, object)
    """The `Office` that asked, the exception that says why."""

    no_vault = Signal(object)
    """The exception that keeps the keychain shut."""

    def __init__(
        self,
        runner: TaskRunner,
        practice: PracticeProcess,
        named: Account | None,
        token: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._practice = practice
        self._named = named
        self._token = token
        self._waiting: list[Callable[[], None]] = []
        self.vault: Vault | None = None
        """Where secrets are kept, from the first need: its import takes a tenth of a second."""

    def look_for(self, office: Office) -> None:
        """Find out how to reach the vendor for `office`: `found` or `not_found` comes later."""
        if office.account.environment is Environment.PRACTICE:
            self._ask_practice(office, self._practice.access)
        elif self._token and office.account == self._named:
            self.found.emit(office, Connection(base_url=office.account.base_url, token=self._token))
        else:
            self.with_vault(partial(self._read_token, office))

    def look_again_if_dead(self, office: Office) -> None:
        """Start a practice server that has died; a real one can only be waited for."""
        if office.account.environment is Environment.PRACTICE and not self._practice.running:
            self.look_for(office)

    def reset_practice(self, office: Office) -> None:
        """Let the practice office begin anew; `found` comes later."""
        self._ask_practice(office, self._practice.reset)

    def with_vault(self, then: Callable[[], None]) -> None:
        """Open the keychain if that is still to be done, then go on."""
        if self.vault is not None:
            then()
            return
        if not self._waiting:
            self._runner.submit(Lane.KEYCHAIN, _open, self, self._on_vault, self._on_no_vault)
        if then not in self._waiting:
            self._waiting.append(then)

    def _ask_practice(self, office: Office, ask: Callable[[], PracticeAccess]) -> None:
        def work(_work: Work) -> PracticeAccess:
            return ask()

        done, failed = partial(self._on_practice, office), partial(self.not_found.emit, office)
        self._runner.submit(Lane.NET, work, self, done, failed)

    def _on_practice(self, office: Office, access: PracticeAccess) -> None:
        self.found.emit(
            office,
            Connection(
                base_url=access.url,
                token=access.token,
                oauth_url=access.url,
                email=access.email,
                api_key=access.api_key,
            ),
        )

    def _read_token(self, office: Office) -> None:
        assert self.vault is not None
        office.vault = vault = self.vault

        def read(_work: Work) -> Connection | None:
            return accounts.open_connection(vault, office.account)

        done, failed = partial(self._on_token, office), partial(self.not_found.emit, office)
        self._runner.submit(Lane.KEYCHAIN, read, self, done, failed)

    def _on_token(self, office: Office, connection: Connection | None) -> None:
        if connection is None:
            self.not_found.emit(office, Refusal("office.no_token"))
        else:
            self.found.emit(office, connection)

    def _on_vault(self, vault: Vault) -> None:
        self.vault = vault
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _on_no_vault(self, error: Exception) -> None:
        self._waiting = []
        self.no_vault.emit(error)


def _open(_work: Work) -> Vault:
    return open_vault()
