"""Where the program keeps its files (one folder, the profile) and where its own resources are.

Everything the program writes lies under one root, so that a profile can be copied, removed or put
elsewhere as a whole (`--profile-dir`).
"""

from __future__ import annotations

import sys
from pathlib import Path

from pec_desktop import atomic


class Paths:
    """The places of one profile; makes its folders, for their owner only.

    Without `root`: the system's place for a program's local data (never the roaming profile on
    Windows, which lies on a server). Raises `StoreError` when the folders cannot be made.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = _default_root() if root is None else root.expanduser().absolute()
        self.archive = self.root / "archive.sqlite"
        self.backups = self.root / "backups"
        self.files = self.root / "files"
        self.logs = self.root / "logs"
        self.settings = self.root / "settings.json"
        self.lock = self.root / "lock"
        self.practice_state = self.root / "practice.json"
        for folder in (self.root, self.backups, self.files, self.logs):
            atomic.private_folder(folder)


def _default_root() -> Path:
    from platformdirs import user_data_path

    return user_data_path("PEC Desktop", appauthor=False, roaming=False)


def resource(*parts: str) -> Path:
    """Find a file of the program itself, for instance ``resource("icons", "save.svg")``.

    Frozen, the resources lie in the bundle; in a wheel inside the package; in the source tree
    beside it.
    """
    return _resources().joinpath(*parts)


def _resources() -> Path:
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    package = Path(bundle) if bundle else Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
