"""The page of the Business Register: all communications, and the chosen one beside the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from pec_desktop.domain.communication import CommunicationStep
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.list_page import ListPage
from pec_desktop.ui.reason import explain
from pec_desktop.ui.record_table import RecordColumn, RecordModel, RecordTable
from pec_desktop.ui.register_panel import RegisterPanel
from pec_desktop.ui.register_rows import CHIPS, Row
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import text


def columns(desk: Desk) -> tuple[RecordColumn, ...]:
    """The columns of the table; on a small laptop they have room beside the details."""

    return (
        RecordColumn(
            text("column.address"),
            lambda row: formats.line(row.communication.casella_pec),
            lambda row: row.communication.casella_pec.casefold(),
            12,
            grows=True,
        ),
        RecordColumn(
            text("column.company"),
            lambda row: formats.line(row.communication.ragione_sociale),
            lambda row: row.communication.ragione_sociale.casefold(),
            9.5,
            grows=True,
        ),
        RecordColumn(
            text("column.applicant"),
            lambda row: formats.line(row.applicant),
            lambda row: (row.communication.cognome + row.communication.nome).casefold(),
            9,
        ),
        RecordColumn(
            text("column.state"),
            lambda row: row.state_text,
            lambda row: row.state_order,
            11.6,
            pill=lambda row: row.role,
        ),
        RecordColumn(
            text("column.changed"),
            lambda row: formats.day_of(desk.locale, row.communication.timestamp),
            lambda row: row.communication.timestamp or 0,
            7,
            role=Role.MUTED,
        ),
        RecordColumn(
            text("column.next"),
            lambda row: row.step_text,
            lambda row: row.step_order,
            10.75,
            role=lambda row: Role.ACCENT if row.step is CommunicationStep.SIGN else Role.MUTED,
        ),
    )


class RegisterPage(ListPage):
    """All communications of the account. GUI thread."""

    def __init__(self, desk: Desk) -> None:
        model = RecordModel(columns(desk), lambda row: row.id)
        self.table = RecordTable(desk.theme, model, text("page.register"))
        self.detail = RegisterPanel(desk)
        self.rows: dict[str, Row] = {}
        """All rows by id, shown or not."""
        self._restored = False
        super().__init__(
            desk, "register", self.table, self.detail, CHIPS, begins="start_communication"
        )
        self.new_button.setText(self.tr("&New"))
        self.new_button.setToolTip(self.tr("New communication to the Business Register"))
        self.new_button.setAccessibleName(self.new_button.toolTip())
        self.search.setPlaceholderText(self.tr("Search address, company, applicant…"))
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.activated.connect(self.table.copy)

    def connection_changed(self) -> None:
        """Look again at what the account may do; the wizard itself says it too, at its end."""
        super().connection_changed()
        explain(self.new_button, self.why_nothing_new(), self.new_button.accessibleName())

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows: all there are, before filter and search."""
        self.rows = {row.id: row for row in rows}
        self.narrow(self.chips.current, self.search.text())
        self.rows_changed()

    def has_rows(self) -> bool:
        """Whether anything was ever communicated."""
        return bool(self.rows)

    def shows_rows(self) -> bool:
        """Whether any communication passes filter and search."""
        return bool(self.table.rows.records)

    def counts(self) -> Counter[str]:
        """How many communications each filter lets through."""
        return Counter(chip for row in self.rows.values() for chip in row.chips)

    def narrow(self, chip: str, search: str) -> None:
        """Show only what passes the filter and holds every word of `search`."""
        words = search.casefold().split()
        self.table.rows.replace(
            [
                row
                for row in self.rows.values()
                if chip in row.chips and all(word in row.search for word in words)
            ]
        )

    def show_selected(self) -> None:
        """Show the selected communications."""
        self.detail.show_rows(self.table.selected())

    def selected_addresses(self) -> list[str]:
        """The addresses of the selected communications."""
        return [row.communication.casella_pec for row in self.table.selected()]

    def visible_ids(self) -> list[str]:
        """The communications on the screen now, from top to bottom."""
        return [row.id for row in self.table.visible()]

    def select(self, communication_id: str) -> None:
        """Select one communication, taking back filter and search if they hide it."""
        if not self.table.select(communication_id) and communication_id in self.rows:
            self.show_all()
            self.table.select(communication_id)

    def why_no_papers(self) -> str:
        """Say what to select, or that nothing is expected."""
        selected: list[Row] = self.table.selected()
        if len(selected) != 1:
            return self.tr(
                "Select the one communication this power of attorney belongs to, then drop or open "
                "it again."
            )
        words = self.tr("{address} expects no power of attorney now. Nothing was taken.")
        return words.format(address=selected[0].communication.casella_pec)

    def showEvent(self, event: QShowEvent) -> None:
        """The first time: take over the remembered widths; now it is known how wide this is."""
        super().showEvent(event)
        if not self._restored:
            self._restored = True
            self.restore()

    def say_nothing_matches(self) -> None:
        """Filter and search hide every communication."""
        self.empty.say(
            self.tr("Nothing matches"),
            self.tr("No communication passes the filter and the search together."),
            self.tr("Show all communications"),
            "search",
        )

    def teach(self) -> None:
        """Nothing has been communicated yet."""
        self.empty.say(
            self.tr("Nothing communicated yet"),
            self.tr(
                "Companies communicate their PEC address, and that of their administrator, to the "
                "Business Register. The program asks for the data, fetches the power of attorney, "
                "checks what comes back signed, and sends it. Nothing is paid before you have seen "
                "the summary."
            ),
            self.tr("Communicate an address"),
            "register",
        )
