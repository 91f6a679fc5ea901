"""The practice server: sockets, connections, start and stop.

Listens on 127.0.0.1 only. HTTP/1.1 with connections kept open, answers in one write and without
Nagle's delay (a local server is fifty times slower otherwise). One daemon thread per connection;
`stop` wakes the listener, closes every connection and waits for their threads.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
import selectors
import socket
import threading
import time
from collections.abc import Callable
from decimal import Decimal
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, Self

from pec_desktop.practice import seed as seeding
from pec_desktop.practice.answers import Answer, Refused
from pec_desktop.practice.control import control
from pec_desktop.practice.faults import Faults
from pec_desktop.practice.state import State
from pec_desktop.practice.vendor import CONTROL, Arrival, Request, Vendor
from pec_desktop.practice.wallet import Charge

MAX_BODY = 200 * 1024 * 1024
"""The largest body in bytes; the vendor documents no limit."""

EMAIL = "studio@practice.example"
"""The practice account's e-mail, which owns every mailbox here."""

_PATIENCE = 2.0  # seconds a stop waits for connections to end


class PracticeServer:
    """The whole vendor on the loopback address; a context manager, or `start` and `stop`.

    `port` 0 takes a free one. `token` and `api_key` are made at random if not given. `seed`
    decides ids and invented data. `pace` is how many seconds a step at the vendor's office takes,
    `clock` gives the present moment in Unix seconds. The office starts seeded with some twenty
    mailboxes, `empty` without any, `mailboxes` makes that many more by rule. With a `state_file`
    the office survives a restart; what the file holds then wins over `seed` and `empty`.
    Everything public may be used from any thread.
    """

    def __init__(
        self,
        port: int = 0,
        token: str | None = None,
        seed: int = 1,
        *,
        api_key: str | None = None,
        email: str = EMAIL,
        state_file: Path | None = None,
        pace: float = 3.0,
        clock: Callable[[], float] = time.time,
        empty: bool = False,
        mailboxes: int = 0,
    ) -> None:
        self.token = token or secrets.token_hex(12)
        self.api_key = api_key or secrets.token_hex(16)
        self.email = email
        self.faults = Faults()
        self._empty, self._mailboxes, self._seed = empty, mailboxes, seed
        self._state = State(seed, email, self.token, clock, state_file)
        self._vendor = Vendor(self._state, self.faults, email, self.api_key, pace)
        if not self._state.load():
            self._fill()
        self._port = port
        self._listener: _Listener | None = None

    def start(self) -> Self:
        """Listen. Returns when connections are accepted; OSError if the port is taken.

        After a `stop` it comes back on the same port and remembers everything.
        """
        self._listener = _Listener(("127.0.0.1", self._port), self)
        self.faults.hold_nothing(stopped=False)
        self._port = self._vendor.port = self._listener.server_address[1]
        self._listener.run()
        return self

    def stop(self) -> None:
        """Close every connection and end; what hangs is let go. May be called twice."""
        listener, self._listener = self._listener, None
        if listener is not None:
            self.faults.hold_nothing(stopped=True)
            listener.end()
        with self._state.lock:
            self._state.save()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_error: object) -> None:
        self.stop()

    @property
    def port(self) -> int:
        """Where it listens, once started."""
        return self._port

    @property
    def url(self) -> str:
        """The origin, without a slash at its end; PEC and OAuth operations share it."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def requests(self) -> list[Arrival]:
        """What arrived, in order, the control plane's requests excepted."""
        with self._state.lock:
            return list(self._vendor.arrivals)

    @property
    def ledger(self) -> list[Charge]:
        """What was charged, in order; the seeded history of the wallet is not part of it."""
        with self._state.lock:
            return list(self._state.wallet.ledger)

    @property
    def credit(self) -> Decimal:
        """The wallet's credit in EUR; setting it pays the difference in (or out)."""
        with self._state.lock:
            return self._state.wallet.credit

    @credit.setter
    def credit(self, amount: Decimal) -> None:
        with self._state.lock:
            wallet = self._state.wallet
            wallet.top_up(Decimal(amount) - wallet.credit, self._state.clock())
            self._state.changed = True
            self._state.save()

    @property
    def pace(self) -> float:
        """Seconds that a step at the vendor's office takes, for what is submitted from now on."""
        return self._vendor.pace

    @pace.setter
    def pace(self, seconds: float) -> None:
        self._vendor.pace = seconds

    def reset(self) -> None:
        """Start anew: seeded office, empty ledger, no requests, no faults, only the own token."""
        self.faults.clear()
        with self._state.lock:
            self._state.clear()
            self._vendor.forget()
            self._fill()

    def alter(self, identifier: str, fields: dict[str, Any]) -> None:
        """Let a mailbox or a communication answer with other (or more) fields from now on.

        For what the vendor may add one day: a state, a type, a field that nobody knows yet. Raises
        `KeyError` for an id that is not there.
        """
        with self._state.lock:
            self._state.alter(identifier, fields)
            self._state.save()

    def reply(self, request: Request) -> Answer | None:
        """Answer one request, of the vendor's or of the control plane's."""
        path = request.target.partition("?")[0]
        if path != CONTROL and not path.startswith(f"{CONTROL}/"):
            return self._vendor.reply(request)
        given = request.headers.get("authorization", "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, f"Bearer {self.token}".encode()):
            return Refused(401, 401, "Unauthorized").answer()
        return control(self, request.method, path, request.body)

    def _fill(self) -> None:
        with self._state.lock:
            seeding.fill(self._state, self._seed, empty=self._empty, more=self._mailboxes)
            self._state.save()


class _Listener(ThreadingMixIn, TCPServer):
    """Accepts connections in a thread of its own and keeps track of them."""

    daemon_threads = True
    # On Windows this option would let another program listen on the same port.
    allow_reuse_address = os.name != "nt"
    request_queue_size = 128
    timeout = 0  # seconds `handle_request` waits for a connection that has vanished again

    def __init__(self, address: tuple[str, int], practice: PracticeServer) -> None:
        super().__init__(address, _Connection)
        self.practice = practice
        self._open: set[socket.socket] = set()
        self._gone = threading.Condition()
        self._wake, self._bell = socket.socketpair()
        self._thread = threading.Thread(target=self._accept, name="practice", daemon=True)

    def run(self) -> None:
        """Start accepting; connections made from now on wait in the queue at worst."""
        self._thread.start()

    def end(self) -> None:
        """Stop accepting, close what is open, wait for its threads."""
        self._bell.send(b"!")
        self._thread.join()
        self.server_close()
        self._wake.close()
        self._bell.close()
        with self._gone:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            self._gone.wait_for(lambda: not self._open, _PATIENCE)

    def _accept(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self, selectors.EVENT_READ)
            selector.register(self._wake, selectors.EVENT_READ)
            while True:
                ready = [key.fileobj for key, _ in selector.select()]
                if self._wake in ready:
                    return
                self.handle_request()

    def process_request(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Note the connection, then serve it in its own thread."""
        assert isinstance(request, socket.socket)
        with self._gone:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Close a connection when its thread is done with it."""
        super().shutdown_request(request)
        with self._gone:
            self._open.discard(request)
            self._gone.notify_all()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that goes away in the middle is the usual case here."""


class _Connection(BaseHTTPRequestHandler):
    """Reads requests from one connection and writes the answers."""

    protocol_version = "HTTP/1.1"
    server_version = "Practice"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = 64 * 1024
    server: _Listener

    def handle_one_request(self) -> None:
        """Serve one request; any method, since refusing one is an answer too."""
        self.close_connection = True
        try:
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline:
                return
            self.requestline, self.command, self.request_version = "", "", "HTTP/1.1"
            if len(self.raw_requestline) > 65536:
                self._send(Refused(414, 414, "URI Too Long").answer())
            elif self.parse_request():
                self._serve()
        except OSError:
            self.close_connection = True  # the client has gone

    def _serve(self) -> None:
        try:
            body = self._read_body()
        except Refused as refusal:
            self.close_connection = True
            self._send(refusal.answer())
            self._drain()
            return
        headers = {name.lower(): value for name, value in reversed(self.headers.items())}
        # The base class folds leading slashes into one; what was sent is what is looked up.
        target = self.requestline.split()[1]
        answer = self.server.practice.reply(Request(self.command, target, headers, body))
        if answer is None:
            self.close_connection = True
        else:
            self._send(answer)

    def _read_body(self) -> bytes:
        if "transfer-encoding" in self.headers:
            raise Refused(411, 411, "Length Required")
        length = self.headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            raise Refused(400, 400, "Bad Content-Length")
        if len(length) > 12 or int(length) > MAX_BODY:
            raise Refused(413, 413, "Payload Too Large")
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            raise ConnectionError("the body ended early")
        return body

    def _send(self, answer: Answer) -> None:
        self.close_connection = self.close_connection or bool(answer.missing)
        self.send_response(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if answer.content_type:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body) + answer.missing))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)
        self.wfile.flush()

    def _drain(self) -> None:
        """Let the client finish sending, for a while: closing at once would cost it the answer."""
        self.connection.shutdown(socket.SHUT_WR)
        self.connection.settimeout(1.0)
        until = time.monotonic() + 10
        while time.monotonic() < until and self.rfile.read1(1 << 20):
            pass

    def send_error(
        self,
        code: int,
        message: str | None = None,
        explain: str | None = None,  # noqa: ARG002 - the base's
    ) -> None:
        """Answer what the base class finds wrong with a request's head, in the envelope."""
        self.close_connection = True
        self._send(Refused(code, code, message or "Bad Request").answer())

    def handle_expect_100(self) -> bool:
        """Tell a client that waits for it to go on; the buffer would keep it to itself."""
        going_on = super().handle_expect_100()
        self.wfile.flush()
        return going_on

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Write nothing: `PracticeServer.requests` is the log."""
