"""The account's page in the main window: wallet, access tokens, permissions, own price list."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from access import all_told, nameless
from msgspec.structs import replace
from office_support import API_KEY, NOON, TOKEN, connection_to
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from window_support import Opened, opened

from pec_desktop.api.endpoints import ENDPOINTS
from pec_desktop.api.oauth import OAuthClient, Token
from pec_desktop.credentials.vault import MemoryVault
from pec_desktop.domain.prices import PRICE_KEYS
from pec_desktop.domain.token import PERMISSIONS
from pec_desktop.domain.token import TOKEN as FORM
from pec_desktop.errors import CredentialError
from pec_desktop.practice import Fault
from pec_desktop.services import drafts, price_list, tokens
from pec_desktop.services.tokens import AccessToken
from pec_desktop.settings import Settings
from pec_desktop.store.accounts import AccountStore
from pec_desktop.ui.account_page import PARTS, AccountPage
from pec_desktop.ui.connect_fields import KeyFields
from pec_desktop.ui.key_dialog import KeyDialog
from pec_desktop.ui.preferences import PREFERENCES, Preferences
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.token_dialog import TickEditor, TokenDialog
from pec_desktop.work import Work

DAY = 24 * 3600
YEAR = 365 * DAY


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.connect()
        yield place


def page(at: Opened, part: str = "wallet") -> AccountPage:
    """The account's page, opened as a person does, with one part chosen and filled."""
    at.window.commands["account"].trigger()
    account = at.window.account
    account.choose(part)
    at.qtbot.waitUntil(account.part.isVisible)
    at.settle()
    return account


def without_key(at: Opened) -> None:
    """Let the account be connected by a token of its own, and nothing more."""
    made = token(at, "Ufficio")
    at.at.office.connection = replace(
        connection_to(at.at.server), token=made.token, oauth_url="", email="", api_key=""
    )


def token(at: Opened, name: str, **values: object) -> AccessToken:
    """Make a token beside the window."""
    form = {one.name: one.default for one in FORM} | {"token_name": name} | values
    return tokens.create(at.at.office, form, Work())


def at_the_vendor(at: Opened) -> dict[str, Token]:
    """The tokens that the vendor knows, by name; the last one of each."""
    with OAuthClient(at.at.server.url, at.at.server.email, API_KEY) as oauth:
        return {one.name: one for one in oauth.list_tokens()}


def cells(table: QWidget) -> list[list[str]]:
    model = table.model()  # type: ignore[attr-defined]
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def select(account: AccountPage, name: str) -> None:
    """Select the token of that name."""
    names = [one.name for one in account.tokens.table.rows.records]
    account.tokens.table.selectRow(names.index(name))


def use(at: Opened, made: AccessToken) -> None:
    """Let the program use a token, as if it had been kept in an earlier run."""
    tokens.use(at.at.office, made.token, Work())


# The page


def test_the_page_asks_nothing_before_it_is_shown(at: Opened) -> None:
    for operation in ("list_tokens", "wallet_transactions"):
        assert at.at.seen(operation) == 0
    account = page(at)
    assert at.at.seen("wallet_transactions") == 1
    assert at.at.seen("list_tokens") == 0
    assert account.isVisible()
    assert not any(button.isChecked() for button in at.window.sidebar._buttons.values())
    at.window.show_page("drafts")
    assert at.window.sidebar._buttons["drafts"].isChecked()


def test_it_stands_in_the_account_s_menu_and_in_the_file_menu(at: Opened) -> None:
    command = at.window.commands["account"]
    assert command in at.window.sidebar.menu.actions()
    file_menu = at.window.menuBar().actions()[0].menu()
    assert command in file_menu.actions()  # type: ignore[attr-defined]


def test_coming_back_asks_anew(at: Opened) -> None:
    account = page(at)
    at.window.show_page("mailboxes")
    at.at.server.credit = Decimal("77.70")
    page(at)
    assert account.wallet.heading.text() == "Credit €77.70"
    assert "77.70" in at.window.sidebar._credit.text()
    assert at.at.seen("wallet_transactions") == 2


# Wallet


def test_the_wallet_shows_credit_and_movements_newest_first(at: Opened) -> None:
    account = page(at)
    assert account.wallet.heading.text() == "Credit €182.03"
    shown = cells(account.wallet.table)
    assert shown[0] == ["20/11/2026 12:00", "API usage - practice", "\u2212€0.05"]
    assert shown[-1][1:] == ["Wallet recharge", "+€300.00"]
    assert account.wallet.more_button.isHidden()


def test_more_movements_come_on_request_and_none_twice(at: Opened) -> None:
    for number in range(150):
        at.at.server.credit = Decimal(number)
    account = page(at)
    assert len(cells(account.wallet.table)) == 100
    assert account.wallet.more_button.isVisible()
    at.at.server.credit = Decimal("999.00")  # what is newer moves the rest on by one
    account.wallet.more_button.click()
    account.wallet.more_button.click()
    at.settle()
    ids = [one.id for one in account.wallet.table.rows.records]
    assert len(ids) == len(set(ids)) == 156
    assert account.wallet.more_button.isHidden()
    assert at.at.seen("wallet_transactions") == 2


def test_what_cannot_be_read_says_so_and_can_be_tried_again(at: Opened) -> None:
    at.at.server.faults.set(Fault.STATUS_403, "wallet_transactions")
    account = page(at)
    assert account.wallet.bar.isVisible()
    assert cells(account.wallet.table) == []
    account.wallet.bar.retry.emit()
    at.settle()
    assert account.wallet.bar.isHidden()
    assert len(cells(account.wallet.table)) == 6
    at.at.server.faults.set(Fault.STATUS_403, "wallet")
    page(at)
    assert account.wallet.bar.isVisible()
    assert len(cells(account.wallet.table)) == 6, "what was shown stays"


def test_it_says_that_it_is_asking_and_the_window_goes_on(at: Opened) -> None:
    at.at.server.faults.set(Fault.HANG, "wallet_transactions")
    at.window.commands["account"].trigger()
    account = at.window.account
    at.qtbot.waitUntil(account.wallet.busy.isVisible)
    account.choose("prices")
    assert account.prices.isVisible()
    at.at.server.faults.release()
    at.settle()
    assert account.wallet.busy.isHidden()


def test_an_empty_wallet_teaches(at: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "transactions", lambda *_args, **_more: [])
    account = page(at)
    assert account.wallet.empty.isVisible()
    assert account.wallet.empty.button.isHidden()


# Tokens


def make_token(at: Opened, account: AccountPage) -> TokenDialog:
    account.tokens.new_button.click()
    dialog = account.tokens.findChild(TokenDialog)
    assert dialog is not None
    dialog.activateWindow()
    at.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def tick(dialog: TokenDialog, name: str) -> None:
    editor = dialog.permissions.editor(name)
    assert isinstance(editor, TickEditor)
    editor.tick.click()


def fill(dialog: TokenDialog, name: str, words: str) -> None:
    dialog.form.focus_on(name)
    control = dialog.form.editor(name).control
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(control, words)


def test_a_token_is_made_with_exactly_what_was_chosen(at: Opened) -> None:
    account = page(at, "tokens")
    dialog = make_token(at, account)
    fill(dialog, "token_name", "Gestionale")
    fill(dialog, "token_days", "40")
    fill(dialog, "limit_walletAmount", "50")
    fill(dialog, "limit_totalRequests", "1000")
    chosen = {"scope_get_pec", "scope_get_domini_pec"}
    for name in PERMISSIONS:
        if name not in chosen:
            tick(dialog, name)
    dialog.main_button.click()
    dialog.main_button.click()
    dialog.submit()
    at.settle()
    assert at.at.seen("create_token") == 1
    made = at_the_vendor(at)["Gestionale"]
    host = at.at.server.url.removeprefix("http://")
    assert set(made.scopes) == {f"GET:{host}/pec", f"GET:{host}/domini_pec"}
    assert made.limits == {"walletAmount": 50, "totalRequests": 1000}
    assert account.tokens.findChild(TokenDialog) is None
    assert "Gestionale" in account.tokens.news.words
    name, own, made_on, until, limits, spent = next(
        row for row in cells(account.tokens.table) if row[0] == "Gestionale"
    )
    assert (own, made_on, until) == ("", "23/11/2026", "02/01/2027")
    assert (limits, spent) == ("€50.00, 1,000 requests", "")
    assert at.at.office.connection is not None
    assert at.at.office.connection.token == TOKEN


def test_a_wrong_form_is_said_at_its_fields_and_nothing_is_sent(at: Opened) -> None:
    dialog = make_token(at, page(at, "tokens"))
    fill(dialog, "token_days", "400")
    for name in PERMISSIONS:
        tick(dialog, name)
    dialog.main_button.click()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "This is needed." in said
    assert "A number from 1 to 365." in said
    assert "Choose at least one permission." in said
    assert at.at.seen("create_token") == 0
    tick(dialog, "scope_patch_pec")
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "Choose at least one" not in said
    dialog.reject()


def test_a_lost_answer_leaves_the_dialog_open_and_sends_nothing_more(at: Opened) -> None:
    account = page(at, "tokens")
    dialog = make_token(at, account)
    fill(dialog, "token_name", "Perso")
    at.at.server.faults.set(Fault.DROP_AFTER, "create_token")
    dialog.main_button.click()
    at.settle()
    assert dialog.isVisible()
    assert dialog.bar.isVisible()
    assert at.at.seen("create_token") == 1
    dialog.reject()
    page(at, "tokens")
    assert "Perso" in [row[0] for row in cells(account.tokens.table)]


def test_a_new_token_can_be_used_by_the_program_itself(at: Opened) -> None:
    account = page(at, "tokens")
    dialog = make_token(at, account)
    fill(dialog, "token_name", "Solo lettura")
    for name in PERMISSIONS:
        if name != "scope_get_pec":
            tick(dialog, name)
    dialog.main_button.click()
    at.settle()
    listed = at.at.seen("list_mailboxes")
    account.tokens.news.acted.emit()
    at.settle()
    made = at_the_vendor(at)["Solo lettura"]
    office = at.at.office
    assert office.connection is not None
    assert office.connection.token == made.token
    assert office.vault.get(office.account.id, "token") == made.token
    assert office.allowed is not None
    assert "register_mailbox" not in office.allowed
    assert [row[0] for row in cells(account.tokens.table) if row[1]] == ["Solo lettura"]
    assert "from now on" in account.tokens.news.words
    assert at.at.seen("list_mailboxes") > listed + 1, "tried, then the list is read over it"
    assert office.account.token_expires == int(NOON) + YEAR


def test_a_token_that_does_not_open_the_account_is_not_used(at: Opened) -> None:
    only = dict.fromkeys(PERMISSIONS, False) | {"scope_get_domini_pec": True}
    token(at, "Domini", **only)
    account = page(at, "tokens")
    select(account, "Domini")
    account.tokens.use_button.click()
    at.settle()
    assert account.tokens.bar.isVisible()
    assert at.at.office.connection is not None
    assert at.at.office.connection.token == TOKEN


def test_another_s_token_is_renewed_and_stays_the_same(at: Opened) -> None:
    made = token(at, "Gestionale", token_days=5)
    account = page(at, "tokens")
    select(account, "Gestionale")
    at.at.clock.advance(DAY)
    account.tokens.renew_button.click()
    account.tokens.renew_button.click()
    at.settle()
    assert at.at.seen("update_token") == 1
    after = at_the_vendor(at)["Gestionale"]
    assert after.token == made.token
    assert cells(account.tokens.table)[1][3] == "24/11/2027"
    assert "24/11/2027" in account.tokens.news.words


def test_deleting_asks_first_by_name_and_dates(at: Opened) -> None:
    made = token(at, "Gestionale", token_days=5)
    account = page(at, "tokens")
    select(account, "Gestionale")
    account.tokens.delete_button.click()
    box = account.tokens.findChild(QMessageBox)
    assert box is not None
    assert "Gestionale" in box.text()
    assert "23/11/2026" in box.informativeText()
    assert made.token not in box.text() + box.informativeText()
    with at.qtbot.waitSignal(box.destroyed):
        box.reject()
    assert at.at.seen("delete_token") == 0
    at.window.activateWindow()
    at.qtbot.waitUntil(at.window.isActiveWindow)
    QTest.keyClick(account.tokens.table, Qt.Key.Key_Delete)
    box = account.tokens.findChild(QMessageBox)
    assert box is not None
    next(one for one in box.buttons() if "Delete" in one.text()).click()
    at.settle()
    assert at.at.seen("delete_token") == 1
    assert "Gestionale" not in at_the_vendor(at)
    assert [row[0] for row in cells(account.tokens.table)] == ["Practice account"]


def test_the_own_token_is_marked_and_cannot_be_deleted(at: Opened) -> None:
    account = page(at, "tokens")
    assert cells(account.tokens.table)[0][:2] == ["Practice account", "this program"]
    select(account, "Practice account")
    for button in (account.tokens.delete_button, account.tokens.use_button):
        assert not button.isEnabled()
        assert "the program itself uses" in button.accessibleDescription()
    QTest.keyClick(account.tokens.table, Qt.Key.Key_Delete)
    assert account.tokens.findChild(QMessageBox) is None
    account.tokens.table.clearSelection()
    assert account.tokens.renew_button.toolTip() == "Select a token."


def test_while_something_is_done_nothing_else_can_be(at: Opened) -> None:
    token(at, "Gestionale")
    account = page(at, "tokens")
    select(account, "Gestionale")
    at.at.server.faults.set(Fault.HANG, "update_token")
    account.tokens.renew_button.click()
    for button in (account.tokens.new_button, account.tokens.delete_button):
        assert not button.isEnabled()
        assert button.toolTip() == "This is being done just now."
    account.tokens.renew_own()
    at.qtbot.waitUntil(lambda: at.at.seen("update_token") == 1)
    at.at.server.faults.release()
    at.settle()
    assert at.at.seen("update_token") == 1
    assert account.tokens.bar.isVisible()
    assert account.tokens.new_button.isEnabled()


# The own token expires


def test_an_access_that_ends_soon_is_spoken_of_and_renewed(at: Opened) -> None:
    use(at, token(at, "PEC Desktop", token_days=12))
    old = at_the_vendor(at)["PEC Desktop"]
    at.window._on_clock()
    status = at.window.status._notice
    assert status.isVisible()
    assert status.text() == "The access ends in 12 days"
    status.click()
    at.settle()
    account = at.window.account
    assert account.isVisible()
    assert "12 days" in account.notice.words
    account.renew_button.click()
    at.settle()
    assert at.at.seen("update_token") == 1
    new = at_the_vendor(at)["PEC Desktop"]
    office = at.at.office
    assert new.token != old.token
    assert office.connection is not None
    assert office.connection.token == new.token
    assert office.vault.get(office.account.id, "token") == new.token
    stored = AccountStore(at.at.database).get(office.account.id)
    assert stored is not None
    assert stored.token_expires == int(NOON) + YEAR
    assert account.notice.isHidden()
    assert at.window.status._notice.isHidden()
    office.client().list_mailboxes()


@pytest.mark.parametrize(
    ("days", "words"), [(31, ""), (30, "in 30 days"), (1, "within a day"), (-3, "has ended")]
)
def test_how_soon_it_ends(at: Opened, days: int, words: str) -> None:
    at.at.office.account = replace(at.at.office.account, token_expires=int(NOON) + days * DAY)
    at.window._on_clock()
    assert at.window.status._notice.isVisible() is bool(words)
    assert words in at.window.status._notice.text()


class Closed(MemoryVault):
    def set(self, account_id: str, name: str, value: str) -> None:
        raise CredentialError("keychain.locked")


def test_a_renewed_token_that_cannot_be_kept_is_used_and_that_is_said(at: Opened) -> None:
    use(at, token(at, "PEC Desktop", token_days=12))
    at.at.office.vault = Closed()
    account = page(at, "tokens")
    account.renew_button.click()
    at.settle()
    assert account.tokens.bar.failure is not None
    assert "keychain is locked" in account.tokens.bar.failure.what
    assert account.tokens.bar.isVisible()
    own = [row[0] for row in cells(account.tokens.table) if row[1]]
    assert own == ["PEC Desktop"]
    at.at.office.client().list_mailboxes()


# Permissions and prices


def test_permissions_tell_prices_state_and_what_they_require(at: Opened) -> None:
    page(at)
    before = {name: at.at.seen(name) for name in ("list_scopes", "get_scope")}
    account = page(at, "scopes")
    rows = cells(account.scopes.table)
    gold = ["Register mailboxes, add users", "Gold, a year", "€64.00", "enabled"]
    assert [*gold, "identity document: given, general contract: given"] in rows
    free = next(row for row in rows if row[0] == "Ask whether an address is free")
    assert free[2:4] == ["free of charge", "enabled"]
    other = next(row for row in rows if row[0] == "DELETE dominio")
    assert other[1:4] == ["", "", "not enabled"]
    assert "general contract: missing" in other[4]
    assert at.at.seen("list_scopes") - before["list_scopes"] == 1
    assert at.at.seen("get_scope") - before["get_scope"] == 12


# The own price list


def type_price(account: AccountPage, key: str, words: str) -> None:
    line = account.prices.line(key)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def test_own_prices_are_kept_and_reckoned_with_as_estimates(at: Opened, tmp_path: Path) -> None:
    without_key(at)
    account = page(at, "prices")
    assert account.prices.isVisible()
    type_price(account, "gold", "EUR 60,50")
    type_price(account, "comunica_pec", "12.5")
    at.settle()
    assert account.prices.line("gold").text() == "60.50"
    assert account.prices.state.text() == "Saved."
    kept = price_list.read(Settings(tmp_path / "settings.json"))
    assert kept == {"gold": Decimal("60.50"), "comunica_pec": Decimal("12.50")}
    assert at.at.office.price_list == kept
    draft = at.at.draft(tipo_casella="GOLD")
    draft.step = "summary"
    drafts.save(at.at.office, draft)
    wizard = RegistrationWizard(at.desk, draft.id)
    at.qtbot.addWidget(wizard)
    wizard.show()
    at.settle()
    assert wizard.summary.cost._values["price"].text() == "about €60.50 + IVA"
    wizard.accept()


def test_the_account_s_own_prices_go_before_the_list(at: Opened) -> None:
    type_price(page(at, "prices"), "gold", "1")
    draft = at.at.draft(tipo_casella="GOLD")
    draft.step = "summary"
    drafts.save(at.at.office, draft)
    wizard = RegistrationWizard(at.desk, draft.id)
    at.qtbot.addWidget(wizard)
    wizard.show()
    at.settle()
    assert wizard.summary.cost._values["price"].text() == "€64.00 + IVA"
    wizard.accept()


@pytest.mark.parametrize("typed", ["1.234", "gratis", "-5"])
def test_what_can_be_read_in_two_ways_is_not_taken(at: Opened, typed: str) -> None:
    account = page(at, "prices")
    type_price(account, "gold", "64")
    type_price(account, "gold", typed)
    at.settle()
    assert "not an amount" in account.prices.entries["gold"].error
    assert at.at.office.price_list == {"gold": Decimal("64.00")}
    type_price(account, "gold", "")
    at.settle()
    assert account.prices.entries["gold"].error == ""
    assert at.at.office.price_list == {}


def test_settings_that_cannot_be_saved_are_said(
    at: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = page(at, "prices")
    monkeypatch.setattr(at.desk.settings, "_path", Path("/proc/nowhere/settings.json"))
    type_price(account, "gold", "64")
    at.settle()
    assert account.prices.bar.isVisible()
    assert account.prices.state.text() == ""


# Without e-mail and API key


def add_key(at: Opened, account: AccountPage, *, key: str = API_KEY) -> KeyDialog:
    dialog = account.findChild(KeyDialog)
    if dialog is None:
        account.wallet.empty.button.click()
        dialog = account.findChild(KeyDialog)
    assert dialog is not None
    assert isinstance(dialog.fields, KeyFields)
    dialog.fields.oauth_address.setText(at.at.server.url)
    dialog.fields.email.setText(at.at.server.email)
    dialog.fields.api_key.setText(key)
    dialog.main_button.click()
    at.settle()
    return dialog


def test_without_key_the_page_says_so_and_still_has_the_price_list(at: Opened) -> None:
    without_key(at)
    asked = len(at.at.server.requests)
    account = page(at)
    assert account.wallet.heading.text() == ""
    for part in (account.wallet, account.tokens, account.scopes):
        account.choose(PARTS[account._stack.indexOf(part)])
        at.qtbot.waitUntil(part.isVisible)
        at.settle()
        assert part.empty.isVisible()
        assert part.empty.button.text() == "Add e-mail and API key…"
        assert part.bar.isHidden()
    account.choose("tokens")
    assert "e-mail and API key are needed" in account.tokens.new_button.toolTip()
    account.choose("prices")
    assert all(account.prices.line(key).isVisible() for key in PRICE_KEYS)
    assert len(at.at.server.requests) == asked


def test_e_mail_and_key_are_added_and_kept_in_the_vault_only(
    at: Opened, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    without_key(at)
    account = page(at)
    add_key(at, account)
    office = at.at.office
    assert account.wallet.heading.text() == "Credit €182.03"
    assert len(cells(account.wallet.table)) == 6
    assert office.vault.get(office.account.id, "api_key") == API_KEY
    assert office.account.email == at.at.server.email
    assert AccountStore(at.at.database).get(office.account.id) == office.account
    assert office.allowed == frozenset(ENDPOINTS) or office.allowed is None
    account.choose("tokens")
    at.settle()
    assert [row[0] for row in cells(account.tokens.table) if row[1]] == ["Ufficio"]
    assert API_KEY not in caplog.text
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or API_KEY.encode() not in file.read_bytes()


def test_a_wrong_key_or_another_account_s_is_refused(at: Opened) -> None:
    without_key(at)
    account = page(at)
    dialog = add_key(at, account, key="0" * 32)
    assert "does not accept this e-mail" in dialog.fields.entry(dialog.fields.api_key).error
    at.at.office.connection = replace(at.at.office.connection, token="0" * 24)  # type: ignore[type-var]
    add_key(at, account)
    assert dialog.bar.failure is not None
    assert "does not belong" in dialog.bar.failure.what
    assert at.at.office.vault.get(at.at.office.account.id, "api_key") is None
    assert at.at.office.account.email == ""
    dialog.reject()


def test_a_key_that_the_keychain_refuses_leaves_all_as_it_was(at: Opened) -> None:
    without_key(at)
    at.at.office.vault = Closed()
    account = page(at)
    dialog = add_key(at, account)
    assert dialog.bar.failure is not None
    assert "keychain is locked" in dialog.bar.failure.what
    assert at.at.office.connection is not None
    assert not at.at.office.connection.has_key
    assert at.at.office.account.email == ""
    dialog.reject()


def test_without_a_connection_nothing_is_asked_and_it_comes_with_it(at: Opened) -> None:
    connection, at.at.office.connection = at.at.office.connection, None
    account = page(at)
    assert account.wallet.empty.isVisible()
    assert account.wallet.empty.button.isHidden()
    at.at.office.connection = connection
    at.connect()
    assert len(cells(account.wallet.table)) == 6


# Secrets, access, room


def test_no_secret_is_anywhere_on_the_page(at: Opened, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "pec_desktop")
    made = token(at, "Gestionale")
    account = page(at, "tokens")
    select(account, "Gestionale")
    account.tokens.renew_button.click()
    at.settle()
    told = all_told(at.window)
    assert "Gestionale" in told
    for widget in at.window.findChildren(QWidget):
        told += widget.toolTip() + widget.accessibleName() + widget.objectName()
    refresh = at_the_vendor(at)["Gestionale"].refreshToken
    for secret in (made.token, refresh, TOKEN, API_KEY):
        assert secret not in told
        assert secret not in caplog.text
    account.tokens.table.copy()
    assert made.token not in "".join(cells(account.tokens.table)[1])


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_has_a_name_and_room(at: Opened, part: str, scale: float) -> None:
    at.desk.theme.choose("light", scale)
    account = page(at, part)
    assert nameless(at.window) == []
    at.window.resize(at.desk.theme.em(40), at.desk.theme.em(30))
    at.settle()
    assert account.width() <= at.window.width()


def test_the_keyboard_goes_through_tokens_as_they_are_read(at: Opened) -> None:
    token(at, "Gestionale")
    part = page(at, "tokens").tokens
    part.table.selectRow(1)
    at.window.activateWindow()
    at.qtbot.waitUntil(at.window.isActiveWindow)
    way = [part.new_button, part.renew_button, part.use_button, part.delete_button, part.table]
    way[0].setFocus()
    for one, after in pairwise(way):
        assert one.hasFocus()
        QTest.keyClick(one, Qt.Key.Key_Tab)
        assert after.hasFocus()


def test_the_new_token_s_dialog_can_be_used_with_the_keyboard(at: Opened) -> None:
    dialog = make_token(at, page(at, "tokens"))
    assert nameless(dialog) == []
    assert dialog.form.editor("token_name").control.hasFocus()
    fill(dialog, "token_name", "Tastiera")
    QTest.keyClick(dialog.form.editor("token_name").control, Qt.Key.Key_Return)
    at.settle()
    assert "Tastiera" in at_the_vendor(at)


# Preferences


def preferences(at: Opened) -> Preferences:
    """The preferences, opened by the window's command."""
    at.window.commands["preferences"].trigger()
    (dialog,) = (one for one in at.window.findChildren(Preferences) if one.isVisible())
    return dialog


def prefer(at: Opened, dialog: Preferences, name: str, choice: object) -> None:
    """Choose something as a person does, and wait until it is kept."""
    box: QComboBox = dialog.choices[name]
    box.setCurrentIndex(box.findData(choice))
    box.activated.emit(box.currentIndex())
    at.settle()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_preferences_open_as_large_as_they_are(at: Opened, scale: float) -> None:
    at.desk.theme.choose("light", scale)
    dialog = preferences(at)
    height = dialog.height()
    at.qtbot.waitExposed(dialog)
    at.settle()
    assert dialog.height() == height, "it does not grow before the eyes"
    (scroll,) = dialog.findChildren(Scrolling)
    fills_the_screen = height >= dialog.screen().availableSize().height()
    assert (scroll.verticalScrollBar().maximum() > 0) <= fills_the_screen


def test_every_preference_is_a_setting_with_words(at: Opened) -> None:
    dialog = preferences(at)
    assert nameless(dialog) == []
    for one in PREFERENCES:
        assert hasattr(at.desk.settings, one.name)
        box = dialog.choices[one.name]
        words = [box.itemText(place) for place in range(box.count())]
        assert not any("." in word for word in words)
        assert len(set(words)) == len(one.choices)
        assert box.currentData() == getattr(at.desk.settings, one.name)
    dialog.accept()


@pytest.mark.parametrize(
    ("name", "choice"), [(one.name, choice) for one in PREFERENCES for choice in one.choices]
)
def test_every_choice_is_kept_at_once(
    at: Opened, tmp_path: Path, name: str, choice: object
) -> None:
    dialog = preferences(at)
    prefer(at, dialog, name, choice)
    assert getattr(Settings(tmp_path / "settings.json"), name) == choice
    dialog.accept()


def test_the_language_is_kept_for_the_next_start(at: Opened, tmp_path: Path) -> None:
    dialog = preferences(at)
    assert "next start" in dialog.choices["language"].accessibleDescription()
    prefer(at, dialog, "language", "it")
    assert Settings(tmp_path / "settings.json").language == "it"
    dialog.accept()


def test_another_period_counts_from_now(at: Opened) -> None:
    timer = at.window.follower._timer
    assert timer.interval() == 300_000
    dialog = preferences(at)
    prefer(at, dialog, "refresh_period", 3600)
    assert timer.interval() == 3_600_000
    assert timer.isActive()
    assert timer.remainingTime() > 300_000
    dialog.accept()


def test_messages_of_the_system_are_one_switch_in_two_places(at: Opened) -> None:
    command = at.window.commands["notify"]
    assert not command.isChecked()
    dialog = preferences(at)
    prefer(at, dialog, "notifications", True)
    assert command.isChecked()
    dialog.accept()
    command.trigger()
    dialog = preferences(at)
    assert dialog.choices["notifications"].currentData() is False
    dialog.accept()


def test_a_value_from_elsewhere_stays_until_another_is_chosen(at: Opened) -> None:
    at.desk.settings.refresh_period = 777
    dialog = preferences(at)
    box = dialog.choices["refresh_period"]
    assert (box.currentText(), box.currentData()) == ("Another value", 777)
    prefer(at, dialog, "notifications", True)
    assert at.desk.settings.refresh_period == 777
    assert at.window.follower._timer.interval() == 777_000
    prefer(at, dialog, "refresh_period", 900)
    dialog.accept()
    dialog = preferences(at)
    assert dialog.choices["refresh_period"].findData(777) < 0
    dialog.accept()
