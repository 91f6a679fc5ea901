"""The list of mailboxes: from the cache at once, from the vendor when asked, details bit by bit.

A row of ``GET /pec`` has seven fields and no holder, so the details cost one call each. They are
fetched a few at a time in the order the window wants, and again only when `ultima_modifica` moved.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pec_desktop.domain import evidence
from pec_desktop.domain.mailbox import State
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.store.attempts import Outcome

if TYPE_CHECKING:
    from pec_desktop.domain.evidence import Reading
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.store.attempts import Attempt
    from pec_desktop.store.mailboxes import ListChange, StoredMailbox
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

ABOUT_ONE = (
    ErrorKind.NOT_FOUND,
    ErrorKind.INVALID,
    ErrorKind.CONFLICT,
    ErrorKind.UNEXPECTED,
)
"""Errors that concern one mailbox; after any other the next call would fail too."""


def cached(office: Office) -> list[StoredMailbox]:
    """Return the mailboxes as last seen, without the network."""
    return office.mailboxes.all()


def at_address(office: Office, address: str) -> list[Mailbox]:
    """Return the account's mailboxes that bear an address, as last listed; no network."""
    return [
        stored.mailbox
        for stored in office.mailboxes.all()
        if stored.listed and stored.mailbox.casella_pec.lower() == address.lower()
    ]


def wanted_details(office: Office) -> list[str]:
    """Return the ids whose details are unknown or older than their last change."""
    return office.mailboxes.without_details()


def is_stale(office: Office, mailbox_id: str) -> bool:
    """Whether a mailbox's details are unknown or older than its last change."""
    return bool(office.mailboxes.without_details([mailbox_id]))


def refresh(office: Office, work: Work) -> ListChange:
    """Read the whole list and bring the cache in line; rows that are missing stay, marked.

    A write that ended while the answer was on its way makes it stale: it would call a mailbox
    registered meanwhile "no longer listed". Then the list is read again. Raises `ApiError`.
    """
    client = office.client()
    while True:
        work.check()
        seen = office.writes.count
        rows = client.list_mailboxes()
        with office.writes.lock:
            if office.writes.count == seen:
                return office.mailboxes.replace_list(rows, office.now())


def fetch_details(office: Office, ids: Sequence[str], work: Work) -> list[StoredMailbox]:
    """Read the details of a few mailboxes one after the other and return what is stored of them.

    Those whose details are current are not asked for again. One mailbox that cannot be read does
    not stop the rest; a refused token or a lost network does (`ApiError`), and so does `Cancelled`
    between two mailboxes. What was read until then is in the cache.
    """
    stale = set(office.mailboxes.without_details(ids))
    client = office.client()
    for done, mailbox_id in enumerate(ids):
        work.progress(done, len(ids))
        work.check()
        if mailbox_id not in stale:
            continue
        try:
            store(office, client.get_mailbox(mailbox_id))
        except ApiError as error:
            if error.kind not in ABOUT_ONE:
                raise
            log.info("Details of one mailbox: %s (HTTP %s)", error.kind, error.status)
    work.progress(len(ids), len(ids))
    stored = (office.mailboxes.get(mailbox_id) for mailbox_id in ids)
    return [mailbox for mailbox in stored if mailbox is not None]


def read(office: Office, mailbox_id: str, work: Work) -> Mailbox:
    """Read one mailbox from the vendor and store it. Raises `ApiError`."""
    work.check()
    return store(office, office.client().get_mailbox(mailbox_id))


def store(office: Office, mailbox: Mailbox) -> Mailbox:
    """Keep what the vendor has just said of a mailbox, and hand it on.

    What has changed since it was read last, and nothing that was sent from here explains, is noted
    as changed outside this program.
    """
    before = office.mailboxes.details(mailbox.id)
    office.mailboxes.save_details(mailbox, office.now())
    if before is not None and (what := outside(office, *before, mailbox)):
        office.outside.note(mailbox.id, what)
    return mailbox


def outside(
    office: Office, before: Mailbox, at: int, now: Mailbox
) -> dict[str, tuple[object, object]]:
    """Return what of a mailbox was changed by somebody else since `at` (Unix seconds).

    The vendor's account is shared by the office. While the provider processes a mailbox it fills
    in what it likes; and what a call from here has done, or may have done, is no news.
    """
    if before.state is State.IN_EVASIONE:
        return {}
    told, tells = evidence.of_mailbox(before), evidence.of_mailbox(now)
    if any(_explains(one, told, at) for one in office.attempts.at(now.id)):
        return {}
    return {name: (told[name], tells[name]) for name in evidence.differences(before, now)}


def _explains(attempt: Attempt, told: Reading, at: int) -> bool:
    """Whether an attempt may have changed what a mailbox `told` of itself at `at`.

    An answer is stored in the second in which its attempt ends: within one second it is the reading
    before the attempt that tells which of the two was first.
    """
    if attempt.outcome is Outcome.REFUSED:
        return False
    if attempt.ended_at == at:
        return all(attempt.before.get(name) == value for name, value in told.items())
    return attempt.ended_at is None or attempt.ended_at > at


def set_note(office: Office, mailbox_id: str, text: str) -> None:
    """Keep the office's own note about a mailbox."""
    office.mailboxes.set_note(mailbox_id, text)
