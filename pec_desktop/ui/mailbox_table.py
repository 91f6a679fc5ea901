"""The mailbox table's view: columns that fit, move and hide, and are remembered; copy as text."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct
from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from pec_desktop.ui.columns import COLUMNS, Column
from pec_desktop.ui.mailbox_delegate import MailboxDelegate
from pec_desktop.ui.mailbox_model import MailboxModel
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.row_table import RowTable, copy_lines
from pec_desktop.ui.theme import Theme

log = logging.getLogger(__name__)

_PLACES = {column.key: place for place, column in enumerate(COLUMNS)}


class Layout(Struct):
    """How somebody left the columns; widths, in em, only of those that were dragged."""

    order: list[str]
    hidden: list[str]
    widths: dict[str, Annotated[float, Meta(ge=2, le=200)]] = {}
    sort: str = ""
    descending: bool = False


class MailboxTable(RowTable):
    """Shows a `MailboxModel`. GUI thread."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._own_widths: dict[str, float] = {}
        self._fitting = False
        self._room = 0
        """The width that the columns share."""
        self.rows = MailboxModel(self)
        self.delegate = MailboxDelegate(theme, self.rows, self)
        self.set_up(self.rows, self.delegate, self.tr("Mailboxes"))

    def replace(self, rows: Iterable[Row]) -> None:
        """Show exactly `rows`; selection, focus and the topmost row stay where they are."""
        bar = self.verticalScrollBar()
        top = self.rows.shown[bar.value()].id if 0 < bar.value() < len(self.rows.shown) else ""
        if self.rows.replace(rows) and top:
            place = self.rows.place_of(top)
            if place is not None:
                bar.setValue(place)

    def update_rows(self, rows: Iterable[Row]) -> None:
        """Put newer `rows` in the place of those with their ids, or beside them."""
        self.replace((self.rows.rows | {row.id: row for row in rows}).values())

    def selected(self) -> list[Row]:
        """The selected rows, from top to bottom."""
        return [self.rows.shown[place] for place in self.selected_places()]

    def visible_ids(self) -> list[str]:
        """The mailboxes on the screen now, from top to bottom."""
        return [self.rows.shown[place].id for place in self.visible_places()]

    def select(self, mailbox_id: str) -> bool:
        """Select one mailbox and bring it into sight; tell whether it is shown at all."""
        place = self.rows.place_of(mailbox_id)
        if place is None:
            return False
        self.selectRow(place)
        self.scrollTo(self.rows.index(place, 0))
        return True

    @Slot()
    def copy(self) -> None:
        """Put the selected rows on the clipboard, columns as shown, separated by tabs."""
        header = self.horizontalHeader()
        places = [header.logicalIndex(place) for place in range(header.count())]
        places = [place for place in places if not self.isColumnHidden(place)]
        copy_lines([row.texts[place] for place in places] for row in self.selected())

    def saved_layout(self) -> str:
        """The columns' order, widths (em), hidden ones and sorting, to be remembered."""
        header = self.horizontalHeader()
        order = [COLUMNS[header.logicalIndex(place)].key for place in range(header.count())]
        saved = Layout(
            order=order,
            hidden=[key for key in order if self.isColumnHidden(_PLACES[key])],
            widths=self._own_widths,
            sort=COLUMNS[header.sortIndicatorSection()].key,
            descending=header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
        )
        return msgspec.json.encode(saved).decode()

    def restore_layout(self, saved: str) -> None:
        """Take over what `saved_layout` gave; something else is left alone."""
        try:
            self._restore(msgspec.json.decode(saved, type=Layout))
        except msgspec.DecodeError:
            log.info("The columns come as at the beginning: what was kept of them is not readable")

    @Slot()
    def reset_layout(self) -> None:
        """Go back to the columns as they were at the beginning."""
        order = [column.key for column in COLUMNS]
        hidden = [column.key for column in COLUMNS if not column.visible]
        self._restore(Layout(order=order, hidden=hidden))

    @Slot()
    def show_column_menu(self) -> None:
        """Open the menu to show and hide columns at the head of the table."""
        self._on_header_menu(QPoint(0, self.horizontalHeader().height()))

    def column_menu(self) -> QMenu:
        """A menu to show and hide columns."""
        menu = QMenu(self)
        for place, column in enumerate(COLUMNS):
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.setEnabled(place != 0)
            action.setData(place)
        menu.addSeparator()
        menu.addAction(self.tr("Columns as at the beginning"))
        menu.triggered.connect(self._on_column_action)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        self._room = event.size().width()
        self.fit()

    def fit(self) -> None:
        """Give each column the room it needs, as far as there is any."""
        shown = [column for column in COLUMNS if not self.isColumnHidden(_PLACES[column.key])]
        em = self._theme.em
        least: dict[Column, int] = {}
        ideal: dict[Column, int] = {}
        for column in shown:
            own = self._own_widths.get(column.key)
            needed = self.delegate.width_for(column)
            least[column] = em(own) if own else max(em(column.least), needed)
            ideal[column] = em(own) if own else max(em(column.ideal), needed)
        widths = dict(least)
        spare = self._room - sum(least.values())
        for column in sorted(shown, key=lambda one: one.rank):
            more = max(0, min(spare, ideal[column] - least[column]))
            widths[column] += more
            spare -= more
        growing = [one for one in shown if one.grows and one.key not in self._own_widths]
        rest = max(0, self._room - sum(widths.values()))
        for number, column in enumerate(growing):
            part = rest // (len(growing) - number)
            widths[column] += part
            rest -= part
        self._fitting = True
        for column, width in widths.items():
            self.setColumnWidth(_PLACES[column.key], width)
        self._fitting = False

    def set_up_columns(self) -> None:
        """They can be moved and hidden; the first one sorts."""
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sectionResized.connect(self._on_section_resized)
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, not column.visible)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)

    def _restore(self, layout: Layout) -> None:
        header = self.horizontalHeader()
        order = [key for key in layout.order if key in _PLACES]
        self._own_widths = {key: em for key, em in layout.widths.items() if key in _PLACES}
        with QSignalBlocker(header):
            for place, key in enumerate(order):
                header.moveSection(header.visualIndex(_PLACES[key]), place)
        for key in order:
            self.setColumnHidden(_PLACES[key], key in layout.hidden and _PLACES[key] != 0)
        if layout.sort in _PLACES:
            down = layout.descending
            direction = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            self.sortByColumn(_PLACES[layout.sort], direction)
        self.fit()

    @Slot()
    def dress(self) -> None:
        """Take the present sizes and colours, and fit the columns anew."""
        super().dress()
        self.horizontalHeader().setMinimumSectionSize(self._theme.em(3))
        self.fit()

    @Slot(int, int, int)
    def _on_section_resized(self, place: int, _old: int, width: int) -> None:
        if not self._fitting and not self.isColumnHidden(place) and width:
            self._own_widths[COLUMNS[place].key] = round(width / self._theme.em(), 1)

    @Slot(QPoint)
    def _on_header_menu(self, point: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(point))

    @Slot(object)
    def _on_column_action(self, action: Any) -> None:
        if action.data() is None:
            self.reset_layout()
            return
        self.setColumnHidden(action.data(), not action.isChecked())
        self.fit()
