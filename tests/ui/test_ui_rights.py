"""What the token's scopes do not open is disabled and says why, wherever it could be pressed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from office_support import connection_to
from paper_samples import pdf
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot
from register_support import page_of, saved_draft, waiting
from window_support import Opened, opened

from pec_desktop.services import drafts
from pec_desktop.services.papers import take_papers
from pec_desktop.ui.activation import ActivationWizard
from pec_desktop.ui.communication import CommunicationWizard
from pec_desktop.ui.lookup import LookUp
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.ui.words import text
from pec_desktop.work import Work

NO_RIGHT = text("refused.register_mailbox.scope")


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        yield place


def allowed(at: Opened) -> frozenset[str] | None:
    return at.at.office.allowed


def said(button: QAbstractButton) -> tuple[bool, str]:
    assert button.toolTip() == button.accessibleDescription() or button.isEnabled()
    return button.isEnabled(), button.accessibleDescription()


def test_before_it_is_known_nothing_is_forbidden(at: Opened) -> None:
    assert allowed(at) is None
    assert said(at.window.mailboxes.new_button) == (True, "")
    at.connect()
    assert allowed(at) is not None
    assert said(at.window.mailboxes.new_button) == (True, "")
    assert at.at.seen("get_token") == 1


def test_a_token_for_reading_says_what_it_may_not(at: Opened) -> None:
    at.connect_with("scope_get_pec")
    commands, page = at.window.commands, at.window.mailboxes
    assert (commands["new"].isEnabled(), commands["new"].toolTip()) == (False, NO_RIGHT)
    assert said(page.new_button) == (False, NO_RIGHT)
    page.new_button.click()
    commands["new"].trigger()
    assert at.at.office.drafts.all() == []
    at.select("registrata")
    assert (commands["activate"].isEnabled(), commands["activate"].toolTip()) == (False, NO_RIGHT)
    assert commands["form"].isEnabled(), "it is read with the same permission as the list"
    assert said(page.detail.primary) == (False, NO_RIGHT)
    assert said(page.detail.form_button) == (True, "")
    at.select("evasa")
    assert commands["activate"].toolTip().startswith("Documents can be sent only while"), (
        "that the state forbids it is the nearer reason"
    )


def test_another_token_brings_other_rights(at: Opened) -> None:
    at.connect_with("scope_get_pec")
    at.select("registrata")
    at.connect_with("scope_get_pec", "scope_patch_pec")
    assert said(at.window.mailboxes.new_button) == (False, NO_RIGHT)
    assert said(at.window.mailboxes.detail.primary) == (True, "")
    assert at.window.commands["activate"].isEnabled()
    at.at.office.connection = connection_to(at.at.server)
    at.connect()
    assert said(at.window.mailboxes.new_button) == (True, "")


def test_without_an_api_key_nothing_is_asked_and_nothing_forbidden(at: Opened) -> None:
    at.at.office.connection = replace(connection_to(at.at.server), api_key="")
    at.connect()
    assert at.at.office.allowed is None
    assert at.at.seen("get_token") == at.at.seen("list_scopes") == 0
    assert said(at.window.mailboxes.new_button) == (True, "")


def test_an_answer_that_does_not_come_forbids_nothing(at: Opened) -> None:
    at.at.server.faults.set("500", "get_token", times=9)
    at.at.server.faults.set("500", "list_scopes", times=9)
    at.connect()
    assert at.at.office.allowed is None
    assert said(at.window.mailboxes.new_button) == (True, "")
    assert at.window.mailboxes.bar.isHidden(), "the list is there, and that is what counts"


def test_scopes_that_cannot_be_read_are_not_believed(at: Opened) -> None:
    """They name another host than the one that answers: the list comes all the same."""
    connection = connection_to(at.at.server)
    elsewhere = connection.base_url.replace("127.0.0.1", "localhost")
    at.at.office.connection = replace(connection, base_url=elsewhere)
    at.connect()
    assert len(at.shown) >= 20
    assert at.at.seen("get_token") == 1
    assert at.at.office.allowed is None
    assert said(at.window.mailboxes.new_button) == (True, "")


def test_rights_of_a_connection_that_was_left_are_not_noted(at: Opened) -> None:
    at.at.server.faults.set("hang", "get_token")
    at.window.connected()
    at.qtbot.waitUntil(lambda: at.at.seen("get_token") == 1)
    at.at.office.connection = replace(connection_to(at.at.server), api_key="")
    at.at.server.faults.release()
    at.settle()
    assert at.at.office.allowed is None


def test_a_ready_draft_says_why_it_cannot_be_sent(at: Opened, tmp_path: Path) -> None:
    at.connect_with("scope_get_pec")
    box = next(
        row.stored.mailbox
        for row in at.shown
        if row.stored.mailbox.stato == "registrata" and row.stored.mailbox.type == "BRONZE"
    )
    files = [tmp_path / "modulo firmato.pdf", tmp_path / "documento identita.pdf"]
    for pages, file in enumerate(files, start=1):
        file.write_bytes(pdf(pages))
    take_papers(at.at.office, box.id, files, Work())
    at.window.show_page("drafts")
    at.settle()
    at.window.drafts.table.selectRow(0)
    assert said(at.window.drafts.send_button) == (False, NO_RIGHT)
    at.connect_with("scope_get_pec", "scope_patch_pec")
    at.window.drafts.table.selectRow(0)
    assert said(at.window.drafts.send_button) == (True, "")


def test_an_empty_account_says_why_nothing_can_be_registered(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, empty=True) as at:
        at.connect_with("scope_get_pec")
        button = at.window.mailboxes.empty.button
        assert (button.isVisible(), *said(button)) == (True, False, NO_RIGHT)
        at.connect_with("scope_get_pec", "scope_post_pec")
        assert said(button) == (True, "")


# Beginnings, questions, the last click


def test_a_communication_is_begun_only_with_the_right_to(at: Opened) -> None:
    """The page was open before it was known what the token opens."""
    page = page_of(at)
    command = at.window.commands["new_communication"]
    at.connect_with("scope_get_pec", "scope_get_comunica_pec")
    assert said(page.new_button) == (False, NO_RIGHT)
    assert (command.isEnabled(), command.toolTip()) == (False, NO_RIGHT)
    page.new_button.click()
    command.trigger()
    assert at.at.office.drafts.all() == []
    at.connect_with("scope_get_pec", "scope_get_comunica_pec", "scope_post_comunica_pec")
    assert said(page.new_button) == (True, "")
    assert command.isEnabled(), "whichever mailbox is selected, or none"


def test_an_empty_register_says_why_nothing_can_begin(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, empty=True) as at:
        at.connect_with("scope_get_pec", "scope_get_comunica_pec")
        button = page_of(at).empty.button
        assert (button.isVisible(), *said(button)) == (True, False, NO_RIGHT)
        at.connect_with("scope_get_pec", "scope_get_comunica_pec", "scope_post_comunica_pec")
        assert said(button) == (True, "")


def test_nothing_is_looked_up_without_the_right_to(at: Opened) -> None:
    at.window.tools.look_up()
    at.connect_with("scope_get_pec")
    window = at.window.findChild(LookUp)
    assert window is not None
    address = window.address
    assert said(address.button) == (False, NO_RIGHT)
    assert said(window.domain.button) == (False, NO_RIGHT)
    QTest.keyClicks(address.editor.line, "studio.prova@testcert.legalmail.it")
    address.editor.line.returnPressed.emit()
    address.form.left.emit("casella_pec")
    address.asker.due.emit()
    at.settle()
    assert at.at.seen("check_availability") == 0
    at.connect_with("scope_get_pec", "scope_get_verifica_pec")
    assert said(address.button) == (True, "")
    address.button.click()
    at.settle()
    assert at.at.seen("check_availability") == 1
    window.close()


@pytest.mark.parametrize("kind", [RegistrationWizard, CommunicationWizard])
def test_the_last_button_of_a_wizard_says_what_the_token_lacks(
    at: Opened, kind: type[RegistrationWizard | CommunicationWizard]
) -> None:
    at.connect()
    if kind is RegistrationWizard:
        draft = at.at.draft()
        draft.step = "summary"
        drafts.save(at.at.office, draft)
    else:
        draft = saved_draft(at, "summary")
    at.connect_with("scope_get_pec", "scope_get_comunica_pec")
    at.window.wizards.open_draft(draft)
    at.settle()
    wizard = at.window.findChild(kind)
    assert wizard is not None
    assert wizard.summary.standing is Standing.FORBIDDEN
    assert said(wizard.next_button) == (False, NO_RIGHT)
    assert wizard.summary.notice.words == NO_RIGHT
    assert wizard.bar.isHidden(), "that nobody may ask for the address is no failure"
    assert at.at.seen("check_availability") == 0
    wizard.close()
    at.settle()


def test_papers_that_may_not_be_sent_say_so_at_the_last_button(at: Opened, tmp_path: Path) -> None:
    at.connect_with("scope_get_pec")
    row = at.row("registrata")
    files = [tmp_path / "modulo firmato.pdf", tmp_path / "documento identita.pdf"]
    for pages, file in enumerate(files, start=1):
        file.write_bytes(pdf(pages))
    take_papers(at.at.office, row.id, files, Work())
    at.window.activate(row.id)
    at.settle()
    wizard = at.window.findChild(ActivationWizard)
    assert wizard is not None
    wizard.go_to("send")
    at.settle()
    assert said(wizard.next_button) == (False, NO_RIGHT)
    wizard.close()
    at.settle()


def test_a_power_of_attorney_is_downloaded_only_with_the_right_to(at: Opened) -> None:
    at.connect()
    page = page_of(at)
    page.select(next(row.id for row in page.rows.values() if row.needs_person))
    at.settle()
    paper = page.detail.paper
    buttons = (paper.open_button, paper.save_button, paper.download_button)
    assert [said(one) for one in buttons] == [(True, "")] * 3
    at.connect_with("scope_get_pec")
    assert [said(one) for one in buttons] == [(False, NO_RIGHT)] * 3
    at.connect_with("scope_get_pec", "scope_get_comunica_pec")
    waiting(at)
    at.connect_with("scope_get_pec")
    assert [said(one) for one in buttons] == [(True, ""), (True, ""), (False, NO_RIGHT)]


# Commands for many


def by_state(at: Opened, *states: str) -> list[Row]:
    return [row for row in at.shown if row.stored.mailbox.stato in states]


def choose(at: Opened, *states: str) -> None:
    rows = by_state(at, *states)
    at.window.commands.follow_selection(rows)


def test_a_command_for_many_is_done_with_those_that_may(at: Opened) -> None:
    at.connect()
    commands = at.window.commands
    done: list[int] = []
    action = commands.add(
        "many", "Many", lambda: done.append(1), operation="renew_mailbox", many=True
    )
    choose(at)
    assert (action.isEnabled(), action.toolTip()) == (False, "Select one or more mailboxes.")
    choose(at, "registrata", "in_evasione")
    assert (action.isEnabled(), action.toolTip()) == (
        *(False, "Only an active or a revoked mailbox can be renewed."),
    )
    choose(at, "registrata", "evasa", "revocata")
    assert action.isEnabled()
    allowed = commands.allowed("many", by_state(at, "registrata", "evasa", "revocata"))
    assert {row.stored.mailbox.stato for row in allowed} == {"evasa", "revocata"}
    action.trigger()
    assert done == [1]
    assert not commands["activate"].isEnabled(), "a command for one stays one"


def read_out(menu: QMenu) -> dict[str, str]:
    """What assistive technology gets to know of each entry that is disabled: words → all it is."""
    inside = QAccessible.queryAccessibleInterface(menu)
    assert inside is not None
    entries = (inside.child(number) for number in range(inside.childCount()))
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help)
    return {
        one.text(QAccessible.Text.Name).partition(" – ")[0]: " ".join(map(one.text, kinds)).strip()
        for one in entries
        if one.state().disabled and one.text(QAccessible.Text.Name)
    }


def test_what_reads_menus_aloud_hears_the_reason(at: Opened) -> None:
    at.connect()
    at.select("registrata")
    more = read_out(at.window.mailboxes.detail.more.menu())
    assert more["Renew…"] == "Renew… – Only an active or a revoked mailbox can be renewed"
    assert more["Revoke…"] == "Revoke… – Only an active mailbox can be revoked"
    assert set(more) == {
        *("Renew…", "More space…", "Change the type…", "Legal preservation…", "Add a user…"),
        *("Communicate to the Business Register…", "Revoke…"),
    }
    bar = next(one for one in at.window.menuBar().findChildren(QMenu) if one.title() == "&Mailbox")
    assert more.items() <= read_out(bar).items()
    at.select("evasa")
    assert at.window.commands["renew"].text() == "&Renew…", "what may be done needs no reason"
    at.connect_with("scope_get_pec")
    reason = "The access token has no permission for this"
    assert read_out(bar)["More space…"] == f"More space… – {reason}"
    assert at.window.commands["space"].toolTip() == NO_RIGHT


def test_menus_and_buttons_tell_the_reason(at: Opened) -> None:
    at.connect_with("scope_get_pec")
    menus = at.window.menuBar().findChildren(QMenu)
    assert menus
    assert [one.title() for one in menus if one.title() and not one.toolTipsVisible()] == []
    button = at.window.mailboxes.export_button
    assert (button.toolTip(), button.accessibleName()) == ("Export the list", "Export the list")
    at.window.mailboxes.search.setText("nobody")
    assert said(button) == (False, "The list is empty.")
    at.window.mailboxes.search.clear()
    assert button.toolTip() == "Export the list"
