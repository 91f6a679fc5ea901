"""Keeps a draft on disk while it is being written: at most a second after a key, and when asked.

Saving happens in the store's lane, but for the last save of a closing window, which cannot wait. A
frozen keeper writes nothing, so that a draft that was sent (and deleted) does not come back.
"""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pec_desktop.errors import StoreError
from pec_desktop.services import drafts
from pec_desktop.store.drafts import Draft
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.work import Work

PAUSE = 1000
"""Milliseconds after which a change is saved, whether or not the person goes on typing."""


class Keeping(StrEnum):
    """How the draft on screen and the one on disk stand to each other."""

    NEW = "new"
    CHANGED = "changed"
    SAVED = "saved"
    FAILED = "failed"


class DraftKeeper(QObject):
    """Saves `draft`, which may be changed at any time in the GUI thread."""

    changed = Signal()
    """`state` is new."""

    failed = Signal(Exception)
    """A save failed: what is new is only on screen."""

    def __init__(self, desk: Desk, draft: Draft, parent: QObject, *, saved: bool) -> None:
        super().__init__(parent)
        self._desk = desk
        self._frozen = False
        self._saving = False
        self._then: Callable[[], None] | None = None
        self._writing = threading.Lock()
        self._taken = 0
        self._written = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._save)
        self.draft = draft
        self.state = Keeping.SAVED if saved else Keeping.NEW

    def touch(self) -> None:
        """Note that the draft was changed; it is saved `PAUSE` after the first unsaved change."""
        if self._frozen:
            return
        self._set(Keeping.CHANGED)
        if not self._timer.isActive():  # or whoever types without a pause would never be saved
            self._timer.start()

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save what is new, and call `then` once nothing is; it is not called if that fails."""
        self._then = then or self._then
        self._save()

    def save_now(self) -> None:
        """Save what is new before returning, which takes as long as the disk needs.

        For a window that is being closed: the lanes may be about to end. Raises `StoreError`.
        """
        self._timer.stop()
        if self._frozen or self.state is Keeping.NEW:
            return
        try:
            self._writer()(Work())  # also while another save is under way: the later one stays
        except StoreError:
            self.state = Keeping.FAILED
            raise
        self._set(Keeping.SAVED)

    def freeze(self, frozen: bool) -> None:
        """Write nothing any more, or write again."""
        self._timer.stop()
        self._frozen = frozen

    @Slot()
    def _save(self) -> None:
        self._timer.stop()
        if self._saving:
            return  # looked at again when that save has ended
        if self._frozen or self.state in (Keeping.NEW, Keeping.SAVED):
            self._go_on()
            return
        self._saving = True
        self.state = Keeping.SAVED  # a change made meanwhile says otherwise again
        self._desk.runner.submit(Lane.STORE, self._writer(), self, self._on_saved, self._on_failed)

    def _writer(self) -> Callable[[Work], None]:
        """Copy the draft as it is; return what writes the copy unless a later one was written."""
        self._taken += 1
        number, office, snapshot = self._taken, self._desk.office, copy.deepcopy(self.draft)

        def write(_work: Work) -> None:
            with self._writing:
                if number > self._written:
                    drafts.save(office, snapshot)
                    self._written = number

        return write

    def _on_saved(self, _nothing: None) -> None:
        self._saving = False
        self.changed.emit()
        late = self.state is Keeping.CHANGED and not self._timer.isActive()
        if self._then is not None or late:
            self._save()

    def _on_failed(self, error: Exception) -> None:
        self._saving = False
        self._then = None
        self._set(Keeping.FAILED)
        self.failed.emit(error)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _set(self, state: Keeping) -> None:
        self.state = state
        self.changed.emit()
