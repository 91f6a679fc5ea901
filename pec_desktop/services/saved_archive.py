"""The whole office in one file: what the file looks like, and reading it. No network, no secrets.

A ZIP with the archive as SQLite, its papers under their names, and ``manifest.json``, which says
what is in it and every part's SHA-256: anybody can open it without this program. With a passphrase
the ZIP as a whole is encrypted (`store.age`). Access tokens and API keys are in the keychain and
nowhere else, so they are not in it.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from pec_desktop import atomic
from pec_desktop.errors import StoreError
from pec_desktop.store.age import AgeReader, is_age
from pec_desktop.store.migrations import MIGRATIONS

FORMAT = 1
"""The layout of the file; a newer one is refused."""

MANIFEST, ARCHIVE, PAPERS = "manifest.json", "archive.sqlite", "papers"

_LONGEST_MANIFEST = 64 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What `zipfile` raises for a file that is not as it was written."""


class Part(Struct, frozen=True):
    """A file within the file: its name there, the digest of what it holds, its size in bytes."""

    name: str
    sha256: str
    size: int


class Manifest(Struct, frozen=True, kw_only=True):
    """What a saved archive holds. `made_at` is in Unix seconds; the numbers are for people.

    `missing` papers were named by the archive and not there when it was saved.
    """

    format: int
    program: str
    schema: int
    made_at: int
    accounts: int
    mailboxes: int
    drafts: int
    attempts: int
    missing: int
    settings: dict[str, Any]
    archive: Part
    papers: tuple[Part, ...]

    @property
    def size(self) -> int:
        """Bytes that it takes on the disk when it is restored."""
        return sum(part.size for part in (self.archive, *self.papers))


class SavedArchive:
    """An open saved archive. Made by `opened`; one thread."""

    def __init__(self, container: zipfile.ZipFile) -> None:
        self._container = container
        self.manifest = self._read_manifest()

    def pieces(self, part: Part) -> Iterator[bytes]:
        """Read a part; raises ``saved.damaged`` at the latest at its end, if it is not whole."""
        digest, left = hashlib.sha256(), part.size
        with broken(), self._container.open(part.name) as file:
            while piece := file.read(atomic.SLICE):
                digest.update(piece)
                left -= len(piece)
                if left < 0:  # more than it says: it might never end
                    break
                yield piece
        if left or digest.hexdigest() != part.sha256:
            raise StoreError("saved.damaged", reason=part.name)

    def _read_manifest(self) -> Manifest:
        with broken():
            if MANIFEST not in self._container.namelist():
                raise StoreError("saved.foreign")
            with self._container.open(MANIFEST) as file:
                data = file.read(_LONGEST_MANIFEST)
            try:
                version = msgspec.json.decode(data, type=_Version)
            except msgspec.DecodeError as error:
                raise StoreError("saved.foreign") from error
            if version.format > FORMAT or version.schema > len(MIGRATIONS):
                raise StoreError("saved.newer", program=version.program)
            return msgspec.json.decode(data, type=Manifest)


class _Version(Struct):
    """What every version of the manifest has."""

    format: int
    program: str
    schema: int


@contextmanager
def opened(path: Path, passphrase: str) -> Iterator[SavedArchive]:
    """Open a saved archive; `passphrase` counts only for one that `is_sealed`.

    Raises `StoreError`, for the body too: ``saved.foreign``, ``saved.newer`` (detail `program`),
    ``saved.passphrase``, ``saved.damaged``, ``saved.unreadable``. Worker thread.
    """
    with _readable(path), path.open("rb") as file:
        plain = io.BufferedReader(AgeReader(file, passphrase)) if is_age(file) else file
        if not zipfile.is_zipfile(plain):
            # Cut off, it has no table at its end, but begins like one.
            plain.seek(0)
            key = "saved.damaged" if plain.read(2) == b"PK" else "saved.foreign"
            raise StoreError(key, reason="no table")
        with broken():
            container = zipfile.ZipFile(plain)
        with container:
            yield SavedArchive(container)


def is_sealed(path: Path) -> bool:
    """Whether a file needs a passphrase. Raises `StoreError("saved.unreadable")`."""
    with _readable(path), path.open("rb") as file:
        return is_age(file)


@contextmanager
def broken() -> Iterator[None]:
    """Tell a file that is not as it was written."""
    try:
        yield
    except (*_BROKEN, KeyError, msgspec.DecodeError) as error:
        raise StoreError("saved.damaged", reason=str(error)) from error


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError("saved.unreadable", path=str(path), reason=str(error)) from error
