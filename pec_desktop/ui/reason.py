"""What cannot be done says why: to the eye by a tool tip, to assistive technology as well."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pec_desktop.domain.mailbox import not_permitted
from pec_desktop.services.office import Office
from pec_desktop.ui.words import text


def explain(control: QWidget, reason: str, tip: str = "") -> None:
    """Disable a control and say why; without a reason enable it, with its own `tip`."""
    control.setEnabled(not reason)
    control.setToolTip(reason or tip)
    control.setAccessibleDescription(reason)


def no_permission(office: Office, operation: str) -> str:
    """Why the token's scopes do not open `operation`, in words; empty if they do."""
    refused = not_permitted(operation, office.allowed)
    return text(refused) if refused else ""
