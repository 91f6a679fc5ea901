"""The widgets that edit one field's value, one class for each way of editing.

An editor knows nothing of rules: it shows a value, hands back what the person left, and tells when
that changed and when the person went elsewhere. `editor_for` chooses the class for a field.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QEvent,
    QObject,
    QPoint,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from pec_desktop.domain import normal
from pec_desktop.domain.checks import parse_date
from pec_desktop.domain.fields import Field, FieldKind, Numbers
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.still_box import StillBox
from pec_desktop.ui.theme import Role, set_problem

Choices = Sequence[tuple[object, str]]
"""What can be chosen: (value, words) in the order shown."""

SEARCHED = 12
"""From so many choices on, typing searches among them."""


class Editor(QWidget):
    """Base of all editors. `control` is what takes the focus and bears the name. GUI thread."""

    changed = Signal()
    """The person changed the value; not emitted by `set_value`."""

    left = Signal()
    """The focus went elsewhere."""

    control: QWidget
    wide = False
    """Whether it wants the whole width of a form."""

    captioned = False
    """Whether it shows the field's name itself."""

    def value(self) -> object:
        """What the person left: a text, or for a flag a `bool` or None."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show `value` without telling anybody."""
        raise NotImplementedError

    def set_choices(self, choices: Choices) -> None:
        """Offer `choices`; editors without choices ignore them."""

    def name(self, label: str, description: str) -> None:
        """Tell assistive technology what is edited here and what there is to know about it."""
        self.control.setAccessibleName(label)
        self.control.setAccessibleDescription(description)

    def mark(self, role: str) -> None:
        """Show by the control's frame whether there is an error."""
        set_problem(self.control, role == "error")

    def adopt(self, control: QWidget) -> None:
        """Make `control` the one that takes the focus, and watch it being left."""
        self.control = control
        self.setFocusProxy(control)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the control was left, though not for a menu or another window."""
        if event.type() == QEvent.Type.FocusOut:
            reason = getattr(event, "reason", None)
            elsewhere = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if reason is None or reason() not in elsewhere:
                self.left.emit()
        return super().eventFilter(watched, event)


class TextEditor(Editor):
    """One line of text."""

    def __init__(self, hints: Qt.InputMethodHint = Qt.InputMethodHint.ImhNone) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setInputMethodHints(hints)
        self.line.textEdited.connect(self.changed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)
        self.row.addWidget(self.line, 1)
        self.adopt(self.line)

    def value(self) -> object:
        """The text as typed."""
        return self.line.text()

    def set_value(self, value: object) -> None:
        """Show a text; the cursor stays where it is if nothing changes."""
        words = "" if value is None else str(value)
        if words != self.line.text():
            self.line.setText(words)


class NumberEditor(TextEditor):
    """A whole number: typed, or stepped with the arrow keys and two buttons. May be empty."""

    def __init__(self, desk: Desk, numbers: Numbers) -> None:
        super().__init__(Qt.InputMethodHint.ImhDigitsOnly)
        self._desk = desk
        self._numbers = numbers
        self._less, self._more = QToolButton(), QToolButton()
        for button, words, direction in (
            (self._less, self.tr("Less (arrow down)"), -1),
            (self._more, self.tr("More (arrow up)"), 1),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the arrows
            button.setAutoRepeat(True)
            button.clicked.connect(partial(self.step, direction))
            self.row.addWidget(button)
        desk.theme.changed.connect(self._dress)
        self._dress()

    def set_numbers(self, numbers: Numbers) -> None:
        """Step among other numbers."""
        self._numbers = numbers

    def step(self, direction: int) -> None:
        """Go to the next number up (1) or down (-1) that is allowed."""
        rule, now = self._numbers, normal.number(self.line.text())
        if isinstance(now, int):
            now = now // rule.step + (direction if direction > 0 or now % rule.step == 0 else 0)
            now *= rule.step
        else:
            now = rule.least
        self.set_value(min(max(now, rule.least), rule.most))
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys step."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            direction = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if direction is not None and not event.modifiers():
                self.step(direction)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _dress(self) -> None:
        size = self._desk.theme.em(1.1)
        for button, icon in ((self._less, "minus"), (self._more, "plus")):
            button.setIconSize(QSize(size, size))
            button.setIcon(self._desk.theme.icon(icon, Role.MUTED))


class DateEditor(TextEditor):
    """A day: typed in any usual way, or picked from a calendar. Its value is dd/mm/yyyy."""

    def __init__(self, desk: Desk, *, to_come: bool) -> None:
        super().__init__(Qt.InputMethodHint.ImhDate)
        self._desk = desk
        self._to_come = to_come
        self.calendar: QCalendarWidget | None = None
        self.line.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self._pick = QToolButton()
        self._pick.setToolTip(self.tr("Choose from a calendar (Alt+Down)"))
        self._pick.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has Alt+Down
        self._pick.clicked.connect(self._open)
        self.row.addWidget(self._pick)
        keys = QShortcut(QKeySequence("Alt+Down"), self.line)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._open)
        self.line.editingFinished.connect(self._tidy)
        desk.theme.changed.connect(self._dress)
        self._dress()

    def value(self) -> object:
        """The day as dd/mm/yyyy if it can be told, else the text as typed."""
        today = date.fromtimestamp(self._desk.office.now())  # noqa: DTZ012 - this computer's day
        return normal.read_date(self.line.text(), today, to_come=self._to_come)

    @Slot()
    def _dress(self) -> None:
        size = self._desk.theme.em(1.25)
        self._pick.setIconSize(QSize(size, size))
        self._pick.setIcon(self._desk.theme.icon("calendar", Role.MUTED))

    @Slot()
    def _tidy(self) -> None:
        self.set_value(self.value())

    @Slot()
    def _open(self) -> None:
        calendar = QCalendarWidget()
        calendar.setLocale(self._desk.locale)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        known = parse_date(self.value())
        if known is not None:
            calendar.setSelectedDate(QDate(known.year, known.month, known.day))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(menu.close)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.setFocus()
        self.calendar = calendar

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        self.set_value(day.toString("dd/MM/yyyy"))
        self.changed.emit()
        self.left.emit()


class ChoiceEditor(Editor):
    """A list to choose from; a long one is searched by typing any part of a name."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.box = StillBox()
        self._placeholder = placeholder
        self._choices: Choices = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        self.box.setPlaceholderText(placeholder)
        # The longest country must not decide how wide a form is.
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(8)
        self.box.activated.connect(self.changed)
        self.adopt(self.box)

    def set_choices(self, choices: Choices) -> None:
        """Offer other choices; the value stays if it is among them."""
        if list(choices) == list(self._choices):
            return
        value = self.value()
        self._choices = choices
        with QSignalBlocker(self.box):
            self.box.clear()
            for code, words in choices:
                self.box.addItem(words, code)
            if len(choices) >= SEARCHED:
                self._make_searched()
        self.set_value(value)

    def value(self) -> object:
        """The chosen code; a text that is none of the choices stays as typed."""
        if not self.box.isEditable():
            return self.box.currentData() or ""
        typed = normal.text(self.box.currentText()).casefold()
        for code, words in self._choices:
            if typed in (words.casefold(), str(code).casefold()):
                return code
        return self.box.currentText()

    def set_value(self, value: object) -> None:
        """Choose the code `value`."""
        with QSignalBlocker(self.box):
            index = self.box.findData(normal.capitals(value)) if value else -1
            self.box.setCurrentIndex(index)
            if index < 0 and self.box.isEditable():
                self.box.setEditText("" if value is None else str(value))

    def name(self, label: str, description: str) -> None:
        """Name the box and the line in which is typed."""
        super().name(label, description)
        line = self.box.lineEdit()
        if line is not None:
            line.setAccessibleName(label)
            line.setAccessibleDescription(description)

    def _make_searched(self) -> None:
        if self.box.isEditable():
            return
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.box.lineEdit()
        completer = self.box.completer()
        if line is None or completer is None:
            return
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.activated.connect(self.changed)
        line.setPlaceholderText(self._placeholder)
        line.textEdited.connect(self.changed)
        line.editingFinished.connect(self._tidy)

    @Slot()
    def _tidy(self) -> None:
        """Show the name of what was typed as a code or in other letters."""
        self.set_value(self.value())


class RadioEditor(Editor):
    """A few choices side by side or below each other, none of them chosen beforehand."""

    def __init__(self, desk: Desk, choices: Choices, *, stacked: bool = False) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._choices = list(choices)
        box = QVBoxLayout(self) if stacked else QHBoxLayout(self)
        box.setContentsMargins(0, desk.theme.em(0.4), 0, desk.theme.em(0.4))
        box.setSpacing(desk.theme.em(0.8 if stacked else 2))
        self.buttons: list[QRadioButton] = []
        for number, (_, words) in enumerate(self._choices):
            button = QRadioButton(words)
            button.setAccessibleName(words)
            button.installEventFilter(self)
            self._group.addButton(button, number)
            self.buttons.append(button)
            box.addWidget(button)
        if not stacked:
            box.addStretch()
        self.adopt(self.buttons[0])
        self._group.idClicked.connect(self._on_clicked)

    def value(self) -> object:
        """The chosen value, None before the choice."""
        number = self._group.checkedId()
        return None if number < 0 else self._choices[number][0]

    def set_value(self, value: object) -> None:
        """Choose `value`, or nothing."""
        self._group.setExclusive(False)
        for button, (code, _) in zip(self.buttons, self._choices, strict=True):
            button.setChecked(value is not None and value == code)
        self._group.setExclusive(True)

    def name(self, label: str, description: str) -> None:
        """Name every button: the field and the choice."""
        for button, (_, words) in zip(self.buttons, self._choices, strict=True):
            button.setAccessibleName(f"{label}: {words}")
            button.setAccessibleDescription(description)

    @Slot(int)
    def _on_clicked(self, _number: int) -> None:
        self.changed.emit()
        self.left.emit()


_HINTS = {
    FieldKind.EMAIL: Qt.InputMethodHint.ImhEmailCharactersOnly,
    FieldKind.PHONE: Qt.InputMethodHint.ImhDialableCharactersOnly,
    FieldKind.MAILBOX: Qt.InputMethodHint.ImhPreferLowercase,
    FieldKind.DOMAIN: Qt.InputMethodHint.ImhPreferLowercase,
    FieldKind.FISCAL_CODE: Qt.InputMethodHint.ImhPreferUppercase,
    FieldKind.TAX_CODE: Qt.InputMethodHint.ImhPreferUppercase,
}

_TO_COME = frozenset({"data_scadenza_documento"})
"""Dates whose short years lie ahead."""

RADIOS = 2
"""Up to so many fixed choices stand beside each other instead of in a list."""


def editor_for(desk: Desk, field: Field, choices: Choices) -> Editor:
    """Make the editor that suits `field`. `choices` are what it offers at first."""
    match field.kind:
        case FieldKind.FLAG:
            return RadioEditor(desk, choices, stacked=True)
        case FieldKind.CHOICE if 0 < len(choices) <= RADIOS:
            return RadioEditor(desk, choices)
        case FieldKind.CHOICE | FieldKind.COUNTRY | FieldKind.PROVINCE:
            editor = ChoiceEditor(QCoreApplication.translate("ChoiceEditor", "Choose…"))
            editor.set_choices(choices)
            return editor
        case FieldKind.NUMBER if field.numbers is not None:
            return NumberEditor(desk, field.numbers)
        case FieldKind.DATE:
            return DateEditor(desk, to_come=field.name in _TO_COME)
    return TextEditor(_HINTS.get(field.kind, Qt.InputMethodHint.ImhNone))
