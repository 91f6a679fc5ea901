"""Several renewals as rows: what each is to become, what keeps one out, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QLocale

from pec_desktop.domain.changes import expiry_after
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.domain.prices import UNKNOWN, Price
from pec_desktop.services.changes import Renewal
from pec_desktop.services.export import RenewalLine
from pec_desktop.ui import formats
from pec_desktop.ui.amounts import price_words
from pec_desktop.ui.failures import present
from pec_desktop.ui.record_table import RecordColumn
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import text


class Row(Struct, frozen=True):
    """One mailbox. `why` keeps it out (a key), `then` is None where nobody says the new expiry.

    `renewal` is what came of it, once that is known.
    """

    mailbox: Mailbox
    why: str | None
    then: date | None
    price: Price
    renewal: Renewal | None = None

    @property
    def outcome(self) -> str:
        """What became of it, as a key for words; empty before anything was sent."""
        if self.why is not None:
            return "renewed.left_out"
        one = self.renewal
        if one is None:
            return ""
        if one.mailbox is not None:
            return "renewed.done"
        if one.error is None:
            return "renewed.not_tried"
        return "renewed.unknown" if present(one.error).uncertain else "renewed.failed"

    @property
    def reason(self) -> str:
        """What keeps it out, or went wrong, in words."""
        if self.why is not None:
            return text(self.why)
        error = self.renewal.error if self.renewal else None
        return present(error).what if error is not None else ""


def rows(
    mailboxes: Sequence[tuple[Mailbox, str | None]],
    anni: int,
    today: date,
    price: Callable[[Mailbox], Price],
) -> list[Row]:
    """Make the rows of mailboxes, each with what keeps it out, for so many years."""
    return [
        Row(
            mailbox,
            why,
            expiry_after(mailbox, anni, today) if why is None else None,
            price(mailbox) if why is None else UNKNOWN,
        )
        for mailbox, why in mailboxes
    ]


def with_results(shown: Sequence[Row], results: Sequence[Renewal]) -> list[Row]:
    """Return the rows with what came of them."""
    by_id = {one.mailbox_id: one for one in results}
    return [replace(row, renewal=by_id.get(row.mailbox.id)) for row in shown]


def report(shown: Sequence[Row]) -> list[RenewalLine]:
    """Return the lines of the report to be exported."""
    return [
        RenewalLine(
            before=row.mailbox,
            after=row.renewal.mailbox if row.renewal else None,
            amount=row.price.amount if row.outcome in _MAY_COST else None,
            outcome=row.outcome,
            why=row.reason,
        )
        for row in shown
    ]


_MAY_COST = ("renewed.done", "renewed.unknown")

_ROLES = {
    "renewed.done": Role.GOOD,
    "renewed.failed": Role.PROBLEM,
    "renewed.unknown": Role.ATTENTION,
}


def columns(locale: QLocale) -> tuple[RecordColumn, ...]:
    """The columns of the table, in a language."""

    def then(row: Row) -> str:
        if row.why is not None:
            return ""
        return formats.day(locale, row.then) if row.then else text("renewal.unsaid")

    def column(
        key: str,
        say: Callable[[Row], str],
        order: Callable[[Row], Any],
        width: float,
        *,
        grows: bool = False,
        role: Callable[[Row], Role] | None = None,
    ) -> RecordColumn:
        return RecordColumn(text(key), say, order, width, grows=grows, role=role or _faded)

    def remark(row: Row) -> str:
        done = row.renewal.mailbox if row.renewal else None
        if done is not None:
            day = formats.day(locale, done.expiry) if done.expiry else ""
            return text("renewed.until", day=day)
        short = row.outcome in ("renewed.unknown", "renewed.not_tried")
        return text(row.outcome) if short else row.reason

    return (
        column("column.address", _address, _address, 18, grows=True),
        column(
            "column.expiry",
            lambda row: formats.day(locale, row.mailbox.expiry) if row.mailbox.expiry else "",
            lambda row: row.mailbox.expiry or date.max,
            9,
        ),
        column("renewed.then", then, lambda row: row.then or date.max, 11.5),
        column(
            "summary.price",
            lambda row: price_words(locale, row.price) if row.why is None else "",
            lambda row: row.price.amount or Decimal(0),
            11,
        ),
        column("renewed.remark", remark, remark, 20, grows=True, role=_remark_role),
    )


def _address(row: Row) -> str:
    return row.mailbox.casella_pec


def _faded(row: Row) -> Role:
    return Role.FAINT if row.why is not None else Role.TEXT


def _remark_role(row: Row) -> Role:
    return _ROLES.get(row.outcome, Role.MUTED)
