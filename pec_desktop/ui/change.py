"""The wizard that changes a mailbox: renewal, space, type, users, revocation.

It reads the mailbox, shows its form and a summary, and sends once. What the summary was made from
goes along: if the mailbox is no longer so, nothing is sent and the new summary says what differs.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.fields import Values
from pec_desktop.domain.flows import change_flow
from pec_desktop.domain.mailbox import Mailbox, refusal
from pec_desktop.errors import Refusal
from pec_desktop.services import changes
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.change_pages import (
    FORM_PAGES,
    ChangedPage,
    ChangePage,
    ReadingPage,
    SummaryPage,
)
from pec_desktop.ui.columns import type_text
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.differences import differences, new_users
from pec_desktop.ui.summary import named_problems
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.wizard import Wizard
from pec_desktop.ui.words import text
from pec_desktop.work import Work

SIZE = (62, 48)
"""Width and height of the window, in em: its forms are short."""


class ChangeWizard(Wizard):
    """Carries out `operation` (a key of `domain.changes.FORMS`) on one mailbox. GUI thread."""

    changed = Signal(str)
    """The mailbox of that id was changed; it is in the archive as it is now."""

    def __init__(
        self, desk: Desk, operation: str, mailbox_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, change_flow(operation), parent)
        self.operation = operation
        self._mailbox_id = mailbox_id
        self._mailbox: Mailbox | None = None
        self._values: dict[str, object] = {}
        self._refused: Refusal | None = None
        self.resize(self._room(*SIZE))
        for step in self.flow.steps:
            self.add_page(step.name, ReadingPage(desk))
        self.go_to("form")
        self._read()

    @property
    def form_page(self) -> ChangePage:
        """The first page, once the mailbox is known."""
        page = self.page("form")
        assert isinstance(page, ChangePage)
        return page

    @property
    def summary(self) -> SummaryPage:
        """The page before sending, once the mailbox is known."""
        page = self.page("summary")
        assert isinstance(page, SummaryPage)
        return page

    # Reading

    @Slot()
    def _read(self) -> None:
        """Read the mailbox as the cache has it, or anew where that is old."""
        read = partial(changes.current, self.desk.office, self._mailbox_id)
        self.ask(text("change.reading"), read, self._on_read, self._read)

    def _on_read(self, mailbox: Mailbox) -> None:
        """Make the pages for the mailbox; if they were there, say what is different now."""
        self.set_busy("")
        before, self._mailbox = self._mailbox, mailbox
        self.set_subject(mailbox.casella_pec)
        if key := refusal(self.operation, mailbox, self.desk.office.allowed):
            self._close_up(Refusal(key))
            return
        self.set_flow(change_flow(self.operation, mailbox))
        for field in self.flow.step("form").fields:
            self._values.setdefault(field.name, field.default)
        make = FORM_PAGES.get(self.operation, ChangePage)
        self.add_page("form", make(self.desk, self.operation, mailbox, self._values))
        summary = SummaryPage(self.desk, self.flow, mailbox, self._values)
        summary.edit.connect(self._on_edit)
        summary.failed.connect(self._on_summary_failed)
        self.add_page("summary", summary)
        if before is not None:
            summary.show_differences(differences(before, mailbox, self.desk.locale))
        self.go_to("form" if before is None else "summary")
        refused, self._refused = self._refused, None
        if refused is not None:
            self.bar.show_error(refused)

    def _close_up(self, error: Refusal) -> None:
        """The operation is not possible (any more): say why, and offer nothing."""
        for step in self.flow.steps:
            self.add_page(step.name, ReadingPage(self.desk))
        self.go_to("form")
        self.bar.show_error(error)

    # The shell

    def values(self) -> Values:
        """What was filled in."""
        return self._values

    def final_text(self) -> str:
        """What the last button does: send, or close."""
        if self.ended:
            return self.tr("&Done")
        page = self.page("summary")
        return page.final_text() if isinstance(page, SummaryPage) else super().final_text()

    @Slot()
    def refresh(self) -> None:
        """Nothing is kept, so it is only closed; what cannot be undone looks like it."""
        super().refresh()
        sends = not self.ended and self.step.name == "summary"
        danger = sends and self.operation == "revoke_mailbox"
        set_role(self.next_button, "danger" if danger else "primary")
        self.next_button.setDefault(not sends)
        self.close_button.setText(self.tr("&Close"))
        self.close_button.setVisible(not self.ended)

    def finish(self) -> None:
        """The last button: close, or send."""
        if self.ended:
            self.accept()
        elif self.summary.may_go_on and not self.busy:
            self._send()

    # Sending

    def _send(self) -> None:
        """Send once what the summary shows; the buttons are locked until the answer is there."""
        office, operation, seen = self.desk.office, self.operation, self.summary.mailbox
        values, override = dict(self._values), self.summary.overridden

        def change(work: Work) -> Mailbox:
            return changes.change(
                office, operation, seen.id, values, work, seen=seen, override=override
            )

        self.bar.clear()
        self.set_busy(text("change.sending"))
        self.desk.runner.submit(Lane.NET, change, self, self._on_changed, self._on_not_changed)

    def _on_changed(self, mailbox: Mailbox) -> None:
        before = self.summary.mailbox
        self.set_busy("")
        page = ChangedPage(self.desk, self.operation, before, mailbox)
        page.again_wanted.connect(self._on_again)
        self.show_end(self._end_title(before, mailbox), "", page)
        self._mailbox = None
        self.changed.emit(mailbox.id)
        if not self.isVisible():
            self.accept()  # closed while it was being sent

    def _end_title(self, before: Mailbox, after: Mailbox) -> str:
        """What came of it, in one line."""
        users = new_users(before, after)
        day = formats.day(self.desk.locale, after.expiry) if after.expiry else ""
        if self.operation == "renew_mailbox" and not day:
            return text("changed.renew_mailbox.undated")
        return text(
            f"changed.{self.operation}",
            day=day,
            type=type_text(after),
            user=formats.line(f"{users[0].nome} {users[0].cognome}") if users else "",
        )

    def _on_not_changed(self, error: Exception) -> None:
        self.set_busy("")
        if isinstance(error, Refusal) and error.key == "mailbox.changed":
            self._refused = error  # said together with what is different
            self._read()
        else:
            self._show_refusal(error)
        if not self.isVisible():
            self.show()  # closed while it was being sent; this must be seen

    def _show_refusal(self, error: Exception) -> None:
        """Show an error at the field it names, else at the summary."""
        problems = named_problems(error, self.flow)
        self.go_to("form" if problems else "summary")
        if problems:
            self.form_page.form.show_problems(problems)
            self.form_page.form.focus_problem()
        self.bar.show_error(error)

    # What happens on the pages

    @Slot()
    def _on_again(self) -> None:
        """Add another user: the form is empty again, the mailbox is the one just read."""
        self._values.clear()
        self.begin_again()
        self._read()

    @Slot(str)
    def _on_edit(self, field: str) -> None:
        self.go_to("form")
        if self.form_page.form.holds(field):
            self.form_page.form.focus_on(field)

    @Slot(Exception)
    def _on_summary_failed(self, error: Exception) -> None:
        self.fail(error, self.summary.enter)
