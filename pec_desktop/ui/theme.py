"""The one module of looks: roles of colour, sizes from font metrics, icons, light and dark.

Widgets never name a colour or a pixel. They ask `Theme.color(Role.…)`, `Theme.em(1.5)` and
`Theme.icon("plus")`, or bear a role (`set_role(button, "primary")`) that the style sheet knows.
"""

from __future__ import annotations

import re
from string import Template
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from pec_desktop.paths import resource
from pec_desktop.ui import icons
from pec_desktop.ui.roles import DARK, LIGHT, TINT, Role, mix

__all__ = ["MODES", "Role", "Theme", "set_problem", "set_role"]

MODES = ("system", "light", "dark")
"""What one can choose: the system's colours, or one of the two."""

PICTURES_KEPT = 2048
"""KiB of painted pictures that Qt keeps: enough for all icons on the sharpest screen. Of its usual
10240 most would be pictures of windows that have closed, which nobody ever asks for again."""


class Theme(QObject):
    """Colours, sizes and icons of the running program. GUI thread.

    `mode` is "system", "light" or "dark"; `scale` multiplies the system's text size (1.0 to 2.0).
    """

    changed = Signal()
    """Colours or sizes are new: whoever painted or measured by hand does it again."""

    def __init__(self, mode: str = "system", scale: float = 1.0) -> None:
        super().__init__()
        self._mode = mode
        self._scale = scale
        self._base_font: QFont | None = None
        self._applying = False
        self._em = 0
        self._icons: dict[tuple[str, Role, int], QIcon] = {}

    @property
    def mode(self) -> str:
        """The chosen mode: "system", "light" or "dark"."""
        return self._mode

    @property
    def scale(self) -> float:
        """Text size as a multiple of the system's."""
        return self._scale

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use now."""
        if self._mode != "system":
            return self._mode == "dark"
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def apply(self, app: QApplication) -> None:
        """Dress the whole application; follows the system's choice from now on."""
        if self._base_font is None:
            self._base_font = app.font()
            app.setStyle(QStyleFactory.create("Fusion"))
            QPixmapCache.setCacheLimit(PICTURES_KEPT)
            app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._dress(app)

    def leave(self, app: QApplication) -> None:
        """Take all of it off again: another program in this process may dress anew."""
        if self._base_font is not None:
            app.styleHints().colorSchemeChanged.disconnect(self._on_system_changed)
            app.setStyleSheet("")
            app.setFont(self._base_font)
            self._base_font = None

    def choose(self, mode: str, scale: float) -> None:
        """Take another mode or text size and dress the application anew."""
        self._mode, self._scale = mode, scale
        app = QApplication.instance()
        if isinstance(app, QApplication) and self._base_font is not None:
            self._dress(app)

    def color(self, role: Role) -> QColor:
        """The colour of a role in the present scheme."""
        return QColor((DARK if self.dark else LIGHT)[role])

    def tint(self, role: Role) -> QColor:
        """A quiet ground on which text in `role`'s own colour is well legible."""
        return mix(self.color(role), self.color(Role.SURFACE), TINT[self.dark])

    def em(self, factor: float = 1.0) -> int:
        """`factor` times the size of the application's font, in device-independent pixels."""
        self._em = self._em or QFontInfo(QApplication.font()).pixelSize()
        return max(1, round(self._em * factor))

    def icon(self, name: str, role: Role = Role.TEXT) -> QIcon:
        """The project's icon `name` in `role`'s colour; its disabled look is the faint colour."""
        key = (name, role, self.color(role).rgb())
        if key not in self._icons:
            sizes = [self.em(1.25), self.em(2.5)]
            self._icons[key] = icons.icon(name, self.color(role), self.color(Role.FAINT), sizes)
        return self._icons[key]

    def picture(self, name: str, role: Role, size: float) -> QPixmap:
        """The project's drawing `name` as a picture of `size` em, sharp on every screen."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        pixmap = icons.pixmap(name, self.color(role), round(self.em(size) * ratio))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _dress(self, app: QApplication) -> None:
        self._applying = True
        app.styleHints().setColorScheme(_SCHEMES[self._mode])  # native title bars follow, if any
        self._icons.clear()
        QPixmapCache.clear()
        font = QFont(self._base_font or app.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * self._scale)
        else:
            font.setPixelSize(round(font.pixelSize() * self._scale))
        app.setFont(font)
        self._em = 0
        app.setPalette(self._palette())
        app.setStyleSheet(self._style_sheet())
        self._applying = False
        self.changed.emit()

    def _on_system_changed(self) -> None:
        app = QApplication.instance()
        if self._mode == "system" and not self._applying and isinstance(app, QApplication):
            self._dress(app)

    def _style_sheet(self) -> str:
        """The one style sheet with this scheme's colours and lengths from this font."""
        names = {role.value: self.color(role).name() for role in Role}
        for role in (Role.GOOD, Role.ATTENTION, Role.PROBLEM, Role.INFO, Role.MUTED):
            names[f"{role.value}_tint"] = self.tint(role).name()
        for name, (over, under, share) in _MIXES.items():
            names[name] = mix(self.color(over), self.color(under), share).name()
        tick = "tick-dark" if self.dark else "tick-light"
        for name, drawing in {**_DRAWINGS, "tick": tick}.items():
            names[name] = resource("icons", f"{drawing}.svg").as_posix()
        template = resource("themes", "pec_desktop.qss").read_text(encoding="utf-8")
        return re.sub(
            r"([\d.]+)em\b",
            lambda length: f"{self.em(float(length[1]))}px",
            Template(template).substitute(names),
        )

    def _palette(self) -> QPalette:
        palette = QPalette(self.color(Role.SURFACE), self.color(Role.WINDOW))
        for role, ours in _PALETTE.items():
            palette.setColor(role, self.color(ours))
        for role in _DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color(Role.FAINT))
        return palette


def set_role(widget: QWidget, role: str) -> None:
    """Give `widget` a look the style sheet knows; may be changed at any time.

    QPushButton: "primary", "danger", "link", "chip", "nav". QLabel: "title", "heading", "strong",
    "muted", "hint", "error", "warning", "good", "pill-good" (-attention, -problem, -info, -muted).
    QFrame and QLabel: "notice" (-attention, -problem, -good). QFrame: "card", "line", "drop".
    """
    if widget.property("role") == role:
        return
    if _set_property(widget, "role", role):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # frames measure anew
        widget.updateGeometry()
        widget.update()


def set_problem(widget: QWidget, wrong: bool) -> None:
    """Let a field's frame show that there is an error, or none."""
    if bool(widget.property("problem")) != wrong:
        _set_property(widget, "problem", wrong)


def _set_property(widget: QWidget, name: str, value: object) -> bool:
    """Set a property that the style sheet reads; tell whether the widget had its look already.

    One that has never been shown or measured gets it then, once and in its place.
    """
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return False
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    return True


_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}

_MIXES: Final = {
    "accent_strong": (Role.ACCENT, Role.TEXT, 0.86),
    "accent_stronger": (Role.ACCENT, Role.TEXT, 0.72),
    "field": (Role.MUTED, Role.SURFACE, 0.55),
    "scroll_handle": (Role.MUTED, Role.SURFACE, 0.35),
    "sidebar_hover": (Role.SIDEBAR_ACTIVE, Role.SIDEBAR, 0.5),
}
"""Name in the style sheet → a role's colour over another's, and the share of the first."""

_DRAWINGS: Final = {"arrow_up": "arrow-up", "arrow_down": "arrow-down"}
"""Name in the style sheet → a drawing that has its own colours."""

_PALETTE = {
    QPalette.ColorRole.Window: Role.WINDOW,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.SURFACE,
    QPalette.ColorRole.AlternateBase: Role.RAISED,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.Button: Role.SURFACE,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.BrightText: Role.PROBLEM,
    QPalette.ColorRole.ToolTipBase: Role.SURFACE,
    QPalette.ColorRole.ToolTipText: Role.TEXT,
    QPalette.ColorRole.PlaceholderText: Role.MUTED,
    QPalette.ColorRole.Highlight: Role.ACCENT,
    QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.LinkVisited: Role.ACCENT,
    QPalette.ColorRole.Accent: Role.ACCENT,
}

_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
