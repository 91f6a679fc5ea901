"""Bad input, each through the window a person uses: a clear message in its place, nothing sent that
should not be, nothing lost."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import paper_samples as samples
import pytest
from office_support import STUDIO, connection_to
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from window_support import Opened
from window_support import opened as window_at
from wizard_support import Place, place

from pec_desktop.practice import Fault
from pec_desktop.services import drafts
from pec_desktop.services.drafts import Standing as DraftStanding
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.address import AddressPage
from pec_desktop.ui.failures import Failure
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.forms import FormRow
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.registration import RegistrationWizard

JARGON = ("HTTP", "JSON", "html", "None", "Error", "{", "<")
"""What nobody outside "Details" must be told."""


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with window_at(qtbot, tmp_path / "profile") as opened:
        yield opened


def said(failure: Failure | None) -> str:
    """What a person reads of a failure; no technical word among it."""
    assert failure is not None
    words = f"{failure.title} {failure.what} {failure.money} {failure.next}"
    assert not any(word in words for word in JARGON), words
    return words


def wizard_on(at: Place, **values: object) -> RegistrationWizard:
    """The registration wizard at the last page of a complete draft."""
    draft = at.at.draft(**values)
    draft.step = "summary"
    drafts.save(at.desk.office, draft)
    wizard = RegistrationWizard(at.desk, draft.id)
    at.show(wizard)
    at.settle()
    return wizard


def press(at: Place, wizard: RegistrationWizard) -> None:
    """Press the button at the lower right, and wait for what comes of it."""
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    at.settle()


def standing(wizard: RegistrationWizard) -> Standing:
    return wizard.summary.standing


def page(wizard: RegistrationWizard, name: str) -> FormPage:
    found = wizard.page(name)
    assert isinstance(found, FormPage)
    return found


def message(wizard: RegistrationWizard, step: str, field: str) -> tuple[str, str]:
    """What stands below a field, and in which look."""
    rows = page(wizard, step).form.findChildren(FormRow)
    note = next(row for row in rows if row.field.name == field).message
    return note.words, note.role


def kept(at: Place) -> dict[str, object]:
    """The values of the one draft on the disk."""
    (draft,) = at.desk.office.drafts.all()
    return draft.values


# The service says no, or nothing


@pytest.mark.parametrize(
    ("fault", "words", "money", "outcome"),
    [
        ("401", "access was refused", "nothing was paid", Outcome.REFUSED),
        ("403", "may not do this", "nothing was paid", Outcome.REFUSED),
        ("402", "credit is not enough", "nothing was paid", Outcome.REFUSED),
        ("proxy_407", "cannot be reached", "Nothing was sent", Outcome.NOT_DONE),
        ("502_html", "outcome is not known", "may have been taken", Outcome.UNKNOWN),
        ("html_200", "outcome is not known", "may have been taken", Outcome.UNKNOWN),
        ("429", "slow down", "may have been taken", Outcome.UNKNOWN),
        ("redirect", "outcome is not known", "may have been taken", Outcome.UNKNOWN),
        ("drop_after", "outcome is not known", "may have been taken", Outcome.UNKNOWN),
    ],
)
def test_a_registration_that_is_not_answered_well_is_told_and_kept(
    at: Place, fault: str, words: str, money: str, outcome: Outcome
) -> None:
    wizard = wizard_on(at)
    before = kept(at)
    at.at.server.faults.set(fault, "register_mailbox")
    press(at, wizard)
    told = said(wizard.bar.failure)
    assert words in told
    assert money in told
    assert at.at.seen("register_mailbox") == 1, "never by itself a second time"
    assert len(at.at.server.ledger) == Fault(fault).carried_out
    assert kept(at) == before
    (attempt,) = at.desk.office.attempts.all()
    assert attempt.outcome is outcome
    assert wizard.isVisible()
    assert wizard.next_button.isEnabled() == (outcome is not Outcome.UNKNOWN)


def test_without_a_network_nothing_is_sent_and_the_same_click_sends_it_later(at: Place) -> None:
    wizard = wizard_on(at)
    at.at.server.stop()
    press(at, wizard)
    assert "Nothing was sent and nothing was paid" in said(wizard.bar.failure)
    assert at.desk.office.attempts.all() == [], "the list could not be read before"
    assert standing(wizard) is Standing.OFFLINE
    at.at.server.start()
    QTest.mouseClick(wizard.summary.again, Qt.MouseButton.LeftButton)
    at.settle()
    assert standing(wizard) is Standing.READY
    assert wizard.bar.isHidden(), "what was said no longer holds"
    press(at, wizard)
    assert wizard.ended
    assert len(at.at.server.ledger) == 1
    assert at.desk.office.drafts.all() == []


def test_a_wrong_token_is_told_before_anything_is_sent(at: Place) -> None:
    at.at.server.faults.set("401", "check_availability", times=2)
    wizard = wizard_on(at)
    assert "access was refused" in said(wizard.bar.failure)
    assert standing(wizard) is Standing.LOCKED
    assert not wizard.next_button.isEnabled()
    press(at, wizard)
    assert at.at.seen("register_mailbox") == 0
    at.at.server.faults.clear()
    wizard.bar.retry.emit()
    at.settle()
    assert standing(wizard) is Standing.READY
    assert wizard.bar.isHidden()


def test_an_address_nobody_could_ask_about_is_told_but_may_be_sent(at: Place) -> None:
    at.at.server.faults.set("html_200", "check_availability", times=9)
    wizard = wizard_on(at)
    assert "answered strangely" in said(wizard.bar.failure)
    assert wizard.next_button.isEnabled()


def test_an_empty_wallet_is_seen_before_and_said_after(at: Place) -> None:
    at.at.server.credit = Decimal(3)
    wizard = wizard_on(at)
    warnings = [one.text() for one in wizard.summary.cost.findChildren(QLabel) if one.isVisible()]
    assert any("credit is lower" in words for words in warnings), warnings
    press(at, wizard)
    assert "credit is not enough" in said(wizard.bar.failure)
    assert at.at.server.ledger == []
    assert at.at.server.credit == 3
    assert kept(at)["casella_pec"] == STUDIO["casella_pec"]


# What is typed


def test_an_address_that_is_taken_in_the_last_moment_is_told_at_its_field(at: Place) -> None:
    wizard = wizard_on(at)
    assert standing(wizard) is Standing.READY
    at.desk.office.client().register_mailbox(STUDIO)  # somebody else was quicker
    charges = len(at.at.server.ledger)
    press(at, wizard)
    assert wizard.step.name == "address"
    words, look = message(wizard, "address", "casella_pec")
    assert "taken" in words or "does not accept" in words, words
    assert look == "error"
    assert "nothing was paid" in said(wizard.bar.failure)
    assert len(at.at.server.ledger) == charges
    (draft,) = at.desk.office.drafts.all()
    assert drafts.standing(at.desk.office, draft) is DraftStanding.REFUSED


def test_an_address_of_an_own_domain_is_not_held_up_by_a_service_that_cannot_tell(
    at: Place,
) -> None:
    wizard = wizard_on(at)
    wizard.go_to("address")
    address = page(wizard, "address")
    assert isinstance(address, AddressPage)
    address.form.focus_on("casella_pec")
    address.address.line.selectAll()
    QTest.keyClicks(address.address.line, "studio@pec.example.com")
    QTest.keyClick(address.address.line, Qt.Key.Key_Tab)
    at.settle()
    assert at.at.seen("check_availability") >= 1
    press(at, wizard)
    assert wizard.step.name == "customer", message(wizard, "address", "casella_pec")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31/02/1980", "no such day"),
        ("1980", "no such day"),
        ("ieri", "no such day"),
        ("01/01/2999", "lies in the past"),
        ("00/00/0000", "no such day"),
        ("01/01/1980; drop", "no such day"),
    ],
)
def test_a_wrong_date_is_told_at_its_field_and_goes_nowhere(
    at: Place, typed: str, words: str
) -> None:
    wizard = wizard_on(at)
    wizard.go_to("applicant")
    asked = len(at.at.server.requests)
    form = page(wizard, "applicant").form
    control = form.editor("data_nascita_richiedente").control
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(control, typed)
    QTest.keyClick(control, Qt.Key.Key_Tab)
    told, look = message(wizard, "applicant", "data_nascita_richiedente")
    assert words in told, told
    assert look == "error"
    press(at, wizard)
    assert wizard.step.name == "applicant"
    assert len(at.at.server.requests) == asked
    wizard.reject()
    at.settle()
    assert kept(at)["data_nascita_richiedente"] == typed, "what was typed is there the next time"


# Papers


def encrypted(path: Path) -> None:
    path.write_bytes(samples.user_password_pdf())


def word(path: Path) -> None:
    path.write_bytes(samples.word())


def damaged(path: Path) -> None:
    path.write_bytes(samples.damaged_pdf())


def text(path: Path) -> None:
    path.write_text("<html>not a paper</html>")


def huge(path: Path) -> None:
    """A file of 200 MB that takes no room."""
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200 * 1024 * 1024)


def gone(path: Path) -> None:
    """Something that was there when the drag began."""


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (Path.touch, "This file is empty"),
        (encrypted, "wants a password"),
        (word, "Word document"),
        (damaged, "damaged"),
        (text, "text file"),
        (huge, "larger than 100 MB"),
        (gone, "no longer where it was"),
        pytest.param(
            endless, "cannot be read", marks=pytest.mark.skipif(os.name == "nt", reason="")
        ),
        pytest.param(pipe, "cannot be read", marks=pytest.mark.skipif(os.name == "nt", reason="")),
    ],
)
def test_a_file_that_is_no_paper_is_named_with_its_reason(
    office: Opened, tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    office.connect()
    row = office.select("registrata")
    sound, bad = tmp_path / "modulo.pdf", tmp_path / "carta identità <b>.pdf"
    sound.write_bytes(samples.pdf(2))
    make(bad)
    size = bad.stat().st_size if bad.is_file() else None
    drop(office, bad, sound)
    tray = office.window.mailboxes.detail.tray
    assert tray is not None
    told = [one.words for one in tray.rows.values()]
    if tray.bar.failure is not None:
        assert bad.name in tray.bar.failure.title
        told.append(said_of_paper(tray.bar.failure))
    assert any(words in one for one in told), told
    assert not tray.ready
    assert "Send" not in office.window.mailboxes.detail.primary.text()
    (draft,) = office.at.office.drafts.all()
    assert sound.name in [paper.name for paper in draft.papers], "the sound one is not lost"
    assert draft.target == row.id
    assert not draft.ready
    assert office.at.seen("activate_mailbox") == 0
    assert (bad.stat().st_size if bad.is_file() else None) == size, "the original is left alone"


def said_of_paper(failure: Failure) -> str:
    return f"{failure.title} {failure.what} {failure.next}"


def drop(office: Opened, *paths: Path) -> None:
    """Let files go over the middle of the window, and wait until they were looked at."""
    window, data = office.window, QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    place = QPoint(window.width() // 2, window.height() // 2)
    enter = QDragEnterEvent(place, *rest, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(place), *rest, Qt.KeyboardModifier.NoModifier))
    office.settle()


# The list


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("401", "does not accept this account's access token"),
        ("403", "lacks the permission"),
        ("402", "credit is too low"),
        ("proxy_407", "network or the service is not available"),
        ("html_200", "could not make sense"),
        ("data_null", "could not make sense"),
        ("empty", "could not make sense"),
        ("redirect", "could not make sense"),
        ("success_false", "could not make sense"),
    ],
)
def test_a_list_that_cannot_be_read_is_told_and_costs_no_row(
    office: Opened, fault: str, words: str
) -> None:
    office.connect()
    shown = [row.id for row in office.shown]
    office.at.server.faults.set(fault, "list_mailboxes", times=9)
    office.window.follower.refresh()
    office.settle()
    bar = office.window.mailboxes.bar
    assert words in said(bar.failure)
    assert [row.id for row in office.shown] == shown
    assert all(row.stored.listed for row in office.shown)
    office.at.server.faults.clear()
    office.window.follower.refresh()
    office.settle()
    assert bar.isHidden()
    office.at.office.connection = connection_to(office.at.server)
