"""What is different between two readings of a mailbox, in words: before and after."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QLocale

from pec_desktop.domain import evidence
from pec_desktop.domain.checks import parse_date
from pec_desktop.domain.mailbox import Mailbox, User
from pec_desktop.ui import formats
from pec_desktop.ui.words import known, text


class Difference(Struct, frozen=True):
    """One thing that is no longer as it was: its name, how it was and how it is, for people."""

    name: str
    was: str
    now: str

    @property
    def words(self) -> str:
        """All of it on one line."""
        return f"{self.name}: {self.was} → {self.now}" if self.was else f"{self.name}: {self.now}"


def differences(before: Mailbox, after: Mailbox, locale: QLocale) -> list[Difference]:
    """Tell what changed from one reading to the other, of what can be paid for or decides."""
    was, now = evidence.of_mailbox(before), evidence.of_mailbox(after)
    changed = evidence.differences(before, after)
    found = changes({field: (was[field], now[field]) for field in changed}, locale)
    if before.timestamp.revoca != after.timestamp.revoca and after.timestamp.revoca:
        revoked = formats.day_of(locale, after.timestamp.revoca)
        found.append(Difference(text("difference.revoked"), "", revoked))
    for user in new_users(before, after):
        userid = text("users.userid", userid=user.userid or user.id_utenza)
        said = f"{user.nome} {user.cognome} · {userid}"
        found.append(Difference(text("difference.user"), "", formats.line(said)))
    return found


def changes(what: Mapping[str, tuple[object, object]], locale: QLocale) -> list[Difference]:
    """Tell what changed by the values of the evidence: name → (before, after)."""
    return [
        Difference(text(key), *(formats.line(one) for one in _values(field, *values, locale)))
        for field, values in what.items()
        if known(key := f"difference.{field}")
    ]


def new_users(before: Mailbox, after: Mailbox) -> list[User]:
    """Return the users of `after` that `before` did not have."""
    known_ids = {one.id_utenza for one in before.multiutenza}
    return [one for one in after.multiutenza if one.id_utenza not in known_ids]


def _values(field: str, was: object, now: object, locale: QLocale) -> tuple[str, str]:
    """Say both values; of lists how many they hold, or what, if that is all that changed."""
    if isinstance(was, list) and isinstance(now, list):
        if len(was) != len(now):
            return locale.toString(len(was)), locale.toString(len(now))
        return ", ".join(map(str, was)), ", ".join(map(str, now))
    return _value(field, was, locale), _value(field, now, locale)


def _value(field: str, value: object, locale: QLocale) -> str:
    """Say what a mailbox has in a field of the evidence; what is not known, as received."""
    match field, value:
        case "stato", _:
            key = f"state.{value}"
        case "tipo_casella", _:
            key = f"type.{str(value).upper()}"
        case "data_scadenza", str():
            day = parse_date(value)
            return formats.day(locale, day) if day else value or "–"
        case _, bool():
            key = f"export.{value}".lower()
        case _, int():
            return formats.space(locale, value)
        case _:
            key = ""
    return text(key) if known(key) else str(value)
