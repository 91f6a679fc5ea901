"""The window for many, on tables: what a file is for, what is wrong with it, going on with it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from access import nameless
from batch_support import cells, opened, press, registration, saved, show, states, table
from change_support import said, tab_to
from changes_support import GOLD, SILVER, STANDARD, box
from msgspec.structs import replace
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.domain.account import Environment
from pec_desktop.errors import Cancelled
from pec_desktop.practice import Fault
from pec_desktop.services import batch, batch_result, batch_sources, export
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui.batch import BatchDialog
from pec_desktop.ui.batch_sources import TableFile, Unfinished
from pec_desktop.ui.words import text
from pec_desktop.work import Work

REGISTER, RENEW = "register_mailbox", "renew_mailbox"


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path / "p", empty=False, locale=QLocale("en_IE")) as opened_place:
        opened_place.at.server.credit = Decimal(1000)
        opened_place.desk.settings.quiet_period = 0
        yield opened_place


def charged(at: Place, operation: str) -> list[str]:
    return [one.target for one in at.at.server.ledger if one.operation == operation]


def chosen(dialog: BatchDialog) -> str:
    """What the window takes the table to be for."""
    assert isinstance(dialog.source, TableFile)
    return dialog.source.operations.currentText()


def choose(at: Place, dialog: BatchDialog, operation: str) -> None:
    """Choose with the keyboard what the table is for."""
    assert isinstance(dialog.source, TableFile)
    control = dialog.source.operations
    assert control.hasFocus()
    while control.currentData() != operation:
        QTest.keyClick(control, Qt.Key.Key_Down)
    at.settle()


def test_registrations_are_recognised_checked_and_sent_but_for_the_bad_one(
    at: Place, tmp_path: Path
) -> None:
    file = table(
        tmp_path,
        registration("uno"),
        registration("due", telefono="abc"),
        registration("tre", tipo_casella="GOLD"),
    )
    dialog = opened(at, file)
    assert "clienti.csv" in said(dialog)
    assert chosen(dialog) == "Register several mailboxes"
    assert cells(dialog, "Line") == ["2", "3", "4"]
    assert states(dialog) == ["waiting", "invalid", "waiting"]
    assert cells(dialog, "Remark")[1].startswith("telefono: ")
    assert "in its row: 1" in dialog.notice.words
    dialog.table.selectRow(1)
    assert dialog.line.text() == cells(dialog, "Remark")[1]
    assert dialog.pay_button.text() == "&Register 2 mailboxes (practice, nothing is charged)"
    assert "€75.00" in said(dialog.cost)
    assert at.at.seen(REGISTER) == 0
    press(at, dialog)
    assert states(dialog) == ["confirmed", "invalid", "confirmed"]
    assert [target.split("@")[0] for target in charged(at, REGISTER)] == ["uno", "tre"]
    assert "Done: 2 of 3" in said(dialog)
    (begun,) = batch.unfinished(at.desk.office)
    assert begun.done == 2, "the bad line is still to be done"


def test_the_result_file_is_that_of_the_command_line(at: Place, tmp_path: Path) -> None:
    file = table(tmp_path, registration("uno"), registration("due", telefono="abc"))
    dialog = opened(at, file)
    press(at, dialog)
    lines = saved(at, dialog, tmp_path / "result.csv")
    office, found = at.desk.office, [row.result for row in dialog.rows]
    plain = tmp_path / "plain.csv"
    told = batch_result.lines(office, found, text, lambda _result: "")
    export.write_batch(plain, told, lambda key: key.rpartition(".")[2], export.PLAIN)
    with plain.open(encoding="utf-8", newline="") as stream:
        others = list(csv.DictReader(stream))
    words = {text(f"export.{name}"): name for name in others[0]}
    named = [{words[head]: value for head, value in line.items()} for line in lines]
    for line, other in zip(named, others, strict=True):
        assert line.pop("outcome") == text(f"row.{other.pop('outcome')}")
        assert line == other
    assert named[0]["id"]
    assert "telefono" in named[1]["error"]


def test_the_same_code_offers_what_the_other_operations_need(at: Place, tmp_path: Path) -> None:
    mailbox = box(at.at, GOLD)
    space = opened(at, table(tmp_path, {"id": mailbox.id, "spazio_disco": "+1024"}))
    assert cells(space, "More space") == ["Mailbox +1 GB"]
    press(at, space)
    assert states(space) == ["confirmed"]
    user = {"nome": "Anna", "cognome": "Esempi", "descrizione": "segreteria"}
    row = {"casella_pec": mailbox.casella_pec, **user, "email_gestione_password": "a@example.com"}
    users = opened(at, table(tmp_path, row, name="utenti.csv"))
    assert cells(users, "User") == ["Anna Esempi"]
    press(at, users)
    assert states(users) == ["confirmed"]
    assert len(at.at.server.ledger) == 2


def test_what_the_columns_do_not_tell_is_asked(at: Place, tmp_path: Path) -> None:
    rows = [
        {"casella_pec": box(at.at, name).casella_pec, "cliente": "x"} for name in (GOLD, SILVER)
    ]
    dialog = opened(at, table(tmp_path, *rows))
    assert chosen(dialog) == ""
    assert "Choose what is to be done." in dialog.notice.words
    assert dialog.pay_button.isHidden()
    choose(at, dialog, RENEW)
    assert dialog.windowTitle() == "Renew several mailboxes"
    assert states(dialog) == ["waiting"] * 2
    assert "Columns that mean nothing here: cliente" in dialog.notice.words
    press(at, dialog)
    assert len(charged(at, RENEW)) == 2


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("photo.csv", b"\x00\x01\x02", "is no CSV or XLSX table"),
        ("broken.xlsx", b"PK\x03\x04 and nothing more", "is no CSV or XLSX table"),
        ("empty.csv", b"casella_pec\n", "has no lines"),
        ("colours.csv", b"colour\nblue\n", "needs one of these columns"),
    ],
)
def test_a_file_that_is_no_such_table_says_so(
    at: Place, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    dialog = opened(at, path)
    assert words in said(dialog.bar)
    assert dialog.pay_button.isHidden()
    path.write_text(f"casella_pec;anni\n{box(at.at, GOLD).casella_pec};1\n", "utf-8")
    dialog.bar.retry.emit()
    at.settle()
    assert dialog.bar.isHidden()
    assert states(dialog) == ["waiting"]


def test_a_finished_file_says_so_and_is_done_again_only_deliberately(
    at: Place, tmp_path: Path
) -> None:
    file = table(tmp_path, {"casella_pec": box(at.at, GOLD).casella_pec, "anni": "1"})
    press(at, opened(at, file))
    dialog = opened(at, file)
    assert "All of this was done on" in dialog.notice.words
    assert states(dialog) == ["confirmed"]
    assert dialog.pay_button.isHidden()
    dialog.start()
    at.settle()
    assert len(charged(at, RENEW)) == 1
    assert not dialog.anew.isChecked()
    dialog.anew.click()
    at.settle()
    assert states(dialog) == ["waiting"]
    press(at, dialog)
    assert states(dialog) == ["confirmed"]
    assert len(charged(at, RENEW)) == 2
    third = opened(at, file)
    assert "All of this was done on" in third.notice.words


def test_a_corrected_file_does_what_was_done_again_only_deliberately(
    at: Place, tmp_path: Path
) -> None:
    good = {"casella_pec": box(at.at, GOLD).casella_pec, "anni": "1"}
    press(at, opened(at, table(tmp_path, good, {"casella_pec": "nobody@legalmail.it"})))
    other = {"casella_pec": box(at.at, SILVER).casella_pec, "anni": "1"}
    dialog = opened(at, table(tmp_path, good, other, name="corrected.csv"))
    assert states(dialog) == ["invalid", "waiting"]
    assert "unfinished run of clienti.csv" in cells(dialog, "Remark")[0]
    dialog.anew.click()
    at.settle()
    assert states(dialog) == ["waiting"] * 2
    dialog.anew.click()
    at.settle()
    assert states(dialog) == ["invalid", "waiting"]
    press(at, dialog)
    assert len(charged(at, RENEW)) == 2
    again = opened(at, tmp_path / "corrected.csv")
    assert states(again) == ["invalid", "confirmed"]
    assert again.anew.isHidden(), "what was begun is gone on with as it was begun"


def test_a_wrong_check_digit_passes_where_it_is_accepted_and_never_in_production(
    at: Place, tmp_path: Path
) -> None:
    file = table(tmp_path, registration("uno", cf_piva_titolare="12345678901"))
    dialog = opened(at, file)
    assert states(dialog) == ["invalid"]
    assert dialog.accept_checks.isVisible()
    dialog.accept_checks.click()
    at.settle()
    assert states(dialog) == ["waiting"]
    dialog.close()
    office = at.desk.office
    office.account = replace(office.account, environment=Environment.PRODUCTION)
    assert opened(at, file).accept_checks.isHidden()


def test_a_file_that_was_stopped_goes_on_when_it_is_opened_again(at: Place, tmp_path: Path) -> None:
    file = table(tmp_path, *(registration(name) for name in ("uno", "due", "tre")))
    dialog = opened(at, file)
    at.at.server.faults.set(Fault.SLOW_BEFORE, REGISTER, seconds=0.3, times=1)
    QTest.mouseClick(dialog.pay_button, Qt.MouseButton.LeftButton)
    at.qtbot.waitUntil(lambda: bool(at.at.server.faults.wait_held(timeout=0.01)), timeout=10_000)
    dialog.busy.stop.click()
    at.settle()
    dialog.close()
    again = opened(at, file)
    assert "not finished: 1 of 3 are done" in again.notice.words
    assert states(again) == ["confirmed", "waiting", "waiting"]
    assert again.pay_button.text() == "&Register 2 mailboxes (practice, nothing is charged)"
    press(at, again)
    assert states(again) == ["confirmed"] * 3
    assert len(charged(at, REGISTER)) == 3


def test_a_killed_run_is_reconciled_first_and_charged_once(at: Place, tmp_path: Path) -> None:
    """The archive of a process that ended in the middle of a paid call, at its next start."""
    file = table(
        tmp_path,
        *({"casella_pec": box(at.at, name).casella_pec, "anni": "1"} for name in (GOLD, SILVER)),
    )
    office = at.desk.office
    wanted = batch_sources.of_table(batch_sources.read(file), RENEW, file.name)
    begun = batch.begin(office, wanted)
    at.at.server.faults.set(Fault.DROP_AFTER, RENEW, times=1)
    work = Work()
    with pytest.raises(Cancelled):
        batch.run(
            *(office, begun, batch.plan(office, begun, Work()), work),
            quiet_period=3600,
            told=lambda _place, _result: work.cancel(),
        )
    assert [one.outcome for one in office.attempts.all()] == [Outcome.UNKNOWN]
    (unfinished,) = batch.unfinished(office)
    dialog = show(at, Unfinished(unfinished.batch))
    assert states(dialog) == ["unknown", "waiting"]
    assert "looked at first" in dialog.notice.words
    press(at, dialog)
    assert states(dialog) == ["confirmed"] * 2
    assert len(charged(at, RENEW)) == 2
    assert at.at.seen(RENEW) == 2
    assert "All of this was done" in opened(at, file).notice.words


def test_an_empty_wallet_refuses_and_the_rows_become_drafts(at: Place, tmp_path: Path) -> None:
    at.at.server.credit = Decimal(0)
    dialog = opened(at, table(tmp_path, registration("uno")))
    assert "credit is lower than the price" in said(dialog.cost)
    press(at, dialog)
    assert states(dialog) == ["refused"]
    assert "credit is too low" in cells(dialog, "Remark")[0]
    assert [draft.values["casella_pec"] for draft in at.desk.office.drafts.all()] == [
        "uno@testcert.legalmail.it"
    ]
    at.at.server.credit = Decimal(100)
    dialog.again_button.click()
    at.settle()
    press(at, dialog)
    assert states(dialog) == ["confirmed"]
    assert at.desk.office.drafts.all() == []


def test_without_a_network_the_table_is_checked_and_nothing_can_be_sent(
    at: Place, tmp_path: Path
) -> None:
    box(at.at, STANDARD)
    at.desk.office.connection = None
    dialog = opened(at, table(tmp_path, registration("uno"), registration("due", telefono="abc")))
    assert states(dialog) == ["waiting", "invalid"]
    assert "cannot be reached" in dialog.notice.words
    assert not dialog.pay_button.isEnabled()


def test_every_control_that_takes_the_focus_has_a_name(at: Place, tmp_path: Path) -> None:
    doubtful = registration("uno", cf_piva_titolare="12345678901")
    dialog = opened(at, table(tmp_path, doubtful, registration("due")))
    assert nameless(dialog) == []
    for control in (dialog.accept_checks, dialog.table, dialog.close_button, dialog.pay_button):
        tab_to(control)
    press(at, dialog)
    assert nameless(dialog) == []
