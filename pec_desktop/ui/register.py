"""The Business Register in the main window: its page, what is read for it, what is sent from it.

The window is told what concerns it: how many communications wait for the office, that this page is
wanted, that drafts and journal have changed, that something was paid.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pec_desktop.domain.communication import Communication
from pec_desktop.services.office import Office
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.drafts_page import DraftsPage
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.register_follower import RegisterFollower
from pec_desktop.ui.register_rows import Row
from pec_desktop.ui.theme import Role
from pec_desktop.ui.tidings import of_entries
from pec_desktop.ui.wizards import Wizards
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.ui.register_page import RegisterPage


class Register(QObject):
    """Carries out what is asked on `page`. GUI thread."""

    counted = Signal(int)
    """How many communications wait for the office."""
    wanted = Signal()
    """The page is to be shown."""
    changed = Signal()
    """Drafts and journal have changed."""
    paid = Signal()
    """A communication has begun, which costs."""
    progressed = Signal(str, int, int)
    """As `RegisterFollower.progressed`."""
    reconnect_wanted = Signal()
    happened = Signal(list)
    """list[Tiding]: what the provider has done since the communications were last read."""

    def __init__(self, desk: Desk, wizards: Wizards, drafts: DraftsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wizards = wizards
        self._drafts = drafts
        self._sending: set[str] = set()
        self._rows: dict[str, Row] = {}
        self._to_select = ""
        self._asked = ""
        self._failure: Exception | None = None
        self._news: tuple[str, Role] | None = None
        self._page: RegisterPage | None = None
        self.place = QWidget()
        """Where the page stands, which is made when it is first wanted."""
        box = QVBoxLayout(self.place)
        box.setContentsMargins(0, 0, 0, 0)
        self.follower = RegisterFollower(desk, lambda: self._rows, self._visible, self)
        self._wizards.started.connect(self._on_started)
        self._wizards.communication_wanted.connect(self.show)
        self.follower.loaded.connect(self._on_loaded)
        self.follower.failed.connect(self._on_failed)
        self.follower.refreshed.connect(self._on_refreshed)
        self.follower.progressed.connect(self._on_progress)
        desk.lookout.looked.connect(self._on_looked)
        desk.lookout.failed.connect(self._on_look_failed)

    # What the window calls

    @property
    def page(self) -> RegisterPage:
        """The page, made now if it was not wanted before: the first window has no time for it."""
        if self._page is None:
            from pec_desktop.ui.register_page import RegisterPage

            self._page = RegisterPage(self._desk)
            self._connect(self._page)
            layout = self.place.layout()
            assert layout is not None
            layout.addWidget(self._page)
            self._page.show()
            self._page.show_rows(self._rows.values())
            self._page.connection_changed()
            if self._failure is not None:
                self._page.bar.show_error(self._failure, can_retry=True)
            if self._news is not None:
                self._page.news.say(*self._news)
        return self._page

    def connected(self) -> None:
        """The account can be reached."""
        self._on_refreshed()
        self.connection_changed()

    def not_connected(self, error: Exception) -> None:
        """The account cannot be reached; say why. The list stays."""
        self._on_failed(error)
        self.connection_changed()

    def connection_changed(self) -> None:
        """Look again at what may be done: the way to the vendor or the token's rights are new."""
        if self._page is not None:
            self._page.connection_changed()

    def say(self, words: str, role: Role) -> None:
        """Say what has happened: on the page, as soon as there is one."""
        self._news = (words, role)
        if self._page is not None:
            self._page.news.say(words, role)

    def reload(self) -> None:
        """Read the archive again, without the network."""
        self.follower.reload()
        if self._page is not None:
            self._page.detail.reload()

    def stop(self) -> None:
        """Do nothing more by itself."""
        self.follower.cancel()

    @Slot(str)
    def show(self, communication_id: str) -> None:
        """Show the page and select a communication, as soon as it is in the list."""
        self.wanted.emit()
        if communication_id in self._rows:
            self.page.select(communication_id)
        else:
            self._to_select = communication_id

    def send(self, communication_id: str, override: bool = False) -> None:
        """Send the signed power of attorney once; a second click does nothing."""
        if communication_id in self._sending:
            return
        self._set_sending(communication_id, True)
        self._desk.runner.submit(
            Lane.NET,
            partial(_upload, self._desk.office, communication_id, override),
            self,
            self._on_sent,
            partial(self._on_not_sent, communication_id),
        )

    # Inside

    def _connect(self, page: RegisterPage) -> None:
        page.new_button.clicked.connect(self._on_new)
        page.refresh_button.clicked.connect(self.follower.refresh)
        page.empty.button.clicked.connect(self._on_empty)
        page.bar.retry.connect(self._on_retry)
        page.detail.send_wanted.connect(self.send)
        page.detail.look_wanted.connect(self._on_look)
        page.detail.tray.kept.connect(self.changed)

    def _visible(self) -> list[str]:
        return [] if self._page is None else self._page.visible_ids()

    @Slot(list)
    def _on_loaded(self, rows: list[Row]) -> None:
        before, self._rows = self._rows, {row.id: row for row in rows}
        self.counted.emit(sum(row.needs_person for row in rows))
        moves = (of_entries(before[row.id], row) for row in rows if row.id in before)
        self.happened.emit([one for one in moves if one is not None])
        if self._page is None:
            return
        self._page.show_rows(rows)
        if self._to_select in self._rows:
            self._page.select(self._to_select)
            self._to_select = ""

    @Slot(str)
    def _on_started(self, communication_id: str) -> None:
        """A communication has begun: show it, and look often until the code is there."""
        self.paid.emit()
        self.changed.emit()
        self.reload()
        self.show(communication_id)
        self._desk.lookout.follow(Kind.COMMUNICATION, communication_id)

    @Slot()
    def _on_new(self) -> None:
        self._wizards.communicate()

    @Slot()
    def _on_empty(self) -> None:
        """The button of the empty table: begin the first communication, or show all."""
        if self._rows:
            self.page.show_all()
        else:
            self._wizards.communicate()

    @Slot()
    def _on_retry(self) -> None:
        if self._desk.office.connection is None:
            self.reconnect_wanted.emit()
        else:
            self.follower.refresh()

    @Slot()
    def _on_refreshed(self) -> None:
        self._failure = None
        if self._page is not None:
            self._page.bar.clear()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._failure = error
        if self._page is not None:
            self._page.bar.show_error(error, can_retry=True)

    @Slot(str, int, int)
    def _on_progress(self, work: str, done: int, total: int) -> None:
        listing = work == "work.listing_communications"
        if self._page is not None:
            self._page.set_reading(listing)
            self._page.refresh_button.setEnabled(not listing)
        self.progressed.emit(work, done, total)

    # Looking

    @Slot(str)
    def _on_look(self, communication_id: str) -> None:
        self._asked = communication_id
        self._desk.lookout.follow(Kind.COMMUNICATION, communication_id)
        self._desk.lookout.look(Kind.COMMUNICATION, communication_id)

    @Slot(str, object)
    def _on_looked(self, _kind: str, thing: object) -> None:
        if isinstance(thing, Communication):
            self._asked = ""
            self.reload()

    @Slot(str, str, object)
    def _on_look_failed(self, kind: str, key: str, error: Exception) -> None:
        """A look that somebody asked for says why it failed; the others are tried again."""
        if kind == Kind.COMMUNICATION and key == self._asked:
            self._asked = ""
            self.page.detail.bar.show_error(error)

    # Sending

    def _on_sent(self, communication: Communication) -> None:
        self._set_sending(communication.id, False)
        self._desk.lookout.follow(Kind.COMMUNICATION, communication.id)
        self._after_sending()

    def _on_not_sent(self, communication_id: str, error: Exception) -> None:
        self._set_sending(communication_id, False)
        self._after_sending()
        self._bar(communication_id).show_error(error)

    def _bar(self, communication_id: str) -> FailureBar:
        """Where a failure concerns: among the drafts, at the communication, or on the page."""
        if self._drafts.isVisible():
            return self._drafts.bar
        shown = self.page.detail.communication_id == communication_id
        return self.page.detail.bar if shown else self.page.bar

    def _after_sending(self) -> None:
        self.reload()
        self.changed.emit()

    def _set_sending(self, communication_id: str, sending: bool) -> None:
        change: Callable[[str], None] = self._sending.add if sending else self._sending.discard
        change(communication_id)
        if self._page is not None:
            self._page.detail.set_busy(communication_id, sending)
        self._drafts.set_busy(communication_id if sending else "")


def _upload(office: Office, communication_id: str, override: bool, work: Work) -> Communication:
    from pec_desktop.services import communications  # the first window does without

    return communications.upload(office, communication_id, work, override=override)
