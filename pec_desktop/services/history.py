"""A mailbox's past: what was attempted with it from here, and what others were seen to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pec_desktop.store.attempts import Attempt
from pec_desktop.store.outside import OutsideChange

if TYPE_CHECKING:
    from pec_desktop.services.office import Office

Event = Attempt | OutsideChange
"""One entry of a history."""


def of_mailbox(office: Office, mailbox_id: str, address: str) -> list[Event]:
    """Return what happened to a mailbox, by its id or (before it had one) its address.

    The newest first: attempts by the moment they began, changes by the moment they were noticed.
    """
    attempts = [*office.attempts.at(mailbox_id), *office.attempts.at(address)]
    return sorted([*attempts, *office.outside.of(mailbox_id)], key=moment, reverse=True)


def moment(event: Event) -> int:
    """When an event stands in the history, Unix seconds."""
    return event.started_at if isinstance(event, Attempt) else event.at
