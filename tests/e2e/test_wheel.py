"""`pip install .` gives the whole program: built, installed into nothing else, and started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTENTS = """
from importlib import import_module
from pec_desktop.paths import resource
print(len(list(resource("icons").glob("*.svg"))), len(list(resource("i18n").glob("*.qm"))))
import_module("pec_desktop.store.migrations.v001_initial")
"""


@pytest.mark.alone
@pytest.mark.timeout(300)
@pytest.mark.skipif(os.name == "nt", reason="ends the program by SIGTERM, which Windows lacks")
def test_the_wheel_is_complete_and_starts_from_any_folder(tmp_path: Path) -> None:
    uv = Path(sys.executable).with_name("uv")
    env = {**os.environ, "UV_NO_PROGRESS": "1", "QT_QPA_PLATFORM": "offscreen"}
    home = tmp_path / "elsewhere"
    home.mkdir()

    def run(*command: str | Path) -> str:
        done = subprocess.run(command, cwd=home, env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    build = "from hatchling.build import build_wheel; print(build_wheel(r'{}'))"
    wheel = subprocess.run(
        [sys.executable, "-c", build.format(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()[-1]
    run(uv, "venv", "--quiet", "--python", sys.executable, tmp_path / "venv")
    python = tmp_path / "venv/bin/python"
    run(uv, "pip", "install", "--quiet", "--python", python, tmp_path / wheel)

    icons, translations = map(int, run(python, "-c", CONTENTS).split())
    assert icons >= 10
    assert translations >= 1
    program = tmp_path / "venv/bin/pec-desktop"
    assert run(program, "--version").startswith("PEC Desktop ")
    assert_starts_and_ends(program, home, env)


def assert_starts_and_ends(program: Path, home: Path, env: dict[str, str]) -> None:
    """Start practice mode, wait until its log says that a window was painted, end it kindly."""
    profile = home / "profile"
    command = [str(program), "--practice", "--profile-dir", str(profile)]
    with subprocess.Popen(command, cwd=home, env=env) as process:
        try:
            log = profile / "logs/pec-desktop.log"
            wait_for(lambda: log.is_file() and "First window painted" in log.read_text(), process)
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()


def wait_for(condition: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Poll `condition` for up to 30 s; fail at once when the process ends before."""
    pause = threading.Event()
    deadline = time.monotonic() + 30
    while not condition():
        assert process.poll() is None, "the program ended by itself"
        assert time.monotonic() < deadline, "no window within 30 s"
        pause.wait(0.05)
