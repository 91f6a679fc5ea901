"""A real Windows, seen as `wine.Wine` is: what the trial of the installer works with."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from build.steps import run


class Native:
    """This very computer, which has to be one that nobody works at."""

    platform = "windows"

    def run(self, *command: object, fails: bool = False) -> str:
        """Run a program and return what it printed."""
        return run(*command, fails=fails)

    def start(self, *command: object) -> subprocess.Popen[bytes]:
        """Start a program and go on."""
        return subprocess.Popen([str(word) for word in command])

    def words_for(self, path: Path) -> str:
        """Return how Windows writes a path."""
        return str(path)

    def local_data(self) -> Path:
        """Return the person's folder for programs and their data."""
        return Path(os.environ["LOCALAPPDATA"])

    def start_menu(self) -> Path:
        """Return the person's part of the start menu."""
        return Path(os.environ["APPDATA"], "Microsoft/Windows/Start Menu/Programs")
