"""What a built program consists of: its files as they were built, and every import it makes.

The list of files is written by the build (`write`) beside the program's libraries; the imports are
read from the compiled modules themselves, so that nobody has to keep a list.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import CodeType

LIST = "contents.json"
ONLY_ON = {"fcntl": ("linux", "darwin"), "msvcrt": ("win32",), "jeepney": ("linux",)}
"""Modules that are there on some systems only (`sys.platform`); whoever imports them asks first."""


def installed() -> Path | None:
    """Return the folder of the built program; None from source, and on macOS.

    There the signature seals the whole bundle, and signing changes its files.
    """
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    if bundle is None or sys.platform == "darwin":
        return None
    return Path(bundle)


def write(folder: Path, built: Path) -> int:
    """List the files of the program in `built`, whose libraries lie in `folder`; their number."""
    target = folder / LIST
    paths = sorted(path for path in built.rglob("*") if path.is_file() and path != target)
    entries = {path.relative_to(built).as_posix(): _digest(path) for path in paths}
    target.write_text(json.dumps({"up": len(folder.relative_to(built).parts), "files": entries}))
    return len(entries)


def wrong(folder: Path) -> list[str]:
    """Return the files that are missing or not as they were built, with `/` between folders."""
    built, entries = _read(folder)
    return [name for name, digest in entries.items() if _digest(built / name) != digest]


def listed(folder: Path) -> list[str]:
    """Return the files the program consists of."""
    return list(_read(folder)[1])


def _read(folder: Path) -> tuple[Path, dict[str, str]]:
    found = json.loads((folder / LIST).read_text())
    return folder.joinpath(*[".."] * found["up"]), found["files"]


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def imported_by(start: str) -> set[tuple[str, str]]:
    """Return all that the program's module `start` and those it leads to import, as (module, name).

    `name` is empty for a plain import. Read from the compiled code, functions included, which a
    built program has too.
    """
    own = start.partition(".")[0]
    found: set[tuple[str, str]] = set()
    seen, waiting = set[str](), [start]
    while waiting:
        module = waiting.pop()
        if module in seen or (code := _code(module)) is None:
            continue
        seen.add(module)
        for pair in _imports(code):
            found.add(pair)
            if pair[0].partition(".")[0] == own:
                waiting += [pair[0], ".".join(filter(None, pair))]
    return {pair for pair in found if _is_here(pair[0])}


def _is_here(module: str) -> bool:
    return sys.platform in ONLY_ON.get(module.partition(".")[0], (sys.platform,))


def load(module: str, name: str) -> None:
    """Import `name` from `module` as the statement does. Raises `ImportError` if it fails."""
    if not hasattr(import_module(module), name or "__name__"):
        import_module(f"{module}.{name}")


def _code(module: str) -> CodeType | None:
    """Return the compiled module; None if the name is not a module's."""
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:  # a name inside a module that is no package
        return None
    reader = getattr(spec.loader, "get_code", None) if spec is not None else None
    return reader(module) if reader is not None else None


def _imports(code: CodeType) -> Iterator[tuple[str, str]]:
    from dis import get_instructions

    module = ""
    for step in get_instructions(code):
        if step.opname == "IMPORT_NAME":
            module = step.argval
            yield module, ""
        elif step.opname == "IMPORT_FROM":
            yield module, step.argval
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _imports(constant)
