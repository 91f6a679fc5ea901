"""An office for tests: a real archive in a temporary folder, a real practice server beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pec_desktop.credentials.vault import MemoryVault, Vault
from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.practice import PracticeServer
from pec_desktop.services import drafts, registration
from pec_desktop.services.office import Connection, Office
from pec_desktop.store.database import Database
from pec_desktop.store.drafts import Draft
from pec_desktop.store.files import FileStore
from pec_desktop.work import Work

TOKEN = "5eed0a5eed0b5eed0c5eed0d"
API_KEY = "a11ce0b0b0ca401da9e0f1a2b3c4d5e6"
NOON = 1_795_435_200.0
"""Monday 23 November 2026, noon UTC."""

STUDIO: dict[str, object] = {
    "tipo_casella": "STANDARD",
    "casella_pec": "studio.prova@testcert.legalmail.it",
    "tipo_cliente": "IM",
    "sottotipo_cliente": "SI",
    "codice_fiscale_richiedente": "RSSMRA80A01L117D",
    "nome_richiedente": "Mario",
    "cognome_richiedente": "Rossi",
    "sesso_richiedente": "M",
    "data_nascita_richiedente": "01/01/1980",
    "nazione_nascita_richiedente": "IT",
    "comune_nascita_richiedente": "Terni",
    "provincia_nascita_richiedente": "TR",
    "email": "studio@example.com",
    "telefono": "0744123456",
    "denominazione_titolare": "Prova Srl",
    "cf_piva_titolare": "12345678903",
    "indirizzo_titolare": "Via Roma 1",
    "comune_titolare": "Terni",
    "cap_titolare": "05100",
    "provincia_titolare": "TR",
    "nazione_titolare": "IT",
    "autorinnovo": False,
}
"""A registration without an error: the person is invented, the codes are computed."""


class Clock:
    """A clock that moves only when it is told to; server, archive and office share it."""

    def __init__(self, now: float = NOON) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Bench:
    """What a test works at. `folder` holds all that the program writes."""

    folder: Path
    server: PracticeServer
    database: Database
    office: Office
    clock: Clock
    vault: Vault = field(default_factory=MemoryVault)

    def draft(self, **values: object) -> Draft:
        """Save a registration draft: `STUDIO` with `values` over it."""
        return drafts.save(self.office, drafts.new_registration(self.office, {**STUDIO, **values}))

    def registered(self, **values: object) -> Mailbox:
        """Register a mailbox as a person would."""
        return registration.register(self.office, self.draft(**values).id, Work())

    def seen(self, operation: str) -> int:
        """How many requests for `operation` have reached the server."""
        return sum(arrival.operation == operation for arrival in self.server.requests)


@contextmanager
def bench(
    folder: Path, *, connected: bool = True, empty: bool = True, pace: float = 60.0
) -> Iterator[Bench]:
    """Open an office in `folder`, on a practice server whose clock stands still."""
    clock = Clock()
    folder.mkdir(parents=True, exist_ok=True)
    database = Database(folder / "archive.sqlite", clock=clock, any_place=True)
    database.open()
    with PracticeServer(
        token=TOKEN, api_key=API_KEY, pace=pace, clock=clock, empty=empty
    ) as server:
        account = Account(id="practice", name="", environment=Environment.PRACTICE)
        files = FileStore(folder / "files", database)
        vault = MemoryVault()
        connection = connection_to(server) if connected else None
        office = Office(account, database, files, vault, connection, clock=clock)
        yield Bench(folder, server, database, office, clock, vault)


def connection_to(server: PracticeServer) -> Connection:
    """How to reach a practice server with everything it offers."""
    return Connection(
        base_url=server.url,
        token=server.token,
        oauth_url=server.url,
        email=server.email,
        api_key=server.api_key,
    )
