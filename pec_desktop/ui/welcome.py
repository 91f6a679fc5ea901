"""The doors of the first start: try without an account, connect one, restore an archive."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.ui import icons
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import Role, Theme, set_role


class Welcome(QWidget):
    """The first window of a new profile; it scrolls where the screen is small. GUI thread."""

    practice_chosen = Signal()
    connect_chosen = Signal()
    restore_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle("PEC Desktop")
        self.setWindowIcon(icons.application_icon())
        self._logo = QLabel()
        practice = Door(
            theme,
            "practice",
            self.tr("Try it without an account"),
            self.tr(
                "A practice office with invented mailboxes. Register, activate and make mistakes: "
                "nothing leaves this computer and nothing costs anything."
            ),
            self.tr("&Try it"),
        )
        connect = Door(
            theme,
            "connect",
            self.tr("Connect an account"),
            self.tr(
                "With the access token of your Openapi account, or with its e-mail address and "
                "API key. Production or Sandbox."
            ),
            self.tr("&Connect…"),
        )
        restore = Door(
            theme,
            "archive",
            self.tr("Restore an archive"),
            self.tr(
                "The whole office from a file that this program has saved: drafts, papers, notes "
                "and Activity, from another computer or from before."
            ),
            self.tr("&Restore…"),
        )
        practice.button.clicked.connect(self.practice_chosen)
        connect.button.clicked.connect(self.connect_chosen)
        restore.button.clicked.connect(self.restore_chosen)
        set_role(practice.button, "primary")
        self._doors = QHBoxLayout()
        for door in (practice, connect, restore):
            self._doors.addWidget(door, 1)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._build()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolling(content))
        theme.changed.connect(self._dress)
        self._dress()
        room = self.screen().availableSize()
        self.resize(min(theme.em(84), room.width()), min(theme.em(40), room.height()))

    def _build(self) -> None:
        title = QLabel(self.tr("Welcome to PEC Desktop"))
        words = QLabel(
            self.tr("Your clients' certified mailboxes: register, activate, renew and follow them.")
        )
        later = QLabel(self.tr("You can change your mind at any time, from the account menu."))
        set_role(title, "title")
        set_role(words, "muted")
        set_role(later, "hint")
        self._column.addStretch(2)
        for label in (self._logo, title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._logo)
            self._column.addWidget(label)
        self._column.addStretch(1)
        self._column.addLayout(self._doors)
        self._column.addStretch(1)
        later.setAlignment(Qt.AlignmentFlag.AlignCenter)
        later.setWordWrap(True)
        self._column.addWidget(later)
        self._column.addStretch(2)

    @Slot()
    def _dress(self) -> None:
        size = self._theme.em(5)
        self._logo.setPixmap(icons.application_icon().pixmap(size, size))
        side = self._theme.em(4)
        self._column.setContentsMargins(side, side // 2, side, side // 2)
        self._column.setSpacing(self._theme.em(0.8))
        self._doors.setSpacing(self._theme.em(1.5))


class Door(QFrame):
    """One way into the program: a picture, what is behind it, and a button."""

    def __init__(self, theme: Theme, picture: str, title: str, words: str, button: str) -> None:
        super().__init__()
        set_role(self, "card")
        icon, heading, told = QLabel(), QLabel(title), QLabel(words)
        icon.setPixmap(theme.picture(picture, Role.ACCENT, 2.5))
        set_role(heading, "heading")
        set_role(told, "muted")
        for label in (heading, told):
            label.setWordWrap(True)
        self.button = QPushButton(button)
        self.button.setAccessibleName(title)
        self.button.setAccessibleDescription(words)
        column = QVBoxLayout(self)
        margin = theme.em(1.6)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.em(0.7))
        column.addWidget(icon)
        column.addWidget(heading)
        column.addWidget(told, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
