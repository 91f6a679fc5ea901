"""Fiscal codes, read back from codes made by an encoder of the test's own."""

from __future__ import annotations

from datetime import date

import pytest
from domain_support import PRODUCTION, SANDBOX, TODAY, encode, omocode
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain import checks
from pec_desktop.domain.fields import Severity
from pec_desktop.domain.fiscal_code import (
    birth_from_fiscal_code,
    check_character_fits,
    decode,
    name_letters,
    surname_letters,
)

SURNAMES = ("ROSSI", "FO", "BIANCHI", "AIELLO", "D'AMICO", "DE PROVA", "IO", "NGUYEN")
NAMES = ("MARIO", "GIANFRANCO", "LUCA", "ANNA MARIA", "IA", "ALESSANDRA", "TED")
PLACES = ("L117", "A952", "H501", "F205", "Z112", "Z404", "D620")

people = st.tuples(
    st.sampled_from(SURNAMES),
    st.sampled_from(NAMES),
    st.dates(date(1907, 1, 1), TODAY),
    st.sampled_from("MF"),
    st.sampled_from(PLACES),
)

ANNA = encode("ESEMPI", "ANNA", date(1980, 5, 17), "F", "A952")


@given(people)
def test_what_was_encoded_is_read_back(person: tuple[str, str, date, str, str]) -> None:
    surname, name, born, sex, place = person
    code = encode(*person)
    told = decode(code)
    assert told is not None
    assert (told.year, told.month, told.day) == (born.year % 100, born.month, born.day)
    assert (told.sex, told.place) == (sex, place)
    assert told.surname in surname_letters(surname)
    assert told.name in name_letters(name)
    assert born in told.birth_dates(TODAY)
    assert checks.fiscal_code(code, {}, PRODUCTION) is None


@given(people, st.integers(1, 127))
def test_an_omocode_means_the_same(person: tuple[str, str, date, str, str], mask: int) -> None:
    code = encode(*person)
    assert decode(omocode(code, mask)) == decode(code)


def test_all_128_forms_of_a_code_are_right_and_mean_the_same_birth() -> None:
    forms = {omocode(ANNA, mask) for mask in range(128)}
    assert len(forms) == 128
    births = [birth_from_fiscal_code(form, TODAY) for form in forms]
    assert all(checks.fiscal_code(form, {}, PRODUCTION) is None for form in forms)
    assert all(one is not None and one.sex == "F" and one.place == "A952" for one in births)
    assert {one.dates for one in births if one} == {(date(1980, 5, 17),)}


@given(people, st.integers(0, 15), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
def test_one_wrong_check_character_is_an_error(
    person: tuple[str, str, date, str, str], place: int, other: str
) -> None:
    right = encode(*person)
    wrong = f"{right[:place]}{other}{right[place + 1 :]}"
    if decode(wrong) is not None and not check_character_fits(wrong):
        finding = checks.fiscal_code(wrong, {}, PRODUCTION)
        assert finding is not None
        assert finding.severity is Severity.ERROR


def test_the_check_character_is_an_error_only_where_mailboxes_are_real() -> None:
    wrong = ANNA[:-1] + ("A" if ANNA[-1] != "A" else "B")
    strict, lenient = (checks.fiscal_code(wrong, {}, where) for where in (PRODUCTION, SANDBOX))
    assert strict is not None
    assert lenient is not None
    assert (strict.key, strict.severity) == ("fiscal_code.check_character", Severity.ERROR)
    assert (lenient.key, lenient.severity) == ("fiscal_code.check_character", Severity.WARNING)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "RSSMRA80A01L117",
        "RSSMRA80A01L117DD",
        "RSSMRA80F01L117D",  # no month F
        "RSSMRA80A0OL117D",  # the letter O is no digit in disguise
        "1SSMRA80A01L117D",
        "RSSMRA80A01L11\N{ARABIC-INDIC DIGIT SEVEN}D",
    ],
)
def test_other_shapes_are_no_code(code: str) -> None:
    assert decode(code) is None
    assert birth_from_fiscal_code(code, TODAY) is None


@pytest.mark.parametrize("day", ["00", "32", "40", "72"])
def test_a_day_that_does_not_exist_is_refused(day: str) -> None:
    from domain_support import check_character

    fifteen = f"RSSMRA80A{day}L117"
    finding = checks.fiscal_code(fifteen + check_character(fifteen), {}, PRODUCTION)
    assert finding is not None
    assert finding.key == "fiscal_code.invalid"


def test_a_leap_day_belongs_to_leap_years_only() -> None:
    in_2000 = birth_from_fiscal_code(encode("FO", "IO", date(2000, 2, 29), "M", "L117"), TODAY)
    assert in_2000 is not None
    assert in_2000.dates == (date(2000, 2, 29),)  # 1900 was none


def test_the_century_is_told_where_it_can_be() -> None:
    def dates(born: date) -> tuple[date, ...]:
        birth = birth_from_fiscal_code(encode("FO", "IO", born, "M", "L117"), TODAY)
        return birth.dates if birth else ()

    assert dates(date(1980, 1, 1)) == (date(1980, 1, 1),)
    assert dates(date(1930, 1, 1)) == (date(1930, 1, 1),)
    assert dates(date(2008, 1, 1)) == (date(2008, 1, 1), date(1908, 1, 1))
    assert dates(date(1926, 12, 24)) == (date(1926, 12, 24),)  # 2026's is still to come


@pytest.mark.parametrize(
    ("place", "country"), [("L117", "IT"), ("Z112", "DE"), ("Z135", None), ("D620", "IT")]
)
def test_the_birthplace_tells_the_country(place: str, country: str | None) -> None:
    birth = birth_from_fiscal_code(encode("FO", "IO", date(1970, 1, 1), "F", place), TODAY)
    assert birth is not None
    assert (birth.place, birth.country) == (place, country)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Rossi", {"RSS"}),
        ("Fo", {"FOX"}),
        ("D'Amico", {"DMC"}),
        ("De Prova", {"DPR"}),
        ("Nicolò", {"NCL"}),
        ("Müller", {"MLL"}),
        ("Süß", {"SSS"}),
        ("Öz", {"ZOX", "ZOE"}),
        ("Иванов", set()),
        ("  ", set()),
    ],
)
def test_letters_of_a_surname(name: str, letters: set[str]) -> None:
    assert surname_letters(name) == letters


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mario", {"MRA"}),
        ("Gianfranco", {"GFR"}),
        ("Anna Maria", {"NMR"}),
        ("Luca", {"LCU"}),
        ("Io", {"IOX"}),
    ],
)
def test_letters_of_a_first_name(name: str, letters: set[str]) -> None:
    assert name_letters(name) == letters


@given(st.text(), st.dates())
def test_no_text_makes_the_decoder_raise(text: str, today: date) -> None:
    person = decode(text)
    assert birth_from_fiscal_code(text, today) is None or person is not None
    assert all(len(letters) == 3 for letters in surname_letters(text) | name_letters(text))
