"""The parts of the detail panel below the next step: facts, spaces, note, history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.services.history import Event, moment
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.ui import formats
from pec_desktop.ui.action_button import ActionButton
from pec_desktop.ui.columns import fiscal_code
from pec_desktop.ui.differences import changes
from pec_desktop.ui.elided import ElidedLabel
from pec_desktop.ui.theme import Role, Theme, set_role
from pec_desktop.ui.words import text

OUTCOME_ROLES = {
    Outcome.PENDING: Role.INFO,
    Outcome.CONFIRMED: Role.GOOD,
    Outcome.REFUSED: Role.PROBLEM,
    Outcome.UNKNOWN: Role.ATTENTION,
    Outcome.NOT_DONE: Role.MUTED,
}
"""The colour of an attempt's outcome."""

NOTE_PAUSE = 1000
"""Milliseconds after which a note is saved, whether or not the person goes on typing."""


MOST_OTHER = 50
"""So much of what is new to this program is shown."""

MOST_EVENTS = 12
"""So many events of a history are shown."""


def words_label(words: str = "", role: str = "") -> QLabel:
    """A label of plain text that wraps and can be selected with the mouse."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        set_role(label, role)
    return label


def plain_label(role: str = "") -> QLabel:
    """A label of plain text on one line."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label


class Section(QWidget):
    """A heading and lines of widgets under it; hidden while there are none, and nothing to do.

    The widgets are kept and filled anew for each mailbox: making them is what takes time.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        heading = QLabel(title)
        set_role(heading, "strong")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.em(0.8))
        self.grid.setVerticalSpacing(theme.em(0.35))
        self._head = QHBoxLayout()
        self._head.addWidget(heading)
        self._head.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.em(0.6), 0, 0)
        self._column.setSpacing(theme.em(0.4))
        self._column.addLayout(self._head)
        self._column.addLayout(self.grid)
        self._lines: list[tuple[QLabel | QProgressBar, ...]] = []
        self._filled = False
        self.link: ActionButton | None = None

    def offer(self, action: QAction, words: str) -> None:
        """Offer beside the heading a command that concerns what is listed here."""
        self.link = ActionButton(action, words)
        set_role(self.link, "link")
        self._head.addWidget(self.link)
        action.changed.connect(self._show)

    def add_remark(self, remark: QLabel) -> None:
        """Put what there is to know about the lines under them."""
        self._column.addWidget(remark)

    def make(self, place: int) -> tuple[QLabel | QProgressBar, ...]:
        """Make the widgets of one line and put them into the grid."""
        raise NotImplementedError

    def fill(self, lines: Sequence[tuple[str, ...]]) -> None:
        """Show these lines: a text (or a number) for each of a line's widgets."""
        while len(self._lines) < len(lines):
            self._lines.append(self.make(len(self._lines)))
        for place, widgets in enumerate(self._lines):
            words = lines[place] if place < len(lines) else None
            for number, widget in enumerate(widgets):
                widget.setVisible(words is not None)
                if words is not None:
                    _say(widget, words[number])
        self._filled = bool(lines)
        self._show()

    @Slot()
    def _show(self) -> None:
        self.setVisible(self._filled or (self.link is not None and self.link.isEnabled()))


def _say(widget: QLabel | QProgressBar, words: str) -> None:
    if isinstance(widget, QProgressBar):
        widget.setValue(int(words))
    elif widget.text() != words:
        widget.setText(words)


class Pairs(Section):
    """Names and values."""

    def make(self, place: int) -> tuple[QLabel | QProgressBar, ...]:
        """A name, a value."""
        name, value = ElidedLabel(), ElidedLabel(copyable=True)
        set_role(name, "muted")
        self.grid.addWidget(name, place, 0)
        self.grid.addWidget(value, place, 1)
        self.grid.setColumnStretch(0, 2)
        self.grid.setColumnStretch(1, 3)
        return name, value


class OtherData(Pairs):
    """What the vendor tells that is new to this program, under the names it comes with."""

    def show_data(self, data: Mapping[str, object]) -> None:
        """Show it as received; of very much, the beginning."""
        lines = [(formats.line(name), _plain(value)) for name, value in data.items()]
        if len(lines) > MOST_OTHER:
            lines[MOST_OTHER:] = [("…", "")]
        self.fill(lines)


def _plain(value: object) -> str:
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return formats.line(words)


class Facts(Pairs):
    """What the vendor tells of a mailbox."""

    def show_mailbox(self, mailbox: Mailbox, locale: QLocale) -> None:
        """Show the facts that are known."""
        times, expiry = mailbox.timestamp, mailbox.expiry
        applicant = f"{mailbox.nome_richiedente} {mailbox.cognome_richiedente}".strip()
        lines = [
            (self.tr("Fiscal code"), fiscal_code(mailbox)),
            (self.tr("Applicant"), applicant if applicant != mailbox.holder else ""),
            (self.tr("E-mail"), mailbox.email),
            (self.tr("Telephone"), mailbox.telefono),
            (self.tr("Mobile phone"), mailbox.cellulare),
            (self.tr("Registered on"), formats.day_of(locale, times.registrazione)),
            (self.tr("Active since"), mailbox.data_attivazione),
            (self.tr("Expires on"), formats.day(locale, expiry) if expiry else ""),
            (self.tr("At the expiry"), self._renewal(mailbox)),
            (self.tr("Identifier"), mailbox.id),
        ]
        self.fill([(name, value) for name, value in lines if value])

    def _renewal(self, mailbox: Mailbox) -> str:
        if mailbox.expiry is None:
            return ""
        if mailbox.autorinnovo:
            return self.tr("renewed by the provider")
        return self.tr("not renewed by itself")


class Spaces(Section):
    """The three spaces as bars, each in proportion to the largest."""

    def make(self, place: int) -> tuple[QLabel | QProgressBar, ...]:
        """A name, its size, and under them the bar."""
        name, size, bar = plain_label("muted"), plain_label(), QProgressBar()
        size.setAlignment(Qt.AlignmentFlag.AlignRight)
        bar.setRange(0, 100)
        bar.setTextVisible(False)
        self.grid.addWidget(name, 2 * place, 0)
        self.grid.addWidget(size, 2 * place, 1)
        self.grid.addWidget(bar, 2 * place + 1, 0, 1, 2)
        self.grid.setColumnStretch(0, 1)
        return name, size, bar

    def show_mailbox(self, mailbox: Mailbox, locale: QLocale) -> None:
        """Show the spaces the mailbox has."""
        spaces = [
            (self.tr("Mailbox"), mailbox.spazio_disco),
            (self.tr("Security archive"), mailbox.spazio_storico),
            (self.tr("Legal preservation"), mailbox.spazio_conservazione),
        ]
        largest = max(1, *(size for _, size in spaces))
        self.fill(
            [
                (name, formats.space(locale, size), str(100 * size // largest))
                for name, size in spaces
                if size > 0
            ]
        )
        for name, size, bar in self._lines:
            assert isinstance(name, QLabel)
            assert isinstance(size, QLabel)
            bar.setAccessibleName(f"{name.text()}: {size.text()}")


class Lines(Section):
    """A plain list of lines: users, documents."""

    def make(self, place: int) -> tuple[QLabel | QProgressBar, ...]:
        """One text."""
        label = ElidedLabel(copyable=True)
        self.grid.addWidget(label, place, 0)
        return (label,)

    def show_lines(self, lines: Iterable[str]) -> None:
        """Show these lines."""
        self.fill([(line,) for line in lines])


class History(Section):
    """What was attempted from here and what was changed elsewhere, newest first."""

    def make(self, place: int) -> tuple[QLabel | QProgressBar, ...]:
        """What happened, its outcome, and under them its moment and what changed by it."""
        happened, outcome = ElidedLabel(), plain_label()
        when, changed = plain_label("hint"), words_label()
        row = 4 * place
        self.grid.addWidget(happened, row, 0)
        self.grid.addWidget(outcome, row, 1)
        self.grid.addWidget(when, row + 1, 0, 1, 2)
        self.grid.addWidget(changed, row + 2, 0, 1, 2)
        self.grid.setColumnStretch(0, 1)
        return happened, outcome, when, changed

    def show_events(self, events: Sequence[Event], locale: QLocale) -> None:
        """Show these events, the first `MOST_EVENTS` of them."""
        shown = events[:MOST_EVENTS]
        self.fill([_told(event, locale) for event in shown])
        for place, (happened, outcome, _when, changed) in enumerate(self._lines):
            event = shown[place] if place < len(shown) else None
            here = isinstance(event, Attempt)
            if isinstance(event, Attempt):
                set_role(outcome, f"pill-{OUTCOME_ROLES[event.outcome]}")
            outcome.setVisible(here)
            changed.setVisible(event is not None and not here)
            self.grid.addWidget(happened, 4 * place, 0, 1, 1 if here else 2)
            self.grid.setRowMinimumHeight(4 * place + 3, self.theme.em(0.3) if event else 0)


def _told(event: Event, locale: QLocale) -> tuple[str, str, str, str]:
    when = formats.moment(locale, moment(event))
    if isinstance(event, Attempt):
        operation, outcome = text(f"operation.{event.operation}"), text(f"outcome.{event.outcome}")
        return operation, outcome, when, ""
    changed = "\n".join(one.words for one in changes(event.what, locale))
    return text("history.outside"), "", when, changed


class NoteEditor(QPlainTextEdit):
    """The office's own note; tells at most a second after a key, and when one goes elsewhere."""

    edited = Signal(str, str)
    """Id of the mailbox, the note."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mailbox_id = ""
        self._saved: str | None = ""
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=NOTE_PAUSE)
        self._timer.timeout.connect(self.flush)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFixedHeight(theme.em(5.5))
        self.setPlaceholderText(self.tr("Only for the office; the provider never sees it."))
        self.setAccessibleName(self.tr("Note"))
        self.textChanged.connect(self._on_typed)

    def show_note(self, mailbox_id: str, note: str) -> None:
        """Show a mailbox's note; what was typed for another one is told first."""
        if mailbox_id != self._mailbox_id:
            self.flush()
        elif self._keeps(note):
            return
        self._mailbox_id, self._saved, self._told = mailbox_id, note, False
        self.blockSignals(True)
        self.setPlainText(note)
        self.blockSignals(False)

    @Slot()
    def _on_typed(self) -> None:
        if not self._timer.isActive():  # typing on does not put it off
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Tell what was typed, if anything is new."""
        new = self.take()
        if new is not None:
            self.edited.emit(*new)

    def take(self) -> tuple[str, str] | None:
        """Hand over the mailbox's id and the note if anything is new; it counts as saved then."""
        self._timer.stop()
        note = self.toPlainText()
        if not self._mailbox_id or note == self._saved:
            return None
        self._saved, self._told = note, True
        return self._mailbox_id, note

    def not_saved(self, mailbox_id: str) -> None:
        """What was told could not be kept: tell it again at the next occasion."""
        if mailbox_id == self._mailbox_id:
            self._saved = None

    def _keeps(self, note: str) -> bool:
        """Whether what is shown is newer than `note`, which was read from the archive."""
        if note == self._saved:
            self._told = False
            return True
        return self._told or self.hasFocus() or self.toPlainText() != self._saved

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere saves."""
        super().focusOutEvent(event)
        self.flush()
