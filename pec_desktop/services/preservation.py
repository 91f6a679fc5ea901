"""Activating legal preservation: its form, its papers, its space, and the paid call.

The papers are handled by `services.papers`, on a draft of the kind ``preservation``; the space in
MB stands in the draft's values as ``spazio_conservazione``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pec_desktop.domain import changes, evidence
from pec_desktop.domain.fields import Problem, Severity, payload
from pec_desktop.errors import Refusal
from pec_desktop.services import drafts, papers, prices
from pec_desktop.services.changes import reread
from pec_desktop.services.operations import perform
from pec_desktop.services.registration import context

if TYPE_CHECKING:
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.store.drafts import Draft
    from pec_desktop.store.files import StoredFile
    from pec_desktop.work import Work

OPERATION = "activate_preservation"
KIND: Final = "preservation"
LEAST = 512
"""MB that the vendor takes where none are asked for (PATCH /pec/{id}/conservazione)."""
SPACE: Final = "spazio_conservazione"


def draft_of(office: Office, mailbox_id: str) -> Draft:
    """Return the mailbox's one preservation draft, with 512 MB at first; not saved if new."""
    return _with_space(drafts.of(office, KIND, mailbox_id))


def set_space(office: Office, mailbox_id: str, space: object, work: Work) -> Draft:
    """Note in the mailbox's draft how much space is wanted, as it was typed.

    A draft is saved only if that is something new: to look at the form leaves nothing behind.
    """
    work.check()
    with office.drafting:
        draft = draft_of(office, mailbox_id)
        if draft.values[SPACE] != space:
            draft.values = {**draft.values, SPACE: space}
            drafts.save(office, draft)
    return draft


def download_form(office: Office, mailbox_id: str, work: Work) -> StoredFile:
    """Download the mailbox's preservation form and keep it. Raises `ApiError`."""
    work.check()
    data = office.client().download_preservation_form(mailbox_id)
    return papers.keep_form(office, KIND, mailbox_id, data)


def problems(office: Office, draft: Draft, mailbox: Mailbox, work: Work) -> list[Problem]:
    """Say what keeps the draft from being sent, the space first, then the papers."""
    return [
        *changes.problems(OPERATION, mailbox, draft.values, context(office)),
        *papers.problems(office, draft, mailbox, work),
    ]


def cost(office: Office, draft: Draft, work: Work) -> prices.Quote:
    """Return what the space of the draft costs, as far as it is known, and the credit."""
    request = payload(changes.PRESERVATION, draft.values)
    return prices.quote_request(office, OPERATION, None, request, work)


def prepare(office: Office, draft_id: str, work: Work) -> list[StoredFile]:
    """Put together and keep exactly the PDFs that would be sent; works offline.

    Raises `Refusal("draft.invalid")` with `problems` in its details, or `DocumentError`.
    """
    draft = drafts.get(office, draft_id)
    return _documents(office, draft, drafts.mailbox(office, draft), work)


def activate(
    office: Office,
    draft_id: str,
    work: Work,
    *,
    seen: Mailbox | None = None,
    override: bool = False,
) -> Mailbox:
    """Send papers and space of a draft, once; on success the draft is gone, what was sent is kept.

    Raises as `prepare` and `services.changes.renew` do. Worker thread.
    """
    with office.claim(draft_id):
        client = office.client()
        draft = _with_space(drafts.get(office, draft_id))
        since = office.attempts.revision(draft.target)
        mailbox = reread(office, OPERATION, draft.target, seen, work, override=override)
        digests = [document.sha256 for document in _documents(office, draft, mailbox, work)]
        paths = [office.files.path(sha256) for sha256 in digests]
        space = changes.request(OPERATION, mailbox, draft.values)
        size = space.get(SPACE)
        prices.learn(office, OPERATION, work)
        work.check()
        with drafts.noting_refusal(office, draft_id):
            return perform(
                office,
                OPERATION,
                mailbox.id,
                label=mailbox.casella_pec,
                payload={**space, "documenti": digests},
                asked={
                    "spazio_conservazione": int(str(size or LEAST)),
                    "documenti": len(digests),
                    **drafts.asked(draft),
                },
                before=evidence.of_mailbox(mailbox),
                since=since,
                send=lambda: client.activate_preservation(
                    mailbox.id, paths, None if size is None else int(str(size))
                ),
                amount=prices.amount_of(office, OPERATION, mailbox, space),
                reference=" ".join(digests),
                override=override,
            )


def _with_space(draft: Draft) -> Draft:
    """Give a draft the size that the form begins with, if it has none."""
    for field in changes.PRESERVATION:
        draft.values.setdefault(field.name, field.default)
    return draft


def _documents(office: Office, draft: Draft, mailbox: Mailbox, work: Work) -> list[StoredFile]:
    errors = [
        one for one in problems(office, draft, mailbox, work) if one.severity is Severity.ERROR
    ]
    if errors:
        raise Refusal("draft.invalid", problems=errors)
    return papers.assemble(office, draft, mailbox, work)
