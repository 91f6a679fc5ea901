"""The cache of communications: lists and details taken over, late answers not."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from store_support import ACCOUNT, OTHER, archive

from pec_desktop.domain.communication import Communication
from pec_desktop.store.communications import CommunicationStore
from pec_desktop.store.mailboxes import ListChange


@pytest.fixture
def store(tmp_path: Path) -> CommunicationStore:
    return CommunicationStore(archive(tmp_path), ACCOUNT.id)


def row(number: int, moved: int | None = 100, stato: str = "codice_in_richiesta") -> Communication:
    return Communication(
        id=f"c{number}",
        casella_pec=f"box{number}@pec.it",
        stato=stato,
        timestamp=moved,
        owner="studio@example.com",
    )


def details(number: int, moved: int | None = 100, **fields: object) -> Communication:
    known: dict[str, object] = {"ragione_sociale": "Rossi srl", "extra": {"nuovo": 1}}
    return structs.replace(row(number, moved), **known | fields)


def test_a_list_is_told_as_a_difference(store: CommunicationStore) -> None:
    assert store.replace_list([row(1), row(2), row(3)], 10) == ListChange(added=("c1", "c2", "c3"))
    assert store.replace_list([row(1), row(2), row(3)], 20) == ListChange()
    moved = row(2, 200, "in_attesa_di_documenti")
    change = store.replace_list([row(1), moved, row(4)], 30)
    assert change == ListChange(added=("c4",), changed=("c2",), missing=("c3",))
    assert [(one.communication, one.listed, one.first_seen) for one in store.all()] == [
        (row(4), True, 30),
        (row(3), False, 10),
        (moved, True, 10),
        (row(1), True, 10),
    ]
    assert store.replace_list([row(1), moved, row(3), row(4)], 40) == ListChange(changed=("c3",))


def test_details_stay_below_the_fresher_list(store: CommunicationStore) -> None:
    store.save_details(details(1), 10)
    assert store.all()[0].communication == details(1)
    store.replace_list([row(1, 200, "comunicazione_evasa")], 20)
    (stored,) = store.all()
    assert stored.communication == details(1, 200, stato="comunicazione_evasa")
    assert (stored.details_at, store.without_details()) == (10, ["c1"])
    store.save_details(details(1, 200, stato="comunicazione_evasa", comune="Roma"), 30)
    assert store.without_details() == []
    found = store.get("c1")
    assert found is not None
    assert (found.communication.comune, found.first_seen) == ("Roma", 10)


def test_an_answer_that_was_overtaken_is_not_taken(store: CommunicationStore) -> None:
    store.save_details(details(1, 200, stato="documenti_caricati"), 10)
    assert store.replace_list([row(1, 100)], 20) == ListChange()
    store.save_details(details(1, 100, ragione_sociale="Alt"), 30)
    assert store.all()[0].communication == details(1, 200, stato="documenti_caricati")


def test_only_some_may_be_asked_for(store: CommunicationStore) -> None:
    store.replace_list([row(1), row(2), row(3)], 10)
    store.save_details(details(2), 20)
    assert store.without_details() == ["c1", "c3"]
    assert store.without_details(["c2", "c3"]) == ["c3"]
    store.replace_list([row(2), row(3)], 30)
    assert store.without_details() == ["c3"]


def test_whom_it_was_for_is_remembered(store: CommunicationStore) -> None:
    store.save_details(details(1), 10)
    store.save_details(details(2), 10)
    assert [one.administrator for one in store.all()] == [None, None]
    store.set_administrator("c1", administrator=True)
    store.set_administrator("c2", administrator=False)
    store.replace_list([row(1, 300), row(2, 300)], 20)
    store.save_details(details(1, 400), 30)
    known = {one.communication.id: one.administrator for one in store.all()}
    assert known == {"c1": True, "c2": False}


def test_accounts_do_not_see_each_other(tmp_path: Path) -> None:
    database = archive(tmp_path)
    CommunicationStore(database, ACCOUNT.id).replace_list([row(1)], 10)
    other = CommunicationStore(database, OTHER.id)
    assert (other.all(), other.get("c1"), other.without_details()) == ([], None, [])
    assert other.replace_list([row(1)], 20) == ListChange(added=("c1",))
