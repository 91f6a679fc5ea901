"""A communication of a certified mailbox to the Business Register, its states and its request.

The attributes bear the API's own names; shapes and states come from the vendor's OpenAPI document
(schemas ``RichiesteComunicazionePec``, ``RichiestaComunicazionePec`` and ``BodyPostComunicaPec``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from pec_desktop.domain import checks
from pec_desktop.domain.fields import Field, FieldKind, always, one_of


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


QUALIFICATIONS = (
    "AMMINISTRATORE",
    "COMMISSARIO_GIUDIZIARIO",
    "CURATORE_FALLIMENTARE",
    "LEGALE_RAPPRESENTANTE",
    "LIQUIDATORE",
    "SOCIO",
    "TITOLARE",
)

COMMUNICATION: tuple[Field, ...] = (
    Field("casella_pec", FieldKind.EMAIL, required=always),
    Field("pec_amministratore", FieldKind.FLAG, default=False),
    Field("ragione_sociale", FieldKind.TEXT, required=always),
    Field("cf_piva", FieldKind.TAX_CODE, required=always),
    Field("comune", FieldKind.TEXT, required=always),
    Field(
        "provincia",
        FieldKind.PROVINCE,
        required=always,
        checks=(checks.province_of_today,),
    ),
    Field(
        "cf",
        FieldKind.FISCAL_CODE,
        required=always,
        checks=(checks.agrees_with("surname", "cognome"), checks.agrees_with("name", "nome")),
    ),
    Field("nome", FieldKind.TEXT, required=always),
    Field("cognome", FieldKind.TEXT, required=always),
    Field("qualifica", FieldKind.CHOICE, required=always, choices=one_of(*QUALIFICATIONS)),
    Field("email", FieldKind.EMAIL, required=always),
    Field("cellulare", FieldKind.PHONE, required=always),
)
"""The request that starts a communication (body of POST /comunica_pec), in the order of the form.

`casella_pec` may be a mailbox of any provider (vendor's FAQ), hence the plain e-mail rule.
"""
