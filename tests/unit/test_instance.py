"""One program per profile: taken, given back, freed by a kill, asked to show itself and files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher
from pytestqt.qtbot import QtBot

from pec_desktop import app, instance
from pec_desktop.errors import StoreError
from pec_desktop.instance import InstanceLock, ask_to_open, ask_to_show, wanted_files
from pec_desktop.options import Options
from pec_desktop.paths import Paths
from pec_desktop.ui.messages import Messages

HOLD = """
import subprocess, sys
from pathlib import Path
from pec_desktop.instance import InstanceLock

lock = InstanceLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
child = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"])
print(child.pid, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "profile")


def hold(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_the_second_does_not_get_it_until_the_first_lets_go(paths: Paths) -> None:
    first, second = InstanceLock(paths.lock), InstanceLock(paths.lock)
    assert first.acquire()
    assert first.acquire(), "it has it already"
    assert not second.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()
    second.release()


def test_another_process_has_it_until_it_is_killed(paths: Paths) -> None:
    with hold(paths.lock) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "True"
        other.stdout.readline()
        # A process it started (the practice server) lives on a moment longer, without the lock.
        assert not InstanceLock(paths.lock).acquire()
        other.kill()
        other.wait()
        lock = InstanceLock(paths.lock)
        assert lock.acquire()
        lock.release()
        assert other.stdin is not None
        other.stdin.close()


def test_another_profile_is_free(paths: Paths, tmp_path: Path) -> None:
    first, second = InstanceLock(paths.lock), InstanceLock(Paths(tmp_path / "another").lock)
    assert first.acquire()
    assert second.acquire()
    first.release()
    second.release()


def test_a_lock_that_cannot_be_made_is_told(paths: Paths) -> None:
    paths.lock.mkdir()
    with pytest.raises(StoreError):
        InstanceLock(paths.lock).acquire()


def test_the_first_hears_the_second_ask(paths: Paths, qtbot: QtBot) -> None:
    lock = InstanceLock(paths.lock)
    assert lock.acquire()
    watcher = QFileSystemWatcher([str(paths.lock)])
    for _ in range(3):
        with qtbot.waitSignal(watcher.fileChanged, timeout=5_000):
            ask_to_show(paths)
    lock.release()


def test_asking_nobody_is_told(paths: Paths) -> None:
    with pytest.raises(StoreError):
        ask_to_show(paths)
    assert not paths.lock.exists()


# Files that are to be opened


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "PATIENCE", 0.1)


def left(paths: Paths) -> list[Path]:
    return [one for one in paths.root.iterdir() if one.is_file() and one != paths.lock]


def test_the_first_is_given_what_others_want_opened(paths: Paths, qtbot: QtBot) -> None:
    lock = InstanceLock(paths.lock)
    assert lock.acquire()
    watcher = QFileSystemWatcher([str(paths.lock)])
    asked = [[Path("/a/uno.pdf"), Path("/a/nu\udcff, due.p7m")], [Path("/b/tre.pdf")]]
    absolute = [[one.absolute() for one in files] for files in asked]
    taken: list[Path] = []
    watcher.fileChanged.connect(lambda: taken.extend(wanted_files(paths)))
    with ThreadPoolExecutor() as others:  # the system starts a program for each file
        answers = [others.submit(ask_to_open, paths, files) for files in absolute]
        qtbot.waitUntil(lambda: all(one.done() for one in answers))
    assert [one.result() for one in answers] == [True, True]
    assert sorted(taken) == sorted(absolute[0] + absolute[1])
    assert left(paths) == []
    lock.release()


@pytest.mark.usefixtures("impatient")
def test_what_nobody_takes_is_withdrawn(paths: Paths) -> None:
    """The program that has the lock is ending, or is one without a window."""
    lock = InstanceLock(paths.lock)
    assert lock.acquire()
    assert not ask_to_open(paths, [Path("uno.pdf").absolute()])
    assert wanted_files(paths) == left(paths) == []
    lock.release()


@pytest.mark.usefixtures("impatient")
def test_nothing_is_left_when_nobody_is_there(paths: Paths) -> None:
    with pytest.raises(StoreError):
        ask_to_open(paths, [Path("uno.pdf").absolute()])
    assert left(paths) == []


@pytest.mark.usefixtures("impatient", "qapp")
@pytest.mark.parametrize("files", [[], [Path("uno.pdf").absolute()]], ids=["none", "a file"])
def test_a_start_that_can_do_nothing_says_so(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, files: Sequence[Path]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Messages, "show_and_wait", lambda _self, error: told.append(error.key))
    lock = InstanceLock(paths.lock)
    assert lock.acquire()
    code = app.turn_to_the_first(Options(profile_dir=paths.root, files=files))
    assert (code, told) == (app.ALREADY_RUNNING, ["profile.in_use"])
    lock.release()


@pytest.mark.parametrize(
    ("named", "stays"),
    [([b""], False), ([b"relative.pdf", b"../up.pdf"], False), ([b"/" * instance.MOST, b""], True)],
    ids=["nothing", "relative", "too much"],
)
def test_what_no_program_would_ask_is_not_opened(
    paths: Paths, named: Sequence[bytes], *, stays: bool
) -> None:
    note = paths.root / f"x{instance.WANTED}"
    note.write_bytes(b"\0".join(named))
    assert wanted_files(paths) == []
    assert note.exists() is stays
