"""Helpers of the practice server's tests: a bare HTTP client, a clock, papers."""

from __future__ import annotations

import base64
import http.client
import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, Self

from vendor import SAMPLE_COMMUNICATION, SAMPLE_REGISTRATION

from pec_desktop.practice import PracticeServer, pdf

NOW = 1_790_000_000.0
"""A day in September 2026, Unix seconds."""

UNKNOWN_ID = "0" * 24


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


@dataclass
class Reply:
    """An HTTP answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        """The envelope."""
        decoded: dict[str, Any] = json.loads(self.body)
        return decoded

    @property
    def data(self) -> Any:
        """What the envelope carries."""
        assert self.status == 200, self
        return self.json["data"]


class Address(Protocol):
    """Where a server is and which token opens it."""

    @property
    def port(self) -> int:
        """The port on 127.0.0.1."""

    @property
    def token(self) -> str:
        """The bearer token."""


class Client:
    """One connection that is kept open."""

    def __init__(self, server: Address, authorization: str | None = None) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        self._authorization = authorization or f"Bearer {server.token}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def hang_up(self) -> None:
        """End the connection while another thread waits on it."""
        assert self._connection.sock is not None
        self._connection.sock.shutdown(socket.SHUT_RDWR)

    def send(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Send a request exactly as given, with the authorization unless `headers` has another."""
        given = {"Authorization": self._authorization, **(headers or {})}
        self._connection.request(method, path, body, given)
        answer = self._connection.getresponse()
        return Reply(answer.status, dict(answer.getheaders()), answer.read())

    def get(self, path: str) -> Reply:
        """Send a GET."""
        return self.send("GET", path)

    def call(self, method: str, path: str, body: object = None) -> Reply:
        """Send a request with a JSON body, an empty object if there is none."""
        return self.send(method, path, json.dumps(body or {}).encode())


def basic(server: PracticeServer) -> str:
    """Return the account's Basic authorization."""
    secret = f"{server.email}:{server.api_key}".encode()
    return f"Basic {base64.b64encode(secret).decode()}"


def paper(words: str = "signed") -> bytes:
    """Return a one-page PDF."""
    page = pdf.Page()
    page.text(50, 50, words)
    return pdf.write([page], "A paper", "no form")


def documents(*papers: bytes) -> dict[str, Any]:
    """Return the body of an upload."""
    return {"documenti": [base64.b64encode(content).decode() for content in papers]}


def registration(local: str = "mario.rossi", tipo_casella: str = "bronze") -> dict[str, Any]:
    """Return the document's own example of POST /pec, with another address."""
    domains = {
        "DOMICILIODIGITALE": "test.domiciliodigitale.com",
        "PECMASSIVA": "pecmassiva.com",
    }
    address = f"{local}@{domains.get(tipo_casella.upper(), 'testcert.legalmail.it')}"
    sample = {name: value for name, value in SAMPLE_REGISTRATION.items() if name != "callback"}
    return {**sample, "casella_pec": address, "tipo_casella": tipo_casella}


def communication() -> dict[str, Any]:
    """Return the document's own example of POST /comunica_pec."""
    return dict(SAMPLE_COMMUNICATION)


USER = {
    "nome": "luca",
    "cognome": "bianchi",
    "descrizione": "prima utenza",
    "email_gestione_password": "mail@domain.com",
}
"""The document's own example of POST /pec/{id}/multiutenza."""

SIGNED = bytes.fromhex("3080 06092a864886f70d010702 a080 3080 020101 3100".replace(" ", ""))
"""How CMS SignedData begins."""


def find(client: Client, stato: str, tipo_casella: str | None = None) -> str:
    """Return the id of a mailbox of the office in this state (and of this type)."""
    for row in client.get("/pec").data:
        if row["stato"] == stato and tipo_casella in (None, row["tipo_casella"]):
            return str(row["id"])
    raise LookupError(stato, tipo_casella)


def find_communication(client: Client, stato: str) -> str:
    """Return the id of a communication of the office in this state."""
    rows = client.get("/comunica_pec").data
    return next(str(row["id"]) for row in rows if row["stato"] == stato)


class Prepared(NamedTuple):
    """A request that succeeds on the freshly seeded office, and on which mailbox."""

    method: str
    path: str
    body: Any = None
    stato: str = ""
    tipo_casella: str | None = None


_PAPERS = documents(paper("form"), paper("identity"))

OPERATIONS = {
    "check_domain": Prepared("GET", "/domini_pec/legalmail.it"),
    "check_availability": Prepared("GET", "/verifica_pec/new@legalmail.it"),
    "list_mailboxes": Prepared("GET", "/pec"),
    "register_mailbox": Prepared("POST", "/pec", registration()),
    "get_mailbox": Prepared("GET", "/pec/{id}", None, "evasa"),
    "revoke_mailbox": Prepared("DELETE", "/pec/{id}", None, "evasa"),
    "activate_mailbox": Prepared("PATCH", "/pec/{id}/attivazione", _PAPERS, "registrata", "BRONZE"),
    "change_space": Prepared(
        "PATCH", "/pec/{id}/modifica", {"spazio_disco": "+1024"}, "evasa", "GOLD"
    ),
    "activate_preservation": Prepared(
        "PATCH", "/pec/{id}/conservazione", _PAPERS, "evasa", "STANDARD"
    ),
    "change_type": Prepared(
        "PATCH", "/pec/{id}/trasformazione", {"tipo_casella": "GOLD"}, "evasa", "STANDARD"
    ),
    "renew_mailbox": Prepared("GET", "/pec/{id}/rinnovo", None, "evasa"),
    "add_user": Prepared("POST", "/pec/{id}/multiutenza", USER, "evasa", "GOLD"),
    "list_communications": Prepared("GET", "/comunica_pec"),
    "start_communication": Prepared("POST", "/comunica_pec", communication()),
    "get_communication": Prepared("GET", "/comunica_pec/{id}", None, "in_attesa_di_documenti"),
    "upload_communication_documents": Prepared(
        "PATCH", "/comunica_pec/{id}", documents(SIGNED), "in_attesa_di_documenti"
    ),
    "download_activation_form": Prepared("GET", "/pec/{id}/modulo_attivazione", None, "registrata"),
    "download_preservation_form": Prepared(
        "GET", "/pec/{id}/modulo_conservazione", None, "evasa", "GOLD"
    ),
    "download_power_of_attorney": Prepared(
        *("GET", "/comunica_pec/{id}/procura_registro_imprese", None, "in_attesa_di_documenti")
    ),
}
"""Each of the nineteen operations, by the client method's name."""

PAID = {
    *("check_domain", "register_mailbox", "change_space", "activate_preservation"),
    *("change_type", "renew_mailbox", "add_user", "start_communication"),
}


def prepared_path(client: Client, operation: str) -> str:
    """Return the path of a prepared request, with the id of a fitting mailbox."""
    prepared = OPERATIONS[operation]
    if not prepared.stato:
        return prepared.path
    if prepared.path.startswith("/comunica_pec"):
        return prepared.path.replace("{id}", find_communication(client, prepared.stato))
    return prepared.path.replace("{id}", find(client, prepared.stato, prepared.tipo_casella))
