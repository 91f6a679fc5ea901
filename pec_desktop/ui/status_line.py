"""The line at the bottom of the window: how fresh the list is, what is running, what waits."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from pec_desktop.ui import formats
from pec_desktop.ui.theme import Role, Theme, set_role
from pec_desktop.ui.words import text

_AGO = ((5, "ago.now", 1), (120, "ago.seconds", 1), (7200, "ago.minutes", 60))
"""Younger than so many seconds: the words, and the unit they count in."""


def ago(locale: QLocale, then: int, now: int) -> str:
    """How long ago a moment (Unix seconds) was, in words; older ones with day and time."""
    age = max(0, now - then)
    for limit, key, unit in _AGO:
        if age < limit:
            return text(key, count=age // unit)
    return text("ago.at", moment=formats.moment(locale, then))


class StatusLine(QFrame):
    """Age of the list, running work with progress and cancel, what waits. GUI thread."""

    cancelled = Signal()
    """The person wants the running work stopped."""

    noticed = Signal()
    """The person wants to know more about the notice."""

    def __init__(self, theme: Theme, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._locale = locale
        self._age = QLabel()
        self._notice = QPushButton()
        self._waiting = QLabel()
        self._work = QLabel()
        self._bar = QProgressBar()
        self._cancel = QToolButton()
        self._row = QHBoxLayout(self)
        self._build()
        theme.changed.connect(self._dress)
        self._dress()
        self.idle()

    def show_age(self, listed_at: int | None, now: int) -> None:
        """Say when the list was last read from the vendor (Unix seconds; None: never)."""
        if listed_at is None:
            self._age.setText(self.tr("Not updated yet"))
        else:
            when = ago(self._locale, listed_at, now)
            self._age.setText(self.tr("Updated {when}").format(when=when))

    def show_notice(self, words: str) -> None:
        """Say what has to be seen to, with a way there; nothing for empty `words`."""
        self._notice.setText(words)
        self._notice.setToolTip(words)
        self._notice.setVisible(bool(words))

    def show_waiting(self, words: str) -> None:
        """Say what waits for the person; empty for nothing."""
        self._waiting.setText(words)

    def show_work(self, words: str, done: int, total: int) -> None:
        """Say what is running, or nothing; `total` 0 if nobody knows how much there is."""
        if not words:
            self.idle()
            return
        counted = self.tr("{words} {done} of {total}").format(words=words, done=done, total=total)
        self._work.setText(counted if total else words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        for widget in (self._work, self._bar, self._cancel):
            widget.show()

    @Slot()
    def idle(self) -> None:
        """Nothing is running."""
        self._work.clear()
        for widget in (self._work, self._bar, self._cancel):
            widget.hide()

    def _build(self) -> None:
        self.setObjectName("status")
        for label in (self._age, self._waiting, self._work):
            set_role(label, "hint")
        set_role(self._notice, "link")
        self._notice.clicked.connect(self.noticed)
        self._notice.hide()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._cancel.setAccessibleName(self.tr("Stop"))
        self._cancel.setToolTip(self.tr("Stop"))
        self._cancel.clicked.connect(self.cancelled)
        row = self._row
        row.addWidget(self._age)
        row.addWidget(self._notice)
        row.addWidget(self._waiting)
        row.addStretch()
        row.addWidget(self._work)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)

    @Slot()
    def _dress(self) -> None:
        self._cancel.setIcon(self._theme.icon("stop"))
        self._notice.setIcon(self._theme.icon("warning", Role.ATTENTION))
        self._bar.setFixedWidth(self._theme.em(10))
        side, above = self._theme.em(1.2), self._theme.em(0.2)
        self._row.setContentsMargins(side, above, above, above)
        self._row.setSpacing(self._theme.em(0.8))
        self.setFixedHeight(self._theme.em(2.4))
