"""Looks at what has been sent until the provider is done with it; one look for all windows.

`domain.polling` says when, a service reads, and whoever shows the thing listens. Everybody at one
desk shares one lookout, so that nothing is asked for twice.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pec_desktop.domain import communication
from pec_desktop.domain.communication import Communication, CommunicationStep
from pec_desktop.domain.mailbox import State
from pec_desktop.domain.polling import Following
from pec_desktop.domain.prices import Price
from pec_desktop.services import activation, prices
from pec_desktop.services.office import Office
from pec_desktop.tasks.runner import Lane, TaskRunner
from pec_desktop.work import Work

log = logging.getLogger(__name__)


class Kind(StrEnum):
    """What can be followed."""

    MAILBOX = "mailbox"
    COMMUNICATION = "communication"


Key = tuple[Kind, str]
"""What is followed: its kind, its id."""


class Reading(Struct, frozen=True):
    """How a kind is looked at.

    `operation` names the reading, whose price decides; `read` does it and stores the answer;
    `waits` tells whether there is still something to wait for.
    """

    operation: str
    read: Callable[[Office, str, Work], Any]
    waits: Callable[[Any], bool]


def _read_communication(office: Office, key: str, work: Work) -> Communication:
    from pec_desktop.services import communications  # nothing of it is needed for the first window

    return communications.follow(office, key, work)


READINGS: dict[Kind, Reading] = {
    Kind.MAILBOX: Reading(
        "get_mailbox", activation.follow, lambda mailbox: mailbox.state is State.IN_EVASIONE
    ),
    Kind.COMMUNICATION: Reading(
        "get_communication",
        _read_communication,
        lambda one: (
            communication.next_step(one)
            in (CommunicationStep.WAIT_FOR_CODE, CommunicationStep.WAIT)
        ),
    ),
}


class Lookout(QObject):
    """Looks at what is followed when it is due, and at anything when it is asked to. GUI thread."""

    looked = Signal(str, object)
    """A `Kind`; the `Mailbox` or `Communication` as it is now, in the archive already."""
    failed = Signal(str, str, object)
    """A `Kind`, an id, the exception that kept it from being read."""

    def __init__(
        self,
        office: Office,
        runner: TaskRunner,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._office = office
        self._runner = runner
        self._clock = clock
        self._following: Following[Key] = Following(self._price)
        self._looking: set[Key] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_due)

    def follows(self, kind: Kind, key: str) -> bool:
        """Whether something is being followed."""
        return (kind, key) in self._following

    def follow(self, kind: Kind, key: str) -> None:
        """Look at something often until the provider is done with it."""
        self._following.follow((kind, key), self._clock())
        self.wake()

    def look(self, kind: Kind, key: str) -> None:
        """Look at something now; one that is being looked at is not asked for twice."""
        one = (kind, key)
        if one in self._looking:
            return
        self._looking.add(one)
        self._runner.submit(
            Lane.NET,
            partial(READINGS[kind].read, self._office, key),
            self,
            partial(self._on_looked, one),
            partial(self._on_failed, one),
        )

    def stop(self) -> None:
        """Do nothing more by itself."""
        self._timer.stop()
        self._following = Following(self._price)

    @property
    def hidden_for(self) -> float:
        """Seconds for which nobody has seen the window."""
        return self._following.hidden_for(self._clock())

    def set_seen(self, seen: bool) -> None:
        """The window has come into sight, or has gone out of it."""
        self._following.set_seen(self._clock(), seen=seen)
        self.wake()

    @Slot()
    def wake(self) -> None:
        """Go on after something has changed: the account can be reached, a price is known."""
        wait = self._following.wait(self._clock())
        if wait is None or self._office.connection is None:
            self._timer.stop()
        else:
            self._timer.start(math.ceil(wait * 1000))

    @Slot()
    def _on_due(self) -> None:
        if self._office.connection is not None:
            now = self._clock()
            for one in self._following.due(now):
                self._following.looked(one, now)
                self.look(*one)
        self.wake()

    def _on_looked(self, one: Key, thing: Any) -> None:
        self._looking.discard(one)
        if not READINGS[one[0]].waits(thing):
            self._following.leave(one)
            self.wake()
        self.looked.emit(one[0], thing)

    def _on_failed(self, one: Key, error: Exception) -> None:
        log.info("What is followed cannot be read now: %s", error)
        self._looking.discard(one)
        self.failed.emit(*one, error)

    def _price(self, key: Key) -> Price | None:
        return prices.reading_price(self._office, READINGS[key[0]].operation, trusting=True)
