"""The vendor's rules for what is written into a form: one line per field.

A text that is missing or empty is refused with 428 and "X required", a wrong one with 406 and
"X not valid". The document gives five numbers for POST /pec (224, 242, 262, 326) and POST
/comunica_pec (336, 344, 351); the others are filled in between them. Fields are looked at in the
order of the lines, and only the first that is wrong is named. Like the document's own examples,
which fail them, the rules ask for no check characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pec_desktop.practice.answers import Refused
from pec_desktop.practice.catalogue import DOMAINS, PAPERS, PRODUCTS, QUALIFICATIONS, SUBTYPES

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Rule:
    """One field: the number of "required" (0: may be missing) and of "not valid", and a check."""

    field: str
    required: int
    invalid: int
    check: Callable[[str, Body], bool] = lambda _value, _body: True
    words: str = "{field} not valid"


def apply(rules: tuple[Rule, ...], body: Body) -> dict[str, str]:
    """Return every field's text (empty if not given), or refuse because of the first wrong one."""
    texts = {}
    for rule in rules:
        value = body.get(rule.field)
        if value is None or value == "":
            if rule.required:
                raise Refused(428, rule.required, f"{rule.field} required")
            value = ""
        elif not isinstance(value, str) or len(value) > 255 or not rule.check(value, body):
            raise Refused(406, rule.invalid, rule.words.format(field=rule.field))
        texts[rule.field] = value
    return texts


def flag(body: Body, field: str, invalid: int) -> bool:
    """Return a true-or-false field, false if it is missing."""
    value = body.get(field)
    if not isinstance(value, bool | None):
        raise Refused(406, invalid, f"{field} not valid")
    return bool(value)


def callback(body: Body, invalid: int) -> dict[str, Any] | bool:
    """Return the callback with what the vendor adds to it, or False where there is none."""
    given = body.get("callback")
    if not given:
        return False
    refusal = Refused(406, invalid, "callback not valid")
    if not isinstance(given, dict):
        raise refusal
    complete = {"url": "", "field": "data", "method": "POST", "data": {}} | {
        name: value for name, value in given.items() if name in ("url", "field", "method", "data")
    }
    url, field, method, data = complete.values()
    well = isinstance(url, str) and re.match(r"https?://\S+$", url) and isinstance(field, str)
    if not (well and method in ("POST", "JSON") and isinstance(data, dict)):
        raise refusal
    return complete


def domain_of(address: str) -> str:
    """Return what follows the at sign, in lower case."""
    return address.rpartition("@")[2].lower()


def is_address(value: str) -> bool:
    """Tell whether a text is well formed as a certified address."""
    local, _, domain = value.lower().rpartition("@")
    return bool(_LOCAL_PART.fullmatch(local)) and ".." not in local and is_domain(domain)


def is_domain(value: str) -> bool:
    """Tell whether a text is well formed as a domain."""
    return len(value) <= 253 and bool(_DOMAIN.fullmatch(value.lower()))


def _matches(pattern: str) -> Callable[[str, Body], bool]:
    compiled = re.compile(pattern)
    return lambda value, _body: bool(compiled.fullmatch(value))


def _one_of(values: frozenset[str]) -> Callable[[str, Body], bool]:
    return lambda value, _body: value in values


def _is_day(value: str, _body: Body) -> bool:
    if not re.fullmatch(r"\d\d/\d\d/\d{4}", value, re.ASCII):
        return False
    try:
        datetime.strptime(value, "%d/%m/%Y")  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return False
    return True


def _fits_type(value: str, body: Body) -> bool:
    """Refuse a malformed address, one of another type's domain, and (404) a foreign domain."""
    if not is_address(value):
        return False
    if domain_of(value) not in DOMAINS:
        # The document's text holds the name of the variable, not its value.
        words = "the domain $dominio is non-existent in the system or belongs to someone else"
        raise Refused(404, 326, words)
    return domain_of(value) in PRODUCTS[body["tipo_casella"].upper()].domains


def _fits_customer(value: str, body: Body) -> bool:
    return value in SUBTYPES[body["tipo_cliente"]].split()


def _is_postcode(value: str, body: Body) -> bool:
    italian = str(body.get("nazione_titolare", "")).upper() in ("IT", "")
    return bool(re.fullmatch(r"[0-9]{5}" if italian else r"[A-Za-z0-9 -]{1,10}", value))


_LOCAL_PART = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")

_EMAIL = _matches(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = _matches(r"\+?[0-9][0-9 ./-]{4,19}")
_TAX_CODE = _matches(r"[A-Za-z0-9]{11,16}")
_COUNTRY = _matches(r"[A-Za-z]{2}")
_PROVINCE = _matches(r"[A-Za-z]{2}")
_DAY_WORDS = "{field} not valid, accepted format: dd/mm/yyyy"

REGISTRATION = (
    Rule("tipo_casella", 224, 225, lambda value, _body: value.upper() in PRODUCTS),
    Rule("casella_pec", 226, 227, _fits_type),
    Rule("tipo_cliente", 229, 230, _one_of(frozenset(SUBTYPES))),
    Rule("sottotipo_cliente", 0, 231, _fits_customer),
    Rule("sottotipo_cliente_altro", 0, 248),
    Rule("nome_richiedente", 232, 248),
    Rule("cognome_richiedente", 233, 248),
    Rule("email", 234, 235, _EMAIL),
    Rule("telefono", 236, 237, _PHONE),
    Rule("cellulare", 0, 238, _PHONE),
    Rule("codice_fiscale_richiedente", 239, 240, _TAX_CODE),
    Rule("data_nascita_richiedente", 241, 242, _is_day, _DAY_WORDS),
    Rule("sesso_richiedente", 243, 244, _one_of(frozenset("MF"))),
    Rule("nazione_nascita_richiedente", 245, 246, _COUNTRY),
    Rule("comune_nascita_richiedente", 0, 248),
    Rule("provincia_nascita_richiedente", 0, 247, _PROVINCE),
    Rule("denominazione_titolare", 0, 248),
    Rule("cf_piva_titolare", 0, 248, _TAX_CODE),
    Rule("indirizzo_titolare", 249, 248),
    Rule("comune_titolare", 250, 248),
    Rule("cap_titolare", 251, 252, _is_postcode),
    Rule("nazione_titolare", 253, 254, _COUNTRY),
    Rule("provincia_titolare", 255, 256, _PROVINCE),
    Rule("tipo_documento", 0, 257, _one_of(PAPERS)),
    Rule("numero_documento", 0, 258),
    Rule("data_scadenza_documento", 0, 259, _is_day, _DAY_WORDS),
    Rule("documento_rilasciato_da", 0, 258),
    Rule("data_rilascio_documento", 0, 259, _is_day, _DAY_WORDS),
)
COMMUNICATION = (
    Rule("casella_pec", 335, 336, lambda value, _body: is_address(value), "invalid {field}"),
    Rule("cf", 337, 349, _TAX_CODE),
    Rule("nome", 338, 352),
    Rule("cognome", 339, 352),
    Rule("qualifica", 340, 347, _one_of(QUALIFICATIONS)),
    Rule("email", 341, 348, _EMAIL),
    Rule("cellulare", 342, 352),
    Rule("ragione_sociale", 343, 352),
    Rule("cf_piva", 344, 350, _TAX_CODE),
    Rule("comune", 345, 352),
    Rule("provincia", 346, 352, _PROVINCE),
)

USER = (
    Rule("nome", 215, 222),
    Rule("cognome", 216, 222),
    Rule("descrizione", 218, 222),
    Rule("email_gestione_password", 219, 221, _EMAIL),
)
