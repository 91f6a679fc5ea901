"""Activity: everything that was attempted, newest first, with whom it concerned. No network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.store.attempts import Attempt


class Entry(Struct, frozen=True):
    """An attempt, and the mailbox it concerned as far as the cache knows it (else empty texts)."""

    attempt: Attempt
    mailbox_id: str = ""
    holder: str = ""


def entries(office: Office, limit: int = 1000) -> list[Entry]:
    """Return the newest attempts with the mailboxes they concerned."""
    stored = [one.mailbox for one in office.mailboxes.all()]
    known = {mailbox.casella_pec.lower(): mailbox for mailbox in stored}
    known |= {mailbox.id: mailbox for mailbox in stored}
    found = (
        (attempt, known.get(attempt.target) or known.get(attempt.label.lower()))
        for attempt in office.attempts.all(limit)
    )
    return [
        Entry(attempt, mailbox.id, mailbox.holder) if mailbox else Entry(attempt)
        for attempt, mailbox in found
    ]
