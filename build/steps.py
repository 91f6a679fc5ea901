"""What all builds share: running programs, freezing, the table at the end."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from pec_desktop.self_test import contents

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
SCRATCH = ROOT / "scratch" / "build"
NAME = "PEC Desktop"


def version() -> str:
    """Return the program's version, without importing it."""
    source = (ROOT / "pec_desktop/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', source, re.MULTILINE)
    assert found is not None
    return found[1]


def run(
    *command: object,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    fails: bool = False,
) -> str:
    """Run a program and return what it printed; ends the build if it fails, or does not (`fails`).

    The output goes through a pipe, since Windows programs under Wine cannot write to a file.
    """
    words = [str(word) for word in command]
    print("+", " ".join(words)[:300], flush=True)
    done = subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **(env or {})},
        cwd=cwd,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
    if (done.returncode != 0) is not fails:
        print(said)
        raise SystemExit(f"Exit code {done.returncode}: {' '.join(words)}")
    return said


def freeze(python: Sequence[object], scratch: Path, env: Mapping[str, str] | None = None) -> Path:
    """Build the program with a Python that has PyInstaller; return its folder."""
    run(
        *(*python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--workpath", scratch / "work", "--distpath", scratch / "frozen"),
        ROOT / "pec_desktop.spec",
        env=env,
    )
    return scratch / "frozen" / NAME


def seal(folder: Path) -> int:
    """List what the program consists of, after the last change to it; how many files."""
    return contents.write(folder / "_internal", folder)


def self_test(*command: object, env: Mapping[str, str] | None = None, fails: str = "") -> None:
    """Let a built program prove itself; with `fails`, see that its check of that name fails."""
    said = run(*command, "--self-test", env=env, fails=bool(fails))
    print(said, flush=True)
    if fails and f"FAIL {fails}" not in said:
        raise SystemExit(f"The check {fails} should have failed")


@contextmanager
def screen() -> Iterator[str]:
    """Give the name of a screen that nobody sees; a program finds it from inside the root too."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class Table:
    """What the build made and how long it took, printed and kept at the end."""

    def __init__(self, title: str) -> None:
        self._lines = [f"{title}, {platform.system()} {platform.machine()}"]
        self._started = time.monotonic()
        self._last = self._started

    def note(self, what: str, path: Path | None = None) -> None:
        """Note a step that has ended, and the size of what it made."""
        now = time.monotonic()
        size = "" if path is None else f"{size_of(path) / 1e6:9.1f} MB"
        self._lines.append(f"{what:<44} {size:>12} {now - self._last:7.0f} s")
        self._last = now
        print(self._lines[-1], flush=True)

    def close(self, target: Path) -> None:
        """Print all lines, and write them beside what was built."""
        self._lines.append(f"{'in all':<57} {time.monotonic() - self._started:7.0f} s")
        words = "\n".join(self._lines)
        target.write_text(words + "\n", encoding="utf-8")
        print("\n" + words, flush=True)


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    if path.is_file():
        return path.stat().st_size
    files = (one for one in path.rglob("*") if one.is_file() and not one.is_symlink())
    return sum(one.stat().st_size for one in files)
