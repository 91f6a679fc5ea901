"""A disk so small that it is soon full."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def small_disk(folder: Path, size: str, options: str = "") -> Iterator[None]:
    """Mount a file system of its own on `folder`; `PermissionError` where that is not allowed."""
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}{options}", "none", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise PermissionError("mounting is not allowed here") from error
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
