"""The papers people drop, kept under the SHA-256 of their content: the originals may vanish."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from pec_desktop import atomic
from pec_desktop.errors import StoreError
from pec_desktop.store.database import Database
from pec_desktop.store.drafts import papers_in_use

_DAY = 86_400
_LENT = "lent"
_RESERVED = frozenset('/\\:*?"<>|')
_LONGEST = 200
"""Bytes of a name; systems allow 255, and other programs add something of their own."""


class StoredFile(Struct, frozen=True):
    """A paper in the archive; `name` is the one it came with, `size` is in bytes."""

    sha256: str
    name: str
    size: int


class FileStore:
    """Keeps papers in `folder`, one file per content. Any thread; raises `StoreError`.

    A paper is complete on the disk, and the archive knows it, before any method returns it.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database

    def take(self, source: Path) -> StoredFile:
        """Copy the file `source` into the archive.

        Raises `StoreError` (detail `name`): ``store.source_folder``, ``store.source_missing``,
        ``store.source_unreadable``; ``store.disk_full`` and the like as everywhere.
        """
        return self._keep(_slices(source), source.name)

    def put(self, data: bytes, name: str) -> StoredFile:
        """Keep `data`, for instance a downloaded form, under `name`."""
        return self._keep([data], name)

    def path(self, sha256: str) -> Path:
        """Tell where a paper lies; for reading only."""
        return self._folder / sha256[:2] / sha256

    def lend(self, sha256: str, name: str) -> Path:
        """Return a copy that bears `name`, for another program to open; see `clear_lent`."""
        folder = self._folder / _LENT / sha256[:12]
        copy = folder / (Path(name).name or sha256)
        for made in (self._folder, folder.parent, folder):
            atomic.private_folder(made)
        with atomic.new_file(folder) as new:
            for piece in _slices(self.path(sha256)):
                new.write(piece)
            new.finish()
            new.become(copy)
        return copy

    def clear_lent(self) -> None:
        """Remove the copies that were lent; one that another program still holds stays."""
        import shutil

        shutil.rmtree(self._folder / _LENT, ignore_errors=True)

    def get(self, sha256: str) -> StoredFile | None:
        """Give what is known of a paper, or None if it is not there."""
        with self._database.connect() as connection:
            row = connection.execute(
                "SELECT sha256, name, size FROM files WHERE sha256 = ?", (sha256,)
            ).fetchone()
        return StoredFile(*row) if row and self.path(sha256).is_file() else None

    def remove_unused(self, older_than: int = _DAY) -> int:
        """Remove papers that nothing holds, once they are `older_than` seconds old; count them.

        Drafts hold papers, mailboxes the ones kept with them, open attempts what was sent. The age
        leaves time to whoever has taken a paper and not yet saved what shall hold it.
        """
        removed = []
        # Within the transaction, so that nobody takes the same paper in between.
        with self._database.transaction() as connection, atomic.failures():
            used = papers_in_use(connection)
            for path in (*self._folder.glob("??/*"), *self._folder.glob(f".*{atomic.PART}")):
                if path.name in used or path.stat().st_mtime > self._database.now() - older_than:
                    continue
                path.unlink()
                removed.append((path.name,))
            connection.executemany("DELETE FROM files WHERE sha256 = ?", removed)
        return len(removed)

    def _keep(self, slices: Iterable[bytes], name: str) -> StoredFile:
        name = plain_name(name)
        digest, size = hashlib.sha256(), 0
        atomic.private_folder(self._folder)
        with atomic.new_file(self._folder) as new:
            for piece in slices:
                digest.update(piece)
                new.write(piece)
                size += len(piece)
            new.finish()
            stored = StoredFile(digest.hexdigest(), name, size)
            target = self.path(stored.sha256)
            atomic.private_folder(target.parent)
            with self._database.transaction() as connection:
                new.become(target)
                connection.execute(
                    "INSERT INTO files (sha256, name, size, added_at) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (sha256) DO UPDATE"
                    " SET name = excluded.name, added_at = excluded.added_at",
                    (*(stored.sha256, stored.name, stored.size), self._database.now()),
                )
        return stored


def _slices(source: Path) -> Iterator[bytes]:
    """Read a file slice by slice; what is wrong with the source is told apart from the disk."""
    try:
        kind = source.stat().st_mode
        if stat.S_ISDIR(kind):
            raise StoreError("store.source_folder", name=source.name)
        # A pipe or a device may never end.
        if not stat.S_ISREG(kind):
            raise StoreError("store.source_unreadable", name=source.name)
        with source.open("rb") as file:
            while piece := file.read(atomic.SLICE):
                yield piece
    except FileNotFoundError as error:
        raise StoreError("store.source_missing", name=source.name) from error
    except OSError as error:
        raise StoreError("store.source_unreadable", name=source.name) from error


def plain_name(name: str) -> str:
    """Make a name that every system can give a file, from a file's own or the vendor's words.

    What the system could not decode, and what separates folders or is reserved on Windows,
    becomes an underscore; the ending stays when the rest is cut to `_LONGEST` bytes.
    """
    name = name.encode("utf-8", "replace").decode()
    plain = "".join(
        one if one.isprintable() and one not in _RESERVED else "_" for one in name
    ).strip(" .")
    stem, ending = Path(plain).stem, Path(plain).suffix
    room = _LONGEST - len(ending.encode())
    return stem.encode()[: max(room, 1)].decode(errors="ignore") + ending if plain else "_"
