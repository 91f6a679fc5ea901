"""What scrolls a page or a dialog whose content may be higher than the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolling(QScrollArea):
    """Shows `content`, in its whole width if it can be so narrow; no frame, no focus."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        content.setObjectName("content")  # the style sheet gives it no ground of its own
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
