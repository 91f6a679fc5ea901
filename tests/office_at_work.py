"""An office that never rests, as a process: `python office_at_work.py PROFILE URL TOKEN`.

Several threads pay, type, drop papers, refresh and back up at once, without a rest, until they are
killed. It prints a line once all of them have begun.
"""

from __future__ import annotations

import itertools
import random
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from office_support import STUDIO

from pec_desktop.credentials.vault import MemoryVault
from pec_desktop.domain.account import Account, Environment
from pec_desktop.errors import PecDesktopError
from pec_desktop.paths import Paths
from pec_desktop.services import changes, drafts, mailboxes, papers, registration, upkeep
from pec_desktop.services.office import Connection, Office
from pec_desktop.settings import Settings
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore
from pec_desktop.work import Work

numbers = itertools.count(1)
never = threading.Event()


def register(office: Office) -> None:
    """Register a mailbox."""
    address = f"nuova{next(numbers)}@testcert.legalmail.it"
    draft = drafts.new_registration(office, {**STUDIO, "casella_pec": address})
    registration.register(office, drafts.save(office, draft).id, Work())


def renew(office: Office) -> None:
    """Renew one of the mailboxes that are there."""
    active = [one.mailbox for one in office.mailboxes.all() if one.mailbox.stato == "evasa"]
    if active:
        changes.renew(office, random.choice(active).id, 1, Work())


def type_words(office: Office) -> None:
    """Write a draft letter by letter, and now and then throw one away."""
    draft = drafts.new_registration(office, {"denominazione_titolare": ""})
    for letter in "Bianchi & Figli S.n.c.":
        draft.values["denominazione_titolare"] = f"{draft.values['denominazione_titolare']}{letter}"
        drafts.save(office, draft)
        never.wait(random.random() * 0.02)  # or the others have no turn at the archive
    if random.random() < 0.8:
        drafts.delete(office, draft.id)


def drop_papers(office: Office) -> None:
    """Drop a paper on a mailbox, sometimes take it away again."""
    known = office.mailboxes.all()
    if not known:
        return
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder) / f"modulo {next(numbers)}.pdf"
        paper.write_bytes(b"%PDF-1.4\n" + random.randbytes(random.choice((100, 50_000, 400_000))))
        draft = papers.take_papers(office, random.choice(known).mailbox.id, [paper], Work())
    if draft.papers and random.random() < 0.5:
        papers.remove_paper(office, draft.id, draft.papers[0].sha256, Work())


def refresh(office: Office) -> None:
    """Read the whole list."""
    mailboxes.refresh(office, Work())
    never.wait(0.05)


def look_after(office: Office, settings: Settings) -> None:
    """Back up, tidy up, write the settings."""
    upkeep.make_backup(office.database)
    office.files.remove_unused(older_than=15)  # time to put on a draft what was just taken
    settings.table_header = "x" * random.randint(0, 5_000)
    settings.save()


def main(profile: Path, url: str, token: str) -> None:
    paths = Paths(profile)
    database = Database(paths.archive)
    database.open()
    account = Account(id="office", name="", environment=Environment.CUSTOM, base_url=url)
    connection = Connection(base_url=url, token=token)
    office = Office(account, database, FileStore(paths.files, database), MemoryVault(), connection)
    settings = Settings(paths.settings)
    jobs: list[Callable[[], None]] = [
        *(lambda: register(office), lambda: register(office)),
        *(lambda: renew(office), lambda: renew(office), lambda: renew(office)),
        *(lambda: type_words(office), lambda: drop_papers(office), lambda: refresh(office)),
        lambda: look_after(office, settings),
    ]
    begun = threading.Barrier(len(jobs) + 1)
    for job in jobs:
        threading.Thread(target=work_on, args=(job, begun), daemon=True).start()
    begun.wait()
    print("AT WORK", flush=True)
    never.wait()


def work_on(job: Callable[[], None], begun: threading.Barrier) -> None:
    """Do the same thing for ever; a refusal is no reason to stop."""
    for turn in itertools.count():
        try:
            job()
        except PecDesktopError as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        if turn == 0:
            begun.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
