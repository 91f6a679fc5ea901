"""The checks of single values: pure rules from a normalised text to a finding or None.

Each has the signature of `pec_desktop.domain.findings.Check`.
"""

from __future__ import annotations

import re
from datetime import date

from pec_desktop.domain import normal
from pec_desktop.domain.findings import Context, Finding, Values, error

_DATE = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")


def parse_date(value: object) -> date | None:
    """Return the day that dd/mm/yyyy names, None if there is no such day or it is written else."""
    match = _DATE.fullmatch(normal.date_text(value))
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def calendar_date(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse what is not a day of the calendar."""
    return None if parse_date(value) else error("date.invalid")


def email(value: str, _values: Values, _context: Context) -> Finding | None:
    """Refuse what cannot be an e-mail address."""
    return None if "@" in value else error("email.invalid")


phone = mailbox = fiscal_code = tax_code = province = country = email
