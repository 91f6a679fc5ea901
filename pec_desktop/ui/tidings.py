"""What the provider has done, told to the person: in the window, and outside while it is not used.

Several things at once are one sentence for each sort of thing, and what comes while the person is
away is gathered until they are back. Of a mailbox or a communication nothing leaves the window but
its address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from pec_desktop.domain import communication, mailbox
from pec_desktop.domain.account import Environment
from pec_desktop.domain.communication import CommunicationState
from pec_desktop.domain.mailbox import State
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.ui import formats
from pec_desktop.ui.columns import state_text
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.notifier import Notifier
from pec_desktop.ui.register_rows import Row as Entry
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import text

_OF_STATES = {
    State.EVASA: ("news.active", Role.GOOD),
    State.DOCUMENTI_ERRATI: ("news.refused", Role.ATTENTION),
}
_OTHER = ("news.other", Role.INFO)

_OF_COMMUNICATIONS = {
    CommunicationState.IN_ATTESA_DI_DOCUMENTI: ("communication_news.to_sign", Role.ATTENTION),
    CommunicationState.COMUNICAZIONE_EVASA: ("communication_news.completed", Role.GOOD),
}
_OTHER_COMMUNICATION = ("communication_news.other", Role.INFO)

_LOUDEST = (Role.ATTENTION, Role.INFO, Role.GOOD)


class Tiding(Struct, frozen=True):
    """One thing that has happened.

    `key` names its words: for one of its sort, and with ``.many`` for several. `id` is that of what
    it happened to, `state` its new state or what was done with it, `page` where that is shown.
    """

    key: str
    role: Role
    id: str
    address: str
    state: str = ""
    page: str = "mailboxes"


def of_rows(before: Row, now: Row) -> Tiding | None:
    """Tell what the provider has done to a mailbox between two readings; None for nothing."""
    old, new = before.stored.mailbox, now.stored.mailbox
    if not now.stored.listed or not mailbox.is_news(old, new):
        return None
    key, role = _OF_STATES.get(new.state, _OTHER)
    return Tiding(key, role, new.id, formats.line(new.casella_pec), state_text(now.stored))


def of_entries(before: Entry, now: Entry) -> Tiding | None:
    """Do the same for a communication to the Business Register."""
    old, new = before.communication, now.communication
    if not now.stored.listed or not communication.is_news(old, new):
        return None
    key, role = _OF_COMMUNICATIONS.get(new.state, _OTHER_COMMUNICATION)
    address = formats.line(new.casella_pec)
    return Tiding(key, role, new.id, address, formats.line(now.state_text), "register")


def of_look(attempt: Attempt) -> Tiding:
    """Tell what became of an attempt whose answer was lost."""
    happened = attempt.outcome is Outcome.CONFIRMED
    key, role = ("news.happened", Role.GOOD) if happened else ("news.not_done", Role.INFO)
    operation = text(f"operation.{attempt.operation}")
    return Tiding(key, role, attempt.target, formats.line(attempt.label), operation)


def words_of(tidings: Iterable[Tiding]) -> str:
    """Say it: a sentence for each sort, the most pressing first.

    One is named by its address, several are counted.
    """
    sorts: dict[str, list[Tiding]] = {}
    for one in sorted(tidings, key=lambda tiding: _LOUDEST.index(tiding.role)):
        sorts.setdefault(one.key, []).append(one)
    return " ".join(
        text(key, address=of_a_sort[0].address, state=of_a_sort[0].state)
        if len(of_a_sort) == 1
        else text(f"{key}.many", count=len(of_a_sort))
        for key, of_a_sort in sorts.items()
    )


class Tidings(QObject):
    """Tells tidings on their pages, and through the system while the program is not in use.

    GUI thread.
    """

    wanted = Signal(str, str)
    """The person wants to see it: its page, the id of what it happened to (empty for several)."""

    def __init__(
        self, desk: Desk, window: QWidget, pages: Mapping[str, Callable[[str, Role], None]]
    ) -> None:
        """`pages`: the name of each page → what says words there, in a colour."""
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._unseen: dict[str, Tiding] = {}
        self._notifier = Notifier(desk.runner, self)
        self._notifier.clicked.connect(self._on_clicked)
        self._notifier.refused.connect(self._on_refused)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self.notice)

    def tell(self, tidings: Sequence[Tiding]) -> None:
        """Tell what has happened; nothing for nothing."""
        if not tidings:
            return
        away = not self._in_use
        fresh = {one.id: one for one in tidings}
        told = self._unseen | fresh if away else fresh
        for page in dict.fromkeys(one.page for one in fresh.values()):
            here = [one for one in told.values() if one.page == page]
            role = min((one.role for one in here), key=_LOUDEST.index)
            self._pages[page](words_of(here), role)
        if away:
            self._unseen = told
            if self._desk.settings.notifications:
                self._notifier.show(self._title, words_of(told.values()))

    @Slot()
    def notice(self) -> None:
        """The program or its window has come to the front, or gone: what is seen is told."""
        if self._in_use:
            self.forget()

    @property
    def _in_use(self) -> bool:
        active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        return active and self._window.isVisible() and not self._window.isMinimized()

    @property
    def _title(self) -> str:
        """The program's name, and where it does not work for real."""
        environment = self._desk.office.account.environment
        if environment is Environment.PRODUCTION:
            return "PEC Desktop"
        return f"PEC Desktop – {text(f'environment.{environment}')}"

    def forget(self) -> None:
        """The person knows, or the window goes: take the message back."""
        self._unseen = {}
        self._notifier.withdraw()

    @Slot()
    def _on_clicked(self) -> None:
        told = sorted(self._unseen.values(), key=lambda one: _LOUDEST.index(one.role))
        self.forget()
        page = told[0].page if told else "mailboxes"
        self.wanted.emit(page, told[0].id if len(told) == 1 else "")

    @Slot()
    def _on_refused(self) -> None:
        QApplication.alert(self._window)
