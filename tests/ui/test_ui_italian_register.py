"""The Business Register in Italian: wizard, page and panel, whatever may come of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import paper_samples as samples
import pytest
from italian_support import ITALIAN, Reader, in_italian
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from register_support import (
    START,
    UPLOAD,
    begun,
    form_page,
    page_of,
    put,
    saved_draft,
    tell,
    waiting,
)
from window_support import Opened, opened
from wizard_support import Place, place

from pec_desktop.domain.flows import COMMUNICATION_FLOW
from pec_desktop.practice import Fault
from pec_desktop.ui.communication import CommunicationWizard
from pec_desktop.ui.form_page import FormPage


@pytest.fixture
def italian(qapp: QApplication) -> Iterator[Reader]:
    """What looks at windows in Italian; in the end each of them was in order."""
    with in_italian(qapp) as reader:
        yield reader
    assert reader.looked
    assert reader.wrong == {}, "\n".join(f"{k}: {v}" for k, v in reader.wrong.items())


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile", locale=ITALIAN) as opened_place:
        yield opened_place


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Opened]:
    with opened(qtbot, tmp_path / "window", locale=ITALIAN) as opened_window:
        opened_window.connect()
        yield opened_window


def wizard(at: Place, step: str = "", **values: object) -> CommunicationWizard:
    draft_id = saved_draft(at, step, **values).id if step else None
    made = CommunicationWizard(at.desk, draft_id)
    at.show(made)
    at.settle()
    return made


WRONG: dict[str, object] = {
    "casella_pec": "studio",
    "cf_piva": "12345678901",
    "provincia": "PS",
    "ragione_sociale": "",
    "cf": "VRDLGU99A41Z404A",
    "email": "studio",
    "cellulare": "07x",
    "callback_url": "nessuno",
    "callback_data": "{",
}


@pytest.mark.parametrize("values", [{}, WRONG], ids=["right", "wrong"])
def test_a_filled_wizard(
    at: Place, italian: Reader, values: dict[str, object], request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.id
    made = wizard(at, "company", **values)
    for step in COMMUNICATION_FLOW.steps:
        made.go_to(step.name)
        page = made.page(step.name)
        if isinstance(page, FormPage):
            page.form.advanced.open()
        page.leave()
        at.settle()
        italian.look(f"communication-{name}-{step.name}", made)


def test_an_empty_wizard(at: Place, italian: Reader) -> None:
    made = wizard(at)
    italian.look("communication-empty", made)
    form_page(made, "company").leave()
    italian.look("communication-empty-errors", made)
    made.close()


def test_the_summary_with_duplicates(at: Place, italian: Reader) -> None:
    begun(at)
    several: list[dict[str, object]] = [{}, {"cf_piva": "01234567897"}]
    several.append({"pec_amministratore": True})
    for number, values in enumerate(several):
        made = wizard(at, "summary", **values)
        italian.look(f"communication-duplicates-{number}", made)
        made.close()


def test_the_summary_without_a_network(at: Place, italian: Reader) -> None:
    at.desk.office.connection = None
    italian.look("communication-offline", wizard(at, "summary"))


@pytest.mark.parametrize("fault", [Fault.DROP_BEFORE, Fault.STATUS_402, Fault.STATUS_401])
def test_a_start_that_failed(at: Place, italian: Reader, fault: Fault) -> None:
    made = wizard(at, "summary")
    at.at.server.faults.set(fault, START)
    made.go_on()
    italian.look(f"communication-sending-{fault}", made)
    at.settle()
    italian.look(f"communication-failed-{fault}", made)


def test_what_comes_after_the_start(at: Place, italian: Reader) -> None:
    made = wizard(at, "summary")
    made.go_on()
    at.settle()
    assert made.ended
    italian.look("communication-begun", made)


def test_the_page_in_every_state(window: Opened, italian: Reader) -> None:
    page = page_of(window)
    italian.look("register", window.window)
    for row in list(page.rows.values()):
        page.select(row.id)
        window.settle()
        italian.look(f"register-{row.communication.stato}", window.window)
    page.table.selectAll()
    italian.look("register-all", window.window)
    first = page.table.rows.records[0].id
    tell(window, first, stato="sospesa")
    page.select(first)
    window.settle()
    italian.look("register-unknown-state", window.window)
    kept = [row.communication for row in page.rows.values() if row.id != first]
    window.at.office.communications.replace_list(kept, window.at.office.now())
    window.window.register.reload()
    window.settle()
    italian.look("register-unlisted", window.window)
    page.search.setText("nessuna comunicazione così")
    italian.look("register-nothing-found", window.window)


def test_an_empty_page(qtbot: QtBot, tmp_path: Path, italian: Reader) -> None:
    with opened(qtbot, tmp_path, empty=True, locale=ITALIAN) as empty:
        page_of(empty)
        empty.at.office.connection = None
        empty.window.register.page.connection_changed()
        italian.look("register-not-connected", empty.window)
    with opened(qtbot, tmp_path / "other", empty=True, locale=ITALIAN) as empty:
        empty.connect()
        page_of(empty)
        italian.look("register-empty", empty.window)


def test_what_comes_back_signed(window: Opened, italian: Reader, tmp_path: Path) -> None:
    _one, power = waiting(window)
    desk, detail = tmp_path / "desk", window.window.register.page.detail
    wrong = {
        "pdf": power,
        "other": samples.p7m(),
        "detached": samples.detached_p7m(power),
        "empty": b"",
        "twice": samples.nested_p7m(power),
        "wrapped": samples.p7m(power, wrapping="base64 base64"),
    }
    for name, data in wrong.items():
        detail.add_files([put(desk, f"{name}.pdf.p7m", data)])
        window.settle()
        italian.look(f"register-signed-{name}", window.window)
    detail.tray.add_files([desk / "pdf.pdf.p7m", desk / "other.pdf.p7m"])
    italian.look("register-signed-several", window.window)
    detail.tray.bar.clear()
    window.at.office.connection = None
    window.window.register.page.connection_changed()
    italian.look("register-signed-offline", window.window)


def test_an_upload_without_an_answer(window: Opened, italian: Reader, tmp_path: Path) -> None:
    _one, power = waiting(window)
    detail = window.window.register.page.detail
    detail.add_files([put(tmp_path / "desk", "procura.pdf.p7m", samples.p7m(power))])
    window.settle()
    window.at.server.faults.set(Fault.DROP_BEFORE, UPLOAD)
    detail.primary.click()
    italian.look("register-sending", window.window)
    window.settle()
    italian.look("register-unknown", window.window)
    detail.bar.clear()
    detail.override.click()
    italian.look("register-unknown-override", window.window)
    for page in ("drafts", "activity"):
        window.window.show_page(page)
        window.settle()
        italian.look(f"register-{page}", window.window)


def test_the_news(window: Opened, italian: Reader) -> None:
    page_of(window)
    window.at.clock.advance(3 * 24 * 3600)
    window.window.commands["refresh"].trigger()
    window.settle()
    assert window.window.register.page.news.words
    italian.look("register-news", window.window)
