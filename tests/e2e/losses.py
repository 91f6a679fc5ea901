"""What must not be lost, as scripts for `driver.py`: typed words, papers, the office as a whole."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Generator
from pathlib import Path

from bad_starts import (
    archive_of,
    idle,
    new_registration,
    open_messages,
    opened_draft,
    rows,
    type_address,
    words_of,
)
from driver import Condition, Script, Stage
from office_support import STUDIO
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from scenarios import fill, fill_page, form_of

from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.mailbox import State
from pec_desktop.services import drafts, upkeep
from pec_desktop.store import backups
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.drafts import Draft, DraftStore
from pec_desktop.ui.address import AddressPage
from pec_desktop.ui.connect import ConnectDialog
from pec_desktop.ui.draft_keeper import PAUSE
from pec_desktop.ui.main_window import MainWindow
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.ui.restore_archive import RestoreArchive
from pec_desktop.ui.save_archive import SaveArchive
from pec_desktop.ui.welcome import Welcome

WORDS = "quattro cavalli bianchi"
GRACE = 0.5
"""Seconds beyond the promised one that a shared machine may take."""

NOTE = "telefonare a marzo"


# Typed words


def types_and_waits(stage: Stage) -> Script:
    """Types all there is to type, and touches nothing more until the program is killed."""
    yield lambda: idle(stage) and stage.program.office and stage.program.office.connection
    wizard = yield from new_registration(stage)
    while not last_page(wizard):
        yield from fill_page(stage, wizard)
    fill(stage, form_of(wizard), STUDIO)
    typed = time.monotonic()
    yield lambda: time.monotonic() > typed + PAUSE / 1000 + GRACE
    print("TYPED", flush=True)
    yield lambda: False


def finds_what_was_typed(stage: Stage) -> Script:
    """After the kill: the draft has every word, and opens where the person was."""
    yield lambda: rows(stage) >= 0 and idle(stage)
    assert stage.program.office is not None
    (row,) = drafts.rows(stage.program.office)
    assert {**row.draft.values, **STUDIO} == row.draft.values
    wizard = yield from opened_draft(stage)
    assert last_page(wizard)
    shown = wizard.values()
    assert {**shown, **STUDIO} == shown
    wizard.reject()
    yield lambda: stage.dialog(RegistrationWizard) is None


def types_without_a_pause(stage: Stage) -> Script:
    """Types ten letters a second for ever, and counts them aloud."""
    yield lambda: idle(stage) and stage.program.office and stage.program.office.connection
    wizard = yield from new_registration(stage)
    type_address(stage, wizard, "")
    page = wizard.page("address")
    assert isinstance(page, AddressPage)
    for number in range(1, 61):
        then = time.monotonic()
        QTest.keyClicks(page.address.line, "x")
        print(number, flush=True)
        yield lambda then=then: time.monotonic() > then + 0.1  # type: ignore[misc]


def last_page(wizard: RegistrationWizard) -> bool:
    steps = [step.name for step in wizard.flow.steps if step.fields]
    return wizard.step.name == steps[-1]


# A lock


def locked_while_typing(stage: Stage) -> Script:
    """Another program holds the archive: that is said, and what was typed is saved after it."""
    yield lambda: idle(stage) and stage.program.office and stage.program.office.connection
    office = stage.program.office
    assert office is not None
    wizard = yield from new_registration(stage)
    other = sqlite3.connect(office.database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    type_address(stage, wizard, "studio.prova")
    yield lambda: wizard.bar.failure
    assert wizard.bar.failure is not None
    assert "Another program holds the archive" in wizard.bar.failure.what
    assert str(wizard.values()["casella_pec"]).startswith("studio.prova")
    other.execute("COMMIT")
    other.close()
    wizard.bar.retry.emit()
    yield lambda: office.drafts.all()
    assert office.drafts.all()[0].values == wizard.values()
    wizard.reject()
    yield lambda: stage.dialog(RegistrationWizard) is None


# The office as a whole


def works_and_saves(stage: Stage) -> Script:
    """A note, papers on a draft, a registration begun; then the whole office into one file."""
    target, *papers = (Path(word) for word in stage.arguments)
    window = stage.window
    yield from works(stage, papers)
    window.commands["save_archive"].trigger()
    yield lambda: stage.dialog(SaveArchive)
    dialog = stage.dialog(SaveArchive)
    assert dialog is not None
    dialog.activateWindow()
    yield dialog.isActiveWindow
    for field in (dialog.passphrase, dialog.again):
        stage.type(field, WORDS)
    stage.click(dialog.main_button)
    yield lambda: dialog.findChild(QFileDialog)
    choose(dialog.findChild(QFileDialog), target)
    yield lambda: dialog.ended
    stage.picture("saved")
    stage.click(dialog.main_button)
    yield lambda: stage.dialog(SaveArchive) is None
    assert target.is_file()


def works(stage: Stage, papers: list[Path]) -> Script:
    """Leave something in the office that no refresh brings back."""
    yield lambda: rows(stage) > 10 and idle(stage)
    office, window = stage.program.office, stage.window
    assert office is not None
    boxes = (one.mailbox for one in office.mailboxes.all())
    waiting = next(one.id for one in boxes if one.state is State.REGISTRATA)
    window.show_mailbox(waiting)
    yield lambda: window.mailboxes.detail.mailbox_id == waiting and idle(stage)
    window.mailboxes.detail.note.setPlainText(NOTE)
    if papers:
        stage.drop(window.mailboxes.detail.tray.area, papers)
        yield lambda: window.mailboxes.detail.tray.ready
    drafts.save(office, drafts.new_registration(office, STUDIO))
    stored = office.mailboxes
    yield lambda: NOTE in {one.note for one in stored.all()}
    yield lambda: idle(stage) and backups.backups(office.database.path)


def restores_at_the_door(stage: Stage) -> Script:
    """On another computer: through the third door, past a wrong passphrase, into the office."""
    path, *papers = (Path(word) for word in stage.arguments)
    doors, first = stage.window, stage.program
    assert isinstance(doors, Welcome)
    doors.restore_chosen.emit()
    dialog = yield from opened_restore(stage, path)
    stage.type(dialog.passphrase, "not this one")
    stage.click(dialog.main_button)
    yield lambda: not dialog.busy and dialog.passphrase.selectedText()
    stage.type(dialog.passphrase, WORDS)
    stage.click(dialog.main_button)
    yield lambda: "start anew" in dialog.main_button.text() and dialog.main_button.isEnabled()
    stage.picture("restore")
    stage.click(dialog.main_button)
    yield lambda: stage.program is not first and isinstance(stage.window, MainWindow)
    yield lambda: stage.dialog(QMessageBox)
    box = stage.dialog(QMessageBox)
    assert box is not None
    assert "as it was saved on" in box.text()
    stage.picture("restored")
    box.accept()
    yield from finds_its_work(stage, papers, "archive")


def restores_over_another(stage: Stage) -> Script:
    """In an office that has work of its own: it is kept aside, whole."""
    path, *papers = (Path(word) for word in stage.arguments)
    yield lambda: rows(stage) > 10 and idle(stage)
    first, window = stage.program, stage.window
    assert first.office is not None
    mine = drafts.new_registration(first.office, {"denominazione_titolare": "Mine"})
    drafts.save(first.office, mine)
    window.commands["restore_archive"].trigger()
    dialog = yield from opened_restore(stage, path)
    stage.type(dialog.passphrase, WORDS)
    stage.click(dialog.main_button)
    yield lambda: "start anew" in dialog.main_button.text() and dialog.main_button.isEnabled()
    stage.click(dialog.main_button)
    yield lambda: stage.program is not first and isinstance(stage.window, MainWindow)
    yield lambda: stage.dialog(QMessageBox)
    box = stage.dialog(QMessageBox)
    assert box is not None
    (aside,) = archive_of(stage).parent.glob("archive.replaced-*.sqlite")
    assert str(aside) in box.informativeText()
    with sqlite3.connect(aside) as connection:
        assert connection.execute("SELECT id FROM drafts").fetchall() == [(mine.id,)]
    connection.close()
    box.accept()
    yield from finds_its_work(stage, papers, "archive")


def opened_restore(stage: Stage, path: Path) -> Generator[Condition, None, RestoreArchive]:
    """Choose the file in the system's dialog and wait for ours."""
    yield chooser_on_the_screen
    choose(chooser_on_the_screen(), path)
    yield lambda: stage.dialog(RestoreArchive)
    dialog = stage.dialog(RestoreArchive)
    assert dialog is not None
    dialog.activateWindow()
    yield lambda: dialog.isActiveWindow() and dialog.passphrase.isVisible() and not dialog.busy
    return dialog


def finds_its_work(stage: Stage, papers: list[Path], cause: str) -> Script:
    """All that `works` has left is here, and the journal says what it does not know."""
    yield lambda: rows(stage) > 10
    office = stage.program.office
    assert office is not None
    assert NOTE in {one.note for one in office.mailboxes.all()}
    kinds = {row.draft.kind: row.draft for row in drafts.rows(office)}
    assert {**kinds["registration"].values, **STUDIO} == kinds["registration"].values
    if papers:
        kept = {
            paper.name: office.files.path(paper.sha256).read_bytes()
            for paper in kinds["activation"].papers
        }
        assert kept == {path.name: path.read_bytes() for path in papers}
    gap = office.database.journal_gap()
    assert gap is not None
    assert gap.cause == cause
    assert gap.since is not None
    assert gap.since <= gap.until
    yield lambda: idle(stage)


def choose(chooser: QFileDialog | None, path: Path) -> None:
    """Type a path into the file dialog and take it."""
    assert chooser is not None
    name = chooser.findChild(QLineEdit)
    assert name is not None
    name.setText(str(path))
    chooser.accept()


def chooser_on_the_screen() -> QFileDialog | None:
    """The open file dialog, None if there is none."""
    widgets = QApplication.topLevelWidgets()
    found = (one for one in widgets if isinstance(one, QFileDialog) and one.isVisible())
    return next(found, None)


def an_account_is_connected_again(stage: Stage) -> Script:
    """It came with an archive, and its token did not: it keeps all that belongs to it."""
    url, token = stage.arguments
    yield lambda: rows(stage) > 10 and idle(stage)
    assert stage.program.office is not None
    account = Account(id="moved", name="Neri", environment=Environment.CUSTOM, base_url=url)
    AccountStore(stage.program.office.database).save(account)
    DraftStore(stage.program.office.database, account.id).save(
        Draft(account_id=account.id, kind="registration")
    )
    stage.program._on_account_chosen(account.id)
    yield lambda: idle(stage) and stage.window.mailboxes.bar.failure
    assert "token is not on this computer" in stage.window.mailboxes.bar.failure.what
    stage.window.commands["connect"].trigger()
    yield lambda: stage.dialog(ConnectDialog)
    dialog = stage.dialog(ConnectDialog)
    assert dialog is not None
    assert "“Neri”" in dialog.same.text()
    dialog.activateWindow()
    yield dialog.isActiveWindow
    stage.type(dialog.fields.token, token)
    stage.click(dialog.main_button)
    yield lambda: dialog.ended
    stage.click(dialog.main_button)
    yield lambda: stage.program.office and stage.program.office.connection and rows(stage) > 10
    assert stage.program.office.account.id == account.id
    assert len(drafts.rows(stage.program.office)) == 1


# Damage


def works_a_day(stage: Stage) -> Script:
    """Work, and wait for the day's backup."""
    yield from works(stage, [Path(word) for word in stage.arguments])
    # The backup was made when the day began; this is the next one.
    office = stage.program.office
    assert office is not None
    assert upkeep.make_backup(office.database)


def told_of_the_backup(stage: Stage) -> Script:
    """The archive was damaged: the person is told of which moment the backup is."""
    yield open_messages
    (box,) = open_messages()
    words = words_of(box)
    assert "The backup of " in words, words
    assert "archive.damaged-" in words
    assert "drafts, notes and entries of Activity" in words
    stage.picture("backup")
    box.close_button.click()
    yield from finds_its_work(stage, [Path(word) for word in stage.arguments], "backup")


def told_that_it_was_gone(stage: Stage) -> Script:
    """The archive was gone: the backup is there, and that is said."""
    yield open_messages
    (box,) = open_messages()
    assert "no longer in its folder" in words_of(box)
    box.close_button.click()
    yield from finds_its_work(stage, [], "backup")


def damage_is_found_while_it_runs(stage: Stage) -> Script:
    """Nothing more is written; one click starts anew with the backup."""
    yield lambda: rows(stage) > 10 and stage.dialog(QMessageBox)
    first, box = stage.program, stage.dialog(QMessageBox)
    assert box is not None
    assert "Part of the archive is damaged" in box.text()
    assert "with the backup of" in box.informativeText()
    stage.picture("damaged")
    office = first.office
    assert office is not None
    before = office.attempts.all()
    stage.window.errands.save_note_now(office.mailboxes.all()[0].mailbox.id, "too late")
    assert "too late" not in {one.note for one in office.mailboxes.all()}
    assert office.attempts.all() == before
    anew = next(one for one in box.findChildren(QPushButton) if "anew" in one.text())
    stage.click(anew)
    yield lambda: stage.program is not first and isinstance(stage.window, MainWindow)
    yield from told_of_the_backup(stage)
