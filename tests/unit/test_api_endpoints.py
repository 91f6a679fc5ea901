"""The table of operations: what may be repeated, which scopes it needs, how paths are filled."""

from __future__ import annotations

import pytest

from pec_desktop.api.client import PecClient
from pec_desktop.api.endpoints import ENDPOINTS, OAUTH_ENDPOINTS, Answer, Effect, scopes
from pec_desktop.api.oauth import OAuthClient
from pec_desktop.domain.mailbox import RULES

PAID = {
    "check_domain",
    "register_mailbox",
    "change_space",
    "activate_preservation",
    "change_type",
    "renew_mailbox",
    "add_user",
    "start_communication",
}


def test_every_operation_has_its_method() -> None:
    assert len(ENDPOINTS) == 19
    assert all(hasattr(PecClient, name) for name in ENDPOINTS)
    assert all(hasattr(OAuthClient, name) for name in OAUTH_ENDPOINTS)
    assert RULES.keys() <= ENDPOINTS.keys()


def test_exactly_these_operations_cost_money() -> None:
    assert {name for name, row in ENDPOINTS.items() if row.effect is Effect.PAID} == PAID


def test_only_plain_reads_may_be_repeated() -> None:
    repeatable = {name for name, row in ENDPOINTS.items() if not row.once}
    assert all(ENDPOINTS[name].method == "GET" for name in repeatable)
    assert not repeatable & (PAID | {"activate_mailbox", "revoke_mailbox"})


def test_nine_scopes_and_none_for_own_domains() -> None:
    host = "test.pec.openapi.it"
    assert scopes(host) == [
        f"DELETE:{host}/pec",
        f"GET:{host}/comunica_pec",
        f"GET:{host}/domini_pec",
        f"GET:{host}/pec",
        f"GET:{host}/verifica_pec",
        f"PATCH:{host}/comunica_pec",
        f"PATCH:{host}/pec",
        f"POST:{host}/comunica_pec",
        f"POST:{host}/pec",
    ]
    assert ENDPOINTS["renew_mailbox"].scope_at(host) == f"GET:{host}/pec"


def test_forms_are_pdf_and_lists_know_their_empty_number() -> None:
    pdf = {name for name, row in ENDPOINTS.items() if row.answer is Answer.PDF}
    assert pdf == {
        "download_activation_form",
        "download_preservation_form",
        "download_power_of_attorney",
    }
    assert ENDPOINTS["list_mailboxes"].empty == (200,)
    assert ENDPOINTS["list_communications"].empty == (332,)


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("prova@legalmail.it", "/verifica_pec/prova%40legalmail.it"),
        ("a/b", "/verifica_pec/a%2Fb"),
        ("../pec", "/verifica_pec/..%2Fpec"),
        ("à ?#%", "/verifica_pec/%C3%A0%20%3F%23%25"),
    ],
)
def test_path_parameters_are_encoded(value: str, path: str) -> None:
    assert ENDPOINTS["check_availability"].fill({"pec": value}) == path


@pytest.mark.parametrize("value", ["", ".", "..", "\ud800"])
def test_a_parameter_cannot_turn_one_operation_into_another(value: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the type is all there is to it
        ENDPOINTS["revoke_mailbox"].fill({"id": value})
