"""The practice server's office is believable, invented by rule, and always the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import stdnum.it.codicefiscale
import stdnum.it.iva
from practice_support import NOW, Client, Clock

from pec_desktop.practice import PracticeServer
from pec_desktop.practice.catalogue import PRODUCTS
from pec_desktop.practice.moments import add_years
from pec_desktop.practice.taxcodes import tax_code, vat_number

STATES = {
    *("registrata", "in_evasione", "documenti_errati", "evasa", "revocata", "chiusa"),
    "registrazione_annullata",
}
TODAY = datetime.fromtimestamp(NOW, UTC).date()


@pytest.fixture
def office() -> Iterator[Client]:
    with PracticeServer(clock=Clock()) as server, Client(server) as client:
        yield client


def mailboxes(client: Client) -> list[dict[str, Any]]:
    return [client.get(f"/pec/{row['id']}").data for row in client.get("/pec").data]


def test_all_states_and_types_are_there(office: Client) -> None:
    boxes = mailboxes(office)
    assert 18 <= len(boxes) <= 20
    assert {box["stato"] for box in boxes} == STATES
    assert {box["tipo_casella"] for box in boxes} == set(PRODUCTS)
    assert len({box["casella_pec"] for box in boxes}) == len(boxes)
    assert {box["tipo_cliente"] for box in boxes} >= {"IM", "PS", "PL", "A", "PV"}
    assert any(box.get("multiutenza") for box in boxes)
    assert any(box["conservazione"] for box in boxes)


def test_codes_are_computed_and_fit_the_person(office: Client) -> None:
    for box in mailboxes(office):
        code = box["codice_fiscale_richiedente"]
        assert stdnum.it.codicefiscale.is_valid(code)
        assert stdnum.it.codicefiscale.get_gender(code) == box["sesso_richiedente"]
        born = stdnum.it.codicefiscale.get_birth_date(code)
        assert born.strftime("%d/%m/%Y") == box["data_nascita_richiedente"]
        if box["cf_piva_titolare"]:
            assert stdnum.it.iva.is_valid(box["cf_piva_titolare"])
        assert bool(box["denominazione_titolare"]) is (box["tipo_cliente"] != "PV")


def test_expiries_lie_around_today(office: Client) -> None:
    days = []
    for box in mailboxes(office):
        moments = box["timestamp"]
        assert moments["registrazione"] <= moments["ultima_modifica"] <= NOW
        if box["stato"] == "evasa":
            assert moments["registrazione"] < moments["evasione"] < NOW
            day, month, year = map(int, box["data_scadenza"].split("/"))
            days.append((date(year, month, day) - TODAY).days)
            assert box["spazio_disco"] % 1024 == 0 < box["spazio_disco"]
        elif box["stato"] not in ("revocata", "chiusa"):
            assert box["data_scadenza"] == ""
    assert 12 in days
    assert 60 in days
    assert min(days) < 0 < max(days)


def test_communications(office: Client) -> None:
    rows = office.get("/comunica_pec").data
    assert Counter(row["stato"] for row in rows) == Counter(
        (
            *("codice_in_richiesta", "in_attesa_di_documenti"),
            *("documenti_caricati", "comunicazione_evasa"),
        )
    )


def test_nothing_moves_while_somebody_looks() -> None:
    clock = Clock()
    with PracticeServer(clock=clock, pace=1) as server, Client(server) as client:
        before = client.get("/pec").body
        clock.now += 3600
        assert client.get("/pec").body == before


def test_a_large_office_by_rule() -> None:
    with PracticeServer(mailboxes=500, empty=True) as server, Client(server) as client:
        rows = client.get("/pec").data
        assert len({row["casella_pec"] for row in rows}) == len({row["id"] for row in rows}) == 500
        assert {row["tipo_casella"] for row in rows} == set(PRODUCTS)


@pytest.mark.parametrize(
    ("surname", "name", "born", "female", "place", "code"),
    [
        ("Rossi", "Mario", date(1980, 1, 1), False, "L117", "RSSMRA80A01L117D"),
        ("Fo", "Ai", date(2001, 12, 31), True, "Z404", "FOXAIX01T71Z404"),
        ("D'Alò", "Gianfranco", date(1975, 8, 9), False, "H501", "DLAGFR75M09H501"),
    ],
)
def test_tax_codes(
    surname: str, name: str, born: date, female: bool, place: str, code: str
) -> None:
    computed = tax_code(surname, name, born, female=female, place=place)
    assert computed.startswith(code)
    assert stdnum.it.codicefiscale.is_valid(computed)


def test_vat_numbers() -> None:
    assert all(
        stdnum.it.iva.is_valid(vat_number(serial, 21)) for serial in range(1, 4_000_000, 999)
    )


def test_a_leap_day_loses_its_day() -> None:
    leap = datetime(2028, 2, 29, 12, tzinfo=UTC).timestamp()
    assert datetime.fromtimestamp(add_years(leap, 1), UTC).date() == date(2029, 2, 28)
    assert datetime.fromtimestamp(add_years(leap, 4), UTC).date() == date(2032, 2, 29)
