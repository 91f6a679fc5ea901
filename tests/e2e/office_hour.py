"""An hour of office work, as a script for `driver.py` whose minutes pass as soon as all is quiet.

    python tests/e2e/driver.py office_hour:work PROGRAM ARGUMENTS -- FOLDER ROUNDS [TASK ...]

The hour is divided into so many rounds of the same tasks (or of those named only). Between two of
them some minutes are left out: the clocks of office, archive and lookout jump ahead, and what the
program's timers would have done in that time is done. After each round a `Sample` is printed.
"""

from __future__ import annotations

import gc
import json
import os
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.request import Request, urlopen

import paper_samples
import scenarios
from driver import Script, Stage
from office_support import STUDIO
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox
from shiboken6 import getCppPointer, isValid

from pec_desktop.domain.mailbox import LEGALMAIL, State
from pec_desktop.ui.account_page import PARTS
from pec_desktop.ui.activation import ActivationWizard
from pec_desktop.ui.change import ChangeWizard
from pec_desktop.ui.communication import CommunicationWizard
from pec_desktop.ui.forms import Form
from pec_desktop.ui.lookup import LookUp
from pec_desktop.ui.preferences import Preferences
from pec_desktop.ui.preservation import PreservationWizard
from pec_desktop.ui.registration import RegistrationWizard
from pec_desktop.ui.save_archive import SaveArchive
from pec_desktop.ui.wizard import Wizard

HOUR = 3600.0
NEW_IN = 4
"""In every so many rounds a mailbox is registered and activated; in the others it is left."""

WAITING = (State.REGISTRATA, State.DOCUMENTI_ERRATI)
"""The states in which papers are expected."""

D = TypeVar("D", bound=QDialog)


@dataclass
class Sample:
    """What the program's process holds at the end of a round."""

    memory: int
    """KiB in memory (RSS)."""
    threads: int
    handles: int
    widgets: int
    objects: int
    """Python objects that the collector looks after."""
    requests: int
    """How many have reached the server since the start."""
    minutes: float
    """How much of the hour has passed."""


class Hour:
    """The clock of this hour, and all that its tasks work with."""

    def __init__(self, stage: Stage, folder: Path, rounds: int) -> None:
        self.stage = stage
        self.folder = folder
        self.rounds = rounds
        self.number = 0
        self.skipped = 0.0
        self._waits: dict[int, float] = {}
        """Milliseconds that have passed for a running timer since it did something."""
        self.kept: list[object] = []
        """What `leak` lets nobody have back."""
        office = stage.program.office
        assert office is not None
        self.office = office
        self.window = stage.window
        office._clock = office.database._clock = lambda: time.time() + self.skipped
        self.window.desk.lookout._clock = lambda: time.monotonic() + self.skipped

    @property
    def quiet(self) -> bool:
        """Whether nothing is under way."""
        readers = (self.window.follower, self.window.register.follower)
        return self.stage.program.runner.busy == 0 and not any(one.busy for one in readers)

    def passes(self, seconds: float) -> Script:
        """Let time pass: clocks jump, and what timers would have done is done."""
        self.skipped += seconds
        desk, waits = self.window.desk, {}
        roots = (self.stage.program, self.window, desk.lookout, desk.reconciler)
        for timer in [one for root in roots for one in root.findChildren(QTimer)]:
            if not isValid(timer) or not timer.isActive():
                continue
            (address,) = getCppPointer(timer)
            waited = self._waits.get(address, 0.0) + seconds * 1000
            if not timer.isSingleShot():
                times, waited = divmod(waited, max(timer.interval(), 1))
                for _ in range(int(times)):
                    timer.timeout.emit()
            elif waited >= timer.remainingTime():
                timer.stop()
                timer.timeout.emit()
                continue
            waits[address] = waited
        self._waits = waits
        yield lambda: self.quiet

    def do(self, command: str) -> None:
        """Choose something in the menus."""
        action = self.window.commands[command]
        assert action.isEnabled(), f"{command}: {action.toolTip()}"
        action.trigger()

    def opened(self, kind: type[D], found: list[D]) -> Script:
        """Wait for a dialog, and until it has what it needs; it is put into `found`."""
        yield lambda: self.stage.dialog(kind)
        dialog = self.stage.dialog(kind)
        assert dialog is not None
        dialog.activateWindow()
        yield dialog.isActiveWindow
        yield lambda: self.quiet
        found.append(dialog)

    def closed(self, dialog: QDialog) -> Script:
        """Close a dialog as Escape does."""
        dialog.reject()
        yield lambda: self.stage.dialog(type(dialog)) is None
        yield lambda: self.quiet

    def choose(self, fits: Callable[[Any], bool]) -> str:
        """Select the first mailbox that fits, and tell its id."""
        row = next(row for row in scenarios.rows(self.stage) if fits(row.stored.mailbox))
        self.window.show_mailbox(row.id)
        return str(row.id)

    def ask_server(self, method: str, what: str, **told: object) -> Any:
        """Speak with the practice server behind the program's back."""
        connection = self.office.connection
        assert connection is not None
        request = Request(
            f"{connection.base_url}/_practice/{what}",
            json.dumps(told).encode() if told else None,
            {"Authorization": f"Bearer {connection.token}"},
            method=method,
        )
        with urlopen(request) as answer:
            return json.load(answer)

    def sample(self) -> Sample:
        """Look at the process as it is: nothing is collected or given back for this."""
        memory = Path("/proc/self/statm").read_text().split()[1]
        return Sample(
            int(memory) * os.sysconf("SC_PAGE_SIZE") // 1024,
            len(list(Path("/proc/self/task").iterdir())),
            len(list(Path("/proc/self/fd").iterdir())),
            len(QApplication.allWidgets()),
            len(gc.get_objects()),
            len(self.ask_server("GET", "requests")["data"]),
            round(60 * self.number / self.rounds, 1),
        )


def work(stage: Stage) -> Script:
    """The hour, from its first minute to its last."""
    yield lambda: len(scenarios.rows(stage)) > 10 and stage.program.runner.busy == 0
    hour = Hour(stage, Path(stage.arguments[0]), int(stage.arguments[1]))
    named = stage.arguments[2:] or [one.__name__ for one in TASKS]
    tasks = [one for one in (*TASKS, leak) if one.__name__ in named]
    hour.ask_server("POST", "pace", pace=0)
    hour.ask_server("POST", "wallet", credit=1_000_000)
    pause = HOUR / hour.rounds / (len(tasks) + 1)
    for number in range(hour.rounds):
        hour.number = number + 1
        for task in (*tasks, refresh):
            yield from task(hour)
            yield from hour.passes(pause)
        print(json.dumps(asdict(hour.sample())), flush=True)


# What there is to do


def refresh(hour: Hour) -> Script:
    """Ask for what is new."""
    hour.window.show_page("mailboxes")
    hour.do("refresh")
    yield lambda: hour.quiet


def search(hour: Hour) -> Script:
    """Look for mailboxes, leaf through them, and write a note."""
    page, columns = hour.window.mailboxes, partial(hour.do, "columns")
    hour.do("search")
    QTest.keyClicks(page.search, "srl")
    page.search.clear()
    for chip in ("expiring", "all"):
        page.chips.choose(chip)
        yield lambda: hour.quiet
    for row in scenarios.rows(hour.stage)[:8]:
        hour.window.show_mailbox(row.id)
        yield lambda: hour.quiet
    for ask in (partial(page.table.customContextMenuRequested.emit, QPoint(9, 9)), columns):
        ask()
        menu = QApplication.activePopupWidget()
        assert menu is not None
        menu.close()
    page.detail.note.setFocus()
    QTest.keyClicks(page.detail.note, f"{hour.number} ")
    yield from hour.passes(2)


def leave_a_registration(hour: Hour) -> Script:
    """Begin to register a mailbox, go on with the draft, and throw it away."""
    found: list[RegistrationWizard] = []
    hour.do("new")
    yield from hour.opened(RegistrationWizard, found)
    yield from fill_page(hour, found[-1], f"bozza{hour.number}")
    yield from fill_page(hour, found[-1])
    yield from hour.passes(2)
    yield from hour.closed(found[-1])
    drafts = hour.window.drafts
    hour.window.show_page("drafts")
    yield lambda: drafts.table.rows.records and hour.quiet
    drafts.table.selectRow(0)
    hour.stage.click(drafts.open_button)
    yield from hour.opened(RegistrationWizard, found)
    yield from hour.closed(found[-1])
    yield from delete_drafts(hour)


def register(hour: Hour) -> Script:
    """Register a mailbox and activate it; not too often, or the list would grow too much."""
    if hour.number % NEW_IN != 1:
        return
    found: list[RegistrationWizard] = []
    hour.do("new")
    yield from hour.opened(RegistrationWizard, found)
    (wizard,) = found
    address = f"nuova{hour.number}"
    while wizard.step.name != "summary":
        yield from fill_page(hour, wizard, address)
    yield wizard.next_button.isEnabled
    hour.stage.click(wizard.next_button)
    yield lambda: not wizard.busy and wizard.next_button.isEnabled()
    hour.stage.click(wizard.next_button)
    photo = hour.folder / "carta identità.jpg"
    photo.write_bytes(paper_samples.photo(800, 600))
    (hour.folder / "modulo.pdf").unlink(missing_ok=True)
    yield lambda: hour.stage.dialog(ActivationWizard)
    yield from scenarios.activate(hour.stage, hour.folder, photo)
    yield lambda: hour.stage.dialog(ActivationWizard) is None and hour.quiet
    registered = f"{address}@testcert.legalmail.it"
    yield lambda: scenarios.state_of(hour.stage, registered) is State.EVASA


def gather_papers(hour: Hour) -> Script:
    """Drop papers for a mailbox that waits for them, and take them away again."""
    hour.choose(lambda one: one.state in WAITING and one.type in LEGALMAIL)
    yield lambda: hour.quiet
    hour.do("activate")
    found: list[ActivationWizard] = []
    yield from hour.opened(ActivationWizard, found)
    (wizard,) = found
    papers = {"modulo.pdf": paper_samples.pdf(2), "carta.jpg": paper_samples.photo(800, 600)}
    for name, data in papers.items():
        (hour.folder / name).write_bytes(data)
    wizard.go_to("papers")
    hour.stage.drop(wizard.papers_page.tray.area, [hour.folder / name for name in papers])
    yield lambda: wizard.papers_page.tray.ready and hour.quiet
    yield from hour.closed(wizard)
    yield from delete_drafts(hour)


def change(hour: Hour) -> Script:
    """Open each of the wizards that change a mailbox, and close it before anything is sent."""
    for command in ("space", "type", "user", "revoke", "preservation"):
        hour.choose(lambda one: one.state is State.EVASA and one.type == "STANDARD")
        yield lambda: hour.quiet
        hour.do(command)
        found: list[Wizard] = []
        kind = PreservationWizard if command == "preservation" else ChangeWizard
        yield from hour.opened(kind, found)
        yield from hour.closed(found[-1])


def renew(hour: Hour) -> Script:
    """Renew a mailbox, and look what it would cost to renew several."""
    hour.choose(lambda one: one.state is State.EVASA and one.type == "GOLD")
    yield lambda: hour.quiet
    hour.do("renew")
    found: list[ChangeWizard] = []
    yield from hour.opened(ChangeWizard, found)
    (wizard,) = found
    for _ in range(2):
        yield wizard.next_button.isEnabled
        hour.stage.click(wizard.next_button)
        yield lambda: hour.quiet and not wizard.busy
    assert wizard.ended
    yield from hour.closed(wizard)
    hour.window.mailboxes.table.selectAll()
    hour.do("renew")
    many: list[QDialog] = []
    yield from hour.opened(QDialog, many)
    yield from hour.closed(many[0])


def lose_an_answer(hour: Hour) -> Script:
    """Renew a mailbox without hearing of it, and let the program find out what became of that."""
    hour.ask_server("POST", "faults", fault="drop_after", operation="renew_mailbox")
    hour.choose(lambda one: one.state is State.EVASA and one.type == "BRONZE")
    yield lambda: hour.quiet
    hour.do("renew")
    found: list[ChangeWizard] = []
    yield from hour.opened(ChangeWizard, found)
    (wizard,) = found
    for _ in range(2):
        yield wizard.next_button.isEnabled
        hour.stage.click(wizard.next_button)
        yield lambda: hour.quiet and not wizard.busy
    assert wizard.bar.isVisible()
    yield from hour.closed(wizard)
    for _ in range(4):
        yield from hour.passes(60)
    assert not hour.office.attempts.unknown()


def look_up(hour: Hour) -> Script:
    """Ask whether an address is free."""
    hour.do("lookup")
    found: list[LookUp] = []
    yield from hour.opened(LookUp, found)
    (dialog,) = found
    line = dialog.address.editor.line
    line.selectAll()
    QTest.keyClicks(line, "libera@testcert.legalmail.it")
    dialog.address.ask()
    yield lambda: dialog.found and hour.quiet
    yield from hour.closed(dialog)


def communicate(hour: Hour) -> Script:
    """Look through the communications, and begin one that is given up."""
    hour.window.show_page("register")
    page = hour.window.register.page
    hour.do("refresh")
    yield lambda: page.rows and hour.quiet
    for number in range(len(page.rows)):
        page.table.selectRow(number)
        yield lambda: hour.quiet
    hour.do("new_communication")
    found: list[CommunicationWizard] = []
    yield from hour.opened(CommunicationWizard, found)
    form = found[0].page("company").findChild(Form)
    assert form is not None
    scenarios.fill(hour.stage, form, {"ragione_sociale": "Prova Srl"})
    yield from hour.passes(2)
    yield from hour.closed(found[0])
    yield from delete_drafts(hour)


def leaf_through(hour: Hour) -> Script:
    """Look at every page and every part of the account."""
    hour.do("account")
    for part in PARTS:
        hour.window.account.choose(part)
        yield lambda: hour.quiet
    hour.window.show_page("activity")
    activity = hour.window.activity
    yield lambda: hour.quiet
    for place in (*range(activity.period.count()), 0):
        activity.period.setCurrentIndex(place)
        yield lambda: hour.quiet


def export(hour: Hour) -> Script:
    """Save the list of mailboxes as a table."""
    hour.window.show_page("mailboxes")
    hour.do("export")
    found: list[QFileDialog] = []
    yield from hour.opened(QFileDialog, found)
    place = hour.folder / f"caselle {hour.number}.csv"
    name = found[0].findChild(QLineEdit)
    assert name is not None
    name.setText(str(place))
    found[0].accept()
    yield lambda: place.is_file() and hour.quiet
    place.unlink()


def set_up(hour: Hour) -> Script:
    """Open what stands beside the work, change looks and text size and back again."""
    hour.do("preferences")
    found: list[QDialog] = []
    yield from hour.opened(Preferences, found)
    yield from hour.closed(found[0])
    hour.do("about")
    yield from hour.opened(QMessageBox, found)
    yield from hour.closed(found[1])
    hour.do("save_archive")
    yield from hour.opened(SaveArchive, found)
    yield from hour.closed(found[2])
    for command in ("theme_dark", "theme_light", "larger", "normal"):
        hour.do(command)
        yield lambda: hour.quiet


def go_away(hour: Hour) -> Script:
    """Be elsewhere while somebody changes a mailbox, and hear of it."""
    waiting = hour.choose(lambda one: one.state in WAITING)
    before = scenarios.state_by_id(hour.stage, waiting)
    other = State.REGISTRATA if before is State.DOCUMENTI_ERRATI else State.DOCUMENTI_ERRATI
    hour.window.showMinimized()
    hour.ask_server("POST", "alter", id=waiting, fields={"stato": other})
    yield from hour.passes(0)
    hour.do("refresh")
    yield lambda: hour.quiet
    yield lambda: scenarios.state_by_id(hour.stage, waiting) is other
    hour.window.showNormal()
    hour.window.activateWindow()
    yield hour.window.isActiveWindow


TASKS: tuple[Callable[[Hour], Script], ...] = (
    *(search, leave_a_registration, register, gather_papers, change, renew, lose_an_answer),
    *(look_up, communicate, leaf_through, export, set_up, go_away),
)


def leak(hour: Hour) -> Script:
    """What a soak must notice, and no work: a window, a picture, a file, a thread, lists stay."""
    found: list[Preferences] = []
    hour.do("preferences")
    yield from hour.opened(Preferences, found)
    found[0].setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    yield from hour.closed(found[0])
    thread = threading.Thread(target=threading.Event().wait, daemon=True)
    thread.start()
    hour.kept += [[] for _ in range(500)]
    hour.kept += [found, hour.window.grab(), (hour.folder / "kept").open("w"), thread]


# How it is done


def fill_page(hour: Hour, wizard: RegistrationWizard, address: str = "") -> Script:
    """Fill in the present page of a registration and go on to the next."""
    step, form = wizard.step, scenarios.form_of(wizard)
    scenarios.fill(hour.stage, form, {**STUDIO, "casella_pec": address})
    if step.name == "address":
        yield lambda: "free" in scenarios.messages(form)
    yield lambda: hour.quiet
    hour.stage.click(wizard.next_button)
    yield lambda: wizard.step is not step or scenarios.errors_in(form)
    assert not scenarios.errors_in(form)


def delete_drafts(hour: Hour) -> Script:
    """Throw all drafts away."""
    drafts = hour.window.drafts
    hour.window.show_page("drafts")
    yield lambda: drafts.table.rows.records and hour.quiet
    drafts.table.selectAll()
    hour.stage.click(drafts.delete_button)
    found: list[QMessageBox] = []
    yield from hour.opened(QMessageBox, found)
    hour.stage.click(next(one for one in found[0].buttons() if "Delete" in one.text()))
    yield lambda: not drafts.table.rows.records and hour.quiet
    hour.window.show_page("mailboxes")
