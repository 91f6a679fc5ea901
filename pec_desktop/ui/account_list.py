"""A list on the account page: asked for when it is shown, with what stands in for it until then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent

from pec_desktop.errors import Cancelled
from pec_desktop.services.office import Office
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.pages import RecordPage
from pec_desktop.ui.record_table import RecordTable
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class AccountList(RecordPage):
    """Busy, empty, failed or filled; without e-mail and API key it says how to add them.

    A subclass defines `ask` and may override `show_answer`. GUI thread.
    """

    key_wanted = Signal()
    """The person wants to add e-mail and API key."""

    def __init__(
        self, desk: Desk, about: str, picture: str, table: RecordTable, nothing: tuple[str, str]
    ) -> None:
        self.busy = BusyRow(desk.theme)
        super().__init__(desk, about, picture, table)
        self._picture = picture
        self._nothing = nothing
        self._task: Task | None = None
        self._stale = True
        set_role(self.heading, "muted")
        self.heading.setWordWrap(True)
        self._column.insertWidget(1, self.busy)
        self._stack.setCurrentWidget(table)
        self.bar.retry.connect(self.reload)
        self.empty.button.clicked.connect(self.key_wanted)

    def ask(self, office: Office, work: Work) -> Any:
        """Ask the vendor. Worker thread."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> None:
        """Show what was asked for: by default a sequence of records."""
        self.show_records(answer)

    @property
    def reachable(self) -> bool:
        """Whether the vendor can be asked at all."""
        connection = self.desk.office.connection
        return connection is not None and connection.has_key

    def expire(self) -> None:
        """What is shown is old: ask again as soon as it is looked at."""
        self._stale = True
        if self.isVisible():
            self.reload()

    @Slot()
    def reload(self) -> None:
        """Ask now, and show no failure of before."""
        self.bar.clear()
        self.look()

    def look(self) -> None:
        """Ask now; what is shown stays until the answer is there."""
        self._stale = False
        if self._task is not None:
            self._task.cancel()
        if not self.reachable:
            self._end()
            self.show_records([])
            return
        office = self.desk.office
        self.busy.say(self.tr("Asking the service…"))

        def ask(work: Work) -> Any:
            return self.ask(office, work)

        self._task = self.desk.runner.submit(Lane.NET, ask, self, self._on_answer, self._on_failed)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records, or say why there are none."""
        if not records:
            self._say_nothing()
        super().show_records(records)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask the first time, and whenever what is there has become old."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _say_nothing(self) -> None:
        connection = self.desk.office.connection
        if connection is None:
            what = text("office.not_connected"), self.tr("As soon as it is, this is asked for.")
            self.empty.say(*what, picture="connect")
        elif not connection.has_key:
            self.empty.say(
                text("account.no_api_key"),
                self.tr(
                    "They stand in the console of your Openapi account and go to this computer's "
                    "keychain. What you do with mailboxes needs only the access token."
                ),
                self.tr("Add e-mail and API key…"),
                picture="key",
            )
        else:
            self.empty.say(*self._nothing, picture=self._picture)

    def _on_answer(self, answer: Any) -> None:
        self._end()
        self.show_answer(answer)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # another question is under way
        self._end()
        self.bar.show_error(error, can_retry=True)

    def _end(self) -> None:
        self._task = None
        self.busy.say("")

    @Slot()
    def _dress(self) -> None:
        super()._dress()
        side = self.desk.theme.em(1.6)
        self._column.setContentsMargins(side, 0, side, side // 2)
        self._stack.setMinimumHeight(self.desk.theme.em(12))
