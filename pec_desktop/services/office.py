"""An office at work: one account, its archive, its secrets, and the way to the vendor.

Everything the other services need is reached through an `Office`. It may be used from several
worker threads at once: the stores open a connection per call, the API clients are thread-safe, and
what is kept here is guarded. Nothing here imports `requests` before the first call to the vendor.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from pec_desktop.domain.account import Account
from pec_desktop.errors import Refusal
from pec_desktop.log import hide
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.attempts import AttemptStore
from pec_desktop.store.batches import BatchStore
from pec_desktop.store.communications import CommunicationStore
from pec_desktop.store.drafts import DraftStore
from pec_desktop.store.mailboxes import MailboxStore
from pec_desktop.store.outside import OutsideStore
from pec_desktop.store.papers import PaperStore

if TYPE_CHECKING:
    from pec_desktop.api.client import PecClient
    from pec_desktop.api.oauth import OAuthClient, Scope
    from pec_desktop.credentials.vault import Vault
    from pec_desktop.documents.kinds import Paper
    from pec_desktop.store.database import Database
    from pec_desktop.store.files import FileStore


class Connection(Struct, frozen=True):
    """How to reach the vendor for one account. Holds secrets: never stored, shown or logged.

    Without `email` and `api_key` there is no wallet and there are no prices, only the mailboxes.
    Making one keeps its secrets out of the log.
    """

    base_url: str
    token: str
    oauth_url: str = ""
    email: str = ""
    api_key: str = ""

    def __post_init__(self) -> None:
        hide(self.token)
        hide(self.api_key)

    def __repr__(self) -> str:
        return f"Connection({self.base_url!r})"

    @property
    def has_key(self) -> bool:
        """Whether wallet, prices and tokens can be asked for."""
        return bool(self.oauth_url and self.email and self.api_key)


def open_oauth(connection: Connection) -> OAuthClient | None:
    """Return the client for wallet and prices, None without e-mail, API key or address."""
    if not connection.has_key:
        return None
    from pec_desktop.api.oauth import OAuthClient

    return OAuthClient(connection.oauth_url, connection.email, connection.api_key)


class Office:
    """One account of the office and all that belongs to it. Any thread.

    An account that the archive does not know yet (practice, an address on the command line) is
    added to it: mailboxes and drafts belong to an account.
    """

    def __init__(
        self,
        account: Account,
        database: Database,
        files: FileStore,
        vault: Vault,
        connection: Connection | None = None,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.account = account
        self.database = database
        self.files = files
        self.vault = vault
        self.mailboxes = MailboxStore(database, account.id)
        self.communications = CommunicationStore(database, account.id)
        self.drafts = DraftStore(database, account.id)
        self.attempts = AttemptStore(database, account.id)
        self.batches = BatchStore(database, account.id)
        self.outside = OutsideStore(database, account.id)
        self.papers = PaperStore(database, account.id)
        self.writes = Writes()
        self.unrecorded: set[int] = set()
        """Attempts that have ended although that could not be written down: they look pending."""
        self.drafting = threading.Lock()
        """Held from the reading of a draft to its saving by whoever shares it with others."""
        self.examined: dict[str, Paper] = {}
        """What the papers of this session are, by their digest."""
        self._clock = clock
        self._lock = threading.Lock()
        self._claims: set[str] = set()
        self._connection = connection
        self._client: PecClient | None = None
        self._oauth: OAuthClient | None = None
        self.prices: dict[str, Mapping[str, float]] = {}
        """Prices read from the vendor over this connection: operation → price key → EUR."""
        self.scopes: list[Scope] = []
        """The account's scopes, read over this connection for their prices; empty until then."""
        self.price_list: Mapping[str, Decimal] = {}
        """The office's own prices (`services.price_list`): price key → EUR."""
        self.allowed: frozenset[str] | None = None
        """The operations that the token's scopes open (`services.tokens`); None if not known."""
        accounts = AccountStore(database)
        if accounts.get(account.id) is None:  # practice, or an address of the command line
            accounts.save(account)

    @property
    def connection(self) -> Connection | None:
        """How to reach the vendor; None until the token (or the practice port) is known."""
        return self._connection

    @connection.setter
    def connection(self, connection: Connection | None) -> None:
        with self._lock:
            left = self._client, self._oauth
            self._connection = connection
            self._client = self._oauth = None
            self.prices = {}
            self.scopes = []
            self.allowed = None
        for client in left:
            if client is not None:
                client.close()

    def now(self) -> int:
        """The present moment, Unix seconds."""
        return int(self._clock())

    def client(self) -> PecClient:
        """Return the PEC client. Raises `Refusal("office.not_connected")` without a connection."""
        with self._lock:
            if self._connection is None:
                raise Refusal("office.not_connected")
            if self._client is None:
                from pec_desktop.api.client import PecClient

                self._client = PecClient(self._connection.base_url, self._connection.token)
            return self._client

    def oauth(self) -> OAuthClient | None:
        """Return the client for wallet and prices, None without e-mail, API key or address."""
        with self._lock:
            if self._oauth is None and self._connection is not None:
                self._oauth = open_oauth(self._connection)
            return self._oauth

    @contextmanager
    def claim(self, what: str) -> Iterator[None]:
        """Keep a second thread from sending `what` (a draft's id) meanwhile.

        Raises `Refusal("attempt.pending")` at once instead of waiting: whoever waited would send
        a second time what the first has just sent.
        """
        with self._lock:
            if what in self._claims:
                raise Refusal("attempt.pending")
            self._claims.add(what)
        try:
            yield
        finally:
            with self._lock:
                self._claims.discard(what)

    def is_claimed(self, what: str) -> bool:
        """Whether `what` is being sent just now."""
        with self._lock:
            return what in self._claims

    @property
    def sending(self) -> bool:
        """Whether something that was claimed is on its way to the vendor."""
        with self._lock:
            return bool(self._claims)


class Writes:
    """Counts the writes that have ended, so that an answer older than one is never believed."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.count = 0

    def ended(self) -> None:
        """Note that the vendor's state may have changed just now."""
        with self.lock:
            self.count += 1
