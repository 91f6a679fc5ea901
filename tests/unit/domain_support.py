"""What the tests of the rules share: a day, invented people, a fiscal code made the other way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pec_desktop.domain.account import Environment
from pec_desktop.domain.fields import Context, Field, Problem, Severity, validate

TODAY = date(2026, 11, 23)
PRODUCTION = Context(today=TODAY)
SANDBOX = Context(today=TODAY, environment=Environment.SANDBOX)
PRACTICE = Context(today=TODAY, environment=Environment.PRACTICE)
CUSTOM = Context(today=TODAY, environment=Environment.CUSTOM)

# The table of the ministerial decree: what a character counts at an odd place.
ODD = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        [
            *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21),
            *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18),
            *(20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23),
        ],
        strict=True,
    )
)


def check_character(fifteen: str) -> str:
    total = sum(ODD[character] for character in fifteen[::2])
    for character in fifteen[1::2]:
        total += int(character) if character.isdigit() else ord(character) - ord("A")
    return chr(ord("A") + total % 26)


def encode(surname: str, name: str, born: date, sex: str, place: str) -> str:
    """Make a fiscal code from capitals without accents."""

    def split(word: str) -> tuple[str, str]:
        return (
            "".join(c for c in word if c.isalpha() and c not in "AEIOU"),
            "".join(c for c in word if c in "AEIOU"),
        )

    of_surname = "".join(split(surname)) + "XXX"
    consonants, vowels = split(name)
    if len(consonants) >= 4:
        consonants = consonants[0] + consonants[2] + consonants[3]
    of_name = consonants + vowels + "XXX"
    day = born.day + (40 if sex == "F" else 0)
    month = "ABCDEHLMPRST"[born.month - 1]
    fifteen = f"{of_surname[:3]}{of_name[:3]}{born.year % 100:02}{month}{day:02}{place}"
    return fifteen + check_character(fifteen)


def omocode(code: str, mask: int) -> str:
    """Replace those of the seven digits whose bit is set, and make the check character anew."""
    letters = list(code[:15])
    for bit, place in enumerate((6, 7, 9, 10, 12, 13, 14)):
        if mask >> bit & 1:
            letters[place] = "LMNPQRSTUV"[int(letters[place])]
    fifteen = "".join(letters)
    return fifteen + check_character(fifteen)


PERSON: dict[str, object] = {
    "tipo_casella": "STANDARD",
    "casella_pec": "anna.esempi@legalmail.it",
    "tipo_cliente": "PV",
    "codice_fiscale_richiedente": encode("ESEMPI", "ANNA", date(1980, 5, 17), "F", "A952"),
    "nome_richiedente": "Anna",
    "cognome_richiedente": "Esempi",
    "sesso_richiedente": "F",
    "data_nascita_richiedente": "17/05/1980",
    "nazione_nascita_richiedente": "IT",
    "comune_nascita_richiedente": "Bolzano",
    "provincia_nascita_richiedente": "BZ",
    "email": "anna@example.org",
    "telefono": "0471 000000",
    "indirizzo_titolare": "via delle Prove 1",
    "comune_titolare": "Bolzano",
    "cap_titolare": "39100",
    "provincia_titolare": "BZ",
    "nazione_titolare": "IT",
    "autorinnovo": False,
}
"""A registration by a private person with nothing to object to."""

COMPANY: dict[str, object] = {
    **PERSON,
    "tipo_cliente": "IM",
    "sottotipo_cliente": "CM",
    "denominazione_titolare": "Esempi S.r.l.",
    "cf_piva_titolare": "01234567897",
}
"""The same for a company."""


def found(
    form: tuple[Field, ...], values: Mapping[str, object], context: Context = PRODUCTION
) -> set[tuple[str, str, Severity]]:
    """Field, key and severity of everything there is to object to."""
    return {(one.field, one.key, one.severity) for one in validate(form, values, context)}


def keys(problems: list[Problem], field: str) -> list[str]:
    """The keys of one field's problems, in order."""
    return [one.key for one in problems if one.field == field]
