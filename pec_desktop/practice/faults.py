"""The fault switches: what goes wrong on purpose, with which operation, and how often.

Each fault says whether the operation is carried out (and charged) nevertheless: that is what a
client cannot know and has to find out.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum

from pec_desktop.practice.answers import HTML, JSON, Answer, Refused, no_content, success


class Fault(StrEnum):
    """What can go wrong. `carried_out` tells what became of the operation."""

    SLOW = "slow"
    """Carried out at once, answered after some seconds."""
    SLOW_BEFORE = "slow_before"
    """Carried out only after some seconds, even if the client has gone, then answered."""
    HANG = "hang"
    """Not carried out; silence until released, then the connection is closed."""
    HANG_AFTER = "hang_after"
    """Carried out; silence until released, then the connection is closed."""
    DROP_BEFORE = "drop_before"
    """Not carried out; the connection is closed."""
    DROP_AFTER = "drop_after"
    """Carried out; the connection is closed without an answer."""
    REDIRECT = "redirect"
    """Not carried out; 307 to the same address, so that whoever follows it sends twice."""
    STATUS_500 = "500"
    """Not carried out; a server error in the JSON envelope."""
    STATUS_500_AFTER = "500_after"
    """Carried out, then a server error."""
    HTML_502 = "502_html"
    """Not carried out; a gateway's page."""
    STATUS_503 = "503"
    """Not carried out; with Retry-After."""
    STATUS_401 = "401"
    """Not carried out."""
    STATUS_402 = "402"
    """Not carried out."""
    STATUS_403 = "403"
    """Not carried out."""
    STATUS_408 = "408"
    """Not carried out."""
    STATUS_429 = "429"
    """Not carried out; with Retry-After."""
    PROXY_407 = "proxy_407"
    """Not carried out; a proxy between client and vendor wants a password."""
    BAD_JSON = "bad_json"
    """Carried out; half of the JSON, announced as if it were all (for a PDF, a scrap of JSON)."""
    TRUNCATED = "truncated"
    """Carried out; half of the answer, then the connection is closed before the announced end."""
    EMPTY = "empty"
    """Carried out; status and type without a body."""
    DATA_NULL = "data_null"
    """Carried out; 200 with `data: null`."""
    SUCCESS_FALSE = "success_false"
    """Carried out; 200 with `success: false` and no number."""
    STATUS_204 = "204"
    """Carried out; No Content."""
    HTML_200 = "html_200"
    """Carried out; status 200 with somebody's page instead of the answer."""

    @property
    def carried_out(self) -> bool:
        """Whether the operation is done (if it is allowed at all) although it looks otherwise."""
        return self not in _NOT_CARRIED_OUT


_REFUSALS = {
    Fault.STATUS_500: Refused(500, 500, "Internal Server Error"),
    Fault.STATUS_503: Refused(503, 503, "Service Unavailable", Retry_After="1"),
    Fault.STATUS_401: Refused(401, 401, "Unauthorized", WWW_Authenticate="Bearer"),
    Fault.STATUS_402: Refused(402, 262, "Insufficient Credit in Wallet: 0.00"),
    Fault.STATUS_403: Refused(403, 403, "Forbidden"),
    Fault.STATUS_408: Refused(408, 408, "Request Timeout"),
    Fault.STATUS_429: Refused(429, 429, "Too Many Requests", Retry_After="1"),
}

_PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>\n"

_NOT_CARRIED_OUT = frozenset(
    {
        Fault.HANG,
        Fault.DROP_BEFORE,
        Fault.REDIRECT,
        Fault.HTML_502,
        Fault.PROXY_407,
        *_REFUSALS,
    }
)


def instead(fault: Fault, address: str) -> Answer:
    """Return what is answered in place of carrying the operation out."""
    match fault:
        case Fault.REDIRECT:
            return Answer(307, b"", HTML, (("Location", address),))
        case Fault.HTML_502:
            return Answer(502, _PAGE.format("502 Bad Gateway").encode(), HTML)
        case Fault.PROXY_407:
            page = _PAGE.format("407 Proxy Authentication Required").encode()
            return Answer(407, page, HTML, (("Proxy-Authenticate", 'Basic realm="proxy"'),))
        case _:
            return _REFUSALS[fault].answer()


def spoil(fault: Fault, answer: Answer) -> Answer:
    """Return what becomes of the answer of an operation that was carried out."""
    if answer.status == 204:
        answer = success([])  # what has no body cannot be cut
    half = answer.body[: len(answer.body) // 2]
    match fault:
        case Fault.STATUS_500_AFTER:
            return _REFUSALS[Fault.STATUS_500].answer()
        case Fault.BAD_JSON:
            return replace(answer, body=half if answer.content_type == JSON else b'{"data": {')
        case Fault.TRUNCATED:
            return replace(answer, body=half, missing=len(answer.body) - len(half) + 1)
        case Fault.EMPTY:
            return replace(answer, body=b"")
        case Fault.DATA_NULL:
            return success(None)
        case Fault.SUCCESS_FALSE:
            return Answer(200, b'{"data": null, "success": false, "message": "", "error": null}')
        case Fault.STATUS_204:
            return no_content()
        case Fault.HTML_200:
            return Answer(200, _PAGE.format("Benvenuti nella rete ospiti").encode(), HTML)
        case _:
            return answer


@dataclass
class Switch:
    """One thing that is to go wrong; `operation` None means any, `times` None means always."""

    fault: Fault
    operation: str | None
    times: int | None
    seconds: float


class Faults:
    """The switchboard. May be used from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._switches: list[Switch] = []
        self._held = 0
        self._releases = 0
        self._stopped = False

    def set(
        self,
        fault: Fault | str,
        operation: str | None = None,
        *,
        times: int | None = 1,
        seconds: float = 1.0,
    ) -> None:
        """Let the next `times` requests for `operation` go wrong (all requests if None).

        `operation` is a client method's name, None any; `seconds` is for the slow ones. Several
        switches for one operation take effect one after the other.
        """
        switch = Switch(Fault(fault), operation, times, seconds)
        with self._changed:
            self._switches.append(switch)

    def clear(self) -> None:
        """Put all switches back and release what hangs."""
        with self._changed:
            self._switches.clear()
        self.release()

    def release(self) -> None:
        """Let every request that is held go on."""
        with self._changed:
            self._releases += 1
            self._changed.notify_all()

    def wait_held(self, requests: int = 1, timeout: float = 10.0) -> bool:
        """Wait until so many requests are being held (hanging or slow); False if none came."""
        with self._changed:
            return self._changed.wait_for(lambda: self._held >= requests, timeout)

    def pending(self) -> list[Switch]:
        """Return the switches that have not taken effect yet."""
        with self._changed:
            return [replace(switch) for switch in self._switches]

    def take(self, operation: str) -> Switch | None:
        """Return what goes wrong with a request that has just arrived. Used by the server."""
        with self._changed:
            for switch in self._switches:
                if switch.operation in (None, operation):
                    if switch.times is not None:
                        switch.times -= 1
                        if switch.times <= 0:
                            self._switches.remove(switch)
                    return switch
        return None

    def hold(self, seconds: float | None) -> None:
        """Hold a request for some seconds, or until it is released (None). Used by the server."""
        with self._held_one() as mark:
            self._changed.wait_for(lambda: self._stopped or self._releases > mark, seconds)

    def hold_nothing(self, stopped: bool) -> None:
        """Release what hangs and hold nothing while the server is stopped. Used by the server."""
        with self._changed:
            self._stopped = stopped
            self._changed.notify_all()

    @contextmanager
    def _held_one(self) -> Iterator[int]:
        with self._changed:
            self._held += 1
            self._changed.notify_all()
            try:
                yield self._releases
            finally:
                self._held -= 1
