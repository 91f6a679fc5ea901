"""The dialog that sends what waits in the outbox: what goes, what it costs, one click, a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

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
from pec_desktop.ui.many import ManyDialog, Report
from pec_desktop.ui.moving import moved_words
from pec_desktop.ui.notice import Remark
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


class SendOutbox(ManyDialog):
    """Sends the drafts with these ids, or all that wait. GUI thread; non-blocking, use `open()`."""

    target = "sending.what"
    doing = "sending"

    def __init__(
        self, desk: Desk, ids: Sequence[str] | None = None, parent: QWidget | None = None
    ) -> None:
        model = RecordModel(columns(desk.locale), lambda row: row.item.id)
        super().__init__(desk, RecordTable(desk.theme, model, text("flow.outbox")), parent)
        self._ids = ids
        self._items: list[Item] = []
        self._credit: Quote | None = None
        self._ended_items: list[Sent] = []
        self.setWindowTitle(text("flow.outbox"))
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
        self._items = []
        self.ask(partial(_look, self.desk.office, self._ids), self._take, quietly=False)

    def _take(self, answer: tuple[list[Item], Quote | None]) -> None:
        self._items, self._credit = answer
        self.refresh()

    @property
    def total(self) -> Price:
        """What all of it costs."""
        return together(item.price for item in self.able if item.price is not None)

    def render_offer(self) -> None:
        """Show what goes, what is left out and why, and what it costs."""
        locale, able = self.desk.locale, self.able
        self.title.setText(text("sending.title", count=len(able)))
        self.about.setText(text("sending.about"))
        rows = [row_of(item, locale) for item in self._items]
        self.table.rows.replace(rows)
        paid = sum(item.price is not None for item in able)
        words = text("sending.target", paid=paid, free=len(able) - paid)
        credit = self._credit.credit if self._credit else None
        self.cost.show_quote("outbox", words, Quote(self.total, credit))
        self.cost.setVisible(bool(paid))
        does = text("do.outbox", count=len(able))
        if paid:
            does = pay_words(self.desk, "outbox", self.total, count=len(able))
        self.pay_button.setText(does)
        self.pay_button.setVisible(bool(rows))
        said = [row for row in rows if row.remark]
        self.show_remarks(_remarks(text("summary.warnings.title"), said))

    def why_not(self) -> str:
        """Why nothing can be sent now."""
        return "" if self.able else text("sending.none")

    def offline(self) -> str:
        """What becomes of it without a network: that is the person's standing choice."""
        chosen = self.desk.settings.send_uploads
        return text("sending.by_itself" if chosen else "sending.waits")

    # Sending

    def sending(self) -> Callable[[Work], object]:
        """Give what sends these; each is known as soon as it has ended."""
        ended: list[Sent] = []
        self._ended_items = ended
        office, items = self.desk.office, self.able
        return lambda work: outbox.send(office, items, work, ended.append)

    def progress(self) -> tuple[str, int, int]:
        """How many have ended."""
        return "progress", len(self._ended_items), len(self.able)

    def show_step(self) -> None:
        """Say what has become of each, and which one is on its way."""
        left = self._not_tried()
        self._show(text("sending.now"), left[:1])

    def standing(self) -> Callable[[Work], list[str]]:
        """Give what reads which of them still wait."""
        return partial(_still_waiting, self.desk.office, [item.id for item in self.able])

    def report(self, found: list[str]) -> Report:
        """Say of each what has become of it."""
        able, results, left = self.able, self.results, self._not_tried()
        self._show(text("sent.not_tried"), left)
        done = sum(one.error is None for one in results)
        stopped = [text("sent.stopped", count=len(left))] if left else []
        wrong = [row_after(one) for one in results if one.error is not None]
        return Report(
            text("sent.title", done=done, total=len(able)),
            " ".join([*stopped, text("sent.about")]),
            well=done == len(able),
            again=bool(found),
            errors=[one.error for one in results],
            remarks=_remarks(text("sent.wrong"), wrong),
        )

    def _not_tried(self) -> list[Item]:
        ended = {one.item.id for one in self.results}
        return [item for item in self.able if item.id not in ended]

    def _show(self, words: str, those: Sequence[Item]) -> None:
        """Show what has ended as it ended, `words` for those, and the rest as it is."""
        rows = {item.id: row_of(item, self.desk.locale) for item in self._items}
        rows |= {item.id: Row(item, words, Role.INFO) for item in those}
        rows |= {one.item.id: row_after(one) for one in self.results}
        self.table.rows.replace(list(rows.values()))


def _look(office: Office, ids: Sequence[str] | None, work: Work) -> tuple[list[Item], Quote | None]:
    found = outbox.look(office, ids, work)
    paid = next((one for one in found if one.why is None and one.price), None)
    if paid is None:
        return found, None
    return found, prices.quote_for(office, paid.row.operation, "", work)


def _still_waiting(office: Office, ids: Sequence[str], _work: Work) -> list[str]:
    waiting = {row.draft.id for row in outbox.waiting(office)}
    return [one for one in ids if one in waiting]


def _remarks(title: str, rows: Sequence[Row]) -> list[Remark]:
    """Say in full what there is to know of some rows."""
    said = [f"{formats.line(row.item.row.title) or _kind(row)}: {row.remark}" for row in rows]
    if len(said) > NAMED:
        said[NAMED:] = ["…"]
    return [Remark("notice-attention", title, "\n".join(said))] if said else []


def _kind(row: Row) -> str:
    return text(f"draft.{row.item.row.draft.kind}")


def _title(row: Row) -> str:
    return row.item.row.title


def _remark(row: Row) -> str:
    return row.remark


def _faded(row: Row) -> Role:
    return Role.FAINT if row.item.why is not None else Role.TEXT
