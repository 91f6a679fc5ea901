"""Files that are complete or not there, whatever the disk does."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest
from small_disk import small_disk

from pec_desktop import atomic
from pec_desktop.errors import StoreError

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights and disks")


def key_of(source: Path, target: Path) -> str:
    with pytest.raises(StoreError) as caught:
        atomic.copy(source, target)
    return caught.value.key


@pytest.mark.parametrize("size", [0, 1, (2 << 20) + 17])
def test_a_copy_is_whole_and_takes_the_place_of_what_was_there(tmp_path: Path, size: int) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(os.urandom(size))
    target.write_text("an older one")
    atomic.copy(source, target)
    assert target.read_bytes() == source.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source", "target"]


@POSIX
def test_a_full_disk_leaves_the_older_copy(tmp_path: Path) -> None:
    source, disk = tmp_path / "source", tmp_path / "disk"
    source.write_bytes(os.urandom(3 << 20))
    try:
        with small_disk(disk, "1m"):
            (disk / "copy").write_text("an older one")
            assert key_of(source, disk / "copy") == "store.disk_full"
            assert (disk / "copy").read_text() == "an older one"
            assert [path.name for path in disk.iterdir()] == ["copy"]
    except PermissionError as error:
        pytest.skip(str(error))


@POSIX
def test_what_is_for_others_too_has_the_rights_that_files_have(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"x")
    umask = os.umask(0o022)
    try:
        atomic.copy(source, tmp_path / "own")
        atomic.copy(source, tmp_path / "shared", shared=True)
    finally:
        os.umask(umask)
    assert (tmp_path / "own").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "shared").stat().st_mode & 0o777 == 0o644


def test_a_source_or_a_place_that_is_not_there(tmp_path: Path) -> None:
    assert key_of(tmp_path / "nothing", tmp_path / "target") == "store.failed"
    (tmp_path / "source").write_bytes(b"x")
    assert key_of(tmp_path / "source", tmp_path / "no folder" / "target") == "store.failed"
    assert [path.name for path in tmp_path.iterdir()] == ["source"]


@POSIX
def test_a_disk_that_keeps_its_folders_up_to_date_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = {tmp_path.stat().st_ino}
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        if os.fstat(descriptor).st_ino in folders:
            raise OSError(refusal, "no")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    refusal = errno.EINVAL
    atomic.write(tmp_path / "file", b"x")
    assert (tmp_path / "file").read_bytes() == b"x"
    refusal = errno.EIO
    with pytest.raises(StoreError):
        atomic.write(tmp_path / "file", b"y")


@pytest.mark.parametrize(("held", "there"), [(2, b"new"), (3, b"old")])
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int, there: bytes
) -> None:
    """On Windows, by a virus scanner."""
    tries = []
    replace = Path.replace

    def refusing(source: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) <= held:
            raise PermissionError(errno.EACCES, "held", str(target))
        return replace(source, target)

    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(atomic, "PATIENCE", (0, 0))
    monkeypatch.setattr(Path, "replace", refusing)
    if there == b"new":
        atomic.write(tmp_path / "file", b"new")
    else:
        with pytest.raises(StoreError) as caught:
            atomic.write(tmp_path / "file", b"new")
        assert caught.value.key == "store.read_only"
    assert len(tries) == 3
    assert (tmp_path / "file").read_bytes() == there
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
