"""Whether what a draft is for has moved on since: it is said before the draft is sent.

It goes by the archive, which the last refresh has brought up to date. No network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from pec_desktop.domain import communication, evidence
from pec_desktop.domain.fields import payload
from pec_desktop.domain.mailbox import Mailbox, refusal
from pec_desktop.services import mailboxes

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.store.drafts import Draft

UNLISTED = "state.unlisted"
"""The key that says that the vendor's list no longer has it."""


class Moved(Struct, frozen=True):
    """What a draft is for is no longer as it was when the draft was begun.

    `why` is the key of what keeps the draft from being sent now. It is None if something has
    changed that does not: then `before` and `now` tell what.
    """

    why: str | None = None
    before: Mailbox | None = None
    now: Mailbox | None = None


def moved(office: Office, draft: Draft, operation: str) -> Moved | None:
    """Tell how what a draft is for has moved on; None if it has not, or nobody knows.

    `operation` is the one that sends the draft. What the token may do has nothing to do with it.
    """
    match draft.kind:
        case "registration":
            return None
        case "communication":
            values = payload(communication.COMMUNICATION, draft.values)
            why = communicable(office, str(values.get("casella_pec", "")))
            return None if why is None else Moved(why)
        case "attorney":
            return _of_communication(office, draft.target, operation)
        case _:
            return _of_mailbox(office, draft, operation)


def communicable(office: Office, address: str) -> str | None:
    """Return the key that says why an own address cannot be communicated now, or None.

    An address that no mailbox of the account bears is another provider's: anything is possible.
    """
    own = [refusal("start_communication", one) for one in mailboxes.at_address(office, address)]
    return own[0] if own and all(own) else None


def _of_communication(office: Office, communication_id: str, operation: str) -> Moved | None:
    stored = office.communications.get(communication_id)
    if stored is None:
        return None
    refused = communication.refusal(operation, stored.communication)
    why = refused if stored.listed else UNLISTED
    return None if why is None else Moved(why)


def _of_mailbox(office: Office, draft: Draft, operation: str) -> Moved | None:
    stored = office.mailboxes.get(draft.target)
    if stored is None:
        return None
    before, now = draft.made_on, stored.mailbox
    if why := refusal(operation, now) if stored.listed else UNLISTED:
        return Moved(why, before, now)
    changed = before is not None and evidence.differences(before, now)
    return Moved(None, before, now) if changed else None
