"""Bad starts, bad ends and bad disks, each with the real program as a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from pec_desktop.domain.account import Account, Environment
from pec_desktop.practice import Fault, PracticeServer
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.database import Database

TESTS = Path(__file__).parents[1]
TOKEN = "0ff1ce" * 4
PAGE = 4096
pytestmark = [
    pytest.mark.alone,
    pytest.mark.timeout(150),
    pytest.mark.skipif(os.name == "nt", reason="signals, limits and rights as Unix has them"),
]
no_rights = pytest.mark.skipif(
    os.name != "nt" and os.geteuid() == 0 and shutil.which("setpriv") is None,
    reason="rights do not bind root, and nothing here takes that away",
)


@contextmanager
def running(script: str, *arguments: object, bound: bool = False) -> Iterator[Program]:
    """Start one of the scripts of this folder; it is killed at the end if it still runs.

    `bound`: the rights of files hold for it, which they do not for root.
    """
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(map(str, (TESTS.parent, TESTS, TESTS / "e2e"))),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PEC_DESKTOP_TOKEN": TOKEN,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    command = [sys.executable, str(TESTS / "e2e" / script), *map(str, arguments)]
    if bound and os.geteuid() == 0:
        command[:0] = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


Program = subprocess.Popen[str]


def play(
    scenario: str, *arguments: object, bound: bool = False, module: str = "bad_starts"
) -> None:
    """Run the program with one of the scenarios inside; it must come to its end."""
    what = f"{module}:{scenario}"
    with running("driver.py", what, "--lang", "en", *arguments, bound=bound) as program:
        told = program.communicate(timeout=100)[1]
        assert program.returncode == 0, told


def told_at_start(*arguments: object, bound: bool = False) -> tuple[int, str]:
    """Start the program as its command does; give its code and all messages that were read."""
    with running("bad_starts.py", *arguments, bound=bound) as program:
        out, err = program.communicate(timeout=30)
        assert "Traceback" not in err, err
        return program.returncode, out


def archive(profile: Path) -> Path:
    """Make an archive that holds an account, as a first run leaves it."""
    profile.mkdir()
    database = Database(profile / "archive.sqlite")
    database.open()
    account = Account(id="practice", name="", environment=Environment.PRACTICE)
    AccountStore(database).save(account)
    return database.path


# The archive


def cut_short(data: bytes) -> bytes:
    return data[: len(data) // 2]


def garbage(_data: bytes) -> bytes:
    return os.urandom(50_000)


def empty(_data: bytes) -> bytes:
    return b""


def damaged_where_accounts_are(data: bytes) -> bytes:
    """The file's head, and with it its list of tables, is sound; the first rows needed are not."""
    places = [n for n in range(PAGE, len(data), PAGE) if b"practice" in data[n : n + PAGE]]
    assert places
    out = bytearray(data)
    for place in places:
        out[place : place + PAGE] = b"\xa5" * PAGE
    return bytes(out)


@pytest.mark.parametrize("harm", [cut_short, garbage, empty, damaged_where_accounts_are])
def test_a_damaged_archive_is_kept_aside_told_and_replaced(
    tmp_path: Path, harm: Callable[[bytes], bytes]
) -> None:
    profile = tmp_path / "profile"
    file = archive(profile)
    damaged = harm(file.read_bytes())
    file.write_bytes(damaged)
    for name in ("settings.json", "practice.json", "lock"):
        (profile / name).write_bytes(b"\xff{no longer what it was")
    play("told_of_the_damage", "--practice", "--profile-dir", profile)
    (aside,) = profile.glob("archive.damaged-*.sqlite")
    assert aside.read_bytes() == damaged
    assert len(list(profile.glob("settings.damaged-*.json"))) == 1


def test_an_archive_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    file = archive(tmp_path / "profile")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 9999")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = file.read_bytes()
    code, words = told_at_start("--lang", "en", "--profile-dir", file.parent)
    assert code == 1
    assert "newer version" in words
    assert file.read_bytes() == before


# The profile


def test_a_profile_that_cannot_be_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    code, words = told_at_start("--lang", "en", "--profile-dir", tmp_path / "file" / "profile")
    assert code == 1
    assert "cannot be written" in words


def test_a_synchronised_folder_is_refused_with_an_explanation(tmp_path: Path) -> None:
    profile = tmp_path / "Dropbox" / "pec"
    code, words = told_at_start("--lang", "en", "--profile-dir", profile)
    assert code == 1
    assert "another program copies elsewhere" in words
    assert not (profile / "archive.sqlite").exists()


@no_rights
def test_a_profile_one_may_not_look_into_is_told(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    archive(profile)
    profile.chmod(0o000)
    code, words = told_at_start("--lang", "en", "--profile-dir", profile, bound=True)
    profile.chmod(0o700)
    assert code == 1
    assert "cannot be written" in words


@no_rights
def test_a_profile_that_becomes_read_only_loses_nothing(tmp_path: Path) -> None:
    with PracticeServer(token=TOKEN) as server:
        options = ("--endpoint", server.url, "--profile-dir", tmp_path / "profile")
        play("read_only_profile", *options, bound=True)
        assert seen(server, "register_mailbox") == 0


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("ftp://x.example", "not the address of a server"),
        ("http://x.example", "must begin with https"),
    ],
)
def test_an_impossible_server_on_the_command_line_is_told(
    tmp_path: Path, address: str, words: str
) -> None:
    options = ("--lang", "en", "--profile-dir", tmp_path / "profile", "--endpoint", address)
    code, told = told_at_start(*options)
    assert code == 1
    assert words in told


def test_a_second_program_says_so_and_brings_the_first_to_the_front(tmp_path: Path) -> None:
    profile = tmp_path / "profilo #1 al 100 %? à"
    options = ("--practice", "--profile-dir", profile)
    with running("driver.py", "bad_starts:comes_to_the_front", *options) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "AWAY\n"
        code, words = told_at_start("--lang", "it", *options)
        assert code == 3
        assert "già" in words, "the message is in the person's language"
        assert first.wait(timeout=20) == 0
    code, words = told_at_start("--lang", "en", "--profile-dir", tmp_path / "file", "--endpoint=x")
    assert code == 1, "a lock that nobody holds any more holds nobody up"


def test_it_speaks_german_as_far_as_it_can(tmp_path: Path) -> None:
    options = ("--practice", "--profile-dir", tmp_path / "profile", "--lang", "de")
    with running("driver.py", "bad_starts:speaks_german", *options) as program:
        told = program.communicate(timeout=60)[1]
        assert program.returncode == 0, told


# Connections that come too late


@pytest.mark.parametrize(
    "scenario",
    ["practice_does_not_reach_another_account", "a_real_account_does_not_reach_practice"],
)
def test_a_late_connection_is_given_to_nobody_else(tmp_path: Path, scenario: str) -> None:
    play(scenario, "--practice", "--profile-dir", tmp_path / "profile")


def test_a_token_goes_to_the_server_it_came_with_and_to_no_other(tmp_path: Path) -> None:
    with PracticeServer(token=TOKEN) as server:
        options = ("--endpoint", server.url, "--profile-dir", tmp_path / "profile")
        play("the_token_is_for_one_server_only", *options)


# While it runs


@pytest.mark.parametrize(
    "scenario",
    [
        "goes_on_after_a_mistake",
        "practice_server_is_started_again",
        "what_is_on_its_way_is_known_after_coming_back",
    ],
)
def test_it_goes_on(tmp_path: Path, scenario: str) -> None:
    play(scenario, "--practice", "--profile-dir", tmp_path / "profile")


def test_a_full_disk_at_the_first_door_is_told(tmp_path: Path) -> None:
    play("a_full_disk_at_the_door", "--profile-dir", tmp_path / "profile")


@pytest.mark.parametrize(
    "scenario", ["full_disk", "papers_on_a_full_disk", "nothing_is_sent_without_a_journal"]
)
def test_a_full_disk_costs_neither_words_nor_money(tmp_path: Path, scenario: str) -> None:
    with PracticeServer(token=TOKEN) as server:
        play(scenario, "--endpoint", server.url, "--profile-dir", tmp_path / "profile")
        assert seen(server, "register_mailbox") == 0
        assert server.ledger == []


# The end


def test_sigterm_ends_it_in_order(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    options = ("--practice", "--profile-dir", profile)
    with running("driver.py", "bad_starts:waits_in_practice", *options) as program:
        assert program.stdout is not None
        address = program.stdout.readline().strip()
        assert answers(address)
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=20) == 0
    assert '"theme": "dark"' in (profile / "settings.json").read_text()
    assert "window_geometry" in (profile / "settings.json").read_text()
    assert not answers(address), "the practice server has ended too"
    assert "ERROR" not in (profile / "logs/pec-desktop.log").read_text()
    assert not list(profile.glob("*-wal")), "no connection to the archive was left open"


def test_sigterm_does_not_wait_for_an_answer_that_does_not_come(tmp_path: Path) -> None:
    with PracticeServer(token=TOKEN) as server:
        options = ("--endpoint", server.url, "--profile-dir", tmp_path / "profile")
        server.faults.set(Fault.HANG, "register_mailbox")
        with running("driver.py", "bad_starts:sends_and_waits", *options) as program:
            assert server.faults.wait_held(timeout=40)
            program.send_signal(signal.SIGTERM)
            assert program.wait(timeout=20) == 0
        play("knows_what_it_does_not_know", *options)
        assert seen(server, "register_mailbox") == 1


def test_a_kill_in_the_middle_of_a_registration_is_known_at_the_next_start(tmp_path: Path) -> None:
    with PracticeServer(token=TOKEN) as server:
        options = ("--endpoint", server.url, "--profile-dir", tmp_path / "profile")
        server.faults.set(Fault.HANG_AFTER, "register_mailbox")
        with running("driver.py", "bad_starts:sends_and_waits", *options) as program:
            assert server.faults.wait_held(timeout=40)
            program.kill()
        play("learns_what_has_happened", *options)
        assert seen(server, "register_mailbox") == 1
        assert len(server.ledger) == 1


def seen(server: PracticeServer, operation: str) -> int:
    """How many requests for an operation have reached the server."""
    return sum(arrival.operation == operation for arrival in server.requests)


def answers(address: str) -> bool:
    """Whether somebody listens at an address of this computer."""
    parts = urlsplit(address)
    with socket.socket() as probe:
        probe.settimeout(5)
        return probe.connect_ex((str(parts.hostname), int(parts.port or 0))) == 0
