"""The power test: an office at work is stopped at random instants and its profile copied.

A copy of a stopped process's files is what a power cut leaves, as far as the process is concerned.
Each copy must open as if nothing had happened, be sound throughout, hold whatever it promises, and
have a row in its journal for every write that the server has ever seen.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.paths import Paths
from pec_desktop.practice import Fault, PracticeServer
from pec_desktop.store import backups
from pec_desktop.store.database import Database
from pec_desktop.store.drafts import papers_in_use
from pec_desktop.store.files import FileStore

TESTS = Path(__file__).parent
TOKEN = "0ff1ce" * 4
WRITES = {name for name, row in ENDPOINTS.items() if row.effect is not Effect.READ}


@dataclass
class Figures:
    """What was seen in all copies together."""

    copies: int = 0
    requests: int = 0
    attempts: int = 0
    pending: int = 0
    drafts: int = 0
    papers: int = 0
    backups: int = 0
    unfinished: int = 0
    logs: int = 0
    slowest: float = field(default=0.0)
    """Seconds that opening the worst copy has taken."""


def cut_power(folder: Path, instants: int, seed: int) -> Figures:
    """Stop an office at so many random instants; raise `AssertionError` at the first lie."""
    chance, figures = random.Random(seed), Figures()
    profile = folder / "profile"
    with PracticeServer(token=TOKEN, mailboxes=60) as server, at_work(profile, server) as it:
        server.credit = Decimal(10_000_000)
        for number in range(instants):
            disturb(server, chance)
            with suppress(subprocess.TimeoutExpired):  # if it ends, that is said below
                it.wait(chance.random() * 0.6)
            copy = folder / f"copy-{number}"
            with stopped(it):
                shutil.copytree(profile, copy)
                writes, registered = seen(server), addresses(server)
            check(copy, writes, registered, figures)
            shutil.rmtree(copy)
    return figures


def disturb(server: PracticeServer, chance: random.Random) -> None:
    """Let some answers be slow, so that more instants lie between a row and its outcome."""
    for operation in ("register_mailbox", "renew_mailbox"):
        if chance.random() < 0.7:
            fault = chance.choice((Fault.SLOW, Fault.SLOW_BEFORE))
            server.faults.set(fault, operation, seconds=chance.random() * 0.15)


@contextmanager
def at_work(profile: Path, server: PracticeServer) -> Iterator[subprocess.Popen[str]]:
    """Run the office; it is killed at the end, and must have lived until then."""
    script = TESTS / "office_at_work.py"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS.parent), str(TESTS)))}
    command = [sys.executable, str(script), str(profile), server.url, TOKEN]
    errors = profile.with_name("errors.txt")
    with (
        errors.open("w", encoding="utf-8") as told,
        subprocess.Popen(
            command, env=env, stdout=subprocess.PIPE, stderr=told, text=True
        ) as process,
    ):
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "AT WORK\n", errors.read_text("utf-8")
            yield process
            assert process.poll() is None, errors.read_text("utf-8")
        finally:
            process.kill()


@contextmanager
def stopped(process: subprocess.Popen[str]) -> Iterator[None]:
    """Hold all threads of a process for the length of the body."""
    os.kill(process.pid, signal.SIGSTOP)
    _pid, status = os.waitpid(process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status), "it has ended"
    try:
        yield
    finally:
        os.kill(process.pid, signal.SIGCONT)


def seen(server: PracticeServer) -> Counter[tuple[str, str]]:
    """The writes that have reached the server: operation, and the id in the path if it has one."""
    arrived = (one for one in server.requests if one.operation in WRITES)
    return Counter((one.operation, id_in(one.path)) for one in arrived)


def addresses(server: PracticeServer) -> set[str]:
    """What was registered and paid: the path of such a request does not say."""
    return {one.target for one in server.ledger if one.operation == "register_mailbox"}


def id_in(path: str) -> str:
    """``/pec/5f…/rinnovo?anni=1`` → ``5f…``; empty for what makes something new."""
    parts = path.partition("?")[0].strip("/").split("/")
    return parts[1] if len(parts) > 1 else ""


def check(
    copy: Path, writes: Counter[tuple[str, str]], registered: set[str], figures: Figures
) -> None:
    """Open a copy as the program does, and hold it to its promises."""
    paths = Paths(copy)
    figures.logs += paths.archive.with_name("archive.sqlite-wal").exists()
    begun = time.monotonic()
    database = Database(paths.archive)
    opened = database.open()
    figures.slowest = max(figures.slowest, time.monotonic() - begun)
    assert (opened.created, opened.set_aside, opened.gap) == (False, None, None)
    with database.connect() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = connection.execute("SELECT operation, target, outcome FROM attempts").fetchall()
        held = papers_in_use(connection)
        (figures.drafts,) = connection.execute("SELECT count(*) FROM drafts").fetchone()
    journal = Counter(
        (operation, "" if operation == "register_mailbox" else target)
        for operation, target, _outcome in rows
    )
    missing = writes - journal
    assert not missing, f"sent, and not in the journal: {missing}"
    known = {target for operation, target, _outcome in rows if operation == "register_mailbox"}
    assert registered <= known
    for digest in held:
        data = FileStore(paths.files, database).path(digest).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest
    if paths.settings.exists():
        json.loads(paths.settings.read_bytes())
    for backup in backups.backups(paths.archive):
        assert Database(backup.path).quick_check(), backup.path.name
        figures.backups += 1
    figures.copies += 1
    figures.requests = sum(writes.values())
    figures.attempts = len(rows)
    figures.pending += sum(outcome == "pending" for _, _, outcome in rows)
    figures.papers += len(held)
    figures.unfinished += len(list(copy.rglob(".*.part")))
