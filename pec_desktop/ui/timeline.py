"""A mailbox's life as a short list of steps: what happened, where it stands, what is to come."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QLocale, QPoint, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.ui import formats
from pec_desktop.ui.theme import Role, Theme, set_role
from pec_desktop.ui.words import text


class Mark(StrEnum):
    """Where a step lies: behind, here, ahead, or gone wrong. The icons bear these names."""

    DONE = "done"
    NOW = "now"
    LATER = "later"
    FAILED = "failed"


_ROLES = {
    Mark.DONE: Role.GOOD,
    Mark.NOW: Role.ACCENT,
    Mark.LATER: Role.FAINT,
    Mark.FAILED: Role.PROBLEM,
}


_WORDS = {Mark.NOW: "strong", Mark.LATER: "muted", Mark.FAILED: "error"}


class Step(Struct, frozen=True):
    """One step: `key` names its words (``timeline.*``), `day` is its date in the text's form."""

    key: str
    mark: Mark
    day: str = ""

    @property
    def words(self) -> str:
        """The step in words; a state the program does not know is shown as received."""
        return text(self.key)


def steps(mailbox: Mailbox, today: date, locale: QLocale) -> list[Step]:
    """The life of `mailbox`, from its registration to its end as far as it can be told."""
    times = mailbox.timestamp

    def day(seconds: int | None) -> str:
        return formats.day_of(locale, seconds)

    registered = Step("timeline.registered", Mark.DONE, day(times.registrazione))
    papers, refused = "timeline.papers", Step("timeline.papers_refused", Mark.FAILED)
    processing, active = "timeline.processing", "timeline.active"
    was_active = [Step(active, Mark.DONE, day(times.evasione))] if times.evasione else []
    match mailbox.state:
        case State.REGISTRATA:
            rest = [Step(papers, Mark.NOW), Step(processing, Mark.LATER), Step(active, Mark.LATER)]
        case State.DOCUMENTI_ERRATI:
            rest = [refused, Step(processing, Mark.LATER), Step(active, Mark.LATER)]
        case State.IN_EVASIONE:
            rest = [Step(papers, Mark.DONE), Step(processing, Mark.NOW), Step(active, Mark.LATER)]
        case State.EVASA:
            began = mailbox.data_attivazione or day(times.evasione)
            rest = [Step(papers, Mark.DONE), Step(active, Mark.NOW, began)]
            rest += _end(mailbox, today, locale)
        case State.REVOCATA:
            rest = [*was_active, Step("timeline.revoked", Mark.FAILED, day(times.revoca))]
        case State.CHIUSA:
            rest = [*was_active, Step("timeline.closed", Mark.FAILED)]
        case State.REGISTRAZIONE_ANNULLATA:
            rest = [Step("timeline.cancelled", Mark.FAILED)]
        case _:
            rest = [Step("timeline.unknown", Mark.NOW, mailbox.stato)]
    return [registered, *rest]


def _end(mailbox: Mailbox, today: date, locale: QLocale) -> list[Step]:
    if mailbox.expiry is None:
        return []
    day = formats.day(locale, mailbox.expiry)
    if mailbox.expiry < today:
        return [Step("timeline.expired", Mark.FAILED, day)]
    return [Step("timeline.expires", Mark.LATER, day)]


class Timeline(QWidget):
    """Shows steps one below the other, joined by a line. GUI thread."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: list[Step] = []
        self._lines: list[tuple[QLabel, QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_steps(self, steps: list[Step]) -> None:
        """Show these steps instead of what was shown."""
        if steps == self._steps:
            return
        self._steps = steps
        while len(self._lines) < len(steps):
            self._lines.append(self._add(len(self._lines)))
        for place, widgets in enumerate(self._lines):
            for widget in widgets:
                widget.setVisible(place < len(steps))
        for step, line in zip(steps, self._lines, strict=False):
            self._show(step, *line)
        self.setAccessibleName(
            "; ".join(f"{one.words}: {text(f'timeline.{one.mark}')} {one.day}" for one in steps)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Join the marks by a line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color(Role.LINE), self._theme.em(0.1)))
        half = self._theme.em(0.65)
        marks = [mark for mark, _, _ in self._lines[: len(self._steps)]]
        for above, below in pairwise(marks):
            start, end = above.geometry().center(), below.geometry().center()
            painter.drawLine(start + QPoint(0, half), end - QPoint(0, half))

    def _add(self, place: int) -> tuple[QLabel, QLabel, QLabel]:
        mark, words, day = QLabel(), QLabel(), QLabel()
        words.setWordWrap(True)
        for label in (words, day):
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(day, "muted")
        self._grid.addWidget(mark, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, place, 1)
        self._grid.addWidget(day, place, 2, Qt.AlignmentFlag.AlignTop)
        return mark, words, day

    def _show(self, step: Step, mark: QLabel, words: QLabel, day: QLabel) -> None:
        size = self._theme.em(1.3)
        mark.setPixmap(self._theme.icon(step.mark, _ROLES[step.mark]).pixmap(size, size))
        mark.setFixedSize(size, size)
        words.setText(step.words)
        set_role(words, _WORDS.get(step.mark, ""))
        day.setText(formats.line(step.day))

    @Slot()
    def _dress(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._theme.em(0.6))
        self._grid.setVerticalSpacing(self._theme.em(0.55))
        shown, self._steps = self._steps, []
        self.show_steps(shown)
