"""The stretches of time an office looks back on and bills by: whole months and years."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class Period(StrEnum):
    """A stretch of time, seen from today; words are ``period.<name>``."""

    ALL = "all"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"


def bounds(period: Period, today: date) -> tuple[date | None, date | None]:
    """Return the first day of a period and the first day after it; None where it has no end."""
    month, year = today.replace(day=1), today.replace(month=1, day=1)
    match period:
        case Period.THIS_MONTH:
            return month, None
        case Period.LAST_MONTH:
            return (month - timedelta(days=1)).replace(day=1), month
        case Period.THIS_YEAR:
            return year, None
        case Period.LAST_YEAR:
            return year.replace(year=year.year - 1), year
    return None, None
