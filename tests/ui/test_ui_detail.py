"""The detail panel: a mailbox's life, its next step, its papers, what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from office_support import NOON, TOKEN
from paper_samples import pdf
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from window_support import ENGLISH, TODAY, Opened, opened, rows, stored

from pec_desktop.api.client import PecClient
from pec_desktop.domain.mailbox import Mailbox, State, Timestamp, User
from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.services import changes
from pec_desktop.services.papers import take_papers
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.outside import OutsideChange
from pec_desktop.ui import formats
from pec_desktop.ui.detail_parts import NOTE_PAUSE, Facts, History, NoteEditor, Spaces
from pec_desktop.ui.elided import ElidedLabel
from pec_desktop.ui.theme import Theme
from pec_desktop.ui.timeline import Mark, Timeline, steps
from pec_desktop.ui.words import text
from pec_desktop.work import Work

DONE, NOW, LATER, FAILED = Mark.DONE, Mark.NOW, Mark.LATER, Mark.FAILED
DAY = 86_400


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.connect()
        yield place


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    looks = Theme("light")
    looks.apply(qapp)
    return looks


# Timeline


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("registrata", ["registered done", "papers now", "processing later", "active later"]),
        ("in_evasione", ["registered done", "papers done", "processing now", "active later"]),
        (
            "documenti_errati",
            ["registered done", "papers_refused failed", "processing later", "active later"],
        ),
        ("evasa", ["registered done", "papers done", "active now", "expires later"]),
        ("revocata", ["registered done", "active done", "revoked failed"]),
        ("chiusa", ["registered done", "active done", "closed failed"]),
        ("registrazione_annullata", ["registered done", "cancelled failed"]),
        ("qualcosa", ["registered done", "unknown now"]),
    ],
)
def test_a_life_is_told_in_steps(state: str, expected: list[str]) -> None:
    times = Timestamp(registrazione=int(NOON) - 9 * DAY, evasione=int(NOON), revoca=int(NOON))
    if state in ("registrata", "in_evasione", "documenti_errati", "registrazione_annullata"):
        times = Timestamp(registrazione=int(NOON) - 9 * DAY)
    mailbox = stored(stato=state, data_scadenza="01/03/2027", timestamp=times).mailbox
    told = steps(mailbox, TODAY, ENGLISH)
    assert [f"{one.key.removeprefix('timeline.')} {one.mark}" for one in told] == expected
    assert told[0].day == "14/11/2026"
    assert all(one.words != one.key for one in told), "every step has words"


def test_an_expired_mailbox_has_expired() -> None:
    mailbox = stored(stato="evasa", data_scadenza="01/11/2026").mailbox
    last = steps(mailbox, TODAY, ENGLISH)[-1]
    assert (last.key, last.mark, last.day) == ("timeline.expired", FAILED, "01/11/2026")


def test_the_timeline_shows_and_speaks(theme: Theme, qtbot: QtBot) -> None:
    timeline = Timeline(theme)
    qtbot.addWidget(timeline)
    timeline.show()
    long = steps(stored(stato="evasa", data_scadenza="01/03/2027").mailbox, TODAY, ENGLISH)
    short = steps(stored(stato="registrazione_annullata").mailbox, TODAY, ENGLISH)
    timeline.show_steps(long)
    assert "Active: now" in timeline.accessibleName()
    timeline.grab()
    timeline.show_steps(short)
    shown = [label.text() for label in timeline.findChildren(QLabel) if label.isVisible()]
    assert [words for words in shown if words][:1] == ["Registered"]
    assert "Expires" not in shown
    assert "failed" in timeline.accessibleName()


# Facts, spaces


def texts(widget: object) -> list[str]:
    assert isinstance(widget, Facts | Spaces)
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_only_what_is_known_is_told(theme: Theme, qtbot: QtBot) -> None:
    facts = Facts(theme, "Details")
    qtbot.addWidget(facts)
    person = Mailbox(
        id="a", casella_pec="a@b.it", stato="evasa", data_scadenza="01/03/2027",
        nome_richiedente="Mario", cognome_richiedente="Rossi", email="m@example.com",
        codice_fiscale_richiedente="RSSMRA80A01L117D",
    )  # fmt: skip
    facts.show_mailbox(person, ENGLISH)
    told = texts(facts)
    assert "RSSMRA80A01L117D" in told
    assert "01/03/2027" in told
    assert "not renewed by itself" in told
    assert "Applicant" not in told, "the applicant is the holder"
    assert "Telephone" not in told
    facts.show_mailbox(Mailbox(id="b", casella_pec="c@d.it", denominazione_titolare="X"), ENGLISH)
    assert "01/03/2027" not in texts(facts)


def test_spaces_are_bars_in_proportion(theme: Theme, qtbot: QtBot) -> None:
    spaces = Spaces(theme, "Spaces")
    qtbot.addWidget(spaces)
    spaces.show_mailbox(
        stored(spazio_disco=2048, spazio_storico=8192, spazio_conservazione=512).mailbox, ENGLISH
    )
    assert texts(spaces)[1:] == [
        *("Mailbox", "2 GB", "Security archive", "8 GB", "Legal preservation", "512 MB"),
    ]
    bars = [line[2] for line in spaces._lines]
    assert [bar.value() for bar in bars] == [25, 100, 6]  # type: ignore[union-attr]
    assert bars[0].accessibleName() == "Mailbox: 2 GB"
    spaces.show_mailbox(stored().mailbox, ENGLISH)
    assert spaces.isHidden()


def test_a_shortened_value_can_be_read_and_copied_whole(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(copyable=True)
    qtbot.addWidget(label)
    label.setText("una.casella.molto.lunga@testcert.legalmail.it")
    label.resize(theme.em(8), theme.em(2))
    label.show()
    label.grab()
    assert label.toolTip() == label.text()
    assert label.minimumSizeHint().width() < label.sizeHint().width()
    label.actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == label.text()


# Note


def test_a_note_typed_without_a_pause_is_told_all_the_same(theme: Theme, qtbot: QtBot) -> None:
    note = NoteEditor(theme)
    qtbot.addWidget(note)
    note.show_note("a", "")
    typing = QTimer(note, interval=NOTE_PAUSE // 10)
    typing.timeout.connect(lambda: QTest.keyClicks(note, "x"))
    typing.start()
    with qtbot.waitSignal(note.edited, timeout=NOTE_PAUSE + 5_000) as told:
        pass
    assert told.args[1].startswith("xx")


def test_a_note_is_told_after_a_pause_and_when_another_mailbox_is_shown(
    theme: Theme, qtbot: QtBot
) -> None:
    note = NoteEditor(theme)
    qtbot.addWidget(note)
    note.show_note("a", "old")
    with qtbot.waitSignal(note.edited, timeout=5 * NOTE_PAUSE) as told:
        QTest.keyClicks(note, "new ")
    assert told.args == ["a", "new old"]
    with qtbot.assertNotEmitted(note.edited):
        note.show_note("b", "")
    QTest.keyClicks(note, "b's")
    with qtbot.waitSignal(note.edited) as told:
        note.show_note("c", "")
    assert told.args == ["b", "b's"]


def test_what_is_being_typed_is_not_taken_back(theme: Theme, qtbot: QtBot) -> None:
    note = NoteEditor(theme)
    qtbot.addWidget(note)
    note.show_note("a", "")
    QTest.keyClicks(note, "typed")
    note.show_note("a", "")
    assert note.toPlainText() == "typed"
    note.flush()
    note.show_note("a", "")
    assert note.toPlainText() == "typed", "an older reading comes after the saving"
    note.show_note("a", "typed")
    note.show_note("a", "changed elsewhere")
    assert note.toPlainText() == "changed elsewhere"


# Panel


@pytest.mark.parametrize(
    ("state", "button", "tray", "form"),
    [
        ("registrata", "&Activate the mailbox…", True, True),
        ("documenti_errati", "&Correct the documents…", True, True),
        ("in_evasione", "&Look again now", False, False),
        ("evasa", "", False, False),
        ("revocata", "", False, False),
        ("registrazione_annullata", "", False, False),
    ],
)
def test_the_next_step_is_the_one_prominent_button(
    at: Opened, state: str, button: str, tray: bool, form: bool
) -> None:
    at.select(state)
    panel = at.window.mailboxes.detail
    assert (panel.primary.text() if panel.primary.isVisible() else "") == button
    assert (panel.tray is not None and panel.tray.isVisible()) == tray
    assert panel.form_button.isVisible() == form


def test_refused_documents_come_with_the_usual_causes(at: Opened) -> None:
    at.select("documenti_errati")
    panel = at.window.mailboxes.detail
    assert "The usual causes" in panel._advice.text()
    at.select("evasa")
    assert panel._advice.isHidden()


def test_a_mailbox_no_longer_listed_asks_for_nothing(at: Opened) -> None:
    panel = at.window.mailboxes.detail
    panel.show_rows(rows(stored(stato="registrata", listed=False)))
    assert "did not hold this mailbox any more" in panel._advice.text()
    assert not panel.primary.isVisible()
    assert not panel.form_button.isVisible()
    assert panel.tray is None or panel.tray.isHidden()
    at.settle()


def test_users_and_documents_are_listed(at: Opened) -> None:
    panel = at.window.mailboxes.detail
    user = User(nome="Anna", cognome="Conti", userid="M123")
    panel.show_rows(
        rows(stored(stato="evasa", multiutenza=(user,), documenti_attivazione=("x.pdf",)))
    )
    labels = [label.text() for label in panel.findChildren(QLabel) if not label.isHidden()]
    assert {"Anna Conti · M123", "x.pdf"} <= set(labels)
    at.settle()


def test_what_was_changed_elsewhere_stands_in_the_history(at: Opened) -> None:
    row = at.select("evasa")
    panel, box = at.window.mailboxes.detail, row.stored.mailbox
    assert panel._history.isHidden(), "nothing has happened to it"
    renewed = date(box.expiry.year + 1, box.expiry.month, box.expiry.day) if box.expiry else TODAY
    with PecClient(at.at.server.url, TOKEN) as elsewhere:
        elsewhere.renew_mailbox(box.id, 1)
        elsewhere.change_space(box.id, spazio_disco="+1024")
        at.at.clock.advance(60)
        at.window.follower.refresh()
        at.settle()
        at.at.clock.advance(600)
        changes.renew(at.at.office, box.id, 1, Work())
        elsewhere.revoke_mailbox(box.id)
    at.at.clock.advance(60)
    at.window.follower.refresh()
    at.settle()
    told = [
        "\n".join(one.text() for one in line if isinstance(one, QLabel) and not one.isHidden())
        for line in panel._history._lines
    ]
    outside = "Changed outside this program"
    moments = [formats.moment(ENGLISH, int(at.at.clock.now) - ago) for ago in (0, 60, 660)]
    day, later = ("/".join(reversed(str(one).split("-"))) for one in (box.expiry, renewed))
    sizes = (formats.space(ENGLISH, box.spazio_disco + more) for more in (0, 1024))
    larger = f"Space of the mailbox: {' → '.join(sizes)}"
    assert told == [
        f"{outside}\n{moments[0]}\nState: Active → Revoked",
        f"Renewal\nConfirmed\n{moments[1]}",
        f"{outside}\n{moments[2]}\nExpires: {day} → {later}\n{larger}",
    ]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({"stato": ("evasa", "<b>nuovo</b>")}, "State: Active → <b>nuovo</b>"),
        ({"tipo_casella": ("SILVER", "gold")}, "Type: Silver → Gold"),
        ({"data_scadenza": ("", "02/01/2027")}, "Expires: – → 02/01/2027"),
        ({"autorinnovo": (False, True)}, "Renewed by the provider: No → Yes"),
        ({"multiutenza": (["1 a"], ["1 a", "2 b"])}, "Additional users: 1 → 2"),
        ({"multiutenza": (["1 a"], ["2 b"])}, "Additional users: 1 a → 2 b"),
        ({"scadenza": (1, 2)}, ""),
    ],
)
def test_what_was_changed_elsewhere_is_told_in_words(
    theme: Theme, qtbot: QtBot, what: dict[str, tuple[object, object]], words: str
) -> None:
    part = History(theme, "History")
    qtbot.addWidget(part)
    part.show_events([OutsideChange("id", int(NOON), what)], ENGLISH)
    label = part._lines[0][-1]
    assert isinstance(label, QLabel)
    assert label.text() == words
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_several_or_none_are_told_as_such(at: Opened) -> None:
    panel = at.window.mailboxes.detail
    assert panel._nothing._title.text() == "No mailbox selected"
    at.window.mailboxes.table.selectAll()
    assert panel._nothing._title.text() == f"{len(at.shown)} mailboxes selected"
    assert panel.mailbox_id == ""


def test_ready_papers_are_sent_by_one_click_and_once(
    at: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    row = next(
        one
        for one in at.shown
        if one.stored.mailbox.state is State.REGISTRATA
        and one.stored.mailbox.tipo_casella in ("STANDARD", "GOLD", "BRONZE", "SILVER")
    )
    at.window.mailboxes.select(row.id)
    at.settle()
    panel = at.window.mailboxes.detail
    assert panel.tray is not None
    panel.tray.add_files(papers(tmp_path))
    qtbot.waitUntil(lambda: panel.primary.text() == "&Send the documents")
    at.at.server.faults.set("slow", "activate_mailbox", seconds=0.3)
    panel.primary.click()
    assert not panel.primary.isEnabled()
    assert not panel.tray.isEnabled()
    assert panel.primary.accessibleDescription() == "This is being done just now."
    panel.send_wanted.emit(row.id)
    at.settle()
    at.settle()
    assert at.at.seen("activate_mailbox") == 1
    assert at.window.mailboxes.table.rows.rows[row.id].stored.mailbox.state is State.IN_EVASIONE
    (attempt,) = at.at.office.attempts.all()
    assert attempt.outcome is Outcome.CONFIRMED
    assert at.at.office.drafts.all() == []
    history = [label.text() for label in panel._history.findChildren(QLabel)]
    assert "Confirmed" in history
    at.window.follower.stop()


def test_a_refused_sending_is_told_at_the_mailbox_and_loses_nothing(
    at: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    row = at.select("registrata")
    panel = at.window.mailboxes.detail
    assert panel.tray is not None
    panel.tray.add_files(papers(tmp_path))
    at.settle()
    error = ApiError(ErrorKind.UNKNOWN_OUTCOME, operation="activate_mailbox")
    at.window.errands.failed.emit(row.id, error)
    at.settle()
    assert panel.bar.failure is not None
    assert panel.bar.failure.uncertain
    assert at.at.office.drafts.for_target("activation", row.id) is not None
    at.select("evasa")
    assert panel.bar.isHidden(), "it concerned the other mailbox"


def test_after_a_lost_answer_one_click_does_not_send_again(
    at: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    """The wizard explains what was sent before, and lets the person decide."""
    row = at.select("registrata")
    panel = at.window.mailboxes.detail
    assert panel.tray is not None
    panel.tray.add_files(papers(tmp_path))
    qtbot.waitUntil(lambda: panel.primary.text() == "&Send the documents")
    at.at.server.faults.set("drop_before", "activate_mailbox")
    panel.primary.click()
    qtbot.waitUntil(lambda: panel.primary.text() == "&Activate the mailbox…")
    assert panel.tray.isEnabled()
    with qtbot.waitSignal(panel.activation_wanted) as wanted:
        panel.primary.click()
    assert wanted.args == [row.id]
    assert at.at.seen("activate_mailbox") == 1


def test_papers_added_in_the_wizard_are_seen_here_when_it_closes(
    at: Opened, tmp_path: Path
) -> None:
    row = at.select("registrata")
    panel = at.window.mailboxes.detail
    assert panel.tray is not None
    take_papers(at.at.office, row.id, papers(tmp_path), Work())
    at.window.wizards.finished.emit()
    at.settle()
    assert len(panel.tray.rows) == 2
    assert panel.tray.ready


def test_the_form_is_fetched_and_saved_where_the_person_likes(
    at: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    at.select("registrata")
    at.window.mailboxes.detail.form_button.click()
    qtbot.waitUntil(lambda: at.window.findChild(QFileDialog) is not None)
    dialog = at.window.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "form.pdf"
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(target))
    dialog.accept()
    qtbot.waitUntil(lambda: target.is_file() and target.read_bytes().startswith(b"%PDF"))


def test_without_a_connection_what_needs_one_says_so(at: Opened) -> None:
    at.at.office.connection = None
    at.select("in_evasione")
    primary = at.window.mailboxes.detail.primary
    assert not primary.isEnabled()
    assert primary.toolTip() == "The account is not connected."
    at.select("registrata")
    assert at.window.mailboxes.detail.primary.isEnabled(), "preparing works offline"


def test_days_to_the_expiry_are_counted_on_the_offices_day(at: Opened) -> None:
    at.at.clock.advance(timedelta(days=400).total_seconds())
    at.window.follower.reload()
    at.settle()
    row = at.row("evasa")
    at.window.mailboxes.select(row.id)
    told = at.window.mailboxes.detail._timeline.accessibleName()
    assert "Expired" in told


def papers(folder: Path) -> list[Path]:
    found = []
    for name, pages in (("modulo firmato.pdf", 2), ("documento identita.pdf", 1)):
        path = folder / name
        path.write_bytes(pdf(pages))
        found.append(path)
    return found


def test_where_users_are_listed_it_is_said_how_one_is_removed(at: Opened) -> None:
    row = at.select("evasa")
    users = [{"nome": "Anna", "cognome": "Neri", "userid": f"U{number}"} for number in range(25)]
    at.at.server.alter(row.id, {"multiutenza": users, "tipo_casella": "GOLD"})
    at.window.follower.look(row.id)
    at.settle()
    panel = at.window.mailboxes.detail
    words = text("users.removing")
    assert "no way to remove a user" in words
    assert [one.isVisible() for one in panel.findChildren(QLabel) if one.text() == words] == [True]
    command = at.window.commands["user"]
    assert not command.isEnabled()
    assert "25 additional users" in command.toolTip()
    assert "no way to remove one" in command.toolTip()
    at.at.server.alter(row.id, {"multiutenza": []})
    at.window.follower.look(row.id)
    at.settle()
    assert [one.isVisible() for one in panel.findChildren(QLabel) if one.text() == words] == [False]
