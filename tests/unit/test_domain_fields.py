"""Forms as data: what is validated, what is sent, which keys the words have."""

from __future__ import annotations

import pytest
from domain_support import CUSTOM, PRODUCTION, SANDBOX
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain import normal
from pec_desktop.domain.communication import COMMUNICATION
from pec_desktop.domain.fields import (
    Context,
    Field,
    FieldKind,
    Problem,
    Severity,
    Values,
    always,
    describe_key,
    is_field,
    one_of,
    payload,
    validate,
)
from pec_desktop.domain.findings import Finding, error, warning
from pec_desktop.domain.registration import REGISTRATION, SUBTYPES

FORMS = (REGISTRATION, COMMUNICATION)

anything = st.one_of(st.text(), st.none(), st.booleans(), st.integers(), st.floats())


def entered(form: tuple[Field, ...]) -> st.SearchStrategy[dict[str, object]]:
    """Forms filled in by chance: any text, or one of the choices, in every field or in none."""

    def of(one: Field) -> st.SearchStrategy[object]:
        codes = [*one.choices({}), *SUBTYPES, "PV", "X", "IT", "DE", "x", "it"]
        return st.one_of(anything, st.sampled_from(codes))

    return st.fixed_dictionaries({}, optional={one.name: of(one) for one in form})


registrations = entered(REGISTRATION)


@given(registrations, st.sampled_from([PRODUCTION, SANDBOX, CUSTOM]))
def test_validate_never_raises_and_keeps_the_order(
    values: dict[str, object], context: Context
) -> None:
    problems = validate(REGISTRATION, values, context)
    names = [one.name for one in REGISTRATION]
    places = [names.index(problem.field) for problem in problems]
    assert places == sorted(places)
    errors = [problem.field for problem in problems if problem.severity is Severity.ERROR]
    assert len(errors) == len(set(errors))
    assert validate(REGISTRATION, values, context) == problems


@given(entered(COMMUNICATION))
def test_the_other_form_does_not_raise_either(values: dict[str, object]) -> None:
    assert all(one.field for one in validate(COMMUNICATION, values, PRODUCTION))


@given(registrations)
def test_only_what_applies_and_is_filled_in_is_sent(values: dict[str, object]) -> None:
    sent = payload(REGISTRATION, values)
    applies = {one.name for one in REGISTRATION if one.applies(values)}
    assert set(sent) <= applies
    assert all(isinstance(value, bool) or str(value).strip() for value in sent.values())


@given(registrations)
def test_what_is_sent_is_in_normal_form(values: dict[str, object]) -> None:
    sent = payload(REGISTRATION, values)
    assert payload(REGISTRATION, sent) == sent


@given(registrations, st.sampled_from([PRODUCTION, SANDBOX]))
def test_the_payload_has_the_same_problems_as_the_form(
    values: dict[str, object], context: Context
) -> None:
    sent = payload(REGISTRATION, values)
    assert validate(REGISTRATION, sent, context) == validate(REGISTRATION, values, context)


@given(registrations)
def test_a_page_has_the_problems_that_the_whole_form_has_there(values: dict[str, object]) -> None:
    whole = validate(REGISTRATION, values, PRODUCTION)
    for one in REGISTRATION:
        assert validate((one,), values, PRODUCTION) == [p for p in whole if p.field == one.name]


def test_the_first_error_ends_a_field_and_warnings_add_up() -> None:
    def odd(_value: str, _values: Values, _context: Context) -> Finding:
        return warning("test.odd", why="because")

    def wrong(_value: str, _values: Values, _context: Context) -> Finding:
        return error("test.wrong")

    form = (
        Field("a", checks=(odd, odd, wrong, odd)),
        Field("b", checks=(odd,), max_length=3),
        Field("c", required=always, checks=(wrong,)),
    )
    doubt = Problem("a", "test.odd", {"why": "because"}, Severity.WARNING)
    assert validate(form, {"a": "x", "b": "long", "c": "\u200b "}, PRODUCTION) == [
        doubt,
        doubt,
        Problem("a", "test.wrong"),
        Problem("b", "field.too_long", {"limit": 3}),
        Problem("c", "field.required"),
    ]


def test_a_choice_must_be_on_offer_and_may_depend_on_another_field() -> None:
    def offered(values: Values) -> tuple[str, ...]:
        return ("ONE",) if values.get("a") == "x" else ("TWO", "THREE")

    form = (Field("a"), Field("b", FieldKind.CHOICE, choices=offered))
    assert validate(form, {"a": "x", "b": "one"}, PRODUCTION) == []
    assert validate(form, {"b": "one"}, PRODUCTION) == [Problem("b", "field.not_a_choice")]


def test_what_is_wanted_is_only_asked_for() -> None:
    form = (Field("a", wanted=is_field("b", "YES")), Field("b"))
    assert validate(form, {"b": "yes"}, PRODUCTION) == [
        Problem("a", "field.wanted", severity=Severity.WARNING)
    ]
    assert validate(form, {"b": "no"}, PRODUCTION) == []


def test_a_flag_is_decided_or_not() -> None:
    form = (Field("a", FieldKind.FLAG, required=always),)
    for undecided in ({}, {"a": None}, {"a": ""}, {"a": "yes"}, {"a": 1}):
        assert validate(form, undecided, PRODUCTION) == [Problem("a", "field.undecided")]
        assert payload(form, undecided) == {}
    for decided in (True, False):
        assert validate(form, {"a": decided}, PRODUCTION) == []
        assert payload(form, {"a": decided}) == {"a": decided}


@pytest.mark.parametrize(
    ("kind", "typed", "sent"),
    [
        (FieldKind.TEXT, "  via   Verdi\t20\n", "via Verdi 20"),
        (FieldKind.TEXT, "Nicolo\u0300\u200b", "Nicolò"),
        (FieldKind.CHOICE, "bronze", "BRONZE"),
        (FieldKind.DATE, "1.4.1982", "01/04/1982"),
        (FieldKind.DATE, "1982-04-01", "01/04/1982"),
        (FieldKind.DATE, "in April", "in April"),
        (FieldKind.EMAIL, " Mail@Domain.com ", "Mail@Domain.com"),
        (FieldKind.PHONE, "+39 0471 / 12-34.56", "+390471123456"),
        (FieldKind.MAILBOX, " Your.Pec@Legalmail.IT", "your.pec@legalmail.it"),
        (FieldKind.FISCAL_CODE, "rss mra 80a01 l117d", "RSSMRA80A01L117D"),
        (FieldKind.TAX_CODE, "0123 4567 897", "01234567897"),
        (FieldKind.CAP, " 00042 ", "00042"),
        (FieldKind.PROVINCE, "rm", "RM"),
        (FieldKind.COUNTRY, "it", "IT"),
    ],
)
def test_normal_forms(kind: FieldKind, typed: str, sent: str) -> None:
    assert payload((Field("a", kind),), {"a": typed}) == {"a": sent}


@given(anything)
def test_normalising_twice_changes_nothing_more(value: object) -> None:
    for kind in FieldKind:
        once = Field("a", kind).normalise(value)
        assert Field("a", kind).normalise(once) == once


@given(st.text())
def test_no_surrogate_or_control_character_is_left(value: str) -> None:
    normal.text(value).encode()
    assert normal.text(value) == normal.text(value).strip()
    assert all(c.isprintable() for c in normal.text(value))


def test_keys_for_words() -> None:
    one = Field("sottotipo", FieldKind.CHOICE, choices=one_of("PC"), choice_of="tipo")
    assert (one.label_key, one.help_key) == ("field.sottotipo", "help.sottotipo")
    assert describe_key(one, "PC", {"tipo": "ps"}) == "choice.sottotipo.PS.PC"
    assert describe_key(Field("sesso"), "F", {}) == "choice.sesso.F"


@pytest.mark.parametrize("form", FORMS)
def test_a_form_names_each_field_once(form: tuple[Field, ...]) -> None:
    names = [one.name for one in form]
    assert len(names) == len(set(names))
