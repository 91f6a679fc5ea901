"""What a person does, as scripts for `driver.py`: each `yield` waits for what it names.

Papers, and where to look for secrets, come as arguments after ``--``.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Mapping
from pathlib import Path

from driver import Script, Stage
from office_support import STUDIO
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QRadioButton, QTableView

from pec_desktop.domain.mailbox import State
from pec_desktop.practice_process import PracticeAccess, PracticeProcess
from pec_desktop.ui.activation import ActivationWizard
from pec_desktop.ui.editors import Editor, RadioEditor
from pec_desktop.ui.forms import Form
from pec_desktop.ui.main_window import MainWindow
from pec_desktop.ui.registration import RegistrationWizard

ADDRESS = "studio.prova@testcert.legalmail.it"


def register_and_activate(stage: Stage) -> Script:
    """A new client: register, get the form, drop form and photo, see the mailbox become active."""
    work, photo = (Path(word) for word in stage.arguments[:2])
    window = stage.window
    assert isinstance(window, MainWindow)
    yield lambda: len(rows(stage)) > 10 and all(row.stored.details_at for row in rows(stage))
    stage.picture("1-list")

    stage.click(window.mailboxes.new_button)
    yield lambda: stage.dialog(RegistrationWizard)
    wizard = stage.dialog(RegistrationWizard)
    assert wizard is not None
    wizard.activateWindow()
    yield wizard.isActiveWindow
    while wizard.step.name != "summary":
        yield from fill_page(stage, wizard)
    yield wizard.next_button.isEnabled
    assert "nothing is charged" in wizard.next_button.text()
    stage.picture("3-summary")
    stage.click(wizard.next_button)
    yield lambda: not wizard.busy and wizard.next_button.isEnabled()
    stage.picture("4-registered")
    stage.click(wizard.next_button)

    yield lambda: stage.dialog(ActivationWizard)
    yield from activate(stage, work, photo)
    yield lambda: state_of(stage, ADDRESS) is State.EVASA
    stage.picture("9-active")
    assert find_secrets(stage) == []


def fill_page(stage: Stage, wizard: RegistrationWizard) -> Script:
    """Fill in the present page and go on to the next."""
    step, form = wizard.step, form_of(wizard)
    fill(stage, form, STUDIO)
    if step.name == "address":
        yield lambda: "free" in messages(form)
    stage.picture(f"2-{step.name}")
    stage.click(wizard.next_button)
    yield lambda: wizard.step is not step or errors_in(form)
    assert not errors_in(form)


def activate(stage: Stage, work: Path, photo: Path) -> Script:
    """The activation wizard from the form to the active mailbox."""
    wizard = stage.dialog(ActivationWizard)
    assert wizard is not None
    wizard.activateWindow()
    yield wizard.isActiveWindow
    form = work / "modulo.pdf"
    stage.click(wizard.form_page.save_button)
    yield lambda: wizard.findChild(QFileDialog)
    dialog = wizard.findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(form))
    dialog.accept()
    yield lambda: form.is_file() and form.read_bytes().startswith(b"%PDF")
    stage.picture("5-form")
    stage.click(wizard.next_button)

    signed = work / "modulo firmato.pdf"
    signed.write_bytes(scribbled_on(form.read_bytes()))
    yield lambda: wizard.step.name == "papers"
    assert not wizard.next_button.isEnabled()
    stage.drop(wizard.papers_page.tray.area, [signed, photo])
    yield lambda: wizard.papers_page.tray.ready
    stage.picture("6-papers")
    stage.click(wizard.next_button)
    yield lambda: wizard.step.name == "send" and wizard.next_button.isEnabled()
    stage.picture("7-send")
    stage.click(wizard.next_button)
    yield lambda: wizard.step.name == "follow"
    yield lambda: wizard.follow_page.mailbox.state is State.EVASA
    stage.picture("8-followed")
    stage.click(wizard.next_button)


def everything_is_as_it_was(stage: Stage) -> Script:
    """The list is there while the practice server has not even started, the journal too."""
    yield lambda: ADDRESS in addresses(stage)
    assert stage.program.office is not None
    assert stage.program.office.connection is None, "something came from the network first"
    assert state_of(stage, ADDRESS) is State.EVASA
    operations = [one.operation for one in stage.program.office.attempts.all()]
    assert sorted(operations) == ["activate_mailbox", "register_mailbox"]
    _hold.set()
    yield lambda: stage.program.office and stage.program.office.connection
    yield lambda: state_of(stage, ADDRESS) is State.EVASA


_hold = threading.Event()


def hold_the_practice_server() -> None:
    """Keep the practice server from starting until a scenario has seen what it wants to see."""
    start = PracticeProcess.access

    def access(process: PracticeProcess) -> PracticeAccess:
        _hold.wait(30)
        return start(process)

    PracticeProcess.access = access  # type: ignore[assignment,method-assign]


BEFORE = {"everything_is_as_it_was": hold_the_practice_server}


# Without a network


def look_at_the_list(stage: Stage) -> Script:
    """At the office, with a network: the list comes and is kept, details included."""
    yield lambda: len(rows(stage)) > 10 and all(row.stored.details_at for row in rows(stage))


def prepare_offline(stage: Stage) -> Script:
    """On the train: choose a mailbox that waits for papers, drop them on the detail panel."""
    papers = [Path(word) for word in stage.arguments]
    window = stage.window
    yield lambda: rows(stage)
    waiting = next(
        row
        for row in rows(stage)
        if row.stored.mailbox.state is State.REGISTRATA
        and row.stored.mailbox.type in ("STANDARD", "BRONZE", "SILVER", "GOLD")
    )
    window.show_mailbox(waiting.id)
    yield lambda: window.mailboxes.detail.mailbox_id == waiting.id
    tray = window.mailboxes.detail.tray
    stage.drop(tray.area, papers)
    yield lambda: tray.ready
    stage.picture("offline-ready")


def still_there_offline(stage: Stage) -> Script:
    """Still on the train, after a restart: the draft is ready, and nothing was sent."""
    window = stage.window
    yield lambda: rows(stage)
    window.show_page("drafts")
    yield lambda: window.findChild(QTableView) and drafts_shown(stage) == 1
    assert stage.program.office is not None
    (draft,) = stage.program.office.drafts.all()
    assert draft.ready
    assert len(draft.papers) == 2
    assert stage.program.office.attempts.all() == []
    stage.picture("offline-drafts")


def send_with_one_click(stage: Stage) -> Script:
    """Back at the office: one click sends what was prepared."""
    window = stage.window
    yield lambda: stage.program.office and stage.program.office.connection and rows(stage)
    window.show_page("drafts")
    yield lambda: drafts_shown(stage) == 1
    assert stage.program.office is not None
    (draft,) = stage.program.office.drafts.all()
    window.drafts.table.selectRow(0)
    yield lambda: window.drafts.send_button.isEnabled()
    stage.click(window.drafts.send_button)
    yield lambda: drafts_shown(stage) == 0
    yield lambda: state_by_id(stage, draft.target) is State.EVASA
    stage.picture("offline-sent")


def portrait(stage: Stage) -> Script:
    """The picture in the README: the practice office with a mailbox that waits for its papers."""
    window = stage.window
    window.resize(1320, 830)
    yield lambda: len(rows(stage)) > 10 and all(row.stored.details_at for row in rows(stage))
    chosen = next(row for row in rows(stage) if row.stored.mailbox.state is State.REGISTRATA)
    window.show_mailbox(chosen.id)
    yield lambda: window.mailboxes.detail.mailbox_id == chosen.id
    yield lambda: stage.program.runner.busy == 0
    window.grab().save(stage.arguments[0])


# What the scenarios look at


def rows(stage: Stage) -> list:  # type: ignore[type-arg]  # rows of the window's own kind
    """The mailboxes the table holds."""
    return list(stage.window.mailboxes.table.rows.rows.values())


def addresses(stage: Stage) -> set[str]:
    """The addresses the table holds."""
    return {row.stored.mailbox.casella_pec for row in rows(stage)}


def state_of(stage: Stage, address: str) -> State | None:
    """The state the table shows for an address."""
    found = (row.stored.mailbox for row in rows(stage))
    return next((one.state for one in found if one.casella_pec == address), None)


def state_by_id(stage: Stage, mailbox_id: str) -> State | None:
    """The state the table shows for a mailbox."""
    return next((r.stored.mailbox.state for r in rows(stage) if r.id == mailbox_id), None)


def drafts_shown(stage: Stage) -> int:
    """How many drafts the page of drafts lists."""
    model = stage.window.drafts.table.model()
    return int(model.rowCount())


def fill(stage: Stage, form: Form, values: Mapping[str, object]) -> None:
    """Fill in the fields of one page the way a person does, in their order."""
    for name, value in values.items():
        if form.holds(name) and form.editor(name).isVisible():
            write(stage, form.editor(name), value)


def write(stage: Stage, editor: Editor, value: object) -> None:
    """Type, choose or tick one value."""
    control = editor.control
    if isinstance(control, QLineEdit):
        stage.type(control, str(value).split("@")[0] if value == ADDRESS else str(value))
    elif isinstance(control, QComboBox):
        index = control.findData(value)
        assert index >= 0, f"{value} is not offered"
        control.setCurrentIndex(index)
        control.activated.emit(index)
    elif isinstance(editor, RadioEditor):
        wanted = [choice for choice, _words in editor._choices].index(value)
        stage.click(editor.buttons[wanted])
    else:
        assert isinstance(control, QRadioButton), f"{type(control)} is new here"
        stage.click(control)


def scribbled_on(form: bytes) -> bytes:
    """The same PDF with something added at its end, as whatever signs it does."""
    start = form[form.rindex(b"startxref") :]
    return form + b"\n% Mario Rossi\n" + start


def messages(form: Form) -> str:
    """All that stands below the fields of a form."""
    return " ".join(row.message.words for row in form._rows)


def form_of(wizard: RegistrationWizard) -> Form:
    """The form on the wizard's present page."""
    form = wizard.page(wizard.step.name).findChild(Form)
    assert form is not None
    return form


def errors_in(form: Form) -> list[str]:
    """The errors shown in a form."""
    return [row.message.words for row in form._rows if row.message.role == "error"]


def find_secrets(stage: Stage) -> list[str]:
    """Look through every file of the profile for the token and the API key in any disguise."""
    office = stage.program.office
    assert office is not None
    assert office.connection is not None
    return leaks(office.database.path.parent, [office.connection.token, office.connection.api_key])


def leaks(folder: Path, secrets: list[str]) -> list[str]:
    """Name the files below `folder` that hold one of `secrets`, plain or in base64."""
    wanted = [secret.encode() for secret in secrets if secret]
    assert wanted
    for secret in tuple(wanted):
        for shift in range(3):
            encoded = base64.b64encode(b"\0" * shift + secret)
            wanted.append(encoded[4 if shift else 0 : -4])
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 3
    return [str(path) for path in files if any(one in content(path) for one in wanted)]


def content(path: Path) -> bytes:
    """What a file holds; nothing if it has gone meanwhile, as SQLite's helpers come and go."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
