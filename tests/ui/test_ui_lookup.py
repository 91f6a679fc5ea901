"""Looking up an address and a domain, on a real office and the practice server."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from access import nameless
from msgspec.structs import replace
from office_support import connection_to
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from window_support import Opened, opened
from wizard_support import Place, place

from pec_desktop.practice import Fault
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.forms import FormRow
from pec_desktop.ui.lookup import LookUp
from pec_desktop.ui.lookup_parts import Question
from pec_desktop.ui.registration import RegistrationWizard

ASK, CHECK = "check_availability", "check_domain"
FREE, TAKEN = "libera@testcert.legalmail.it", "occupata@testcert.legalmail.it"


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path) as opened:
        yield opened


def shown(at: Place) -> LookUp:
    window = LookUp(at.desk)
    at.show(window)
    at.settle()
    return window


def type_into(question: Question, words: str, *, leave: bool = False) -> None:
    question.editor.line.setFocus()
    question.editor.line.selectAll()
    QTest.keyClicks(question.editor.line, words)
    if leave:
        QTest.keyClick(question.editor.line, Qt.Key.Key_Tab)


def said(question: Question) -> str:
    """What stands at the field."""
    [row] = question.form.findChildren(FormRow)
    return row.message.words


def found(window: LookUp) -> list[tuple[str, str]]:
    return [(one.subject, one.answer) for one in window.found]


def unpriced(at: Place) -> None:
    """Take the API key away: no price is known."""
    at.desk.office.connection = replace(connection_to(at.at.server), api_key="")


def let_the_pause_pass(at: Place, window: LookUp) -> None:
    with at.qtbot.waitSignal(window.address.asker.due, timeout=10_000):
        assert window.address.asker.waiting
    at.settle()


# Addresses


@pytest.mark.parametrize(
    ("address", "answer", "words"),
    [(FREE, "free", "This address is free."), (TAKEN, "taken", "This address is already taken.")],
)
def test_an_address_is_asked_about_when_its_field_is_left(
    at: Place, address: str, answer: str, words: str
) -> None:
    unpriced(at)
    window = shown(at)
    type_into(window.address, address.upper(), leave=True)
    at.settle()
    assert said(window.address) == words
    assert found(window) == [(address, answer)]
    assert at.at.seen(ASK) == 1
    assert at.at.server.ledger == []


def test_the_button_asks_again_and_only_the_last_answer_stays_in_the_list(at: Place) -> None:
    unpriced(at)
    window = shown(at)
    type_into(window.address, FREE, leave=True)
    at.settle()
    at.at.registered(casella_pec=FREE)
    window.address.button.click()
    at.settle()
    assert found(window) == [(FREE, "taken")]
    assert at.at.seen(ASK) == 2


def test_enter_asks_and_what_is_no_address_is_said_at_the_field(at: Place) -> None:
    window = shown(at)
    type_into(window.address, "niente")
    QTest.keyClick(window.address.editor.line, Qt.Key.Key_Return)
    at.settle()
    assert said(window.address).startswith("This is not")
    assert at.at.seen(ASK) == 0
    type_into(window.address, FREE)
    QTest.keyClick(window.address.editor.line, Qt.Key.Key_Return)
    at.settle()
    assert at.at.seen(ASK) == 1


def test_nothing_is_asked_while_typing_if_the_price_is_not_known(at: Place) -> None:
    unpriced(at)
    window = shown(at)
    type_into(window.address, FREE)
    assert not window.address.asker.waiting
    at.settle()
    assert at.at.seen(ASK) == 0


def test_nothing_is_asked_while_typing_if_asking_costs_something(at: Place) -> None:
    window = shown(at)
    assert window.address.cost.isHidden()
    at.desk.office.prices[ASK] = {"verifica_pec": 0.01}
    window.address.asker.learn_price()
    at.settle()
    assert window.address.cost.text() == "Each question costs: €0.01 + IVA."
    assert window.address.cost.isVisible()
    type_into(window.address, FREE)
    assert not window.address.asker.waiting
    at.settle()
    assert at.at.seen(ASK) == 0


def test_where_asking_is_free_one_question_follows_a_pause_in_typing(at: Place) -> None:
    window = shown(at)
    type_into(window.address, FREE)
    assert at.at.seen(ASK) == 0
    let_the_pause_pass(at, window)
    assert said(window.address) == "This address is free."
    assert at.at.seen(ASK) == 1
    QTest.keyClick(window.address.editor.line, Qt.Key.Key_Tab)
    at.settle()
    assert at.at.seen(ASK) == 1, "leaving the field asks nothing that was asked already"


def test_the_last_answer_wins(at: Place) -> None:
    window = shown(at)
    at.at.server.faults.set(Fault.SLOW, ASK, seconds=30)
    type_into(window.address, TAKEN, leave=True)
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    type_into(window.address, FREE, leave=True)
    at.qtbot.waitUntil(lambda: found(window) == [(FREE, "free")])
    at.at.server.faults.release()
    at.settle()
    assert found(window) == [(FREE, "free")]
    assert said(window.address) == "This address is free."


def test_without_the_network_it_is_not_told(at: Place) -> None:
    at.desk.office.connection = None
    window = shown(at)
    type_into(window.address, FREE, leave=True)
    at.settle()
    assert "Without the network" in said(window.address)
    assert found(window) == []
    assert window.address.bar.isHidden()


def test_an_answer_that_cannot_be_read_can_be_asked_for_again(at: Place) -> None:
    window = shown(at)
    at.at.server.faults.set(Fault.STATUS_403, ASK)
    type_into(window.address, FREE, leave=True)
    at.settle()
    assert "did not say" in said(window.address)
    assert window.address.bar.isVisible()
    window.address.bar.retry.emit()
    at.settle()
    assert said(window.address) == "This address is free."
    assert window.address.bar.isHidden()


# Domains


def test_a_domain_is_checked_by_a_click_paid_once_and_written_down_once(at: Place) -> None:
    window = shown(at)
    assert window.domain.cost.text() == "A check costs: €0.05 + IVA. Credit now: €182.03."
    type_into(window.domain, " PEC.it ", leave=True)
    at.settle()
    assert at.at.seen(CHECK) == 0
    QTest.mouseClick(window.domain.button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(window.domain.button, Qt.MouseButton.LeftButton)
    window.domain.check()
    at.settle()
    window.domain.check()
    QTest.mouseClick(window.domain.button, Qt.MouseButton.LeftButton)
    at.settle()
    assert at.at.seen(CHECK) == 1
    [charge] = at.at.server.ledger
    assert (charge.operation, charge.target, charge.amount) == (CHECK, "pec.it", Decimal("0.05"))
    [attempt] = at.desk.office.attempts.all()
    assert (attempt.outcome, attempt.amount) == (Outcome.CONFIRMED, "0.05")
    assert said(window.domain) == "pec.it is a certified domain."
    assert found(window) == [("pec.it", "certified")]
    assert window.domain.cost.text().endswith("Credit now: €181.98.")
    assert "checked just now" in window.domain.button.accessibleDescription()


def test_a_domain_that_nobody_knows_is_told_and_paid_too(at: Place) -> None:
    window = shown(at)
    type_into(window.domain, "nobody.example")
    window.domain.button.click()
    at.settle()
    assert found(window) == [("nobody.example", "not_certified")]
    assert "not known" in said(window.domain)
    assert len(at.at.server.ledger) == 1


def test_no_key_pays(at: Place) -> None:
    window = shown(at)
    type_into(window.domain, "pec.it")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(window.domain.editor.line, key)
    QTest.keyClick(window.domain.editor.line, Qt.Key.Key_Tab)
    at.settle()
    assert at.at.seen(CHECK) == 0
    assert window.isVisible()


@pytest.mark.parametrize(
    ("typed", "why"), [("", "Type the name"), ("pec", "Type the name"), ("pec.it", "")]
)
def test_the_button_says_why_it_cannot_be_pressed(at: Place, typed: str, why: str) -> None:
    window = shown(at)
    type_into(window.domain, typed)
    at.settle()
    assert window.domain.button.isEnabled() is not bool(why)
    assert window.domain.button.toolTip().startswith(why)


def test_without_permission_or_connection_nothing_can_be_checked(at: Place) -> None:
    window = shown(at)
    at.desk.office.allowed = frozenset({ASK})
    type_into(window.domain, "pec.it")
    assert "no permission" in window.domain.button.toolTip()
    at.desk.office.connection = None
    type_into(window.domain, "pec.it")
    assert "not connected" in window.domain.button.toolTip()
    window.domain.check()
    at.settle()
    assert at.desk.office.attempts.all() == []


def test_a_lost_answer_is_asked_for_again_only_after_a_decision(at: Place) -> None:
    window = shown(at)
    at.at.server.faults.set(Fault.DROP_AFTER, CHECK)
    type_into(window.domain, "pec.it")
    window.domain.button.click()
    at.settle()
    assert "may have been paid" in window.domain.notice.words
    assert not window.domain.button.isEnabled()
    window.domain.check()
    at.settle()
    assert at.at.seen(CHECK) == 1
    # another domain is free of that decision, and coming back brings it again
    type_into(window.domain, "legalmail.it")
    at.settle()
    assert window.domain.notice.isHidden()
    assert window.domain.button.isEnabled()
    type_into(window.domain, "pec.it")
    at.settle()
    assert window.domain.notice.isVisible()
    assert not window.domain.override.isChecked()
    window.domain.override.click()
    window.domain.button.click()
    at.settle()
    assert at.at.seen(CHECK) == 2
    assert found(window) == [("pec.it", "certified")]
    assert window.domain.notice.isHidden()
    assert [one.outcome for one in at.desk.office.attempts.all()] == [
        Outcome.CONFIRMED,
        Outcome.UNKNOWN,
    ]


def test_a_failure_is_seen_although_the_window_was_closed(at: Place) -> None:
    window = shown(at)
    at.at.server.faults.set(Fault.HANG_AFTER, CHECK)
    type_into(window.domain, "pec.it")
    window.domain.button.click()
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    assert at.desk.office.sending
    window.close()
    at.at.server.faults.release()
    at.settle()
    assert window.isVisible()
    assert window.domain.notice.isVisible()


def test_a_refused_check_says_that_nothing_was_paid(at: Place) -> None:
    window = shown(at)
    at.at.server.faults.set(Fault.STATUS_402, CHECK)
    type_into(window.domain, "pec.it")
    window.domain.button.click()
    at.settle()
    failure = window.domain.bar.failure
    assert failure is not None
    assert "nothing was paid" in failure.money
    assert window.domain.notice.isHidden()
    window.domain.button.click()
    at.settle()
    assert window.domain.bar.isHidden()
    assert found(window) == [("pec.it", "certified")]


def test_without_a_known_price_the_button_says_so(at: Place) -> None:
    unpriced(at)
    window = shown(at)
    assert "price not known" in window.domain.cost.text()
    assert "credit is not known" in window.domain.cost.text()
    type_into(window.domain, "pec.it")
    assert window.domain.button.isEnabled()


# The list


def test_answers_are_copied_as_lines(at: Place) -> None:
    window = shown(at)
    for address in (FREE, TAKEN):
        type_into(window.address, address, leave=True)
        at.settle()
    assert found(window) == [(TAKEN, "taken"), (FREE, "free")]
    window.table.selectAll()
    QTest.keyClick(window.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{TAKEN}: taken\n{FREE}: free\n"


def test_only_a_free_address_can_be_registered(at: Place) -> None:
    window = shown(at)
    type_into(window.address, TAKEN, leave=True)
    at.settle()
    assert not window.register_button.isEnabled()
    assert window.register_button.toolTip() == "Select an address that is free."
    type_into(window.address, FREE, leave=True)
    at.settle()
    with at.qtbot.waitSignal(window.register_wanted) as wanted:
        window.register_button.click()
    assert wanted.args == [FREE]


def test_every_control_has_a_name_and_fits_at_twice_the_size(at: Place) -> None:
    at.desk.theme.choose("light", 2.0)
    window = shown(at)
    type_into(window.address, FREE, leave=True)
    at.settle()
    assert nameless(window) == []
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


# In the main window


@pytest.fixture
def main(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.connect()
        yield place


def look_up(main: Opened) -> LookUp:
    main.window.commands["lookup"].trigger()
    main.settle()
    window = main.window.findChild(LookUp)
    assert window is not None
    assert window.isVisible()
    return window


def test_the_window_keeps_its_answers_and_a_check_is_seen_in_the_journal(main: Opened) -> None:
    window = look_up(main)
    assert not window.isModal()
    credit = main.window.sidebar._credit.text()
    type_into(window.domain, "pec.it")
    window.domain.button.click()
    main.settle()
    window.close_button.click()
    assert found(look_up(main)) == [("pec.it", "certified")]
    assert main.window.sidebar._credit.text() != credit
    [entry] = main.window.activity.table.rows.records
    assert (entry.attempt.operation, entry.attempt.label) == (CHECK, "pec.it")


@pytest.mark.parametrize(
    ("address", "kind"),
    [(FREE, None), ("libera@test.domiciliodigitale.com", "DOMICILIODIGITALE")],
)
def test_a_free_address_leads_to_its_registration(
    main: Opened, address: str, kind: str | None
) -> None:
    window = look_up(main)
    type_into(window.address, address, leave=True)
    main.settle()
    window.register_button.click()
    main.settle()
    wizard = main.window.findChild(RegistrationWizard)
    assert wizard is not None
    assert wizard.values().get("casella_pec") == address
    assert wizard.values().get("tipo_casella") == kind
    assert main.at.office.drafts.all() == []
    assert not window.isVisible()
    wizard.accept()
