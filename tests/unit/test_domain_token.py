"""The form of a token, callbacks, and the exact requests made of them."""

from __future__ import annotations

import json

import pytest
from domain_support import PRODUCTION, keys
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.api.endpoints import scopes
from pec_desktop.domain import callback, token
from pec_desktop.domain.fields import validate

DAY, NOW = 86_400, 1_795_435_200
PLAIN = {one.name: one.default for one in token.TOKEN} | {"token_name": "Ufficio"}


def test_by_default_a_token_gets_exactly_the_scopes_the_program_uses() -> None:
    assert validate(token.TOKEN, PLAIN, PRODUCTION) == []
    sent = token.request(PLAIN, "pec.openapi.it")
    assert sorted(sent.pop("scopes")) == scopes("pec.openapi.it")
    assert sent == {"name": "Ufficio", "ttl": 365 * 24 * 3600, "limits": {}}


def test_limits_and_fewer_scopes_are_sent_as_chosen() -> None:
    chosen = dict.fromkeys(token.PERMISSIONS, False) | {"scope_get_pec": True}
    values = {**PLAIN, **chosen, "token_days": "30", "limit_walletAmount": 50}
    assert token.request(values, "h:1") == {
        "name": "Ufficio",
        "ttl": 30 * 24 * 3600,
        "scopes": ["GET:h:1/pec"],
        "limits": {"walletAmount": 50},
    }


@pytest.mark.parametrize("days", [0, 366, "un anno"])
def test_a_token_lives_a_year_at_most(days: object) -> None:
    problems = validate(token.TOKEN, {**PLAIN, "token_days": days}, PRODUCTION)
    assert [one.field for one in problems] == ["token_days"]


def found(**values: object) -> dict[str, list[str]]:
    problems = validate(callback.CALLBACK, values, PRODUCTION)
    return {one.field: keys(problems, one.field) for one in problems}


def test_a_callback_is_shown_in_its_parts_and_nothing_is_left_out() -> None:
    values = {
        "callback_url": "https://studio.example/pec",
        "callback_method": "JSON",
        "callback_data": '{"sede": "Bolzano", "è": [1]}',
    }
    sent = {"casella_pec": "a@pec.example", **callback.request(values)}
    assert callback.shown(sent) == {"casella_pec": "a@pec.example", **values}
    assert callback.shown({"cf": "X"}) == {"cf": "X"}


def test_without_an_address_there_is_no_callback() -> None:
    assert callback.request({}) == {}
    left = {"callback_method": "JSON", "callback_data": "not even json"}
    assert callback.request(left) == {}
    assert found(**left) == {}


def test_a_callback_is_one_object() -> None:
    values = {
        "callback_url": "https://studio.example/pec",
        "callback_method": "json",
        "callback_field": "dati",
        "callback_data": '{"pratica": 7}',
    }
    assert found(**values) == {}
    assert callback.request(values) == {
        "callback": {
            "url": "https://studio.example/pec",
            "method": "JSON",
            "field": "dati",
            "data": {"pratica": 7},
        }
    }


def test_a_callback_is_shown_as_it_is_sent() -> None:
    values = {
        "callback_url": "https://studio.example/pec",
        "callback_method": "POST",
        "callback_data": '{"nota": "due  spazi"}',
    }
    assert callback.shown(callback.request(values)) == values
    assert callback.shown({"casella_pec": "a@b.it"}) == {"casella_pec": "a@b.it"}
    assert all(one.advanced for one in callback.CALLBACK)


@pytest.mark.parametrize("url", ["studio.example", "ftp://studio.example", "https://", "http://a"])
def test_a_callback_wants_a_real_address(url: str) -> None:
    assert found(callback_url=url) == {"callback_url": ["callback.url"]}


@pytest.mark.parametrize("data", ["7", "[1]", "{", '"x"', "[" * 3000])
def test_callback_data_are_an_object(data: str) -> None:
    values = {"callback_url": "https://studio.example", "callback_data": data}
    assert found(**values) == {"callback_data": ["callback.data"]}


@given(st.dictionaries(st.text(), st.one_of(st.integers(), st.text(" \u00a0x"))))
def test_any_object_that_passes_arrives_whole(data: dict[str, object]) -> None:
    values = {"callback_url": "https://studio.example", "callback_data": json.dumps(data)}
    if found(**values) == {}:
        assert callback.request(values)["callback"]["data"] == data


@pytest.mark.parametrize(
    ("seconds", "days"),
    [(None, None), (31 * DAY, None), (30 * DAY, 30), (1, 1), (0, 0), (-DAY, -1)],
)
def test_an_expiry_is_spoken_of_in_its_last_month(seconds: int | None, days: int | None) -> None:
    assert token.days_left(None if seconds is None else NOW + seconds, NOW) == days
