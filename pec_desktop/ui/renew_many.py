"""The dialog that renews several mailboxes: what it will cost, one click, a report at the end.

What cannot be renewed is shown, greyed, and left out. Each renewal is a payment of its own, kept in
the journal; stopping ends the work between two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

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

from pec_desktop.domain.changes import RENEWAL
from pec_desktop.domain.fields import validate
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.domain.prices import UNKNOWN, Price, together
from pec_desktop.errors import Refusal
from pec_desktop.services import changes, export, prices
from pec_desktop.services.changes import Candidate, Renewal
from pec_desktop.services.office import Office
from pec_desktop.services.prices import Quote
from pec_desktop.services.registration import context
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui import renewals, save_as
from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.cost_card import CostCard, pay_words
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.forms import Form
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.record_table import RecordModel, RecordTable
from pec_desktop.ui.renewals import Row
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

OPERATION = "renew_mailbox"

SIZE = (100, 60)
"""Width and height of the window, in em."""


def renew(office: Office, seen: Sequence[Mailbox], anni: int, work: Work) -> list[Renewal]:
    """Renew these mailboxes, as they were shown. Worker thread."""
    return changes.renew_many(office, seen, anni, work)


class RenewMany(QDialog):
    """Renews the mailboxes with these ids. GUI thread; non-blocking, use `open()`."""

    changed = Signal()
    """Mailboxes were renewed; they are in the archive as they are now."""

    def __init__(self, desk: Desk, ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._ids = list(ids)
        self._context = context(desk.office)
        self._found: list[Candidate] = []
        self._credit: Quote | None = None
        self._sending: Task | None = None
        self._stop = Work()
        self._reading = False
        self._ended = False
        self._values: dict[str, object] = {"anni": 1}
        self.form = Form(desk, RENEWAL, self._context, self._values)
        model = RecordModel(renewals.columns(desk.locale), lambda row: row.mailbox.id)
        self.table = RecordTable(desk.theme, model, self.tr("Mailboxes to renew"))
        self.cost = CostCard(desk)
        self.notice = Notice(desk)
        self.bar = FailureBar(desk.theme)
        self.busy = BusyRow(desk.theme)
        self.title, self.about = QLabel(), QLabel()
        self.close_button = QPushButton(self.tr("&Close"))
        self.export_button = QPushButton(self.tr("&Export the report…"))
        self.pay_button = QPushButton()
        self._build()
        self._read()

    @property
    def rows(self) -> list[Row]:
        """The rows of the table."""
        rows: list[Row] = self.table.rows.records
        return rows

    @property
    def renewable(self) -> list[Mailbox]:
        """The mailboxes that will be renewed."""
        return [one.mailbox for one in self._found if one.why is None]

    # Reading

    @Slot()
    def _read(self) -> None:
        """Read what is to be renewed, and what there is to pay it with."""
        office, ids = self.desk.office, self._ids

        def read(work: Work) -> tuple[list[Candidate], Quote | None]:
            found = changes.candidates(office, ids, work)
            able = next((one.mailbox for one in found if one.why is None), None)
            if able is None:
                return found, None
            return found, prices.quote_request(office, OPERATION, able, {"anni": 1}, work)

        self.bar.clear()
        self._reading = True
        self.busy.say(text("change.reading"))
        self.desk.runner.submit(
            Lane.NET, read, self, self._on_read, self._on_not_read, self._on_reading
        )
        self._render()

    def _on_reading(self, done: int, total: int) -> None:
        self.busy.say(text("renewing.reading", done=done, total=total), done, total)

    def _on_read(self, answer: tuple[list[Candidate], Quote | None]) -> None:
        self._found, self._credit = answer
        self._reading = False
        self.busy.say("")
        self._render()
        self.form.focus_first()

    def _on_not_read(self, error: Exception) -> None:
        self._reading = False
        self.busy.say("")
        self.bar.show_error(error, can_retry=True)
        self._render()

    # Showing

    @property
    def anni(self) -> int | None:
        """The years for all, None while they are not right."""
        value = RENEWAL[0].normalise(self._values.get("anni"))
        wrong = validate(RENEWAL, self._values, self._context)
        return value if isinstance(value, int) and not wrong else None

    @Slot()
    def _render(self) -> None:
        """Show what the years make of the mailboxes, and what they cost."""
        if self._ended:
            return
        office, anni = self.desk.office, self.anni
        today = self._context.today

        def price(mailbox: Mailbox) -> Price:
            if anni is None:
                return UNKNOWN
            return prices.known_price_of(office, OPERATION, mailbox, {"anni": anni})

        found = [(one.mailbox, one.why) for one in self._found]
        rows = renewals.rows(found, anni or 0, today, price)
        self.table.rows.replace(rows)
        able = [row for row in rows if row.why is None]
        total = together(row.price for row in able)
        credit = self._credit.credit if self._credit else None
        words = text("renewing.target", count=len(able))
        quote = None if self._reading or anni is None else Quote(total, credit)
        self.cost.show_quote(OPERATION, words, quote)
        self.pay_button.setText(self._pay_words(len(able), total))
        self._show_notice(len(able), len(rows))
        self._show_buttons()

    def _pay_words(self, count: int, total: Price) -> str:
        if count == 1:
            return pay_words(self.desk, OPERATION, total)
        return pay_words(self.desk, "renew_many", total, count=count)

    def _show_notice(self, able: int, all_of_them: int) -> None:
        left_out = all_of_them - able
        if self.desk.office.connection is None:
            title = text("summary.offline.title")
            self.notice.show_words("notice-attention", title, text("summary.offline"))
        elif left_out:
            self.notice.show_words(
                "notice-attention", "", text("renewing.left_out", count=left_out)
            )
        else:
            self.notice.hide()

    def _show_buttons(self) -> None:
        """Allow what may be done now, and say why not of the rest."""
        busy = self._reading or self._sending is not None
        reason = ""
        if self.desk.office.connection is None:
            reason = text("office.not_connected")
        elif not busy and not self.renewable:
            reason = text("renewing.none")
        self.pay_button.setEnabled(not busy and not reason and self.anni is not None)
        self.pay_button.setToolTip(reason)
        self.pay_button.setAccessibleDescription(reason)
        self.form.setEnabled(not busy)
        self.close_button.setEnabled(self._sending is None)

    # Sending

    @Slot()
    def start(self) -> None:
        """Renew what is shown, one after the other, each once."""
        anni = self.anni
        if self._sending is not None or self._ended or anni is None:
            return
        office, seen, stop = self.desk.office, self.renewable, self._stop

        def work_on(work: Work) -> list[Renewal]:
            return renew(office, seen, anni, _Stoppable(work, stop))

        self.bar.clear()
        self._on_progress(0, len(seen))
        self._sending = self.desk.runner.submit(
            Lane.NET, work_on, self, self._on_done, self._on_not_done, self._on_progress
        )
        self._show_buttons()
        self.busy.stop.setFocus()

    def _on_progress(self, done: int, total: int) -> None:
        key = "renewing.stopping" if self._stop.cancelled else "renewing.progress"
        words = text(key, done=done, total=total)
        self.busy.say(words, done, total, can_stop=not self._stop.cancelled)

    @Slot()
    def _on_stopped(self) -> None:
        self._stop.cancel()
        self._on_progress(self.busy.bar.value(), self.busy.bar.maximum())

    def _on_done(self, results: list[Renewal]) -> None:
        """Show the report; what stopped the rest is said above the buttons."""
        self._sending = None
        self._ended = True
        self.busy.say("")
        rows = renewals.with_results(self.rows, results)
        self.table.rows.replace(rows)
        done = sum(one.mailbox is not None for one in results)
        tried = [one for one in results if one.mailbox is not None or one.error is not None]
        self._show_report(done, len(results), len(tried))
        last = tried[-1].error if tried and len(tried) < len(results) else None
        if last is not None:
            self.bar.show_error(last)
        self.changed.emit()
        if not self.isVisible():
            self._come_back(all_well=done == len(results))

    def _come_back(self, *, all_well: bool) -> None:
        """The window was closed while it was sending: what went wrong must be seen."""
        if all_well:
            self.accept()
        else:
            self.show()

    def _show_report(self, done: int, wanted: int, tried: int) -> None:
        self.title.setText(text("renewed.title", done=done, total=wanted))
        words = [text("renewed.about")]
        if tried < wanted:
            words.insert(0, text("renewed.stopped", count=wanted - tried))
        self.about.setText(" ".join(words))
        for part in (self.form, self.cost, self.notice, self.pay_button):
            part.hide()
        self.export_button.show()
        self.close_button.setText(self.tr("&Done"))
        self.close_button.setEnabled(True)
        set_role(self.close_button, "primary")
        self.close_button.setFocus()

    def _on_not_done(self, error: Exception) -> None:
        self._sending = None
        self.busy.say("")
        self.bar.show_error(error)
        self._show_buttons()
        if not self.isVisible():
            self.show()

    @Slot()
    def _on_export(self) -> None:
        lines = renewals.report(self.rows)
        style = export.style_for(self.desk.locale.name())

        def write(path: Path) -> None:
            export.write_renewals(path, lines, text, style)

        day = self._context.today.isoformat()
        name = self.tr("renewals {day}.csv").format(day=day)
        save_as.ask_table(self.desk, self, name, write).failed.connect(self._on_not_saved)

    @Slot(object)
    def _on_not_saved(self, error: Refusal) -> None:
        self.bar.show_error(error)

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

    def _build(self) -> None:
        em = self.desk.theme.em
        self.setWindowTitle(text("flow.renew_many"))
        self.title.setText(text("renewing.title", count=len(self._ids)))
        self.about.setText(text("renewing.about"))
        set_role(self.title, "title")
        set_role(self.about, "muted")
        for label in (self.title, self.about):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.pay_button, "primary")
        self.export_button.hide()
        self.form.changed.connect(self._render)
        self.bar.retry.connect(self._read)
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
        parts: tuple[QWidget, ...] = (self.title, self.about, self.form, self.notice, self.table)
        for part in (*parts, self.cost):
            page.addWidget(part, 1 if part is self.table else 0)
        self.table.setMinimumHeight(em(14))
        inside.addWidget(Scrolling(content), 1)
        inside.addWidget(self.bar)
        inside.addWidget(self.busy)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(0.8))
        for button, slot in (
            (self.close_button, self.close),
            (self.export_button, self._on_export),
            (self.pay_button, self.start),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        buttons.addWidget(self.export_button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.pay_button)
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
