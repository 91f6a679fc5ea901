"""Small dialogs over a window; none blocks the event loop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from pec_desktop import __version__
from pec_desktop.ui import icons
from pec_desktop.ui.theme import Theme

translate = QCoreApplication.translate


def about(window: QWidget, theme: Theme) -> None:
    """Say what this program is."""
    box = QMessageBox(window)
    box.setWindowTitle(translate("dialogs", "About PEC Desktop"))
    box.setIconPixmap(icons.application_icon().pixmap(theme.em(5)))
    box.setText(f"PEC Desktop {__version__}")
    box.setInformativeText(
        translate(
            "dialogs",
            "Certified mailboxes from the desktop. Connects to your account and nowhere else, "
            "unless you ask to be told about new versions.",
        )
    )
    _open(box)


def ask_reset_practice(window: QWidget, confirmed: Callable[[], object]) -> None:
    """Ask whether the practice office shall begin anew."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("dialogs", "Begin the practice anew"))
    box.setText(
        translate("dialogs", "Throw away what was done in the practice office and begin anew?")
    )
    box.setInformativeText(translate("dialogs", "Your real accounts are not touched."))
    again = translate("dialogs", "&Begin anew")
    yes = box.addButton(again, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    yes.clicked.connect(lambda _checked=False: confirmed())
    _open(box)


def ask_before_closing(window: QWidget, confirmed: Callable[[], object]) -> None:
    """Something is on its way to the provider: ask whether to close all the same."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("dialogs", "Something is being sent"))
    box.setText(translate("dialogs", "Something is being sent to the provider just now."))
    box.setInformativeText(
        translate(
            "dialogs",
            "It has left already, or will in a moment, and closing does not call it back. Activity "
            "keeps it, and the next start shows what is known of it.",
        )
    )
    close = translate("dialogs", "&Close all the same")
    yes = box.addButton(close, QMessageBox.ButtonRole.DestructiveRole)
    wait = translate("dialogs", "&Wait for the answer")
    box.setDefaultButton(box.addButton(wait, QMessageBox.ButtonRole.RejectRole))
    yes.clicked.connect(lambda _checked=False: confirmed())
    _open(box)


def tell_restored(window: QWidget | None, moment: str, aside: Path | None) -> None:
    """Say that the archive of that moment is the present one, and where the other one lies."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Information)
    box.setWindowTitle(translate("dialogs", "The archive was restored"))
    box.setText(
        translate("dialogs", "This is the office as it was saved on {moment}.").format(
            moment=moment
        )
    )
    kept = translate("dialogs", "The archive that was here before is kept as {path}.")
    if aside is not None:
        box.setInformativeText(kept.format(path=aside))
    _open(box)


def ask_take_backup(window: QWidget | None, moment: str, confirmed: Callable[[], object]) -> None:
    """The archive was found damaged while it was in use: ask whether to go on with the backup.

    `moment` is when the newest backup was made, empty if there is none.
    """
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("dialogs", "The archive is damaged"))
    box.setText(
        translate(
            "dialogs",
            "Part of the archive is damaged. Nothing more is written to it, and nothing is sent.",
        )
    )
    backup = translate(
        "dialogs",
        "The program can start anew with the backup of {moment} and keep the damaged file. What "
        "was done since then is missing: drafts, notes and entries of Activity. The mailboxes come "
        "back with the next refresh.",
    )
    none = translate(
        "dialogs",
        "There is no backup. The program can start anew with an empty archive and keep the damaged "
        "file. The mailboxes come back with the next refresh.",
    )
    box.setInformativeText(backup.format(moment=moment) if moment else none)
    anew = translate("dialogs", "&Start anew")
    yes = box.addButton(anew, QMessageBox.ButtonRole.AcceptRole)
    later = translate("dialogs", "&Later, only look")
    box.addButton(later, QMessageBox.ButtonRole.RejectRole)
    yes.clicked.connect(lambda _checked=False: confirmed())
    _open(box)


def _open(box: QMessageBox) -> None:
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.finished.connect(box.deleteLater)
    box.open()
