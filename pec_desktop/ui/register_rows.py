"""Rows of the Business Register's table, prepared in a worker: search text, filters, colours.

`prepare` is pure. Given the rows of the last time it hands back the same object for a communication
that did not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from pec_desktop.domain.communication import (
    Communication,
    CommunicationState,
    CommunicationStep,
    next_step,
)
from pec_desktop.store.communications import StoredCommunication
from pec_desktop.ui.mailbox_rows import ALL
from pec_desktop.ui.roles import Role
from pec_desktop.ui.words import known, text

STATE_ROLES: dict[CommunicationState, Role] = {
    CommunicationState.CODICE_IN_RICHIESTA: Role.INFO,
    CommunicationState.IN_ATTESA_DI_DOCUMENTI: Role.ATTENTION,
    CommunicationState.DOCUMENTI_CARICATI: Role.INFO,
    CommunicationState.COMUNICAZIONE_EVASA: Role.GOOD,
}
"""The colour of a state; any other is muted."""

_CHIP_OF_STATE = {
    CommunicationState.IN_ATTESA_DI_DOCUMENTI: "to_sign",
    CommunicationState.CODICE_IN_RICHIESTA: "code_awaited",
    CommunicationState.DOCUMENTI_CARICATI: "at_register",
    CommunicationState.COMUNICAZIONE_EVASA: "completed",
}

CHIPS = (ALL, *_CHIP_OF_STATE.values(), "other", "unlisted")
"""The filters above the table, in their order; words ``chip.*``."""

_STATE_ORDER = tuple(CommunicationState)
_STEP_ORDER = (CommunicationStep.SIGN, *CommunicationStep)


class Row(Struct, frozen=True, eq=False):
    """One communication as the table shows it."""

    stored: StoredCommunication
    step: CommunicationStep
    role: Role
    search: str
    chips: frozenset[str]

    @property
    def id(self) -> str:
        """The communication's id."""
        return self.stored.communication.id

    @property
    def communication(self) -> Communication:
        """The communication as it was last read."""
        return self.stored.communication

    @property
    def needs_person(self) -> bool:
        """Whether nothing goes on until the office does something."""
        return self.step is CommunicationStep.SIGN

    @property
    def state_text(self) -> str:
        """The state in words; one the program does not know is shown as received."""
        if not self.stored.listed:
            return text("state.unlisted")
        key = f"communication_state.{self.communication.stato}"
        return text(key) if known(key) else self.communication.stato

    @property
    def state_order(self) -> tuple[bool, int]:
        """States in the order of a communication's life, those no longer listed at the end."""
        return not self.stored.listed, _STATE_ORDER.index(self.communication.state)

    @property
    def step_text(self) -> str:
        """The next step; nothing where nothing is to be done."""
        return (
            "" if self.step is CommunicationStep.NONE else text(f"communication_next.{self.step}")
        )

    @property
    def step_order(self) -> int:
        """What the office has to do first."""
        return _STEP_ORDER.index(self.step)

    @property
    def applicant(self) -> str:
        """Who signs; empty while only the list is known."""
        return f"{self.communication.nome} {self.communication.cognome}".strip()


def prepare(
    stored: Iterable[StoredCommunication], known_rows: Mapping[str, Row] | None = None
) -> list[Row]:
    """Make the rows of `stored`, those first with which the office has to do something. Any thread.

    Of `known_rows`, made before in the same language, those that are still true are handed back.
    """
    old = known_rows or {}
    rows = []
    for one in stored:
        before = old.get(one.communication.id)
        rows.append(before if before and before.stored == one else _row(one))
    return sorted(rows, key=lambda row: (row.step_order, -(row.communication.timestamp or 0)))


def _row(stored: StoredCommunication) -> Row:
    one = stored.communication
    person = f"{one.nome} {one.cognome}"
    searched = (one.casella_pec, one.ragione_sociale, one.cf_piva, person, one.cf)
    chip = _CHIP_OF_STATE.get(one.state, "other") if stored.listed else "unlisted"
    return Row(
        stored=stored,
        step=next_step(one) if stored.listed else CommunicationStep.NONE,
        role=STATE_ROLES.get(one.state, Role.MUTED) if stored.listed else Role.MUTED,
        search="\n".join(searched).casefold(),
        chips=frozenset((ALL, chip)),
    )
