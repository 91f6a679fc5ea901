"""The witnesses of an attempt: what can be read of it now, the journal, and the wallet.

`judge` puts their statements together by the rules of `domain.verdicts`. Worker threads.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.domain import evidence, verdicts
from pec_desktop.domain.evidence import Expenses, Reading, Verdict
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.services import communications, mailboxes, wallet
from pec_desktop.store.attempts import Attempt, Outcome

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work

PAID = frozenset(name for name, row in ENDPOINTS.items() if row.effect is Effect.PAID)

Lists = set[str]
"""The lists that were read already by whoever looks at several attempts: once is enough."""


def read(office: Office, attempt: Attempt, work: Work, lists: Lists) -> Reading:
    """Read what an attempt was about, {} where it is no longer there or changes nothing.

    Raises `ApiError`, `Refusal("office.not_connected")`.
    """
    reader = _READERS.get(attempt.operation)
    if reader is None:
        return {}
    try:
        return reader(office, attempt, work, lists)
    except ApiError as error:
        if error.kind is not ErrorKind.NOT_FOUND:
            raise
        return {}


def _read_mailbox(office: Office, attempt: Attempt, work: Work, _lists: Lists) -> Reading:
    mailbox = mailboxes.read(office, attempt.target, work)
    email = attempt.asked.get("email_gestione_password")
    alike = {} if email is None else {"alike": evidence.users_with(mailbox, email)}
    return {**evidence.of_mailbox(mailbox), **alike}


def _read_address(office: Office, attempt: Attempt, work: Work, lists: Lists) -> Reading:
    """Read the list; a new mailbox of another type is not what was asked for."""
    if "mailboxes" not in lists:
        mailboxes.refresh(office, work)
        lists.add("mailboxes")
    known = set(attempt.before.get("ids", ()))
    found = mailboxes.at_address(office, attempt.target)
    new = [mailboxes.read(office, box.id, work) for box in found if box.id not in known]
    asked = str(attempt.asked.get("tipo_casella", "")).upper()
    unlike = [box.id for box in new if box.tipo_casella.upper() != asked]
    told = evidence.of_address(box for box in found if box.id not in unlike)
    return {**told, "unlike": unlike} if unlike else told


def _read_communications(office: Office, attempt: Attempt, work: Work, lists: Lists) -> Reading:
    """Read the list and the new ones of the address; those for another company do not count."""
    if "communications" not in lists:
        communications.refresh(office, work)
        lists.add("communications")
    address, _, company = attempt.target.partition(" ")
    known = set(attempt.before.get("ids", ()))
    listed = [one.communication for one in office.communications.all() if one.listed]
    same = [one for one in listed if one.casella_pec.lower() == address]
    new = [communications.follow(office, one.id, work) for one in same if one.id not in known]
    ours = {one.id for one in new if one.cf_piva.upper() == company.upper()}
    return {"ids": sorted(ours | (known & {one.id for one in same}))}


def _read_communication(office: Office, attempt: Attempt, work: Work, _lists: Lists) -> Reading:
    return evidence.of_communication(communications.follow(office, attempt.target, work))


_Reader = Callable[["Office", Attempt, "Work", Lists], Reading]

_READERS: dict[str, _Reader] = {
    "register_mailbox": _read_address,
    "start_communication": _read_communications,
    "upload_communication_documents": _read_communication,
    **dict.fromkeys(
        (
            *("activate_mailbox", "activate_preservation", "renew_mailbox", "revoke_mailbox"),
            *("change_space", "change_type", "add_user"),
        ),
        _read_mailbox,
    ),
}
"""Operation → how to read what it may have changed; a domain check changes nothing."""


# The journal and the wallet


def judge(office: Office, attempt: Attempt, now: Reading, spent: Expenses | None) -> Verdict:
    """Say what the reading `now` tells of an attempt, beside the journal's other attempts.

    Of a domain check only the wallet can tell. Raises `StoreError`.
    """
    if attempt.operation == "check_domain":
        return verdicts.by_wallet(spent, _rivals(office, attempt))
    if not now:
        return Verdict.CANNOT_BE_TOLD
    others = _others(office, attempt)
    return verdicts.verdict(attempt.operation, attempt.before, attempt.asked, now, others)


def _others(office: Office, attempt: Attempt) -> list[verdicts.Other]:
    """Return the journal's other attempts at the same target that may explain what is there now."""
    found = []
    for other in office.attempts.at(attempt.target):
        if other.id == attempt.id or other.outcome in (Outcome.REFUSED, Outcome.NOT_DONE):
            continue
        certain = other.outcome is Outcome.CONFIRMED
        if other.id < attempt.id:
            if certain and not _settled_after(other, attempt):
                continue  # it was over, and is in what was read before
            there = verdicts.verdict(other.operation, other.before, other.asked, attempt.before)
            if there is Verdict.HAPPENED:
                continue  # what was read before shows it
            certain = certain and there is Verdict.DID_NOT_HAPPEN
        found.append(verdicts.Other(other.operation, other.asked, certain))
    return found


def _settled_after(other: Attempt, attempt: Attempt) -> bool:
    """Whether an earlier attempt was still open when `attempt` began; told without a clock."""
    return other.evidence is not None and other.evidence.newest >= attempt.id


def expenses(office: Office, attempt: Attempt) -> Expenses | None:
    """Ask the wallet what was spent since before the attempt; None where it cannot tell."""
    movement = attempt.before.get("wallet")
    spent = None if movement is None else wallet.spent_since(office, movement)
    if spent is None:
        return None
    ours = sum(wallet.could_be(amount, attempt.amount) for amount in spent)
    explained = sum(
        other.outcome is Outcome.CONFIRMED and other.id > attempt.id
        for other in _like_in_wallet(office, attempt)
    )
    amounts = tuple(str(amount.quantize(Decimal("0.01"))) for amount in spent)
    return Expenses(amounts, max(0, ours - explained))


def _rivals(office: Office, attempt: Attempt) -> int:
    """Count the payments that may have been charged since, or not: open ones, and older ones."""
    sure = Outcome.CONFIRMED
    return sum(
        other.id < attempt.id or other.outcome is not sure
        for other in _like_in_wallet(office, attempt)
        if other.outcome in (sure, Outcome.UNKNOWN, Outcome.PENDING)
    )


def _like_in_wallet(office: Office, attempt: Attempt) -> list[Attempt]:
    """Return other payments from here that may have been charged since, of a like amount."""
    return [
        other
        for other in office.attempts.since(attempt.id)
        if other.id != attempt.id
        and other.operation in PAID
        and (None in (other.amount, attempt.amount) or other.amount == attempt.amount)
    ]
