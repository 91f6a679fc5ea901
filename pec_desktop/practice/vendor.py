"""The vendor's front desk: a request comes in, an answer (or silence) goes out; no sockets.

The order: is it for this host, which operation is it, write the arrival down, does anything go
wrong on purpose, who is it, what may they do, do it, write the state down.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from pec_desktop.practice import faults, routes
from pec_desktop.practice.answers import Answer, Refused
from pec_desktop.practice.calls import Call
from pec_desktop.practice.faults import Fault, Faults
from pec_desktop.practice.routes import Access, Route
from pec_desktop.practice.state import State
from pec_desktop.practice.tokens import Token

log = logging.getLogger(__name__)

CONTROL = "/_practice"
"""Paths below this are the test's hand, not the vendor's (see `control`)."""


@dataclass
class Arrival:
    """One request as it came in.

    `operation` is the client method's name, empty for a path nobody serves; `digest` the SHA-256
    of the body; `carried_out` becomes true when the operation has been done, whatever the client
    is told; `status` is the status that was sent, None if nothing was.
    """

    sequence: int
    operation: str
    method: str
    path: str
    digest: str
    carried_out: bool = False
    status: int | None = None


@dataclass(frozen=True)
class Request:
    """What came over the wire: method, path with query, headers by lower-case name, body."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


class Vendor:
    """Answers requests from the state, in any thread."""

    def __init__(self, state: State, faults: Faults, email: str, api_key: str, pace: float) -> None:
        self.state = state
        self.faults = faults
        self.arrivals: deque[Arrival] = deque(maxlen=100_000)
        self.pace = pace
        self.port = 0
        self._sequence = 0
        self._basic = f"{email}:{api_key}".encode()

    def forget(self) -> None:
        """Forget which requests came."""
        self.arrivals.clear()
        self._sequence = 0

    def reply(self, request: Request) -> Answer | None:
        """Return the answer, or None when the connection is to be closed without one."""
        path, _, query = request.target.partition("?")
        try:
            self._check_host(request)
            route, parameter = routes.find(request.method, path)
        except Refused as refusal:
            self._arrived(request, "").status = refusal.status
            return refusal.answer()
        arrival = self._arrived(request, route.operation)
        switch = self.faults.take(route.operation)
        fault = switch.fault if switch else None
        if fault is Fault.SLOW_BEFORE and switch:
            self.faults.hold(switch.seconds)
        if fault is not None and not fault.carried_out:
            answer = self._not_carried_out(fault, request)
        else:
            answer = self._carry_out(route, parameter, query, request, arrival)
            if fault is not None and switch:
                answer = self._spoilt(fault, answer, switch.seconds)
        arrival.status = answer.status if answer else None
        return answer

    def _not_carried_out(self, fault: Fault, request: Request) -> Answer | None:
        if fault is Fault.HANG:
            self.faults.hold(None)
        if fault in (Fault.HANG, Fault.DROP_BEFORE):
            return None
        return faults.instead(fault, f"http://{request.headers['host']}{request.target}")

    def _spoilt(self, fault: Fault, answer: Answer, seconds: float) -> Answer | None:
        if fault is Fault.SLOW:
            self.faults.hold(seconds)
        if fault is Fault.HANG_AFTER:
            self.faults.hold(None)
        if fault in (Fault.HANG_AFTER, Fault.DROP_AFTER):
            return None
        return faults.spoil(fault, answer)

    def _arrived(self, request: Request, operation: str) -> Arrival:
        digest = hashlib.sha256(request.body).hexdigest()
        with self.state.lock:
            self._sequence += 1
            arrival = Arrival(self._sequence, operation, request.method, request.target, digest)
            self.arrivals.append(arrival)
        return arrival

    def _carry_out(
        self, route: Route, parameter: str, query: str, request: Request, arrival: Arrival
    ) -> Answer:
        try:
            body = _body(request) if route.method in ("POST", "PATCH") else {}
            with self.state.lock:
                self.state.settle()
                call = Call(
                    state=self.state,
                    operation=route.operation,
                    parameter=parameter,
                    query=dict(parse_qsl(query, keep_blank_values=True)),
                    body=body,
                    host=request.headers["host"],
                    sequence=arrival.sequence,
                    pace=self.pace,
                    token=self._admit(route, request),
                )
                answer = _counted(route, call)
                arrival.carried_out = True
        except Refused as refusal:
            answer = refusal.answer()
        except Exception:
            log.exception("The practice server has a mistake in %s", route.operation)
            answer = Refused(500, 500, "Internal Server Error").answer()
        with self.state.lock:
            self.state.save()
        return answer

    def _check_host(self, request: Request) -> None:
        """Refuse a name that is not ours: a web page may point its own name at this address."""
        if request.headers.get("host") not in (f"127.0.0.1:{self.port}", f"localhost:{self.port}"):
            raise Refused(421, 421, "Misdirected Request")

    def _admit(self, route: Route, request: Request) -> Token | None:
        """Return the access token (or the one to be refreshed), or refuse with 401 or 403."""
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        bearer = secret.strip() if scheme.lower() == "bearer" else ""
        if route.access is Access.BEARER:
            return self._admit_bearer(route, bearer, request.headers["host"])
        if bearer and route.access is Access.BASIC_OR_REFRESH:
            return self.state.tokens.refreshed_by(bearer) or _unauthorized(130, "Bearer")
        if scheme.lower() != "basic" or not hmac.compare_digest(_decoded(secret), self._basic):
            _unauthorized(140, 'Basic realm="practice"')
        return None

    def _admit_bearer(self, route: Route, text: str, host: str) -> Token:
        token = self.state.tokens.bearer(text, self.state.clock())
        if token is None:
            _unauthorized(130, "Bearer")
        if not token.may(route.method, route.segments[0]):
            scope = f"{route.method}:{host}/{route.segments[0]}"
            raise Refused(403, 403, f"Forbidden: the token lacks the scope {scope}")
        return token


def _counted(route: Route, call: Call) -> Answer:
    """Run the operation and count it in the token's statistics."""
    stats = call.token.stats if call.token and route.access is Access.BEARER else {}
    if stats:
        stats["totalRequests"] += 1
        stats["ip"] = ["127.0.0.1"]
    try:
        return route.run(call)
    except Refused:
        if stats:
            stats["errorRequests"] += 1
        raise


def _unauthorized(number: int, challenge: str) -> NoReturn:
    raise Refused(401, number, "Unauthorized", WWW_Authenticate=challenge)


def _decoded(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.strip(), validate=True)
    except ValueError:
        return b""


def _body(request: Request) -> dict[str, Any]:
    """Return the JSON object of the body, an empty one if there is no body."""
    if not request.body.strip():
        return {}
    try:
        body = json.loads(request.body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise Refused(400, 400, "Malformed JSON") from error
    if not isinstance(body, dict):
        raise Refused(400, 400, "Malformed JSON: an object is expected")
    return body


def _refuse_constant(name: str) -> NoReturn:
    """NaN and Infinity are no JSON, though Python reads them."""
    raise ValueError(name)
