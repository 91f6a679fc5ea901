"""The power of attorney of a communication: downloaded, signed outside, checked, sent back.

What comes back is sent only if it is CMS SignedData whose document equals, by SHA-256, one that
was downloaded here, whatever it is wrapped in; it leaves in DER. Whether its signatures are valid,
and whose they are, is not judged yet.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from pec_desktop.documents.kinds import PaperKind
from pec_desktop.domain import evidence
from pec_desktop.domain.account import Environment
from pec_desktop.domain.communication import refusal
from pec_desktop.errors import DocumentError, Refusal
from pec_desktop.services import drafts, papers
from pec_desktop.services.aftermath import reading_before
from pec_desktop.services.operations import perform
from pec_desktop.services.taking_up import KEPT
from pec_desktop.store.drafts import DraftPaper

if TYPE_CHECKING:
    from pec_desktop.domain.communication import Communication
    from pec_desktop.services.office import Office
    from pec_desktop.store.drafts import Draft
    from pec_desktop.store.files import StoredFile
    from pec_desktop.work import Work

OPERATION = "upload_communication_documents"

DOWNLOADED, SENT = "power_of_attorney", KEPT[OPERATION]
"""Roles of what is kept with a communication: the paper as downloaded, the p7m as sent."""


class SignedPaper(Struct, frozen=True, kw_only=True):
    """A p7m that came back: what it is, and why it cannot be sent (`problem`), if so.

    `wrapping` is how it was wrapped, as in `Paper.wrapping`, `signers` how many signatures it
    bears, `layers` how many envelopes lie within one another. `problem` is a key:
    ``p7m.no_power_of_attorney`` (nothing downloaded to compare with), ``p7m.not_signed_data``,
    ``p7m.pdf`` (a PDF, not in an envelope),
    ``p7m.no_signer``, ``p7m.other_document``, or a ``paper.*`` one.
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


def download_power_of_attorney(office: Office, communication_id: str, work: Work) -> StoredFile:
    """Download the power of attorney and keep it: what is signed is compared with it.

    Every version ever downloaded counts, since the vendor may write a form anew each time. Raises
    `ApiError`.
    """
    work.check()
    data = office.client().download_power_of_attorney(communication_id)
    stored = office.communications.get(communication_id)
    address = stored.communication.casella_pec if stored else communication_id
    paper = office.files.put(data, f"procura_registro_imprese {address}.pdf")
    office.papers.keep(communication_id, DOWNLOADED, [paper.sha256], office.now())
    return paper


def saved_power_of_attorney(office: Office, communication_id: str) -> StoredFile | None:
    """Return the power of attorney as it was last downloaded, None if it never was."""
    kept = office.papers.kept(communication_id, DOWNLOADED)
    return office.files.get(kept[0].sha256) if kept else None


def check_p7m(office: Office, communication_id: str, path: Path, work: Work) -> SignedPaper:
    """Say what a signed power of attorney is and whether it may be sent; changes nothing.

    Never raises for a bad file. Worker thread.
    """
    return _judged(office, communication_id, path, path.name, work)[0]


def take_p7m(office: Office, communication_id: str, path: Path, work: Work) -> SignedPaper:
    """Copy a p7m into the archive, put it on the communication's draft (instead of another one).

    Raises `DocumentError` for what cannot be copied (a folder, a missing file, one too large).
    """
    return _take(office, communication_id, papers.copied(office, path), work)


def practise_signing(office: Office, communication_id: str, work: Work) -> SignedPaper:
    """Do what the office's signing program does, so that practising needs none; then as `take_p7m`.

    Raises `Refusal("attorney.practice_only")` elsewhere: nobody has signed anything. `ApiError` if
    the power of attorney has to be downloaded first.
    """
    from pec_desktop.documents.practice_signature import signed

    if office.account.environment is not Environment.PRACTICE:
        raise Refusal("attorney.practice_only")
    paper = saved_power_of_attorney(office, communication_id)
    paper = paper or download_power_of_attorney(office, communication_id, work)
    envelope = signed(office.files.path(paper.sha256).read_bytes(), office.now())
    file = office.files.put(envelope, f"{paper.name}.p7m")
    return _take(office, communication_id, file, work)


def _take(office: Office, communication_id: str, file: StoredFile, work: Work) -> SignedPaper:
    work.check()
    with office.drafting:
        draft = drafts.of(office, "attorney", communication_id)
        draft.papers = [DraftPaper(sha256=file.sha256, name=file.name, role=papers.FORM)]
        draft.problems = []
        signed = _on_draft(office, draft, work)[0]
        draft.ready = signed.usable
        drafts.save(office, draft)
    return signed


def taken_p7m(office: Office, communication_id: str, work: Work) -> SignedPaper | None:
    """Return the p7m that waits to be sent, None if there is none.

    It is judged anew, and its draft is ready accordingly: what it is compared with may have been
    downloaded after it was taken.
    """
    with office.drafting:
        draft = drafts.of(office, "attorney", communication_id)
        if not draft.papers:
            return None
        signed = _on_draft(office, draft, work)[0]
        ready = signed.usable and not draft.problems
        if ready != draft.ready:
            draft.ready = ready
            drafts.save(office, draft)
    return signed


def remove_p7m(office: Office, communication_id: str, work: Work) -> None:
    """Take the p7m off the communication's draft, which is gone then."""
    work.check()
    with office.drafting:
        drafts.delete(office, drafts.of(office, "attorney", communication_id).id)


def upload(
    office: Office, communication_id: str, work: Work, *, override: bool = False
) -> Communication:
    """Send the p7m that was taken, in DER, once; on success it is kept and the draft is gone.

    Raises `Refusal` and sends nothing with ``draft.gone``, the paper's `problem`,
    ``refused.upload_communication_documents.*``, ``attempt.*``; `ApiError` otherwise.
    """
    draft = drafts.of(office, "attorney", communication_id)
    with office.claim(draft.id):
        draft = drafts.get(office, draft.id)
        office.attempts.refuse_if_open(OPERATION, communication_id, override=override)
        since = office.attempts.revision(communication_id)
        signed, der = _on_draft(office, draft, work)
        if signed.problem is not None:
            raise Refusal(signed.problem, name=signed.name)
        client = office.client()
        work.check()
        with reading_before(OPERATION):
            now = client.get_communication(communication_id)
        office.communications.save_details(now, office.now())
        if key := refusal(OPERATION, now, office.allowed):
            raise Refusal(key)
        file = office.files.put(der, f"{communication_id}_procura.pdf.p7m")
        path = office.files.path(file.sha256)
        work.check()
        with drafts.noting_refusal(office, draft.id):
            return perform(
                office,
                OPERATION,
                communication_id,
                label=now.casella_pec,
                payload={"documenti": [file.sha256]},
                asked={"documenti": 1, **drafts.asked(draft)},
                before=evidence.of_communication(now),
                since=since,
                send=lambda: client.upload_communication_documents(communication_id, [path]),
                reference=file.sha256,
                override=override,
            )


def _on_draft(office: Office, draft: Draft, work: Work) -> tuple[SignedPaper, bytes]:
    paper = draft.papers[0]
    path = office.files.path(paper.sha256)
    return _judged(office, draft.target, path, paper.name, work)


def _judged(
    office: Office, communication_id: str, path: Path, name: str, work: Work
) -> tuple[SignedPaper, bytes]:
    """Return the verdict on a p7m and, if it is one, the envelope in DER."""
    from pec_desktop.documents.p7m import open_envelope
    from pec_desktop.documents.papers import read

    paper = read(path, work)
    if paper.kind is PaperKind.PDF:
        return SignedPaper(name=name, size=paper.size, problem="p7m.pdf"), b""
    unread = paper.problem == "paper.too_large" or paper.kind is not PaperKind.P7M
    if paper.problem is not None and unread:
        return SignedPaper(name=name, size=paper.size, problem=paper.problem), b""
    try:
        opened = open_envelope(path.read_bytes())
    except DocumentError as error:
        return SignedPaper(name=name, size=paper.size, problem=error.key), b""
    except OSError:
        return SignedPaper(name=name, size=paper.size, problem="paper.unreadable"), b""
    signed = SignedPaper(
        name=name,
        size=paper.size,
        wrapping=opened.wrapping,
        signers=opened.signers,
        layers=len(opened.contents),
        problem=_problem(office, communication_id, opened.contents, opened.signers),
    )
    return signed, opened.der


def _problem(
    office: Office, communication_id: str, contents: tuple[bytes, ...], signers: int
) -> str | None:
    downloaded = {kept.sha256 for kept in office.papers.kept(communication_id, DOWNLOADED)}
    if not downloaded:
        return "p7m.no_power_of_attorney"
    if not signers:
        return "p7m.no_signer"
    found = {hashlib.sha256(content).hexdigest() for content in contents}
    return None if found & downloaded else "p7m.other_document"
