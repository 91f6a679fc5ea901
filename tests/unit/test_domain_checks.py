"""The checks of single values, one table for each."""

from __future__ import annotations

from datetime import date

import pytest
from domain_support import CUSTOM, PRACTICE, PRODUCTION, SANDBOX, encode
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain import checks, normal
from pec_desktop.domain.checks import parse_date
from pec_desktop.domain.fields import Severity
from pec_desktop.domain.findings import Check, Context, Finding, Values


def verdict(
    check: Check, value: str, values: Values | None = None, context: Context = PRODUCTION
) -> str:
    """``""`` if there is nothing to object to, else ``key`` or, for a warning, ``key?``."""
    finding = check(value, values or {}, context)
    return "" if finding is None else finding.key + "?" * (finding.severity is Severity.WARNING)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("17/05/1980", date(1980, 5, 17)),
        ("29/02/2024", date(2024, 2, 29)),
        ("7.5.1980", date(1980, 5, 7)),
        ("1980-05-07", date(1980, 5, 7)),
        ("29/02/2023", None),
        ("31/04/2023", None),
        ("00/01/2000", None),
        ("01/13/2000", None),
        ("01/01/80", None),
        ("١٧/٠٥/١٩٨٠", None),
        ("17/05/0000", None),
        ("soon", None),
        (None, None),
        (True, None),
    ],
)
def test_dates_are_days_of_the_calendar(value: object, day: date | None) -> None:
    assert parse_date(value) == day


@given(st.dates(date(1, 1, 1)))
def test_every_day_is_read_as_itself(day: date) -> None:
    assert parse_date(f"{day.day:02}/{day.month:02}/{day.year:04}") == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("check", "value", "expected"),
    [
        (checks.calendar_date, "17/05/1980", ""),
        (checks.calendar_date, "17/05/1899", "date.invalid"),
        (checks.calendar_date, "30/02/1980", "date.invalid"),
        (checks.birth_date, "17/05/1980", ""),
        (checks.birth_date, "23/11/2026", "birth.not_past"),
        (checks.birth_date, "24/11/2026", "birth.not_past"),
        (checks.birth_date, "22/11/2026", "birth.minor?"),
        (checks.birth_date, "24/11/2008", "birth.minor?"),
        (checks.birth_date, "23/11/2008", ""),
        (checks.not_in_future, "23/11/2026", ""),
        (checks.not_in_future, "24/11/2026", "date.future"),
        (checks.still_valid, "22/11/2026", "document.expired"),
        (checks.still_valid, "23/11/2026", "document.expires_soon?"),
        (checks.still_valid, "23/12/2026", "document.expires_soon?"),
        (checks.still_valid, "24/12/2026", ""),
    ],
)
def test_dates_in_time(check: Check, value: str, expected: str) -> None:
    assert verdict(check, value) == expected


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ("mail@domain.com", True),
        ("Mario.Rossi+pec@posta.example.it", True),
        ("a@b.co", True),
        ("o'hara@example.org", True),
        ("mail@domain", False),
        ("mail@@domain.com", False),
        ("@domain.com", False),
        ("mail@", False),
        ("mail domain@x.com", False),
        (".mail@domain.com", False),
        ("ma..il@domain.com", False),
        ("màil@domain.com", False),
        ("mail@dömain.com", False),
        ("mail@-domain.com", False),
        ("mail@domain.c", False),
        ("mail@domain.123", False),
        ("x" * 65 + "@domain.com", False),
        ("x@" + "d." * 130 + "com", False),
    ],
)
def test_email(value: str, fits: bool) -> None:
    assert verdict(checks.email, value) == ("" if fits else "email.invalid")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("yourpec@testcert.legalmail.it", ""),
        ("studio.bianchi_2@legalmail.it", ""),
        ("a@legalmail.it", ""),
        ("a-b@legalmail.it", ""),
        ("x" * 64 + "@legalmail.it", ""),
        ("x" * 65 + "@legalmail.it", "mailbox.too_long"),
        ("studio", "mailbox.invalid"),
        ("@legalmail.it", "mailbox.invalid"),
        ("studio@legalmail", "mailbox.invalid"),
        (".studio@legalmail.it", "mailbox.characters"),
        ("studio.@legalmail.it", "mailbox.characters"),
        ("studio..b@legalmail.it", "mailbox.characters"),
        ("studio b@legalmail.it", "mailbox.characters"),
        ("caffè@legalmail.it", "mailbox.characters"),
        ("a+b@legalmail.it", "mailbox.characters"),
        ("a@b@legalmail.it", "mailbox.characters"),
        ("Studio@legalmail.it", "mailbox.characters"),  # normalised to lower case before
    ],
)
def test_mailbox_address(value: str, expected: str) -> None:
    assert verdict(checks.mailbox, value) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0548798569", ""),
        ("0471 12 34 56", ""),
        ("+39 347/000.00-00", ""),
        ("(0471) 123456", ""),
        ("34xxxxxx18", "phone.letters"),
        ("0471 ufficio", "phone.letters"),
        ("12345", "phone.invalid"),
        ("1234567890123456", "phone.invalid"),
        ("0471+123456", "phone.invalid"),
        ("++39471123456", "phone.invalid"),
        ("٠٤٧١١٢٣٤٥٦", "phone.invalid"),
    ],
)
def test_phone(typed: str, expected: str) -> None:
    assert verdict(checks.phone, normal.phone(typed)) == expected


@pytest.mark.parametrize(
    ("check", "value", "expected"),
    [
        (checks.country, "IT", ""),
        (checks.country, "XK", ""),
        (checks.country, "ZZ", "country.unknown?"),
        (checks.country, "ITA", "country.invalid"),
        (checks.country, "1T", "country.invalid"),
        (checks.province, "BZ", ""),
        (checks.province, "EE", ""),
        (checks.province, "FU", ""),
        (checks.province, "XY", "province.unknown?"),
        (checks.province, "BOLZANO", "province.invalid"),
        (checks.province_of_today, "BZ", ""),
        (checks.province_of_today, "SU", ""),
        (checks.province_of_today, "EE", ""),
        (checks.province_of_today, "FO", "province.renamed?"),
    ],
)
def test_places(check: Check, value: str, expected: str) -> None:
    assert verdict(check, value) == expected


@pytest.mark.parametrize(
    ("value", "country", "expected"),
    [
        ("39100", "IT", ""),
        ("00042", "it", ""),
        ("42", "IT", "cap.invalid"),
        ("391000", "", "cap.invalid"),
        ("A-6020", "AT", ""),
        ("A-6020", "IT", "cap.invalid"),
        ("٣٩١٠٠", "IT", "cap.invalid"),
    ],
)
def test_cap(value: str, country: str, expected: str) -> None:
    assert verdict(checks.cap_in("nazione"), value, {"nazione": country}) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("RSSMRA80A01L117D", ""),
        ("RSSMRA80A01L117E", "fiscal_code.check_character"),
        ("RSSXXXXXXXX56E", "fiscal_code.invalid"),
        ("12345678903", "fiscal_code.provisional?"),
        ("12345678910", "fiscal_code.invalid"),
    ],
)
def test_fiscal_code(value: str, expected: str) -> None:
    assert verdict(checks.fiscal_code, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("00743110157", ""),
        ("01234567897", ""),
        ("97000000006", ""),  # an association's
        ("RSSMRA80A01L117D", ""),
        ("12345678910", "tax_code.check_digit"),
        ("00000000000", "tax_code.check_digit"),
        ("RSSMRA80A01L117E", "fiscal_code.check_character"),
        ("RSSMRA80A01", "tax_code.invalid"),
    ],
)
def test_tax_code(value: str, expected: str) -> None:
    assert verdict(checks.tax_code, value) == expected


@given(st.integers(1, 9_999_999_999))
def test_exactly_one_last_digit_makes_a_vat_number(serial: int) -> None:
    ten = f"{serial:010}"
    right = [d for d in "0123456789" if not verdict(checks.tax_code, ten + d)]
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in ten[1::2])
    expected = (10 - (doubled + sum(int(digit) for digit in ten[::2])) % 10) % 10
    assert right == ([] if serial < 1000 else [str(expected)])


@pytest.mark.parametrize("context", [SANDBOX, PRACTICE, CUSTOM])
@pytest.mark.parametrize(
    ("check", "value"),
    [
        (checks.fiscal_code, "RSSXXXXXXXX56E"),
        (checks.fiscal_code, "RSSMRA80A01L117E"),
        (checks.tax_code, "12345678910"),
    ],
)
def test_wrong_codes_are_only_doubted_away_from_production(
    check: Check, value: str, context: Context
) -> None:
    assert verdict(check, value, context=context) == verdict(check, value) + "?"


@pytest.mark.parametrize("context", [PRODUCTION, SANDBOX, PRACTICE, CUSTOM])
@pytest.mark.parametrize(
    "value", ["X", "RSSMRA80A01L117DD", "ROSSI MARIO 1980", "RSSMRA80-01L117D"]
)
def test_what_is_not_even_like_a_code_is_refused_everywhere(value: str, context: Context) -> None:
    assert verdict(checks.fiscal_code, value, context=context) == "fiscal_code.invalid"
    assert verdict(checks.tax_code, value, context=context) == "tax_code.invalid"


ANNA = encode("ESEMPI", "ANNA", date(1980, 5, 17), "F", "A952")
OTTO = encode("BEISPIEL", "OTTO", date(1975, 1, 2), "M", "Z112")
IVAN = encode("PRIMER", "IVAN", date(1965, 1, 2), "M", "Z135")


@pytest.mark.parametrize(
    ("code", "part", "entered", "details"),
    [
        (ANNA, "surname", "Esempi", None),
        (ANNA, "surname", "Prova", {"found": "SMP", "expected": "PRV"}),
        (ANNA, "surname", "", None),
        (ANNA, "surname", "Иванова", None),
        (ANNA, "name", "ANNA", None),
        (ANNA, "name", "Ana Maria", {"found": "NNA", "expected": "NMR"}),
        (ANNA, "birth_date", "17/05/1980", None),
        (ANNA, "birth_date", "17/05/1880", None),
        (ANNA, "birth_date", "18/05/1980", {"found": "17/05/80"}),
        (ANNA, "birth_date", "some day", None),
        (ANNA, "sex", "f", None),
        (ANNA, "sex", "M", {"found": "F"}),
        (ANNA, "country", "it", None),
        (ANNA, "country", "DE", {"place": "A952"}),
        (OTTO, "country", "DE", None),
        (OTTO, "country", "AT", {"place": "Z112"}),
        (OTTO, "country", "IT", {"place": "Z112"}),
        (OTTO, "country", "GG", None),
        (IVAN, "country", "UA", None),
        (IVAN, "country", "IT", {"place": "Z135"}),
        ("RSSXXXXXXXX56E", "surname", "Prova", None),
    ],
)
def test_a_code_is_compared_with_what_was_entered(
    code: str, part: str, entered: str, details: dict[str, object] | None
) -> None:
    finding = checks.agrees_with(part, "other")(code, {"other": entered}, PRODUCTION)
    expected = details and Finding(f"fiscal_code.{part}", details, Severity.WARNING)
    assert finding == expected


ALL_CHECKS = [
    *(checks.calendar_date, checks.birth_date, checks.not_in_future, checks.still_valid),
    *(checks.email, checks.mailbox, checks.phone, checks.country, checks.province),
    *(checks.province_of_today, checks.cap_in("x"), checks.fiscal_code, checks.tax_code),
    *(checks.agrees_with(p, "x") for p in ("surname", "name", "birth_date", "sex", "country")),
]


@given(
    st.one_of(st.text(), st.from_regex("[A-Z0-9@.+/]{1,20}"), st.just(ANNA)),
    st.dictionaries(st.just("x"), st.one_of(st.text(), st.none(), st.integers())),
    st.sampled_from([PRODUCTION, SANDBOX]),
)
def test_no_check_ever_raises(value: str, values: dict[str, object], context: Context) -> None:
    for check in ALL_CHECKS:
        finding = check(value, values, context)
        assert finding is None or finding.key.count(".") == 1
