"""Looks at communications that have been started or sent until the vendor is done with them."""

from __future__ import annotations

import logging
import math
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pec_desktop.domain.communication import Communication, CommunicationStep, next_step
from pec_desktop.domain.polling import next_look
from pec_desktop.services.office import Office
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.work import Work

log = logging.getLogger(__name__)

WAITING = (CommunicationStep.WAIT_FOR_CODE, CommunicationStep.WAIT)
"""The steps at which only the vendor can do something."""


class CommunicationWatch(QObject):
    """Looks when a look is due, and when it is asked to. GUI thread."""

    looked = Signal(object)
    """The `Communication` as it is now, in the archive already."""
    failed = Signal(str, object)
    """An id, the exception that kept it from being read."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looks: dict[str, int] = {}
        self._looking: set[str] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_due)

    def follows(self, communication_id: str) -> bool:
        """Whether a communication is being followed."""
        return communication_id in self._looks

    def follow(self, communication_id: str) -> None:
        """Look at a communication often, at first, until the vendor is done with it."""
        self._looks[communication_id] = 0
        self._timer.stop()
        self._wait()

    @Slot(str)
    def look(self, communication_id: str) -> None:
        """Look at a communication now; one that is being looked at is not asked for twice."""
        if communication_id in self._looking:
            return
        self._looking.add(communication_id)
        self._desk.runner.submit(
            Lane.NET,
            partial(_look, self._desk.office, communication_id),
            self,
            self._on_looked,
            partial(self._on_failed, communication_id),
        )

    def stop(self) -> None:
        """Do nothing more by itself."""
        self._timer.stop()
        self._looks.clear()

    def _wait(self) -> None:
        pauses = [next_look(looks) for looks in self._looks.values()]
        due = [pause for pause in pauses if pause is not None]
        if due and not self._timer.isActive():
            self._timer.start(math.ceil(min(due) * 1000))

    @Slot()
    def _on_due(self) -> None:
        for communication_id, looks in list(self._looks.items()):
            if next_look(looks) is None:
                del self._looks[communication_id]
            elif self._desk.office.connection is not None:
                self._looks[communication_id] += 1
                self.look(communication_id)
        self._wait()

    def _on_looked(self, communication: Communication) -> None:
        self._looking.discard(communication.id)
        if next_step(communication) not in WAITING:
            self._looks.pop(communication.id, None)
        self.looked.emit(communication)

    def _on_failed(self, communication_id: str, error: Exception) -> None:
        log.info("A communication cannot be read now: %s", error)
        self._looking.discard(communication_id)
        self.failed.emit(communication_id, error)


def _look(office: Office, communication_id: str, work: Work) -> Communication:
    from pec_desktop.services import communications  # the first window does without

    return communications.follow(office, communication_id, work)
