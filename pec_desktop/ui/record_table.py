"""A plain table of records for short lists: columns as records, sorted on request, pills."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from pec_desktop.ui.cells import Box, CellDelegate, Index
from pec_desktop.ui.row_table import RowTable, copy_lines
from pec_desktop.ui.theme import Role, Theme

_NOWHERE = QModelIndex()


class RecordColumn(Struct, frozen=True):
    """One column: heading, text and sort key of a record.

    `pill` gives the colour of a pill; `role` is the colour of the words, or tells it of a record.
    """

    title: str
    text: Callable[[Any], str]
    order: Callable[[Any], Any]
    width: float
    grows: bool = False
    pill: Callable[[Any], Role] | None = None
    role: Role | Callable[[Any], Role] = Role.TEXT


class RecordModel(QAbstractTableModel):
    """Records as rows; `key` tells which one a record is. GUI thread."""

    def __init__(
        self,
        columns: Sequence[RecordColumn],
        key: Callable[[Any], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.records: list[Any] = []
        self._key = key
        self._sorting: tuple[int, Qt.SortOrder] | None = None

    def replace(self, records: Sequence[Any]) -> None:
        """Show exactly `records`; the selection stays with those that are still there."""
        self._arrange(list(records))

    def place_of(self, key: Hashable) -> int | None:
        """The present place of a record in the table, None if it is not there."""
        places = (place for place, one in enumerate(self.records) if self._key(one) == key)
        return next(places, None)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 leaves the order in which the records came."""
        self._sorting = (column, order) if column >= 0 else None
        self._arrange(list(self.records))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many records there are."""
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; where it may be cut, all of it as a tool tip."""
        if not index.isValid() or role not in _TEXTS:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and not column.grows:
            return None
        return column.text(self.records[index.row()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def _arrange(self, records: list[Any]) -> None:
        if self._sorting is not None:
            column, order = self._sorting
            records.sort(key=self.columns[column].order, reverse=order is _DESCENDING)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        keys = [self._key(self.records[index.row()]) for index in kept]
        self.records = records
        places = {self._key(record): place for place, record in enumerate(records)}
        moved = [
            self.index(places[key], index.column()) if key in places else _NOWHERE
            for key, index in zip(keys, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()


class RecordTable(RowTable):
    """Shows a `RecordModel`. GUI thread."""

    def __init__(self, theme: Theme, model: RecordModel, name: str) -> None:
        super().__init__(theme)
        self.rows = model
        self.set_up(model, _RecordDelegate(theme, model, self), name)

    def selected(self) -> list[Any]:
        """The selected records, from top to bottom."""
        return [self.rows.records[place] for place in self.selected_places()]

    def visible(self) -> list[Any]:
        """The records on the screen now, from top to bottom."""
        return [self.rows.records[place] for place in self.visible_places()]

    def select(self, key: Hashable) -> bool:
        """Select one record and bring it into sight; tell whether it is shown at all."""
        place = self.rows.place_of(key)
        if place is None:
            return False
        self.selectRow(place)
        self.scrollTo(self.rows.index(place, 0))
        return True

    @Slot()
    def copy(self) -> None:
        """Put the selected rows on the clipboard, separated by tabs."""
        columns = self.rows.columns
        copy_lines([one.text(record) for one in columns] for record in self.selected())

    def set_up_columns(self) -> None:
        """They stay as they are; unsorted, the records keep the order in which they came."""
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns that grow share the room left over by their widths; else one scrolls sideways."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        columns, em = self.rows.columns, self._theme.em
        left = max(0, self.viewport().width() - sum(em(one.width) for one in columns))
        growing = sum(one.width for one in columns if one.grows)
        for place, column in enumerate(columns):
            if column.grows:
                share = round(left * column.width / growing)
                self.setColumnWidth(place, em(column.width) + share)
                left, growing = left - share, growing - column.width

    @Slot()
    def dress(self) -> None:
        """Take the present sizes and colours, and the columns' widths."""
        super().dress()
        self.horizontalHeader().setMinimumSectionSize(self._theme.em(6.5))
        for place, column in enumerate(self.rows.columns):
            if not column.grows:
                self.setColumnWidth(place, self._theme.em(column.width))
        self._share_room()


class _RecordDelegate(CellDelegate):
    """Draws texts, and pills where a column has them."""

    def __init__(self, theme: Theme, rows: RecordModel, table: QWidget) -> None:
        super().__init__(theme, table)
        self._rows = rows

    def draw(self, painter: QPainter, box: Box, row: int, column: int) -> None:
        """Draw the content of a cell."""
        shown, record = self._rows.columns[column], self._rows.records[row]
        if shown.pill is not None:
            self.pill(painter, box, shown.text(record), shown.pill(record))
        else:
            role = shown.role(record) if callable(shown.role) else shown.role
            self.write(painter, box, shown.text(record), self.colors[role])

    def has_pill(self, column: int) -> bool:
        """Whether the words of a column stand on a pill."""
        return self._rows.columns[column].pill is not None


_TEXTS = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole),
    Qt.ItemDataRole.ToolTipRole,
)
_DESCENDING = Qt.SortOrder.DescendingOrder
