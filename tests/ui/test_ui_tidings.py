"""What the provider has done is told: in the window, and by the system to whoever is away."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from desktop_bus import NO_BUS, Desktop, desktop, session_bus
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot
from window_support import Opened, opened, rows, stored

from pec_desktop.domain.account import Environment
from pec_desktop.domain.mailbox import State
from pec_desktop.services import communications
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.theme import Role
from pec_desktop.ui.tidings import Tiding, of_rows, words_of

on_a_bus = pytest.mark.skipif(NO_BUS, reason="no dbus-daemon here")


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.connect()
        yield place


@pytest.fixture
def alerts(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """The windows that have drawn attention to themselves."""
    found: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", lambda window, *_: found.append(window))
    return found


@pytest.fixture
def screen(at: Opened, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    """A Linux desktop without a tray that shows messages, and a program that may use it."""
    at.window.commands["notify"].trigger()
    with session_bus(monkeypatch), desktop() as screen:
        yield screen


def news(at: Opened) -> str:
    return at.window.mailboxes.news.words


def let_happen(at: Opened, *states: str, fields: dict[str, object] | None = None) -> list[str]:
    """Let the provider bring a mailbox into each of `states`; give the addresses."""
    boxes = [one for one in at.shown if one.stored.mailbox.stato in ("registrata", "in_evasione")]
    chosen = boxes[: len(states)]
    for row, state in zip(chosen, states, strict=True):
        at.at.server.alter(row.id, {"stato": state, **(fields or {})})
    at.window.follower.refresh()
    at.settle()
    return [row.stored.mailbox.casella_pec for row in chosen]


# Which moves are told, and how


@pytest.mark.parametrize(
    ("before", "now", "key"),
    [
        ("in_evasione", "evasa", "news.active"),
        ("in_evasione", "documenti_errati", "news.refused"),
        ("evasa", "chiusa", "news.other"),
        ("registrata", "registrazione_annullata", "news.other"),
        ("evasa", "sospesa", "news.other"),
        ("sospesa", "in_quarantena", "news.other"),
        ("registrata", "in_evasione", ""),
        ("documenti_errati", "in_evasione", ""),
        ("evasa", "revocata", ""),
        ("revocata", "evasa", ""),
        ("evasa", "evasa", ""),
    ],
)
def test_only_what_the_provider_has_done_is_news(before: str, now: str, key: str) -> None:
    old, new = rows(stored(1, stato=before), stored(1, stato=now))
    told = of_rows(old, new)
    assert (told.key if told else "") == key
    if told is not None and key == "news.other":
        assert told.state in words_of([told])
        assert told.state not in ("", "?"), "a new state is told as it came"


def test_a_mailbox_that_is_listed_no_longer_is_no_news() -> None:
    old, new = rows(stored(1, stato="in_evasione"), stored(1, stato="evasa", listed=False))
    assert of_rows(old, new) is None


def test_several_of_a_sort_are_one_sentence_and_the_most_pressing_comes_first() -> None:
    active = [Tiding("news.active", Role.GOOD, str(n), f"{n}@pec.it") for n in range(3)]
    refused = Tiding("news.refused", Role.ATTENTION, "x", "x@pec.it")
    assert words_of(active[:1]) == "0@pec.it is active."
    assert words_of([active[0], refused, *active[1:]]) == (
        "The provider refused the documents of x@pec.it. 3 mailboxes are active now."
    )


# In the window


def test_what_a_refresh_brings_is_told_in_the_window(at: Opened) -> None:
    (address,) = let_happen(at, "documenti_errati")
    assert news(at) == f"The provider refused the documents of {address}."
    let_happen(at, "evasa", "evasa")
    assert news(at) == "2 mailboxes are active now."


def test_what_the_office_does_itself_is_no_news(at: Opened) -> None:
    at.at.registered()
    at.window.reload()
    at.settle()
    at.at.office.client().revoke_mailbox(at.row("evasa").id)
    at.window.follower.refresh()
    at.settle()
    assert news(at) == ""


def test_a_start_tells_what_has_happened_since_the_last_one(at: Opened) -> None:
    (row,) = [one for one in at.shown if one.stored.mailbox.state is State.IN_EVASIONE]
    at.window.close()
    at.at.server.alter(row.id, {"stato": "evasa"})
    at.open()
    assert news(at) == ""
    at.connect()
    assert news(at) == f"{row.stored.mailbox.casella_pec} is active."


# To whoever is away


@on_a_bus
def test_the_system_tells_whoever_is_away(
    at: Opened, screen: Desktop, alerts: list[QWidget], qtbot: QtBot
) -> None:
    at.window.showMinimized()
    first, second = let_happen(at, "documenti_errati", "evasa")
    qtbot.waitUntil(lambda: len(screen.shown) == 1)
    title, words = screen.told[-1]
    assert title == "PEC Desktop – Practice"
    assert words == f"The provider refused the documents of {first}. {second} is active."
    assert news(at) == words, "the window tells it too"
    assert screen.offered == ["default", "Show"]
    assert screen.hints["desktop-entry"] == ("s", "pec-desktop")
    assert screen.refused == []
    assert alerts == []


@on_a_bus
def test_what_comes_while_one_is_away_is_gathered_in_one_message(
    at: Opened, screen: Desktop, qtbot: QtBot
) -> None:
    at.window.showMinimized()
    let_happen(at, "evasa")
    qtbot.waitUntil(lambda: len(screen.told) == 1)
    let_happen(at, "evasa")
    qtbot.waitUntil(lambda: len(screen.told) == 2)
    assert screen.told[-1][1] == "2 mailboxes are active now."
    assert list(screen.shown) == [1], "the second took the place of the first"
    at.window.showNormal()
    qtbot.waitUntil(lambda: screen.shown == {})
    let_happen(at, "evasa")
    at.settle()
    assert len(screen.told) == 2, "whoever is there reads it in the window"


@on_a_bus
def test_a_click_on_the_message_leads_to_the_mailbox(
    at: Opened, screen: Desktop, qtbot: QtBot
) -> None:
    at.window.show_page("activity")
    at.window.showMinimized()
    (address,) = let_happen(at, "evasa")
    qtbot.waitUntil(lambda: len(screen.shown) == 1)
    at.settle()
    screen.click(1)
    qtbot.waitUntil(lambda: not at.window.isMinimized())
    at.settle()
    assert at.window._stack.currentWidget() is at.window.mailboxes
    (row,) = at.window.mailboxes.table.selected()
    assert row.stored.mailbox.casella_pec == address


@on_a_bus
def test_what_is_followed_is_told_too(at: Opened, screen: Desktop, qtbot: QtBot) -> None:
    (row,) = [one for one in at.shown if one.stored.mailbox.state is State.IN_EVASIONE]
    at.desk.lookout.follow(Kind.MAILBOX, row.id)
    at.window.showMinimized()
    at.at.clock.advance(3 * 3600)
    qtbot.waitUntil(lambda: bool(screen.told), timeout=10_000)
    assert row.stored.mailbox.casella_pec in screen.told[-1][1]


@on_a_bus
def test_an_address_is_no_markup(at: Opened, screen: Desktop, qtbot: QtBot) -> None:
    at.window.showMinimized()
    let_happen(at, "evasa", fields={"casella_pec": "<b>a&b</b>@pec.it"})
    qtbot.waitUntil(lambda: bool(screen.told))
    assert screen.told[-1][1] == "&lt;b&gt;a&amp;b&lt;/b&gt;@pec.it is active."


@on_a_bus
def test_it_can_be_switched_off(at: Opened, screen: Desktop, alerts: list[QWidget]) -> None:
    at.window.commands["notify"].trigger()
    assert at.desk.settings.notifications is False
    at.window.showMinimized()
    (address,) = let_happen(at, "evasa")
    assert news(at) == f"{address} is active."
    at.window.commands["notify"].trigger()
    let_happen(at, "evasa")
    at.qtbot.waitUntil(lambda: bool(screen.told))
    assert len(screen.told) == 1
    assert alerts == []


# Communications to the Business Register


def let_move(at: Opened, state: str, count: int = 1) -> list[str]:
    """Let communications come to `state`; give their ids."""
    entries = [one.communication for one in communications.cached(at.at.office)]
    chosen = [one.id for one in entries if one.stato != state][:count]
    for key in chosen:
        at.at.server.alter(key, {"stato": state, "timestamp": int(at.at.clock.now) + 9})
    at.window.register.follower.refresh()
    at.settle()
    return chosen


def address_of(at: Opened, communication_id: str) -> str:
    stored = at.at.office.communications.get(communication_id)
    assert stored is not None
    return stored.communication.casella_pec


@on_a_bus
def test_a_communication_is_told_though_its_page_was_never_opened(
    at: Opened, screen: Desktop, qtbot: QtBot
) -> None:
    at.window.showMinimized()
    (key,) = let_move(at, "comunicazione_evasa")
    qtbot.waitUntil(lambda: len(screen.told) == 1)
    words = f"{address_of(at, key)} has been communicated to the Business Register."
    assert screen.told[-1][1] == words
    assert at.window.register._page is None
    screen.click(1)
    qtbot.waitUntil(lambda: not at.window.isMinimized())
    at.settle()
    page = at.window.register.page
    assert page.isVisible()
    assert [row.id for row in page.table.selected()] == [key]
    assert page.news.words == words, "it was said before the page was there"
    assert news(at) == "", "each page tells what concerns it"


@on_a_bus
def test_mailboxes_and_communications_share_one_message(
    at: Opened, screen: Desktop, qtbot: QtBot
) -> None:
    at.window.showMinimized()
    (address,) = let_happen(at, "evasa")
    let_move(at, "in_attesa_di_documenti", 2)
    qtbot.waitUntil(lambda: len(screen.told) == 2)
    assert screen.told[-1][1] == (
        "2 codes have come: the powers of attorney can be signed now. " + f"{address} is active."
    )
    assert news(at) == f"{address} is active."
    screen.click(1)
    at.qtbot.waitUntil(lambda: at.window.register.page.isVisible())


def test_a_new_state_of_a_communication_is_news_as_received(at: Opened) -> None:
    (key,) = let_move(at, "respinta")
    told = at.window.register.page.news.words
    assert told == f"The communication of {address_of(at, key)} has a new state: respinta."


def test_what_the_office_sends_for_a_communication_is_no_news(at: Opened) -> None:
    let_move(at, "documenti_caricati")
    assert at.window.register.page.news.words == ""


# Where nobody takes messages


def test_without_a_desktop_the_window_draws_attention(
    at: Opened, alerts: list[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    at.desk.settings.notifications = True
    let_happen(at, "evasa")
    assert alerts == [], "the window is in use"
    at.window.showMinimized()
    (address,) = let_happen(at, "evasa")
    assert alerts == [at.window]
    assert news(at) == f"{address} is active."


@on_a_bus
@pytest.mark.parametrize("address", ["", "unix:path=/nowhere"])
def test_a_bus_where_nobody_answers_does_no_harm(
    at: Opened, alerts: list[QWidget], monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    at.desk.settings.notifications = True
    at.window.showMinimized()
    with session_bus(monkeypatch):
        own = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address or own)
        let_happen(at, "evasa")
        at.qtbot.waitUntil(lambda: alerts == [at.window])
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", own)
        with desktop() as screen:
            let_happen(at, "evasa")
            at.qtbot.waitUntil(lambda: bool(screen.told))
            assert screen.told[-1][1] == "2 mailboxes are active now."


@on_a_bus
def test_a_silent_desktop_stops_nothing(
    at: Opened, screen: Desktop, alerts: list[QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pec_desktop.ui.session_bus.PATIENCE", 0.2)
    screen.silent = True
    at.window.showMinimized()
    let_happen(at, "evasa")
    at.qtbot.waitUntil(lambda: alerts == [at.window])


@on_a_bus
def test_a_desktop_that_goes_takes_nothing_with_it(
    at: Opened, monkeypatch: pytest.MonkeyPatch, alerts: list[QWidget]
) -> None:
    at.desk.settings.notifications = True
    at.window.showMinimized()
    with session_bus(monkeypatch), desktop() as screen:
        let_happen(at, "evasa")
        at.qtbot.waitUntil(lambda: bool(screen.told))
        at.settle()
    notifier = at.window.tidings._notifier
    at.qtbot.waitUntil(lambda: notifier._bus.descriptor() < 0)
    let_happen(at, "evasa")
    at.qtbot.waitUntil(lambda: alerts == [at.window])


@on_a_bus
def test_real_work_needs_no_remark_in_the_title(at: Opened, screen: Desktop, qtbot: QtBot) -> None:
    at.at.office.account = replace(at.at.office.account, environment=Environment.PRODUCTION)
    at.window.showMinimized()
    let_happen(at, "evasa")
    qtbot.waitUntil(lambda: bool(screen.told))
    assert screen.told[-1][0] == "PEC Desktop"


def test_where_there_is_a_tray_it_shows_the_message(
    at: Opened, monkeypatch: pytest.MonkeyPatch, alerts: list[QWidget]
) -> None:
    """The tray is Qt's; this platform has none, so what Qt would be told is looked at."""
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, *said: told.append((said[0], said[1]))
    )
    at.desk.settings.notifications = True
    at.window.showMinimized()
    (address,) = let_happen(at, "evasa")
    assert told == [("PEC Desktop – Practice", f"{address} is active.")]
    (icon,) = at.window.findChildren(QSystemTrayIcon)
    assert icon.isVisible()
    assert alerts == []
    icon.messageClicked.emit()
    at.settle()
    assert not at.window.isMinimized()
    assert not icon.isVisible(), "without news the tray stays as it was"
    assert at.window.mailboxes.table.selected()[0].stored.mailbox.casella_pec == address
