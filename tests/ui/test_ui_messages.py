"""Messages that belong to no place in a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from access import nameless
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pec_desktop.errors import Refusal, StoreError
from pec_desktop.ui.messages import Message, Messages
from pec_desktop.ui.theme import Theme


@pytest.fixture
def messages(qtbot: QtBot) -> Iterator[Messages]:
    yield Messages(Theme("light"))
    for one in open_messages():
        one.close()


def open_messages() -> list[Message]:
    widgets = QApplication.topLevelWidgets()
    return [one for one in widgets if isinstance(one, Message) and one.isVisible()]


def the_one() -> Message:
    (message,) = open_messages()
    return message


def said(message: Message) -> str:
    return " ".join(label.text() for label in message.findChildren(QLabel) if label.isVisible())


def close(message: Message, qtbot: QtBot) -> None:
    with qtbot.waitSignal(message.destroyed):
        QTest.keyClick(message, Qt.Key.Key_Return)


def test_an_error_is_said_with_what_to_do_and_without_money(
    messages: Messages, qtbot: QtBot
) -> None:
    messages.show(StoreError("store.set_aside", path="/home/studio/<b>PEC</b>/archive.damaged"))
    words = said(the_one())
    assert "/home/studio/<b>PEC</b>/archive.damaged" in words
    assert "Keep the file and ask support" in words
    assert "paid" not in words
    assert nameless(the_one()) == []


def test_one_message_at_a_time_the_others_wait(messages: Messages, qtbot: QtBot) -> None:
    messages.show(StoreError("store.disk_full"))
    messages.show(StoreError("store.locked"))
    assert "disk is full" in said(the_one())
    close(the_one(), qtbot)
    qtbot.waitUntil(lambda: len(open_messages()) == 1)
    assert "Another program holds the archive" in said(the_one())
    close(the_one(), qtbot)
    assert open_messages() == []


def test_a_mistake_of_the_program_is_said_once_with_details_to_copy(
    messages: Messages, qtbot: QtBot
) -> None:
    summary = "Traceback (most recent call last):\n  File x, line 3\nLookupError: [hidden]"
    messages.show_crash(summary)
    messages.show_crash(summary)
    message = the_one()
    assert "made a mistake" in said(message)
    assert "stands in Activity" in said(message)
    assert "Traceback" not in said(message)
    for words in ("Details", "Copy"):
        buttons = message.findChildren(QPushButton)
        button = next(one for one in buttons if words in one.text().replace("&", ""))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert summary in QGuiApplication.clipboard().text()
    close(message, qtbot)
    messages.show_crash(summary)
    assert open_messages() == []
    messages.show_crash("another one")
    assert the_one().failure.details == "another one"


def test_no_mistake_is_shown_over_another_message(messages: Messages, qtbot: QtBot) -> None:
    messages.show(StoreError("store.disk_full"))
    messages.show_crash("a mistake")
    close(the_one(), qtbot)
    assert open_messages() == []


def test_a_message_that_goes_with_its_window_does_not_silence_the_next(
    messages: Messages, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    messages.show(StoreError("store.disk_full"))
    message = the_one()
    assert message.parent() is window
    with qtbot.waitSignal(message.destroyed):
        window.deleteLater()
    messages.show(StoreError("store.locked"))
    assert "Another program" in said(the_one())


def test_before_the_event_loop_runs_it_waits_for_the_person(qtbot: QtBot) -> None:
    seen: list[str] = []

    def press() -> None:
        seen.append(said(the_one()))
        QTest.keyClick(the_one(), Qt.Key.Key_Escape)

    QTimer.singleShot(50, press)
    Messages().show_and_wait(Refusal("profile.in_use"))
    assert len(seen) == 1
    assert "already running" in seen[0]
    assert open_messages() == []
