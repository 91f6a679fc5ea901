"""Tokens, scopes, refreshing: the OAuth half of the practice server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from practice_support import NOW, UNKNOWN_ID, Client, Clock, Reply, basic, find

from pec_desktop.practice import PracticeServer

DAY = 24 * 3600


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock: Clock) -> Iterator[PracticeServer]:
    with PracticeServer(clock=clock) as running:
        yield running


@pytest.fixture
def account(server: PracticeServer) -> Iterator[Client]:
    with Client(server, basic(server)) as open_client:
        yield open_client


def scope(server: PracticeServer, name: str) -> str:
    method, segment = name.split(" ")
    return f"{method}:127.0.0.1:{server.port}/{segment}"


def made(server: PracticeServer, account: Client, *scopes: str, **fields: object) -> dict[str, Any]:
    wanted = {"scopes": [scope(server, name) for name in scopes or ("GET pec",)]}
    token: dict[str, Any] = account.call("POST", "/tokens", wanted | fields).data
    return token


def ask(server: PracticeServer, token: str, path: str = "/pec", method: str = "GET") -> Reply:
    with Client(server, f"Bearer {token}") as client:
        return client.send(method, path)


def test_a_token_is_made_and_works(server: PracticeServer, account: Client) -> None:
    token = made(server, account, "GET pec", name="Office", ttl=7 * DAY)
    assert token | {"stats": None, "refreshToken": None} == {
        "token": token["token"],
        "name": "Office",
        "createdAt": "2026-09-21T14:13:20+00:00",
        "updatedAt": "2026-09-21T14:13:20+00:00",
        "expireAt": "2026-09-28T14:13:20+00:00",
        "scopes": [scope(server, "GET pec")],
        "refreshToken": None,
        "limits": {},
        "stats": None,
    }
    assert len(token["token"]) == len(token["refreshToken"]) == 24
    assert ask(server, token["token"]).status == 200


def test_a_scope_is_method_and_first_segment(server: PracticeServer, account: Client) -> None:
    token = made(server, account, "GET pec")["token"]
    with Client(server) as client:
        identifier = find(client, "evasa", "GOLD")
    # As at the vendor, whoever may read may also renew.
    for path in ("", "/rinnovo", "/modulo_conservazione"):
        assert ask(server, token, f"/pec/{identifier}{path}").status == 200
    for method, path in (("POST", "/pec"), ("GET", "/comunica_pec"), ("GET", "/domini_pec/pec.it")):
        refused = ask(server, token, path, method)
        assert (refused.status, refused.json["success"]) == (403, False)
    assert server.requests[-1].carried_out is False


@pytest.mark.parametrize(
    ("ttl", "lives"),
    [(60, 60), (10**9, 365 * DAY), (0, 30 * DAY), (-5, 30 * DAY), (None, 30 * DAY)],
)
def test_tokens_expire(
    server: PracticeServer, account: Client, clock: Clock, ttl: int | None, lives: int
) -> None:
    token = made(server, account, "GET pec", ttl=ttl)["token"]
    clock.now = NOW + lives - 1
    assert ask(server, token).status == 200
    clock.now = NOW + lives
    assert ask(server, token).status == 401


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({}, 70, "missing scopes array"),
        ({"scopes": []}, 70, "missing scopes array"),
        ({"scopes": "GET:{host}/pec"}, 80, "invalid scopes format"),
        ({"scopes": ["pec"]}, 80, "invalid scopes format"),
        ({"scopes": [7]}, 80, "invalid scopes format"),
        ({"scopes": ["GET:pec.openapi.it/pec"]}, 90, "Invalid scopes specified or API not enabled"),
        ({"scopes": ["GET:{host}/dominio"]}, 90, "Invalid scopes specified or API not enabled"),
        ({"scopes": ["PUT:{host}/pec"]}, 90, "Invalid scopes specified or API not enabled"),
    ],
)
def test_refused_scopes(
    server: PracticeServer, account: Client, body: dict[str, Any], code: int, message: str
) -> None:
    text = json.dumps(body).replace("{host}", f"127.0.0.1:{server.port}")
    reply = account.send("POST", "/tokens", text.encode())
    assert reply.status == 422
    assert reply.json == {"success": False, "message": message, "error": code, "data": None}
    if body.get("scopes"):
        path = f"/tokens/{made(server, account)['token']}"
        assert account.send("PATCH", path, text.encode()).json["error"] == code + 20


@pytest.mark.parametrize("field", ["name", "ttl", "limits"])
def test_other_wrong_fields(server: PracticeServer, account: Client, field: str) -> None:
    wanted = {"scopes": [scope(server, "GET pec")], field: [1]}
    assert account.call("POST", "/tokens", wanted).status == 422


def test_tokens_are_listed_in_pages(server: PracticeServer, account: Client) -> None:
    names = [made(server, account, name=f"t{number}")["name"] for number in range(3)]
    assert [token["name"] for token in account.get("/tokens").data][1:] == names
    assert [t["name"] for t in account.get("/tokens?skip=2&limit=1").data] == ["t1"]
    assert account.get("/tokens?limit=x").json["error"] == 60


def test_looked_up_changed_and_deleted(server: PracticeServer, account: Client) -> None:
    token = made(server, account, name="old", ttl=60)
    path = f"/tokens/{token['token']}"
    assert account.get(path).data["name"] == "old"
    changes = {
        "name": "new",
        "ttl": 120,
        "scopes": [scope(server, "GET comunica_pec")],
        "limits": {"walletAmount": 5},
    }
    changed = account.call("PATCH", path, changes).data
    assert (changed["name"], changed["limits"]) == ("new", {"walletAmount": 5})
    assert ask(server, token["token"]).status == 403
    assert ask(server, token["token"], "/comunica_pec").status == 200
    gone = account.send("DELETE", path)
    assert (gone.data, gone.json["message"]) == (None, "Deleted")
    assert ask(server, token["token"]).status == 401


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/tokens/short", 422, 60),
        ("GET", f"/tokens/{UNKNOWN_ID}", 404, 120),
        ("PATCH", "/tokens/", 400, 150),
        ("PATCH", f"/tokens/{UNKNOWN_ID}", 404, 160),
        ("DELETE", "/tokens/", 400, 170),
        ("DELETE", f"/tokens/{UNKNOWN_ID}", 404, 180),
        ("GET", f"/scopes/{UNKNOWN_ID}", 404, 10),
    ],
)
def test_unknown_tokens(account: Client, method: str, path: str, status: int, code: int) -> None:
    reply = account.call(method, path)
    assert (reply.status, reply.json["error"]) == (status, code)


def test_a_refresh_token_gives_a_new_pair_and_ends_the_old_one(
    server: PracticeServer, account: Client, clock: Clock
) -> None:
    old = made(server, account, "GET pec", "POST pec", name="Office", ttl=100)
    clock.now += 500  # expired tokens can be refreshed
    with Client(server, f"Bearer {old['refreshToken']}") as refresher:
        new = refresher.send("PATCH", f"/tokens/{old['token']}").data
        assert (new["name"], new["scopes"]) == ("Office", old["scopes"])
        assert not {new["token"], new["refreshToken"]} & {old["token"], old["refreshToken"]}
        again = refresher.send("PATCH", f"/tokens/{new['token']}")
        assert (again.status, again.json["error"]) == (401, 130)
    assert ask(server, old["token"]).status == 401
    assert ask(server, new["token"]).status == 200
    clock.now += 100
    assert ask(server, new["token"]).status == 401


def test_a_refresh_token_is_good_for_its_own_token_only(
    server: PracticeServer, account: Client
) -> None:
    one, other = made(server, account), made(server, account)
    with Client(server, f"Bearer {one['refreshToken']}") as refresher:
        refused = refresher.send("PATCH", f"/tokens/{other['token']}")
    assert (refused.status, refused.json["error"]) == (401, 130)
    assert ask(server, one["refreshToken"]).status == 401


@pytest.mark.parametrize(
    "authorization",
    ["Basic !!!", "Basic eDp5", "Bearer x", "Digest x", "Basic", "basic ", "Basic éé"],
)
def test_the_account_needs_email_and_api_key(server: PracticeServer, authorization: str) -> None:
    with Client(server, authorization) as client:
        for path in ("/wallet", "/tokens", "/scopes", "/wallet/transactions"):
            reply = client.get(path)
            assert (reply.status, reply.json["message"]) == (401, "Unauthorized")
        assert client.send("PATCH", f"/tokens/{UNKNOWN_ID}").status == 401


def test_the_twelve_scopes(server: PracticeServer, account: Client) -> None:
    scopes = account.get("/scopes").data
    assert len({entry["id"] for entry in scopes}) == 12
    assert [entry["endpoint"] for entry in scopes if not entry["enabled"]] == ["dominio"] * 3
    first = scopes[0]
    assert first == {
        "id": first["id"],
        "scope": scope(server, "GET pec"),
        "method": "GET",
        "endpoint": "pec",
        "domain": f"127.0.0.1:{server.port}",
        "enabled": True,
    }
    details = account.get(f"/scopes/{first['id']}").data
    assert details == first | {
        "rateLimit": False,
        "freeLimits": dict.fromkeys(("dayLimit", "monthLimit", "yearLimit", "totalLimit"), False),
        "requirements": {"id_card": True, "oa_general_contract": True},
        "prices": details["prices"],
    }
    assert details["prices"]["gold"] == 64.0
