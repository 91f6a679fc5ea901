"""The windows that change mailboxes in Italian, at every step and whatever may come of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from change_support import CHANGES, PAID, at_summary, fill, opened, press
from changes_support import DOMICILE, EXPIRED, REGISTERED, REVOKED
from italian_support import ITALIAN, Reader
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.api.endpoints import ENDPOINTS
from pec_desktop.domain.account import Environment
from pec_desktop.errors import ApiError
from pec_desktop.practice import Fault


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile", empty=False, locale=ITALIAN) as opened_place:
        opened_place.at.server.credit = Decimal(1000)
        yield opened_place


# One change


@pytest.mark.parametrize("operation", CHANGES)
def test_a_change(at: Place, italian: Reader, operation: str) -> None:
    wizard = opened(at, operation)
    italian.look(f"{operation}-form", wizard)
    press(at, wizard)
    if wizard.step.name == "form":
        italian.look(f"{operation}-errors", wizard)
        wizard.go_to("summary")
        at.settle()
        italian.look(f"{operation}-incomplete", wizard)
        wizard.go_to("form")
    fill(wizard, CHANGES[operation][1])
    italian.look(f"{operation}-filled", wizard)
    wizard.go_to("summary")
    at.settle()
    italian.look(f"{operation}-summary", wizard)
    wizard.go_on()
    italian.look(f"{operation}-sending", wizard)
    at.settle()
    assert wizard.ended
    italian.look(f"{operation}-done", wizard)


@pytest.mark.parametrize("name", [REVOKED, EXPIRED])
def test_a_renewal_of_what_has_ended(at: Place, italian: Reader, name: str) -> None:
    italian.look(f"renewal-{name}", opened(at, "renew_mailbox", name))


def test_a_type_that_is_not_documented(at: Place, italian: Reader) -> None:
    wizard = at_summary(at, "change_type", tipo_casella="BRONZE")
    italian.look("type-bronze-summary", wizard)
    wizard.go_back()
    italian.look("type-bronze", wizard)


def test_new_sizes(at: Place, italian: Reader) -> None:
    wizard = opened(at, "change_space")
    fill(wizard, {"space_mode": "SET", "spazio_disco": 1000, "spazio_storico": 1024})
    wizard.form_page.leave()
    italian.look("space-set", wizard)


@pytest.mark.parametrize("environment", Environment)
@pytest.mark.parametrize("operation", PAID)
def test_the_button_that_pays(
    at: Place, italian: Reader, operation: str, environment: Environment
) -> None:
    office = at.desk.office
    office.account = msgspec.structs.replace(office.account, environment=environment)
    italian.look(f"{operation}-{environment}", at_summary(at, operation))


@pytest.mark.parametrize("operation", CHANGES)
def test_what_stands_in_the_way(at: Place, italian: Reader, operation: str) -> None:
    wizard = at_summary(at, operation)
    with at.desk.office.client() as elsewhere:
        elsewhere.renew_mailbox(wizard.summary.mailbox.id, 1)
    press(at, wizard)
    italian.look(f"{operation}-changed", wizard)
    at.at.server.faults.set(Fault.DROP_BEFORE, operation)
    press(at, wizard)
    italian.look(f"{operation}-unknown", wizard)
    at.desk.office.connection = None
    wizard.go_to("summary")
    at.settle()
    italian.look(f"{operation}-offline", wizard)


@pytest.mark.parametrize("operation", CHANGES)
def test_every_documented_refusal(at: Place, italian: Reader, operation: str) -> None:
    wizard = at_summary(at, operation)
    for number, meaning in ENDPOINTS[operation].numbers.items():
        error = ApiError(
            meaning.kind, status=406, code=number, field=meaning.field, operation=operation
        )
        wizard.bar.show_error(error)
        italian.look(f"{operation}-{number}", wizard)


@pytest.mark.parametrize(
    ("operation", "name"), [("change_space", DOMICILE), ("renew_mailbox", REGISTERED)]
)
def test_what_cannot_be_done(at: Place, italian: Reader, operation: str, name: str) -> None:
    italian.look(f"{operation}-impossible", opened(at, operation, name))
