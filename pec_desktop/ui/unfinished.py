"""The line of news about a batch that was interrupted, and the way to go on with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from pec_desktop.services.office import Office
from pec_desktop.store.batches import Batch
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.news import NewsBar
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.services.batch import Begun


class UnfinishedBatches(QObject):
    """Looks what was begun and not finished; tells of the newest. GUI thread.

    One that somebody has dismissed is told of again at the next start, unless it was let be.
    """

    wanted = Signal(object)
    """The `Batch` somebody wants to go on with."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Batch | None = None
        self._dismissed: set[str] = set()
        self.bar = NewsBar(desk.theme)
        self.bar.acted.connect(self._on_acted)
        self.bar.dismissed.connect(self._on_dismissed)

    @Slot()
    def look(self) -> None:
        """Read the archive again."""
        work = partial(_read, self._desk.office)
        self._desk.runner.submit(Lane.STORE, work, self, self._on_read)

    def _on_read(self, found: list[Begun]) -> None:
        told = [one for one in found if one.batch.id not in self._dismissed]
        self._shown = told[0].batch if told else None
        if self._shown is None:
            self.bar.hide()
            return
        words = text(
            f"unfinished.{self._shown.operation}",
            name=formats.line(self._shown.name),
            done=told[0].done,
            total=len(self._shown.rows),
        )
        self.bar.say(words, Role.ATTENTION, self.tr("&Go on…"))

    @Slot()
    def _on_acted(self) -> None:
        if self._shown is not None:
            self.wanted.emit(self._shown)

    @Slot()
    def _on_dismissed(self) -> None:
        if self._shown is not None:
            self._dismissed.add(self._shown.id)
            self.look()


def _read(office: Office, _work: Work) -> list[Begun]:
    from pec_desktop.services import batch  # not needed for the first window

    return batch.unfinished(office)
