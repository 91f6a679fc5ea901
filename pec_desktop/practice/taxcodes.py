"""Tax codes and VAT numbers of invented people and companies, with their check characters.

Rules: DM 23/12/1976 n. 13813 for the tax code; Luhn's check digit for the VAT number.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from string import ascii_uppercase

_MONTHS = "ABCDEHLMPRST"
_VOWELS = frozenset("AEIOU")
# What a character at an odd place counts; digits count as the letters A to J.
_ODD = (
    1,
    0,
    5,
    7,
    9,
    13,
    15,
    17,
    19,
    21,
    2,
    4,
    18,
    20,
    11,
    3,
    6,
    8,
    12,
    14,
    16,
    10,
    22,
    25,
    24,
    23,
)


def tax_code(surname: str, name: str, born: date, *, female: bool, place: str) -> str:
    """Return the codice fiscale of a person; `place` is the cadastral code of the birthplace."""
    consonants = [letter for letter in plain_letters(name) if letter not in _VOWELS]
    if len(consonants) > 3:
        consonants = [consonants[0], consonants[2], consonants[3]]
        given = "".join(consonants)
    else:
        given = _three(name)
    day = born.day + (40 if female else 0)
    code = f"{_three(surname)}{given}{born:%y}{_MONTHS[born.month - 1]}{day:02d}{place}"
    return code + _check_letter(code)


def vat_number(serial: int, office: int) -> str:
    """Return the partita IVA made of a serial number (7 digits) and the office's number."""
    digits = f"{serial:07d}{office:03d}"
    total = 0
    for place, digit in enumerate(map(int, digits), 1):
        doubled = digit * 2 if place % 2 == 0 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return f"{digits}{-total % 10}"


def plain_letters(text: str) -> str:
    """Return the letters of a name without accents, in capitals."""
    plain = unicodedata.normalize("NFD", text.upper())
    return "".join(letter for letter in plain if letter in ascii_uppercase)


def _three(text: str) -> str:
    letters = plain_letters(text)
    consonants = "".join(letter for letter in letters if letter not in _VOWELS)
    vowels = "".join(letter for letter in letters if letter in _VOWELS)
    return f"{consonants}{vowels}XXX"[:3]


def _check_letter(code: str) -> str:
    values = [int(c) if c.isdigit() else ascii_uppercase.index(c) for c in code]
    odd, even = sum(_ODD[value] for value in values[::2]), sum(values[1::2])
    return ascii_uppercase[(odd + even) % 26]
