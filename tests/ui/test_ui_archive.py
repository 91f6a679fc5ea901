"""Saving and restoring the office: the dialogs, with real files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from access import nameless
from PySide6.QtCore import QDeadlineTimer, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.services import drafts
from pec_desktop.services.saved_archive import is_sealed
from pec_desktop.services.saving import save
from pec_desktop.settings import Settings
from pec_desktop.store import age
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore
from pec_desktop.ui import formats
from pec_desktop.ui.restore_archive import RestoreArchive
from pec_desktop.ui.save_archive import SaveArchive
from pec_desktop.work import Work

WORDS = "quattro cavalli bianchi"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passphrases cost nothing here."""
    monkeypatch.setattr(age.AgeWriter.__init__, "__kwdefaults__", {"work": 4})


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile") as opened:
        opened.at.draft()
        opened.desk.settings.price_list = {"renew": "9.50"}
        yield opened


def said(window: QWidget) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def press(dialog: SaveArchive | RestoreArchive, at: Place) -> None:
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    at.settle()


# Saving


def saving(at: Place) -> SaveArchive:
    office, desk = at.desk.office, at.desk
    dialog = SaveArchive(desk.runner, desk.theme, office.database, office.files, desk.settings)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    at.show(dialog)
    return dialog


def choose(dialog: SaveArchive, at: Place, target: Path) -> None:
    """Press Save, and choose a place in the system's dialog."""
    press(dialog, at)
    chooser = dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    name = chooser.findChild(QLineEdit)
    assert name is not None
    name.setText(str(target))
    chooser.accept()
    at.settle()


def test_the_office_is_saved_with_a_passphrase(at: Place, tmp_path: Path) -> None:
    dialog, target = saving(at), tmp_path / "studio.zip.age"
    assert nameless(dialog) == []
    assert "nobody can open the file" in said(dialog)
    for field in (dialog.passphrase, dialog.again):
        QTest.keyClicks(field, WORDS)
    choose(dialog, at, target)
    assert dialog.ended, said(dialog)
    assert target.name in said(dialog)
    assert is_sealed(target)
    press(dialog, at)
    assert not dialog.isVisible()


def test_without_a_passphrase_it_warns(at: Place, tmp_path: Path) -> None:
    dialog, target = saving(at), tmp_path / "studio.zip"
    dialog.protect.click()
    assert not dialog.passphrase.isVisible()
    assert "can read the clients' data" in said(dialog)
    choose(dialog, at, target)
    assert dialog.ended, said(dialog)
    assert not is_sealed(target)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("", "", "At least 12 characters"),
        ("elevenchars", "elevenchars", "At least 12 characters"),
        (WORDS, WORDS.upper(), "not the same"),
    ],
)
def test_a_passphrase_that_will_not_do_is_said(
    at: Place, first: str, second: str, words: str
) -> None:
    dialog = saving(at)
    dialog.passphrase.setText(first)
    dialog.again.setText(second)
    press(dialog, at)
    assert words in said(dialog)
    assert dialog.findChild(QFileDialog) is None


def test_a_place_where_nothing_can_be_saved_is_said(at: Place, tmp_path: Path) -> None:
    dialog = saving(at)
    dialog.protect.click()
    dialog._on_place(str(tmp_path / "no folder" / "studio.zip"))
    at.settle()
    assert not dialog.ended
    assert "could not be saved" in said(dialog.bar)
    assert dialog.main_button.isEnabled()


def test_closing_stops_the_saving_first(at: Place, tmp_path: Path) -> None:
    dialog, target = saving(at), tmp_path / "studio.zip"
    dialog.protect.click()
    dialog._on_place(str(target))
    assert dialog.busy
    assert dialog.cancel_button.text() == "S&top"
    dialog.reject()
    assert dialog.isVisible(), "it waits until the file is gone"
    at.settle()
    assert not target.exists()
    assert dialog.isVisible()
    assert dialog.bar.isHidden(), "a person knows that they have stopped it"
    dialog.reject()
    assert not dialog.isVisible()


# Restoring


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Another office's archive, without a passphrase."""
    return other_office(tmp_path, "")


def other_office(tmp_path: Path, words: str) -> Path:
    database = Database(tmp_path / "other" / "archive.sqlite", clock=lambda: 1_795_000_000)
    database.path.parent.mkdir()
    database.open()
    target = tmp_path / ("studio.zip.age" if words else "studio.zip")
    files = FileStore(tmp_path / "other" / "files", database)
    save(database, files, {"theme": "dark"}, target, words, Work())
    return target


def restoring(at: Place, path: Path, *, sending: bool = False) -> RestoreArchive:
    office, desk = at.desk.office, at.desk
    dialog = RestoreArchive(
        *(desk.runner, desk.theme, office.database, office.files, desk.settings),
        *(path, lambda: sending),
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    at.show(dialog)
    at.settle()
    return dialog


def test_what_is_in_it_and_what_will_happen_is_said_first(at: Place, saved: Path) -> None:
    dialog = restoring(at, saved)
    assert nameless(dialog) == []
    words = said(dialog)
    assert saved.name in words
    assert words.count(formats.moment(QLocale(), 1_795_000_000)) == 2
    assert "makes room" in words
    assert "connect each account again" in words
    database = at.desk.office.database
    assert not database.successor.exists()
    dialog.reject()
    at.settle()
    assert not database.successor.exists()


def test_it_is_made_ready_and_the_program_asked_to_start_anew(
    at: Place, saved: Path, qtbot: QtBot
) -> None:
    dialog = restoring(at, saved)
    with qtbot.waitSignal(dialog.ready):
        press(dialog, at)
    assert not dialog.isVisible()
    assert at.desk.office.database.successor.exists()
    assert at.desk.settings.theme == "dark"
    assert drafts.rows(at.desk.office), "the present office is as it was"


def test_an_empty_office_makes_room_without_a_word(at: Place, saved: Path, tmp_path: Path) -> None:
    empty = Database(tmp_path / "empty" / "archive.sqlite", any_place=True)
    empty.path.parent.mkdir()
    empty.open()
    files = FileStore(tmp_path / "empty" / "files", empty)
    dialog = RestoreArchive(
        *(at.desk.runner, at.desk.theme, empty, files, Settings(tmp_path / "s.json"), saved),
        lambda: False,
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    at.show(dialog)
    at.settle()
    assert "makes room" not in said(dialog)
    assert "connect each account again" in said(dialog)


def test_a_passphrase_is_asked_for_and_a_wrong_one_is_said_at_its_field(
    at: Place, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = restoring(at, other_office(tmp_path, WORDS))
    assert dialog.passphrase.isVisible()
    assert nameless(dialog) == []
    dialog.passphrase.setText("a wrong one")
    press(dialog, at)
    assert "not its passphrase" in said(dialog)
    assert dialog.passphrase.selectedText()
    dialog.passphrase.setText(WORDS)
    press(dialog, at)
    assert "makes room" in said(dialog)
    with qtbot.waitSignal(dialog.ready):
        press(dialog, at)


def test_a_file_that_will_not_do_can_only_be_closed(at: Place, tmp_path: Path) -> None:
    path = tmp_path / "letter.zip"
    path.write_text("Dear Sir or Madam")
    dialog = restoring(at, path)
    assert "not an archive that this program saved" in said(dialog.bar)
    assert not dialog.main_button.isVisible()
    assert dialog.cancel_button.text() == "&Close"
    dialog.cancel_button.click()
    assert not dialog.isVisible()


def test_a_file_that_is_not_whole_changes_nothing(at: Place, saved: Path) -> None:
    dialog = restoring(at, saved)
    data = bytearray(saved.read_bytes())
    data[200:260] = os.urandom(60)  # the drive fails after its table has been read
    saved.write_bytes(data)
    press(dialog, at)
    assert "not whole" in said(dialog.bar)
    assert dialog.main_button.isEnabled()
    assert not at.desk.office.database.successor.exists()


def test_what_is_on_its_way_is_waited_for(at: Place, saved: Path) -> None:
    dialog = restoring(at, saved, sending=True)
    press(dialog, at)
    assert "being sent" in said(dialog.bar)
    assert not at.desk.office.database.successor.exists()


def test_who_stops_it_at_the_last_moment_has_stopped_it(at: Place, saved: Path) -> None:
    dialog = restoring(at, saved)
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    successor = at.desk.office.database.successor
    deadline = QDeadlineTimer(20_000)
    while not successor.exists():  # no events: the window has not heard of its end yet
        assert not deadline.hasExpired()
    dialog.reject()
    at.settle()
    assert dialog.isVisible()
    assert not successor.exists()
    assert at.desk.settings.theme == "system"
