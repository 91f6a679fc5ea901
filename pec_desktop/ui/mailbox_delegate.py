"""Draws the cells of the mailbox table: one line, elided, states as pills, days in their colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from pec_desktop.domain.mailbox import NextStep
from pec_desktop.ui.columns import COLUMNS, DAYS_SEPARATOR, Column, Paint
from pec_desktop.ui.mailbox_model import ROW_ROLE
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.theme import Role, Theme

Index = QModelIndex | QPersistentModelIndex
Painter = Callable[[QPainter, QRect, str, Row], None]

PADDING = 0.6
"""Room left and right of a cell's content, in em."""

ROW_HEIGHT = 2.7
"""Height of a row, in em."""

_VERTICAL = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_QUIET_STEPS = (NextStep.WAIT, NextStep.NONE)


class MailboxDelegate(QStyledItemDelegate):
    """Paints what the columns' records say. GUI thread."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painters: dict[Paint, Painter] = {
            Paint.TEXT: self._plain(Role.TEXT),
            Paint.QUIET: self._plain(Role.MUTED),
            Paint.PILL: self._state,
            Paint.EXPIRY: self._expiry,
            Paint.STEP: self._step,
        }
        self.refresh()

    def refresh(self) -> None:
        """Take over the theme's present colours and sizes."""
        theme = self._theme
        self._colors = {role: theme.color(role) for role in Role}
        self._tints = {role: theme.tint(role) for role in Role}
        self._padding = theme.em(PADDING)
        self._pill_padding = theme.em(0.65)

    def width_for(self, column: Column, metrics: QFontMetrics) -> int:
        """The least width at which a column holds the words it must have room for."""
        extra = 2 * self._padding + (2 * self._pill_padding if column.paint is Paint.PILL else 0)
        words = column.holds() if column.holds else []
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + extra

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row: Row = index.data(ROW_ROLE)
        column = index.column()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._ground(painter, rect, state)
        inner = rect.adjusted(self._padding, 0, -self._padding, 0)
        self._painters[COLUMNS[column].paint](painter, inner, row.texts[column], row)
        painter.restore()

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
        column = COLUMNS[index.column()]
        room = view.visualRect(index).width() - 2 * self._padding
        room -= 2 * self._pill_padding if column.paint is Paint.PILL else 0
        fits = view.fontMetrics().horizontalAdvance(words) <= room
        QToolTip.showText(event.globalPos(), "" if fits else words, view)
        return True

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._colors[Role.SELECTION if selected else Role.SURFACE])
        painter.setPen(self._colors[Role.RAISED])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._colors[Role.ACCENT], self._theme.em(0.08)))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _write(self, painter: QPainter, rect: QRect, text: str, color: QColor) -> int:
        """Write one line, shortened to the room there is; return the width it took."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(color)
        painter.drawText(rect, _VERTICAL, shown)
        return painter.fontMetrics().horizontalAdvance(shown)

    def _plain(self, role: Role) -> Painter:
        def paint(painter: QPainter, rect: QRect, text: str, _row: Row) -> None:
            self._write(painter, rect, text, self._colors[role])

        return paint

    def _state(self, painter: QPainter, rect: QRect, text: str, row: Row) -> None:
        self._pill(painter, rect, text, row.state_role)

    def _step(self, painter: QPainter, rect: QRect, text: str, row: Row) -> None:
        role = Role.MUTED if row.step in _QUIET_STEPS else Role.ACCENT
        self._write(painter, rect, text, self._colors[role])

    def _expiry(self, painter: QPainter, rect: QRect, text: str, row: Row) -> None:
        """The day, then how far it is; only the latter (or the day alone) if room is short."""
        day, _, left = text.partition(DAYS_SEPARATOR)
        metrics = painter.fontMetrics()
        day_width = metrics.horizontalAdvance(day) + self._padding
        left_width = metrics.horizontalAdvance(left)
        left_width += 2 * self._pill_padding if row.expiry_urgent else 0
        if left and day_width + left_width > rect.width():
            quiet = row.expiry_role is Role.MUTED or left_width > rect.width()
            left, day, day_width = ("", day, 0) if quiet else (left, "", 0)
        alone = row.expiry_role if not left else Role.TEXT
        self._write(painter, rect, day, self._colors[alone])
        rest = rect.adjusted(day_width, 0, 0, 0)
        if left and row.expiry_urgent:
            self._pill(painter, rest, left, row.expiry_role)
        elif left:
            self._write(painter, rest, left, self._colors[row.expiry_role])

    def _pill(self, painter: QPainter, rect: QRect, text: str, role: Role) -> None:
        room = rect.width() - 2 * self._pill_padding
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown) + 2 * self._pill_padding
        height = metrics.height() + self._theme.em(0.3)
        pill = QRect(rect.x(), rect.center().y() - height // 2 + 1, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self._tints[role]))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(self._colors[role])
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
