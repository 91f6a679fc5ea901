"""Files that appear complete or not at all, readable by their owner only unless meant for others.

A new file is written beside its place under another name, forced to the disk and then put in
place in one step; a crash or a full disk leaves the old file as it was. What the system refuses
becomes a `StoreError` whose key has words. Any thread.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pec_desktop.errors import StoreError

_KEYS = dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "store.disk_full") | dict.fromkeys(
    (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.EISDIR),
    "store.read_only",
)
_NO_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)
"""What a network share or a stick says that keeps its folders up to date by itself."""

PART = ".part"
"""How the name of an unfinished file ends; a crash may leave one behind."""

PATIENCE = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
"""Seconds to wait before a file is put in place after all: on Windows whoever reads the new file or
the old one, for instance a virus scanner, keeps it where it is for a moment."""

SLICE = 1 << 20
"""Bytes that are read at once."""


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
    """A file being written, not yet in place. Made by `new_file`.

    `file` is for whoever wants a file object to write to; `path` is where it lies now.
    """

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self.file = file
        self.path = path

    def write(self, data: bytes) -> None:
        """Append `data`."""
        self.file.write(data)

    def finish(self) -> None:
        """Force everything to the disk; nothing can be written afterwards."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()

    def become(self, target: Path) -> None:
        """Put the finished file in place of `target` (in the same file system)."""
        for seconds in PATIENCE:
            try:
                self.path.replace(target)
                break
            except PermissionError:
                time.sleep(seconds)
        else:
            self.path.replace(target)
        sync_folder(target.parent)


@contextmanager
def new_file(folder: Path, *, shared: bool = False) -> Iterator[NewFile]:
    """Give a file to be filled in `folder`; it vanishes unless it became something.

    It is for its owner only, unless it is `shared`: what a person saves elsewhere, perhaps for
    others, gets the rights that files have there. Raises `StoreError` as `failures` does, for the
    body too.
    """
    temporary = folder / f".{os.urandom(8).hex()}{PART}"
    with failures():
        try:
            with open(temporary, "xb", opener=None if shared else private) as file:
                yield NewFile(file, temporary)
        finally:
            temporary.unlink(missing_ok=True)


def write(path: Path, data: bytes, *, shared: bool = False) -> None:
    """Replace the file `path` by `data`, or leave it as it was and raise `StoreError`.

    `shared` as for `new_file`.
    """
    with new_file(path.parent, shared=shared) as new:
        new.write(data)
        new.finish()
        new.become(path)


def copy(source: Path, target: Path, *, shared: bool = False) -> None:
    """Copy a file, as `write` writes one; `shared` as for `new_file`."""
    with new_file(target.parent, shared=shared) as new:
        with source.open("rb") as file:
            while piece := file.read(SLICE):
                new.write(piece)
        new.finish()
        new.become(target)


def sync_folder(folder: Path) -> None:
    """Force the folder's entries to the disk; Windows cannot, and does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)
