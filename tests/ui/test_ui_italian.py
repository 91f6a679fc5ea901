"""The doors, the main window, failures and small dialogs in Italian: every word, every letter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import paper_samples as samples
import pytest
from italian_support import ITALIAN, Reader, foreign
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from screen_words import clashes, cut_off, words_on
from window_support import Opened, opened

from pec_desktop.api.client import PecClient
from pec_desktop.domain import evidence
from pec_desktop.domain.evidence import Evidence, Expenses, Verdict
from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import changes
from pec_desktop.services.papers import take_papers
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui import dialogs, words
from pec_desktop.ui.decision import DecisionDialog
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.messages import Messages
from pec_desktop.ui.theme import Theme
from pec_desktop.ui.welcome import Welcome
from pec_desktop.work import Work


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, italian: Reader) -> Iterator[Opened]:
    with opened(qtbot, tmp_path / "profile", locale=ITALIAN) as place:
        yield place


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def papers(folder: Path) -> list[Path]:
    """A signed form, a photo, and what cannot be used."""
    return [
        put(folder, "modulo firmato.pdf", samples.pdf(2)),
        put(folder, "carta d'identità.jpg", samples.photo(1200, 900)),
        put(folder, "lettera.pdf", b"PK\x03\x04 word/document.xml"),
        put(folder, "vuoto.pdf", b""),
    ]


def test_an_untranslated_window_would_be_noticed(qapp: QApplication, qtbot: QtBot) -> None:
    doors = Welcome(Theme("light"))
    qtbot.addWidget(doors)
    found = {text for text in words_on(doors) if foreign()(text)}
    assert {"Try it without an account", "Connect an account", "Try it"} <= found
    for words_of_another in (
        "summary.price",
        "Mailboxes, 23",
        "18/12/2026 · in 25 days",
        "the end",
    ):
        assert foreign()(words_of_another)
    for fine in ("Caselle, 23", "18/12/2026 · tra 25 giorni", "Edil Montalto S.r.l. · Bronze"):
        assert not foreign()(fine)
    label = QLabel("Firmato digitalmente")
    qtbot.addWidget(label)
    label.show()
    label.resize(20, 8)
    assert cut_off(label) == ["QLabel “Firmato digitalmente”"]
    label.setText("&Apri")
    assert clashes(label) == set()


def test_the_doors(qapp: QApplication, qtbot: QtBot, italian: Reader) -> None:
    theme = Theme("light")
    theme.apply(qapp)
    doors = Welcome(theme)
    qtbot.addWidget(doors)
    doors.show()
    italian.look("welcome", doors)


def test_the_main_window(at: Opened, italian: Reader) -> None:
    italian.look("main-reading", at.window)
    connection, at.at.office.connection = at.at.office.connection, None
    at.window.not_connected(Refusal("office.no_token"))
    italian.look("main-not-connected", at.window)
    at.at.office.connection = connection
    at.connect()
    italian.look("main", at.window)
    states = {row.stored.mailbox.stato for row in at.shown}
    assert states >= {State.REGISTRATA, State.IN_EVASIONE, State.EVASA, State.DOCUMENTI_ERRATI}
    for state in sorted(states):
        at.select(state)
        italian.look(f"main-{state}", at.window)
    at.window.mailboxes.table.selectAll()
    italian.look("main-all-selected", at.window)
    at.window.status.show_work(words.text("work.details"), 3, 20)
    italian.look("main-working", at.window)
    at.window.mailboxes.search.setText("nessuna casella così")
    italian.look("main-nothing-found", at.window)
    italian.look("menu-columns", at.window.mailboxes.table.column_menu())
    for number, menu in enumerate(at.window.menuBar().findChildren(QMenu)):
        italian.look(f"menu-{number}", menu)
    italian.look("menu-account", at.window.sidebar.menu)


def test_a_mailbox_that_is_listed_no_longer(at: Opened, italian: Reader) -> None:
    at.connect()
    office = at.at.office
    gone = at.row("evasa").stored.mailbox
    kept = [row.stored.mailbox for row in at.shown if row.id != gone.id]
    office.mailboxes.replace_list(kept, office.now())
    at.window.reload()
    at.settle()
    at.window.mailboxes.select(gone.id)
    at.settle()
    italian.look("main-unlisted", at.window)


def test_news_and_what_nobody_knows(at: Opened, italian: Reader, tmp_path: Path) -> None:
    at.connect()
    boxes = at.shown
    for row, state in zip(
        boxes, ("evasa", "chiusa", "documenti_errati", "quiescente"), strict=False
    ):
        at.at.server.alter(row.id, {"stato": state, "tipo_casella": "PLATINO", "livello": 3})
    at.window.follower.refresh()
    at.settle()
    at.window.mailboxes.select(boxes[3].id)
    at.settle()
    italian.look("main-unknown", at.window)
    for row in boxes:
        at.at.server.alter(row.id, {"stato": "chiusa"})
    at.window.follower.refresh()
    at.settle()
    italian.look("main-many-news", at.window)
    at.at.registered()
    for page in ("mailboxes", "activity"):
        at.window.show_page(page)
        at.window.reload()
        at.settle()
        listing = at.window.exports._listings[getattr(at.window, page)]
        at.window.exports._on_saved(listing, "1.204", tmp_path / "elenco.csv")
        italian.look(f"{page}-exported", at.window)
    at.window.activity.period.setCurrentIndex(2)
    at.settle()
    italian.look("activity-last-month", at.window)


def test_a_token_that_may_only_read(at: Opened, italian: Reader) -> None:
    at.connect()
    at.at.office.allowed = frozenset({"list_mailboxes", "get_mailbox"})
    at.select("registrata")
    at.window._on_rights()
    italian.look("main-reading-only", at.window)


def test_an_office_without_mailboxes(qtbot: QtBot, tmp_path: Path, italian: Reader) -> None:
    with opened(qtbot, tmp_path, empty=True, locale=ITALIAN) as at:
        at.connect()
        italian.look("main-empty", at.window)
        for page in ("drafts", "activity"):
            at.window.show_page(page)
            at.settle()
            italian.look(f"{page}-empty", at.window)


def test_papers_in_the_panel(at: Opened, italian: Reader, tmp_path: Path) -> None:
    at.connect()
    row = at.select("registrata")
    assert at.window.mailboxes.detail.add_files(papers(tmp_path))
    at.settle()
    italian.look("main-papers", at.window)
    for paper in at.at.office.drafts.all()[0].papers[2:]:
        at.window.mailboxes.detail.tray._on_removed(paper.sha256)  # type: ignore[union-attr]
    at.settle()
    italian.look("main-papers-ready", at.window)
    at.at.office.connection = None
    at.window.mailboxes.connection_changed()
    italian.look("main-papers-offline", at.window)
    at.window.mailboxes.news.say(words.text("news.active", address=row.id))
    italian.look("main-news", at.window)


def test_what_cannot_be_told(at: Opened, italian: Reader) -> None:
    at.connect()
    at.desk.reconciler.stop()
    gold = next(
        row
        for row in at.shown
        if (row.stored.mailbox.tipo_casella, row.stored.mailbox.stato) == ("GOLD", "evasa")
    )
    at.at.server.faults.set(Fault.DROP_AFTER, "renew_mailbox")
    with pytest.raises(ApiError):
        changes.renew(at.at.office, gold.id, 1, Work())
    with PecClient(at.at.server.url, at.at.server.token) as elsewhere:
        elsewhere.renew_mailbox(gold.id, 1)
    at.window.show_page("activity")
    at.settle()
    page = at.window.activity
    page.table.selectRow(0)
    italian.look("activity-unknown", at.window)
    page.look_button.click()
    at.settle()
    italian.look("activity-waiting", at.window)
    at.at.clock.advance(600)
    page.look_button.click()
    at.settle()
    (dialog,) = page.findChildren(DecisionDialog)
    italian.look("decision", dialog)
    italian.look("activity-untold", at.window)
    at.desk.reconciler.start()
    attempt = at.at.office.attempts.all()[0]
    at.desk.reconciler.decide(attempt.id, happened=True)
    at.settle()
    at.window.show_page("mailboxes")
    italian.look("main-settled", at.window)


OTHERS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "change_space": ({"spazio_disco": "+1024", "spazio_storico": 7168}, {"spazio_disco": 3072}),
    "change_type": ({"tipo_casella": "GOLD"}, {"tipo_casella": "SILVER"}),
    "activate_preservation": ({"spazio_conservazione": 512, "documenti": 2}, {}),
    "add_user": ({"email_gestione_password": "anna@example.com"}, {"multiutenza": ["a 1", "b 2"]}),
    "revoke_mailbox": ({}, {"stato": "chiusa", "data_scadenza": "05/12/2026"}),
    "activate_mailbox": ({"documenti": 2}, {"stato": "documenti_errati", "ultima_modifica": 5}),
    "register_mailbox": ({"tipo_casella": "STANDARD"}, {"ids": [], "unlike": ["x"]}),
    "start_communication": ({"pec_amministratore": True}, {"ids": ["x", "y"]}),
    "upload_communication_documents": ({"documenti": 1}, {"stato": "documenti_caricati"}),
    "check_domain": ({}, {}),
}


@pytest.mark.parametrize("operation", OTHERS)
def test_the_evidence_on_every_operation(at: Opened, italian: Reader, operation: str) -> None:
    asked, now = OTHERS[operation]
    journal = at.at.office.attempts
    before = {**evidence.of_mailbox(Mailbox(id="m", casella_pec="a", stato="evasa")), "ids": []}
    label = "officine.valdoro@testcert.legalmail.it"
    number = journal.begin(operation, "m", label, "", before, "9.00", asked=asked)
    journal.finish(number, Outcome.UNKNOWN)
    spent = Expenses(("9.00", "11.00"), 1) if now else Expenses()
    told = Evidence(at=1, verdict=Verdict.CANNOT_BE_TOLD, now=now, expenses=spent)
    journal.note(number, told)
    dialog = DecisionDialog(at.desk, journal.all()[0], at.window)
    dialog.open()
    at.settle()
    italian.look(f"decision-{operation}", dialog)
    dialog.reject()


def test_drafts_and_activity(at: Opened, italian: Reader, tmp_path: Path) -> None:
    at.connect()
    at.at.registered(casella_pec="primo@testcert.legalmail.it")
    at.at.draft()
    at.at.server.faults.set(Fault.DROP_AFTER, "register_mailbox")
    with pytest.raises(ApiError):
        at.at.registered(casella_pec="secondo@testcert.legalmail.it")
    at.at.server.faults.set(Fault.STATUS_402, "register_mailbox")
    with pytest.raises(ApiError):
        at.at.registered(casella_pec="terzo@testcert.legalmail.it")
    waiting = at.row("registrata")
    take_papers(at.at.office, waiting.id, papers(tmp_path)[:2], Work())
    at.window.reload()
    for page in ("drafts", "activity"):
        at.window.show_page(page)
        at.settle()
        table = getattr(at.window, page).table
        for row in range(table.rows.rowCount()):
            table.selectRow(row)
            italian.look(f"{page}-{row}", at.window)
    at.window.drafts.table.selectAll()
    at.window.drafts.delete_button.click()
    italian.look("drafts-delete", box_of(at.window.drafts))


def box_of(window: QWidget) -> QMessageBox:
    box = window.findChild(QMessageBox)
    assert box is not None
    return box


def test_the_small_dialogs(at: Opened, italian: Reader, qtbot: QtBot) -> None:
    asked = {
        "about": partial(dialogs.about, at.window, at.desk.theme),
        "reset": partial(dialogs.ask_reset_practice, at.window, at.settle),
        "closing": partial(dialogs.ask_before_closing, at.window, at.settle),
        "restored": partial(dialogs.tell_restored, at.window, "20/11/2026 18:40", Path("/a/b.x")),
        "backup": partial(dialogs.ask_take_backup, at.window, "20/11/2026 18:40", at.settle),
        "no-backup": partial(dialogs.ask_take_backup, at.window, "", at.settle),
    }
    for name, ask in asked.items():
        ask()
        box = box_of(at.window)
        italian.look(f"dialog-{name}", box)
        with qtbot.waitSignal(box.destroyed):
            box.reject()
    told = Messages()
    told.show_crash("KeyError: 'x'")
    dialog = told._dialog
    assert dialog is not None
    italian.look("dialog-crash", dialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot, italian: Reader) -> Iterator[FailureBar]:
    """A failure's bar as narrow as in the panel."""
    theme = Theme("light")
    theme.apply(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    bar = FailureBar(theme)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addStretch()
    window.resize(theme.em(24), theme.em(40))
    window.show()
    yield bar
    window.close()


@pytest.mark.parametrize("kind", ErrorKind)
def test_failures(bar: FailureBar, italian: Reader, kind: ErrorKind) -> None:
    for operation in ("register_mailbox", "activate_mailbox", "list_mailboxes", "create_token"):
        error = ApiError(kind, status=428, code=224, field="telefono", operation=operation)
        bar.show_error(error, can_retry=True)
        bar._on_toggle()
        italian.look(f"failure-{kind}-{operation}", bar.window())


def test_refusals(bar: FailureBar, italian: Reader) -> None:
    refusals = [key for key in words.keys() if words.known(f"{key}.next")]  # noqa: SIM118
    assert len(refusals) > 15
    for key in refusals:
        bar.show_error(Refusal(key, path="C:/archivio", name="modulo.pdf", longest=1200))
        italian.look(f"refusal-{key}", bar.window())
