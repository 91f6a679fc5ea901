"""The doors of the first start."""

from __future__ import annotations

import pytest
from access import nameless, names
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from pec_desktop.ui.theme import Theme
from pec_desktop.ui.welcome import Welcome


def opened(qapp: QApplication, qtbot: QtBot, scale: float = 1.0) -> Welcome:
    theme = Theme("light", scale)
    theme.apply(qapp)
    doors = Welcome(theme)
    qtbot.addWidget(doors)
    doors.show()
    return doors


def test_there_are_three_doors(qapp: QApplication, qtbot: QtBot) -> None:
    doors = opened(qapp, qtbot)
    practice, connect, restore = doors.findChildren(QPushButton)
    assert restore.accessibleName() == "Restore an archive"
    assert practice.accessibleName() == "Try it without an account"
    assert connect.accessibleName() == "Connect an account"
    with qtbot.waitSignal(doors.practice_chosen):
        practice.click()
    with qtbot.waitSignal(doors.connect_chosen):
        connect.click()
    with qtbot.waitSignal(doors.restore_chosen):
        restore.click()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_words_have_room(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    doors = opened(qapp, qtbot, scale)
    doors.resize(doors.size() * 0.7)
    doors.grab()
    for label in doors.findChildren(QLabel):
        if label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_doors_have_names(qapp: QApplication, qtbot: QtBot) -> None:
    doors = opened(qapp, qtbot)
    assert nameless(doors) == []
    assert "Connect an account" in names(doors)


def test_the_walk_finds_what_has_no_name(qapp: QApplication, qtbot: QtBot) -> None:
    """The helper that all windows are walked with can fail."""
    window = QWidget()
    qtbot.addWidget(window)
    button = QToolButton(window)
    window.show()
    assert nameless(window) == ["Button QToolButton in QWidget"]
    button.setAccessibleName("Refresh")
    assert nameless(window) == []
