"""How cells of tables are drawn: one line, elided, values as pills, the whole row as one ground."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pec_desktop.ui.theme import Role, Theme

Index = QModelIndex | QPersistentModelIndex

PADDING = 0.6
"""Room left and right of a cell's content, in em."""

ROW_HEIGHT = 2.7
"""Height of a row, in em."""

_VERTICAL = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CellDelegate(QStyledItemDelegate):
    """The common part; a subclass draws the content in `draw`. GUI thread."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._selected = False
        self.refresh()

    def refresh(self) -> None:
        """Take over the theme's present colours and sizes."""
        self.colors = {role: self.theme.color(role) for role in Role}
        self.tints = {role: self.theme.tint(role) for role in Role}
        self.padding = self.theme.em(PADDING)
        self.pill_padding = self.theme.em(0.65)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell: its ground, then its content."""
        painter.save()
        self._ground(painter, option, index)
        self.draw(painter, option.rect.adjusted(self.padding, 0, -self.padding, 0), index)
        painter.restore()

    def draw(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the content of a cell into `rect`."""
        raise NotImplementedError

    def write(self, painter: QPainter, rect: QRect, text: str, color: QColor) -> None:
        """Write one line, shortened to the room there is."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(color)
        painter.drawText(rect, _VERTICAL, shown)

    def pill(self, painter: QPainter, rect: QRect, text: str, role: Role) -> None:
        """Draw a word on a rounded ground of its role's tint."""
        if not text:
            return
        room = rect.width() - 2 * self.pill_padding
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown) + 2 * self.pill_padding
        height = metrics.height() + self.theme.em(0.3)
        pill = QRect(rect.x(), rect.center().y() - height // 2 + 1, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self.colors[Role.SURFACE] if self._selected else self.tints[role]))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(self.colors[role])
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, state = option.rect, option.state
        self._selected = selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self.colors[Role.SELECTION if selected else Role.SURFACE])
        painter.setPen(self.colors[Role.RAISED])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if not selected and self._is_current(option.widget, index):
            painter.setPen(QPen(self.colors[Role.ACCENT], self.theme.em(0.1)))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    @staticmethod
    def _is_current(view: QWidget, index: Index) -> bool:
        """Whether the keyboard is in this row."""
        if not isinstance(view, QAbstractItemView) or not view.hasFocus():
            return False
        return view.currentIndex().row() == index.row()
