"""The evidence on an attempt in words: what was before, what was asked for, what is there now."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QLocale

from pec_desktop.domain.checks import parse_date
from pec_desktop.domain.evidence import Expenses, Reading
from pec_desktop.store.attempts import Attempt
from pec_desktop.ui import formats
from pec_desktop.ui.words import known, text

NOTHING = "–"

Asked = dict[str, Any]


class Line(Struct, frozen=True):
    """One thing that is compared, in words: its name, and what it was, should be and is."""

    name: str
    before: str
    asked: str
    now: str


class _Part(Struct, frozen=True):
    """What of a reading is shown: key of its name, how it is read, what was asked of it."""

    key: str
    read: Callable[[Reading, QLocale], str]
    asked: Callable[[Asked, QLocale], str] = lambda _asked, _locale: ""


def lines(attempt: Attempt, locale: QLocale) -> list[Line]:
    """Return what is to be compared of an attempt; nothing for what cannot be read."""
    now = attempt.evidence.now if attempt.evidence else {}
    return [
        Line(
            text(f"evidence.{part.key}"),
            part.read(attempt.before, locale) or NOTHING,
            part.asked(attempt.asked, locale) or NOTHING,
            part.read(now, locale) or NOTHING,
        )
        for part in _parts(attempt)
    ]


def wallet_words(expenses: Expenses | None, locale: QLocale) -> str:
    """Say what the wallet tells."""
    if expenses is None:
        return text("witness.unasked")
    if not expenses.amounts:
        return text("witness.silent")
    amounts = ", ".join(formats.money(locale, Decimal(one)) for one in expenses.amounts)
    said = [text("witness.spent", amounts=amounts)]
    if expenses.unexplained:
        said.append(text("witness.unexplained", count=expenses.unexplained))
    return "\n".join(said)


def _expiry(reading: Reading, locale: QLocale) -> str:
    given = str(reading.get("data_scadenza", ""))
    day = parse_date(given)
    return formats.line(given) if day is None else formats.day(locale, day)


def _of(family: str, name: str) -> Callable[[Reading, QLocale], str]:
    """Read a value that has words of its own, in capitals or as it is."""

    def read(reading: Reading, _locale: QLocale) -> str:
        value = str(reading.get(name, ""))
        key = f"{family}.{value.upper() if family == 'type' else value}"
        return text(key) if known(key) else formats.line(value)

    return read


def _space(name: str) -> _Part:
    def read(reading: Reading, locale: QLocale) -> str:
        return formats.space(locale, reading[name]) if name in reading else ""

    def asked(asked: Asked, locale: QLocale) -> str:
        given = str(asked.get(name, ""))
        if not given:
            return ""
        more = "+" if given.startswith("+") else ""
        return more + formats.space(locale, int(given))

    return _Part(name, read, asked)


def _count(key: str, name: str, asked: Callable[[Asked, QLocale], str]) -> _Part:
    def read(reading: Reading, locale: QLocale) -> str:
        found = reading.get(name)
        return "" if found is None else locale.toString(len(found))

    return _Part(key, read, asked)


def _documents(name: str) -> _Part:
    return _count(
        "documents", name, lambda asked, locale: locale.toString(int(asked.get("documenti", 0)))
    )


def _years(asked: Asked, locale: QLocale) -> str:
    years = int(asked.get("anni", 0))
    if not years:
        return ""
    return text("evidence.year" if years == 1 else "evidence.years", count=locale.toString(years))


def _another(asked: Asked, _locale: QLocale) -> str:
    email = formats.line(str(asked.get("email_gestione_password", "")))
    return text("evidence.one_more_with", email=email) if email else text("evidence.one_more")


def _mailboxes(reading: Reading, locale: QLocale) -> str:
    if "ids" not in reading:
        return ""
    found, unlike = len(reading["ids"]), len(reading.get("unlike", ()))
    if not unlike:
        return locale.toString(found)
    return text("evidence.another_type", count=locale.toString(found + unlike))


def _moved(reading: Reading, locale: QLocale) -> str:
    seconds = reading.get("ultima_modifica")
    return formats.moment(locale, seconds) if isinstance(seconds, int) else ""


def _kind(asked: Asked, _locale: QLocale) -> str:
    return text(f"type.{str(asked.get('tipo_casella', '')).upper()}") if asked else ""


_STATE = _Part("state", _of("state", "stato"))
_TYPE = _Part("type", _of("type", "tipo_casella"), _kind)
_COMMUNICATION = _Part("state", _of("communication_state", "stato"))
_SPACES = [_space(name) for name in ("spazio_disco", "spazio_storico", "spazio_conservazione")]

_PARTS: dict[str, list[_Part]] = {
    "renew_mailbox": [_Part("expiry", _expiry, _years), _STATE],
    "change_space": _SPACES,
    "change_type": [_TYPE],
    "activate_preservation": [_SPACES[-1], _documents("documenti_conservazione")],
    "add_user": [_count("users", "multiutenza", _another)],
    "revoke_mailbox": [
        _Part(_STATE.key, _STATE.read, lambda _asked, _locale: text("state.revocata")),
        _Part("expiry", _expiry),
    ],
    "activate_mailbox": [_STATE, _documents("documenti_attivazione"), _Part("moved", _moved)],
    "register_mailbox": [_Part("mailboxes", _mailboxes, _another)],
    "start_communication": [_Part("communications", _mailboxes, _another)],
    "upload_communication_documents": [_COMMUNICATION, _documents("documenti_registro_imprese")],
}
"""Operation → what is shown; of more space only what was asked for."""


def _parts(attempt: Attempt) -> list[_Part]:
    parts = _PARTS.get(attempt.operation, [])
    if attempt.operation != "change_space":
        return parts
    return [part for part in parts if part.key in attempt.asked]
