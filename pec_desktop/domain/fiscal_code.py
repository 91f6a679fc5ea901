"""What an Italian fiscal code (codice fiscale) says about its holder.

Six letters of surname and name, year, month and day of birth (the day plus 40 for women), the
cadastral code of the birthplace, a check character (DM 23/12/1976 n. 13813). Where two people would
share a code, digits are replaced by letters (omocodia); they are put back before anything is read.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from msgspec import Struct

from pec_desktop.domain import places

_SHAPE = re.compile(
    "([A-Z]{3})([A-Z]{3})([0-9L-NP-V]{2})([A-EHLMPRST])([0-9L-NP-V]{2})([A-Z][0-9L-NP-V]{3})[A-Z]"
)
_MONTHS = "ABCDEHLMPRST"
_DIGITS = str.maketrans("LMNPQRSTUV", "0123456789")
_FEMALE = 40
_VOWELS = "AEIOU"
_OLDEST = 120
"""Years: nobody is known to have lived much longer."""

_GERMAN = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "ẞ": "SS"})


class FiscalCode(Struct, frozen=True):
    """The parts of a person's code, omocodia undone. `year` has two digits."""

    surname: str
    name: str
    year: int
    month: int
    day: int
    sex: str
    place: str

    def birth_dates(self, today: date) -> tuple[date, ...]:
        """Return the days the code may mean, the latest first; empty if there is no such day.

        The century is not in the code: somebody born in ``08`` may be of 2008 or of 1908.
        """
        latest = today.year - (today.year - self.year) % 100
        found = (_day(year, self.month, self.day) for year in (latest, latest - 100))
        return tuple(
            born
            for born in found
            if born is not None and born <= today and today.year - born.year <= _OLDEST
        )


class Birth(Struct, frozen=True):
    """What a code tells for filling a form: `dates` holds all days it may mean, likeliest first.

    `place` is the cadastral code; `country` its ISO code, None for a former state.
    """

    dates: tuple[date, ...]
    sex: str
    place: str
    country: str | None


def decode(code: str) -> FiscalCode | None:
    """Take a code (capitals, no spaces) apart; None if it has not the shape of a person's code.

    The check character is not looked at.
    """
    match = _SHAPE.fullmatch(code)
    if match is None:
        return None
    surname, name, year, month, day, place = match.groups()
    number = int(day.translate(_DIGITS))
    female = number > _FEMALE
    return FiscalCode(
        surname=surname,
        name=name,
        year=int(year.translate(_DIGITS)),
        month=_MONTHS.index(month) + 1,
        day=number - _FEMALE if female else number,
        sex="F" if female else "M",
        place=place[0] + place[1:].translate(_DIGITS),
    )


def check_character_fits(code: str) -> bool:
    """Whether the last character of a code of the right shape is the one that follows from it."""
    from stdnum.it.codicefiscale import calc_check_digit

    return bool(calc_check_digit(code[:-1]) == code[-1])


def birth_from_fiscal_code(code: str, today: date) -> Birth | None:
    """Read birth and sex out of a correct code; None while it is incomplete or wrong."""
    person = decode(code)
    if person is None or not check_character_fits(code):
        return None
    dates = person.birth_dates(today)
    if not dates:
        return None
    return Birth(dates, person.sex, person.place, places.country_of(person.place))


def surname_letters(surname: str) -> frozenset[str]:
    """Return the three letters a surname may give (several with umlauts); empty without letters."""
    return frozenset(_three(*parts) for parts in _spellings(surname))


def name_letters(name: str) -> frozenset[str]:
    """Return the three letters a first name may give: of four consonants, the second is left out.

    Empty for a name without Latin letters.
    """
    return frozenset(
        _three(consonants[0] + consonants[2:] if len(consonants) > 3 else consonants, vowels)
        for consonants, vowels in _spellings(name)
    )


def _three(consonants: str, vowels: str) -> str:
    return (consonants + vowels + "XXX")[:3]


def _spellings(text: str) -> set[tuple[str, str]]:
    """Consonants and vowels of a name, accents dropped; with umlauts also as AE, OE, UE, SS.

    South Tyrolean names are found in either spelling.
    """
    capitals = text.upper()
    found = set()
    for spelling in (capitals, capitals.translate(_GERMAN)):
        letters = [c for c in unicodedata.normalize("NFD", spelling) if "A" <= c <= "Z"]
        consonants = "".join(c for c in letters if c not in _VOWELS)
        found.add((consonants, "".join(c for c in letters if c in _VOWELS)))
    return found - {("", "")}


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
