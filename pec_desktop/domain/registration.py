"""The registration request: its fields in the order of the pages, and which apply to whom.

The fields are those of the vendor's schema ``BodyPostPec`` except the callback.
"""

from __future__ import annotations

from pec_desktop.domain import checks
from pec_desktop.domain.account import Environment
from pec_desktop.domain.fields import Field, FieldKind, Values, always, is_field, one_of
from pec_desktop.domain.findings import Context, Finding, warning
from pec_desktop.domain.mailbox import LEGALMAIL, MailboxType
from pec_desktop.domain.normal import capitals

_SANDBOX_DOMAINS = {
    **dict.fromkeys(LEGALMAIL, "testcert.legalmail.it"),
    MailboxType.DOMICILIODIGITALE: "test.domiciliodigitale.com",
}

DOMAINS: dict[Environment, dict[MailboxType, str]] = {
    Environment.PRODUCTION: {
        **dict.fromkeys(LEGALMAIL, "legalmail.it"),
        MailboxType.DOMICILIODIGITALE: "domiciliodigitale.com",
        MailboxType.PECMASSIVA: "pecmassiva.com",
    },
    Environment.SANDBOX: _SANDBOX_DOMAINS,
    Environment.PRACTICE: {**_SANDBOX_DOMAINS, MailboxType.PECMASSIVA: "pecmassiva.com"},
}
"""Environment → type → domain (vendor's text of POST /pec, which gives none for a massive mailbox
in the sandbox). An account with a domain of its own may use that instead; a custom server's rules
are its own.
"""


def mailbox_domain(environment: Environment, tipo_casella: str) -> str | None:
    """Return the domain that a mailbox of this type gets, None where no rule names one."""
    return DOMAINS.get(environment, {}).get(MailboxType(capitals(tipo_casella)))


def type_of(environment: Environment, address: str) -> MailboxType | None:
    """Return the one type whose addresses have the domain of `address`, None unless it is one."""
    domain = address.rpartition("@")[2]
    types = [kind for kind, own in DOMAINS.get(environment, {}).items() if own == domain]
    return types[0] if len(types) == 1 else None


def usual_domain(value: str, values: Values, context: Context) -> Finding | None:
    """Ask about a domain that is not the type's own: right only for an account that owns it."""
    expected = mailbox_domain(context.environment, str(values.get("tipo_casella") or ""))
    domain = value.rpartition("@")[2]
    if expected is None or domain == expected:
        return None
    return warning("mailbox.other_domain", domain=domain, expected=expected)


CUSTOMER_TYPES = ("IM", "PS", "PL", "PC", "A", "PV", "X")

SUBTYPES: dict[str, tuple[str, ...]] = {
    "IM": (
        *("SI", "IN", "CM", "TE", "ES", "ME", "AL", "CF"),
        *("ED", "TM", "MA", "AR", "TL", "FI", "X"),
    ),
    "PS": ("PC", "PR", "PN", "PT", "PA", "PL", "X"),
    "PL": ("LR", "LP", "LC", "LM", "LA", "LI", "X"),
}
"""Customer type → its subtypes (schema ``TipologieCliente``); the other types have none.

The same code means different things under different types, so a subtype is never read alone.
"""


def subtypes(values: Values) -> tuple[str, ...]:
    """Return the subtypes of the customer type in `values`."""
    return SUBTYPES.get(capitals(values.get("tipo_cliente")), ())


def _has_subtypes(values: Values) -> bool:
    return bool(subtypes(values))


def _other_subtype(values: Values) -> bool:
    return _has_subtypes(values) and capitals(values.get("sottotipo_cliente")) == "X"


def _has_holder(values: Values) -> bool:
    """Whether the holder is somebody else than the applicant: everybody but a private person."""
    customer = capitals(values.get("tipo_cliente"))
    return customer in CUSTOMER_TYPES and customer != "PV"


IDENTITY_DOCUMENT = (
    "tipo_documento",
    "numero_documento",
    "documento_rilasciato_da",
    "data_rilascio_documento",
    "data_scadenza_documento",
)


def _document_begun(values: Values) -> bool:
    return any(capitals(values.get(name)) for name in IDENTITY_DOCUMENT)


_born_in_italy = is_field("nazione_nascita_richiedente", "IT")

MAILBOX_TYPES = tuple(kind.value for kind in MailboxType if kind is not MailboxType.UNKNOWN)
DOCUMENT_TYPES = ("CARTA_D_IDENTITA", "PATENTE", "PASSAPORTO")

_choice, _date = FieldKind.CHOICE, FieldKind.DATE

ADDRESS = (
    Field("tipo_casella", _choice, required=always, choices=one_of(*MAILBOX_TYPES)),
    Field("casella_pec", FieldKind.MAILBOX, required=always, checks=(usual_domain,)),
)

CUSTOMER = (
    Field("tipo_cliente", _choice, required=always, choices=one_of(*CUSTOMER_TYPES)),
    Field(
        "sottotipo_cliente",
        _choice,
        required=always,
        applies=_has_subtypes,
        choices=subtypes,
        choice_of="tipo_cliente",
    ),
    Field("sottotipo_cliente_altro", required=always, applies=_other_subtype),
)

APPLICANT = (
    Field(
        "codice_fiscale_richiedente",
        FieldKind.FISCAL_CODE,
        required=always,
        checks=(
            checks.agrees_with("surname", "cognome_richiedente"),
            checks.agrees_with("name", "nome_richiedente"),
            checks.agrees_with("birth_date", "data_nascita_richiedente"),
            checks.agrees_with("sex", "sesso_richiedente"),
            checks.agrees_with("country", "nazione_nascita_richiedente"),
        ),
    ),
    Field("nome_richiedente", required=always),
    Field("cognome_richiedente", required=always),
    Field("sesso_richiedente", _choice, required=always, choices=one_of("M", "F")),
    Field("data_nascita_richiedente", _date, required=always, checks=(checks.birth_date,)),
    Field("nazione_nascita_richiedente", FieldKind.COUNTRY, required=always, default="IT"),
    Field("comune_nascita_richiedente", wanted=always, applies=_born_in_italy),
    Field(
        "provincia_nascita_richiedente",
        FieldKind.PROVINCE,
        wanted=always,
        applies=_born_in_italy,
    ),
    Field("email", FieldKind.EMAIL, required=always),
    Field("telefono", FieldKind.PHONE, required=always),
    Field("cellulare", FieldKind.PHONE),
)

HOLDER = (
    Field("denominazione_titolare", required=always, applies=_has_holder),
    Field("cf_piva_titolare", FieldKind.TAX_CODE, required=always, applies=_has_holder),
    Field("indirizzo_titolare", required=always),
    Field("comune_titolare", required=always),
    Field(
        "cap_titolare",
        FieldKind.CAP,
        required=always,
        checks=(checks.cap_in("nazione_titolare"),),
        max_length=10,
    ),
    Field(
        "provincia_titolare",
        FieldKind.PROVINCE,
        required=always,
        checks=(checks.province_of_today,),
    ),
    Field("nazione_titolare", FieldKind.COUNTRY, required=always, default="IT"),
)

IDENTITY = (
    Field("tipo_documento", _choice, wanted=_document_begun, choices=one_of(*DOCUMENT_TYPES)),
    Field("numero_documento", wanted=_document_begun, max_length=30),
    Field("documento_rilasciato_da", wanted=_document_begun),
    Field(
        "data_rilascio_documento",
        _date,
        wanted=_document_begun,
        checks=(checks.not_in_future,),
    ),
    Field(
        "data_scadenza_documento",
        _date,
        wanted=_document_begun,
        checks=(checks.still_valid,),
    ),
)

OPTIONS = (Field("autorinnovo", FieldKind.FLAG, required=always),)

REGISTRATION: tuple[Field, ...] = (
    *ADDRESS,
    *CUSTOMER,
    *APPLICANT,
    *HOLDER,
    *IDENTITY,
    *OPTIONS,
)

VENDOR_REQUIRED = frozenset(
    {
        *("casella_pec", "tipo_casella", "tipo_cliente", "nome_richiedente"),
        *("cognome_richiedente", "email", "telefono", "codice_fiscale_richiedente"),
        *("data_nascita_richiedente", "sesso_richiedente", "nazione_nascita_richiedente"),
        *("indirizzo_titolare", "comune_titolare", "cap_titolare", "nazione_titolare"),
        "provincia_titolare",
    }
)
"""What the vendor's schema ``BodyPostPec`` wants; the form asks for more where that is wise."""
