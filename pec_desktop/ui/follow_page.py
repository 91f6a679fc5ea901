"""The last page of the activation: the mailbox, looked at until the provider is done with it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.services import activation
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.follower import today
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.timeline import Timeline, steps
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import known, text
from pec_desktop.work import Work

PAUSES = (1.0, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds between looks at a mailbox that is being processed; the last one repeats."""


class FollowPage(Page):
    """Looks at the mailbox while the page can be seen, and says how it stands."""

    followed = Signal(str)
    """The mailbox of that id was read again and is in the archive as it is now."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        self._mailbox = mailbox
        self._looks = 0
        self._looking = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._failure = QLabel()
        self._failure.setWordWrap(True)
        set_role(self._failure, "warning")
        self._timeline = Timeline(desk.theme)
        self.look_button = QPushButton(self.tr("&Look now"))
        self.look_button.setAutoDefault(False)
        self.look_button.clicked.connect(self.look)
        row = QHBoxLayout()
        row.addWidget(self.look_button)
        row.addStretch()
        for widget in (self._timeline, self._failure):
            self.box.addWidget(widget)
        self.box.addLayout(row)
        self._failure.hide()
        self._render()

    @property
    def mailbox(self) -> Mailbox:
        """The mailbox as it was last read."""
        return self._mailbox

    @property
    def head(self) -> tuple[str, str]:
        """How the mailbox stands, and what that means: a title and a sentence."""
        match self._mailbox.state:
            case State.IN_EVASIONE:
                return self.tr("The papers have arrived"), self.tr(
                    "The provider is working on the mailbox. You may close this window: the list "
                    "shows when the mailbox is active."
                )
            case State.EVASA:
                return self.tr("The mailbox is active"), self.tr(
                    "The holder receives the first access data by e-mail, chooses a password at "
                    "the first access, and is then asked to confirm their identity."
                )
            case State.DOCUMENTI_ERRATI:
                return self.tr("The documents were refused"), self.tr(
                    "The provider gives no reason. The usual ones: a page or the signature is "
                    "missing, the identity document has expired or cannot be read, the names "
                    "differ. Correct the papers and send them again; the registration is not paid "
                    "a second time."
                )
        key = f"state.{self._mailbox.stato}"
        return text(key) if known(key) else self._mailbox.stato, ""

    def show_mailbox(self, mailbox: Mailbox) -> None:
        """Show the mailbox as it is now."""
        self._mailbox = mailbox
        self._render()
        self.complete_changed.emit()

    def enter(self) -> None:
        """Look often again."""
        self._looks = 0

    def showEvent(self, event: QShowEvent) -> None:
        """Look while somebody sees it."""
        super().showEvent(event)
        self._wait()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it: the main window takes over."""
        super().hideEvent(event)
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Read the mailbox now."""
        if self._looking:
            return
        self._timer.stop()
        self._set_looking(True)
        office, mailbox_id = self.desk.office, self._mailbox.id

        def follow(work: Work) -> Mailbox:
            return activation.follow(office, mailbox_id, work)

        self.desk.runner.submit(Lane.NET, follow, self, self._on_looked, self._on_failed)

    def _wait(self) -> None:
        if self._mailbox.state is State.IN_EVASIONE and self.isVisible():
            pause = PAUSES[min(self._looks, len(PAUSES) - 1)]
            self._looks += 1
            self._timer.start(int(pause * 1000))

    def _on_looked(self, mailbox: Mailbox) -> None:
        self._failure.hide()
        self._set_looking(False)
        self.show_mailbox(mailbox)
        self.followed.emit(mailbox.id)
        self._wait()

    def _on_failed(self, _error: Exception) -> None:
        """A look that fails says so quietly: the next one may succeed, and nothing was at stake."""
        self._set_looking(False)
        self._failure.setText(
            self.tr("The mailbox could not be read just now. It will be tried again.")
        )
        self._failure.show()
        self._wait()

    def _set_looking(self, looking: bool) -> None:
        self._looking = looking
        self.look_button.setEnabled(not looking)

    def _render(self) -> None:
        now = today(self.desk.office)
        self._timeline.show_steps(steps(self._mailbox, now, self.desk.locale))
        self.look_button.setVisible(self._mailbox.state is State.IN_EVASIONE)
