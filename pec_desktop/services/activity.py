"""Activity: everything that was attempted, newest first, with whom it concerned. No network."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from msgspec import Struct

from pec_desktop.domain.periods import Period, bounds

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.store.attempts import Attempt


class Entry(Struct, frozen=True):
    """An attempt, and the mailbox it concerned as far as the cache knows it (else empty texts)."""

    attempt: Attempt
    mailbox_id: str = ""
    holder: str = ""


def entries(office: Office, period: Period = Period.ALL) -> list[Entry]:
    """Return the attempts begun in a period, with the mailboxes they concerned.

    Months and years begin at midnight on this computer's clock.
    """
    stored = [one.mailbox for one in office.mailboxes.all()]
    known = {mailbox.casella_pec.lower(): mailbox for mailbox in stored}
    known |= {mailbox.id: mailbox for mailbox in stored}
    first, after = bounds(period, datetime.fromtimestamp(office.now()).date())  # noqa: DTZ006
    found = (
        (attempt, known.get(attempt.target) or known.get(attempt.label.lower()))
        for attempt in office.attempts.between(_midnight(first), _midnight(after))
    )
    return [
        Entry(attempt, mailbox.id, mailbox.holder) if mailbox else Entry(attempt)
        for attempt, mailbox in found
    ]


def _midnight(day: date | None) -> int | None:
    return None if day is None else int(datetime.combine(day, time()).timestamp())
