"""A small HTTP server on the loopback address, in a thread, for as long as a test needs it."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


class LocalServer:
    """`with LocalServer(handler) as server:` then `server.url`; a handler finds it as `owner`."""

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        self.listener = _Listener(("127.0.0.1", 0), handler)
        self.listener.owner = self
        self.url = f"http://127.0.0.1:{self.listener.server_address[1]}"
        self._thread = threading.Thread(target=self.listener.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.listener.shutdown()
        self._thread.join()
        self.listener.server_close()


class LocalHandler(BaseHTTPRequestHandler):
    """Answers quickly and tells the terminal nothing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Listener

    @property
    def owner(self) -> LocalServer:
        return self.server.owner

    def body(self) -> bytes:
        """Read what was sent with the request."""
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def log_message(self, *arguments: object) -> None:
        """Nothing to the terminal."""


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    owner: LocalServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away are what is being tested."""
