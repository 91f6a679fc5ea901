"""The papers people drop, kept under the SHA-256 of their content: the originals may vanish."""

from __future__ import annotations

import hashlib
import logging
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from pec_desktop import atomic
from pec_desktop.atomic import NewFile
from pec_desktop.errors import StoreError
from pec_desktop.store import backups
from pec_desktop.store.database import Database
from pec_desktop.store.drafts import papers_in_use

log = logging.getLogger(__name__)

_DAY = 86_400
_ROUNDED = 60
"""Seconds by which a disk may round the time of a file, and more."""
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_LENT = "lent"
_RESERVED = frozenset('/\\:*?"<>|')
_LONGEST = 200
"""Bytes of a name; systems allow 255, and other programs add something of their own."""


class StoredFile(Struct, frozen=True):
    """A paper in the archive; `name` is the one it came with, `size` is in bytes."""

    sha256: str
    name: str
    size: int


class Original:
    """Somebody's file, opened at once: its owner may delete it before it has been copied.

    Making one never raises and takes as long as opening a file does. `name` is its file name.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._file: BinaryIO | None = None
        self._refused: StoreError | None = None
        try:
            self._file = _opened(path)
        except StoreError as error:
            self._refused = error

    @property
    def size(self) -> int:
        """Bytes; 0 for what could not be opened."""
        return os.fstat(self._file.fileno()).st_size if self._file else 0

    def slices(self) -> Iterator[bytes]:
        """Read it, slice by slice. Raises `StoreError` (``store.source_*``, detail `name`)."""
        if self._refused is not None or self._file is None:
            raise self._refused or StoreError("store.source_unreadable", name=self.name)
        try:
            while piece := self._file.read(atomic.SLICE):
                yield piece
        except OSError as error:
            raise StoreError("store.source_unreadable", name=self.name) from error

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __del__(self) -> None:
        self.close()


class FileStore:
    """Keeps papers in `folder`, one file per content. Any thread; raises `StoreError`.

    A paper is complete on the disk, and the archive knows it, before any method returns it.
    """

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder = folder
        self._database = database

    def take(self, source: Path | Original) -> StoredFile:
        """Copy the file `source` into the archive; an `Original` is closed then.

        Raises `StoreError` (detail `name`): ``store.source_folder``, ``store.source_missing``,
        ``store.source_unreadable``; ``store.disk_full`` and the like as everywhere.
        """
        original = source if isinstance(source, Original) else Original(source)
        with closing(original):
            return self._keep(original.slices(), original.name)

    def put(self, data: bytes, name: str) -> StoredFile:
        """Keep `data`, for instance a downloaded form, under `name`."""
        return self._keep([data], name)

    def path(self, sha256: str) -> Path:
        """Tell where a paper lies; for reading only."""
        return self._folder / sha256[:2] / sha256

    def unnamed(self) -> AbstractContextManager[NewFile]:
        """Give a new file to be filled with a paper whose row is known already; see `give_name`."""
        atomic.private_folder(self._folder)
        return atomic.new_file(self._folder)

    def give_name(self, new: NewFile, sha256: str) -> None:
        """Put a finished `unnamed` paper where its content belongs; one that is there stays.

        Windows replaces no file that somebody reads just now.
        """
        target = self.path(sha256)
        atomic.private_folder(target.parent)
        if _holds(target, sha256):
            os.utime(target)  # as young as a new one, see `remove_unused`
        else:
            new.become(target)

    def lend(self, sha256: str, name: str) -> Path:
        """Return a copy that bears `name`, for another program to open; see `clear_lent`."""
        folder = self._folder / _LENT / sha256[:12]
        copy = folder / (Path(name).name or sha256)
        for made in (self._folder, folder.parent, folder):
            atomic.private_folder(made)
        if not _holds(copy, sha256):  # that program may have it open
            atomic.copy(self.path(sha256), copy)
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

        Drafts hold papers, mailboxes the ones kept with them, open attempts what was sent, and
        backups and archives put aside all that they know. The age leaves time to whoever has taken
        a paper and not yet saved what shall hold it.
        """
        removed = []
        known, last_use = self._known_to_copies()
        # Within the transaction, so that nobody takes the same paper in between.
        with self._database.transaction() as connection, atomic.failures():
            used = papers_in_use(connection) | known
            for path in (*self._folder.glob("??/*"), *self._folder.glob(f".*{atomic.PART}")):
                modified = path.stat().st_mtime
                young = modified > self._database.now() - older_than
                if young or modified <= last_use or path.name in used:
                    continue
                path.unlink()
                removed.append((path.name,))
            connection.executemany("DELETE FROM files WHERE sha256 = ?", removed)
        return len(removed)

    def _known_to_copies(self) -> tuple[set[str], float]:
        """Give the papers that backups and archives put aside know.

        One that cannot be read may know whatever was there when it was made (Unix seconds).
        """
        archive, known, unread = self._database.path, set[str](), 0.0
        for copy in (*backups.backups(archive), *backups.put_aside(archive)):
            papers = backups.papers_of(copy.path)
            if papers is None:
                unread = max(unread, copy.moment + _ROUNDED)
            else:
                known |= papers
        return known, unread

    def _keep(self, slices: Iterable[bytes], name: str) -> StoredFile:
        name = plain_name(name)
        digest, size = hashlib.sha256(), 0
        with self.unnamed() as new:
            for piece in slices:
                digest.update(piece)
                new.write(piece)
                size += len(piece)
            new.finish()
            stored = StoredFile(digest.hexdigest(), name, size)
            with self._database.transaction() as connection:
                self.give_name(new, stored.sha256)
                connection.execute(
                    "INSERT INTO files (sha256, name, size, added_at) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (sha256) DO UPDATE"
                    " SET name = excluded.name, added_at = excluded.added_at",
                    (*(stored.sha256, stored.name, stored.size), self._database.now()),
                )
        return stored


def _opened(path: Path) -> BinaryIO:
    """Open an ordinary file; what is wrong with the source is told apart from the disk."""
    try:
        # A pipe would hold up whoever opens it, and it or a device may never end.
        descriptor = os.open(path, os.O_RDONLY | _AT_ONCE)
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            return os.fdopen(descriptor, "rb")
        os.close(descriptor)
    except FileNotFoundError as error:
        raise StoreError("store.source_missing", name=path.name) from error
    except OSError:
        log.info("A paper could not be opened", exc_info=True)
    key = "store.source_folder" if path.is_dir() else "store.source_unreadable"
    raise StoreError(key, name=path.name)


def _holds(path: Path, sha256: str) -> bool:
    """Whether there is a file of that content."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


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
