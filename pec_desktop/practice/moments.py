"""Days and years as the vendor counts them: dd/mm/yyyy texts and Unix seconds, in UTC."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime


def day(at: float) -> str:
    """Return the day of a moment as dd/mm/yyyy."""
    return datetime.fromtimestamp(at, UTC).strftime("%d/%m/%Y")


def iso(at: float) -> str:
    """Return a moment as the OAuth document writes it: 2026-02-12T08:30:00+00:00."""
    return datetime.fromtimestamp(int(at), UTC).isoformat()


def add_years(at: float, years: int) -> int:
    """Return the same moment some years later; 29 February becomes the 28th if it must."""
    moment = datetime.fromtimestamp(int(at), UTC)
    with contextlib.suppress(ValueError):
        return int(moment.replace(year=moment.year + years).timestamp())
    return int(moment.replace(year=moment.year + years, day=28).timestamp())
