"""The package tried where nothing is installed: a bare Debian in a folder, without Python."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build.steps import Table, run, screen, self_test

SUITE = "bookworm"
"""The oldest Debian that the package is for."""

QUIET = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
PERSON = ("chroot", "--userspec=nobody:nogroup")


def possible() -> bool:
    """Whether this computer can make a Debian: root, and the tool for it."""
    able = os.geteuid() == 0 and shutil.which("debootstrap") is not None
    if not able:
        print("Not tried in a bare Debian: that needs root and debootstrap.")
    return able


def try_package(package: Path, root: Path, table: Table) -> None:
    """Install, prove, remove."""
    run("debootstrap", "--variant=minbase", SUITE, root)
    table.note("a bare Debian made")
    with _system_folders(root):
        shutil.copyfile(package, root / package.name)
        _install(root, f"/{package.name}")
        pythons = [*root.glob("usr/bin/python*"), *root.glob("usr/local/bin/python*")]
        if pythons:
            raise SystemExit(f"This Debian is not without Python: {pythons}")
        table.note("package installed with what it depends on")
        command = (*PERSON, root, "env", "HOME=/tmp", "pec-desktop")
        self_test(*command, "-platform", "offscreen", env=QUIET)
        table.note("self-test there, no screen")
        with screen() as display:
            self_test(*command, "-platform", "xcb", env={**QUIET, "DISPLAY": display})
        table.note("self-test there, Xvfb")
        run("chroot", root, "dpkg", "--purge", "pec-desktop", env=QUIET)
        left = list(root.glob("usr/**/*pec-desktop*"))
        if left:
            raise SystemExit(f"Left behind: {left}")
        table.note("removed, nothing left")


def _install(root: Path, *packages: str) -> None:
    install = ("apt-get", "install", "--yes", "-qq", "--no-install-recommends")
    run("chroot", root, "apt-get", "update", "-qq", env=QUIET)
    run("chroot", root, *install, *packages, env=QUIET)


@contextmanager
def _system_folders(root: Path) -> Iterator[None]:
    """Lend the bare system this one's /proc, and take it back whatever happens."""
    run("mount", "--bind", "/proc", root / "proc")
    try:
        yield
    finally:
        run("umount", root / "proc")
