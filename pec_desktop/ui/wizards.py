"""Opens the wizards over the main window, and says what came of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from pec_desktop.errors import PecDesktopError
from pec_desktop.store.drafts import Draft
from pec_desktop.ui.desk import Desk


class Wizards(QObject):
    """Makes wizards when they are wanted; their modules are loaded then. GUI thread."""

    registered = Signal(str)
    """A mailbox was registered: its id."""
    sent = Signal(str)
    """A mailbox's papers were sent."""
    followed = Signal(str)
    """A mailbox was read again."""
    drafts_changed = Signal()
    finished = Signal()
    """A wizard has closed."""
    failed = Signal(object)
    """The exception that kept a wizard from opening."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def register(
        self, draft_id: str | None = None, values: Mapping[str, object] | None = None
    ) -> None:
        """Open the registration wizard, on a draft or on a new one that begins with `values`."""
        from pec_desktop.ui.registration import RegistrationWizard

        wizard = RegistrationWizard(self._desk, draft_id, self._window, values)
        wizard.registered.connect(self.registered)
        wizard.activation_wanted.connect(self.activate)
        wizard.drafts_changed.connect(self.drafts_changed)
        self._open(wizard)

    @Slot(str)
    def activate(self, mailbox_id: str) -> None:
        """Open the activation wizard of a mailbox."""
        from pec_desktop.ui.activation import ActivationWizard

        try:
            wizard = ActivationWizard(self._desk, mailbox_id, self._window)
        except PecDesktopError as error:
            self.failed.emit(error)
            return
        wizard.sent.connect(self.sent)
        wizard.followed.connect(self.followed)
        self._open(wizard)

    @Slot(object)
    def open_draft(self, draft: Draft) -> None:
        """Go on with a draft where it was left."""
        if draft.kind == "activation":
            self.activate(draft.target)
        else:
            self.register(draft.id)

    def _open(self, wizard: QDialog) -> None:
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.finished.connect(self.finished)
        wizard.open()
