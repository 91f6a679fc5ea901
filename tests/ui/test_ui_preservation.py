"""The wizard of legal preservation: size, form, papers, one payment."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import paper_samples as samples
import pytest
from access import nameless
from change_support import press, said, tab_to
from changes_support import DOMICILE, GOLD, SILVER, STANDARD, box, nothing_sent, paid
from italian_support import ITALIAN, in_italian
from msgspec.structs import replace
from office_support import connection_to
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_support import opened as opened_window
from wizard_support import Place, place

from pec_desktop.domain.account import Environment
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import drafts, preservation
from pec_desktop.services.drafts import Standing as DraftStanding
from pec_desktop.services.papers import take_papers
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.preservation import PreservationWizard
from pec_desktop.work import Work

OPERATION = "activate_preservation"


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    folder = tmp_path / "profile"
    with place(qtbot, folder, empty=False, locale=QLocale("en_IE")) as opened_place:
        opened_place.at.server.credit = Decimal(100)
        yield opened_place


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """A signed form and a photo of the identity card."""
    form, card = tmp_path / "modulo firmato.pdf", tmp_path / "carta.jpg"
    form.write_bytes(samples.pdf(2))
    card.write_bytes(samples.photo(1200, 900))
    return [form, card]


def opened(at: Place, name: str = STANDARD) -> PreservationWizard:
    wizard = PreservationWizard(at.desk, box(at.at, name).id)
    at.show(wizard)
    at.settle()
    return wizard


def type_size(wizard: PreservationWizard, words: str) -> None:
    control = wizard.form_page.form.editor("spazio_conservazione").control
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(control, words)


def at_send(at: Place, papers: list[Path], name: str = STANDARD) -> PreservationWizard:
    """A wizard at the page that pays, with complete papers."""
    take_papers(at.desk.office, box(at.at, name).id, papers, Work(), "preservation")
    wizard = opened(at, name)
    assert wizard.step.name == "papers", "work goes on where there is something"
    press(at, wizard)
    assert wizard.step.name == "send"
    return wizard


def now(at: Place, mailbox: Mailbox) -> Mailbox:
    stored = at.desk.office.mailboxes.get(mailbox.id)
    assert stored is not None
    return stored.mailbox


def standing(wizard: PreservationWizard) -> Standing:
    return wizard.send_page.standing


def test_from_size_and_form_to_the_receipt(at: Place, papers: list[Path]) -> None:
    wizard = opened(at)
    mailbox = wizard.mailbox
    assert wizard.step.name == "form"
    assert wizard.form_page.form.editor("spazio_conservazione").control.hasFocus()
    type_size(wizard, "1024")
    QTest.mouseClick(wizard.form_page.download_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert at.at.seen("download_preservation_form") == 1
    assert "The form is here" in said(wizard)
    press(at, wizard)
    assert wizard.step.name == "papers"
    assert not wizard.next_button.isEnabled()
    wizard.tray.add_files(papers)
    at.settle()
    press(at, wizard)
    assert wizard.step.name == "send"
    told = said(wizard)
    assert "Legal preservation (MB)\n1024" in told
    assert "modulo firmato.pdf (2 pages" in told
    assert "two PDFs" in told
    assert "€24.00 + IVA" in told
    assert "€76.00" in told, "what is left"
    assert at.at.seen(OPERATION) == 0
    with at.qtbot.waitSignal(wizard.sent) as sent:
        press(at, wizard)
    assert sent.args == [mailbox.id]
    assert wizard.step.name == "follow"
    assert "Legal preservation is active" in said(wizard)
    assert "1 GB" in said(wizard)
    after = now(at, mailbox)
    assert (after.conservazione, after.spazio_conservazione) == (True, 1024)
    assert paid(at.at, OPERATION, mailbox.id).amount == "24.00"
    assert drafts.rows(at.desk.office) == []
    assert nameless(wizard) == []
    press(at, wizard)
    assert not wizard.isVisible()


def test_the_size_is_kept_with_the_papers(at: Place, papers: list[Path]) -> None:
    wizard = opened(at)
    wizard.reject()
    at.settle()
    assert drafts.rows(at.desk.office) == [], "to look at it leaves nothing behind"
    wizard = opened(at)
    type_size(wizard, "2048")
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    at.settle()
    assert not wizard.isVisible()
    [row] = drafts.rows(at.desk.office)
    assert row.draft.values["spazio_conservazione"] in (2048, "2048")
    wizard = opened(at)
    assert wizard.form_page.form.editor("spazio_conservazione").value() == "2048"
    wizard.tray.add_files(papers)
    at.settle()
    wizard.go_to("send")
    at.settle()
    assert "€48.00 + IVA" in said(wizard)
    wizard.send_page.edit.emit("spazio_conservazione")
    assert wizard.step.name == "form"


def test_a_size_that_cannot_be_bought_keeps_the_person_here(at: Place) -> None:
    wizard = opened(at)
    type_size(wizard, "600")
    press(at, wizard)
    assert wizard.step.name == "form"
    assert "A multiple of 512." in said(wizard)


def test_the_button_says_what_it_costs_and_enter_does_not_press_it(
    at: Place, papers: list[Path]
) -> None:
    office = at.desk.office
    office.account = replace(office.account, environment=Environment.PRODUCTION)
    wizard = at_send(at, papers)
    words = wizard.next_button.text()
    assert words == "Activate and &send the papers and pay €12.00 + IVA"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        focused = wizard.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    at.settle()
    assert nothing_sent(at.at, OPERATION)


def test_a_double_click_sends_once(at: Place, papers: list[Path]) -> None:
    wizard = at_send(at, papers)
    at.at.server.faults.set(Fault.HANG_AFTER, OPERATION)
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(wizard.next_button, Qt.MouseButton.LeftButton)
    wizard.go_on()
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    assert at.desk.office.sending
    wizard.close()
    assert not wizard.isVisible()
    at.at.server.faults.release()
    at.settle()
    assert at.at.seen(OPERATION) == 1
    assert wizard.isVisible(), "its end is not known: that must be seen"


def test_a_mailbox_that_changed_meanwhile_is_not_paid_for(at: Place, papers: list[Path]) -> None:
    wizard = at_send(at, papers)
    with at.desk.office.client() as elsewhere:
        elsewhere.renew_mailbox(wizard.mailbox.id, 1)
    press(at, wizard)
    assert at.at.seen(OPERATION) == 0
    assert wizard.step.name == "send"
    assert wizard.bar.failure is not None
    assert "has changed meanwhile" in wizard.bar.failure.what
    assert "Expires: 22/01/2027 → 22/01/2028" in wizard.send_page.differs.words
    press(at, wizard)
    assert wizard.step.name == "follow"
    assert at.at.seen(OPERATION) == 1


def test_a_lost_answer_stops_until_it_is_decided_on_purpose(at: Place, papers: list[Path]) -> None:
    wizard = at_send(at, papers)
    at.at.server.faults.set(Fault.DROP_BEFORE, OPERATION)
    press(at, wizard)
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.uncertain
    assert standing(wizard) is Standing.UNKNOWN
    assert not wizard.next_button.isEnabled()
    [row] = drafts.rows(at.desk.office)
    assert row.standing is DraftStanding.UNKNOWN
    QTest.mouseClick(wizard.send_page.look, Qt.MouseButton.LeftButton)
    at.settle()
    assert standing(wizard) is Standing.UNKNOWN, "the mailbox is as it was"
    wizard.send_page.override.click()
    press(at, wizard)
    assert wizard.step.name == "follow"
    outcomes = [one.outcome for one in at.desk.office.attempts.all()]
    assert outcomes == [Outcome.CONFIRMED, Outcome.UNKNOWN]
    assert len(at.at.server.ledger) == 1


def test_a_look_shows_that_a_lost_answer_was_a_success(at: Place, papers: list[Path]) -> None:
    wizard = at_send(at, papers)
    at.at.server.faults.set(Fault.DROP_AFTER, OPERATION)
    press(at, wizard)
    QTest.mouseClick(wizard.send_page.look, Qt.MouseButton.LeftButton)
    at.settle()
    assert standing(wizard) is Standing.HAPPENED
    assert not wizard.next_button.isEnabled()
    assert at.at.seen(OPERATION) == 1


def test_an_empty_wallet_is_told_before_and_after(at: Place, papers: list[Path]) -> None:
    at.at.server.credit = Decimal(1)
    wizard = at_send(at, papers)
    assert "credit is lower than the price" in said(wizard)
    press(at, wizard)
    assert wizard.bar.failure is not None
    assert wizard.bar.failure.title == "The credit is not enough"
    assert wizard.step.name == "send"
    assert len(drafts.rows(at.desk.office)) == 1


def test_what_the_service_says_of_the_size_is_shown_there(at: Place, papers: list[Path]) -> None:
    wizard = at_send(at, papers)
    wizard._on_not_sent(
        ApiError(
            ErrorKind.INVALID,
            status=406,
            code=325,
            field="spazio_conservazione",
            operation=OPERATION,
            message="no",
        )
    )
    assert wizard.step.name == "form"
    assert "The service does not accept this: no" in said(wizard)
    assert wizard.bar.failure is not None


def test_without_a_network_papers_can_be_gathered_and_nothing_is_sent(
    at: Place, papers: list[Path]
) -> None:
    box(at.at, STANDARD)
    at.desk.office.connection = None
    wizard = at_send(at, papers)
    assert standing(wizard) is Standing.OFFLINE
    assert not wizard.next_button.isEnabled()
    assert "wait in the outbox" in said(wizard)
    at.desk.office.connection = connection_to(at.at.server)
    wizard.send_page.again.click()
    at.settle()
    assert wizard.next_button.isEnabled()


@pytest.mark.parametrize(
    ("name", "words"), [(GOLD, "Legal preservation is active"), (DOMICILE, "exists only for")]
)
def test_where_it_is_active_or_impossible_that_is_said(at: Place, name: str, words: str) -> None:
    wizard = opened(at, name)
    assert wizard.step.name == "follow"
    assert words in said(wizard)
    assert wizard.next_button.text() == "&Done"


def test_an_answer_that_does_not_say_it_is_active_can_be_asked_again(
    at: Place, papers: list[Path]
) -> None:
    wizard = at_send(at, papers, SILVER)
    before = wizard.mailbox
    press(at, wizard)
    wizard.end_page.show_mailbox(before)  # as if the answer had told nothing new
    assert "does not say yet" in said(wizard)
    QTest.mouseClick(wizard.end_page.look_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert "Legal preservation is active" in said(wizard)


def test_a_mailbox_nobody_knows_opens_no_wizard(at: Place) -> None:
    with pytest.raises(Refusal, match=r"mailbox\.gone"):
        PreservationWizard(at.desk, "nobody")


def test_it_needs_no_mouse(at: Place, papers: list[Path]) -> None:
    wizard = opened(at)
    size = wizard.form_page.form.editor("spazio_conservazione").control
    assert size.hasFocus()
    QTest.keyClick(size, Qt.Key.Key_Up)
    assert nameless(wizard) == []
    QTest.keyClick(size, Qt.Key.Key_Return)
    assert wizard.step.name == "papers"
    wizard.tray.add_files(papers)
    at.settle()
    tab_to(wizard.next_button)
    QTest.keyClick(wizard.next_button, Qt.Key.Key_Space)
    at.settle()
    assert wizard.step.name == "send"
    assert nameless(wizard) == []
    tab_to(wizard.next_button)
    QTest.keyClick(wizard.next_button, Qt.Key.Key_Space)
    at.settle()
    assert wizard.mailbox.spazio_conservazione == 1024


def test_its_draft_is_listed_and_opens_it(qtbot: QtBot, tmp_path: Path, papers: list[Path]) -> None:
    with opened_window(qtbot, tmp_path / "profile") as at:
        at.connect()
        mailbox = box(at.at, STANDARD)
        take_papers(at.at.office, mailbox.id, papers, Work(), preservation.KIND)
        at.window.show_page("drafts")
        at.settle()
        table = at.window.drafts.table
        texts = [str(table.rows.index(0, place).data()) for place in range(6)]
        assert texts == ["1", "Legal preservation", mailbox.casella_pec, "Ready to send", "", "2"]
        table.selectRow(0)
        at.window.drafts.send_button.click()
        at.settle()
        wizard = at.window.findChild(PreservationWizard)
        assert wizard is not None
        assert at.at.seen(OPERATION) == 0, "a payment is shown first"
        assert wizard.step.name == "papers"
        wizard.go_on()
        at.settle()
        wizard.go_on()
        at.settle()
        assert wizard.step.name == "follow"
        row = next(one for one in at.shown if one.id == mailbox.id)
        assert row.stored.mailbox.conservazione
        wizard.accept()
        at.settle()


def test_it_is_opened_from_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path / "profile") as at:
        at.connect()
        at.window.mailboxes.select(box(at.at, GOLD).id)
        at.settle()
        command = at.window.commands["preservation"]
        assert "active already" in command.toolTip()
        at.window.mailboxes.select(box(at.at, STANDARD).id)
        at.settle()
        command.trigger()
        at.settle()
        wizard = at.window.findChild(PreservationWizard)
        assert wizard is not None
        assert wizard.step.name == "form"
        wizard.reject()
        at.settle()


def test_all_of_it_in_italian(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, papers: list[Path]
) -> None:
    with (
        in_italian(qapp) as italian,
        place(qtbot, tmp_path / "profile", empty=False, locale=ITALIAN) as at,
    ):
        at.at.server.credit = Decimal(1)
        wizard = opened(at)
        italian.look("preservation-form", wizard)
        type_size(wizard, "600")
        press(at, wizard)
        italian.look("preservation-errors", wizard)
        type_size(wizard, "1024")
        press(at, wizard)
        italian.look("preservation-no-papers", wizard)
        wizard.tray.add_files(papers)
        at.settle()
        italian.look("preservation-papers", wizard)
        press(at, wizard)
        italian.look("preservation-send", wizard)
        press(at, wizard)
        italian.look("preservation-wallet", wizard)
        at.at.server.credit = Decimal(100)
        at.at.server.faults.set(Fault.DROP_BEFORE, OPERATION)
        press(at, wizard)
        italian.look("preservation-unknown", wizard)
        wizard.send_page.override.click()
        before = wizard.mailbox
        press(at, wizard)
        italian.look("preservation-done", wizard)
        wizard.end_page.show_mailbox(before)
        italian.look("preservation-waiting", wizard)
        italian.look("preservation-impossible", opened(at, DOMICILE))
    assert italian.wrong == {}
