"""The wallet, the ledger, and what a token may spend."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from practice_support import (
    USER,
    Client,
    Clock,
    basic,
    communication,
    documents,
    find,
    paper,
    registration,
)

from pec_desktop.practice import PracticeServer
from pec_desktop.practice.wallet import Charge


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(clock=Clock()) as running:
        yield running


@pytest.fixture
def client(server: PracticeServer) -> Iterator[Client]:
    with Client(server) as open_client:
        yield open_client


def test_the_office_starts_with_a_credit_and_an_empty_ledger(server: PracticeServer) -> None:
    assert server.credit == Decimal("182.03")
    assert server.ledger == []


def test_a_registration_is_charged_once(server: PracticeServer, client: Client) -> None:
    client.get("/pec")
    client.call("POST", "/pec", registration())
    address = "mario.rossi@testcert.legalmail.it"
    charge = Charge("register_mailbox", address, Decimal("25.00"), Clock().now, request=2)
    assert server.ledger == [charge]
    assert server.credit == Decimal("157.03")


@pytest.mark.parametrize(
    ("operation", "method", "path", "body", "amount"),
    [
        ("renew_mailbox", "GET", "/pec/{id}/rinnovo?anni=2", None, "128.00"),
        ("change_space", "PATCH", "/pec/{id}/modifica", {"spazio_disco": "+2048"}, "18.00"),
        ("change_space", "PATCH", "/pec/{id}/modifica", {"spazio_conservazione": 1536}, "12.00"),
        ("add_user", "POST", "/pec/{id}/multiutenza", USER, "5.00"),
        ("start_communication", "POST", "/comunica_pec", communication(), "12.00"),
        ("check_domain", "GET", "/domini_pec/example.com", None, "0.05"),
    ],
)
def test_prices(
    server: PracticeServer,
    client: Client,
    operation: str,
    method: str,
    path: str,
    body: object,
    amount: str,
) -> None:
    path = path.replace("{id}", find(client, "evasa", "GOLD"))
    assert client.call(method, path, body).status in (200, 204)
    (charge,) = server.ledger
    assert (charge.operation, charge.amount) == (operation, Decimal(amount))
    assert server.credit == Decimal("182.03") - Decimal(amount)


@pytest.mark.parametrize(
    ("path", "body", "amount"),
    [
        ("/trasformazione", {"tipo_casella": "GOLD"}, "53.00"),
        ("/conservazione", documents(paper()) | {"spazio_conservazione": "1024"}, "24.00"),
    ],
)
def test_prices_of_a_smaller_mailbox(
    server: PracticeServer, client: Client, path: str, body: object, amount: str
) -> None:
    path = f"/pec/{find(client, 'evasa', 'STANDARD')}{path}"
    assert client.call("PATCH", path, body).status == 200
    assert [charge.amount for charge in server.ledger] == [Decimal(amount)]


def test_free_operations_charge_nothing(server: PracticeServer, client: Client) -> None:
    identifier = find(client, "registrata", "BRONZE")
    client.get(f"/pec/{identifier}/modulo_attivazione")
    client.get("/verifica_pec/x@testcert.legalmail.it")
    papers = documents(paper("form"), paper("identity"))
    assert client.call("PATCH", f"/pec/{identifier}/attivazione", papers).status == 200
    assert client.call("DELETE", f"/pec/{find(client, 'evasa')}").status == 200
    assert server.ledger == []


def test_the_wallet_tells_the_same_over_http(server: PracticeServer, client: Client) -> None:
    client.call("POST", "/pec", registration())
    with Client(server, basic(server)) as account:
        assert account.get("/wallet").data["credit"] == 157.03
        transactions = account.get("/wallet/transactions").data
        assert transactions[0]["amount"] == -25.0
        assert transactions[0]["createdAt"] == "2026-09-21T14:13:20+00:00"
        assert transactions[0]["description"].startswith("API usage - 127.0.0.1")
        total = sum(Decimal(str(line["amount"])) for line in transactions)
        assert total == server.credit
        some = account.get("/wallet/transactions?skip=1&limit=2").data
        assert some == transactions[1:3]
        assert account.get("/wallet/transactions?limit=many").status == 422


def test_a_refusal_costs_nothing_and_changes_nothing(
    server: PracticeServer, client: Client
) -> None:
    server.credit = Decimal("24.99")
    reply = client.call("POST", "/pec", registration())
    assert reply.json["message"] == "Insufficient Credit in Wallet: 24.99"
    assert server.ledger == []
    assert client.get("/verifica_pec/mario.rossi@testcert.legalmail.it").data["available"]


def test_a_token_may_not_spend_more_than_its_limit(server: PracticeServer) -> None:
    host = f"127.0.0.1:{server.port}"
    wanted = {"scopes": [f"POST:{host}/pec"], "limits": {"walletAmount": 60}}
    with Client(server, basic(server)) as account:
        token = account.call("POST", "/tokens", wanted).data["token"]
        with Client(server, f"Bearer {token}") as limited:
            for name in ("a", "b"):
                assert limited.call("POST", "/pec", registration(name)).status == 200
            refused = limited.call("POST", "/pec", registration("c"))
        assert (refused.status, refused.json["error"]) == (402, 262)
        stats = account.get(f"/tokens/{token}").data["stats"]
    assert len(server.ledger) == 2
    assert (stats["walletAmount"], stats["walletRequests"]) == (50.0, 2)
    assert (stats["totalRequests"], stats["errorRequests"]) == (3, 1)
