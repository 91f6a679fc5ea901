"""Build for Windows and try the outcome: ``python3 dev.py build windows [--keep]``.

On Windows with the checkout's own Python; elsewhere under Wine, as a rehearsal and no release.
Makes the folder and its installer, installs it silently over an older version, lets the installed
program prove itself, and removes it again. ``--keep`` takes the Python for Windows and the prefix
of the last time.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from build.steps import DIST, NAME, SCRATCH, Table, freeze, screen, seal, version
from build.windows import installer, wine
from build.windows.systems import Native
from build.windows.trial import CONSOLE, WINDOW, Trial

OURS = SCRATCH / "windows"
WORK = OURS / "work"
ICON = WORK / "pec_desktop/app.ico"


def main(arguments: list[str]) -> int:
    """Build, try, and print the table of sizes and times."""
    if "--keep" not in arguments:
        shutil.rmtree(OURS, ignore_errors=True)
    OURS.mkdir(parents=True, exist_ok=True)
    DIST.mkdir(exist_ok=True)
    if os.name == "nt":
        table = Table(f"PEC Desktop {version()}")
        setup = make(freeze([sys.executable], OURS), table)
        if os.environ.get("CI"):  # never where somebody works with the program
            Trial(Native(), setup, make_older(), table).play()
    else:
        table = Table(f"PEC Desktop {version()} for Windows, under Wine")
        with screen() as display:
            rehearse(wine.Wine(OURS / "wine", display), table)
    table.close(DIST / "windows.txt")
    return 0


def rehearse(system: wine.Wine, table: Table) -> None:
    """The same without a Windows."""
    python = OURS / "python/python.exe"
    if not python.is_file():
        wine.python(python.parent)
        table.note("a Python for Windows, and packages", python.parent)
        system.set_up()
        wine.lend(system, python.parent / "Lib/site-packages/PySide6")
        table.note("a Windows (Wine)")
    try:
        folder = freeze(["wine", python], OURS, system.env)
        strangers = [path for name in wine.LENT for path in folder.rglob(name)]
        if strangers:
            raise SystemExit(f"These belong to the rehearsal only: {strangers}")
        Trial(system, make(folder, table), make_older(), table).play()
    finally:
        system.end()


def make(folder: Path, table: Table) -> Path:
    """Sign what is signed, list what there is, and pack it."""
    installer.sign(folder / WINDOW, folder / CONSOLE)
    files = seal(folder)
    table.note(f"folder, {files} files", folder)
    setup = installer.make(folder, ICON, DIST / f"PEC-Desktop-{version()}-setup.exe")
    table.note(setup.name, setup)
    return setup


def make_older() -> Path:
    """Make the installer of an older version: less in it, and a file that there is no longer."""
    folder = OURS / "older"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal/of-an-older-version.txt").write_text("To be gone after the update.")
    for name in (WINDOW, CONSOLE):
        shutil.copy(OURS / "frozen" / NAME / name, folder)
    return installer.make(folder, ICON, OURS / "PEC-Desktop-0.0.1-setup.exe", "0.0.1", quick=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
