"""The preferences: settings that have no place in the menus. One line of `PREFERENCES` each."""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.ask_dialog import AskDialog
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.entry import Entry
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import known, text
from pec_desktop.work import Work


class Preference(Struct, frozen=True):
    """A setting and what can be chosen for it.

    `name` is an attribute of `Settings`. Words are ``preference.<name>``, for each choice
    ``preference.<name>.<choice>``, and ``preference.<name>.help`` for what there is to know.
    """

    name: str
    choices: tuple[object, ...]


PREFERENCES: tuple[Preference, ...] = (
    Preference("language", ("", "it", "en")),
    Preference("send_uploads", (False, True)),
)


class Preferences(AskDialog):
    """Every choice is taken and kept at once. GUI thread; non-blocking, use `open()`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title, about = self.tr("Preferences"), self.tr("What you choose is kept at once.")
        super().__init__(desk.theme, title, about, self.tr("C&lose"), parent)
        self._desk = desk
        self.cancel_button.hide()
        self.choices = {one.name: self._row(one) for one in PREFERENCES}
        self.box.addStretch()
        self.bar.retry.connect(self._save)

    @Slot()
    def submit(self) -> None:
        """Close."""
        self.accept()

    def _row(self, one: Preference) -> QComboBox:
        """Add the line of a setting: its name, what can be chosen, what there is to know."""
        box = QComboBox()
        for choice in one.choices:
            words = str(choice) or "system"
            box.addItem(text(f"preference.{one.name}.{words}"), choice)
        box.setCurrentIndex(box.findData(getattr(self._desk.settings, one.name)))
        box.activated.connect(partial(self._on_chosen, one.name))
        part = QWidget()
        inside = QVBoxLayout(part)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self._desk.theme.em(0.3))
        inside.addWidget(Entry(self._desk.theme, text(f"preference.{one.name}"), box))
        key = f"preference.{one.name}.help"
        if known(key):
            about = QLabel(text(key))
            about.setWordWrap(True)
            set_role(about, "hint")
            inside.addWidget(about)
            box.setAccessibleDescription(about.text())
        self.box.addWidget(part)
        return box

    def _on_chosen(self, name: str, place: int) -> None:
        setattr(self._desk.settings, name, self.choices[name].itemData(place))
        self._save()

    @Slot()
    def _save(self) -> None:
        settings = self._desk.settings

        def save(_work: Work) -> None:
            settings.save()

        self.bar.clear()
        self._desk.runner.submit(Lane.STORE, save, self, None, self._on_not_saved)

    def _on_not_saved(self, error: Exception) -> None:
        self.bar.show_error(error, can_retry=True)
        self.fit()
