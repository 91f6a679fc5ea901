"""Communications to the Business Register: list, start, power of attorney, what follows.

A communication is begun by a paid call, then the vendor gets a code; with it comes a power of
attorney to be signed digitally by those who may sign for the company. What comes back is the
matter of `services.attorneys`.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pec_desktop.domain import callback, evidence
from pec_desktop.domain.communication import COMMUNICATION, target_of
from pec_desktop.domain.fields import Problem, Severity, validate
from pec_desktop.domain.mailbox import not_permitted
from pec_desktop.domain.mailbox import refusal as mailbox_refusal
from pec_desktop.domain.normal import lower
from pec_desktop.errors import ApiError, Refusal
from pec_desktop.services import drafts, prices
from pec_desktop.services.aftermath import reading_before
from pec_desktop.services.attorneys import (
    SignedPaper,
    check_p7m,
    download_power_of_attorney,
    practise_signing,
    remove_p7m,
    saved_power_of_attorney,
    take_p7m,
    taken_p7m,
    upload,
)
from pec_desktop.services.duplicates import in_the_archive
from pec_desktop.services.mailboxes import ABOUT_ONE
from pec_desktop.services.moving import communicable
from pec_desktop.services.operations import perform
from pec_desktop.services.registration import context

if TYPE_CHECKING:
    from pec_desktop.domain.communication import Communication
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.store.communications import StoredCommunication
    from pec_desktop.store.drafts import Draft
    from pec_desktop.store.mailboxes import ListChange
    from pec_desktop.work import Work

__all__ = [
    "SignedPaper",
    "cached",
    "check_p7m",
    "checked_duplicates",
    "download_power_of_attorney",
    "duplicates",
    "fetch_details",
    "follow",
    "known_of",
    "mailboxes_to_communicate",
    "new_draft",
    "practise_signing",
    "problems",
    "refresh",
    "remove_p7m",
    "request",
    "saved_power_of_attorney",
    "start",
    "take_p7m",
    "taken_p7m",
    "upload",
    "wanted_details",
]

log = logging.getLogger(__name__)

OPERATION = "start_communication"

FROM_MAILBOX: dict[str, str] = {
    "casella_pec": "casella_pec",
    "ragione_sociale": "denominazione_titolare",
    "cf_piva": "cf_piva_titolare",
    "comune": "comune_titolare",
    "provincia": "provincia_titolare",
    "cf": "codice_fiscale_richiedente",
    "nome": "nome_richiedente",
    "cognome": "cognome_richiedente",
    "email": "email",
    "cellulare": "cellulare",
}
"""Field of a communication → the field of an own mailbox that fills it."""


def cached(office: Office) -> list[StoredCommunication]:
    """Return the communications as last seen, the newest first, without the network."""
    return office.communications.all()


def wanted_details(office: Office) -> list[str]:
    """Return the ids whose details are unknown or older than their last change."""
    return office.communications.without_details()


def refresh(office: Office, work: Work) -> ListChange:
    """Read the whole list and bring the cache in line; rows that are missing stay, marked.

    As for mailboxes, an answer that a write has overtaken is asked for again. Raises `ApiError`.
    """
    client = office.client()
    while True:
        work.check()
        seen = office.writes.count
        rows = client.list_communications()
        with office.writes.lock:
            if office.writes.count == seen:
                return office.communications.replace_list(rows, office.now())


def fetch_details(office: Office, ids: Sequence[str], work: Work) -> list[StoredCommunication]:
    """Read the details of a few communications, those that moved only; as for mailboxes."""
    stale = set(office.communications.without_details(ids))
    for done, communication_id in enumerate(ids):
        work.progress(done, len(ids))
        work.check()
        if communication_id not in stale:
            continue
        try:
            follow(office, communication_id, work)
        except ApiError as error:
            if error.kind not in ABOUT_ONE:
                raise
            log.info("Details of one communication: %s (HTTP %s)", error.kind, error.status)
    work.progress(len(ids), len(ids))
    stored = (office.communications.get(one) for one in ids)
    return [one for one in stored if one is not None]


def follow(office: Office, communication_id: str, work: Work) -> Communication:
    """Read a communication once to see how it stands now. Raises `ApiError`."""
    work.check()
    communication = office.client().get_communication(communication_id)
    office.communications.save_details(communication, office.now())
    return communication


def mailboxes_to_communicate(office: Office) -> list[Mailbox]:
    """Return the own mailboxes whose address can be communicated, by address. No network."""
    boxes = [stored.mailbox for stored in office.mailboxes.all() if stored.listed]
    able = [box for box in boxes if mailbox_refusal(OPERATION, box) is None]
    return sorted(able, key=lambda box: box.casella_pec)


def known_of(mailbox: Mailbox) -> dict[str, object]:
    """Return what a mailbox tells for a communication of its address; empty texts among it."""
    return {name: getattr(mailbox, source) for name, source in FROM_MAILBOX.items()}


def new_draft(
    office: Office, mailbox: Mailbox | None = None, values: Mapping[str, object] | None = None
) -> Draft:
    """Make a draft of the kind ``communication``, filled from a mailbox's holder; not saved yet."""
    known = {} if mailbox is None else known_of(mailbox)
    filled = {name: value for name, value in known.items() if value}
    return drafts.new(office, "communication", {**filled, **(values or {})})


def problems(office: Office, values: Mapping[str, object]) -> list[Problem]:
    """Check the whole request, errors and warnings in the order of the fields."""
    return validate((*COMMUNICATION, *callback.CALLBACK), values, context(office))


def request(values: Mapping[str, object]) -> dict[str, object]:
    """Return exactly what `start` sends: the summary is made from this very result."""
    return drafts.request("communication", values)


def duplicates(office: Office, values: Mapping[str, object]) -> list[Problem]:
    """Return what the archive tells of the address; `refresh`, `fetch_details` make it complete.

    Warnings about one that is somebody's already (`domain.duplicates`), and an error at an own one
    that cannot be communicated now.
    """
    return [*_of_address(office, values), *in_the_archive(office, values)]


def _of_address(office: Office, values: Mapping[str, object]) -> list[Problem]:
    """Return the error of an own address that cannot be communicated, as far as is known."""
    why = communicable(office, lower(values.get("casella_pec")))
    return [] if why is None else [Problem("casella_pec", why)]


def checked_duplicates(office: Office, values: Mapping[str, object], work: Work) -> list[Problem]:
    """Return the same after reading what the vendor has about this address now.

    The list, and the details of the communications of this address only. Raises `ApiError`.
    """
    refresh(office, work)
    address = lower(values.get("casella_pec"))
    same = [
        stored.communication.id
        for stored in office.communications.all()
        if stored.listed and lower(stored.communication.casella_pec) == address
    ]
    fetch_details(office, same, work)
    return duplicates(office, values)


def start(office: Office, draft_id: str, work: Work, *, override: bool = False) -> Communication:
    """Start the communication of a draft, once; on success it is cached and the draft is gone.

    The list is read before, so that an id that is new afterwards proves what happened. Raises
    `Refusal` and sends nothing with ``draft.gone``, ``draft.invalid`` (`problems`), ``attempt.*``,
    ``refused.start_communication.scope``; `ApiError` otherwise. Worker thread.
    """
    with office.claim(draft_id):
        draft = drafts.get(office, draft_id)
        found = [*_of_address(office, draft.values), *problems(office, draft.values)]
        errors = [one for one in found if one.severity is Severity.ERROR]
        if errors:
            raise Refusal("draft.invalid", problems=errors)
        if key := not_permitted(OPERATION, office.allowed):
            raise Refusal(key)
        fields = request(draft.values)
        address = str(fields["casella_pec"])
        client = office.client()
        target = target_of(fields)
        office.attempts.refuse_if_open(OPERATION, target, override=override)
        since = office.attempts.revision(target)
        with reading_before(OPERATION):
            refresh(office, work)
        prices.learn(office, OPERATION, work)
        work.check()
        known = [stored.communication for stored in office.communications.all()]
        for_officer = fields.get("pec_amministratore") is True
        with drafts.noting_refusal(office, draft_id):
            return perform(
                office,
                OPERATION,
                target,
                label=address.lower(),
                payload=fields,
                asked={"pec_amministratore": for_officer, **drafts.asked(draft)},
                before=evidence.of_communications(address, known),
                since=since,
                send=lambda: client.start_communication(fields),
                amount=prices.amount_text(prices.known_price(office, OPERATION, "")),
                reference=lambda communication: communication.id,
                override=override,
            )
