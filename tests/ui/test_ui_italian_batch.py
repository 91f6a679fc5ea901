"""The window for many in Italian, at every step and whatever may come of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from batch_support import opened, press, registration, selected, show, table
from changes_support import EXPIRED, GOLD, REGISTERED, REVOKED, SILVER, STANDARD, box
from italian_support import ITALIAN, Reader
from msgspec.structs import replace
from pytestqt.qtbot import QtBot
from window_support import opened as opened_window
from wizard_support import Place, place

from pec_desktop.domain.account import Environment
from pec_desktop.practice import Fault
from pec_desktop.services import batch
from pec_desktop.services.batch_rows import KINDS
from pec_desktop.store.batches import Batch, BatchRow
from pec_desktop.ui.batch import BatchDialog
from pec_desktop.ui.batch_sources import Selection


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile", empty=False, locale=ITALIAN) as opened_place:
        opened_place.at.server.credit = Decimal(1000)
        yield opened_place


def test_several_renewals(at: Place, italian: Reader) -> None:
    ids = [box(at.at, name).id for name in (GOLD, SILVER, REGISTERED, REVOKED, EXPIRED)]
    dialog = BatchDialog(at.desk, Selection(at.desk, ids))
    at.show(dialog)
    italian.look("many-reading", dialog)
    at.settle()
    italian.look("many", dialog)
    at.at.server.faults.set(Fault.DROP_AFTER, "renew_mailbox")
    at.at.server.faults.set(Fault.STATUS_402, "renew_mailbox")
    at.at.server.faults.set(Fault.SLOW_BEFORE, "renew_mailbox", seconds=0.3)
    dialog.start()
    italian.look("many-sending", dialog)
    at.qtbot.waitUntil(lambda: at.at.seen("renew_mailbox") == 3, timeout=10_000)
    dialog.busy.stop.click()
    italian.look("many-stopping", dialog)
    at.settle()
    dialog.table.selectRow(1)
    italian.look("many-report", dialog)
    dialog.again_button.click()
    at.settle()
    italian.look("many-again", dialog)
    italian.look("many-elsewhere", selected(at, GOLD, SILVER, STANDARD))


def test_waiting_for_a_lost_answer(at: Place, italian: Reader) -> None:
    dialog = selected(at, GOLD, SILVER)
    at.at.server.faults.set(Fault.DROP_BEFORE, "renew_mailbox", times=1)
    dialog.start()
    at.qtbot.waitUntil(lambda: len(at.at.server.ledger) == 1, timeout=10_000)
    at.qtbot.waitUntil(lambda: dialog.busy.bar.value() == 1, timeout=10_000)
    italian.look("many-waiting", dialog)
    dialog.busy.stop.click()
    at.settle()


def test_none_to_be_renewed_and_no_network(at: Place, italian: Reader) -> None:
    one = box(at.at, REGISTERED).id
    for name in ("many-none", "many-offline"):
        italian.look(name, show(at, Selection(at.desk, [one])))
        at.desk.office.connection = None


@pytest.mark.parametrize("environment", Environment)
def test_the_button_that_pays(at: Place, italian: Reader, environment: Environment) -> None:
    office = at.desk.office
    office.account = replace(office.account, environment=environment)
    italian.look(f"many-{environment}", selected(at, GOLD, SILVER))
    italian.look(f"many-one-{environment}", selected(at, GOLD))


def test_a_table_of_registrations(at: Place, italian: Reader, tmp_path: Path) -> None:
    rows = (
        registration("uno"),
        registration("due", telefono="abc", cliente="x"),
        registration("tre", cf_piva_titolare="12345678901"),
    )
    file = table(tmp_path, *({"cliente": "x", **row} for row in rows))
    dialog = opened(at, file)
    dialog.table.selectRow(1)
    italian.look("table", dialog)
    press(at, dialog)
    italian.look("table-report", dialog)
    italian.look("table-unfinished", opened(at, file))


@pytest.mark.parametrize(
    "row",
    [
        {"spazio_disco": "+1024", "spazio_storico": "+1024"},
        {"nome": "Anna", "cognome": "Esempi", "email_gestione_password": "a@example.com"},
        {"anni": "2", "data_scadenza": "01/01/2020"},
        {},
    ],
    ids=["space", "user", "renewal", "asked"],
)
def test_other_tables(
    at: Place, italian: Reader, tmp_path: Path, row: dict[str, str], request: pytest.FixtureRequest
) -> None:
    file = table(tmp_path, {"id": box(at.at, GOLD).id, **row}, {"id": "nobody", **row})
    italian.look(f"table-{request.node.callspec.id}", opened(at, file))


def test_a_finished_table_and_one_that_repeats_what_another_has_done(
    at: Place, italian: Reader, tmp_path: Path
) -> None:
    row = {"id": box(at.at, GOLD).id, "anni": "1"}
    file = table(tmp_path, row)
    press(at, opened(at, file))
    italian.look("table-finished", opened(at, file))
    first = table(tmp_path, {**row, "id": box(at.at, SILVER).id}, {**row, "id": "nobody"})
    press(at, opened(at, first))
    corrected = table(tmp_path, {**row, "id": box(at.at, SILVER).id}, name="corretta.csv")
    italian.look("table-repeated", opened(at, corrected))


@pytest.mark.parametrize("content", ["", "casella_pec\n", "colore\nblu\n", "id;id\n1;2\n"])
def test_what_is_no_table(at: Place, italian: Reader, tmp_path: Path, content: str) -> None:
    path = tmp_path / "tabella.csv"
    path.write_text(content, "utf-8")
    italian.look("table-wrong", opened(at, path))


def test_what_is_unfinished_in_the_window(qtbot: QtBot, tmp_path: Path, italian: Reader) -> None:
    with opened_window(qtbot, tmp_path / "window", locale=ITALIAN) as at:
        for operation in KINDS:
            rows = tuple(BatchRow(number, {"id": "nobody"}) for number in (2, 3))
            one = Batch(operation=operation, digest=operation, name="tabella.csv", rows=rows)
            batch.begin(at.at.office, one)
            at.window.unfinished.look()
            at.settle()
            italian.look(f"unfinished-{operation}", at.window)
