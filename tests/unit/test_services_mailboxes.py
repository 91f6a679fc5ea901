"""The list and the details: from the vendor into the cache, offline from the cache."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from office_support import Bench, bench

from pec_desktop.errors import ApiError, Cancelled, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import mailboxes
from pec_desktop.work import Work


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path, empty=False) as opened:
        yield opened


def test_the_list_is_read_once_and_there_offline_afterwards(at: Bench) -> None:
    change = mailboxes.refresh(at.office, Work())
    assert len(change.added) > 10
    at.office.connection = None
    listed = mailboxes.cached(at.office)
    assert [one.mailbox.id for one in listed] == list(change.added)
    assert all(one.listed and one.details_at is None for one in listed)
    assert at.office.mailboxes.listed_at() == at.office.now()
    with pytest.raises(Refusal, match=r"office\.not_connected"):
        mailboxes.refresh(at.office, Work())


def test_an_empty_account_is_an_empty_list(tmp_path: Path) -> None:
    with bench(tmp_path) as at:
        change = mailboxes.refresh(at.office, Work())
        assert (change.added, mailboxes.cached(at.office)) == ((), [])


def test_details_are_asked_for_once_until_the_mailbox_changes(at: Bench) -> None:
    mailboxes.refresh(at.office, Work())
    wanted = mailboxes.wanted_details(at.office)
    reports: list[tuple[int, int]] = []
    few = mailboxes.fetch_details(
        at.office, wanted[:3], Work(lambda done, total: reports.append((done, total)))
    )
    assert [one.mailbox.id for one in few] == wanted[:3]
    assert all(one.mailbox.holder for one in few)
    assert reports == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert mailboxes.wanted_details(at.office) == wanted[3:]

    assert len(mailboxes.fetch_details(at.office, wanted[:4], Work())) == 4
    assert at.seen("get_mailbox") == 4

    active = next(one.mailbox for one in few if one.mailbox.stato == "evasa")
    at.server.credit = Decimal("1000.00")
    at.clock.advance(60)
    at.office.client().renew_mailbox(active.id)
    mailboxes.refresh(at.office, Work())
    assert mailboxes.wanted_details(at.office).count(active.id) == 1


def test_one_mailbox_that_cannot_be_read_does_not_stop_the_rest(at: Bench) -> None:
    mailboxes.refresh(at.office, Work())
    first, second = mailboxes.wanted_details(at.office)[:2]
    at.server.faults.set(Fault.HTML_200, "get_mailbox")
    read = mailboxes.fetch_details(at.office, [first, second, "f" * 24], Work())
    assert [(one.mailbox.id, one.details_at is not None) for one in read] == [
        (first, False),
        (second, True),
    ]


def test_a_mailbox_that_is_gone_does_not_stop_the_rest(at: Bench) -> None:
    mailboxes.refresh(at.office, Work())
    first = mailboxes.wanted_details(at.office)[0]
    at.server._state.mailboxes.pop(first)
    rest = mailboxes.wanted_details(at.office)[1:3]
    read = mailboxes.fetch_details(at.office, [first, *rest], Work())
    assert [one.details_at is not None for one in read] == [False, True, True]

    change = mailboxes.refresh(at.office, Work())
    assert change.missing == (first,)
    stored = at.office.mailboxes.get(first)
    assert stored is not None
    assert not stored.listed


def test_a_refused_token_stops_at_once(at: Bench) -> None:
    mailboxes.refresh(at.office, Work())
    at.server.faults.set(Fault.STATUS_401, "get_mailbox", times=None)
    with pytest.raises(ApiError) as refused:
        mailboxes.fetch_details(at.office, mailboxes.wanted_details(at.office)[:5], Work())
    assert refused.value.kind is ErrorKind.AUTH
    assert at.seen("get_mailbox") == 1


def test_stopping_between_two_mailboxes_keeps_what_was_read(at: Bench) -> None:
    mailboxes.refresh(at.office, Work())
    wanted = mailboxes.wanted_details(at.office)
    work = Work(lambda done, _total: work.cancel() if done == 2 else None)
    with pytest.raises(Cancelled):
        mailboxes.fetch_details(at.office, wanted[:5], work)
    assert at.seen("get_mailbox") == 2
    assert mailboxes.wanted_details(at.office) == wanted[2:]


def test_a_note_stays_when_the_list_is_read_again(at: Bench) -> None:
    mailboxes.refresh(at.office, Work())
    first = mailboxes.cached(at.office)[0].mailbox.id
    mailboxes.set_note(at.office, first, "call on Monday")
    mailboxes.refresh(at.office, Work())
    stored = at.office.mailboxes.get(first)
    assert stored is not None
    assert stored.note == "call on Monday"
