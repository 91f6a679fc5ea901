"""An open main window for tests, and mailboxes made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from office_support import NOON, Bench, bench, connection_to
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pec_desktop.domain.mailbox import Mailbox, Timestamp
from pec_desktop.domain.token import PERMISSIONS
from pec_desktop.services import tokens
from pec_desktop.settings import Settings
from pec_desktop.store.mailboxes import StoredMailbox
from pec_desktop.tasks.runner import TaskRunner
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.mailbox_rows import Row, prepare
from pec_desktop.ui.main_window import MainWindow
from pec_desktop.ui.theme import Theme
from pec_desktop.work import Work

TODAY = date(2026, 11, 23)
ENGLISH = QLocale("en_IE")

_STATES = ("evasa", "registrata", "in_evasione", "documenti_errati", "revocata", "chiusa")
_TYPES = ("STANDARD", "GOLD", "DOMICILIODIGITALE", "BRONZE", "PECMASSIVA", "SILVER")
_NAMES = ("Alpi", "Conti", "Verdi", "Neri", "Bruni", "Gallo", "Serra")


def stored(number: int = 0, *, note: str = "", listed: bool = True, **fields: Any) -> StoredMailbox:
    """One mailbox, different for each `number`; `fields` are those of `Mailbox`."""
    name = _NAMES[number % len(_NAMES)]
    state = fields.get("stato", _STATES[number % len(_STATES)])
    given: dict[str, Any] = {
        "id": f"id{number:05}",
        "casella_pec": f"{name.lower()}.{number}@testcert.legalmail.it",
        "tipo_casella": _TYPES[number % len(_TYPES)],
        "stato": state,
        "data_scadenza": f"{number % 28 + 1:02}/{number % 12 + 1:02}/2027"
        if state == "evasa"
        else "",
        "timestamp": Timestamp(registrazione=int(NOON) - 86_400, ultima_modifica=int(NOON)),
        "denominazione_titolare": f"{name} {number} S.r.l.",
        "cf_piva_titolare": f"{number:011}",
        **fields,
    }
    return StoredMailbox(Mailbox(**given), note, listed, int(NOON), int(NOON))


def rows(*mailboxes: StoredMailbox) -> list[Row]:
    """Rows of these mailboxes on the day of the tests."""
    return prepare(mailboxes, TODAY, ENGLISH)


def many(count: int) -> list[Row]:
    """Rows of so many different mailboxes."""
    return rows(*(stored(number) for number in range(count)))


class Opened:
    """A main window and all that it works with."""

    def __init__(self, at: Bench, desk: Desk, qtbot: QtBot) -> None:
        self.at = at
        self.desk = desk
        self.qtbot = qtbot
        self.window: MainWindow
        self.open()

    def open(self) -> MainWindow:
        """Open a window at the same desk, as a new start of the program does."""
        window = MainWindow(self.desk)
        self.qtbot.addWidget(window)
        window.set_accounts([self.at.office.account])
        window.resize(self.desk.theme.em(116), self.desk.theme.em(68))
        window.show()
        self.window = window
        self.settle()
        return window

    def connect(self) -> None:
        """The account can be reached: wait for list and details."""
        self.window.connected()
        self.settle()

    def connect_with(self, *permissions: str) -> None:
        """Connect with a token that opens only what these permissions (fields of the form) open."""
        office = self.at.office
        office.connection = connection_to(self.at.server)
        scopes = {name: name in permissions for name in PERMISSIONS}
        form = {"token_name": "Ufficio", "token_days": 30, **scopes}
        made = tokens.create(office, form, Work())
        office.connection = replace(connection_to(self.at.server), token=made.token)
        self.connect()

    def settle(self) -> None:
        """Wait until nothing is under way any more."""

        def idle() -> bool:
            reading = self.window.follower.busy or self.window.register.follower.busy
            return self.desk.runner.busy == 0 and not reading

        self.qtbot.waitUntil(idle, timeout=20_000)

    @property
    def shown(self) -> list[Row]:
        """The rows of the table."""
        return list(self.window.mailboxes.table.rows.shown)

    def row(self, state: str) -> Row:
        """The first row in a state."""
        return next(row for row in self.shown if row.stored.mailbox.stato == state)

    def select(self, state: str) -> Row:
        """Select the first mailbox in a state."""
        row = self.row(state)
        self.window.mailboxes.select(row.id)
        self.settle()
        return row


@contextmanager
def opened(
    qtbot: QtBot,
    folder: Path,
    *,
    connected: bool = True,
    empty: bool = False,
    scale: float = 1.0,
    locale: QLocale = ENGLISH,
) -> Iterator[Opened]:
    """Open the main window of an office in `folder`; by default with a seeded practice server."""
    with bench(folder, connected=connected, empty=empty) as at:
        runner, theme = TaskRunner(), Theme("light", scale)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app)
        settings = Settings(folder / "settings.json")
        settings.notifications = False  # a test tells nothing to whoever runs it
        desk = Desk(at.office, runner, theme, settings, locale)
        try:
            yield Opened(at, desk, qtbot)
        finally:
            desk.lookout.stop()
            at.server.faults.release()
            assert runner.close()
