"""The page of mailboxes: title, search, filters, table, and the chosen mailbox beside it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QLocale, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.domain.mailbox import not_permitted
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_panel import WIDTH, DetailPanel
from pec_desktop.ui.drop_area import dropped_files
from pec_desktop.ui.empty import EmptyPlace
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.flow import FlowLayout
from pec_desktop.ui.mailbox_rows import ALL, CHIPS
from pec_desktop.ui.mailbox_table import MailboxTable
from pec_desktop.ui.news import NewsBar
from pec_desktop.ui.reason import explain
from pec_desktop.ui.theme import Role, Theme, set_role
from pec_desktop.ui.words import text

LEAST_BESIDE = 66
"""Width (em) of the page from which table and details have room side by side."""

WIDEST_DETAIL = 0.28
"""The part of the window's width that the details take at most, until somebody drags the edge."""


class Chips(QWidget):
    """The filters with their counts; those nobody needs now are hidden. GUI thread."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(theme.em(0.5), self)
        for chip in CHIPS:
            button = QPushButton()
            button.setCheckable(True)
            button.setObjectName(chip)
            set_role(button, "chip")
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._buttons[chip] = button
            flow.addWidget(button)
        self._buttons[ALL].setChecked(True)
        self.show_counts(Counter())

    @property
    def current(self) -> str:
        """The chosen filter."""
        chosen = self._group.checkedButton()
        return chosen.objectName() if chosen else ALL

    def choose(self, chip: str) -> None:
        """Choose a filter as if it had been clicked."""
        self._buttons[chip].click()

    def show_counts(self, counts: Counter[str]) -> None:
        """Show how many mailboxes each filter lets through."""
        for chip, button in self._buttons.items():
            button.setText(f"{text(f'chip.{chip}')} {self._locale.toString(counts[chip])}")
            button.setVisible(chip in (ALL, self.current) or counts[chip] > 0)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.current)


class MailboxPage(QWidget):
    """Table and details; how they share the width depends on how much there is. GUI thread."""

    selection_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._loaded = False
        self._had_rows = False
        self._reading = False
        self._details_wanted = True
        self._was_beside = True
        self.table = MailboxTable(desk.theme)
        self.detail = DetailPanel(desk)
        self.chips = Chips(desk.theme, desk.locale)
        self.search = QLineEdit()
        self.new_button = QPushButton(self.tr("&New mailbox"))
        self.refresh_button = QPushButton()
        self.details_button = QPushButton()
        self.export_button = QPushButton()
        self._of_room = (self.refresh_button, self.export_button, self.details_button)
        self.news = NewsBar(desk.theme)
        self.bar = FailureBar(desk.theme)
        self.empty = EmptyPlace(desk.theme, "mailboxes")
        self._stack = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.open_details)
        self.detail.back_wanted.connect(self.close_details)
        self.chips.chosen.connect(self._on_narrow)
        self.search.textChanged.connect(self._on_narrow)
        self.search.returnPressed.connect(self.table.setFocus)
        desk.theme.changed.connect(self._dress)
        self._dress()

    @property
    def beside(self) -> bool:
        """Whether table and details have room side by side."""
        return self.width() >= self._desk.theme.em(LEAST_BESIDE)

    def rows_changed(self) -> None:
        """The table has other rows: counts, the shown mailbox and the empty place follow."""
        self._loaded = True
        if self.table.rows.shown and not self._had_rows:
            self._had_rows = True
            self._stack.setCurrentWidget(self.table)
            self._take_focus()
        self.chips.show_counts(self.table.rows.counts())
        self._show_place()
        self._show_selection()
        self._rearrange()

    def set_reading(self, reading: bool) -> None:
        """The vendor's list is being read now, or no longer."""
        if reading != self._reading:
            self._reading = reading
            self._show_place()

    def connection_changed(self) -> None:
        """The account was connected, or is no longer."""
        self._show_place()
        self.detail.connection_changed()

    def restore(self) -> None:
        """Take over what the settings remember of columns and widths."""
        settings = self._desk.settings
        if settings.table_header:
            self.table.restore_layout(settings.table_header)
        em = self._desk.theme.em
        usual = min(em(WIDTH), round(self.window().width() * WIDEST_DETAIL))
        width = settings.detail_width or usual
        self._split.setSizes([max(em(20), self.width() - width), width])

    def remember(self) -> None:
        """Put columns and widths into the settings."""
        self._desk.settings.table_header = self.table.saved_layout()
        if self.beside and self.detail.isVisible():
            self._desk.settings.detail_width = self.detail.width()

    def show_all(self) -> None:
        """Take back filter and search."""
        self.search.clear()
        self.chips.choose(ALL)

    def select(self, mailbox_id: str) -> None:
        """Select one mailbox, taking back filter and search if they hide it."""
        if not self.table.select(mailbox_id) and mailbox_id in self.table.rows.rows:
            self.show_all()
            self.table.select(mailbox_id)

    def take_papers(self, data: QMimeData) -> None:
        """Give dropped files to the mailbox that waits for papers, or say what to do."""
        files, refused = dropped_files(data)
        if files and self.detail.add_files(files):
            self.open_details()
        elif files:
            self.news.say(self._why_no_papers(), Role.ATTENTION)
        if refused:
            self.news.say(text(refused, name=""), Role.ATTENTION)

    def _why_no_papers(self) -> str:
        selected = self.table.selected()
        if len(selected) != 1:
            return self.tr("Select the one mailbox these papers belong to, then drop them again.")
        words = self.tr("{address} expects no papers now. Nothing was taken.")
        return words.format(address=selected[0].stored.mailbox.casella_pec)

    @Slot()
    def open_details(self) -> None:
        """Show the details; instead of the table where there is no room for both."""
        self._details_wanted = True
        self._arrange(details=True)
        if not self.beside:
            self.detail.back.setFocus()

    @Slot()
    def close_details(self) -> None:
        """Show the table alone."""
        self._details_wanted = not self.beside
        self._arrange(details=False)
        self.table.setFocus()

    def close_details_if_alone(self) -> None:
        """Bring the table back if the details stand in its place."""
        if not self.beside and self.detail.isVisible():
            self.close_details()

    @Slot()
    def toggle_details(self) -> None:
        """Show the details, or hide them."""
        if self.detail.isVisible():
            self.close_details()
        else:
            self.open_details()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Table and details share the width, or take turns."""
        super().resizeEvent(event)
        self._rearrange()

    def _build(self) -> None:
        heading = QLabel(text("page.mailboxes"))
        set_role(heading, "title")
        heading.setMinimumHeight(self._desk.theme.em(2.4))
        set_role(self.new_button, "primary")
        self.search.setPlaceholderText(self.tr("Search address, holder, fiscal code, note…"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        for button, words in (
            (self.refresh_button, self.tr("Refresh the list")),
            (self.export_button, self.tr("Export the list")),
            (self.details_button, self.tr("Show or hide the details")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.details_button.clicked.connect(self.toggle_details)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.search, 4)
        for button in (*self._of_room, self.new_button):
            head.addWidget(button)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.addLayout(head)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.news)
        self._column.addWidget(self.chips)
        self._column.addWidget(self._stack, 1)
        self._head = head
        self._side = QWidget()
        self._beside = QVBoxLayout(self._side)
        self._beside.addWidget(self.detail)
        self._split.addWidget(self._list)
        self._split.addWidget(self._side)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._split)

    def _take_focus(self) -> None:
        """Put the keyboard into the table, unless somebody is writing."""
        if not isinstance(self.window().focusWidget(), QLineEdit | QPlainTextEdit):
            self.table.setFocus()

    def _rearrange(self) -> None:
        """Details beside the table if they are wanted; the table alone where room has gone."""
        anything = bool(self.table.rows.rows)
        self.chips.setVisible(anything)
        if self.beside:
            self._arrange(details=self._details_wanted and anything)
        elif self._was_beside or not anything:
            self._arrange(details=False)
        self._was_beside = self.beside
        for button in self._of_room:
            button.setVisible(self.beside)  # where room is short their keys and menus remain

    def _arrange(self, *, details: bool) -> None:
        beside = self.beside
        self._list.setVisible(beside or not details)
        self._side.setVisible(details)
        self.detail.back.setVisible(details and not beside)
        em = self._desk.theme.em
        top, bottom = self._beside.contentsMargins().top(), self._beside.contentsMargins().bottom()
        self._beside.setContentsMargins(0 if beside else em(1.6), top, 0, bottom)
        self._side.setMinimumWidth(em(20))
        self._side.setMaximumWidth(em(44) if beside else 16_777_215)

    def _show_place(self) -> None:
        """The table, or words for why there is nothing in it."""
        if self.table.rows.shown:
            self._stack.setCurrentWidget(self.table)
            return
        office, reason = self._desk.office, ""
        if self.table.rows.rows:
            self.empty.say(
                self.tr("Nothing matches"),
                self.tr("No mailbox passes the filter and the search together."),
                self.tr("Show all mailboxes"),
                "search",
            )
        elif not self._loaded or self._reading:
            self.empty.say(self.tr("The list is being read…"), "", picture="clock")
        elif office.connection is None:
            self.empty.say(
                self.tr("Not connected yet"),
                self.tr("As soon as the account answers, its mailboxes appear here and stay."),
                picture="connect",
            )
        else:
            self.empty.say(
                self.tr("No mailboxes yet"),
                self.tr(
                    "Register the first one: choose its address, say whose it is, see what it "
                    "costs. Nothing is paid before you have seen the summary."
                ),
                self.tr("Register a mailbox"),
                "mailboxes",
            )
            refused = not_permitted("register_mailbox", office.allowed)
            reason = text(refused) if refused else ""
        explain(self.empty.button, reason)
        self._stack.setCurrentWidget(self.empty)

    @Slot()
    def _on_narrow(self) -> None:
        self.table.rows.narrow(self.chips.current, self.search.text())
        self.chips.show_counts(self.table.rows.counts())
        self._show_place()
        self._show_selection()

    @Slot()
    def _on_chosen(self) -> None:
        self._show_selection()

    def _show_selection(self) -> None:
        self.detail.show_rows(self.table.selected())
        self.selection_changed.emit()

    @Slot()
    def _dress(self) -> None:
        theme = self._desk.theme
        side, gap = theme.em(1.6), theme.em(0.9)
        self._column.setContentsMargins(side, theme.em(1.2), 0, gap // 2)
        self._column.setSpacing(gap)
        self._outer.setContentsMargins(0, 0, side, 0)
        self._beside.setContentsMargins(0, theme.em(1.2), 0, gap // 2)
        self._head.setSpacing(theme.em(0.6))
        self._split.setHandleWidth(gap)
        self.search.setMinimumWidth(theme.em(8))
        self.search.setMaximumWidth(theme.em(26))
        self.new_button.setIcon(theme.icon("plus", Role.ON_ACCENT))
        self.refresh_button.setIcon(theme.icon("refresh"))
        self.export_button.setIcon(theme.icon("save"))
        self.details_button.setIcon(theme.icon("panel"))
