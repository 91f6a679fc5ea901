"""A page of the window that shows a list: title, search, filters, table, and details beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
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

from pec_desktop.ui.desk import Desk
from pec_desktop.ui.drop_area import dropped_files
from pec_desktop.ui.empty import EmptyPlace
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.flow import FlowLayout
from pec_desktop.ui.mailbox_rows import ALL
from pec_desktop.ui.news import NewsBar
from pec_desktop.ui.panel import WIDTH, Panel
from pec_desktop.ui.reason import explain, no_permission
from pec_desktop.ui.row_table import RowTable
from pec_desktop.ui.theme import Role, Theme, set_role
from pec_desktop.ui.words import text

LEAST_BESIDE = 66
"""Width (em) of the page from which table and details have room side by side."""

WIDEST_DETAIL = 0.28
"""The part of the window's width that the details take at most, until somebody drags the edge."""


class Chips(QWidget):
    """The filters with their counts; those nobody needs now are hidden. GUI thread."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, locale: QLocale, chips: Sequence[str]) -> None:
        """`chips` are the filters, in their order; words ``chip.*``."""
        super().__init__()
        self._locale = locale
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(theme.em(0.5), self)
        for chip in chips:
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
        """Show how many rows each filter lets through."""
        for chip, button in self._buttons.items():
            button.setText(f"{text(f'chip.{chip}')} {self._locale.toString(counts[chip])}")
            button.setVisible(chip in (ALL, self.current) or counts[chip] > 0)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.current)


class ListPage(QWidget):
    """Table and details; how they share the width depends on how much there is. GUI thread.

    A subclass brings both, and says what its rows are.
    """

    selection_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        name: str,
        table: RowTable,
        detail: Panel,
        chips: Sequence[str],
        *,
        begins: str,
    ) -> None:
        """`name` is that of the page: words ``page.*``, an icon.

        `begins` is the operation (a `PecClient` method) that brings a new row.
        """
        super().__init__()
        self._desk = desk
        self._name = name
        self._begins = begins
        self._loaded = False
        self._had_rows = False
        self._reading = False
        self._details_wanted = True
        self._was_beside = True
        self._table, self._panel = table, detail
        self.chips = Chips(desk.theme, desk.locale, chips)
        self.search = QLineEdit()
        self.new_button = QPushButton()
        self.refresh_button = QPushButton()
        self.details_button = QPushButton()
        self.news = NewsBar(desk.theme)
        self.bar = FailureBar(desk.theme)
        self.empty = EmptyPlace(desk.theme, name)
        self._tools: dict[QPushButton, str] = {}
        self._stack = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        table.chosen.connect(self._on_chosen)
        table.opened.connect(self.open_details)
        detail.back_wanted.connect(self.close_details)
        detail.copy_wanted.connect(self.copy_addresses)
        self.chips.chosen.connect(self._on_narrow)
        self.search.textChanged.connect(self._on_narrow)
        self.search.returnPressed.connect(table.setFocus)
        desk.theme.changed.connect(self._dress)
        self._dress()

    # What a subclass says

    def has_rows(self) -> bool:
        """Whether there is anything at all, shown or not."""
        raise NotImplementedError

    def shows_rows(self) -> bool:
        """Whether anything passes filter and search."""
        raise NotImplementedError

    def counts(self) -> Counter[str]:
        """How many rows each filter lets through."""
        raise NotImplementedError

    def narrow(self, chip: str, search: str) -> None:
        """Show only what passes the filter and holds every word of `search`."""
        raise NotImplementedError

    def show_selected(self) -> None:
        """Show the selected rows in the panel."""
        raise NotImplementedError

    def selected_addresses(self) -> list[str]:
        """The addresses of the selected rows."""
        raise NotImplementedError

    def why_no_papers(self) -> str:
        """Why nothing that is shown takes papers, and what to do."""
        raise NotImplementedError

    def say_nothing_matches(self) -> None:
        """Say in the empty place that filter and search hide everything."""
        raise NotImplementedError

    def teach(self) -> None:
        """Say in the empty place what this page is for, and what to do first."""
        raise NotImplementedError

    # What the window calls

    def take_papers(self, data: QMimeData) -> None:
        """Give dropped files to what waits for papers, or say what to do."""
        files, refused = dropped_files(data)
        if files and self._panel.add_files(files):
            self.open_details()
        elif files:
            there = any(path.exists() for path in files)
            words = self.why_no_papers() if there else text("paper.missing")
            self.news.say(words, Role.ATTENTION)
        if refused:
            self.news.say(text(refused, name=""), Role.ATTENTION)

    def why_nothing_new(self) -> str:
        """Why this token can begin nothing new here; empty if it can."""
        return no_permission(self._desk.office, self._begins)

    @property
    def beside(self) -> bool:
        """Whether table and details have room side by side."""
        return self.width() >= self._desk.theme.em(LEAST_BESIDE)

    def add_tool(self, button: QPushButton, words: str, icon: str) -> None:
        """Put a small button, known by its icon, between the search and the other tools."""
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setIcon(self._desk.theme.icon(icon))
        self._head.insertWidget(self._head.indexOf(self.search) + 1, button)
        self._tools[button] = icon

    def rows_changed(self) -> None:
        """The table has other rows: counts, what is shown and the empty place follow."""
        self._loaded = True
        if self.shows_rows() and not self._had_rows:
            self._had_rows = True
            self._stack.setCurrentWidget(self._table)
            self.take_focus()
        self.chips.show_counts(self.counts())
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
        self._panel.connection_changed()

    def restore(self) -> None:
        """Take over what the settings remember of the widths."""
        em = self._desk.theme.em
        usual = min(em(WIDTH), round(self.window().width() * WIDEST_DETAIL))
        width = self._desk.settings.detail_width or usual
        self._split.setSizes([max(em(20), self.width() - width), width])

    def remember(self) -> None:
        """Put the widths into the settings."""
        if self.beside and self._panel.isVisible():
            self._desk.settings.detail_width = self._panel.width()

    def show_all(self) -> None:
        """Take back filter and search."""
        self.search.clear()
        self.chips.choose(ALL)

    def take_focus(self) -> None:
        """Put the keyboard into the table, unless somebody is writing or this is out of sight."""
        writing = isinstance(self.window().focusWidget(), QLineEdit | QPlainTextEdit)
        if self.isVisible() and not writing:
            self._table.setFocus()

    @Slot()
    def copy_addresses(self) -> None:
        """Put the addresses of the selected rows on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self.selected_addresses()))

    @Slot()
    def go_to_search(self) -> None:
        """Put the cursor into the search field."""
        self.close_details_if_alone()
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def open_details(self) -> None:
        """Show the details; instead of the table where there is no room for both."""
        self._details_wanted = True
        self._arrange(details=True)
        if not self.beside:
            self._panel.back.setFocus()

    @Slot()
    def close_details(self) -> None:
        """Show the table alone."""
        self._details_wanted = not self.beside
        self._arrange(details=False)
        self._table.setFocus()

    def close_details_if_alone(self) -> None:
        """Bring the table back if the details stand in its place."""
        if not self.beside and self._panel.isVisible():
            self.close_details()

    @Slot()
    def toggle_details(self) -> None:
        """Show the details, or hide them."""
        if self._panel.isVisible():
            self.close_details()
        else:
            self.open_details()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Table and details share the width, or take turns."""
        super().resizeEvent(event)
        self._rearrange()

    # Inside

    def _build(self) -> None:
        heading = QLabel(text(f"page.{self._name}"))
        set_role(heading, "title")
        heading.setMinimumHeight(self._desk.theme.em(2.4))
        set_role(self.new_button, "primary")
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.details_button.clicked.connect(self.toggle_details)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.search, 4)
        head.addWidget(self.new_button)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._split)
        self._split.setHandleWidth(_gap(self._desk.theme))
        self._list, self._side = QWidget(), QWidget()
        self._split.addWidget(self._list)
        self._split.addWidget(self._side)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._column = QVBoxLayout(self._list)
        self._column.addLayout(head)
        for part in (self.bar, self.news, self.chips):
            self._column.addWidget(part)
        self._column.addWidget(self._stack, 1)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self.empty)
        self._head = head
        self.add_tool(self.details_button, self.tr("Show or hide the details"), "panel")
        self.add_tool(self.refresh_button, self.tr("Refresh the list"), "refresh")
        self._beside = QVBoxLayout(self._side)
        self._beside.addWidget(self._panel)

    def _rearrange(self) -> None:
        """Details beside the table if they are wanted; the table alone where room has gone."""
        anything = self.has_rows()
        self.chips.setVisible(anything)
        if self.beside:
            self._arrange(details=self._details_wanted and anything)
        elif self._was_beside or not anything:
            self._arrange(details=False)
        self._was_beside = self.beside
        for button in self._tools:
            button.setVisible(self.beside)  # where room is short their keys and menus remain

    def _arrange(self, *, details: bool) -> None:
        beside = self.beside
        self._list.setVisible(beside or not details)
        self._side.setVisible(details)
        self._panel.back.setVisible(details and not beside)
        em = self._desk.theme.em
        top, bottom = self._beside.contentsMargins().top(), self._beside.contentsMargins().bottom()
        self._beside.setContentsMargins(0 if beside else em(1.6), top, 0, bottom)
        self._side.setMinimumWidth(em(20))
        self._side.setMaximumWidth(em(44) if beside else 16_777_215)

    def _show_place(self) -> None:
        """The table, or words for why there is nothing in it."""
        if self.shows_rows():
            self._stack.setCurrentWidget(self._table)
            return
        reason = ""
        if self.has_rows():
            self.say_nothing_matches()
        elif not self._loaded or self._reading:
            self.empty.say(self.tr("The list is being read…"), "", picture="clock")
        elif self._desk.office.connection is None:
            self.empty.say(
                self.tr("Not connected yet"),
                self.tr("As soon as the account answers, the list appears here and stays."),
                picture="connect",
            )
        else:
            self.teach()
            reason = self.why_nothing_new()
        explain(self.empty.button, reason)
        self._stack.setCurrentWidget(self.empty)

    @Slot()
    def _on_narrow(self) -> None:
        self.narrow(self.chips.current, self.search.text())
        self.chips.show_counts(self.counts())
        self._show_place()
        self._show_selection()

    @Slot()
    def _on_chosen(self) -> None:
        self._show_selection()

    def _show_selection(self) -> None:
        self.show_selected()
        self.selection_changed.emit()

    @Slot()
    def _dress(self) -> None:
        theme = self._desk.theme
        side, gap = theme.em(1.6), _gap(theme)
        self._column.setContentsMargins(side, theme.em(1.2), 0, gap // 2)
        self._column.setSpacing(gap)
        self._outer.setContentsMargins(0, 0, side, 0)
        self._beside.setContentsMargins(0, theme.em(1.2), 0, gap // 2)
        self._head.setSpacing(theme.em(0.6))
        if self._split.handleWidth() != gap:  # it measures all that is in it
            self._split.setHandleWidth(gap)
        self.search.setMinimumWidth(theme.em(8))
        self.search.setMaximumWidth(theme.em(26))
        self.new_button.setIcon(theme.icon("plus", Role.ON_ACCENT))
        for button, icon in self._tools.items():
            button.setIcon(theme.icon(icon))


def _gap(theme: Theme) -> int:
    return theme.em(0.9)
