"""The one choke point: every request to the vendor leaves here.

Whatever writes or costs is sent exactly once, over a fresh connection. Reads are repeated a little.
The log tells operation, status, duration and attempt, never a header, a body or an address.
"""

from __future__ import annotations

import logging
import random
import threading
import time
import weakref
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypedDict

from msgspec import Struct

from pec_desktop.errors import ApiError, ErrorKind

if TYPE_CHECKING:
    import requests

    from pec_desktop.api.body import Body
    from pec_desktop.api.endpoints import Endpoint

log = logging.getLogger(__name__)

TRIES = 3
"""How often a read is tried."""

AGAIN = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses after which a read is worth another try."""

UPLOAD_RATE = 256 * 1024
"""Bytes a second. A body of n bytes adds n / UPLOAD_RATE seconds to the read time-out: what still
stands in the system's send buffer has to get through, and the server has to look at it all."""

LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes; an answer that goes on beyond this is given up."""


class Reply(Struct, frozen=True):
    """What came back: status, content type without parameters, the whole body, ``Retry-After``."""

    status: int
    content_type: str
    body: bytes
    retry_after: str = ""


class Timeouts(TypedDict, total=False):
    """The keywords of `Transport`, all in seconds, as both clients pass them on."""

    connect_timeout: float
    read_timeout: float
    read_deadline: float
    backoff: float


class _TooLarge(Exception):
    """The answer is longer than `LARGEST_ANSWER`."""


class Transport:
    """Sends requests to one origin. Thread-safe: each thread has its own session.

    Time-outs are seconds: `connect_timeout` until the connection stands (also for each slice of an
    upload), `read_timeout` until the answer begins, between its parts, and until it is complete.
    Reads have `read_deadline` seconds in all until an answer begins, repetitions and the pauses
    before them included (`backoff` seconds, then twice that, each give or take a half).
    """

    def __init__(
        self,
        base_url: str,
        *,
        connect_timeout: float = 10.0,
        read_timeout: float = 60.0,
        read_deadline: float = 10.0,
        backoff: float = 0.3,
    ) -> None:
        self.base_url = base_url.strip().rstrip("/")
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._read_deadline = read_deadline
        self._backoff = backoff
        self._own = threading.local()
        self._sessions: weakref.WeakSet[requests.Session] = weakref.WeakSet()
        self._lock = threading.Lock()

    def send(
        self,
        endpoint: Endpoint,
        path: str,
        *,
        authorization: str,
        query: Mapping[str, str | int] | None = None,
        body: Body | None = None,
    ) -> Reply:
        """Make the request and return the server's answer, whatever its status.

        Raises `ApiError`: *unavailable* if nothing was sent, or a read stayed without an answer;
        *unknown_outcome* if a call that writes or costs was sent and its answer did not arrive;
        *auth* for a secret that no header can hold and *invalid* for an address that must not be
        used, both before anything is sent. Blocks; any worker thread.
        """
        stop = time.monotonic() + self._read_deadline
        attempt = 0
        while True:
            attempt += 1
            limit = None if endpoint.once else max(0.01, stop - time.monotonic())
            try:
                reply = self._try(endpoint, path, authorization, query, body, attempt, limit)
            except ApiError as error:
                pause = self._pause(attempt, "")
                if error.kind is not ErrorKind.UNAVAILABLE or self._over(
                    endpoint, attempt, pause, stop
                ):
                    raise
            else:
                pause = self._pause(attempt, reply.retry_after)
                if reply.status not in AGAIN or self._over(endpoint, attempt, pause, stop):
                    return reply
            time.sleep(pause)

    def close(self) -> None:
        """Close the idle connections of all threads; any thread. Running requests go on."""
        with self._lock:
            for session in self._sessions:
                session.close()

    def _over(self, endpoint: Endpoint, attempt: int, pause: float, stop: float) -> bool:
        return endpoint.once or attempt == TRIES or time.monotonic() + pause >= stop

    def _pause(self, attempt: int, retry_after: str) -> float:
        if retry_after.isascii() and retry_after.isdecimal():
            return float(retry_after)
        jitter = random.uniform(0.5, 1.5)  # noqa: S311 - nothing secret: spreads the retries
        return float(self._backoff * 2 ** (attempt - 1) * jitter)

    def _try(
        self,
        endpoint: Endpoint,
        path: str,
        authorization: str,
        query: Mapping[str, str | int] | None,
        body: Body | None,
        attempt: int,
        limit: float | None,
    ) -> Reply:
        """Send the request once. `limit` shortens the time-outs (seconds)."""
        from pec_desktop.api.wire import Authorization, sending

        if not (authorization.isascii() and authorization.isprintable()):
            raise ApiError(ErrorKind.AUTH, operation=endpoint.name)
        started = time.monotonic()
        sending.begun = False
        try:
            session = self._session(endpoint)
            if endpoint.once:
                # A kept connection may just be dying, which would leave the outcome unknown for
                # nothing. A fresh one fails before anything is sent, or it works.
                session.close()
            with session.request(
                endpoint.method,
                self.base_url + path,
                params=query,
                data=body,
                headers=None if body is None else {"Content-Type": "application/json"},
                auth=Authorization(authorization),
                timeout=self._timeouts(body, limit),
                allow_redirects=False,
                stream=True,
            ) as response:
                reply = Reply(
                    response.status_code,
                    response.headers.get("Content-Type", "").split(";")[0].strip().lower(),
                    self._read(response),
                    response.headers.get("Retry-After", ""),
                )
        except (ApiError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - nothing but ApiError leaves the client
            cause = _innermost(error)
            _note(endpoint, cause, started, attempt)
            # Without the cause: it may quote the header, and it names the address.
            raise _no_answer(endpoint, error, cause, sent=sending.begun) from None
        _note(endpoint, str(reply.status), started, attempt)
        return reply

    def _timeouts(self, body: Body | None, limit: float | None) -> tuple[float, float]:
        connect = self._connect_timeout
        read = self._read_timeout + (0 if body is None else len(body) / UPLOAD_RATE)
        return (connect, read) if limit is None else (min(connect, limit), min(read, limit))

    def _read(self, response: requests.Response) -> bytes:
        stop = time.monotonic() + self._read_timeout
        parts, size = [], 0
        while part := response.raw.read1(64 * 1024, decode_content=True):
            size += len(part)
            if size > LARGEST_ANSWER:
                raise _TooLarge
            if time.monotonic() > stop:
                raise TimeoutError
            parts.append(part)
        return b"".join(parts)

    def _session(self, endpoint: Endpoint) -> requests.Session:
        session: requests.Session | None = getattr(self._own, "session", None)
        if session is None:
            from pec_desktop.api.wire import is_loopback, open_session

            try:
                # Nobody's proxy can reach this machine's own loopback address.
                session = open_session(proxies=not is_loopback(self.base_url))
            except ValueError:
                raise ApiError(
                    ErrorKind.INVALID, operation=endpoint.name, field="base_url"
                ) from None
            self._own.session = session
            with self._lock:
                self._sessions.add(session)
        return session


def _no_answer(endpoint: Endpoint, error: Exception, cause: str, *, sent: bool) -> ApiError:
    """Say what is known when no answer, or no whole one, has come."""
    kind = ErrorKind.UNAVAILABLE
    if endpoint.once and sent:
        kind = ErrorKind.UNKNOWN_OUTCOME
    elif isinstance(error, _TooLarge):
        kind = ErrorKind.UNEXPECTED
    return ApiError(kind, operation=endpoint.name, message=cause)


def _innermost(error: BaseException) -> str:
    """Name the error at the bottom of the chain: "ConnectionRefusedError" says more than ours."""
    while (below := error.__cause__ or error.__context__) is not None:
        error = below
    return type(error).__name__


def _note(endpoint: Endpoint, outcome: str, started: float, attempt: int) -> None:
    milliseconds = (time.monotonic() - started) * 1000
    log.info("%s: %s in %.0f ms, try %d", endpoint.name, outcome, milliseconds, attempt)
