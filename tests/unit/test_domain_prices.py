"""What an operation costs, and how sure that is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.domain.mailbox import MailboxType
from pec_desktop.domain.prices import Certainty, Price, of_reading, quote, together

UNKNOWN = Price(None, Certainty.UNKNOWN)


def known(amount: str) -> Price:
    return Price(Decimal(amount), Certainty.KNOWN)


def estimated(amount: str) -> Price:
    return Price(Decimal(amount), Certainty.ESTIMATED)


@pytest.mark.parametrize(
    ("kind", "price"),
    [
        ("STANDARD", estimated("11.00")),
        ("gold", estimated("64.00")),
        ("DOMICILIODIGITALE", estimated("4.50")),
        ("PECMASSIVA", estimated("99.00")),
        ("BRONZE", UNKNOWN),
        ("SILVER", UNKNOWN),
        ("PLATINUM", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_without_the_accounts_prices_there_is_the_list(kind: str, price: Price) -> None:
    for operation in ("register_mailbox", "renew_mailbox"):
        assert quote(operation, kind, None) == price
        assert quote(operation, kind, {}) == price
    assert quote("change_space", kind, None) == UNKNOWN


@pytest.mark.parametrize(
    ("prices", "price"),
    [
        ({"standard": 9.9}, known("9.9")),
        ({"STANDARD ": 9.9, "gold": 50.0}, known("9.9")),
        ({"register_mailbox": 8.0}, known("8.0")),
        ({"register_mailbox": 8.0, "standard": 9.9}, known("9.9")),
        ({"standard": 0.0}, known("0.0")),
        ({"base": 3.0}, estimated("11.00")),
        ({"standard": float("nan")}, estimated("11.00")),
        ({"standard": float("inf")}, estimated("11.00")),
    ],
)
def test_a_price_that_the_account_names_is_known(prices: dict[str, float], price: Price) -> None:
    assert quote("register_mailbox", "STANDARD", prices) == price


@pytest.mark.parametrize(
    ("operation", "price"),
    [
        ("register_mailbox", known("11.0")),
        ("add_user", known("5.0")),
        ("check_availability", known("0.0")),
        ("revoke_mailbox", UNKNOWN),
        ("change_type", UNKNOWN),
    ],
)
def test_a_price_for_something_else_is_not_taken(operation: str, price: Price) -> None:
    told = {"standard": 11.0, "gold": 64.0, "multiutenza": 5.0, "verifica_pec": 0.0, "": 1.0}
    assert quote(operation, "STANDARD", told) == price
    assert quote("register_mailbox", "", told) == UNKNOWN


@given(
    st.sampled_from(["register_mailbox", "change_space", "start_communication"]),
    st.one_of(st.sampled_from(MailboxType).map(str), st.text()),
    st.one_of(st.none(), st.dictionaries(st.text(), st.floats())),
)
def test_an_amount_is_there_exactly_when_something_is_known(
    operation: str, kind: str, prices: dict[str, float] | None
) -> None:
    price = quote(operation, kind, prices)
    assert (price.amount is None) == (price.certainty is Certainty.UNKNOWN)
    assert price.amount is None or price.amount.is_finite()


@pytest.mark.parametrize(
    ("prices", "sum_of_them"),
    [
        ([], known("0")),
        ([known("11.00"), known("4.50")], known("15.50")),
        ([known("11.00"), estimated("64.00")], estimated("75.00")),
        ([known("11.00"), UNKNOWN, estimated("1.00")], UNKNOWN),
    ],
)
def test_a_sum_is_no_surer_than_its_parts(prices: list[Price], sum_of_them: Price) -> None:
    assert together(prices) == sum_of_them


@pytest.mark.parametrize(
    ("operation", "told", "price"),
    [
        ("list_mailboxes", None, Price(None, Certainty.UNKNOWN)),
        ("list_mailboxes", {}, Price(None, Certainty.UNKNOWN)),
        ("list_mailboxes", {"standard": 11.0, "GOLD": 64.0}, Price(Decimal(0), Certainty.KNOWN)),
        ("get_mailbox", {"pec": 0.0}, Price(Decimal(0), Certainty.KNOWN)),
        ("get_mailbox", {"pec": 0.05}, Price(Decimal("0.05"), Certainty.ESTIMATED)),
        ("get_mailbox", {"pec": 0.05, "x": 0.1}, Price(Decimal("0.1"), Certainty.ESTIMATED)),
        ("get_mailbox", {"pec": 0.05, "get_mailbox": 0}, Price(Decimal(0), Certainty.KNOWN)),
        ("get_communication", {"comunica_pec": 0.0}, Price(Decimal(0), Certainty.KNOWN)),
        ("get_communication", {"comunica_pec": 0.5}, Price(Decimal("0.5"), Certainty.KNOWN)),
        ("get_mailbox", {"x": float("nan")}, Price(None, Certainty.UNKNOWN)),
    ],
)
def test_a_reading_is_free_unless_its_scope_tells_what_may_be_its_price(
    operation: str, told: dict[str, float] | None, price: Price
) -> None:
    assert of_reading(operation, told) == price
