"""What became of an attempt whose answer was lost: look, weigh the evidence, settle or wait.

Every look is a reading of the vendor; the rules stand in `domain.verdicts`, the reasons in
``docs/decisions/0013-reconciliation.md``. All functions block: worker threads.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from pec_desktop.domain import verdicts
from pec_desktop.domain.communication import target_of
from pec_desktop.domain.evidence import Evidence, Verdict
from pec_desktop.errors import ApiError, Refusal
from pec_desktop.services import mailboxes, witnesses
from pec_desktop.services.aftermath import aftermath
from pec_desktop.services.taking_up import NEW, take_up
from pec_desktop.services.witnesses import PAID, Lists
from pec_desktop.store.attempts import Attempt, Outcome

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

FIRST_PAYMENT = "journal.first_payment"
"""Key of the words that warn before the first payment for what is older than the journal."""


class Look(Struct, frozen=True):
    """An attempt after a look at it; `attempt.outcome` tells whether it is settled now.

    `again_in` is after how many seconds another look may tell more, None if none ever may.
    """

    attempt: Attempt
    again_in: int | None = None

    @property
    def settled(self) -> bool:
        """Whether its outcome is known now."""
        return self.attempt.outcome is not Outcome.UNKNOWN

    @property
    def decided(self) -> bool:
        """Whether a person has settled it."""
        return self.attempt.evidence is not None and self.attempt.evidence.decided

    @property
    def for_the_person(self) -> bool:
        """Whether reading does not tell it, and will not, so that the person has to decide."""
        return not self.settled and self.again_in is None


def one(office: Office, attempt_id: int, work: Work, *, quiet_period: int) -> Look:
    """Look once at what became of an attempt, and settle it if that can be told.

    `quiet_period` is how many seconds after the answer was lost a slow server may still carry the
    request out. An attempt that is not unknown any more comes back as it is. Raises `KeyError` for
    one that is not in the journal, `ApiError` if the vendor does not answer,
    `Refusal("office.not_connected")`.
    """
    attempt = _get(office, attempt_id)
    if attempt.outcome is not Outcome.UNKNOWN:
        return Look(attempt)
    since = office.attempts.revision(attempt.target)
    return _look(office, attempt, since, work, set(), quiet_period)


def all_unknown(office: Office, work: Work, *, quiet_period: int) -> list[Look]:
    """Look at every attempt whose outcome is unknown, the oldest first; as `one` does.

    What a killed program left undone after a success is done as well. An attempt that cannot be
    looked at does not stop the rest, unless the next would fail for the same reason (`ApiError`).
    """
    finish_up(office)
    unknown = office.attempts.unknown()
    revisions = {attempt.id: office.attempts.revision(attempt.target) for attempt in unknown}
    looks: list[Look] = []
    lists: Lists = set()
    for done, attempt in enumerate(unknown):
        work.progress(done, len(unknown))
        work.check()
        try:
            since = revisions[attempt.id]
            looks.append(_look(office, attempt, since, work, lists, quiet_period))
        except ApiError as error:
            if error.kind not in mailboxes.ABOUT_ONE:
                raise
            log.info("Attempt %d cannot be looked at: %s", attempt.id, error.kind)
    work.progress(len(unknown), len(unknown))
    return looks


def settle(office: Office, attempt_id: int, happened: bool) -> Attempt:
    """Take the person's decision on an attempt of which nothing else tells; it is marked as one.

    Raises `Refusal("attempt.settled")` if its outcome is known meanwhile, `KeyError` for one that
    is not in the journal. No network.
    """
    attempt = _get(office, attempt_id)
    told = attempt.evidence or Evidence(at=0, verdict=Verdict.CANNOT_BE_TOLD)
    decision = Verdict.HAPPENED if happened else Verdict.DID_NOT_HAPPEN
    decided = replace(
        told, at=office.now(), verdict=decision, decided=True, newest=office.attempts.newest()
    )
    if not _settle(office, attempt, decided, None):
        raise Refusal("attempt.settled")
    return _get(office, attempt_id)


def finish_up(office: Office) -> None:
    """Do what is left of earlier calls: outcomes that could not be written, drafts that were sent.

    A program that is killed, or whose disk is full, between a success and what follows from it
    leaves a draft too many. No network; raises `StoreError`.
    """
    for attempt_id in list(office.unrecorded):
        office.attempts.finish(attempt_id, Outcome.UNKNOWN)
        office.unrecorded.discard(attempt_id)
    ids = [draft.id for draft in office.drafts.all()]
    for attempt in office.attempts.sent_drafts(ids):
        take_up(office, attempt)


def first_payment_warning(office: Office, operation: str, target: str) -> str | None:
    """Return the key of a warning if this journal cannot know what was sent for `target` before.

    That is so for the first payment for whatever is older than the journal: a new archive on an
    account that has mailboxes already, or one that was restored (`store.journal_gap`).
    `target` is what the journal calls it: an id, or (while there is none) an address. No network.
    """
    if operation not in PAID or operation == "check_domain":
        return None
    if operation == "register_mailbox":
        there = [mailbox.id for mailbox in mailboxes.at_address(office, target)]
    elif operation == "start_communication":
        there = _communications_for(office, target)
    else:
        there = [target]
    known = all(office.attempts.knows(thing, target, PAID) for thing in there)
    return None if known else FIRST_PAYMENT


def _communications_for(office: Office, target: str) -> list[str]:
    known = (stored.communication for stored in office.communications.all() if stored.listed)
    return [
        one.id
        for one in known
        if target_of({"casella_pec": one.casella_pec, "cf_piva": one.cf_piva}) == target
    ]


def _get(office: Office, attempt_id: int) -> Attempt:
    attempt = office.attempts.get(attempt_id)
    if attempt is None:
        raise KeyError(attempt_id)
    return attempt


def _look(
    office: Office, attempt: Attempt, since: int, work: Work, lists: Lists, quiet_period: int
) -> Look:
    """Look at an unknown attempt; `since` is its target's revision from before any reading."""
    now = witnesses.read(office, attempt, work, lists)
    spent = witnesses.expenses(office, attempt)
    found = witnesses.judge(office, attempt, now, spent)
    earlier = attempt.evidence.absent_since if attempt.evidence else None
    moment = office.now()
    told = Evidence(
        at=moment,
        verdict=verdicts.weigh(found, spent),
        now=now,
        expenses=spent,
        absent_since=(earlier or moment) if found is Verdict.DID_NOT_HAPPEN else None,
        newest=office.attempts.newest(),
    )
    log.info("Attempt %d was looked at: %s", attempt.id, told.verdict)
    wait = max(0, _lost_at(attempt) + quiet_period - moment)
    again = wait or None
    if told.verdict is Verdict.DID_NOT_HAPPEN and (earlier is None or wait):
        again = wait  # the second reading may tell more, even at once
    elif told.verdict is not Verdict.CANNOT_BE_TOLD:
        settled = _settle(office, attempt, told, since)
        return Look(_get(office, attempt.id), None if settled else 0)
    noted = office.attempts.note(attempt.id, told, since=since)
    return Look(_get(office, attempt.id), again if noted else 0)


def _settle(office: Office, attempt: Attempt, told: Evidence, since: int | None) -> bool:
    """Write the outcome down and do what follows from it; False if something came in between."""
    happened = told.verdict is Verdict.HAPPENED
    outcome = Outcome.CONFIRMED if happened else Outcome.NOT_DONE
    reference = _reference(office, attempt, told) if happened else ""
    if not office.attempts.note(attempt.id, told, outcome, reference=reference, since=since):
        return False
    log.info("Attempt %d: %s, by %s", attempt.id, outcome, "hand" if told.decided else "reading")
    if happened:
        with aftermath():
            take_up(office, _get(office, attempt.id))
    return True


def _lost_at(attempt: Attempt) -> int:
    """When it was noticed that no answer came; a clock that was set back makes it later at most."""
    return max(attempt.started_at, attempt.ended_at or attempt.started_at)


def _reference(office: Office, attempt: Attempt, told: Evidence) -> str:
    """Return the id of what came into being, "" if that is not certain."""
    if attempt.operation not in NEW:
        return ""
    taken = {other.reference for other in office.attempts.at(attempt.target)}
    new = [one for one in verdicts.new_ids(attempt.before, told.now) if one not in taken]
    return new[0] if len(new) == 1 or (new and not told.decided) else ""
