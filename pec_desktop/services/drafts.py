"""Drafts: what is unfinished or not yet sent, and how it stands. No network.

What is ready waits in the outbox (`services.outbox`), which is nothing but the order of those.

How a draft stands is read from the journal each time rather than written into it: a program that
was killed in the middle of a call can write nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct, ValidationError, convert, to_builtins

from pec_desktop.domain import callback
from pec_desktop.domain.communication import COMMUNICATION, target_of
from pec_desktop.domain.evidence import digest
from pec_desktop.domain.fields import Field, Problem, payload
from pec_desktop.domain.registration import REGISTRATION
from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.services.aftermath import aftermath
from pec_desktop.services.moving import Moved, moved
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.drafts import Draft, DraftKind

if TYPE_CHECKING:
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office

SENT_BY: dict[DraftKind, str] = {
    "registration": "register_mailbox",
    "activation": "activate_mailbox",
    "preservation": "activate_preservation",
    "communication": "start_communication",
    "attorney": "upload_communication_documents",
}
"""Kind of draft → the operation that sends it."""

FORMS: dict[DraftKind, tuple[Field, ...]] = {
    "registration": REGISTRATION,
    "communication": COMMUNICATION,
}
"""Kind of draft → its form, for those that make something new."""


class Standing(StrEnum):
    """How a draft stands, the most pressing first."""

    UNKNOWN = "unknown"
    """It was sent and what came of it is not known."""
    OVERTAKEN = "overtaken"
    """What it is for has moved on: it can no longer be sent."""
    REFUSED = "refused"
    """The vendor objected to something in it."""
    READY = "ready"
    INCOMPLETE = "incomplete"


class DraftRow(Struct, frozen=True):
    """A draft as the list shows it: `title` is its address, or the holder, or empty."""

    draft: Draft
    title: str
    standing: Standing
    moved: Moved | None = None

    @property
    def operation(self) -> str:
        """The `PecClient` method that sends it."""
        return SENT_BY[self.draft.kind]


def rows(office: Office) -> list[DraftRow]:
    """Return the office's drafts with how they stand: the outbox in its order, then the rest."""
    found = sorted(office.drafts.all(), key=lambda draft: (not draft.ready, draft.place))
    return [row(office, draft) for draft in found]


def row(office: Office, draft: Draft) -> DraftRow:
    """Return a draft with how it stands."""
    found = moved(office, draft, SENT_BY[draft.kind])
    return DraftRow(draft, title(office, draft), _standing(office, draft, found), found)


def get(office: Office, draft_id: str) -> Draft:
    """Return a draft. Raises `Refusal("draft.gone")` if it was sent or deleted meanwhile."""
    draft = office.drafts.get(draft_id)
    if draft is None:
        raise Refusal("draft.gone")
    return draft


def new_registration(office: Office, values: Mapping[str, object] | None = None) -> Draft:
    """Make a registration draft with the form's defaults and `values`; not saved yet."""
    return new(office, "registration", values)


def new(office: Office, kind: DraftKind, values: Mapping[str, object] | None = None) -> Draft:
    """Make a draft with the defaults of its kind's form and `values`; not saved yet."""
    form = (*FORMS[kind], *callback.CALLBACK)
    defaults = {one.name: one.default for one in form if one.default is not None}
    return Draft(account_id=office.account.id, kind=kind, values={**defaults, **(values or {})})


def of(office: Office, kind: DraftKind, target: str) -> Draft:
    """Return the one draft of that kind for a mailbox or a communication; not saved if new."""
    draft = office.drafts.for_target(kind, target)
    return draft or Draft(account_id=office.account.id, kind=kind, target=target)


def activation_of(office: Office, mailbox_id: str) -> Draft:
    """Return the mailbox's one activation draft; a new one is not saved yet."""
    return of(office, "activation", mailbox_id)


def mailbox(office: Office, draft: Draft) -> Mailbox:
    """Return the mailbox a draft is for, as last seen. Raises `Refusal("mailbox.gone")`."""
    stored = office.mailboxes.get(draft.target)
    if stored is None:
        raise Refusal("mailbox.gone")
    return stored.mailbox


def save(office: Office, draft: Draft) -> Draft:
    """Keep a draft as it is now; a new one remembers the mailbox that it is made on."""
    if draft.made_on is None and draft.target:
        stored = office.mailboxes.get(draft.target)
        known = stored is not None and stored.details_at is not None
        draft.made_on = stored.mailbox if stored and known else None
    office.drafts.save(draft)
    return draft


def delete(office: Office, draft_id: str) -> None:
    """Delete a draft and the papers that nothing else needs."""
    office.drafts.delete(draft_id)
    office.files.remove_unused()


def title(office: Office, draft: Draft) -> str:
    """Return what a draft is about: the mailbox's address, else its holder, else nothing."""
    form = FORMS.get(draft.kind)
    if form is None:
        box, entry = office.mailboxes.get(draft.target), office.communications.get(draft.target)
        known = box.mailbox if box else entry.communication if entry else None
        return known.casella_pec if known else ""
    values = payload(form, draft.values)
    person = (values.get("nome_richiedente"), values.get("cognome_richiedente"))
    named = values.get("denominazione_titolare") or values.get("ragione_sociale")
    holder = named or " ".join(str(one) for one in person if one)
    return str(values.get("casella_pec") or holder)


def target(draft: Draft) -> str:
    """Return what the journal calls the thing a draft is for; empty while it has no address."""
    if draft.kind == "communication":
        return target_of(payload(COMMUNICATION, draft.values))
    return draft.target or str(payload(REGISTRATION, draft.values).get("casella_pec", ""))


def standing(office: Office, draft: Draft) -> Standing:
    """Tell how a draft stands, from the journal, from the archive and from the draft itself."""
    return row(office, draft).standing


def _standing(office: Office, draft: Draft, found: Moved | None) -> Standing:
    sent_to = target(draft)
    attempts = office.attempts.unknown_for(SENT_BY[draft.kind], sent_to) if sent_to else []
    if any(attempt.outcome is Outcome.UNKNOWN for attempt in attempts):
        return Standing.UNKNOWN
    if found is not None and found.why is not None:
        return Standing.OVERTAKEN
    if draft.problems:
        return Standing.REFUSED
    return Standing.READY if draft.ready else Standing.INCOMPLETE


ABOUT_THE_DRAFT = (ErrorKind.INVALID, ErrorKind.CONFLICT, ErrorKind.NOT_FOUND)
"""What the vendor refuses for what is in it; credit and access are no fault of a draft."""


def objection(error: ApiError) -> Problem | None:
    """Return what the vendor objected to, at the field it named if it did; None if to nothing."""
    if error.field is None and error.kind not in ABOUT_THE_DRAFT:
        return None
    return Problem(error.field or "", "vendor.refused", {"message": error.message})


def note_refusal(office: Office, draft_id: str, error: ApiError) -> None:
    """Give a draft back with what the vendor objected to, if it is the draft that is wrong."""
    if (problem := objection(error)) is not None:
        give_back(office, draft_id, [problem])


def give_back(office: Office, draft_id: str, problems: Sequence[Problem]) -> None:
    """Make a draft an ordinary one again, with what is wrong with it.

    The draft is read again: it may have been saved while the request was on its way.
    """
    with office.drafting:
        draft = office.drafts.get(draft_id)
        if draft is not None:
            draft.problems = [to_builtins(one) for one in problems]
            draft.ready = False
            save(office, draft)


def objections(draft: Draft) -> list[Problem]:
    """Return the problems a draft was left with; those of another version are left out."""
    try:
        return convert(draft.problems, list[Problem])
    except ValidationError:
        return []


@contextmanager
def noting_refusal(office: Office, draft_id: str) -> Iterator[None]:
    """Send a draft in the body: an `ApiError` goes on, and leaves what it says with the draft."""
    try:
        yield
    except ApiError as error:
        with aftermath():
            note_refusal(office, draft_id, error)
        raise


def request(kind: DraftKind, values: Mapping[str, object]) -> dict[str, object]:
    """Return exactly what a draft of that kind sends, of those that make something new."""
    return {**payload(FORMS[kind], values), **callback.request(values)}


def asked(draft: Draft) -> dict[str, object]:
    """Return what the journal keeps of a draft that is sent: enough to find it again."""
    known = {"papers": [paper.sha256 for paper in draft.papers]} if draft.papers else {}
    return {"draft": draft.id, **known}


def sent(office: Office, draft_id: str, papers: Collection[str], payload_digest: str) -> None:
    """Delete a draft that was sent, but for what came to it or was changed on it since.

    `papers` are the digests of those that were on it, `payload_digest` is that of the request.
    """
    with office.drafting:
        now = office.drafts.get(draft_id)
        if now is None:
            return
        if now.kind in FORMS and digest(request(now.kind, now.values)) != payload_digest:
            return  # it is another request by now
        late = [one for one in now.papers if one.sha256 not in papers]
        if not late:
            office.drafts.delete(draft_id)
        elif late != now.papers:
            now.papers, now.problems, now.ready, now.made_on = late, [], False, None
            save(office, now)
