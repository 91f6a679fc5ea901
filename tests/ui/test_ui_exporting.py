"""What a page lists becomes a table: as filtered, as sorted, or what is selected of it."""

from __future__ import annotations

import csv
import stat
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from italian_support import ITALIAN
from office_support import NOON
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from window_support import Opened, opened

from pec_desktop.domain.periods import Period
from pec_desktop.services import lookups
from pec_desktop.ui.save_as import SaveAs
from pec_desktop.work import Work

DAY = 86_400


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path / "profile") as place:
        place.connect()
        yield place


def dialog_of(at: Opened) -> SaveAs:
    (dialog,) = [one for one in at.window.findChildren(SaveAs) if one.isVisible()]
    return dialog


def save_at(at: Opened, place: Path) -> None:
    """Name a place in the dialog and wait until the file is there."""
    dialog = dialog_of(at)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(place))
    dialog.accept()
    at.qtbot.waitUntil(lambda: at.window.findChild(SaveAs) is None)


def export(at: Opened, place: Path) -> str:
    """Export what the page shows; give the dialog's title."""
    at.window.commands["export"].trigger()
    title = dialog_of(at).windowTitle()
    save_at(at, place)
    return title


def table(place: Path, separator: str = ",") -> list[dict[str, str]]:
    text = place.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=separator))


def select(page: QWidget, *rows: int) -> None:
    shown = page.table  # type: ignore[attr-defined]
    shown.clearSelection()
    for row in rows:
        index = shown.model().index(row, 0)
        flags = shown.selectionModel().SelectionFlag
        shown.selectionModel().select(index, flags.Select | flags.Rows)


# Mailboxes


def test_what_the_filter_shows_is_exported_as_it_is_sorted(at: Opened, tmp_path: Path) -> None:
    page, place = at.window.mailboxes, tmp_path / "caselle.csv"
    page.chips.choose("active")
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    shown = [row.stored.mailbox.casella_pec for row in at.shown]
    assert 2 < len(shown) < 20
    assert export(at, place) == f"Export mailboxes: {len(shown)}"
    assert [row["PEC address"] for row in table(place)] == shown
    assert {row["State"] for row in table(place)} == {"Active"}
    assert page.news.words == f"Exported to caselle.csv. Mailboxes: {len(shown)}"


def test_a_key_is_enough(at: Opened, tmp_path: Path) -> None:
    at.window.activateWindow()
    at.qtbot.waitUntil(at.window.isActiveWindow)
    QTest.keyClick(at.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    save_at(at, tmp_path / "a")
    assert len(table(tmp_path / "a.csv")) == len(at.shown), "and the ending is added"


def test_several_selected_rows_are_exported_alone(at: Opened, tmp_path: Path) -> None:
    page, place = at.window.mailboxes, tmp_path / "a.csv"
    select(page, 4, 1)
    chosen = [at.shown[1].stored.mailbox.id, at.shown[4].stored.mailbox.id]
    assert export(at, place) == "Export selected mailboxes: 2"
    assert [row["Id"] for row in table(place)] == chosen
    select(page, 3)
    place = tmp_path / "b.csv"
    assert export(at, place) == f"Export mailboxes: {len(at.shown)}", "one row is just looked at"
    assert len(table(place)) == len(at.shown)


def test_in_italian_as_italian_spreadsheets_want_it(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path / "profile", locale=ITALIAN) as at:
        at.connect()
        export(at, tmp_path / "a.csv")
        rows = table(tmp_path / "a.csv", ";")
        assert len(rows) == len(at.shown)
        assert all(None not in row for row in rows), "every line has the columns of the first"


def test_colleagues_may_read_the_file(at: Opened, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_text("")
    export(at, tmp_path / "a.csv")
    rights = stat.S_IMODE((tmp_path / "a.csv").stat().st_mode)
    assert rights == stat.S_IMODE(plain.stat().st_mode)


def test_the_name_proposed_has_the_day_in_it(at: Opened) -> None:
    at.window.mailboxes.export_button.click()
    dialog = dialog_of(at)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    assert name.text() == "mailboxes 2026-11-23.csv"
    dialog.reject()
    at.qtbot.waitUntil(lambda: at.window.findChild(SaveAs) is None)
    assert at.window.mailboxes.news.words == ""


def test_a_place_that_takes_nothing_is_told_where_it_was_asked(at: Opened, tmp_path: Path) -> None:
    for name in ("mailboxes", "activity"):
        at.at.registered(casella_pec=f"{name}@testcert.legalmail.it")
        at.window.show_page(name)
        at.window.reload()
        at.settle()
        at.window.export()
        dialog_of(at).fileSelected.emit(str(tmp_path / "nowhere" / "a.csv"))
        at.settle()
        bar = getattr(at.window, name).bar
        assert bar.failure is not None
        assert "could not be saved" in bar.failure.title + bar.failure.what
        at.qtbot.waitUntil(lambda: at.window.findChild(SaveAs) is None)


def test_without_anything_to_export_it_says_so(at: Opened) -> None:
    action = at.window.commands["export"]
    assert action.isEnabled()
    at.window.mailboxes.search.setText("nobody")
    assert (action.isEnabled(), action.toolTip()) == (False, "The list is empty.")
    at.window.mailboxes.search.clear()
    assert action.isEnabled()
    at.window.show_page("drafts")
    assert (action.isEnabled(), action.toolTip()) == (*(False, "This page has no list to export."),)
    at.window.show_page("activity")
    at.settle()
    button = at.window.activity.export_button
    assert (button.isEnabled(), button.accessibleDescription()) == (False, "The list is empty.")
    at.at.registered()
    at.window.reload()
    at.settle()
    assert button.isEnabled()


class Opener(QObject):
    """Takes what would be opened by another program."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []
        QDesktopServices.setUrlHandler("file", self, "on_url")  # type: ignore[arg-type]

    @Slot(QUrl)
    def on_url(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def test_the_file_can_be_opened_from_the_news(at: Opened, tmp_path: Path) -> None:
    opener = Opener()
    try:
        export(at, tmp_path / "a.csv")
        assert at.window.mailboxes.news._button.text() == "Open the file"
        at.window.mailboxes.news._button.click()
        assert opener.opened == [tmp_path / "a.csv"]
    finally:
        QDesktopServices.unsetUrlHandler("file")


# Activity


def pay(at: Opened, domain: str, back: float) -> None:
    """Let a paid check have happened some days ago."""
    at.at.clock.now = NOON - back * DAY
    lookups.ask_domain(at.at.office, domain, Work())
    at.at.clock.now = NOON


@pytest.fixture
def history(at: Opened) -> Opened:
    """Payments of this month, its first and last second, last month, and last year."""
    first = datetime(2026, 11, 1).timestamp()  # noqa: DTZ001 - the computer's own midnight
    pay(at, "oggi.example", 0)
    pay(at, "primo.example", (NOON - first) / DAY)
    pay(at, "ottobre.example", (NOON - first + 1) / DAY)
    pay(at, "agosto.example", 100)
    pay(at, "passato.example", 400)
    at.window.show_page("activity")
    at.settle()
    return at


def choose(at: Opened, period: Period) -> list[str]:
    """Choose a period; give what is shown then."""
    box = at.window.activity.period
    box.setCurrentIndex(box.findData(period))
    at.settle()
    return [entry.attempt.label for entry in at.window.activity.table.rows.records]


def test_a_period_is_shown_and_exported(history: Opened, tmp_path: Path) -> None:
    at, place = history, tmp_path / "ottobre.csv"
    assert choose(at, Period.THIS_MONTH) == ["primo.example", "oggi.example"]
    assert choose(at, Period.THIS_YEAR)[-1] == "oggi.example"
    assert len(choose(at, Period.THIS_YEAR)) == 4
    assert choose(at, Period.LAST_YEAR) == ["passato.example"]
    assert choose(at, Period.LAST_MONTH) == ["ottobre.example"]
    assert export(at, place) == "Export operations: 1"
    (row,) = table(place)
    assert row["Operation"] == "Domain check"
    assert row["Mailbox"] == "ottobre.example"
    assert row["Date"].startswith("2026-10-31 23:59:59")
    assert at.window.activity.news.words == "Exported to ottobre.csv. Operations: 1"
    assert len(choose(at, Period.ALL)) == 5


def test_the_amounts_are_what_was_charged(history: Opened, tmp_path: Path) -> None:
    at = history
    made = at.at.registered()
    at.window.reload()
    at.settle()
    export(at, tmp_path / "a.csv")
    rows = table(tmp_path / "a.csv")
    amounts = sorted(Decimal(row["Amount (EUR without IVA)"]) for row in rows)
    assert amounts == sorted(charge.amount for charge in at.at.server.ledger)
    newest = rows[0]
    assert (newest["Mailbox"], newest["Holder"]) == (made.casella_pec, made.holder)
    assert newest["Reference"] == made.id
    select(at.window.activity, 0, 2)
    assert export(at, tmp_path / "b.csv") == "Export selected operations: 2"
    assert table(tmp_path / "b.csv") == [rows[0], rows[2]]


def test_a_period_without_anything_says_what_it_means(history: Opened) -> None:
    at = history
    at.at.clock.now = NOON + 800 * DAY
    assert choose(at, Period.THIS_MONTH) == []
    assert at.window.activity.empty._title.text() == "Nothing in this period"
    assert not at.window.commands["export"].isEnabled()


def test_all_time_is_all_of_it(at: Opened) -> None:
    begin = at.at.office.attempts.begin
    for number in range(1200):
        begin("check_domain", f"{number}.example", f"{number}.example", "", {}, "0.05")
    at.window.show_page("activity")
    at.settle()
    assert len(at.window.activity.table.rows.records) == 1200
