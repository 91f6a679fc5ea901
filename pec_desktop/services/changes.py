"""Changing a mailbox that exists: renewal, space, type, users, revocation.

Before anything is sent the mailbox is read again: what may be done is judged by what the vendor
says now, and that reading is the evidence kept with the attempt. Every call goes through
`services.operations.perform`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypedDict

from pec_desktop.domain import changes, evidence
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import Mailbox, refusal
from pec_desktop.errors import ApiError, ErrorKind, PecDesktopError, Refusal, StoreError
from pec_desktop.services import mailboxes, prices
from pec_desktop.services.aftermath import reading_before
from pec_desktop.services.operations import perform
from pec_desktop.services.registration import context

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

Values = Mapping[str, object]


class _Order(TypedDict):
    """What `perform` is handed, but for the sending itself."""

    operation: str
    target: str
    label: str
    payload: dict[str, Any]
    asked: dict[str, object]
    before: evidence.Reading
    since: int
    amount: str | None


def current(office: Office, mailbox_id: str, work: Work) -> Mailbox:
    """Return a mailbox with its details, from the cache if they are fresh, else from the vendor.

    What a form is made of: users, spaces and preservation stand in the details only. Raises
    `ApiError`, `Refusal("office.not_connected")`.
    """
    stored = office.mailboxes.get(mailbox_id)
    if stored is None or stored.details_at is None or mailboxes.is_stale(office, mailbox_id):
        return mailboxes.read(office, mailbox_id, work)
    return stored.mailbox


def problems(office: Office, operation: str, mailbox: Mailbox, values: Values) -> list[Problem]:
    """Check the form of `operation` (a key of `domain.changes.FORMS`) for this mailbox."""
    return changes.problems(operation, mailbox, values, context(office))


def change(
    office: Office,
    operation: str,
    mailbox_id: str,
    values: Mapping[str, Any],
    work: Work,
    *,
    seen: Mailbox | None = None,
    override: bool = False,
) -> Mailbox:
    """Carry out `operation` with the values of its form, once: whichever of those that follow."""
    how: dict[str, Any] = {"seen": seen, "override": override}
    match operation:
        case "renew_mailbox":
            return renew(office, mailbox_id, values["anni"], work, **how)
        case "change_space":
            return change_space(office, mailbox_id, values, work, **how)
        case "change_type":
            return change_type(office, mailbox_id, values["tipo_casella"], work, **how)
        case "add_user":
            return add_user(office, mailbox_id, values, work, **how)
        case "revoke_mailbox":
            return revoke(office, mailbox_id, values["confirm_address"], work, **how)
    raise ValueError(operation)


def renew(
    office: Office,
    mailbox_id: str,
    anni: int,
    work: Work,
    *,
    seen: Mailbox | None = None,
    override: bool = False,
    row: str = "",
) -> Mailbox:
    """Renew (or re-activate) a mailbox for `anni` years, once.

    `seen` is the mailbox that the person's summary was made from: if the vendor tells another one
    now, nothing is sent. `override` sends although an earlier attempt has an unknown outcome. `row`
    names a row of a batch (`services.batch`), which is never sent twice.

    Raises `Refusal` and sends nothing with ``refused.renew_mailbox.*``, ``change.invalid`` (its
    detail `problems`), ``mailbox.changed``, ``attempt.*``; `ApiError` otherwise. The same holds for
    all that follow. Worker thread.
    """
    with _ordered(
        office, "renew_mailbox", mailbox_id, {"anni": anni}, seen, work, override, row
    ) as order:
        client = office.client()
        return perform(
            office,
            **order,
            send=lambda: client.renew_mailbox(mailbox_id, order["payload"]["anni"]),
            override=override,
        )


def change_space(
    office: Office,
    mailbox_id: str,
    values: Values,
    work: Work,
    *,
    seen: Mailbox | None = None,
    override: bool = False,
    row: str = "",
) -> Mailbox:
    """Enlarge the spaces of a mailbox; `values` are those of `domain.changes.space_form`."""
    with _ordered(office, "change_space", mailbox_id, values, seen, work, override, row) as order:
        client = office.client()
        return perform(
            office,
            **order,
            send=lambda: client.change_space(mailbox_id, **order["payload"]),
            override=override,
        )


def change_type(
    office: Office,
    mailbox_id: str,
    tipo_casella: str,
    work: Work,
    *,
    seen: Mailbox | None = None,
    override: bool = False,
) -> Mailbox:
    """Turn a mailbox into a higher type."""
    with _ordered(
        office, "change_type", mailbox_id, {"tipo_casella": tipo_casella}, seen, work, override
    ) as order:
        client = office.client()
        return perform(
            office,
            **order,
            send=lambda: client.change_type(mailbox_id, order["payload"]["tipo_casella"]),
            override=override,
        )


def add_user(
    office: Office,
    mailbox_id: str,
    values: Values,
    work: Work,
    *,
    seen: Mailbox | None = None,
    override: bool = False,
    row: str = "",
) -> Mailbox:
    """Add a user to a mailbox; `values` are those of `domain.changes.USER`."""
    with _ordered(office, "add_user", mailbox_id, values, seen, work, override, row) as order:
        client = office.client()
        return perform(
            office,
            **order,
            send=lambda: client.add_user(mailbox_id, order["payload"]),
            override=override,
        )


def revoke(
    office: Office,
    mailbox_id: str,
    typed_address: str,
    work: Work,
    *,
    seen: Mailbox | None = None,
    override: bool = False,
) -> Mailbox:
    """Revoke an active mailbox; the address typed by the person must be its own."""
    typed = {"confirm_address": typed_address}
    with _ordered(office, "revoke_mailbox", mailbox_id, typed, seen, work, override) as order:
        client = office.client()
        return perform(
            office,
            **order,
            send=lambda: client.revoke_mailbox(mailbox_id),
            override=override,
        )


@contextmanager
def _ordered(
    office: Office,
    operation: str,
    mailbox_id: str,
    values: Values,
    seen: Mailbox | None,
    work: Work,
    override: bool,
    row: str = "",
) -> Iterator[_Order]:
    """Judge what is asked for by what the vendor says now, and give what `perform` needs.

    Among it the exact request (`payload`), which the body sends as it is. Nobody else in this
    program may order the same for this mailbox until the body has ended.
    """
    with office.claim(f"{operation} {mailbox_id}"):
        since = office.attempts.revision(mailbox_id)
        mailbox = reread(office, operation, mailbox_id, seen, work, override=override)
        errors = [
            one
            for one in problems(office, operation, mailbox, values)
            if one.severity is Severity.ERROR
        ]
        if errors:
            raise Refusal("change.invalid", problems=errors)
        request = changes.request(operation, mailbox, values)
        prices.learn(office, operation, work)
        work.check()
        yield {
            "operation": operation,
            "target": mailbox_id,
            "label": mailbox.casella_pec,
            "payload": request,
            "asked": {
                **_asked(office, operation, mailbox, request),
                **({"draft": row} if row else {}),
            },
            "before": evidence.of_mailbox(mailbox),
            "since": since,
            "amount": prices.amount_of(office, operation, mailbox, request),
        }


def reread(
    office: Office,
    operation: str,
    mailbox_id: str,
    seen: Mailbox | None,
    work: Work,
    *,
    override: bool = False,
) -> Mailbox:
    """Read a mailbox right before `operation` is sent for it.

    Raises `Refusal`: ``attempt.*`` while an attempt stands in the way, ``mailbox.changed`` if it is
    no longer what the person has `seen`, ``refused.*`` if the operation cannot be used; `ApiError`
    if it cannot be read.
    """
    office.attempts.refuse_if_open(operation, mailbox_id, override=override)
    with reading_before(operation):
        mailbox = mailboxes.read(office, mailbox_id, work)
    if seen is not None and evidence.differences(seen, mailbox):
        raise Refusal("mailbox.changed")
    if key := refusal(operation, mailbox, office.allowed):
        raise Refusal(key)
    return mailbox


def _asked(office: Office, operation: str, mailbox: Mailbox, request: Values) -> dict[str, object]:
    """Return what of a request its verdict needs: of a user the e-mail alone.

    A renewal has lapsed if nobody says from when its years count.
    """
    if operation == "add_user":
        return {"email_gestione_password": request["email_gestione_password"]}
    if operation != "renew_mailbox":
        return dict(request)
    years = int(str(request["anni"]))
    expected = changes.expiry_after(mailbox, years, context(office).today)
    return {"anni": years, "lapsed": expected is None}


def concerns_all(error: PecDesktopError) -> bool:
    """Whether the next of several calls would fail for the same reason."""
    if isinstance(error, ApiError):
        return error.kind in (ErrorKind.AUTH, ErrorKind.FORBIDDEN, ErrorKind.UNAVAILABLE)
    alone = "refused.", "change.", "attempt.", "mailbox.", "draft.", "paper", "p7m."
    return isinstance(error, StoreError) or (
        isinstance(error, Refusal) and not error.key.startswith(alone)
    )
