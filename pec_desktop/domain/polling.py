"""How often to look whether something has moved: quick at first, slower later, then not at all.

Rules of politeness. `Following` keeps what they are applied to; it neither waits nor reads a clock,
so whoever looks hands the moments in. A look that somebody asks for needs no permission.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from decimal import Decimal
from typing import Generic, TypeVar

from pec_desktop.domain.prices import Certainty, Price

K = TypeVar("K", bound=Hashable)

STAGES: tuple[tuple[int, float], ...] = ((15, 2.0), (20, 15.0), (60, 60.0), (96, 900.0))
"""So many looks, so many seconds apart: half a minute, five minutes, an hour, a day."""

HIDDEN_LIMIT = 900.0
"""Seconds after which a window that nobody sees stops looking."""

TYPING_PAUSE = 0.4
"""Seconds of rest in typing after which a free question may be asked by itself."""


def next_look(looks: int, *, hidden_for: float = 0.0, price: Price | None = None) -> float | None:
    """Return the seconds to the next automatic look, None for none.

    `looks` is how many there were since something last moved, `hidden_for` how many seconds the
    window has been out of sight. A look is automatic only where it is known to cost nothing;
    without a `price` that does not matter.
    """
    if not may_look(hidden_for=hidden_for, price=price):
        return None
    for times, seconds in STAGES:
        if looks < times:
            return seconds
        looks -= times
    return None


def may_look(*, hidden_for: float = 0.0, price: Price | None = None) -> bool:
    """Whether anything may be read that nobody asked for; see `next_look`."""
    return hidden_for < HIDDEN_LIMIT and (price is None or known_free(price))


def costs(price: Price) -> bool:
    """Whether something is known (or estimated) to cost money."""
    return price.amount is not None and price.amount > 0


def known_free(price: Price) -> bool:
    """Whether something is known to cost nothing, so that it may be asked unasked for."""
    return price.certainty is Certainty.KNOWN and price.amount == Decimal(0)


class Following(Generic[K]):
    """Who is followed, how often each was looked at, and when the next look is due.

    `price` tells what a look at somebody costs, as far as it is known at that moment, None if that
    does not matter. Moments are seconds of a clock that only runs forward. Whoever was looked at
    for a day without moving is followed no longer.
    """

    def __init__(self, price: Callable[[K], Price | None] = lambda _key: None) -> None:
        self._price = price
        self._looks: dict[K, int] = {}
        self._since: dict[K, float] = {}
        self._hidden_at: float | None = None

    def __contains__(self, key: K) -> bool:
        return key in self._looks

    def __len__(self) -> int:
        return len(self._looks)

    def follow(self, key: K, now: float) -> None:
        """Follow somebody from now on; whoever is followed already is looked at quickly again."""
        self._looks[key], self._since[key] = 0, now

    def leave(self, key: K) -> None:
        """Follow somebody no longer."""
        self._looks.pop(key, None)
        self._since.pop(key, None)

    def looked(self, key: K, now: float) -> None:
        """Note one more look; what moves is to be followed anew, or left."""
        if key not in self._looks:
            return
        self._looks[key] += 1
        self._since[key] = now
        if next_look(self._looks[key]) is None:
            self.leave(key)

    def set_seen(self, now: float, *, seen: bool) -> None:
        """Note that the window has come into sight, or has gone out of it."""
        if seen:
            self._hidden_at = None
        elif self._hidden_at is None:
            self._hidden_at = now

    def hidden_for(self, now: float) -> float:
        """Seconds for which nobody has seen the window."""
        return 0.0 if self._hidden_at is None else now - self._hidden_at

    def due(self, now: float) -> list[K]:
        """Give those whose look is due."""
        return [key for key, wait in self._waits(now).items() if wait <= 0]

    def wait(self, now: float) -> float | None:
        """Return the seconds until somebody's look is due, None if nobody's ever is."""
        return min((max(0.0, wait) for wait in self._waits(now).values()), default=None)

    def _waits(self, now: float) -> dict[K, float]:
        hidden_for = self.hidden_for(now)
        pauses = {
            key: next_look(looks, hidden_for=hidden_for, price=self._price(key))
            for key, looks in self._looks.items()
        }
        return {
            key: self._since[key] + pause - now
            for key, pause in pauses.items()
            if pause is not None
        }
