"""The command line: exit codes, result files, what is sent and what is not."""

from __future__ import annotations

import csv
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from kill_support import TOKEN, ShakyServer, registrations, results, write
from office_support import API_KEY

from pec_desktop.instance import InstanceLock
from pec_desktop.paths import Paths
from pec_desktop.practice import PracticeServer
from pec_desktop.practice.faults import Fault

pytestmark = pytest.mark.timeout(120)


class Desk:
    """A folder to work in and a vendor to work with."""

    def __init__(self, folder: Path, server: PracticeServer) -> None:
        self.folder, self.server = folder, server
        self.profile = folder / "profile"

    def start(self, *arguments: object, token: str = TOKEN) -> subprocess.Popen[str]:
        """Start ``pec-desktop batch`` on the vendor."""
        command = [sys.executable, "-X", "importtime", "-m", "pec_desktop", "batch"]
        where = ["--endpoint", self.server.url, "--profile-dir", str(self.profile)]
        return subprocess.Popen(
            [*command, *map(str, arguments), *where],
            env={
                **os.environ,
                "PEC_DESKTOP_TOKEN": token,
                "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: object, token: str = TOKEN) -> tuple[int, str]:
        """Run it to its end: exit code, and all it said."""
        with self.start(*arguments, token=token) as process:
            out, told = process.communicate(timeout=90)
        lines = [line for line in told.splitlines() if not line.startswith("import time:")]
        assert "PySide6" not in told, "Qt was imported"
        return process.returncode, "\n".join([out, *lines])

    def writes(self) -> list[str]:
        """What was sent besides reading."""
        reads = ("GET", "HEAD")
        return [
            one.operation
            for one in self.server.requests
            if one.method not in reads or one.operation == "renew_mailbox"
        ]

    def table(self, rows: int = 2) -> Path:
        """A table of registrations."""
        return write(self.folder / "clienti.csv", *registrations(rows))


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Desk]:
    with PracticeServer(token=TOKEN, api_key=API_KEY, pace=0.0) as server:
        yield Desk(tmp_path, server)


def test_a_dry_run_says_everything_and_sends_nothing(at: Desk) -> None:
    columns, rows = registrations(3)
    rows[1]["telefono"] = "abc"
    file = write(at.folder / "clienti.csv", columns, rows)
    code, said = at.run("register", file, "--dry-run")
    assert code == 1
    assert "line 3" in said
    assert "telefono" in said
    assert [line["outcome"] for line in results(file)] == ["waiting", "invalid", "waiting"]
    assert at.writes() == []


def test_money_needs_a_yes(at: Desk) -> None:
    code, said = at.run("register", at.table())
    assert code == 2
    assert "--yes" in said
    assert at.writes() == []


def test_all_is_done_once_and_never_silently_again(at: Desk) -> None:
    file = at.table()
    assert at.run("register", file, "--yes")[0] == 0
    told = results(file)
    assert [line["outcome"] for line in told] == ["confirmed"] * 2
    assert all(line["id"] for line in told)
    assert [line["error"] for line in told] == ["", ""]
    code, said = at.run("register", file, "--yes")
    assert code == 4
    assert "Nothing was sent" in said
    assert at.writes() == ["register_mailbox"] * 2


def test_a_renewal_can_be_done_anew_next_year(at: Desk) -> None:
    from pec_desktop.api.client import PecClient

    with PecClient(at.server.url, TOKEN) as client:
        box = next(one for one in client.list_mailboxes() if one.stato == "evasa")
    file = write(at.folder / "r.csv", ("casella_pec",), [{"casella_pec": box.casella_pec}])
    assert at.run("renew", file, "--yes")[0] == 0
    assert at.run("renew", file, "--yes")[0] == 4
    assert at.run("renew", file, "--yes", "--new")[0] == 0
    assert at.writes() == ["renew_mailbox"] * 2


def test_some_refused_is_one_and_says_why(at: Desk) -> None:
    at.server.faults.set(Fault.STATUS_402, "register_mailbox", times=1)
    file = at.table()
    code, said = at.run("register", file, "--yes")
    assert code == 1
    assert [line["outcome"] for line in results(file)] == ["refused", "confirmed"]
    assert "line 2" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("register", "missing.csv", "--yes"),
        ("register", "empty.csv", "--yes"),
        ("renew", "nothing.csv", "--yes"),
        ("sell", "nothing.csv"),
        ("register",),
        ("register", "nothing.csv", "--quiet-period", "soon"),
    ],
)
def test_what_is_wrong_with_file_or_arguments_is_two(at: Desk, arguments: tuple[str, ...]) -> None:
    (at.folder / "empty.csv").write_text("")
    (at.folder / "nothing.csv").write_text("colour\nblue\n")
    words = [str(at.folder / one) if one.endswith(".csv") else one for one in arguments]
    code, said = at.run(*words)
    assert code == 2, said
    assert at.writes() == []


def test_a_profile_in_use_is_three(at: Desk) -> None:
    lock = InstanceLock(Paths(at.profile).lock)
    assert lock.acquire()
    try:
        assert at.run("register", at.table(), "--yes")[0] == 3
    finally:
        lock.release()


def test_a_wrong_token_sends_nothing(at: Desk) -> None:
    code, said = at.run("register", at.table(), "--yes", token="wr0ng" * 4)
    assert code == 1
    assert "wr0ng" not in said
    assert at.writes() == []


def test_without_a_token_or_an_account_it_says_what_to_do(at: Desk) -> None:
    code, said = at.run("register", at.table(), "--yes", token="")
    assert code == 2
    assert "PEC_DESKTOP_TOKEN" in said


def test_ctrl_c_stops_between_two_lines_and_the_rest_is_done_later(tmp_path: Path) -> None:
    with ShakyServer("register", random.Random(1), 0) as server:
        at, arrived = Desk(tmp_path, server), threading.Event()
        server.on_paid = lambda _when: arrived.set()
        file = at.table(6)
        with at.start("register", file, "--yes") as process:
            assert arrived.wait(60)
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)
        assert process.returncode == 130
        done = [line["outcome"] for line in results(file)]
        assert "confirmed" in done
        assert "waiting" in done
        assert at.run("register", file, "--yes")[0] == 0
        assert at.writes() == ["register_mailbox"] * 6


def test_status_reads_and_changes_nothing(at: Desk) -> None:
    from pec_desktop.api.client import PecClient

    with PecClient(at.server.url, TOKEN) as client:
        boxes = client.list_mailboxes()[:2]
    rows: list[dict[str, object]] = [{"id": box.id} for box in boxes]
    file = write(at.folder / "s.csv", ("id",), rows)
    code, said = at.run("status", file)
    assert code == 0
    assert [(line["id"], line["outcome"]) for line in results(file)] == [
        (box.id, box.stato) for box in boxes
    ]
    assert boxes[0].casella_pec in said
    file = write(at.folder / "s.csv", ("id",), [*rows, {"id": "nobody"}])
    assert at.run("status", file)[0] == 1
    assert at.writes() == []


def test_the_result_goes_where_it_is_wanted(at: Desk) -> None:
    wanted = at.folder / "deep.csv"
    assert at.run("register", at.table(1), "--yes", "--result", wanted)[0] == 0
    with wanted.open(encoding="utf-8", newline="") as table:
        (line,) = csv.DictReader(table)
    assert line["outcome"] == "confirmed"
