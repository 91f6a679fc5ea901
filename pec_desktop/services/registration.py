"""Registering a mailbox: is the address free, what does it cost, and the registration itself."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pec_desktop.domain import callback, evidence
from pec_desktop.domain.fields import Context, Problem, Severity, validate
from pec_desktop.domain.flows import REGISTRATION_FLOW
from pec_desktop.domain.mailbox import not_permitted
from pec_desktop.domain.registration import REGISTRATION
from pec_desktop.errors import Refusal
from pec_desktop.services import drafts, mailboxes, prices
from pec_desktop.services.aftermath import reading_before
from pec_desktop.services.operations import perform

if TYPE_CHECKING:
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.store.drafts import Draft
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

OPERATION = "register_mailbox"


def context(office: Office) -> Context:
    """Return what the rules of the form need to know from outside: today and the environment."""
    today = datetime.fromtimestamp(office.now(), UTC).astimezone().date()
    return Context(today=today, environment=office.account.environment)


def problems(office: Office, values: Mapping[str, object]) -> list[Problem]:
    """Check a whole registration, errors and warnings in the order of the fields."""
    return validate((*REGISTRATION, *callback.CALLBACK), values, context(office))


def request(values: Mapping[str, object]) -> dict[str, object]:
    """Return exactly what `register` sends: the summary is made from this very result."""
    return drafts.request("registration", values)


def available(office: Office, casella_pec: str, work: Work) -> bool:
    """Ask the vendor whether an address is still free.

    Raises `Refusal` and asks nothing with ``refused.check_availability.scope``; `ApiError`
    otherwise.
    """
    if key := not_permitted("check_availability", office.allowed):
        raise Refusal(key)
    work.check()
    return office.client().check_availability(casella_pec)


def cost(office: Office, values: Mapping[str, object], work: Work) -> prices.Quote:
    """Return what this registration costs, as far as it is known, and the credit."""
    return prices.quote_for(office, OPERATION, str(values.get("tipo_casella") or ""), work)


def register(office: Office, draft_id: str, work: Work, *, override: bool = False) -> Mailbox:
    """Register the mailbox of a draft, once; on success it is in the cache and the draft is gone.

    Whatever else happens, the draft stays. What the vendor says of a field is written into it. The
    list is read right before, so that an id which is new afterwards proves what happened.
    `override` sends again although an earlier attempt for this address has an unknown outcome.

    Raises `Refusal` and sends nothing with ``draft.gone``, ``draft.invalid`` (`problems` in its
    details), ``refused.register_mailbox.scope``, ``attempt.*``; `ApiError` otherwise. Worker
    thread.
    """
    with office.claim(draft_id):
        draft = drafts.get(office, draft_id)
        errors = [one for one in problems(office, draft.values) if one.severity is Severity.ERROR]
        if errors:
            raise Refusal("draft.invalid", problems=errors)
        return send(office, draft, work, override=override)


def send(office: Office, draft: Draft, work: Work, *, override: bool = False) -> Mailbox:
    """Send a draft whose values were checked, once; as `register` does."""
    if key := not_permitted(OPERATION, office.allowed):
        raise Refusal(key)
    fields = request(draft.values)
    address, kind = str(fields["casella_pec"]), str(fields["tipo_casella"])
    client = office.client()
    office.attempts.refuse_if_open(OPERATION, address, override=override)
    since = office.attempts.revision(address)
    with reading_before(OPERATION):
        mailboxes.refresh(office, work)
    work.check()
    log.info("Registration: %s", REGISTRATION_FLOW.loggable(draft.values))
    with drafts.noting_refusal(office, draft.id):
        return perform(
            office,
            OPERATION,
            address,
            label=address,
            payload=fields,
            asked={"tipo_casella": kind, **drafts.asked(draft)},
            before=evidence.of_address(mailboxes.at_address(office, address)),
            since=since,
            send=lambda: client.register_mailbox(fields),
            amount=prices.amount_text(prices.known_price(office, OPERATION, kind)),
            reference=lambda registered: registered.id,
            override=override,
        )
