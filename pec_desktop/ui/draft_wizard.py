"""A wizard that fills in a draft and sends it: what those that make something new have in common.

The draft is kept at every step. The last button sends it exactly once; whatever comes of it, the
draft stays until the service has confirmed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from msgspec import to_builtins
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from pec_desktop.domain.fields import Problem, Values
from pec_desktop.domain.fiscal_code import check_character_fits
from pec_desktop.domain.flows import Flow, Step
from pec_desktop.errors import ApiError, StoreError
from pec_desktop.services import drafts
from pec_desktop.services.office import Office
from pec_desktop.store.attempts import Outcome
from pec_desktop.store.drafts import Draft
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.draft_keeper import DraftKeeper, Keeping
from pec_desktop.ui.failures import Failure
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.summary import DraftSummary, named_problems, step_of
from pec_desktop.ui.wizard import Page, Wizard
from pec_desktop.ui.words import text
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.services.reconcile import Look


class Send(Protocol):
    """The service that sends a draft once; blocking, for a worker thread."""

    def __call__(self, office: Office, draft_id: str, work: Work, *, override: bool) -> object:
        """Send it; returns what the service made of it."""


class DraftWizard(Wizard):
    """Fills in the draft given to `begin`, or the one whose id `resume` is given. GUI thread.

    Each step with fields is a form, and the last one, ``summary``, shows the payment. A subclass
    makes the pages, and says by `sending` and `show_sent` what is told while and after sending.
    """

    drafts_changed = Signal()
    """A draft was saved, or was sent and is gone."""

    def __init__(self, desk: Desk, flow: Flow, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(desk, flow, parent)
        self.draft_values: dict[str, object] = {}
        """The draft's values, which all pages share."""
        self._send_draft = send
        self._form_pages: dict[str, FormPage] = {}
        self._told: list[Problem] = []
        self._sending = False
        self._sent = False
        self._keeper: DraftKeeper | None = None
        for step in flow.steps:
            if step.fields:
                self.add_later(step.name, partial(self._add_form, step))
        self.add_later("summary", self._add_summary)
        desk.reconciler.settled.connect(self._on_settled)
        desk.runner.submit(Lane.PAPERS, _warm_up, self)

    # What a subclass says

    def form_page(self, step: Step) -> FormPage:
        """The page of a step that asks for something."""
        raise NotImplementedError

    def summary_page(self) -> DraftSummary:
        """The page that shows what will be sent, and what it costs."""
        raise NotImplementedError

    def sending_words(self) -> str:
        """What is said while the draft is on its way."""
        raise NotImplementedError

    def show_sent(self, result: object) -> None:
        """Show, by `show_end`, what came of it, and tell the window."""
        raise NotImplementedError

    def end_text(self) -> str:
        """The words on the button that goes on after it was sent."""
        raise NotImplementedError

    def go_on_after_end(self) -> None:
        """The person goes on after it was sent; the wizard has closed."""

    # The draft

    def begin(self, draft: Draft) -> None:
        """Start with a new draft, which is saved once something is typed.

        The window is there at once, its first page a moment later.
        """
        QTimer.singleShot(1, self, partial(self._open, draft, saved=False))

    def resume(self, draft_id: str) -> None:
        """Go on with a saved draft where it was left."""
        office = self.desk.office

        def load(_work: Work) -> Draft:
            return drafts.get(office, draft_id)

        self.go_to(self.flow.steps[0].name)
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
        self.draft_values.update(draft.values)
        draft.values = self.draft_values
        self._keeper = DraftKeeper(self.desk, draft, self, saved=saved)
        self._keeper.changed.connect(self._on_keeping)
        self._keeper.failed.connect(self._on_not_kept)
        self._told = drafts.objections(draft)
        self._go_to_told(or_else=draft.step)
        self._show_placeless()
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
        """Whether the field of a told problem is still as it was; if it has none it may be any."""
        if step_of(problem.field, self.flow) is None:
            return False
        forms = [page.form for page in self._form_pages.values() if page.form.holds(problem.field)]
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
        self.fail(error, self._once_more)

    def _once_more(self) -> None:
        """Keep or price anew, whichever the wizard stands before."""
        if self._keeper is not None and self._keeper.state is Keeping.FAILED:
            self._keeper.touch()
            self._keeper.save()
        elif self.step.name == "summary":
            self.summary.enter()

    # The shell

    @property
    def summary(self) -> DraftSummary:
        """The last page."""
        page = self.page("summary")
        assert isinstance(page, DraftSummary)
        return page

    def values(self) -> Values:
        """The draft's values."""
        return self.draft_values

    def final_text(self) -> str:
        """What the last button does: send and pay, keep ready, or go on afterwards."""
        return self.end_text() if self.ended else self.summary.final_text()

    def entered(self, step: Step) -> None:
        """Remember in the draft where the person is, and save it."""
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
        self.next_button.setVisible(not self.ended or self._sent)

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
        """The last button: go on afterwards, keep the draft ready, or send it."""
        if self.ended:
            self.accept()
            self.go_on_after_end()
        elif self.summary.standing is Standing.OFFLINE:
            self._keep_ready()
        elif self.summary.may_go_on:
            self._send()

    # Sending

    def _keep_ready(self) -> None:
        if self._keeper is not None:
            self._keeper.draft.ready = True
            self._keeper.draft.problems = []
            self._keeper.touch()
            self._keeper.save(self.accept)

    def _send(self) -> None:
        """Send once: what is on screen is first on disk, and the button is locked until the end."""
        if self._sending or self._keeper is None:
            return
        self._sending = True
        self.bar.clear()
        self.set_busy(self.sending_words())
        self._keeper.save(self._send_kept)

    def _send_kept(self) -> None:
        assert self._keeper is not None
        self._keeper.freeze(True)
        send, office, draft_id = self._send_draft, self.desk.office, self._keeper.draft.id
        override = self.summary.overridden

        def send_once(work: Work) -> object:
            return send(office, draft_id, work, override=override)

        self.desk.runner.submit(Lane.NET, send_once, self, self._on_sent, self._on_not_sent)

    def _on_sent(self, result: object) -> None:
        self._sending = False
        self._sent = True
        self.set_busy("")
        self.say("")
        self.show_sent(result)
        self.drafts_changed.emit()
        if not self.isVisible():
            self.accept()  # closed while it was being sent

    def _on_not_sent(self, error: Exception) -> None:
        assert self._keeper is not None
        self._sending = False
        self._keeper.freeze(False)
        self.set_busy("")
        self._on_keeping()
        objection = drafts.objection(error) if isinstance(error, ApiError) else None
        self._keeper.draft.ready &= objection is None
        self._told = named_problems(error, self.flow) or ([objection] if objection else [])
        self._keeper.draft.problems = [to_builtins(one) for one in self._told]
        self._go_to_told(or_else="summary")
        self.bar.show_error(error)
        if not self.isVisible():
            self.show()  # closed while it was being sent; this must be seen

    @Slot(list)
    def _on_settled(self, looks: list[Look]) -> None:
        """It was found out that this draft was sent, although no answer came."""
        if self._keeper is None or self._sending or self.ended:
            return
        draft_id, office = self._keeper.draft.id, self.desk.office
        for attempt in (look.attempt for look in looks):
            mine = attempt.asked.get("draft") == draft_id
            if mine and attempt.outcome is Outcome.CONFIRMED:
                read = partial(_outcome_of, office, draft_id, attempt.reference)
                self._keeper.freeze(True)
                self.desk.runner.submit(Lane.STORE, read, self, self._on_found, self._on_not_kept)

    def _on_found(self, result: object) -> None:
        """Go on as after an answer, unless the draft was changed since: then it is another one."""
        assert self._keeper is not None
        if result is None:
            self._keeper.freeze(False)
            self._keeper.touch()
        elif not self.ended:
            self._on_sent(result)

    # Pages

    def _add_summary(self) -> DraftSummary:
        page = self.summary_page()
        page.edit.connect(self._on_edit)
        page.failed.connect(self._on_summary_failed)
        page.again.clicked.connect(self.bar.clear)
        return page

    def _add_form(self, step: Step) -> FormPage:
        page = self.form_page(step)
        page.form.show_problems(self._told)
        page.changed.connect(self._on_changed)
        self._form_pages[step.name] = page
        return page

    def _go_to_told(self, *, or_else: str) -> None:
        """Go to the first field that the service objects to, or to the step `or_else`."""
        step = step_of(self._told[0].field, self.flow) if self._told else None
        self.go_to(step.name if step else self.flow.step(or_else).name)
        for page in self._form_pages.values():
            page.form.show_problems(self._told)
        if step is not None:
            self._form_pages[step.name].form.focus_problem()

    def _show_placeless(self) -> None:
        """Say what the service objected to without naming a field of this wizard."""
        said = [one for one in self._told if step_of(one.field, self.flow) is None]
        if said:
            what = "\n".join(text(one.key, **one.details) for one in said)
            self.bar.show_failure(Failure(title=text("standing.refused"), what=what))

    @Slot(str)
    def _on_edit(self, field: str) -> None:
        step = step_of(field, self.flow)
        if step is not None:
            self.go_to(step.name)
            page = self._form_pages[step.name]
            page.leave()
            page.form.focus_on(field)

    @Slot(Exception)
    def _on_summary_failed(self, error: Exception) -> None:
        self.fail(error, self._once_more)


def _outcome_of(office: Office, draft_id: str, thing_id: str, _work: Work) -> object:
    """Return the mailbox or the communication that a draft became; None if the draft lives on."""
    if office.drafts.get(draft_id) is not None:
        return None
    box, entry = office.mailboxes.get(thing_id), office.communications.get(thing_id)
    return box.mailbox if box else entry.communication if entry else None


def _warm_up(_work: Work) -> None:
    """Load what the checks need: done at the first key, it would hold the window up."""
    check_character_fits("RSSMRA80A01L117D")
