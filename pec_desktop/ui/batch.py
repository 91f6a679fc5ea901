"""The window that does the same for many: what it will cost, one click, what came of each.

For mailboxes that were selected, for a table, and for a batch that was begun before
(`ui.batch_sources`). It only shows what `services.batch` does: a batch is written down before
anything of it is sent, and how its rows stand is read from the journal. So this window may be
closed, or killed, at any instant.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.account import Environment
from pec_desktop.errors import Cancelled, PecDesktopError, Refusal
from pec_desktop.services import batch, batch_result, export
from pec_desktop.services.batch import RowState, Run
from pec_desktop.services.changes import concerns_all
from pec_desktop.services.office import Office
from pec_desktop.store.batches import Batch
from pec_desktop.tasks.runner import Lane, Task
from pec_desktop.ui import batch_outlook, batch_table, formats, save_as
from pec_desktop.ui.batch_outlook import Outlook, Remark
from pec_desktop.ui.batch_sources import Source, Unfinished
from pec_desktop.ui.batch_table import Row
from pec_desktop.ui.batch_view import BatchView
from pec_desktop.ui.cost_card import pay_words
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.reason import explain
from pec_desktop.ui.words import text
from pec_desktop.work import Work

SHOWING = 200
"""Milliseconds after which the table shows what was told of its rows meanwhile."""


class BatchDialog(BatchView):
    """Does the same for many. GUI thread; non-blocking, use `open()`."""

    changed = Signal()
    """Something was sent; what came of it is in the archive."""

    def __init__(self, desk: Desk, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(desk, source, parent)
        self._outlook: Outlook | None = None
        self._reading: Task | None = None
        self._sending: Task | None = None
        self._run: Run | None = None
        self._ended = False
        self._soon = QTimer(self, singleShot=True, interval=SHOWING)
        self._soon.timeout.connect(self._show_told)
        for button, slot in (
            (self.other_button, self._on_other),
            (self.export_button, self._on_export),
            (self.leave_button, self._on_leave),
            (self.close_button, self.close),
            (self.again_button, self._on_again),
            (self.pay_button, self.start),
        ):
            button.clicked.connect(slot)
        self.anew.clicked.connect(self._read)
        self.accept_checks.clicked.connect(self._read)
        self.source.changed.connect(self._read)
        self.bar.retry.connect(self._read)
        self.busy.stopped.connect(self._on_stopped)
        self._read()

    @property
    def batch(self) -> Batch | None:
        """What is shown; None while it is not known what is to be done."""
        return self._outlook.batch if self._outlook else None

    # Reading

    @Slot()
    def _read(self) -> None:
        """Look anew at what is to be done."""
        if self._reading is not None:
            self._reading.cancel()
        self.bar.clear()
        if self._outlook is None:
            self.busy.say(text("many.checking"))
        read = partial(
            batch_outlook.look,
            self.desk.office,
            self.source.ask(anew=self.anew.isChecked()),
            accept=self.accept_checks.isChecked(),
            able=self.source.able,
            known=self._outlook,
        )
        self._reading = self.desk.runner.submit(
            Lane.NET, read, self, self._on_read, self._on_not_read, self._on_reading
        )
        self._render()

    def _on_reading(self, done: int, total: int) -> None:
        if self._outlook is None:
            self.busy.say(text("many.checked", done=done, total=total), done, total)

    def _on_read(self, outlook: Outlook) -> None:
        first, before = self._outlook is None, self.batch
        self._outlook, self._reading = outlook, None
        self.busy.say("")
        self.source.take(outlook.asked)
        if outlook.batch is not None and (
            before is None or before.operation != outlook.batch.operation
        ):
            self.take_table(outlook.batch.operation)
        self.table.rows.replace(outlook.rows)
        self._render()
        if first:
            self.source.focus()

    def _on_not_read(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # something else was chosen meanwhile
        self._reading = None
        self.busy.say("")
        self.bar.show_error(error, can_retry=True)
        self._render()

    # Showing

    def _render(self) -> None:
        """Show what there is to be done, what it costs, and what can be done about it."""
        outlook, one = self._outlook, self.batch
        left = outlook.left if outlook else []
        self.setWindowTitle(text(f"many.{one.operation if one else 'table'}"))
        self.title.setText(formats.line(self.source.title()))
        self.about.setText(text("many.about"))
        remarks = outlook.remarks(self.desk.locale) if outlook else []
        if self.desk.office.connection is None:
            title, words = text("summary.offline.title"), text("summary.offline")
            remarks = [Remark("notice-attention", title, words), *remarks]
        self.show_remarks(remarks)
        self._show_choices()
        self.table.setVisible(one is not None)
        self.cost.setVisible(bool(left))
        self.pay_button.setVisible(bool(left))
        if outlook is not None and one is not None and left:
            quote, count = outlook.quote(self.desk.office), len(left)
            chosen = self.source.is_chosen()
            single = formats.line(left[0].result.planned.label)
            target = single if count == 1 else text("many.target", count=count)
            self.cost.show_quote(one.operation, target, quote if chosen else None)
            does = one.operation if count == 1 else f"many.{one.operation}"
            self.pay_button.setText(pay_words(self.desk, does, quote.price, count=count))
        self._show_buttons()

    def _show_choices(self) -> None:
        """Offer what may be decided against a rule, where that is what stands in the way."""
        outlook = self._outlook
        finished = outlook is not None and outlook.is_finished
        before = outlook is not None and outlook.done_before and not outlook.is_begun
        self.anew.setText(text("many.again" if before else "many.anew"))
        self.anew.setVisible(finished or before or self.anew.isChecked())
        doubts = outlook is not None and outlook.doubtful
        real = self.desk.office.account.environment is Environment.PRODUCTION
        self.accept_checks.setVisible((doubts or self.accept_checks.isChecked()) and not real)
        elsewhere = outlook is not None and outlook.elsewhere is not None
        self.other_button.setVisible(elsewhere)

    def _show_buttons(self) -> None:
        """Allow what may be done now, and say why not of the rest."""
        outlook, sending = self._outlook, self._sending is not None
        reading = self._reading is not None
        reason = ""
        if self.desk.office.connection is None:
            reason = text("office.not_connected")
        explain(self.pay_button, reason)
        if sending or reading or not self.source.is_chosen():
            self.pay_button.setEnabled(False)
        choosing = not sending and not (reading and outlook is None)
        parts: tuple[QWidget, ...] = (self.source, self.anew, self.accept_checks, self.other_button)
        for part in parts:
            part.setEnabled(choosing)
        self.export_button.setVisible(outlook is not None and bool(outlook.rows) and not sending)
        resting = outlook is not None and outlook.is_begun and not outlook.is_finished
        offered = self.batch is not None and self.batch.finished_at is None
        self.leave_button.setVisible(resting and offered and not sending)
        self.close_button.setEnabled(not sending)

    # Sending

    @Slot()
    def start(self) -> None:
        """Send what is shown, one after the other, each once."""
        outlook, wanted = self._outlook, self.batch
        busy = self._reading is not None or self._sending is not None or self._ended
        if busy or outlook is None or wanted is None or not outlook.left:
            return
        if not self.pay_button.isEnabled():
            return
        office, quiet_period = self.desk.office, self.desk.settings.quiet_period
        run = self._run = Run(office, wanted, [row.result.planned for row in outlook.own])

        def send(work: Work) -> None:
            if batch.begin(office, wanted).id != wanted.id:
                raise Refusal("batch.begun_meanwhile")
            run.carry_out(work, quiet_period=quiet_period)

        self.bar.clear()
        self._sending = self.desk.runner.submit(
            Lane.NET, send, self, self._on_sent, self._on_not_sent, self._on_progress
        )
        self._say_progress()
        self._show_buttons()
        self.busy.stop.setFocus()

    def _on_progress(self, _done: int, _total: int) -> None:
        if not self._soon.isActive():
            self._soon.start()
        self._say_progress()

    @Slot()
    def _show_told(self) -> None:
        """Show what the run has told of its rows until now."""
        if self._run is not None:
            rows = self.rows
            told = self._run.updated([row.result for row in rows])
            pairs = zip(rows, told, strict=True)
            self.table.rows.replace([replace(row, result=one) for row, one in pairs])
            self._say_progress()

    def _say_progress(self) -> None:
        outlook, sending = self._outlook, self._sending
        if self._run is None or outlook is None or sending is None:
            return
        found = self._run.updated([row.result for row in outlook.own])
        done = sum(one.state is RowState.CONFIRMED for one in found)
        states = {one.state for one in found}
        lost = RowState.UNKNOWN in states and RowState.WAITING not in states
        key = "many.stopping" if sending.cancelled else "many.waiting" if lost else "many.progress"
        words = text(key, done=done, total=len(found))
        self.busy.say(words, done, len(found), can_stop=not sending.cancelled)

    @Slot()
    def _on_stopped(self) -> None:
        if self._sending is not None:
            self._sending.cancel()
            self._say_progress()

    def _on_sent(self, _nothing: object) -> None:
        self._ask_report()

    def _on_not_sent(self, error: Exception) -> None:
        """Somebody has stopped it, or nothing could be sent at all."""
        if not isinstance(error, Cancelled):
            self.bar.show_error(error)
        self._ask_report()

    # What came of it

    def _ask_report(self) -> None:
        """Read what became of every row."""
        assert self._run is not None
        assert self._outlook is not None
        read = partial(_report, self.desk.office, self._run, self._outlook)
        self.desk.runner.submit(Lane.STORE, read, self, self._on_report, self._on_no_report)

    def _on_report(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self.table.rows.replace(outlook.rows)
        self._end()
        errors = (row.result.error for row in outlook.rows)
        for_all = [one for one in errors if isinstance(one, PecDesktopError) and concerns_all(one)]
        if for_all and self.bar.failure is None:
            self.bar.show_error(for_all[-1])
        self.changed.emit()
        if not self.isVisible():  # closed while it was sending: what went wrong must be seen
            self.show() if outlook.left else self.accept()

    def _on_no_report(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return  # the program ends; the journal knows it all
        self._end()
        self.bar.show_error(error)
        self.show()

    def _end(self) -> None:
        """Show what came of it, and offer to go on where something is left."""
        self._sending, self._run, self._ended = None, None, True
        self.busy.say("")
        outlook = self._outlook
        assert outlook is not None
        waiting = outlook.count(RowState.WAITING)
        words = [text("many.stopped", count=waiting)] if waiting else []
        self.title.setText(text("many.ended.title", done=outlook.done, total=len(outlook.own)))
        self.about.setText(" ".join([*words, text("many.ended")]))
        parts: tuple[QWidget, ...] = (
            *(self.source, self.anew, self.accept_checks),
            *(self.cost, self.notice, self.pay_button),
        )
        for part in parts:
            part.hide()
        self._show_buttons()
        self.again_button.setVisible(bool(outlook.left))
        self.show_finishing(True)
        self.close_button.setFocus()

    @Slot()
    def _on_again(self) -> None:
        """Look anew at what is left."""
        if self.batch is not None:
            self._go_on_with(self.batch)

    @Slot()
    def _on_other(self) -> None:
        if self._outlook is not None and self._outlook.elsewhere is not None:
            self._go_on_with(self._outlook.elsewhere.batch)

    def _go_on_with(self, one: Batch) -> None:
        self.take_source(Unfinished(one))
        self._outlook, self._ended = None, False
        self.again_button.hide()
        self.table.rows.replace([])
        self.anew.setChecked(False)
        self.show_finishing(False)
        self._read()

    @Slot()
    def _on_leave(self) -> None:
        """Offer it no more."""
        if self.batch is not None:
            work = partial(_let_be, self.desk.office, self.batch)
            self.desk.runner.submit(Lane.STORE, work, self, self._on_left, self.bar.show_error)

    def _on_left(self, _nothing: object) -> None:
        self.accept()

    @Slot()
    def _on_export(self) -> None:
        assert self._outlook is not None
        office, found = self.desk.office, [row.result for row in self._outlook.rows]
        style = export.style_for(self.desk.locale.name())

        def write(path: Path) -> None:
            lines = batch_result.lines(office, found, text, batch_table.explain)
            export.write_batch(path, lines, text, style)

        stem = Path(self.batch.name).stem if self.batch and self.source.lines else ""
        name = self.tr("{name} result {day}.csv")
        proposed = name.format(name=stem, day=self.today.isoformat()).strip()
        save_as.ask_table(self.desk, self, proposed, write).failed.connect(self._on_not_saved)

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


def _report(office: Office, run: Run, outlook: Outlook, _work: Work) -> Outlook:
    rows: list[Row] = [*batch_table.rows(office, run.results()), *outlook.left_out]
    rows.sort(key=lambda row: row.number)
    stands = batch.written(office, outlook.batch) if outlook.batch else None
    return replace(outlook, rows=tuple(rows), batch=stands)


def _let_be(office: Office, one: Batch, _work: Work) -> None:
    batch.let_be(office, one)
