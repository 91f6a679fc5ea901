"""Countries and provinces: complete, consistent, and known facts at random."""

from __future__ import annotations

import re

import pytest

from pec_desktop.domain.places import COUNTRIES, HISTORIC, PROVINCES, country_of


def test_the_countries_are_those_of_iso_3166_and_kosovo() -> None:
    assert len(COUNTRIES) == 249 + 1
    assert all(re.fullmatch("[A-Z]{2}", code) for code in COUNTRIES)
    assert "XK" in COUNTRIES
    assert not {"UK", "EU", "EL", "SU", "YU", "AN"} & COUNTRIES.keys()


def test_cadastral_codes_are_unique_and_italy_has_none() -> None:
    codes = [country.cadastral for country in COUNTRIES.values() if country.cadastral]
    assert len(codes) == len(set(codes)) >= 200
    assert all(re.fullmatch("Z[0-9]{3}", code) for code in codes)
    assert COUNTRIES["IT"].cadastral is None


def test_every_place_has_a_name_of_its_own() -> None:
    for table in (COUNTRIES, PROVINCES):
        names = [place.name for place in table.values()]
        assert len(names) == len(set(names))
        assert all(name == name.strip() and len(name) > 3 for name in names)
        assert all(code == place.code for code, place in table.items())


@pytest.mark.parametrize(
    ("cadastral", "country"),
    [
        ("Z112", "DE"),
        ("Z102", "AT"),
        ("Z133", "CH"),
        ("Z404", "US"),
        ("Z129", "RO"),
        ("Z330", "MA"),
        ("Z100", "AL"),
        ("Z210", "CN"),
        ("Z138", "UA"),
        ("Z907", "SS"),
        ("Z135", None),
        ("Z118", None),
        ("H501", "IT"),
        ("D620", "IT"),
    ],
)
def test_the_country_of_a_birthplace(cadastral: str, country: str | None) -> None:
    assert country_of(cadastral) == country


def test_provinces_of_today_and_of_old() -> None:
    today = {code for code, province in PROVINCES.items() if province.current}
    assert len(today) == 106  # 107 until the Sardinian reform ended SU
    old = {province.code for province in HISTORIC}
    assert old == {"CI", "FO", "FU", "OG", "OT", "PL", "PS", "SU", "VG", "VS", "ZA"}
    assert not today & old
    assert "EE" not in PROVINCES


def test_who_was_renamed_is_called_something_today() -> None:
    successors = {p.code: p.successor for p in PROVINCES.values() if p.successor}
    assert successors == {"FO": "FC", "PS": "PU"}
    assert all(PROVINCES[now].current for now in successors.values())
