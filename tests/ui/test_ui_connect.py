"""Connecting an account on the practice server: by token, by key, and all that goes wrong."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from access import all_told, nameless
from office_support import API_KEY, TOKEN, Bench
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.api.endpoints import scopes
from pec_desktop.api.oauth import OAuthClient
from pec_desktop.credentials.vault import MemoryVault, Vault
from pec_desktop.domain.account import Account, Environment
from pec_desktop.errors import CredentialError
from pec_desktop.practice import Fault
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.drafts import Draft, DraftStore
from pec_desktop.tasks import runner as runner_module
from pec_desktop.ui.connect import ConnectDialog


class Keychain(MemoryVault):
    """A keychain as a desktop has one; `gate` holds it like a prompt that nobody answers."""

    persistent = True

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()
        self.asked = threading.Event()
        self.locked = False

    def set(self, account_id: str, name: str, value: str) -> None:
        self.asked.set()
        self.gate.wait(20)
        if self.locked:
            raise CredentialError("keychain.locked")
        super().set(account_id, name, value)


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path) as opened:
        yield opened


@pytest.fixture
def vault() -> Iterator[Keychain]:
    made = Keychain()
    yield made
    made.gate.set()


def opened(at: Place, vault: Vault) -> ConnectDialog:
    dialog = ConnectDialog(at.desk.runner, at.desk.theme, at.at.database, vault)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it after
    at.show(dialog)
    return dialog


def fill(dialog: ConnectDialog, at: Place, *, key: str = "", token: str = "") -> None:
    """Type what a custom server needs: a token, or the e-mail with an API key."""
    fields = dialog.fields
    fields.environment.setCurrentIndex(fields.environment.findData(Environment.CUSTOM))
    way = fields.by_key if key else fields.by_token
    QTest.mouseClick(way, Qt.MouseButton.LeftButton, pos=QPoint(8, way.height() // 2))
    typed = {fields.name: "Studio Bassani", fields.address: at.at.server.url, fields.token: token}
    if key:
        typed |= {fields.oauth_address: at.at.server.url, fields.email: at.at.server.email}
        typed |= {fields.api_key: key}
    for field, words in typed.items():
        field.setText(words)


def press(dialog: ConnectDialog, at: Place) -> None:
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    at.settle()


def wrong(dialog: ConnectDialog, field: QWidget) -> str:
    return dialog.fields.entry(field).error


def said(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def kept(at: Bench) -> list[Account]:
    """The accounts besides the bench's own."""
    return [one for one in AccountStore(at.database).all() if one.id != at.office.account.id]


def tokens(at: Bench) -> int:
    """How many tokens the vendor knows besides the practice server's own."""
    with OAuthClient(at.server.url, at.server.email, API_KEY) as oauth:
        return len(oauth.list_tokens()) - 1


def test_a_token_is_tested_kept_and_opened(at: Place, vault: Keychain, qtbot: QtBot) -> None:
    dialog = opened(at, vault)
    fill(dialog, at, token=f" {TOKEN}\n")
    press(dialog, at)
    assert "Studio Bassani can be used" in said(dialog)
    assert "credit is not shown" in said(dialog)
    (account,) = kept(at.at)
    assert (account.environment, account.base_url) == (Environment.CUSTOM, at.at.server.url)
    assert vault.get(account.id, "token") == TOKEN
    with qtbot.waitSignal(dialog.connected) as told:
        QTest.keyClick(dialog.main_button, Qt.Key.Key_Return)
    assert told.args == [account]
    assert not dialog.isVisible()


@pytest.mark.parametrize("same", [True, False])
def test_an_account_from_elsewhere_is_connected_again_with_all_that_belongs_to_it(
    at: Place, vault: Keychain, same: bool
) -> None:
    """A restored archive has the account with its drafts, and no token for it."""
    known = Account(
        id="from elsewhere",
        name="Bassani & Figli",
        environment=Environment.CUSTOM,
        base_url=at.at.server.url,
    )
    AccountStore(at.at.database).save(known)
    drafts = DraftStore(at.at.database, known.id)
    drafts.save(Draft(account_id=known.id, kind="registration"))
    dialog = ConnectDialog(at.desk.runner, at.desk.theme, at.at.database, vault, known=known)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    at.show(dialog)
    fields = dialog.fields
    assert (fields.name.text(), fields.address.text()) == (known.name, known.base_url)
    assert not fields.environment.isEnabled()
    assert nameless(dialog) == []
    if not same:
        dialog.same.click()
        assert fields.environment.isEnabled()
        fields.name.setText("Another")
    fields.token.setText(TOKEN)
    press(dialog, at)
    assert "can be used" in said(dialog)
    assert [one.id == known.id for one in kept(at.at)] == ([True] if same else [True, False])
    assert vault.get(kept(at.at)[-1].id, "token") == TOKEN
    assert (vault.get(known.id, "token") == TOKEN) is same
    assert len(drafts.all()) == 1


def test_a_key_makes_a_token_with_the_nine_permissions_and_shows_the_credit(
    at: Place, vault: Keychain
) -> None:
    dialog = opened(at, vault)
    fill(dialog, at, key=API_KEY)
    dialog.fields.days.setCurrentIndex(dialog.fields.days.findData(30))
    dialog.fields.limit.setText("50,00")
    press(dialog, at)
    assert "182.03" in said(dialog)
    (account,) = kept(at.at)
    token = vault.get(account.id, "token")
    assert token
    with OAuthClient(at.at.server.url, at.at.server.email, API_KEY) as oauth:
        made = oauth.get_token(token)
    assert sorted(made.scopes) == scopes(at.at.server.url.removeprefix("http://"))
    assert len(made.scopes) == 9
    assert made.limits == {"walletAmount": 50.0}
    assert account.token_expires == at.at.clock.now + 30 * 24 * 3600
    assert vault.get(account.id, "api_key") == API_KEY


def test_escape_at_the_end_opens_the_account_that_is_kept(
    at: Place, vault: Keychain, qtbot: QtBot
) -> None:
    dialog = opened(at, vault)
    fill(dialog, at, token=TOKEN)
    press(dialog, at)
    with qtbot.waitSignal(dialog.connected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_is_missing_is_said_at_its_field_and_nothing_is_asked(
    at: Place, vault: Keychain
) -> None:
    dialog = opened(at, vault)
    press(dialog, at)
    fields = dialog.fields
    assert wrong(dialog, fields.name) == wrong(dialog, fields.token) == "This is needed."
    assert wrong(dialog, fields.address) == ""
    assert fields.name.hasFocus()
    fill(dialog, at, key=API_KEY)
    fields.limit.setText("fifty")
    fields.oauth_address.setText("nonsense")
    press(dialog, at)
    assert "not an amount" in wrong(dialog, fields.limit)
    assert "not the address" in wrong(dialog, fields.oauth_address)
    assert fields.limit.accessibleDescription() == wrong(dialog, fields.limit)
    assert wrong(dialog, fields.name) == ""
    assert at.at.server.requests == []


@pytest.mark.parametrize("address", ["http://pec.example.org", "http://192.168.1.5:8080"])
def test_an_address_that_is_not_encrypted_is_refused_at_its_field(
    at: Place, vault: Keychain, address: str
) -> None:
    dialog = opened(at, vault)
    fill(dialog, at, token=TOKEN)
    dialog.fields.address.setText(address)
    press(dialog, at)
    assert "must begin with https" in wrong(dialog, dialog.fields.address)
    assert dialog.fields.address.hasFocus()
    assert kept(at.at) == []


def test_a_wrong_token_is_said_at_its_field_and_can_be_typed_anew(
    at: Place, vault: Keychain
) -> None:
    dialog = opened(at, vault)
    fill(dialog, at, token="0" * 24)
    press(dialog, at)
    assert "does not accept this token" in wrong(dialog, dialog.fields.token)
    assert dialog.fields.token.hasFocus()
    assert dialog.bar.isHidden()
    assert kept(at.at) == []
    QTest.keyClicks(dialog.fields.token, TOKEN)  # what was there is selected
    QTest.keyClick(dialog.fields.token, Qt.Key.Key_Return)
    at.settle()
    assert wrong(dialog, dialog.fields.token) == ""
    assert len(kept(at.at)) == 1


def test_a_token_without_the_permissions_is_told_from_a_wrong_one(
    at: Place, vault: Keychain
) -> None:
    at.at.server.faults.set(Fault.STATUS_403, "list_mailboxes")
    dialog = opened(at, vault)
    fill(dialog, at, token=TOKEN)
    press(dialog, at)
    assert "lacks the permissions" in wrong(dialog, dialog.fields.token)


def test_a_wrong_key_is_said_at_its_field(at: Place, vault: Keychain) -> None:
    dialog = opened(at, vault)
    fill(dialog, at, key="wrong" * 6)
    press(dialog, at)
    assert "does not accept this e-mail" in wrong(dialog, dialog.fields.api_key)
    assert (kept(at.at), tokens(at.at)) == ([], 0)


def test_an_address_where_nobody_answers_is_said_in_the_bar(at: Place, vault: Keychain) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
    dialog = opened(at, vault)
    fill(dialog, at, token=TOKEN)
    dialog.fields.address.setText(address)
    press(dialog, at)
    assert "cannot be reached" in said(dialog)
    assert dialog.main_button.hasFocus()
    assert dialog.main_button.isEnabled()
    assert kept(at.at) == []


def test_a_second_press_while_it_is_tested_asks_nothing_more(at: Place, vault: Keychain) -> None:
    dialog = opened(at, vault)
    at.at.server.faults.set(Fault.SLOW, "list_mailboxes", seconds=30)
    fill(dialog, at, token=TOKEN)
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    dialog.submit()
    at.at.server.faults.wait_held()
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    at.at.server.faults.release()
    at.settle()
    assert at.at.seen("list_mailboxes") == 1
    assert len(kept(at.at)) == 1


def test_what_is_cancelled_while_it_is_tested_is_not_kept(at: Place, vault: Keychain) -> None:
    dialog = opened(at, vault)
    at.at.server.faults.set(Fault.SLOW, "list_mailboxes", seconds=30)
    fill(dialog, at, key=API_KEY)
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    assert at.at.server.faults.wait_held()
    QTest.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    at.at.server.faults.release()
    at.settle()
    assert (kept(at.at), tokens(at.at)) == ([], 0)
    assert not vars(vault)["_secrets"]
    assert not dialog.isVisible()


def test_while_the_keychain_asks_there_is_nothing_to_cancel(at: Place, vault: Keychain) -> None:
    dialog = opened(at, vault)
    vault.gate.clear()
    fill(dialog, at, token=TOKEN)
    QTest.mouseClick(dialog.main_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(vault.asked.is_set)
    assert not dialog.cancel_button.isEnabled()
    assert "may ask you" in said(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    vault.gate.set()
    at.settle()
    assert len(kept(at.at)) == 1


def test_a_locked_keychain_leaves_nothing_behind_and_can_be_tried_again(
    at: Place, vault: Keychain
) -> None:
    dialog = opened(at, vault)
    vault.locked = True
    fill(dialog, at, key=API_KEY)
    press(dialog, at)
    assert "keychain is locked" in said(dialog)
    assert (kept(at.at), tokens(at.at)) == ([], 0)
    vault.locked = False
    press(dialog, at)
    assert (len(kept(at.at)), tokens(at.at)) == (1, 1)


def test_a_keychain_that_answers_too_late_keeps_nothing(
    at: Place, vault: Keychain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner_module, "KEYCHAIN_LIMIT", 0.1)
    dialog = opened(at, vault)
    vault.gate.clear()
    fill(dialog, at, key=API_KEY)
    press(dialog, at)
    assert "did not answer" in said(dialog)
    stuck = [one for one in threading.enumerate() if one.name.startswith("keychain")]
    vault.gate.set()
    for thread in stuck:
        thread.join(10)
    assert (kept(at.at), tokens(at.at)) == ([], 0)
    assert not vars(vault)["_secrets"]


def test_without_a_keychain_the_dialog_says_so(at: Place) -> None:
    assert "No keychain" in said(opened(at, MemoryVault()))
    assert "No keychain" not in said(opened(at, Keychain()))


def test_the_dialog_is_deleted_with_what_was_typed(at: Place, vault: Keychain) -> None:
    dialog = ConnectDialog(at.desk.runner, at.desk.theme, at.at.database, vault)
    dialog.open()
    with at.qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_no_secret_is_told_to_assistive_technology_or_the_log(
    at: Place, vault: Keychain, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    dialog = opened(at, vault)
    wrong_key = "a1" * 16
    fill(dialog, at, key=wrong_key)
    press(dialog, at)
    dialog.fields.token.setText(TOKEN)
    told = all_told(dialog)
    assert "API key" in told
    assert at.at.server.email in told
    for secret in (wrong_key, TOKEN):
        assert secret not in told
        assert secret not in caplog.text
        assert all(secret not in label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize("key", ["", API_KEY])
def test_every_control_has_a_name_and_the_keyboard_reaches_them_in_order(
    at: Place, vault: Keychain, key: str
) -> None:
    dialog = opened(at, vault)
    fill(dialog, at, key=key)
    assert nameless(dialog) == []
    fields = dialog.fields
    way: list[QWidget] = [fields.by_key if key else fields.by_token]
    way += [fields.email, fields.api_key, fields.days, fields.limit] if key else [fields.token]
    first: list[QWidget] = [fields.name, fields.environment, fields.address]
    expected = [*first, *([fields.oauth_address] if key else []), *way]
    expected += [dialog.cancel_button, dialog.main_button]
    fields.name.setFocus()
    walked = [QApplication.focusWidget()]
    while len(walked) < len(expected) and walked[-1] is not None:
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == expected


def test_twice_the_text_size_still_fits(at: Place, vault: Keychain) -> None:
    at.desk.theme.choose("light", 2.0)
    dialog = opened(at, vault)
    fill(dialog, at, key=API_KEY)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    for field in dialog.findChildren(QLineEdit):
        if field.isVisible():
            assert field.mapTo(dialog, field.rect().topRight()).x() < dialog.width()
