"""Politeness: how often the program looks by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain.polling import (
    HIDDEN_LIMIT,
    STAGES,
    Following,
    costs,
    known_free,
    may_look,
    next_look,
)
from pec_desktop.domain.prices import Certainty, Price

FREE = Price(Decimal("0.0"), Certainty.KNOWN)
PAID = Price(Decimal("0.01"), Certainty.KNOWN)
GUESSED_FREE = Price(Decimal(0), Certainty.ESTIMATED)
GUESSED = Price(Decimal(1), Certainty.ESTIMATED)
UNKNOWN = Price(None, Certainty.UNKNOWN)


def test_looks_become_rarer_and_end_after_a_day() -> None:
    waits: list[float] = []
    while (wait := next_look(len(waits))) is not None:
        waits.append(wait)
    assert waits[:3] == [2, 2, 2]
    assert waits == sorted(waits)
    assert len(waits) == sum(times for times, _seconds in STAGES)
    assert 24 * 3600 < sum(waits) < 26 * 3600


@given(st.integers(0, 10_000), st.floats(HIDDEN_LIMIT, 1e9))
def test_a_window_nobody_sees_stops_looking(looks: int, hidden_for: float) -> None:
    assert next_look(looks, hidden_for=hidden_for) is None


def test_a_short_absence_changes_nothing() -> None:
    assert next_look(0, hidden_for=HIDDEN_LIMIT - 1) == 2


@pytest.mark.parametrize(
    ("price", "free", "paid"),
    [
        (FREE, True, False),
        (PAID, False, True),
        (GUESSED_FREE, False, False),
        (GUESSED, False, True),
        (UNKNOWN, False, False),
    ],
)
def test_only_what_is_known_to_cost_nothing_is_asked_by_itself(
    price: Price, free: bool, paid: bool
) -> None:
    assert (next_look(0, price=price) is not None) is free
    assert may_look(price=price) is free
    assert known_free(price) is free
    assert costs(price) is paid


# Who is followed


class Office:
    """A clock, and prices, for whoever follows."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.prices: dict[str, Price] = {}
        self.following: Following[str] = Following(self.prices.get)

    def follow(self, key: str) -> None:
        self.following.follow(key, self.now)

    def wait(self) -> float | None:
        return self.following.wait(self.now)

    def look(self) -> list[str]:
        """Wait for the next look, and take it; give who was looked at."""
        wait = self.wait()
        assert wait is not None
        self.now += wait
        due = self.following.due(self.now)
        for key in due:
            self.following.looked(key, self.now)
        return due


def test_nobody_is_followed_at_first() -> None:
    at = Office()
    assert (len(at.following), at.wait(), at.following.due(at.now)) == (0, None, [])


def test_who_is_followed_is_looked_at_at_the_pace_of_the_rules() -> None:
    at = Office()
    at.follow("a")
    assert at.wait() == 2
    assert at.following.due(at.now) == []
    begun = at.now
    looks = 0
    while "a" in at.following:
        assert at.wait() == next_look(looks)
        assert at.look() == ["a"]
        looks += 1
    assert looks == sum(times for times, _seconds in STAGES)
    assert at.now - begun == sum(times * seconds for times, seconds in STAGES)
    assert at.wait() is None


def test_several_are_looked_at_in_their_own_time() -> None:
    at = Office()
    at.follow("a")
    for _ in range(15):
        at.look()
    at.follow("b")
    assert at.wait() == 2, "the new one is looked at quickly"
    assert [at.look() for _ in range(8)] == [["b"]] * 7 + [["a"]]


def test_what_moves_is_looked_at_quickly_again_and_what_has_ended_no_more() -> None:
    at = Office()
    at.follow("a")
    for _ in range(20):
        at.look()
    assert at.wait() == 15
    at.follow("a")
    assert at.wait() == 2
    at.following.leave("a")
    at.following.leave("a")
    assert at.wait() is None
    at.following.looked("a", at.now)
    assert "a" not in at.following, "a late answer does not bring it back"


def test_out_of_sight_for_long_nothing_is_due_and_back_in_sight_it_is_at_once() -> None:
    at = Office()
    at.follow("a")
    at.following.set_seen(at.now, seen=False)
    at.now += HIDDEN_LIMIT - 1
    at.following.set_seen(at.now, seen=False)
    assert at.following.hidden_for(at.now) == HIDDEN_LIMIT - 1, "it is hidden since the first time"
    assert at.following.due(at.now) == ["a"]
    at.now += 1
    assert (at.following.due(at.now), at.wait()) == ([], None)
    at.now += 86_400
    at.following.set_seen(at.now, seen=True)
    assert (at.following.due(at.now), at.wait()) == (["a"], 0)


def test_who_costs_money_is_not_looked_at_until_it_is_free() -> None:
    at = Office()
    at.follow("paid")
    at.follow("free")
    at.prices["paid"] = PAID
    assert at.look() == ["free"]
    at.prices["free"] = PAID
    assert at.wait() is None
    at.prices.clear()
    assert at.following.due(at.now) == ["paid"]


def test_what_may_be_read_unasked() -> None:
    assert may_look()
    assert may_look(hidden_for=HIDDEN_LIMIT - 1, price=FREE)
    assert not may_look(hidden_for=HIDDEN_LIMIT)
    assert not may_look(price=PAID)
    assert not may_look(price=UNKNOWN)
