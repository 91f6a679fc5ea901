"""What a check is given, and how it says that something is not as it has to be."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from pec_desktop.options import Options

PATIENCE = 60.0
"""Seconds that the practice server or the window may take; the machine may be a slow one."""


class Failed(Exception):
    """Something is there, and is not as it has to be."""


class Bench(Struct, frozen=True):
    """What a check works with: a folder of its own, and how the program was started."""

    folder: Path
    options: Options


class Check(Struct, frozen=True):
    """One line: `prove` returns what it found in a few words, or raises whatever went wrong."""

    name: str
    prove: Callable[[Bench], str]


def require(condition: object, words: str) -> None:
    """Raise `Failed` with `words` unless the condition holds."""
    if not condition:
        raise Failed(words)


def wait_for(condition: Callable[[], object], words: str) -> None:
    """Ask again and again until the condition holds; `Failed` with `words` after `PATIENCE`."""
    stop = time.monotonic() + PATIENCE
    while not condition():
        require(time.monotonic() < stop, words)
        time.sleep(0.05)


def say(line: str) -> None:
    """Print a line; Windows gives a program with a window nothing to print to."""
    if sys.stdout is not None:
        print(line, flush=True)  # noqa: T201 - this is a command line's answer
