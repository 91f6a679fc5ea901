"""The installer tried as an office uses it: install, prove, refuse, damage, update, remove."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from build.steps import NAME, Table

KEY = rf"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\{NAME}"
OPENS = rf"HKCU\Software\Classes\Applications\{NAME}.exe"
WINDOW, CONSOLE = f"{NAME}.exe", "pec-desktop.exe"
PATIENCE = 120.0
"""Seconds for what Windows does in its own time."""


class System(Protocol):
    """A Windows on which all this may be done (`wine.Wine`, `systems.Native`)."""

    platform: str

    def run(self, *command: object, fails: bool = False) -> str:
        """Run a program and return what it printed."""

    def start(self, *command: object) -> subprocess.Popen[bytes]:
        """Start a program and go on."""

    def words_for(self, path: Path) -> str:
        """Return how Windows writes a path."""

    def local_data(self) -> Path:
        """Return the person's folder for programs and their data."""

    def start_menu(self) -> Path:
        """Return the person's part of the start menu."""


class Trial:
    """One installer on one system. `older` installs what the update is tried on."""

    def __init__(self, system: System, setup: Path, older: Path, table: Table) -> None:
        self._system = system
        self._setup = setup
        self._older = older
        self._table = table
        self._place = system.local_data() / "Programs" / NAME
        self._data = system.local_data() / NAME

    def play(self) -> None:
        """Do everything in order; ends the build where something is not as it has to be."""
        before = self._traces()
        self._update_over_the_older()
        self._prove()
        self._refuse_while_running()
        self._notice_what_is_gone()
        self._remove(before)

    def _update_over_the_older(self) -> None:
        self._system.run(self._older, "/S")
        old = self._place / "_internal" / "of-an-older-version.txt"
        expect(old.is_file(), "the older version is installed")
        self._system.run(self._setup, "/S")
        expect(not old.exists(), "nothing of the older version is left")
        expect((self._system.start_menu() / f"{NAME}.lnk").is_file(), "it is in the start menu")
        expect(self._setup.stem.split("-")[2] in self._system.run("reg", "query", KEY), "listed")
        how = self._system.run("reg", "query", rf"{OPENS}\shell\open\command")
        expect(f'{WINDOW}" "%1"' in how, "files can be opened with it")
        self._table.note("installed over an older version", self._place)

    def _prove(self) -> None:
        for platform in ("offscreen", self._system.platform):
            arguments = ("--self-test", "-platform", platform)
            print(self._system.run(self._place / CONSOLE, *arguments))
            self._table.note(f"self-test of the installed program, {platform}")
        # The other executable has no output; its code tells.
        self._system.run(self._place / WINDOW, *arguments)
        self._table.note("self-test of the executable with a window")

    def _refuse_while_running(self) -> None:
        """While the program runs it is neither replaced nor removed. It makes data meanwhile."""
        platform = ("-platform", self._system.platform)
        running = self._system.start(self._place / WINDOW, "--practice", *platform)
        log = self._data / "logs/pec-desktop.log"
        wait_for(lambda: log.is_file() and "First window painted" in log.read_text("utf-8"))
        wait_for(lambda: (self._data / "practice.json").is_file() or running.poll() is not None)
        expect(running.poll() is None, "the program runs")
        file = self._system.words_for(log)
        other = self._system.start(self._place / WINDOW, *platform, file)
        expect(other.wait(PATIENCE) == 0, "a second start hands its file over")
        self._system.run(self._setup, "/S", fails=True)
        # Told where it is, the uninstaller does not go on as a copy, whose code nobody would see.
        # It wants its place last and without quotes, hence word by word.
        place = f"_?={self._system.words_for(self._place)}".split(" ")
        self._system.run(self._place / "uninstall.exe", "/S", *place, fails=True)
        expect((self._place / WINDOW).is_file(), "it is still there")
        self._system.run("taskkill", "/IM", WINDOW)  # asks its window to close
        running.wait(PATIENCE)
        self._table.note("refused while running")

    def _notice_what_is_gone(self) -> None:
        library = next(self._place.glob("_internal/PySide6/Qt6Svg.dll"))
        aside = library.rename(library.with_suffix(".aside"))
        said = self._system.run(self._place / CONSOLE, "--self-test", fails=True)
        expect("FAIL files" in said, "a library that is gone is noticed")
        aside.rename(library)
        self._table.note("a library removed: noticed")

    def _remove(self, before: set[str]) -> None:
        """Nothing is left but what the person made; and that goes too, if wanted."""
        self._system.run(self._place / "uninstall.exe", "/S")
        wait_for(lambda: not self._place.exists())
        wait_for(lambda: not (self._system.start_menu() / f"{NAME}.lnk").exists())
        for key in (KEY, OPENS):
            self._system.run("reg", "query", key, fails=True)
        left = {one for one in self._traces() - before if not one.startswith(NAME)}
        expect(not left, f"nothing is left but the person's data {sorted(left)}")
        expect((self._data / "archive.sqlite").is_file(), "the archive is kept")
        self._system.run(self._setup, "/S")
        expect(
            (self._data / "archive.sqlite").is_file(), "the archive is kept by a new installation"
        )
        self._system.run(self._place / "uninstall.exe", "/S", "/REMOVEDATA")
        wait_for(lambda: not self._place.exists() and not self._data.exists())
        expect(self._traces() <= before, "nothing at all is left")
        self._table.note("removed, nothing left but the data; then those too")

    def _traces(self) -> set[str]:
        """Everything in the person's folders, but for temporary files, which are Windows' own."""
        local = self._system.local_data()
        roaming = local.parent / "Roaming"
        inside = {
            str(path.relative_to(root))
            for root in (local, roaming)
            for path in root.rglob("*")
            if "Temp" not in path.parts
        }
        return inside | {
            f"desktop/{path.name}" for path in (local.parents[1] / "Desktop").glob("*")
        }


def expect(condition: bool, what: str) -> None:
    """End the build unless `what` is so."""
    print(f"{'is so' if condition else 'IS NOT SO'}: {what}", flush=True)
    if not condition:
        raise SystemExit(1)


def wait_for(condition: Callable[[], bool]) -> None:
    """Look again and again until the condition holds; end the build after `PATIENCE`."""
    stop = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > stop:
            raise SystemExit("Waited in vain.")
        time.sleep(0.2)
