"""Asking whether an address is free: on demand and, where that costs nothing, while it is typed.

Asking may cost money, so an address that is being typed is asked about by itself only where the
account tells a price of zero. The last question wins: an answer to an earlier one is not believed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pec_desktop.domain.polling import TYPING_PAUSE
from pec_desktop.errors import ApiError, ErrorKind, Refusal, is_offline
from pec_desktop.services import lookups
from pec_desktop.services.office import Office
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.work import Work


class Answer(Struct, frozen=True):
    """Whether `address` is free: `free` is None when it could not be told, and `error` says why."""

    address: str
    free: bool | None = None
    error: Exception | None = None

    @property
    def offline(self) -> bool:
        """Whether there was no way to the service at all."""
        return is_offline(self.error)

    @property
    def locked_out(self) -> bool:
        """Whether the service does not let this account in, whatever is asked."""
        return isinstance(self.error, ApiError) and self.error.kind is ErrorKind.AUTH

    @property
    def invalid(self) -> bool:
        """Whether the service does not accept the address as one."""
        return isinstance(self.error, ApiError) and self.error.kind is ErrorKind.INVALID


def question(office: Office, address: str) -> Callable[[Work], Answer]:
    """Make the work that asks whether `address` is free. It always has an answer."""

    def ask(work: Work) -> Answer:
        try:
            return Answer(address, free=lookups.availability(office, address, work))
        except (ApiError, Refusal) as error:
            return Answer(address, error=error)

    return ask


class Asker(QObject):
    """Asks about the address of one field. GUI thread."""

    due = Signal()
    """The person has paused in typing, and asking is known to cost nothing."""

    answered = Signal(object)
    """The `Answer` to the last question."""

    priced = Signal(object)
    """What a question costs (`Price`), as far as it is known now."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = ""
        self._pause = QTimer(self, singleShot=True, interval=round(TYPING_PAUSE * 1000))
        self._pause.timeout.connect(self.due)

    @property
    def waiting(self) -> bool:
        """Whether a question follows by itself, if nothing more is typed."""
        return self._pause.isActive()

    def learn_price(self) -> None:
        """Find out what asking costs; until that is known nothing is asked while typing."""
        office = self._desk.office

        learn = partial(lookups.availability_price, office)
        self._desk.runner.submit(Lane.NET, learn, self, self.priced.emit)

    @Slot()
    def typed(self) -> None:
        """The address was changed: older answers mean nothing, and a free question may be due."""
        self.forget()
        if lookups.may_ask_while_typing(self._desk.office):
            self._pause.start()

    def forget(self) -> None:
        """Believe no answer that is still to come, and ask anew even about the same address."""
        self._asked = ""
        self._pause.stop()

    def ask(self, address: str) -> bool:
        """Ask about `address`, unless that was done already; tell whether it is being done."""
        self._pause.stop()
        if address == self._asked:
            return False
        self._asked = address
        ask = question(self._desk.office, address)
        self._desk.runner.submit(Lane.NET, ask, self, self._on_answer)
        return True

    def _on_answer(self, answer: Answer) -> None:
        if answer.address != self._asked:
            return
        if answer.free is None and not answer.invalid:
            self._asked = ""  # whoever asks again may hear more
        self.answered.emit(answer)
