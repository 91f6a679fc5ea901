"""The OAuth operations through the client on the practice server, from key to token to wallet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import contract_document
import pytest
from contract_office import NOBODY, TOKEN
from vendor import OAUTH_DOCUMENT

from pec_desktop.api.client import PecClient
from pec_desktop.api.endpoints import OAUTH_ENDPOINTS, scopes
from pec_desktop.api.oauth import OAuthClient, Scope, Token, Transaction, Wallet
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.practice import Fault, PracticeServer


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(token=TOKEN, api_key="key-of-the-office") as server:
        yield server


@pytest.fixture
def oauth(server: PracticeServer) -> Iterator[OAuthClient]:
    with OAuthClient(server.url, server.email, server.api_key, backoff=0.001) as client:
        yield client


@pytest.mark.skipif(not OAUTH_DOCUMENT.is_file(), reason="without the vendor's document")
def test_table_and_types_are_the_documents() -> None:
    document = json.loads(OAUTH_DOCUMENT.read_text("utf-8"))
    described = contract_document.operations(document)
    assert {(row.method, row.path) for row in OAUTH_ENDPOINTS.values()} <= described.keys()
    schemas = document["components"]["schemas"]
    details = schemas["ScopeDetail"]["allOf"][1]["properties"]
    for model, fields in (
        (Token, schemas["TokenDetail"]["properties"].keys()),
        (Scope, schemas["UserScope"]["properties"].keys() | details.keys()),
        (Wallet, schemas["Wallet"]["properties"].keys()),
        (Transaction, schemas["WalletTransaction"]["properties"].keys()),
    ):
        assert set(model.__struct_fields__) == set(fields) | {"extra"}


def test_a_token_with_the_nine_scopes_from_its_making_to_its_end(
    server: PracticeServer, oauth: OAuthClient
) -> None:
    wanted = scopes(urlsplit(server.url).netloc)
    made = oauth.create_token(wanted, "PEC Desktop", 86_400, {"walletAmount": 50})
    assert sorted(made.scopes) == wanted
    assert (made.name, made.limits["walletAmount"], made.extra) == ("PEC Desktop", 50, {})
    assert made.expireAt > made.createdAt
    assert made.token not in repr(made) + str(made)
    with PecClient(server.url, made.token) as client:
        assert client.list_mailboxes()

    assert made.token in {token.token for token in oauth.list_tokens()}
    assert oauth.list_tokens(limit=1) != oauth.list_tokens(skip=1, limit=1)
    renamed = oauth.update_token(made.token, name="Studio", ttl=3600)
    assert (renamed.token, renamed.name) == (made.token, "Studio")
    assert oauth.get_token(made.token).name == "Studio"

    fresh = oauth.update_token(made.token, refresh_token=made.refreshToken)
    assert fresh.token != made.token
    with pytest.raises(ApiError) as caught:
        oauth.get_token(made.token)
    assert caught.value.kind is ErrorKind.NOT_FOUND

    oauth.delete_token(fresh.token)
    with PecClient(server.url, fresh.token) as client, pytest.raises(ApiError) as caught:
        client.list_mailboxes()
    assert caught.value.kind is ErrorKind.AUTH


def test_scopes_have_prices_and_the_wallet_its_movements(
    server: PracticeServer, oauth: OAuthClient
) -> None:
    known = {scope.scope: scope for scope in oauth.list_scopes()}
    host = urlsplit(server.url).netloc
    assert known.keys() >= set(scopes(host))
    detailed = oauth.get_scope(known[f"POST:{host}/pec"].id)
    assert all(price > 0 for price in detailed.prices.values())
    assert detailed.prices
    assert detailed.extra == {}
    before = oauth.wallet().credit
    with PecClient(server.url, TOKEN) as client:
        client.check_domain("legalmail.it")
    after = oauth.wallet()
    assert (after.credit < before, after.extra) == (True, {})
    newest = oauth.wallet_transactions(limit=1)[0]
    assert newest.amount == pytest.approx(after.credit - before)


def test_refusals(server: PracticeServer, oauth: OAuthClient) -> None:
    with pytest.raises(ApiError) as caught:
        oauth.create_token(["GET:elsewhere.example/pec"], "x", 60)
    assert (caught.value.kind, caught.value.code) == (ErrorKind.INVALID, 90)
    assert caught.value.field == "scopes"
    with pytest.raises(ApiError) as caught:
        oauth.get_token(NOBODY)
    assert caught.value.kind is ErrorKind.NOT_FOUND
    with pytest.raises(ApiError) as caught:
        oauth.get_scope("none")
    assert caught.value.kind is ErrorKind.NOT_FOUND
    wrong = OAuthClient(server.url, server.email, "wröng key €")
    with wrong, pytest.raises(ApiError) as caught:
        wrong.wallet()
    assert caught.value.kind is ErrorKind.AUTH
    assert "key" not in repr(wrong)


def test_a_token_is_asked_for_once_and_a_wallet_again(
    server: PracticeServer, oauth: OAuthClient
) -> None:
    server.faults.set(Fault.DROP_AFTER, "create_token")
    with pytest.raises(ApiError) as caught:
        oauth.create_token(scopes(urlsplit(server.url).netloc), "x", 60)
    assert caught.value.kind is ErrorKind.UNKNOWN_OUTCOME
    server.faults.set(Fault.DROP_AFTER, "wallet")
    assert oauth.wallet().credit > 0
    operations = [arrival.operation for arrival in server.requests]
    assert operations == ["create_token", "wallet", "wallet"]
