"""Restoring a saved archive in the place of the present one. No network.

The file is read and checked wholly before anything of the present office changes: papers are added
beside those that are there, the archive becomes the *successor* (see `store.database`), and the
next start puts it in place and the present one aside. Until then it can be given up.
"""

from __future__ import annotations

import re
import shutil
from contextlib import ExitStack
from typing import TYPE_CHECKING

from pec_desktop import atomic
from pec_desktop.errors import StoreError
from pec_desktop.services.saved_archive import Manifest, Part, SavedArchive, opened
from pec_desktop.store.journal_gap import JournalGap

if TYPE_CHECKING:
    from pathlib import Path

    from pec_desktop.atomic import NewFile
    from pec_desktop.store.database import Database
    from pec_desktop.store.files import FileStore
    from pec_desktop.work import Work

_DIGEST = re.compile(r"[0-9a-f]{64}")


def look(path: Path, passphrase: str, work: Work) -> Manifest:
    """Say what a saved archive holds. Raises as `saved_archive.opened` does; worker thread."""
    work.check()
    with opened(path, passphrase) as saved:
        return saved.manifest


def is_empty(database: Database) -> bool:
    """Whether the present archive holds nothing that anybody would miss."""
    with database.connect() as connection:
        tables = ("mailboxes", "drafts", "attempts", "communications")
        return not any(
            connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()  # noqa: S608
            for table in tables
        )


def make_ready(
    database: Database, files: FileStore, path: Path, passphrase: str, work: Work
) -> Manifest:
    """Check a saved archive wholly and make it ready to take the present one's place.

    Progress is in bytes. Worker thread; others may go on. Raises as `saved_archive.opened` does,
    ``store.disk_full`` and the like, `Cancelled`; then nothing has changed.
    """
    with opened(path, passphrase) as saved, ExitStack() as stack:
        manifest = saved.manifest
        _want_room(database.path.parent, manifest)
        progress = _Progress(work, manifest.size)
        archive = stack.enter_context(atomic.new_file(database.path.parent))
        _extract(saved, manifest.archive, archive, progress)
        _adopt(database, archive, JournalGap("archive", manifest.made_at, database.now()))
        papers = {}
        for part in manifest.papers:
            new = stack.enter_context(files.unnamed())
            _extract(saved, part, new, progress)
            papers[part.sha256] = new
        work.check()
        for digest, new in papers.items():
            files.give_name(new, digest)
        archive.become(database.successor)
    return manifest


def give_up(database: Database) -> None:
    """Let the present archive stay after all. Papers that came along go with the next tidying."""
    with atomic.failures():
        database.successor.unlink(missing_ok=True)


class _Progress:
    def __init__(self, work: Work, total: int) -> None:
        self._work, self._total, self._done = work, total, 0

    def add(self, size: int) -> None:
        self._work.check()
        self._done += size
        self._work.progress(self._done, self._total)


def _want_room(folder: Path, manifest: Manifest) -> None:
    with atomic.failures():
        free = shutil.disk_usage(folder).free
    if free < manifest.size:
        raise StoreError("store.disk_full", path=str(folder))


def _extract(saved: SavedArchive, part: Part, new: NewFile, progress: _Progress) -> None:
    if not _DIGEST.fullmatch(part.sha256):  # it becomes the name of a file
        raise StoreError("saved.damaged", reason="digest")
    for piece in saved.pieces(part):
        progress.add(len(piece))
        new.write(piece)
    new.finish()


def _adopt(database: Database, new: NewFile, gap: JournalGap) -> None:
    try:
        database.copied(new.path).adopt(gap)
    except StoreError as error:
        if error.key != "store.damaged":
            raise
        raise StoreError("saved.damaged", reason="archive") from error
