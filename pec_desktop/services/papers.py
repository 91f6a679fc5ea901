"""The papers of an activation or a preservation: taken in, read, given a role, put together.

Papers are copied into the archive before anything else happens to them, since the original may
vanish; then they are read. A window hands over an `Original`, which it opened when the paper was
dropped. No network.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from pec_desktop.documents.kinds import IMAGES, Paper, PaperKind
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import SINGLE_DOCUMENT, refusal
from pec_desktop.errors import DocumentError, Refusal, StoreError
from pec_desktop.services import drafts
from pec_desktop.services.taking_up import KEPT
from pec_desktop.store.drafts import DraftPaper
from pec_desktop.store.files import Original

if TYPE_CHECKING:
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.store.drafts import Draft
    from pec_desktop.store.files import StoredFile
    from pec_desktop.work import Work

PaperRole = Literal["form", "identity", "other"]
"""What a paper on a draft is for; a paper with the last role is not sent."""

FORM: Final = "form"
IDENTITY: Final = "identity"
OTHER: Final = "other"

PaperDraft = Literal["activation", "preservation"]
"""The kinds of drafts that have a form and an identity document."""


class Procedure(Struct, frozen=True):
    """What differs between the two: the operation, what is kept with the mailbox, the names.

    `downloaded` and `sent` are roles in the archive: the form as it came, the documents as sent.
    """

    operation: str
    downloaded: str
    sent: str
    word: str


PROCEDURES: dict[str, Procedure] = {
    "activation": Procedure(
        "activate_mailbox", "activation_form", KEPT["activate_mailbox"], "attivazione"
    ),
    "preservation": Procedure(
        "activate_preservation", "preservation_form", KEPT["activate_preservation"], "conservazione"
    ),
}
"""Kind of draft → its procedure."""

DOWNLOADED, SENT = PROCEDURES["activation"].downloaded, PROCEDURES["activation"].sent

_NO_PAPER = {
    "store.source_folder": "paper.folder",
    "store.source_missing": "paper.missing",
    "store.source_unreadable": "paper.unreadable",
}
"""What the store says of a file that cannot be copied → what is said of a paper."""

CHOSEN = "chosen_roles"
"""Where a draft's values hold the digests of the papers whose role the person has chosen."""


def take_papers(
    office: Office,
    mailbox_id: str,
    paths: Sequence[Path | Original],
    work: Work,
    kind: PaperDraft = "activation",
) -> Draft:
    """Copy papers into the archive, add them to the mailbox's draft, guess their roles.

    A paper that is there already is not added twice. Unusable papers are added too, so that the
    tray can name them; only what cannot be copied (a folder, a missing file, one beyond the limit)
    raises `DocumentError` with its `name`, after the others are safe on the draft. If several are
    refused, the detail `more` of the first holds the errors of the others.
    """
    refused: list[DocumentError] = []
    taken: dict[str, StoredFile] = {}
    for done, path in enumerate(paths):
        work.progress(done, len(paths))
        work.check()
        try:
            file = copied(office, path)
        except DocumentError as error:
            refused.append(error)
        else:
            taken.setdefault(file.sha256, file)
    draft = _put(office, kind, mailbox_id, list(taken.values()))
    work.progress(len(paths), len(paths))
    if taken:
        papers(office, draft, work)  # takes its time; from now on they are known
        with office.drafting:
            draft = _settle(office, drafts.of(office, kind, mailbox_id), work)
    if refused:
        first, *more = refused
        if more:
            first.details["more"] = tuple(more)
        raise first
    return draft


def remove_paper(office: Office, draft_id: str, sha256: str, work: Work) -> Draft:
    """Take a paper off a draft; its copy goes too when nothing else needs it."""
    work.check()
    with office.drafting:
        draft = drafts.get(office, draft_id)
        draft.papers = [paper for paper in draft.papers if paper.sha256 != sha256]
        _settle(office, draft, work)
    office.files.remove_unused()
    return draft


def set_role(office: Office, draft_id: str, sha256: str, role: PaperRole, work: Work) -> Draft:
    """Give a paper the role the person chose; from now on it is not guessed."""
    work.check()
    with office.drafting:
        draft = drafts.get(office, draft_id)
        draft.values = {**draft.values, CHOSEN: sorted({*_chosen(draft), sha256})}
        draft.papers = [
            replace(paper, role=role) if paper.sha256 == sha256 else paper for paper in draft.papers
        ]
        return _settle(office, draft, work)


def papers(
    office: Office, draft: Draft, work: Work | None = None
) -> list[tuple[DraftPaper, Paper]]:
    """Return a draft's papers with what they are. A sound one is examined once in a session."""
    return [(paper, _examined(office, paper, work)) for paper in draft.papers]


def keep_form(office: Office, kind: PaperDraft, mailbox_id: str, data: bytes) -> StoredFile:
    """Keep a form that was downloaded, for offline use and to know it again."""
    stored = office.mailboxes.get(mailbox_id)
    address = stored.mailbox.casella_pec if stored else mailbox_id
    procedure = PROCEDURES[kind]
    form = office.files.put(data, f"modulo_{procedure.word} {address}.pdf")
    office.papers.keep(mailbox_id, procedure.downloaded, [form.sha256], office.now())
    return form


def saved_form(
    office: Office, mailbox_id: str, kind: PaperDraft = "activation"
) -> StoredFile | None:
    """Return the form of that kind as it was last downloaded, None if it never was."""
    kept = office.papers.kept(mailbox_id, PROCEDURES[kind].downloaded)
    return office.files.get(kept[0].sha256) if kept else None


def problems(
    office: Office, draft: Draft, mailbox: Mailbox, work: Work | None = None
) -> list[Problem]:
    """Say what keeps the draft's papers from being sent (errors), and what to look at again.

    `field` is ``papers`` for one paper, whose `name` and `sha256` are in the details, ``form`` or
    ``identity`` for what is missing, ``mailbox`` for its state. The shapes wanted are those of
    PATCH /pec/{id}/attivazione: two PDFs, or one for the types in `SINGLE_DOCUMENT`. Preservation
    (…/conservazione) exists for none of these types and wants two.
    """
    found = _wanting(office, draft, mailbox, work)
    if key := refusal(PROCEDURES[draft.kind].operation, mailbox, office.allowed):
        found.append(Problem("mailbox", key))
    return found


def _wanting(office: Office, draft: Draft, mailbox: Mailbox, work: Work | None) -> list[Problem]:
    """Say what is wrong with the papers themselves, whoever may send them."""
    read = papers(office, draft, work)
    single = mailbox.type in SINGLE_DOCUMENT
    form = saved_form(office, draft.target, _kind(draft))
    found = [
        problem
        for paper, facts in read
        for problem in _of_paper(paper, facts, form, joined=_is_joined(paper, draft, single))
    ]
    roles = {paper.role for paper, facts in read if facts.usable}
    if FORM not in roles:
        found.append(Problem(FORM, "papers.form_missing"))
    if IDENTITY not in roles and single:
        within = "papers.identity_within_form"
        found.append(Problem(IDENTITY, within, severity=Severity.WARNING))
    elif IDENTITY not in roles:
        found.append(Problem(IDENTITY, "papers.identity_missing"))
    return found


def documents(office: Office, draft: Draft, mailbox: Mailbox, work: Work) -> list[StoredFile]:
    """Put together and keep exactly the PDFs that are sent, as `assemble` does.

    Raises `Refusal("draft.invalid")` with `problems` in its details, or `DocumentError`.
    """
    found = problems(office, draft, mailbox, work)
    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors:
        raise Refusal("draft.invalid", problems=errors)
    return assemble(office, draft, mailbox, work)


def assemble(office: Office, draft: Draft, mailbox: Mailbox, work: Work) -> list[StoredFile]:
    """Put the draft's papers together in the shape the mailbox's type wants, and keep the result.

    Several papers of one role (the two sides of a card) become one document. Raises
    `DocumentError` with the paper's `name` as the person knows it; worker thread.
    """
    from pec_desktop.documents.assemble import assemble_into

    with TemporaryDirectory(prefix="pec-desktop-") as name, _named(draft):
        folder = Path(name)
        form, identity = (_as_one(office, draft, role, folder, work) for role in (FORM, IDENTITY))
        if form is None:
            raise DocumentError("papers.form_missing")
        single = mailbox.type in SINGLE_DOCUMENT
        made = assemble_into(folder, form, identity, single=single, work=work)
        word = PROCEDURES[draft.kind].word
        return [
            office.files.put(path.read_bytes(), f"{mailbox.id}_{number}_{word}.pdf")
            for number, path in enumerate(made)
        ]


@contextmanager
def _named(draft: Draft) -> Iterator[None]:
    """Name a paper as the person does: in the archive its file is called by its digest."""
    try:
        yield
    except DocumentError as error:
        name = error.details.pop("name", None)
        known = {paper.sha256: paper.name for paper in draft.papers}
        if name in known:
            error.details["name"] = known[str(name)]
        raise


def copied(office: Office, source: Path | Original) -> StoredFile:
    """Copy one paper into the archive, unless that makes no sense. Raises `DocumentError`."""
    from pec_desktop.documents.papers import LIMIT

    original = source if isinstance(source, Original) else Original(source)
    with closing(original):
        if original.size > LIMIT:
            raise DocumentError("paper.too_large", name=original.name)
        try:
            return office.files.take(original)
        except StoreError as error:  # what is wrong with the disk is not the paper's fault
            if error.key not in _NO_PAPER:
                raise
            raise DocumentError(_NO_PAPER[error.key], name=original.name) from error


def _put(office: Office, kind: PaperDraft, mailbox_id: str, files: Sequence[StoredFile]) -> Draft:
    """Put papers on the mailbox's draft, for now without a role, and save it if any is new."""
    with office.drafting:
        draft = drafts.of(office, kind, mailbox_id)
        known = {paper.sha256 for paper in draft.papers}
        new = [
            DraftPaper(sha256=file.sha256, name=file.name, role=OTHER)
            for file in files
            if file.sha256 not in known
        ]
        if new:
            draft.papers, draft.ready = [*draft.papers, *new], False
            drafts.save(office, draft)
    return draft


def _examined(office: Office, paper: DraftPaper, work: Work | None) -> Paper:
    from pec_desktop.documents.papers import read

    known = office.examined.get(paper.sha256)
    if known is None:
        known = read(office.files.path(paper.sha256), work)
        if known.usable:  # what is wrong may be wrong with the disk, and pass
            office.examined[paper.sha256] = known
    return replace(known, name=paper.name)


def _is_joined(paper: DraftPaper, draft: Draft, single: bool) -> bool:
    """Whether a paper would be sent in one document with another one."""
    together = {FORM, IDENTITY} if single else {paper.role}
    sent = [one for one in draft.papers if one.role in together]
    return paper in sent and paper.role != OTHER and len(sent) > 1


def _of_paper(
    paper: DraftPaper, facts: Paper, form: StoredFile | None, *, joined: bool
) -> Iterator[Problem]:
    """Tell what is wrong with one paper, or what is odd about it."""
    details: dict[str, object] = {"name": paper.name, "sha256": paper.sha256}
    if facts.problem is not None:
        yield Problem("papers", facts.problem, details)
    elif facts.kind is PaperKind.P7M:
        yield Problem("papers", "paper.p7m_not_here", details)
    elif facts.signed and joined:
        yield Problem("papers", "paper.signed_join", details)
    elif paper.role == OTHER:
        yield Problem("papers", "papers.not_sent", details, Severity.WARNING)
    elif form is not None and paper.sha256 == form.sha256:
        yield Problem("papers", "papers.form_not_signed", details, Severity.WARNING)
    elif facts.warning is not None:
        yield Problem("papers", facts.warning, details, Severity.WARNING)


def _as_one(office: Office, draft: Draft, role: PaperRole, folder: Path, work: Work) -> Path | None:
    """Return one file for all papers of a role: their own, or one joined in `folder`."""
    from pec_desktop.documents.convert import image_into
    from pec_desktop.documents.join import join_into

    own = [(paper, facts) for paper, facts in papers(office, draft, work) if paper.role == role]
    paths = [office.files.path(paper.sha256) for paper, _facts in own]
    if len(paths) < 2:
        return paths[0] if paths else None
    for number, (_paper, facts) in enumerate(own):
        if facts.kind in IMAGES:
            page = folder / f"{role}-{number}.pdf"
            image_into(paths[number], page, work)
            paths[number] = page
    joined = folder / f"{role}.pdf"
    join_into(paths, joined, work)
    return joined


def _settle(office: Office, draft: Draft, work: Work) -> Draft:
    """Guess roles anew, forget what the vendor said of other papers, and save the draft.

    Whether it is ready does not depend on the token: another one may have the right to send it.
    """
    _guess_roles(office, draft, work)
    stored = office.mailboxes.get(draft.target)
    draft.problems = []
    draft.ready = (
        stored is not None
        and refusal(PROCEDURES[draft.kind].operation, stored.mailbox) is None
        and not any(
            one.severity is Severity.ERROR for one in _wanting(office, draft, stored.mailbox, work)
        )
    )
    return drafts.save(office, draft)


def _guess_roles(office: Office, draft: Draft, work: Work) -> None:
    """Give every paper whose role nobody chose the one it most likely has.

    Pictures are identity documents. Of the PDFs, the one that begins with the downloaded form's
    own bytes (a signature is appended to them) is the form, else the one with the most pages, the
    first of equals; the rest are identity documents too.
    """
    chosen = _chosen(draft)
    taken = {paper.role for paper in draft.papers if paper.sha256 in chosen}
    free = [
        (paper.sha256, facts)
        for paper, facts in papers(office, draft, work)
        if paper.sha256 not in chosen
    ]
    pdfs = [one for one in free if one[1].usable and one[1].kind is PaperKind.PDF]
    roles: dict[str, PaperRole] = {
        sha256: IDENTITY if facts.usable and facts.kind in (*IMAGES, PaperKind.PDF) else OTHER
        for sha256, facts in free
    }
    if pdfs and FORM not in taken:
        form = saved_form(office, draft.target, _kind(draft))
        best = max(pdfs, key=lambda pdf: (_is_form(office, pdf[0], form), pdf[1].pages or 0))
        roles[best[0]] = FORM
    draft.papers = [replace(one, role=roles.get(one.sha256, one.role)) for one in draft.papers]


def _kind(draft: Draft) -> PaperDraft:
    return "preservation" if draft.kind == "preservation" else "activation"


def _chosen(draft: Draft) -> set[str]:
    chosen = draft.values.get(CHOSEN)
    return set(chosen) if isinstance(chosen, list) else set()


def _is_form(office: Office, sha256: str, form: StoredFile | None) -> bool:
    """Whether a paper is the downloaded form, or begins with its bytes and goes on."""
    if form is None:
        return False
    left, digest = form.size, hashlib.sha256()
    with office.files.path(sha256).open("rb") as file:
        while piece := file.read(min(left, 1 << 20)):
            digest.update(piece)
            left -= len(piece)
    return digest.hexdigest() == form.sha256
