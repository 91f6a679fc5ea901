"""The practice server as a server: who may speak, bad manners, start and stop, other processes."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from practice_support import (
    Client,
    Clock,
    Reply,
    basic,
    documents,
    find,
    paper,
    registration,
)

from pec_desktop.practice import Fault, PracticeServer
from pec_desktop.practice.routes import ROUTES


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(clock=Clock()) as running:
        yield running


@pytest.fixture
def client(server: PracticeServer) -> Iterator[Client]:
    with Client(server) as open_client:
        yield open_client


def is_envelope(reply: Reply, status: int) -> bool:
    envelope = reply.json
    return (
        reply.status == status
        and envelope.keys() == {"data", "success", "message", "error"}
        and envelope["success"] is False
        and isinstance(envelope["error"], int)
    )


def raw(server: PracticeServer, *parts: bytes) -> bytes:
    """Send bytes as they are and return what comes until the connection ends."""
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=10)) as connection:
        for part in parts:
            connection.sendall(part)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def short(value: object) -> str:
    """Name a test by the beginning of a value that may be very long."""
    return ascii(value)[:30]


# Who may speak


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer wrong", "Basic {token}", "{token}", "Bearer {token}x", "Bearer é"],
)
def test_the_bearer_is_needed(server: PracticeServer, client: Client, authorization: str) -> None:
    headers = {"Authorization": authorization.replace("{token}", server.token)}
    for route in ROUTES:
        reply = client.send(route.method, route.path, b"{}", headers)
        assert is_envelope(reply, 401), route
        assert "WWW-Authenticate" in reply.headers
    assert not any(arrival.carried_out for arrival in server.requests)


def test_the_bearer_may_be_written_in_small_letters(server: PracticeServer, client: Client) -> None:
    assert client.send("GET", "/pec", None, {"Authorization": f"bearer {server.token}"}).data


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "evil.example:{port}", ""])
def test_the_host_must_be_ours(server: PracticeServer, client: Client, host: str) -> None:
    reply = client.send("GET", "/pec", None, {"Host": host.replace("{port}", str(server.port))})
    assert is_envelope(reply, 421)


def test_localhost_is_ours_too(server: PracticeServer, client: Client) -> None:
    assert client.send("GET", "/pec", None, {"Host": f"localhost:{server.port}"}).status == 200


def test_it_listens_on_the_loopback_address_only(server: PracticeServer) -> None:
    # Somebody who listens everywhere could be reached here, too.
    with pytest.raises(OSError):  # noqa: PT011 - refused, or no such address
        socket.create_connection(("127.0.0.2", server.port), timeout=5).close()


# Bad manners


@pytest.mark.parametrize(
    "body",
    [
        *(b"{", b"[]", b"null", b'"text"', b"7", b"\xff\xfe", b"{'a': 1}", b'{"a": NaN}'),
        *(b"[" * 100_000, b'{"a":' * 100_000, b'{"a": ' + b"9" * 10_000 + b"}"),
    ],
    ids=short,
)
def test_a_malformed_body_is_a_400(server: PracticeServer, client: Client, body: bytes) -> None:
    for route in ROUTES:
        if route.method in ("POST", "PATCH"):
            account = {"Authorization": basic(server)} if "tokens" in route.path else {}
            assert is_envelope(client.send(route.method, route.path, body, account), 400), route


def test_no_body_is_an_empty_form(client: Client) -> None:
    assert client.send("POST", "/pec").json["error"] == 224


ODD_IDS = ["%00", "%FF", "..", "%2F", "a%20b", "💌".encode().hex(), "x" * 3000, "0" * 25, "😀"]


@pytest.mark.parametrize("odd", ODD_IDS, ids=short)
def test_odd_ids_are_refused_as_documented(
    server: PracticeServer, client: Client, odd: str
) -> None:
    for route in ROUTES:
        if "{" in route.path:
            path = "/".join(odd if part.startswith("{") else part for part in route.path.split("/"))
            header = {} if route.access.name == "BEARER" else {"Authorization": basic(server)}
            encoded = path.encode().decode("latin-1")  # bytes as they are
            reply = raw_request(server, route.method, encoded, header)
            assert 400 <= reply.status < 500 or reply.status in (200, 204), (route, odd)


def raw_request(server: PracticeServer, method: str, path: str, headers: dict[str, str]) -> Reply:
    """Send a path that a well-mannered client would not."""
    given = {"Authorization": f"Bearer {server.token}", **headers}
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}"]
    lines += [f"{name}: {value}" for name, value in given.items()]
    answer = raw(server, "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1"))
    head, _, body = answer.partition(b"\r\n\r\n")
    return Reply(int(head.split()[1]), {}, body)


@pytest.mark.parametrize("upper", [False, True])
def test_ids_may_be_written_in_capitals(client: Client, upper: bool) -> None:
    identifier = find(client, "evasa")
    assert (
        client.get(f"/pec/{identifier.upper() if upper else identifier}").data["id"] == identifier
    )


@pytest.mark.parametrize(
    "path", ["/", "", "*", "/nope", "/pec/x/y", "//pec", "/PEC", "/pec/x/rinnovo/"]
)
def test_unknown_paths(server: PracticeServer, client: Client, path: str) -> None:
    assert is_envelope(client.get(path), 404)
    assert server.requests[-1].operation == ""


@pytest.mark.parametrize("method", ["PUT", "HEAD", "OPTIONS", "TRACE", "CONNECT", "FOO", "DELETE"])
def test_other_methods(client: Client, method: str) -> None:
    reply = client.send(method, "/pec")
    assert reply.status == 405
    assert reply.headers["Allow"] == "GET, POST"
    assert client.get("/pec").status == 200  # the connection is still good


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET /pec", 421),  # HTTP/0.9 has no Host
        (b"nonsense", 400),
        (b"GET /pec HTTP/9.9", 505),
        (b"GET /pec HTTP/x", 400),
        (b"GET /" + b"x" * 70_000 + b" HTTP/1.1", 414),
        (b"POST /pec HTTP/1.1\r\nContent-Length: -1", 400),
        (b"POST /pec HTTP/1.1\r\nContent-Length: 1e3", 400),
        (b"POST /pec HTTP/1.1\r\nTransfer-Encoding: chunked", 411),
        (b"POST /pec HTTP/1.1\r\nContent-Length: 209715201", 413),
        (b"POST /pec HTTP/1.1\r\nContent-Length: " + b"9" * 5000, 413),
        (b"GET /pec HTTP/1.1\r\n" + b"X: y\r\n" * 200, 431),
        (b"GET /pec HTTP/1.1", 421),
    ],
    ids=short,
)
def test_broken_requests(server: PracticeServer, head: bytes, status: int) -> None:
    answer = raw(server, head + b"\r\n\r\n")
    envelope = json.loads(answer.rpartition(b"\r\n")[2])
    assert envelope["success"] is False
    assert envelope["error"] == status


def test_a_body_that_ends_early_is_not_carried_out(server: PracticeServer) -> None:
    assert raw(server, b"POST /pec HTTP/1.1\r\nContent-Length: 100\r\n\r\n{}") == b""
    assert server.requests == []


def test_a_too_large_body_may_be_sent_and_still_gets_its_answer(server: PracticeServer) -> None:
    head = b"POST /pec HTTP/1.1\r\nContent-Length: 300000000\r\n\r\n"
    answer = raw(server, head, *[b"x" * 1_000_000] * 20)
    assert answer.startswith(b"HTTP/1.1 413 ")


def test_expect_continue(server: PracticeServer) -> None:
    body = json.dumps(registration()).encode()
    head = (
        f"POST /pec HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nExpect: 100-continue\r\n"
        f"Authorization: Bearer {server.token}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=10)) as connection:
        connection.sendall(head.encode())
        assert connection.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(body)
        assert connection.recv(1000).startswith(b"HTTP/1.1 200 OK\r\n")


def test_a_mistake_of_ours_is_an_envelope_and_not_a_traceback(
    server: PracticeServer, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    server._state.mailboxes["0" * 24] = None  # type: ignore[assignment]
    assert is_envelope(client.get(f"/pec/{'1' * 24}"), 500)
    assert "has a mistake in get_mailbox" in caplog.text


# What is written down


def test_every_arrival_is_written_down(server: PracticeServer, client: Client) -> None:
    client.get("/pec?x=1")
    client.call("POST", "/pec", registration())
    client.get("/pec/bad")
    client.get("/nowhere")
    client.send("GET", "/pec", None, {"Authorization": "Bearer wrong"})
    assert [
        (a.sequence, a.operation, a.method, a.path, a.carried_out, a.status)
        for a in server.requests
    ] == [
        (1, "list_mailboxes", "GET", "/pec?x=1", True, 200),
        (2, "register_mailbox", "POST", "/pec", True, 200),
        (3, "get_mailbox", "GET", "/pec/bad", False, 400),
        (4, "", "GET", "/nowhere", False, 404),
        (5, "list_mailboxes", "GET", "/pec", False, 401),
    ]
    assert len({arrival.digest for arrival in server.requests}) == 2


def test_reset_starts_anew(server: PracticeServer, client: Client) -> None:
    before = client.get("/pec").body
    client.call("POST", "/pec", registration())
    server.faults.set(Fault.STATUS_500, times=None)
    server.reset()
    assert client.get("/pec").body == before
    assert server.ledger == []
    assert [arrival.sequence for arrival in server.requests] == [1]


# The control plane


def test_the_control_plane(server: PracticeServer, client: Client) -> None:
    fault = {"fault": "503", "operation": "list_mailboxes", "times": 2}
    assert client.call("POST", "/_practice/faults", fault).status == 200
    (pending,) = client.get("/_practice/faults").data
    assert pending == {**fault, "seconds": 1.0}
    assert client.get("/pec").status == 503
    assert client.send("DELETE", "/_practice/faults").status == 200
    assert client.get("/pec").status == 200
    client.call("POST", "/pec", registration())
    (charge,) = client.get("/_practice/ledger").data
    assert (charge["operation"], charge["amount"], charge["request"]) == (
        *("register_mailbox", 25.0),
        3,
    )
    assert [entry["status"] for entry in client.get("/_practice/requests").data] == [503, 200, 200]
    client.call("POST", "/_practice/pace", {"pace": 0.5})
    client.call("POST", "/_practice/wallet", {"credit": 1.5})
    assert (server.pace, float(server.credit)) == (0.5, 1.5)
    box = client.get("/pec").data[0]
    new = {"id": box["id"], "fields": {"stato": "sospesa", "livello": 3}}
    assert client.call("POST", "/_practice/alter", new).status == 200
    told = client.get(f"/pec/{box['id']}").data
    assert (told["stato"], told["livello"]) == ("sospesa", 3)
    assert told["timestamp"]["ultima_modifica"] > box["timestamp"]["ultima_modifica"]
    client.call("POST", "/_practice/reset")
    assert server.requests == []


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/_practice/faults", {"fault": "meteorite"}, 400),
        ("POST", "/_practice/faults", {}, 400),
        ("POST", "/_practice/pace", {"pace": None}, 400),
        ("POST", "/_practice/wallet", {"credit": "much"}, 400),
        ("POST", "/_practice/wallet", [1], 400),
        ("POST", "/_practice/alter", {"id": "nobody", "fields": {}}, 400),
        ("POST", "/_practice/alter", {"id": "nobody"}, 400),
        ("POST", "/_practice/ledger", {}, 404),
        ("GET", "/_practice", None, 404),
        ("GET", "/_practice/", None, 404),
    ],
)
def test_the_control_plane_refuses(
    client: Client, method: str, path: str, body: object, status: int
) -> None:
    assert is_envelope(client.call(method, path, body), status)


def test_the_control_plane_needs_the_own_token(server: PracticeServer) -> None:
    with Client(server, basic(server)) as account:
        wanted = {"scopes": [f"GET:127.0.0.1:{server.port}/pec"]}
        token = account.call("POST", "/tokens", wanted).data["token"]
        assert account.get("/_practice/ledger").status == 401
    with Client(server, f"Bearer {token}") as other:
        assert other.get("/_practice/ledger").status == 401


# Speed, start, stop


@pytest.mark.alone
def test_200_requests_on_one_connection_are_quick(client: Client) -> None:
    path = f"/pec/{find(client, 'evasa')}"
    started = time.perf_counter()
    for _ in range(200):
        assert client.get(path).status == 200
    assert time.perf_counter() - started < 2


def test_many_at_once(server: PracticeServer) -> None:
    statuses: list[int] = []

    def register(number: int) -> None:
        with Client(server) as client:
            body = registration(f"box{number}", "DOMICILIODIGITALE")
            statuses.append(client.call("POST", "/pec", body).status)

    threads = [threading.Thread(target=register, args=(number,)) for number in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 30
    assert len(server.ledger) == 30
    assert len({arrival.sequence for arrival in server.requests}) == 30


def test_stopping_closes_open_connections_and_threads() -> None:
    before = set(threading.enumerate())
    server = PracticeServer().start()
    clients = [Client(server) for _ in range(5)]
    for client in clients:
        assert client.get("/pec").status == 200
    server.stop()
    server.stop()
    for client in clients:
        with client, pytest.raises((OSError, http.client.HTTPException)):
            client.get("/pec")
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
    assert set(threading.enumerate()) <= before


def test_it_comes_back_where_it_was() -> None:
    server = PracticeServer().start()
    url = server.url
    with Client(server) as client:
        client.call("POST", "/pec", registration())
    server.stop()
    with pytest.raises(ConnectionRefusedError), Client(server) as client:
        client.get("/pec")
    with server, Client(server) as client:
        assert server.url == url
        assert len(client.get("/pec").data) == 21
        server.faults.set(Fault.SLOW, seconds=0.05)
        started = time.perf_counter()
        client.get("/pec")
        assert time.perf_counter() - started >= 0.05


def test_two_cannot_have_one_port(server: PracticeServer) -> None:
    with pytest.raises(OSError, match="in use"):
        PracticeServer(server.port).start()


# The state file


def test_the_office_survives_a_restart_without_its_secrets(tmp_path: Path) -> None:
    file, clock = tmp_path / "state.json", Clock()
    with PracticeServer(state_file=file, clock=clock, pace=60) as server, Client(server) as client:
        identifier = client.call("POST", "/pec", registration()).data["id"]
        papers = documents(paper("form"), paper("identity"))
        client.call("PATCH", f"/pec/{identifier}/attivazione", papers)
        with Client(server, basic(server)) as account:
            wanted = {"scopes": [f"GET:127.0.0.1:{server.port}/pec"], "name": "Office"}
            token = account.call("POST", "/tokens", wanted).data
        rows, ledger = client.get("/pec").data, server.ledger
        secrets = [server.token, server.api_key, token["token"], token["refreshToken"]]
    text = file.read_text()
    assert not [secret for secret in secrets if secret in text]
    assert file.stat().st_mode & 0o777 == 0o600
    with PracticeServer(state_file=file, clock=clock, empty=True) as server:
        assert server.ledger == ledger
        with Client(server, f"Bearer {secrets[0]}") as old:
            assert old.get("/pec").status == 401
        with Client(server, f"Bearer {token['token']}") as client:
            assert client.get("/pec").data == rows
        with Client(server, basic(server)) as account:
            own, listed = account.get("/tokens").data
            listed, own = (own, listed) if own["name"] == "Office" else (listed, own)
            assert (listed["name"], own["token"]) == ("Office", server.token)
            assert account.send("DELETE", f"/tokens/{listed['token']}").status == 200
            assert account.get(f"/tokens/{token['token']}").status == 404
        clock.now += 60
        with Client(server) as client:
            assert client.get(f"/pec/{identifier}").data["stato"] == "evasa"
            again = client.call("POST", "/pec", registration("another")).data
            assert again["id"] not in {row["id"] for row in rows}


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b"null", b'{"version": 99}', b'{"version": 1}', b"\xff\x00"),
        b'{"version": 1, "mailboxes": [{"data": {}}], "communications": [], "wallet": {}}',
    ],
)
def test_a_damaged_state_is_set_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "state.json"
    file.write_bytes(content)
    with PracticeServer(state_file=file) as server, Client(server) as client:
        assert len(client.get("/pec").data) == 20
    (aside,) = tmp_path.glob("state.json.damaged-*")
    assert aside.read_bytes() == content
    assert json.loads(file.read_text())["version"] == 1


def test_a_state_that_cannot_be_written_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "missing/state.json"
    with PracticeServer(state_file=file) as server, Client(server) as client:
        assert client.call("POST", "/pec", registration()).status == 200
        assert "could not be written" in caplog.text
        file.parent.mkdir()
        assert client.get("/pec").status == 200
        assert file.is_file()


# A process of its own


def start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "pec_desktop.practice", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, errors = process.communicate(timeout=20)
    return process.returncode, errors


@dataclass
class Elsewhere:
    """What `Client` needs to know of a server in another process."""

    port: int
    token: str


@pytest.mark.alone
def test_the_pipe_starts_and_ends_it(tmp_path: Path) -> None:
    process = start("--pipe", "--state", str(tmp_path / "s.json"), "--pace", "0")
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"token": "a" * 24, "api_key": "key"}) + "\n")
    process.stdin.flush()
    answer: dict[str, Any] = json.loads(process.stdout.readline())
    assert answer.keys() == {"port", "email"}
    with Client(Elsewhere(answer["port"], "a" * 24)) as client:
        identifier = client.call("POST", "/pec", registration()).data["id"]
        papers = documents(paper("form"), paper("identity"))
        client.call("PATCH", f"/pec/{identifier}/attivazione", papers)
        assert client.get(f"/pec/{identifier}").data["stato"] == "evasa"
        process.stdin.close()
        process.stdin = None
        assert ended(process) == (0, "")
    assert "a" * 24 not in (tmp_path / "s.json").read_text()


@pytest.mark.alone
@pytest.mark.parametrize("line", ["", "\n", "hello\n", "{}\n", "[]\n"])
def test_the_pipe_must_bring_the_secrets(line: str) -> None:
    process = start("--pipe")
    _, errors = process.communicate(line, timeout=20)
    assert process.returncode == 2
    assert "Traceback" not in errors


@pytest.mark.alone
def test_alone_it_tells_where_it_is_and_ends_when_told(server: PracticeServer) -> None:
    process = start("--token", "b" * 24, "--empty")
    assert process.stdout is not None
    port = int(process.stdout.readline().rpartition(":")[2])
    with Client(Elsewhere(port, "b" * 24)) as client:
        assert client.get("/pec").json["error"] == 200
    process.terminate()
    assert ended(process) == (0, "")


@pytest.mark.alone
def test_what_keeps_it_from_starting_is_said(server: PracticeServer, tmp_path: Path) -> None:
    for arguments in (
        ("--port", str(server.port)),
        ("--port", "70000"),
        ("--state", str(tmp_path)),
    ):
        code, errors = ended(start(*arguments))
        assert (code, "Traceback" in errors) == (2, False)
        assert "cannot start" in errors
