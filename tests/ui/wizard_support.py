"""A desk for window tests: a real office on a real practice server, a real task runner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from office_support import Bench, bench
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pec_desktop.settings import Settings
from pec_desktop.tasks.runner import TaskRunner
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.theme import Theme

ENGLISH = QLocale("en")


class Place:
    """Where a window test works: `at` is the office and the server, `desk` what windows get."""

    def __init__(self, at: Bench, desk: Desk, qtbot: QtBot) -> None:
        self.at = at
        self.desk = desk
        self.qtbot = qtbot
        self._windows: list[QWidget] = []

    def show(self, window: QWidget) -> None:
        """Show `window` as the active one, and keep it for the length of the test."""
        self._windows.append(window)
        self.qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    def settle(self) -> None:
        """Wait until no task is under way."""
        self.qtbot.waitUntil(lambda: self.desk.runner.busy == 0, timeout=20_000)


@contextmanager
def place(
    qtbot: QtBot,
    folder: Path,
    *,
    connected: bool = True,
    empty: bool = True,
    locale: QLocale = ENGLISH,
) -> Iterator[Place]:
    """Open an office in `folder` with everything a window needs; by default without mailboxes."""
    with bench(folder, connected=connected, empty=empty) as at:
        runner = TaskRunner()
        desk = Desk(at.office, runner, Theme("light"), Settings(folder / "s.json"), locale)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        desk.theme.apply(app)
        try:
            yield Place(at, desk, qtbot)
        finally:
            desk.lookout.stop()
            at.server.faults.release()
            runner.close()
