"""Opens the small windows beside the main window: looking up, preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.registration import type_of
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.wizards import Wizards

if TYPE_CHECKING:
    from pec_desktop.ui.lookup import LookUp


class Tools(QObject):
    """Makes the windows when they are wanted; their modules are loaded then. GUI thread."""

    paid = Signal()
    """Something was sent from one of them that may have been paid."""

    preferred = Signal()
    """A preference was chosen; it is in the settings."""

    def __init__(self, desk: Desk, window: QWidget, wizards: Wizards) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._wizards = wizards
        self._lookup: LookUp | None = None

    @Slot()
    def look_up(self) -> None:
        """Open the look-up window, or bring it to the front with what it has found."""
        if self._lookup is None:
            from pec_desktop.ui.lookup import LookUp

            self._lookup = LookUp(self._desk, self._window)
            self._lookup.paid.connect(self.paid)
            self._lookup.register_wanted.connect(self._on_register)
        self._lookup.show()
        self._lookup.raise_()
        self._lookup.activateWindow()

    def connection_changed(self) -> None:
        """Look again at what may be asked."""
        if self._lookup is not None:
            self._lookup.connection_changed()

    @Slot()
    def preferences(self) -> None:
        """Open the preferences."""
        from pec_desktop.ui.preferences import Preferences

        dialog = Preferences(self._desk, self._window)
        dialog.chosen.connect(self.preferred)
        dialog.open()

    @Slot(str)
    def _on_register(self, address: str) -> None:
        kind = type_of(self._desk.office.account.environment, address)
        known = {} if kind is None else {"tipo_casella": kind.value}
        self._wizards.register(values={**known, "casella_pec": address})
