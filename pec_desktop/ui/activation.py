"""The activation wizard: get the form, gather the papers, send them, watch the mailbox.

Its draft is the mailbox's one activation draft, the same that the detail panel shows. All but the
download, the sending and the following works without a network.
"""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.domain.fields import Values
from pec_desktop.domain.flows import ACTIVATION_FLOW, Step
from pec_desktop.domain.mailbox import SINGLE_DOCUMENT, Mailbox, State
from pec_desktop.errors import Refusal
from pec_desktop.services import activation
from pec_desktop.services.office import Office
from pec_desktop.store.files import StoredFile
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import save_as
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.paper_tray import PaperTray
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.timeline import Timeline, steps
from pec_desktop.ui.wizard import Page, Wizard
from pec_desktop.ui.words import text
from pec_desktop.work import Work

FOLLOW_PAUSES = (1.0, 1.0, 2.0, 3.0, 5.0, 10.0)
"""Seconds between looks at a mailbox that is being processed; the last one repeats."""

FOLLOW_LIMIT = 600.0
"""Seconds after which the wizard stops looking; the main window goes on, more slowly."""


class ActivationWizard(Wizard):
    """Activates one mailbox. GUI thread; non-blocking, use `open()`."""

    sent = Signal(str)
    """The papers of that mailbox were accepted; it is being processed now."""

    followed = Signal(str)
    """The mailbox of that id was read again and its new state is in the archive."""

    def __init__(self, desk: Desk, mailbox_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, ACTIVATION_FLOW, parent)
        stored = desk.office.mailboxes.get(mailbox_id)
        if stored is None:
            raise Refusal("mailbox.gone")
        self.stored = stored
        self._was_sent = False
        self.form_page = FormPage(desk, stored.mailbox)
        self.papers_page = PapersPage(desk)
        self.send_page = SendPage(desk, stored.mailbox)
        self.follow_page = FollowPage(desk, stored.mailbox)
        for name, page in (
            ("form", self.form_page),
            ("papers", self.papers_page),
            ("send", self.send_page),
            ("follow", self.follow_page),
        ):
            self.add_page(name, page)
        self.papers_page.tray.changed.connect(self._on_papers)
        self.papers_page.tray.set_mailbox(stored)
        self.follow_page.followed.connect(self.followed)
        self.form_page.failed.connect(self.bar.show_error)
        self.bar.retry.connect(self.go_on)
        title = self.tr("Activate {address}").format(address=stored.mailbox.casella_pec)
        self.setWindowTitle(title)
        self.close_button.setText(self.tr("&Close"))
        self.go_to("form" if stored.mailbox.state is not State.IN_EVASIONE else "follow")

    def start_at_papers(self) -> None:
        """Show the papers first: the form has been there and signed."""
        self.go_to("papers")

    def add_files(self, paths: list[Path]) -> None:
        """Put dropped files on the draft and show them."""
        self.go_to("papers")
        self.papers_page.tray.add_files(paths)

    def final_text(self) -> str:
        """The last step shows how the mailbox fares."""
        return self.tr("&Done")

    def values(self) -> Values:
        """The flow has no fields."""
        return {}

    def entered(self, step: Step) -> None:
        """Say what the next button does where it sends."""
        self.bar.clear()
        if step.name == "send":
            self.send_page.show_state(self.papers_page.tray)

    def refresh(self) -> None:
        """The button that sends says so; there is no way back once it has been pressed."""
        super().refresh()
        if self.step.name == "send":
            self.next_button.setText(self.tr("&Send the papers"))
        if self._was_sent:
            self.back_button.hide()

    def go_on(self) -> None:
        """Send from the step that sends; go on from all others."""
        if self.step.name == "send" and not self.busy and self.next_button.isEnabled():
            self.send()
        else:
            super().go_on()

    @Slot()
    def send(self) -> None:
        """Send the papers once; the button is locked until the answer is there."""
        state = self.papers_page.tray.state
        if state is None or self.busy:
            return
        office, draft_id = self.desk.office, state.draft.id
        override = self.send_page.overridden

        def activate(work: Work) -> Mailbox:
            return activation.activate(office, draft_id, work, override=override)

        self.bar.clear()
        self.set_busy(self.tr("Sending the papers…"))
        self.desk.runner.submit(Lane.NET, activate, self, self._on_sent, self._on_not_sent)

    def _on_sent(self, mailbox: Mailbox) -> None:
        self.set_busy("")
        self._was_sent = True
        self.follow_page.show_mailbox(mailbox)
        self.go_to("follow")
        self.sent.emit(mailbox.id)

    def _on_not_sent(self, error: Exception) -> None:
        self.set_busy("")
        self.bar.show_error(error, can_retry=True)
        self.send_page.offer_override(isinstance(error, Refusal) and error.key == "attempt.unknown")
        self.papers_page.tray.reload()
        self.refresh()

    @Slot()
    def _on_papers(self) -> None:
        self.send_page.show_state(self.papers_page.tray)
        self.papers_page.complete_changed.emit()


class FormPage(Page):
    """Step one: the form, to open, to print, to save."""

    failed = Signal(Exception)

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        self._mailbox = mailbox
        self._form: StoredFile | None = None
        self._then = ""
        self._state = QLabel()
        self._state.setWordWrap(True)
        set_role(self._state, "muted")
        self.download_button = QPushButton(self.tr("&Download the form"))
        self.open_button = QPushButton(self.tr("&Open and print"))
        self.save_button = QPushButton(self.tr("Save &as…"))
        row = QHBoxLayout()
        row.setSpacing(desk.theme.em(0.6))
        for button, icon, slot in (
            (self.download_button, "download", self._on_download),
            (self.open_button, "print", self._on_open),
            (self.save_button, "save", self._on_save),
        ):
            button.setIcon(desk.theme.icon(icon))
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch()
        for number, words in enumerate(self._steps(), start=1):
            self.box.addLayout(_numbered(desk, number, words))
        self.box.addLayout(row)
        self.box.addWidget(self._state)

    def enter(self) -> None:
        """Look whether the form has been downloaded before."""
        office, mailbox_id = self.desk.office, self._mailbox.id

        def look(_work: Work) -> StoredFile | None:
            return activation.saved_form(office, mailbox_id)

        self.desk.runner.submit(Lane.STORE, look, self, self._on_form)
        self._render()

    def focus(self) -> None:
        """Work starts at the form's button."""
        (self.open_button if self._form else self.download_button).setFocus()

    def _steps(self) -> list[str]:
        papers = (
            self.tr("Scan the signed form. It is sent together with the identity document.")
            if self._mailbox.type in SINGLE_DOCUMENT
            else self.tr("Scan the signed form, and have the applicant's identity document ready.")
        )
        return [
            self.tr("Open the form and print it, or save it and pass it on to be signed."),
            self.tr("The applicant signs it by hand, or digitally within the PDF (PAdES)."),
            papers,
        ]

    @Slot()
    def _on_download(self) -> None:
        self._get("")

    @Slot()
    def _on_open(self) -> None:
        self._get("open")

    @Slot()
    def _on_save(self) -> None:
        self._get("save")

    def _get(self, then: str) -> None:
        """Do `then` with the form, downloading it first if it is not there."""
        self._then = then
        if self._form is not None and then:
            self._use(self._form)
            return
        office, mailbox_id = self.desk.office, self._mailbox.id

        def download(work: Work) -> StoredFile:
            return activation.download_form(office, mailbox_id, work)

        self._set_busy(True)
        self.desk.runner.submit(Lane.NET, download, self, self._on_downloaded, self._on_failed)

    def _on_downloaded(self, form: StoredFile) -> None:
        self._set_busy(False)
        self._on_form(form)
        if self._then:
            self._use(form)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.failed.emit(error)

    def _on_form(self, form: StoredFile | None) -> None:
        self._form = form
        self._render()

    def _set_busy(self, busy: bool) -> None:
        for button in (self.download_button, self.open_button, self.save_button):
            button.setEnabled(not busy)
        if busy:
            self._state.setText(self.tr("The form is being downloaded…"))
        else:
            self._render()

    def _render(self) -> None:
        self.download_button.setText(
            self.tr("&Download again") if self._form else self.tr("&Download the form")
        )
        self._state.setText(
            self.tr("The form is here, and can be opened without a network too.")
            if self._form
            else self.tr("The form has not been downloaded yet.")
        )

    def _use(self, form: StoredFile) -> None:
        files = self.desk.office.files
        if self._then == "save":
            save_as.ask(self, files.path(form.sha256), form.name)
        else:
            copy = files.lend(form.sha256, form.name)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


class PapersPage(Page):
    """Step two: the papers that came back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tray = PaperTray(desk)
        self.box.addWidget(self.tray)

    @property
    def may_go_on(self) -> bool:
        """Only complete papers are sent."""
        return self.tray.ready

    def focus(self) -> None:
        """Work starts in the drop area."""
        self.tray.area.setFocus()


class SendPage(Page):
    """Step three: what will be sent, said before it is sent."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        self._mailbox = mailbox
        self._ready = False
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._free = QLabel(
            self.tr(
                "Sending papers is free as far as the vendor's documents tell: what is paid for is "
                "the registration. The papers leave once, and never again by themselves."
            )
        )
        self._free.setWordWrap(True)
        set_role(self._free, "muted")
        self._override = QCheckBox(
            self.tr("Send again, although an earlier attempt may have been carried out")
        )
        self._override.hide()
        self._override.toggled.connect(self.complete_changed)
        for widget in (self._summary, self._free, self._override):
            self.box.addWidget(widget)

    @property
    def overridden(self) -> bool:
        """Whether the person decided to send in spite of an unknown outcome."""
        return self._override.isChecked()

    @property
    def may_go_on(self) -> bool:
        """Complete papers may be sent."""
        return self._ready and (self._override.isHidden() or self._override.isChecked())

    def offer_override(self, offered: bool) -> None:
        """Let the person decide about an attempt whose outcome is unknown."""
        if offered:
            self._override.show()
            self.complete_changed.emit()

    def show_state(self, tray: PaperTray) -> None:
        """List what will be sent."""
        self._ready = tray.ready
        state = tray.state
        lines = [self.tr("Mailbox: {address}").format(address=self._mailbox.casella_pec)]
        sent = [] if state is None else [one for one in state.papers if one[0].role != "other"]
        if self._mailbox.type in SINGLE_DOCUMENT and len(sent) > 1:
            lines.append(self.tr("One PDF made of:"))
        lines += [f"  •  {text(f'paper.role.{paper.role}')}: {paper.name}" for paper, _ in sent]
        self._summary.setText("\n".join(lines))
        self.complete_changed.emit()


class FollowPage(Page):
    """Step four: the mailbox, looked at until it is active or the papers were refused."""

    followed = Signal(str)

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        self._mailbox = mailbox
        self._looks = 0
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._headline = QLabel()
        set_role(self._headline, "heading")
        self._headline.setWordWrap(True)
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._timeline = Timeline(desk.theme)
        self._now = QPushButton(self.tr("&Look now"))
        self._now.setAutoDefault(False)
        self._now.clicked.connect(self._look)
        row = QHBoxLayout()
        row.addWidget(self._now)
        row.addStretch()
        column = QVBoxLayout()
        column.setSpacing(desk.theme.em(0.8))
        for widget in (self._headline, self._about, self._timeline):
            column.addWidget(widget)
        column.addLayout(row)
        self.box.addLayout(column)
        self._render()

    @property
    def mailbox(self) -> Mailbox:
        """The mailbox as it was last read."""
        return self._mailbox

    def show_mailbox(self, mailbox: Mailbox) -> None:
        """Show the mailbox as it is now."""
        self._mailbox = mailbox
        self._render()

    def enter(self) -> None:
        """Start looking."""
        self._looks, self._since = 0, time.monotonic()
        self._wait()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the main window takes over."""
        self._timer.stop()
        super().hideEvent(event)

    def _wait(self) -> None:
        running = self._mailbox.state is State.IN_EVASIONE
        if running and time.monotonic() - self._since < FOLLOW_LIMIT:
            pause = FOLLOW_PAUSES[min(self._looks, len(FOLLOW_PAUSES) - 1)]
            self._looks += 1
            self._timer.start(int(pause * 1000))

    @Slot()
    def _look(self) -> None:
        self._timer.stop()
        self._now.setEnabled(False)
        office: Office = self.desk.office
        mailbox_id = self._mailbox.id

        def follow(work: Work) -> Mailbox:
            return activation.follow(office, mailbox_id, work)

        self.desk.runner.submit(Lane.NET, follow, self, self._on_looked, self._on_failed)

    def _on_looked(self, mailbox: Mailbox) -> None:
        self._now.setEnabled(True)
        self.show_mailbox(mailbox)
        self.followed.emit(mailbox.id)
        if self.isVisible():
            self._wait()

    def _on_failed(self, _error: Exception) -> None:
        self._now.setEnabled(True)
        self._about.setText(self.tr("The mailbox could not be read just now. Looking again soon."))
        if self.isVisible():
            self._wait()

    def _render(self) -> None:
        today = date.today()  # noqa: DTZ011 - the person's own day
        self._timeline.show_steps(steps(self._mailbox, today, self.desk.locale))
        words = {
            State.IN_EVASIONE: (
                self.tr("The papers have arrived"),
                self.tr(
                    "The provider is working on the mailbox. You may close this window: the list "
                    "shows when the mailbox is active."
                ),
            ),
            State.EVASA: (
                self.tr("The mailbox is active"),
                self.tr(
                    "The holder receives first access data by e-mail, must choose a password at "
                    "the first access, and is then asked to confirm their identity."
                ),
            ),
            State.DOCUMENTI_ERRATI: (
                self.tr("The documents were refused"),
                self.tr(
                    "The provider gives no reason. Usual ones: a page is missing, the signature is "
                    "missing, the identity document is expired or not readable. Correct them and "
                    "send again; the registration is not paid a second time."
                ),
            ),
        }
        state = self._mailbox.state
        headline, about = words.get(state, (text(f"state.{self._mailbox.stato}"), ""))
        self._headline.setText(headline)
        self._about.setText(about)
        self._now.setVisible(state is State.IN_EVASIONE)


def _numbered(desk: Desk, number: int, words: str) -> QHBoxLayout:
    """A numbered line of instructions."""
    badge, line = QLabel(str(number)), QLabel(words)
    set_role(badge, "number")
    badge.setFixedWidth(desk.theme.em(1.6))
    line.setWordWrap(True)
    row = QHBoxLayout()
    row.setSpacing(desk.theme.em(0.6))
    row.addWidget(badge)
    row.addWidget(line, 1)
    return row
