"""A list of the office's mailboxes to choose one from, searched by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QVBoxLayout, QWidget

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.ui import formats
from pec_desktop.ui.still_box import StillBox


class MailboxPicker(QWidget):
    """Offers mailboxes by address and holder; any part of either finds them. GUI thread."""

    picked = Signal(object)
    """The chosen `Mailbox`."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self._mailboxes: Sequence[Mailbox] = ()
        self.box = box = StillBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        line, completer = box.lineEdit(), box.completer()
        assert line is not None
        assert completer is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        line.setPlaceholderText(placeholder)
        line.editingFinished.connect(self._tidy)
        for widget in (box, line):
            widget.setAccessibleName(name)
        self._chosen = -1
        box.activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(box)
        self.setFocusProxy(box)

    def offer(self, mailboxes: Sequence[Mailbox]) -> None:
        """Offer these mailboxes; none is chosen."""
        self._mailboxes = mailboxes
        self.box.clear()
        for one in mailboxes:
            words = (one.casella_pec, one.holder)
            self.box.addItem(formats.line(" · ".join(filter(None, words))))
        self._chosen = -1
        self._tidy()

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        self._chosen = place
        self.picked.emit(self._mailboxes[place])

    @Slot()
    def _tidy(self) -> None:
        """Show what is chosen, whatever was typed to look for another one."""
        self.box.setCurrentIndex(self._chosen)
        if self._chosen < 0:
            self.box.setEditText("")
