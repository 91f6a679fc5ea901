"""Two people, one account: what is done elsewhere is noticed, what was done here is no news."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from office_support import TOKEN, Bench, bench

from pec_desktop.api.client import PecClient
from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.errors import ApiError
from pec_desktop.practice.faults import Fault
from pec_desktop.services import changes, history, mailboxes
from pec_desktop.store.attempts import Attempt
from pec_desktop.store.outside import OutsideChange
from pec_desktop.work import Work


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path, empty=False, pace=0.0) as opened:
        mailboxes.refresh(opened.office, Work())
        yield opened


@pytest.fixture
def elsewhere(at: Bench) -> Iterator[PecClient]:
    """The vendor's console, or a colleague's computer."""
    with PecClient(at.server.url, TOKEN) as client:
        yield client


def known(at: Bench) -> Mailbox:
    """An active mailbox whose details have been read."""
    boxes = [stored.mailbox for stored in at.office.mailboxes.all()]
    found = next(
        one
        for one in boxes
        if one.state is State.EVASA and one.tipo_casella in ("STANDARD", "GOLD")
    )
    return mailboxes.read(at.office, found.id, Work())


def test_what_a_colleague_does_is_noticed_once(at: Bench, elsewhere: PecClient) -> None:
    box = known(at)
    at.clock.advance(60)
    elsewhere.change_space(box.id, spazio_disco="+1024")
    mailboxes.refresh(at.office, Work())
    mailboxes.fetch_details(at.office, [box.id], Work())
    mailboxes.read(at.office, box.id, Work())
    (noticed,) = at.office.outside.of(box.id)
    assert noticed.what == {"spazio_disco": (box.spazio_disco, box.spazio_disco + 1024)}
    assert noticed.at == int(at.clock.now)


def test_expiry_and_state_are_noticed_though_the_list_tells_them_first(
    at: Bench, elsewhere: PecClient
) -> None:
    box = known(at)
    elsewhere.renew_mailbox(box.id, 1)
    elsewhere.revoke_mailbox(box.id)
    at.clock.advance(60)
    mailboxes.refresh(at.office, Work())
    mailboxes.fetch_details(at.office, [box.id], Work())
    (noticed,) = at.office.outside.of(box.id)
    assert noticed.what["stato"] == ("evasa", "revocata")
    assert noticed.what["data_scadenza"][0] == box.data_scadenza


@pytest.mark.parametrize("fault", [None, Fault.DROP_AFTER])
def test_what_was_done_here_is_no_news(at: Bench, fault: Fault | None) -> None:
    box = known(at)
    at.clock.advance(60)
    if fault:
        at.server.faults.set(fault, "change_space", times=1)
    values = {"space_mode": "ADD", "spazio_disco": 1024}
    with pytest.raises(ApiError) if fault else nullcontext():
        changes.change_space(at.office, box.id, values, Work())
    at.clock.advance(60)
    after = mailboxes.read(at.office, box.id, Work())
    assert after.spazio_disco == box.spazio_disco + 1024
    assert at.office.outside.of(box.id) == []


def test_what_the_provider_does_while_it_processes_is_no_news(at: Bench) -> None:
    box = next(
        stored.mailbox
        for stored in at.office.mailboxes.all()
        if stored.mailbox.state is State.EVASA
    )
    before = known(at)
    processing = before.__class__(id=box.id, casella_pec=box.casella_pec, stato="in_evasione")
    assert mailboxes.outside(at.office, processing, 0, before) == {}


def test_a_history_tells_both_in_their_places_in_time(at: Bench, elsewhere: PecClient) -> None:
    box = known(at)
    more = {"space_mode": "ADD", "spazio_disco": 1024}
    changes.change_space(at.office, box.id, more, Work())
    at.clock.advance(60)
    elsewhere.change_space(box.id, spazio_storico="+2048")
    at.clock.advance(60)
    mailboxes.read(at.office, box.id, Work())
    at.clock.advance(60)
    changes.change_space(at.office, box.id, more, Work())
    events = history.of_mailbox(at.office, box.id, box.casella_pec)
    assert [type(one) for one in events] == [Attempt, OutsideChange, Attempt]
    now = int(at.clock.now)
    assert [history.moment(one) - now for one in events] == [0, -60, -180]
    other = next(one.mailbox.id for one in at.office.mailboxes.all() if one.mailbox.id != box.id)
    assert history.of_mailbox(at.office, other, "other@testcert.legalmail.it") == []
