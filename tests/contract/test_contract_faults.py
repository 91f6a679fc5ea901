"""Nineteen operations times every fault: the right kind, and each write seen exactly once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from contract_office import CALLS, TOKEN, Office

from pec_desktop.api.client import PecClient
from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.api.transport import TRIES
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.practice import Fault, PracticeServer

FINE = frozenset({Fault.SLOW, Fault.SLOW_BEFORE})
HANGS = frozenset({Fault.HANG, Fault.HANG_AFTER})
NO_ANSWER = HANGS | {Fault.DROP_BEFORE, Fault.DROP_AFTER, Fault.TRUNCATED}
PLAIN = {
    Fault.STATUS_401: ErrorKind.AUTH,
    Fault.STATUS_402: ErrorKind.WALLET,
    Fault.STATUS_403: ErrorKind.FORBIDDEN,
    Fault.STATUS_429: ErrorKind.THROTTLED,
    Fault.PROXY_407: ErrorKind.UNAVAILABLE,
}
ASKED_AGAIN = NO_ANSWER | {
    Fault.STATUS_408,
    Fault.STATUS_500,
    Fault.STATUS_500_AFTER,
    Fault.HTML_502,
}
"""After these a read is tried again. (503 and 429 come with a pause that is too long here.)"""


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with PracticeServer(token=TOKEN, pace=3600) as server:
        yield server


@pytest.fixture(scope="module")
def office(server: PracticeServer) -> Office:
    """The office as it is after each reset: the same ids every time."""
    with PecClient(server.url, TOKEN) as client:
        return Office(client)


def _expected(name: str, fault: Fault) -> ErrorKind | None:
    once = ENDPOINTS[name].once
    if fault in FINE or (name == "check_domain" and fault is Fault.STATUS_204):
        return None
    if fault in PLAIN:
        return PLAIN[fault]
    if once:
        return ErrorKind.UNKNOWN_OUTCOME
    return ErrorKind.UNAVAILABLE if fault in NO_ANSWER else ErrorKind.UNEXPECTED


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("name", ENDPOINTS)
def test_fault(name: str, fault: Fault, server: PracticeServer, office: Office) -> None:
    row = ENDPOINTS[name]
    server.reset()
    server.credit = Decimal(10_000)
    server.faults.set(fault, name, times=None, seconds=0.02)
    patience = 0.1 if fault in HANGS else 10.0
    error = None
    with PecClient(
        server.url, TOKEN, read_timeout=patience, read_deadline=1.0, backoff=0.001
    ) as client:
        try:
            CALLS[name](client, office)
        except ApiError as raised:
            error = raised
    server.faults.clear()
    assert (error and error.kind) == _expected(name, fault)
    assert error is None or error.operation == name
    assert [arrival.operation for arrival in server.requests] == [name] * len(server.requests)
    again = fault in ASKED_AGAIN and not row.once
    assert len(server.requests) == (TRIES if again else 1)
    assert len(server.ledger) == int(row.effect is Effect.PAID and fault.carried_out)
