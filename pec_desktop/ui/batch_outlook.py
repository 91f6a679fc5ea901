"""What a batch would do as it stands now: read in a worker, and put into words for its window."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from PySide6.QtCore import QLocale

from pec_desktop.services import batch, batch_sources, mailboxes, prices
from pec_desktop.services.batch import Begun, RowState
from pec_desktop.services.batch_rows import CHECKS
from pec_desktop.services.office import Office
from pec_desktop.services.prices import Quote
from pec_desktop.store.batches import Batch
from pec_desktop.ui import batch_table, formats
from pec_desktop.ui.batch_sources import Ask, Asked
from pec_desktop.ui.batch_table import Row
from pec_desktop.ui.notice import Remark
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class Outlook(Struct, frozen=True):
    """A batch as it is or would be: `rows` are all that are shown, also those it leaves out.

    `batch` is None while it is not known what is to be done; `elsewhere` is an unfinished one that
    holds some of the same mailboxes.
    """

    asked: Asked
    batch: Batch | None = None
    rows: tuple[Row, ...] = ()
    credit: Decimal | None = None
    elsewhere: Begun | None = None

    @property
    def own(self) -> list[Row]:
        """The rows that belong to the batch."""
        numbers = {row.number for row in self.batch.rows} if self.batch else set()
        return [row for row in self.rows if row.number in numbers]

    @property
    def left_out(self) -> list[Row]:
        """The rows that are shown, but are no part of the batch."""
        own = {row.number for row in self.own}
        return [row for row in self.rows if row.number not in own]

    @property
    def left(self) -> list[Row]:
        """The rows that are sent, or may be."""
        return [row for row in self.own if row.state in batch.LEFT]

    @property
    def is_begun(self) -> bool:
        """Whether it is written down."""
        return self.batch is not None and self.batch.started_at > 0

    @property
    def is_finished(self) -> bool:
        """Whether every row is done."""
        return self.is_begun and self.done == len(self.own)

    @property
    def done(self) -> int:
        """How many rows are done."""
        return self.count(RowState.CONFIRMED)

    def count(self, state: RowState) -> int:
        """How many of the rows that are shown stand so."""
        return sum(row.state is state for row in self.rows)

    def has_problem(self, keys: frozenset[str]) -> bool:
        """Whether one of these problems stands at a row."""
        found = (problem.key for row in self.rows for problem in row.result.planned.problems)
        return not keys.isdisjoint(found)

    @property
    def doubtful(self) -> bool:
        """Whether a code in it has a wrong check digit."""
        return self.has_problem(CHECKS)

    @property
    def done_before(self) -> bool:
        """Whether another batch has done something of it."""
        return self.has_problem(frozenset({"batch.done_before"}))

    def quote(self, office: Office) -> Quote:
        """What the rest costs at most, and the credit; no network."""
        return Quote(batch.cost(office, [row.result for row in self.left]), self.credit)

    def remarks(self, locale: QLocale) -> list[Remark]:
        """What is particular about it, the gravest first."""
        one, found = self.batch, []
        if one is None:
            return [Remark("notice-attention", "", text("many.choose"))]
        if self.is_finished:
            moment = formats.moment(locale, one.finished_at or one.started_at)
            title = text("many.finished.title", moment=moment)
            found.append(Remark("notice-good", title, text("many.finished")))
        elif self.is_begun:
            moment = formats.moment(locale, one.started_at)
            title = text("many.begun.title", moment=moment, done=self.done, total=len(self.own))
            found.append(Remark("notice", title, text("many.begun")))
        if (other := self.elsewhere) is not None:
            words = text(
                "many.elsewhere",
                name=formats.line(other.batch.name),
                moment=formats.moment(locale, other.batch.started_at),
                done=other.done,
                total=len(other.batch.rows),
            )
            found.append(Remark("notice-attention", "", words))
        if not self.left and not self.is_finished:
            found.append(Remark("notice-attention", "", text("many.none")))
        if out := self.count(RowState.INVALID):
            found.append(Remark("notice-attention", "", text("many.left_out", count=out)))
        if self.asked.odd:
            columns = formats.line(", ".join(self.asked.odd))
            found.append(Remark("notice", "", text("many.odd", columns=columns)))
        return found


def look(
    office: Office, ask: Ask, work: Work, *, accept: bool, able: bool, known: Outlook | None
) -> Outlook:
    """Read what is asked for and check every row; nothing is sent. Worker thread.

    List and credit are read from the vendor unless they are `known`. Raises what `ask` raises,
    and `ApiError`.
    """
    if known is None and office.connection is not None:
        mailboxes.refresh(office, work)
    asked = ask(office)
    credit = prices.credit_if_told(office, work) if known is None else known.credit
    if asked.wanted is None:
        return Outlook(asked, credit=credit)
    one, found = batch_sources.look(office, asked.wanted, work, accept_checks=accept, able=able)
    prices.learn(office, one.operation, work)
    rows = tuple(batch_table.rows(office, found))
    return Outlook(asked, one, rows, credit, batch.overlapping(office, asked.wanted, one))
