"""The registration wizard: from an address to a registered mailbox.

The draft is kept at every step. The last button sends the registration exactly once; whatever comes
of it, the draft stays until the service has confirmed the mailbox.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import ValidationError, convert, to_builtins
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.fields import Context, Problem, Severity, Values
from pec_desktop.domain.fiscal_code import check_character_fits
from pec_desktop.domain.flows import REGISTRATION_FLOW, Step
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import ApiError, Refusal, StoreError
from pec_desktop.services import drafts, registration
from pec_desktop.store.drafts import Draft
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.address import AddressPage
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.draft_keeper import DraftKeeper, Keeping
from pec_desktop.ui.forms import Form
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.registered import RegisteredPage
from pec_desktop.ui.registration_pages import ApplicantPage, FormPage, HolderPage
from pec_desktop.ui.summary import SummaryPage, step_of
from pec_desktop.ui.wizard import Page, Wizard
from pec_desktop.ui.words import text
from pec_desktop.work import Work

OWN_PAGES: dict[str, Callable[[Desk, Context, dict[str, object]], FormPage]] = {
    "address": AddressPage,
    "applicant": ApplicantPage,
    "holder": HolderPage,
}
"""Steps whose pages do more than show their fields."""


class RegistrationWizard(Wizard):
    """Registers a mailbox from a new draft or from the one with `draft_id`. GUI thread.

    A new draft begins with `values`.
    """

    registered = Signal(str)
    """The mailbox of that id is registered; the wizard still shows what comes next."""

    activation_wanted = Signal(str)
    """The person goes on to activate the mailbox of that id; the wizard is closing."""

    drafts_changed = Signal()
    """A draft was saved, or was sent and is gone."""

    def __init__(
        self,
        desk: Desk,
        draft_id: str | None = None,
        parent: QWidget | None = None,
        values: Values | None = None,
    ) -> None:
        super().__init__(desk, REGISTRATION_FLOW, parent)
        self._values: dict[str, object] = {}
        self._forms: dict[str, Form] = {}
        self._told: list[Problem] = []
        self._sending = False
        self._mailbox_id = ""
        self._keeper: DraftKeeper | None = None
        self._add_pages(registration.context(desk.office))
        self.bar.retry.connect(self._on_retry)
        desk.runner.submit(Lane.PAPERS, _warm_up, self)
        if draft_id is None:
            self._open(drafts.new_registration(desk.office, values), saved=False)
        else:
            self._load(draft_id)

    def _add_pages(self, context: Context) -> None:
        for step in REGISTRATION_FLOW.steps:
            if step.fields:
                self.add_later(step.name, partial(self._form_page, step, context))
        self.add_later("summary", self._summary_page)

    def _summary_page(self) -> SummaryPage:
        page = SummaryPage(self.desk, self._values)
        page.edit.connect(self._on_edit)
        page.failed.connect(self._on_summary_failed)
        return page

    @property
    def summary(self) -> SummaryPage:
        """The last page."""
        page = self.page("summary")
        assert isinstance(page, SummaryPage)
        return page

    def _form_page(self, step: Step, context: Context) -> FormPage:
        own = OWN_PAGES.get(step.name)
        if own is not None:
            page = own(self.desk, context, self._values)
        else:
            page = FormPage(self.desk, step.fields, context, self._values)
        page.form.show_problems(self._told)
        page.changed.connect(self._on_changed)
        self._forms[step.name] = page.form
        return page

    # The draft

    def _load(self, draft_id: str) -> None:
        office = self.desk.office

        def load(_work: Work) -> Draft:
            return drafts.get(office, draft_id)

        self.go_to(REGISTRATION_FLOW.steps[0].name)
        self.set_busy(text("draft.opening"))
        self.desk.runner.submit(Lane.STORE, load, self, self._on_loaded, self._on_not_loaded)

    def _on_loaded(self, draft: Draft) -> None:
        self.set_busy("")
        if self.isVisible():
            self._open(draft, saved=True)
        else:
            self.accept()  # closed while it was being opened

    def _on_not_loaded(self, error: Exception) -> None:
        self.set_busy("")
        self.show_end(self.windowTitle(), "", Page(self.desk))
        self.bar.show_error(error)

    def _open(self, draft: Draft, *, saved: bool) -> None:
        self._values.update(draft.values)
        draft.values = self._values
        self._keeper = DraftKeeper(self.desk, draft, self, saved=saved)
        self._keeper.changed.connect(self._on_keeping)
        self._keeper.failed.connect(self._on_not_kept)
        self._told = _problems(draft)
        self._go_to_told(or_else=draft.step)
        self._on_keeping()

    @Slot()
    def _on_changed(self) -> None:
        if self._keeper is not None:
            draft = self._keeper.draft
            draft.ready = False
            self._told = [one for one in self._told if self._stands(one)]
            draft.problems = [to_builtins(one) for one in self._told]
            self._keeper.touch()

    def _stands(self, problem: Problem) -> bool:
        """Whether the field of a told problem is still as it was."""
        forms = [form for form in self._forms.values() if form.holds(problem.field)]
        return not forms or problem in forms[0].told

    @Slot()
    def _on_keeping(self) -> None:
        if self._keeper is None:
            return
        self.say(text(f"keeping.{self._keeper.state}"))
        self.refresh()
        if self._keeper.state is Keeping.SAVED:
            self.drafts_changed.emit()

    @Slot(Exception)
    def _on_not_kept(self, error: Exception) -> None:
        self._sending = False
        self.set_busy("")
        self.bar.show_error(error, can_retry=True)

    @Slot()
    def _on_retry(self) -> None:
        self.bar.clear()
        if self._keeper is not None and self._keeper.state is Keeping.FAILED:
            self._keeper.touch()
            self._keeper.save()
        elif self.step.name == "summary":
            self.summary.enter()

    # The shell

    def values(self) -> Values:
        """The draft's values."""
        return self._values

    def final_text(self) -> str:
        """What the last button does: register and pay, keep ready, or go on to the activation."""
        return text("registered.next") if self.ended else self.summary.final_text()

    def entered(self, step: Step) -> None:
        """Remember in the draft where the person is, and save it."""
        self.bar.clear()
        if self._keeper is not None and self._keeper.state is not Keeping.NEW:
            self._keeper.draft.step = step.name
            self._keeper.touch()
            self._keeper.save()

    @Slot()
    def refresh(self) -> None:
        """Say on the closing button what becomes of the draft."""
        super().refresh()
        state = self._keeper.state if self._keeper else Keeping.NEW
        if self.ended or state is Keeping.NEW:
            self.close_button.setText(self.tr("&Close"))
        elif state is Keeping.FAILED:
            self.close_button.setText(self.tr("&Close without saving"))
        else:
            self.close_button.setText(self.tr("&Save and close"))
        self.next_button.setVisible(not self.ended or bool(self._mailbox_id))

    def close_wanted(self) -> None:
        """Save, then close; a draft that cannot be saved is said to be lost before."""
        if self.ended or self._keeper is None or self._keeper.state is Keeping.FAILED:
            self.accept()
        else:
            self._keeper.save(self.accept)

    def keep_now(self) -> bool:
        """Save at once; if that fails, stay open the first time, so that it is seen."""
        keeper = self._keeper
        if keeper is None or keeper.state is Keeping.FAILED:
            return True
        try:
            keeper.save_now()
        except StoreError as error:
            self._on_not_kept(error)
            return False
        return True

    def finish(self) -> None:
        """The last button: go on to the activation, keep the draft ready, or send it."""
        if self.ended:
            self.accept()
            self.activation_wanted.emit(self._mailbox_id)
        elif self.summary.standing is Standing.OFFLINE:
            self._keep_ready()
        elif self.summary.may_go_on:
            self._send()

    # Sending

    def _keep_ready(self) -> None:
        if self._keeper is not None:
            self._keeper.draft.ready = True
            self._keeper.touch()
            self._keeper.save(self.accept)

    def _send(self) -> None:
        """Send once: what is on screen is first on disk, and the button is locked until the end."""
        if self._sending or self._keeper is None:
            return
        self._sending = True
        self.bar.clear()
        self.set_busy(text("register.sending"))
        self._keeper.save(self._send_kept)

    def _send_kept(self) -> None:
        assert self._keeper is not None
        self._keeper.freeze(True)
        office, draft_id = self.desk.office, self._keeper.draft.id
        override = self.summary.overridden

        def register(work: Work) -> Mailbox:
            return registration.register(office, draft_id, work, override=override)

        self.desk.runner.submit(
            Lane.NET, register, self, self._on_registered, self._on_not_registered
        )

    def _on_registered(self, mailbox: Mailbox) -> None:
        self._sending = False
        self._mailbox_id = mailbox.id
        self.set_busy("")
        self.say("")
        title = text("registered.title", address=mailbox.casella_pec)
        self.show_end(title, text("registered.about"), RegisteredPage(self.desk, mailbox))
        self.registered.emit(mailbox.id)
        self.drafts_changed.emit()
        if not self.isVisible():
            self.accept()  # closed while it was being sent

    def _on_not_registered(self, error: Exception) -> None:
        assert self._keeper is not None
        self._sending = False
        self._keeper.freeze(False)
        self.set_busy("")
        self._on_keeping()
        self._told = _named(error)
        self._keeper.draft.problems = [to_builtins(one) for one in self._told]
        self._go_to_told(or_else="summary")
        self.bar.show_error(error)
        if not self.isVisible():
            self.show()  # closed while it was being sent; this must be seen

    def _go_to_told(self, *, or_else: str) -> None:
        """Go to the first field that the service objects to, or to the step `or_else`."""
        step = step_of(self._told[0].field) if self._told else None
        self.go_to(step.name if step else self.flow.step(or_else).name)
        for form in self._forms.values():
            form.show_problems(self._told)
        if step is not None:
            self._forms[step.name].focus_problem()

    @Slot(str)
    def _on_edit(self, field: str) -> None:
        step = step_of(field)
        if step is not None:
            self.go_to(step.name)
            self._forms[step.name].check()
            self._forms[step.name].focus_on(field)

    @Slot(Exception)
    def _on_summary_failed(self, error: Exception) -> None:
        self.bar.show_error(error, can_retry=True)


def _warm_up(_work: Work) -> None:
    """Load what the checks need: done at the first key, it would hold the window up."""
    check_character_fits("RSSMRA80A01L117D")


def _named(error: Exception) -> list[Problem]:
    """Return the problems whose fields an error names."""
    if isinstance(error, ApiError) and error.field is not None and step_of(error.field):
        return [Problem(error.field, "vendor.refused", {"message": error.message})]
    if isinstance(error, Refusal) and error.key == "draft.invalid":
        problems = error.details.get("problems")
        found = problems if isinstance(problems, list) else []
        return [one for one in found if one.severity is Severity.ERROR]
    return []


def _problems(draft: Draft) -> list[Problem]:
    """Return the problems a draft was left with; those of another version are left out."""
    try:
        return convert(draft.problems, list[Problem])
    except ValidationError:
        return []
