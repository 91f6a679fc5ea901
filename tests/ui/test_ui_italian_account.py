"""Looking up, and the account's page, in Italian: every word, every letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from italian_support import ITALIAN, Reader, in_italian
from msgspec.structs import replace
from office_support import NOON, connection_to
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from window_support import Opened, opened
from wizard_support import Place, place

from pec_desktop.domain.account import Environment
from pec_desktop.domain.token import PERMISSIONS, TOKEN
from pec_desktop.practice import Fault
from pec_desktop.services import tokens
from pec_desktop.ui.account_page import PARTS
from pec_desktop.ui.key_dialog import KeyDialog
from pec_desktop.ui.lookup import LookUp
from pec_desktop.ui.preferences import Preferences
from pec_desktop.ui.token_dialog import TokenDialog
from pec_desktop.work import Work


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


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Opened]:
    with opened(qtbot, tmp_path / "profile", locale=ITALIAN) as place:
        place.connect()
        yield place


def show(main: Opened, part: str) -> None:
    main.window.show_page("account")
    main.window.account.choose(part)
    main.qtbot.waitUntil(main.window.account.part.isVisible)
    main.settle()


@pytest.mark.parametrize("part", PARTS)
def test_the_account_page(main: Opened, italian: Reader, part: str) -> None:
    office = main.at.office
    form = {one.name: one.default for one in TOKEN} | {"token_name": "Gestionale"}
    limits = {"limit_walletAmount": 50, "limit_walletRequests": 9, "limit_totalRequests": 1000}
    tokens.create(office, form | limits, Work())
    office.account = replace(office.account, token_expires=int(NOON) + 9 * 86_400)
    main.window._on_clock()
    main.at.server.faults.set(Fault.SLOW, "wallet", seconds=30)
    main.window.show_page("account")
    italian.look(f"account-{part}-asking", main.window)
    main.at.server.faults.release()
    show(main, part)
    italian.look(f"account-{part}", main.window)
    office.connection = replace(connection_to(main.at.server), api_key="")
    show(main, part)
    italian.look(f"account-{part}-no-key", main.window)
    office.connection = None
    show(main, part)
    italian.look(f"account-{part}-not-connected", main.window)
    office.connection = connection_to(main.at.server)
    for operation in ("wallet", "list_tokens", "list_scopes"):
        main.at.server.faults.set(Fault.STATUS_401, operation)
    show(main, part)
    italian.look(f"account-{part}-failed", main.window)


def test_what_can_be_done_with_tokens(main: Opened, italian: Reader) -> None:
    form = {one.name: one.default for one in TOKEN} | {"token_name": "Gestionale"}
    tokens.create(main.at.office, form, Work())
    show(main, "tokens")
    part = main.window.account.tokens
    part.table.selectRow(0)
    italian.look("tokens-own", main.window)
    part.table.selectRow(1)
    part.renew_button.click()
    italian.look("tokens-renewing", main.window)
    main.settle()
    italian.look("tokens-renewed", main.window)
    part.use_button.click()
    italian.look("tokens-taking", main.window)
    main.settle()
    italian.look("tokens-used", main.window)
    main.window.account.tokens.renew_own()
    main.settle()
    italian.look("tokens-own-renewed", main.window)
    part.table.selectRow(0)
    part.delete_button.click()
    box = part.findChild(QMessageBox)
    assert box is not None
    italian.look("tokens-delete", box)
    part.table.selectRow(0)
    box.buttons()[0].click()
    italian.look("tokens-deleting", main.window)
    main.settle()
    italian.look("tokens-deleted", main.window)


def test_a_new_token(main: Opened, italian: Reader) -> None:
    show(main, "tokens")
    part = main.window.account.tokens
    part.make()
    dialog = part.findChild(TokenDialog)
    assert dialog is not None
    italian.look("token-new", dialog)
    dialog.form.set_value("token_days", 400)
    for name in PERMISSIONS:
        dialog.permissions.set_value(name, False)
    dialog.submit()
    italian.look("token-new-errors", dialog)
    dialog.form.set_value("token_days", 40)
    dialog.form.set_value("token_name", "Gestionale")
    dialog.permissions.set_value("scope_get_pec", True)
    main.at.server.faults.set(Fault.DROP_AFTER, "create_token")
    dialog.submit()
    italian.look("token-new-making", dialog)
    main.settle()
    italian.look("token-new-lost", dialog)
    dialog.submit()
    main.settle()
    italian.look("token-made", main.window)


@pytest.mark.parametrize("way", ["right", "wrong", "other"])
def test_adding_e_mail_and_key(main: Opened, italian: Reader, way: str) -> None:
    office, server = main.at.office, main.at.server
    office.account = replace(office.account, name="Studio", environment=Environment.CUSTOM)
    known = "0" * 24 if way == "other" else server.token
    office.connection = replace(connection_to(server), token=known, api_key="")
    show(main, "wallet")
    italian.look(f"key-{way}-wanted", main.window)
    main.window.account.add_key()
    dialog = main.window.account.findChild(KeyDialog)
    assert dialog is not None
    italian.look(f"key-{way}-asked", dialog)
    dialog.submit()
    italian.look(f"key-{way}-errors", dialog)
    dialog.fields.oauth_address.setText(server.url)
    dialog.fields.email.setText(server.email)
    dialog.fields.api_key.setText("0" * 32 if way == "wrong" else connection_to(server).api_key)
    dialog.submit()
    italian.look(f"key-{way}-testing", dialog)
    main.settle()
    italian.look(f"key-{way}", main.window if way == "right" else dialog)


def test_the_price_list_and_the_preferences(main: Opened, italian: Reader) -> None:
    show(main, "prices")
    prices = main.window.account.prices
    prices.line("gold").setText("1.234")
    prices.line("silver").setText("39,00")
    prices.keep()
    italian.look("prices-wrong", main.window)
    main.settle()
    italian.look("prices-saved", main.window)
    main.window.tools.preferences()
    dialog = main.window.findChild(Preferences)
    assert dialog is not None
    italian.look("preferences", dialog)
