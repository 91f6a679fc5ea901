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
    "outbox": lambda window: window.outbox.send([]),
}


def new_token(window: MainWindow) -> None:
    window.show_page("account")
    window.account.tokens.make()


SMALL: dict[str, Callable[[MainWindow], object]] = {
    "preferences": lambda window: window.commands["preferences"].trigger(),
    "about": lambda window: window.commands["about"].trigger(),
    "begin anew": lambda window: window.commands["reset_practice"].trigger(),
    "export": lambda window: window.commands["export"].trigger(),
    "token": new_token,
    "key": lambda window: window.account.add_key(),
}
"""Dialogs that are not worth a round of the collector: it is enough that nobody holds them."""


@pytest.mark.usefixtures("only_by_itself")
@pytest.mark.parametrize("which", OPENS)
def test_nothing_stays_of_a_wizard_that_has_closed(at: Opened, which: str) -> None:
    gone = opened_and_closed(at, OPENS[which])
    at.qtbot.waitUntil(lambda: gone() is None)


@pytest.mark.parametrize("which", SMALL)
def test_nobody_holds_a_dialog_that_has_closed(at: Opened, which: str) -> None:
    gone = opened_and_closed(at, SMALL[which])
    at.qtbot.waitUntil(lambda: gc.collect() >= 0 and gone() is None)
    at.qtbot.waitUntil(lambda: not at.window.findChildren(QDialog))


def opened_and_closed(at: Opened, opens: Callable[[MainWindow], object]) -> weakref.ref[QDialog]:
    """Open a dialog, and close it once all is there."""
    opens(at.window)
    at.settle()
    (dialog,) = (one for one in at.window.findChildren(QDialog) if one.isVisible())
    dialog.close()
    return weakref.ref(dialog)
