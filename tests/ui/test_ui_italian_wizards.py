"""Both wizards and the connect dialog in Italian, at every step and whatever may come of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import paper_samples as samples
import pytest
from italian_support import ITALIAN, Reader
from office_support import API_KEY, STUDIO, TOKEN
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.credentials.vault import MemoryVault
from pec_desktop.domain.account import Environment
from pec_desktop.domain.flows import REGISTRATION_FLOW
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.practice import Fault
from pec_desktop.services import drafts
from pec_desktop.ui.activation import ActivationWizard
from pec_desktop.ui.connect import ConnectDialog
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.registration import RegistrationWizard


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile", locale=ITALIAN) as opened:
        yield opened


# Registration


def registration(at: Place, step: str = "", **values: object) -> RegistrationWizard:
    """A registration wizard: on a new draft, or at a step of one with `values`."""
    draft_id = None
    if step:
        draft = at.at.draft(**values)
        draft.step = step
        drafts.save(at.desk.office, draft)
        draft_id = draft.id
    wizard = RegistrationWizard(at.desk, draft_id)
    at.show(wizard)
    at.settle()
    return wizard


@pytest.mark.parametrize("customer", ["IM", "PV", "X"])
def test_an_empty_registration(at: Place, italian: Reader, customer: str) -> None:
    wizard = registration(at)
    for step in REGISTRATION_FLOW.steps:
        wizard.go_to(step.name)
        at.settle()
        italian.look(f"registration-{customer}-{step.name}", wizard)
        page = wizard.page(step.name)
        if isinstance(page, FormPage):
            page.leave()
            italian.look(f"registration-{customer}-{step.name}-errors", wizard)
        if step.name == "customer":
            assert isinstance(page, FormPage)
            page.form.set_value("tipo_cliente", customer)
            italian.look(f"registration-{customer}-{step.name}-chosen", wizard)


WRONG: dict[str, object] = {
    "casella_pec": "studio..prova@altro.example.com",
    "codice_fiscale_richiedente": "VRDLGU99A41Z404A",
    "nome_richiedente": "Luigi" * 60,
    "data_nascita_richiedente": "31/02/1980",
    "email": "studio",
    "telefono": "07x",
    "cellulare": "1",
    "nazione_nascita_richiedente": "Terra",
    "cap_titolare": "1",
    "provincia_titolare": "PS",
    "cf_piva_titolare": "12345678901",
    "tipo_documento": "PASSAPORTO",
    "data_scadenza_documento": "01/01/2020",
    "data_rilascio_documento": "01/01/2030",
}


@pytest.mark.parametrize("values", [{}, WRONG], ids=["right", "wrong"])
def test_a_filled_registration(
    at: Place, italian: Reader, values: dict[str, object], request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.id
    wizard = registration(at, "address", **values)
    for step in REGISTRATION_FLOW.steps:
        wizard.go_to(step.name)
        wizard.page(step.name).leave()
        at.settle()
        italian.look(f"registration-{name}-{step.name}", wizard)


@pytest.mark.parametrize("environment", Environment)
def test_the_summary_with_its_cost(at: Place, italian: Reader, environment: Environment) -> None:
    office = at.desk.office
    office.account = msgspec.structs.replace(office.account, environment=environment)
    wizard = registration(at, "summary", tipo_casella="GOLD")
    italian.look(f"summary-{environment}", wizard)


def test_the_summary_without_a_network(at: Place, italian: Reader) -> None:
    at.desk.office.connection = None
    italian.look("summary-offline", registration(at, "summary", nome_richiedente="Luigi"))


def test_an_address_taken_meanwhile(at: Place, italian: Reader) -> None:
    at.at.registered()
    italian.look("summary-taken", registration(at, "summary"))


@pytest.mark.parametrize("fault", [Fault.DROP_AFTER, Fault.STATUS_402, Fault.STATUS_401])
def test_a_registration_that_failed(at: Place, italian: Reader, fault: Fault) -> None:
    wizard = registration(at, "summary")
    at.at.server.faults.set(fault, "register_mailbox")
    wizard.go_on()
    at.settle()
    italian.look(f"registration-failed-{fault}", wizard)


def test_a_registered_mailbox(at: Place, italian: Reader) -> None:
    wizard = registration(at, "summary")
    wizard.go_on()
    italian.look("registration-sending", wizard)
    at.settle()
    assert wizard.ended
    italian.look("registration-done", wizard)


# Activation


def papers(folder: Path) -> list[Path]:
    form, photo = folder / "modulo firmato.pdf", folder / "carta d'identità.jpg"
    form.write_bytes(samples.pdf(2))
    photo.write_bytes(samples.photo(1200, 900))
    return [form, photo]


def activation(at: Place, mailbox: Mailbox) -> ActivationWizard:
    wizard = ActivationWizard(at.desk, mailbox.id)
    at.show(wizard)
    at.settle()
    return wizard


KINDS = {
    "STANDARD": STUDIO["casella_pec"],
    "DOMICILIODIGITALE": "studio.prova@test.domiciliodigitale.com",
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_activation(at: Place, italian: Reader, tmp_path: Path, kind: str) -> None:
    mailbox = at.at.registered(tipo_casella=kind, casella_pec=KINDS[kind])
    wizard = activation(at, mailbox)
    italian.look(f"activation-{kind}-form", wizard)
    wizard.form_page.download_button.click()
    at.settle()
    italian.look(f"activation-{kind}-form-there", wizard)
    wizard.go_to("papers")
    italian.look(f"activation-{kind}-no-papers", wizard)
    wizard.tray.add_files(papers(tmp_path))
    at.settle()
    italian.look(f"activation-{kind}-papers", wizard)
    wizard.go_to("send")
    italian.look(f"activation-{kind}-send", wizard)
    wizard.go_on()
    italian.look(f"activation-{kind}-sending", wizard)
    at.settle()
    italian.look(f"activation-{kind}-in-process", wizard)
    at.at.clock.advance(600)
    wizard.follow_page.look()
    at.settle()
    italian.look(f"activation-{kind}-active", wizard)


def test_an_activation_that_was_refused(at: Place, italian: Reader) -> None:
    mailbox = at.at.registered()
    wizard = activation(at, mailbox)
    refused = msgspec.structs.replace(mailbox, stato="documenti_errati")
    wizard.follow_page.show_mailbox(refused)
    wizard.go_to("follow")
    italian.look("activation-refused", wizard)


def test_an_activation_without_an_answer(at: Place, italian: Reader, tmp_path: Path) -> None:
    wizard = activation(at, at.at.registered())
    wizard.tray.add_files(papers(tmp_path))
    at.settle()
    wizard.go_to("send")
    at.at.server.faults.set(Fault.DROP_BEFORE, "activate_mailbox")
    wizard.go_on()
    at.settle()
    italian.look("activation-unknown", wizard)
    wizard.send_page.look_button.click()
    at.settle()
    italian.look("activation-unknown-looked", wizard)


def test_an_activation_without_a_network(at: Place, italian: Reader, tmp_path: Path) -> None:
    wizard = activation(at, at.at.registered())
    wizard.tray.add_files(papers(tmp_path))
    at.settle()
    at.desk.office.connection = None
    wizard.go_to("send")
    italian.look("activation-offline", wizard)
    wizard.go_to("form")
    wizard.form_page.save_button.click()
    at.settle()
    italian.look("activation-offline-form", wizard)


# Connecting


class Keychain(MemoryVault):
    persistent = True


def connecting(at: Place, vault: MemoryVault) -> ConnectDialog:
    dialog = ConnectDialog(at.desk.runner, at.desk.theme, at.at.database, vault)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    at.show(dialog)
    return dialog


def choose_custom(dialog: ConnectDialog) -> None:
    box = dialog.fields.environment
    box.setCurrentIndex(box.findData(Environment.CUSTOM))


@pytest.mark.parametrize("vault", [MemoryVault(), Keychain()], ids=["memory", "keychain"])
def test_what_is_asked_to_connect(
    at: Place, italian: Reader, vault: MemoryVault, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.id
    dialog = connecting(at, vault)
    italian.look(f"connect-{name}-token", dialog)
    dialog.fields.by_key.click()
    italian.look(f"connect-{name}-key", dialog)
    choose_custom(dialog)
    dialog.fields.limit.setText("cinquanta")
    dialog.submit()
    italian.look(f"connect-{name}-errors", dialog)


@pytest.mark.parametrize("way", ["token", "wrong-token", "key", "wrong-key", "nobody", "forbidden"])
def test_what_comes_of_connecting(at: Place, italian: Reader, way: str) -> None:
    dialog = connecting(at, Keychain())
    fields = dialog.fields
    choose_custom(dialog)
    if "key" in way:
        fields.by_key.click()
    if way == "forbidden":
        at.at.server.faults.set(Fault.STATUS_403, "list_mailboxes")
    fields.name.setText("Studio Bassani")
    fields.address.setText("http://127.0.0.1:9" if way == "nobody" else at.at.server.url)
    fields.token.setText("0" * 24 if way == "wrong-token" else TOKEN)
    fields.oauth_address.setText(at.at.server.url)
    fields.email.setText(at.at.server.email)
    fields.api_key.setText("0" * 32 if way == "wrong-key" else API_KEY)
    dialog.submit()
    at.settle()
    italian.look(f"connect-{way}", dialog)
