"""Files that are to be opened with the program: named at its start, by another, by the system."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from driver import Script, Stage
from paper_samples import pdf
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from test_main_job import play

from pec_desktop.domain.mailbox import State
from pec_desktop.store.drafts import Draft
from pec_desktop.ui.welcome import Welcome

pytestmark = [pytest.mark.alone, pytest.mark.timeout(240)]
BEFORE: dict[str, object] = {}


def open_with(path: str) -> None:
    """What Qt does when macOS says that a file is to be opened."""
    app = QApplication.instance()
    assert app is not None
    QApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(path)))


def start_another(file: Path) -> subprocess.Popen[bytes]:
    """Start the program on the profile beside the file, as the system does to open it."""
    profile = file.parent / "profile"
    command = [sys.executable, "-m", "pec_desktop", "--profile-dir", profile, file]
    return subprocess.Popen(list(map(str, command)))


def select_waiting(stage: Stage) -> str:
    """Select a mailbox that waits for papers; returns its id."""
    mailboxes = stage.window.mailboxes
    rows = mailboxes.table.rows.shown
    waiting = next(one for one in rows if one.stored.mailbox.state is State.REGISTRATA)
    mailboxes.select(waiting.id)
    return str(waiting.id)


def papers_of(stage: Stage, mailbox_id: str) -> list[str]:
    """The names of the papers in the mailbox's draft."""
    assert stage.program.office is not None
    drafts: list[Draft] = stage.program.office.drafts.all()
    return [paper.name for draft in drafts if draft.target == mailbox_id for paper in draft.papers]


def a_paper_is_opened_with_the_program(stage: Stage) -> Script:
    """Without a mailbox that waits for papers it says so; the selected one takes it."""
    paper, window = stage.arguments[0], stage.window
    yield lambda: len(window.mailboxes.table.rows.rows) > 10
    open_with(paper)
    assert "Select the one mailbox" in window.mailboxes.news.words
    waiting = select_waiting(stage)
    yield lambda: window.mailboxes.detail.mailbox_id == waiting
    open_with(paper)
    yield lambda: papers_of(stage, waiting) == [Path(paper).name]


def files_named_at_the_start_and_by_others(stage: Stage) -> Script:
    """Those of the start come first; each other start hands over its own, and ends in silence."""
    folder, window = Path(stage.arguments[0]), stage.window
    news = window.mailboxes.news
    assert "Select the one mailbox" in news.words
    yield lambda: len(window.mailboxes.table.rows.rows) > 10
    waiting = select_waiting(stage)
    yield lambda: window.mailboxes.detail.mailbox_id == waiting
    others = [start_another(folder / name) for name in ("one.pdf", "two.pdf")]
    yield lambda: sorted(papers_of(stage, waiting)) == ["one.pdf", "two.pdf"]
    yield lambda: all(one.poll() is not None for one in others)
    assert [one.returncode for one in others] == [0, 0]
    other = start_another(folder / "profile")
    yield lambda: "This is a folder" in news.words
    assert other.wait() == 0
    other = start_another(folder / "gone.pdf")
    bar = window.mailboxes.detail.tray.bar
    yield lambda: bar.failure is not None
    assert "gone.pdf" in bar.failure.title
    assert "no longer where it was" in bar.failure.what
    assert other.wait() == 0
    assert len(papers_of(stage, waiting)) == 2


def files_wait_behind_the_doors(stage: Stage) -> Script:
    """Without an account there is nothing that could take them yet."""
    assert isinstance(stage.program.window, Welcome)
    other = start_another(Path(stage.arguments[0]))
    yield lambda: other.poll() is not None
    assert other.returncode == 0
    assert isinstance(stage.program.window, Welcome)
    stage.program.practise()
    assert "Select the one mailbox" in stage.window.mailboxes.news.words
    yield lambda: len(stage.window.mailboxes.table.rows.rows) > 10


def made(path: Path, pages: int = 1) -> Path:
    path.write_bytes(pdf(pages))
    return path


def test_a_paper_is_opened_with_the_program(tmp_path: Path) -> None:
    paper = made(tmp_path / "modulo.pdf")
    program = ("--practice", "--lang", "en", "--profile-dir", tmp_path / "profile")
    play("test_opening:a_paper_is_opened_with_the_program", *program, "--", paper)


def test_files_named_at_the_start_and_by_others(tmp_path: Path) -> None:
    one = made(tmp_path / "one.pdf")
    made(tmp_path / "two.pdf", pages=2)
    program = ("--practice", "--lang", "en", "--profile-dir", tmp_path / "profile", one)
    play("test_opening:files_named_at_the_start_and_by_others", *program, "--", tmp_path)


def test_files_wait_behind_the_doors(tmp_path: Path) -> None:
    program = ("--lang", "en", "--profile-dir", tmp_path / "profile")
    play("test_opening:files_wait_behind_the_doors", *program, "--", made(tmp_path / "one.pdf"))
