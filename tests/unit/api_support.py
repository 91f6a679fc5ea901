"""A scripted HTTP server on the loopback address, down to dropped connections."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple, Self

MAILBOX = {"id": "6040e4613a716838dc4eee0e", "casella_pec": "studio@testcert.legalmail.it"}
COMMUNICATION = {"id": "60ad149c3a7168084f1d2b68", "casella_pec": "ditta@testcert.legalmail.it"}

FAST = {"connect_timeout": 1.0, "read_timeout": 0.3, "read_deadline": 2.0, "backoff": 0.001}
"""Keywords for a client that loses patience quickly."""


class Request(NamedTuple):
    """What arrived; `port` is the client's, so one per connection."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    port: int


Answer = Callable[["Handler"], None]


def reply(
    status: int,
    body: bytes | str = b"",
    content_type: str = "application/json",
    *,
    length: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Answer with a status and a body; a wrong `length` makes it a truncated one."""
    content = body.encode() if isinstance(body, str) else body

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", content_type)
        if status != 204:
            handler.send_header("Content-Length", str(len(content) if length is None else length))
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)
        if length is not None:
            handler.close_connection = True

    return answer


def data(value: object) -> Answer:
    """Answer with a good envelope."""
    return reply(200, json.dumps({"data": value, "success": True, "message": "", "error": None}))


def error(status: int, message: str, number: int | None) -> Answer:
    """Answer with a documented kind of error."""
    envelope = {"success": False, "message": message, "error": number, "data": None}
    return reply(status, json.dumps(envelope))


def drop(handler: Handler) -> None:
    """Close the connection without a word."""
    handler.close_connection = True


def reset(handler: Handler) -> None:
    """Reset the connection."""
    linger = (1).to_bytes(4, "little") + (0).to_bytes(4, "little")
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    handler.close_connection = True


def hang(handler: Handler) -> None:
    """Say nothing until the test is over."""
    handler.stub.over.wait(30)
    handler.close_connection = True


class Handler(BaseHTTPRequestHandler):
    """Records the request and plays the next answer; the last one is repeated."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    @property
    def stub(self) -> Stub:
        return self.server.stub

    def log_message(self, *arguments: object) -> None:
        """Nothing to the terminal."""

    def _serve(self) -> None:
        stub = self.stub
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with stub.lock:
            stub.requests.append(
                Request(self.command, self.path, dict(self.headers), body, self.client_address[1])
            )
            number = min(len(stub.requests), len(stub.answers)) - 1
        stub.answers[number](self)

    do_GET = do_POST = do_PATCH = do_DELETE = do_CONNECT = _serve  # noqa: N815 - the base class's names


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    stub: Stub

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away are what is being tested."""


class Stub:
    """`with Stub(answer, …) as stub:` then `stub.url`, and afterwards `stub.requests`."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = answers
        self.requests: list[Request] = []
        self.lock = threading.Lock()
        self.over = threading.Event()
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.stub = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def wrap(self, context: ssl.SSLContext) -> None:
        """Speak TLS from the next connection on."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = self.url.replace("http:", "https:")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
