"""The fault switches: every fault with every operation, what is done and what is said."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Callable, Iterator

import pytest
from practice_support import OPERATIONS, PAID, Client, Clock, Reply, prepared_path

from pec_desktop.practice import Fault, PracticeServer
from pec_desktop.practice.routes import PEC_OPERATIONS

Check = Callable[[Reply], bool]


def status(number: int, kind: str = "application/json") -> Check:
    return lambda reply: (
        reply.status == number
        and reply.headers.get("Content-Type", "").startswith(kind)
        and len(reply.body) == int(reply.headers.get("Content-Length", "0"))
    )


def is_no_json(reply: Reply) -> bool:
    try:
        json.loads(reply.body)
    except ValueError:
        return reply.status == 200
    return False


def is_empty(reply: Reply) -> bool:
    return reply.body == b"" and reply.headers["Content-Length"] == "0" and reply.status == 200


ANSWERED: dict[Fault, Check] = {
    Fault.SLOW: lambda reply: reply.status == 200,
    Fault.SLOW_BEFORE: lambda reply: reply.status == 200,
    Fault.REDIRECT: lambda reply: reply.status == 307 and "Location" in reply.headers,
    Fault.STATUS_500: status(500),
    Fault.STATUS_500_AFTER: status(500),
    Fault.HTML_502: status(502, "text/html"),
    Fault.STATUS_503: status(503),
    Fault.STATUS_401: status(401),
    Fault.STATUS_402: status(402),
    Fault.STATUS_403: status(403),
    Fault.STATUS_408: status(408),
    Fault.STATUS_429: status(429),
    Fault.PROXY_407: status(407, "text/html"),
    Fault.BAD_JSON: is_no_json,
    Fault.EMPTY: is_empty,
    Fault.DATA_NULL: lambda reply: reply.json["data"] is None and reply.json["success"] is True,
    Fault.SUCCESS_FALSE: lambda reply: reply.status == 200 and reply.json["success"] is False,
    Fault.STATUS_204: status(204, ""),
    Fault.HTML_200: status(200, "text/html"),
}
DROPPED = {Fault.DROP_BEFORE, Fault.DROP_AFTER}
HELD = {Fault.HANG, Fault.HANG_AFTER}


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(clock=Clock()) as running:
        yield running


def test_the_table_of_operations_is_complete() -> None:
    assert OPERATIONS.keys() == set(PEC_OPERATIONS)
    assert ANSWERED.keys() | DROPPED | HELD | {Fault.TRUNCATED} == set(Fault)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_without_a_fault_every_operation_succeeds(server: PracticeServer, operation: str) -> None:
    prepared = OPERATIONS[operation]
    with Client(server) as client:
        path = prepared_path(client, operation)
        assert client.call(prepared.method, path, prepared.body).status == 200
    arrival = server.requests[-1]
    assert (arrival.operation, arrival.carried_out, arrival.status) == (operation, True, 200)
    assert [charge.operation for charge in server.ledger] == [operation] * (operation in PAID)


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_fault(server: PracticeServer, operation: str, fault: Fault) -> None:
    prepared = OPERATIONS[operation]
    with Client(server) as client:
        path = prepared_path(client, operation)
        server.faults.set(fault, operation, seconds=0.001)
        if fault in ANSWERED:
            reply = client.call(prepared.method, path, prepared.body)
            assert ANSWERED[fault](reply), reply
        elif fault is Fault.TRUNCATED:
            with pytest.raises(http.client.IncompleteRead):
                client.call(prepared.method, path, prepared.body)
        else:
            threading.Thread(target=release_when_held, args=(server, fault), daemon=True).start()
            with pytest.raises(http.client.RemoteDisconnected):
                client.call(prepared.method, path, prepared.body)
    arrivals = [arrival for arrival in server.requests if arrival.path == path]
    assert arrivals[-1].operation == operation
    assert arrivals[-1].carried_out is fault.carried_out
    charged = operation in PAID and fault.carried_out
    assert [charge.operation for charge in server.ledger] == [operation] * charged
    assert server.faults.pending() == []


def release_when_held(server: PracticeServer, fault: Fault) -> None:
    if fault in HELD and server.faults.wait_held():
        server.faults.release()


def test_a_switch_counts_and_waits_for_its_operation(server: PracticeServer) -> None:
    server.faults.set(Fault.STATUS_503, "list_mailboxes", times=2)
    with Client(server) as client:
        assert client.get("/comunica_pec").status == 200
        assert [client.get("/pec").status for _ in range(3)] == [503, 503, 200]


def test_switches_take_effect_in_turn_and_can_be_put_back(server: PracticeServer) -> None:
    server.faults.set(Fault.STATUS_503)
    server.faults.set(Fault.STATUS_429)
    server.faults.set("500", times=None)
    with Client(server) as client:
        assert [client.get("/pec").status for _ in range(4)] == [503, 429, 500, 500]
        server.faults.clear()
        assert client.get("/pec").status == 200


def test_a_followed_redirect_would_be_seen(server: PracticeServer) -> None:
    server.faults.set(Fault.REDIRECT, "list_mailboxes")
    with Client(server) as client:
        reply = client.get("/pec")
    assert reply.headers["Location"] == f"{server.url}/pec"
    assert len(server.requests) == 1


def test_a_spoilt_refusal_is_not_carried_out(server: PracticeServer) -> None:
    server.faults.set(Fault.DROP_AFTER)
    with Client(server) as client, pytest.raises(http.client.RemoteDisconnected):
        client.get("/pec/nonsense")
    assert server.requests[-1].carried_out is False


def test_a_slow_request_is_carried_out_though_the_client_has_gone(server: PracticeServer) -> None:
    prepared = OPERATIONS["register_mailbox"]
    server.faults.set(Fault.SLOW_BEFORE, "register_mailbox", seconds=60)
    client = Client(server)
    sender = threading.Thread(target=swallow, args=(client, prepared.path, prepared.body))
    sender.start()
    assert server.faults.wait_held()
    assert server.ledger == []
    client.hang_up()
    sender.join()
    server.faults.release()
    with Client(server) as other:
        while not server.requests[0].carried_out:  # bounded by the test's time limit
            other.get("/pec")
    assert len(server.ledger) == 1


def swallow(client: Client, path: str, body: object) -> None:
    try:
        client.call("POST", path, body)
    except OSError:
        client.close()


def test_hanging_requests_do_not_hinder_stopping() -> None:
    server = PracticeServer().start()
    server.faults.set(Fault.HANG, times=None)
    clients = [Client(server) for _ in range(3)]
    senders = [threading.Thread(target=swallow_get, args=(client,)) for client in clients]
    for sender in senders:
        sender.start()
    assert server.faults.wait_held(3)
    server.stop()
    for sender in senders:
        sender.join(5)
        assert not sender.is_alive()


def swallow_get(client: Client) -> None:
    with client, pytest.raises((OSError, http.client.HTTPException)):
        client.get("/pec")
