"""What cannot be pressed now says why."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton


def allow(button: QAbstractButton, reason: str = "") -> None:
    """Enable `button`, or disable it for a `reason`, in words, that it then tells everybody."""
    button.setEnabled(not reason)
    button.setToolTip(reason)
    button.setAccessibleDescription(reason)
