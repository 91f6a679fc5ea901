"""Folders in which an archive would break: on the network, or kept in step by another program.

SQLite's write-ahead log needs memory shared between processes, which a network share does not give
(sqlite.org/wal.html); a synchronising program copies the files of one moment at different moments.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path, PurePath

NETWORK_TYPES = frozenset(
    (
        *("afs", "afpfs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4"),
        *("smb3", "smbfs", "webdav", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse"),
        *("fuse.rclone", "fuse.s3fs", "fuse.sshfs"),
    )
)

_SYNCHRONISED = re.compile(
    r"(onedrive|dropbox|google ?drive|my drive|il mio drive|meine ablage|icloud ?drive"
    r"|mobile documents|com~apple~clouddocs|cloudstorage|nextcloud|owncloud|pcloud ?drive)"
    # As in "OneDrive - Studio Rossi" and "Dropbox (Rossi)".
    r"( - .+| \(.+\))?",
    re.IGNORECASE,
)


def unsafe(folder: Path) -> str | None:
    """Say why no archive may lie in `folder` (a key for words), or None if it may."""
    folder = folder.resolve()
    if synchronised(folder):
        return "store.synchronised_folder"
    if _on_network(folder):
        return "store.network_share"
    return None


def synchronised(folder: PurePath) -> bool:
    """Tell by its name or a parent's whether another program copies the folder elsewhere."""
    return any(_SYNCHRONISED.fullmatch(part) for part in folder.parts)


def network_mount(folder: PurePath, mounts: str) -> bool:
    """Tell whether `folder` is on a network share, from the system's table of mounts.

    `mounts` is Linux's ``/proc/mounts`` (``device place type …``) or the output of macOS's
    ``mount`` (``device on place (type, …)``).
    """
    kind, longest = "", -1
    for line in mounts.splitlines():
        match = _LINUX.match(line) or _MACOS.match(line)
        if match is None:
            continue
        place = PurePath(_OCTAL.sub(lambda octal: chr(int(octal[1], 8)), match["place"]))
        # Later lines lie over earlier ones at the same place.
        if folder.is_relative_to(place) and len(place.parts) >= longest:
            kind, longest = match["type"], len(place.parts)
    return kind in NETWORK_TYPES


_MACOS = re.compile(r".+ on (?P<place>/.*) \((?P<type>\w+)[,)]")
_LINUX = re.compile(r"\S+ (?P<place>/\S*) (?P<type>\S+) ")
_OCTAL = re.compile(r"\\([0-7]{3})")

if sys.platform == "win32":

    def _on_network(folder: Path) -> bool:
        import ctypes

        drive_remote = 4
        # A mapped drive resolves to the share's own name; GetDriveTypeW knows both.
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == drive_remote)

elif sys.platform == "darwin":

    def _on_network(folder: Path) -> bool:
        import subprocess

        listing = subprocess.run(["/sbin/mount"], capture_output=True, check=False)
        return network_mount(folder, os.fsdecode(listing.stdout))

else:

    def _on_network(folder: Path) -> bool:
        try:
            mounts = os.fsdecode(Path("/proc/mounts").read_bytes())
        except OSError:
            return False
        return network_mount(folder, mounts)
