"""Looking up, and the account's page, in Italian: every word, every letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from italian_support import ITALIAN, Reader, in_italian
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.practice import Fault
from pec_desktop.ui.lookup import LookUp


@pytest.fixture
def italian(qapp: QApplication) -> Iterator[Reader]:
    """What looks at windows in Italian; in the end each of them was in order."""
    with in_italian(qapp) as reader:
        yield reader
    assert reader.looked
    assert reader.wrong == {}


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile", locale=ITALIAN) as opened:
        yield opened


def test_looking_up(at: Place, italian: Reader) -> None:
    window = LookUp(at.desk)
    at.show(window)
    italian.look("lookup-asking", window)
    at.settle()
    italian.look("lookup-empty", window)
    window.address.ask()
    italian.look("lookup-no-address", window)
    for address in ("libera@testcert.legalmail.it", "occupata@testcert.legalmail.it"):
        window.address.form.focus_first()
        window.address.editor.line.selectAll()
        QTest.keyClicks(window.address.editor.line, address)
        window.address.ask()
        italian.look("lookup-address-asking", window)
        at.settle()
        italian.look(f"lookup-address-{address[:6]}", window)
    at.at.server.faults.set(Fault.DROP_AFTER, "check_domain")
    QTest.keyClicks(window.domain.editor.line, "pec.it")
    window.domain.check()
    italian.look("lookup-checking", window)
    at.settle()
    italian.look("lookup-unknown", window)
    window.domain.override.click()
    window.domain.check()
    at.settle()
    italian.look("lookup-certified", window)
    at.desk.office.connection = None
    window.address.ask()
    at.settle()
    italian.look("lookup-offline", window)
