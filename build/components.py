"""What the built program consists of beside our own code: names, versions, licences.

From requirements.lock and the installed packages' own descriptions; Python itself and what starts
it come to that. It is the source of the list of components (SBOM) and of the licences that go with
every build.
"""

from __future__ import annotations

import platform
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import (
    Distribution,
    PackageMetadata,
    PackageNotFoundError,
    distribution,
)
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
TEXTS = Path(__file__).with_name("licences")
"""The licences of Qt, which do not come with its packages."""


ELSEWHERE = {
    "backports-tarfile": "MIT License",
    "importlib-metadata": "Apache-2.0",
    "jeepney": "MIT",
    "pywin32-ctypes": "BSD-3-Clause",
    "secretstorage": "BSD-3-Clause",
}
"""The licences of packages that only some systems or Pythons need, and others cannot ask."""


class Component(NamedTuple):
    """A part of the program. `licence` is an SPDX expression, or what its authors call it.

    `purl` says where it comes from, for whoever looks for its known faults.
    """

    name: str
    version: str
    licence: str
    needs: tuple[str, ...]
    purl: str


def components() -> list[Component]:
    """Return the packages that the program needs on any system, by name; without our own."""
    versions = locked()
    found: dict[str, Component] = {}
    waiting = list(direct())
    while waiting:
        name = waiting.pop()
        if name in found or name not in versions:  # not in the lock: for no system of ours
            continue
        needs = tuple(sorted(set(_needs(name)) & set(versions)))
        purl = f"pkg:pypi/{name}@{versions[name]}"
        found[name] = Component(name, versions[name], _licence(name), needs, purl)
        waiting += needs
    return sorted(found.values())


def runtime() -> list[Component]:
    """Return what the built program is started by and runs on."""
    python, starter = platform.python_version(), locked()["pyinstaller"]
    exception = "GPL-2.0-or-later WITH Bootloader-exception"
    return [
        Component(
            "pyinstaller-bootloader", starter, exception, (), f"pkg:pypi/pyinstaller@{starter}"
        ),
        Component("python", python, "PSF-2.0", (), f"pkg:generic/python@{python}"),
    ]


def direct() -> list[str]:
    """Return what pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [canonicalize_name(Requirement(one).name) for one in project["dependencies"]]


def locked() -> dict[str, str]:
    """Return name → version of everything in requirements.lock."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.+!]+)", lock, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


def licences() -> str:
    """Return the licences of everything in the build, as far as they came with the packages."""
    head = (
        "PEC Desktop contains the following software of others. Qt and PySide6 are used under\n"
        "the LGPL, version 3: their libraries lie beside the program as files of their own and\n"
        "may be replaced. PyInstaller's start code is used under its exception to the GPL.\n"
        "Sources: the projects' own pages."
    )
    parts = [head]
    for one in (*components(), *runtime()):
        texts = "\n\n".join(_texts(one.name))
        parts.append(f"{one.name} {one.version}\nLicence: {one.licence}\n\n{texts}".rstrip())
    parts += [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    return ("\n\n" + "=" * 78 + "\n\n").join(parts) + "\n"


def _needs(name: str) -> Iterator[str]:
    """Yield what a package needs on any system, without its extras."""
    package = _installed(name)
    for text in (package.requires or ()) if package is not None else ():
        requirement = Requirement(text)
        if requirement.marker is None or "extra" not in str(requirement.marker):
            yield canonicalize_name(requirement.name)


def _licence(name: str) -> str:
    package = _installed(name)
    if package is None:
        return ELSEWHERE.get(name, "")
    facts = package.metadata
    named = [
        value.rpartition(" :: ")[2]
        for value in facts.get_all("Classifier") or ()
        if value.startswith("License :: ")
    ]
    expression, own = (_fact(facts, name) for name in ("License-Expression", "License"))
    short = own if "\n" not in own and len(own) < 60 else ""
    return expression or short or ", ".join(named)


def _fact(facts: PackageMetadata, name: str) -> str:
    values: list[str] = facts.get_all(name) or [""]
    return values[0].strip()


def _texts(name: str) -> Iterable[str]:
    package = _installed(name)
    for path in (package.files or ()) if package is not None else ():
        inside = ".dist-info" in str(path.parent)
        if inside and re.match(r"(?i)(licen[cs]e|copying|notice)", path.name):
            yield path.read_text(encoding="utf-8").strip()


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:  # for another system
        return None
