"""Activating a mailbox: the form, the papers that come back, what is sent, and what became of it.

All but the form's download, the sending and the following works offline. What is sent is put
together from the draft's papers (`services.papers`), kept under its digest, and sent as kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pec_desktop.domain import evidence
from pec_desktop.services import drafts, mailboxes
from pec_desktop.services.changes import reread
from pec_desktop.services.operations import perform
from pec_desktop.services.papers import (
    documents,
    keep_form,
    papers,
    problems,
    remove_paper,
    saved_form,
    set_role,
    take_papers,
)

if TYPE_CHECKING:
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.store.files import StoredFile
    from pec_desktop.work import Work

__all__ = [
    "activate",
    "download_form",
    "follow",
    "papers",
    "prepare",
    "problems",
    "remove_paper",
    "saved_form",
    "set_role",
    "take_papers",
]

OPERATION = "activate_mailbox"


def download_form(office: Office, mailbox_id: str, work: Work) -> StoredFile:
    """Download the mailbox's activation form and keep it for offline use. Raises `ApiError`."""
    work.check()
    data = office.client().download_activation_form(mailbox_id)
    return keep_form(office, "activation", mailbox_id, data)


def follow(office: Office, mailbox_id: str, work: Work) -> Mailbox:
    """Read the mailbox once to see how it stands now. Raises `ApiError`."""
    return mailboxes.read(office, mailbox_id, work)


def prepare(office: Office, draft_id: str, work: Work) -> list[StoredFile]:
    """Put together and keep exactly the PDFs that `activate` would send; works offline.

    Raises `Refusal("draft.invalid")` with `problems` in its details, or `DocumentError`.
    """
    draft = drafts.get(office, draft_id)
    return documents(office, draft, drafts.mailbox(office, draft), work)


def activate(
    office: Office,
    draft_id: str,
    work: Work,
    *,
    seen: Mailbox | None = None,
    override: bool = False,
) -> Mailbox:
    """Send the papers of a draft, once; on success the draft is gone and what was sent is kept.

    Whatever else happens, the draft stays. The mailbox is read right before; if it is no longer
    what the person has `seen`, nothing is sent. `override` sends again although an earlier attempt
    has an unknown outcome. Raises as `prepare` does, `Refusal` with ``refused.activate_mailbox.*``,
    ``mailbox.changed`` or ``attempt.*``, and `ApiError`. Worker thread.
    """
    with office.claim(draft_id):
        client = office.client()
        draft = drafts.get(office, draft_id)
        known = drafts.mailbox(office, draft)
        digests = [document.sha256 for document in documents(office, draft, known, work)]
        paths = [office.files.path(sha256) for sha256 in digests]
        since = office.attempts.revision(known.id)
        mailbox = reread(office, OPERATION, known.id, seen, work, override=override)
        work.check()
        with drafts.noting_refusal(office, draft_id):
            return perform(
                office,
                OPERATION,
                mailbox.id,
                label=mailbox.casella_pec,
                payload={"documenti": digests},
                asked={"documenti": len(digests), **drafts.asked(draft)},
                before=evidence.of_mailbox(mailbox),
                since=since,
                send=lambda: client.activate_mailbox(mailbox.id, paths),
                reference=" ".join(digests),
                override=override,
            )
