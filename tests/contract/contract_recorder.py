"""A recording proxy: what a client and a server really say to each other over HTTP."""

from __future__ import annotations

from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import urlsplit

from local_server import LocalHandler, LocalServer


class Exchange(NamedTuple):
    """One request and its answer; `path` holds the query too, as it was sent."""

    method: str
    path: str
    content_type: str
    body: bytes
    status: int
    answer_type: str
    answer: bytes


class Recorder(LocalServer):
    """`with Recorder(url) as recorder:`, speak to `recorder.url`, read `recorder.exchanges`."""

    def __init__(self, target: str) -> None:
        super().__init__(_Handler)
        self.exchanges: list[Exchange] = []
        self.host = urlsplit(target).netloc

    def take(self) -> list[Exchange]:
        """Return what was recorded since the last time."""
        taken, self.exchanges = self.exchanges, []
        return taken


class _Handler(LocalHandler):
    def _pass_on(self) -> None:
        recorder, body = self.owner, self.body()
        assert isinstance(recorder, Recorder)
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
