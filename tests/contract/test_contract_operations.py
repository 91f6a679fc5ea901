"""Each operation through the client, and what goes over the wire against the vendor's document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import contract_document
import facts
import jsonschema
import pytest
from contract_office import CALLS, NOBODY, TOKEN, Nowhere, Office
from contract_recorder import Exchange, Recorder

from pec_desktop.api.client import PecClient
from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.domain.communication import Communication
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.practice import PracticeServer

DOCUMENT = contract_document.amended(contract_document.load())
OPERATIONS = contract_document.operations(DOCUMENT)
each = pytest.mark.parametrize("fact", facts.OPERATIONS, ids=lambda fact: fact.name)


class Conversation:
    """A client that speaks to the practice server, recorded."""

    def __init__(self, server: PracticeServer, recorder: Recorder, client: PecClient) -> None:
        self.server, self.client = server, client
        self._recorder = recorder

    def call(self, name: str, office: Office | None = None) -> object:
        """Call an operation in a fresh office; then exactly one exchange is in `exchange`."""
        if office is None:
            self.server.reset()
            self.server.credit = Decimal(10_000)
            office = Office(self.client)
        self._recorder.take()
        try:
            return CALLS[name](self.client, office)
        finally:
            (self.exchange,) = self._recorder.take()


@pytest.fixture(scope="module")
def conversation() -> Iterator[Conversation]:
    with (
        PracticeServer(token=TOKEN, pace=3600) as server,
        Recorder(server.url) as recorder,
        PecClient(recorder.url, TOKEN) as client,
    ):
        yield Conversation(server, recorder, client)


def _documented(fact: facts.Operation, exchange: Exchange) -> dict[str, Any]:
    """Check the request and return the documented contents of an answer with this status."""
    operation = OPERATIONS[fact.method, fact.path]
    sent = urlsplit(exchange.path)
    assert exchange.method == fact.method
    assert re.fullmatch(re.sub(r"{\w+}", "[^/@]+", fact.path), sent.path)
    known = {found["name"]: found for found in operation.get("parameters", [])}
    for name, (value,) in parse_qs(sent.query, strict_parsing=bool(sent.query)).items():
        assert known[name]["in"] == "query"
        contract_document.check(DOCUMENT, known[name]["schema"], json.loads(value))
    if "requestBody" in operation:
        assert exchange.content_type == "application/json"
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        contract_document.check(DOCUMENT, schema, json.loads(exchange.body))
    else:
        assert exchange.body == b""
    contents: dict[str, Any] = operation["responses"][str(exchange.status)].get("content", {})
    return contents


@each
def test_an_operation(fact: facts.Operation, conversation: Conversation) -> None:
    value = conversation.call(fact.name)
    exchange = conversation.exchange
    contents = _documented(fact, exchange)
    kind = exchange.answer_type.split(";")[0]
    assert exchange.status == 200
    if fact.data == "pdf":
        assert kind in contents
        assert value == exchange.answer
        assert exchange.answer.startswith(b"%PDF")
        return
    answer = json.loads(exchange.answer)
    contract_document.check(DOCUMENT, contents[kind]["schema"], answer)
    if fact.data.startswith(("#", "[#")):
        things = value if isinstance(value, list) else [value]
        told = answer["data"] if isinstance(value, list) else [answer["data"]]
        assert things
        for thing, data in zip(things, told, strict=True):
            assert isinstance(thing, Communication if "Comunicazione" in fact.data else Mailbox)
            assert thing.extra == {}
            assert thing.id == data["id"]
            assert thing.stato == data["stato"]
    else:
        assert value is True


@each
def test_refused_ids(fact: facts.Operation, conversation: Conversation) -> None:
    for identifier, status in (("not-an-id", 400), (NOBODY, 404)):
        if "{id}" not in fact.path:
            return
        with pytest.raises(ApiError) as caught:
            conversation.call(fact.name, Nowhere(identifier))
        _check_refusal(fact, conversation.exchange, caught.value, status)
        if status == 400:
            assert (caught.value.kind, caught.value.field) == (ErrorKind.INVALID, "id")
        else:
            assert caught.value.kind is ErrorKind.NOT_FOUND


@each
def test_an_empty_wallet(fact: facts.Operation, conversation: Conversation) -> None:
    conversation.server.reset()
    office = Office(conversation.client)
    conversation.server.credit = Decimal(0)
    if ENDPOINTS[fact.name].effect is not Effect.PAID:
        conversation.call(fact.name, office)
        assert conversation.server.ledger == []
        return
    with pytest.raises(ApiError) as caught:
        conversation.call(fact.name, office)
    assert caught.value.kind is ErrorKind.WALLET
    assert conversation.server.ledger == []
    if fact.name != "renew_mailbox":  # the document has no 402 for it
        _check_refusal(fact, conversation.exchange, caught.value, 402)


def _check_refusal(fact: facts.Operation, exchange: Exchange, error: ApiError, status: int) -> None:
    contents = _documented(fact, exchange)
    assert exchange.status == error.status == status
    number, message = next((n, text) for code, n, text in fact.errors if code == status)
    assert (error.code or 0) == number
    assert error.message.partition(":")[0] == message.partition(":")[0]
    if number:
        schema = contents["application/json"]["schema"]
        contract_document.check(DOCUMENT, schema, json.loads(exchange.answer))
    else:
        assert exchange.answer_type.split(";")[0] in contents


def test_nothing_there_yet(conversation: Conversation) -> None:
    with PracticeServer(token=TOKEN, empty=True) as server, PecClient(server.url, TOKEN) as client:
        assert client.list_mailboxes() == []
        assert client.list_communications() == []
        assert [arrival.status for arrival in server.requests] == [404, 404]


def test_a_taken_address_an_unknown_domain_and_a_missing_field(
    conversation: Conversation,
) -> None:
    conversation.server.reset()
    client = conversation.client
    taken = client.list_mailboxes()[0].casella_pec
    assert client.check_availability(taken) is False
    assert client.check_domain("nowhere.example") is False
    with pytest.raises(ApiError) as caught:
        client.register_mailbox({"tipo_casella": "GOLD", "casella_pec": "new@legalmail.example"})
    assert (caught.value.status, caught.value.field) == (404, "casella_pec")
    with pytest.raises(ApiError) as caught:
        client.register_mailbox({})
    assert (caught.value.kind, caught.value.field) == (ErrorKind.INVALID, "tipo_casella")


def test_the_address_is_encoded_and_arrives(conversation: Conversation) -> None:
    conversation.call("check_availability")
    sent = conversation.exchange.path.rpartition("/")[2]
    assert "@" not in sent
    assert unquote(sent) == "nuova.casella@testcert.legalmail.it"


def test_the_check_itself_notices() -> None:
    schema = OPERATIONS["GET", "/pec/{id}"]["responses"]["200"]["content"]["application/json"][
        "schema"
    ]
    wrong: list[object] = [{"spazio_disco": "2048"}, {"new": 1}, {"stato": "sospesa"}, []]
    for data in wrong:
        with pytest.raises(jsonschema.ValidationError):
            contract_document.check(DOCUMENT, schema, {"data": data, "success": True})
