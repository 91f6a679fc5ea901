"""The window never stands still: the longest gap in the event loop under heavy work, in ms.

A timer ticks every 5 ms in the window's thread; the gap is the longest time between two ticks. The
practice server is a process of its own, as in the program, so that its work is not counted. The
wizards come first: each is as it is opened for the first time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import paper_samples
import pytest
from office_support import API_KEY, STUDIO, TOKEN
from PySide6.QtCore import QLocale, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pec_desktop.credentials.vault import MemoryVault
from pec_desktop.domain.changes import FORMS
from pec_desktop.domain.flows import REGISTRATION_FLOW
from pec_desktop.domain.mailbox import State, refusal
from pec_desktop.services import accounts
from pec_desktop.services.office import Connection, Office
from pec_desktop.settings import Settings
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore
from pec_desktop.tasks.runner import TaskRunner
from pec_desktop.ui.application import keep_the_window_quick
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.main_window import MainWindow
from pec_desktop.ui.theme import Theme
from pec_desktop.ui.wizard import Wizard

pytestmark = [pytest.mark.alone, pytest.mark.timeout(240)]

LIMIT = 0.150 if os.environ.get("CI") else 0.050
"""Seconds; a CI machine is shared."""

TRIES = 3
"""How often the figures are taken at most: other work on the machine makes a gap now and then, the
program itself makes its own each time. All of them are printed."""

MAILBOXES = 5000


class Heart(QObject):
    """Beats every 5 ms and remembers the longest pause between two beats, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self.longest = 0.0
        self.beats = 0
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def restart(self) -> None:
        """Forget what was."""
        self._last, self.longest, self.beats = time.perf_counter(), 0.0, 0

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        self.beats += 1


def longest(qtbot: QtBot, heart: Heart) -> float:
    """The longest pause until now, what was just brought being painted included, in seconds."""
    before = heart.beats
    qtbot.waitUntil(lambda: heart.beats > before + 10)
    return heart.longest


@contextmanager
def vendor(*options: str) -> Iterator[str]:
    """A practice server in a process of its own; gives its address."""
    command = [sys.executable, "-m", "pec_desktop.practice", "--pipe", "--pace", "1", *options]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        process.stdin.write(json.dumps({"token": TOKEN, "api_key": API_KEY}) + "\n")
        process.stdin.flush()
        yield f"http://127.0.0.1:{json.loads(process.stdout.readline())['port']}"
        process.stdin.close()


@contextmanager
def window(qtbot: QtBot, folder: Path) -> Iterator[MainWindow]:
    """The main window of a practice office, shown and painted."""
    database = Database(folder / "archive.sqlite")
    database.open()
    files = FileStore(folder / "files", database)
    office = Office(accounts.practice_account(), database, files, MemoryVault())
    runner, settings = TaskRunner(), Settings(folder / "settings.json")
    desk = Desk(office, runner, Theme(), settings, QLocale("en_IE"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    desk.theme.apply(app)
    keep_the_window_quick()
    made = MainWindow(desk)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    assert runner.close()
    runner.deleteLater()


def connect(made: MainWindow, address: str) -> None:
    made.desk.office.connection = Connection(base_url=address, token=TOKEN)
    made.connected()


def under_the_limit(
    measure: Callable[[Path], dict[str, float]], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Measure until all gaps are short enough, a few times at most, and print the figures."""
    for number in range(TRIES):
        place = folder / str(number)
        place.mkdir()
        gaps = measure(place)
        shown = ", ".join(f"{name} {gap * 1e3:.0f}" for name, gap in gaps.items())
        with capsys.disabled():
            print(f"\nlongest gap in ms (limit {LIMIT * 1e3:.0f}): {shown}", end="", flush=True)
        if max(gaps.values()) < LIMIT:
            return
    pytest.fail(f"{TRIES} times over the limit, the last time with {shown}")


def test_the_registration_wizard_and_each_of_its_pages(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    under_the_limit(partial(leafing_through, qtbot), tmp_path, capsys)


def leafing_through(qtbot: QtBot, folder: Path) -> dict[str, float]:
    """The registration wizard is opened, and each of its pages is shown."""
    gaps: dict[str, float] = {}
    with vendor() as address, window(qtbot, folder) as it:
        connect(it, address)
        qtbot.waitUntil(lambda: len(it.mailboxes.table.rows.rows) >= 20, timeout=30_000)
        qtbot.waitUntil(lambda: "pec_desktop.ui.registration" in sys.modules, timeout=30_000)
        qtbot.waitUntil(lambda: it.desk.runner.busy == 0, timeout=30_000)
        heart = Heart()

        def opening(name: str, show: Callable[[], object]) -> None:
            qtbot.waitUntil(lambda: heart.beats > 10)
            heart.restart()
            show()
            qtbot.waitUntil(lambda: it.desk.runner.busy == 0, timeout=30_000)
            gaps[name] = longest(qtbot, heart)

        opening("opened", it.new_mailbox)
        from pec_desktop.ui.registration import RegistrationWizard  # loaded by the window

        wizard = it.findChild(RegistrationWizard)
        assert isinstance(wizard, RegistrationWizard)
        wizard.draft_values.update(STUDIO)
        for step in REGISTRATION_FLOW.steps:
            opening(step.name, partial(wizard.go_to, step.name))
            assert wizard.step == step
    return gaps


def test_every_other_wizard(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    under_the_limit(partial(opening_all, qtbot), tmp_path, capsys)


def opening_all(qtbot: QtBot, folder: Path) -> dict[str, float]:
    """The wizard of everything that can be done with a mailbox is opened, and closed again."""
    gaps: dict[str, float] = {}
    with vendor() as address, window(qtbot, folder) as it:
        connect(it, address)
        qtbot.waitUntil(lambda: some_details(it) >= 20, timeout=30_000)
        qtbot.waitUntil(lambda: "pec_desktop.ui.registration" in sys.modules, timeout=30_000)
        qtbot.waitUntil(lambda: it.desk.runner.busy == 0, timeout=30_000)
        heart = Heart()

        def fit(operation: str) -> str:
            rows = it.mailboxes.table.rows.rows
            known = (row.stored.mailbox for row in rows.values() if row.stored.details_at)
            return next(one.id for one in known if refusal(operation, one) is None)

        wizards: dict[str, Callable[[], None]] = {
            operation: partial(it.wizards.change, operation, fit(operation))
            for operation in FORMS
            if operation != "activate_preservation"
        }
        wizards["activate_preservation"] = partial(
            it.wizards.preserve, fit("activate_preservation")
        )
        wizards["activate_mailbox"] = partial(it.wizards.activate, fit("activate_mailbox"))
        wizards["start_communication"] = it.wizards.communicate
        for name, show in wizards.items():
            qtbot.waitUntil(lambda: heart.beats > 10)
            heart.restart()
            show()
            qtbot.waitUntil(lambda: it.desk.runner.busy == 0, timeout=30_000)
            gaps[name] = longest(qtbot, heart)
            (wizard,) = it.findChildren(Wizard)
            wizard.close()
            del wizard
            qtbot.waitUntil(lambda: not it.findChildren(Wizard))
    return gaps


def test_an_upload_of_50_mb(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    under_the_limit(partial(uploading, qtbot), tmp_path, capsys)


def uploading(qtbot: QtBot, folder: Path) -> dict[str, float]:
    """50 MB of papers are taken in and read, then sent."""
    papers = [folder / "modulo.pdf", folder / "documento.pdf"]
    papers[0].write_bytes(paper_samples.pdf(pages=2, ballast=30_000_000))
    papers[1].write_bytes(paper_samples.pdf(pages=1, ballast=20_000_000))
    with vendor() as address, window(qtbot, folder) as it:
        connect(it, address)
        rows = it.mailboxes.table.rows
        qtbot.waitUntil(lambda: len(rows.rows) >= 20, timeout=30_000)
        qtbot.waitUntil(lambda: it.desk.runner.busy == 0, timeout=30_000)
        waiting = next(
            row.id
            for row in rows.rows.values()
            if row.stored.mailbox.state is State.REGISTRATA
            and row.stored.mailbox.tipo_casella != "DOMICILIODIGITALE"
        )
        it.show_mailbox(waiting)
        qtbot.waitUntil(lambda: it.mailboxes.detail.mailbox_id == waiting)
        heart = Heart()
        tray = it.mailboxes.detail.tray
        assert tray is not None
        tray.add_files(papers)
        qtbot.waitUntil(lambda: tray.ready, timeout=60_000)
        reading = longest(qtbot, heart)
        heart.restart()
        it.errands.send_papers(waiting)
        qtbot.waitUntil(
            lambda: rows.rows[waiting].stored.mailbox.state is State.EVASA, timeout=60_000
        )
        sending = longest(qtbot, heart)
    return {"50 MB taken in and read": reading, "sent": sending}


def test_a_refresh_of_5000_mailboxes(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    under_the_limit(partial(refreshing, qtbot), tmp_path, capsys)


def refreshing(qtbot: QtBot, folder: Path) -> dict[str, float]:
    """The first list after connecting, and a refresh of it with details."""
    with vendor("--empty", "--mailboxes", str(MAILBOXES)) as address, window(qtbot, folder) as it:
        heart = Heart()
        connect(it, address)
        rows_of = it.mailboxes.table.rows
        qtbot.waitUntil(lambda: len(rows_of.rows) == MAILBOXES, timeout=60_000)
        first = longest(qtbot, heart)
        qtbot.waitUntil(lambda: some_details(it) > 100, timeout=60_000)
        heart.restart()
        with qtbot.waitSignal(it.follower.refreshed, timeout=60_000):
            it.follower.refresh()
        again = longest(qtbot, heart)
    return {f"first list of {MAILBOXES}": first, "refresh with details": again}


def some_details(it: MainWindow) -> int:
    """How many mailboxes show their holder by now."""
    return sum(1 for row in it.mailboxes.table.rows.rows.values() if row.stored.details_at)
