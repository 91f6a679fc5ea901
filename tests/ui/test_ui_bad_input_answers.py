"""What a service or a file system may send: names that are no names, numbers that are none, states
nobody knows. Shown as they are, as plain text, and nothing falls over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import paper_samples as samples
import pytest
from office_support import STUDIO
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Gui
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from window_support import Opened, opened

from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.mailbox import State
from pec_desktop.services import drafts
from pec_desktop.services.papers import take_papers
from pec_desktop.ui.activation import ActivationWizard
from pec_desktop.ui.columns import COLUMNS
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.work import Work

HTML = '<b>Alpi</b> <img src="file:///etc/hostname"> & C.'

NAMES = {
    "html": HTML,
    "long": "x" * 10_000,
    "lines": "Alpi\nConti\r\n\tVerdi\u2028Neri",
    "turned": "\u202egpj.odulom\u202c شركة",
    "nothing": "\x00\x07\x1b[31m",
    "marks": "e" + "\u0301" * 300,
    "places": "{name} %n %1 {0!r}",
    "entities": "Rossi & Figli &amp; <S.n.c.>",
}
FREE_TEXTS = (
    *("denominazione_titolare", "nome_richiedente", "cognome_richiedente", "cf_piva_titolare"),
    *("email", "telefono", "data_attivazione", "casella_pec"),
)
ODD: tuple[dict[str, Any], ...] = (
    {"stato": "<i>nuovo</i>", "tipo_casella": "<i>nuovo</i>"},
    {"stato": "", "tipo_casella": ""},
    {"stato": None, "tipo_casella": None, "data_scadenza": None, "timestamp": None},
    {"stato": "EVASA", "data_scadenza": "31/12/9999"},
    {"stato": "evasa", "data_scadenza": "30/02/2027", "data_attivazione": 7},
    {"timestamp": {"registrazione": 1_795_435_200_000, "ultima_modifica": 1_795_435_200_000}},
    {"timestamp": {"registrazione": 10**30, "ultima_modifica": -(10**30), "evasione": "ieri"}},
    {"timestamp": {"registrazione": -(10**11), "scadenza": True}},
    {"spazio_disco": 10**25, "spazio_storico": -5, "spazio_conservazione": "1024", "timestamp": []},
    {"multiutenza": [{"nome": 5}], "documenti_attivazione": [5, None, "a.pdf"], "callback": 7},
    {"multiutenza": "nessuna", "documenti_attivazione": {}, "autorinnovo": "forse", "extra": {}},
)


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path / "profile") as place:
        yield place


def boxes(at: Opened) -> list[dict[str, Any]]:
    """The mailboxes as the practice server holds and answers them."""
    return [one.data for one in at.at.server._state.mailboxes.values()]


def rendered() -> list[str]:
    """Texts of all windows that Qt would take for HTML and draw as such."""
    found = []
    for top in QApplication.topLevelWidgets():
        for widget in top.findChildren(QWidget):
            if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
                found.append(widget.text())
            found.append(widget.toolTip())
    return [words for words in found if Gui.mightBeRichText(words) and "<b>" in words]


def test_hostile_names_are_plain_single_lines_everywhere(at: Opened) -> None:
    for box, words in zip(boxes(at), NAMES.values(), strict=False):
        box.update(dict.fromkeys(FREE_TEXTS, words))
        user = {"nome": words, "cognome": words, "userid": words}
        box.update(multiutenza=[user], documenti_attivazione=[words])
    ids = [box["id"] for box in boxes(at)[: len(NAMES)]]
    at.connect()
    table = at.window.mailboxes.table
    for column in range(len(COLUMNS)):
        table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    for key in ids:
        at.window.mailboxes.select(key)
        at.settle()
        assert at.window.mailboxes.detail.mailbox_id == key
        assert not at.window.grab().isNull()
        assert rendered() == []
        (row,) = table.selected()
        assert all(cell.isprintable() for cell in row.texts), row.texts
    table.selectAll()
    at.window.commands["copy_rows"].trigger()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == len(at.shown), "a row is a line, whatever is in it"
    at.window.mailboxes.search.setText("<b>alpi</b>")
    assert [row.id for row in at.shown] == ids[:1]


def test_numbers_and_states_nobody_knows_cost_neither_the_list_nor_the_panel(at: Opened) -> None:
    changed = boxes(at)[: len(ODD)]
    for box, odd in zip(changed, ODD, strict=True):
        box.update(odd)
    at.connect()
    assert at.window.mailboxes.bar.isHidden()
    assert len(at.shown) == len(boxes(at))
    for box in changed:
        at.window.mailboxes.select(box["id"])
        at.settle()
        assert at.window.mailboxes.detail.mailbox_id == box["id"]
        assert not at.window.grab().isNull()
        assert rendered() == []
    new = at.window.mailboxes.table.rows.rows[changed[0]["id"]]
    assert new.stored.mailbox.state is State.UNKNOWN
    assert "<i>nuovo</i>" in new.texts, "an unknown state is shown as received"
    at.window.mailboxes.select(new.id)
    at.settle()
    assert not at.window.commands["activate"].isEnabled()
    assert not at.window.mailboxes.detail.primary.isVisible()


def test_two_rows_of_one_id_are_one_mailbox(at: Opened) -> None:
    first, second = boxes(at)[:2]
    second["id"] = first["id"]
    at.connect()
    assert len([row for row in at.shown if row.id == first["id"]]) == 1
    assert at.window.mailboxes.bar.isHidden()


def test_a_list_of_nothing_is_told_from_a_list_that_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path, empty=True) as at:
        at.connect()
        assert at.window.mailboxes.bar.isHidden()
        assert at.window.mailboxes.empty.button.text() == "Register a mailbox"
        at.at.registered()
        at.window.follower.refresh()
        at.settle()
        assert len(at.shown) == 1
        at.at.server._state.mailboxes.clear()
        at.window.follower.refresh()
        at.settle()
        (row,) = at.shown
        assert not row.stored.listed, "what the service no longer lists is kept and marked"


def test_hostile_papers_and_names_in_the_activation_wizard(at: Opened, tmp_path: Path) -> None:
    box = next(one for one in boxes(at) if one["stato"] == "registrata")
    box.update(dict.fromkeys(FREE_TEXTS, HTML))
    at.connect()
    names = ("<b>modulo<b> & C.pdf", "\u202efdp.odulom.pdf", "riga\nuna.pdf", f"{'x' * 240}.pdf")
    for number, name in enumerate(names, start=1):
        paper = tmp_path / name
        paper.write_bytes(samples.pdf(number))
        take_papers(at.at.office, box["id"], [paper], Work())
    wizard = ActivationWizard(at.desk, box["id"])
    at.qtbot.addWidget(wizard)
    wizard.show()
    for step in ("papers", "send", "follow"):
        wizard.go_to(step)
        at.settle()
        assert not wizard.grab().isNull()
        assert rendered() == []
    shown = [row._name.text() for row in wizard.papers_page.tray.rows.values()]
    assert len(shown) == len(names)
    assert all(name.isprintable() for name in shown)


def test_hostile_drafts_are_deleted_by_their_plain_names(at: Opened) -> None:
    office = at.at.office
    for number in range(12):
        values = {"denominazione_titolare": f"{HTML}{number}", "casella_pec": ""}
        drafts.save(office, drafts.new_registration(office, {**STUDIO, **values}))
    at.window.show_page("drafts")
    at.settle()
    at.window.drafts.table.selectAll()
    at.window.drafts.delete_button.click()
    box = at.window.drafts.findChild(QMessageBox)
    assert box is not None
    named = box.informativeText().splitlines()
    assert all(name.startswith("<b>Alpi</b>") for name in named[:-1])
    assert named[-1] == "…", "more are deleted than are named, and that is said"
    assert rendered() == []
    box.reject()
    at.settle()
    assert len(office.drafts.all()) == 12


def test_a_draft_with_values_of_another_kind_opens(at: Opened) -> None:
    """A draft of another version, or one that something else has written."""
    office = at.at.office
    values: dict[str, object] = {name: ["what", {"is": None}] for name in STUDIO}
    values |= {"autorinnovo": "forse", "telefono": 744123456, "casella_pec": 5, "unknown": "x"}
    values |= {"nome_richiedente": "\x00\n", "data_nascita_richiedente": 19800101}
    draft = drafts.new_registration(office, values)
    draft.problems = [{"field": "nobody", "key": 5}, {"message": HTML}]
    draft.step = "a step of another version"
    drafts.save(office, draft)
    wizard = RegistrationWizard(at.desk, draft.id)
    at.qtbot.addWidget(wizard)
    wizard.show()
    at.settle()
    for step in wizard.flow.steps:
        wizard.go_to(step.name)
        at.settle()
    assert not wizard.next_button.isEnabled()
    assert at.at.seen("register_mailbox") == 0
    wizard.reject()
    at.settle()


def test_what_the_service_says_of_a_field_is_plain_text(at: Opened) -> None:
    office = at.at.office
    draft = drafts.new_registration(office, STUDIO)
    draft.step = "summary"
    said = {"message": f"telefono invalid {HTML}"}
    draft.problems = [
        {"field": "telefono", "key": "vendor.refused", "details": said, "severity": "error"}
    ]
    drafts.save(office, draft)
    wizard = RegistrationWizard(at.desk, draft.id)
    at.qtbot.addWidget(wizard)
    wizard.show()
    at.settle()
    assert wizard.step.name == "applicant"
    labels = [one for one in wizard.findChildren(QLabel) if "<b>Alpi</b>" in one.text()]
    assert labels
    assert rendered() == []
    wizard.go_to("summary")
    at.settle()
    assert rendered() == []


def test_an_account_keeps_its_name_in_menus(at: Opened) -> None:
    odd = Account(id="x", name=f"Rossi & Figli {HTML}", environment=Environment.SANDBOX)
    at.window.set_accounts([at.at.office.account, odd])
    (action,) = [one for one in at.window.sidebar.menu.actions() if "Rossi" in one.text()]
    assert shown_in_a_menu(action).startswith("Rossi & Figli <b>")


def shown_in_a_menu(action: QAction) -> str:
    """What a menu shows of an action: a single & marks an access key and is not seen."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def test_many_keys_and_a_pasted_novel_do_no_harm(at: Opened) -> None:
    at.connect()
    search = at.window.mailboxes.search
    search.setText("x" * 100_000)
    assert at.window.mailboxes.empty.isVisible()
    search.clear()
    at.select("evasa")
    note = at.window.mailboxes.detail.note
    note.setFocus()
    note.setPlainText(HTML * 2_000)
    QTest.keyClick(note, Qt.Key.Key_Tab)
    at.settle()
    at.window.show_page("activity")
    at.window.show_page("mailboxes")
    (row,) = at.window.mailboxes.table.selected()
    stored = at.at.office.mailboxes.get(row.id)
    assert stored is not None
    assert stored.note == HTML * 2_000
    assert rendered() == []
