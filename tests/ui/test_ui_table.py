"""The mailbox table: differences, sorting, filtering, columns that fit, copying, speed."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_support import ENGLISH, TODAY, many, rows, stored

from pec_desktop.ui.columns import COLUMNS
from pec_desktop.ui.mailbox_model import ROW_ROLE, SORT_ROLE, MailboxModel
from pec_desktop.ui.mailbox_rows import ALL, CHIPS, Row, prepare
from pec_desktop.ui.mailbox_table import MailboxTable
from pec_desktop.ui.roles import Role
from pec_desktop.ui.theme import Theme

PLACE = {column.key: place for place, column in enumerate(COLUMNS)}
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot) -> MailboxTable:
    theme = Theme("light")
    theme.apply(qapp)
    shown = MailboxTable(theme)
    qtbot.addWidget(shown)
    shown.resize(theme.em(90), theme.em(40))
    shown.show()
    return shown


def ids(model: MailboxModel) -> list[str]:
    return [row.id for row in model.shown]


# Rows


def test_only_changed_mailboxes_get_a_new_row() -> None:
    mailboxes = [stored(number) for number in range(5)]
    first = prepare(mailboxes, TODAY, ENGLISH)
    mailboxes[2] = stored(2, stato="evasa", data_scadenza="01/12/2026")
    second = prepare([replace(one) for one in mailboxes], TODAY, ENGLISH, {r.id: r for r in first})
    assert [new is old for new, old in zip(second, first, strict=True)] == [
        *(True, True, False, True, True)
    ]


@pytest.mark.parametrize(
    ("days", "role", "urgent", "words"),
    [
        (91, Role.MUTED, False, "in 91 days"),
        (90, Role.ATTENTION, False, "in 90 days"),
        (31, Role.ATTENTION, False, "in 31 days"),
        (30, Role.ATTENTION, True, "in 30 days"),
        (15, Role.PROBLEM, True, "in 15 days"),
        (1, Role.PROBLEM, True, "tomorrow"),
        (0, Role.PROBLEM, True, "today"),
        (-1, Role.PROBLEM, True, "expired yesterday"),
        (-40, Role.PROBLEM, True, "expired 40 days ago"),
    ],
)
def test_an_expiry_stands_out_as_it_comes_near(
    days: int, role: Role, urgent: bool, words: str
) -> None:
    expiry = TODAY + timedelta(days=days)
    (row,) = rows(stored(stato="evasa", data_scadenza=f"{expiry:%d/%m/%Y}"))
    assert (row.expiry_role, row.expiry_urgent) == (role, urgent)
    assert row.texts[PLACE["expiry"]] == f"{expiry:%d/%m/%Y} · {words}"
    assert ("expiring" in row.chips) == (days <= 90)


def test_what_the_program_does_not_know_is_shown_as_received() -> None:
    (row,) = rows(stored(stato="in_quarantena", tipo_casella="PLATINUM", data_scadenza="presto"))
    assert row.texts[PLACE["state"]] == "in_quarantena"
    assert row.texts[PLACE["type"]] == "PLATINUM"
    assert row.texts[PLACE["expiry"]] == ""
    assert row.state_role is Role.MUTED
    assert row.chips == {ALL, "other"}


def test_a_mailbox_that_is_no_longer_listed_says_so_and_asks_for_nothing() -> None:
    (row,) = rows(stored(stato="registrata", listed=False))
    assert row.texts[PLACE["state"]] == "No longer listed"
    assert row.texts[PLACE["next"]] == ""
    assert row.chips == {ALL, "unlisted"}


def test_every_chip_can_be_reached() -> None:
    soon = TODAY + timedelta(days=3)
    found = rows(
        *(stored(number) for number in range(6)),
        stored(7, stato="evasa", data_scadenza=f"{soon:%d/%m/%Y}"),
        stored(8, listed=False),
        stored(9, stato="sospesa"),
    )
    assert set().union(*(row.chips for row in found)) == set(CHIPS)


# Model


def test_the_model_keeps_qts_rules_whatever_happens(qapp: QApplication) -> None:
    """A long random life under Qt's own model tester, in its fatal mode."""
    model = MailboxModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    chance = random.Random(4)
    pool = many(60)
    for _ in range(200):
        match chance.randrange(4):
            case 0:
                model.replace(chance.sample(pool, chance.randrange(len(pool))))
            case 1:
                model.narrow(chance.choice(CHIPS), chance.choice(["", "a", "al", "alpi 7", "zzz"]))
            case 2:
                model.sort(chance.randrange(len(COLUMNS)), chance.choice([ASCENDING, DESCENDING]))
            case _:
                number = chance.randrange(60)
                pool[number] = rows(stored(number, note=str(chance.random())))[0]
                model.update([pool[number]])
        assert len(ids(model)) == len(set(ids(model))) == model.rowCount()
    assert tester.model() is model


@pytest.mark.parametrize("place", range(len(COLUMNS)))
def test_sorting_goes_by_the_columns_key(place: int) -> None:
    model = MailboxModel()
    model.replace(many(50))
    model.sort(place, ASCENDING)
    keys = [model.index(row, place).data(SORT_ROLE) for row in range(model.rowCount())]
    assert keys == sorted(keys)
    model.sort(place, DESCENDING)
    backwards = [model.index(row, place).data(SORT_ROLE) for row in range(model.rowCount())]
    assert backwards == sorted(keys, reverse=True)


def test_the_most_pressing_step_comes_first() -> None:
    model = MailboxModel()
    model.replace(many(12))
    model.sort(PLACE["next"])
    steps = [row.texts[PLACE["next"]] for row in model.shown]
    assert steps[:2] == ["Activate", "Activate"]
    assert steps[-1] == ""


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("ALPI.0", ["id00000"]),
        ("conti 1 s.r.l", ["id00001"]),
        ("00000000002", ["id00002"]),
        ("richiamare", ["id00003"]),
        ("giovedì verdi", ["id00002"]),
        ("  ", ["id00000", "id00001", "id00002", "id00003"]),
        ("nobody", []),
    ],
)
def test_search_looks_at_address_holder_number_and_note(search: str, found: list[str]) -> None:
    model = MailboxModel()
    notes = ("", "", "Pagato GIOVEDÌ", "da richiamare")
    model.replace(rows(*(stored(number, note=note) for number, note in enumerate(notes))))
    model.narrow(ALL, search)
    assert sorted(ids(model)) == found


def test_typing_on_finds_the_same_as_searching_anew() -> None:
    typed, fresh = MailboxModel(), MailboxModel()
    for model in (typed, fresh):
        model.replace(many(300))
    for length in range(1, len("conti 1 sr") + 1):
        typed.narrow("active", "conti 1 sr"[:length])
        fresh.narrow(ALL, "")
        fresh.narrow("active", "conti 1 sr"[:length])
        assert ids(typed) == ids(fresh)
    typed.narrow("active", "conti")
    fresh.narrow("active", "conti")
    assert ids(typed) == ids(fresh) != []


def test_cells_speak_for_themselves() -> None:
    model = MailboxModel()
    model.replace(many(1))
    index = model.index(0, PLACE["address"])
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "alpi.0@testcert.legalmail.it"
    assert isinstance(index.data(ROW_ROLE), Row)
    assert QModelIndex().data() is None
    horizontal = Qt.Orientation.Horizontal
    titles = [model.headerData(place, horizontal) for place in range(model.columnCount())]
    assert titles == [column.title for column in COLUMNS]
    assert all(titles)


# View


def test_a_refresh_keeps_selection_focus_and_place(table: MailboxTable) -> None:
    found = many(400)
    table.replace(found)
    table.rows.narrow(ALL, "")
    for mailbox_id in ("id00200", "id00203"):
        index = table.rows.index(table.rows.place_of(mailbox_id) or 0, 0)
        flags = table.selectionModel().SelectionFlag
        table.selectionModel().select(index, flags.Select | flags.Rows)
        table.selectionModel().setCurrentIndex(index, flags.NoUpdate)
    table.verticalScrollBar().setValue(100)
    top = table.rows.shown[100].id

    newer = [row for row in found if row.id not in {"id00007", "id00014", "id00203"}]
    changed = rows(stored(200, note="new"))[0]
    newer = [changed if row.id == changed.id else row for row in newer]
    table.replace([*rows(*(stored(900 + n, casella_pec=f"a{n}@x.it") for n in range(9))), *newer])

    assert [row.id for row in table.selected()] == ["id00200"]
    assert table.selected()[0] is changed
    assert table.rows.shown[table.verticalScrollBar().value()].id == top
    table.replace(newer)
    assert table.rows.shown[table.verticalScrollBar().value()].id == top


def test_the_row_with_the_keyboard_stays_the_same_mailbox(table: MailboxTable) -> None:
    table.replace(many(50))
    assert table.select("id00030")
    table.sortByColumn(PLACE["expiry"], DESCENDING)
    assert table.rows.shown[table.currentIndex().row()].id == "id00030"
    assert not table.select("id99999")


@pytest.mark.parametrize("em", range(58, 140, 6))
def test_columns_fit_and_pills_are_whole(table: MailboxTable, em: int) -> None:
    table.replace(many(3))
    theme = Theme("light")
    table.resize(theme.em(em), theme.em(30))
    widths = {column.key: table.columnWidth(place) for place, column in enumerate(COLUMNS)}
    shown = [column for column in COLUMNS if not table.isColumnHidden(PLACE[column.key])]
    assert sum(widths[column.key] for column in shown) == table.viewport().width()
    for column in shown:
        assert widths[column.key] >= table.delegate.width_for(column)
        assert widths[column.key] >= theme.em(column.least)


def test_every_state_is_painted_in_every_width(table: MailboxTable) -> None:
    """Painting raises nothing, and a pill looks different from a selected one."""
    soon = [TODAY + timedelta(days=days) for days in (-3, 5, 20, 60, 200)]
    expiring = [
        stored(100 + n, stato="evasa", data_scadenza=f"{day:%d/%m/%Y}")
        for n, day in enumerate(soon)
    ]
    table.replace(rows(*(stored(number) for number in range(12)), *expiring))
    pictures = []
    for width in (40, 70, 120):
        table.resize(table.fontMetrics().height() * width, 400)
        pictures.append(table.grab().toImage())
    table.selectAll()
    assert table.grab().toImage() != pictures[-1]


def test_copying_gives_the_columns_as_they_are_shown(table: MailboxTable) -> None:
    table.replace(many(3))
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(PLACE["state"]), 0)
    table.setColumnHidden(PLACE["type"], True)
    table.selectAll()
    table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == [
        *("Active", "alpi.0@testcert.legalmail.it", "Alpi 0 S.r.l."),
    ]
    assert [line.count("\t") for line in lines] == [4, 4, 4]


def test_columns_come_back_as_they_were_left(table: MailboxTable, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(PLACE["next"]), 1)
    table.setColumnHidden(PLACE["type"], True)
    table.setColumnHidden(PLACE["note"], False)
    table.fit()
    table.setColumnWidth(PLACE["holder"], table.columnWidth(PLACE["holder"]) + 40)
    table.sortByColumn(PLACE["expiry"], DESCENDING)
    saved = table.saved_layout()

    other = MailboxTable(Theme("light"))
    qtbot.addWidget(other)
    other.restore_layout(saved)
    assert json.loads(other.saved_layout()) == json.loads(saved)
    assert other.isColumnHidden(PLACE["type"])
    assert other.horizontalHeader().visualIndex(PLACE["next"]) == 1
    other.reset_layout()
    assert json.loads(other.saved_layout())["order"] == [column.key for column in COLUMNS]
    assert not other.isColumnHidden(PLACE["type"])


@pytest.mark.parametrize(
    "saved",
    [
        *("", "rubbish", "[]", "null"),
        '{"order": 3, "hidden": {}, "widths": [], "sort": []}',
        '{"order": ["gone", "next"], "widths": {"next": -4, "gone": 3, "type": "x"}, "sort": 1}',
    ],
)
def test_a_damaged_layout_does_no_harm(table: MailboxTable, saved: str) -> None:
    table.restore_layout(saved)
    table.replace(many(2))
    assert not table.isColumnHidden(PLACE["address"])
    assert json.loads(table.saved_layout())["widths"] == {}


def test_enter_opens_and_arrows_walk(table: MailboxTable, qtbot: QtBot) -> None:
    table.replace(many(5))
    table.selectRow(0)
    with qtbot.waitSignal(table.chosen):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert [row.id for row in table.selected()] == [ids(table.rows)[1]]
    with qtbot.waitSignal(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Return)


def test_the_column_menu_shows_and_hides(table: MailboxTable) -> None:
    menu = table.column_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Mailbox"].isEnabled()
    actions["Note"].trigger()
    assert not table.isColumnHidden(PLACE["note"])
    actions["Type"].trigger()
    assert table.isColumnHidden(PLACE["type"])
    actions["Columns as at the beginning"].trigger()
    assert not table.isColumnHidden(PLACE["type"])


@pytest.mark.alone
def test_five_thousand_rows_are_replaced_quickly(table: MailboxTable) -> None:
    mailboxes = [stored(number) for number in range(5000)]
    found = prepare(mailboxes, TODAY, ENGLISH)
    table.replace(found)
    known = table.rows.rows

    same = prepare([replace(one) for one in mailboxes], TODAY, ENGLISH, known)
    unchanged = fastest(lambda: table.replace(same))
    newer = rows(*(stored(number, note="new") for number in range(50)))
    fifty = timed(lambda: table.update_rows(newer))
    search = timed(lambda: table.rows.narrow(ALL, "conti"))
    clear = timed(lambda: table.rows.narrow(ALL, ""))
    sort = timed(lambda: table.sortByColumn(PLACE["expiry"], DESCENDING))
    print(
        f"\n5,000 rows: unchanged {unchanged:.1f} ms, 50 changed {fifty:.1f} ms, "
        f"search {search:.1f} ms, clear {clear:.1f} ms, sort {sort:.1f} ms"
    )
    assert unchanged < 20
    assert max(fifty, search, clear, sort) < 150


def timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def fastest(do: Callable[[], object]) -> float:
    return min(timed(do) for _ in range(5))
