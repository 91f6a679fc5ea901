"""The pages of legal preservation that are its own: size and form, what is paid for, the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton

from pec_desktop.domain import changes
from pec_desktop.domain.fields import Problem
from pec_desktop.domain.flows import PRESERVATION_FLOW
from pec_desktop.domain.mailbox import Mailbox, refusal
from pec_desktop.services import mailboxes, preservation
from pec_desktop.services.registration import context
from pec_desktop.store.drafts import Draft
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_parts import words_label
from pec_desktop.ui.forms import Form
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.paper_pages import FormPage, SentPapers, show_oddities
from pec_desktop.ui.paper_tray import TrayState
from pec_desktop.ui.payment import Order, PaymentPage
from pec_desktop.ui.summary import Details
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import text
from pec_desktop.work import Work


class SizePage(FormPage):
    """How much space, and the form to be signed."""

    saved = Signal()
    """The size is in the draft."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk, preservation.KIND, mailbox)
        self.values: dict[str, object] = {}
        self.form = Form(desk, changes.PRESERVATION, context(desk.office), self.values)
        self.form.left.connect(self.keep)
        self.box.insertWidget(0, self.form)
        self._shown = False

    def focus(self) -> None:
        """Work starts with the size."""
        self.form.focus_first()

    def leave(self) -> bool:
        """Let go on with a size that can be bought, and keep it."""
        self.form.check()
        self.keep()
        return not self.form.focus_problem()

    def show_state(self, state: TrayState | None) -> None:
        """Show the size of the draft, once; from then on the person has the word."""
        if state is not None and not self._shown:
            self._shown = True
            self.values.update({preservation.SPACE: state.draft.values[preservation.SPACE]})
            self.form.reload()

    @Slot()
    def keep(self) -> None:
        """Put the size into the draft."""
        if not self._shown:
            return
        office, mailbox_id = self.desk.office, self._mailbox.id
        space = self.values.get(preservation.SPACE)

        def save(work: Work) -> Draft:
            return preservation.set_space(office, mailbox_id, space, work)

        self.desk.runner.submit(Lane.PAPERS, save, self, self._on_saved, self.failed.emit)

    def _on_saved(self, _draft: Draft) -> None:
        self.saved.emit()


class SendPage(PaymentPage):
    """What is sent and what it costs: the space, the papers."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        self._state: TrayState | None = None
        self.mailbox = mailbox
        self.odd = Notice(desk)
        self.details = Details(desk, PRESERVATION_FLOW)
        self.details.edit.connect(self.edit)
        self.papers = SentPapers(desk)
        for part in (self.odd, self.details, self.papers):
            self.box.addWidget(part)
        self.setAccessibleName(text("step.preservation.send.title"))

    def order(self) -> Order:
        """The space, for the mailbox that the papers are for."""
        values = self._state.draft.values if self._state else {}
        sent = changes.request(preservation.OPERATION, self.mailbox, values)
        address = self.mailbox.casella_pec
        return Order(preservation.OPERATION, self.mailbox.id, address, sent, self.mailbox)

    def problems(self) -> list[Problem]:
        """What is wrong with the size."""
        values = self._state.draft.values if self._state else {}
        operation = preservation.OPERATION
        return changes.problems(operation, self.mailbox, values, context(self.desk.office))

    @property
    def may_go_on(self) -> bool:
        """Only complete papers are sent."""
        complete = self._state is not None and self._state.complete
        return complete and super().may_go_on

    def show_state(self, state: TrayState | None) -> None:
        """Show the papers and the size as the draft has them now."""
        self._state = state
        if state is not None:
            self.mailbox = state.mailbox
        self.papers.show_state(state)
        show_oddities(self.odd, state)
        if self.isVisible():
            self.enter()

    @Slot()
    def enter(self) -> None:
        """Show what will be sent and ask for what is not known here."""
        self.details.show_request(self.order().request)
        super().enter()


class EndPage(Page):
    """What came of it, by the vendor's own answer; it can be asked again."""

    looked = Signal(str)
    """The mailbox of that id was read again and is in the archive as it is now."""

    failed = Signal(object)
    """The exception; `look` tries once more."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        self._mailbox = mailbox
        self._looking = False
        self._space = words_label()
        self.look_button = QPushButton(self.tr("&Look at the mailbox now"))
        self.look_button.setAutoDefault(False)
        self.look_button.clicked.connect(self.look)
        self.box.addWidget(self._space)
        self.box.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_mailbox(mailbox)

    @property
    def mailbox(self) -> Mailbox:
        """The mailbox as it was last read."""
        return self._mailbox

    @property
    def head(self) -> tuple[str, str]:
        """A title and a sentence."""
        if self._mailbox.conservazione:
            return text("preserved.title"), text("preserved.about")
        key = refusal(preservation.OPERATION, self._mailbox, self.desk.office.allowed)
        if key is not None:
            return text("failure.refusal.title"), text(key)
        return text("preserved.waiting"), text("preserved.waiting.about")

    def show_mailbox(self, mailbox: Mailbox) -> None:
        """Show the mailbox as it is now."""
        self._mailbox = mailbox
        size = formats.space(self.desk.locale, mailbox.spazio_conservazione)
        self._space.setText(text("preserved.space", space=size))
        self._space.setVisible(mailbox.conservazione)
        refused = refusal(preservation.OPERATION, mailbox, self.desk.office.allowed)
        self.look_button.setVisible(refused is None)
        self.complete_changed.emit()

    @Slot()
    def look(self) -> None:
        """Read the mailbox now."""
        if self._looking:
            return
        self._looking = True
        self.look_button.setEnabled(False)
        office, mailbox_id = self.desk.office, self._mailbox.id

        def read(work: Work) -> Mailbox:
            return mailboxes.read(office, mailbox_id, work)

        self.desk.runner.submit(Lane.NET, read, self, self._on_looked, self._on_failed)

    def _on_looked(self, mailbox: Mailbox) -> None:
        self._end_look()
        self.show_mailbox(mailbox)
        self.looked.emit(mailbox.id)

    def _on_failed(self, error: Exception) -> None:
        self._end_look()
        self.failed.emit(error)

    def _end_look(self) -> None:
        self._looking = False
        self.look_button.setEnabled(True)
