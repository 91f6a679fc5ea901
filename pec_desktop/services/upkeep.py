"""What the archive wants at every start and once a day: a look, a backup, tidying. No network."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from pec_desktop import atomic
from pec_desktop.errors import Refusal, StoreError
from pec_desktop.store import backups
from pec_desktop.store.backups import DAILY

if TYPE_CHECKING:
    from pathlib import Path

    from pec_desktop.store.database import Database
    from pec_desktop.store.files import FileStore
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

_DAY = 86_400


def look_after(database: Database, files: FileStore, work: Work) -> bool:
    """Make today's backup if it is missing, else look whether the archive is sound: say if it is.

    Making a backup is the look: the copy is checked, and a damaged one is not kept. What nobody
    needs any more is removed. Raises `Refusal("backup.failed")` after that, and `StoreError`.
    Worker thread; reads the whole archive once.
    """
    failed = None
    if is_due(database):
        try:
            sound = make_backup(database)
        except StoreError as error:
            log.warning("The backup could not be made", exc_info=error)
            failed, sound = Refusal("backup.failed", reason=error.key), not database.damaged
    else:
        sound = database.quick_check()
    work.check()
    if sound:
        _tidy_up(database, files)
    if failed is not None:
        raise failed
    return sound


def is_due(database: Database) -> bool:
    """Whether there is no backup of today yet. Looks at the names of a few files."""
    today = datetime.fromtimestamp(database.now()).astimezone().date()
    found = backups.backups(database.path)
    return not any(one.kind == DAILY and one.day == today for one in found)


def make_backup(database: Database) -> bool:
    """Make a backup, and let go of those it makes superfluous; False if the archive is damaged.

    Raises `StoreError` if it cannot be written, or is not sound although the archive is.
    """
    now = database.now()
    target = backups.folder(database.path) / backups.stamped(database.path, DAILY, now)
    try:
        database.back_up(target, check=True)
    except StoreError as error:
        if error.key != "store.damaged" or database.quick_check():
            raise
        return False
    log.info("A backup was made: %s", target.name)
    for one in backups.superfluous(backups.backups(database.path)):
        _remove(one.path)
    return True


def _tidy_up(database: Database, files: FileStore) -> None:
    """Remove papers that nothing holds, and what a crash left half done a day ago or earlier."""
    files.remove_unused()
    for folder in (database.path.parent, backups.folder(database.path)):
        for path in folder.glob(f".*{atomic.PART}*"):
            with suppress(OSError):
                if path.stat().st_mtime < database.now() - _DAY:
                    _remove(path)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except OSError:  # a scanner may hold it; it is tried again tomorrow
        log.warning("A file could not be removed", exc_info=True)
