"""The Business Register in tests: a request without an error, communications, signed files."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_support import Opened
from wizard_support import Place

from pec_desktop.domain.communication import Communication
from pec_desktop.services import communications, drafts
from pec_desktop.store.drafts import Draft
from pec_desktop.ui.communication import CommunicationWizard
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.register_page import RegisterPage
from pec_desktop.ui.wizard import Page
from pec_desktop.work import Work

P = TypeVar("P", bound=Page)

START, UPLOAD = "start_communication", "upload_communication_documents"

REQUEST: dict[str, object] = {
    "casella_pec": "prova.srl@pec.example",
    "pec_amministratore": False,
    "ragione_sociale": "Prova Srl",
    "cf_piva": "12345678903",
    "comune": "Terni",
    "provincia": "TR",
    "cf": "RSSMRA80A01L117D",
    "nome": "Mario",
    "cognome": "Rossi",
    "qualifica": "LEGALE_RAPPRESENTANTE",
    "email": "studio@example.com",
    "cellulare": "3401234567",
}
"""The person is invented, the codes are computed."""


def saved_draft(at: Opened | Place, step: str = "", **values: object) -> Draft:
    """A saved draft of a communication: `REQUEST` with `values` over it, left at `step`."""
    office = at.at.office
    draft = communications.new_draft(office, values={**REQUEST, **values})
    draft.step = step
    return drafts.save(office, draft)


def begun(at: Opened | Place, **values: object) -> Communication:
    """A communication that the office has begun, without any window."""
    return communications.start(at.at.office, saved_draft(at, "", **values).id, Work())


def wizards() -> list[CommunicationWizard]:
    """The wizards on the screen."""
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, CommunicationWizard) and one.isVisible()]


def wizard_of(at: Opened | Place) -> CommunicationWizard:
    """The one wizard on the screen, once it has read its draft."""
    at.settle()
    (wizard,) = wizards()
    return wizard


def form_page(wizard: CommunicationWizard, step: str) -> FormPage:
    """The page of a step."""
    page = wizard.page(step)
    assert isinstance(page, FormPage)
    return page


def press(wizard: CommunicationWizard) -> None:
    """Click the button that goes on."""
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)


def page_of(at: Opened) -> RegisterPage:
    """The page, shown."""
    at.window.show_page("register")
    at.settle()
    return at.window.register.page


def waiting(at: Opened) -> tuple[str, bytes]:
    """Select the communication that waits for its signature; its id and power of attorney."""
    page = page_of(at)
    row = next(row for row in page.rows.values() if row.needs_person)
    page.select(row.id)
    at.settle()
    paper = communications.download_power_of_attorney(at.at.office, row.id, Work())
    page.detail.paper.show_for(row.id)
    at.settle()
    return row.id, at.at.office.files.path(paper.sha256).read_bytes()


def put(folder: Path, name: str, data: bytes) -> Path:
    """A file on the person's desk."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path


def tell(at: Opened, communication_id: str, **changes: object) -> None:
    """Let the archive hear something else of a communication than the vendor says."""
    office = at.at.office
    stored = office.communications.get(communication_id)
    assert stored is not None
    changed = msgspec.structs.replace(stored.communication, **changes)
    office.communications.save_details(changed, office.now())
    at.window.register.reload()
    at.settle()
