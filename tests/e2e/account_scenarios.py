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
    page = window.account
    yield from see_all_parts(stage)
    yield from make_token(stage, "Ufficio")
    stage.click(page.tokens.use_button)
    yield lambda: office.connection is not first and not page.tokens.busy.isVisible()
    yield lambda: [one.name for one in page.tokens.table.rows.records if one.own] == ["Ufficio"]
    used = office.connection
    page.tokens.renew_own()
    yield lambda: office.connection is not used and not page.tokens.busy.isVisible()
    yield lambda: [one.name for one in page.tokens.table.rows.records if one.own] == ["Ufficio"]
    names = token_names(stage)
    page.tokens.table.selectRow(1 - names.index("Ufficio"))
    yield from delete_token(stage)
    assert token_names(stage) == ["Ufficio"]
    yield from look_up(stage)
    renewed = office.connection
    assert used is not None
    assert renewed is not None
    secrets = [first.token, first.api_key, used.token, renewed.token]
    assert leaks(office.database.path.parent, secrets) == []


def see_all_parts(stage: Stage) -> Script:
    """Go to the account's page and through its parts."""
    stage.window.commands["account"].trigger()
    page = stage.window.account
    for part in PARTS:
        page.choose(part)
        yield lambda: page.part.isVisible() and stage.program.runner.busy == 0
        stage.picture(f"account-{part}")
    assert len(page.wallet.table.rows.records) > 3
    assert len(page.scopes.table.rows.records) > 12


def make_token(stage: Stage, name: str) -> Script:
    """Make another access token; it is selected then."""
    tokens = stage.window.account.tokens
    stage.window.account.choose("tokens")
    yield lambda: tokens.table.rows.records
    before = len(tokens.table.rows.records)
    stage.click(tokens.new_button)
    yield lambda: stage.dialog(TokenDialog)
    dialog = stage.dialog(TokenDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.form.editor("token_name").control, name)
    stage.click(dialog.main_button)
    yield lambda: len(tokens.table.rows.records) == before + 1 and tokens.use_button.isEnabled()


def delete_token(stage: Stage) -> Script:
    """Delete the selected access token, and say so once more."""
    tokens = stage.window.account.tokens
    before = len(tokens.table.rows.records)
    stage.click(tokens.delete_button)
    yield lambda: stage.dialog(QMessageBox)
    box = stage.dialog(QMessageBox)
    assert box is not None
    stage.click(next(one for one in box.buttons() if "Delete" in one.text()))
    yield lambda: len(tokens.table.rows.records) == before - 1


def token_names(stage: Stage) -> list[str]:
    """The names in the list of access tokens."""
    return [one.name for one in stage.window.account.tokens.table.rows.records]


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
