"""Communications to the Business Register: list, start, power of attorney, upload, what follows.

A communication is begun by a paid call, then the vendor gets a code; with it comes a power of
attorney to be signed digitally by those who may sign for the company, and sent back as a p7m.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pec_desktop.domain.fields import Problem
from pec_desktop.services.prices import Quote

if TYPE_CHECKING:
    from pec_desktop.domain.communication import Communication
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.store.communications import StoredCommunication
    from pec_desktop.store.drafts import Draft
    from pec_desktop.store.files import StoredFile
    from pec_desktop.store.mailboxes import ListChange
    from pec_desktop.work import Work


class SignedPaper(Struct, frozen=True, kw_only=True):
    """A p7m that came back: what it is, and why it cannot be sent (`problem`), if so.

    `wrapping` is how it was wrapped (None for plain DER or BER, ``pem``, ``base64``,
    ``base64_twice``), `signers` how many signatures it bears, `layers` how many envelopes lie
    within one another. `problem` is a key: ``p7m.no_power_of_attorney`` (nothing downloaded to
    compare with), ``p7m.not_signed_data``, ``p7m.empty``, ``p7m.no_signer``,
    ``p7m.other_document``, or a ``paper.*`` one.
    """

    name: str
    size: int = 0
    wrapping: str | None = None
    signers: int = 0
    layers: int = 0
    problem: str | None = None

    @property
    def usable(self) -> bool:
        """Whether it may be sent."""
        return self.problem is None


def cached(office: Office) -> list[StoredCommunication]:
    """Return the communications as last seen, the newest first, without the network."""
    raise NotImplementedError


def wanted_details(office: Office) -> list[str]:
    """Return the ids whose details are unknown or older than their last change."""
    raise NotImplementedError


def refresh(office: Office, work: Work) -> ListChange:
    """Read the whole list and bring the cache in line; rows that are missing stay, marked."""
    raise NotImplementedError


def fetch_details(office: Office, ids: Sequence[str], work: Work) -> list[StoredCommunication]:
    """Read the details of a few communications, those that moved only; as for mailboxes."""
    raise NotImplementedError


def follow(office: Office, communication_id: str, work: Work) -> Communication:
    """Read a communication once to see how it stands now. Raises `ApiError`."""
    raise NotImplementedError


def new_draft(
    office: Office, mailbox: Mailbox | None = None, values: Mapping[str, object] | None = None
) -> Draft:
    """Make a draft of the kind ``communication``, filled from a mailbox's holder; not saved yet."""
    raise NotImplementedError


def problems(office: Office, values: Mapping[str, object]) -> list[Problem]:
    """Check the whole request, errors and warnings in the order of the fields."""
    raise NotImplementedError


def duplicates(office: Office, values: Mapping[str, object]) -> list[Problem]:
    """Return the warnings about an address that is somebody's already (`domain.duplicates`)."""
    raise NotImplementedError


def cost(office: Office, work: Work) -> Quote:
    """Return what a communication costs, as far as it is known, and the credit."""
    raise NotImplementedError


def start(office: Office, draft_id: str, work: Work, *, override: bool = False) -> Communication:
    """Start the communication of a draft, once; on success it is cached and the draft is gone.

    Raises `Refusal` and sends nothing with ``draft.gone``, ``draft.invalid`` (`problems`),
    ``attempt.*``, ``refused.start_communication.scope``; `ApiError` otherwise. Worker thread.
    """
    raise NotImplementedError


def download_power_of_attorney(office: Office, communication_id: str, work: Work) -> StoredFile:
    """Download the power of attorney and keep it: what is signed is compared with it."""
    raise NotImplementedError


def saved_power_of_attorney(office: Office, communication_id: str) -> StoredFile | None:
    """Return the power of attorney as it was last downloaded, None if it never was."""
    raise NotImplementedError


def check_p7m(office: Office, communication_id: str, path: Path, work: Work) -> SignedPaper:
    """Say what a signed power of attorney is and whether it may be sent; changes nothing."""
    raise NotImplementedError


def take_p7m(office: Office, communication_id: str, path: Path, work: Work) -> SignedPaper:
    """Copy a p7m into the archive, put it on the communication's draft (instead of another one).

    Raises `DocumentError` for what cannot be copied (a folder, a missing file, one too large).
    """
    raise NotImplementedError


def taken_p7m(office: Office, communication_id: str, work: Work) -> SignedPaper | None:
    """Return the p7m that waits to be sent, None if there is none."""
    raise NotImplementedError


def remove_p7m(office: Office, communication_id: str, work: Work) -> None:
    """Take the p7m off the communication's draft."""
    raise NotImplementedError


def upload(
    office: Office, communication_id: str, work: Work, *, override: bool = False
) -> Communication:
    """Send the p7m that was taken, in DER, once; on success it is kept and the draft is gone.

    Raises `Refusal` and sends nothing with ``draft.gone``, the `problem` of the paper,
    ``refused.upload_communication_documents.*``, ``attempt.*``; `ApiError` otherwise.
    """
    raise NotImplementedError
