"""The dialog that renews several mailboxes: what it will cost, one click, a report at the end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

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
from pec_desktop.ui import renewals, save_as
from pec_desktop.ui.cost_card import pay_words
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.forms import Form
from pec_desktop.ui.many import ManyDialog
from pec_desktop.ui.record_table import RecordModel, RecordTable
from pec_desktop.ui.renewals import Row
from pec_desktop.ui.words import text
from pec_desktop.work import Work

OPERATION = "renew_mailbox"


def renew(office: Office, seen: Sequence[Mailbox], anni: int, work: Work) -> list[Renewal]:
    """Renew these mailboxes, as they were shown. Worker thread."""
    return changes.renew_many(office, seen, anni, work)


class RenewMany(ManyDialog):
    """Renews the mailboxes with these ids. GUI thread; non-blocking, use `open()`."""

    def __init__(self, desk: Desk, ids: Sequence[str], parent: QWidget | None = None) -> None:
        model = RecordModel(renewals.columns(desk.locale), lambda row: row.mailbox.id)
        table = RecordTable(desk.theme, model, self.tr("Mailboxes to renew"))
        super().__init__(desk, table, "renewing", parent)
        self._ids = list(ids)
        self._context = context(desk.office)
        self._found: list[Candidate] = []
        self._credit: Quote | None = None
        self._values: dict[str, object] = {"anni": 1}
        self.form = Form(desk, RENEWAL, self._context, self._values)
        self.form.changed.connect(self.refresh)
        self.export_button = QPushButton(self.tr("&Export the report…"))
        self.export_button.clicked.connect(self._on_export)
        self.export_button.hide()
        self.setWindowTitle(text("flow.renew_many"))
        self.title.setText(text("renewing.title", count=len(self._ids)))
        self.about.setText(text("renewing.about"))
        self.build(above=(self.form,), beside=(self.export_button,))
        self.read()

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
    def read(self) -> None:
        """Read what is to be renewed, and what there is to pay it with."""
        office, ids = self.desk.office, self._ids

        def look(work: Work) -> tuple[list[Candidate], Quote | None]:
            found = changes.candidates(office, ids, work)
            able = next((one.mailbox for one in found if one.why is None), None)
            if able is None:
                return found, None
            return found, prices.quote_request(office, OPERATION, able, {"anni": 1}, work)

        self.ask(look, self._take)

    def _take(self, answer: tuple[list[Candidate], Quote | None]) -> None:
        self._found, self._credit = answer
        self.form.setEnabled(True)
        self.form.focus_first()

    # Showing

    @property
    def anni(self) -> int | None:
        """The years for all, None while they are not right."""
        value = RENEWAL[0].normalise(self._values.get("anni"))
        wrong = validate(RENEWAL, self._values, self._context)
        return value if isinstance(value, int) and not wrong else None

    def render_rows(self) -> None:
        """Show what the years make of the mailboxes, and what they cost."""
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

    def _pay_words(self, count: int, total: Price) -> str:
        if count == 1:
            return pay_words(self.desk, OPERATION, total)
        return pay_words(self.desk, "renew_many", total, count=count)

    def _show_notice(self, able: int, all_of_them: int) -> None:
        left_out = all_of_them - able
        if self.offline:
            return
        self.notice.show_words("notice-attention", "", text("renewing.left_out", count=left_out))
        self.notice.setVisible(left_out > 0)

    def why_not(self) -> str:
        """Why nothing can be renewed now."""
        if self.desk.office.connection is None:
            return text("office.not_connected")
        return "" if self.renewable else text("renewing.none")

    def show_buttons(self) -> None:
        """Without years nothing can be renewed; their field says why."""
        super().show_buttons()
        if self.anni is None:
            self.pay_button.setEnabled(False)
        self.form.setEnabled(not self._reading and self._sending is None)

    # Sending

    @Slot()
    def start(self) -> None:
        """Renew what is shown, one after the other, each once."""
        anni = self.anni
        if not self.may_begin or anni is None:
            return
        office, seen = self.desk.office, self.renewable
        self.begin(lambda work: renew(office, seen, anni, work), len(seen))

    def show_results(self, results: Any) -> bool:
        """Show the report; what stopped the rest is said above the buttons."""
        self.table.rows.replace(renewals.with_results(self.rows, results))
        done = sum(one.mailbox is not None for one in results)
        tried = [one for one in results if one.mailbox is not None or one.error is not None]
        stopped = len(tried) < len(results)
        words = [text("renewed.about")]
        if stopped:
            words.insert(0, text("renewed.stopped", count=len(results) - len(tried)))
        self.form.hide()
        self.export_button.show()
        self.report(
            text("renewed.title", done=done, total=len(results)),
            " ".join(words),
            stopped_by=tried[-1].error if tried and stopped else None,
        )
        return done == len(results)

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
