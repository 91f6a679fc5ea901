"""The page before the papers of an activation are sent: what goes, what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton

from pec_desktop.services import activation
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.paper_pages import SentPapers, show_oddities
from pec_desktop.ui.paper_tray import TrayState
from pec_desktop.ui.reason import no_permission
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import text


class SendPage(Page):
    """Step three: what will be sent, said before it is sent."""

    look_wanted = Signal()
    """The person wants to know how the mailbox stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._state: TrayState | None = None
        self._seen: int | None = None
        self.notice, self.warnings = Notice(desk), Notice(desk)
        self.look_button = QPushButton(self.tr("&Look at the mailbox now"))
        self.look_button.setAutoDefault(False)
        self.look_button.clicked.connect(self.look_wanted)
        self.override = QCheckBox(
            self.tr("The papers have not arrived, as far as I can see. Send them again.")
        )
        self.override.toggled.connect(self.complete_changed)
        look = QHBoxLayout()
        look.addWidget(self.look_button)
        look.addStretch()
        self.notice.box.addLayout(look)
        self.notice.box.addWidget(self.override)
        self._table = SentPapers(desk)
        free = QLabel(
            self.tr(
                "Nothing is charged for sending the papers, as far as the provider's documents "
                "tell: the registration has been paid. They are sent once, by this click only."
            )
        )
        free.setWordWrap(True)
        set_role(free, "hint")
        self.box.addWidget(self.notice)
        self.box.addWidget(self.warnings)
        self.box.addWidget(self._table)
        self.box.addWidget(free)

    @property
    def offline(self) -> bool:
        """Whether nothing can be sent now, since there is no way to the service."""
        return self.desk.office.connection is None

    @property
    def overridden(self) -> bool:
        """Whether the person decided to send in spite of an unknown outcome."""
        return self._unsettled and self.override.isChecked()

    @property
    def may_go_on(self) -> bool:
        """Complete papers may be sent, or kept for later; after a lost answer only on purpose."""
        complete = self._state is not None and self._state.complete
        may_be_sent = not self.why_not and (not self._unsettled or self.override.isChecked())
        return complete and (self.offline or may_be_sent)

    @property
    def why_not(self) -> str:
        """Why the token lets no papers be sent; without a network they are only kept."""
        return "" if self.offline else no_permission(self.desk.office, activation.OPERATION)

    def final_text(self) -> str:
        """What the button does."""
        return self.tr("&Keep ready") if self.offline else self.tr("&Send the papers")

    def enter(self) -> None:
        """An explained decision counts once: the next time it is taken anew."""
        self.override.setChecked(False)
        self._seen = None
        self._show_notice()

    def focus(self) -> None:
        """There is nothing to type here."""
        self.setFocus()

    def show_state(self, state: TrayState | None) -> None:
        """List what will be sent, and say what stands in the way."""
        self._state = state
        self._table.show_state(state)
        self._show_notice()
        show_oddities(self.warnings, state)
        self.complete_changed.emit()

    def say_it_waits(self, moment: int) -> None:
        """The mailbox was looked at, and the provider had no papers then (Unix seconds)."""
        self._seen = moment
        self._show_notice()

    @property
    def _unsettled(self) -> bool:
        return self._state is not None and bool(self._state.unsettled)

    def _show_notice(self) -> None:
        unsettled = self._state.unsettled if self._state else ()
        for part in (self.look_button, self.override):
            part.setVisible(bool(unsettled) and not self.offline)
        if self.offline:
            self.notice.show_words(
                "notice",
                self.tr("The account is not connected"),
                text("outbox.by_itself" if self.desk.settings.send_uploads else "outbox.waits"),
            )
        elif self.why_not:
            self.notice.show_words("notice-attention", "", self.why_not)
        elif unsettled:
            locale = self.desk.locale
            sent = formats.moment(locale, unsettled[0].started_at)
            words = self.tr(
                "Papers for this mailbox were sent on {moment}, and no answer tells whether they "
                "arrived. Look at the mailbox first: if it is being processed, they did."
            ).format(moment=sent)
            if self._seen is not None:
                words += " " + self.tr(
                    "On {moment} the provider was still waiting for papers. They may yet be on "
                    "their way: better look again after some minutes."
                ).format(moment=formats.moment(locale, self._seen))
            title = self.tr("These papers were sent before")
            self.notice.show_words("notice-attention", title, words)
        else:
            self.notice.hide()
