"""What is followed is looked at once for all, politely, and never for money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from office_support import Clock, connection_to
from pytestqt.qtbot import QtBot
from window_support import Opened, opened

from pec_desktop.domain.communication import CommunicationState
from pec_desktop.domain.mailbox import State
from pec_desktop.domain.polling import HIDDEN_LIMIT
from pec_desktop.services import communications
from pec_desktop.ui.activation import ActivationWizard
from pec_desktop.ui.follow_page import FollowPage
from pec_desktop.ui.lookout import Kind, Lookout
from pec_desktop.work import Work

PAID = {"get_mailbox": 0.01, "list_mailboxes": 0.01, "get_communication": 0.01}


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.connect()
        yield place


class Watch:
    """The window's own lookout, on a clock that moves only when it is told to."""

    def __init__(self, at: Opened) -> None:
        self.at = at
        self.clock = Clock(0)
        self.lookout = at.desk.lookout
        self.lookout._clock = self.clock
        self.row = at.select("in_evasione")
        self.lookout.follow(Kind.MAILBOX, self.row.id)

    def looks(self) -> int:
        return self.at.at.seen("get_mailbox")

    def wait(self, seconds: float) -> int:
        """Let time pass; give how many looks that has brought."""
        before = self.looks()
        self.clock.advance(seconds)
        self.lookout._on_due()
        self.at.settle()
        return self.looks() - before


@pytest.fixture
def watch(at: Opened) -> Watch:
    return Watch(at)


# Once for all


def test_window_and_wizard_look_at_a_mailbox_once(at: Opened, watch: Watch) -> None:
    at.window.activate(watch.row.id)
    at.settle()
    wizard = at.window.findChild(ActivationWizard)
    assert wizard is not None
    assert wizard.follow_page.isVisible()
    assert watch.wait(1) == 0
    assert watch.wait(1) == 1
    assert watch.wait(2) == 1
    at.at.clock.advance(3 * 3600)
    assert watch.wait(2) == 1
    shown = at.window.mailboxes.table.rows.rows[watch.row.id].stored.mailbox
    assert shown.state is State.EVASA
    assert wizard.follow_page.mailbox == shown
    assert not watch.lookout.follows(Kind.MAILBOX, watch.row.id)
    assert watch.wait(2) == 0
    wizard.close()
    at.settle()


def test_who_is_being_looked_at_is_not_asked_for_twice(at: Opened, watch: Watch) -> None:
    at.at.server.faults.set("hang", "get_mailbox")
    before = watch.looks()
    at.window.follower.look(watch.row.id)
    at.qtbot.waitUntil(lambda: watch.looks() == before + 1)
    at.window.follower.look(watch.row.id)
    watch.clock.advance(2)
    watch.lookout._on_due()
    assert watch.looks() == before + 1
    at.at.server.faults.release()
    at.settle()


def test_it_becomes_quiet_with_time(watch: Watch) -> None:
    assert [watch.wait(2) for _ in range(17)] == [1] * 15 + [0] * 2
    assert watch.wait(15) == 1


def test_a_page_that_is_shown_again_makes_it_quick_again(at: Opened, watch: Watch) -> None:
    for _ in range(16):
        watch.wait(2)
    page = FollowPage(at.desk, watch.row.stored.mailbox)
    at.qtbot.addWidget(page)
    page.show()
    assert watch.wait(2) == 1


# Who is told what


def test_a_look_nobody_asked_for_fails_in_silence(at: Opened, watch: Watch) -> None:
    at.at.server.faults.set("401", "get_mailbox", times=2)
    assert watch.wait(2) == 1
    assert at.window.mailboxes.bar.isHidden()
    at.window.follower.look(watch.row.id)
    at.settle()
    assert not at.window.mailboxes.bar.isHidden(), "one that was asked for is told"
    assert watch.wait(2) == 1, "and it goes on"


def test_without_a_connection_it_waits_and_then_goes_on(at: Opened, watch: Watch) -> None:
    connection, at.at.office.connection = at.at.office.connection, None
    assert [watch.wait(60) for _ in range(3)] == [0, 0, 0]
    assert not watch.lookout._timer.isActive()
    at.at.office.connection = connection
    at.window.connected()
    at.settle()
    assert watch.lookout._timer.isActive()
    assert watch.wait(2) == 1


def test_refresh_is_the_button_for_all_that_wait(at: Opened) -> None:
    waiting = [row for row in at.shown if row.stored.mailbox.state is State.IN_EVASIONE]
    assert waiting
    asked = at.at.seen("get_mailbox")
    for row in waiting:
        at.at.server.alter(row.id, {"stato": "evasa"})
    at.window.mailboxes.refresh_button.click()
    at.settle()
    now = at.window.mailboxes.table.rows.rows
    assert {now[row.id].stored.mailbox.state for row in waiting} == {State.EVASA}
    assert at.at.seen("get_mailbox") == asked + len(waiting)


# Politeness


def test_out_of_sight_for_long_nothing_is_asked(at: Opened, watch: Watch) -> None:
    at.window.showMinimized()
    assert watch.wait(HIDDEN_LIMIT - 1) == 1
    listed = at.at.seen("list_mailboxes")
    at.window.follower._on_period()
    at.settle()
    assert at.at.seen("list_mailboxes") == listed + 1
    assert watch.wait(1) == 0
    assert watch.wait(3600) == 0
    at.window.follower._on_period()
    at.settle()
    assert at.at.seen("list_mailboxes") == listed + 1
    assert not watch.lookout._timer.isActive()

    at.window.showNormal()
    at.settle()
    assert at.at.seen("list_mailboxes") == listed + 2, "what was late is done at once"
    assert watch.lookout._timer.isActive()


def test_a_closed_window_asks_nothing(at: Opened, watch: Watch) -> None:
    at.window.close()
    assert watch.wait(2) == 0


def test_what_costs_is_read_only_when_asked_for(at: Opened, watch: Watch) -> None:
    for reading in PAID:
        at.at.office.prices[reading] = PAID
    listed = at.at.seen("list_mailboxes")
    at.window.follower._on_period()
    at.window.showMinimized()
    at.window.showNormal()
    assert watch.wait(60) == 0
    assert at.at.seen("list_mailboxes") == listed
    at.window.commands["refresh"].trigger()
    at.settle()
    at.window.follower.look(watch.row.id)
    at.settle()
    assert at.at.seen("list_mailboxes") == listed + 1


def alone(at: Opened) -> None:
    """Connect with the access token alone: there are no prices then."""
    at.at.office.connection = replace(connection_to(at.at.server), api_key="")
    at.connect()


def by_itself(at: Opened) -> int:
    """Let the time of a refresh come; how often the list was read for it."""
    before = at.at.seen("list_mailboxes")
    at.window.follower._on_period()
    at.settle()
    return at.at.seen("list_mailboxes") - before


def test_where_nobody_tells_the_price_only_what_was_sent_is_read_unasked(
    at: Opened, watch: Watch
) -> None:
    notice = at.window.status._notice
    at.qtbot.waitUntil(notice.isHidden)
    listed = at.at.seen("list_mailboxes")
    alone(at)
    assert at.at.seen("list_mailboxes") == listed + 1, "whoever connects wants the list"
    assert (by_itself(at), watch.wait(60)) == (0, 1)
    assert notice.text().startswith("Refreshed only with F5")
    at.window.commands["refresh"].trigger()
    at.settle()
    assert at.at.seen("list_mailboxes") == listed + 2
    at.desk.settings.unpriced_refresh = True
    at.window.tools.preferred.emit()
    assert by_itself(at) == 1
    assert not notice.isVisible()


def test_a_price_under_a_key_nobody_knows_may_be_that_of_reading(at: Opened) -> None:
    assert by_itself(at) == 1
    at.at.office.prices["get_mailbox"] = {"standard": 11.0, "lettura": 0.05}
    assert by_itself(at) == 0
    at.at.office.prices["get_mailbox"] = {"standard": 11.0, "lettura": 0.0}
    assert by_itself(at) == 1
    at.at.office.prices["list_communications"] = {"comunica_pec": 0.05}
    assert by_itself(at) == 0, "communications are read with the list"
    at.at.office.prices["list_communications"] = {}
    assert by_itself(at) == 0, "that may be what a list of prices looks like that was not read"
    at.window._on_clock()
    assert at.window.status._notice.isVisible()


def test_prices_that_did_not_come_are_asked_for_when_a_refresh_is_due(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, tmp_path) as at:
        at.at.server.faults.set("500", "list_scopes", times=9)
        at.connect()
        assert at.at.office.prices == {}
        at.at.server.faults.clear()
        assert by_itself(at) == 0, "first it is asked what that costs"
        assert by_itself(at) == 1


def test_prices_of_reading_are_asked_for_once_the_account_can_be_reached(at: Opened) -> None:
    assert set(at.at.office.prices) >= {"get_mailbox", "list_mailboxes", "get_communication"}
    assert at.at.office.prices["get_communication"] == {"comunica_pec": 0.0}
    asked = at.at.seen("get_scope")
    at.window.follower.refresh()
    at.settle()
    assert at.at.seen("get_scope") == asked


def test_the_period_is_a_setting(at: Opened) -> None:
    assert at.window.follower._timer.interval() == 300_000
    at.window.close()
    at.desk.settings.refresh_period = 900
    assert at.open().follower._timer.interval() == 900_000
    at.desk.settings.values["refresh_period"] = 1
    assert at.desk.settings.refresh_period == 300, "nobody is asked every second"


# Details


def test_details_are_read_only_of_what_moved(at: Opened) -> None:
    """Two refreshes, counted at the server: what stands still costs the list alone."""

    def refreshed() -> tuple[int, int]:
        listed, read = at.at.seen("list_mailboxes"), at.at.seen("get_mailbox")
        at.window.follower.refresh()
        at.settle()
        return at.at.seen("list_mailboxes") - listed, at.at.seen("get_mailbox") - read

    moved = at.row("evasa")
    assert refreshed() == (1, 0)
    at.at.server.alter(moved.id, {"telefono": "0471 999999"})
    assert refreshed() == (1, 1)
    assert at.at.server.requests[-1].path.endswith(moved.id)
    shown = at.window.mailboxes.table.rows.rows[moved.id].stored.mailbox
    assert shown.telefono == "0471 999999"
    assert refreshed() == (1, 0)


def test_a_look_leaves_nothing_for_the_refresh_to_read(at: Opened, watch: Watch) -> None:
    at.at.clock.advance(3 * 3600)
    assert watch.wait(2) == 1
    asked = watch.looks()
    at.window.follower.refresh()
    at.settle()
    assert watch.looks() == asked


# Communications


def test_communications_are_followed_by_the_same_rules(at: Opened) -> None:
    office = at.at.office
    communications.refresh(office, Work())
    waiting = next(
        one.communication
        for one in communications.cached(office)
        if one.communication.state is CommunicationState.DOCUMENTI_CARICATI
    )
    clock = Clock(0)
    lookout = Lookout(office, at.desk.runner, clock)
    told: list[str] = []
    lookout.looked.connect(lambda _kind, thing: told.append(thing.stato))

    def wait(seconds: float) -> list[str]:
        told.clear()
        clock.advance(seconds)
        lookout._on_due()
        at.settle()
        return list(told)

    lookout.follow(Kind.COMMUNICATION, waiting.id)
    assert wait(1) == []
    assert wait(1) == ["documenti_caricati"]
    at.at.clock.advance(3 * 86_400)
    assert wait(2) == ["comunicazione_evasa"]
    assert not lookout.follows(Kind.COMMUNICATION, waiting.id)
    stored = office.communications.get(waiting.id)
    assert stored is not None
    assert stored.communication.state is CommunicationState.COMUNICAZIONE_EVASA

    lookout.follow(Kind.COMMUNICATION, waiting.id)
    office.price_list = {"comunica_pec": Decimal(12)}
    office.prices = {}
    assert wait(2) == ["comunicazione_evasa"], "the office's list prices the start, not a look"
    lookout.follow(Kind.COMMUNICATION, waiting.id)
    office.prices = {"get_communication": PAID}
    assert wait(2) == []
    lookout.stop()
