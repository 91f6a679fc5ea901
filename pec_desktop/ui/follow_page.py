"""The last page of the activation: the mailbox, looked at until the provider is done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from pec_desktop.domain.mailbox import Mailbox, State
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.follower import today
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.timeline import Timeline, steps
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import known, text


class FollowPage(Page):
    """Says how the mailbox stands; the desk's lookout looks at it until it is done."""

    followed = Signal()
    """The mailbox was read again and is in the archive as it is now."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        self._mailbox = mailbox
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
        desk.lookout.looked.connect(self._on_looked)
        desk.lookout.failed.connect(self._on_failed)

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

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody wants to see it: look often again."""
        super().showEvent(event)
        if self._mailbox.state is State.IN_EVASIONE:
            self.desk.lookout.follow(Kind.MAILBOX, self._mailbox.id)

    @Slot()
    def look(self) -> None:
        """Read the mailbox now."""
        self.look_button.setEnabled(False)
        self.desk.lookout.look(Kind.MAILBOX, self._mailbox.id)

    @Slot(str, object)
    def _on_looked(self, _kind: str, thing: object) -> None:
        if not isinstance(thing, Mailbox) or thing.id != self._mailbox.id:
            return
        self._failure.hide()
        self.look_button.setEnabled(True)
        self.show_mailbox(thing)
        self.followed.emit()

    @Slot(str, str, object)
    def _on_failed(self, kind: str, key: str, _error: Exception) -> None:
        """A look that fails says so quietly: the next one may succeed, and nothing was at stake."""
        if (kind, key) != (Kind.MAILBOX, self._mailbox.id):
            return
        self.look_button.setEnabled(True)
        self._failure.setText(
            self.tr("The mailbox could not be read just now. It will be tried again.")
        )
        self._failure.show()

    def _render(self) -> None:
        now = today(self.desk.office)
        self._timeline.show_steps(steps(self._mailbox, now, self.desk.locale))
        self.look_button.setVisible(self._mailbox.state is State.IN_EVASIONE)
