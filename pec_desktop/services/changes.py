"""Changing a mailbox that exists: renewal, space, type, users, revocation.

Before anything is sent the mailbox is read again: what may be done is judged by what the vendor
says now, and that reading is the evidence kept with the attempt. Every call goes through
`services.operations.perform`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from pec_desktop.domain.fields import Problem
from pec_desktop.services.prices import Quote

if TYPE_CHECKING:
    from pec_desktop.domain.mailbox import Mailbox
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work


class Renewal(Struct, frozen=True):
    """What became of one mailbox of `renew_many`: renewed, failed, or (neither) not tried."""

    mailbox_id: str
    mailbox: Mailbox | None = None
    error: Exception | None = None


def current(office: Office, mailbox_id: str, work: Work) -> Mailbox:
    """Return a mailbox with its details, from the cache if they are fresh, else from the vendor.

    What a form is made of: users, spaces and preservation stand in the details only. Raises
    `ApiError`, `Refusal` (``mailbox.gone``, ``office.not_connected``).
    """
    raise NotImplementedError


def problems(
    office: Office, operation: str, mailbox: Mailbox, values: Mapping[str, object]
) -> list[Problem]:
    """Check the form of `operation` (a key of `domain.changes.FORMS`) for this mailbox."""
    raise NotImplementedError


def quote(
    office: Office,
    operation: str,
    mailbox: Mailbox | None,
    payload: Mapping[str, object],
    work: Work,
) -> Quote:
    """Return what `operation` with this request costs, and the credit. Never raises for the net."""
    raise NotImplementedError


def renew(
    office: Office, mailbox_id: str, anni: int, work: Work, *, override: bool = False
) -> Mailbox:
    """Renew (or re-activate) a mailbox for `anni` years, once.

    `override` sends although an earlier attempt has an unknown outcome. Raises `Refusal` and sends
    nothing with ``refused.renew_mailbox.*``, ``change.invalid`` (`problems`), ``attempt.*``;
    `ApiError` otherwise. The same holds for all that follow. Worker thread.
    """
    raise NotImplementedError


def renew_many(office: Office, ids: Sequence[str], anni: int, work: Work) -> list[Renewal]:
    """Renew several mailboxes one after the other; results in the order of `ids`.

    One that fails does not stop the rest, unless the next would fail for the same reason (no
    connection, token refused, archive broken). Cancelling stops between two; nothing is raised.
    """
    raise NotImplementedError


def change_space(
    office: Office,
    mailbox_id: str,
    values: Mapping[str, object],
    work: Work,
    *,
    override: bool = False,
) -> Mailbox:
    """Enlarge the spaces of a mailbox; `values` are those of `domain.changes.space_form`."""
    raise NotImplementedError


def change_type(
    office: Office, mailbox_id: str, tipo_casella: str, work: Work, *, override: bool = False
) -> Mailbox:
    """Turn a mailbox into a higher type."""
    raise NotImplementedError


def add_user(
    office: Office,
    mailbox_id: str,
    values: Mapping[str, object],
    work: Work,
    *,
    override: bool = False,
) -> Mailbox:
    """Add a user to a mailbox; `values` are those of `domain.changes.USER`."""
    raise NotImplementedError


def revoke(
    office: Office, mailbox_id: str, typed_address: str, work: Work, *, override: bool = False
) -> Mailbox:
    """Revoke an active mailbox; the address typed by the person must be its own."""
    raise NotImplementedError
