"""The outbox in the main window: opens its dialog, and follows the person's standing choice.

The choice is a setting (`send_uploads`). It is acted on once each time the network comes back, when
the list has been read and no wizard is open over the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from pec_desktop.errors import Refusal, is_offline
from pec_desktop.services.office import Office
from pec_desktop.store.drafts import DraftKind
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.failures import present
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.theme import Role
from pec_desktop.ui.tidings import Tiding, Tidings
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.services.outbox import Sent


FOLLOWED: dict[DraftKind, Kind] = {
    "activation": Kind.MAILBOX,
    "communication": Kind.COMMUNICATION,
    "attorney": Kind.COMMUNICATION,
}
"""Kind of draft → what is looked at once it was sent, until the provider is done with it."""


class Outbox(QObject):
    """Sends drafts for a window. GUI thread."""

    changed = Signal()
    """Drafts were sent, or are drafts again: the archive is to be read anew."""

    def __init__(self, desk: Desk, window: QWidget, tidings: Tidings) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._tidings = tidings
        self._away = True
        self._due = False
        self._sending = False

    def send(self, ids: Sequence[str]) -> None:
        """Open the dialog that shows what would be sent of these drafts, and sends it."""
        from pec_desktop.ui.send_outbox import SendOutbox

        dialog = SendOutbox(self._desk, ids, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.changed.connect(lambda: self._after(dialog.results))
        dialog.open()

    def shift(self, draft_id: str, step: int) -> None:
        """Let a draft go out earlier or later than now."""
        work = partial(_move, self._desk.office, draft_id, step)
        self._desk.runner.submit(Lane.STORE, work, self, self._on_moved)

    def _on_moved(self, _nothing: None) -> None:
        self.changed.emit()

    # The standing choice

    @Slot(object)
    def lost(self, error: Exception) -> None:
        """A call has failed: if the network is gone, what waits is looked at when it is back."""
        self._away |= _is_away(error)

    @Slot()
    def back(self) -> None:
        """The vendor has answered."""
        self._due |= self._away
        self._away = False
        self.go()

    @Slot()
    def go(self) -> None:
        """Send what the standing choice covers, if that is due and nobody works in a wizard."""
        if not self._due or self._sending or QApplication.activeModalWidget() is not None:
            return
        self._due = False
        if self._desk.settings.send_uploads:
            self._sending = True
            work = partial(_send_free, self._desk.office)
            self._desk.runner.submit(Lane.NET, work, self, self._on_sent, self._on_not_sent)

    def _on_sent(self, results: list[Sent]) -> None:
        self._sending = False
        self._away |= any(_is_away(one.error) for one in results)
        told = (_tiding(one) for one in results)
        self._tidings.tell([one for one in told if one is not None])
        if results:
            self._after(results)

    def _on_not_sent(self, error: Exception) -> None:
        """Nothing was sent; what waits is still there, and the next time is the next time."""
        self._sending = False
        self.lost(error)

    def _after(self, results: Sequence[Sent]) -> None:
        """Keep an eye on what the provider has now, and let the window show it."""
        for one in results:
            kind = FOLLOWED.get(one.item.row.draft.kind)
            if kind is not None and one.thing is not None:
                self._desk.lookout.follow(kind, one.thing.id)
        self.changed.emit()


def _is_away(error: Exception | None) -> bool:
    """Whether there was no way to the vendor, be it for want of a token."""
    no_token = isinstance(error, Refusal) and error.key == "office.no_token"
    return no_token or is_offline(error)


def _tiding(one: Sent) -> Tiding | None:
    """Tell what became of one; what nobody knows yet is told when it is known."""
    row, error = one.item.row, one.error
    if error is not None and (_is_away(error) or present(error).uncertain):
        return None
    key, role = ("news.sent", Role.GOOD) if error is None else ("news.not_sent", Role.ATTENTION)
    return Tiding(key, role, row.draft.target, formats.line(row.title))


def _send_free(office: Office, work: Work) -> list[Sent]:
    from pec_desktop.services import outbox  # the first window does without

    return outbox.send_free(office, work)


def _move(office: Office, draft_id: str, step: int, _work: Work) -> None:
    from pec_desktop.services import outbox

    outbox.shift(office, draft_id, step)
