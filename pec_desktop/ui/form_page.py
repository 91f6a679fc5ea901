"""A page of a wizard that is nothing but a form."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot

from pec_desktop.domain.fields import Context, Field
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.editors import Editor
from pec_desktop.ui.forms import Form
from pec_desktop.ui.wizard import Page


class FormPage(Page):
    """Shows `fields` and writes what is typed into `values`, which all pages share."""

    def __init__(
        self,
        desk: Desk,
        fields: tuple[Field, ...],
        context: Context,
        values: dict[str, object],
        editors: Mapping[str, Editor] | None = None,
    ) -> None:
        super().__init__(desk)
        self.context = context
        self.form = Form(desk, fields, context, values, editors=editors, parent=self)
        self.form.changed.connect(self.on_changed)
        self.box.addWidget(self.form)

    def enter(self) -> None:
        """Show what the draft holds."""
        self.form.reload()

    def leave(self) -> bool:
        """Let go on unless a field has an error; then the cursor goes there."""
        self.form.check()
        return not self.form.focus_problem()

    def focus(self) -> None:
        """Start with the first field."""
        self.form.focus_first()

    @Slot(str)
    def on_changed(self, _name: str) -> None:
        """Tell the wizard that the draft has changed."""
        self.changed.emit()
