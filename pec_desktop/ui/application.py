"""The application object: Qt's own, and what the system asks of a running program."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from pec_desktop import __version__
from pec_desktop.options import Options
from pec_desktop.paths import resource
from pec_desktop.ui.language import translate


class Application(QApplication):
    """Tells which files are to be opened with the program: macOS asks by an event ("Open with")."""

    file_wanted = Signal(QUrl)

    def event(self, event: QEvent) -> bool:
        """See what the system asks for; all else is Qt's."""
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(event.url())
            return True
        return super().event(event)


def application(options: Options) -> QApplication:
    """Make the one application object, in the language of `options` or of the system.

    What keeps the program from starting is said before any setting can be read.
    """
    arguments = [sys.argv[0], *(["-platform", options.platform] if options.platform else [])]
    keep_the_window_quick()
    app = Application(arguments)
    app.setApplicationName("PEC Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("pec-desktop")
    app.setWindowIcon(QIcon(str(resource("app.svg"))))
    translate(app, options.lang or "")
    return app


def keep_the_window_quick() -> None:
    """Let the window's thread have its turn soon, and spare it long rounds of garbage collection.

    Workers hand over the interpreter after 1 ms instead of 5. The collector looks at everything,
    which takes tens of milliseconds with a few thousand mailboxes, more rarely, and never at what
    was there at the start: that stays to the end.
    """
    sys.setswitchinterval(0.001)
    gc.set_threshold(10_000, 20, 100)
    gc.freeze()
    gc.enable()
