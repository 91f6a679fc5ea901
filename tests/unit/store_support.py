"""What the tests of the store share: an archive with an account, invented mailboxes, children."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.mailbox import Mailbox, Timestamp
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.database import Database

ACCOUNT = Account(id="office", name="Studio", environment=Environment.PRACTICE)
OTHER = Account(id="other", name="Prova", environment=Environment.SANDBOX)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self, now: float = 1_800_000_000) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def archive(folder: Path, **options: Any) -> Database:
    """Give an opened archive that knows both accounts."""
    database = Database(folder / "archive.sqlite", **options)
    database.open()
    for account in (ACCOUNT, OTHER):
        AccountStore(database).save(account)
    return database


def row(number: int, modified: int | None = 100, **fields: Any) -> Mailbox:
    """Give what the list says of mailbox `number`."""
    return Mailbox(
        id=f"{number:024x}",
        casella_pec=f"casella{number}@testcert.legalmail.it",
        **{"tipo_casella": "BRONZE", "stato": "registrata", "owner": "studio@example.com"} | fields,
        timestamp=Timestamp(registrazione=50, ultima_modifica=modified),
    )


def python(code: str, *arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `code` in an interpreter of its own, to the end."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60, **options
    )


@contextmanager
def running(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Run `code` in an interpreter of its own beside the body, and kill it at its end."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def said(child: subprocess.Popen[str]) -> str:
    """Wait for the next line that a child prints."""
    assert child.stdout is not None
    return child.stdout.readline().strip()
