"""A recording proxy: what a client and a server really say to each other over HTTP."""

from __future__ import annotations

import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import urlsplit


class Exchange(NamedTuple):
    """One request and its answer; `path` holds the query too, as it was sent."""

    method: str
    path: str
    content_type: str
    body: bytes
    status: int
    answer_type: str
    answer: bytes


class Recorder:
    """`with Recorder(url) as recorder:`, speak to `recorder.url`, read `recorder.exchanges`."""

    def __init__(self, target: str) -> None:
        self.exchanges: list[Exchange] = []
        self.host = urlsplit(target).netloc
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.recorder = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def take(self) -> list[Exchange]:
        """Return what was recorded since the last time."""
        taken, self.exchanges = self.exchanges, []
        return taken


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    recorder: Recorder


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def log_message(self, *arguments: object) -> None:
        """Nothing to the terminal."""

    def _pass_on(self) -> None:
        recorder = self.server.recorder
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = dict(self.headers.items()) | {"Host": recorder.host, "Connection": "close"}
        connection = HTTPConnection(recorder.host, timeout=10)
        try:
            connection.request(self.command, self.path, body, headers)
            response = connection.getresponse()
            answer = response.read()
        finally:
            connection.close()
        kind = response.headers.get("Content-Type", "")
        asked = self.headers.get("Content-Type", "")
        recorder.exchanges.append(
            Exchange(self.command, self.path, asked, body, response.status, kind, answer)
        )
        self.send_response(response.status)
        if kind:
            self.send_header("Content-Type", kind)
        if response.status != 204:
            self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = do_PATCH = do_DELETE = _pass_on  # noqa: N815 - the base class's names
