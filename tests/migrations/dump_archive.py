"""Write the archive of today's version as SQL text: `python tests/migrations/dump_archive.py`.

Run once when a version is released; the file then stays as it is, to stand for the archives that
people have. Text, so that it can be read and compared.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.communication import Communication
from pec_desktop.domain.evidence import Evidence, Expenses, Verdict
from pec_desktop.domain.mailbox import Mailbox, Timestamp, User
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.attempts import AttemptStore, Outcome
from pec_desktop.store.batches import Batch, BatchRow, BatchStore
from pec_desktop.store.communications import CommunicationStore
from pec_desktop.store.database import Database
from pec_desktop.store.drafts import Draft, DraftPaper, DraftStore
from pec_desktop.store.files import FileStore
from pec_desktop.store.mailboxes import MailboxStore
from pec_desktop.store.migrations import MIGRATIONS
from pec_desktop.store.outside import OutsideStore
from pec_desktop.store.papers import PaperStore

FOLDER = Path(__file__).parent


def fill(database: Database, files: Path) -> None:
    """Put one of everything into an opened archive."""
    account = Account(id="a1", name="Studio Bianchi", environment=Environment.SANDBOX)
    AccountStore(database).save(account)
    mailboxes = MailboxStore(database, account.id)
    row = Mailbox(
        id="m1",
        casella_pec="bianchi@testcert.legalmail.it",
        tipo_casella="BRONZE",
        stato="evasa",
        data_scadenza="04/03/2028",
        timestamp=Timestamp(registrazione=1, ultima_modifica=5, scadenza=9),
        owner="studio@example.com",
        extra={"nuovo": [1, "perché no"]},
    )
    mailboxes.replace_list(
        [row, Mailbox(id="m2", casella_pec="sparita@example.com")], 1_800_000_000
    )
    mailboxes.save_details(
        Mailbox(
            id="m1",
            casella_pec=row.casella_pec,
            timestamp=row.timestamp,
            denominazione_titolare="Bianchi srl",
            spazio_disco=5120,
            multiutenza=(User(nome="Anna"),),
        ),
        1_800_000_010,
    )
    mailboxes.replace_list([row], 1_800_000_020)
    mailboxes.set_note("m1", "telefonare a marzo")
    paper = FileStore(files, database).put(b"%PDF-1.7 modulo", "modulo.pdf")
    PaperStore(database, account.id).keep("m1", "form", [paper.sha256], 1_800_000_025)
    DraftStore(database, account.id).save(
        Draft(
            id="d1",
            account_id=account.id,
            kind="activation",
            step="papers",
            values={"single": True},
            target="m1",
            papers=[DraftPaper(paper.sha256, paper.name, "form")],
            problems=[{"field": "documenti", "key": "paper.empty", "details": {}}],
        )
    )
    communications = CommunicationStore(database, account.id)
    entry = Communication(
        id="c1",
        casella_pec=row.casella_pec,
        stato="in_attesa_di_documenti",
        timestamp=7,
        ragione_sociale="Bianchi srl",
    )
    communications.save_details(entry, 1_800_000_027)
    communications.set_administrator("c1", administrator=True)
    journal = AttemptStore(database, account.id)
    number = journal.begin("register_mailbox", "", row.casella_pec, "d", {"listed": False}, "11.00")
    journal.finish(number, Outcome.CONFIRMED, reference="m1", amount="11.50")
    renewal = {"anni": 2, "lapsed": False}
    journal.begin("renew_mailbox", "m1", row.casella_pec, "d", {"scadenza": 9}, None, asked=renewal)
    number = journal.begin("add_user", "m1", row.casella_pec, "d", {"multiutenza": []}, "5.00")
    journal.finish(number, Outcome.UNKNOWN)
    journal.note(
        number,
        Evidence(
            at=1_800_000_028,
            verdict=Verdict.DID_NOT_HAPPEN,
            now={"multiutenza": [], "alike": []},
            expenses=Expenses(("9.00",)),
            absent_since=1_800_000_026,
            newest=number,
        ),
    )

    batch = Batch(
        operation="renew_mailbox",
        digest="d",
        name="rinnovi.csv",
        rows=(BatchRow(2, {"id": "m1", "anni": "1"}),),
        id="b1",
    )
    BatchStore(database, account.id).add(batch)
    OutsideStore(database, account.id).note("m1", {"spazio_disco": (4096, 5120)})


def dump(database: Database) -> str:
    """Give an archive as SQL text, its version and mark included."""
    with database.connect() as connection:
        pragmas = []
        for name in ("application_id", "user_version"):
            (value,) = connection.execute(f"PRAGMA {name}").fetchone()
            pragmas.append(f"PRAGMA {name} = {value};")
        return "\n".join([*pragmas, *connection.iterdump(), ""])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        database = Database(Path(name) / "archive.sqlite", clock=lambda: 1_800_000_030)
        database.run = "0" * 32
        database.open()
        fill(database, Path(name) / "files")
        text = dump(database)
    (FOLDER / f"archive_v{len(MIGRATIONS)}.sql").write_text(text, encoding="utf-8")
