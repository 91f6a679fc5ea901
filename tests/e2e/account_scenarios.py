"""What a person does with the account, as scripts for `driver.py` (see `scenarios.py`)."""

from __future__ import annotations

from collections.abc import Callable

from driver import Script, Stage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from scenarios import leaks

from pec_desktop.ui.account_page import PARTS
from pec_desktop.ui.lookup import LookUp
from pec_desktop.ui.token_dialog import TokenDialog

BEFORE: dict[str, Callable[[], None]] = {}


def all_of_the_account(stage: Stage) -> Script:
    """Every part of the page, every act on a token, and a paid look-up, in the practice office."""
    window, office = stage.window, stage.program.office
    assert office is not None
    yield lambda: office.connection is not None and window.mailboxes.table.rows.rows
    first = office.connection
    assert first is not None
    window.commands["account"].trigger()
    page = window.account
    for part in PARTS:
        page.choose(part)
        yield lambda: page.part.isVisible() and stage.program.runner.busy == 0
        stage.picture(f"account-{part}")
    assert len(page.wallet.table.rows.records) > 3
    assert len(page.scopes.table.rows.records) > 12
    page.choose("tokens")
    yield lambda: page.tokens.table.rows.records
    stage.click(page.tokens.new_button)
    yield lambda: stage.dialog(TokenDialog)
    dialog = stage.dialog(TokenDialog)
    assert dialog is not None
    line = dialog.form.editor("token_name").control
    QTest.keyClicks(line, "Ufficio")
    stage.click(dialog.main_button)
    yield lambda: len(page.tokens.table.rows.records) == 2 and page.tokens.use_button.isEnabled()
    stage.click(page.tokens.use_button)
    yield lambda: office.connection is not first and not page.tokens.busy.isVisible()
    yield lambda: [one.name for one in page.tokens.table.rows.records if one.own] == ["Ufficio"]
    used = office.connection
    page.tokens.renew_own()
    yield lambda: office.connection is not used and not page.tokens.busy.isVisible()
    yield lambda: [one.name for one in page.tokens.table.rows.records if one.own] == ["Ufficio"]
    names = [one.name for one in page.tokens.table.rows.records]
    page.tokens.table.selectRow(1 - names.index("Ufficio"))
    stage.click(page.tokens.delete_button)
    yield lambda: stage.dialog(QMessageBox)
    box = stage.dialog(QMessageBox)
    assert box is not None
    stage.click(next(one for one in box.buttons() if "Delete" in one.text()))
    yield lambda: [one.name for one in page.tokens.table.rows.records] == ["Ufficio"]
    yield from look_up(stage)
    renewed = office.connection
    assert used is not None
    assert renewed is not None
    secrets = [first.token, first.api_key, used.token, renewed.token]
    assert leaks(office.database.path.parent, secrets) == []


def look_up(stage: Stage) -> Script:
    """Ask about a domain, once, with the token that was taken up."""
    window, office = stage.window, stage.program.office
    assert office is not None
    window.commands["lookup"].trigger()
    yield lambda: stage.dialog(LookUp)
    dialog = stage.dialog(LookUp)
    assert dialog is not None
    dialog.activateWindow()
    yield dialog.isActiveWindow
    dialog.domain.form.focus_first()
    QTest.keyClicks(dialog.domain.editor.line, "pec.it")
    yield dialog.domain.button.isEnabled
    stage.picture("lookup")
    QTest.mouseClick(dialog.domain.button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.domain.button, Qt.MouseButton.LeftButton)
    yield lambda: dialog.found
    assert dialog.found[0].answer == "certified"
    assert [one.operation for one in office.attempts.all()] == ["check_domain"]
