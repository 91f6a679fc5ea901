"""A dialog that works on the whole archive: slow work that shows how far it is and can stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from pec_desktop.errors import Cancelled
from pec_desktop.tasks.runner import Lane, Task, TaskRunner
from pec_desktop.ui.card_dialog import CardDialog
from pec_desktop.ui.failures import present
from pec_desktop.ui.theme import Theme
from pec_desktop.work import Work

STEPS = 1000
"""Into so many steps the bar divides any number of bytes, which may be too many for it."""


class ArchiveDialog(CardDialog):
    """Saving or restoring. Closing it stops what is being done first. GUI thread."""

    def __init__(
        self, runner: TaskRunner, theme: Theme, title: str, parent: QWidget | None
    ) -> None:
        row = _WorkRow(theme)
        super().__init__(theme, title, parent, busy=row)
        self._row = row
        self._runner = runner
        self._task: Task | None = None
        self._done: Callable[[Any], None] = _nothing
        self._failed: Callable[[Exception], None] = _nothing

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._task is not None

    def run(
        self,
        doing: str,
        function: Callable[[Work], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Let a worker do something; `doing` says what. `failed` hears of a stop too."""
        self.bar.clear()
        self._done, self._failed = done, failed
        self._row.begin(doing)
        self._lock(True)
        self._task = self._runner.submit(
            Lane.UPKEEP, function, self, self._on_done, self._on_failed, self._row.show_progress
        )

    def reject(self) -> None:
        """Stop what is being done; close if nothing is."""
        if self._task is None:
            super().reject()
            return
        self._task.cancel()
        self._row.begin(self.tr("Stopping…"))
        self.cancel_button.setEnabled(False)

    def _on_done(self, result: Any) -> None:
        self._lock(False)
        self._done(result)

    def _on_failed(self, error: Exception) -> None:
        self._lock(False)
        self._failed(error)

    def _lock(self, busy: bool) -> None:
        if not busy:
            self._task = None
        self._row.setVisible(busy)
        self.content.setEnabled(not busy)
        self.main_button.setEnabled(not busy)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setText(self.tr("S&top") if busy else self.tr("Cancel"))

    def show_failed(self, error: Exception) -> None:
        """Show what went wrong, without a word about money; a stop is no news."""
        if not isinstance(error, Cancelled):
            self.bar.show_failure(replace(present(error), money=""))
            self.main_button.setFocus()
            self.fit()


class _WorkRow(QWidget):
    """What is being done, and how far it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._doing, self._bar = QLabel(), QProgressBar()
        self._doing.setWordWrap(True)
        self._doing.setTextFormat(Qt.TextFormat.PlainText)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Under way"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.em(1), 0)
        column.setSpacing(theme.em(0.5))
        column.addWidget(self._doing)
        column.addWidget(self._bar)
        self.hide()

    def begin(self, doing: str) -> None:
        """Say what is being done; how far it is, nobody knows yet."""
        self._doing.setText(doing)
        self._bar.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show that `done` of `total` bytes are behind."""
        self._bar.setRange(0, STEPS)
        self._bar.setValue(done * STEPS // max(total, 1))


def size(locale: QLocale, count: int) -> str:
    """A number of bytes as people read it."""
    return locale.formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _nothing(_result: Any) -> None:
    """Nobody waits for it."""
