"""Changing a mailbox: forms, exact requests, what follows from them, what is not known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from domain_support import PRODUCTION, TODAY
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain import evidence
from pec_desktop.domain.changes import (
    FORMS,
    MOST_SPACE,
    OFFERS,
    SPACES,
    Offer,
    expiry_after,
    problems,
    request,
    spaces_after,
    upgrades,
)
from pec_desktop.domain.communication import Communication
from pec_desktop.domain.fields import FieldKind, Numbers, Severity
from pec_desktop.domain.mailbox import LEGALMAIL, MOST_USERS, Mailbox, MailboxType, User, refusal


def box(**fields: object) -> Mailbox:
    known: dict[str, Any] = {
        "id": "m1",
        "casella_pec": "Anna@legalmail.it",
        "tipo_casella": "STANDARD",
        "stato": "evasa",
        "data_scadenza": "28/02/2028",
        "spazio_disco": 2048,
        "spazio_storico": 1024,
        **fields,
    }
    return Mailbox(**known)


def keys(operation: str, mailbox: Mailbox, **values: object) -> list[tuple[str, str]]:
    return [
        (one.field, one.key)
        for one in problems(operation, mailbox, values, PRODUCTION)
        if one.severity is Severity.ERROR
    ]


@pytest.mark.parametrize("anni", [1, "3", 10, " 7 "])
def test_years_are_sent_as_a_number(anni: object) -> None:
    assert keys("renew_mailbox", box(), anni=anni) == []
    assert request("renew_mailbox", box(), {"anni": anni}) == {"anni": int(str(anni))}


@pytest.mark.parametrize(
    ("anni", "key"),
    [
        (0, "number.range"),
        (11, "number.range"),
        (-1, "number.range"),
        ("due", "number.invalid"),
        ("1.5", "number.invalid"),
        ("9" * 10, "number.invalid"),
        ("9" * 5000, "field.too_long"),
        ("", "field.required"),
        (None, "field.required"),
        (True, "field.required"),
    ],
)
def test_years_that_cannot_be_bought_are_refused(anni: object, key: str) -> None:
    assert keys("renew_mailbox", box(), anni=anni) == [("anni", key)]


def test_added_space_is_sent_with_a_plus_and_set_space_as_a_number() -> None:
    added = {"space_mode": "ADD", "spazio_disco": "1024", "spazio_storico": 2048}
    assert keys("change_space", box(), **added) == []
    sent = request("change_space", box(), added)
    assert sent == {"spazio_disco": "+1024", "spazio_storico": "+2048"}
    assert spaces_after(box(), sent) == {"spazio_disco": 3072, "spazio_storico": 3072}

    fixed = {"space_mode": "set", "spazio_disco": 3072}
    assert keys("change_space", box(), **fixed) == []
    assert request("change_space", box(), fixed) == {"spazio_disco": 3072}
    assert spaces_after(box(), {"spazio_disco": 3072}) == {"spazio_disco": 3072}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"spazio_disco": 1000}, ("spazio_disco", "number.step")),
        ({"spazio_disco": 0}, ("spazio_disco", "number.range")),
        ({"spazio_disco": -1024}, ("spazio_disco", "number.range")),
        ({"spazio_disco": MOST_SPACE + 1024}, ("spazio_disco", "number.range")),
        ({"space_mode": "SET", "spazio_disco": 2048}, ("spazio_disco", "space.not_larger")),
        ({"space_mode": "SET", "spazio_storico": 1024}, ("spazio_storico", "space.not_larger")),
        ({"space_mode": "X", "spazio_disco": 1024}, ("space_mode", "field.not_a_choice")),
        ({}, ("spazio_disco", "space.nothing")),
        ({"space_mode": "SET"}, ("spazio_disco", "space.nothing")),
    ],
)
def test_space_only_grows_and_in_steps(
    values: dict[str, object], expected: tuple[str, str]
) -> None:
    assert keys("change_space", box(), **{"space_mode": "ADD", **values}) == [expected]


def test_preservation_can_grow_only_where_it_is_active() -> None:
    values = {"space_mode": "ADD", "spazio_conservazione": 512}
    assert keys("change_space", box(), **values) == [("spazio_disco", "space.nothing")]
    assert request("change_space", box(), values) == {}
    active = box(conservazione=True, spazio_conservazione=512)
    assert keys("change_space", active, **values) == []
    assert request("change_space", active, values) == {"spazio_conservazione": "+512"}


@given(
    st.sampled_from(["ADD", "SET"]),
    st.dictionaries(st.sampled_from(list(SPACES)), st.integers(-5000, 2_000_000)),
    st.booleans(),
)
def test_whatever_passes_grows_every_space_it_names_in_steps(
    mode: str, sizes: dict[str, int], preserved: bool
) -> None:
    mailbox = box(conservazione=preserved, spazio_conservazione=512 * preserved)
    values = {"space_mode": mode, **sizes}
    if problems("change_space", mailbox, values, PRODUCTION):
        return
    sent = request("change_space", mailbox, values)
    after = spaces_after(mailbox, sent)
    asked = {name for name in sizes if preserved or name != "spazio_conservazione"}
    assert set(after) == set(sent) == asked
    for name, size in after.items():
        assert size > getattr(mailbox, name)
        assert (size - getattr(mailbox, name)) % SPACES[name] == 0


@pytest.mark.parametrize(
    ("kind", "higher"),
    [
        ("STANDARD", LEGALMAIL[1:]),
        ("silver", (MailboxType.GOLD,)),
        ("GOLD", ()),
        ("DOMICILIODIGITALE", ()),
        ("PLATINUM", ()),
    ],
)
def test_types_change_upwards_only(kind: str, higher: tuple[MailboxType, ...]) -> None:
    mailbox = box(tipo_casella=kind)
    assert upgrades(mailbox) == higher
    for target in higher:
        assert keys("change_type", mailbox, tipo_casella=target.lower()) == []
        sent = request("change_type", mailbox, {"tipo_casella": target.lower()})
        assert sent == {"tipo_casella": target.value}
    if higher:
        wrong = [("tipo_casella", "field.not_a_choice")]
        assert keys("change_type", mailbox, tipo_casella="PECMASSIVA") == wrong
        assert keys("change_type", mailbox, tipo_casella=kind) == wrong


def test_bronze_is_offered_and_said_to_be_undocumented() -> None:
    (found,) = problems("change_type", box(), {"tipo_casella": "BRONZE"}, PRODUCTION)
    assert (found.key, found.severity) == ("type.not_documented", Severity.WARNING)
    assert problems("change_type", box(), {"tipo_casella": "GOLD"}, PRODUCTION) == []


def test_what_a_type_brings_is_unknown_where_nobody_says_it() -> None:
    assert set(OFFERS) == set(LEGALMAIL)
    assert OFFERS[MailboxType.GOLD].spazio_storico == 13 * 1024
    assert OFFERS[MailboxType.SILVER] == Offer(documented=True)


def test_preservation_has_512_mb_at_first() -> None:
    (field,) = FORMS["activate_preservation"](box())
    assert (field.default, field.numbers) == (512, Numbers(512, MOST_SPACE, 512))
    assert keys("activate_preservation", box(), spazio_conservazione="") == []
    assert request("activate_preservation", box(), {"spazio_conservazione": ""}) == {}
    assert request("activate_preservation", box(), {"spazio_conservazione": "1024"}) == {
        "spazio_conservazione": 1024
    }
    wrong = [("spazio_conservazione", "number.step")]
    assert keys("activate_preservation", box(), spazio_conservazione=600) == wrong


def test_a_user_needs_all_four_fields() -> None:
    names = [field.name for field in FORMS["add_user"](box())]
    assert keys("add_user", box()) == [(name, "field.required") for name in names]
    user = dict.fromkeys(names, "Anna") | {"email_gestione_password": "anna@example.com"}
    assert keys("add_user", box(), **user) == []
    assert request("add_user", box(), user) == user


@pytest.mark.parametrize("typed", ["anna@legalmail.it", " ANNA@legalmail.it "])
def test_a_revocation_wants_the_address_and_sends_nothing(typed: str) -> None:
    assert keys("revoke_mailbox", box(), confirm_address=typed) == []
    assert request("revoke_mailbox", box(), {"confirm_address": typed}) == {}


@pytest.mark.parametrize("typed", ["", "anna", "ana@legalmail.it", "anna@legalmail.it.it"])
def test_a_revocation_with_another_address_is_refused(typed: str) -> None:
    assert [field for field, _key in keys("revoke_mailbox", box(), confirm_address=typed)] == [
        "confirm_address"
    ]


@pytest.mark.parametrize(
    ("fields", "anni", "expected"),
    [
        ({}, 1, date(2029, 2, 28)),
        ({"data_scadenza": "29/02/2028"}, 1, date(2029, 2, 28)),
        ({"data_scadenza": "29/02/2028"}, 4, date(2032, 2, 29)),
        ({"data_scadenza": "23/11/2026"}, 1, date(2027, 11, 23)),
        ({"data_scadenza": "22/11/2026"}, 1, None),
        ({"stato": "revocata"}, 1, None),
        ({"data_scadenza": ""}, 1, None),
    ],
)
def test_the_new_expiry_is_told_only_where_it_follows(
    fields: dict[str, object], anni: int, expected: date | None
) -> None:
    assert expiry_after(box(**fields), anni, TODAY) == expected


def test_every_form_field_has_a_step_only_where_it_is_a_number() -> None:
    for form in FORMS.values():
        for field in form(box(conservazione=True)):
            assert (field.numbers is not None) == (field.kind is FieldKind.NUMBER)


def test_users_and_preservation_have_limits() -> None:
    users = tuple(User(id_utenza=str(number)) for number in range(MOST_USERS))
    assert refusal("add_user", box(multiutenza=users[1:])) is None
    assert refusal("add_user", box(multiutenza=users)) == "refused.add_user.limit"
    active = box(conservazione=True)
    assert refusal("activate_preservation", box()) is None
    assert refusal("activate_preservation", active) == "refused.activate_preservation.active"
    assert refusal("download_preservation_form", active) is None


def test_a_token_that_may_not_is_the_last_reason_named() -> None:
    assert refusal("renew_mailbox", box(), {"renew_mailbox"}) is None
    assert refusal("renew_mailbox", box(), ()) == "refused.renew_mailbox.scope"
    assert refusal("renew_mailbox", box(stato="chiusa"), ()) == "refused.renew_mailbox.state"


@pytest.mark.parametrize(
    "change",
    [
        {"stato": "revocata"},
        {"tipo_casella": "GOLD"},
        {"data_scadenza": "28/02/2029"},
        {"spazio_disco": 3072},
        {"spazio_storico": 0},
        {"spazio_conservazione": 512},
        {"conservazione": True},
        {"multiutenza": (User(id_utenza="u1"),)},
        {"documenti_attivazione": ("a.pdf",)},
    ],
)
def test_evidence_shows_every_change_an_operation_makes(change: dict[str, object]) -> None:
    assert evidence.differences(box(), box(**change)) == list(change)
    assert evidence.differences(box(), box(descrizione="other")) == []


def test_evidence_of_a_start_is_what_ids_the_address_had() -> None:
    known = [
        Communication(id=key, casella_pec=address)
        for key, address in (("2", "a@b.it"), ("1", "A@B.it"), ("3", "c@d.it"))
    ]
    assert evidence.of_communications("a@B.it", known) == {"ids": ["1", "2"]}
