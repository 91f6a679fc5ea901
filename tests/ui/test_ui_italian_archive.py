"""Saving and restoring the office in Italian: every word, every letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import paper_samples as samples
import pytest
from italian_support import ITALIAN, Reader, in_italian
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.services import activation
from pec_desktop.services.saving import save
from pec_desktop.store import age
from pec_desktop.ui.restore_archive import RestoreArchive
from pec_desktop.ui.save_archive import SaveArchive
from pec_desktop.work import Work

WORDS = "quattro cavalli bianchi"


@pytest.fixture
def italian(qapp: QApplication) -> Iterator[Reader]:
    with in_italian(qapp) as reader:
        yield reader
    assert reader.looked
    assert reader.wrong == {}


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile", locale=ITALIAN) as opened:
        mailbox = opened.at.registered()
        paper = tmp_path / "modulo firmato.pdf"
        paper.write_bytes(samples.pdf(2, ballast=900_000))
        activation.take_papers(opened.at.office, mailbox.id, [paper], Work())
        yield opened


def test_saving(at: Place, italian: Reader, tmp_path: Path) -> None:
    office, desk = at.desk.office, at.desk
    dialog = SaveArchive(desk.runner, desk.theme, office.database, office.files, desk.settings)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    at.show(dialog)
    italian.look("save-archive", dialog)
    dialog.submit()
    italian.look("save-archive-short", dialog)
    dialog.passphrase.setText(WORDS)
    dialog.submit()
    italian.look("save-archive-differs", dialog)
    dialog.protect.click()
    italian.look("save-archive-open", dialog)
    dialog._on_place("/cartella inesistente/studio.zip")
    at.settle()
    italian.look("save-archive-failed", dialog)
    dialog._on_place(str(tmp_path / "studio.zip"))
    italian.look("save-archive-busy", dialog)
    at.settle()
    assert dialog.ended
    italian.look("save-archive-done", dialog)


def test_restoring(
    at: Place, italian: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(age.AgeWriter.__init__, "__kwdefaults__", {"work": 4})
    office, desk, sending = at.desk.office, at.desk, [True]
    target = tmp_path / "PEC Desktop 2026-11-23.zip.age"
    save(office.database, office.files, {}, target, WORDS, Work())
    dialog = RestoreArchive(
        *(desk.runner, desk.theme, office.database, office.files, desk.settings),
        *(target, lambda: sending[0]),
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    at.show(dialog)
    at.settle()
    italian.look("restore-passphrase", dialog)
    dialog.submit()
    at.settle()
    italian.look("restore-wrong", dialog)
    dialog.passphrase.setText(WORDS)
    dialog.submit()
    at.settle()
    italian.look("restore-contents", dialog)
    dialog.submit()
    italian.look("restore-sending", dialog)
    sending.clear()
    sending.append(False)
    dialog.submit()
    italian.look("restore-busy", dialog)
    dialog.reject()
    italian.look("restore-stopping", dialog)
    at.settle()


def test_a_file_that_will_not_do(at: Place, italian: Reader, tmp_path: Path) -> None:
    office, desk, path = at.desk.office, at.desk, tmp_path / "lettera.zip"
    path.write_text("Egregi Signori")
    dialog = RestoreArchive(
        *(desk.runner, desk.theme, office.database, office.files, desk.settings),
        *(path, lambda: False),
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    at.show(dialog)
    at.settle()
    italian.look("restore-foreign", dialog)
