"""A batch that is killed again and again is done once: the vendor's ledger is the judge.

Forty rows and ten kills each time; BATCH_ROWS, BATCH_KILLS and BATCH_SEED make it longer, or the
same again. The table of a long run stands in ``docs/measurements.md``.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest
from kill_support import LEDGER, ShakyServer, registrations, results, work_through, write

from pec_desktop.api.client import PecClient
from pec_desktop.domain.mailbox import LEGALMAIL, Mailbox, State

pytestmark = pytest.mark.timeout(3600)

ROWS = int(os.environ.get("BATCH_ROWS", "40"))
KILLS = int(os.environ.get("BATCH_KILLS", "10"))
SEED = int(os.environ.get("BATCH_SEED", str(random.SystemRandom().randrange(1_000_000))))

ASKED: dict[str, dict[str, object]] = {
    "renew": {"anni": "1"},
    "space": {"spazio_disco": "+1024"},
    "user": {
        "nome": "Mario",
        "cognome": "Rossi",
        "descrizione": "prova",
        "email_gestione_password": "utente@example.com",
    },
}
"""What each row asks for, besides its mailbox."""


def active(server: ShakyServer) -> list[Mailbox]:
    """The active mailboxes that anything can be done with, with their details."""
    with PecClient(server.url, server.token) as client:
        listed = [
            one
            for one in client.list_mailboxes()
            if one.state is State.EVASA and one.type in LEGALMAIL
        ]
        return [client.get_mailbox(one.id) for one in listed[:ROWS]]


@pytest.mark.parametrize("what", list(LEDGER))
def test_each_row_is_paid_once_whenever_the_process_is_killed(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(f"{SEED} {what}")
    server = ShakyServer(what, random.Random(f"{SEED} latency"), 0 if what == "register" else 2000)
    with server:
        server.credit = server.credit * 1000 + 1_000_000
        before = [] if what == "register" else active(server)
        if what == "register":
            columns, rows = registrations(ROWS)
        else:
            assert len(before) == ROWS, "the server has too few active mailboxes"
            rows = [{"id": box.id, **ASKED[what]} for box in before]
            columns = tuple(rows[0])
        file = write(tmp_path / f"{what}.csv", columns, rows)
        seen = work_through(server, what, file, tmp_path / "profile", KILLS, chance)
        charges = Counter(
            charge.target for charge in server.ledger if charge.operation == LEDGER[what]
        )
        after = {box.id: box for box in active(server)} if before else {}
    with capsys.disabled():
        kills = ", ".join(f"{count} {where}" for where, count in sorted(seen.kills.items()))
        print(f"\n{what}: {ROWS} rows, killed {kills}; {seen.runs} runs, seed {SEED}, ", end="")
        print(f"{charges.total()} charges")
    assert set(charges.values()) == {1}, f"seed {SEED}: paid twice: {charges.most_common(3)}"
    assert len(charges) == ROWS
    told = results(file)
    assert [line["outcome"] for line in told] == ["confirmed"] * ROWS
    assert all(line["id"] for line in told)
    for box in before:
        assert grown(what, box, after[box.id]) == 1


def grown(what: str, before: Mailbox, after: Mailbox) -> int:
    """How many times a mailbox has got what the table asks for."""
    match what:
        case "renew":
            assert before.expiry is not None
            assert after.expiry is not None
            return after.expiry.year - before.expiry.year
        case "space":
            return (after.spazio_disco - before.spazio_disco) // 1024
        case _:
            return len(after.multiutenza) - len(before.multiutenza)
