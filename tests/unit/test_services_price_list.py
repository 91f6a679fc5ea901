"""The office's own price list: in the settings, in the office, as people type it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_support import bench

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.domain.prices import PRICE_KEYS, Certainty, lines, total
from pec_desktop.services import price_list, prices
from pec_desktop.settings import Settings


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("11", "11"),
        ("11,5", "11.5"),
        (" 11.50 € ", "11.50"),
        ("EUR 0,05", "0.05"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234.567", None),
        ("1.234", None),
        ("1,234", None),
        ("12.34,5", None),
        ("-5", None),
        ("", None),
        ("gratis", None),
        ("1e5", None),
        ("NaN", None),
        ("٣", None),
    ],
)
def test_an_amount_is_read_as_it_was_meant_or_not_at_all(typed: str, amount: str | None) -> None:
    assert price_list.parse(typed) == (None if amount is None else Decimal(amount))


@given(st.text())
def test_nothing_typed_breaks_it(typed: str) -> None:
    amount = price_list.parse(typed)
    assert amount is None or (amount.is_finite() and amount >= 0)


@given(st.dictionaries(st.sampled_from(PRICE_KEYS), st.decimals(0, 9999, places=2)))
def test_what_is_written_is_read_again(told: dict[str, Decimal]) -> None:
    settings = Settings(Path("/nowhere/settings.json"))
    price_list.write(settings, told)
    assert price_list.read(settings) == told


def test_it_lasts_and_nothing_wrong_comes_through(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    price_list.write(
        settings,
        {"gold": Decimal("60.00"), "silver": None, "unheard": Decimal(1), "bronze": Decimal(-1)},
    )
    settings.save()
    again = Settings(tmp_path / "settings.json")
    again.values["price_list"] |= {"silver": "a lot", "standard": "-1"}
    assert price_list.read(again) == {"gold": Decimal("60.00")}
    again.values["price_list"] = ["not", "a", "table"]
    assert price_list.read(again) == {}


def test_the_office_estimates_by_it_where_nothing_better_is_known(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    price_list.write(settings, {"gold": Decimal(60), "comunica_pec": Decimal(15)})
    with bench(tmp_path / "profile", connected=False) as at:
        price_list.apply(at.office, settings)
        gold = prices.known_price(at.office, "register_mailbox", "gold")
        assert (gold.amount, gold.certainty) == (Decimal(60), Certainty.ESTIMATED)
        standard = prices.known_price(at.office, "register_mailbox", "STANDARD")
        assert (standard.amount, standard.certainty) == (Decimal("11.00"), Certainty.ESTIMATED)
        other = prices.known_price(at.office, "start_communication", "")
        assert other.amount == Decimal(15)


def test_a_live_price_goes_before_the_own_list() -> None:
    own = {"multiutenza": Decimal(9)}
    bought = lines("add_user", {})
    assert total("add_user", bought, {"multiutenza": 5.0}, own).amount == Decimal("5.0")
    assert total("add_user", bought, {"gold": 5.0}, own).amount == Decimal(9)
    assert total("add_user", bought, {"gold": 5.0}, {}).amount is None


def test_one_unknown_line_makes_the_whole_unknown() -> None:
    box = Mailbox(id="m", casella_pec="a@b.it", tipo_casella="GOLD", stato="evasa")
    bought = lines("change_space", {"spazio_disco": "+2048", "spazio_storico": 1024}, box)
    told = {"spazio_disco": 9.0}
    assert total("change_space", bought, told).amount is None
    assert total("change_space", bought, told | {"spazio_storico": 6.0}).amount == Decimal("24.0")
    assert total("change_space", (), told).amount is None
