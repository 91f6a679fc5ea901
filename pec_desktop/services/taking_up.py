"""What follows from an attempt that was carried out, however that became known.

One function for a success that was answered, for one that was found by reading, and for one after
which the program was killed. Doing it twice does no harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pec_desktop.domain.communication import Communication
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.services import drafts, mailboxes

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.store.attempts import Attempt

KEPT: dict[str, str] = {
    "activate_mailbox": "activation_sent",
    "activate_preservation": "preservation_sent",
    "upload_communication_documents": "power_of_attorney_sent",
}
"""Operation → the role under which the papers it sent are kept with the mailbox (or the like)."""

NEW: frozenset[str] = frozenset({"register_mailbox", "start_communication"})
"""Operations that make something: its id is the attempt's reference, not its target."""


def thing_of(attempt: Attempt) -> str:
    """Return the vendor's id of what an attempt made or changed, empty while there is none.

    A domain that was asked about has its name only.
    """
    return attempt.reference if attempt.operation in NEW else attempt.target


def take_up(office: Office, attempt: Attempt, answer: object = None) -> None:
    """Do what follows from `attempt`; `answer` is what the vendor said, if it did.

    The answer is stored, papers are kept, and last of all the draft goes (`drafts.sent`), but only
    if the id of what came into being is known. Raises `StoreError`.
    """
    thing = thing_of(attempt)
    match answer:
        case Mailbox():
            mailboxes.store(office, answer)
        case Communication():
            office.communications.save_details(answer, office.now())
    if role := KEPT.get(attempt.operation):
        known = {paper.sha256 for paper in office.papers.kept(thing, role)}
        sent = [one for one in attempt.reference.split() if one not in known]
        office.papers.keep(thing, role, filter(office.files.get, sent), office.now())
    if "pec_amministratore" in attempt.asked and thing:
        for_officer = bool(attempt.asked["pec_amministratore"])
        office.communications.set_administrator(thing, administrator=for_officer)
    if "draft" in attempt.asked and thing:
        papers = attempt.asked.get("papers", [])
        drafts.sent(office, attempt.asked["draft"], papers, attempt.payload_digest)
