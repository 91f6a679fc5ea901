"""How long the cache of 5,000 mailboxes takes, on a machine that does nothing else."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec import structs

from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.mailbox import Mailbox, Timestamp, User
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.database import Database, as_json
from pec_desktop.store.mailboxes import ListChange, MailboxStore

COUNT = 5_000
SLACK = 3 if os.environ.get("CI") else 1
"""A CI machine is shared."""
T = TypeVar("T")


def listed(number: int) -> Mailbox:
    return Mailbox(
        id=f"{number:024x}",
        casella_pec=f"casella{number}@testcert.legalmail.it",
        tipo_casella="BRONZE",
        stato="evasa",
        data_scadenza="04/03/2028",
        timestamp=Timestamp(registrazione=1, ultima_modifica=2, evasione=3, scadenza=4),
        owner="studio@example.com",
    )


def detailed(number: int) -> Mailbox:
    return structs.replace(
        listed(number),
        **dict.fromkeys(Mailbox.__struct_fields__[7:31], "Mario Bianchi di Bolzano"),
        multiutenza=(User(nome="Anna"), User(nome="Luca")),
    )


def timed(what: str, function: Callable[[], T]) -> tuple[float, T]:
    """Give the best of five, in milliseconds: the noise of a shared machine only adds."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        result = function()
        best = min(best, (time.perf_counter() - start) * 1000)
    print(f"{what}: {best:.0f} ms")
    return best, result


@pytest.mark.alone
def test_the_cache_of_5000_mailboxes_is_quick(tmp_path: Path) -> None:
    database = Database(tmp_path / "archive.sqlite")
    database.open()
    AccountStore(database).save(Account(id="a", name="Studio", environment=Environment.PRACTICE))
    store = MailboxStore(database, "a")
    rows = [listed(number) for number in range(COUNT)]
    first, _ = timed(
        "5,000 rows taken over, the first time new", lambda: store.replace_list(rows, 1)
    )
    with database.transaction() as connection:
        connection.executemany(
            "UPDATE mailboxes SET details = ?, details_modified = 2, details_at = 3 WHERE id = ?",
            ((as_json(detailed(number)), listed(number).id) for number in range(COUNT)),
        )
    unchanged, change = timed("5,000 rows unchanged", lambda: store.replace_list(rows, 2))
    assert change == ListChange()
    reading, everything = timed("5,000 mailboxes with details read", store.all)
    assert len(everything) == COUNT
    wanted, none = timed("without_details", store.without_details)
    assert none == []
    check, sound = timed("quick_check", database.quick_check)
    assert sound
    assert first < 300 * SLACK
    assert unchanged < 300 * SLACK
    assert reading < 150 * SLACK
    assert wanted < 150 * SLACK
    assert check < 1_000
