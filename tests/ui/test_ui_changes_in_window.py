"""Every change of a mailbox from the main window: menu, context menu, details, and back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from change_support import CHANGES, PAID, fill
from changes_support import DOMICILE, GOLD, REGISTERED, REVOKED, SILVER, STANDARD, paid
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_support import Opened, opened

from pec_desktop.services import activity
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui import menus
from pec_desktop.ui.batch import BatchDialog
from pec_desktop.ui.change import ChangeWizard

COMMANDS = {
    "renew_mailbox": "renew",
    "change_space": "space",
    "change_type": "type",
    "add_user": "user",
    "revoke_mailbox": "revoke",
}
"""Operation → the window's command for it."""


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.at.server.credit = Decimal(1000)
        place.connect()
        yield place


def select(at: Opened, *names: str) -> list[str]:
    """Select mailboxes by their names; their ids."""
    ids = [row.id for row in at.shown if row.stored.mailbox.casella_pec.split("@")[0] in names]
    assert len(ids) == len(names)
    table = at.window.mailboxes.table
    table.clearSelection()
    for place, row in enumerate(at.shown):
        if row.id in ids:
            index = table.rows.index(place, 0)
            flags = table.selectionModel().SelectionFlag
            table.selectionModel().select(index, flags.Select | flags.Rows)
    at.settle()
    return ids


def action(at: Opened, name: str) -> QAction:
    return at.window.commands[name]


def wizard_of(at: Opened) -> ChangeWizard:
    wizard = at.window.findChild(ChangeWizard)
    assert wizard is not None
    at.settle()
    return wizard


@pytest.mark.parametrize("operation", CHANGES)
def test_every_change_from_the_menu_to_the_journal(at: Opened, operation: str) -> None:
    name, values = CHANGES[operation]
    (mailbox_id,) = select(at, name)
    before = at.at.office.mailboxes.get(mailbox_id)
    credit = at.window.sidebar._credit.text()
    action(at, COMMANDS[operation]).trigger()
    wizard = wizard_of(at)
    assert wizard.isVisible()
    fill(wizard, values)
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    at.settle()
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert wizard.ended
    wizard.next_button.click()
    at.settle()
    after = at.at.office.mailboxes.get(mailbox_id)
    assert after != before
    shown = next(row for row in at.shown if row.id == mailbox_id)
    assert shown.stored == after, "the list shows it"
    (entry,) = activity.entries(at.at.office)
    assert (entry.attempt.operation, entry.attempt.outcome) == (operation, Outcome.CONFIRMED)
    if operation in PAID:
        paid(at.at, operation, mailbox_id)
        assert at.window.sidebar._credit.text() != credit
    assert at.at.seen(operation) == 1


def test_the_menus_offer_them_all(at: Opened) -> None:
    offered = {entry for menu in menus.MENUS for entry in menu.entries}
    assert set(COMMANDS.values()) <= offered
    assert set(COMMANDS.values()) <= set(menus.OF_A_ROW)
    select(at, GOLD)
    menu = at.window.mailboxes.detail.more.menu()
    names = {one.objectName() for one in menu.actions() if not one.isSeparator()}
    assert set(COMMANDS.values()) <= names


@pytest.mark.parametrize(
    ("name", "command", "reason"),
    [
        (REGISTERED, "renew", "Only an active or a revoked mailbox"),
        (REVOKED, "space", "only to an active mailbox"),
        (DOMICILE, "space", "only to Standard"),
        (DOMICILE, "user", "only to Standard"),
        (GOLD, "type", "Only Standard, Bronze and Silver"),
        (REVOKED, "revoke", "Only an active mailbox"),
    ],
)
def test_what_is_not_allowed_says_why(at: Opened, name: str, command: str, reason: str) -> None:
    select(at, name)
    assert not action(at, command).isEnabled()
    assert reason in action(at, command).toolTip()
    assert reason in action(at, command).text(), "assistive technology reads nothing else of it"


def test_one_command_takes_several_the_others_one(at: Opened) -> None:
    select(at, GOLD, SILVER)
    assert action(at, "renew").isEnabled()
    for name in ("space", "type", "user", "revoke"):
        assert action(at, name).toolTip() == "Select one mailbox."
    select(at, REGISTERED, GOLD)
    assert action(at, "renew").isEnabled(), "one of them can be renewed"
    select(at, REGISTERED)
    assert not action(at, "renew").isEnabled()


def test_several_selected_mailboxes_are_renewed_together(at: Opened) -> None:
    ids = select(at, GOLD, SILVER, REGISTERED)
    action(at, "renew").trigger()
    dialog = at.window.findChild(BatchDialog)
    assert dialog is not None
    at.settle()
    assert {row.result.planned.target for row in dialog.rows} == set(ids)
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.settle()
    dialog.close()
    at.settle()
    assert len(at.at.server.ledger) == 2
    expiries = {row.stored.mailbox.data_scadenza for row in at.shown if row.id in ids}
    assert {"05/12/2027", "18/12/2027"} <= expiries


# The details


def test_the_next_step_renews(at: Opened) -> None:
    select(at, GOLD)
    primary = at.window.mailboxes.detail.primary
    assert primary.isVisible()
    assert primary.text() == "&Renew…"
    QTest.mouseClick(primary, Qt.MouseButton.LeftButton)
    assert wizard_of(at).operation == "renew_mailbox"


def test_a_token_that_may_not_renew_disables_the_next_step(at: Opened) -> None:
    at.at.office.allowed = frozenset({"get_mailbox", "list_mailboxes"})
    select(at, GOLD)
    primary = at.window.mailboxes.detail.primary
    assert not primary.isEnabled()
    assert "no permission" in primary.toolTip()
    assert primary.accessibleDescription() == primary.toolTip()


def test_spaces_and_users_have_a_link_of_their_own(at: Opened) -> None:
    select(at, STANDARD)
    detail = at.window.mailboxes.detail
    for section, operation in ((detail._spaces, "change_space"), (detail._users, "add_user")):
        assert section.link is not None
        assert section.link.isVisible()
        QTest.mouseClick(section.link, Qt.MouseButton.LeftButton)
        wizard = wizard_of(at)
        assert wizard.operation == operation
        wizard.reject()
        at.qtbot.waitUntil(lambda: at.window.findChild(ChangeWizard) is None)
    select(at, DOMICILE)
    assert detail._spaces.link is not None
    assert not detail._spaces.link.isEnabled()
    assert "only to Standard" in detail._spaces.link.toolTip()
    assert detail._spaces.link.accessibleDescription() == detail._spaces.link.toolTip()
    assert detail._users.isHidden(), "there are no users and there can be none"
