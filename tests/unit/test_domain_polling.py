"""Politeness: how often the program looks by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain.polling import HIDDEN_LIMIT, STAGES, costs, known_free, next_look
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
    ("price", "looks_by_itself", "while_typing"),
    [
        (FREE, True, True),
        (PAID, False, False),
        (GUESSED_FREE, True, False),
        (GUESSED, False, False),
        (UNKNOWN, True, False),
    ],
)
def test_what_costs_is_never_asked_by_itself(
    price: Price, looks_by_itself: bool, while_typing: bool
) -> None:
    assert (next_look(0, price=price) is not None) is looks_by_itself
    assert costs(price) is not looks_by_itself
    assert known_free(price) is while_typing
