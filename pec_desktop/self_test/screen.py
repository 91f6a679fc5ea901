"""Checks of what the program shows: words, drawings, and the whole program in its window."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from pec_desktop.options import Options
from pec_desktop.self_test import check
from pec_desktop.self_test.check import Bench, require, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from pec_desktop.app import Program

LEAST_COLOURS = 16
"""A window without style sheet, icons and text has fewer."""


def words(_bench: Bench) -> str:
    """Every language has its words, ours and Qt's."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    from pec_desktop.paths import resource
    from pec_desktop.ui.language import CATALOGUES

    theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resource("i18n"))
    for code in CATALOGUES:
        for name, folder in ((f"pec_desktop_{code}", ours), (f"qtbase_{code}", theirs)):
            require(QTranslator().load(name, folder), f"{name} is missing or damaged")
    return ", ".join(CATALOGUES)


def icons(bench: Bench) -> str:
    """Every drawing can be drawn, those of the commands are there, and the program's own icon."""
    from PySide6.QtGui import QImage
    from PySide6.QtSvg import QSvgRenderer

    from pec_desktop.paths import resource
    from pec_desktop.ui.icons import APPLICATION_SIZES
    from pec_desktop.ui.menus import COMMANDS

    _application(bench.options)
    drawings = {path.stem: path for path in resource("icons").glob("*.svg")}
    missing = {one.picture for one in COMMANDS if one.picture} - set(drawings)
    require(not missing, f"missing: {sorted(missing)}")
    for path in (*drawings.values(), resource("app.svg")):
        require(QSvgRenderer(str(path)).isValid(), f"{path.name} cannot be drawn")
    for size in APPLICATION_SIZES:
        require(QImage(str(resource(f"app-{size}.png"))).width() == size, f"no icon of {size}")
    return f"{len(drawings)} drawings"


def window(bench: Bench) -> str:
    """The whole program starts in the practice office, and its window paints the mailboxes."""
    from pec_desktop import app

    application = _application(bench.options)
    practising = Options(practice=True, profile_dir=bench.folder, lang=bench.options.lang)
    program = app.build(application, practising, "")
    assert program is not None, "a new profile cannot be in use"
    try:
        rows, colours = _watch(application, program)
    finally:
        program.close()
    require(rows, "the mailboxes do not come")
    require(colours >= LEAST_COLOURS, f"the window has only {colours} colours")
    return f"{rows} mailboxes on {application.platformName()}"


def _watch(application: QApplication, program: Program) -> tuple[int, int]:
    """Wait for the window's rows, and close it; how many rows and colours were to be seen."""
    from PySide6.QtCore import QTimer

    from pec_desktop.ui.main_window import MainWindow

    window = program.window
    assert isinstance(window, MainWindow)
    seen: list[int] = []
    stop = time.monotonic() + check.PATIENCE

    def look() -> None:
        rows = len(window.mailboxes.table.rows.rows)
        if rows or time.monotonic() > stop:
            timer.stop()
            seen[:] = rows, _colours(window)
            window.close_anyway()
            application.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    application.exec()
    rows, colours = seen
    return rows, colours


def _colours(window: QWidget) -> int:
    """Count the colours on a grid over the window: one, if nothing was painted."""
    image = window.grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7))
    return len({image.pixel(x, y) for x, y in places})


def _application(options: Options) -> QApplication:
    """Return the application object; the first check that needs it makes it."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from pec_desktop.ui.application import application

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing

    def tell(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:  # Qt would now end the process with a code of its own
            say(f"FAIL {'window':<12} {text.splitlines()[0]}")
            os._exit(1)

    qInstallMessageHandler(tell)
    if sys.platform == "win32":  # without a screen Qt does not look where Windows keeps fonts
        fonts = os.path.join(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")  # noqa: PTH118
        os.environ.setdefault("QT_QPA_FONTDIR", fonts)
    return application(options)
