"""What Windows shows of the program in its properties, and antivirus programs judge it by."""

from __future__ import annotations

from typing import Any

PUBLISHER = "PEC Desktop"
"""The same in every file of every release; a certificate's holder would replace it."""

ENGLISH, UNICODE = 0x0409, 1200


def version(name: str, number: str) -> Any:
    """Return PyInstaller's version resource for the executable `name`. On Windows only."""
    from PyInstaller.utils.win32 import versioninfo as info

    four = numbers(number)
    words = {
        "CompanyName": PUBLISHER,
        "FileDescription": "PEC Desktop",
        "FileVersion": number,
        "InternalName": name,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "PEC Desktop",
        "ProductVersion": number,
    }
    table = info.StringTable(
        f"{ENGLISH:04X}{UNICODE:04X}", [info.StringStruct(*pair) for pair in words.items()]
    )
    translation = info.VarFileInfo([info.VarStruct("Translation", [ENGLISH, UNICODE])])
    fixed = info.FixedFileInfo(filevers=four, prodvers=four)
    return info.VSVersionInfo(ffi=fixed, kids=[info.StringFileInfo([table]), translation])


def numbers(version_number: str) -> tuple[int, int, int, int]:
    """Return a version as the four numbers Windows compares: 0.1.0 is (0, 1, 0, 0)."""
    major, minor, patch, *_ = (*map(int, version_number.split(".")), 0, 0)
    return major, minor, patch, 0
