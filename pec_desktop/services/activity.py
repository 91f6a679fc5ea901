"""Activity: everything that was attempted, newest first, with whom it concerned. No network.

Whom it concerned is who pays the office for it: the holder of the mailbox, but with a communication
the company that it is for, whosever the address is.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from msgspec import Struct

from pec_desktop.domain.periods import Period, bounds
from pec_desktop.services.taking_up import thing_of

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.store.attempts import Attempt

_COMMUNICATIONS = ("start_communication", "upload_communication_documents")


class Entry(Struct, frozen=True):
    """An attempt, and what it concerned as far as the archive knows it (else empty texts).

    `mailbox_id` is the mailbox whose address it names, `holder` the one it was done for, and
    `reference` the vendor's id of the mailbox or communication, or the domain asked about.
    """

    attempt: Attempt
    mailbox_id: str
    holder: str
    reference: str


def entries(office: Office, period: Period = Period.ALL) -> list[Entry]:
    """Return the attempts begun in a period, with what they concerned.

    Months and years begin at midnight on this computer's clock.
    """
    stored = [one.mailbox for one in office.mailboxes.all()]
    known = {mailbox.casella_pec.lower(): mailbox for mailbox in stored}
    known |= {mailbox.id: mailbox for mailbox in stored}
    filed = [one.communication for one in office.communications.all()]
    companies = {communication.id: communication.ragione_sociale for communication in filed}

    def entry(attempt: Attempt) -> Entry:
        reference = thing_of(attempt)
        box = known.get(reference) or known.get(attempt.label.lower())
        holder = box.holder if box else ""
        if attempt.operation in _COMMUNICATIONS:
            number = attempt.target.partition(" ")[2]  # the company's (`target_of`)
            holder = companies.get(reference) or number
        return Entry(attempt, box.id if box else "", holder, reference)

    first, after = bounds(period, datetime.fromtimestamp(office.now()).date())  # noqa: DTZ006
    begun = office.attempts.between(_midnight(first), _midnight(after))
    return [entry(attempt) for attempt in begun]


def _midnight(day: date | None) -> int | None:
    return None if day is None else int(datetime.combine(day, time()).timestamp())
