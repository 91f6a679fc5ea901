"""The facts say what the vendor's document says, and the table of operations says what they say."""

from __future__ import annotations

import json

import contract_document
import facts
import pytest
from vendor import PEC_DOCUMENT

from pec_desktop.api.endpoints import ENDPOINTS, Answer, Effect, Endpoint
from pec_desktop.domain.communication import Communication
from pec_desktop.domain.mailbox import Mailbox, Timestamp, User, UserTimestamp

by_name = {operation.name: operation for operation in facts.OPERATIONS}
each = pytest.mark.parametrize("row", ENDPOINTS.values(), ids=lambda row: row.name)


@pytest.mark.skipif(not PEC_DOCUMENT.is_file(), reason="without the vendor's document")
def test_the_facts_are_those_of_the_vendors_document() -> None:
    vendor = json.loads(PEC_DOCUMENT.read_text("utf-8"))
    assert contract_document.essence(vendor) == contract_document.essence(facts.describe())


def test_the_table_has_the_documents_operations() -> None:
    assert list(ENDPOINTS) == [operation.name for operation in facts.OPERATIONS]


@each
def test_a_row_says_what_the_document_says(row: Endpoint) -> None:
    fact = by_name[row.name]
    assert (row.method, row.path) == (fact.method, fact.path)
    assert (row.answer is Answer.PDF) == (fact.data == "pdf")
    assert (row.answer is Answer.LIST) == (fact.data.startswith("[#"))
    assert row.documents == ("documenti" in (fact.body or {}).get("properties", {}))
    statuses = {status for status, _, _ in fact.errors}
    if row.method != "GET" or 402 in statuses or row.name == "renew_mailbox":
        assert row.once
    assert (row.effect is Effect.PAID) == (402 in statuses or row.name == "renew_mailbox")


@each
def test_a_row_knows_each_documented_number(row: Endpoint) -> None:
    documented = {number for status, number, _ in by_name[row.name].errors if number}
    known = set(row.numbers) | set(row.empty)
    # What may be asked again later has no meaning of its own: check_domain's 503.
    assert documented - known <= {402 if row.name == "check_domain" else 0}
    assert known <= documented


@pytest.mark.parametrize(
    ("model", "schemas"),
    [
        (Mailbox, ("Casella", "Caselle")),
        (Communication, ("RichiestaComunicazionePec", "RichiesteComunicazionePec")),
        (User, ("Utenza",)),
        (Timestamp, ("Timestamp",)),
        (UserTimestamp, ("UtenzaTimestamp",)),
    ],
)
def test_the_types_have_the_documents_fields(model: type, schemas: tuple[str, ...]) -> None:
    documented = {name for schema in schemas for name in facts.SCHEMAS[schema].fields}
    assert set(model.__struct_fields__) == documented | {"extra"}  # type: ignore[attr-defined]
