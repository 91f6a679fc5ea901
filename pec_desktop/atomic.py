"""Files that appear complete or not at all, readable by their owner only unless meant for others.

A new file is written beside its place under another name, forced to the disk and then put in
place in one step; a crash or a full disk leaves the old file as it was. What the system refuses
becomes a `StoreError` whose key has words. Any thread.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pec_desktop.errors import StoreError

_KEYS = dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "store.disk_full") | dict.fromkeys(
    (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.EISDIR),
    "store.read_only",
)


@contextmanager
def failures() -> Iterator[None]:
    """Turn an `OSError` of the body into a `StoreError`.

    Keys: ``store.disk_full``, ``store.read_only`` (no right to write there, or something else
    bears the name), ``store.failed`` (anything else); `path` is a detail of each.
    """
    try:
        yield
    except OSError as error:
        key = _KEYS.get(error.errno or 0, "store.failed")
        raise StoreError(key, path=str(error.filename or ""), reason=str(error)) from error


def private(path: str, flags: int) -> int:
    """Open a file as `open(..., opener=private)` wants it: 0600 from its first instant."""
    return os.open(path, flags, 0o600)


def private_folder(folder: Path) -> None:
    """Create `folder` for its owner only (0700); one that exists is left as it is."""
    with failures():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


class NewFile:
    """A file being written, not yet in place. Made by `new_file`; `path` is where it lies now."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self.path = path

    def write(self, data: bytes) -> None:
        """Append `data`."""
        self._file.write(data)

    def finish(self) -> None:
        """Force everything to the disk; nothing can be written afterwards."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def become(self, target: Path) -> None:
        """Put the finished file in place of `target` (in the same file system)."""
        self.path.replace(target)
        _sync_folder(target.parent)


@contextmanager
def new_file(folder: Path, *, for_owner: bool = True) -> Iterator[NewFile]:
    """Give a file to be filled in `folder`; it vanishes unless it became something.

    With `for_owner` only its owner may read it, else whoever may read any new file there. Raises
    `StoreError` as `failures` does, for the body too.
    """
    temporary = folder / f".{os.urandom(8).hex()}.part"
    with failures():
        try:
            with open(temporary, "xb", opener=private if for_owner else None) as file:
                yield NewFile(file, temporary)
        finally:
            temporary.unlink(missing_ok=True)


def write(path: Path, data: bytes, *, for_owner: bool = True) -> None:
    """Replace the file `path` by `data`, or leave it as it was and raise `StoreError`."""
    with new_file(path.parent, for_owner=for_owner) as new:
        new.write(data)
        new.finish()
        new.become(path)


def _sync_folder(folder: Path) -> None:
    """Force the folder's entries to the disk; Windows cannot, and does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
