"""A dialog that does many things with one click: what it will cost, the progress, a report.

What cannot be done is shown, greyed, and left out. Each thing is a call of its own, kept in the
journal; stopping ends the work between two of them, and what is left can be gone on with.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
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

from pec_desktop.errors import Cancelled, PecDesktopError
from pec_desktop.services.changes import concerns_all
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui import formats
from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.cost_card import CostCard
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.notice import Notice, Remark
from pec_desktop.ui.reason import explain
from pec_desktop.ui.record_table import RecordTable
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

T = TypeVar("T")

SIZE = (100, 60)
"""Width and height of the window, in em."""

SHOWING = 200
"""Milliseconds after which the table shows what has ended meanwhile."""


class Report(Struct, frozen=True):
    """What became of it. `well`: all is done; `again`: something is left that can be gone on with.

    Of `errors`, one that would have come of the next thing as well stands above the buttons.
    """

    title: str
    about: str
    well: bool
    again: bool
    errors: Sequence[Exception | None] = ()
    remarks: Sequence[Remark] = ()


class ManyDialog(QDialog):
    """The shell: a subclass reads, shows, sends and reports. GUI thread; use `open()`.

    The records of its table have a `remark`, which is said in full of the one that is selected.
    """

    target = "summary.target"
    """The key of what stands before the words for what it is done to."""

    doing = "many"
    """The family of its words: ``<doing>.reading``, ``.progress``, ``.stopping``."""

    changed = Signal()
    """Things were done; they are in the archive as they are now."""

    def __init__(self, desk: Desk, table: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.table = table
        self.title, self.about, self.line = QLabel(), QLabel(), QLabel()
        self.notice = Notice(desk)
        self.cost = CostCard(desk, self.target)
        self.bar = FailureBar(desk.theme)
        self.busy = BusyRow(desk.theme)
        self.again_button = QPushButton(self.tr("&Go on…"))
        self.close_button = QPushButton()
        self.pay_button = QPushButton()
        self.content = QVBoxLayout()
        self._reading: Task | None = None
        self._sending: Task | None = None
        self._ended = False
        self._soon = QTimer(self, singleShot=True, interval=SHOWING)
        self._soon.timeout.connect(self._show_told)

    # What a subclass says

    @Slot()
    def read(self) -> None:
        """Read, by `ask`, what is to be done."""
        raise NotImplementedError

    def render_offer(self) -> None:
        """Show what was read, and what it costs, until a report stands there."""
        raise NotImplementedError

    def why_not(self) -> str:
        """Why nothing that is shown can be sent, in words; empty if it can."""
        return ""

    def offline(self) -> str:
        """What becomes of it without a network, in words."""
        return text("summary.offline")

    def sending(self) -> Callable[[Work], object]:
        """Give what sends all that is shown, one after the other, in a worker."""
        raise NotImplementedError

    def progress(self) -> tuple[str, int, int]:
        """What is being done (``<doing>.`` is before it), and how many of how many are done."""
        raise NotImplementedError

    def show_step(self) -> None:
        """Show which of them have ended by now."""
        raise NotImplementedError

    def standing(self) -> Callable[[Work], Any]:
        """Give what reads, in a worker, how all of it stands after it was sent."""
        raise NotImplementedError

    def report(self, found: Any) -> Report:
        """Show how all of it stands by what `standing` has read, and put that into words."""
        raise NotImplementedError

    # Reading

    def ask(self, look: Callable[[Work], T], take: Callable[[T], None], *, quietly: bool) -> None:
        """Read in a worker, instead of what is being read; `take` shows it, by `refresh`."""
        if self._reading is not None:
            self._reading.cancel()
        self.bar.clear()
        if not quietly:
            self.busy.say(text("many.checking"))
        told = None if quietly else self._on_reading
        done = partial(self._on_read, take)
        self._reading = self.desk.runner.submit(Lane.NET, look, self, done, self._on_not_read, told)
        self.refresh()

    def _on_reading(self, done: int, total: int) -> None:
        self.busy.say(text(f"{self.doing}.reading", done=done, total=total), done, total)

    def _on_read(self, take: Callable[[T], None], answer: T) -> None:
        self._reading = None
        self.busy.say("")
        take(answer)

    def _on_not_read(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # something else was chosen meanwhile
        self._reading = None
        self.busy.say("")
        self.bar.show_error(error, can_retry=True)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is known by now, until the report stands there."""
        if not self._ended:
            self.render_offer()
            self.show_buttons()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say what is particular about it; before all else, that nothing can be sent."""
        if self.desk.office.connection is None:
            title = text("summary.offline.title")
            remarks = [Remark("notice-attention", title, self.offline()), *remarks]
        self.notice.show_remarks(remarks)

    def show_buttons(self) -> None:
        """Allow what may be done now, and say why not of the rest."""
        busy = self._reading is not None or self._sending is not None
        reason = self.why_not()
        if self.desk.office.connection is None:
            reason = text("office.not_connected")
        explain(self.pay_button, "" if busy else reason)
        if busy:
            self.pay_button.setEnabled(False)
        self.close_button.setEnabled(self._sending is None)

    # Sending

    @Slot()
    def start(self) -> None:
        """Send what is shown, each once; what the button does not offer is not done."""
        if self.pay_button.isHidden() or not self.pay_button.isEnabled():
            return
        self.bar.clear()
        self._sending = self.desk.runner.submit(
            Lane.NET, self.sending(), self, self._on_sent, self._on_not_sent, self._on_progress
        )
        self._say_progress()
        self.show_buttons()
        self.busy.stop.setFocus()

    def _on_progress(self, _done: int, _total: int) -> None:
        if not self._soon.isActive():
            self._soon.start()
        self._say_progress()

    @Slot()
    def _show_told(self) -> None:
        self.show_step()
        self._say_progress()

    def _say_progress(self) -> None:
        if self._sending is not None:
            stopping = self._sending.cancelled
            doing, done, total = self.progress()
            key = f"{self.doing}.{'stopping' if stopping else doing}"
            self.busy.say(text(key, done=done, total=total), done, total, can_stop=not stopping)

    @Slot()
    def _on_stopped(self) -> None:
        if self._sending is not None:
            self._sending.cancel()
            self._say_progress()

    def _on_not_sent(self, error: Exception) -> None:
        """Somebody has stopped it, or nothing could be sent at all."""
        if not isinstance(error, Cancelled):
            self.bar.show_error(error)
        self._on_sent(None)

    def _on_sent(self, _nothing: object) -> None:
        self.desk.runner.submit(
            Lane.STORE, self.standing(), self, self._on_report, self._on_no_report
        )

    # What came of it

    def _on_report(self, found: object) -> None:
        """Put the report in the place of what was asked, and offer to go on if there is a rest."""
        self._end()
        self._ended = True
        report = self.report(found)
        self.title.setText(report.title)
        self.about.setText(report.about)
        self.notice.show_remarks(report.remarks)
        self.cost.hide()
        self.pay_button.hide()
        self.again_button.setVisible(report.again)
        self._show_finishing(True)
        self.show_buttons()
        self.close_button.setFocus()
        for_all = [
            one for one in report.errors if isinstance(one, PecDesktopError) and concerns_all(one)
        ]
        if for_all and self.bar.failure is None:
            self.bar.show_error(for_all[-1])
        self.changed.emit()
        if not self.isVisible():  # closed while it was sending: what went wrong must be seen
            self.accept() if report.well else self.show()

    def _on_no_report(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # the program ends; the journal knows it all
        self._end()
        self.bar.show_error(error, can_retry=True)
        self.refresh()
        self.changed.emit()
        self.show()

    def _end(self) -> None:
        self._sending = None
        self._soon.stop()
        self.busy.say("")

    @Slot()
    def go_on(self) -> None:
        """Look anew at what is left."""
        self._ended = False
        self.again_button.hide()
        self._show_finishing(False)
        self.table.rows.replace([])
        self.read()

    def _show_finishing(self, finishing: bool) -> None:
        """Let the button that closes be the one that comes next, or not."""
        self.close_button.setText(self.tr("&Done") if finishing else self.tr("&Close"))
        set_role(self.close_button, "primary" if finishing else "")

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

    def take_table(self, table: RecordTable) -> None:
        """Show another table in the place of the present one."""
        self.put(self.table, table)
        self.table = table
        self._dress_table()

    def put(self, old: QWidget, new: QWidget) -> None:
        """Put a part in the place of another one, which goes."""
        self.content.replaceWidget(old, new)
        old.hide()
        old.deleteLater()

    def _dress_table(self) -> None:
        self.table.setMinimumHeight(self.desk.theme.em(14))
        policy = self.table.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.table.setSizePolicy(policy)
        self.table.chosen.connect(self._on_row)

    @Slot()
    def _on_row(self) -> None:
        """Say in full what stands at the selected row."""
        selected = self.table.selected()
        words = selected[0].remark if len(selected) == 1 else ""
        self.line.setText(formats.line(words))
        self.line.setVisible(bool(words))

    def build(
        self,
        above: tuple[QWidget, ...] = (),
        choices: tuple[QWidget, ...] = (),
        beside: tuple[QPushButton, ...] = (),
    ) -> None:
        """Put it together: parts above and below the notice, buttons left of those that close."""
        em = self.desk.theme.em
        for label, role in ((self.title, "title"), (self.about, "muted"), (self.line, "hint")):
            set_role(label, role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.line.hide()
        self.again_button.hide()
        self._show_finishing(False)
        set_role(self.pay_button, "primary")
        self._dress_table()
        self.bar.retry.connect(self.read)
        self.busy.stopped.connect(self._on_stopped)
        self.again_button.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.close)
        self.pay_button.clicked.connect(self.start)
        card, content = QFrame(), QWidget()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(em(2), em(1.6), em(1), em(1.2))
        content.setLayout(self.content)
        self.content.setContentsMargins(em(0.2), 0, em(1), 0)
        for layout in (inside, self.content):
            layout.setSpacing(em(0.9))
        last = (self.table, self.line, self.cost)
        for part in (self.title, self.about, *above, self.notice, *choices, *last):
            self.content.addWidget(part, 1 if part is self.table else 0)
        inside.addWidget(Scrolling(content), 1)
        inside.addWidget(self.bar)
        inside.addWidget(self.busy)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(0.8))
        for button in (*beside, self.close_button, self.again_button, self.pay_button):
            if button is self.close_button:
                buttons.addStretch()
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(1.2), em(1.2), em(1.2), em(1.2))
        column.setSpacing(em(1))
        column.addWidget(card, 1)
        column.addLayout(buttons)
        room = self.screen().availableSize()
        self.resize(QSize(min(em(SIZE[0]), room.width()), min(em(SIZE[1]), room.height())))
