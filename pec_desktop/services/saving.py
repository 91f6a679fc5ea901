"""Saving the whole office in one file (see `saved_archive`). No network, no secrets."""

from __future__ import annotations

import hashlib
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import msgspec

from pec_desktop import __version__, atomic
from pec_desktop.errors import Refusal, StoreError
from pec_desktop.services.saved_archive import ARCHIVE, FORMAT, MANIFEST, PAPERS, Manifest, Part
from pec_desktop.store.age import AgeWriter
from pec_desktop.store.drafts import papers_in_use
from pec_desktop.store.files import Original, plain_name
from pec_desktop.store.migrations import MIGRATIONS

if TYPE_CHECKING:
    import sqlite3

    from pec_desktop.store.database import Database
    from pec_desktop.store.files import FileStore
    from pec_desktop.work import Work

LEAST_PASSPHRASE = 12
"""Characters of a passphrase: each guess costs half a second of an office computer."""

_OF_THE_TARGET = ("store.disk_full", "store.read_only", "store.failed")


def save(
    database: Database,
    files: FileStore,
    settings: Mapping[str, Any],
    target: Path,
    passphrase: str,
    work: Work,
) -> Manifest:
    """Save the office of this moment as `target`, complete or not at all; others may go on.

    An empty `passphrase` leaves it readable for everybody. Progress is in bytes. Worker thread.
    Raises `StoreError` (``store.damaged`` among others), `Refusal("save.failed")` for what is wrong
    with the target, `Cancelled`.
    """
    made_at = database.now()
    with atomic.new_file(database.path.parent) as snapshot:
        snapshot.finish()
        database.back_up(snapshot.path, check=True)
        work.check()
        with database.copied(snapshot.path).connect() as connection:
            names, numbers = _papers(connection), _numbers(connection)
        there = {digest: name for digest, name in names.items() if files.path(digest).is_file()}
        sources = [(ARCHIVE, snapshot.path)]
        for number, (digest, name) in enumerate(there.items(), start=1):
            sources.append((f"{PAPERS}/{number:05} {plain_name(name)}", files.path(digest)))
        with _told_of_the_target(target), atomic.new_file(target.parent) as new:
            with _sealed(new.file, passphrase) as out, zipfile.ZipFile(out, "w") as container:
                archive, *papers = _put_all(container, sources, work)
                manifest = Manifest(
                    format=FORMAT,
                    program=__version__,
                    schema=len(MIGRATIONS),
                    made_at=made_at,
                    missing=len(names) - len(there),
                    settings=dict(settings),
                    archive=archive,
                    papers=tuple(papers),
                    **numbers,
                )
                container.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
            new.finish()
            work.check()
            new.become(target)
    return manifest


def _put_all(
    container: zipfile.ZipFile, sources: list[tuple[str, Path]], work: Work
) -> Iterator[Part]:
    """Put files into the container under their names; say what each of them is."""
    done, total = 0, sum(path.stat().st_size for _name, path in sources)
    for name, path in sources:
        entry = zipfile.ZipInfo(name, time.localtime()[:6])
        # Papers are PDFs and photos, which are compressed already.
        entry.compress_type = zipfile.ZIP_DEFLATED if name == ARCHIVE else zipfile.ZIP_STORED
        digest, size = hashlib.sha256(), 0
        with (
            closing(Original(path)) as original,
            container.open(entry, "w", force_zip64=True) as inside,
        ):
            for piece in original.slices():
                work.check()
                digest.update(piece)
                inside.write(piece)
                size += len(piece)
                work.progress(done + size, total)
        done += size
        yield Part(name, digest.hexdigest(), size)


def _papers(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the papers that the archive holds, by their digests, with their names."""
    used = papers_in_use(connection)
    known = dict(connection.execute("SELECT sha256, name FROM files ORDER BY name"))
    named = {digest: name for digest, name in known.items() if digest in used}
    return named | dict.fromkeys(sorted(used - set(named)), "")


def _numbers(connection: sqlite3.Connection) -> dict[str, int]:
    counted = ("accounts", "mailboxes", "drafts", "attempts")
    query = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table})" for table in counted)  # noqa: S608
    return dict(zip(counted, connection.execute(query).fetchone(), strict=True))


@contextmanager
def _sealed(file: BinaryIO, passphrase: str) -> Iterator[BinaryIO]:
    """Encrypt what is written in the body, if there is a passphrase."""
    if not passphrase:
        yield file
        return
    writer = AgeWriter(file, passphrase)
    yield cast(BinaryIO, writer)
    writer.close()  # not after a failure: what has no end cannot be taken for whole


@contextmanager
def _told_of_the_target(target: Path) -> Iterator[None]:
    """Say what is wrong with the place a person chose, not with the archive."""
    try:
        yield
    except StoreError as error:
        if error.key not in _OF_THE_TARGET:
            raise
        raise Refusal("save.failed", path=str(target), reason=error.key) from error
