"""OAuth answers in the shapes the document shows: bare, in an envelope, and wrong."""

from __future__ import annotations

import base64
import json

import pytest
from api_support import FAST, Answer, Stub, data, error, reply

from pec_desktop.api.oauth import OAuthClient
from pec_desktop.errors import ApiError, ErrorKind

EMAIL, KEY = "studio@example.com", "key-of-the-office"
TOKEN = {"token": "656d1e2f8b3c2a001f7e4a12", "name": "Studio", "refreshToken": "656d1e2f"}


def test_basic_authentication_and_what_is_sent() -> None:
    with Stub(reply(200, json.dumps(TOKEN))) as stub, OAuthClient(stub.url, EMAIL, KEY) as client:
        client.create_token(["GET:pec.example/pec"], "Studio", 60, {"walletAmount": 5})
        client.update_token("a/b", ttl=60)
        client.update_token("ab", refresh_token="refresh-one")
    made, changed, refreshed = stub.requests
    basic = "Basic " + base64.b64encode(f"{EMAIL}:{KEY}".encode()).decode()
    assert made.headers["Authorization"] == changed.headers["Authorization"] == basic
    assert refreshed.headers["Authorization"] == "Bearer refresh-one"
    assert json.loads(made.body) == {
        "scopes": ["GET:pec.example/pec"],
        "name": "Studio",
        "ttl": 60,
        "limits": {"walletAmount": 5},
    }
    assert (changed.method, changed.path) == ("PATCH", "/tokens/a%2Fb")
    assert (json.loads(changed.body), json.loads(refreshed.body)) == ({"ttl": 60}, {})


@pytest.mark.parametrize("answer", [reply(200, json.dumps(TOKEN)), data(TOKEN)])
def test_a_token_comes_bare_or_in_an_envelope(answer: Answer) -> None:
    with Stub(answer) as stub, OAuthClient(stub.url, EMAIL, KEY) as client:
        assert client.get_token("x").name == "Studio"
        assert client.create_token([], "x", 1).refreshToken == "656d1e2f"


def test_lists_and_done() -> None:
    with Stub(error(404, "Not Found", 120)) as stub, OAuthClient(stub.url, EMAIL, KEY) as client:
        assert client.list_tokens() == []
        with pytest.raises(ApiError) as caught:
            client.list_scopes()
        assert caught.value.kind is ErrorKind.NOT_FOUND
    with (
        Stub(reply(200, '{"message": "Deleted", "data": null}')) as stub,
        OAuthClient(stub.url, EMAIL, KEY) as client,
    ):
        client.delete_token("x")
        assert stub.requests[0].method == "DELETE"
    with Stub(data([{"id": "t", "amount": "-15.5"}])) as stub:
        with OAuthClient(stub.url, EMAIL, KEY) as client:
            assert client.wallet_transactions(skip=100)[0].amount == -15.5
        assert stub.requests[0].path == "/wallet/transactions?skip=100&limit=100"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('{"success": true}', "unknown_outcome"),
        ('{"data": null}', "unknown_outcome"),
        ('{"data": {"name": "no token in it"}}', "unknown_outcome"),
        ('{"success": false, "message": "missing scopes array", "error": 70}', "invalid"),
        ("", "unknown_outcome"),
    ],
)
def test_a_token_that_cannot_be_read_may_exist(body: str, kind: str) -> None:
    with Stub(reply(200, body)) as stub, OAuthClient(stub.url, EMAIL, KEY, **FAST) as client:
        with pytest.raises(ApiError) as caught:
            client.create_token([], "x", 1)
        assert len(stub.requests) == 1
    assert caught.value.kind == kind
    assert KEY not in repr(caught.value) + repr(client)
