"""The paper tray: papers dropped, read, named, judged, given a role, taken away."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import paper_samples as samples
import pytest
from access import nameless
from paper_samples import put
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.documents.papers import LIMIT
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import ApiError
from pec_desktop.practice import Fault
from pec_desktop.services import activation, drafts, mailboxes
from pec_desktop.services.papers import take_papers
from pec_desktop.store.drafts import Draft
from pec_desktop.store.mailboxes import StoredMailbox
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.paper_tray import PaperTray
from pec_desktop.work import Work

SINGLE: dict[str, object] = {
    "tipo_casella": "DOMICILIODIGITALE",
    "casella_pec": "studio.prova@test.domiciliodigitale.com",
}


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person keeps the papers before dropping them."""
    made = tmp_path / "papers"
    made.mkdir()
    return made


def form_and_photo(folder: Path) -> list[Path]:
    photo = put(folder, "carta d'identità.jpg", samples.photo(1200, 900))
    return [photo, put(folder, "modulo firmato.pdf", samples.pdf(2))]


def stored(at: Place, mailbox: Mailbox) -> StoredMailbox:
    found = at.desk.office.mailboxes.get(mailbox.id)
    assert found is not None
    return found


def opened(at: Place, **values: object) -> tuple[PaperTray, Mailbox]:
    """A tray with the papers of a new mailbox."""
    mailbox = at.at.registered(**values)
    tray = PaperTray(at.desk)
    tray.resize(at.desk.theme.em(25), at.desk.theme.em(50))
    at.show(tray)
    tray.set_mailbox(stored(at, mailbox))
    at.settle()
    return tray, mailbox


def add(at: Place, tray: PaperTray, *paths: Path) -> None:
    tray.add_files(list(paths))
    at.settle()
    at.qtbot.waitUntil(lambda: all(row.isVisible() for row in tray.rows.values()))


def draft(at: Place, mailbox: Mailbox) -> Draft:
    return drafts.activation_of(at.desk.office, mailbox.id)


def rows(tray: PaperTray) -> dict[str, str]:
    """What stands below each paper's name."""
    assert tray.state is not None
    return {paper.name: tray.rows[paper.sha256].words for paper, _ in tray.state.papers}


def roles(at: Place, mailbox: Mailbox) -> dict[str, str]:
    return {paper.name: paper.role for paper in draft(at, mailbox).papers}


def ready(tray: PaperTray) -> bool:
    return tray.ready


def said(tray: QWidget) -> str:
    return " ".join(label.text() for label in tray.findChildren(QLabel) if label.isVisible())


def digest(tray: PaperTray, name: str) -> str:
    assert tray.state is not None
    return next(paper.sha256 for paper, _ in tray.state.papers if paper.name == name)


def choose(at: Place, tray: PaperTray, name: str, role: str) -> None:
    box = tray.rows[digest(tray, name)].role_box
    box.setCurrentIndex(box.findData(role))
    box.activated.emit(box.currentIndex())
    at.settle()


def drop(target: QWidget, paths: list[Path]) -> None:
    """Drop files on a widget by the events a window system sends."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle, left = target.rect().center(), Qt.MouseButton.LeftButton
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, copy, data, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    assert enter.dropAction() is copy
    QApplication.sendEvent(target, QDropEvent(QPointF(middle), copy, data, left, none))


# What a person does


def test_the_originals_may_be_deleted_right_after_the_drop(at: Place, folder: Path) -> None:
    """A mail program removes its attachments as soon as it sees them dropped."""
    tray, mailbox = opened(at)
    papers, gate = form_and_photo(folder), threading.Event()
    contents = {path.name: path.read_bytes() for path in papers}

    def hold(_work: Work) -> None:
        gate.wait(10)

    at.desk.runner.submit(Lane.PAPERS, hold, tray)  # the lane is busy with other papers
    drop(tray.area, papers)
    for path in papers:
        path.unlink()
    gate.set()
    at.settle()
    assert ready(tray)
    kept = {one.name: one.sha256 for one in draft(at, mailbox).papers}
    files = at.desk.office.files
    assert {name: files.path(digest).read_bytes() for name, digest in kept.items()} == contents


# What a person sees


def test_form_and_photo_are_ready(at: Place, folder: Path) -> None:
    tray, mailbox = opened(at)
    assert not ready(tray)
    assert rows(tray) == {}
    with at.qtbot.waitSignal(tray.changed):
        drop(tray.area, form_and_photo(folder))
    assert not ready(tray), "not before they have been read"
    at.settle()
    assert ready(tray)
    about = rows(tray)
    assert about["modulo firmato.pdf"].startswith("2 pages · ")
    assert about["carta d'identità.jpg"].startswith("photo, becomes a PDF page · ")
    assert roles(at, mailbox) == {"carta d'identità.jpg": "identity", "modulo firmato.pdf": "form"}
    assert draft(at, mailbox).ready
    assert all(path.exists() for path in folder.iterdir()), "the originals stay"


def test_what_is_missing_is_said_once_there_are_papers(at: Place, folder: Path) -> None:
    tray, _ = opened(at)
    assert "missing" not in said(tray)
    photo, form = form_and_photo(folder)
    add(at, tray, form)
    at.qtbot.waitUntil(lambda: "identity document is still missing" in said(tray))
    assert not ready(tray)
    add(at, tray, photo)
    assert "missing" not in said(tray)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("vuoto.pdf", b"", "empty"),
        ("visura.pdf", samples.word(), "Word"),
        ("protetto.pdf", samples.user_password_pdf(), "password"),
        ("modulo.pdf.p7m", samples.p7m(), ".p7m file is not accepted"),
        ("foto.heic", samples.heic(), "HEIC"),
        ("rotto.pdf", samples.damaged_pdf(), "damaged"),
        ("archivio.zip", samples.zip_file(), "compressed"),
        ("nota.txt", b"ciao\n", "text file"),
    ],
)
def test_a_bad_file_is_named_with_its_reason_and_offers_no_role(
    at: Place, folder: Path, name: str, data: bytes, words: str
) -> None:
    tray, mailbox = opened(at)
    add(at, tray, put(folder, name, data), *form_and_photo(folder))
    assert words in rows(tray)[name]
    row = tray.rows[digest(tray, name)]
    assert row.role_box.isHidden()
    assert row.remove_button.accessibleDescription().endswith(rows(tray)[name])
    assert not ready(tray)
    QTest.mouseClick(row.remove_button, Qt.MouseButton.LeftButton)
    at.settle()
    assert ready(tray)
    assert name not in roles(at, mailbox)


def test_odd_papers_are_warned_of_but_may_be_sent(at: Place, folder: Path) -> None:
    tray, mailbox = opened(at)
    form = activation.download_form(at.desk.office, mailbox.id, Work())
    blank = put(folder, "modulo.pdf", at.desk.office.files.path(form.sha256).read_bytes())
    small = put(folder, "carta.png", samples.alpha_png(300, 400))
    add(at, tray, blank, small)
    assert "nobody has signed it" in rows(tray)["modulo.pdf"]
    assert "small" in rows(tray)["carta.png"]
    assert ready(tray)


def test_a_signed_pdf_cannot_be_joined_where_one_document_is_wanted(
    at: Place, folder: Path
) -> None:
    tray, _ = opened(at, **SINGLE)
    assert "sent as one PDF" in said(tray)
    photo, _form = form_and_photo(folder)
    add(at, tray, put(folder, "firmato.pdf", samples.signed_pdf(2)), photo)
    assert "would break the signature" in rows(tray)["firmato.pdf"]
    choose(at, tray, photo.name, "other")
    assert "break" not in rows(tray)["firmato.pdf"]
    at.qtbot.waitUntil(lambda: "Is it on the pages of the form?" in said(tray))
    assert ready(tray)


# What is refused before it is copied


def test_a_huge_file_and_a_folder_are_refused_in_words_and_not_copied(
    at: Place, folder: Path
) -> None:
    tray, mailbox = opened(at)
    (folder / "cartella").mkdir()
    huge = folder / "scansione.pdf"
    with huge.open("wb") as file:
        file.truncate(2 * LIMIT)
    add(at, tray, huge)
    assert "“scansione.pdf” cannot be used" in said(tray.bar)
    assert "larger than 100 MB" in said(tray.bar)
    assert "paid" not in said(tray.bar)
    add(at, tray, huge, folder / "cartella", *form_and_photo(folder))
    assert "2 of the files were not taken" in said(tray.bar)
    assert "scansione.pdf: This file is larger" in said(tray.bar)
    assert "cartella: This is a folder" in said(tray.bar)
    assert ready(tray)
    assert len(roles(at, mailbox)) == 2
    kept = [path for path in (at.at.folder / "files").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in kept) < LIMIT


def test_a_folder_that_is_dropped_with_files_is_refused_and_the_files_are_taken(
    at: Place, folder: Path
) -> None:
    tray, mailbox = opened(at)
    (folder / "cartella").mkdir()
    drop(tray.area, [folder / "cartella", *form_and_photo(folder)])
    at.settle()
    assert "This is a folder" in said(tray.bar)
    assert len(roles(at, mailbox)) == 2
    add(at, tray, put(folder, "visura.pdf", samples.pdf()))
    assert tray.bar.isHidden(), "the next papers are another matter"


def test_the_file_chooser_takes_several_at_once(at: Place, folder: Path) -> None:
    tray, _ = opened(at)
    tray.area.setFocus()
    chooser_button = QApplication.focusWidget()
    assert isinstance(chooser_button, QPushButton)
    QTest.keyClick(chooser_button, Qt.Key.Key_Space)
    dialog = tray.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    paths = form_and_photo(folder)
    dialog.filesSelected.emit([str(path) for path in paths])
    dialog.close()
    at.settle()
    assert ready(tray)


# Changes


def test_a_role_chosen_by_the_person_is_not_guessed_again(at: Place, folder: Path) -> None:
    tray, mailbox = opened(at)
    first = put(folder, "primo.pdf", samples.pdf(1))
    second = put(folder, "secondo.pdf", samples.pdf(3))
    add(at, tray, first, second)
    assert roles(at, mailbox) == {"primo.pdf": "identity", "secondo.pdf": "form"}
    choose(at, tray, "secondo.pdf", "identity")
    choose(at, tray, "primo.pdf", "form")
    add(at, tray, put(folder, "terzo.pdf", samples.pdf(9)))
    assert roles(at, mailbox) == {
        "primo.pdf": "form",
        "secondo.pdf": "identity",
        "terzo.pdf": "identity",
    }
    again = PaperTray(at.desk)
    at.show(again)
    again.set_mailbox(stored(at, mailbox))
    at.settle()
    box = again.rows[digest(again, "primo.pdf")].role_box
    assert box.currentData() == "form"


def test_the_same_paper_twice_stands_there_once(at: Place, folder: Path) -> None:
    tray, mailbox = opened(at)
    photo, form = form_and_photo(folder)
    copy = put(folder, "copia.pdf", form.read_bytes())
    add(at, tray, form, photo, copy)
    add(at, tray, form)
    assert set(roles(at, mailbox)) == {form.name, photo.name}
    assert len(tray.rows) == 2


def test_a_paper_that_is_taken_away_hands_the_focus_to_its_neighbour(
    at: Place, folder: Path
) -> None:
    tray, mailbox = opened(at)
    add(at, tray, *form_and_photo(folder))
    first, second = tray.rows.values()
    first.remove_button.setFocus()
    QTest.keyClick(first.remove_button, Qt.Key.Key_Space)
    at.settle()
    assert list(tray.rows.values()) == [second]
    assert second.remove_button.hasFocus()
    QTest.keyClick(second.remove_button, Qt.Key.Key_Space)
    at.settle()
    assert draft(at, mailbox).papers == []
    assert tray.area.focusProxy() is QApplication.focusWidget()


def test_a_change_keeps_the_rows_and_the_focus(at: Place, folder: Path) -> None:
    tray, _ = opened(at)
    photo, form = form_and_photo(folder)
    add(at, tray, photo, form)
    before = dict(tray.rows)
    box = tray.rows[digest(tray, photo.name)].role_box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    at.settle()
    assert tray.rows == before
    assert box.hasFocus()
    assert box.currentData() == "other"
    assert "not be sent" in rows(tray)[photo.name]


def test_scrolling_past_a_paper_does_not_change_what_it_is(at: Place, folder: Path) -> None:
    tray, mailbox = opened(at)
    add(at, tray, *form_and_photo(folder))
    before = roles(at, mailbox)
    for row in tray.rows.values():
        place = QPointF(row.role_box.rect().center())
        turn = QWheelEvent(
            place,
            row.role_box.mapToGlobal(place),
            QPoint(0, 0),
            QPoint(0, -240),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(row.role_box, turn)
    at.settle()
    assert roles(at, mailbox) == before


# One draft, seen from several places


def test_papers_read_for_another_mailbox_are_kept_there_and_not_shown_here(
    at: Place, folder: Path
) -> None:
    tray, mailbox = opened(at)
    other = at.at.registered(casella_pec="altra@testcert.legalmail.it")
    gate = threading.Event()

    def hold(_work: Work) -> None:
        gate.wait(20)

    at.desk.runner.submit(Lane.PAPERS, hold, tray)
    tray.add_files(form_and_photo(folder))
    tray.set_mailbox(stored(at, other))
    gate.set()
    at.settle()
    assert rows(tray) == {}
    assert not tray.busy
    assert len(roles(at, mailbox)) == 2
    assert roles(at, other) == {}
    tray.set_mailbox(stored(at, mailbox))
    at.settle()
    assert ready(tray)


def test_a_refusal_for_another_mailbox_is_not_shown_here(at: Place, folder: Path) -> None:
    tray, _ = opened(at)
    other = at.at.registered(casella_pec="altra@testcert.legalmail.it")
    tray.add_files([folder / "niente.pdf"])
    tray.set_mailbox(stored(at, other))
    at.settle()
    assert tray.bar.isHidden()


def test_no_mailbox_shows_nothing_and_takes_nothing(at: Place, folder: Path) -> None:
    tray, mailbox = opened(at)
    add(at, tray, *form_and_photo(folder))
    tray.set_mailbox(None)
    assert tray.rows == {}
    assert not ready(tray)
    add(at, tray, *form_and_photo(folder))
    assert tray.rows == {}
    assert len(roles(at, mailbox)) == 2


def test_what_was_changed_elsewhere_is_seen_after_a_reload(at: Place, folder: Path) -> None:
    tray, mailbox = opened(at)
    take_papers(at.desk.office, mailbox.id, form_and_photo(folder), Work())
    assert rows(tray) == {}
    tray.reload()
    at.settle()
    assert ready(tray)
    activation.activate(at.desk.office, draft(at, mailbox).id, Work())
    tray.reload()
    at.settle()
    assert rows(tray) == {}
    assert not ready(tray)


def test_everything_works_without_a_network(at: Place, folder: Path) -> None:
    tray, mailbox = opened(at)
    at.desk.office.connection = None
    at.at.server.stop()
    add(at, tray, *form_and_photo(folder))
    choose(at, tray, "carta d'identità.jpg", "other")
    choose(at, tray, "carta d'identità.jpg", "identity")
    assert ready(tray)
    assert draft(at, mailbox).ready


def test_papers_with_an_unknown_outcome_are_not_sent_with_one_click(
    at: Place, folder: Path
) -> None:
    tray, mailbox = opened(at)
    add(at, tray, *form_and_photo(folder))
    at.at.server.faults.set(Fault.DROP_AFTER, "activate_mailbox")
    with pytest.raises(ApiError):
        activation.activate(at.desk.office, draft(at, mailbox).id, Work())
    tray.reload()
    at.settle()
    assert not ready(tray)
    assert tray.state is not None
    assert tray.state.complete
    assert len(tray.state.unsettled) == 1


def test_a_state_that_expects_no_papers_is_said(at: Place, folder: Path) -> None:
    tray, mailbox = opened(at)
    add(at, tray, *form_and_photo(folder))
    activation.activate(at.desk.office, draft(at, mailbox).id, Work())
    mailboxes.read(at.desk.office, mailbox.id, Work())
    add(at, tray, *form_and_photo(folder))
    at.qtbot.waitUntil(lambda: "Documents can be sent only while" in said(tray))
    assert not ready(tray)


# While it works


def test_long_reading_shows_how_far_it_is_and_short_reading_shows_nothing(
    at: Place, folder: Path
) -> None:
    tray, _ = opened(at)
    bar = tray.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    gate = threading.Event()

    def hold(_work: Work) -> None:
        gate.wait(20)

    at.desk.runner.submit(Lane.PAPERS, hold, tray)
    tray.add_files(form_and_photo(folder))
    assert bar.isHidden()
    at.qtbot.waitUntil(bar.isVisible)
    gate.set()
    at.settle()
    assert bar.isHidden()


def test_an_archive_that_cannot_be_read_is_said_and_can_be_tried_again(
    at: Place, folder: Path
) -> None:
    tray, _ = opened(at)
    add(at, tray, *form_and_photo(folder))
    archive = at.desk.office.database.path
    hidden = archive.with_suffix(".hidden")
    archive.rename(hidden)
    tray.reload()
    at.settle()
    assert tray.bar.isVisible()
    hidden.rename(archive)
    retry = next(one for one in tray.bar.findChildren(QPushButton) if "again" in one.text())
    QTest.mouseClick(retry, Qt.MouseButton.LeftButton)
    at.settle()
    assert tray.bar.isHidden()
    assert ready(tray)


# For everybody


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_has_a_name_and_everything_fits_the_narrow_panel(
    at: Place, folder: Path, scale: float
) -> None:
    at.desk.theme.choose("light", scale)
    tray, _ = opened(at)
    long = put(folder, "modulo_attivazione_" + "x" * 120 + ".pdf", samples.pdf(2))
    photo, _form = form_and_photo(folder)
    add(at, tray, long, photo, put(folder, "vuoto.pdf", b""))
    assert nameless(tray) == []
    assert tray.minimumSizeHint().width() <= at.desk.theme.em(23)


def test_the_keyboard_goes_from_the_area_through_the_papers(at: Place, folder: Path) -> None:
    tray, _ = opened(at)
    add(at, tray, *form_and_photo(folder))
    tray.area.setFocus()
    walked: list[QWidget | None] = [QApplication.focusWidget()]
    for _ in range(4):
        last = walked[-1]
        assert last is not None
        QTest.keyClick(last, Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    first, second = tray.rows.values()
    assert walked[1:] == [
        first.role_box,
        first.remove_button,
        second.role_box,
        second.remove_button,
    ]


def test_another_theme_and_text_size_are_taken_at_once(at: Place, folder: Path) -> None:
    tray, _ = opened(at)
    photo, _form = form_and_photo(folder)
    add(at, tray, photo)
    (row,) = tray.rows.values()
    at.qtbot.waitUntil(row.isVisible)
    before = row.sizeHint().height()
    at.desk.theme.choose("dark", 2.0)
    at.qtbot.waitUntil(lambda: row.sizeHint().height() > before * 1.5)


def test_a_name_that_hides_or_turns_text_is_shown_plainly(at: Place, folder: Path) -> None:
    tray, _ = opened(at)
    odd = put(folder, "modulo\u202efdp.exe\n<b>.pdf", samples.pdf(2))
    add(at, tray, odd, put(folder, "\u202evuoto.pdf", b""))
    assert nameless(tray) == []
    shown = said(tray) + "".join(row.remove_button.accessibleName() for row in tray.rows.values())
    assert "\u202e" not in shown
    assert "\n" not in shown
    add(at, tray, folder / "niente\u202e.pdf")
    assert "\u202e" not in said(tray.bar)
    add(at, tray, folder / "niente\u202e.pdf", folder / "nulla\n.pdf")
    assert "\u202e" not in said(tray.bar)
