"""The one place that sends: what counts as what, and what survives a kill."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from office_support import Bench, bench, connection_to

from pec_desktop.domain.evidence import digest
from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.practice import Fault, PracticeServer
from pec_desktop.services import registration, wallet
from pec_desktop.services.operations import OUTCOMES, perform
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.work import Work

SENDER = """
import sys
from pathlib import Path
from office_support import STUDIO
from pec_desktop.credentials.vault import MemoryVault
from pec_desktop.domain.account import Account, Environment
from pec_desktop.services import drafts, registration
from pec_desktop.services.office import Connection, Office
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore
from pec_desktop.work import Work

folder, url, token = Path(sys.argv[1]), sys.argv[2], sys.stdin.readline().strip()
database = Database(folder / "archive.sqlite", any_place=True)
account = Account(id="practice", name="", environment=Environment.PRACTICE)
office = Office(account, database, FileStore(folder / "files", database), MemoryVault(),
                Connection(base_url=url, token=token))
draft = drafts.save(office, drafts.new_registration(office, STUDIO))
registration.register(office, draft.id, Work())
"""


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as opened:
        yield opened


def failing(error: BaseException) -> int:
    raise error


def send(at: Bench, error: BaseException | None = None, *, override: bool = False) -> int:
    return perform(
        at.office,
        "renew_mailbox",
        "f" * 24,
        label="a@b.it",
        payload={"anni": 1},
        asked={"anni": 1, "lapsed": False},
        before={"data_scadenza": "01/12/2026"},
        since=at.office.attempts.revision("f" * 24),
        send=lambda: 7 if error is None else failing(error),
        amount="11.00",
        reference="paper",
        override=override,
    )


def last(at: Bench) -> Attempt:
    return at.office.attempts.all()[0]


@pytest.mark.parametrize("kind", ErrorKind)
def test_an_error_says_whether_the_outcome_is_known(at: Bench, kind: ErrorKind) -> None:
    error = ApiError(
        kind, operation="renew_mailbox", status=418, code=9, field="anni", message="no"
    )
    with pytest.raises(ApiError) as raised:
        send(at, error)
    assert raised.value is error
    attempt = last(at)
    certain = {
        **dict.fromkeys(
            ("auth", "forbidden", "wallet", "invalid", "conflict", "not_found"), Outcome.REFUSED
        ),
        "unavailable": Outcome.NOT_DONE,
    }
    assert attempt.outcome is certain.get(kind, Outcome.UNKNOWN)
    assert (attempt.status, attempt.code, attempt.field, attempt.message) == (418, 9, "anni", "no")
    assert attempt.reference == "paper"


def test_only_what_is_certain_is_in_the_table() -> None:
    assert Outcome.UNKNOWN not in OUTCOMES.values()
    assert ErrorKind.UNKNOWN_OUTCOME not in OUTCOMES
    assert ErrorKind.THROTTLED not in OUTCOMES
    assert ErrorKind.UNEXPECTED not in OUTCOMES


@pytest.mark.parametrize("error", [ValueError("?"), MemoryError(), KeyboardInterrupt()])
def test_any_other_error_leaves_the_outcome_unknown(at: Bench, error: BaseException) -> None:
    with pytest.raises(type(error)):
        send(at, error)
    assert last(at).outcome is Outcome.UNKNOWN
    with pytest.raises(Refusal, match=r"attempt\.unknown"):
        send(at)
    assert send(at, override=True) == 7
    assert last(at).outcome is Outcome.CONFIRMED
    with pytest.raises(Refusal, match=r"attempt\.unknown"):
        send(at)


def test_a_success_is_written_down_with_what_was_known_before(at: Bench) -> None:
    assert send(at) == 7
    attempt = last(at)
    assert (attempt.outcome, attempt.amount, attempt.reference, attempt.asked) == (
        Outcome.CONFIRMED,
        "11.00",
        "paper",
        {"anni": 1, "lapsed": False},
    )
    assert attempt.before == {
        "data_scadenza": "01/12/2026",
        "wallet": wallet.newest(at.office),  # the witness of a payment
    }
    assert attempt.payload_digest == digest({"anni": 1})
    assert send(at) == 7  # what has ended stands in nobody's way


def test_the_digest_does_not_depend_on_the_order_of_the_fields() -> None:
    assert digest({"a": "è", "b": [1, 2]}) == digest({"b": [1, 2], "a": "è"})
    assert digest({"b": [1, 2]}) != digest({"b": [2, 1]})
    assert len(digest(None)) == 64


@pytest.mark.alone
@pytest.mark.parametrize(
    ("fault", "charges"), [(Fault.HANG, 0), (Fault.HANG_AFTER, 1)], ids=["before", "after"]
)
def test_a_killed_program_knows_that_it_does_not_know(
    tmp_path: Path, fault: Fault, charges: int
) -> None:
    with bench(tmp_path) as at:
        at.server.faults.set(fault, "register_mailbox")
        child = _start(tmp_path, at.server)
        assert at.server.faults.wait_held(timeout=30)
        child.kill()
        child.communicate()
        at.server.faults.release()

        attempt = last(at)
        assert (attempt.operation, attempt.outcome) == ("register_mailbox", Outcome.PENDING)
        assert at.office.attempts.interrupt_pending() == 1
        (draft,) = at.office.drafts.all()
        at.office.connection = connection_to(at.server)
        with pytest.raises(Refusal, match=r"attempt\.unknown"):
            registration.register(at.office, draft.id, Work())
        assert at.seen("register_mailbox") == 1
        assert len(at.server.ledger) == charges


def _start(folder: Path, server: PracticeServer) -> subprocess.Popen[bytes]:
    """Run the program's own registration in another process; the token goes through a pipe."""
    path = os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])
    child = subprocess.Popen(
        [sys.executable, "-c", SENDER, str(folder), server.url],
        stdin=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert child.stdin is not None
    child.stdin.write(f"{server.token}\n".encode())
    child.stdin.flush()
    return child
