"""The cache of mailboxes: lists and details taken over, late answers not, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from store_support import ACCOUNT, OTHER, archive, row

from pec_desktop.domain.mailbox import Mailbox, Timestamp, User
from pec_desktop.store.mailboxes import ListChange, MailboxStore


@pytest.fixture
def store(tmp_path: Path) -> MailboxStore:
    return MailboxStore(archive(tmp_path), ACCOUNT.id)


def details(number: int, modified: int | None = 100, **fields: object) -> Mailbox:
    known = {"denominazione_titolare": "Rossi srl", "spazio_disco": 5120, "autorinnovo": True}
    known |= {"multiutenza": (User(nome="Anna", extra={"x": 1}),), "callback": {"url": "u"}}
    return structs.replace(row(number, modified), **known | fields)


def ids(*numbers: int) -> tuple[str, ...]:
    return tuple(row(number).id for number in numbers)


def test_a_list_is_told_as_a_difference(store: MailboxStore) -> None:
    assert store.listed_at() is None
    assert store.replace_list([row(1), row(2), row(3)], 10) == ListChange(added=ids(1, 2, 3))
    assert store.replace_list([row(1), row(2), row(3)], 20) == ListChange()
    moved = row(2, 200, stato="evasa", data_scadenza="01/02/2028")
    change = store.replace_list([row(1), moved, row(4)], 30)
    assert change == ListChange(added=ids(4), changed=ids(2), missing=ids(3))
    assert store.replace_list([row(1), moved, row(4)], 40) == ListChange()
    assert store.listed_at() == 40
    assert [(m.mailbox, m.listed, m.first_seen) for m in store.all()] == [
        (row(1), True, 10),
        (moved, True, 10),
        (row(3), False, 10),
        (row(4), True, 30),
    ]


def test_a_mailbox_that_comes_back_is_a_change(store: MailboxStore) -> None:
    store.replace_list([row(1)], 10)
    store.set_note(row(1).id, "chiamare a marzo")
    assert store.replace_list([], 20) == ListChange(missing=ids(1))
    assert store.replace_list([], 30) == ListChange()
    assert store.replace_list([row(1)], 40) == ListChange(changed=ids(1))
    (stored,) = store.all()
    assert (stored.listed, stored.note, stored.first_seen) == (True, "chiamare a marzo", 10)


def test_the_lists_row_lies_over_the_details(store: MailboxStore) -> None:
    store.replace_list([row(1)], 10)
    store.save_details(details(1), 11)
    assert store.get(row(1).id) == store.all()[0]
    assert store.all()[0].mailbox == details(1)
    assert store.all()[0].details_at == 11
    newer = row(1, 200, stato="evasa", data_scadenza="01/02/2028", tipo_casella="GOLD")
    assert store.replace_list([newer], 20).changed == ids(1)
    merged = store.all()[0].mailbox
    assert merged == details(1, 200, stato="evasa", data_scadenza="01/02/2028", tipo_casella="GOLD")
    assert merged.holder == "Rossi srl"


def test_details_are_wanted_when_unknown_or_older_than_the_list(store: MailboxStore) -> None:
    store.replace_list([row(1), row(2), row(3)], 10)
    assert store.without_details() == list(ids(1, 2, 3))
    assert store.without_details(ids(3, 1, 9)) == list(ids(1, 3))
    assert store.without_details([]) == []
    store.save_details(details(2), 11)
    store.save_details(details(3), 11)
    assert store.without_details() == list(ids(1))
    store.replace_list([row(2, 200), row(3)], 20)
    assert store.without_details() == list(ids(2)), "1 is no longer listed, 3 has not moved"
    store.save_details(details(2, 200), 21)
    assert store.without_details() == []


def test_a_lists_late_answer_changes_nothing(store: MailboxStore) -> None:
    store.replace_list([row(1, 100)], 10)
    sent = details(1, 300, stato="in_evasione")
    store.save_details(sent, 12)
    assert store.replace_list([row(1, 100)], 13) == ListChange()
    assert store.all()[0].mailbox == sent
    assert store.replace_list([row(1, 300, stato="in_evasione")], 14) == ListChange()
    assert store.replace_list([row(1, 400, stato="evasa")], 15) == ListChange(changed=ids(1))


def test_late_details_stay_wanted(store: MailboxStore) -> None:
    store.replace_list([row(1, 200, stato="evasa")], 10)
    store.save_details(details(1, 100), 11)
    assert store.all()[0].mailbox.stato == "evasa"
    assert store.all()[0].mailbox.holder == "Rossi srl"
    assert store.without_details() == list(ids(1))
    store.save_details(details(1, 200, stato="evasa", spazio_disco=9), 12)
    store.save_details(details(1, 150, stato="evasa", spazio_disco=1), 13)
    assert store.all()[0].mailbox.spazio_disco == 9
    assert store.without_details() == []


def test_a_registration_is_there_before_any_list_has_it(store: MailboxStore) -> None:
    store.save_details(details(1), 5)
    (stored,) = store.all()
    assert (stored.mailbox, stored.listed, stored.first_seen) == (details(1), True, 5)
    assert store.replace_list([row(1)], 6) == ListChange()


def test_without_moments_the_last_word_counts(store: MailboxStore) -> None:
    store.replace_list([row(1, None)], 1)
    store.save_details(details(1, None, stato="evasa"), 2)
    assert store.all()[0].mailbox.stato == "evasa"
    assert store.replace_list([row(1, None)], 3).changed == ids(1)
    assert store.all()[0].mailbox.stato == "registrata"


def test_what_the_vendor_adds_is_kept(store: MailboxStore) -> None:
    new = structs.replace(row(1), stato="sospesa", extra={"priority": [1, {"a": None}]})
    store.replace_list([new], 1)
    store.save_details(structs.replace(details(1, stato="sospesa"), extra={"colour": "red"}), 2)
    store.replace_list([new], 3)
    merged = store.all()[0].mailbox
    assert merged.extra == {"colour": "red", "priority": [1, {"a": None}]}
    assert merged.stato == "sospesa"


def test_a_list_with_the_same_mailbox_twice(store: MailboxStore) -> None:
    assert store.replace_list([row(1), row(1, 200)], 1) == ListChange(added=ids(1))
    assert store.all()[0].mailbox == row(1, 200)


def test_a_note_needs_its_mailbox(store: MailboxStore) -> None:
    with pytest.raises(KeyError):
        store.set_note("nobody", "x")
    assert store.get("nobody") is None


def test_accounts_do_not_see_each_others_mailboxes(tmp_path: Path) -> None:
    database = archive(tmp_path)
    first, second = (MailboxStore(database, account.id) for account in (ACCOUNT, OTHER))
    first.replace_list([row(1)], 1)
    second.replace_list([row(1, stato="evasa")], 2)
    second.set_note(row(1).id, "mine")
    assert first.replace_list([], 3).missing == ids(1)
    assert [(m.note, m.listed) for m in first.all()] == [("", False)]
    assert [(m.note, m.listed) for m in second.all()] == [("mine", True)]
    assert (first.listed_at(), second.listed_at()) == (3, 2)


rows = st.dictionaries(
    st.integers(0, 6), st.tuples(st.integers(1, 4), st.sampled_from(["registrata", "evasa"]))
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(rows, max_size=5))
def test_any_sequence_of_lists_agrees_with_a_model(
    tmp_path_factory: pytest.TempPathFactory, lists: list[dict[int, tuple[int, str]]]
) -> None:
    store = MailboxStore(archive(tmp_path_factory.mktemp("lists")), ACCOUNT.id)
    model: dict[int, tuple[int, str, bool]] = {}
    for at, news in enumerate(lists):
        before = dict(model)
        for number in model:
            model[number] = (*model[number][:2], number in news)
        for number, (modified, state) in news.items():
            old = model.get(number)
            if old is None or modified >= old[0]:
                model[number] = (modified, state, True)
        change = store.replace_list([row(n, m, stato=s) for n, (m, s) in news.items()], at)
        assert set(change.added) == set(ids(*(model.keys() - before.keys())))
        assert set(change.missing) == set(ids(*(n for n in before if before[n][2] > model[n][2])))
        moved = (n for n in before if n in news and before[n] != model[n])
        assert set(change.changed) == set(ids(*moved))
    found = {m.mailbox.id: (stamp(m.mailbox), m.mailbox.stato, m.listed) for m in store.all()}
    assert found == {ids(number)[0]: value for number, value in model.items()}


def stamp(mailbox: Mailbox) -> int | None:
    moment: Timestamp = mailbox.timestamp
    return moment.ultima_modifica
