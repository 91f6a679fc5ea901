"""Wizards as data: order, what is skipped, what may be logged."""

from __future__ import annotations

from itertools import pairwise

import pytest
from domain_support import COMPANY, PERSON
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain.callback import CALLBACK
from pec_desktop.domain.fields import Field, is_field
from pec_desktop.domain.flows import ACTIVATION_FLOW, REGISTRATION_FLOW, Flow, Step
from pec_desktop.domain.registration import REGISTRATION

ONLY_A = Field("only_a", applies=is_field("kind", "A"))
ONLY_B = Field("only_b", applies=is_field("kind", "B"))
BRANCHING = Flow(
    "branching",
    (
        Step("kind", (Field("kind"),)),
        Step("first", (ONLY_A,)),
        Step("second", (ONLY_B, ONLY_A)),
        Step("third", (ONLY_B,)),
        Step("summary"),
    ),
)
FLOWS = (REGISTRATION_FLOW, ACTIVATION_FLOW, BRANCHING)


def test_the_registration_asks_for_every_field_once_in_the_order_of_the_form() -> None:
    asked = tuple(field for step in REGISTRATION_FLOW.steps for field in step.fields)
    assert asked == (*REGISTRATION, *CALLBACK)
    assert [step.name for step in REGISTRATION_FLOW.steps] == [
        *("address", "customer", "applicant", "holder", "identity", "options", "summary"),
    ]
    assert [step.name for step in ACTIVATION_FLOW.steps] == ["form", "papers", "send", "follow"]


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        ("A", ["kind", "first", "second", "summary"]),
        ("B", ["kind", "second", "third", "summary"]),
        ("", ["kind", "summary"]),
    ],
)
def test_steps_that_have_nothing_to_ask_are_left_out(kind: str, steps: list[str]) -> None:
    assert [step.name for step in BRANCHING.steps_for({"kind": kind})] == steps


@given(st.sampled_from(FLOWS), st.sampled_from(["A", "B", "a", "", None]))
def test_next_and_previous_undo_each_other(flow: Flow, kind: str | None) -> None:
    values = {"kind": kind}
    steps = flow.steps_for(values)
    assert flow.previous(steps[0], values) is None
    assert flow.next(steps[-1], values) is None
    for here, there in pairwise(steps):
        assert flow.next(here, values) == there
        assert flow.previous(there, values) == here


def test_from_a_step_that_no_longer_applies_one_gets_on_and_back() -> None:
    third = BRANCHING.step("third")
    assert BRANCHING.next(third, {"kind": "A"}) == BRANCHING.step("summary")
    assert BRANCHING.previous(third, {"kind": "A"}) == BRANCHING.step("second")


def test_a_step_of_another_version_leads_to_the_first() -> None:
    assert REGISTRATION_FLOW.step("payment").name == "address"
    assert REGISTRATION_FLOW.step("identity").name == "identity"


def test_the_log_learns_what_was_ordered_and_nothing_about_anybody() -> None:
    assert REGISTRATION_FLOW.loggable(COMPANY) == {
        "tipo_casella": "STANDARD",
        "tipo_cliente": "IM",
        "sottotipo_cliente": "CM",
        "autorinnovo": False,
    }
    assert ACTIVATION_FLOW.loggable(PERSON) == {}
    assert REGISTRATION_FLOW.logged_fields <= {field.name for field in REGISTRATION}


def test_a_text_in_place_of_a_choice_is_not_logged() -> None:
    typed = {**PERSON, "tipo_cliente": "Anna Esempi"}
    assert "tipo_cliente" not in REGISTRATION_FLOW.loggable(typed)
