"""A form built from the domain's fields: labels, editors, helps, errors at the field.

One declaration in `pec_desktop.domain` makes the page: nothing here names a field of the vendor.
All forms of one wizard share one dictionary of values, since rules look across pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pec_desktop.domain import places
from pec_desktop.domain.fields import (
    Context,
    Field,
    FieldKind,
    Problem,
    Severity,
    Values,
    describe_key,
    validate,
)
from pec_desktop.ui.collapsible import Collapsible
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.editors import Choices, Editor, editor_for
from pec_desktop.ui.theme import Role, set_role
from pec_desktop.ui.two_columns import TwoColumns
from pec_desktop.ui.words import known, text

WIDE = frozenset(
    {FieldKind.EMAIL, FieldKind.MAILBOX, FieldKind.DOMAIN, FieldKind.FLAG, FieldKind.JSON}
)
"""Kinds that take both columns of a form."""

WIDE_FIELDS = frozenset(
    {
        *("denominazione_titolare", "indirizzo_titolare", "sottotipo_cliente_altro"),
        *("space_mode", "callback_url"),
    }
)
"""Texts that are long enough for both columns, and a choice that the fields after it depend on."""


class Note(Struct, frozen=True):
    """A remark at a field: words and the role of the label that bears them."""

    words: str
    role: str


class Form(QWidget):
    """The fields of one page. Shows and writes `values`. GUI thread."""

    changed = Signal(str)
    """The person changed the field of that name; `values` holds the new value."""

    left = Signal(str)
    """The person left the field of that name."""

    def __init__(
        self,
        desk: Desk,
        fields: tuple[Field, ...],
        context: Context,
        values: dict[str, object],
        *,
        editors: Mapping[str, Editor] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the rows. `editors` gives some fields an editor of the caller's own."""
        super().__init__(parent)
        self._desk = desk
        self._context = context
        self._touched: set[str] = set()
        self._edited: set[str] = set()
        self._told: dict[str, Problem] = {}
        self._notes: dict[str, Note] = {}
        self.values = values
        em = desk.theme.em
        self._grid, self._under = (
            TwoColumns(column_gap=em(1.5), row_gap=em(0.9), narrowest=em(15)) for _ in range(2)
        )
        self.advanced = Collapsible(desk.theme, self.tr("Advanced"), self._under)
        """What few people need; it opens by itself where something was filled in or is wrong."""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(em(1.2))
        box.addWidget(self._grid)
        box.addWidget(self.advanced)
        self.advanced.setVisible(any(field.advanced for field in fields))
        own = editors or {}
        self._rows = [self._row(field, own.get(field.name)) for field in fields]
        self._arrange()
        self.reload()

    # Values

    def reload(self) -> None:
        """Show what `values` holds now."""
        for row in self._rows:
            row.editor.set_choices(self._choices(row.field, row.editor))
            row.editor.set_value(self.values.get(row.field.name))
        self._refresh()
        if any(self._filled_in(row.field) for row in self._rows):
            self.advanced.open()

    def set_value(self, name: str, value: object) -> None:
        """Put `value` into a field as if it had been typed there, without `changed`."""
        row = self._find(name)
        self.values[name] = value
        row.editor.set_value(value)
        self._told.pop(name, None)
        self._refresh()

    def offer(self, name: str, value: object, words: str) -> None:
        """Fill a field that the person has left alone, and say in `words` where that came from."""
        field = self._find(name).field
        alone = self.values.get(name) in (None, "", field.default)
        if alone and name not in self._edited and value != self.values.get(name):
            self.set_value(name, value)
            self.note(name, words, "good")

    # Problems

    def check(self) -> list[Problem]:
        """Look at all fields, show what is wrong, and return it."""
        self._touched = {row.field.name for row in self._rows}
        self._refresh()
        return self._problems()

    def show_problems(self, problems: list[Problem]) -> None:
        """Show problems from elsewhere at fields of this form, until those are changed."""
        self._told = {one.field: one for one in problems if self.holds(one.field)}
        self._refresh()

    @property
    def told(self) -> list[Problem]:
        """The problems from elsewhere whose fields have not been changed since."""
        return list(self._told.values())

    def note(self, name: str, words: str, role: str = "hint") -> None:
        """Put a remark at a field in place of its help; empty `words` bring the help back."""
        self._notes.pop(name, None)
        if words:
            self._notes[name] = Note(words, role)
        self._refresh()

    def focus_on(self, name: str) -> None:
        """Put the cursor into a field."""
        row = self._find(name)
        if row.field.advanced:
            self.advanced.open()
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        first = next((row for row in self._rows if row.shown), None)
        if first is not None:
            self.focus_on(first.field.name)

    def focus_problem(self) -> bool:
        """Put the cursor into the first field with an error; tell whether there is one."""
        for problem in self._problems():
            if problem.severity is Severity.ERROR:
                self.focus_on(problem.field)
                return True
        return False

    def holds(self, name: str) -> bool:
        """Whether the field of that name is on this form."""
        return any(row.field.name == name for row in self._rows)

    def editor(self, name: str) -> Editor:
        """Return the editor of a field."""
        return self._find(name).editor

    # Inside

    def _arrange(self) -> None:
        for grid, advanced in ((self._grid, False), (self._under, True)):
            rows = [row for row in self._rows if row.field.advanced is advanced]
            grid.set_items([(row, row.wide) for row in rows if row.shown])

    def _filled_in(self, field: Field) -> bool:
        """Whether somebody has written something into an advanced field."""
        value = self.values.get(field.name)
        return field.advanced and value not in (None, "", field.default)

    def _row(self, field: Field, own: Editor | None) -> FormRow:
        if own is not None:
            own.set_choices(self._choices(field, own))
        editor = own or editor_for(self._desk, field, self._choices(field))
        row = FormRow(self._desk, field, editor, self._under if field.advanced else self._grid)
        editor.changed.connect(row.on_changed)
        editor.left.connect(row.on_left)
        row.changed.connect(self._on_changed)
        row.left.connect(self._on_left)
        return row

    def _find(self, name: str) -> FormRow:
        return next(row for row in self._rows if row.field.name == name)

    def _choices(self, field: Field, editor: Editor | None = None) -> Choices:
        captioned = editor is not None and editor.captioned
        return () if captioned else choices_of(field, self.values)

    def _problems(self) -> list[Problem]:
        """What is wrong in the order of the fields: the rules' findings and what was told."""
        fields = tuple(row.field for row in self._rows)
        found = validate(fields, self.values, self._context)
        silent = {problem.field for problem in found if problem.severity is Severity.ERROR}
        told = [one for name, one in self._told.items() if name not in silent and self.holds(name)]
        order = [field.name for field in fields]
        return sorted([*found, *told], key=lambda one: order.index(one.field))

    def _refresh(self) -> None:
        """Show and hide fields, offer their choices, say what is wrong where."""
        moved = False
        for row in self._rows:
            applies = row.field.applies(self.values)
            moved |= applies != row.shown
            row.show_if(applies)
            row.editor.set_choices(self._choices(row.field, row.editor))
            row.set_optional(not (row.field.required(self.values) or row.field.wanted(self.values)))
        problems = self._problems()
        for row in self._rows:
            row.show_message(self._message(row.field, problems))
        if moved:
            self._arrange()

    def _message(self, field: Field, problems: list[Problem]) -> Note:
        mine = [one for one in problems if one.field == field.name]
        mine.sort(key=lambda one: one.severity is not Severity.ERROR)
        if mine and (field.name in self._touched or mine[0] is self._told.get(field.name)):
            role = "error" if mine[0].severity is Severity.ERROR else "warning"
            return Note(text(mine[0].key, **mine[0].details), role)
        if field.name in self._notes:
            return self._notes[field.name]
        return Note(text(field.help_key) if known(field.help_key) else "", "hint")

    def _on_changed(self, name: str) -> None:
        self.values[name] = self._find(name).editor.value()
        self._edited.add(name)
        self._told.pop(name, None)
        self._notes.pop(name, None)
        self._refresh()
        self.changed.emit(name)

    def _on_left(self, name: str) -> None:
        row = self._find(name)
        if row.editor.value() not in (None, ""):
            self._touched.add(name)
            self._tidy(row)
            self._refresh()
        self.left.emit(name)

    def _tidy(self, row: FormRow) -> None:
        """Show the value as it will be checked and sent."""
        tidy = row.field.normalise(row.editor.value())
        self.values[row.field.name] = tidy
        row.editor.set_value(tidy)


class FormRow(QWidget):
    """One field: its label, its editor, and below it help, remark or error."""

    changed = Signal(str)
    left = Signal(str)

    def __init__(self, desk: Desk, field: Field, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._message = Note("", "hint")
        self.shown = True
        """Whether the field applies, shown by now or not."""
        self.field = field
        self.editor = editor
        self.wide = field.kind in WIDE or field.name in WIDE_FIELDS or editor.wide
        self._label = QLabel(text(field.label_key))
        self._label.setBuddy(editor.control)
        self._optional = QLabel(self.tr("optional"))
        set_role(self._optional, "hint")
        self._icon = QLabel()
        self._below = QLabel()
        self._below.setWordWrap(True)
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        top = QHBoxLayout()
        top.setSpacing(desk.theme.em(0.5))
        top.addWidget(self._label)
        top.addWidget(self._optional)
        top.addStretch()
        if editor.captioned:
            self._label.hide()
        bottom = QHBoxLayout()
        bottom.setSpacing(desk.theme.em(0.4))
        bottom.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(self._below, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.theme.em(0.3))
        box.addLayout(top)
        box.addWidget(editor)
        box.addLayout(bottom)
        desk.theme.changed.connect(self._dress)

    def show_if(self, applies: bool) -> None:
        """Show the row while its field applies."""
        self.shown = applies
        _set_visible(self, applies)

    def set_optional(self, optional: bool) -> None:
        """Mark a field that may stay empty; a box that is ticked or not needs no such word."""
        _set_visible(self._optional, optional and not self.editor.captioned)

    def show_message(self, message: Note) -> None:
        """Show help, remark, warning or error below the editor."""
        self._message = message
        self._below.setText(message.words)
        _set_visible(self._below, bool(message.words))
        set_role(self._below, message.role)
        self.editor.name(text(self.field.label_key), message.words)
        self.editor.mark(message.role)
        self._dress()

    @property
    def message(self) -> Note:
        """What stands below the editor now."""
        return self._message

    def on_changed(self) -> None:
        """Pass on, with the field's name, that its value changed."""
        self.changed.emit(self.field.name)

    def on_left(self) -> None:
        """Pass on, with the field's name, that the focus left it."""
        self.left.emit(self.field.name)

    def _dress(self) -> None:
        icon = _ICONS.get(self._message.role)
        _set_visible(self._icon, icon is not None and bool(self._message.words))
        if icon is not None:
            size = self._desk.theme.em(1.1)
            self._icon.setPixmap(self._desk.theme.icon(icon[0], icon[1]).pixmap(size, size))


def _set_visible(widget: QWidget, visible: bool) -> None:
    """Show or hide; what was never hidden is shown with its page, and dressed only then."""
    if not visible or widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        widget.setVisible(visible)


_ICONS = {
    "error": ("failed", Role.PROBLEM),
    "warning": ("warning", Role.ATTENTION),
    "good": ("check", Role.GOOD),
}


def choices_of(field: Field, values: Values) -> Choices:
    """Return what `field` offers: values and words. Empty for fields that are typed."""
    match field.kind:
        case FieldKind.FLAG:
            return [(flag, text(f"choice.{field.name}.{flag}".lower())) for flag in (False, True)]
        case FieldKind.COUNTRY:
            return _countries()
        case FieldKind.PROVINCE:
            return _provinces()
    codes = field.choices(values)
    return [(code, text(describe_key(field, code, values))) for code in codes]


def shown(field: Field, values: Values) -> str:
    """Return a field's value in words, as choices show it; texts as they are."""
    value = values.get(field.name)
    words = dict(choices_of(field, values))
    return words.get(value, "" if value is None else str(value))


@cache
def _countries() -> Choices:
    """Countries by name, Italy first: most people are from there."""
    named = sorted(places.COUNTRIES.values(), key=lambda one: (one.code != "IT", one.name))
    return [(one.code, f"{one.name} ({one.code})") for one in named]


@cache
def _provinces() -> Choices:
    """Provinces by name, those of today before those of the past."""
    named = sorted(places.PROVINCES.values(), key=lambda one: (not one.current, one.name))
    return [(one.code, f"{one.name} ({one.code})") for one in named]
