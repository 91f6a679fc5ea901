"""The window that does the same for many: what it will cost, one click, what came of each.

For mailboxes that were selected, for a table, and for a batch that was begun before
(`ui.batch_sources`). It only shows what `services.batch` does: a batch is written down before
anything of it is sent, and how its rows stand is read from the journal. So this window may be
closed, or killed, at any instant.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from pec_desktop.domain.account import Environment
from pec_desktop.errors import Refusal
from pec_desktop.services import batch, batch_result, export
from pec_desktop.services.batch import RowState, Run
from pec_desktop.services.office import Office
from pec_desktop.services.registration import context
from pec_desktop.store.batches import Batch
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import batch_outlook, batch_table, formats, save_as
from pec_desktop.ui.batch_outlook import Outlook
from pec_desktop.ui.batch_sources import Source, Unfinished
from pec_desktop.ui.batch_table import Row
from pec_desktop.ui.cost_card import pay_words
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.many import ManyDialog, Report
from pec_desktop.ui.record_table import RecordModel, RecordTable
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class BatchDialog(ManyDialog):
    """Does the same for many. GUI thread; non-blocking, use `open()`."""

    def __init__(self, desk: Desk, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(desk, _table(desk, source, "renew_mailbox"), parent)
        self.source = source
        self._outlook: Outlook | None = None
        self._run: Run | None = None
        self.anew, self.accept_checks = QCheckBox(), QCheckBox(text("many.accept"))
        self.other_button = QPushButton(self.tr("&Go on with that one"))
        self.export_button = QPushButton(self.tr("E&xport the result…"))
        self.leave_button = QPushButton(self.tr("&Let the rest be"))
        self.other_button.setAutoDefault(False)
        self.notice.box.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.anew.clicked.connect(self.read)
        self.accept_checks.clicked.connect(self.read)
        self.source.changed.connect(self.read)
        self.other_button.clicked.connect(self._on_other)
        self.export_button.clicked.connect(self._on_export)
        self.leave_button.clicked.connect(self._on_leave)
        self.build(
            above=(self.source,),
            choices=(self.anew, self.accept_checks),
            beside=(self.export_button, self.leave_button),
        )
        self.read()

    @property
    def batch(self) -> Batch | None:
        """What is shown; None while it is not known what is to be done."""
        return self._outlook.batch if self._outlook else None

    @property
    def rows(self) -> list[Row]:
        """The rows of the table, in the order of the screen."""
        rows: list[Row] = self.table.rows.records
        return rows

    # Reading

    @Slot()
    def read(self) -> None:
        """Look anew at what is to be done."""
        look = partial(
            batch_outlook.look,
            self.desk.office,
            self.source.ask(anew=self.anew.isChecked()),
            accept=self.accept_checks.isChecked(),
            able=self.source.able,
            known=self._outlook,
        )
        self.ask(look, self._take, quietly=self._outlook is not None)

    def _take(self, outlook: Outlook) -> None:
        first, before = self._outlook is None, self.batch
        self._outlook = outlook
        self.source.take(outlook.asked)
        if outlook.batch is not None and (
            before is None or before.operation != outlook.batch.operation
        ):
            self.take_table(_table(self.desk, self.source, outlook.batch.operation))
            self.setTabOrder(self.accept_checks, self.table)
        self.table.rows.replace(outlook.rows)
        self.refresh()
        if first:
            self.source.focus()

    # Showing

    def render_offer(self) -> None:
        """Show what there is to be done, what it costs, and what can be done about it."""
        outlook, one = self._outlook, self.batch
        left = outlook.left if outlook else []
        self.setWindowTitle(text(f"many.{one.operation if one else 'table'}"))
        self.title.setText(formats.line(self.source.title()))
        self.about.setText(text("many.about"))
        self.show_remarks(outlook.remarks(self.desk.locale) if outlook else [])
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

    def show_buttons(self) -> None:
        """Allow what may be done now."""
        super().show_buttons()
        outlook, sending = self._outlook, self._sending is not None
        if not self.source.is_chosen():
            self.pay_button.setEnabled(False)
        choosing = not sending and not (self._reading is not None and outlook is None)
        parts: tuple[QWidget, ...] = (self.source, self.anew, self.accept_checks, self.other_button)
        for part in parts:
            part.setEnabled(choosing)
        self.export_button.setVisible(outlook is not None and bool(outlook.rows) and not sending)
        resting = outlook is not None and outlook.is_begun and not outlook.is_finished
        offered = self.batch is not None and self.batch.finished_at is None
        self.leave_button.setVisible(resting and offered and not sending)

    # Sending

    def sending(self) -> Callable[[Work], object]:
        """Give what sends the rows that are left."""
        outlook, wanted = self._outlook, self.batch
        assert outlook is not None
        assert wanted is not None
        office, quiet_period = self.desk.office, self.desk.settings.quiet_period
        run = self._run = Run(office, wanted, [row.result.planned for row in outlook.own])

        def send(work: Work) -> None:
            if batch.begin(office, wanted).id != wanted.id:
                raise Refusal("batch.begun_meanwhile")
            run.carry_out(work, quiet_period=quiet_period)

        return send

    def progress(self) -> tuple[str, int, int]:
        """How many are done; whether it only waits for a lost answer."""
        assert self._run is not None
        assert self._outlook is not None
        found = self._run.updated([row.result for row in self._outlook.own])
        states = [one.state for one in found]
        lost = RowState.UNKNOWN in states and RowState.WAITING not in states
        return "waiting" if lost else "progress", states.count(RowState.CONFIRMED), len(found)

    def show_step(self) -> None:
        """Show what the run has told of its rows until now."""
        if self._run is not None:
            rows = self.rows
            told = self._run.updated([row.result for row in rows])
            pairs = zip(rows, told, strict=True)
            self.table.rows.replace([replace(row, result=one) for row, one in pairs])

    # What came of it

    def standing(self) -> Callable[[Work], Outlook]:
        """Give what reads what became of every row."""
        assert self._run is not None
        assert self._outlook is not None
        return partial(_read, self.desk.office, self._run, self._outlook)

    def report(self, found: Outlook) -> Report:
        """Say what came of each row."""
        self._outlook, self._run = found, None
        self.table.rows.replace(found.rows)
        for part in (self.source, self.anew, self.accept_checks):
            part.hide()
        waiting, left = found.count(RowState.WAITING), bool(found.left)
        words = [text("many.stopped", count=waiting)] if waiting else []
        return Report(
            text("many.ended.title", done=found.done, total=len(found.own)),
            " ".join([*words, text("many.ended")]),
            well=not left,
            again=left,
            errors=[row.result.error for row in found.rows],
        )

    @Slot()
    def go_on(self) -> None:
        """Look anew at what is left."""
        if self.batch is not None:
            self._go_on_with(self.batch)

    @Slot()
    def _on_other(self) -> None:
        if self._outlook is not None and self._outlook.elsewhere is not None:
            self._go_on_with(self._outlook.elsewhere.batch)

    def _go_on_with(self, one: Batch) -> None:
        source = Unfinished(one)
        self.put(self.source, source)
        self.source, self._outlook = source, None
        self.anew.setChecked(False)
        super().go_on()

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
        proposed = name.format(name=stem, day=_today(self.desk).isoformat()).strip()
        save_as.ask_table(self.desk, self, proposed, write).failed.connect(self._on_not_saved)

    @Slot(object)
    def _on_not_saved(self, error: Refusal) -> None:
        self.bar.show_error(error)


def _table(desk: Desk, source: Source, operation: str) -> RecordTable:
    columns = batch_table.columns(desk.locale, operation, _today(desk), lines=source.lines)
    model = RecordModel(columns, lambda row: row.number)
    return RecordTable(desk.theme, model, text("many.rows"))


def _today(desk: Desk) -> date:
    return context(desk.office).today


def _read(office: Office, run: Run, outlook: Outlook, _work: Work) -> Outlook:
    rows: list[Row] = [*batch_table.rows(office, run.results()), *outlook.left_out]
    rows.sort(key=lambda row: row.number)
    stands = batch.written(office, outlook.batch) if outlook.batch else None
    return replace(outlook, rows=tuple(rows), batch=stands)


def _let_be(office: Office, one: Batch, _work: Work) -> None:
    batch.let_be(office, one)
