"""Breaks one thing of the program, then lets it prove itself: ``self_test_broken.py NAME FOLDER``.

Run as a process of its own; ends with the self-test's exit code.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from pec_desktop import paths
from pec_desktop.options import Options
from pec_desktop.self_test import check, contents, runner


def without_module(name: str, _folder: Path) -> None:
    sys.modules[name] = None  # type: ignore[assignment]


def without_helpers(folder: Path) -> None:
    sys.executable = str(folder / "nothing")


def impatient_without_helpers(folder: Path) -> None:
    check.PATIENCE = 1.0
    without_helpers(folder)


def bad_migration(_folder: Path) -> None:
    from pec_desktop.store import migrations

    migrations.MIGRATIONS = (migrations.MIGRATIONS[0], ("CREATE NONSENSE",))


def resources(spoil: Callable[[Path], Any], folder: Path) -> None:
    """Give the program resources of which `spoil` has spoilt something."""
    shutil.copytree(paths.resource(), folder / "resources")
    spoil(folder / "resources")
    paths._resources = lambda: folder / "resources"


def built(spoil: Callable[[Path], Any], folder: Path) -> None:
    """Pretend to be a built program of two files of which `spoil` has spoilt something."""
    inside = folder / "built/_internal"
    inside.mkdir(parents=True)
    for path in (inside.parent / "program", inside / "library"):
        path.write_text("as it was built")
    contents.write(inside, inside.parent)
    sys._MEIPASS = str(inside)  # type: ignore[attr-defined]
    spoil(inside.parent)


def removed(name: str) -> Callable[[Path], Any]:
    return lambda folder: (folder / name).unlink()


def damaged(name: str) -> Callable[[Path], Any]:
    return lambda folder: (folder / name).write_text("damaged")


BREAKS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "a file of the build is gone": ("files", partial(built, removed("program"))),
    "a library of the build is changed": ("files", partial(built, damaged("_internal/library"))),
    "the list of files is gone": ("files", partial(built, removed("_internal/contents.json"))),
    "a module is gone": ("imports", partial(without_module, "pec_desktop.ui.paper_tray")),
    "a library's module is gone": ("imports", partial(without_module, "stdnum.it.codicefiscale")),
    "a migration is broken": ("archive", bad_migration),
    "the keychain's library is gone": ("keychain", partial(without_module, "secretstorage")),
    "the system's certificates": ("certificates", partial(without_module, "truststore")),
    "the child cannot start": ("papers", without_helpers),
    "no library for AES": ("papers", partial(without_module, "cryptography")),
    "no library for p7m": ("envelope", partial(without_module, "asn1crypto.cms")),
    "the practice server cannot start": ("practice", without_helpers),
    "a translation is gone": ("words", partial(resources, removed("i18n/pec_desktop_it.qm"))),
    "a translation is damaged": ("words", partial(resources, damaged("i18n/pec_desktop_it.qm"))),
    "a drawing is gone": ("icons", partial(resources, removed("icons/refresh.svg"))),
    "a drawing is damaged": ("icons", partial(resources, damaged("icons/info.svg"))),
    "the program's icon is damaged": ("icons", partial(resources, damaged("app-64.png"))),
    "the style sheet is gone": ("window", partial(resources, removed("themes/pec_desktop.qss"))),
    "the mailboxes do not come": ("window", impatient_without_helpers),
}
"""What is broken → the check that must see it, and how it is broken."""


def main(name: str, folder: str) -> int:
    """Break what `name` says and run the check that belongs to it."""
    wanted, spoil = BREAKS[name]
    spoil(Path(folder))
    checks = [one for one in runner.CHECKS if one.name == wanted]
    return runner.run(Options(platform="offscreen"), checks)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
