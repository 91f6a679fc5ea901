"""Build for Linux and try the outcome: ``python3 dev.py build linux [--quick]``.

Makes a folder, a tarball of it and a .deb; takes a library away and sees that this is noticed.
Installs the .deb in a bare Debian without Python, lets the program prove itself there, without a
screen and under Xvfb, and removes it again. ``--quick`` packs less and makes no tarball.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from build.linux import bare, package
from build.steps import DIST, SCRATCH, Table, freeze, run, seal, self_test, version

OURS = SCRATCH / "linux"


def main(arguments: list[str]) -> int:
    """Build, try, and print the table of sizes and times."""
    quick = "--quick" in arguments
    shutil.rmtree(OURS, ignore_errors=True)
    OURS.mkdir(parents=True)
    DIST.mkdir(exist_ok=True)
    table = Table(f"PEC Desktop {version()}{' (quick)' if quick else ''}")
    folder = freeze([sys.executable], OURS)
    strip(folder)
    files = seal(folder)
    table.note(f"folder, {files} files", folder)
    self_test(folder / "pec-desktop", "-platform", "offscreen")
    table.note("self-test of the folder, no screen")
    without_a_library(folder)
    table.note("a library removed: noticed")
    if not quick:
        made = package.tarball(folder, DIST)
        table.note(made.name, made)
    made = package.deb(folder, OURS / "deb", OURS if quick else DIST, quick=quick)
    table.note(made.name, made)
    if bare.possible():
        bare.try_package(made, OURS / "debian", table)
    table.close(DIST / "linux.txt")
    return 0


def strip(folder: Path) -> None:
    """Take the symbols for debuggers out of what comes from Python itself; Qt's have none."""
    libraries = [
        *folder.glob("_internal/libpython*"),
        *folder.glob("_internal/python3*/lib-dynload/*.so"),
    ]
    if shutil.which("strip"):
        run("strip", "--strip-unneeded", *libraries)


def without_a_library(folder: Path) -> None:
    """See that the program notices a library that is gone."""
    library = folder / "_internal/PySide6/Qt/lib/libQt6Svg.so.6"
    aside = library.with_suffix(".aside")
    library.rename(aside)
    try:
        self_test(folder / "pec-desktop", "-platform", "offscreen", fails="files")
    finally:
        aside.rename(library)


if __name__ == "__main__":
    os.nice(5)
    sys.exit(main(sys.argv[1:]))
