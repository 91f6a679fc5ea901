"""Draws the cells of the mailbox table: states as pills, days in their colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter

from pec_desktop.domain.mailbox import NextStep
from pec_desktop.ui.cells import Box, CellDelegate
from pec_desktop.ui.columns import COLUMNS, DAYS_SEPARATOR, Column, Paint
from pec_desktop.ui.mailbox_model import MailboxModel
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.theme import Role, Theme

Painter = Callable[[QPainter, Box, str, Row], None]

HEADING = 1.15
"""How much wider the bold words of a heading are."""

_QUIET_STEPS = (NextStep.WAIT, NextStep.NONE)


class MailboxDelegate(CellDelegate):
    """Paints what the columns' records say. GUI thread."""

    def __init__(self, theme: Theme, rows: MailboxModel, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._rows = rows
        self._painters: dict[Paint, Painter] = {
            Paint.TEXT: self._plain(Role.TEXT),
            Paint.QUIET: self._plain(Role.MUTED),
            Paint.PILL: self._state,
            Paint.EXPIRY: self._expiry,
            Paint.STEP: self._step,
        }

    def width_for(self, column: Column) -> int:
        """The least width at which a column holds the words it must have room for."""
        if column.holds is None:
            return 0
        extra = 2 * self.padding + self.theme.em(0.2)
        extra += 2 * self.pill_padding if column.paint is Paint.PILL else 0
        widest = max(self.wide(word) for word in column.holds())
        title = round(self.wide(column.title) * HEADING) + 2 * self.padding
        return max(widest + extra, title + self.theme.em(0.6))

    def draw(self, painter: QPainter, box: Box, row: int, column: int) -> None:
        """Draw the content of a cell."""
        shown = self._rows.shown[row]
        self._painters[COLUMNS[column].paint](painter, box, shown.texts[column], shown)

    def has_pill(self, column: int) -> bool:
        """Whether the words of a column stand on a pill."""
        return COLUMNS[column].paint is Paint.PILL

    def _plain(self, role: Role) -> Painter:
        def paint(painter: QPainter, box: Box, text: str, _row: Row) -> None:
            self.write(painter, box, text, self.colors[role])

        return paint

    def _state(self, painter: QPainter, box: Box, text: str, row: Row) -> None:
        self.pill(painter, box, text, row.state_role)

    def _step(self, painter: QPainter, box: Box, text: str, row: Row) -> None:
        role = Role.MUTED if row.step in _QUIET_STEPS else Role.ACCENT
        self.write(painter, box, text, self.colors[role])

    def _expiry(self, painter: QPainter, box: Box, text: str, row: Row) -> None:
        """The day, then how far it is; only the latter (or the day alone) if room is short."""
        day, _, left = text.partition(DAYS_SEPARATOR)
        x, y, width, height = box
        day_width = self.wide(day) + self.padding
        left_width = self.wide(left) + (2 * self.pill_padding if row.expiry_urgent else 0)
        if left and day_width + left_width > width:
            quiet = row.expiry_role is Role.MUTED or left_width > width
            left, day, day_width = ("", day, 0) if quiet else (left, "", 0)
        alone = row.expiry_role if not left else Role.TEXT
        self.write(painter, box, day, self.colors[alone])
        rest = (x + day_width, y, width - day_width, height)
        if left and row.expiry_urgent:
            self.pill(painter, rest, left, row.expiry_role)
        else:
            self.write(painter, rest, left, self.colors[row.expiry_role])
