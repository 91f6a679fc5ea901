"""Any history of sending, losing, dying, looking and deciding against a model that knows the truth.

The model plays the vendor's network: it decides which requests arrive, which arrive late (within
the quiet period) and which answers get lost. Somebody else changes the same mailbox now and then.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, nullcontext, suppress
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import pytest
from changes_support import SILVER, box
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec import Struct
from reconcile_support import QUIET, USER, another_run, charges, rich

from pec_desktop.api.client import PecClient
from pec_desktop.errors import ApiError, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import changes, reconcile
from pec_desktop.services.office import Office
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.work import Work

OPEN = (Outcome.UNKNOWN, Outcome.PENDING)


class Killed(BaseException):
    """The process is gone."""


class Order(Struct, frozen=True):
    """Something that may be bought: how this program sends it, and how it arrives late."""

    operation: str
    send: Callable[[Office, str, bool], object]
    arrive: Callable[[PecClient, str], object]


def renewal(years: int) -> Order:
    return Order(
        "renew_mailbox",
        lambda office, box_id, override: changes.renew(
            office, box_id, years, Work(), override=override
        ),
        lambda client, box_id: client.renew_mailbox(box_id, years),
    )


def user(email: str) -> Order:
    fields = {**USER, "email_gestione_password": email}
    return Order(
        "add_user",
        lambda office, box_id, override: changes.add_user(
            office, box_id, fields, Work(), override=override
        ),
        lambda client, box_id: client.add_user(box_id, fields),
    )


def space(more: int) -> Order:
    asked = {"space_mode": "ADD", "spazio_disco": more}
    return Order(
        "change_space",
        lambda office, box_id, override: changes.change_space(
            office, box_id, asked, Work(), override=override
        ),
        lambda client, box_id: client.change_space(box_id, spazio_disco=f"+{more}"),
    )


ORDERS = [renewal(1), renewal(2), space(1024), user("a@example.com"), user("b@example.com")]
orders = st.sampled_from(ORDERS)


class History(RuleBasedStateMachine):
    """`truth` holds for each attempt whether it was carried out, `late` what may still arrive."""

    @initialize()
    def start(self) -> None:
        self.stack = ExitStack()
        self.folder = Path(tempfile.mkdtemp())
        self.at = self.stack.enter_context(rich(self.folder))
        self.at.server.credit = Decimal(100_000)
        self.office = self.at.office
        self.box_id = box(self.at, SILVER).id
        self.elsewhere = self.stack.enter_context(
            PecClient(self.at.server.url, self.at.server.token)
        )
        self.truth: dict[int, bool] = {}
        self.late: dict[int, Order] = {}
        self.bought: dict[str, int] = {}

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.wait()
            for _ in range(3):
                self.look()
            self.agree()
            self.stack.close()
            shutil.rmtree(self.folder)

    # What the person does

    @rule(
        order=orders, override=st.booleans(), fate=st.sampled_from(["fine", "lost", "void", "late"])
    )
    def send(self, order: Order, override: bool, fate: str) -> None:
        """Send: all goes well, the answer is lost, the request is, or it is still on its way."""
        faults = {"lost": Fault.DROP_AFTER, "void": Fault.DROP_BEFORE, "late": Fault.DROP_BEFORE}
        before = self.journal
        open_ = any(
            one.operation == order.operation and one.outcome is Outcome.UNKNOWN for one in before
        )
        if fate in faults:
            self.at.server.faults.set(faults[fate], order.operation)
        if open_ and not override:
            with pytest.raises(Refusal, match=r"attempt\.unknown"):
                order.send(self.office, self.box_id, override)
            assert self.journal == before
            self.at.server.faults.clear()
            return
        with nullcontext() if fate == "fine" else pytest.raises(ApiError):
            order.send(self.office, self.box_id, override)
        self._note(order, done=fate in ("fine", "lost"))
        if fate == "late":
            self.late[self.journal[0].id] = order

    @rule(order=orders, done=st.booleans())
    def die(self, order: Order, done: bool) -> None:
        """The program is killed after the request has left, or before it arrives."""
        self.at.server.faults.set(Fault.DROP_AFTER if done else Fault.DROP_BEFORE, order.operation)
        dying = patch.object(self.office.attempts, "finish", side_effect=Killed)
        with dying, suppress(Killed):
            order.send(self.office, self.box_id, True)
        pending, *_ = self.journal
        assert pending.outcome is Outcome.PENDING
        self._note(order, done=done)
        self.restart()
        assert (self.journal[0].id, self.journal[0].outcome) == (pending.id, Outcome.UNKNOWN)

    @rule()
    def restart(self) -> None:
        """Another run of the program."""
        self.office = another_run(self.at)
        self.office.attempts.interrupt_pending()

    @rule()
    def look(self) -> None:
        """Look at all that is unknown."""
        reconcile.all_unknown(self.office, Work(), quiet_period=QUIET)

    @precondition(lambda self: self.late)
    @rule()
    def insist(self) -> None:
        """The person looks again and again while something is still on its way."""
        for _ in range(3):
            self.look()

    @precondition(lambda self: any(one.outcome is Outcome.UNKNOWN for one in self.journal))
    @rule()
    def decide(self) -> None:
        """The person, who has telephoned, decides on the oldest one."""
        attempt = next(one for one in reversed(self.journal) if one.outcome is Outcome.UNKNOWN)
        if attempt.id not in self.late:
            happened = self.truth[attempt.id]
            settled = reconcile.settle(self.office, attempt.id, happened)
            assert settled.evidence is not None
            assert settled.evidence.decided

    # What the world does

    @precondition(lambda self: self.late)
    @rule()
    def arrive(self) -> None:
        """What was on its way arrives after all."""
        number, order = self.late.popitem()
        order.arrive(self.elsewhere, self.box_id)
        self.truth[number] = True
        self.bought[order.operation] = self.bought.get(order.operation, 0) + 1

    @rule()
    def wait(self) -> None:
        """The quiet period passes: until then everything has arrived."""
        while self.late:
            self.arrive()
        self.at.clock.advance(QUIET + 1)

    @rule(seconds=st.sampled_from([-3600, -1, 1, QUIET // 2]))
    def change_the_clock(self, seconds: int) -> None:
        """Time passes, or somebody sets the clock back."""
        self.at.clock.advance(seconds)
        if seconds > 0 and self.late:
            self.arrive()

    @rule()
    def interfere(self) -> None:
        """Somebody else buys more archive, which nobody here ever asks for."""
        self.elsewhere.change_space(self.box_id, spazio_storico="+1024")
        self.bought["change_space"] = self.bought.get("change_space", 0) + 1

    @invariant()
    def agree(self) -> None:
        """What is believed is true or unknown; what was charged is what was carried out."""
        if not hasattr(self, "truth"):
            return
        assert {one.id for one in self.journal} == self.truth.keys()
        for one in self.journal:
            if one.outcome not in OPEN:
                assert one.id not in self.late
                assert (one.outcome is Outcome.CONFIRMED) == self.truth[one.id], one
        for operation in ("renew_mailbox", "change_space", "add_user"):
            assert charges(self.at, operation) == self.bought.get(operation, 0)

    @property
    def journal(self) -> list[Attempt]:
        return self.office.attempts.all()

    def _note(self, order: Order, *, done: bool) -> None:
        self.truth[self.journal[0].id] = done
        self.bought[order.operation] = self.bought.get(order.operation, 0) + done


def test_any_history_is_believed_as_it_was_or_not_at_all() -> None:
    case = History.TestCase
    case.settings = settings(max_examples=40, stateful_step_count=14, deadline=None)
    case().runTest()
