"""Asking for addresses and domains on the practice server: the first free, the second paid once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from changes_support import nothing_sent, paid
from msgspec.structs import replace
from office_support import Bench, bench, connection_to

from pec_desktop.domain.prices import Certainty
from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import lookups
from pec_desktop.store.attempts import Outcome
from pec_desktop.work import Work

CHECK = "check_domain"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("domain", "certified"), [("pec.it", True), (" PEC.it ", True), ("nobody.example", False)]
)
def test_a_domain_check_is_paid_once_whatever_it_says(
    at: Bench, domain: str, certified: bool
) -> None:
    assert lookups.ask_domain(at.office, domain, Work()) is certified
    attempt = paid(at, CHECK, domain.strip().lower())
    assert (attempt.amount, attempt.label) == ("0.05", domain.strip().lower())


def test_its_price_is_told_before(at: Bench) -> None:
    quote = lookups.domain_quote(at.office, Work())
    assert (quote.price.amount, quote.price.certainty) == (Decimal("0.05"), Certainty.KNOWN)
    assert quote.enough


@pytest.mark.parametrize("domain", ["", "pec", "a@pec.it", "pec..it", "http://pec.it", "à.it"])
def test_what_is_no_domain_is_not_asked(at: Bench, domain: str) -> None:
    assert lookups.domain_problem(domain) == "domain.invalid"
    with pytest.raises(Refusal) as refused:
        lookups.ask_domain(at.office, domain, Work())
    assert refused.value.key == "domain.invalid"
    assert nothing_sent(at, CHECK)


def test_without_the_scope_it_is_not_asked(at: Bench) -> None:
    at.office.allowed = frozenset()
    with pytest.raises(Refusal) as refused:
        lookups.ask_domain(at.office, "pec.it", Work())
    assert refused.value.key == "refused.check_domain.scope"
    assert nothing_sent(at, CHECK)


def test_a_lost_answer_is_not_asked_for_again(at: Bench) -> None:
    at.server.faults.set(Fault.DROP_AFTER, operation=CHECK)
    with pytest.raises(ApiError) as lost:
        lookups.ask_domain(at.office, "pec.it", Work())
    assert lost.value.kind is ErrorKind.UNKNOWN_OUTCOME
    assert at.office.attempts.all()[0].outcome is Outcome.UNKNOWN
    with pytest.raises(Refusal) as again:
        lookups.ask_domain(at.office, "pec.it", Work())
    assert again.value.key == "attempt.unknown"
    assert lookups.ask_domain(at.office, "pec.it", Work(), override=True)
    assert len(at.server.ledger) == 2


def test_addresses_are_asked_for_without_a_payment(at: Bench) -> None:
    assert lookups.availability(at.office, "libera@testcert.legalmail.it", Work())
    assert not lookups.availability(at.office, "occupata@testcert.legalmail.it", Work())
    assert (at.server.ledger, at.office.attempts.all()) == ([], [])


def test_an_address_may_be_asked_for_while_typing_once_that_is_known_to_be_free(at: Bench) -> None:
    assert not lookups.may_ask_while_typing(at.office)
    price = lookups.availability_price(at.office, Work())
    assert (price.amount, price.certainty) == (Decimal(0), Certainty.KNOWN)
    assert lookups.may_ask_while_typing(at.office)


def test_without_a_known_price_nothing_is_asked_while_typing(at: Bench) -> None:
    at.office.connection = replace(connection_to(at.server), api_key="")
    price = lookups.availability_price(at.office, Work())
    assert price.certainty is Certainty.UNKNOWN
    assert not lookups.may_ask_while_typing(at.office)
