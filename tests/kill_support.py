"""A vendor that answers late at random, and a batch that is killed again and again until it ends.

The kill falls at a random instant of the process's life, or between the arrival of a paid request
and its answer: before it is carried out, or after. Everything random comes from one seed.
"""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from office_support import API_KEY, STUDIO

from pec_desktop.practice import PracticeServer
from pec_desktop.practice.answers import Answer
from pec_desktop.practice.vendor import Request

TOKEN = "5eed0a5eed0b5eed0c5eed0d"
LATENCY = 0.04
"""Seconds a request waits at most before it is carried out, and again before it is answered."""

QUIET = "1"
"""Seconds; more than twenty times the latency."""

PAID = {
    "register": ("POST", "/pec", ""),
    "renew": ("GET", "/rinnovo", "renew_mailbox"),
    "space": ("PATCH", "/modifica", "change_space"),
    "user": ("POST", "/multiutenza", "add_user"),
}
LEDGER = {
    "register": "register_mailbox",
    "renew": "renew_mailbox",
    "space": "change_space",
    "user": "add_user",
}


class ShakyServer(PracticeServer):
    """The practice server, late at random; tells when a paid request is about to be answered."""

    def __init__(self, what: str, chance: random.Random, mailboxes: int) -> None:
        super().__init__(
            token=TOKEN, api_key=API_KEY, empty=True, mailboxes=mailboxes, pace=0.0, seed=7
        )
        self._method, self._end = PAID[what][:2]
        self._chance = chance
        self._never = threading.Event()
        self.on_paid: Callable[[str], None] = lambda _when: None

    def reply(self, request: Request) -> Answer | None:
        path = request.target.partition("?")[0]
        paid = request.method == self._method and path.endswith(self._end)
        self._late()
        if paid:
            self.on_paid("before")
        answer = super().reply(request)
        if paid:
            self.on_paid("after")
        self._late()
        return answer

    def _late(self) -> None:
        self._never.wait(self._chance.random() * LATENCY)


@dataclass
class Outcome:
    """What a kill test has seen."""

    kills: Counter[str] = field(default_factory=Counter)
    runs: int = 0
    code: int = -1


def work_through(
    server: ShakyServer,
    what: str,
    file: Path,
    profile: Path,
    kills: int,
    chance: random.Random,
) -> Outcome:
    """Run the batch, killing it `kills` times on the way, until a run ends by itself."""
    seen = Outcome()
    while True:
        seen.runs += 1
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "pec_desktop", "batch", what, str(file)),
                *("--endpoint", server.url, "--profile-dir", str(profile)),
                *("--yes", "--quiet-period", QUIET),
            ],
            env={**os.environ, "PEC_DESKTOP_TOKEN": TOKEN},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        left = kills - sum(seen.kills.values())
        if left > 0:
            _kill_once(server, process, chance, seen)
        _, told = process.communicate(timeout=240)
        server.on_paid = lambda _when: None
        if process.returncode != -signal.SIGKILL:
            seen.code = process.returncode
            # 4 after a kill between the last answer and the result file, which is written then.
            assert seen.code in (0, 4), told.decode()
            return seen


def _kill_once(
    server: ShakyServer, process: subprocess.Popen[bytes], chance: random.Random, seen: Outcome
) -> None:
    """Kill the process at an instant drawn by chance; it may end by itself before."""
    where = chance.choice(("any time", "before", "after"))
    if where == "any time":
        try:
            process.wait(0.3 + chance.random() * 1.5)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            seen.kills[where] += 1
        return
    count, lock = [chance.randrange(1, 6)], threading.Lock()

    def strike(when: str) -> None:
        with lock:
            if when == where and process.poll() is None:
                count[0] -= 1
                if count[0] == 0:
                    process.send_signal(signal.SIGKILL)
                    seen.kills[where] += 1

    server.on_paid = strike


def registrations(rows: int) -> tuple[tuple[str, ...], list[dict[str, object]]]:
    """A table of registrations of made-up addresses."""
    values = [
        {
            **STUDIO,
            "casella_pec": f"studio.{number:03}@testcert.legalmail.it",
            "autorinnovo": "no",
        }
        for number in range(rows)
    ]
    return tuple(values[0]), values


def write(file: Path, columns: Sequence[str], rows: Sequence[dict[str, object]]) -> Path:
    """Write a table as an office would."""
    with file.open("w", newline="", encoding="utf-8") as out:
        table = csv.DictWriter(out, columns, restval="", delimiter=";")
        table.writeheader()
        table.writerows(rows)
    return file


def results(file: Path, kind: str = "result") -> list[dict[str, str]]:
    """Read the result file, or that of a dry run or a status."""
    with file.with_name(f"{file.stem}.{kind}.csv").open(newline="", encoding="utf-8") as table:
        return list(csv.DictReader(table))
