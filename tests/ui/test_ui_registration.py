"""The registration wizard on a real office and the practice server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from access import nameless
from office_support import STUDIO, connection_to
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from stdnum.it.codicefiscale import calc_check_digit
from wizard_support import Place, place

from pec_desktop.domain.account import Environment
from pec_desktop.domain.fields import payload
from pec_desktop.domain.flows import REGISTRATION_FLOW
from pec_desktop.domain.registration import REGISTRATION
from pec_desktop.practice import Fault
from pec_desktop.services import drafts
from pec_desktop.services.drafts import Standing as DraftStanding
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.drafts import Draft
from pec_desktop.ui.address import AddressPage
from pec_desktop.ui.draft_keeper import PAUSE
from pec_desktop.ui.editors import ChoiceEditor, RadioEditor
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.forms import FormRow, shown
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.ui.registration_pages import HolderPage

ADDRESS = str(STUDIO["casella_pec"])


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path) as opened:
        yield opened


def opened(at: Place, draft: Draft | None = None) -> RegistrationWizard:
    wizard = RegistrationWizard(at.desk, None if draft is None else draft.id)
    at.show(wizard)
    at.settle()
    return wizard


def at_summary(at: Place, **values: object) -> RegistrationWizard:
    """A wizard on a complete draft, at its last page, with all answers there."""
    draft = at.at.draft(**values)
    draft.step = "summary"
    drafts.save(at.desk.office, draft)
    wizard = opened(at, draft)
    assert wizard.step.name == "summary"
    return wizard


def page(wizard: RegistrationWizard, name: str) -> FormPage:
    found = wizard.page(name)
    assert isinstance(found, FormPage)
    return found


def message(wizard: RegistrationWizard, step: str, field: str) -> str:
    rows = page(wizard, step).form.findChildren(FormRow)
    return next(row for row in rows if row.field.name == field).message.words


def type_address(wizard: RegistrationWizard, words: str) -> None:
    address = page(wizard, "address")
    assert isinstance(address, AddressPage)
    address.form.focus_on("casella_pec")
    address.address.line.selectAll()
    QTest.keyClicks(address.address.line, words)
    QTest.keyClick(address.address.line, Qt.Key.Key_Tab)


def choose_type(wizard: RegistrationWizard, code: str) -> None:
    address = page(wizard, "address")
    assert isinstance(address, AddressPage)
    address.types.card(code).radio.click()


def press(wizard: RegistrationWizard) -> None:
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)


def fill(wizard: RegistrationWizard, step: str) -> None:
    """Fill a page as a person does: with keys and clicks."""
    form = page(wizard, step).form
    for row in form.findChildren(FormRow):
        value = STUDIO.get(row.field.name)
        if value is None or row.isHidden():
            continue
        editor = row.editor
        editor.setFocus()
        if isinstance(editor, RadioEditor):
            codes: list[object] = [False, True] if isinstance(value, bool) else ["M", "F"]
            editor.buttons[codes.index(value)].click()
        elif isinstance(editor, ChoiceEditor):
            editor.box.setCurrentIndex(editor.box.findData(value))
            editor.box.activated.emit(editor.box.currentIndex())
        elif editor.value() != value:
            QTest.keyClicks(editor.control, str(value))
        QTest.keyClick(editor.control, Qt.Key.Key_Tab)


# The whole way


def test_a_mailbox_is_registered_from_the_first_key_to_the_last(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    type_address(wizard, "studio.prova")
    at.settle()
    assert message(wizard, "address", "casella_pec") == "This address is free."
    press(wizard)
    for step in REGISTRATION_FLOW.steps[1:-1]:
        assert wizard.step.name == step.name
        fill(wizard, step.name)
        press(wizard)
    assert wizard.step.name == "summary"
    at.settle()
    assert wizard.summary.standing is Standing.READY
    assert at.at.seen("register_mailbox") == 0
    with at.qtbot.waitSignal(wizard.registered, timeout=10_000) as signal:
        press(wizard)
    at.settle()
    assert at.at.seen("register_mailbox") == 1
    [row] = at.desk.office.mailboxes.all()
    assert signal.args == [row.mailbox.id]
    assert row.mailbox.casella_pec == ADDRESS
    assert row.mailbox.holder == "Prova Srl"
    assert at.desk.office.drafts.all() == []
    assert wizard.ended
    words = " ".join(label.text() for label in wizard.findChildren(QLabel) if label.isVisible())
    assert "Have it signed by Mario Rossi" in words
    with at.qtbot.waitSignal(wizard.activation_wanted) as wanted:
        press(wizard)
    assert wanted.args == [row.mailbox.id]
    assert not wizard.isVisible()


def test_what_is_sent_is_what_was_shown(at: Place) -> None:
    wizard = at_summary(at, tipo_cliente="PV")
    sent = payload(REGISTRATION, wizard.values())
    assert "denominazione_titolare" not in sent
    said = [
        label.accessibleName() or label.text()
        for label in wizard.summary.details.findChildren(QLabel)
    ]
    fields = {field.name: field for field in REGISTRATION}
    for name in sent:
        assert shown(fields[name], sent) in said
    assert "Prova Srl" not in said
    press(wizard)
    at.settle()
    assert wizard.ended
    [row] = at.desk.office.mailboxes.all()
    arrived = {name: getattr(row.mailbox, name) for name in sent}
    assert arrived == sent


# The address


def test_a_taken_address_is_told_and_keeps_the_person_here(at: Place) -> None:
    at.at.registered()
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    type_address(wizard, "studio.prova")
    at.settle()
    assert "already taken" in message(wizard, "address", "casella_pec")
    press(wizard)
    assert wizard.step.name == "address"
    type_address(wizard, "studio.prova2")
    at.settle()
    assert message(wizard, "address", "casella_pec") == "This address is free."
    press(wizard)
    assert wizard.step.name == "customer"


def test_without_a_network_the_address_may_be_right_and_the_person_goes_on(at: Place) -> None:
    at.desk.office.connection = None
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    type_address(wizard, "studio.prova")
    at.settle()
    assert "Without the network" in message(wizard, "address", "casella_pec")
    press(wizard)
    assert wizard.step.name == "customer"


def test_the_last_answer_wins(at: Place) -> None:
    at.at.registered()
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    at.at.server.faults.set(Fault.HANG, "check_availability")
    type_address(wizard, "studio.prova")
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    type_address(wizard, "studio.altra")
    at.qtbot.waitUntil(lambda: message(wizard, "address", "casella_pec") == "This address is free.")
    at.at.server.faults.release()
    at.settle()
    assert message(wizard, "address", "casella_pec") == "This address is free."
    assert wizard.values()["casella_pec"] == "studio.altra@testcert.legalmail.it"


def test_while_typing_it_is_asked_only_where_that_is_known_to_be_free(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    address = page(wizard, "address")
    assert isinstance(address, AddressPage)
    address.form.focus_on("casella_pec")
    with at.qtbot.waitSignal(address.asker.due, timeout=10_000):
        QTest.keyClicks(address.address.line, "studio.prova")
        assert at.at.seen("check_availability") == 0
    at.settle()
    assert at.at.seen("check_availability") == 1
    assert message(wizard, "address", "casella_pec") == "This address is free."
    at.desk.office.connection = msgspec.structs.replace(connection_to(at.at.server), api_key="")
    QTest.keyClicks(address.address.line, "2")
    assert not address.asker.waiting
    at.settle()
    assert at.at.seen("check_availability") == 1


def test_a_saved_draft_is_asked_about_by_itself_only_where_that_is_free(at: Place) -> None:
    draft = at.at.draft()
    draft.step = "address"
    drafts.save(at.at.office, draft)
    wizard = opened(at, draft)
    at.settle()
    assert at.at.seen("check_availability") == 1, "the account tells that it is free"
    wizard.close()
    at.at.office.connection = msgspec.structs.replace(connection_to(at.at.server), api_key="")
    wizard = opened(at, draft)
    at.settle()
    assert at.at.seen("check_availability") == 1, "nobody asked, and the price is not known"
    type_address(wizard, "studio.prova2")
    at.settle()
    assert at.at.seen("check_availability") == 2, "the field was left"


def test_an_impossible_address_is_not_asked_about(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    type_address(wizard, "studio..prova")
    at.settle()
    assert at.at.seen("check_availability") == 0
    assert "no two dots" in message(wizard, "address", "casella_pec")


def test_another_type_brings_its_domain_and_is_asked_about_anew(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    type_address(wizard, "studio.prova")
    at.settle()
    choose_type(wizard, "DOMICILIODIGITALE")
    at.settle()
    assert wizard.values()["casella_pec"] == "studio.prova@test.domiciliodigitale.com"
    assert at.at.seen("check_availability") == 2
    assert message(wizard, "address", "casella_pec") == "This address is free."


def test_a_whole_address_of_an_own_domain_may_be_typed(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    type_address(wizard, "studio@pec.example.com")
    assert wizard.values()["casella_pec"] == "studio@pec.example.com"


def test_the_cards_show_the_account_s_own_prices(at: Place) -> None:
    wizard = opened(at)
    address = page(wizard, "address")
    assert isinstance(address, AddressPage)
    assert address.types.card("STANDARD").price.text() == "€11.00 + IVA"


def test_a_card_is_chosen_wherever_it_is_clicked(at: Place) -> None:
    wizard = opened(at)
    address = page(wizard, "address")
    assert isinstance(address, AddressPage)
    QTest.mouseClick(address.types.card("GOLD").about, Qt.MouseButton.LeftButton)
    assert wizard.values()["tipo_casella"] == "GOLD"


# The applicant and the holder


def test_a_fiscal_code_fills_in_what_it_tells(at: Place) -> None:
    wizard = opened(at)
    wizard.go_to("applicant")
    form = page(wizard, "applicant").form
    form.focus_on("codice_fiscale_richiedente")
    QTest.keyClicks(form.editor("codice_fiscale_richiedente").control, "rssmra80a01l117d")
    assert wizard.values()["data_nascita_richiedente"] == "01/01/1980"
    assert wizard.values()["sesso_richiedente"] == "M"
    assert wizard.values()["nazione_nascita_richiedente"] == "IT"
    assert message(wizard, "applicant", "sesso_richiedente") == "From the fiscal code."


def test_a_fiscal_code_from_abroad_brings_its_country(at: Place) -> None:
    wizard = opened(at)
    wizard.go_to("applicant")
    form = page(wizard, "applicant").form
    form.focus_on("codice_fiscale_richiedente")
    code = f"RSSMRA80A41Z133{calc_check_digit('RSSMRA80A41Z133')}"
    QTest.keyClicks(form.editor("codice_fiscale_richiedente").control, code)
    assert wizard.values()["sesso_richiedente"] == "F"
    assert wizard.values()["nazione_nascita_richiedente"] == "CH"
    assert not form.editor("comune_nascita_richiedente").isVisible()


def test_the_applicant_can_be_taken_over_as_the_holder(at: Place) -> None:
    wizard = opened(at, at.at.draft(denominazione_titolare="", cf_piva_titolare=""))
    wizard.go_to("holder")
    holder = page(wizard, "holder")
    assert isinstance(holder, HolderPage)
    holder.same.click()
    assert wizard.values()["denominazione_titolare"] == "Mario Rossi"
    assert wizard.values()["cf_piva_titolare"] == "RSSMRA80A01L117D"
    page(wizard, "customer").form.set_value("tipo_cliente", "PV")
    wizard.go_to("holder")
    assert not holder.same.isVisible()


# Sending


def test_a_double_click_sends_once(at: Place) -> None:
    wizard = at_summary(at)
    at.at.server.faults.set(Fault.HANG_AFTER, "register_mailbox")
    press(wizard)
    QTest.mouseDClick(wizard.next_button, Qt.MouseButton.LeftButton)
    wizard.go_on()
    wizard.finish()
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    wizard.finish()
    assert not wizard.next_button.isEnabled()
    assert not wizard.close_button.isEnabled()
    at.at.server.faults.release()
    at.settle()
    assert at.at.seen("register_mailbox") == 1


def test_enter_never_pays(at: Place) -> None:
    wizard = at_summary(at)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        focused = wizard.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    at.settle()
    assert at.at.seen("register_mailbox") == 0


def test_a_refused_field_is_shown_at_the_field_and_the_draft_stays(at: Place) -> None:
    wizard = at_summary(at, nazione_titolare="CH", cap_titolare="8000_ZH")
    press(wizard)
    at.settle()
    assert at.at.seen("register_mailbox") == 1
    [attempt] = at.desk.office.attempts.all()
    assert attempt.outcome is Outcome.REFUSED
    assert wizard.step.name == "holder"
    assert "does not accept" in message(wizard, "holder", "cap_titolare")
    assert page(wizard, "holder").form.editor("cap_titolare").control.hasFocus()
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.money == "The request was refused: nothing was paid."
    [draft] = at.desk.office.drafts.all()
    assert drafts.standing(at.desk.office, draft) is DraftStanding.REFUSED
    again = opened(at, draft)
    assert again.step.name == "holder"
    assert "does not accept" in message(again, "holder", "cap_titolare")
    postcode = page(again, "holder").form.editor("cap_titolare").control
    assert postcode.hasFocus()
    QTest.keyClick(postcode, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(postcode, "8000")
    again.go_on()
    at.settle()
    assert again.step.name == "identity", again.bar.failure
    [draft] = at.desk.office.drafts.all()
    assert draft.problems == []


def test_a_lost_answer_is_told_honestly_and_not_sent_again(at: Place) -> None:
    wizard = at_summary(at)
    at.at.server.faults.set(Fault.DROP_BEFORE, "register_mailbox")
    press(wizard)
    at.settle()
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.uncertain
    assert "may have been taken" in wizard.bar.failure.money
    assert wizard.summary.standing is Standing.UNKNOWN
    assert ADDRESS in wizard.summary.notice.words
    assert not wizard.next_button.isEnabled()
    press(wizard)
    at.settle()
    assert at.at.seen("register_mailbox") == 1
    [draft] = at.desk.office.drafts.all()
    again = opened(at, draft)
    again.go_to("summary")
    at.settle()
    assert not again.next_button.isEnabled()
    assert again.summary.override.isVisible()


def test_only_a_ticked_box_sends_again_after_an_unknown_outcome(at: Place) -> None:
    wizard = at_summary(at)
    at.at.server.faults.set(Fault.DROP_BEFORE, "register_mailbox")
    press(wizard)
    at.settle()
    wizard.summary.override.click()
    assert wizard.next_button.isEnabled()
    press(wizard)
    at.settle()
    assert at.at.seen("register_mailbox") == 2
    assert wizard.ended


def test_an_empty_wallet_is_told_before_and_after(at: Place) -> None:
    at.at.server.faults.set(Fault.STATUS_402, "register_mailbox")
    wizard = at_summary(at)
    press(wizard)
    at.settle()
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.title == "The credit is not enough"
    assert wizard.step.name == "summary"
    assert wizard.next_button.isEnabled()


def test_the_network_may_go_between_looking_and_sending(at: Place) -> None:
    wizard = at_summary(at)
    at.desk.office.connection = None
    press(wizard)
    at.settle()
    assert wizard.summary.standing is Standing.OFFLINE
    assert wizard.bar.failure is not None
    [draft] = at.desk.office.drafts.all()
    assert draft.values["casella_pec"] == ADDRESS


# Offline


def test_what_is_ready_offline_is_kept_and_sent_later_with_one_click(at: Place) -> None:
    at.desk.office.connection = None
    wizard = at_summary(at)
    assert wizard.summary.standing is Standing.OFFLINE
    assert wizard.next_button.text() == "&Keep ready"
    assert "Nothing is sent by itself" in wizard.summary.notice.words
    press(wizard)
    at.qtbot.waitUntil(lambda: not wizard.isVisible())
    [draft] = at.desk.office.drafts.all()
    assert draft.ready
    at.desk.office.connection = connection_to(at.at.server)
    again = opened(at, draft)
    assert again.step.name == "summary"
    press(again)
    at.settle()
    assert again.ended
    assert at.at.seen("register_mailbox") == 1


def test_a_network_that_is_back_is_noticed_when_asked(at: Place) -> None:
    at.desk.office.connection = None
    wizard = at_summary(at)
    assert wizard.summary.again.isVisible()
    at.desk.office.connection = connection_to(at.at.server)
    wizard.summary.again.click()
    at.settle()
    assert wizard.summary.standing is Standing.READY
    assert not wizard.summary.again.isVisible()


def test_an_address_taken_meanwhile_is_not_sent(at: Place) -> None:
    draft = at.at.draft()
    at.at.registered()
    wizard = opened(at, draft)
    wizard.go_to("summary")
    at.settle()
    assert wizard.summary.standing is Standing.TAKEN
    assert not wizard.next_button.isEnabled()
    wizard.summary.notice.chosen.emit("casella_pec")
    assert wizard.step.name == "address"


def test_an_incomplete_draft_names_what_is_missing(at: Place) -> None:
    wizard = at_summary(at, telefono="", autorinnovo=None)
    assert wizard.summary.standing is Standing.INVALID
    assert "Telephone: This is needed." in wizard.summary.notice.words
    assert not wizard.next_button.isEnabled()
    wizard.summary.notice.chosen.emit("telefono")
    assert wizard.step.name == "applicant"
    assert page(wizard, "applicant").form.editor("telefono").control.hasFocus()


def test_warnings_are_shown_again_before_anything_is_paid(at: Place) -> None:
    wizard = at_summary(at, nome_richiedente="Luigi")
    assert wizard.summary.standing is Standing.READY
    assert "one would expect" in wizard.summary.warnings.words


# Money


@pytest.mark.parametrize(
    ("environment", "kind", "words"),
    [
        ("practice", "STANDARD", "&Register (practice, nothing is charged)"),
        ("sandbox", "STANDARD", "&Register (sandbox, nothing is charged)"),
        ("production", "STANDARD", "&Register and pay €11.00 + IVA"),
        ("custom", "STANDARD", "&Register and pay €11.00 + IVA"),
    ],
)
def test_the_last_button_says_what_it_does_and_costs(
    at: Place, environment: str, kind: str, words: str
) -> None:
    office = at.desk.office
    office.account = msgspec.structs.replace(office.account, environment=Environment(environment))
    wizard = at_summary(at, tipo_casella=kind)
    assert wizard.next_button.text() == words


def test_the_cost_says_what_is_known_and_what_is_not(at: Place) -> None:
    wizard = at_summary(at)
    said = " | ".join(
        label.accessibleName() or label.text() for label in wizard.summary.cost.findChildren(QLabel)
    )
    for part in ("Registration of a certified mailbox", ADDRESS, "€11.00 + IVA", "Credit now"):
        assert part in said
    at.desk.office.connection = None
    wizard.summary.enter()
    at.settle()
    said = " | ".join(
        label.accessibleName() or label.text() for label in wizard.summary.cost.findChildren(QLabel)
    )
    assert "about €11.00 + IVA" in said
    assert "not known" in said


# The draft


def test_the_draft_is_saved_a_second_after_the_last_key(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    type_address(wizard, "studio.prova")
    assert at.desk.office.drafts.all() == []
    at.qtbot.waitUntil(lambda: len(at.desk.office.drafts.all()) == 1, timeout=PAUSE + 5_000)
    assert at.desk.office.drafts.all()[0].values["casella_pec"] == ADDRESS


def test_every_step_is_saved_with_where_the_person_is(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "STANDARD")
    type_address(wizard, "studio.prova")
    press(wizard)
    at.settle()
    [draft] = at.desk.office.drafts.all()
    assert draft.step == "customer"
    again = opened(at, draft)
    assert again.step.name == "customer"
    assert again.values()["casella_pec"] == ADDRESS


def test_a_wizard_in_which_nothing_was_typed_leaves_no_draft(at: Place) -> None:
    wizard = opened(at)
    assert wizard.close_button.text() == "&Close"
    wizard.reject()
    at.settle()
    assert not wizard.isVisible()
    assert at.desk.office.drafts.all() == []


def test_escape_saves_and_closes(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "GOLD")
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    at.qtbot.waitUntil(lambda: not wizard.isVisible())
    assert at.desk.office.drafts.all()[0].values["tipo_casella"] == "GOLD"


def test_a_window_that_is_closed_from_outside_has_saved_before_it_is_gone(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "GOLD")
    assert wizard.close()
    assert at.desk.office.drafts.all()[0].values["tipo_casella"] == "GOLD"


def test_a_draft_that_cannot_be_saved_is_said_to_be_lost_before_it_is(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "GOLD")
    at.desk.office.database._busy_timeout = 0.05
    with at.desk.office.database.transaction():  # somebody holds the archive
        assert not wizard.close()
        assert wizard.isVisible()
        assert wizard.bar.failure is not None
        assert "holds the archive" in wizard.bar.failure.what
        assert wizard.close_button.text() == "&Close without saving"
    wizard.bar.retry.emit()
    at.settle()
    assert wizard.close_button.text() == "&Save and close"
    assert at.desk.office.drafts.all()[0].values["tipo_casella"] == "GOLD"


def test_a_draft_that_cannot_be_saved_holds_nobody_up_twice(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "GOLD")
    at.desk.office.database._busy_timeout = 0.05
    with at.desk.office.database.transaction():
        assert not wizard.close()
        assert wizard.close()
    assert at.desk.office.drafts.all() == []


def test_a_draft_that_was_sent_does_not_come_back(at: Place) -> None:
    wizard = at_summary(at)
    press(wizard)
    at.settle()
    wizard.close()
    at.settle()
    assert at.desk.office.drafts.all() == []


def test_a_draft_that_is_gone_is_told(at: Place) -> None:
    wizard = RegistrationWizard(at.desk, "no-such-draft")
    at.show(wizard)
    at.settle()
    assert wizard.bar.failure is not None
    assert "sent or deleted" in wizard.bar.failure.what
    wizard.reject()
    assert not wizard.isVisible()


def test_a_wizard_closed_while_it_sends_comes_back_only_with_bad_news(at: Place) -> None:
    wizard = at_summary(at)
    at.at.server.faults.set(Fault.HANG, "register_mailbox")
    press(wizard)
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    wizard.reject()
    assert wizard.isVisible(), "Escape does not interrupt a payment"
    wizard.close()
    assert not wizard.isVisible()
    at.at.server.faults.release()
    at.settle()
    assert wizard.isVisible()
    assert wizard.bar.failure is not None


def test_good_news_for_a_wizard_closed_while_it_sends_are_passed_on(at: Place) -> None:
    wizard = at_summary(at)
    at.at.server.faults.set(Fault.SLOW, "register_mailbox", seconds=0.3)
    with at.qtbot.waitSignals([wizard.registered, wizard.finished], timeout=10_000):
        press(wizard)
        wizard.close()
        assert not wizard.isVisible()
    assert len(at.desk.office.mailboxes.all()) == 1


# Keyboard and access


def test_enter_goes_to_the_next_page(at: Place) -> None:
    wizard = opened(at, at.at.draft())
    form = page(wizard, "address").form
    QTest.keyClick(form.editor("casella_pec").control, Qt.Key.Key_Return)
    at.settle()
    assert wizard.step.name == "customer"


def test_steps_that_were_reached_can_be_gone_back_to(at: Place) -> None:
    wizard = opened(at, at.at.draft())
    wizard.go_on()
    wizard.go_on()
    assert wizard.step.name == "applicant"
    steps = {one.property("step"): one for one in wizard.findChildren(QPushButton)}
    assert steps["applicant"].accessibleName() == "Applicant (current step)"
    assert not steps["holder"].isEnabled()
    QTest.mouseClick(steps["address"], Qt.MouseButton.LeftButton)
    assert wizard.step.name == "address"
    assert steps["applicant"].isEnabled()


def test_every_control_that_takes_the_focus_has_a_name(at: Place) -> None:
    wizard = opened(at, at.at.draft(tipo_cliente="PS", sottotipo_cliente="X"))
    for step in REGISTRATION_FLOW.steps:
        wizard.go_to(step.name)
        at.settle()
        assert nameless(wizard) == [], step.name


def test_the_keeping_of_the_draft_is_said(at: Place) -> None:
    wizard = opened(at)
    choose_type(wizard, "GOLD")
    assert wizard.close_button.text() == "&Save and close"
    said = [label.text() for label in wizard.findChildren(QLabel)]
    assert "Not saved yet" in said
    at.qtbot.waitUntil(
        lambda: "Saved among the drafts" in [one.text() for one in wizard.findChildren(QLabel)],
        timeout=PAUSE + 5_000,
    )


def test_no_window_is_left_behind(at: Place) -> None:
    wizard = opened(at)
    wizard.reject()
    at.settle()
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == []
