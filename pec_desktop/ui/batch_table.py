"""The rows of a batch as a table: what is asked for, what it costs, how it stands and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QLocale

from pec_desktop.api.endpoints import ENDPOINTS
from pec_desktop.api.envelope import kind_of_refusal
from pec_desktop.domain.changes import SPACES, expiry_after, spaces_after
from pec_desktop.domain.changes import request as request_of
from pec_desktop.domain.checks import parse_date
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.domain.prices import UNKNOWN, Price
from pec_desktop.errors import ApiError
from pec_desktop.services import batch_result, batch_rows
from pec_desktop.services.batch import Result, RowState
from pec_desktop.services.office import Office
from pec_desktop.ui import formats
from pec_desktop.ui.amounts import price_words
from pec_desktop.ui.failures import present
from pec_desktop.ui.record_table import RecordColumn
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import known, text

ROLES = {
    RowState.INVALID: Role.ATTENTION,
    RowState.WAITING: Role.INFO,
    RowState.CONFIRMED: Role.GOOD,
    RowState.REFUSED: Role.PROBLEM,
    RowState.UNKNOWN: Role.ATTENTION,
}


class Row(Struct, frozen=True):
    """A row and how it stands, its price, and its mailbox as the archive has it now, if it does."""

    result: Result
    price: Price = UNKNOWN
    now: Mailbox | None = None

    @property
    def number(self) -> int:
        """Where it stands in the file, or among what was selected."""
        return self.result.planned.number

    @property
    def state(self) -> RowState:
        """How it stands."""
        return self.result.state

    @property
    def remark(self) -> str:
        """Why it is not done, in words."""
        return batch_result.remark(self.result, text, explain)


def rows(office: Office, found: Sequence[Result]) -> list[Row]:
    """Make the rows of what was found; for a worker thread."""
    there = {one.mailbox.id: one.mailbox for one in office.mailboxes.all()}
    return [
        Row(one, batch_rows.price(office, one.planned), there.get(one.reference)) for one in found
    ]


def explain(result: Result) -> str:
    """Say what kept a row from being done: in this run, or by what the journal noted."""
    attempt = result.attempt
    if result.error is not None:
        return present(result.error).what
    if attempt is None or result.state is not RowState.REFUSED:
        return ""
    endpoint = ENDPOINTS[attempt.operation]
    noted = ApiError(
        kind_of_refusal(endpoint, attempt.status, attempt.code, attempt.message),
        operation=attempt.operation,
        status=attempt.status,
        code=attempt.code,
        field=attempt.field,
        message=attempt.message,
    )
    return present(noted).what


def columns(locale: QLocale, operation: str, today: date, *, lines: bool) -> list[RecordColumn]:
    """The columns of the table for an operation, in a language; `lines` for those of a file."""
    number = RecordColumn(text("many.line"), lambda row: str(row.number), _number, 4.5, role=_faded)
    return [
        *([number] if lines else []),
        _column("column.address", _label, 16, grows=True),
        RecordColumn(
            text("column.state"),
            lambda row: text(f"row.{row.state}"),
            lambda row: list(RowState).index(row.state),
            10.5,
            pill=lambda row: ROLES[row.state],
        ),
        *_DETAILS[operation](locale, today),
        _column(
            "summary.price",
            lambda row: "" if row.state is RowState.INVALID else price_words(locale, row.price),
            10.5,
            lambda row: row.price.amount or Decimal(0),
        ),
        _column("many.remark", lambda row: row.remark, 15, grows=True),
    ]


def _column(
    key: str,
    say: Callable[[Row], str],
    width: float,
    order: Callable[[Row], Any] | None = None,
    *,
    grows: bool = False,
) -> RecordColumn:
    return RecordColumn(text(key), say, order or say, width, grows=grows, role=_faded)


def _faded(row: Row) -> Role:
    return Role.FAINT if row.state is RowState.INVALID else Role.TEXT


def _number(row: Row) -> int:
    return row.number


def _label(row: Row) -> str:
    return formats.line(row.result.planned.label)


def _value(name: str) -> Callable[[Row], str]:
    return lambda row: formats.line(str(row.result.planned.values.get(name) or ""))


# What an operation asks for


def _renewal(locale: QLocale, today: date) -> list[RecordColumn]:
    def before(row: Row) -> date | None:
        attempt, box = row.result.attempt, row.result.planned.box
        told = attempt.before.get("data_scadenza") if attempt is not None else None
        return parse_date(told) if told else box.expiry if box is not None else None

    def then(row: Row) -> date | None:
        if row.state is RowState.CONFIRMED and row.now is not None:
            return row.now.expiry
        one = row.result.planned
        if row.state is RowState.INVALID or one.box is None or not one.digest:
            return None
        return expiry_after(one.box, int(one.values["anni"]), today)

    def then_words(row: Row) -> str:
        if row.state is RowState.INVALID:
            return ""
        day = then(row)
        return formats.day(locale, day) if day else text("renewal.unsaid")

    return [
        _column(
            "column.expiry",
            lambda row: formats.day(locale, day) if (day := before(row)) else "",
            9,
            lambda row: before(row) or date.max,
        ),
        _column("many.then", then_words, 11.5, lambda row: then(row) or date.max),
    ]


def _registration(_locale: QLocale, _today: date) -> list[RecordColumn]:
    def kind(row: Row) -> str:
        given = str(row.result.planned.values.get("tipo_casella") or "")
        return text(f"type.{given}") if known(f"type.{given}") else formats.line(given)

    return [
        _column("column.type", kind, 9),
        _column("column.holder", _value("denominazione_titolare"), 13, grows=True),
    ]


def _space(locale: QLocale, _today: date) -> list[RecordColumn]:
    def more(row: Row) -> str:
        one = row.result.planned
        if one.box is None or not one.digest:
            return ""
        after = spaces_after(one.box, request_of(one.operation, one.box, one.values))
        grown = {name: after[name] - getattr(one.box, name) for name in SPACES if name in after}
        return ", ".join(
            f"{text(f'space.{name}')} +{formats.space(locale, size)}"
            for name, size in grown.items()
        )

    return [_column("many.space", more, 16, grows=True)]


def _user(_locale: QLocale, _today: date) -> list[RecordColumn]:
    def name(row: Row) -> str:
        return " ".join(filter(None, (_value("nome")(row), _value("cognome")(row))))

    email = _value("email_gestione_password")
    return [_column("many.user", name, 12), _column("many.email", email, 14, grows=True)]


_DETAILS: dict[str, Callable[[QLocale, date], list[RecordColumn]]] = {
    "renew_mailbox": _renewal,
    "register_mailbox": _registration,
    "change_space": _space,
    "add_user": _user,
}
"""Operation → the columns that say what a row asks for."""
