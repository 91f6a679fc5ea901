"""Clearing away what a closed window leaves behind.

A window's parts know each other in circles, which only Python's garbage collector can undo; and of
its own accord that hardly ever looks at what has lived for some minutes, so that it does not hold
up the window (`app.keep_the_window_quick`). Right after one has closed nobody notices it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def clear_away_after(window: QWidget) -> None:
    """Collect what is left of `window` as soon as it is gone. GUI thread."""
    window.destroyed.connect(_soon)


def _soon() -> None:
    QTimer.singleShot(0, _collect)  # by then nothing that is being called belongs to it


def _collect() -> None:
    gc.collect()
