"""The rules of 15 January 2026: whose address may be communicated for whom."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain.communication import Communication
from pec_desktop.domain.duplicates import Filed, duplicates
from pec_desktop.domain.fields import Severity
from pec_desktop.domain.mailbox import Mailbox

ADDRESS, OURS, THEIRS = "studio@pec.it", "01234567897", "12345678903"


def asked(*, officer: bool = False, code: str = OURS, address: str = ADDRESS) -> dict[str, object]:
    return {"casella_pec": address, "cf_piva": code, "pec_amministratore": officer}


def filed(
    administrator: bool | None, code: str = THEIRS, address: str = ADDRESS, **fields: Any
) -> Filed:
    entry = Communication(
        id="c", casella_pec=address, cf_piva=code, ragione_sociale="Altra srl", **fields
    )
    return Filed(entry, administrator)


def box(code: str = THEIRS, **fields: Any) -> Mailbox:
    known = {
        "id": "m",
        "casella_pec": ADDRESS.upper(),
        "stato": "evasa",
        "tipo_cliente": "IM",
        "cf_piva_titolare": code,
        "denominazione_titolare": "Altra srl",
    }
    return Mailbox(**(known | fields))


def keys(values: dict[str, object], boxes: list[Mailbox], entries: list[Filed]) -> list[str]:
    found = duplicates(values, boxes, entries)
    assert all(one.severity is Severity.WARNING for one in found)
    assert all(one.field == "casella_pec" for one in found)
    return [one.key for one in found]


@pytest.mark.parametrize(
    ("officer", "entry", "expected"),
    [
        # a company's address: neither another company nor any officer may have it
        (False, filed(False), ["duplicate.company"]),
        (False, filed(True), ["duplicate.officer"]),
        (False, filed(True, OURS), ["duplicate.officer"]),
        (False, filed(None), ["duplicate.unknown_use"]),
        (False, filed(False, OURS), ["duplicate.again"]),
        (False, filed(None, OURS), ["duplicate.again"]),
        # an officer's address: no company may have it, other offices of the same person may
        (True, filed(False), ["duplicate.company"]),
        (True, filed(False, OURS), ["duplicate.own_company"]),
        (True, filed(True), []),
        (True, filed(True, OURS), ["duplicate.again"]),
        (True, filed(None), ["duplicate.unknown_use"]),
        # other addresses never matter
        (False, filed(False, address="other@pec.it"), []),
    ],
)
def test_a_communication_of_the_archive(officer: bool, entry: Filed, expected: list[str]) -> None:
    assert keys(asked(officer=officer), [], [entry]) == expected


@pytest.mark.parametrize(
    ("officer", "mailbox", "expected"),
    [
        (False, box(), ["duplicate.company"]),
        (False, box(OURS), []),
        (False, box("", tipo_cliente="PV", denominazione_titolare=""), []),
        (True, box(), ["duplicate.company"]),
        (True, box(OURS), ["duplicate.own_company"]),
        (True, box("", tipo_cliente="PV"), []),
        (True, box(tipo_cliente="PS"), []),
        (True, box(stato="chiusa"), []),
        (False, box(stato="registrazione_annullata"), []),
        (False, box(stato="revocata"), ["duplicate.company"]),
    ],
)
def test_an_own_mailbox(officer: bool, mailbox: Mailbox, expected: list[str]) -> None:
    assert keys(asked(officer=officer), [mailbox], []) == expected


def test_the_warning_names_the_other_holder_once() -> None:
    found = duplicates(asked(), [box(), box()], [filed(False), filed(False)])
    assert [(one.key, one.details) for one in found] == [
        ("duplicate.company", {"name": "Altra srl"})
    ]


def test_addresses_and_codes_are_compared_in_their_normal_form() -> None:
    values = asked(address=" Studio@PEC.it ", code=" 0123 4567897")
    assert keys(values, [], [filed(False, OURS)]) == ["duplicate.again"]
    assert keys(asked(address=""), [box()], [filed(False)]) == []


@given(st.booleans(), st.lists(st.sampled_from([None, True, False])), st.text(), st.text())
def test_whatever_is_in_the_archive_it_only_warns_and_order_does_not_matter(
    officer: bool, uses: list[bool | None], code: str, address: str
) -> None:
    entries = [filed(use, code, address) for use in uses]
    values = asked(officer=officer, address=address)
    forwards = keys(values, [box(code)], entries)
    assert sorted(forwards) == sorted(keys(values, [box(code)], entries[::-1]))
