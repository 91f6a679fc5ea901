"""The window for many, on mailboxes that were selected: what it shows, sends and tells."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from access import nameless
from batch_support import cells, press, saved, selected, show, states
from change_support import said
from changes_support import BRONZE, EXPIRED, GOLD, REGISTERED, REVOKED, SILVER, STANDARD, box
from msgspec.structs import replace
from office_support import connection_to
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.domain.account import Environment
from pec_desktop.errors import ApiError
from pec_desktop.practice import Fault
from pec_desktop.services import batch, changes, mailboxes
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.batch import BatchDialog
from pec_desktop.ui.batch_sources import Selection
from pec_desktop.ui.save_as import SaveAs
from pec_desktop.work import Work

RENEW = "renew_mailbox"

NAMES = (GOLD, SILVER, REGISTERED, REVOKED, EXPIRED)
"""Of these all but the third can be renewed."""


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path, empty=False, locale=QLocale("en_IE")) as opened_place:
        opened_place.at.server.credit = Decimal(1000)
        opened_place.desk.settings.quiet_period = 0
        yield opened_place


def years(at: Place, dialog: BatchDialog, words: str) -> None:
    assert isinstance(dialog.source, Selection)
    control = dialog.source.form.editor("anni").control
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(control, words)
    at.settle()
    assert control.hasFocus(), "whoever types is not interrupted"


def test_what_will_be_renewed_is_shown_with_what_it_costs(at: Place) -> None:
    office = at.desk.office
    office.account = replace(office.account, environment=Environment.PRODUCTION)
    dialog = selected(at, *NAMES)
    assert cells(dialog, "Expires")[:2] == ["05/12/2026", "18/12/2026"]
    assert cells(dialog, "Afterwards") == [
        *("05/12/2027", "18/12/2027", "", "not documented", "not documented"),
    ]
    assert cells(dialog, "Price") == [
        *("€64.00 + IVA", "€39.00 + IVA", "", "€25.00 + IVA", "€11.00 + IVA"),
    ]
    assert cells(dialog, "Remark")[2] == "Only an active or a revoked mailbox can be renewed."
    assert states(dialog)[2] == "invalid"
    assert "in its row: 1" in dialog.notice.words
    assert dialog.pay_button.text() == "&Renew 4 mailboxes and pay €139.00 + IVA"
    assert "€861.00" in said(dialog.cost), "what is left of the credit"
    years(at, dialog, "3")
    assert dialog.pay_button.text() == "&Renew 4 mailboxes and pay €417.00 + IVA"
    assert cells(dialog, "Afterwards")[0] == "05/12/2029"
    years(at, dialog, "11")
    assert not dialog.pay_button.isEnabled()
    assert at.at.seen(RENEW) == 0
    assert office.batches.of(RENEW) == [], "nothing is written down before it is wanted"


def test_one_click_renews_each_once_and_says_what_came_of_it(at: Place) -> None:
    dialog = selected(at, *NAMES)
    before = {row.number: row.result.planned.box for row in dialog.rows}
    with at.qtbot.waitSignal(dialog.changed):
        press(at, dialog)
    ids = [row.result.planned.target for row in dialog.rows if row.state == "confirmed"]
    assert [one.target for one in at.at.server.ledger] == ids
    attempts = at.desk.office.attempts.all()[::-1]
    assert [one.target for one in attempts] == ids
    assert {one.outcome for one in attempts} == {Outcome.CONFIRMED}
    charged = [one.amount for one in at.at.server.ledger]
    assert [Decimal(str(one.amount)) for one in attempts] == charged
    assert "Done: 4 of 4" in said(dialog)
    assert cells(dialog, "Expires")[0] == "05/12/2026"
    assert cells(dialog, "Afterwards")[0] == "05/12/2027"
    assert cells(dialog, "Remark")[2] == "Only an active or a revoked mailbox can be renewed."
    assert dialog.pay_button.isHidden()
    assert dialog.again_button.isHidden()
    dialog.start()
    at.settle()
    assert at.at.seen(RENEW) == 4
    for row in dialog.rows:
        stored = at.desk.office.mailboxes.get(row.result.planned.target)
        assert stored is not None
        assert (stored.mailbox != before[row.number]) is (row.state == "confirmed")
    (one,) = at.desk.office.batches.of(RENEW)
    assert one.finished_at is not None
    assert len(one.rows) == 4, "what cannot be renewed is no part of it"


def test_one_that_fails_does_not_stop_the_rest(at: Place, tmp_path: Path) -> None:
    dialog = selected(at, *NAMES)
    at.at.server.faults.set(Fault.STATUS_402, RENEW, times=1)
    press(at, dialog)
    assert "Done: 3 of 4" in said(dialog)
    assert states(dialog) == ["refused", "confirmed", "invalid", "confirmed", "confirmed"]
    assert "credit is too low" in cells(dialog, "Remark")[0]
    assert at.at.seen(RENEW) == 4
    lines = saved(at, dialog, tmp_path / "report.csv")
    assert list(lines[0]) == [
        *("Line", "Mailbox", "Holder", "Outcome", "Id", "Expiry", "Price (EUR without IVA)"),
        *("Why not", "To be looked at"),
    ]
    assert [line["Outcome"] for line in lines] == ["refused", "done", "left out", "done", "done"]
    assert lines[4]["Expiry"] == "2027-11-14"
    assert lines[4]["Price (EUR without IVA)"] == "11.00"
    assert "credit is too low" in lines[0]["Why not"]


def test_what_was_refused_is_gone_on_with_after_another_look(at: Place) -> None:
    dialog = selected(at, GOLD, SILVER)
    at.at.server.faults.set(Fault.STATUS_402, RENEW, times=1)
    press(at, dialog)
    assert states(dialog) == ["refused", "confirmed"]
    QTest.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert "1 of 2 are done" in dialog.notice.words
    assert "credit is too low" in cells(dialog, "Remark")[0], "the reason is not forgotten"
    assert dialog.pay_button.text() == "&Renew (practice, nothing is charged)"
    assert f"{GOLD}@" in said(dialog.cost)
    press(at, dialog)
    assert states(dialog) == ["confirmed"] * 2
    assert len(at.at.server.ledger) == 2
    (one,) = at.desk.office.batches.of(RENEW)
    assert one.finished_at is not None


def test_a_lost_answer_is_looked_at_and_nothing_is_paid_twice(at: Place) -> None:
    dialog = selected(at, GOLD, SILVER)
    at.at.server.faults.set(Fault.DROP_AFTER, RENEW, times=1)
    press(at, dialog)
    assert states(dialog) == ["confirmed"] * 2
    assert len(at.at.server.ledger) == 2


def test_waiting_for_a_lost_answer_is_said_and_can_be_stopped(at: Place) -> None:
    at.desk.settings.quiet_period = 3600
    dialog = selected(at, GOLD, SILVER)
    at.at.server.faults.set(Fault.DROP_BEFORE, RENEW, times=1)
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: "An answer was lost" in said(dialog), timeout=10_000)
    QTest.mouseClick(dialog.busy.stop, Qt.MouseButton.LeftButton)
    at.settle()
    assert states(dialog) == ["unknown", "confirmed"]
    assert cells(dialog, "State")[0] == "outcome unknown"
    assert dialog.again_button.isVisible()


def test_a_result_that_cannot_be_saved_is_told(at: Place, tmp_path: Path) -> None:
    dialog = selected(at, STANDARD, SILVER)
    press(at, dialog)
    dialog.export_button.click()
    chooser = dialog.findChild(SaveAs)
    assert isinstance(chooser, SaveAs)
    with at.qtbot.waitSignal(chooser.failed, timeout=10_000):
        chooser.fileSelected.emit(str(tmp_path / "no such folder" / "report.csv"))
    assert dialog.bar.failure is not None
    assert "could not be saved" in dialog.bar.failure.what


def test_it_can_be_stopped_between_two_and_gone_on_with(at: Place) -> None:
    dialog = selected(at, GOLD, SILVER, STANDARD)
    at.at.server.faults.set(Fault.SLOW_BEFORE, RENEW, seconds=0.3)
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    assert "0 of 3 are done" in said(dialog)
    assert dialog.busy.stop.hasFocus()
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    QTest.mouseClick(dialog.busy.stop, Qt.MouseButton.LeftButton)
    assert "stops after the present mailbox" in said(dialog)
    at.settle()
    assert at.at.seen(RENEW) == 1
    assert "Done: 1 of 3" in said(dialog)
    assert "Not sent yet: 2." in said(dialog)
    assert cells(dialog, "State") == ["done", "waiting", "waiting"]
    assert dialog.bar.failure is None, "stopping is no failure"
    at.at.server.faults.release()
    (begun,) = batch.unfinished(at.desk.office)
    assert (begun.done, len(begun.batch.rows)) == (1, 3)
    QTest.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    at.settle()
    press(at, dialog)
    assert states(dialog) == ["confirmed"] * 3
    assert len(at.at.server.ledger) == 3
    assert batch.unfinished(at.desk.office) == []


def test_the_same_selection_again_finds_what_was_interrupted(at: Place) -> None:
    dialog = selected(at, GOLD, SILVER, STANDARD)
    at.at.server.faults.set(Fault.STATUS_402, RENEW, times=1)
    press(at, dialog)
    again = selected(at, GOLD, SILVER, STANDARD)
    assert states(again) == ["waiting", "invalid", "invalid"]
    assert "The same was done before" in cells(again, "Remark")[1]
    assert "2 of 3 done" in again.notice.words
    QTest.mouseClick(again.other_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert states(again) == ["refused", "confirmed", "confirmed"]
    press(at, again)
    assert states(again) == ["confirmed"] * 3
    assert len(at.at.server.ledger) == 3
    assert len(at.desk.office.batches.of(RENEW)) == 1


def test_what_one_batch_has_done_another_does_not_do_again(at: Place) -> None:
    """Somebody selects the rest anew instead of going on: the first batch finds it done."""
    first = selected(at, GOLD, SILVER)
    at.at.server.faults.set(Fault.STATUS_402, RENEW, times=1)
    press(at, first)
    assert states(first) == ["refused", "confirmed"]
    press(at, selected(at, GOLD))
    assert len(at.at.server.ledger) == 2
    QTest.mouseClick(first.again_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert states(first) == ["invalid", "confirmed"]
    assert "somebody has renewed it meanwhile" in cells(first, "Remark")[0]
    assert first.pay_button.isHidden()
    QTest.mouseClick(first.leave_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert not first.isVisible()
    assert batch.unfinished(at.desk.office) == []
    assert len(at.at.server.ledger) == 2


def test_the_same_selection_a_year_later_is_another_one(at: Place) -> None:
    press(at, selected(at, GOLD, SILVER))
    at.at.clock.advance(365 * 86_400)
    dialog = selected(at, GOLD, SILVER)
    assert states(dialog) == ["waiting"] * 2
    press(at, dialog)
    assert states(dialog) == ["confirmed"] * 2
    assert at.at.seen(RENEW) == 4
    assert [batch.is_done(at.desk.office, one) for one in at.desk.office.batches.of(RENEW)] == [
        *(True, True),
    ]


def test_a_killed_run_is_looked_at_first_and_nothing_is_charged_twice(at: Place) -> None:
    """The archive of a process that was killed between a paid request and its answer."""
    office, one = at.desk.office, box(at.at, GOLD)
    dialog = selected(at, GOLD, SILVER)
    assert dialog.batch is not None
    begun = batch.begin(office, dialog.batch)
    planned = batch.plan(office, begun, Work())[0]
    at.at.server.faults.set(Fault.DROP_AFTER, RENEW, times=1)
    with pytest.raises(ApiError):
        changes.renew(office, one.id, 1, Work(), row=planned.key)
    assert [attempt.outcome for attempt in office.attempts.all()] == [Outcome.UNKNOWN]
    again = selected(at, GOLD, SILVER)
    assert states(again) == ["invalid", "waiting"]
    assert "outcome is still unknown" in cells(again, "Remark")[0]
    QTest.mouseClick(again.other_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert states(again) == ["unknown", "waiting"]
    press(at, again)
    assert states(again) == ["confirmed"] * 2
    assert sorted(one.target for one in at.at.server.ledger) == sorted(
        row.result.planned.target for row in again.rows
    )
    press(at, dialog)
    assert len(at.at.server.ledger) == 2, "an older window on the same has nothing left to send"


def test_what_would_fail_for_all_stops_them_all_and_is_told(at: Place) -> None:
    dialog = selected(at, GOLD, SILVER, STANDARD)
    at.desk.office.connection = replace(connection_to(at.at.server), token="0" * 24)
    press(at, dialog)
    assert "Done: 0 of 3" in said(dialog)
    assert dialog.bar.failure is not None
    assert dialog.bar.failure.title == "The access was refused"
    assert at.at.server.ledger == []


def test_a_mailbox_that_changed_meanwhile_is_left_to_the_person(at: Place) -> None:
    dialog = selected(at, GOLD, SILVER)
    with at.desk.office.client() as elsewhere:
        elsewhere.renew_mailbox(dialog.rows[0].result.planned.target, 1)
    press(at, dialog)
    assert "has changed meanwhile" in cells(dialog, "Remark")[0]
    assert cells(dialog, "Afterwards")[1] == "18/12/2027"
    assert len(at.desk.office.attempts.all()) == 1


def test_an_unknown_outcome_keeps_a_mailbox_out(at: Place) -> None:
    one = box(at.at, GOLD)
    at.at.server.faults.set(Fault.DROP_BEFORE, RENEW)
    with pytest.raises(ApiError):
        changes.renew(at.desk.office, one.id, 1, Work())
    dialog = selected(at, GOLD, BRONZE)
    assert "outcome is still unknown" in cells(dialog, "Remark")[0]
    assert dialog.pay_button.text() == "&Renew (practice, nothing is charged)"
    press(at, dialog)
    assert states(dialog) == ["invalid", "confirmed"]


def test_where_none_can_be_renewed_it_says_so_and_has_no_button_that_pays(at: Place) -> None:
    dialog = selected(at, REGISTERED)
    assert dialog.pay_button.isHidden()
    assert "Nothing here can be sent." in dialog.notice.words
    dialog.start()
    at.settle()
    assert at.desk.office.batches.of(RENEW) == []


def test_without_a_connection_nothing_can_be_sent(at: Place) -> None:
    ids = [box(at.at, name).id for name in (GOLD, SILVER)]
    at.desk.office.connection = None
    dialog = show(at, Selection(at.desk, ids))
    assert len(dialog.rows) == 2
    assert not dialog.pay_button.isEnabled()
    assert dialog.pay_button.toolTip()
    assert dialog.pay_button.accessibleDescription() == dialog.pay_button.toolTip()
    assert "cannot be reached" in dialog.notice.words


def test_a_low_credit_is_told(at: Place) -> None:
    at.at.server.credit = Decimal(50)
    dialog = selected(at, GOLD, SILVER)
    assert "credit is lower than the price" in said(dialog)


def test_with_an_empty_wallet_each_is_refused_with_the_reason_and_waits(at: Place) -> None:
    at.at.server.credit = Decimal(0)
    dialog = selected(at, GOLD, SILVER)
    press(at, dialog)
    assert states(dialog) == ["refused"] * 2
    assert all("credit is too low" in words for words in cells(dialog, "Remark"))
    assert at.at.server.ledger == []
    at.at.server.credit = Decimal(1000)
    QTest.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    at.settle()
    press(at, dialog)
    assert states(dialog) == ["confirmed"] * 2


def test_a_price_that_is_not_known_makes_the_sum_unknown(at: Place) -> None:
    at.desk.office.connection = replace(connection_to(at.at.server), api_key="")
    dialog = selected(at, GOLD, SILVER)
    assert cells(dialog, "Price") == ["about €64.00 + IVA", "price not known"]
    assert "price not known" in said(dialog.cost)


def test_reading_that_fails_can_be_tried_again(at: Place) -> None:
    mailboxes.refresh(at.desk.office, Work())
    ids = [one.mailbox.id for one in mailboxes.cached(at.desk.office)][:2]
    at.at.server.faults.set(Fault.STATUS_401, "list_mailboxes", times=1)
    dialog = show(at, Selection(at.desk, ids))
    assert dialog.bar.failure is not None
    assert dialog.pay_button.isHidden()
    dialog.bar.retry.emit()
    at.settle()
    assert len(dialog.rows) == 2
    assert dialog.pay_button.isEnabled()


def test_a_double_click_and_enter_send_nothing_twice(at: Place) -> None:
    dialog = selected(at, GOLD, SILVER)
    assert isinstance(dialog.source, Selection)
    QTest.keyClick(dialog.source.form.editor("anni").control, Qt.Key.Key_Return)
    at.settle()
    assert at.at.seen(RENEW) == 0
    at.at.server.faults.set(Fault.SLOW, RENEW, seconds=0.2)
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    dialog.start()
    at.settle()
    assert at.at.seen(RENEW) == 2


def test_two_windows_on_the_same_send_nothing_twice(at: Place) -> None:
    first, second = selected(at, GOLD, SILVER), selected(at, GOLD, SILVER)
    at.at.server.faults.set(Fault.SLOW_BEFORE, RENEW, seconds=0.3)
    QTest.mouseClick(first.pay_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    QTest.mouseClick(second.pay_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: second.bar.failure is not None, timeout=10_000)
    at.settle()
    assert second.bar.failure is not None
    assert "begun elsewhere" in second.bar.failure.what
    assert at.at.seen(RENEW) == 2
    assert states(first) == ["confirmed"] * 2


def test_closed_while_it_sends_it_comes_back_only_with_bad_news(at: Place) -> None:
    dialog = selected(at, GOLD, SILVER)
    at.desk.settings.quiet_period = 3600
    at.at.server.faults.set(Fault.STATUS_402, RENEW, times=1)
    at.at.server.faults.set(Fault.SLOW_BEFORE, RENEW, seconds=0.3)
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    assert at.desk.office.sending
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.close()
    assert not dialog.isVisible()
    at.settle()
    assert dialog.isVisible()
    assert states(dialog)[0] == "refused"
    again = selected(at, STANDARD, BRONZE)
    at.at.server.faults.set(Fault.SLOW, RENEW, seconds=0.2)
    with at.qtbot.waitSignal(again.finished, timeout=10_000):
        QTest.mouseClick(again.pay_button, Qt.MouseButton.LeftButton)
        again.close()


def test_every_control_that_takes_the_focus_has_a_name(at: Place) -> None:
    dialog = selected(at, *NAMES)
    assert nameless(dialog) == []
    press(at, dialog)
    assert nameless(dialog) == []
    assert dialog.close_button.hasFocus()
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Space)
    assert not dialog.isVisible()
