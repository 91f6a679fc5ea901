"""Where the window's batch comes from, and what can be chosen about it: a source is a widget.

Mailboxes that were selected (for how many years?), a table (what is to be done?), a batch that was
begun before (nothing).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pec_desktop.domain.changes import RENEWAL
from pec_desktop.domain.fields import validate
from pec_desktop.services import batch_sources
from pec_desktop.services.batch_rows import KINDS
from pec_desktop.services.office import Office
from pec_desktop.services.registration import context
from pec_desktop.store.batches import Batch
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.forms import Form
from pec_desktop.ui.still_box import StillBox
from pec_desktop.ui.words import text


class Asked(Struct, frozen=True):
    """What a source asks for: `wanted` is None until it is chosen from `operations`.

    `odd` are the columns of a table that mean nothing.
    """

    wanted: Batch | None
    operations: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


Ask = Callable[[Office], Asked]
"""Asks in a worker thread, with what was chosen when it was made."""


class Source(QWidget):
    """The common part. GUI thread."""

    changed = Signal()
    """Something else was chosen: ask again."""

    able = False
    """Whether rows that cannot be sent are no part of the batch."""

    lines = True
    """Whether its rows are lines of a file."""

    def title(self) -> str:
        """What this is about."""
        raise NotImplementedError

    def ask(self, *, anew: bool) -> Ask:
        """Give what asks for the batch; `anew` if it shall be done although it was done before."""
        raise NotImplementedError

    def take(self, asked: Asked) -> None:
        """Show what was asked for."""

    def is_chosen(self) -> bool:
        """Whether all that can be chosen is right."""
        return True

    def focus(self) -> None:
        """Put the cursor where something can be chosen."""


class Selection(Source):
    """Mailboxes that were selected, to be renewed for the same number of years."""

    able = True
    lines = False

    def __init__(self, desk: Desk, ids: Sequence[str]) -> None:
        super().__init__()
        self._ids = list(ids)
        self._context = context(desk.office)
        self._values: dict[str, object] = {"anni": 1}
        self.form = Form(desk, RENEWAL, self._context, self._values)
        self.form.changed.connect(self._on_changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.form)

    @property
    def ids(self) -> list[str]:
        """The ids of the mailboxes."""
        return list(self._ids)

    def title(self) -> str:
        """How many they are."""
        return text("many.title", count=len(self._ids))

    def ask(self, *, anew: bool) -> Ask:
        """Ask for the renewal of the mailboxes as they are known then."""
        ids, years = list(self._ids), self._years()
        name = text("many.selected")

        def ask(office: Office) -> Asked:
            return Asked(batch_sources.of_mailboxes(office, ids, years or 1, name, anew=anew))

        return ask

    def is_chosen(self) -> bool:
        """Whether the years are right."""
        return self._years() is not None

    def focus(self) -> None:
        """Put the cursor into the years."""
        self.form.focus_first()

    def _years(self) -> int | None:
        value = RENEWAL[0].normalise(self._values.get("anni"))
        wrong = validate(RENEWAL, self._values, self._context)
        return value if isinstance(value, int) and not wrong else None

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


class TableFile(Source):
    """A CSV or XLSX file; what it is for is read off its columns, or asked."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__()
        self._path = path
        self._operation = ""
        self.operations = StillBox()
        self.operations.setAccessibleName(text("many.what"))
        for operation in KINDS:
            self.operations.addItem(text(f"many.{operation}"), operation)
        self.operations.setCurrentIndex(-1)
        self.operations.activated.connect(self._on_chosen)
        label = QLabel(text("many.what"))
        label.setBuddy(self.operations)
        self.operations.setMinimumWidth(desk.theme.em(24))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(desk.theme.em(1))
        line.addWidget(label)
        line.addWidget(self.operations)
        line.addStretch()

    def title(self) -> str:
        """The file's name."""
        return self._path.name

    def ask(self, *, anew: bool) -> Ask:
        """Ask for what the file holds."""
        path, chosen = self._path, self._operation

        def ask(_office: Office) -> Asked:
            table = batch_sources.read(path)
            meant = batch_sources.operations(table.columns)
            operation = chosen or (meant[0] if len(meant) == 1 else "")
            if not operation:
                return Asked(None, meant)
            odd = batch_sources.odd_columns(table.columns, operation)
            wanted = batch_sources.of_table(table, operation, path.name, anew=anew)
            return Asked(wanted, meant, tuple(odd))

        return ask

    def take(self, asked: Asked) -> None:
        """Show what the file is for."""
        if asked.wanted is not None:
            self._operation = asked.wanted.operation
            self.operations.setCurrentIndex(self.operations.findData(self._operation))

    def is_chosen(self) -> bool:
        """Whether it is known what the file is for."""
        return bool(self._operation)

    def focus(self) -> None:
        """Put the cursor where it is chosen what the file is for."""
        self.operations.setFocus()

    @Slot()
    def _on_chosen(self) -> None:
        self._operation = self.operations.currentData()
        self.changed.emit()


class Unfinished(Source):
    """A batch that was begun before."""

    def __init__(self, batch: Batch) -> None:
        super().__init__()
        self._batch = batch
        self.lines = not batch_sources.is_selection(batch)
        self.hide()

    def title(self) -> str:
        """Where it came from."""
        if self.lines:
            return self._batch.name
        return text("many.title", count=len(self._batch.rows))

    def ask(self, *, anew: bool) -> Ask:
        """Ask for that very batch."""
        del anew
        asked = Asked(self._batch)
        return lambda _office: asked
