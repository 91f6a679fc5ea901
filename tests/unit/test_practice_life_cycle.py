"""A mailbox and a communication live through everything, moved by a clock that stands still."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from practice_support import (
    NOW,
    SIGNED,
    USER,
    Client,
    Clock,
    communication,
    documents,
    find,
    paper,
    registration,
)

from pec_desktop.practice import PracticeServer

DAY = 24 * 3600
LIST_FIELDS = {
    *("id", "casella_pec", "tipo_casella", "stato", "data_scadenza", "timestamp", "owner"),
}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock: Clock) -> Iterator[PracticeServer]:
    with PracticeServer(clock=clock, pace=10, empty=True) as running:
        yield running


@pytest.fixture
def client(server: PracticeServer) -> Iterator[Client]:
    with Client(server) as open_client:
        yield open_client


def register(client: Client, **fields: object) -> dict[str, Any]:
    mailbox: dict[str, Any] = client.call("POST", "/pec", registration() | fields).data
    return mailbox


def activated(client: Client, clock: Clock, **fields: object) -> str:
    mailbox = register(client, **fields)
    papers = [paper("form"), paper("identity")]
    if mailbox["tipo_casella"] in ("DOMICILIODIGITALE", "PECMASSIVA"):
        papers = papers[:1]
    path = f"/pec/{mailbox['id']}"
    assert client.call("PATCH", f"{path}/attivazione", documents(*papers)).status == 200
    clock.now += 10
    assert client.get(path).data["stato"] == "evasa"
    return path


def test_a_new_mailbox_has_the_shapes_of_the_document(client: Client) -> None:
    mailbox = register(client)
    sent = registration() | {"tipo_casella": "BRONZE"}
    sent |= {"nazione_nascita_richiedente": "IT", "nazione_titolare": "IT"}
    assert mailbox == sent | {
        "comune_nascita_richiedente": "",
        "cellulare": "",
        "callback": False,
        "dominio": "testcert.legalmail.it",
        "owner": "studio@practice.example",
        "timestamp": {"registrazione": int(NOW), "ultima_modifica": int(NOW)},
        "cod_attivazione": "10174594",
        "uid": "MA178634",
        "conservazione": False,
        "data_scadenza": "",
        "descrizione": "mario.rossi@testcert.legalmail.it",
        "sms": False,
        "spazio_conservazione": 0,
        "spazio_disco": 0,
        "spazio_storico": 0,
        "stato": "registrata",
        "storico": False,
        "id": mailbox["id"],
        "autorinnovo": False,
    }
    assert len(mailbox["id"]) == 24
    (row,) = client.get("/pec").data
    assert row == {name: mailbox[name] for name in LIST_FIELDS}


def test_a_callback_is_completed_and_an_identity_paper_kept(client: Client) -> None:
    callback = {"url": "https://your_domain.it/your_callback.php", "field": "data"}
    mailbox = register(client, callback=callback, tipo_documento="PATENTE", autorinnovo=True)
    assert mailbox["callback"] == callback | {"method": "POST", "data": {}}
    assert mailbox["tipo_documento"] == "PATENTE"
    assert "numero_documento" not in mailbox
    assert mailbox["autorinnovo"] is True


def test_papers_make_it_active_after_the_pace(client: Client, clock: Clock) -> None:
    identifier = register(client, tipo_casella="gold")["id"]
    papers = documents(paper("form"), paper("identity"))
    sent = client.call("PATCH", f"/pec/{identifier}/attivazione", papers).data
    assert sent["stato"] == "in_evasione"
    assert sent["documenti_attivazione"] == [f"{identifier}_{n}_attivazione.pdf" for n in (0, 1)]
    assert sent["data_scadenza"] == ""
    clock.now += 9.9
    assert client.get("/pec").data[0]["stato"] == "in_evasione"
    clock.now += 0.1
    mailbox = client.get(f"/pec/{identifier}").data
    assert mailbox["stato"] == "evasa"
    assert mailbox["data_attivazione"] == "21/09/2026"
    assert mailbox["data_scadenza"] == "21/09/2027"
    assert mailbox["timestamp"]["evasione"] == int(NOW) + 10
    assert mailbox["timestamp"]["scadenza"] == int(NOW) + 10 + 365 * DAY
    assert (mailbox["spazio_disco"], mailbox["spazio_storico"]) == (2048, 13312)
    assert "multiutenza" not in mailbox
    assert "documenti_conservazione" not in mailbox


def test_the_moment_of_the_decision_is_its_own_not_that_of_the_next_look(
    client: Client, clock: Clock
) -> None:
    path = f"/pec/{register(client)['id']}"
    client.call("PATCH", f"{path}/attivazione", documents(paper("form"), paper("identity")))
    clock.now += 3 * DAY
    assert client.get(path).data["timestamp"]["evasione"] == int(NOW) + 10


def test_wrong_papers_can_be_corrected(client: Client, clock: Clock) -> None:
    path = f"/pec/{register(client)['id']}"
    assert client.call("PATCH", f"{path}/attivazione", documents(paper())).status == 200
    clock.now += 10
    assert client.get(path).data["stato"] == "documenti_errati"
    papers = documents(paper("form"), paper("identity"))
    assert client.call("PATCH", f"{path}/attivazione", papers).data["stato"] == "in_evasione"
    clock.now += 10
    assert client.get(path).data["stato"] == "evasa"


def test_every_change_moves_ultima_modifica(client: Client, clock: Clock) -> None:
    path = activated(client, clock)
    before = client.get(path).data["timestamp"]["ultima_modifica"]
    client.call("PATCH", f"{path}/modifica", {"spazio_disco": "+1024"})
    after = client.get(path).data["timestamp"]["ultima_modifica"]
    assert after > before


def test_renewal_moves_the_expiry_by_the_years(client: Client, clock: Clock) -> None:
    path = activated(client, clock)
    assert client.get(f"{path}/rinnovo").data["data_scadenza"] == "21/09/2028"
    assert client.get(f"{path}/rinnovo?anni=3").data["data_scadenza"] == "21/09/2031"


@pytest.mark.parametrize("years", ["0", "-1", "11", "x", "", "1.5", "999999999999"])
def test_renewal_for_no_sensible_time(client: Client, clock: Clock, years: str) -> None:
    path = activated(client, clock)
    reply = client.get(f"{path}/rinnovo?anni={years}")
    assert (reply.status, reply.json["message"]) == (400, "anni not valid")


def test_revoked_and_re_activated(client: Client, clock: Clock) -> None:
    path = activated(client, clock)
    clock.now += 100
    revoked = client.call("DELETE", path).data
    assert revoked["stato"] == "revocata"
    assert revoked["timestamp"]["revoca"] == int(clock.now)
    again = client.get(f"{path}/rinnovo").data
    assert again["stato"] == "evasa"
    assert again["data_scadenza"] == "21/09/2028"
    assert "revoca" not in again["timestamp"]


def test_expired_without_autorinnovo_nothing_happens(client: Client, clock: Clock) -> None:
    path = activated(client, clock)
    clock.now += 400 * DAY
    mailbox = client.get(path).data
    assert (mailbox["stato"], mailbox["data_scadenza"]) == ("evasa", "21/09/2027")


def test_autorinnovo_renews_from_the_wallet(
    server: PracticeServer, client: Client, clock: Clock
) -> None:
    path = activated(client, clock, autorinnovo=True)
    credit = server.credit
    clock.now += 2 * 366 * DAY
    assert client.get(path).data["data_scadenza"] == "21/09/2029"
    assert server.credit == credit - 2 * Decimal("25.00")
    assert [charge.operation for charge in server.ledger[1:]] == ["autorinnovo"] * 2


def test_autorinnovo_with_an_empty_wallet_lets_it_expire(
    server: PracticeServer, client: Client, clock: Clock
) -> None:
    path = activated(client, clock, autorinnovo=True)
    server.credit = Decimal("24.99")
    clock.now += 366 * DAY
    assert client.get(path).data["data_scadenza"] == "21/09/2027"
    assert server.credit == Decimal("24.99")


def test_spaces_are_added_and_set(client: Client, clock: Clock) -> None:
    path = activated(client, clock)
    added = client.call("PATCH", f"{path}/modifica", {"spazio_disco": "+1024"}).data
    assert (added["spazio_disco"], added["spazio_storico"]) == (3072, 2048)
    spaces = {"spazio_disco": 4096, "spazio_storico": "3072"}
    both = client.call("PATCH", f"{path}/modifica", spaces).data
    assert (both["spazio_disco"], both["spazio_storico"]) == (4096, 3072)


@pytest.mark.parametrize(
    ("value", "status", "message"),
    [
        (1024, 406, "only a space upgrade is allowed"),
        (2048, 406, "only a space upgrade is allowed"),
        ("+0", 406, "only a space upgrade is allowed"),
        ("+512", 406, "the system only takes into account multiples of 1024"),
        ("-1024", 406, "spazio_disco not valid"),
        (True, 406, "spazio_disco not valid"),
        ([1024], 406, "spazio_disco not valid"),
        (1.5, 406, "spazio_disco not valid"),
        (None, 428, "spazio_disco required"),
    ],
)
def test_space_refusals(
    client: Client, clock: Clock, value: object, status: int, message: str
) -> None:
    path = activated(client, clock)
    reply = client.call("PATCH", f"{path}/modifica", {"spazio_disco": value})
    assert (reply.status, reply.json["message"]) == (status, message)
    assert client.get(path).data["spazio_disco"] == 2048


def test_preservation_comes_first_then_its_space(client: Client, clock: Clock) -> None:
    path = activated(client, clock)
    kept = client.call("PATCH", f"{path}/conservazione", documents(paper("form"))).data
    assert (kept["conservazione"], kept["spazio_conservazione"]) == (True, 512)
    assert kept["documenti_conservazione"] == [f"{kept['id']}_0_conservazione.pdf"]
    more = client.call("PATCH", f"{path}/modifica", {"spazio_conservazione": "+512"}).data
    assert more["spazio_conservazione"] == 1024


def test_type_goes_up_and_brings_its_spaces(client: Client, clock: Clock) -> None:
    path = activated(client, clock, tipo_casella="STANDARD")
    gold = client.call("PATCH", f"{path}/trasformazione", {"tipo_casella": "Gold"}).data
    assert gold["tipo_casella"] == "GOLD"
    assert (gold["spazio_disco"], gold["spazio_storico"]) == (2048, 13312)
    reply = client.call("PATCH", f"{path}/trasformazione", {"tipo_casella": "SILVER"})
    assert reply.json["error"] == 276


@pytest.mark.parametrize("operation", ["modifica", "conservazione", "trasformazione"])
@pytest.mark.parametrize("product", ["DOMICILIODIGITALE", "PECMASSIVA"])
def test_closed_types(client: Client, clock: Clock, operation: str, product: str) -> None:
    path = activated(client, clock, **registration("x", product))
    reply = client.call("PATCH", f"{path}/{operation}", documents(paper()))
    assert (reply.status, reply.json["error"]) == (428, 390)


def test_users(client: Client, clock: Clock) -> None:
    path = activated(client, clock)
    client.call("POST", f"{path}/multiutenza", USER)
    mailbox = client.call("POST", f"{path}/multiutenza", USER).data
    first, second = mailbox["multiutenza"]
    assert first == USER | {
        "id_utenza": f"{mailbox['id']}_0",
        "timestamp": {"attivazione": int(clock.now)},
        "userid": "MA178635",
    }
    assert second["id_utenza"] == f"{mailbox['id']}_1"


def test_an_address_can_be_had_once(client: Client) -> None:
    def available(address: str) -> object:
        return client.get(f"/verifica_pec/{address}").data["available"]

    assert available("mario.rossi%40testcert.legalmail.it") is True
    register(client)
    assert available("Mario.Rossi@testcert.legalmail.it") is False
    again = client.call("POST", "/pec", registration())
    assert (again.status, again.json["message"]) == (406, "casella_pec not available")
    assert available("occupata@testcert.legalmail.it") is False
    assert available("prova_pec@legalmail.it") is True


def test_a_cancelled_registration_frees_its_address() -> None:
    with PracticeServer() as server, Client(server) as client:
        identifier = find(client, "registrazione_annullata")
        address = client.get(f"/pec/{identifier}").data["casella_pec"]
        assert client.get(f"/verifica_pec/{address}").data == {"available": True}
        assert client.get(f"/pec/{identifier}/rinnovo").json["error"] == 203


def test_domains(client: Client) -> None:
    found = client.get("/domini_pec/legalmail.it").json
    assert found == {"data": [], "success": True, "message": "legalmail.it found!", "error": None}
    missing = client.get("/domini_pec/gmail.com")
    assert (missing.status, missing.body) == (204, b"")
    assert client.get("/pec").status == 404  # and the connection is still good


def test_a_communication_lives(client: Client, clock: Clock) -> None:
    started = client.call("POST", "/comunica_pec", communication()).data
    expected = communication() | {
        "callback": False,
        "stato": "codice_in_richiesta",
        "codice_registro_imprese": "openapi",
        "documenti_registro_imprese": [],
        "owner": "studio@practice.example",
        "timestamp": int(NOW),
        "id": started["id"],
    }
    del expected["pec_amministratore"]
    assert started == expected
    path = f"/comunica_pec/{started['id']}"
    clock.now += 10
    (row,) = client.get("/comunica_pec").data
    assert row == {
        "id": started["id"],
        "casella_pec": "mypec@pec.com",
        "stato": "in_attesa_di_documenti",
        "timestamp": int(NOW) + 10,
        "owner": "studio@practice.example",
    }
    form = client.get(f"{path}/procura_registro_imprese")
    assert (form.status, form.headers["Content-Type"]) == (200, "application/pdf")
    sent = client.call("PATCH", path, documents(SIGNED)).data
    assert sent["stato"] == "documenti_caricati"
    assert sent["documenti_registro_imprese"] == [f"{started['id']}_0_registro_imprese.p7m"]
    clock.now += 10
    assert client.get(path).data["stato"] == "comunicazione_evasa"


def test_a_power_of_attorney_must_be_signed_data(client: Client, clock: Clock) -> None:
    path = f"/comunica_pec/{client.call('POST', '/comunica_pec', communication()).data['id']}"
    clock.now += 10
    refused = client.call("PATCH", path, documents(paper()))
    assert (refused.status, refused.json["message"]) == (406, "wrong file format, p7m required")
    pem = b"-----BEGIN PKCS7-----\n" + base64.encodebytes(SIGNED) + b"-----END PKCS7-----\n"
    assert client.call("PATCH", path, documents(pem)).data["stato"] == "documenti_caricati"


REQUIRED = {
    *("casella_pec", "tipo_casella", "tipo_cliente", "nome_richiedente", "cognome_richiedente"),
    *("email", "telefono", "codice_fiscale_richiedente", "data_nascita_richiedente"),
    *("sesso_richiedente", "nazione_nascita_richiedente", "indirizzo_titolare"),
    *("comune_titolare", "cap_titolare", "nazione_titolare", "provincia_titolare"),
}


@pytest.mark.parametrize("field", sorted(REQUIRED))
def test_required_fields_of_a_registration(client: Client, field: str) -> None:
    reply = client.call("POST", "/pec", registration() | {field: ""})
    assert (reply.status, reply.json["message"]) == (428, f"{field} required")


@pytest.mark.parametrize("field", sorted(communication().keys() - {"pec_amministratore"}))
def test_required_fields_of_a_communication(client: Client, field: str) -> None:
    reply = client.call("POST", "/comunica_pec", communication() | {field: None})
    assert (reply.status, reply.json["message"]) == (428, f"{field} required")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tipo_casella", "PLATINUM"),
        ("tipo_casella", 7),
        ("casella_pec", "two words@testcert.legalmail.it"),
        ("casella_pec", ".dot@testcert.legalmail.it"),
        ("casella_pec", "x@test.domiciliodigitale.com"),
        ("tipo_cliente", "ZZ"),
        ("sottotipo_cliente", "SI"),
        ("email", "nobody"),
        ("telefono", "34xxxxxx18"),
        ("codice_fiscale_richiedente", "??"),
        ("sesso_richiedente", "X"),
        ("nazione_titolare", "Italia"),
        ("cap_titolare", "4201"),
        ("provincia_titolare", "Roma"),
        ("tipo_documento", "TESSERA"),
        ("data_scadenza_documento", "31/02/2030"),
        ("callback", "https://example.com"),
        ("callback", {"url": 1}),
        ("autorinnovo", "yes"),
        ("nome_richiedente", "x" * 256),
        ("nome_richiedente", ["mario"]),
    ],
)
def test_bad_values_of_a_registration(client: Client, field: str, value: object) -> None:
    reply = client.call("POST", "/pec", registration() | {field: value})
    assert reply.status == 406
    assert reply.json["message"].startswith(f"{field} not valid")
    assert 224 <= reply.json["error"] <= 262


@pytest.mark.parametrize(
    ("tipo_cliente", "sottotipo", "well"),
    [("IM", "ED", True), ("IM", "PC", False), ("PS", "PC", True), ("PL", "LC", True)],
)
def test_subtypes_depend_on_the_customer(
    client: Client, tipo_cliente: str, sottotipo: str, well: bool
) -> None:
    fields = {"tipo_cliente": tipo_cliente, "sottotipo_cliente": sottotipo}
    reply = client.call("POST", "/pec", registration() | fields)
    assert (reply.status == 200) is well


def test_the_same_seed_gives_the_same_ids() -> None:
    offices = []
    for seed in (1, 1, 2):
        with PracticeServer(seed=seed, clock=Clock()) as server, Client(server) as client:
            register(client)
            offices.append([row["id"] for row in client.get("/pec").data])
    assert offices[0] == offices[1] != offices[2]
