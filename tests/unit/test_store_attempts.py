"""The journal: on the disk before anything is sent, written once, never shortened."""

from __future__ import annotations

import sqlite3
import sys
import threading
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store_support import ACCOUNT, OTHER, Clock, archive, running, said

from pec_desktop.domain.evidence import Evidence, Expenses, Verdict
from pec_desktop.errors import Refusal
from pec_desktop.store import journal_gap
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.attempts import Attempt, AttemptStore, Outcome
from pec_desktop.store.database import Database
from pec_desktop.store.journal_gap import JournalGap

FINAL = (Outcome.CONFIRMED, Outcome.REFUSED, Outcome.NOT_DONE)
texts = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> AttemptStore:
    return AttemptStore(archive(tmp_path, clock=clock), ACCOUNT.id)


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> AttemptStore:
    return AttemptStore(archive(tmp_path_factory.mktemp("journal")), ACCOUNT.id)


def begin(store: AttemptStore, operation: str = "renew_mailbox", target: str = "box") -> int:
    return store.begin(operation, target, "a@b.it", "digest", {"data_scadenza": "x"}, "11.00")


def test_an_attempt_from_beginning_to_end(store: AttemptStore, clock: Clock) -> None:
    number = begin(store)
    clock.now += 3
    pending = Attempt(
        id=number,
        account_id=ACCOUNT.id,
        operation="renew_mailbox",
        target="box",
        label="a@b.it",
        payload_digest="digest",
        before={"data_scadenza": "x"},
        amount="11.00",
        outcome=Outcome.PENDING,
        started_at=1_800_000_000,
        status=None,
        code=None,
        field=None,
        message="",
        reference="",
        ended_at=None,
    )
    assert store.all() == [pending]
    store.finish(
        number, Outcome.REFUSED, status=428, code=272, field="stato", message="no", reference="r"
    )
    changes = {"outcome": Outcome.REFUSED, "status": 428, "code": 272, "field": "stato"}
    changes |= {"message": "no", "reference": "r", "ended_at": 1_800_000_003}
    assert store.all() == [msgspec.structs.replace(pending, **changes)]


def test_the_amount_that_was_charged_replaces_the_expected_one(store: AttemptStore) -> None:
    kept, replaced = begin(store), begin(store)
    store.finish(kept, Outcome.CONFIRMED)
    store.finish(replaced, Outcome.CONFIRMED, amount="12.34")
    assert [attempt.amount for attempt in store.all()] == ["12.34", "11.00"]


def test_a_reference_stays_unless_the_end_brings_one(store: AttemptStore) -> None:
    for ending, kept in (("", "sent"), ("new", "new")):
        number = store.begin("x", "", "", "", {}, None, reference="sent")
        store.finish(number, Outcome.CONFIRMED, reference=ending)
        assert store.all(limit=1)[0].reference == kept


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(texts, texts, texts, texts),
    st.dictionaries(texts, st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | texts),
    st.none() | st.decimals(0, 10_000, places=2).map(str),
    st.sampled_from([o for o in Outcome if o != Outcome.PENDING]),
    st.tuples(st.none() | st.integers(100, 599), st.none() | st.integers(0, 999), texts),
)
def test_every_attempt_comes_back_as_it_was(
    shared_store: AttemptStore,
    what: tuple[str, str, str, str],
    before: dict[str, object],
    amount: str | None,
    outcome: Outcome,
    answer: tuple[int | None, int | None, str],
) -> None:
    status, code, message = answer
    number = shared_store.begin(*what, before, amount)
    shared_store.finish(number, outcome, status=status, code=code, message=message)
    (found,) = shared_store.all(limit=1)
    assert (found.id, found.before, found.amount) == (number, before, amount)
    assert (found.operation, found.target, found.label, found.payload_digest) == what
    assert (found.outcome, found.status, found.code, found.message) == (outcome, *answer)


@pytest.mark.parametrize("outcome", FINAL)
def test_an_outcome_that_is_known_cannot_be_changed(store: AttemptStore, outcome: Outcome) -> None:
    number = begin(store)
    store.finish(number, Outcome.UNKNOWN)
    store.finish(number, outcome)
    for other in Outcome:
        with pytest.raises(sqlite3.IntegrityError, match="known already"):
            store.finish(number, other)
    assert store.all()[0].outcome == outcome


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM attempts",
        *(
            f"UPDATE attempts SET {column} = 'forged'"
            for column in (
                *("account_id", "operation", "target", "label", "payload_digest", "before"),
                "asked",
            )
        ),
        "UPDATE attempts SET started_at = 0",
        "UPDATE attempts SET id = 77",
    ],
)
def test_what_was_sent_cannot_be_rewritten(tmp_path: Path, statement: str) -> None:
    database = archive(tmp_path)
    store = AttemptStore(database, ACCOUNT.id)
    begin(store)
    before = store.all()

    def forge() -> None:
        with database.transaction() as connection:
            connection.execute(statement)

    with pytest.raises(sqlite3.IntegrityError):
        forge()
    assert store.all() == before


def test_an_attempt_of_nobody_cannot_end(tmp_path: Path) -> None:
    database = archive(tmp_path)
    number = begin(AttemptStore(database, ACCOUNT.id))
    for account, wrong in ((ACCOUNT, number + 1), (OTHER, number)):
        with pytest.raises(KeyError):
            AttemptStore(database, account.id).finish(wrong, Outcome.CONFIRMED)
    assert AttemptStore(database, ACCOUNT.id).all()[0].outcome == Outcome.PENDING


def test_what_stands_is_what_is_pending_or_unknown(store: AttemptStore) -> None:
    numbers = {outcome: begin(store) for outcome in Outcome}
    begin(store, target="another box")
    begin(store, operation="change_type")
    for outcome, number in numbers.items():
        if outcome != Outcome.PENDING:
            store.finish(number, outcome)
    standing = store.unknown_for("renew_mailbox", "box")
    assert [attempt.id for attempt in standing] == sorted(
        (numbers[Outcome.PENDING], numbers[Outcome.UNKNOWN]), reverse=True
    )
    assert store.unknown_for("renew_mailbox", "no box") == []


@pytest.mark.parametrize(
    ("outcome", "override", "key"),
    [
        (Outcome.PENDING, False, "attempt.pending"),
        (Outcome.PENDING, True, "attempt.pending"),
        (Outcome.UNKNOWN, False, "attempt.unknown"),
        (Outcome.UNKNOWN, True, None),
        *((outcome, False, None) for outcome in FINAL),
    ],
)
def test_a_second_attempt_is_refused_while_the_first_stands(
    store: AttemptStore, outcome: Outcome, override: bool, key: str | None
) -> None:
    number = begin(store)
    if outcome != Outcome.PENDING:
        store.finish(number, outcome)

    def again(target: str) -> None:
        store.begin(
            "renew_mailbox", target, "", "", {}, None, refuse_if_open=True, override=override
        )

    again("another box")
    if key is None:
        again("box")
        assert len(store.all()) == 3
    else:
        with pytest.raises(Refusal) as caught:
            again("box")
        assert caught.value.key == key
        assert len(store.all()) == 2


def test_of_many_at_once_one_begins(store: AttemptStore) -> None:
    results: list[str] = []

    def attempt() -> None:
        try:
            store.begin("renew_mailbox", "box", "", "", {}, "11.00", refuse_if_open=True)
            results.append("begun")
        except Refusal as refusal:
            results.append(refusal.key)

    threads = [threading.Thread(target=attempt) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["attempt.pending"] * 7 + ["begun"]
    assert len(store.all()) == 1


def test_a_dead_runs_pending_attempts_become_unknown(tmp_path: Path, clock: Clock) -> None:
    dead = archive(tmp_path, clock=clock)
    store = AttemptStore(dead, ACCOUNT.id)
    ended, pending = begin(store), begin(store)
    store.finish(ended, Outcome.CONFIRMED)
    begin(AttemptStore(dead, OTHER.id))
    clock.now += 60
    run = Database(dead.path, clock=clock)
    store = AttemptStore(run, ACCOUNT.id)
    own = begin(store)
    assert store.interrupt_pending() == 1
    assert store.interrupt_pending() == 0
    outcomes = {attempt.id: attempt.outcome for attempt in store.all()}
    assert outcomes == {
        ended: Outcome.CONFIRMED,
        pending: Outcome.UNKNOWN,
        own: Outcome.PENDING,
    }
    assert AttemptStore(run, OTHER.id).all()[0].outcome == Outcome.PENDING
    assert store.all()[1].ended_at == int(clock.now)


def test_a_stretch_of_time_has_its_first_second_and_not_the_one_after(
    store: AttemptStore, clock: Clock
) -> None:
    start = int(clock.now)
    for second in range(5):
        clock.now = start + second
        begin(store, target=str(second))

    def between(first: int | None, after: int | None) -> list[str]:
        return [one.target for one in store.between(first, after)]

    assert between(start + 1, start + 3) == ["2", "1"]
    assert between(start + 3, None) == ["4", "3"]
    assert between(None, start + 1) == ["0"]
    assert len(between(None, None)) == 5
    assert between(start + 3, start + 1) == []


def test_the_newest_come_first_up_to_a_limit(store: AttemptStore) -> None:
    numbers = [begin(store) for _ in range(5)]
    assert [attempt.id for attempt in store.all()] == numbers[::-1]
    assert [attempt.id for attempt in store.all(limit=2)] == numbers[:2:-1]


TOLD = Evidence(at=5, verdict=Verdict.CANNOT_BE_TOLD, now={"stato": "evasa"}, newest=1)


def test_looks_are_kept_until_one_settles_the_attempt(store: AttemptStore) -> None:
    number = store.begin("x", "box", "", "", {}, None, asked={"anni": 2}, reference="sent")
    assert not store.note(number, TOLD), "it is still under way"
    store.finish(number, Outcome.UNKNOWN, status=500, message="lost")
    assert store.unknown() == store.all()
    later = msgspec.structs.replace(TOLD, at=9, expenses=Expenses(("11.00",), 1))
    assert store.note(number, TOLD)
    assert store.note(number, later)
    (attempt,) = store.all()
    assert (attempt.outcome, attempt.evidence) == (Outcome.UNKNOWN, later)
    settled = msgspec.structs.replace(later, verdict=Verdict.HAPPENED, decided=True)
    ended = attempt.ended_at
    assert store.note(number, settled, Outcome.CONFIRMED, reference="new")
    attempt = store.all()[0]
    assert (attempt.outcome, attempt.evidence, attempt.reference) == (
        Outcome.CONFIRMED,
        settled,
        "new",
    )
    assert (attempt.asked, attempt.status, attempt.message) == ({"anni": 2}, 500, "lost")
    assert attempt.ended_at == ended, "when the answer was lost stays"
    assert not store.note(number, TOLD, Outcome.NOT_DONE)
    assert store.get(number) == attempt
    assert store.unknown() == []
    assert store.get(number + 1) is None


def test_a_look_that_was_overtaken_is_not_kept(store: AttemptStore) -> None:
    number = begin(store)
    store.finish(number, Outcome.UNKNOWN)
    seen = store.revision("box")
    begin(store, target="another box")
    assert store.note(number, TOLD, since=seen)
    begin(store, operation="change_type")
    assert not store.note(number, TOLD, Outcome.CONFIRMED, since=seen)
    assert store.unknown()[0].id == number


def test_a_revision_grows_with_each_beginning_and_each_end(store: AttemptStore) -> None:
    seen = [store.revision("box")]
    number = begin(store)
    seen.append(store.revision("box"))
    store.finish(number, Outcome.UNKNOWN)
    seen.append(store.revision("box"))
    store.note(number, TOLD, Outcome.CONFIRMED)
    assert (seen, store.revision("box")) == ([0, 1, 2], 2)


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [
        ({}, {"operation": "change_type"}, "attempt.busy"),
        ({"end": Outcome.UNKNOWN}, {"operation": "change_type"}, None),
        ({"end": Outcome.CONFIRMED}, {"since": 0}, "attempt.overtaken"),
        ({"end": Outcome.CONFIRMED}, {"since": 0, "override": True}, "attempt.overtaken"),
        ({"end": Outcome.CONFIRMED}, {"since": 2}, None),
        ({"end": Outcome.CONFIRMED, "draft": "d"}, {"draft": "d"}, "attempt.done"),
        ({"end": Outcome.CONFIRMED, "draft": "d"}, {"draft": "d", "override": True}, None),
        ({"end": Outcome.CONFIRMED, "draft": "d"}, {"draft": "e"}, None),
        ({"end": Outcome.CONFIRMED, "draft": "d"}, {"draft": "d", "digest": "other"}, None),
        ({"end": Outcome.REFUSED, "draft": "d"}, {"draft": "d"}, None),
        ({"end": Outcome.CONFIRMED}, {}, None),
    ],
)
def test_what_else_keeps_an_attempt_from_beginning(
    store: AttemptStore, first: dict[str, Any], second: dict[str, Any], key: str | None
) -> None:
    def send(**how: Any) -> int:
        return store.begin(
            how.get("operation", "renew_mailbox"),
            *("box", "", how.get("digest", "same"), {}, None),
            asked={"draft": how["draft"]} if "draft" in how else {},
            since=how.get("since"),
            override=how.get("override", False),
            refuse_if_open=True,
        )

    number = send(**first)
    if "end" in first:
        store.finish(number, first["end"])
    if key is None:
        send(**second)
    else:
        with pytest.raises(Refusal) as caught:
            send(**second)
        assert caught.value.key == key
    assert len(store.all()) == (1 if key else 2)


def test_what_the_journal_knows_ends_at_a_gap(tmp_path: Path, clock: Clock) -> None:
    database = archive(tmp_path, clock=clock)
    store, other = (AttemptStore(database, one.id) for one in (ACCOUNT, OTHER))

    def knows() -> list[bool]:
        return [
            store.knows("born", "box", ["renew_mailbox"]),
            store.knows("x", "box", ["renew_mailbox"]),
            store.knows("x", "box", ["add_user"]),
            other.knows("born", "box", ["renew_mailbox"]),
        ]

    assert knows() == [False] * 4
    number = store.begin("register_mailbox", "a@b.it", "", "", {}, None)
    store.finish(number, Outcome.CONFIRMED, reference="born")
    assert knows() == [True, False, False, False]
    number = begin(store)
    store.finish(number, Outcome.NOT_DONE)
    assert knows()[1] is False
    store.finish(begin(store), Outcome.REFUSED)
    assert knows() == [True, True, False, False]
    clock.now -= 60  # another computer's, or one that was set back
    with database.transaction() as connection:
        journal_gap.note(connection, JournalGap("archive", 0, int(clock.now)))
    assert knows() == [False] * 4
    clock.now -= 60
    begin(store)
    assert knows()[1] is True


def test_drafts_that_were_sent_are_found(store: AttemptStore) -> None:
    numbers = []
    for draft, outcome in (("a", Outcome.CONFIRMED), ("b", Outcome.UNKNOWN)):
        numbers.append(store.begin("x", draft, "", "", {}, None, asked={"draft": draft}))
        store.finish(numbers[-1], outcome)
    assert [one.id for one in store.sent_drafts(["a", "b", "c"])] == numbers[:1]
    assert store.sent_drafts([]) == []
    assert [one.id for one in store.at("b")] == numbers[1:]
    assert store.newest() == numbers[-1]


BEGIN = """
import sys
import threading
from pathlib import Path
from pec_desktop.store.attempts import AttemptStore
from pec_desktop.store.database import Database

store = AttemptStore(Database(Path(sys.argv[1])), "office")
for turn in range(1000):
    print(store.begin("renew_mailbox", "box", "", "", {"turn": turn}, "11.00"), flush=True)
    sys.stdin.readline()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("turns", [1, 3])
def test_a_kill_right_after_the_beginning_leaves_the_row(tmp_path: Path, turns: int) -> None:
    database = archive(tmp_path)
    with running(BEGIN, database.path) as child:
        for _ in range(turns - 1):
            said(child)
            assert child.stdin is not None
            child.stdin.write("\n")
            child.stdin.flush()
        last = int(said(child))
        child.kill()
        child.wait()
    store = AttemptStore(Database(database.path), ACCOUNT.id)
    assert [attempt.before["turn"] for attempt in store.all()] == list(reversed(range(turns)))
    assert store.all()[0].id == last
    assert store.interrupt_pending() == turns
    assert database.quick_check()


class Journal(RuleBasedStateMachine):
    """Any sequence of beginnings, ends and restarts against a plain dictionary."""

    folder: Path

    @initialize()
    def start(self) -> None:
        self.database = Database(self.folder / f"{uuid4().hex}.sqlite")
        self.database.open()
        AccountStore(self.database).save(ACCOUNT)
        self.model: dict[int, Outcome] = {}
        self.store = AttemptStore(self.database, ACCOUNT.id)

    @rule(target_box=st.sampled_from("ab"))
    def begin(self, target_box: str) -> None:
        number = begin(self.store, target=target_box)
        assert number == len(self.model) + 1
        self.model[number] = Outcome.PENDING

    @rule(number=st.integers(1, 6), outcome=st.sampled_from(list(Outcome)))
    def finish(self, number: int, outcome: Outcome) -> None:
        try:
            self.store.finish(number, outcome)
        except KeyError:
            assert number not in self.model
        except sqlite3.IntegrityError:
            assert self.model[number] in FINAL
        else:
            assert self.model[number] not in FINAL
            self.model[number] = outcome

    @rule()
    def die(self) -> None:
        self.store = AttemptStore(Database(self.database.path), ACCOUNT.id)
        pending = [n for n, outcome in self.model.items() if outcome == Outcome.PENDING]
        assert self.store.interrupt_pending() == len(pending)
        self.model |= dict.fromkeys(pending, Outcome.UNKNOWN)

    @invariant()
    def agree(self) -> None:
        if hasattr(self, "store"):
            found = {attempt.id: attempt.outcome for attempt in self.store.all()}
            assert found == self.model


def test_any_history_agrees_with_a_model(tmp_path: Path) -> None:
    Journal.folder = tmp_path
    case = Journal.TestCase
    case.settings = settings(max_examples=20, stateful_step_count=12, deadline=None)
    case().runTest()
