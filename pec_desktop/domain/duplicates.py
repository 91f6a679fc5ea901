"""Addresses that the Business Register no longer takes: the rules in force since 15 January 2026.

Decree MIMIT of 4 December 2025: an officer's digital domicile must differ from that of every
registered company, and a company's new domicile from every officer's and every other company's. One
address may serve a person in several companies. What an office's own archive shows is never the
whole register, hence warnings; a communication begun elsewhere does not tell whom it was for, since
the vendor's answers leave `pec_amministratore` out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from pec_desktop.domain.communication import Communication
from pec_desktop.domain.fields import Problem
from pec_desktop.domain.findings import Severity, Values
from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.domain.normal import compact_capitals, lower, text

_ENDED = (State.CHIUSA, State.REGISTRAZIONE_ANNULLATA)
_COMPANY = "IM"


class Filed(Struct, frozen=True):
    """A communication of the archive, and whether it was for an officer; None if nobody knows."""

    communication: Communication
    administrator: bool | None = None


def duplicates(
    values: Values, mailboxes: Sequence[Mailbox], filed: Sequence[Filed]
) -> list[Problem]:
    """Return the warnings about the address of a communication before it is started.

    `values` are those of the form (`domain.communication.COMMUNICATION`). Each warning concerns
    the field ``casella_pec`` and names the other holder in its details (`name`). Pure.
    """
    address = lower(values.get("casella_pec"))
    if not address:
        return []
    same_box = [
        box for box in mailboxes if lower(box.casella_pec) == address and box.state not in _ENDED
    ]
    same_filed = [one for one in filed if lower(one.communication.casella_pec) == address]
    rule = _for_officer if values.get("pec_amministratore") is True else _for_company
    code = compact_capitals(values.get("cf_piva"))
    found = {
        (key, name): Problem("casella_pec", key, {"name": name}, Severity.WARNING)
        for key, name in rule(code, same_box, same_filed)
    }
    return list(found.values())


def _for_officer(code: str, boxes: list[Mailbox], filed: list[Filed]) -> Iterator[tuple[str, str]]:
    """An officer's address: no company may have it, the officer's own least of all."""
    for box in boxes:
        if box.tipo_cliente.upper() == _COMPANY:
            own = compact_capitals(box.cf_piva_titolare) == code
            yield ("duplicate.own_company" if own else "duplicate.company"), box.holder
    for one in filed:
        company, same = _company(one, code)
        if one.administrator is None:
            yield "duplicate.unknown_use", company
        elif not one.administrator:
            yield ("duplicate.own_company" if same else "duplicate.company"), company
        elif same:
            yield "duplicate.again", company


def _for_company(code: str, boxes: list[Mailbox], filed: list[Filed]) -> Iterator[tuple[str, str]]:
    """A company's address: neither another company nor any officer may have it."""
    for box in boxes:
        holder = compact_capitals(box.cf_piva_titolare)
        if holder and holder != code:
            yield "duplicate.company", box.holder
    for one in filed:
        company, same = _company(one, code)
        if one.administrator:
            yield "duplicate.officer", company
        elif same:
            yield "duplicate.again", company
        else:
            known = one.administrator is False
            yield ("duplicate.company" if known else "duplicate.unknown_use"), company


def _company(one: Filed, code: str) -> tuple[str, bool]:
    """Return the company's name, and whether it is the one in the form."""
    filed = one.communication
    return text(filed.ragione_sociale), compact_capitals(filed.cf_piva) == code
