"""Months and years as an office bills by them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain.periods import Period, bounds


@pytest.mark.parametrize(
    ("today", "period", "first", "after"),
    [
        (date(2026, 11, 23), Period.ALL, None, None),
        (date(2026, 11, 23), Period.THIS_MONTH, date(2026, 11, 1), None),
        (date(2026, 11, 23), Period.LAST_MONTH, date(2026, 10, 1), date(2026, 11, 1)),
        (date(2026, 1, 1), Period.LAST_MONTH, date(2025, 12, 1), date(2026, 1, 1)),
        (date(2028, 3, 31), Period.LAST_MONTH, date(2028, 2, 1), date(2028, 3, 1)),
        (date(2026, 11, 23), Period.THIS_YEAR, date(2026, 1, 1), None),
        (date(2028, 2, 29), Period.LAST_YEAR, date(2027, 1, 1), date(2028, 1, 1)),
    ],
)
def test_periods_begin_and_end_with_their_days(
    today: date, period: Period, first: date | None, after: date | None
) -> None:
    assert bounds(period, today) == (first, after)


@given(st.dates(date(1, 3, 1)))
def test_every_day_is_in_its_month_and_next_to_the_last_one(today: date) -> None:
    first, _ = bounds(Period.THIS_MONTH, today)
    before, after = bounds(Period.LAST_MONTH, today)
    assert first is not None
    assert before is not None
    assert first <= today
    assert after == first
    assert before.month == (first - timedelta(days=1)).month
