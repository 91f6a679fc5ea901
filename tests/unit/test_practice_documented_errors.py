"""The 63 error answers of the vendor's PEC document: each can be reached, in its exact words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from practice_support import (
    SIGNED,
    UNKNOWN_ID,
    USER,
    Client,
    Clock,
    Reply,
    communication,
    documents,
    find,
    find_communication,
    paper,
    registration,
)
from vendor import PEC_DOCUMENT

from pec_desktop.practice import PracticeServer

CREDIT = "Insufficient Credit in Wallet: 182.03"
PRESERVE_FIRST = "you cannot activate conservation if you do not first activate a pec"

Make = Callable[[PracticeServer, Client], Reply]


class Case(NamedTuple):
    method: str
    path: str
    status: int
    code: int | None
    message: str
    make: Make


def at(
    method: str,
    path: str,
    state: str | None = None,
    body: Any = None,
    tipo_casella: str | None = None,
) -> Make:
    """Make a request, on a mailbox of that state if one is named."""

    def make(server: PracticeServer, client: Client) -> Reply:
        identifier = find(client, state, tipo_casella) if state else UNKNOWN_ID
        return client.call(method, path.replace("{id}", identifier), body)

    return make


def communicated(method: str, path: str, state: str, body: Any = None) -> Make:
    def make(server: PracticeServer, client: Client) -> Reply:
        identifier = find_communication(client, state)
        return client.call(method, path.replace("{id}", identifier), body)

    return make


def empty(path: str) -> Make:
    def make(server: PracticeServer, client: Client) -> Reply:
        with PracticeServer(empty=True) as other, Client(other) as its_client:
            return its_client.get(path)

    return make


def full_of_users(server: PracticeServer, client: Client) -> Reply:
    server.credit = Decimal(1000)
    path = f"/pec/{find(client, 'evasa', 'GOLD')}/multiutenza"
    replies = [client.call("POST", path, USER) for _ in range(24)]
    assert [reply.status for reply in replies].count(200) == 23
    return replies[-1]


def no_power_of_attorney_yet(server: PracticeServer, client: Client) -> Reply:
    identifier = client.call("POST", "/comunica_pec", communication()).data["id"]
    return client.get(f"/comunica_pec/{identifier}/procura_registro_imprese")


def wrong(field: str, value: object) -> dict[str, Any]:
    return registration() | {field: value}


PDFS = documents(paper("form"), paper("identity"))
ACTIVE = "you can activate the pec only when it is in the 'registrata|documenti_errati' state"
CLOSED = "this service cannot be activated on these boxes: DOMICILIODIGITALE|PECMASSIVA"
DOMAIN = "the domain $dominio is non-existent in the system or belongs to someone else"
BIRTH = "data_nascita_richiedente not valid, accepted format: dd/mm/yyyy"
DOWNGRADE = "a downgrade of the 'tipo_casella' is not allowed; only SILVER or GOLD allowed"
PROCESSED = "you can trasform your certified mail only if it has been processed"
WAITING = "you can only upload documents when stato is 'in_attesa_di_documenti'"
MULTIPLES = "the system only takes into account multiples of 1024"
NO_SERVICE = "you must first activate the 'conservazione' service"
NOT_YET = "you cannot download this module, it doesn't exist yet"

ONE, PEC, COM = "/pec/{id}", "/pec", "/comunica_pec/{id}"
ACT, MOD, KEEP = f"{ONE}/attivazione", f"{ONE}/modifica", f"{ONE}/conservazione"
TYPE, RENEW, USERS = f"{ONE}/trasformazione", f"{ONE}/rinnovo", f"{ONE}/multiutenza"
FORM, KEEP_FORM = f"{ONE}/modulo_attivazione", f"{ONE}/modulo_conservazione"
POWER = f"{COM}/procura_registro_imprese"
DOM, FREE = "/domini_pec/{dominio}", "/verifica_pec/{pec}"

HUGE = {"spazio_disco": "+102400"}


def by_id(method: str, path: str, wrong_id: int, missing: int, what: str = "no pec found") -> Any:
    """Return the two cases that every operation on an id has."""
    bad = at(method, path.replace("{id}", "12ab"))
    return (
        Case(method, path, 400, wrong_id, "Wrong id", bad),
        Case(method, path, 404, missing, what, at(method, path)),
    )


def plain(path: str, message: str, make: Make) -> Any:
    """Return the three plain-text cases of a form download."""
    bad = at("GET", path.replace("{id}", "12ab"))
    return (
        Case("GET", path, 400, None, "Invalid id", bad),
        Case("GET", path, 404, None, "no request matches this id:", at("GET", path)),
        Case("GET", path, 406, None, message, make),
    )


def broke(method: str, path: str, code: int, state: str | None, body: Any, *rest: Any) -> Case:
    """Return a 402 case: the credit of 182.03 does not suffice."""
    return Case(method, path, 402, code, CREDIT, at(method, path, state, body, *rest))


def cent(case: Case) -> Case:
    """Return a 402 case for something that costs less than 182.03: only a cent is left."""

    def make(server: PracticeServer, client: Client) -> Reply:
        server.credit = Decimal("0.01")
        return case.make(server, client)

    return case._replace(message=CREDIT.replace("182.03", "0.01"), make=make)


CASES = (
    cent(Case("GET", DOM, 402, 403, CREDIT, at("GET", "/domini_pec/legalmail.it"))),
    Case("GET", DOM, 406, 401, "domain not valid", at("GET", "/domini_pec/no%20domain")),
    Case("GET", DOM, 428, 400, "domain required", at("GET", "/domini_pec/")),
    Case(
        *("GET", DOM, 503, 402, "service temporarily unavailable"),
        at("GET", "/domini_pec/indisponibile.it"),
    ),
    Case("GET", FREE, 406, 208, "invalid casella_pec", at("GET", "/verifica_pec/a..b%40pec.it")),
    Case("GET", FREE, 428, 207, "casella_pec required", at("GET", "/verifica_pec/")),
    Case("GET", PEC, 404, 200, "no pec linked to this account", empty(PEC)),
    cent(broke("POST", PEC, 262, None, registration())),
    Case("POST", PEC, 404, 326, DOMAIN, at("POST", PEC, body=wrong("casella_pec", "a@gmail.com"))),
    Case(
        *("POST", PEC, 406, 242, BIRTH),
        at("POST", PEC, body=wrong("data_nascita_richiedente", "1982-04-11")),
    ),
    Case("POST", PEC, 428, 224, "tipo_casella required", at("POST", PEC)),
    *by_id("GET", ONE, 201, 202),
    *by_id("DELETE", ONE, 301, 302),
    Case(
        *("DELETE", ONE, 406, 303, "your pec has already been revoked"),
        at("DELETE", ONE, "revocata"),
    ),
    Case(
        *("DELETE", ONE, 428, 304, "you can revoke the pec only if it is active"),
        at("DELETE", ONE, "registrata"),
    ),
    *by_id("PATCH", ACT, 265, 266),
    Case(
        *("PATCH", ACT, 406, 296, "wrong file format, pdf required"),
        at("PATCH", ACT, "registrata", documents(b"PK\x03\x04 a Word file", paper())),
    ),
    Case("PATCH", ACT, 428, 267, ACTIVE, at("PATCH", ACT, "evasa", PDFS)),
    *by_id("PATCH", MOD, 265, 266),
    broke("PATCH", MOD, 290, "evasa", HUGE),
    Case("PATCH", MOD, 406, 325, MULTIPLES, at("PATCH", MOD, "evasa", {"spazio_disco": 2000})),
    Case(
        *("PATCH", MOD, 428, 282, NO_SERVICE),
        at("PATCH", MOD, "evasa", {"spazio_conservazione": "+512"}, "STANDARD"),
    ),
    *by_id("PATCH", KEEP, 265, 266),
    broke(
        *("PATCH", KEEP, 297, "evasa", PDFS | {"spazio_conservazione": 51200}, "STANDARD"),
    ),
    Case(
        *("PATCH", KEEP, 406, 293, "conservazione service is already active"),
        at("PATCH", KEEP, "evasa", PDFS, "GOLD"),
    ),
    Case(
        *("PATCH", KEEP, 428, 294, "documenti required"),
        at("PATCH", KEEP, "evasa", None, "STANDARD"),
    ),
    *by_id("PATCH", TYPE, 265, 266),
    cent(broke("PATCH", TYPE, 279, "evasa", {"tipo_casella": "gold"}, "STANDARD")),
    Case(
        *("PATCH", TYPE, 406, 276, DOWNGRADE),
        at("PATCH", TYPE, "evasa", {"tipo_casella": "STANDARD"}, "BRONZE"),
    ),
    Case(
        *("PATCH", TYPE, 428, 272, PROCESSED),
        at("PATCH", TYPE, "registrata", {"tipo_casella": "GOLD"}, "BRONZE"),
    ),
    *by_id("GET", RENEW, 201, 202),
    Case(
        *("GET", RENEW, 428, 203, "you can renew only evaded or revoked pec"),
        at("GET", RENEW, "registrata"),
    ),
    *by_id("POST", USERS, 212, 213),
    cent(broke("POST", USERS, 220, "evasa", USER)),
    Case("POST", USERS, 406, 217, "maximum number of users reached: 25", full_of_users),
    Case(
        *("POST", USERS, 428, 390, CLOSED),
        at("POST", USERS, "evasa", USER, "PECMASSIVA"),
    ),
    Case(
        *("GET", "/comunica_pec", 404, 332, "no request linked to this account"),
        empty("/comunica_pec"),
    ),
    cent(broke("POST", "/comunica_pec", 351, None, communication())),
    Case(
        *("POST", "/comunica_pec", 406, 336, "invalid casella_pec"),
        at("POST", "/comunica_pec", body=communication() | {"casella_pec": "nowhere"}),
    ),
    Case(
        *("POST", "/comunica_pec", 428, 344, "cf_piva required"),
        at("POST", "/comunica_pec", body=communication() | {"cf_piva": ""}),
    ),
    *by_id("GET", COM, 333, 334, "no request found"),
    *by_id("PATCH", COM, 353, 354, "no request found"),
    Case(
        *("PATCH", COM, 406, 355, WAITING),
        communicated("PATCH", COM, "comunicazione_evasa", documents(SIGNED)),
    ),
    Case(
        *("PATCH", COM, 428, 356, "documenti required"),
        communicated("PATCH", COM, "in_attesa_di_documenti"),
    ),
    *plain(FORM, PRESERVE_FIRST, at("GET", FORM, "revocata")),
    *plain(KEEP_FORM, PRESERVE_FIRST, at("GET", KEEP_FORM, "registrata")),
    *plain(POWER, NOT_YET, no_power_of_attorney_yet),
)


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(clock=Clock()) as running:
        yield running


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.method} {case.path} {case.status}-{case.code}" for case in CASES]
)
def test_documented_error(server: PracticeServer, case: Case) -> None:
    with Client(server) as client:
        charges = len(server.ledger)
        reply = case.make(server, client)
    assert reply.status == case.status
    if case.code is None:
        assert reply.headers["Content-Type"].startswith("text/plain")
        assert reply.body.decode() == case.message
    else:
        assert reply.headers["Content-Type"] == "application/json"
        envelope = {"success": False, "message": case.message, "error": case.code, "data": None}
        assert reply.json == envelope
    if case.make not in (full_of_users, no_power_of_attorney_yet):
        assert len(server.ledger) == charges


def test_there_are_63() -> None:
    assert len({case[:4] for case in CASES}) == len(CASES) == 63


@pytest.mark.skipif(not PEC_DOCUMENT.is_file(), reason="the vendor's document is not here")
def test_they_are_those_of_the_document() -> None:
    documented = set()
    for path, methods in json.loads(PEC_DOCUMENT.read_text("utf-8")).get("paths", {}).items():
        for method, operation in methods.items():
            for status, answer in operation["responses"].items():
                for kind, content in answer.get("content", {}).items():
                    if status != "200" and kind == "text/plain":
                        words = content["schema"]["example"]
                        documented.add((method.upper(), path, int(status), None, words))
                    elif status != "200":
                        example = content["example"]
                        words = example["message"]
                        code = example["error"]
                        documented.add((method.upper(), path, int(status), code, words))
    ours = {(*case[:4], case.message.replace(": 0.01", ": 182.03")) for case in CASES}
    assert ours == documented
