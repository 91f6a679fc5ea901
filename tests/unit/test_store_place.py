"""Where an archive may not lie, on each system, told from names and tables of mounts."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from small_disk import small_disk

from pec_desktop.errors import StoreError
from pec_desktop.store import place
from pec_desktop.store.database import Database


@pytest.mark.parametrize(
    "folder",
    [
        PureWindowsPath(r"C:\Users\anna\OneDrive\Documenti\PEC"),
        PureWindowsPath(r"C:\Users\anna\OneDrive - Studio Bianchi\PEC"),
        PureWindowsPath(r"C:\Users\anna\Dropbox (Studio)\PEC"),
        PureWindowsPath(r"G:\Il mio Drive\PEC"),
        PureWindowsPath(r"C:\Users\anna\iCloudDrive\PEC"),
        PurePosixPath("/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/PEC"),
        PurePosixPath("/Users/anna/Library/CloudStorage/OneDrive-Personale/PEC"),
        PurePosixPath("/home/anna/Dropbox/PEC"),
        PurePosixPath("/home/anna/Nextcloud"),
        PurePosixPath("/home/anna/Google Drive/PEC"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(folder: PureWindowsPath) -> None:
    assert place.synchronised(folder)


@pytest.mark.parametrize(
    "folder",
    [
        PureWindowsPath(r"C:\Users\anna\AppData\Local\PEC Desktop"),
        PurePosixPath("/Users/anna/Library/Application Support/PEC Desktop"),
        PurePosixPath("/home/anna/.local/share/PEC Desktop"),
        PurePosixPath("/home/anna/dropbox-notes/onedriver"),
    ],
)
def test_other_folders_are_not(folder: PureWindowsPath) -> None:
    assert not place.synchronised(folder)


LINUX = r"""
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /mnt/office nfs4 rw,vers=4.2 0 0
//server/share /mnt/the\040office cifs rw 0 0
/dev/sdb1 /mnt/office/local ext4 rw 0 0
systemd-1 /net autofs rw 0 0
server:/net /net nfs rw 0 0
server:/old /srv nfs rw 0 0
/dev/sdc1 /srv ext4 rw 0 0
anna@server: /home/anna/remote fuse.sshfs rw 0 0
"""
MACOS = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//anna@server/Studio on /Volumes/Studio (smbfs, nodev, nosuid, mounted by anna)
server:/export on /Volumes/an export (nfs)
"""


@pytest.mark.parametrize(
    ("folder", "mounts", "network"),
    [
        ("/home/anna/.local/share", LINUX, False),
        ("/mnt/office", LINUX, True),
        ("/mnt/office/profile", LINUX, True),
        ("/mnt/officers", LINUX, False),
        ("/mnt/the office/profile", LINUX, True),
        ("/mnt/office/local/profile", LINUX, False),
        ("/net/profile", LINUX, True),
        ("/srv/profile", LINUX, False),
        ("/home/anna/remote/profile", LINUX, True),
        ("/home/anna", "", False),
        ("/Users/anna/Library", MACOS, False),
        ("/Volumes/Studio/PEC", MACOS, True),
        ("/Volumes/an export", MACOS, True),
        ("/Volumes/Stick", MACOS, False),
    ],
)
def test_a_network_share_is_known_by_the_mount_it_lies_on(
    folder: str, mounts: str, network: bool
) -> None:
    assert place.network_mount(PurePosixPath(folder), mounts) == network


def test_an_archive_in_such_a_folder_is_refused_and_nothing_made(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Studio"
    folder.mkdir()
    (tmp_path / "short cut").symlink_to(folder)
    for way in (folder, tmp_path / "short cut"):
        with pytest.raises(StoreError) as caught:
            Database(way / "archive.sqlite").open()
        assert caught.value.key == "store.synchronised_folder"
        assert list(folder.iterdir()) == []
    assert Database(folder / "archive.sqlite", any_place=True).open().created


def test_a_share_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mounted memory disk stands for the share: no server can be asked for in a test."""
    monkeypatch.setattr(place, "NETWORK_TYPES", frozenset({"tmpfs"}))
    disk = tmp_path / "disk"
    try:
        with small_disk(disk, "1m"):
            with pytest.raises(StoreError) as caught:
                Database(disk / "archive.sqlite").open()
            assert caught.value.key == "store.network_share"
            assert list(disk.iterdir()) == []
    except PermissionError as error:
        pytest.skip(str(error))
