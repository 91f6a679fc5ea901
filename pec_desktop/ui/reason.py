"""What cannot be done says why: to the eye by a tool tip, to assistive technology as well."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.mailbox import not_permitted
from pec_desktop.services.office import Office
from pec_desktop.ui.words import text


def explain(control: QWidget, reason: str, tip: str = "") -> None:
    """Disable a control and say why; without a reason enable it, with its own `tip`."""
    control.setEnabled(not reason)
    control.setToolTip(reason or tip)
    control.setAccessibleDescription(reason)


def explain_entry(entry: QAction, words: str, reason: str) -> None:
    """Do the same for the entry of a menu that is called `words`.

    Assistive technology reads of an entry its text and nothing else (`QAccessibleMenuItem`), and
    whoever has only keys sees no tool tip: the reason, in short, is part of the text.
    """
    gist = reason.partition(". ")[0].removesuffix(".")
    entry.setText(f"{words} – {gist}" if gist else words)
    entry.setEnabled(not reason)
    entry.setToolTip(reason)
    entry.setStatusTip(reason)


def no_permission(office: Office, operation: str) -> str:
    """Why the token's scopes do not open `operation`, in words; empty if they do."""
    refused = not_permitted(operation, office.allowed)
    return text(refused) if refused else ""
