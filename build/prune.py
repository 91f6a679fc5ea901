"""What of the libraries goes into the built program, and what would only make it larger."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath

MODULES = [
    *("tkinter", "unittest", "lib2to3", "xmlrpc", "pip", "setuptools", "pytest", "hypothesis"),
    *("yaml", "attr", "attrs", "tomli_w", "numpy", "IPython", "PIL.ImageTk", "PIL.ImageQt"),
    *("PIL.AvifImagePlugin", "PIL._avif", "PIL.WebPImagePlugin", "PIL._webp"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL"),
]
"""Python modules that libraries would use if they were there, and the program never does."""

UNUSED = (
    # Plugins of Qt that draw with a graphics card, talk to a network or a database.
    *("plugins/tls/*", "plugins/networkinformation/*", "plugins/sqldrivers/*"),
    *("plugins/generic/*", "plugins/egldeviceintegrations/*", "plugins/qmltooling/*"),
    *("plugins/wayland-graphics-integration-client/*", "plugins/xcbglintegrations/*"),
    *("plugins/platforms/*eglfs*", "plugins/platforms/*linuxfb*", "plugins/platforms/*vnc*"),
    *("plugins/platforms/*vkkhrdisplay*", "plugins/platforms/*minimal*"),
    *("plugins/platforms/*direct2d*", "plugins/platforminputcontexts/*virtualkeyboard*"),
    # Takes half of the build machine's GTK with it; the desktop's portal tells colours as well.
    "plugins/platformthemes/*gtk3*",
    # Fusion is drawn by Qt itself, and no other kinds of pictures are shown.
    *("plugins/styles/*", "plugins/imageformats/*pdf*", "plugins/imageformats/*tiff*"),
    *("plugins/imageformats/*webp*", "plugins/imageformats/*tga*", "plugins/imageformats/*wbmp*"),
    *("plugins/imageformats/*icns*", "plugins/imageformats/*gif*"),
    # Tables of other countries' numbers, and descriptions of packages that nobody reads.
    *("stdnum/*.dat", "stdnum/*/*.dat", "attrs-*/*", "importlib_metadata-*/*"),
    *("cryptography-*/*", "cryptography-*/*/*"),
)
"""Patterns of files, matched from their end."""

SYSTEMS_OWN = (
    *("libstdc++.so*", "libgcc_s.so*", "libz.so*", "libglib-2.0.so*", "libgthread-2.0.so*"),
    *("libdbus-1.so*", "libsystemd.so*", "libudev.so*", "libfontconfig.so*", "libfreetype.so*"),
    *("libexpat.so*", "libuuid.so*", "libcap.so*", "libgcrypt.so*", "libgpg-error.so*"),
)
"""Libraries of every Linux desktop, which fit its drivers, fonts and settings; ours would not."""

LANGUAGES = ("qtbase_de", "qtbase_en", "qtbase_it")
"""Qt's own words in the languages of the program."""

Entry = tuple[str, str, str]
"""Name in the program, file on this computer, kind: as PyInstaller keeps them."""


def files(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that are needed."""
    return [entry for entry in entries if _needed(PurePath(entry[0].replace("\\", "/")))]


def data(entries: Iterable[Entry], libraries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that are needed, links only to `libraries` that stay."""
    names = {PurePath(entry[0]).name for entry in libraries}
    return [
        entry
        for entry in files(entries)
        if entry[2] != "SYMLINK" or PurePath(entry[0]).name in names
    ]


def libraries(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that are needed, and of plain libraries only those that another needs.

    PyInstaller has followed the plugins that are left out as well.
    """
    from PyInstaller.depend.bindepend import get_imports

    entries = files(entries)
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        by_name.setdefault(PurePath(entry[0]).name.lower(), []).append(entry)
    waiting = [entry for entry in entries if _is_root(entry)]
    found = set(waiting)
    while waiting:
        for name, _path in get_imports(waiting.pop()[1]):
            new = set(by_name.get(PurePath(name).name.lower(), ())) - found
            found |= new
            waiting += new
    return [entry for entry in entries if entry in found]


def _is_root(entry: Entry) -> bool:
    """Whether Python or Qt load it by name."""
    name, _path, kind = entry
    path = PurePath(name.replace("\\", "/"))
    return kind == "EXTENSION" or "plugins" in path.parts or path.name.startswith(PYTHON)


PYTHON = ("libpython", "python3", "Python")


def _needed(path: PurePath) -> bool:
    if "translations" in path.parts:
        return path.stem in LANGUAGES
    return not any(path.match(pattern) for pattern in (*UNUSED, *SYSTEMS_OWN))


def resources(folder: Path) -> list[tuple[str, str]]:
    """Return the program's own resources as (file, folder in the program).

    Without the sources of the translations, and without what `build.release` makes for each build.
    """
    files = (
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".ts" and path.name != "updates.json"
    )
    return [(str(path), str(path.relative_to(folder.parent).parent)) for path in files]
