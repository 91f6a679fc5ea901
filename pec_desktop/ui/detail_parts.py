"""The parts of the detail panel below the next step: facts, spaces, note, history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
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
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.ui import formats
from pec_desktop.ui.columns import fiscal_code
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
"""Milliseconds after the last key until a note is saved."""


def words_label(words: str, role: str = "") -> QLabel:
    """A label of plain text that wraps and can be selected with the mouse."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        set_role(label, role)
    return label


def value_label(value: str) -> QLabel:
    """A label that wraps; a value that is one long word is shortened instead."""
    if " " in value:
        return words_label(value)
    label = ElidedLabel()
    label.setText(value)
    return label


class Section(QWidget):
    """A heading and what belongs under it; hidden while there is nothing."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        heading = QLabel(title)
        set_role(heading, "strong")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.em(0.6), 0, 0)
        self._column.setSpacing(theme.em(0.4))
        self._column.addWidget(heading)
        self._content: QWidget | None = None

    def fill(self, content: QWidget | None) -> None:
        """Show `content` instead of what was there; None hides the section."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        if content is not None:
            self._column.addWidget(content)
        self.setVisible(content is not None)


def pairs(theme: Theme, lines: Iterable[tuple[str, str]]) -> QWidget | None:
    """Names and values in two columns, without those that have no value."""
    shown = [(name, value) for name, value in lines if value]
    if not shown:
        return None
    widget = QWidget()
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.em(0.8))
    grid.setVerticalSpacing(theme.em(0.35))
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for place, (name, value) in enumerate(shown):
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(words_label(name, "muted"), place, 0, top)
        grid.addWidget(value_label(value), place, 1, top)
    return widget


class Facts(Section):
    """What the vendor tells of a mailbox."""

    def show_mailbox(self, mailbox: Mailbox, locale: QLocale) -> None:
        """Show the facts that are known."""
        times = mailbox.timestamp
        applicant = f"{mailbox.nome_richiedente} {mailbox.cognome_richiedente}".strip()
        expiry = mailbox.expiry
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
        self.fill(pairs(self.theme, lines))

    def _renewal(self, mailbox: Mailbox) -> str:
        if mailbox.expiry is None:
            return ""
        if mailbox.autorinnovo:
            return self.tr("renewed by the provider")
        return self.tr("not renewed by itself")


class Spaces(Section):
    """The three spaces as bars, each in proportion to the largest."""

    def show_mailbox(self, mailbox: Mailbox, locale: QLocale) -> None:
        """Show the spaces the mailbox has."""
        spaces = [
            (self.tr("Mailbox"), mailbox.spazio_disco),
            (self.tr("Security archive"), mailbox.spazio_storico),
            (self.tr("Legal preservation"), mailbox.spazio_conservazione),
        ]
        shown = [(name, size) for name, size in spaces if size > 0]
        self.fill(self._bars(shown, locale) if shown else None)

    def _bars(self, spaces: Sequence[tuple[str, int]], locale: QLocale) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.em(0.3))
        largest = max(size for _, size in spaces)
        for name, size in spaces:
            line, bar = QHBoxLayout(), QProgressBar()
            value = formats.space(locale, size)
            line.addWidget(words_label(name, "muted"), 1)
            line.addWidget(QLabel(value))
            bar.setRange(0, largest)
            bar.setValue(size)
            bar.setTextVisible(False)
            bar.setAccessibleName(f"{name}: {value}")
            column.addLayout(line)
            column.addWidget(bar)
        return widget


class Lines(Section):
    """A plain list of lines: users, documents."""

    def show_lines(self, lines: Iterable[str]) -> None:
        """Show these lines."""
        shown = list(lines)
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.em(0.2))
        for line in shown:
            column.addWidget(value_label(line))
        self.fill(widget if shown else None)


class History(Section):
    """What was attempted with the mailbox from here, newest first."""

    def show_attempts(self, attempts: Sequence[Attempt], locale: QLocale) -> None:
        """Show these attempts."""
        if not attempts:
            self.fill(None)
            return
        widget = QWidget()
        grid = QGridLayout(widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.theme.em(0.6))
        grid.setColumnStretch(0, 1)
        for place, attempt in enumerate(attempts):
            outcome = QLabel(text(f"outcome.{attempt.outcome}"))
            set_role(outcome, f"pill-{OUTCOME_ROLES[attempt.outcome]}")
            when = formats.moment(locale, attempt.started_at)
            grid.addWidget(words_label(text(f"operation.{attempt.operation}")), 2 * place, 0)
            grid.addWidget(outcome, 2 * place, 1)
            grid.addWidget(words_label(when, "hint"), 2 * place + 1, 0, 1, 2)
        self.fill(widget)


class NoteEditor(QPlainTextEdit):
    """The office's own note; tells a second after the last key, and when one goes elsewhere."""

    edited = Signal(str, str)
    """Id of the mailbox, the note."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mailbox_id = ""
        self._saved = ""
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=NOTE_PAUSE)
        self._timer.timeout.connect(self.flush)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFixedHeight(theme.em(5.5))
        self.setPlaceholderText(self.tr("Only for the office; the provider never sees it."))
        self.setAccessibleName(self.tr("Note"))
        self.textChanged.connect(self._timer.start)

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
    def flush(self) -> None:
        """Tell what was typed, if anything is new."""
        self._timer.stop()
        note = self.toPlainText()
        if self._mailbox_id and note != self._saved:
            self._saved, self._told = note, True
            self.edited.emit(self._mailbox_id, note)

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
