"""Roles of colour, and the colours they have in the light and in the dark.

Text in TEXT, MUTED, ACCENT, GOOD, ATTENTION, PROBLEM and INFO has a contrast of at least 4.5 to 1
on WINDOW, SURFACE, SELECTION and the role's own tint; a test computes it.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QColor


class Role(StrEnum):
    """What a colour is for."""

    WINDOW = "window"
    SURFACE = "surface"
    RAISED = "raised"
    LINE = "line"
    TEXT = "text"
    MUTED = "muted"
    FAINT = "faint"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    SELECTION = "selection"
    GOOD = "good"
    ATTENTION = "attention"
    PROBLEM = "problem"
    INFO = "info"
    SIDEBAR = "sidebar"
    SIDEBAR_TEXT = "sidebar_text"
    SIDEBAR_MUTED = "sidebar_muted"
    SIDEBAR_ACTIVE = "sidebar_active"
    PRODUCTION = "production"
    SANDBOX = "sandbox"
    PRACTICE = "practice"
    CUSTOM = "custom"
    ON_BADGE = "on_badge"


LIGHT: dict[Role, str] = {
    Role.WINDOW: "#f3f5f8",
    Role.SURFACE: "#ffffff",
    Role.RAISED: "#edf1f6",
    Role.LINE: "#d5dde6",
    Role.TEXT: "#16212e",
    Role.MUTED: "#52606f",
    Role.FAINT: "#8b97a4",
    Role.ACCENT: "#0b5cbf",
    Role.ON_ACCENT: "#ffffff",
    Role.SELECTION: "#dfebfa",
    Role.GOOD: "#0c6b43",
    Role.ATTENTION: "#855300",
    Role.PROBLEM: "#b0231b",
    Role.INFO: "#0b5cbf",
    Role.SIDEBAR: "#11253b",
    Role.SIDEBAR_TEXT: "#eaf0f7",
    Role.SIDEBAR_MUTED: "#a9b9cb",
    Role.SIDEBAR_ACTIVE: "#23425f",
    Role.PRODUCTION: "#4cc38a",
    Role.SANDBOX: "#b8a1ff",
    Role.PRACTICE: "#ffc53d",
    Role.CUSTOM: "#7cc7ff",
    Role.ON_BADGE: "#0c1a2a",
}

DARK: dict[Role, str] = {
    **LIGHT,
    Role.WINDOW: "#141b23",
    Role.SURFACE: "#1b242e",
    Role.RAISED: "#263240",
    Role.LINE: "#374656",
    Role.TEXT: "#e8edf3",
    Role.MUTED: "#a6b3c1",
    Role.FAINT: "#748290",
    Role.ACCENT: "#74b6ff",
    Role.ON_ACCENT: "#06213f",
    Role.SELECTION: "#24405f",
    Role.GOOD: "#5fd39c",
    Role.ATTENTION: "#f0b84a",
    Role.PROBLEM: "#ff8f86",
    Role.INFO: "#74b6ff",
    Role.SIDEBAR: "#0d151e",
    Role.SIDEBAR_ACTIVE: "#21364c",
}

TINT = {False: 0.13, True: 0.20}
"""How much of a role's colour goes into its tint (the ground of pills and notices), by darkness."""


def mix(over: QColor, under: QColor, share: float) -> QColor:
    """`share` of `over` painted upon `under`, opaque."""
    return QColor.fromRgbF(
        over.redF() * share + under.redF() * (1 - share),
        over.greenF() * share + under.greenF() * (1 - share),
        over.blueF() * share + under.blueF() * (1 - share),
    )
