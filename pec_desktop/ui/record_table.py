"""A plain table of records for short lists: columns as records, sorted on request, pills."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from pec_desktop.ui.cells import ROW_HEIGHT, Box, CellDelegate, Index
from pec_desktop.ui.theme import Role, Theme

_NOWHERE = QModelIndex()


class RecordColumn(Struct, frozen=True):
    """One column: heading, text and sort key of a record; `pill` gives the colour of a pill."""

    title: str
    text: Callable[[Any], str]
    order: Callable[[Any], Any]
    width: float
    grows: bool = False
    pill: Callable[[Any], Role] | None = None
    role: Role = Role.TEXT


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
        """The text of a cell."""
        if not index.isValid() or role not in _TEXTS:
            return None
        return self.columns[index.column()].text(self.records[index.row()])

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


class RecordTable(QTableView):
    """Shows a `RecordModel`. GUI thread."""

    opened = Signal()
    """Enter or a double click on a row."""

    chosen = Signal()
    """Other rows are selected."""

    def __init__(self, theme: Theme, model: RecordModel, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.rows = model
        self._delegate = _RecordDelegate(theme, model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up(name)
        theme.changed.connect(self._dress)
        self._dress()

    def selected(self) -> list[Any]:
        """The selected records, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.records[place] for place in places]

    @Slot()
    def copy(self) -> None:
        """Put the selected rows on the clipboard, separated by tabs."""
        columns = self.rows.columns
        lines = ["\t".join(one.text(record) for one in columns) for record in self.selected()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the delegate where the keyboard is, then draw."""
        self._delegate.current_row = self.currentIndex().row() if self.hasFocus() else -1
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the selected row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _set_up(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setAccessibleName(self.tr("Columns"))
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        for place, column in enumerate(self.rows.columns):
            if column.grows:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.doubleClicked.connect(self.opened)

    @Slot()
    def _dress(self) -> None:
        self._delegate.refresh(self.font())
        self.verticalHeader().setMinimumSectionSize(self._theme.em(1))
        self.verticalHeader().setDefaultSectionSize(self._theme.em(ROW_HEIGHT))
        self.horizontalHeader().setMinimumSectionSize(self._theme.em(6))
        for place, column in enumerate(self.rows.columns):
            if not column.grows:
                self.setColumnWidth(place, self._theme.em(column.width))


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
            self.write(painter, box, shown.text(record), self.colors[shown.role])


_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_DESCENDING = Qt.SortOrder.DescendingOrder
