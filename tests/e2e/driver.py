"""Runs the real program as a process of its own and drives it from inside its event loop.

    python tests/e2e/driver.py SCENARIO [PROGRAM ARGUMENT ...]

A scenario is a generator in `scenarios.py`, or in another module (MODULE:SCENARIO): it does
something, then yields a condition to wait for. It sees what a person sees: the program's windows
and widgets. The process ends with code 0 when the scenario has come to its end, with 1 and a
traceback when it failed or a wait was too long.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Generator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from pec_desktop import app as program_module
from pec_desktop.__main__ import parse
from pec_desktop.ui.application import application

Condition = Callable[[], object]
Script = Generator[Condition, None, None]
W = TypeVar("W", bound=QObject)

PATIENCE = 40.0
"""Seconds a condition may take to come true; the machine may be shared."""


class Stage:
    """What a scenario works with: the program, and a person's hands."""

    def __init__(self, program: program_module.Program, arguments: Sequence[str]) -> None:
        self.program = program
        self.arguments = arguments

    @property
    def window(self) -> Any:
        """The program's main window."""
        return self.program.window

    def dialog(self, kind: type[W]) -> W | None:
        """The open dialog of a kind, None if there is none."""
        found = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
        return next(found, None)

    def click(self, button: QAbstractButton) -> None:
        """Press a button with the mouse; it must be there and allowed."""
        assert button.isVisible(), f"{button.text()} is not to be seen"
        assert button.isEnabled(), f"{button.text()} is disabled: {button.toolTip()}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, field: QLineEdit, words: str) -> None:
        """Write into a field and leave it, as a person does with the Tab key."""
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def drop(self, target: QWidget, paths: Sequence[Path]) -> None:
        """Drag files over the window to the middle of `target` and let them go there.

        The events go to the native window, as the system's own do, so that Qt itself decides
        which widget lies under the pointer and takes drops.
        """
        window = target.window()
        handle = window.windowHandle()
        assert handle is not None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place = target.mapTo(window, target.rect().center())
        rest = (Qt.DropAction.CopyAction, data, _LEFT, Qt.KeyboardModifier.NoModifier)
        edge = QPoint(place.x(), window.height() - 2)
        enter = QDragEnterEvent(edge, *rest)
        QApplication.sendEvent(handle, enter)
        move = QDragMoveEvent(place, *rest)
        QApplication.sendEvent(handle, move)
        assert move.isAccepted(), "nothing under the pointer takes the files"
        QApplication.sendEvent(handle, QDropEvent(QPointF(place), *rest))

    def picture(self, name: str) -> None:
        """Keep a picture of every visible window, for looking at."""
        if "--pictures" in self.arguments:
            folder = Path(self.arguments[self.arguments.index("--pictures") + 1])
            for number, widget in enumerate(QApplication.topLevelWidgets()):
                if widget.isVisible():
                    widget.grab().save(str(folder / f"{name}-{number}.png"))


class Driver(QObject):
    """Moves the script on from a timer in the program's own event loop."""

    def __init__(self, stage: Stage, script: Script) -> None:
        super().__init__()
        self._stage = stage
        self._script = script
        self._condition: Condition | None = None
        self._deadline = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(10)

    def _on_tick(self) -> None:
        self._timer.stop()  # a step may run an event loop of its own
        try:
            if self._condition is None or self._condition():
                self._condition = next(self._script)
                self._deadline = time.monotonic() + PATIENCE
            if time.monotonic() > self._deadline:
                self._script.throw(TimeoutError("This did not come true"))
        except StopIteration:
            QApplication.exit(0)
        except BaseException:  # noqa: BLE001 - whatever it was, the test reads it
            traceback.print_exc()
            self._stage.picture("failed")
            QApplication.exit(1)
        else:
            self._timer.start(10)


def main(arguments: list[str]) -> int:
    """Start the program and play one scenario in it."""
    module, _, name = arguments[0].rpartition(":")
    scenarios = import_module(module or "scenarios")
    rest = arguments[1:]
    own = rest[rest.index("--") + 1 :] if "--" in rest else []
    options = parse(rest[: rest.index("--")] if "--" in rest else rest)
    app, token = application(options), program_module.take_token()
    getattr(scenarios, "BEFORE", {}).get(name, _nothing)()
    driver: Driver | None = None
    while True:
        program = program_module.build(app, options, token)
        assert program is not None, "the profile is in use"
        if driver is None:
            stage = Stage(program, own)
            driver = Driver(stage, getattr(scenarios, name)(stage))
        stage.program = program
        code = app.exec()
        program.close()
        if not program.again:
            return code


def _nothing() -> None:
    """Most scenarios prepare nothing."""


_LEFT = Qt.MouseButton.LeftButton

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
