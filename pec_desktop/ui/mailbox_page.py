"""The page of mailboxes: the list of them all, and the chosen mailbox beside it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QPushButton

from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_panel import DetailPanel
from pec_desktop.ui.list_page import ListPage
from pec_desktop.ui.mailbox_rows import CHIPS
from pec_desktop.ui.mailbox_table import MailboxTable


class MailboxPage(ListPage):
    """All mailboxes of the account. GUI thread."""

    def __init__(self, desk: Desk) -> None:
        self.table = MailboxTable(desk.theme)
        self.detail = DetailPanel(desk)
        super().__init__(
            desk, "mailboxes", self.table, self.detail, CHIPS, begins="register_mailbox"
        )
        self.new_button.setText(self.tr("&New mailbox"))
        self.search.setPlaceholderText(self.tr("Search address, holder, fiscal code, note…"))
        self.many_button, self.export_button = QPushButton(), QPushButton()
        self.add_tool(self.many_button, self.tr("Many from a table"), "table")
        self.add_tool(self.export_button, self.tr("Export the list"), "save")

    def has_rows(self) -> bool:
        """Whether the account has any mailbox."""
        return bool(self.table.rows.rows)

    def shows_rows(self) -> bool:
        """Whether any mailbox passes filter and search."""
        return bool(self.table.rows.shown)

    def counts(self) -> Counter[str]:
        """How many mailboxes each filter lets through."""
        return self.table.rows.counts()

    def narrow(self, chip: str, search: str) -> None:
        """Show only some of the mailboxes."""
        self.table.rows.narrow(chip, search)

    def show_selected(self) -> None:
        """Show the selected mailboxes."""
        self.detail.show_rows(self.table.selected())

    def selected_addresses(self) -> list[str]:
        """The addresses of the selected mailboxes."""
        return [row.stored.mailbox.casella_pec for row in self.table.selected()]

    def restore(self) -> None:
        """Take over what the settings remember of columns and widths."""
        settings = self._desk.settings
        if settings.table_header:
            self.table.restore_layout(settings.table_header)
        super().restore()

    def remember(self) -> None:
        """Put columns and widths into the settings."""
        self._desk.settings.table_header = self.table.saved_layout()
        super().remember()

    def select(self, mailbox_id: str) -> None:
        """Select one mailbox, taking back filter and search if they hide it."""
        if not self.table.select(mailbox_id) and mailbox_id in self.table.rows.rows:
            self.show_all()
            self.table.select(mailbox_id)

    def why_no_papers(self) -> str:
        """Say what to select, or that nothing is expected."""
        selected = self.table.selected()
        if len(selected) != 1:
            return self.tr(
                "Select the one mailbox these papers belong to, then drop or open them again."
            )
        words = self.tr("{address} expects no papers now. Nothing was taken.")
        return words.format(address=selected[0].stored.mailbox.casella_pec)

    def say_nothing_matches(self) -> None:
        """Filter and search hide every mailbox."""
        self.empty.say(
            self.tr("Nothing matches"),
            self.tr("No mailbox passes the filter and the search together."),
            self.tr("Show all mailboxes"),
            "search",
        )

    def teach(self) -> None:
        """The account has no mailbox yet."""
        self.empty.say(
            self.tr("No mailboxes yet"),
            self.tr(
                "Register the first one: choose its address, say whose it is, see what it "
                "costs. Nothing is paid before you have seen the summary."
            ),
            self.tr("Register a mailbox"),
            "mailboxes",
        )
