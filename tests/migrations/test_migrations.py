"""Every archive ever released still opens, with all that is in it."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.evidence import Expenses, Verdict
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.attempts import AttemptStore, Outcome
from pec_desktop.store.batches import BatchRow, BatchStore
from pec_desktop.store.communications import CommunicationStore
from pec_desktop.store.database import Database
from pec_desktop.store.drafts import DraftPaper, DraftStore
from pec_desktop.store.mailboxes import MailboxStore
from pec_desktop.store.migrations import MIGRATIONS
from pec_desktop.store.outside import OutsideStore
from pec_desktop.store.papers import KeptPaper, PaperStore

FOLDER = Path(__file__).parent
VERSIONS = range(1, len(MIGRATIONS) + 1)
FROZEN = ("8d3822d2", "b1035cb7", "dc798a2b", "93602897", "07250574")
"""The first letters of each version's SHA-256: what is released is never changed."""


def restored(folder: Path, version: int) -> Database:
    """Make an archive of `version` from its stored text."""
    path = folder / "archive.sqlite"
    text = (FOLDER / f"archive_v{version}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(text)
    return Database(path)


@pytest.mark.parametrize("version", VERSIONS)
def test_an_archive_of_every_version_opens_with_all_that_is_in_it(
    tmp_path: Path, version: int
) -> None:
    database = restored(tmp_path, version)
    opened = database.open()
    assert not opened.created
    assert opened.migrated_from == (version if version < len(MIGRATIONS) else None)
    assert database.quick_check()

    (account,) = AccountStore(database).all()
    assert account == Account(id="a1", name="Studio Bianchi", environment=Environment.SANDBOX)

    mailboxes = MailboxStore(database, "a1")
    first, second = mailboxes.all()
    assert (first.mailbox.id, first.listed, first.note) == ("m1", True, "telefonare a marzo")
    assert (first.first_seen, first.details_at) == (1_800_000_000, 1_800_000_010)
    assert (first.mailbox.stato, first.mailbox.holder) == ("evasa", "Bianchi srl")
    assert (first.mailbox.spazio_disco, first.mailbox.multiutenza[0].nome) == (5120, "Anna")
    assert first.mailbox.extra == {"nuovo": [1, "perché no"]}
    assert (second.mailbox.casella_pec, second.listed) == ("sparita@example.com", False)
    assert mailboxes.listed_at() == 1_800_000_020
    assert mailboxes.without_details() == []

    (draft,) = DraftStore(database, "a1").all()
    digest = hashlib.sha256(b"%PDF-1.7 modulo").hexdigest()
    assert draft.papers == [DraftPaper(digest, "modulo.pdf", "form")]
    assert (draft.target, draft.step, draft.values) == ("m1", "papers", {"single": True})
    assert draft.problems == [{"field": "documenti", "key": "paper.empty", "details": {}}]

    assert PaperStore(database, "a1").kept("m1", "form") == [
        KeptPaper("form", digest, 1_800_000_025)
    ]

    communications = CommunicationStore(database, "a1").all()
    assert len(communications) == (1 if version >= 2 else 0)
    for entry in communications:
        assert (entry.communication.ragione_sociale, entry.administrator) == ("Bianchi srl", True)
        assert (entry.listed, entry.details_at) == (True, 1_800_000_027)

    journal = AttemptStore(database, "a1")
    assert journal.interrupt_pending() == 1
    *users, renewal, registration = journal.all()
    assert renewal.asked == ({"anni": 2, "lapsed": False} if version >= 3 else {})
    assert len(users) == (1 if version >= 3 else 0)
    for user in users:
        assert (user.outcome, user.amount) == (Outcome.UNKNOWN, "5.00")
        assert user.evidence is not None
        assert (user.evidence.verdict, user.evidence.absent_since) == (
            Verdict.DID_NOT_HAPPEN,
            1_800_000_026,
        )
        assert user.evidence.expenses == Expenses(("9.00",))
        assert user.evidence.now == {"multiutenza": [], "alike": []}
    assert (renewal.outcome, renewal.before) == (Outcome.UNKNOWN, {"scadenza": 9})
    assert (registration.outcome, registration.amount) == (Outcome.CONFIRMED, "11.50")
    assert registration.label == "bianchi@testcert.legalmail.it"
    batches = BatchStore(database, "a1").unfinished()
    assert len(batches) == (1 if version >= 4 else 0)
    for batch in batches:
        assert (batch.id, batch.name, batch.anew) == ("b1", "rinnovi.csv", False)
        assert batch.rows == (BatchRow(2, {"id": "m1", "anni": "1"}),)
    noticed = OutsideStore(database, "a1").of("m1")
    assert len(noticed) == (1 if version >= 5 else 0)
    for change in noticed:
        assert (change.at, change.what) == (1_800_000_030, {"spazio_disco": (4096, 5120)})
    with database.connect() as connection:
        names = connection.execute("SELECT name, size FROM files").fetchall()
    assert names == [("modulo.pdf", 15)]


def schema(database: Database) -> set[str]:
    """Give what the archive is made of, whatever the layout of the statements."""
    with database.connect() as connection:
        statements = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {" ".join(statement.split()) for (statement,) in statements}


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_archive_ends_up_like_a_new_one(tmp_path: Path, version: int) -> None:
    old = restored(tmp_path, version)
    old.open()
    new = Database(tmp_path / "new.sqlite")
    new.open()
    assert schema(old) == schema(new)


def test_released_versions_do_not_change() -> None:
    digests = [hashlib.sha256("\0".join(steps).encode()).hexdigest() for steps in MIGRATIONS]
    assert tuple(digest[:8] for digest in digests) == FROZEN
