"""The preferences: settings one chooses once and then forgets. One line of `PREFERENCES` each."""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.card_dialog import CardDialog
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

    def words(self, choice: object) -> str:
        """What a choice is called."""
        if choice not in self.choices:
            return text("preference.other")
        return text(f"preference.{self.name}.{str(choice).lower() or 'system'}")


PREFERENCES: tuple[Preference, ...] = (
    Preference("language", ("", "it", "en")),
    Preference("refresh_period", (60, 300, 900, 1800, 3600)),
    Preference("unpriced_refresh", (False, True)),
    Preference("notifications", (True, False)),
    Preference("send_uploads", (False, True)),
)


class Preferences(CardDialog):
    """Every choice is taken and kept at once. GUI thread; non-blocking, use `open()`."""

    height_at_first = 20

    chosen = Signal()
    """A setting is another one now: whoever depends on it follows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        title, about = self.tr("Preferences"), self.tr("What you choose is kept at once.")
        super().__init__(desk.theme, title, parent, about=about, main=self.tr("C&lose"))
        self._desk = desk
        self.cancel_button.hide()
        self.choices = {one.name: self._row(one) for one in PREFERENCES}
        self.body.addStretch()
        self.bar.retry.connect(self._save)

    @Slot()
    def submit(self) -> None:
        """Close."""
        self.accept()

    def _row(self, one: Preference) -> QComboBox:
        """Add the line of a setting: its name, what can be chosen, what there is to know.

        A value that is not offered may have come from elsewhere; it stays unless it is changed.
        """
        box, present = QComboBox(), getattr(self._desk.settings, one.name)
        for choice in dict.fromkeys((*one.choices, present)):
            box.addItem(one.words(choice), choice)
        box.setCurrentIndex(box.findData(present))
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
        self.body.addWidget(part)
        return box

    def _on_chosen(self, name: str, place: int) -> None:
        setattr(self._desk.settings, name, self.choices[name].itemData(place))
        self.chosen.emit()
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
