"""Where papers are dropped: an area with a file chooser, and the reading of what was dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from pec_desktop.ui.theme import Role, Theme, set_role


def dropped_files(data: QMimeData) -> tuple[list[Path], str]:
    """The files in what was dropped, and the key of why anything else in it is refused ("")."""
    files, refused = [], ""
    for url in data.urls():
        if not url.isLocalFile():
            refused = "drop.not_a_file"
        elif (path := Path(url.toLocalFile())).is_dir():
            refused = "paper.folder"
        else:
            files.append(path)
    return files, refused


def holds_files(data: QMimeData) -> bool:
    """Whether what is dragged could be files; folders are told apart when they are dropped."""
    return data.hasUrls()


class DropArea(QFrame):
    """Takes files by drag and drop or through a file chooser. GUI thread."""

    dropped = Signal(list)
    """The files (list[Path]); they exist no longer than their owner lets them."""

    refused = Signal(str)
    """Why something in the drop was not taken (a key for words)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel()
        self._title = QLabel()
        self._hint = QLabel()
        self._choose = QPushButton(self.tr("or choose the files…"))
        self._filter = self.tr("Papers (*.pdf *.p7m *.jpg *.jpeg *.png)")
        self._chooser: QFileDialog | None = None
        self._column = QVBoxLayout(self)
        self._build()
        self.set_words(self.tr("Drop the papers here"), "")
        theme.changed.connect(self._dress)
        self._dress()

    def set_words(self, title: str, hint: str) -> None:
        """Say what is expected here."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(title)
        self._choose.setAccessibleName(self.tr("Choose the files"))
        self._choose.setAccessibleDescription(f"{title}. {hint}")

    def set_filter(self, words: str) -> None:
        """Let the file chooser begin with this filter, "Name (*.ending)"; all files come after."""
        self._filter = words

    def take(self, data: QMimeData) -> None:
        """Hand on what was dropped here, or elsewhere in the window for this area."""
        files, refused = dropped_files(data)
        if files:
            self.dropped.emit(files)
        if refused:
            self.refused.emit(refused)

    @Slot()
    def choose(self) -> None:
        """Open the file chooser."""
        if self._chooser is None:
            self._chooser = QFileDialog(self, self.tr("Choose the papers"))
            self._chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
            self._chooser.setNameFilters([self._filter, self.tr("All files (*)")])
            self._chooser.filesSelected.connect(self._on_chosen)
        self._chooser.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files are welcome."""
        if holds_files(event.mimeData()):
            set_role(self, "drop-over")
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Copy only: the original stays where it is."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to the quiet look."""
        super().dragLeaveEvent(event)
        set_role(self, "drop")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        set_role(self, "drop")
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(event.mimeData())

    def _build(self) -> None:
        self.setAcceptDrops(True)
        set_role(self, "drop")
        set_role(self._title, "strong")
        set_role(self._hint, "muted")
        set_role(self._choose, "link")
        self._choose.clicked.connect(self.choose)
        self.setFocusProxy(self._choose)
        column = self._column
        column.addStretch()
        for widget in (self._picture, self._title, self._hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            widget.setWordWrap(True)
            column.addWidget(widget)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
        self._picture.setWordWrap(False)

    @Slot()
    def _dress(self) -> None:
        size = self._theme.em(2.2)
        icon = self._theme.icon("paper-add", Role.ACCENT)
        self._picture.setPixmap(icon.pixmap(size, size))
        margin = self._theme.em(0.9)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(self._theme.em(0.25))

    @Slot(list)
    def _on_chosen(self, files: list[str]) -> None:
        self.dropped.emit([Path(file) for file in files])
