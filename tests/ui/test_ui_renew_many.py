"""Renewing several mailboxes at once: what is shown before, one click, the report."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from access import nameless
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
from pec_desktop.services import changes, mailboxes
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.renew_many import RenewMany
from pec_desktop.ui.save_as import SaveAs
from pec_desktop.work import Work

NAMES = (GOLD, SILVER, REGISTERED, REVOKED, EXPIRED)
"""Of these all but the third can be renewed."""


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path, empty=False, locale=QLocale("en_IE")) as opened_place:
        opened_place.at.server.credit = Decimal(1000)
        yield opened_place


def opened(at: Place, *names: str) -> RenewMany:
    ids = [box(at.at, name).id for name in names or NAMES]
    dialog = RenewMany(at.desk, ids)
    at.show(dialog)
    at.settle()
    return dialog


def press(at: Place, dialog: RenewMany) -> None:
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.settle()


def cells(dialog: RenewMany, column: int) -> list[str]:
    model = dialog.table.rows
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def years(dialog: RenewMany, words: str) -> None:
    control = dialog.form.editor("anni").control
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(control, words)


def test_what_will_be_renewed_is_shown_with_what_it_costs(at: Place) -> None:
    office = at.desk.office
    office.account = replace(office.account, environment=Environment.PRODUCTION)
    dialog = opened(at)
    assert cells(dialog, 1)[:2] == ["05/12/2026", "18/12/2026"]
    assert cells(dialog, 2) == [
        *("05/12/2027", "18/12/2027", "", "not documented", "not documented"),
    ]
    assert cells(dialog, 3) == [
        *("€64.00 + IVA", "€39.00 + IVA", "", "€25.00 + IVA", "€11.00 + IVA"),
    ]
    assert cells(dialog, 4)[2] == "Only an active or a revoked mailbox can be renewed."
    assert "left out: 1" in dialog.notice.words
    assert dialog.pay_button.text() == "&Renew 4 mailboxes and pay €139.00 + IVA"
    assert "€861.00" in said(dialog.cost), "what is left of the credit"
    years(dialog, "3")
    assert dialog.pay_button.text() == "&Renew 4 mailboxes and pay €417.00 + IVA"
    assert cells(dialog, 2)[0] == "05/12/2029"
    years(dialog, "11")
    assert not dialog.pay_button.isEnabled()
    assert at.at.seen("renew_mailbox") == 0


def test_one_click_renews_each_once_and_a_report_says_what_came_of_it(at: Place) -> None:
    dialog = opened(at)
    with at.qtbot.waitSignal(dialog.changed):
        press(at, dialog)
    ids = [row.mailbox.id for row in dialog.rows if row.why is None]
    assert [one.target for one in at.at.server.ledger] == ids
    attempts = at.desk.office.attempts.all()[::-1]
    assert [one.target for one in attempts] == ids
    assert {one.outcome for one in attempts} == {Outcome.CONFIRMED}
    charged = [one.amount for one in at.at.server.ledger]
    assert [Decimal(str(one.amount)) for one in attempts] == charged
    assert "Renewed: 4 of 4" in said(dialog)
    remarks = cells(dialog, 4)
    assert remarks[0] == "renewed until 05/12/2027"
    assert remarks[2] == "Only an active or a revoked mailbox can be renewed."
    assert remarks[3].startswith("renewed until")
    assert dialog.pay_button.isHidden()
    dialog.start()
    at.settle()
    assert at.at.seen("renew_mailbox") == 4
    for row in dialog.rows:
        stored = at.desk.office.mailboxes.get(row.mailbox.id)
        assert stored is not None
        assert (stored.mailbox != row.mailbox) is (row.why is None)


def test_one_that_fails_does_not_stop_the_rest(at: Place, tmp_path: Path) -> None:
    dialog = opened(at)
    at.at.server.faults.set(Fault.DROP_AFTER, "renew_mailbox")
    at.at.server.faults.set(Fault.STATUS_402, "renew_mailbox")
    press(at, dialog)
    assert "Renewed: 2 of 4" in said(dialog)
    assert cells(dialog, 4)[0] == "Outcome unknown"
    assert "credit is too low" in cells(dialog, 4)[1]
    assert at.at.seen("renew_mailbox") == 4
    dialog.export_button.click()
    chooser = dialog.findChild(SaveAs)
    assert isinstance(chooser, SaveAs)
    target = tmp_path / "report.csv"
    with at.qtbot.waitSignal(chooser.saved, timeout=10_000):
        chooser.fileSelected.emit(str(target))
    with target.open(encoding="utf-8-sig", newline="") as file:
        head, *lines = list(csv.reader(file))
    assert head == [
        *("PEC address", "Holder", "Expiry before", "Expiry afterwards"),
        *("Amount (EUR without IVA)", "Outcome", "Remark"),
    ]
    assert [line[5] for line in lines] == [
        *("Outcome unknown", "Not renewed", "Left out", "Renewed", "Renewed"),
    ]
    assert lines[4][2:5] == ["2026-11-14", "2027-11-14", "11.0"]
    assert [line[4] for line in lines[:3]] == ["64.0", "", ""]
    assert "credit is too low" in lines[1][6]


def test_a_report_that_cannot_be_saved_is_told(at: Place, tmp_path: Path) -> None:
    dialog = opened(at, STANDARD, SILVER)
    press(at, dialog)
    dialog.export_button.click()
    chooser = dialog.findChild(SaveAs)
    assert isinstance(chooser, SaveAs)
    with at.qtbot.waitSignal(chooser.failed, timeout=10_000):
        chooser.fileSelected.emit(str(tmp_path / "no such folder" / "report.csv"))
    assert dialog.bar.failure is not None
    assert "could not be saved" in dialog.bar.failure.what


def test_it_can_be_stopped_between_two(at: Place) -> None:
    dialog = opened(at, GOLD, SILVER, STANDARD)
    at.at.server.faults.set(Fault.SLOW_BEFORE, "renew_mailbox", seconds=0.3)
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    assert "Renewing: 0 of 3" in said(dialog)
    assert dialog.busy.stop.hasFocus()
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    QTest.mouseClick(dialog.busy.stop, Qt.MouseButton.LeftButton)
    assert "stops after the present mailbox" in said(dialog)
    at.settle()
    assert at.at.seen("renew_mailbox") == 1
    assert "Renewed: 1 of 3" in said(dialog)
    assert "Not tried any more: 2." in said(dialog)
    assert cells(dialog, 4)[1:] == ["Not tried", "Not tried"]
    assert dialog.bar.failure is None, "stopping is no failure"


def test_what_would_fail_for_all_stops_them_all_and_is_told(at: Place) -> None:
    dialog = opened(at, GOLD, SILVER, STANDARD)
    at.desk.office.connection = replace(connection_to(at.at.server), token="0" * 24)
    press(at, dialog)
    assert "Renewed: 0 of 3" in said(dialog)
    assert dialog.bar.failure is not None
    assert dialog.bar.failure.title == "The access was refused"
    assert at.at.server.ledger == []


def test_a_mailbox_that_changed_meanwhile_is_left_to_the_person(at: Place) -> None:
    dialog = opened(at, GOLD, SILVER)
    with at.desk.office.client() as elsewhere:
        elsewhere.renew_mailbox(dialog.renewable[0].id, 1)
    press(at, dialog)
    assert "has changed meanwhile" in cells(dialog, 4)[0]
    assert cells(dialog, 4)[1] == "renewed until 18/12/2027"
    assert len(at.desk.office.attempts.all()) == 1


def test_an_unknown_outcome_keeps_a_mailbox_out(at: Place) -> None:
    one = box(at.at, GOLD)
    at.at.server.faults.set(Fault.DROP_BEFORE, "renew_mailbox")
    with pytest.raises(ApiError):
        changes.renew(at.desk.office, one.id, 1, Work())
    dialog = opened(at, GOLD, BRONZE)
    assert "outcome is still unknown" in cells(dialog, 4)[0]
    assert dialog.pay_button.text() == "&Renew (practice, nothing is charged)"
    press(at, dialog)
    assert [row.mailbox.id for row in dialog.rows if row.outcome == "renewed.done"] == [
        box(at.at, BRONZE).id
    ]


def test_where_none_can_be_renewed_the_button_says_so(at: Place) -> None:
    dialog = opened(at, REGISTERED)
    assert not dialog.pay_button.isEnabled()
    assert dialog.pay_button.toolTip() == "None of these mailboxes can be renewed."
    assert dialog.pay_button.accessibleDescription() == dialog.pay_button.toolTip()


def test_without_a_connection_nothing_can_be_sent(at: Place) -> None:
    ids = [box(at.at, name).id for name in (GOLD, SILVER)]
    at.desk.office.connection = None
    dialog = RenewMany(at.desk, ids)
    at.show(dialog)
    at.settle()
    assert len(dialog.rows) == 2
    assert not dialog.pay_button.isEnabled()
    assert "cannot be reached" in dialog.notice.words


def test_a_low_credit_is_told(at: Place) -> None:
    at.at.server.credit = Decimal(50)
    dialog = opened(at, GOLD, SILVER)
    assert "credit is lower than the price" in said(dialog)


def test_a_price_that_is_not_known_makes_the_sum_unknown(at: Place) -> None:
    at.desk.office.connection = replace(connection_to(at.at.server), api_key="")
    dialog = opened(at, GOLD, SILVER)
    assert cells(dialog, 3) == ["about €64.00 + IVA", "price not known"]
    assert "price not known" in said(dialog.cost)


def test_reading_that_fails_can_be_tried_again(at: Place) -> None:
    mailboxes.refresh(at.desk.office, Work())
    ids = [one.mailbox.id for one in mailboxes.cached(at.desk.office)][:2]
    at.at.server.faults.set(Fault.STATUS_401, "get_mailbox")
    dialog = RenewMany(at.desk, ids)
    at.show(dialog)
    at.settle()
    assert dialog.bar.failure is not None
    assert not dialog.pay_button.isEnabled()
    dialog.bar.retry.emit()
    at.settle()
    assert len(dialog.rows) == 2


def test_a_double_click_and_enter_send_nothing_twice(at: Place) -> None:
    dialog = opened(at, GOLD, SILVER)
    QTest.keyClick(dialog.form.editor("anni").control, Qt.Key.Key_Return)
    at.settle()
    assert at.at.seen("renew_mailbox") == 0
    at.at.server.faults.set(Fault.SLOW, "renew_mailbox", seconds=0.2)
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    dialog.start()
    assert at.desk.office.sending or at.desk.runner.busy
    at.settle()
    assert at.at.seen("renew_mailbox") == 2


def test_closed_while_it_sends_it_comes_back_only_with_bad_news(at: Place) -> None:
    dialog = opened(at, GOLD, SILVER)
    at.at.server.faults.set(Fault.HANG, "renew_mailbox")
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    assert at.desk.office.sending
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.close()
    assert not dialog.isVisible()
    at.at.server.faults.release()
    at.settle()
    assert dialog.isVisible()
    assert cells(dialog, 4)[0] == "Outcome unknown"
    again = opened(at, STANDARD, BRONZE)
    at.at.server.faults.set(Fault.SLOW, "renew_mailbox", seconds=0.2)
    with at.qtbot.waitSignal(again.finished, timeout=10_000):
        QTest.mouseClick(again.pay_button, Qt.MouseButton.LeftButton)
        again.close()


def test_every_control_that_takes_the_focus_has_a_name(at: Place) -> None:
    dialog = opened(at)
    assert nameless(dialog) == []
    press(at, dialog)
    assert nameless(dialog) == []
    assert dialog.close_button.hasFocus()
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Space)
    assert not dialog.isVisible()
