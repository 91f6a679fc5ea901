"""A scripted HTTP server on the loopback address, down to dropped connections."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from typing import NamedTuple

from local_server import LocalHandler, LocalServer

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


class Handler(LocalHandler):
    """Records the request and plays the next answer; the last one is repeated."""

    @property
    def stub(self) -> Stub:
        assert isinstance(self.owner, Stub)
        return self.owner

    def _serve(self) -> None:
        stub = self.stub
        body = self.body()
        with stub.lock:
            stub.requests.append(
                Request(self.command, self.path, dict(self.headers), body, self.client_address[1])
            )
            number = min(len(stub.requests), len(stub.answers)) - 1
        stub.answers[number](self)

    do_GET = do_POST = do_PATCH = do_DELETE = do_CONNECT = _serve  # noqa: N815 - the base class's names


class Stub(LocalServer):
    """`with Stub(answer, …) as stub:` then `stub.url`, and afterwards `stub.requests`."""

    def __init__(self, *answers: Answer) -> None:
        super().__init__(Handler)
        self.answers = answers
        self.requests: list[Request] = []
        self.lock = threading.Lock()
        self.over = threading.Event()

    def wrap(self, context: ssl.SSLContext) -> None:
        """Speak TLS from the next connection on."""
        self.listener.socket = context.wrap_socket(self.listener.socket, server_side=True)
        self.url = self.url.replace("http:", "https:")

    def __exit__(self, *error: object) -> None:
        self.over.set()
        super().__exit__(*error)
