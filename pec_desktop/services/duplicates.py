"""Whose an address is already, as far as the office's whole archive knows. No network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pec_desktop.domain.duplicates import Filed, duplicates
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.communications import CommunicationStore
from pec_desktop.store.mailboxes import MailboxStore

if TYPE_CHECKING:
    from pec_desktop.domain.account import Account
    from pec_desktop.domain.fields import Problem
    from pec_desktop.services.office import Office


def in_the_archive(office: Office, values: Mapping[str, object]) -> list[Problem]:
    """Return the warnings about an address that is somebody's already (`domain.duplicates`).

    What another account of the same service has counts too, followed by ``duplicate.elsewhere``
    which names it (`account`). A communication counts for good, listed or not: the Register
    remembers.
    """
    found: list[Problem] = []
    for account, warnings in _by_account(office, values):
        for one in warnings:
            if one not in found:
                found.append(one)
                if account.id != office.account.id:
                    details = {**one.details, "account": account.name}
                    found.append(replace(one, key="duplicate.elsewhere", details=details))
    return found


def _by_account(
    office: Office, values: Mapping[str, object]
) -> Iterator[tuple[Account, list[Problem]]]:
    """Give each account with its warnings; two of them may be one at the vendor's."""
    seen: set[str] = set()
    for account in _of_the_same_service(office):
        boxes = MailboxStore(office.database, account.id).all()
        filed = CommunicationStore(office.database, account.id).all()
        warnings = duplicates(
            values,
            [one.mailbox for one in boxes if one.listed],
            [
                Filed(one.communication, one.administrator)
                for one in filed
                if one.communication.id not in seen
            ],
        )
        seen.update(one.communication.id for one in filed)
        yield account, warnings


def _of_the_same_service(office: Office) -> list[Account]:
    """Return the office's account, then those of the archive with the same vendor behind them."""
    own = office.account
    service = (own.environment, own.base_url)
    known = AccountStore(office.database).all()
    alike = [one for one in known if (one.environment, one.base_url) == service]
    return sorted(alike, key=lambda one: one.id != own.id)
