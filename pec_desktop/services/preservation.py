"""Activating legal preservation: its form, its papers, its space, and the paid call.

The papers are handled by `services.papers`, on a draft of the kind ``preservation``; the space in
MB stands in the draft's values as ``spazio_conservazione``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pec_desktop.services.prices import Quote

if TYPE_CHECKING:
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.store.drafts import Draft
    from pec_desktop.store.files import StoredFile
    from pec_desktop.work import Work


def draft_of(office: Office, mailbox_id: str) -> Draft:
    """Return the mailbox's one preservation draft, with 512 MB at first; not saved if new."""
    raise NotImplementedError


def download_form(office: Office, mailbox_id: str, work: Work) -> StoredFile:
    """Download the mailbox's preservation form and keep it. Raises `ApiError`."""
    raise NotImplementedError


def cost(office: Office, draft: Draft, work: Work) -> Quote:
    """Return what the space of the draft costs, as far as it is known, and the credit."""
    raise NotImplementedError


def prepare(office: Office, draft_id: str, work: Work) -> list[StoredFile]:
    """Put together and keep exactly the PDFs that would be sent; works offline.

    Raises `Refusal("draft.invalid")` with `problems` in its details, or `DocumentError`.
    """
    raise NotImplementedError


def activate_preservation(
    office: Office, draft_id: str, work: Work, *, override: bool = False
) -> Mailbox:
    """Send papers and space of a draft, once; on success the draft is gone, what was sent is kept.

    Raises as `prepare` does, `Refusal` with ``attempt.*``, and `ApiError`. Worker thread.
    """
    raise NotImplementedError
