"""Rows of the mailbox table, prepared in a worker: texts, sort keys, search text, colours.

`prepare` is pure. Given the rows of the last time it hands back the same object for a mailbox that
did not change, so that the table finds the differences by identity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QLocale

from pec_desktop.domain.mailbox import NextStep, State
from pec_desktop.store.mailboxes import StoredMailbox
from pec_desktop.ui.columns import (
    COLUMNS,
    EXPIRY_NOTICES,
    STATE_ROLES,
    Facts,
    facts,
    fiscal_code,
)
from pec_desktop.ui.formats import line
from pec_desktop.ui.roles import Role

ALL = "all"
"""The filter that everything in a list passes."""

CHIPS = (
    *(ALL, "to_activate", "refused", "processing", "expiring", "active", "ended", "other"),
    "unlisted",
)
"""The filters above the table, in their order; words ``chip.*``."""

_CHIP_OF_STATE = {
    State.REGISTRATA: "to_activate",
    State.DOCUMENTI_ERRATI: "refused",
    State.IN_EVASIONE: "processing",
    State.EVASA: "active",
    State.REVOCATA: "ended",
    State.CHIUSA: "ended",
    State.REGISTRAZIONE_ANNULLATA: "ended",
}


class Row(Struct, frozen=True, eq=False, gc=False):
    """One mailbox as the table shows it; `texts` and `keys` have one entry per column."""

    id: str
    stored: StoredMailbox
    texts: tuple[str, ...]
    keys: tuple[Any, ...]
    search: str
    chips: frozenset[str]
    step: NextStep
    state_role: Role
    expiry_role: Role
    expiry_urgent: bool


def prepare(
    stored: Iterable[StoredMailbox],
    today: date,
    locale: QLocale,
    known: Mapping[str, Row] | None = None,
) -> list[Row]:
    """Make the rows of `stored`. Any thread.

    `known` are rows made before on the same day and in the same language: those whose mailbox is
    still the same are handed back as they are.
    """
    known = known or {}
    rows = []
    for one in stored:
        old = known.get(one.mailbox.id)
        rows.append(old if old and old.stored == one else _row(facts(one, today, locale)))
    return rows


def _row(one: Facts) -> Row:
    mailbox = one.mailbox
    role, urgent = _expiry_look(one)
    searched = (mailbox.casella_pec, mailbox.holder, fiscal_code(mailbox), one.stored.note)
    return Row(
        id=mailbox.id,
        stored=one.stored,
        texts=tuple([line(column.text(one)) for column in COLUMNS]),
        keys=tuple([column.order(one) for column in COLUMNS]),
        search="\n".join(searched).casefold(),
        chips=_chips(one),
        step=one.step,
        state_role=STATE_ROLES.get(mailbox.state, Role.MUTED) if one.listed else Role.MUTED,
        expiry_role=role,
        expiry_urgent=urgent,
    )


def _chips(one: Facts) -> frozenset[str]:
    if not one.listed:
        return frozenset((ALL, "unlisted"))
    chips = {ALL, _CHIP_OF_STATE.get(one.mailbox.state, "other")}
    if one.step is NextStep.RENEW:
        chips.add("expiring")
    return frozenset(chips)


def _expiry_look(one: Facts) -> tuple[Role, bool]:
    if one.days is not None and one.listed and one.mailbox.state is State.EVASA:
        for days, role, urgent in EXPIRY_NOTICES:
            if one.days <= days:
                return role, urgent
    return Role.MUTED, False
