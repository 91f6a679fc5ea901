"""Forms from the domain's fields: editing, appearing fields, errors at the field, keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from office_support import STUDIO
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.domain import normal
from pec_desktop.domain.fields import Context, Field, FieldKind, Numbers, Problem, Severity
from pec_desktop.domain.registration import APPLICANT, CUSTOMER, HOLDER, OPTIONS, REGISTRATION
from pec_desktop.services import registration
from pec_desktop.ui.editors import (
    ChoiceEditor,
    DateEditor,
    NumberEditor,
    RadioEditor,
    TextEditor,
)
from pec_desktop.ui.forms import Form, FormRow, shown

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1/2/1980", "01/02/1980"),
        ("1.2.80", "01/02/1980"),
        ("1-2-80", "01/02/1980"),
        ("1 2 1980", "01/02/1980"),
        ("01021980", "01/02/1980"),
        ("010280", "01/02/1980"),
        ("1980-02-01", "01/02/1980"),
        ("1/2/26", "01/02/2026"),
        ("24/11/26", "24/11/1926"),
        ("1/2/40", "01/02/1940"),
        ("31/2/1980", "31/02/1980"),
        ("yesterday", "yesterday"),
        ("1/2", "1/2"),
        ("", ""),
    ],
)
def test_a_day_is_read_however_it_is_typed(typed: str, read: str) -> None:
    assert normal.read_date(typed, TODAY) == read


@pytest.mark.parametrize(("typed", "read"), [("1/2/31", "01/02/2031"), ("1/2/99", "01/02/2099")])
def test_a_short_year_of_an_expiry_lies_ahead(typed: str, read: str) -> None:
    assert normal.read_date(typed, TODAY, to_come=True) == read


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path) as opened:
        yield opened


class Window(QWidget):
    """A window around a form, so that focus moves as it does for a person."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form
        box = QVBoxLayout(self)
        box.addWidget(form)


def opened(
    at: Place,
    fields: tuple[Field, ...],
    values: dict[str, object] | None = None,
    context: Context | None = None,
) -> Form:
    context = context or registration.context(at.desk.office)
    form = Form(at.desk, fields, context, values if values is not None else {})
    window = Window(form)
    window.resize(900, 900)
    at.show(window)
    return form


def row(form: Form, name: str) -> FormRow:
    return next(one for one in form.findChildren(FormRow) if one.field.name == name)


def type_into(form: Form, name: str, words: str) -> None:
    """Type as a person does: focus, keys, and on to the next field."""
    form.focus_on(name)
    control = form.editor(name).control
    QTest.keyClicks(control, words)
    QTest.keyClick(control, Qt.Key.Key_Tab)


def errors(problems: list[Problem]) -> dict[str, str]:
    return {one.field: one.key for one in problems if one.severity is Severity.ERROR}


def test_every_field_has_a_label_a_buddy_and_a_name(at: Place) -> None:
    form = opened(at, REGISTRATION, dict(STUDIO, tipo_cliente="PS", sottotipo_cliente="X"))
    for one in form.findChildren(FormRow):
        label = one.findChildren(QLabel)[0]
        assert label.text() == label.text().strip() != ""
        assert label.buddy() is one.editor.control
        controls = (
            one.editor.buttons if isinstance(one.editor, RadioEditor) else [one.editor.control]
        )
        for control in controls:
            assert control.accessibleName().startswith(label.text())


def test_the_kind_decides_the_editor(at: Place) -> None:
    form = opened(at, REGISTRATION, dict(STUDIO))
    kinds = {
        "nome_richiedente": TextEditor,
        "data_nascita_richiedente": DateEditor,
        "tipo_cliente": ChoiceEditor,
        "nazione_titolare": ChoiceEditor,
        "sesso_richiedente": RadioEditor,
        "autorinnovo": RadioEditor,
    }
    assert {name: type(form.editor(name)) for name in kinds} == kinds


def test_fields_appear_and_vanish_with_what_they_depend_on(at: Place) -> None:
    form = opened(at, CUSTOMER, {})
    subtype, other = row(form, "sottotipo_cliente"), row(form, "sottotipo_cliente_altro")
    assert not subtype.isVisible()
    kind = form.editor("tipo_cliente")
    assert isinstance(kind, ChoiceEditor)
    kind.box.setFocus()
    QTest.keyClicks(kind.box, "Prof")
    QTest.keyClick(kind.box, Qt.Key.Key_Return)
    kind.box.activated.emit(kind.box.currentIndex())
    assert form.values["tipo_cliente"] == "PS"
    assert subtype.isVisible()
    editor = form.editor("sottotipo_cliente")
    assert isinstance(editor, ChoiceEditor)
    offered = [editor.box.itemText(number) for number in range(editor.box.count())]
    assert "Notary" in offered
    assert "Food" not in offered
    assert not other.isVisible()
    form.set_value("sottotipo_cliente", "X")
    assert other.isVisible()
    form.set_value("tipo_cliente", "PV")
    assert not subtype.isVisible()
    assert not other.isVisible()


def test_a_subtype_of_another_customer_is_not_kept_in_secret(at: Place) -> None:
    form = opened(at, CUSTOMER, {"tipo_cliente": "IM", "sottotipo_cliente": "AL"})
    form.set_value("tipo_cliente", "PS")
    assert errors(form.check()) == {"sottotipo_cliente": "field.not_a_choice"}


def test_a_country_is_found_by_any_part_of_its_name(at: Place) -> None:
    form = opened(at, HOLDER, {"tipo_cliente": "PV"})
    editor = form.editor("nazione_titolare")
    assert isinstance(editor, ChoiceEditor)
    line = editor.box.lineEdit()
    completer = editor.box.completer()
    assert line is not None
    assert completer is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "zzera")
    completions = completer.completionModel()
    found = [completions.index(n, 0).data() for n in range(completions.rowCount())]
    assert found == ["Svizzera (CH)"]
    line.selectAll()
    QTest.keyClicks(line, "ch")
    popup = completer.popup()
    assert popup is not None
    popup.hide()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert form.values["nazione_titolare"] == "CH"
    assert line.text() == "Svizzera (CH)"


def test_an_unknown_place_stays_as_typed_and_is_told(at: Place) -> None:
    form = opened(at, HOLDER, {"tipo_cliente": "PV"})
    editor = form.editor("nazione_titolare")
    assert isinstance(editor, ChoiceEditor)
    line = editor.box.lineEdit()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "Atlantis")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert form.values["nazione_titolare"] == "ATLANTIS"
    assert row(form, "nazione_titolare").message.role == "error"


def test_an_error_stands_at_its_field_once_it_was_left_and_goes_when_corrected(at: Place) -> None:
    form = opened(at, APPLICANT)
    form.focus_on("email")
    QTest.keyClicks(form.editor("email").control, "studio")
    assert row(form, "email").message.role == "hint"
    QTest.keyClick(form.editor("email").control, Qt.Key.Key_Tab)
    assert row(form, "email").message.words == "This is not an e-mail address."
    assert row(form, "email").message.role == "error"
    assert form.editor("email").control.property("problem") is True
    assert "not an e-mail" in form.editor("email").control.accessibleDescription()
    form.focus_on("email")
    QTest.keyClicks(form.editor("email").control, "@example.com")
    assert row(form, "email").message.role == "hint"
    assert form.editor("email").control.property("problem") is False


def test_an_empty_field_that_was_only_passed_is_not_scolded(at: Place) -> None:
    form = opened(at, APPLICANT)
    form.focus_on("nome_richiedente")
    QTest.keyClick(form.editor("nome_richiedente").control, Qt.Key.Key_Tab)
    assert row(form, "nome_richiedente").message.role == "hint"


def test_next_shows_all_errors_and_goes_to_the_first(at: Place) -> None:
    form = opened(at, APPLICANT)
    found = errors(form.check())
    assert found["codice_fiscale_richiedente"] == "field.required"
    assert len(found) > 5
    assert form.focus_problem()
    assert form.editor("codice_fiscale_richiedente").control.hasFocus()


def test_a_warning_does_not_hold_anybody_up(at: Place) -> None:
    values = dict(STUDIO, nome_richiedente="Luigi")
    form = opened(at, APPLICANT, values)
    assert errors(form.check()) == {}
    assert row(form, "codice_fiscale_richiedente").message.role == "warning"
    assert not form.focus_problem()


def test_what_was_typed_is_shown_as_it_will_be_sent(at: Place) -> None:
    form = opened(at, APPLICANT)
    type_into(form, "codice_fiscale_richiedente", "rss mra 80a01 l117d")
    type_into(form, "data_nascita_richiedente", "1.1.80")
    type_into(form, "telefono", "0744 / 12 34 56")
    assert form.values["codice_fiscale_richiedente"] == "RSSMRA80A01L117D"
    assert form.values["data_nascita_richiedente"] == "01/01/1980"
    assert form.values["telefono"] == "0744123456"
    line = form.editor("data_nascita_richiedente")
    assert isinstance(line, DateEditor)
    assert line.line.text() == "01/01/1980"


def test_a_problem_from_the_service_stays_until_its_field_is_changed(at: Place) -> None:
    form = opened(at, APPLICANT, dict(STUDIO))
    told = Problem("telefono", "vendor.refused", {"message": "telefono required"})
    form.show_problems([told, Problem("casella_pec", "mailbox.taken")])
    assert form.told == [told]
    assert "telefono required" in row(form, "telefono").message.words
    assert form.focus_problem()
    assert form.editor("telefono").control.hasFocus()
    QTest.keyClicks(form.editor("telefono").control, "7")
    assert form.told == []
    assert row(form, "telefono").message.role == "hint"


def test_a_flag_must_be_decided_one_way_or_the_other(at: Place) -> None:
    form = opened(at, OPTIONS)
    assert errors(form.check()) == {"autorinnovo": "field.undecided"}
    editor = form.editor("autorinnovo")
    assert isinstance(editor, RadioEditor)
    editor.buttons[0].click()
    assert form.values["autorinnovo"] is False
    assert form.check() == []


def test_offers_fill_only_what_the_person_has_left_alone(at: Place) -> None:
    form = opened(at, APPLICANT, {"nazione_nascita_richiedente": "IT"})
    type_into(form, "data_nascita_richiedente", "2/2/1982")
    form.offer("data_nascita_richiedente", "01/01/1980", "From the fiscal code.")
    form.offer("sesso_richiedente", "M", "From the fiscal code.")
    form.offer("nazione_nascita_richiedente", "CH", "From the fiscal code.")
    assert form.values["data_nascita_richiedente"] == "02/02/1982"
    assert form.values["sesso_richiedente"] == "M"
    assert form.values["nazione_nascita_richiedente"] == "CH", "the default is nobody's choice"
    assert row(form, "sesso_richiedente").message.words == "From the fiscal code."


def test_tab_goes_through_the_fields_in_their_order(at: Place) -> None:
    form = opened(at, APPLICANT, dict(STUDIO))
    form.focus_first()
    order = []
    for _ in range(len(APPLICANT)):
        holder = form.window().focusWidget()
        assert holder is not None
        order += [one.field.name for one in form.findChildren(FormRow) if one.isAncestorOf(holder)]
        QTest.keyClick(holder, Qt.Key.Key_Tab)
    assert order == [field.name for field in APPLICANT]


def test_two_columns_become_one_where_there_is_no_room(at: Place) -> None:
    form = opened(at, APPLICANT, dict(STUDIO))
    first, second = row(form, "nome_richiedente"), row(form, "cognome_richiedente")
    window = form.window()
    window.resize(1000, 900)
    at.qtbot.waitUntil(lambda: first.x() != second.x() or first.y() == second.y())
    window.resize(at.desk.theme.em(20), 900)
    at.qtbot.waitUntil(lambda: first.x() == second.x() and first.width() == second.width())
    assert window.width() <= at.desk.theme.em(21)


def test_the_calendar_opens_from_the_keyboard_and_hands_over_a_day(at: Place) -> None:
    form = opened(at, APPLICANT, dict(STUDIO))
    editor = form.editor("data_nascita_richiedente")
    assert isinstance(editor, DateEditor)
    editor.line.setFocus()
    QTest.keyClick(editor.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = editor.calendar
    assert calendar is not None
    at.qtbot.waitUntil(calendar.isVisible)
    assert calendar.selectedDate().toString("dd/MM/yyyy") == "01/01/1980"
    days = calendar.findChild(QTableView)
    assert days is not None
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert form.values["data_nascita_richiedente"] == "02/01/1980"


def test_a_number_steps_by_keys_and_buttons_within_its_limits(at: Place) -> None:
    size = Field("spazio_disco", FieldKind.NUMBER, numbers=Numbers(1024, 4096, 1024))
    form = opened(at, (size,), {"spazio_disco": ""})
    editor = form.editor("spazio_disco")
    assert isinstance(editor, NumberEditor)
    for key, shows in (
        (Qt.Key.Key_Up, "1024"),
        (Qt.Key.Key_Up, "2048"),
        (Qt.Key.Key_Down, "1024"),
        (Qt.Key.Key_Down, "1024"),
    ):
        QTest.keyClick(editor.line, key)
        assert editor.line.text() == shows
    more = next(one for one in editor.findChildren(QToolButton) if "up" in one.toolTip())
    for _ in range(5):
        more.click()
    assert form.values["spazio_disco"] == "4096"
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "1500")
    form.check()
    assert row(form, "spazio_disco").message.words == "A multiple of 1024."
    QTest.keyClick(editor.line, Qt.Key.Key_Down)
    assert editor.line.text() == "1024"
    assert row(form, "spazio_disco").message.role != "error"


def test_a_wheel_over_a_list_scrolls_the_page_and_changes_nothing(at: Place) -> None:
    form = opened(at, CUSTOMER, {"tipo_cliente": "IM"})
    editor = form.editor("tipo_cliente")
    assert isinstance(editor, ChoiceEditor)
    editor.box.setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        editor.box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.box, event)
    assert editor.value() == "IM"


def test_values_are_said_in_words(at: Place) -> None:
    fields = {field.name: field for field in REGISTRATION}
    said = {name: shown(fields[name], STUDIO) for name in STUDIO}
    assert said["tipo_cliente"] == "Business"
    assert said["sottotipo_cliente"] == "Services to businesses"
    assert said["nazione_titolare"] == "Italia (IT)"
    assert said["provincia_titolare"] == "Terni (TR)"
    assert said["autorinnovo"] == "Let it expire unless the office renews it"
    assert said["cap_titolare"] == "05100"
    unknown = dict(STUDIO, provincia_titolare="QQ")
    assert shown(fields["provincia_titolare"], unknown) == "QQ"


def test_every_kind_of_field_has_an_editor(at: Place) -> None:
    fields = tuple(Field(kind.value, kind) for kind in FieldKind)
    form = opened(at, fields)
    assert {type(form.editor(field.name)).__name__ for field in fields} <= {
        *("TextEditor", "DateEditor", "ChoiceEditor", "RadioEditor"),
    }
