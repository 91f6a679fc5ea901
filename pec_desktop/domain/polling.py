"""How often to look whether something has moved: quick at first, slower later, then not at all.

Rules of politeness; whoever looks counts its looks and asks here when the next one is due. A look
that somebody asks for needs no permission.
"""

from __future__ import annotations

from decimal import Decimal

from pec_desktop.domain.prices import Certainty, Price

STAGES: tuple[tuple[int, float], ...] = ((15, 2.0), (20, 15.0), (60, 60.0), (96, 900.0))
"""So many looks, so many seconds apart: half a minute, five minutes, an hour, a day."""

HIDDEN_LIMIT = 900.0
"""Seconds after which a window that nobody sees stops looking."""

TYPING_PAUSE = 0.4
"""Seconds of rest in typing after which a free question may be asked by itself."""


def next_look(looks: int, *, hidden_for: float = 0.0, price: Price | None = None) -> float | None:
    """Return the seconds to the next automatic look, None for none.

    `looks` is how many there were since something last moved, `hidden_for` how many seconds the
    window has been out of sight. A look that is known to cost money is never automatic; one
    without a known price is a reading that the vendor's document does not charge for.
    """
    if hidden_for >= HIDDEN_LIMIT or costs(price):
        return None
    for times, seconds in STAGES:
        if looks < times:
            return seconds
        looks -= times
    return None


def costs(price: Price | None) -> bool:
    """Whether something is known (or estimated) to cost money."""
    return price is not None and price.amount is not None and price.amount > 0


def known_free(price: Price) -> bool:
    """Whether something is known to cost nothing, so that it may be asked while typing."""
    return price.certainty is Certainty.KNOWN and price.amount == Decimal(0)
