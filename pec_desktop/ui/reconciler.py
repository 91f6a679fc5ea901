"""Finds out what became of calls whose answer was lost: by itself, politely, and when asked to.

One for all windows at a desk, so that nothing is looked at twice at the same time. Services decide;
whoever shows attempts listens.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pec_desktop.domain.polling import next_look
from pec_desktop.errors import Cancelled
from pec_desktop.services import prices
from pec_desktop.services.office import Office
from pec_desktop.settings import Settings
from pec_desktop.tasks.runner import Lane, TaskRunner
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.services.reconcile import Look
    from pec_desktop.store.attempts import Attempt

log = logging.getLogger(__name__)

READS = ("get_mailbox", "get_communication")
"""The readings that a look consists of; where one of them is known to cost, none is automatic."""


class Reconciler(QObject):
    """Looks at unknown attempts after a lost answer, after each refresh, and ever more rarely.

    GUI thread. `hidden_for` tells for how many seconds nobody has seen the window.
    """

    looked = Signal(object)
    """`Look`: an attempt was looked at, by itself or because somebody asked."""
    settled = Signal(list)
    """list[`Look`]: of these the outcome is known now, by reading or by the person's decision."""
    failed = Signal(int, object)
    """Number of the attempt somebody asked for (or decided on), and why that was not possible."""

    def __init__(
        self,
        office: Office,
        runner: TaskRunner,
        settings: Settings,
        hidden_for: Callable[[], float] = lambda: 0.0,
    ) -> None:
        super().__init__()
        self._office = office
        self._runner = runner
        self._settings = settings
        self._hidden_for = hidden_for
        self._unknown = 0
        self._looks = 0
        self._looking = False
        self._once_more = False
        self._started = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look_at_all)

    def start(self) -> None:
        """The account can be reached: look by itself from now on."""
        self._started = True

    def notice(self, unknown: int) -> None:
        """The archive holds so many unknown attempts; a new one is looked at at once."""
        more, self._unknown = unknown > self._unknown, unknown
        if more:
            self._looks = 0
            self._once_more = self._looking
            self.look_at_all()
        elif not unknown:
            self._timer.stop()

    @Slot()
    def after_refresh(self) -> None:
        """The vendor has answered: a good moment to look."""
        if self._unknown:
            self.look_at_all()

    @Slot()
    def look_at_all(self) -> None:
        """Look at all that is unknown, unless that is being done, or costs, or cannot be done."""
        self._timer.stop()
        reachable = self._started and self._office.connection is not None
        if self._looking or not reachable or self._pause() is None:
            return
        self._looking = True
        self._looks += 1
        work = partial(_look_at_all, self._office, self._settings.quiet_period)
        self._runner.submit(Lane.NET, work, self, self._on_all, self._on_not_all)

    def look(self, attempt_id: int) -> None:
        """Look at one attempt because somebody asks for it."""
        work = partial(_look, self._office, attempt_id, self._settings.quiet_period)
        failed = partial(self.failed.emit, attempt_id)
        self._runner.submit(Lane.NET, work, self, self._on_one, failed)

    def decide(self, attempt_id: int, happened: bool) -> None:
        """Take the person's decision on an attempt that nothing else can tell of."""
        work = partial(_settle, self._office, attempt_id, happened)
        failed = partial(self.failed.emit, attempt_id)
        self._runner.submit(Lane.STORE, work, self, self._on_one, failed)

    def stop(self) -> None:
        """Do nothing more by itself."""
        self._timer.stop()
        self._started = False

    def _pause(self) -> float | None:
        """Seconds to the next look of its own accord; None for none."""
        told = [prices.reading_price(self._office, one, trusting=True) for one in READS]
        pauses = [
            next_look(self._looks, hidden_for=self._hidden_for(), price=price) for price in told
        ]
        return None if None in pauses else max(pause for pause in pauses if pause is not None)

    def _on_one(self, look: Look) -> None:
        self.looked.emit(look)
        if look.settled:
            self.settled.emit([look])

    def _on_all(self, looks: list[Look]) -> None:
        self._looking = False
        for look in looks:
            self.looked.emit(look)
        settled = [look for look in looks if look.settled]
        if settled:
            self.settled.emit(settled)
        waiting = any(not look.settled and not look.for_the_person for look in looks)
        if self._once_more:
            self._once_more = False
            self.look_at_all()
        elif waiting or len(looks) < self._unknown:
            self._wait()

    def _on_not_all(self, error: Exception) -> None:
        """The refresh tells of a lost network; here it is only tried again."""
        self._looking = False
        if not isinstance(error, Cancelled):
            log.info("What is unknown cannot be looked at now: %s", error)
            self._wait()

    def _wait(self) -> None:
        pause = self._pause()
        if pause is not None and self._unknown:
            self._timer.start(math.ceil(pause * 1000))


def _look_at_all(office: Office, quiet_period: int, work: Work) -> list[Look]:
    from pec_desktop.services import reconcile  # nothing of it is needed for the first window

    return reconcile.all_unknown(office, work, quiet_period=quiet_period)


def _look(office: Office, attempt_id: int, quiet_period: int, work: Work) -> Look:
    from pec_desktop.services import reconcile

    return reconcile.one(office, attempt_id, work, quiet_period=quiet_period)


def _settle(office: Office, attempt_id: int, happened: bool, _work: Work) -> Look:
    from pec_desktop.services import reconcile

    attempt: Attempt = reconcile.settle(office, attempt_id, happened)
    return reconcile.Look(attempt)
