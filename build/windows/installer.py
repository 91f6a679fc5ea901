"""The installer: `installer.nsi`, filled in and compiled."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from build.steps import run, size_of, version
from build.windows_resource import PUBLISHER, numbers

HERE = Path(__file__).parent
SIGN = "PEC_DESKTOP_SIGN"
"""The environment's variable with the command that signs the file whose name is added to it."""


def make(folder: Path, icon: Path, target: Path, number: str = "", *, quick: bool = False) -> Path:
    """Pack `folder` into the installer `target`, as version `number` (by default the program's).

    `quick` packs it less, for trying.
    """
    number = number or version()
    definitions = {
        "VERSION": number,
        "VERSION4": ".".join(map(str, numbers(number))),
        "FOLDER": folder,
        "TARGET": target,
        "ICON": icon,
        "KILOBYTES": size_of(folder) // 1024,
        "PUBLISHER": PUBLISHER,
    }
    if command := os.environ.get(SIGN):
        definitions["SIGN"] = command
    if quick:
        definitions["QUICK"] = "1"
    # NSIS' own makers offer it for Windows with 32 bits only, Debian for both.
    bits = () if os.name == "nt" else ("-XTarget amd64-unicode",)
    run(
        *(compiler(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *bits),
        *(f"-D{name}={value}" for name, value in definitions.items()),
        HERE / "installer.nsi",
    )
    return target


def compiler() -> str:
    """Find NSIS, which on Windows puts itself into no path."""
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "/"), "NSIS/makensis.exe")
    return shutil.which("makensis") or str(usual)


def sign(*paths: Path) -> bool:
    """Sign files if a certificate is configured; tell whether they were signed."""
    command = os.environ.get(SIGN)
    if not command:
        return False
    for path in paths:
        run(*command.split(), path)
    return True
