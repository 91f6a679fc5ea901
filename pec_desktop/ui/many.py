"""A dialog that does many things with one click: what it will cost, the progress, a report.

What cannot be done is shown, greyed, and left out. Each thing is a call of its own, kept in the
journal; stopping ends the work between two of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.cost_card import CostCard
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.reason import explain
from pec_desktop.ui.record_table import RecordTable
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

T = TypeVar("T")

SIZE = (100, 60)
"""Width and height of the window, in em."""


class ManyDialog(QDialog):
    """The shell: a subclass reads, shows and sends. GUI thread; non-blocking, use `open()`."""

    target = "summary.target"
    """The key of what stands before the words for what it is done to."""

    changed = Signal()
    """Things were done; they are in the archive as they are now."""

    def __init__(
        self, desk: Desk, table: RecordTable, doing: str, parent: QWidget | None = None
    ) -> None:
        """`doing` is the family of its words: ``<doing>.reading``, ``.progress``, ``.stopping``."""
        super().__init__(parent)
        self.desk = desk
        self.table = table
        self.cost = CostCard(desk, self.target)
        self.notice = Notice(desk)
        self.bar = FailureBar(desk.theme)
        self.busy = BusyRow(desk.theme)
        self.title, self.about = QLabel(), QLabel()
        self.close_button = QPushButton(self.tr("&Close"))
        self.pay_button = QPushButton()
        self._doing = doing
        self._sending: Task | None = None
        self._stop = Work()
        self._reading = False
        self._ended = False

    # What a subclass says

    def read(self) -> None:
        """Read, by `ask`, what is to be done."""
        raise NotImplementedError

    def render_rows(self) -> None:
        """Show what was read, and what it costs."""
        raise NotImplementedError

    def why_not(self) -> str:
        """Why nothing can be sent now, in words; empty if it can."""
        raise NotImplementedError

    def start(self) -> None:
        """Send what is shown, by `begin`; nothing if it was done before."""
        raise NotImplementedError

    def show_results(self, results: Any) -> bool:
        """Show what became of it, by `report`; tell whether all went well."""
        raise NotImplementedError

    def show_step(self) -> None:
        """Another of them has ended."""

    # Reading

    def ask(self, look: Callable[[Work], T], done: Callable[[T], None]) -> None:
        """Read in a worker; `done` takes what was read before it is shown."""
        self.bar.clear()
        self._reading = True
        self.busy.say(text("change.reading"))
        ended = partial(self._on_read, done)
        self.desk.runner.submit(Lane.NET, look, self, ended, self._on_not_read, self._on_reading)
        self.refresh()

    def _on_reading(self, done: int, total: int) -> None:
        self.busy.say(text(f"{self._doing}.reading", done=done, total=total), done, total)

    def _on_read(self, take: Callable[[T], None], answer: T) -> None:
        self._reading = False
        self.busy.say("")
        take(answer)
        self.refresh()

    def _on_not_read(self, error: Exception) -> None:
        self._reading = False
        self.busy.say("")
        self.bar.show_error(error, can_retry=True)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is known by now, until the report stands there."""
        if not self._ended:
            self.render_rows()
            self.show_buttons()

    def show_buttons(self) -> None:
        """Allow what may be done now, and say why not of the rest."""
        busy = self._reading or self._sending is not None
        explain(self.pay_button, "" if busy else self.why_not())
        if busy:
            self.pay_button.setEnabled(False)
        self.close_button.setEnabled(self._sending is None)

    @property
    def offline(self) -> bool:
        """Whether nothing can be sent; the notice says so."""
        if self.desk.office.connection is not None:
            return False
        title = text("summary.offline.title")
        self.notice.show_words("notice-attention", title, text("summary.offline"))
        return True

    # Sending

    @property
    def may_begin(self) -> bool:
        """Whether nothing is being sent, and nothing was."""
        return self._sending is None and not self._ended

    def begin(self, send: Callable[[Work], object], total: int) -> None:
        """Send in a worker, with a `Work` that can be stopped and still brings its results."""
        stop = self._stop

        def work_on(work: Work) -> object:
            return send(_Stoppable(work, stop))

        self.bar.clear()
        self._on_progress(0, total)
        self._sending = self.desk.runner.submit(
            Lane.NET, work_on, self, self._on_done, self._on_not_done, self._on_progress
        )
        self.show_buttons()
        self.busy.stop.setFocus()

    def _on_progress(self, done: int, total: int) -> None:
        key = f"{self._doing}.{'stopping' if self._stop.cancelled else 'progress'}"
        words = text(key, done=done, total=total)
        self.busy.say(words, done, total, can_stop=not self._stop.cancelled)
        self.show_step()

    @Slot()
    def _on_stopped(self) -> None:
        self._stop.cancel()
        self._on_progress(self.busy.bar.value(), self.busy.bar.maximum())

    def _on_done(self, results: object) -> None:
        """Show the report. Closed while it was sending: what went wrong must be seen."""
        self._sending = None
        self._ended = True
        self.busy.say("")
        all_well = self.show_results(results)
        self.changed.emit()
        if not self.isVisible():
            self.accept() if all_well else self.show()

    def _on_not_done(self, error: Exception) -> None:
        self._sending = None
        self.busy.say("")
        self.bar.show_error(error)
        self.show_buttons()
        if not self.isVisible():
            self.show()

    def report(self, title: str, about: str, *, stopped_by: Exception | None) -> None:
        """Put the report in the place of what was asked; say what stopped the rest."""
        self.title.setText(title)
        self.about.setText(about)
        for part in (self.cost, self.notice, self.pay_button):
            part.hide()
        self.close_button.setText(self.tr("&Done"))
        self.close_button.setEnabled(True)
        set_role(self.close_button, "primary")
        self.close_button.setFocus()
        if stopped_by is not None:
            self.bar.show_error(stopped_by)

    # The window

    @Slot()
    def reject(self) -> None:
        """Escape and the button that closes; not while something is being sent."""
        if self._sending is None:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """While something is being sent the window only goes out of sight: it is still needed."""
        if self._sending is not None:
            event.ignore()
            self.hide()
        else:
            super().closeEvent(event)

    def build(self, above: tuple[QWidget, ...] = (), beside: tuple[QPushButton, ...] = ()) -> None:
        """Put it together: parts above the table, buttons at the left of those that close."""
        em = self.desk.theme.em
        set_role(self.title, "title")
        set_role(self.about, "muted")
        for label in (self.title, self.about):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.pay_button, "primary")
        self.bar.retry.connect(self.read)
        self.busy.stopped.connect(self._on_stopped)
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(em(2), em(1.6), em(1), em(1.2))
        inside.setSpacing(em(0.9))
        content = QWidget()
        page = QVBoxLayout(content)
        page.setContentsMargins(em(0.2), 0, em(1), 0)
        page.setSpacing(em(0.9))
        for part in (self.title, self.about, *above, self.notice, self.table, self.cost):
            page.addWidget(part, 1 if part is self.table else 0)
        self.table.setMinimumHeight(em(14))
        inside.addWidget(Scrolling(content), 1)
        inside.addWidget(self.bar)
        inside.addWidget(self.busy)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(0.8))
        self.close_button.clicked.connect(self.close)
        self.pay_button.clicked.connect(self.start)
        for button in beside:
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.pay_button)
        for button in (*beside, self.close_button, self.pay_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(1.2), em(1.2), em(1.2), em(1.2))
        column.setSpacing(em(1))
        column.addWidget(card, 1)
        column.addLayout(buttons)
        room = self.screen().availableSize()
        self.resize(QSize(min(em(SIZE[0]), room.width()), min(em(SIZE[1]), room.height())))


class _Stoppable(Work):
    """Work that can be stopped without throwing away what it has brought until then."""

    def __init__(self, task: Work, stop: Work) -> None:
        super().__init__(task.progress)
        self._task = task
        self._asked = stop

    @property
    def cancelled(self) -> bool:
        """Whether the person, or the end of the program, stopped it."""
        return self._task.cancelled or self._asked.cancelled
