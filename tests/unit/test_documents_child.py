"""Large papers are worked on elsewhere: the window's process neither waits nor grows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import paper_samples as samples
import pytest

from pec_desktop.documents import child
from pec_desktop.documents.join import join_into, write_joined
from pec_desktop.documents.papers import read, read_here
from pec_desktop.errors import Cancelled, DocumentError
from pec_desktop.work import Work


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the child's folders go, to see that none is left."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def slow_paper(tmp_path: Path) -> Path:
    """A PDF whose broken table makes the reader look at millions of objects, for minutes."""
    path = tmp_path / "slow.pdf"
    objects = b"".join(b"%d 0 obj\n<<>>\nendobj\n" % n for n in range(1, 2_000_000))
    path.write_bytes(b"%PDF-1.4\n" + objects + b"startxref\n7\n%%EOF\n")
    return path


def children() -> list[int]:
    """Process ids of this process's children (Linux)."""
    path = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    return [int(word) for word in path.read_text().split()]


def test_a_cancelled_child_is_gone(slow_paper: Path, own_temporary_folder: Path) -> None:
    work, began = Work(), time.monotonic()
    timer = threading.Timer(0.5, work.cancel)
    timer.start()
    target = slow_paper.with_name("target.pdf")
    with pytest.raises(Cancelled):
        child.run("join", [slow_paper], target, work)
    assert 0.4 < time.monotonic() - began < 10
    assert list(own_temporary_folder.iterdir()) == []
    assert not target.exists()
    if sys.platform == "linux":
        assert children() == []
    timer.join()


def test_reading_stops_when_its_work_is_cancelled(slow_paper: Path) -> None:
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        read(slow_paper, work)


def test_a_child_that_takes_too_long_is_stopped(
    slow_paper: Path, own_temporary_folder: Path
) -> None:
    with pytest.raises(DocumentError) as stopped:
        child.run("read", [slow_paper], time_limit=0.2)
    assert stopped.value.key == "paper.timeout"
    assert list(own_temporary_folder.iterdir()) == []


def test_a_child_that_fails_is_an_error_and_a_line_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(DocumentError) as failed:
        child.run("no such job", [tmp_path])
    assert failed.value.key == "paper.failed"
    assert caplog.messages == ["document child for no such job ended with 1"]


def test_a_program_that_cannot_be_started_is_the_same_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(samples.pdf(2, ballast=6_000_000))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "moved by an update"))
    assert read(path).problem == "paper.failed"


def test_a_child_ends_with_its_parent_and_leaves_nothing(slow_paper: Path, tmp_path: Path) -> None:
    folder, target = tmp_path / "job", tmp_path / "target.pdf"
    folder.mkdir()
    request = {"job": "join", "sources": [str(slow_paper)], "target": str(target)}
    (folder / "request.json").write_text(json.dumps(request))
    target.write_bytes(b"half")
    command = [sys.executable, "-m", "pec_desktop", "--document-child", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.5)
        process.stdin.close()  # what the system does when a parent dies
        assert process.wait(20) == 1
    assert not folder.exists()
    assert not target.exists()


def test_modules_beside_the_user_are_not_picked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)")
    (tmp_path / "pec_desktop.py").write_text("raise SystemExit(3)")
    path = tmp_path / "large.pdf"
    path.write_bytes(samples.pdf(2, ballast=6_000_000))
    monkeypatch.chdir(tmp_path)
    assert read(Path("large.pdf")).pages == 2


@pytest.mark.skipif(os.name == "nt", reason="needs a script that is a program")
def test_the_frozen_program_starts_itself_with_the_hidden_argument(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, seen = tmp_path / "PEC Desktop", tmp_path / "seen"
    program.write_text(
        f"#!{sys.executable}\n"
        "import sys; from pathlib import Path; from pec_desktop.__main__ import main\n"
        f"Path({str(seen)!r}).write_text(sys.argv[1])\n"
        "sys.exit(main())\n"
    )
    program.chmod(0o700)
    path = tmp_path / "large.pdf"
    path.write_bytes(samples.pdf(2, ballast=6_000_000))
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert read(path).pages == 2
    assert seen.read_text() == "--document-child"


class Watch:
    """A thread that ticks every 5 ms as the window would, and looks at the process's memory."""

    def __init__(self) -> None:
        self.longest_gap = 0.0
        self.peak_rss = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._tick)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join()

    def _tick(self) -> None:
        last = time.perf_counter()
        while not self._stop.wait(0.005):
            now = time.perf_counter()
            self.longest_gap = max(self.longest_gap, now - last)
            self.peak_rss = max(self.peak_rss, rss())
            last = now


def rss() -> int:
    """Bytes of memory this process holds; 0 where that cannot be read cheaply."""
    path = Path("/proc/self/statm")
    return int(path.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if path.exists() else 0


def traced(function: Callable[[], object]) -> int:
    """The most memory in bytes that Python objects took during `function`."""
    tracemalloc.start()
    try:
        function()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.alone
def test_fifty_megabytes_are_joined_without_the_window_noticing(tmp_path: Path) -> None:
    form, identity = tmp_path / "form.pdf", tmp_path / "identity.pdf"
    form.write_bytes(samples.pdf(20, ballast=30_000_000))
    identity.write_bytes(samples.pdf(2, ballast=20_000_000))
    target = tmp_path / "joined.pdf"
    before = rss()
    with Watch() as watch:
        join_into([form, identity], target)
    grown = watch.peak_rss - before
    print(f"\n50 MB joined: longest gap {watch.longest_gap * 1000:.0f} ms, grown {grown} bytes")
    assert watch.longest_gap < 0.15
    assert grown < 8_000_000
    assert target.stat().st_size > 50_000_000
    assert read_here(target).pages == 22
    target.unlink()
    assert traced(lambda: join_into([form, identity], target)) < 1_000_000
    # The measure itself: the same work in this process is seen.
    assert traced(lambda: write_joined([form, identity], target)) > 20_000_000


@pytest.mark.alone
@pytest.mark.parametrize("megabytes", [5, 50])
def test_a_paper_is_read_without_the_window_noticing(megabytes: int, tmp_path: Path) -> None:
    size = megabytes * 1_000_000 - 20_000
    content = samples.pdf(ballast=size * 3 // 4 - 20_000)
    for name, data in {
        "pdf": samples.pdf(10, ballast=size),
        "p7m": samples.p7m(content, wrapping="base64"),
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        with Watch() as watch:
            paper = read(path)
        print(f"\n{megabytes} MB {name}: longest gap {watch.longest_gap * 1000:.0f} ms")
        assert paper.problem is None
        assert watch.longest_gap < 0.15
