"""What the vendor's PEC document 1.0.0 says, as facts, for machines that do not have the document.

`describe()` makes an OpenAPI 3.0 description of them. Where the document is at hand, a test sees
that both say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

SERVERS = ("https://pec.openapi.it", "https://test.pec.openapi.it")


class Schema(NamedTuple):
    """Field → type: a JSON type, ``#Schema``, or ``[type]`` for a list; and what goes with it."""

    fields: dict[str, str]
    required: tuple[str, ...] = ()
    enums: Mapping[str, tuple[str, ...]] = {}


class Operation(NamedTuple):
    """One operation: `PecClient` method, HTTP method, path, data of the answer, errors, body.

    `data` is a type as in `Schema`, "pdf" for a form. `errors` are (status, number, message), in
    plain text (and without a number) for a form. `query` is parameter → type.
    """

    name: str
    method: str
    path: str
    data: str
    errors: tuple[tuple[int, int, str], ...]
    body: dict[str, Any] | None = None
    query: Mapping[str, str] = {}
    no_content: bool = False


def _texts(names: str) -> dict[str, str]:
    return dict.fromkeys(names.split(), "string")


TYPES = ("STANDARD", "BRONZE", "SILVER", "GOLD", "DOMICILIODIGITALE", "PECMASSIVA")
UPGRADES = TYPES[:4]
CUSTOMERS = ("IM", "PS", "PL", "PC", "A", "PV", "X")
_SUBTYPES = "SI IN CM TE ES ME AL CF ED TM MA AR TL FI X PC PR PN PT PA PL LR LP LC LM LA LI"
PAPERS = ("CARTA_D_IDENTITA", "PATENTE", "PASSAPORTO")
STATES = (
    *("registrata", "in_evasione", "evasa", "revocata", "chiusa", "documenti_errati"),
    "registrazione_annullata",
)
QUALIFICATIONS = (
    *("AMMINISTRATORE", "COMMISSARIO_GIUDIZIARIO", "CURATORE_FALLIMENTARE"),
    *("LEGALE_RAPPRESENTANTE", "LIQUIDATORE", "SOCIO", "TITOLARE"),
)
COMMUNICATION_STATES = (
    *("codice_in_richiesta", "in_attesa_di_documenti", "documenti_caricati"),
    "comunicazione_evasa",
)

_CUSTOMER = _texts(
    """casella_pec tipo_casella tipo_cliente sottotipo_cliente sottotipo_cliente_altro
    nome_richiedente cognome_richiedente email telefono cellulare codice_fiscale_richiedente
    data_nascita_richiedente sesso_richiedente nazione_nascita_richiedente
    comune_nascita_richiedente provincia_nascita_richiedente denominazione_titolare
    cf_piva_titolare indirizzo_titolare comune_titolare cap_titolare nazione_titolare
    provincia_titolare tipo_documento numero_documento data_scadenza_documento
    documento_rilasciato_da data_rilascio_documento"""
) | {"callback": "#Callback", "autorinnovo": "boolean"}
_REQUIRED_OF_CUSTOMER = """casella_pec tipo_casella tipo_cliente nome_richiedente
    cognome_richiedente email telefono codice_fiscale_richiedente data_nascita_richiedente
    sesso_richiedente nazione_nascita_richiedente indirizzo_titolare comune_titolare cap_titolare
    nazione_titolare provincia_titolare"""
_APPLICANT = _texts(
    "casella_pec cf nome cognome qualifica email cellulare ragione_sociale cf_piva comune provincia"
)
_USER = _texts("nome cognome descrizione email_gestione_password")
_MOMENTS = "registrazione ultima_modifica evasione scadenza revoca"

SCHEMAS = {
    "BodyPostPec": Schema(
        _CUSTOMER,
        tuple(_REQUIRED_OF_CUSTOMER.split()),
        {
            "tipo_casella": TYPES,
            "tipo_cliente": CUSTOMERS,
            "sottotipo_cliente": tuple(_SUBTYPES.split()),
            "sesso_richiedente": ("M", "F"),
            "tipo_documento": PAPERS,
        },
    ),
    "BodyPostComunicaPec": Schema(
        _APPLICANT | {"pec_amministratore": "boolean", "callback": "#Callback"},
        tuple(_APPLICANT),
        {"qualifica": QUALIFICATIONS},
    ),
    "BodyPostMultiutenza": Schema(_USER, tuple(_USER)),
    "Callback": Schema(
        _texts("method field url") | {"data": "object"}, enums={"method": ("POST", "JSON")}
    ),
    "Timestamp": Schema(dict.fromkeys(_MOMENTS.split(), "integer")),
    "UtenzaTimestamp": Schema({"attivazione": "integer"}),
    "Utenza": Schema(_USER | _texts("id_utenza userid") | {"timestamp": "#UtenzaTimestamp"}),
    "Caselle": Schema(
        _texts("casella_pec tipo_casella owner data_scadenza stato id")
        | {"timestamp": "#Timestamp"}
    ),
    "Casella": Schema(
        _CUSTOMER
        | _texts("dominio owner cod_attivazione uid data_scadenza descrizione stato id")
        | _texts("data_attivazione")
        | dict.fromkeys(("conservazione", "sms", "storico"), "boolean")
        | dict.fromkeys(("spazio_conservazione", "spazio_disco", "spazio_storico"), "integer")
        | dict.fromkeys(("documenti_attivazione", "documenti_conservazione"), "[string]")
        | {"timestamp": "#Timestamp", "multiutenza": "[#Utenza]"},
        enums={"stato": STATES, "tipo_documento": PAPERS},
    ),
    "RichiesteComunicazionePec": Schema(
        _texts("id casella_pec stato owner") | {"timestamp": "integer"},
        enums={"stato": COMMUNICATION_STATES},
    ),
    "RichiestaComunicazionePec": Schema(
        _APPLICANT
        | _texts("stato codice_registro_imprese owner id")
        | {"timestamp": "integer", "callback": "#Callback"}
        | {"documenti_registro_imprese": "[string]"},
        enums={"stato": COMMUNICATION_STATES},
    ),
}


def _papers() -> dict[str, Any]:
    return {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def _space(multiple: int) -> dict[str, Any]:
    return {
        "oneOf": [
            {"type": "string", "multipleOf": multiple},
            {"type": "integer", "multipleOf": multiple},
        ]
    }


def _object(*required: str, **fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields} | (
        {"required": list(required)} if required else {}
    )


_TABLE = """
check_domain GET /domini_pec/{dominio} [string]
    402 403 Insufficient Credit in Wallet: 182.03
    406 401 domain not valid
    428 400 domain required
    503 402 service temporarily unavailable
check_availability GET /verifica_pec/{pec} available
    406 208 invalid casella_pec
    428 207 casella_pec required
list_mailboxes GET /pec [#Caselle]
    404 200 no pec linked to this account
register_mailbox POST /pec #Casella
    402 262 Insufficient Credit in Wallet: 182.03
    404 326 the domain $dominio is non-existent in the system or belongs to someone else
    406 242 data_nascita_richiedente not valid, accepted format: dd/mm/yyyy
    428 224 tipo_casella required
get_mailbox GET /pec/{id} #Casella
    400 201 Wrong id
    404 202 no pec found
revoke_mailbox DELETE /pec/{id} #Casella
    400 301 Wrong id
    404 302 no pec found
    406 303 your pec has already been revoked
    428 304 you can revoke the pec only if it is active
activate_mailbox PATCH /pec/{id}/attivazione #Casella
    400 265 Wrong id
    404 266 no pec found
    406 296 wrong file format, pdf required
    428 267 you can activate the pec only when it is in the 'registrata|documenti_errati' state
change_space PATCH /pec/{id}/modifica #Casella
    400 265 Wrong id
    404 266 no pec found
    402 290 Insufficient Credit in Wallet: 182.03
    406 325 the system only takes into account multiples of 1024
    428 282 you must first activate the 'conservazione' service
activate_preservation PATCH /pec/{id}/conservazione #Casella
    400 265 Wrong id
    404 266 no pec found
    402 297 Insufficient Credit in Wallet: 182.03
    406 293 conservazione service is already active
    428 294 documenti required
change_type PATCH /pec/{id}/trasformazione #Casella
    400 265 Wrong id
    404 266 no pec found
    402 279 Insufficient Credit in Wallet: 182.03
    406 276 a downgrade of the 'tipo_casella' is not allowed; only SILVER or GOLD allowed
    428 272 you can trasform your certified mail only if it has been processed
renew_mailbox GET /pec/{id}/rinnovo #Casella
    400 201 Wrong id
    404 202 no pec found
    428 203 you can renew only evaded or revoked pec
add_user POST /pec/{id}/multiutenza #Casella
    400 212 Wrong id
    402 220 Insufficient Credit in Wallet: 182.03
    404 213 no pec found
    406 217 maximum number of users reached: 25
    428 390 this service cannot be activated on these boxes: DOMICILIODIGITALE|PECMASSIVA
list_communications GET /comunica_pec [#RichiesteComunicazionePec]
    404 332 no request linked to this account
start_communication POST /comunica_pec #RichiestaComunicazionePec
    402 351 Insufficient Credit in Wallet: 182.03
    406 336 invalid casella_pec
    428 344 cf_piva required
get_communication GET /comunica_pec/{id} #RichiestaComunicazionePec
    400 333 Wrong id
    404 334 no request found
upload_communication_documents PATCH /comunica_pec/{id} #RichiestaComunicazionePec
    400 353 Wrong id
    404 354 no request found
    406 355 you can only upload documents when stato is 'in_attesa_di_documenti'
    428 356 documenti required
download_activation_form GET /pec/{id}/modulo_attivazione pdf
    400 0 Invalid id
    404 0 no request matches this id:
    406 0 you cannot activate conservation if you do not first activate a pec
download_preservation_form GET /pec/{id}/modulo_conservazione pdf
    400 0 Invalid id
    404 0 no request matches this id:
    406 0 you cannot activate conservation if you do not first activate a pec
download_power_of_attorney GET /comunica_pec/{id}/procura_registro_imprese pdf
    400 0 Invalid id
    404 0 no request matches this id:
    406 0 you cannot download this module, it doesn't exist yet
"""
"""Method of `PecClient`, HTTP method, path, data; then status, number (0: plain text), message."""

_BODIES: Mapping[str, dict[str, Any]] = {
    "register_mailbox": {"$ref": "#/components/schemas/BodyPostPec"},
    "activate_mailbox": _object(documenti=_papers()),
    "change_space": _object(
        spazio_disco=_space(1024),
        spazio_storico=_space(1024),
        spazio_conservazione=_space(512),
    ),
    "activate_preservation": _object(
        "documenti", spazio_conservazione=_space(512), documenti=_papers()
    ),
    "change_type": _object(tipo_casella={"type": "string", "enum": list(UPGRADES)}),
    "add_user": {"$ref": "#/components/schemas/BodyPostMultiutenza"},
    "start_communication": {"$ref": "#/components/schemas/BodyPostComunicaPec"},
    "upload_communication_documents": _object(documenti=_papers()),
}
_QUERIES: Mapping[str, Mapping[str, str]] = {"renew_mailbox": {"anni": "integer"}}
_NO_CONTENT = frozenset({"check_domain"})


def _operations(table: str) -> Iterator[Operation]:
    for block in re.split(r"\n(?=\w)", table.strip()):
        head, *lines = block.splitlines()
        name, method, path, data = head.split()
        errors = [line.split(maxsplit=2) for line in lines]
        yield Operation(
            name,
            method,
            path,
            data,
            tuple((int(status), int(number), text) for status, number, text in errors),
            _BODIES.get(name),
            _QUERIES.get(name, {}),
            name in _NO_CONTENT,
        )


OPERATIONS = tuple(_operations(_TABLE))


def describe() -> dict[str, Any]:
    """Make an OpenAPI 3.0 description of the facts."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.0.0",
        "info": {"title": "PEC", "version": "1.0.0"},
        "servers": [{"url": url} for url in SERVERS],
        "components": {
            "securitySchemes": {"bearerAuth": {"type": "http", "scheme": "bearer"}},
            "schemas": {name: _schema(schema) for name, schema in SCHEMAS.items()},
        },
        "security": [{"bearerAuth": []}],
        "paths": paths,
    }


def _operation(operation: Operation) -> dict[str, Any]:
    inside = [part[1:-1] for part in operation.path.split("/") if part.startswith("{")]
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in inside
    ] + [
        {"name": name, "in": "query", "required": False, "schema": {"type": kind}}
        for name, kind in operation.query.items()
    ]
    responses = {"200": _answer(operation.data)}
    if operation.no_content:
        responses["204"] = {"description": "204"}
    for status, number, message in operation.errors:
        responses[str(status)] = _error(status, number, message)
    described: dict[str, Any] = {"parameters": parameters, "responses": responses}
    if operation.body is not None:
        content = {"application/json": {"schema": operation.body}}
        described["requestBody"] = {"required": True, "content": content}
    return described


def _answer(data: str) -> dict[str, Any]:
    if data == "pdf":
        pdf = {"schema": {"type": "string", "format": "binary"}}
        return {"description": "200", "content": {"application/pdf": pdf}}
    inner = _object(available={"type": "boolean"}) if data == "available" else _type(data)
    envelope = _object(
        data=inner,
        success={"type": "boolean"},
        message={"type": "string"},
        error={"type": "integer"},
    )
    return {"description": "200", "content": {"application/json": {"schema": envelope}}}


def _error(status: int, number: int, message: str) -> dict[str, Any]:
    if not number:
        plain = {"schema": {"type": "string", "example": message}}
        return {"description": str(status), "content": {"text/plain": plain}}
    example = {"success": False, "message": message, "error": number, "data": None}
    return {"description": str(status), "content": {"application/json": {"example": example}}}


def _schema(schema: Schema) -> dict[str, Any]:
    properties = {name: _type(kind) for name, kind in schema.fields.items()}
    for name, values in schema.enums.items():
        properties[name]["enum"] = list(values)
    return _object(*schema.required, **properties)


def _type(kind: str) -> dict[str, Any]:
    if kind.startswith("["):
        return {"type": "array", "items": _type(kind[1:-1])}
    if kind.startswith("#"):
        return {"$ref": f"#/components/schemas/{kind[1:]}"}
    return {"type": kind}
