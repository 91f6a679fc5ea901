"""How cells of tables are drawn: one line, elided, values as pills, the whole row as one ground.

Every call into Qt lets go of the interpreter, and beside busy workers it takes its time to come
back. So a cell is drawn with as few calls as possible, and what was measured once is kept.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from pec_desktop.ui.formats import tip
from pec_desktop.ui.theme import Role, Theme

Index = QModelIndex | QPersistentModelIndex
Box = tuple[int, int, int, int]
"""Left, top, width and height, in pixels."""

PADDING = 0.6
"""Room left and right of a cell's content, in em."""

ROW_HEIGHT = 2.7
"""Height of a row, in em."""

KEPT = 5000
"""How many measured texts are kept."""

_ONE_LINE = int(Qt.TextFlag.TextSingleLine)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | _ONE_LINE
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter) | _ONE_LINE
_SELECTED = QStyle.StateFlag.State_Selected


class CellDelegate(QStyledItemDelegate):
    """The common part; a subclass draws the content in `draw`. GUI thread.

    `current_row` is the row that has the keyboard, -1 for none; the view sets it before painting.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.current_row = -1
        self.refresh(QApplication.font())

    def refresh(self, font: QFont) -> None:
        """Take over the theme's present colours and sizes, and the font of the view."""
        self.colors = {role: self.theme.color(role) for role in Role}
        self.padding = self.theme.em(PADDING)
        self.pill_padding = self.theme.em(0.65)
        self.metrics = QFontMetrics(font)
        self._pill_height = self.metrics.height() + self.theme.em(0.3)
        self._hair = self.theme.em(0.07)
        self._grounds = {role: QBrush(self.theme.tint(role)) for role in Role}
        self._surface = QBrush(self.colors[Role.SURFACE])
        self._selected = False
        self._measured: dict[tuple[str, int], tuple[str, int]] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell: its ground, then its content."""
        rect = option.rect
        x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        self._selected = bool(option.state & _SELECTED)
        row = index.row()
        if self._selected:
            painter.fillRect(x, y, width, height, self.colors[Role.SELECTION])
        edge = self.colors[Role.RAISED]
        if row == self.current_row and not self._selected:
            edge = self.colors[Role.ACCENT]
            painter.fillRect(x, y, width, self._hair, edge)
        painter.fillRect(x, y + height - self._hair, width, self._hair, edge)
        box = (x + self.padding, y, width - 2 * self.padding, height)
        self.draw(painter, box, row, index.column())

    def draw(self, painter: QPainter, box: Box, row: int, column: int) -> None:
        """Draw the content of a cell into `box`."""
        raise NotImplementedError

    def has_pill(self, column: int) -> bool:
        """Whether the words of a column stand on a pill."""
        del column
        return False

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a cell that had to be shortened."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = str(index.data())
        room = view.visualRect(index).width() - 2 * self.padding
        room -= 2 * self.pill_padding if self.has_pill(index.column()) else 0
        fits = self.wide(words) <= room
        QToolTip.showText(event.globalPos(), "" if fits else tip(words), view)
        return True

    def fitted(self, text: str, width: int) -> tuple[str, int]:
        """`text`, shortened to `width` if it must be, and how wide it then is."""
        key = (text, width)
        if key not in self._measured:
            if len(self._measured) > KEPT:
                self._measured.clear()
            shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._measured[key] = shown, self.metrics.horizontalAdvance(shown)
        return self._measured[key]

    def wide(self, text: str) -> int:
        """How wide `text` is as a whole."""
        return self.fitted(text, 1_000_000)[1]

    def write(self, painter: QPainter, box: Box, text: str, color: QColor) -> None:
        """Write one line, shortened to the room there is."""
        if text:
            x, y, width, height = box
            painter.setPen(color)
            painter.drawText(x, y, width, height, _LEFT, self.fitted(text, width)[0])

    def pill(self, painter: QPainter, box: Box, text: str, role: Role) -> None:
        """Draw a word on a rounded ground of its role's tint."""
        if not text:
            return
        x, y, room, height = box
        shown, width = self.fitted(text, room - 2 * self.pill_padding)
        width, tall = width + 2 * self.pill_padding, self._pill_height
        top = y + (height - tall) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._surface if self._selected else self._grounds[role])
        painter.drawRoundedRect(x, top, width, tall, tall / 2, tall / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.colors[role])
        painter.drawText(x, top, width, tall, _MIDDLE, shown)
