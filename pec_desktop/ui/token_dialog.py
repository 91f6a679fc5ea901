"""Making an access token: name, life, limits, and which permissions it gets."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from pec_desktop.domain.fields import Problem
from pec_desktop.domain.token import SCOPES, TOKEN
from pec_desktop.errors import Refusal
from pec_desktop.services import registration, tokens
from pec_desktop.services.tokens import AccessToken
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.card_dialog import CardDialog
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.editors import Editor
from pec_desktop.ui.forms import Form
from pec_desktop.ui.theme import set_role
from pec_desktop.work import Work


class TickEditor(Editor):
    """A box to tick, with the field's name beside it: yes or no, never undecided."""

    captioned = True

    def __init__(self) -> None:
        super().__init__()
        self.tick = QCheckBox()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tick)
        self.tick.clicked.connect(self.changed)
        self.adopt(self.tick)

    def value(self) -> object:
        """Whether it is ticked."""
        return self.tick.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it, or not."""
        self.tick.setChecked(bool(value))

    def name(self, label: str, description: str) -> None:
        """Put the field's name beside the box."""
        super().name(label, description)
        self.tick.setText(label.replace("&", "&&"))


class TokenDialog(CardDialog):
    """Asks for what a new token is to be, and makes it. GUI thread; non-blocking, use `open()`."""

    made = Signal(object)
    """The new `AccessToken`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        about = self.tr("Leave a limit empty for none. Permissions cannot be changed here later.")
        main = self.tr("&Make the token")
        super().__init__(desk.theme, self.tr("New access token"), parent, about=about, main=main)
        self._desk = desk
        self._busy = False
        context = registration.context(desk.office)
        values = {one.name: one.default for one in TOKEN if one.default is not None}
        plain = tuple(one for one in TOKEN if one not in SCOPES)
        ticks = {one.name: TickEditor() for one in SCOPES}
        self.form = Form(desk, plain, context, values)
        self.permissions = Form(desk, SCOPES, context, values, editors=ticks)
        heading = QLabel(self.tr("Permissions"))
        set_role(heading, "heading")
        for part in (self.form, heading, self.permissions):
            self.body.addWidget(part)
        self.body.addStretch()
        self.permissions.changed.connect(self._on_changed)
        self.form.focus_first()

    @Slot()
    def submit(self) -> None:
        """Make it, once, if nothing is wrong."""
        if self._busy or not self._check():
            return
        office, values = self._desk.office, dict(self.form.values)

        def make(work: Work) -> AccessToken:
            return tokens.create(office, values, work)

        self._busy = True
        self.bar.clear()
        self.set_busy(self.tr("Making the token…"))
        self._desk.runner.submit(Lane.NET, make, self, self._on_made, self._on_failed)

    def reject(self) -> None:
        """Cancel; not while it is being made."""
        if not self._busy:
            super().reject()

    def set_busy(self, doing: str) -> None:
        """Say what is being done: there is nothing to cancel then."""
        super().set_busy(doing)
        self.cancel_button.setEnabled(not doing)

    def _check(self) -> bool:
        """Show what is wrong at its field; tell whether nothing is."""
        found = tokens.problems(self._desk.office, self.form.values)
        self.form.check()
        self.permissions.show_problems([one for one in found if self.permissions.holds(one.field)])
        self.fit()
        return not (self.form.focus_problem() or self.permissions.focus_problem())

    @Slot()
    def _on_changed(self) -> None:
        """One permission is enough: the objection stands at the first, whichever was ticked."""
        self.permissions.show_problems([])

    def _on_made(self, made: AccessToken) -> None:
        self._busy = False
        self.set_busy("")
        self.accept()
        self.made.emit(made)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.set_busy("")
        told = error.details.get("problems") if isinstance(error, Refusal) else None
        if isinstance(told, list) and all(isinstance(one, Problem) for one in told):
            self._check()
        else:
            self.show_failure(error)
