"""One program per profile: a lock that the system itself takes away with the process.

No process id is written or compared: after a crash, or a kill, the next start simply gets the lock.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from pec_desktop import atomic
from pec_desktop.paths import Paths

_TAKEN = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)


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


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
