"""What both tables have in common: whole rows, one look, the keyboard, copying."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from pec_desktop.ui.cells import ROW_HEIGHT, CellDelegate
from pec_desktop.ui.theme import Theme


class RowTable(QTableView):
    """A table of whole rows. A subclass gives it model and delegate by `set_up`. GUI thread."""

    chosen = Signal()
    """Other rows are selected."""

    opened = Signal()
    """The person wants to see the selected row closer: Enter or a double click."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells: CellDelegate | None = None

    def set_up(self, model: QAbstractTableModel, delegate: CellDelegate, name: str) -> None:
        """Show `model`, drawn by `delegate`, as the table of that `name`; then dress it."""
        self.setModel(model)
        self.setItemDelegate(delegate)
        self._cells = delegate
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
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setAccessibleName(self.tr("Columns"))
        self.set_up_columns()
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.doubleClicked.connect(self.opened)
        self._theme.changed.connect(self.dress)
        self.dress()

    def set_up_columns(self) -> None:
        """Set what is particular to this table's columns, before they can be sorted."""
        raise NotImplementedError

    @Slot()
    def dress(self) -> None:
        """Take the present sizes and colours; a subclass measures its columns after."""
        if self._cells is not None:
            self._cells.refresh(self.font())
        self.verticalHeader().setMinimumSectionSize(self._theme.em(1))
        self.verticalHeader().setDefaultSectionSize(self._theme.em(ROW_HEIGHT))

    def selected_places(self) -> list[int]:
        """The places of the selected rows, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def visible_places(self) -> range:
        """The places of the rows on the screen now."""
        first, last = max(0, self.rowAt(0)), self.rowAt(self.viewport().height())
        return range(first, self.model().rowCount() if last < 0 else last + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the delegate where the keyboard is, then draw."""
        if self._cells is not None:
            self._cells.current_row = self.currentIndex().row() if self.hasFocus() else -1
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the selected row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)


def copy_lines(rows: Iterable[Iterable[str]]) -> None:
    """Put rows of texts on the clipboard, separated by tabs; nothing if there is no row."""
    lines = ["\t".join(texts) for texts in rows]
    if lines:
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
