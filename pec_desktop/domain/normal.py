"""The normal form of what people type: the form in which values are checked, compared and sent.

Every function takes anything and never raises; applying it twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_RUN_TOGETHER = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4}|[0-9]{2})")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[./\- ]([0-9]{1,2})[./\- ]([0-9]{2}|[0-9]{4})")
_PHONE_SEPARATORS = re.compile(r"[\s./()\-]")


def text(value: object) -> str:
    """Return the text itself: composed, no invisible characters, single spaces, none at the ends.

    Texts come from forms, spreadsheets and PDFs; an invisible character would be sent with them
    and make a right name wrong. None and truth values are no text: empty.
    """
    if value is None or isinstance(value, bool):
        return ""
    spaced = (" " if c.isspace() else c for c in str(value))
    plain = " ".join("".join(c for c in spaced if c.isprintable()).split())
    return unicodedata.normalize("NFC", plain)  # last: what was taken out may have stood between


def as_typed(value: object) -> str:
    """Return a text with every blank in it, for texts in which they mean something."""
    return "" if value is None or isinstance(value, bool) else str(value).strip()


def capitals(value: object) -> str:
    """Return a code (a choice, a country, a province) in capitals."""
    return text(text(value).upper())


def lower(value: object) -> str:
    """Return an address in lower case."""
    return text(text(value).lower())


def compact_capitals(value: object) -> str:
    """Return a fiscal code: capitals, no spaces."""
    return text(capitals(value).replace(" ", ""))


def phone(value: object) -> str:
    """Return a telephone number without the separators people write, and whatever else is there."""
    return text(_PHONE_SEPARATORS.sub("", text(value)))


def date_text(value: object) -> str:
    """Return a date as dd/mm/yyyy where its parts can be told; other texts stay as they are.

    Takes ``1.4.1982``, ``1-4-1982`` and ``1982-04-01`` as well. Whether such a day exists is for
    the checks to say.
    """
    given = text(value)
    if match := _DAY_FIRST.fullmatch(given):
        day, month, year = match.groups()
    elif match := _YEAR_FIRST.fullmatch(given):
        year, month, day = match.groups()
    else:
        return given
    return f"{day:0>2}/{month:0>2}/{year}"


def read_date(typed: str, today: date, *, to_come: bool = False) -> str:
    """Return dd/mm/yyyy for a day typed in any usual way, else the text as it is.

    Takes 1/2/80, 1.2.1980, 01021980, 010280 and 1980-02-01. A year of two digits is the last one
    that is not after `today`, or with `to_come` (an expiry) one of this century.
    """
    given = date_text(typed)
    match = _RUN_TOGETHER.fullmatch(given) or _SHORT_YEAR.fullmatch(given)
    if match is None:
        return given
    day, month, year = (int(part) for part in match.groups())
    if len(match.group(3)) == 2:
        century = today.year - today.year % 100
        year += century
        if not to_come and (year, month, day) > (today.year, today.month, today.day):
            year -= 100
    return f"{day:02}/{month:02}/{year:04}"


def number(value: object) -> int | str:
    """Return a whole number, or the text that is none (for the checks to refuse)."""
    given = text(value)
    plain = given.removeprefix("-")
    # Nine digits are more than any field takes, and int() of very many is refused.
    return int(given) if plain.isascii() and plain.isdecimal() and len(plain) <= 9 else given
