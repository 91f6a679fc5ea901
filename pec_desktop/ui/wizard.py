"""The shell of a wizard: steps on the left, one page on the right, words on the buttons.

What the steps are and what comes next stands in `pec_desktop.domain.flows`; a subclass adds a
`Page` for each step and says what the last button does. Windows do not block: use `open()`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.domain.fields import Values
from pec_desktop.domain.flows import Flow, Step
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.reason import explain
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.step_list import StepList
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import known, text
from pec_desktop.work import Work

T = TypeVar("T")

AHEAD = 50
"""Milliseconds after a page is shown until the one after it is made; it is painted by then."""


def breakable(words: str) -> str:
    """Let addresses and other long texts be broken after their signs, by marks nobody can see.

    For labels whose text cannot be selected: the marks must not be copied.
    """
    return _ADDRESS.sub(lambda found: _SIGNS.sub("\\g<0>\u200b", found.group()), words)


_ADDRESS = re.compile(r"\S+(?:@|://)\S+|\S{25,}")
_SIGNS = re.compile(r"[^\w\s]|_")


class Page(QWidget):
    """The content of one step. A subclass fills `box` and overrides what it needs."""

    changed = Signal()
    """Something was changed that the draft keeps."""

    complete_changed = Signal()
    """`final_text`, `may_go_on` or the like is new: the buttons must be looked at again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(desk.theme.em(1.2))

    def enter(self) -> None:
        """The page is about to be shown, again or for the first time."""

    def leave(self) -> bool:
        """Next was pressed: check, show what is wrong, and tell whether to go on."""
        return True

    def focus(self) -> None:
        """Put the cursor where work starts."""
        self.setFocus()

    @property
    def may_go_on(self) -> bool:
        """Whether the button that goes on is enabled."""
        return True

    @property
    def why_not(self) -> str:
        """Why it is not, in words, where the page knows them."""
        return ""


class Wizard(QDialog):
    """The shell. `add_page` for each step of the flow, then `start`. GUI thread."""

    def __init__(self, desk: Desk, flow: Flow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.flow = flow
        self._pages: dict[str, tuple[Page, QScrollArea]] = {}
        self._makers: dict[str, Callable[[], Page]] = {}
        self._reached = 0
        self._step = flow.steps[0]
        self._busy = False
        self._held = False
        self._ended = False
        self._again: Callable[[], None] = self.refresh
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD)
        self._ahead.timeout.connect(self._make_ahead)
        self.setWindowTitle(text(f"flow.{flow.name}"))
        self._steps = StepList(desk, flow, self)
        self._subject, self._title, self._about = QLabel(), QLabel(), QLabel()
        self._stack = QStackedWidget()
        self.bar = FailureBar(desk.theme)
        self._busy_row = BusyRow(desk.theme)
        self.close_button = QPushButton(self.tr("&Save and close"))
        self.back_button = QPushButton(self.tr("&Back"))
        self.next_button = QPushButton(self.tr("&Next"))
        self._build()

    # For subclasses

    def values(self) -> Values:
        """What decides which steps there are; the draft's values."""
        return {}

    def finish(self) -> None:
        """The button of the last step was pressed."""
        self.accept()

    def final_text(self) -> str:
        """The words on the button of the last step: they say what it does."""
        return self.tr("&Close")

    def entered(self, step: Step) -> None:
        """A step is shown now."""

    def close_wanted(self) -> None:
        """The person closes the wizard: save what there is, then `accept()`."""
        self.accept()

    def keep_now(self) -> bool:
        """The window is being closed from outside: save at once, and tell whether it may close."""
        return True

    # For everybody

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    @property
    def busy(self) -> bool:
        """Whether something is being done that must come to its end first."""
        return self._busy

    def page(self, name: str) -> Page:
        """Return the page of a step, made now if it was not needed before."""
        if name in self._makers:
            self.add_page(name, self._makers.pop(name)())
        return self._pages[name][0]

    def add_later(self, name: str, make: Callable[[], Page]) -> None:
        """Let `make` bring the page of the step `name` when the one before it is shown.

        A page of many fields takes a while to make, and each should be there at once.
        """
        self._makers[name] = make

    def set_flow(self, flow: Flow) -> None:
        """Take a flow whose steps bear the same names and have other fields."""
        self.flow = flow
        self._step = flow.step(self._step.name)

    def add_page(self, name: str, page: Page) -> None:
        """Make `page` the content of the step `name`, in the place of another one."""
        if name in self._pages:
            old = self._pages[name][1]
            self._stack.removeWidget(old)
            old.deleteLater()
        content = QWidget()
        box = QVBoxLayout(content)
        edge = self.desk.theme.em(0.2)
        box.setContentsMargins(edge, edge, self.desk.theme.em(1), edge)
        scroll = Scrolling(content)
        self._stack.addWidget(scroll)
        box.addWidget(page)  # last: whatever moves to another parent is dressed again
        box.addStretch()
        self._pages[name] = (page, scroll)
        page.complete_changed.connect(self.refresh)

    def go_to(self, name: str) -> None:
        """Show the step `name`."""
        self._step = self.flow.step(name)
        self._reached = max(self._reached, self.flow.steps.index(self._step))
        key = f"step.{self.flow.name}.{self._step.name}"
        about = f"{key}.about"
        title = text(f"{key}.title" if known(f"{key}.title") else key)
        self._show(title, text(about) if known(about) else "", self._step.name)
        self.bar.clear()  # what was said on another page does not concern this one
        self.entered(self._step)

    def show_end(self, title: str, about: str, page: Page) -> None:
        """Show `page` after the last step: all is done, there is no way back."""
        self.add_page("", page)
        self._ended = True
        self._reached = len(self.flow.steps)
        self._show(title, about, "")

    @property
    def ended(self) -> bool:
        """Whether the page after the last step is shown."""
        return self._ended

    def begin_again(self) -> None:
        """Go back from the last page to the first step, as if nothing had been done yet."""
        self._ended = False
        self._reached = 0
        self.go_to(self.flow.steps[0].name)

    def set_busy(self, doing: str, *, held: bool = True) -> None:
        """Say what is being done and lock the buttons; empty words unlock them.

        Unless it must hold the window (`held`), the person may close it meanwhile.
        """
        self._busy = bool(doing)
        self._held = self._busy and held
        self._busy_row.say(doing)
        self._stack.setEnabled(not self._busy)
        self.refresh()

    def ask(
        self,
        doing: str,
        question: Callable[[Work], T],
        then: Callable[[T], None],
        again: Callable[[], None],
    ) -> None:
        """Ask in a worker thread what may be given up; `again` asks once more if that fails.

        `doing` says what is being done; `then` gets the answer and unlocks the buttons.
        """
        self.bar.clear()
        self._again = again
        self.set_busy(doing, held=False)
        self.desk.runner.submit(Lane.NET, question, self, then, self._on_no_answer)

    def fail(self, error: Exception, again: Callable[[], None]) -> None:
        """Show an error; `again` is what is tried once more."""
        self._again = again
        self.bar.show_error(error, can_retry=True)

    def set_subject(self, words: str) -> None:
        """Say above every page's title what the wizard is about, for instance an address."""
        self._subject.setText(breakable(words))
        self._subject.setAccessibleName(words)
        self._subject.show()

    def set_head(self, title: str, about: str) -> None:
        """Put another title and sentence at the head of the page that is shown."""
        self._title.setText(breakable(title))
        self._about.setText(about)
        self._about.setVisible(bool(about))

    def say(self, words: str) -> None:
        """Show a quiet remark below the steps (for instance that all is saved)."""
        self._steps.say(words)

    @Slot()
    def refresh(self) -> None:
        """Bring buttons and step list in line with where the wizard stands."""
        values = self.values()
        last = self._ended or self.flow.next(self._step, values) is None
        first = self._ended or self.flow.previous(self._step, values) is None
        self.next_button.setText(self.final_text() if last else self.tr("&Next"))
        explain(self.next_button, "" if self._busy else self._page.why_not)
        self.next_button.setEnabled(not self._busy and self._page.may_go_on)
        # What is paid for is never one Enter too many away.
        self.next_button.setDefault(not last)
        self.back_button.setVisible(not first)
        self.back_button.setEnabled(not self._busy)
        self.close_button.setEnabled(not self._held)
        locked = self._busy or self._ended
        now = None if self._ended else self._step
        self._steps.show_state(self.flow.steps_for(values), now, self._reached, locked)

    @Slot()
    def go_on(self) -> None:
        """Check the page and show the next step, or do what the last button says."""
        if self._busy or not self.next_button.isEnabled():
            return
        if not self._page.leave():
            return
        after = None if self._ended else self.flow.next(self._step, self.values())
        if after is None:
            self.finish()
        else:
            self.go_to(after.name)

    @Slot()
    def go_back(self) -> None:
        """Show the step before."""
        before = self.flow.previous(self._step, self.values())
        if before is not None and not self._busy:
            self.go_to(before.name)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close now, whether the person or the whole program wants it, unless that loses work.

        While something is being sent the window only goes out of sight: it is still needed.
        """
        if self._held:
            event.ignore()
            self.hide()
        elif self.keep_now():
            event.accept()
            self.done(QDialog.DialogCode.Rejected)
        else:
            event.ignore()

    @Slot()
    def reject(self) -> None:
        """Escape and the button that closes; not while something must not be interrupted."""
        if not self._held:
            self.close_wanted()

    # Inside

    def _on_no_answer(self, error: Exception) -> None:
        self.set_busy("")
        self.fail(error, self._again)

    @Slot()
    def _on_retry(self) -> None:
        self.bar.clear()
        self._again()

    def _show(self, title: str, about: str, name: str) -> None:
        page = self.page(name)
        scroll = self._pages[name][1]
        self.set_head(title, about)
        page.enter()
        self._stack.setCurrentWidget(scroll)
        scroll.verticalScrollBar().setValue(0)
        self.refresh()
        page.focus()
        self._ahead.start()

    @Slot()
    def _make_ahead(self) -> None:
        after = None if self._ended else self.flow.next(self._step, self.values())
        if after is not None and after.name in self._makers:
            self.page(after.name)

    @property
    def _page(self) -> Page:
        return self.page("" if self._ended else self._step.name)

    def _build(self) -> None:
        em = self.desk.theme.em
        for label, role in (
            (self._subject, "muted"),
            (self._title, "title"),
            (self._about, "muted"),
        ):
            set_role(label, role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._subject.hide()
        set_role(self.next_button, "primary")
        for button, slot in (
            (self.close_button, self.reject),
            (self.back_button, self.go_back),
            (self.next_button, self.go_on),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(0.8))
        buttons.addWidget(self.close_button)
        buttons.addStretch()
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        right = QVBoxLayout()
        right.setSpacing(em(1))
        right.addWidget(self._card(), 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(1.2), em(1.2), em(1.2), em(1.2))
        row.setSpacing(em(1.2))
        row.addWidget(self._steps)
        row.addLayout(right, 1)
        self._steps.chosen.connect(self.go_to)
        self.bar.retry.connect(self._on_retry)
        self.resize(self._room(70, 52))

    def _card(self) -> QFrame:
        """What the page stands on: its title above it, below it what fails or is being done."""
        em, card = self.desk.theme.em, QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(em(2), em(1.6), em(1), em(1.2))
        inside.setSpacing(em(0.6))
        for label in (self._subject, self._title, self._about):
            inside.addWidget(label)
        inside.addSpacing(em(0.6))
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.bar)
        inside.addWidget(self._busy_row)
        return card

    def _room(self, width: float, height: float) -> QSize:
        """A size in em that suits the text, as far as it fits the screen."""
        em = self.desk.theme.em
        room = self.screen().availableSize()
        return QSize(min(em(width), room.width()), min(em(height), room.height()))
