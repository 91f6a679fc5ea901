"""News of a new version: only where the person wants it, and never more than news."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from access import nameless
from announcements import PAGE, Announcer, announcement
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from window_support import opened

from pec_desktop.services import updates


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Announcer]:
    with Announcer(announcement("9.0")) as announcer:
        monkeypatch.setattr(updates, "source", lambda: announcer.source)
        yield announcer


def test_nobody_is_asked_until_the_person_wants_it(
    qtbot: QtBot, tmp_path: Path, server: Announcer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", pages.append)
    with opened(qtbot, tmp_path) as at:
        at.connect()
        switch = at.window.commands["updates"]
        assert switch.isEnabled()
        assert not switch.isChecked()
        assert server.asked == []

        switch.trigger()
        bar = at.window.announcement
        qtbot.waitUntil(lambda: bar.words == "PEC Desktop 9.0 is available.")
        assert at.desk.settings.update_notice
        assert nameless(at.window) == []
        (button,) = bar.findChildren(QPushButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert pages == [QUrl(PAGE)]

        window = at.open()
        qtbot.waitUntil(lambda: bool(window.announcement.words))
        assert len(server.asked) == 2
        window.commands["updates"].trigger()
        assert window.announcement.words == ""
        at.open()
        assert len(server.asked) == 2


@pytest.mark.parametrize("data", [announcement("0.0.1"), b"nonsense"])
def test_nothing_new_and_nothing_genuine_are_no_news(
    qtbot: QtBot, tmp_path: Path, server: Announcer, data: bytes
) -> None:
    server.data = data
    with opened(qtbot, tmp_path) as at:
        at.window.commands["updates"].trigger()
        qtbot.waitUntil(lambda: len(server.asked) == 1)
        at.settle()
        assert at.window.announcement.words == ""
        assert at.window.mailboxes.bar.isHidden()


def test_a_build_without_an_address_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as at:
        at.desk.settings.update_notice = True
        switch = at.open().commands["updates"]
        at.settle()
        assert not switch.isEnabled()
        assert "does not know" in switch.toolTip()
        assert at.window.announcement.words == ""
