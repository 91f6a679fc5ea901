"""Many of the same, row by row, each sent once: registrations, renewals, more space, users.

A batch is written down before anything of it is sent. How a row stands is read from the journal,
where its attempts bear the row's key; so a batch can be interrupted at any instant and run again:
what is done is not sent again, what is unknown is looked at first. See
``docs/decisions/0016-batches.md``. All functions block: worker threads, or the command line.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.prices import Price, together
from pec_desktop.errors import ApiError, PecDesktopError, Refusal
from pec_desktop.services import batch_rows, reconcile
from pec_desktop.services.batch_rows import Planned
from pec_desktop.services.changes import concerns_all
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.store.batches import Batch

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

ROUNDS = 3
"""How often one run goes through the rows: a second time for what did not happen after all."""

LONG_AGO = 180 * 86_400
"""Seconds after which the same may be wanted again: a mailbox is renewed every year."""

ABOUT_AGAIN = frozenset({"attempt.unknown", "attempt.pending", "attempt.busy"})
"""Refusals that mean "not now", and nothing about the row."""


class RowState(StrEnum):
    """How a row stands, by the journal."""

    INVALID = "invalid"
    """Something is wrong with it; it is not sent."""
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    """The vendor said no, or it could not be sent; it may be tried again."""
    UNKNOWN = "unknown"


LEFT = frozenset({RowState.WAITING, RowState.REFUSED, RowState.UNKNOWN})
"""What a run sends, or may send."""


class Result(Struct, frozen=True):
    """A row and what came of it.

    `attempt` is the newest of its attempts, None if nothing was sent; `error` is what went wrong in
    this run where the journal does not tell (a `Refusal`, no connection).
    """

    planned: Planned
    state: RowState
    attempt: Attempt | None = None
    error: PecDesktopError | None = None

    @property
    def reference(self) -> str:
        """The id of the mailbox it is about, empty while there is none."""
        attempt = self.attempt
        made = attempt.reference if attempt is not None and self.planned.makes_new else ""
        return made or ("" if self.planned.makes_new else self.planned.target)


Told = Callable[[int, Result], None]
"""Hears of every row that has just got a new state: its place among the rows, and the result."""


class Begun(Struct, frozen=True):
    """A batch that was begun; of its rows `done` are confirmed."""

    batch: Batch
    done: int

    @property
    def rows_left(self) -> int:
        """How many rows are not confirmed."""
        return len(self.batch.rows) - self.done


def standing(office: Office, wanted: Batch) -> Batch:
    """Return what `begin` would give, without writing anything: a batch begun before, or `wanted`.

    The last one of the same file (or rows) counts, unless it is done and `wanted` is one `anew`.
    """
    last = office.batches.newest(wanted.operation, wanted.digest)
    if last is None or (wanted.anew and is_done(office, last)):
        return wanted
    return last


def begin(office: Office, wanted: Batch) -> Batch:
    """Take up the batch of this file that has rows left, or write `wanted` down; nothing is sent.

    Raises `Refusal("batch.finished")` (details `name`, `moment`) if all of it was done before, and
    it is not wanted `anew`: that does also what other batches have done.
    """
    there = standing(office, wanted)
    if there is wanted:
        return office.batches.add(wanted)
    if is_done(office, there):
        raise Refusal("batch.finished", name=there.name, moment=there.finished_at)
    if there.finished_at is not None:  # somebody had let it be
        office.batches.reopen(there.id)
    return there


def is_done(office: Office, batch: Batch) -> bool:
    """Whether every row of a batch is confirmed, by the journal."""
    return bool(batch.started_at) and _confirmed(office, batch) == len(batch.rows)


def unfinished(office: Office) -> list[Begun]:
    """Return the batches to go on with, the newest first; no network. Not those that run just now.

    One whose last lost answer was told apart meanwhile is finished by this.
    """
    found = []
    for one in office.batches.unfinished():
        if office.is_claimed(_claim(one)):
            continue
        done = _confirmed(office, one)
        if done == len(one.rows):
            office.batches.finish(one.id)
        else:
            found.append(Begun(one, done))
    return found


def overlapping(office: Office, wanted: Batch, but: Batch) -> Begun | None:
    """Return the newest unfinished batch with some of the same mailboxes, `but` not that one.

    Only where mailboxes are named by their id, as in a selection. No network.
    """
    ids = _ids(wanted)
    for begun in unfinished(office):
        other = begun.batch
        if other.operation == wanted.operation and other.id != but.id and ids & _ids(other):
            return begun
    return None


def written(office: Office, one: Batch) -> Batch:
    """Return a batch as the archive has it now, or as it is if it was never begun."""
    there = (other for other in office.batches.of(one.operation) if other.id == one.id)
    return next(there, one)


def let_be(office: Office, batch: Batch) -> None:
    """Offer a batch no more. What it has done counts, and the same file still goes on with it."""
    office.batches.finish(batch.id)


def plan(
    office: Office,
    batch: Batch,
    work: Work,
    *,
    accept_checks: bool = False,
    after_loss: bool = True,
) -> list[Planned]:
    """Check every row as it stands now; nothing is sent. Reads what it needs from the vendor.

    `accept_checks` lets failed check digits pass where mailboxes are not real ones. Of what the
    journal may have lost every first payment warns; unless `after_loss`, it is not sent.
    """
    planned = batch_rows.plan(office, batch, work, accept_checks=accept_checks)
    mine = _attempts(office, [one.key for one in planned])
    elsewhere = {} if batch.anew else _done_elsewhere(office, batch)
    unknown = {(one.operation, one.target) for one in office.attempts.unknown()}
    # Whoever says the present expiry knows of what a finished batch has done.
    dated = {batch.key(row) for row in batch.rows if row.values.get(batch_rows.EXPIRY)}
    lost = not after_loss and office.attempts.may_have_lost()
    checked = []
    for one in planned:
        problems = list(one.problems)
        if one.key not in mine:  # what was sent from here has been judged before
            problems += one.objections
            if (one.operation, one.target) in unknown:
                problems.append(Problem(one.about, "attempt.unknown"))
            other = elsewhere.get((one.target, one.digest))
            if other is not None and (other.rows_left or one.key not in dated):
                details = {"name": other.batch.name, "moment": other.batch.started_at}
                problems.append(Problem(one.about, "batch.done_before", details))
            if _is_there(one) and (
                first := reconcile.first_payment_warning(office, one.operation, one.target)
            ):
                severity = Severity.ERROR if lost else Severity.WARNING
                problems.append(Problem(one.about, first, severity=severity))
        checked.append(one.with_problems(problems))
    return checked


def _is_there(one: Planned) -> bool:
    """Whether the account has already what a row is about; `batch_rows` has looked for it."""
    return not one.makes_new or any(found.key == "batch.listed" for found in one.objections)


def recorded(office: Office, batch: Batch) -> list[Result]:
    """Tell how the rows of a batch stand by the journal alone; no network."""
    attempts = _attempts(office, [batch.key(row) for row in batch.rows])
    found = []
    for row in batch.rows:
        key = batch.key(row)
        blank = Planned(batch.operation, key, row.number, dict(row.values))
        if of_row := attempts.get(key):
            blank = replace(blank, target=of_row[0].target, label=of_row[0].label)
        found.append(_result(blank, attempts.get(key, [])))
    return found


def results(office: Office, planned: Sequence[Planned]) -> list[Result]:
    """Tell how every row stands. No network."""
    attempts = _attempts(office, [one.key for one in planned])
    return [_result(one, attempts.get(one.key, [])) for one in planned]


def run(
    office: Office,
    batch: Batch,
    planned: Sequence[Planned],
    work: Work,
    *,
    quiet_period: int,
    told: Told | None = None,
) -> list[Result]:
    """Send what is left, one row after the other, and look at what is unknown first.

    One row that fails does not stop the rest, unless the next would fail for the same reason. After
    the last row it waits, `quiet_period` seconds at most, for lost answers to be told apart, and
    sends again what did not happen. Cancelling stops between two rows (`Cancelled`); what was done
    until then stays done. Finishes the batch once every row is confirmed.
    """
    with office.claim(_claim(batch)):
        tell = told or (lambda _place, _result: None)
        state = dict(enumerate(results(office, planned)))
        for _round in range(ROUNDS):
            stopped = False
            for place, one in enumerate(planned):
                before = state[place]
                if before.state in (RowState.CONFIRMED, RowState.INVALID) or stopped:
                    continue
                work.check()
                work.progress(_done(state), len(planned))
                state[place], stopped = _settle(office, one, before, work, quiet_period)
                tell(place, state[place])
            work.progress(_done(state), len(planned))
            if stopped or not _wait_for_the_unknown(
                office, planned, state, work, quiet_period, tell
            ):
                break
        if all(result.state is RowState.CONFIRMED for result in state.values()):
            office.batches.finish(batch.id)
        return list(state.values())


class Run:
    """One run of a batch; what is known of its rows can be asked for meanwhile, by any thread."""

    def __init__(self, office: Office, batch: Batch, planned: Sequence[Planned]) -> None:
        self._office = office
        self._batch = batch
        self._planned = planned
        self._told: dict[str, Result] = {}

    def carry_out(self, work: Work, *, quiet_period: int) -> None:
        """Send what is left; as `run` does."""
        run(
            *(self._office, self._batch, self._planned, work),
            quiet_period=quiet_period,
            told=lambda _place, result: self._told.update({result.planned.key: result}),
        )

    def updated(self, found: Sequence[Result]) -> list[Result]:
        """Return `found` with what this run has told of rows since then."""
        return [self._told.get(one.planned.key, one) for one in found]

    def results(self) -> list[Result]:
        """Return how every row stands, and what kept this run from doing it."""
        return [self._with_reason(one) for one in results(self._office, self._planned)]

    def _with_reason(self, result: Result) -> Result:
        told = self._told.get(result.planned.key)
        return result if told is None or result.state is RowState.CONFIRMED else told


def _settle(
    office: Office, one: Planned, before: Result, work: Work, quiet_period: int
) -> tuple[Result, bool]:
    """Bring one row on by one call at most; tell also whether the rest would fail as well."""
    error: PecDesktopError | None = None
    try:
        if before.state is RowState.UNKNOWN:
            _look(office, before, work, quiet_period)
        if _now(office, one).state in (RowState.WAITING, RowState.REFUSED):
            batch_rows.send(office, one, work)
    except PecDesktopError as raised:
        work.check()
        error = raised
        log.info("A row of a batch: %s", type(raised).__name__)
    result = _now(office, one)
    if error is not None and result.state is not RowState.CONFIRMED:
        kept = result.state is RowState.UNKNOWN or isinstance(error, ApiError)
        state = result.state if kept and result.attempt else RowState.REFUSED
        result = Result(one, state, result.attempt, error)
    again = isinstance(error, Refusal) and error.key in ABOUT_AGAIN
    return result, error is not None and not again and concerns_all(error)


def _wait_for_the_unknown(
    office: Office,
    planned: Sequence[Planned],
    state: dict[int, Result],
    work: Work,
    quiet_period: int,
    tell: Told,
) -> bool:
    """Look at lost answers until they are told apart; True if something is to be sent again."""
    again = False
    unknown = [place for place in state if state[place].state is RowState.UNKNOWN]
    for place in unknown:
        one = planned[place]
        while state[place].state is RowState.UNKNOWN and state[place].attempt is not None:
            try:
                look = _look(office, state[place], work, quiet_period)
            except ApiError:
                return again
            state[place] = _now(office, one)
            if look is None or look.settled or look.again_in is None:
                break
            work.wait(look.again_in)
        again |= state[place].state is RowState.WAITING
        if state[place].state is not RowState.UNKNOWN:
            tell(place, state[place])
    return again


def _look(office: Office, result: Result, work: Work, quiet_period: int) -> reconcile.Look | None:
    if result.attempt is None:
        return None
    return reconcile.one(office, result.attempt.id, work, quiet_period=quiet_period)


def _now(office: Office, one: Planned) -> Result:
    return _result(one, _attempts(office, [one.key]).get(one.key, []))


def _result(one: Planned, attempts: Sequence[Attempt]) -> Result:
    """Judge a row by its attempts, the newest first: one that was confirmed settles it."""
    by_outcome = {attempt.outcome: attempt for attempt in reversed(attempts)}
    if done := by_outcome.get(Outcome.CONFIRMED):
        return Result(one, RowState.CONFIRMED, done)
    for outcome in (Outcome.UNKNOWN, Outcome.PENDING):
        if lost := by_outcome.get(outcome):
            return Result(one, RowState.UNKNOWN, lost)
    if any(problem.severity is Severity.ERROR for problem in one.problems):
        return Result(one, RowState.INVALID)
    newest = attempts[0] if attempts else None
    refused = newest is not None and newest.outcome is Outcome.REFUSED
    return Result(one, RowState.REFUSED if refused else RowState.WAITING, newest)


def _attempts(office: Office, keys: Sequence[str]) -> Mapping[str, list[Attempt]]:
    found: dict[str, list[Attempt]] = {}
    for attempt in office.attempts.of_drafts(keys):
        found.setdefault(str(attempt.asked["draft"]), []).append(attempt)
    return found


def _done_elsewhere(office: Office, batch: Batch) -> dict[tuple[str, str], Begun]:
    """Return what other batches have done: (target, request) → the batch, rather an unfinished one.

    A file that was corrected, or saved again, is another file: what was done of the first is not
    done again by mistake, and not left out in silence either. What was done long ago is another
    year's matter.
    """
    others = [one for one in office.batches.of(batch.operation) if one.id != batch.id]
    by_key = {one.key(row): one for one in others for row in one.rows}
    confirmed: dict[str, list[Attempt]] = {}
    for attempt in office.attempts.of_drafts(list(by_key)):
        if attempt.outcome is Outcome.CONFIRMED:
            confirmed.setdefault(by_key[str(attempt.asked["draft"])].id, []).append(attempt)
    begun = [Begun(one, len(confirmed.get(one.id, []))) for one in others]
    return {
        (attempt.target, attempt.payload_digest): other
        for other in sorted(begun, key=lambda one: one.rows_left == 0, reverse=True)
        for attempt in confirmed.get(other.batch.id, [])
        if attempt.started_at > office.now() - LONG_AGO
    }


def _confirmed(office: Office, batch: Batch) -> int:
    found = office.attempts.of_drafts([batch.key(row) for row in batch.rows])
    return len({one.asked["draft"] for one in found if one.outcome is Outcome.CONFIRMED})


def _ids(batch: Batch) -> set[str]:
    return {str(key) for row in batch.rows if (key := row.values.get(batch_rows.BY_ID))}


def _claim(batch: Batch) -> str:
    return f"batch {batch.id}"


def _done(state: Mapping[int, Result]) -> int:
    return sum(1 for result in state.values() if result.state is RowState.CONFIRMED)


def cost(office: Office, found: Sequence[Result]) -> Price:
    """Return what the rows that are left cost together at most, as far as that is known."""
    return together(batch_rows.price(office, one.planned) for one in found if one.state in LEFT)


def counted(found: Sequence[Result]) -> Iterator[tuple[RowState, int]]:
    """Yield how many rows stand how, in the order of `RowState`, those that there are."""
    for state in RowState:
        if count := sum(result.state is state for result in found):
            yield state, count
