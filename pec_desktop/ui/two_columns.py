"""Puts widgets into two columns, or into one below the other where there is no room for two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class TwoColumns(QWidget):
    """A grid that follows its width: how wide a column must be is the widgets' own affair."""

    def __init__(self, column_gap: int, row_gap: int, narrowest: int) -> None:
        """Give the gaps and the `narrowest` useful column, in pixels."""
        super().__init__()
        self._narrowest = narrowest
        self._items: list[tuple[QWidget, bool]] = []
        self._columns = 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(column_gap)
        self._grid.setVerticalSpacing(row_gap)

    def set_items(self, items: Sequence[tuple[QWidget, bool]]) -> None:
        """Show these widgets in this order; True for those that span both columns."""
        for widget, _ in self._items:
            self._grid.removeWidget(widget)
        self._items = list(items)
        if self.isVisible():
            self._arrange(again=True)
        else:
            self._place(self._columns)  # measured when it is shown: in its place, once

    def minimumSizeHint(self) -> QSize:
        """One column is enough to live, whatever stands in two now."""
        hint = super().minimumSizeHint()
        widths = [widget.minimumSizeHint().width() for widget, _ in self._items]
        return QSize(max(widths, default=0), hint.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Choose the number of columns for what is in them now."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the number of columns for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, *, again: bool = False) -> None:
        columns = 2 if self.width() >= self._width_of_two() else 1
        if columns != self._columns or again:
            self._place(columns)

    def _place(self, columns: int) -> None:
        self._columns = columns
        line = column = 0
        for widget, wide in self._items:
            span = columns if wide else 1
            if column + span > columns:
                line, column = line + 1, 0
            self._grid.addWidget(widget, line, column, 1, span)
            self._grid.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
            column += span
        for number in range(2):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _width_of_two(self) -> int:
        halves = [widget.minimumSizeHint().width() for widget, wide in self._items if not wide]
        return 2 * max(self._narrowest, *halves, 0) + self._grid.horizontalSpacing()
