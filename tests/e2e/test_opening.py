"""Files that the system wants opened with the program ("Open with" on macOS)."""

from __future__ import annotations

from pathlib import Path

import pytest
from driver import Script, Stage
from paper_samples import pdf
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from test_main_job import play

from pec_desktop.domain.mailbox import State

pytestmark = [pytest.mark.alone, pytest.mark.timeout(240)]
BEFORE: dict[str, object] = {}


def open_with(path: str) -> None:
    """What Qt does when macOS says that a file is to be opened."""
    app = QApplication.instance()
    assert app is not None
    QApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(path)))


def a_paper_is_opened_with_the_program(stage: Stage) -> Script:
    """Without a mailbox that waits for papers it says so; the selected one takes it."""
    paper, window = stage.arguments[0], stage.window
    table = window.mailboxes.table.rows
    yield lambda: len(table.rows) > 10
    open_with(paper)
    assert "Select the one mailbox" in window.mailboxes.news.words
    waiting = next(one for one in table.shown if one.stored.mailbox.state is State.REGISTRATA)
    window.mailboxes.select(waiting.id)
    yield lambda: window.mailboxes.detail.mailbox_id == waiting.id
    open_with(paper)
    drafts = stage.program.office
    assert drafts is not None
    yield lambda: any(draft.target == waiting.id and draft.papers for draft in drafts.drafts.all())


def test_a_paper_is_opened_with_the_program(tmp_path: Path) -> None:
    paper = tmp_path / "modulo.pdf"
    paper.write_bytes(pdf())
    program = ("--practice", "--lang", "en", "--profile-dir", tmp_path / "profile")
    play("test_opening:a_paper_is_opened_with_the_program", *program, "--", paper)
