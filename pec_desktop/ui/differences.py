"""What is different between two readings of a mailbox, in words: before and after."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QLocale

from pec_desktop.domain import evidence
from pec_desktop.domain.mailbox import Mailbox, User
from pec_desktop.ui import formats
from pec_desktop.ui.columns import type_text
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
    found = []
    for field in evidence.differences(before, after):
        if known(key := f"difference.{field}"):
            was, now = (formats.line(_value(one, field, locale)) for one in (before, after))
            found.append(Difference(text(key), was, now))
    if before.timestamp.revoca != after.timestamp.revoca and after.timestamp.revoca:
        revoked = formats.day_of(locale, after.timestamp.revoca)
        found.append(Difference(text("difference.revoked"), "", revoked))
    for user in new_users(before, after):
        userid = text("users.userid", userid=user.userid or user.id_utenza)
        said = f"{user.nome} {user.cognome} · {userid}"
        found.append(Difference(text("difference.user"), "", formats.line(said)))
    return found


def new_users(before: Mailbox, after: Mailbox) -> list[User]:
    """Return the users of `after` that `before` did not have."""
    known_ids = {one.id_utenza for one in before.multiutenza}
    return [one for one in after.multiutenza if one.id_utenza not in known_ids]


def _value(mailbox: Mailbox, field: str, locale: QLocale) -> str:
    """Say what a mailbox has in a field of the evidence."""
    value = getattr(mailbox, field)
    match field:
        case "stato":
            return text(f"state.{value}") if known(f"state.{value}") else str(value)
        case "tipo_casella":
            return type_text(mailbox)
        case "data_scadenza":
            return formats.day(locale, mailbox.expiry) if mailbox.expiry else "–"
        case "conservazione":
            return text(f"export.{value}".lower())
        case _ if isinstance(value, int):
            return formats.space(locale, value)
    return str(len(value))
