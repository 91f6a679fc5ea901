"""A communication of a certified mailbox to the Business Register, its states and its request.

The attributes bear the API's own names; shapes and states come from the vendor's OpenAPI document
(schemas ``RichiesteComunicazionePec``, ``RichiestaComunicazionePec`` and ``BodyPostComunicaPec``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from pec_desktop.domain import checks
from pec_desktop.domain.fields import Field, FieldKind, always, one_of
from pec_desktop.domain.mailbox import not_permitted


class CommunicationState(StrEnum):
    """Where a communication stands. `UNKNOWN` stands for any value this program has not met."""

    CODICE_IN_RICHIESTA = "codice_in_richiesta"
    IN_ATTESA_DI_DOCUMENTI = "in_attesa_di_documenti"
    DOCUMENTI_CARICATI = "documenti_caricati"
    COMUNICAZIONE_EVASA = "comunicazione_evasa"
    UNKNOWN = "?"

    @classmethod
    def _missing_(cls, value: object) -> CommunicationState:
        return cls.UNKNOWN


class Communication(Struct, frozen=True, kw_only=True):
    """A communication as the vendor tells it. A row of the list fills only the first five fields.

    `timestamp` is Unix seconds and moves with the state: it is the last change, not the start.
    """

    id: str
    casella_pec: str
    stato: str = ""
    timestamp: int | None = None
    owner: str = ""

    cf: str = ""
    nome: str = ""
    cognome: str = ""
    qualifica: str = ""
    email: str = ""
    cellulare: str = ""
    ragione_sociale: str = ""
    cf_piva: str = ""
    comune: str = ""
    provincia: str = ""
    callback: dict[str, Any] | None = None
    codice_registro_imprese: str = ""
    documenti_registro_imprese: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def state(self) -> CommunicationState:
        """`stato` as an enum; `CommunicationState.UNKNOWN` for a value new to this program."""
        return CommunicationState(self.stato)


_NEWS = (
    CommunicationState.IN_ATTESA_DI_DOCUMENTI,
    CommunicationState.COMUNICAZIONE_EVASA,
    CommunicationState.UNKNOWN,
)


def is_news(before: Communication, now: Communication) -> bool:
    """Whether a communication has come to another state, other than by what the office sent."""
    return before.stato != now.stato and now.state in _NEWS


class Phase(StrEnum):
    """Where a moment stands: past, the present one, or still to come."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


class Moment(Struct, frozen=True):
    """One moment of a communication's life; its name in words is the key ``timeline.<name>``.

    `at` is Unix seconds, None where the vendor does not tell.
    """

    name: str
    at: int | None
    phase: Phase

    @property
    def key(self) -> str:
        """Key of the moment's name in words."""
        return f"timeline.{self.name}"


QUALIFICATIONS = (
    "AMMINISTRATORE",
    "COMMISSARIO_GIUDIZIARIO",
    "CURATORE_FALLIMENTARE",
    "LEGALE_RAPPRESENTANTE",
    "LIQUIDATORE",
    "SOCIO",
    "TITOLARE",
)

COMPANY: tuple[Field, ...] = (
    Field("casella_pec", FieldKind.EMAIL, required=always, explained_as="communicated_address"),
    Field("pec_amministratore", FieldKind.FLAG, required=always, default=False),
    Field("ragione_sociale", FieldKind.TEXT, required=always),
    Field("cf_piva", FieldKind.TAX_CODE, required=always),
    Field("comune", FieldKind.TEXT, required=always),
    Field(
        "provincia",
        FieldKind.PROVINCE,
        required=always,
        checks=(checks.province_of_today,),
    ),
)

APPLICANT: tuple[Field, ...] = (
    Field(
        "cf",
        FieldKind.FISCAL_CODE,
        required=always,
        checks=(checks.agrees_with("surname", "cognome"), checks.agrees_with("name", "nome")),
    ),
    Field("nome", FieldKind.TEXT, required=always),
    Field("cognome", FieldKind.TEXT, required=always),
    Field("qualifica", FieldKind.CHOICE, required=always, choices=one_of(*QUALIFICATIONS)),
    Field("email", FieldKind.EMAIL, required=always, explained_as="communication_email"),
    Field("cellulare", FieldKind.PHONE, required=always, explained_as="communication_phone"),
)

COMMUNICATION: tuple[Field, ...] = (*COMPANY, *APPLICANT)
"""The request that starts a communication (body of POST /comunica_pec), in the order of the form.

`casella_pec` may be a mailbox of any provider (vendor's FAQ), hence the plain e-mail rule.
"""


def target_of(request: Mapping[str, object]) -> str:
    """Return what the journal calls a communication that has no id yet: address and company.

    One address may be communicated for several companies. Empty without an address.
    """
    address = str(request.get("casella_pec", "")).lower()
    return f"{address} {request.get('cf_piva', '')}".strip() if address else ""


_States = tuple[CommunicationState, ...]

RULES: dict[str, _States] = {
    "download_power_of_attorney": (
        CommunicationState.IN_ATTESA_DI_DOCUMENTI,
        CommunicationState.DOCUMENTI_CARICATI,
        CommunicationState.COMUNICAZIONE_EVASA,
    ),
    "upload_communication_documents": (CommunicationState.IN_ATTESA_DI_DOCUMENTI,),
}
"""Operation (a `PecClient` method) → the states in which it may be used (messages 406, 355)."""


def refusal(
    operation: str, communication: Communication, allowed: Collection[str] | None = None
) -> str | None:
    """Say why `operation` cannot be used on `communication` now (a key), or None if it can.

    `allowed` are the operations that the token's scopes open, None where they are not known.
    """
    if communication.state not in RULES[operation]:
        return f"refused.{operation}.state"
    return not_permitted(operation, allowed)


class CommunicationStep(StrEnum):
    """The one thing to do next with a communication; words are ``communication_next.<step>``."""

    WAIT_FOR_CODE = "wait_for_code"
    SIGN = "sign"
    WAIT = "wait"
    NONE = "none"


_STEPS: dict[CommunicationState, CommunicationStep] = {
    CommunicationState.CODICE_IN_RICHIESTA: CommunicationStep.WAIT_FOR_CODE,
    CommunicationState.IN_ATTESA_DI_DOCUMENTI: CommunicationStep.SIGN,
    CommunicationState.DOCUMENTI_CARICATI: CommunicationStep.WAIT,
}


def next_step(communication: Communication) -> CommunicationStep:
    """Tell what the office should do with `communication` next."""
    return _STEPS.get(communication.state, CommunicationStep.NONE)


_LIFE: dict[CommunicationState, str] = {
    CommunicationState.CODICE_IN_RICHIESTA: "code_requested",
    CommunicationState.IN_ATTESA_DI_DOCUMENTI: "power_to_sign",
    CommunicationState.DOCUMENTI_CARICATI: "power_sent",
    CommunicationState.COMUNICAZIONE_EVASA: "communicated",
}
"""State → the name of its moment, in the order in which a communication passes them."""


def timeline(communication: Communication) -> tuple[Moment, ...]:
    """Tell the life of `communication`, past and to come, in order; all to come if it is new.

    Only the present state's moment is known: the vendor's one timestamp moves with it.
    """
    order = list(_LIFE)
    known = communication.state in order
    present = order.index(communication.state) if known else -1
    ended = communication.state is CommunicationState.COMUNICAZIONE_EVASA
    moments = []
    for place, name in enumerate(_LIFE.values()):
        if place < present or (ended and place == present):
            phase = Phase.DONE
        else:
            phase = Phase.CURRENT if place == present else Phase.AHEAD
        moments.append(Moment(name, communication.timestamp if place == present else None, phase))
    return tuple(moments)
