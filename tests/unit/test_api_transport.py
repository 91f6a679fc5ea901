"""The choke point over real HTTP: what is repeated, what never is, and what can be known after."""

from __future__ import annotations

import gzip
import json
import logging
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import truststore
from api_support import (
    FAST,
    MAILBOX,
    Answer,
    Handler,
    Stub,
    data,
    drop,
    error,
    hang,
    reply,
    reset,
)

from pec_desktop.api import transport
from pec_desktop.api.client import PecClient
from pec_desktop.errors import ApiError, ErrorKind

TOKEN = "6040e4613a716838dc4eee99"

READ: Callable[[PecClient], object] = lambda client: client.get_mailbox(MAILBOX["id"])  # noqa: E731
WRITES: dict[str, Callable[[PecClient], object]] = {
    "post": lambda client: client.register_mailbox({"casella_pec": "a@b.it"}),
    "upload": lambda client: client.activate_mailbox(MAILBOX["id"], [b"%PDF-1.4"]),
    "delete": lambda client: client.revoke_mailbox(MAILBOX["id"]),
    "paid get": lambda client: client.renew_mailbox(MAILBOX["id"], 2),
}
write = pytest.mark.parametrize("call", WRITES.values(), ids=WRITES.keys())


def _fails(
    call: Callable[[PecClient], object], url: str, token: str = TOKEN, **keywords: float
) -> ApiError:
    with PecClient(url, token, **(FAST | keywords)) as client, pytest.raises(ApiError) as caught:
        call(client)
    assert TOKEN not in repr(caught.value) + str(caught.value)
    return caught.value


def _unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


SILENT = {"drop": drop, "reset": reset, "hang": hang, "short": reply(200, "{", length=99)}
BROKEN = SILENT | {"500": reply(500), "502": reply(502, "<html>", "text/html"), "503": reply(503)}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN.keys())
@write
def test_a_write_is_sent_once_and_then_unknown(
    call: Callable[[PecClient], object], answer: Answer
) -> None:
    with Stub(answer) as stub:
        assert _fails(call, stub.url).kind is ErrorKind.UNKNOWN_OUTCOME
    assert len(stub.requests) == 1


@write
def test_where_no_session_can_be_made_nothing_was_sent(
    call: Callable[[PecClient], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_certificates(_protocol: int) -> None:
        raise OSError("no certificates can be read")

    monkeypatch.setattr(truststore, "SSLContext", no_certificates)
    with Stub(data(MAILBOX)) as stub:
        assert _fails(call, stub.url).kind is ErrorKind.UNAVAILABLE
    assert stub.requests == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_read_is_tried_three_times(name: str) -> None:
    with Stub(BROKEN[name]) as stub:
        kind = _fails(READ, stub.url).kind
    assert kind is (ErrorKind.UNAVAILABLE if name in SILENT else ErrorKind.UNEXPECTED)
    assert len(stub.requests) == 3


@pytest.mark.parametrize("name", BROKEN)
def test_a_read_recovers(name: str) -> None:
    with Stub(BROKEN[name], data(MAILBOX)) as stub, PecClient(stub.url, TOKEN, **FAST) as client:
        assert client.get_mailbox(MAILBOX["id"]).casella_pec == MAILBOX["casella_pec"]
    assert len(stub.requests) == 2


@pytest.mark.parametrize("status", [400, 401, 404, 406, 413, 428, 501])
def test_a_clear_answer_is_not_asked_for_again(status: int) -> None:
    with Stub(error(status, "no", 1)) as stub:
        _fails(READ, stub.url)
    assert len(stub.requests) == 1


def test_reads_end_at_their_deadline() -> None:
    started = time.monotonic()
    with Stub(hang) as stub:
        failure = _fails(READ, stub.url, read_timeout=30.0, read_deadline=0.4)
    assert failure.kind is ErrorKind.UNAVAILABLE
    assert time.monotonic() - started < 3


def test_retry_after_is_respected() -> None:
    later = {"Retry-After": "60"}
    with Stub(reply(429, headers=later)) as stub:
        assert _fails(READ, stub.url).kind is ErrorKind.THROTTLED
    assert len(stub.requests) == 1
    with Stub(reply(429, headers={"Retry-After": "0"})) as stub:
        assert _fails(READ, stub.url, backoff=50.0).kind is ErrorKind.THROTTLED
    assert len(stub.requests) == 3
    with Stub(reply(429)) as stub:
        assert _fails(WRITES["post"], stub.url).kind is ErrorKind.THROTTLED
    assert len(stub.requests) == 1


@pytest.mark.parametrize("call", [READ, *WRITES.values()])
def test_no_connection_means_that_nothing_was_sent(call: Callable[[PecClient], object]) -> None:
    failure = _fails(call, f"http://127.0.0.1:{_unused_port()}")
    assert failure.kind is ErrorKind.UNAVAILABLE
    assert (failure.status, failure.message) == (None, "ConnectionRefusedError")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("place", ["/elsewhere", "http://[broken", "https://other.example/"])
def test_redirects_are_not_followed(status: int, place: str) -> None:
    with Stub(reply(status, "moved", headers={"Location": place})) as stub:
        assert _fails(READ, stub.url).kind is ErrorKind.UNEXPECTED
        assert _fails(WRITES["post"], stub.url).kind is ErrorKind.UNKNOWN_OUTCOME
    assert [request.path for request in stub.requests] == [f"/pec/{MAILBOX['id']}", "/pec"]


def test_reads_share_a_connection_and_a_write_has_a_fresh_one() -> None:
    with Stub(data(MAILBOX)) as stub, PecClient(stub.url, TOKEN) as client:
        for call in (READ, READ, WRITES["post"], WRITES["post"], READ):
            call(client)
    first, second, third, fourth, last = (request.port for request in stub.requests)
    assert first == second
    assert len({second, third, fourth}) == 3
    assert last == fourth


def test_what_goes_over_the_wire() -> None:
    with Stub(data(MAILBOX)) as stub, PecClient(f" {stub.url}/ ", f" {TOKEN}\n") as client:
        client.renew_mailbox(MAILBOX["id"], anni=3)
        client.change_space(MAILBOX["id"], spazio_disco="+1024", spazio_conservazione=512)
        client.activate_preservation(MAILBOX["id"], [b"abc", b""], 1024)
        client.revoke_mailbox("a/b@c")
    renewal, space, preservation, revocation = stub.requests
    assert renewal.path == f"/pec/{MAILBOX['id']}/rinnovo?anni=3"
    assert renewal.body == b""
    assert json.loads(space.body) == {"spazio_disco": "+1024", "spazio_conservazione": 512}
    assert json.loads(preservation.body) == {
        "spazio_conservazione": 1024,
        "documenti": ["YWJj", ""],
    }
    assert preservation.headers["Content-Length"] == str(len(preservation.body))
    assert "Transfer-Encoding" not in preservation.headers
    assert preservation.headers["Content-Type"] == "application/json"
    assert revocation.path == "/pec/a%2Fb%40c"
    for request in stub.requests:
        assert request.headers["Authorization"] == f"Bearer {TOKEN}"


def test_a_large_file_arrives_whole(tmp_path: Path) -> None:
    paper = tmp_path / "scan.pdf"
    paper.write_bytes(b"%PDF" + bytes(range(256)) * 8000)
    with Stub(data(MAILBOX)) as stub, PecClient(stub.url, TOKEN) as client:
        client.activate_mailbox(MAILBOX["id"], paper)
        client.activate_mailbox(MAILBOX["id"], [paper.read_bytes()])
    from_file, from_bytes = stub.requests
    assert from_file.body == from_bytes.body
    assert len(from_file.body) > 2_700_000


def test_a_large_upload_waits_longer_for_its_answer() -> None:
    def think(handler: Handler) -> None:
        handler.stub.over.wait(0.3)
        data(MAILBOX)(handler)

    size = transport.UPLOAD_RATE  # so base64 adds 4/3 seconds
    with Stub(think) as stub, PecClient(stub.url, TOKEN, read_timeout=0.05) as client:
        client.activate_mailbox(MAILBOX["id"], bytes(size))
    with Stub(think) as stub:
        call = WRITES["upload"]
        assert _fails(call, stub.url, read_timeout=0.05).kind is ErrorKind.UNKNOWN_OUTCOME


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda client: client.revoke_mailbox(""), "id"),
        (lambda client: client.check_availability(".."), "pec"),
        (lambda client: client.check_domain("\ud800"), "dominio"),
        (lambda client: client.register_mailbox({"a": object()}), None),
        (lambda client: client.register_mailbox({"a": "\ud800"}), None),
        (lambda client: client.register_mailbox(7), None),
        (lambda client: client.activate_mailbox("x", [Path("/does/not/exist")]), "documenti"),
        (lambda client: client.activate_mailbox("x", [Path("/")]), "documenti"),
        (lambda client: client.activate_mailbox("x", [7]), "documenti"),
    ],
)
def test_what_cannot_be_put_into_a_request_is_not_sent(
    call: Callable[[PecClient], object], field: str | None
) -> None:
    with Stub(data(MAILBOX)) as stub:
        failure = _fails(call, stub.url)
    assert (failure.kind, failure.field) == (ErrorKind.INVALID, field)
    assert stub.requests == []


@pytest.mark.parametrize("token", ["tök€n-2026", "two\nlines", "nul\0"])
def test_a_secret_that_no_header_can_hold(token: str) -> None:
    with Stub(data(MAILBOX)) as stub:
        failure = _fails(READ, stub.url, token)
    assert failure.kind is ErrorKind.AUTH
    assert token not in repr(failure)
    assert stub.requests == []


@pytest.mark.parametrize("call", [READ, *WRITES.values()])
def test_answers_without_end_are_given_up(
    call: Callable[[PecClient], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transport, "LARGEST_ANSWER", 100_000)
    bomb = gzip.compress(b" " * 1_000_000)
    with Stub(reply(200, bomb, headers={"Content-Encoding": "gzip"})) as stub:
        kind = _fails(call, stub.url).kind
    assert kind is (ErrorKind.UNEXPECTED if call is READ else ErrorKind.UNKNOWN_OUTCOME)
    assert len(stub.requests) == 1


def test_an_answer_that_drips_is_given_up() -> None:
    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "10000")
        handler.end_headers()
        while not handler.stub.over.wait(0.02):
            handler.wfile.write(b" ")

    started = time.monotonic()
    with Stub(drip) as stub:
        assert _fails(WRITES["post"], stub.url).kind is ErrorKind.UNKNOWN_OUTCOME
    assert time.monotonic() - started < 3


def test_compressed_and_chunked_answers() -> None:
    content = json.dumps({"data": MAILBOX, "success": True}).encode()

    def chunked(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for part in (content[:7], content[7:]):
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(part), part))
        handler.wfile.write(b"0\r\n\r\n")

    def cut(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"ff\r\n{")
        handler.close_connection = True

    packed = reply(200, gzip.compress(content), headers={"Content-Encoding": "gzip"})
    with Stub(packed, chunked, cut, chunked) as stub, PecClient(stub.url, TOKEN) as client:
        for _ in range(3):
            assert client.get_mailbox("x").id == MAILBOX["id"]
    assert len(stub.requests) == 4


def test_eight_threads_share_one_client() -> None:
    together = threading.Barrier(8)

    def work(number: int) -> list[str]:
        together.wait()
        return [client.get_mailbox(f"{number}-{i}").id for i in range(10)]

    def echo(handler: Handler) -> None:
        data(MAILBOX | {"id": handler.path.split("/")[-1]})(handler)

    with (
        Stub(echo) as stub,
        PecClient(stub.url, TOKEN) as client,
        ThreadPoolExecutor(8) as pool,
    ):
        found = list(pool.map(work, range(8)))
        assert found == [[f"{number}-{i}" for i in range(10)] for number in range(8)]
        assert len({request.port for request in stub.requests}) == 8
        client.close()
        assert client.get_mailbox("after").id == "after"


def test_nothing_secret_is_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    spoken = error(406, f"token {TOKEN} cannot write to ada@legalmail.it", 999)
    with Stub(reply(503), spoken, spoken) as stub, PecClient(stub.url, TOKEN, **FAST) as client:
        assert TOKEN not in repr(client) + str(vars(client)["_transport"])
        with pytest.raises(ApiError) as caught:
            client.check_availability("ada@legalmail.it")
        with pytest.raises(ApiError):
            client.register_mailbox({"casella_pec": "ada@legalmail.it"})
    assert caught.value.message == "token … cannot write to ada@legalmail.it"
    assert TOKEN not in repr(caught.value)
    assert TOKEN not in caplog.text
    assert "ada" not in caplog.text
    lines = [record.getMessage().split(" in ")[0] for record in caplog.records]
    assert lines == ["check_availability: 503", "check_availability: 406", "register_mailbox: 406"]
    assert caplog.records[1].getMessage().endswith("try 2")
