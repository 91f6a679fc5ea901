"""The dialog that sends what waits in the outbox: what goes, what it costs, one click, a report."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.prices import Price, together
from pec_desktop.services import outbox, prices
from pec_desktop.services.office import Office
from pec_desktop.services.outbox import Item, Sent
from pec_desktop.services.prices import Quote
from pec_desktop.ui import formats
from pec_desktop.ui.amounts import price_words
from pec_desktop.ui.cost_card import pay_words
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.failures import present
from pec_desktop.ui.many import ManyDialog
from pec_desktop.ui.moving import moved_words
from pec_desktop.ui.record_table import RecordColumn, RecordModel, RecordTable
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import text
from pec_desktop.work import Work

NAMED = 10
"""Of how many it is said in full what there is to know; the table has the rest."""


class Row(Struct, frozen=True):
    """An item as the table shows it: `remark` says what there is to know, `role` its colour."""

    item: Item
    remark: str = ""
    role: Role = Role.MUTED


def row_of(item: Item, locale: QLocale) -> Row:
    """Return the row of an item that is not sent yet: what keeps it, or what to look at."""
    if item.why is not None:
        return Row(item, text("sending.left_out", why=text(item.why)), Role.FAINT)
    warnings = [text(one.key, **one.details) for one in item.warnings]
    moved = moved_words(item.row.moved, locale)
    said = " ".join(formats.line(words) for words in (moved, *warnings) if words)
    return Row(item, said, Role.ATTENTION)


def row_after(one: Sent) -> Row:
    """Return the row of an item that was sent, or tried."""
    if one.error is None:
        return Row(one.item, text("sent.done"), Role.GOOD)
    failure = present(one.error)
    if failure.uncertain:
        return Row(one.item, text("standing.unknown"), Role.ATTENTION)
    return Row(one.item, failure.what, Role.PROBLEM)


def columns(locale: QLocale) -> tuple[RecordColumn, ...]:
    """The columns of the table, in a language."""

    def cost(row: Row) -> str:
        if row.item.why is not None:
            return ""
        price = row.item.price
        return text("price.free") if price is None else price_words(locale, price)

    def amount(row: Row) -> Decimal:
        return (row.item.price.amount if row.item.price else None) or Decimal(0)

    return (
        RecordColumn(text("sending.draft"), _kind, _kind, 17, role=_faded),
        RecordColumn(text("column.address"), _title, _title, 17, grows=True, role=_faded),
        RecordColumn(text("summary.price"), cost, amount, 11, role=_faded),
        RecordColumn(
            text("sent.remark"), _remark, _remark, 20, grows=True, role=lambda row: row.role
        ),
    )


def send(office: Office, items: Sequence[Item], work: Work, ended: list[Sent]) -> list[Sent]:
    """Send these, and put each into `ended` as soon as it is known. Worker thread."""
    return outbox.send(office, items, work, ended.append)


class SendOutbox(ManyDialog):
    """Sends the drafts with these ids, or all that wait. GUI thread; non-blocking, use `open()`."""

    target = "sending.what"

    def __init__(
        self, desk: Desk, ids: Sequence[str] | None = None, parent: QWidget | None = None
    ) -> None:
        model = RecordModel(columns(desk.locale), lambda row: row.item.id)
        table = RecordTable(desk.theme, model, text("flow.outbox"))
        super().__init__(desk, table, "sending", parent)
        self._ids = ids
        self._items: list[Item] = []
        self._credit: Quote | None = None
        self._ended_items: list[Sent] = []
        self.setWindowTitle(text("flow.outbox"))
        self.about.setText(text("sending.about"))
        self.build()
        self.read()

    @property
    def able(self) -> list[Item]:
        """What will be sent."""
        return [item for item in self._items if item.why is None]

    @property
    def results(self) -> list[Sent]:
        """What has become of those that have ended."""
        return list(self._ended_items)

    # Reading and showing

    @Slot()
    def read(self) -> None:
        """Look what waits, how it stands, and what there is to pay it with."""
        office, ids = self.desk.office, self._ids

        def look(work: Work) -> tuple[list[Item], Quote | None]:
            found = outbox.look(office, ids, work)
            paid = next((one for one in found if one.why is None and one.price), None)
            if paid is None:
                return found, None
            return found, prices.quote_for(office, paid.row.operation, "", work)

        self.ask(look, self._take)

    def _take(self, answer: tuple[list[Item], Quote | None]) -> None:
        self._items, self._credit = answer

    @property
    def total(self) -> Price:
        """What all of it costs."""
        return together(item.price for item in self.able if item.price is not None)

    def render_rows(self) -> None:
        """Show what goes, what is left out and why, and what it costs."""
        locale, able = self.desk.locale, self.able
        self.title.setText(text("sending.title", count=len(able)))
        rows = [row_of(item, locale) for item in self._items]
        self.table.rows.replace(rows)
        paid = sum(item.price is not None for item in able)
        words = text("sending.target", paid=paid, free=len(able) - paid)
        credit = self._credit.credit if self._credit else None
        self.cost.show_quote("outbox", words, None if self._reading else Quote(self.total, credit))
        self.cost.setVisible(bool(paid))
        if paid:
            self.pay_button.setText(pay_words(self.desk, "outbox", self.total, count=len(able)))
        else:
            self.pay_button.setText(text("do.outbox", count=len(able)))
        if not self.offline:
            self._say(text("summary.warnings.title"), [row for row in rows if row.remark])

    def why_not(self) -> str:
        """Why nothing can be sent now."""
        if self.desk.office.connection is None:
            return text("office.not_connected")
        return "" if self.able else text("sending.none")

    # Sending

    @Slot()
    def start(self) -> None:
        """Send what is shown, one after the other, each once."""
        if self.may_begin and self.able:
            office, items, ended = self.desk.office, self.able, self._ended_items
            self.begin(lambda work: send(office, items, work, ended), len(items))

    def show_step(self) -> None:
        """Say what has become of each, and which one is on its way."""
        ended = {one.item.id: one for one in self.results}
        waiting = [item for item in self.able if item.id not in ended]
        self._show(ended, text("sending.now"), waiting[:1])

    def show_results(self, results: Any) -> bool:
        """Show the report; what stopped the rest is said above the buttons."""
        able, ended = self.able, {one.item.id: one for one in results}
        left = [item for item in able if item.id not in ended]
        self._show(ended, text("sent.not_tried"), left)
        done = sum(one.error is None for one in results)
        wrong = [row_after(one) for one in results if one.error is not None]
        words = [text("sent.about")]
        if left:
            words.insert(0, text("sent.stopped", count=len(left)))
        self.report(
            text("sent.title", done=done, total=len(able)),
            " ".join(words),
            stopped_by=results[-1].error if results and left else None,
        )
        self._say(text("sent.wrong"), wrong)
        return done == len(able)

    def _say(self, title: str, rows: Sequence[Row]) -> None:
        """Say in full what there is to know of some rows; nothing for none."""
        said = [f"{formats.line(row.item.row.title) or _kind(row)}: {row.remark}" for row in rows]
        if len(said) > NAMED:
            said[NAMED:] = ["…"]
        self.notice.show_words("notice-attention", title, "\n".join(said))
        self.notice.setVisible(bool(said))

    def _show(self, ended: dict[str, Sent], words: str, those: Sequence[Item]) -> None:
        """Show what has ended as it ended, `words` for those, and the rest as it is."""
        ids = {item.id for item in those}
        self.table.rows.replace(
            [
                row_after(ended[item.id])
                if item.id in ended
                else Row(item, words, Role.INFO)
                if item.id in ids
                else row_of(item, self.desk.locale)
                for item in self._items
            ]
        )


def _kind(row: Row) -> str:
    return text(f"draft.{row.item.row.draft.kind}")


def _title(row: Row) -> str:
    return row.item.row.title


def _remark(row: Row) -> str:
    return row.remark


def _faded(row: Row) -> Role:
    return Role.FAINT if row.item.why is not None else Role.TEXT
