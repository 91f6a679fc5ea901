"""The wallet as a witness: what was spent since a movement, and when it says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from office_support import Bench, bench, connection_to

from pec_desktop.practice import Fault
from pec_desktop.services import wallet


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as opened:
        yield opened


def spend(at: Bench, *amounts: str) -> None:
    for amount in amounts:
        at.server._state.wallet.spend(Decimal(amount), at.clock.now, "API usage")


def test_what_was_spent_since_a_movement(at: Bench) -> None:
    before = wallet.newest(at.office)
    assert before
    assert wallet.spent_since(at.office, before) == []
    spend(at, "11.00")
    at.server.credit += Decimal(100)  # paid in: no expense
    spend(at, "64.00")
    assert wallet.spent_since(at.office, before) == [Decimal("64.0"), Decimal("11.0")]


def test_more_movements_than_one_page(at: Bench) -> None:
    before = wallet.newest(at.office)
    assert before is not None
    spend(at, *["0.05"] * (2 * wallet.PAGE + 7))
    spent = wallet.spent_since(at.office, before)
    assert spent is not None
    assert len(spent) == 2 * wallet.PAGE + 7
    spend(at, *["0.05"] * wallet.MOST)
    assert wallet.spent_since(at.office, before) is None, "so many, nobody can tell"


def test_a_wallet_that_had_no_movement(at: Bench) -> None:
    at.server._state.wallet.movements.clear()
    assert wallet.newest(at.office) == ""
    assert wallet.spent_since(at.office, "") == []
    spend(at, *["0.05"] * (wallet.PAGE + 1))
    assert len(wallet.spent_since(at.office, "") or []) == wallet.PAGE + 1


def test_a_movement_that_is_gone_tells_nothing(at: Bench) -> None:
    assert wallet.spent_since(at.office, "txn_gone") is None


def test_without_a_key_or_an_answer_it_is_silent(at: Bench) -> None:
    before = wallet.newest(at.office)
    assert before is not None
    for fault in (Fault.STATUS_403, Fault.HTML_200):
        at.server.faults.set(fault, "wallet_transactions")
        assert wallet.newest(at.office) is None
        at.server.faults.set(fault, "wallet_transactions")
        assert wallet.spent_since(at.office, before) is None
    at.office.connection = replace(connection_to(at.server), api_key="")
    assert wallet.newest(at.office) is None
    assert wallet.spent_since(at.office, before) is None


def test_the_oldest_first_is_not_believed(at: Bench) -> None:
    before = wallet.newest(at.office)
    assert before is not None
    at.clock.advance(60)
    spend(at, "11.00")
    at.server._state.wallet.movements.reverse()
    assert wallet.newest(at.office) is None
    assert wallet.spent_since(at.office, before) is None


@pytest.mark.parametrize(
    ("spent", "amount", "expected"),
    [
        ("11.00", "11.00", True),
        ("13.42", "11.00", True),  # with IVA
        ("11.01", "11.00", False),
        ("5", None, True),
        ("5.49", "4.50", True),
    ],
)
def test_an_expense_may_bear_iva_or_not(spent: str, amount: str | None, expected: bool) -> None:
    assert wallet.could_be(Decimal(spent), amount) is expected
