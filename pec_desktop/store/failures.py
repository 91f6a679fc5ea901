"""What SQLite reports, told as `StoreError`.

Keys: ``store.locked``, ``store.disk_full``, ``store.read_only``, ``store.damaged``,
``store.missing`` (the file went away while the program ran) and ``store.failed`` (anything else the
disk does). Mistakes of the program (a wrong statement, a broken rule) pass through as they are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from pec_desktop.errors import StoreError

_KEYS = {
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_PROTOCOL: "store.locked",
    sqlite3.SQLITE_FULL: "store.disk_full",
    sqlite3.SQLITE_READONLY: "store.read_only",
    sqlite3.SQLITE_PERM: "store.read_only",
    sqlite3.SQLITE_CANTOPEN: "store.read_only",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.damaged",
    sqlite3.SQLITE_IOERR: "store.failed",
    # A quota or a limit on file sizes is reported so, not as SQLITE_FULL.
    sqlite3.SQLITE_IOERR_WRITE: "store.disk_full",
    sqlite3.SQLITE_IOERR_SHMSIZE: "store.disk_full",
    sqlite3.SQLITE_READONLY_DBMOVED: "store.missing",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's failures on the archive `path` within the body into `StoreError`."""
    try:
        yield
    except msgspec.DecodeError as error:
        # A flipped byte inside a JSON text: SQLite's own checks cannot see it.
        raise StoreError("store.damaged", path=str(path), reason=str(error)) from error
    except sqlite3.DatabaseError as error:
        # Text that is not UTF-8 is reported without any code.
        code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        key = _KEYS.get(code) or _KEYS.get(code & 0xFF)
        if key is None:
            raise
        if code == sqlite3.SQLITE_CANTOPEN and not path.exists():
            key = "store.missing"
        raise StoreError(key, path=str(path), reason=str(error)) from error
