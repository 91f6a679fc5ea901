"""A page of a wizard that is nothing but a form."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot

from pec_desktop.domain.fields import Context, Field, Problem
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

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms of the page; a subclass may have more than one."""
        return (self.form,)

    def enter(self) -> None:
        """Show what the draft holds."""
        for form in self.forms:
            form.reload()

    def leave(self) -> bool:
        """Let go on unless a field has an error; then the cursor goes there."""
        for form in self.forms:
            form.check()
        return not self.focus_problem()

    def focus(self) -> None:
        """Start with the first field."""
        self.form.focus_first()

    def show_problems(self, problems: list[Problem]) -> None:
        """Show problems from elsewhere at their fields, until those are changed."""
        for form in self.forms:
            form.show_problems(problems)

    def focus_problem(self) -> bool:
        """Put the cursor into the first field with an error; tell whether there is one."""
        return any(form.focus_problem() for form in self.forms)

    def focus_on(self, field: str) -> None:
        """Put the cursor into a field."""
        next(form for form in self.forms if form.holds(field)).focus_on(field)

    @Slot(str)
    def on_changed(self, _name: str) -> None:
        """Tell the wizard that the draft has changed."""
        self.changed.emit()
