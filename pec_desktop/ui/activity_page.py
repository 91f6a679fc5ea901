"""The page of everything that was attempted, with what came of it."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton

from pec_desktop.domain.evidence import Verdict
from pec_desktop.domain.periods import Period
from pec_desktop.services import activity
from pec_desktop.services.activity import Entry
from pec_desktop.services.office import Office
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_parts import OUTCOME_ROLES
from pec_desktop.ui.pages import RecordPage
from pec_desktop.ui.reason import explain
from pec_desktop.ui.record_table import RecordColumn, RecordModel, RecordTable
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.services.reconcile import Look


class ActivityPage(RecordPage):
    """The journal: every write and every payment, newest first.

    What became of an unknown one can be looked for; where that does not tell, the person decides.
    """

    opened = Signal(str)
    """Id of the mailbox to be shown."""

    def __init__(self, desk: Desk) -> None:
        locale = desk.locale

        def amount(entry: Entry) -> str:
            known = entry.attempt.amount
            return formats.money(locale, Decimal(known)) if known else ""

        columns = (
            RecordColumn(
                self.tr("Date"),
                lambda entry: formats.moment(locale, entry.attempt.started_at),
                lambda entry: entry.attempt.id,
                10.5,
            ),
            RecordColumn(self.tr("Operation"), _operation, _operation, 19, grows=True),
            RecordColumn(
                self.tr("Mailbox"),
                lambda entry: entry.attempt.label,
                lambda entry: entry.attempt.label.casefold(),
                15,
                grows=True,
            ),
            RecordColumn(
                self.tr("Holder"),
                lambda entry: entry.holder,
                lambda entry: entry.holder.casefold(),
                10.5,
                grows=True,
            ),
            RecordColumn(
                self.tr("Amount + IVA"),
                amount,
                lambda entry: Decimal(entry.attempt.amount or 0),
                9.5,
            ),
            RecordColumn(
                self.tr("Outcome"),
                lambda entry: text(f"outcome.{entry.attempt.outcome}"),
                lambda entry: list(Outcome).index(entry.attempt.outcome),
                12.3,
                pill=lambda entry: OUTCOME_ROLES[entry.attempt.outcome],
            ),
            RecordColumn(
                self.tr("Reference"),
                lambda entry: entry.reference,
                lambda entry: entry.reference,
                8.4,
                grows=True,
            ),
        )
        model = RecordModel(columns, lambda entry: entry.attempt.id)
        table = RecordTable(desk.theme, model, self.tr("Activity"))
        super().__init__(desk, self.tr("Activity"), "activity", table)
        table.opened.connect(self._on_open)
        self.look_button = QPushButton(self.tr("&Look now"))
        self.decide_button = QPushButton(self.tr("&Decide…"))
        self.period = QComboBox()
        self.export_button = QPushButton(self.tr("&Export…"))
        self._asked = 0
        self._build()

    @Slot()
    def reload(self) -> None:
        """Read the journal of the chosen period again."""
        work = partial(_entries, self.desk.office, Period(self.period.currentData()))
        self.desk.runner.submit(Lane.STORE, work, self, self._on_entries, self.bar.show_error)

    def connection_changed(self) -> None:
        """Look again at what may be done."""
        self._on_chosen()

    def _build(self) -> None:
        for one in Period:
            self.period.addItem(text(f"period.{one}"), one)
        self.period.setAccessibleName(self.tr("Period"))
        self.period.currentIndexChanged.connect(self._on_period)
        for button in (self.look_button, self.decide_button, self.period, self.export_button):
            self.buttons.addWidget(button)
        self.look_button.clicked.connect(self._on_look)
        self.decide_button.clicked.connect(self._on_decide)
        self.table.chosen.connect(self._on_chosen)
        self.desk.reconciler.looked.connect(self._on_looked)
        self.desk.reconciler.failed.connect(self._on_look_failed)
        self._on_chosen()
        self._say_why_empty()

    @Slot()
    def _on_period(self) -> None:
        self._say_why_empty()
        self.reload()

    def _say_why_empty(self) -> None:
        if self.period.currentData() == Period.ALL:
            self.empty.say(
                self.tr("Nothing has been sent yet"),
                self.tr(
                    "Everything this program sends to the provider is written down here before it "
                    "is sent, with what came of it and what it cost."
                ),
            )
        else:
            self.empty.say(
                self.tr("Nothing in this period"),
                self.tr("What was sent at other times is shown when another period is chosen."),
            )

    @Slot()
    def _on_open(self) -> None:
        selected: list[Entry] = self.table.selected()
        if selected and selected[0].mailbox_id:
            self.opened.emit(selected[0].mailbox_id)

    # What became of it

    @property
    def _unknown(self) -> Attempt | None:
        """The selected attempt, if it is a single one whose outcome is not known."""
        selected: list[Entry] = self.table.selected()
        attempts = [entry.attempt for entry in selected]
        one = attempts[0] if len(attempts) == 1 else None
        return one if one is not None and one.outcome is Outcome.UNKNOWN else None

    def _on_entries(self, entries: list[Entry]) -> None:
        self.show_records(entries)
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        attempt = self._unknown
        why_not = "" if attempt else self.tr("Select an entry whose outcome is unknown.")
        look, decide = why_not, why_not
        if attempt is not None:
            if attempt.id == self._asked:
                look = self.tr("This is being done just now.")
            elif self.desk.office.connection is None:
                look = text("office.not_connected")
            if attempt.evidence is None:
                decide = text("unknown.not_looked")
            elif attempt.evidence.verdict is not Verdict.CANNOT_BE_TOLD:
                decide = self.tr("The program can still find out by itself. Look now, or wait.")
        explain(self.look_button, look)
        explain(self.decide_button, decide)

    @Slot()
    def _on_look(self) -> None:
        attempt = self._unknown
        if attempt is not None:
            self._asked = attempt.id
            self._on_chosen()
            self.desk.reconciler.look(attempt.id)

    @Slot()
    def _on_decide(self) -> None:
        if self._unknown is not None:
            self._open_decision(self._unknown)

    @Slot(object)
    def _on_looked(self, look: Look) -> None:
        """Show what a look has brought; say it if it was asked for from here."""
        asked, attempt = look.attempt.id == self._asked, look.attempt
        self.reload()
        if not asked:
            return
        self._asked = 0
        if look.settled:
            return  # the window tells what became of it, whoever looked
        name = f"{formats.line(attempt.label)} – {text(f'operation.{attempt.operation}')}"
        if look.for_the_person:
            self.news.say(f"{name}. {text('unknown.untold')}", Role.ATTENTION)
            self._open_decision(attempt)
        else:
            self.news.say(f"{name}. {text('unknown.waiting')}")

    @Slot(int, object)
    def _on_look_failed(self, attempt_id: int, error: Exception) -> None:
        if attempt_id == self._asked:
            self._asked = 0
            self._on_chosen()
            self.bar.show_error(error)

    def _open_decision(self, attempt: Attempt) -> None:
        from pec_desktop.ui.decision import DecisionDialog

        DecisionDialog(self.desk, attempt, self).open()


def _operation(entry: Entry) -> str:
    return text(f"operation.{entry.attempt.operation}")


def _entries(office: Office, period: Period, _work: Work) -> list[Entry]:
    return activity.entries(office, period)
