"""The registration form against the vendor's document, its samples, and the rules around it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from domain_support import (
    COMPANY,
    CUSTOM,
    PERSON,
    PRACTICE,
    PRODUCTION,
    SANDBOX,
    encode,
    found,
    keys,
)
from vendor import PEC_DOCUMENT, SAMPLE_COMMUNICATION, SAMPLE_REGISTRATION

from pec_desktop.domain.account import Environment
from pec_desktop.domain.communication import COMMUNICATION
from pec_desktop.domain.fields import Context, Field, Severity, payload, validate
from pec_desktop.domain.registration import (
    CUSTOMER_TYPES,
    REGISTRATION,
    SUBTYPES,
    mailbox_domain,
)

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# Schemas BodyPostPec and BodyPostComunicaPec.
REQUIRED = {
    *("casella_pec", "tipo_casella", "tipo_cliente", "nome_richiedente", "cognome_richiedente"),
    *("email", "telefono", "codice_fiscale_richiedente", "data_nascita_richiedente"),
    *("sesso_richiedente", "nazione_nascita_richiedente", "indirizzo_titolare"),
    *("comune_titolare", "cap_titolare", "nazione_titolare", "provincia_titolare"),
}
OPTIONAL = {
    *("sottotipo_cliente", "sottotipo_cliente_altro", "cellulare", "comune_nascita_richiedente"),
    *("provincia_nascita_richiedente", "denominazione_titolare", "cf_piva_titolare"),
    *("autorinnovo", "tipo_documento", "numero_documento", "documento_rilasciato_da"),
    *("data_rilascio_documento", "data_scadenza_documento"),
}


def vendor() -> dict[str, Any]:
    if not PEC_DOCUMENT.exists():
        pytest.skip("the vendor's document is not here; the facts above stand for it")
    document: dict[str, Any] = json.loads(PEC_DOCUMENT.read_text(encoding="utf-8"))
    return document


@pytest.mark.parametrize(
    ("form", "schema"), [(REGISTRATION, "BodyPostPec"), (COMMUNICATION, "BodyPostComunicaPec")]
)
def test_the_form_is_the_vendors_schema(form: tuple[Field, ...], schema: str) -> None:
    described = vendor()["components"]["schemas"][schema]
    assert {one.name for one in form} == set(described["properties"]) - {"callback"}
    mine = {one.name: set(one.choices({})) for one in form if one.choices({})}
    theirs = {
        name: set(shape["enum"])
        for name, shape in described["properties"].items()
        if "enum" in shape and name != "sottotipo_cliente"
    }
    assert mine == theirs
    empty = {field for field, key, _ in found(form, {}) if key == "field.required"}
    assert empty == set(described["required"])


def test_the_subtypes_are_the_vendors() -> None:
    described = vendor()["components"]["schemas"]["TipologieCliente"]["properties"]
    theirs = {
        kind: tuple(words.partition(" - ")[0] for words in shape["enum"])
        for kind, shape in described.items()
        if "enum" in shape
    }
    assert theirs == SUBTYPES
    assert set(described) == set(CUSTOMER_TYPES)


def test_the_samples_are_the_vendors() -> None:
    paths = vendor()["paths"]
    for path, sample in (("/pec", SAMPLE_REGISTRATION), ("/comunica_pec", SAMPLE_COMMUNICATION)):
        body = paths[path]["post"]["requestBody"]["content"]["application/json"]
        assert body["example"] == sample


def test_the_form_holds_these_fields_and_needs_these() -> None:
    assert {one.name for one in REGISTRATION} == REQUIRED | OPTIONAL
    for customer in CUSTOMER_TYPES:
        missing = {f for f, _, severity in found(REGISTRATION, {"tipo_cliente": customer})}
        assert missing >= REQUIRED - {"tipo_cliente"}


NOT_ASKED = {
    ("autorinnovo", "field.undecided", ERROR),
    ("comune_nascita_richiedente", "field.wanted", WARNING),
}


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (
            PRODUCTION,
            {
                ("casella_pec", "mailbox.other_domain", WARNING),
                ("codice_fiscale_richiedente", "fiscal_code.invalid", ERROR),
            },
        ),
        (SANDBOX, {("codice_fiscale_richiedente", "fiscal_code.invalid", WARNING)}),
        (PRACTICE, {("codice_fiscale_richiedente", "fiscal_code.invalid", WARNING)}),
        (CUSTOM, {("codice_fiscale_richiedente", "fiscal_code.invalid", WARNING)}),
    ],
)
def test_the_vendors_sample_registration(
    context: Context, expected: set[tuple[str, str, Severity]]
) -> None:
    assert found(REGISTRATION, SAMPLE_REGISTRATION, context) == expected | NOT_ASKED


@pytest.mark.parametrize(
    ("context", "severity"),
    [(PRODUCTION, ERROR), (SANDBOX, WARNING), (PRACTICE, WARNING), (CUSTOM, WARNING)],
)
def test_the_vendors_sample_communication(context: Context, severity: Severity) -> None:
    assert found(COMMUNICATION, SAMPLE_COMMUNICATION, context) == {
        ("cf_piva", "tax_code.check_digit", severity),
        ("cellulare", "phone.letters", ERROR),
    }


def test_the_vendors_sample_is_sent_as_it_is_but_in_normal_form() -> None:
    sent = payload(REGISTRATION, {**SAMPLE_REGISTRATION, "autorinnovo": False})
    assert sent == {
        name: value.upper() if name in UPPER and isinstance(value, str) else value
        for name, value in SAMPLE_REGISTRATION.items()
        if name != "callback" and value != ""
    } | {"autorinnovo": False}


UPPER = {
    *("tipo_casella", "nazione_nascita_richiedente", "nazione_titolare", "provincia_titolare"),
}


def test_there_is_nothing_to_object_to_in_a_right_registration() -> None:
    assert validate(REGISTRATION, PERSON, PRODUCTION) == []
    assert validate(REGISTRATION, COMPANY, PRODUCTION) == []


@pytest.mark.parametrize("customer", CUSTOMER_TYPES)
def test_everybody_but_a_private_person_names_a_holder(customer: str) -> None:
    values = {**PERSON, "tipo_cliente": customer}
    missing = {field for field, key, _ in found(REGISTRATION, values) if key == "field.required"}
    holder = set() if customer == "PV" else {"denominazione_titolare", "cf_piva_titolare"}
    assert missing == holder | ({"sottotipo_cliente"} if customer in SUBTYPES else set())


def test_what_a_company_left_is_not_sent_for_a_private_person() -> None:
    sent = payload(REGISTRATION, {**COMPANY, "tipo_cliente": "PV"})
    assert sent == payload(REGISTRATION, PERSON)
    assert "denominazione_titolare" not in sent


@pytest.mark.parametrize("customer", CUSTOMER_TYPES)
@pytest.mark.parametrize("subtype", ["PC", "PL", "SI", "X"])
def test_a_subtype_belongs_to_its_customer_type(customer: str, subtype: str) -> None:
    values = {**COMPANY, "tipo_cliente": customer, "sottotipo_cliente": subtype}
    values["sottotipo_cliente_altro"] = "Guida alpina"
    wrong = ("sottotipo_cliente", "field.not_a_choice", ERROR) in found(REGISTRATION, values)
    allowed = SUBTYPES.get(customer, ())
    assert wrong == (bool(allowed) and subtype not in allowed)
    sent = payload(REGISTRATION, values)
    assert ("sottotipo_cliente" in sent) == bool(allowed)
    assert ("sottotipo_cliente_altro" in sent) == (subtype == "X" and bool(allowed))


def test_another_subtype_is_said_in_words() -> None:
    values = {**COMPANY, "sottotipo_cliente": "x"}
    assert found(REGISTRATION, values) == {("sottotipo_cliente_altro", "field.required", ERROR)}


def test_born_in_italy_or_abroad() -> None:
    at_home = {**PERSON, "comune_nascita_richiedente": "", "provincia_nascita_richiedente": ""}
    assert found(REGISTRATION, at_home) == {
        ("comune_nascita_richiedente", "field.wanted", WARNING),
        ("provincia_nascita_richiedente", "field.wanted", WARNING),
    }
    abroad = {
        **PERSON,
        "nazione_nascita_richiedente": "DE",
        "codice_fiscale_richiedente": encode("ESEMPI", "ANNA", date(1980, 5, 17), "F", "Z112"),
    }
    assert found(REGISTRATION, abroad) == set()
    assert "provincia_nascita_richiedente" not in payload(REGISTRATION, abroad)


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("nome_richiedente", "Otto", "fiscal_code.name"),
        ("cognome_richiedente", "Prova", "fiscal_code.surname"),
        ("data_nascita_richiedente", "18/05/1980", "fiscal_code.birth_date"),
        ("sesso_richiedente", "M", "fiscal_code.sex"),
        ("nazione_nascita_richiedente", "AT", "fiscal_code.country"),
    ],
)
def test_the_fiscal_code_is_compared_with_the_person(field: str, value: str, key: str) -> None:
    assert found(REGISTRATION, {**PERSON, field: value}) == {
        ("codice_fiscale_richiedente", key, WARNING)
    }


PASSPORT: dict[str, object] = {
    "tipo_documento": "PASSAPORTO",
    "numero_documento": "YA0000000",
    "documento_rilasciato_da": "Questura",
    "data_rilascio_documento": "01/02/2020",
    "data_scadenza_documento": "01/02/2030",
}


def test_an_identity_document_is_told_whole_or_not_at_all() -> None:
    assert found(REGISTRATION, {**PERSON, **PASSPORT}) == set()
    for only, value in PASSPORT.items():
        rest = {(name, "field.wanted", WARNING) for name in PASSPORT if name != only}
        assert found(REGISTRATION, {**PERSON, only: value}) == rest


@pytest.mark.parametrize(
    ("field", "value", "key", "severity"),
    [
        ("data_scadenza_documento", "22/11/2026", "document.expired", ERROR),
        ("data_scadenza_documento", "24/11/2026", "document.expires_soon", WARNING),
        ("data_rilascio_documento", "24/11/2026", "date.future", ERROR),
        ("data_rilascio_documento", "31/11/2025", "date.invalid", ERROR),
        ("tipo_documento", "TESSERA", "field.not_a_choice", ERROR),
    ],
)
def test_an_identity_document_in_time(field: str, value: str, key: str, severity: Severity) -> None:
    values = {**PERSON, **PASSPORT, field: value}
    assert found(REGISTRATION, values) == {(field, key, severity)}


def test_automatic_renewal_must_be_decided() -> None:
    assert next(one for one in REGISTRATION if one.name == "autorinnovo").default is None
    undecided = {name: value for name, value in PERSON.items() if name != "autorinnovo"}
    assert found(REGISTRATION, undecided) == {("autorinnovo", "field.undecided", ERROR)}


@pytest.mark.parametrize(
    ("environment", "kind", "domain"),
    [
        (Environment.PRODUCTION, "STANDARD", "legalmail.it"),
        (Environment.PRODUCTION, "gold", "legalmail.it"),
        (Environment.PRODUCTION, "DOMICILIODIGITALE", "domiciliodigitale.com"),
        (Environment.PRODUCTION, "PECMASSIVA", "pecmassiva.com"),
        (Environment.SANDBOX, "BRONZE", "testcert.legalmail.it"),
        (Environment.SANDBOX, "DOMICILIODIGITALE", "test.domiciliodigitale.com"),
        (Environment.SANDBOX, "PECMASSIVA", None),
        (Environment.PRACTICE, "SILVER", "testcert.legalmail.it"),
        (Environment.PRACTICE, "PECMASSIVA", "pecmassiva.com"),
        (Environment.CUSTOM, "STANDARD", None),
        (Environment.PRODUCTION, "", None),
        (Environment.PRODUCTION, "PLATINUM", None),
    ],
)
def test_the_domain_of_a_type(environment: Environment, kind: str, domain: str | None) -> None:
    assert mailbox_domain(environment, kind) == domain


@pytest.mark.parametrize(
    ("address", "context", "expected"),
    [
        ("anna@legalmail.it", PRODUCTION, []),
        ("ANNA@Legalmail.it", PRODUCTION, []),
        ("anna@pec.esempi.it", PRODUCTION, ["mailbox.other_domain"]),
        ("anna@legalmail.it", SANDBOX, ["mailbox.other_domain"]),
        ("anna@testcert.legalmail.it", PRACTICE, []),
        ("anna@pec.esempi.it", CUSTOM, []),
        ("anna", CUSTOM, ["mailbox.invalid"]),
    ],
)
def test_the_domain_of_an_address(address: str, context: Context, expected: list[str]) -> None:
    problems = validate(REGISTRATION, {**PERSON, "casella_pec": address}, context)
    assert keys(problems, "casella_pec") == expected


def test_a_foreign_address_has_a_foreign_postcode() -> None:
    abroad = {"nazione_titolare": "AT", "cap_titolare": "A-6020", "provincia_titolare": "EE"}
    assert found(REGISTRATION, {**PERSON, **abroad}) == set()
    assert found(REGISTRATION, {**PERSON, "cap_titolare": "6020"}) == {
        ("cap_titolare", "cap.invalid", ERROR)
    }


def test_a_renamed_province_is_right_for_a_birth_and_asked_about_in_an_address() -> None:
    values = {**PERSON, "provincia_nascita_richiedente": "PS", "provincia_titolare": "PS"}
    (problem,) = validate(REGISTRATION, values, PRODUCTION)
    assert (problem.field, problem.key) == ("provincia_titolare", "province.renamed")
    assert problem.details == {"now": "PU"}
