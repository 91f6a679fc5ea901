"""One program per profile: a lock that the system itself takes away with the process.

No process id is written or compared: after a crash, or a kill, the next start simply gets the lock.
Who does not get it can ask the program that has it to show its window and to open files.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from pec_desktop import atomic
from pec_desktop.paths import Paths

_TAKEN = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK, 0)
"""What systems say of a lock that somebody has; Wine says nothing, which is 0."""

WANTED = ".open"
"""How the name of a file ends in which another program says what it wants opened."""

MOST = 1 << 20
"""Bytes of such a file; a longer one is not read."""

PATIENCE = 20.0
"""Seconds that the program that has the lock may take; it may have only just started."""

MOMENT = 0.05
"""Seconds between two looks whether it has."""


class InstanceLock:
    """The right to use a profile. Any thread; held until `release` or the process's end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Take the lock without waiting; False if another process has it.

        Raises `StoreError` if the lock file cannot be made.
        """
        if self._descriptor is not None:
            return True
        with atomic.failures():
            descriptor = atomic.private(str(self._path), os.O_RDWR | os.O_CREAT)
            try:
                _lock(descriptor)
            except OSError as error:
                os.close(descriptor)
                if error.errno in _TAKEN:
                    return False
                raise
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Give the lock back; without effect when it is not held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def ask_to_show(paths: Paths) -> None:
    """Ask the instance that holds the lock to show its window.

    It watches the lock file (`QFileSystemWatcher.addPath(str(paths.lock))`), whose time of change
    is set here: the file exists while an instance runs, and nothing else ever touches it.
    """
    with atomic.failures():
        os.utime(paths.lock)


def ask_to_open(paths: Paths, files: Sequence[Path]) -> bool:
    """Ask the instance that holds the lock to show its window and to open `files`, and wait for it.

    They are named in a file in the profile, where only its owner can write; each asker has one of
    its own, since the system may start a program for each file. An instance takes it away
    (`wanted_files`). One that ends, or has no window, does not: False then, and nothing is left.
    """
    note = paths.root / f"{os.urandom(8).hex()}{WANTED}"
    atomic.write(note, b"\0".join(map(os.fsencode, files)))
    try:
        ask_to_show(paths)
        stop = time.monotonic() + PATIENCE
        while note.exists() and time.monotonic() < stop:
            time.sleep(MOMENT)
    finally:
        withdrawn = _remove(note)
    return not withdrawn


def wanted_files(paths: Paths) -> list[Path]:
    """Take what other programs want opened: absolute paths, whatever lies there."""
    named: list[bytes] = []
    for note in sorted(paths.root.glob(f"*{WANTED}")):
        try:
            with note.open("rb") as file:
                words = file.read(MOST + 1)
        except OSError:  # withdrawn in this moment
            continue
        if len(words) <= MOST and _remove(note):
            named += words.split(b"\0")
    return [path for path in map(Path, map(os.fsdecode, named)) if path.is_absolute()]


def _remove(note: Path) -> bool:
    """Remove a file; only one of all who try it is told that it was the one."""
    try:
        note.unlink()
    except OSError:
        return False
    return True


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
