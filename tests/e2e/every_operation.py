"""A mailbox's whole life by the window's own actions, as a script for `driver.py`.

Between the door and the page of Activity every operation of the API is performed: the test that
plays this holds what the server has seen and charged against what the page shows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import paper_samples as samples
from account_scenarios import delete_token, look_up, make_token, see_all_parts
from driver import Script, Stage
from PySide6.QtCore import Qt
from scenarios import (
    ADDRESS,
    activate,
    fill,
    fill_page,
    find_secrets,
    hand_in,
    rows,
    save_paper,
    state_of,
)

from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.domain.account import Environment
from pec_desktop.domain.communication import CommunicationState
from pec_desktop.domain.mailbox import State
from pec_desktop.ui.activation import ActivationWizard
from pec_desktop.ui.change import ChangeWizard
from pec_desktop.ui.communication import CommunicationWizard
from pec_desktop.ui.connect import ConnectDialog
from pec_desktop.ui.main_window import MainWindow
from pec_desktop.ui.preservation import PreservationWizard
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.ui.welcome import Welcome
from pec_desktop.ui.wizard import Wizard

CHANGES: dict[str, dict[str, object]] = {
    "type": {"tipo_casella": "SILVER"},
    "space": {"spazio_disco": 2048, "spazio_storico": 1024},
    "renew": {"anni": 2},
    "user": {
        "nome": "Anna",
        "cognome": "Esempi",
        "descrizione": "segreteria",
        "email_gestione_password": "anna@example.com",
    },
}
"""A command of the window → what is filled in."""

APPLICANT: dict[str, object] = {
    "pec_amministratore": False,
    "qualifica": "LEGALE_RAPPRESENTANTE",
    "cellulare": "3401234567",
}
"""What a communication asks for that the mailbox does not tell."""


def every_operation(stage: Stage) -> Script:
    """Connect, register, activate, change, communicate, revoke; then write Activity down."""
    url, email, api_key, *paths = stage.arguments
    work, photo, shown = (Path(word) for word in paths[:3])
    yield from connect(stage, url, email, api_key)
    yield from look_up(stage)
    yield from register(stage)
    yield from activate(stage, work, photo)
    yield lambda: state_of(stage, ADDRESS) is State.EVASA
    for command, values in CHANGES.items():
        yield from change(stage, command, values)
    yield from preserve(stage, work, photo)
    yield from communicate(stage, work)
    yield from change(stage, "revoke", {"confirm_address": ADDRESS})
    yield lambda: state_of(stage, ADDRESS) is State.REVOCATA
    yield from refresh(stage)
    yield from tend_the_account(stage)
    yield from write_down(stage, shown)
    assert find_secrets(stage) == []


def connect(stage: Stage, url: str, email: str, api_key: str) -> Script:
    """Through the door, with e-mail and API key: the program makes a token and knows prices."""
    doors = stage.window
    assert isinstance(doors, Welcome)
    doors.connect_chosen.emit()
    yield lambda: stage.dialog(ConnectDialog)
    dialog = stage.dialog(ConnectDialog)
    assert dialog is not None
    dialog.activateWindow()
    yield dialog.isActiveWindow
    fields = dialog.fields
    fields.environment.setCurrentIndex(fields.environment.findData(Environment.CUSTOM))
    stage.click(fields.by_key)
    for field, words in (
        (fields.name, "Studio Prova"),
        (fields.address, url),
        (fields.oauth_address, url),
        (fields.email, email),
        (fields.api_key, api_key),
    ):
        stage.type(field, words)
    stage.click(dialog.main_button)
    yield lambda: dialog.ended
    stage.picture("connected")
    stage.click(dialog.main_button)
    yield lambda: isinstance(stage.window, MainWindow) and stage.program.office
    yield lambda: stage.program.office and stage.program.office.connection
    yield lambda: stage.program.runner.busy == 0
    assert rows(stage) == []
    stage.window.resize(1320, 830)  # lists and details side by side


def register(stage: Stage) -> Script:
    """The registration, up to the activation it leads to."""
    command(stage, "new")
    yield lambda: stage.dialog(RegistrationWizard)
    wizard = stage.dialog(RegistrationWizard)
    assert wizard is not None
    wizard.activateWindow()
    yield wizard.isActiveWindow
    while wizard.step.name != "summary":
        yield from fill_page(stage, wizard)
    yield from send(stage, wizard, "register_mailbox")
    stage.click(wizard.next_button)
    yield lambda: stage.dialog(ActivationWizard)


def change(stage: Stage, name: str, values: Mapping[str, object]) -> Script:
    """One change by the command of that name."""
    yield from select(stage)
    command(stage, name)
    yield lambda: stage.dialog(ChangeWizard)
    wizard = stage.dialog(ChangeWizard)
    assert wizard is not None
    wizard.activateWindow()
    yield lambda: wizard.isActiveWindow() and not wizard.busy
    fill(stage, wizard.form_page.form, values)
    stage.click(wizard.next_button)
    yield lambda: wizard.step.name == "summary"
    yield from send(stage, wizard, wizard.operation)
    stage.click(wizard.next_button)
    yield lambda: stage.dialog(ChangeWizard) is None


def preserve(stage: Stage, work: Path, photo: Path) -> Script:
    """Legal preservation: the proposed size, the form, the papers."""
    yield from select(stage)
    command(stage, "preservation")
    yield lambda: stage.dialog(PreservationWizard)
    wizard = stage.dialog(PreservationWizard)
    assert wizard is not None
    yield lambda: not wizard.busy and wizard.form_page.values
    yield from hand_in(stage, wizard, work, photo)
    assert wizard.mailbox.conservazione
    stage.click(wizard.next_button)
    yield lambda: stage.dialog(PreservationWizard) is None


def communicate(stage: Stage, work: Path) -> Script:
    """From the mailbox to the Business Register, with a power of attorney signed by OpenSSL."""
    yield from select(stage)
    command(stage, "communicate")
    yield lambda: stage.dialog(CommunicationWizard)
    wizard = stage.dialog(CommunicationWizard)
    assert wizard is not None
    wizard.activateWindow()
    yield wizard.isActiveWindow
    while wizard.step.name != "summary":
        yield from fill_page(stage, wizard, APPLICANT)
    yield from send(stage, wizard, "start_communication")
    stage.click(wizard.next_button)
    page = stage.window.register.page
    yield lambda: page.isVisible() and page.detail.expects_paper
    power, signed = work / "procura.pdf", work / "procura.pdf.p7m"
    yield from save_paper(stage, page.detail.paper, power)
    signed.write_bytes(samples.p7m(power.read_bytes()))
    stage.drop(page.detail.tray.area, [signed])
    yield lambda: page.detail.tray.ready
    stage.picture("signed")
    stage.click(page.detail.primary)
    (communication,) = page.rows
    done = CommunicationState.COMUNICAZIONE_EVASA
    yield lambda: page.rows[communication].communication.state is done
    yield lambda: stage.program.runner.busy == 0
    stage.picture("communicated")
    command(stage, "mailboxes")


def refresh(stage: Stage) -> Script:
    """Both lists anew, as F5 does it."""
    follower = stage.window.follower
    yield lambda: not follower.busy
    command(stage, "refresh")
    yield lambda: not follower.busy and stage.program.runner.busy == 0


def tend_the_account(stage: Stage) -> Script:
    """Wallet, permissions and prices; a token made, renewed and deleted."""
    yield from see_all_parts(stage)
    yield from make_token(stage, "Ufficio")
    tokens = stage.window.account.tokens
    stage.click(tokens.renew_button)
    yield lambda: "is good until" in tokens.news.words and tokens.delete_button.isEnabled()
    yield from delete_token(stage)


def write_down(stage: Stage, place: Path) -> Script:
    """Go to Activity and write down what is shown: a text for each heading, and the credit."""
    yield lambda: stage.program.runner.busy == 0
    command(stage, "activity")
    page = stage.window.activity
    yield lambda: page.isVisible() and stage.program.runner.busy == 0
    stage.picture("activity")
    model = page.table.model()
    across = range(model.columnCount())
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in across]
    lines = [
        {headings[column]: model.index(row, column).data() for column in across}
        for row in range(model.rowCount())
    ]
    shown = {"lines": lines, "credit": stage.window.sidebar._credit.text()}
    place.write_text(json.dumps(shown), encoding="utf-8")


# What the parts have in common


def command(stage: Stage, name: str) -> None:
    """Choose a command of the window; it must be allowed."""
    action = stage.window.commands[name]
    assert action.isEnabled(), f"{name}: {action.toolTip()}"
    action.trigger()


def select(stage: Stage) -> Script:
    """Select the one mailbox there is, as soon as nothing more is read about it."""
    yield lambda: stage.program.runner.busy == 0
    (row,) = rows(stage)
    stage.window.show_mailbox(row.id)
    yield lambda: stage.window.mailboxes.detail.mailbox_id == row.id


def send(stage: Stage, wizard: Wizard, operation: str) -> Script:
    """Press the last button once it is allowed; where something is paid, it names the amount."""
    yield wizard.next_button.isEnabled
    assert ("€" in wizard.next_button.text()) is (ENDPOINTS[operation].effect is Effect.PAID)
    stage.picture(f"send-{operation}")
    stage.click(wizard.next_button)
    yield lambda: wizard.ended and not wizard.busy
