"""Drafts: whatever a person typed comes back, from the right account."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_support import ACCOUNT, OTHER, Clock, archive

from pec_desktop.store.drafts import Draft, DraftPaper, DraftStore

texts = st.text(st.characters(exclude_categories=["Cs"]))
numbers = st.integers(-(2**63), 2**63 - 1)
plain = st.none() | st.booleans() | numbers | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    plain | texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=8
)
papers = st.builds(DraftPaper, texts, texts, st.sampled_from(["form", "identity", "other"]))
drafts = st.builds(
    Draft,
    account_id=st.just(ACCOUNT.id),
    kind=st.sampled_from(["registration", "activation"]),
    step=texts,
    values=st.dictionaries(texts, values, max_size=6),
    target=texts,
    papers=st.lists(papers, max_size=3),
    ready=st.booleans(),
    problems=st.lists(st.dictionaries(texts, values, max_size=3), max_size=3),
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> DraftStore:
    return DraftStore(archive(tmp_path, clock=clock), ACCOUNT.id)


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> DraftStore:
    return DraftStore(archive(tmp_path_factory.mktemp("drafts")), ACCOUNT.id)


def draft(
    kind: Literal["registration", "activation"] = "registration",
    target: str = "",
    *,
    ready: bool = False,
) -> Draft:
    return Draft(account_id=ACCOUNT.id, kind=kind, target=target, ready=ready)


@settings(max_examples=60, deadline=None)
@given(drafts)
def test_every_draft_comes_back_as_it_was(shared_store: DraftStore, one: Draft) -> None:
    shared_store.save(one)
    assert shared_store.get(one.id) == one
    assert shared_store.for_target(one.kind, one.target) == one
    assert one in shared_store.all()
    shared_store.delete(one.id)
    assert shared_store.get(one.id) is None


def test_each_draft_has_a_name_of_its_own() -> None:
    assert draft().id != draft().id
    assert len(draft().id) == 32


def test_saving_tells_when(store: DraftStore, clock: Clock) -> None:
    one = draft()
    store.save(one)
    began = int(clock.now)
    clock.now += 90.7
    one.values["email"] = "anna.bianchi@example.com"
    store.save(one)
    assert (one.created_at, one.updated_at) == (began, began + 90)
    assert store.all() == [one]


def test_the_one_worked_on_last_comes_first(store: DraftStore, clock: Clock) -> None:
    first, second, third = draft(), draft(), draft()
    for one in (first, second, third):
        store.save(one)
    clock.now += 1
    store.save(first)
    assert [one.id for one in store.all()] == [first.id, third.id, second.id]


def test_a_mailboxs_draft_is_found_by_kind_and_target(store: DraftStore, clock: Clock) -> None:
    wanted = draft(kind="activation", target="box")
    store.save(wanted)
    store.save(draft(kind="activation", target="another"))
    store.save(draft(kind="registration", target="box"))
    assert store.for_target("activation", "box") == wanted
    assert store.for_target("activation", "nothing") is None
    clock.now += 5
    newer = draft(kind="activation", target="box")
    store.save(newer)
    assert store.for_target("activation", "box") == newer


def test_accounts_do_not_share_drafts(tmp_path: Path) -> None:
    database = archive(tmp_path)
    mine, theirs = (DraftStore(database, account.id) for account in (ACCOUNT, OTHER))
    one = draft(target="box")
    mine.save(one)
    assert theirs.all() == []
    assert theirs.get(one.id) is None
    assert theirs.for_target(one.kind, "box") is None
    theirs.delete(one.id)
    assert mine.get(one.id) == one
    with pytest.raises(ValueError, match="another account"):
        theirs.save(one)


def test_deleting_what_is_gone_does_no_harm(store: DraftStore) -> None:
    one = draft()
    store.save(one)
    store.delete(one.id)
    store.delete(one.id)
    assert store.all() == []


# The outbox


def test_a_ready_draft_has_a_place_behind_the_others_as_long_as_it_is_ready(
    store: DraftStore,
) -> None:
    first, second, third = draft(ready=True), draft(), draft(ready=True)
    for one in (first, second, third):
        store.save(one)
    assert [one.place for one in (first, second, third)] == [1, 0, 2]
    first.place = 0  # whoever keeps an older copy does not know
    store.save(first)
    assert first.place == 1
    first.ready = False
    store.save(first)
    assert first.place == 0
    first.ready = True
    store.save(first)
    assert first.place == 3


def test_places_are_those_of_one_account(tmp_path: Path) -> None:
    database = archive(tmp_path)
    mine, theirs = (DraftStore(database, account.id) for account in (ACCOUNT, OTHER))
    for _ in range(3):
        mine.save(draft(ready=True))
    other = Draft(account_id=OTHER.id, kind="registration", ready=True)
    theirs.save(other)
    assert other.place == 1


@given(st.lists(drafts, min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_to_arrange_them_changes_nothing_but_their_places(
    tmp_path_factory: pytest.TempPathFactory, made: list[Draft]
) -> None:
    store = DraftStore(archive(tmp_path_factory.mktemp("archive")), ACCOUNT.id)
    for one in made:
        store.save(one)
    ids = [one.id for one in made][::-1]
    store.arrange([*ids, "gone"])
    for place, key in enumerate(ids, start=1):
        kept = store.get(key)
        before = next(one for one in made if one.id == key)
        assert kept is not None
        assert kept.place == (place if before.ready else 0)
        kept.place = before.place
        assert kept == before
