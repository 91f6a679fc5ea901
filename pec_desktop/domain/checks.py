"""The checks of single values: pure rules from a normalised text to a finding or None.

Each has the signature of `pec_desktop.domain.findings.Check`, or makes one. They stop what is
certainly a slip and ask about what looks odd; whether a value is accepted is the vendor's to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from pec_desktop.domain import fiscal_code as codes
from pec_desktop.domain import normal, places
from pec_desktop.domain.account import Environment
from pec_desktop.domain.findings import Check, Context, Finding, Severity, Values, error, warning

_DATE = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")
_CODE_LIKE = re.compile("[A-Z0-9]{11,16}")
_ELEVEN_DIGITS = re.compile("[0-9]{11}")
_FIVE_DIGITS = re.compile("[0-9]{5}")
_TWO_LETTERS = re.compile("[A-Z]{2}")
_PHONE = re.compile(r"\+?[0-9]{6,15}")
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_MAILBOX_NAME = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?")
_DOMAIN = re.compile(
    r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE
)

Details = dict[str, object]

LONGEST_LOCAL_PART = 64
"""Characters before the @ (RFC 5321, 4.5.3.1.1)."""

LONGEST_ADDRESS = 254
"""Characters of a whole address (RFC 5321, 4.5.3.1.3, less the angle brackets)."""

OLDEST_YEAR = 1900
"""No living person, and no paper of theirs, is older."""

ADULT = 18

EXPIRY_NOTICE = timedelta(days=30)
"""An identity document that ends within this time may have ended when the provider looks at it."""


def parse_date(value: object) -> date | None:
    """Return the day a text names (dd/mm/yyyy once normalised), None if there is no such day."""
    match = _DATE.fullmatch(normal.date_text(value))
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


# Dates


def calendar_date(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse what is not a day of the calendar, or of no living person's time."""
    day = parse_date(value)
    return None if day and day.year >= OLDEST_YEAR else error("date.invalid")


def birth_date(value: str, _values: Values, context: Context) -> Finding | None:
    """Refuse a birth to come, ask about somebody under age."""
    born, today = parse_date(value), context.today
    if born is None:
        return None
    if born >= today:
        return error("birth.not_past")
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return warning("birth.minor", age=age) if age < ADULT else None


def not_in_future(value: str, _values: Values, context: Context) -> Finding | None:
    """Refuse a day to come, for instance as the day a document was issued."""
    day = parse_date(value)
    return error("date.future") if day and day > context.today else None


def still_valid(value: str, _values: Values, context: Context) -> Finding | None:
    """Refuse an expired identity document, warn of one that soon will be."""
    expiry = parse_date(value)
    if expiry is None:
        return None
    if expiry < context.today:
        return error("document.expired")
    if expiry <= context.today + EXPIRY_NOTICE:
        return warning("document.expires_soon", days=(expiry - context.today).days)
    return None


# Addresses and numbers


def email(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse what cannot be an e-mail address (ASCII, a dot in the domain)."""
    local, _, domain = value.rpartition("@")
    fits = _LOCAL_PART.fullmatch(local) and len(local) <= LONGEST_LOCAL_PART
    return None if fits and _fits_domain(value, domain) else error("email.invalid")


def mailbox(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse what cannot be the address of a new mailbox.

    Nobody publishes the provider's rule for the part before the @; this one is safe: letters,
    digits, dot, hyphen and underscore, a letter or digit at both ends, no two dots together.
    """
    local, at, domain = value.rpartition("@")
    if not at or not local or not _fits_domain(value, domain):
        return error("mailbox.invalid")
    if len(local) > LONGEST_LOCAL_PART:
        return error("mailbox.too_long", limit=LONGEST_LOCAL_PART)
    if not _MAILBOX_NAME.fullmatch(local) or ".." in local:
        return error("mailbox.characters")
    return None


def _fits_domain(address: str, domain: str) -> bool:
    return len(address) <= LONGEST_ADDRESS and _DOMAIN.fullmatch(domain) is not None


def is_domain(value: str) -> bool:
    """Whether a text can be the name of a domain."""
    return _fits_domain(value, value)


def domain(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse what cannot be the name of a domain."""
    return None if is_domain(value) else error("domain.invalid")


def phone(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse letters first (some dial them), then what is too short or too long to be a number."""
    if any(c.isalpha() for c in value):
        return error("phone.letters")
    return None if _PHONE.fullmatch(value) else error("phone.invalid")


def number(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse what is no whole number; which ones a field takes is for the field to say."""
    return None if isinstance(normal.number(value), int) else error("number.invalid")


# Places


def country(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse what is not two letters, ask about a code that is no country's."""
    if not _TWO_LETTERS.fullmatch(value):
        return error("country.invalid")
    return None if value in places.COUNTRIES else warning("country.unknown")


def province(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse what is not two letters, ask about an unknown abbreviation; historic ones are right.

    An unknown one is never refused: the table may be older than the law.
    """
    if not _TWO_LETTERS.fullmatch(value):
        return error("province.invalid")
    known = value == places.ABROAD or value in places.PROVINCES
    return None if known else warning("province.unknown")


def province_of_today(value: str, _values: Values, _context: Context) -> Finding | None:
    """Suggest the name a renamed province bears now; for addresses, not for birthplaces."""
    former = places.PROVINCES.get(value)
    if former is None or not former.successor:
        return None
    return warning("province.renamed", now=former.successor)


def cap_in(country_field: str) -> Check:
    """Make a check for the postal code of an address whose country is in `country_field`.

    Italian ones have five digits, also those that begin with 0; foreign ones are not judged.
    """

    def check(value: str, values: Values, _context: Context) -> Finding | None:
        abroad = normal.capitals(values.get(country_field)) not in ("", "IT")
        return None if abroad or _FIVE_DIGITS.fullmatch(value) else error("cap.invalid")

    return check


# Fiscal codes and VAT numbers


def fiscal_code(value: str, _values: Values, context: Context) -> Finding | None:
    """Check a person's code: shape, a day of birth that exists, check character.

    Eleven digits may be a provisional code, which only a person who has seen it can confirm.
    """
    if _ELEVEN_DIGITS.fullmatch(value) and _fits_luhn(value):
        return warning("fiscal_code.provisional")
    return _personal_code(value, context, "fiscal_code")


def tax_code(value: str, _values: Values, context: Context) -> Finding | None:
    """Check a VAT number, or the fiscal code of a company (11 digits) or a person (16 characters).

    Only the check digit is looked at; which offices may stand in the middle is a list that ages.
    """
    if _ELEVEN_DIGITS.fullmatch(value):
        return None if _fits_luhn(value) else _doubtful("tax_code.check_digit", context)
    return _personal_code(value, context, "tax_code")


def _personal_code(value: str, context: Context, key: str) -> Finding | None:
    if not _CODE_LIKE.fullmatch(value):
        return error(f"{key}.invalid")
    person = codes.decode(value)
    if person is None or not person.birth_dates(context.today):
        return _doubtful(f"{key}.invalid", context)
    if not codes.check_character_fits(value):
        return _doubtful("fiscal_code.check_character", context)
    return None


def _doubtful(key: str, context: Context) -> Finding:
    """Refuse a wrong code where mailboxes are real; elsewhere only say so.

    The sandbox takes invented codes, and the vendor's own samples are wrong.
    """
    real = context.environment is Environment.PRODUCTION
    return Finding(key, severity=Severity.ERROR if real else Severity.WARNING)


def _fits_luhn(digits: str) -> bool:
    from stdnum import luhn

    return int(digits[:7]) > 0 and bool(luhn.is_valid(digits))


def agrees_with(part: str, name: str) -> Check:
    """Make a check that one part of a fiscal code agrees with what the field `name` holds.

    Parts: ``surname``, ``name``, ``birth_date``, ``sex``, ``country`` (of birth). A disagreement is
    only a warning: the tax agency assigns codes, at times against its own rules, and a woman's
    bears her maiden name. A code of another shape, or an empty field, is not compared.
    """
    compare = _COMPARISONS[part]

    def check(value: str, values: Values, _context: Context) -> Finding | None:
        person, entered = codes.decode(value), normal.text(values.get(name))
        details = compare(person, entered) if person and entered else None
        return warning(f"fiscal_code.{part}", **details) if details else None

    return check


def _other_surname(person: codes.FiscalCode, entered: str) -> Details | None:
    return _other_letters(person.surname, codes.surname_letters(entered))


def _other_name(person: codes.FiscalCode, entered: str) -> Details | None:
    return _other_letters(person.name, codes.name_letters(entered))


def _other_letters(found: str, expected: frozenset[str]) -> Details | None:
    if not expected or found in expected:
        return None
    return {"found": found, "expected": " / ".join(sorted(expected))}


def _other_birth_date(person: codes.FiscalCode, entered: str) -> Details | None:
    born, told = parse_date(entered), (person.year, person.month, person.day)
    if born is None or told == (born.year % 100, born.month, born.day):
        return None
    return {"found": f"{person.day:02}/{person.month:02}/{person.year:02}"}


def _other_sex(person: codes.FiscalCode, entered: str) -> Details | None:
    return {"found": person.sex} if person.sex != entered.upper() else None


def _other_country(person: codes.FiscalCode, entered: str) -> Details | None:
    """Codes of former states agree with every country but Italy; a country without code, too."""
    told, said = places.country_of(person.place), entered.upper()
    if told == "IT" or said == "IT":
        agrees = told == said
    else:
        known = places.COUNTRIES.get(said)
        agrees = told in (None, said) or known is None or known.cadastral is None
    return None if agrees else {"place": person.place}


_COMPARISONS: dict[str, Callable[[codes.FiscalCode, str], Details | None]] = {
    "surname": _other_surname,
    "name": _other_name,
    "birth_date": _other_birth_date,
    "sex": _other_sex,
    "country": _other_country,
}
"""Part of the code → what fills the words where it disagrees with what was entered, else None."""
