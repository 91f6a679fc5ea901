"""What has closed is gone: nothing of a wizard stays, in Qt or in Python."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from changes_support import GOLD, REGISTERED
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from window_support import Opened, opened

from pec_desktop.ui.main_window import MainWindow


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.connect()
        yield place


@pytest.fixture
def only_by_itself() -> Iterator[None]:
    """Garbage is collected by nobody but the program."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def box(window: MainWindow, name: str) -> str:
    rows = window.mailboxes.table.rows.rows.values()
    return next(row.id for row in rows if row.stored.mailbox.casella_pec.startswith(name))


OPENS: dict[str, Callable[[MainWindow], object]] = {
    "register": lambda window: window.new_mailbox(),
    "activate": lambda window: window.activate(box(window, REGISTERED)),
    "preserve": lambda window: window.wizards.preserve(box(window, GOLD)),
    "renew": lambda window: window.wizards.change("renew_mailbox", box(window, GOLD)),
    "space": lambda window: window.wizards.change("change_space", box(window, GOLD)),
    "renew many": lambda window: window.wizards.renew_many([box(window, GOLD)]),
    "communicate": lambda window: window.communicate(box(window, GOLD)),
}


@pytest.mark.usefixtures("only_by_itself")
@pytest.mark.parametrize("which", OPENS)
def test_nothing_stays_of_a_wizard_that_has_closed(at: Opened, which: str) -> None:
    OPENS[which](at.window)
    at.settle()
    gone = [weakref.ref(one) for one in at.window.findChildren(QDialog) if one.isVisible()]
    assert len(gone) == 1
    dialog = gone[0]()
    assert dialog is not None
    dialog.close()
    del dialog
    at.qtbot.waitUntil(lambda: gone[0]() is None)
