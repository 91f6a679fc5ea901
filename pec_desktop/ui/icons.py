"""Icons: the project's own SVG drawings, recoloured at run time.

Every drawing is 24 by 24, made of strokes in ``currentColor``.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pec_desktop.paths import resource

APPLICATION_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels: for each there is a picture of the program's own icon."""


def icon(name: str, color: QColor, disabled: QColor, sizes: list[int]) -> QIcon:
    """The drawing `name` in `color`, and in `disabled` for disabled controls. GUI thread."""
    result = QIcon()
    for shade, mode in ((color, QIcon.Mode.Normal), (disabled, QIcon.Mode.Disabled)):
        drawing = _in(shade, name)
        for size in sizes:
            result.addPixmap(_painted(drawing, size), mode)
    return result


def pixmap(name: str, color: QColor, size: int) -> QPixmap:
    """The drawing `name` in `color`, `size` pixels wide and high."""
    return _painted(_in(color, name), size)


def application_icon() -> QIcon:
    """The program's own icon, for windows and the task bar."""
    result = QIcon()
    for size in APPLICATION_SIZES:
        result.addFile(str(resource(f"app-{size}.png")), QSize(size, size))
    return result


def _in(color: QColor, name: str) -> QSvgRenderer:
    colored = _drawing(name).replace(b"currentColor", color.name().encode())
    return QSvgRenderer(QByteArray(colored))


def _painted(drawing: QSvgRenderer, size: int) -> QPixmap:
    result = QPixmap(QSize(size, size))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    drawing.render(painter)
    painter.end()
    return result


@cache
def _drawing(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()
