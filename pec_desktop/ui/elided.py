"""A label of one line that is shortened in its middle when the room is short."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyleOption, QWidget

from pec_desktop.ui import formats


class ElidedLabel(QLabel):
    """Shows its text as far as there is room; the whole of it as a tool tip. GUI thread.

    `copyable` offers to copy the whole text in a context menu.
    """

    def __init__(self, parent: QWidget | None = None, *, copyable: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if copyable:
            copy = QAction(self.tr("Copy"), self)
            copy.triggered.connect(self._copy)
            self.addAction(copy)
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def setText(self, text: str) -> None:
        """Show `text`, as one line whatever it is."""
        super().setText(formats.line(text))
        self.setToolTip(formats.tip(self.text()))

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("m") * 4, metrics.height())

    def sizeHint(self) -> QSize:
        """The whole text on one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 1, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, shortened if it must be."""
        del event
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        rect = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, rect.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self.style().drawItemText(
            painter, rect, flags, option.palette, self.isEnabled(), shown, self.foregroundRole()
        )

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
