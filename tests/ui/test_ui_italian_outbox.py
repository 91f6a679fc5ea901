"""The outbox in Italian: what has moved on, what is sent, what came of it, the standing choice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from changes_support import GOLD, box
from italian_support import ITALIAN, Reader
from office_support import TOKEN
from pytestqt.qtbot import QtBot
from reconcile_support import ERRANDS, communication_draft
from window_support import Opened, opened

from pec_desktop.api.client import PecClient
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.practice import Fault
from pec_desktop.services import drafts
from pec_desktop.store.drafts import Draft
from pec_desktop.ui.preferences import Preferences
from pec_desktop.ui.send_outbox import SendOutbox


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Opened]:
    with opened(qtbot, tmp_path, locale=ITALIAN) as place:
        place.at.server.credit = Decimal(1000)
        place.connect()
        yield place


def ready(at: Opened, *ids: str) -> None:
    for one in ids or [draft.id for draft in at.at.office.drafts.all()]:
        draft = drafts.get(at.at.office, one)
        draft.ready = True
        drafts.save(at.at.office, draft)


def prepared(at: Opened) -> list[Draft]:
    """One of each kind but the power of attorney, ready, and one that is refused."""
    gold = box(at.at, GOLD)
    for operation in (
        *("activate_mailbox", "activate_preservation"),
        *("register_mailbox", "start_communication"),
    ):
        ERRANDS[operation].prepare(at.at)
    communication_draft(at.at, casella_pec=gold.casella_pec)
    ready(at)
    refused = ApiError(ErrorKind.CONFLICT, operation="register_mailbox", message="Non ora")
    drafts.note_refusal(at.at.office, at.at.draft(casella_pec="altro@pec.example").id, refused)
    at.at.clock.advance(60)
    (preserving,) = [one for one in at.at.office.drafts.all() if one.kind == "preservation"]
    with PecClient(at.at.server.url, TOKEN) as elsewhere:
        elsewhere.change_space(preserving.target, spazio_disco="+1024")
        elsewhere.revoke_mailbox(gold.id)
    at.window.follower.refresh()
    at.settle()
    return at.at.office.drafts.all()


def test_the_outbox(at: Opened, italian: Reader) -> None:
    made = prepared(at)
    at.window.show_page("drafts")
    at.settle()
    table = at.window.drafts.table
    for row in range(table.rows.rowCount()):
        table.selectRow(row)
        italian.look(f"outbox-{row}", at.window)
    assert table.rows.rowCount() == len(made)
    at.window.drafts.send_all_button.click()
    dialog = at.window.findChild(SendOutbox)
    assert dialog is not None
    italian.look("outbox-reading", dialog)
    at.settle()
    italian.look("outbox-shown", dialog)
    at.at.server.faults.set(Fault.STATUS_402, "activate_preservation")
    at.at.server.faults.set(Fault.DROP_AFTER, "register_mailbox")
    at.at.server.faults.set(Fault.SLOW_BEFORE, "activate_mailbox", seconds=60)
    dialog.start()
    at.qtbot.waitUntil(lambda: at.at.server.faults.wait_held(timeout=0.01), timeout=10_000)
    italian.look("outbox-sending", dialog)
    at.at.server.faults.release()
    at.settle()
    italian.look("outbox-report", dialog)
    dialog.go_on()
    at.settle()
    at.at.office.connection = None
    for chosen in (True, False):
        at.desk.settings.send_uploads = chosen
        dialog.refresh()
        italian.look(f"outbox-offline-{chosen}", dialog)
    dialog.close()
    at.settle()
    at.window.drafts.connection_changed()
    at.window.show_page("drafts")
    at.settle()
    italian.look("outbox-offline", at.window)


def test_what_went_out_by_itself(at: Opened, italian: Reader) -> None:
    prepared(at)
    at.desk.settings.send_uploads = True
    for fault in (Fault.STATUS_402, None):
        if fault is not None:
            at.at.server.faults.set(fault, "activate_mailbox")
        at.window.outbox.lost(ApiError(ErrorKind.UNAVAILABLE, operation="list_mailboxes"))
        at.window.follower.refresh()
        at.settle()
        italian.look(f"outbox-by-itself-{fault}", at.window)
    assert at.at.seen("activate_mailbox") == 2


def test_the_preferences(at: Opened, italian: Reader) -> None:
    at.window.tools.preferences()
    dialog = at.window.findChild(Preferences)
    assert dialog is not None
    italian.look("preferences-outbox", dialog)
    dialog.close()
