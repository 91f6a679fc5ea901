"""What goes wrong around the program's start, its end and its disk, as scripts for `driver.py`.

    python tests/e2e/bad_starts.py [PROGRAM ARGUMENT ...]

By itself this starts the program as its command does, prints every message it shows, and presses
the message's button, as a person would who has read it.
"""

from __future__ import annotations

import os
import resource
import sys
import threading
from collections.abc import Generator
from pathlib import Path

import paper_samples as samples
from driver import Condition, Script, Stage
from office_support import STUDIO
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from pec_desktop import app as program
from pec_desktop.__main__ import parse
from pec_desktop.credentials.vault import MemoryVault
from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.mailbox import State
from pec_desktop.options import TOKEN_VARIABLE, Options
from pec_desktop.practice_process import PracticeAccess, PracticeProcess
from pec_desktop.services import drafts
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.address import AddressPage
from pec_desktop.ui.application import application
from pec_desktop.ui.main_window import MainWindow
from pec_desktop.ui.messages import Message
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.ui.welcome import Welcome

REAL = Account(
    id="real", name="Neri & Figli", environment=Environment.CUSTOM, base_url="https://pec.invalid"
)
"""An account that is not the practice one; its address leads nowhere."""

Opening = Generator[Condition, None, RegistrationWizard]
"""A part of a script that opens the registration wizard."""

gate = threading.Event()
"""Holds what a scenario wants to be slow."""


# Messages


def open_messages() -> list[Message]:
    """The messages on the screen."""
    widgets = QApplication.topLevelWidgets()
    return [one for one in widgets if isinstance(one, Message) and one.isVisible()]


def words_of(box: Message) -> str:
    """All that a message says at once."""
    return f"{box.failure.title} {box.failure.what} {box.failure.money} {box.failure.next}"


def read_messages() -> None:
    """Print what every open message says, and close it."""
    for box in open_messages():
        print(words_of(box), flush=True)
        box.close_button.click()


def start(arguments: list[str]) -> int:
    """Run the program; it ends when its own code says so."""

    def with_a_reader(options: Options) -> QApplication:
        app = application(options)
        timer = QTimer(app)
        timer.timeout.connect(read_messages)
        timer.start(10)
        return app

    vars(program)["application"] = with_a_reader
    return program.run(parse(arguments))


# Start


def told_of_the_damage(stage: Stage) -> Script:
    """The damaged archive lies aside, the person is told where, and the office works."""
    yield open_messages
    (box,) = open_messages()
    assert "could not be read" in words_of(box), words_of(box)
    assert "archive.damaged-" in words_of(box)
    box.close_button.click()
    if not isinstance(stage.window, MainWindow):
        stage.program.practise()
    yield lambda: rows(stage) > 10 and idle(stage)
    assert stage.program.office is not None
    assert stage.program.office.database.quick_check()


def comes_to_the_front(stage: Stage) -> Script:
    """A window that was put away comes back when a second program is started."""
    stage.window.showMinimized()
    yield stage.window.isMinimized
    print("AWAY", flush=True)
    yield lambda: not stage.window.isMinimized() and stage.window.isVisible()


def speaks_german(stage: Stage) -> Script:
    """German: dates and amounts at least, words as far as there are any, and no crash."""
    yield lambda: rows(stage) > 10 and idle(stage)
    window = stage.window
    assert window.desk.locale.name() == "de_IT"
    assert window.desk.locale.toString(1234.5, "f", 2) == "1.234,50"
    for page in ("drafts", "activity", "mailboxes"):
        window.show_page(page)
    window.new_mailbox()
    yield lambda: stage.dialog(RegistrationWizard)
    wizard = stage.dialog(RegistrationWizard)
    assert wizard is not None
    assert wizard.next_button.text()
    assert stage.window.windowTitle()
    wizard.reject()
    yield lambda: stage.dialog(RegistrationWizard) is None
    assert open_messages() == []


def a_full_disk_at_the_door(stage: Stage) -> Script:
    """The first account cannot be written down: the doors stay, and open once there is room."""
    doors = stage.window
    assert isinstance(doors, Welcome)
    fill_the_disk()
    doors.practice_chosen.emit()
    free_the_disk()
    yield open_messages
    (box,) = open_messages()
    assert "disk is full" in words_of(box)
    box.close_button.click()
    yield lambda: not open_messages()
    assert stage.window is doors
    assert doors.isVisible()
    doors.practice_chosen.emit()
    yield lambda: rows(stage) > 10 and idle(stage)


# Connections that come too late, or to the wrong one


def hold_the_practice_server() -> None:
    """Let the practice server start only when the gate is opened."""
    ask = PracticeProcess.access

    def access(process: PracticeProcess) -> PracticeAccess:
        gate.wait(30)
        return ask(process)

    PracticeProcess.access = access  # type: ignore[assignment,method-assign]


def practice_does_not_reach_another_account(stage: Stage) -> Script:
    """The practice server is up after the person has gone to a real account."""
    database = stage.program.office.database if stage.program.office else None
    assert database is not None
    AccountStore(database).save(REAL)
    stage.program._on_account_chosen(REAL.id)
    gate.set()
    yield lambda: stage.program._connector._practice.running and idle(stage)
    office = stage.program.office
    assert office is not None
    assert office.account == REAL
    assert office.connection is None, "the practice server's address was given to a real account"
    assert office.mailboxes.all() == []


class SlowKeychain(MemoryVault):
    """A keychain whose prompt waits behind the window."""

    def get(self, account_id: str, name: str) -> str | None:
        gate.wait(30)
        return "0ff1ce" * 4 if name == "token" else None


def what_is_on_its_way_is_known_after_coming_back(stage: Stage) -> Script:
    """An account left and opened again is the same office, which knows what it is sending."""
    yield lambda: rows(stage) > 10 and idle(stage)
    office = stage.program.office
    assert office is not None
    AccountStore(office.database).save(REAL)
    with office.claim("a draft"):
        stage.program._on_account_chosen(REAL.id)
        assert stage.program.office is not office
        stage.program.practise()
        assert stage.program.office is not None
        assert stage.program.office.sending
    yield lambda: rows(stage) > 10 and idle(stage)


def a_real_account_does_not_reach_practice(stage: Stage) -> Script:
    """The keychain answers for a real account after the person has gone to practise."""
    assert stage.program.office is not None
    AccountStore(stage.program.office.database).save(REAL)
    stage.program._connector.vault = SlowKeychain()
    stage.program._on_account_chosen(REAL.id)
    real = stage.program.office
    assert real.account == REAL
    stage.program.practise()
    yield lambda: rows(stage) > 10
    gate.set()
    yield lambda: idle(stage)
    office = stage.program.office
    assert office.connection is not None
    assert office.connection.base_url.startswith("http://127.0.0.1:")
    assert real.connection is None, "nobody looks at it any more"


def the_token_is_for_one_server_only(stage: Stage) -> Script:
    """The token that came with the command line's server is not sent to any other one.

    Nor do the programs inherit it that are started from here, such as the one that shows a form.
    """
    assert TOKEN_VARIABLE not in os.environ
    yield lambda: rows(stage) > 10 and idle(stage)
    assert stage.program.office is not None
    AccountStore(stage.program.office.database).save(REAL)
    stage.program._on_account_chosen(REAL.id)
    yield lambda: idle(stage)
    assert stage.program.office.account == REAL
    assert stage.program.office.connection is None
    assert stage.window.mailboxes.bar.failure is not None
    assert "token is not on this computer" in stage.window.mailboxes.bar.failure.what


# While it runs


def goes_on_after_a_mistake(stage: Stage) -> Script:
    """A mistake in a slot: one honest dialog without secrets, then the work goes on."""
    office = stage.program.office
    yield lambda: rows(stage) > 10 and idle(stage)
    assert office is not None
    assert office.connection is not None
    token, window = office.connection.token, stage.window

    def mistake() -> None:
        raise LookupError(f"Bearer {token} of RSSMRA80A01L117D")

    for _ in range(2):
        QTimer.singleShot(0, mistake)
    yield open_messages
    (box,) = open_messages()
    assert "made a mistake" in words_of(box)
    assert "stands in Activity" in words_of(box)
    details = box.failure.details
    assert "LookupError" in details
    assert token not in details
    assert "RSSMRA80A01L117D" not in details
    box.close_button.click()
    yield lambda: not open_messages()
    QTimer.singleShot(0, mistake)
    folder = office.database.path.parent / "logs"
    written = folder / "pec-desktop.log"
    yield lambda: written.read_text().count("Nobody caught this") == 3
    assert open_messages() == [], "the same mistake is told once"
    assert token not in written.read_text()
    window.commands["refresh"].trigger()
    yield lambda: idle(stage)
    assert rows(stage) > 10
    assert window.mailboxes.bar.isHidden()


def practice_server_is_started_again(stage: Stage) -> Script:
    """The practice server dies; the next refresh brings it back with all that it knew."""
    yield lambda: rows(stage) > 10 and idle(stage)
    office, practice = stage.program.office, stage.program._connector._practice
    assert office is not None
    assert office.connection is not None
    before = office.connection.base_url
    known = {row.mailbox.id for row in office.mailboxes.all() if row.listed}
    assert practice._process is not None
    practice._process.kill()
    practice._process.wait()
    stage.window.commands["refresh"].trigger()
    yield lambda: office.connection and office.connection.base_url != before
    yield lambda: idle(stage) and stage.window.mailboxes.bar.isHidden()
    assert {row.mailbox.id for row in office.mailboxes.all() if row.listed} == known


# The end


def waits_in_practice(stage: Stage) -> Script:
    """Ready and with changed settings: whoever started it ends it."""
    yield lambda: rows(stage) > 10 and idle(stage)
    assert stage.program.office is not None
    assert stage.program.office.connection is not None
    stage.window.choose_theme("dark")
    print(stage.program.office.connection.base_url, flush=True)
    yield lambda: False


def sends_and_waits(stage: Stage) -> Script:
    """The registration is on its way and no answer comes."""
    wizard = yield from summary(stage)
    stage.click(wizard.next_button)
    yield lambda: False


def knows_what_it_does_not_know(stage: Stage) -> Script:
    """After the end: one attempt of unknown outcome, the draft is there, and nothing is resent."""
    yield lambda: rows(stage) > 0 and idle(stage)
    office = stage.program.office
    assert office is not None
    (attempt,) = office.attempts.all()
    assert (attempt.operation, attempt.outcome) == ("register_mailbox", Outcome.UNKNOWN)
    (draft,) = office.drafts.all()
    assert {**draft.values, **STUDIO} == draft.values
    assert "1" in stage.window.status._waiting.text()
    wizard = yield from opened_draft(stage)
    yield lambda: wizard.summary.standing is Standing.UNKNOWN
    assert not wizard.next_button.isEnabled()
    wizard.reject()
    yield lambda: stage.dialog(RegistrationWizard) is None


def learns_what_has_happened(stage: Stage) -> Script:
    """After a kill: the list has the mailbox, so the registration is confirmed, its draft gone."""
    office = stage.program.office
    assert office is not None
    yield lambda: [one.outcome for one in office.attempts.all()] == [Outcome.CONFIRMED]
    yield lambda: office.drafts.all() == []
    (attempt,) = office.attempts.all()
    yield lambda: attempt.reference in stage.window.mailboxes.table.rows.rows


# The disk


def full_disk(stage: Stage) -> Script:
    """No byte can be written: the draft says so and stays on the screen until there is room."""
    yield lambda: idle(stage) and stage.program.office and stage.program.office.connection
    wizard = yield from new_registration(stage)
    office = stage.program.office
    assert office is not None
    fill_the_disk()
    type_address(stage, wizard, "studio.prova")
    yield lambda: wizard.bar.failure
    assert wizard.bar.failure is not None
    assert "disk is full" in wizard.bar.failure.what, wizard.bar.failure
    assert wizard.close_button.text() == "&Close without saving"
    free_the_disk()
    assert office.drafts.all() == []
    assert typed_in(wizard)
    wizard.bar.retry.emit()
    yield lambda: office.drafts.all()
    assert office.drafts.all()[0].values == wizard.values()
    wizard.reject()
    yield lambda: stage.dialog(RegistrationWizard) is None


def nothing_is_sent_without_a_journal(stage: Stage) -> Script:
    """The disk fills up just before the payment: without a row in the journal nothing leaves."""
    wizard = yield from summary(stage)
    office = stage.program.office
    assert office is not None
    fill_the_disk()
    stage.click(wizard.next_button)
    yield lambda: wizard.bar.failure and not wizard.busy
    free_the_disk()
    assert wizard.bar.failure is not None
    assert "disk is full" in wizard.bar.failure.what
    assert wizard.bar.failure.money == "Nothing was paid."
    assert office.attempts.all() == []
    assert len(office.drafts.all()) == 1
    wizard.close()
    yield lambda: stage.dialog(RegistrationWizard) is None


def papers_on_a_full_disk(stage: Stage) -> Script:
    """A paper that cannot be copied is named, nothing of it stays, and it can be dropped again."""
    yield lambda: rows(stage) > 10 and idle(stage)
    office, window = stage.program.office, stage.window
    assert office is not None
    boxes = (one.mailbox for one in office.mailboxes.all())
    waiting = next(one.id for one in boxes if one.state is State.REGISTRATA)
    window.show_mailbox(waiting)
    yield lambda: window.mailboxes.detail.mailbox_id == waiting and idle(stage)
    tray, files = window.mailboxes.detail.tray, office.database.path.parent / "files"
    paper = office.database.path.parent.with_name("modulo.pdf")
    paper.write_bytes(samples.pdf(ballast=50_000))
    fill_the_disk()
    stage.drop(tray.area, [paper])
    yield lambda: tray.bar.failure and idle(stage)
    free_the_disk()
    assert "disk is full" in tray.bar.failure.what, tray.bar.failure
    assert [one for one in files.rglob("*") if one.is_file()] == []
    assert office.drafts.all() == []
    tray.reload()
    yield lambda: idle(stage)
    stage.drop(tray.area, [paper])
    yield lambda: idle(stage) and tray.rows
    assert tray.bar.isHidden()
    assert len(office.drafts.all()) == 1


def read_only_profile(stage: Stage) -> Script:
    """The profile becomes read-only under the program's feet."""
    yield lambda: idle(stage) and stage.program.office and stage.program.office.connection
    office = stage.program.office
    assert office is not None
    wizard = yield from new_registration(stage)
    folder = office.database.path.parent
    for path, mode in ((office.database.path, 0o400), (folder, 0o500)):
        path.chmod(mode)
    type_address(stage, wizard, "studio.prova")
    yield lambda: wizard.bar.failure
    assert wizard.bar.failure is not None
    assert "cannot be written" in wizard.bar.failure.what, wizard.bar.failure
    assert typed_in(wizard)
    for path, mode in ((folder, 0o700), (office.database.path, 0o600)):
        path.chmod(mode)
    wizard.bar.retry.emit()
    yield lambda: office.drafts.all()
    wizard.reject()
    yield lambda: stage.dialog(RegistrationWizard) is None


# Steps that several share


def rows(stage: Stage) -> int:
    """How many mailboxes the table holds."""
    window = stage.window
    return len(window.mailboxes.table.rows.rows) if hasattr(window, "mailboxes") else 0


def archive_of(stage: Stage) -> Path:
    """Where the archive lies."""
    assert stage.program.office is not None
    return stage.program.office.database.path


def idle(stage: Stage) -> bool:
    """Whether nothing is under way."""
    return stage.program.runner.busy == 0


def fill_the_disk() -> None:
    """Let no file grow beyond the least that SQLite needs, as a full disk would."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))


def free_the_disk() -> None:
    """There is room again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def new_registration(stage: Stage) -> Opening:
    """Open the registration wizard on a new draft."""
    stage.click(stage.window.mailboxes.new_button)
    return (yield from wizard_on_the_screen(stage))


def wizard_on_the_screen(stage: Stage) -> Opening:
    """Wait for the registration wizard and bring it to the front."""
    yield lambda: stage.dialog(RegistrationWizard)
    wizard = stage.dialog(RegistrationWizard)
    assert wizard is not None
    wizard.activateWindow()
    yield lambda: wizard.isActiveWindow() and idle(stage)
    return wizard


def typed_in(wizard: RegistrationWizard) -> bool:
    """Whether the address that was typed is still there."""
    return str(wizard.values()["casella_pec"]).startswith("studio.prova")


def type_address(stage: Stage, wizard: RegistrationWizard, words: str) -> None:
    """Choose the standard type and type an address."""
    page = wizard.page("address")
    assert isinstance(page, AddressPage)
    page.types.card("STANDARD").radio.click()
    stage.type(page.address.line, words)


def opened_draft(stage: Stage) -> Opening:
    """Open the office's one draft from the page of drafts."""
    window = stage.window
    window.show_page("drafts")
    yield lambda: window.drafts.table.model().rowCount() == 1
    window.drafts.table.selectRow(0)
    stage.click(window.drafts.open_button)
    return (yield from wizard_on_the_screen(stage))


def summary(stage: Stage) -> Opening:
    """Open a complete registration at its last page, ready to be sent."""
    yield lambda: idle(stage) and stage.program.office and stage.program.office.connection
    office = stage.program.office
    assert office is not None
    draft = drafts.new_registration(office, STUDIO)
    draft.step = "summary"
    drafts.save(office, draft)
    wizard = yield from opened_draft(stage)
    yield lambda: wizard.summary.standing is Standing.READY and idle(stage)
    return wizard


BEFORE = {"practice_does_not_reach_another_account": hold_the_practice_server}

if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
