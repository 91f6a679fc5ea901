"""What cannot be done says why: to the eye by a tool tip, to assistive technology as well."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def explain(control: QWidget, reason: str, tip: str = "") -> None:
    """Disable a control and say why; without a reason enable it, with its own `tip`."""
    control.setEnabled(not reason)
    control.setToolTip(reason or tip)
    control.setAccessibleDescription(reason)
