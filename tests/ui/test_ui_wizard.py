"""The wizard's shell on a small flow, and the keeper of drafts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.domain.fields import Field, Values, is_field
from pec_desktop.domain.flows import Flow, Step
from pec_desktop.services import drafts
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.draft_keeper import PAUSE, DraftKeeper, Keeping
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.wizard import Page, Wizard, breakable
from pec_desktop.work import Work

FLOW = Flow(
    "trial",
    (
        Step("first"),
        Step("only_for_x", (Field("detail", applies=is_field("kind", "X")),)),
        Step("last"),
    ),
)


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path, connected=False) as opened:
        yield opened


class Sheet(Page):
    """A page with a line, which lets go on when something is in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.entered = 0
        self.line = QLineEdit()
        self.line.setAccessibleName("line")
        self.line.textChanged.connect(self.complete_changed)
        self.box.addWidget(self.line)

    def enter(self) -> None:
        self.entered += 1

    def leave(self) -> bool:
        return self.line.text() != "wrong"

    def focus(self) -> None:
        self.line.setFocus()

    @property
    def may_go_on(self) -> bool:
        return bool(self.line.text())


class Trial(Wizard):
    """A wizard that counts what is asked of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, FLOW)
        self.finished_times = 0
        self.made: list[str] = []
        self.given: dict[str, object] = {}
        for step in FLOW.steps:
            self.add_later(step.name, partial(self._make, step.name))
        self.go_to("first")

    def _make(self, name: str) -> Sheet:
        self.made.append(name)
        return Sheet(self.desk)

    def values(self) -> Values:
        return self.given

    def final_text(self) -> str:
        return "&Do it"

    def finish(self) -> None:
        self.finished_times += 1


def opened(at: Place) -> Trial:
    wizard = Trial(at.desk)
    at.show(wizard)
    return wizard


def sheet(wizard: Trial) -> Sheet:
    found = wizard.page(wizard.step.name)
    assert isinstance(found, Sheet)
    return found


def step_button(wizard: Trial, name: str) -> QPushButton:
    return next(one for one in wizard.findChildren(QPushButton) if one.property("step") == name)


def test_the_page_that_comes_next_is_made_while_one_is_read(at: Place) -> None:
    wizard = Trial(at.desk)
    assert wizard.made == ["first"]
    wizard.given["kind"] = "X"
    at.show(wizard)
    at.qtbot.waitUntil(lambda: wizard.made == ["first", "only_for_x"])
    QTest.keyClicks(sheet(wizard).line, "a")
    assert wizard.step.name == "first"
    assert sheet(wizard).line.hasFocus()
    wizard.go_on()
    at.qtbot.waitUntil(lambda: wizard.made == ["first", "only_for_x", "last"])


def test_what_is_wider_than_the_screen_can_be_reached(at: Place) -> None:
    wizard = opened(at)
    bar = wizard.findChildren(Scrolling)[0].horizontalScrollBar()
    assert bar.maximum() == 0
    sheet(wizard).line.setMinimumWidth(3 * wizard.width())
    at.qtbot.waitUntil(lambda: bar.maximum() > wizard.width() and bar.isVisible())


def test_pages_are_made_only_once(at: Place) -> None:
    wizard = opened(at)
    sheet(wizard).line.setText("a")
    wizard.go_on()
    wizard.go_back()
    wizard.go_on()
    assert wizard.made == ["first", "last"]
    assert sheet(wizard).entered == 2


def test_a_step_that_asks_nothing_is_passed_over_and_not_shown(at: Place) -> None:
    wizard = opened(at)
    assert not step_button(wizard, "only_for_x").isVisible()
    sheet(wizard).line.setText("a")
    wizard.given["kind"] = "X"
    wizard.go_on()
    assert wizard.step.name == "only_for_x"
    assert step_button(wizard, "only_for_x").isVisible()


def test_an_incomplete_page_locks_next_and_a_wrong_one_stays(at: Place) -> None:
    wizard = opened(at)
    assert not wizard.next_button.isEnabled()
    QTest.keyClicks(sheet(wizard).line, "wrong")
    assert wizard.next_button.isEnabled()
    wizard.go_on()
    assert wizard.step.name == "first"


def test_the_last_button_says_what_it_does_and_enter_does_not_press_it(at: Place) -> None:
    wizard = opened(at)
    QTest.keyClicks(sheet(wizard).line, "a")
    QTest.keyClick(sheet(wizard).line, Qt.Key.Key_Return)
    assert wizard.step.name == "last"
    QTest.keyClicks(sheet(wizard).line, "b")
    assert wizard.next_button.text() == "&Do it"
    QTest.keyClick(sheet(wizard).line, Qt.Key.Key_Return)
    assert wizard.finished_times == 0
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    assert wizard.finished_times == 1


def test_a_busy_wizard_can_neither_be_left_nor_pressed(at: Place) -> None:
    wizard = opened(at)
    QTest.keyClicks(sheet(wizard).line, "a")
    wizard.set_busy("Sending…")
    wizard.go_on()
    wizard.go_back()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.step.name == "first"
    assert wizard.isVisible()
    assert not sheet(wizard).line.isEnabled()
    for button in (wizard.next_button, wizard.close_button, step_button(wizard, "first")):
        assert not button.isEnabled()
    wizard.set_busy("")
    assert wizard.next_button.isEnabled()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()


def test_after_the_end_there_is_no_way_back(at: Place) -> None:
    wizard = opened(at)
    end = Sheet(at.desk)
    end.line.setText("x")
    wizard.show_end("Done", "All is well.", end)
    assert wizard.ended
    assert end.isVisible()
    assert not wizard.back_button.isVisible()
    assert not step_button(wizard, "first").isEnabled()
    wizard.go_back()
    wizard.go_on()
    assert wizard.finished_times == 1


def test_a_long_address_can_be_broken_and_nothing_else_is(at: Place) -> None:
    assert breakable("about 11.00 € for a.b@c.it") == (
        "about 11.00 € for a.\u200bb@\u200bc.\u200bit"
    )


# The keeper of drafts


def test_an_earlier_copy_never_overwrites_a_later_one(at: Place) -> None:
    draft = drafts.new_registration(at.desk.office, {"email": "1"})
    owner = QObject()
    keeper = DraftKeeper(at.desk, draft, owner, saved=False)
    gate = threading.Event()

    def hold(_work: Work) -> None:
        gate.wait(10)

    at.desk.runner.submit(Lane.STORE, hold, keeper)
    keeper.touch()
    keeper.save()  # waits behind the gate
    draft.values["email"] = "2"
    keeper.touch()
    keeper.save_now()
    gate.set()
    at.settle()
    assert at.desk.office.drafts.all()[0].values["email"] == "2"
    assert keeper.state is Keeping.SAVED


def test_what_was_changed_while_saving_is_saved_too_before_going_on(at: Place) -> None:
    draft = drafts.new_registration(at.desk.office, {"email": "1"})
    owner = QObject()
    keeper = DraftKeeper(at.desk, draft, owner, saved=False)
    seen: list[str] = []

    def then() -> None:
        seen.append(str(at.desk.office.drafts.all()[0].values["email"]))

    keeper.touch()
    keeper.save(then)
    draft.values["email"] = "2"
    keeper.touch()
    at.qtbot.waitUntil(lambda: bool(seen))
    at.settle()
    assert seen == ["2"]


def test_typing_without_a_pause_is_saved_all_the_same(at: Place) -> None:
    draft = drafts.new_registration(at.desk.office, {"email": ""})
    owner = QObject()
    keeper = DraftKeeper(at.desk, draft, owner, saved=False)
    typing = QTimer(owner, interval=PAUSE // 10)

    def key() -> None:
        draft.values["email"] += "x"
        keeper.touch()

    typing.timeout.connect(key)
    typing.start()
    at.qtbot.waitUntil(lambda: len(at.desk.office.drafts.all()) == 1, timeout=PAUSE + 5_000)
    typing.stop()
    at.qtbot.waitUntil(lambda: at.desk.office.drafts.all()[0].values == draft.values)


def test_what_is_typed_during_a_slow_save_is_saved_after_it(at: Place) -> None:
    draft = drafts.new_registration(at.desk.office, {"email": "1"})
    owner = QObject()
    keeper = DraftKeeper(at.desk, draft, owner, saved=False)
    gate, held = threading.Event(), QTimer(owner, singleShot=True, interval=PAUSE + 100)
    held.timeout.connect(gate.set)

    def hold(_work: Work) -> None:
        gate.wait(10)

    at.desk.runner.submit(Lane.STORE, hold, keeper)
    keeper.touch()
    keeper.save()  # waits behind the gate
    draft.values["email"] = "2"
    keeper.touch()  # its time comes before that save has ended
    held.start()
    at.qtbot.waitUntil(
        lambda: [one.values["email"] for one in at.desk.office.drafts.all()] == ["2"]
    )


def test_a_frozen_keeper_writes_nothing(at: Place) -> None:
    draft = drafts.new_registration(at.desk.office)
    owner = QObject()
    keeper = DraftKeeper(at.desk, draft, owner, saved=False)
    keeper.touch()
    keeper.freeze(True)
    keeper.touch()
    keeper.save()
    keeper.save_now()
    at.settle()
    assert at.desk.office.drafts.all() == []
    keeper.freeze(False)
    keeper.save_now()
    assert len(at.desk.office.drafts.all()) == 1
