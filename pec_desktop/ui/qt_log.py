"""What Qt itself has to say, into the program's log."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType

from pec_desktop import log

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def from_qt(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Log one of Qt's messages; for `qInstallMessageHandler`."""
    log.from_qt(_LEVELS[kind], words)
