"""Wizards as data: their steps, what comes next, and what may be written into the log."""

from __future__ import annotations

from msgspec import Struct

from pec_desktop.domain import callback, changes, communication, registration
from pec_desktop.domain.fields import Field, FieldKind, Values, payload
from pec_desktop.domain.mailbox import Mailbox


class Step(Struct, frozen=True):
    """One page of a wizard: its name (key ``step.<flow>.<name>`` in words) and its fields.

    A step without fields is a page that does something else: a summary, papers, a wait.
    """

    name: str
    fields: tuple[Field, ...] = ()


class Flow(Struct, frozen=True):
    """A wizard: its steps in order. `logged_fields` is the white list of values for the log."""

    name: str
    steps: tuple[Step, ...]
    logged_fields: frozenset[str] = frozenset()

    def step(self, name: str) -> Step:
        """Return the step of that name, or the first: a draft may come from another version."""
        return next((step for step in self.steps if step.name == name), self.steps[0])

    def steps_for(self, values: Values) -> tuple[Step, ...]:
        """Return the steps that have something to ask, and those that ask nothing."""
        return tuple(
            step
            for step in self.steps
            if not step.fields or any(field.applies(values) for field in step.fields)
        )

    def next(self, step: Step, values: Values) -> Step | None:
        """Return the step after `step`, None after the last."""
        after = self.steps[self.steps.index(step) + 1 :]
        return next((other for other in self.steps_for(values) if other in after), None)

    def previous(self, step: Step, values: Values) -> Step | None:
        """Return the step before `step`, None before the first."""
        before = self.steps[: self.steps.index(step)]
        return next((other for other in reversed(self.steps_for(values)) if other in before), None)

    def loggable(self, values: Values) -> dict[str, object]:
        """Return the values that may be written into the log: nothing about persons.

        Of the fields on the white list, too, only flags and choices that are on offer: a text in
        the place of a code may be anything.
        """
        fields = [
            field
            for step in self.steps
            for field in step.fields
            if field.name in self.logged_fields
        ]
        sent = payload(tuple(fields), values)
        return {
            field.name: sent[field.name]
            for field in fields
            if field.name in sent
            and (field.kind is FieldKind.FLAG or sent[field.name] in field.choices(values))
        }


REGISTRATION_FLOW = Flow(
    "registration",
    (
        Step("address", registration.ADDRESS),
        Step("customer", registration.CUSTOMER),
        Step("applicant", registration.APPLICANT),
        Step("holder", registration.HOLDER),
        Step("identity", registration.IDENTITY),
        Step("options", (*registration.OPTIONS, *callback.CALLBACK)),
        Step("summary"),
    ),
    frozenset({"tipo_casella", "tipo_cliente", "sottotipo_cliente", "autorinnovo"}),
)
"""Registering a mailbox."""

ACTIVATION_FLOW = Flow(
    "activation",
    (Step("form"), Step("papers"), Step("send"), Step("follow")),
)
"""Activating a registered mailbox: get the form, gather the papers, send them, follow the state."""

PRESERVATION_FLOW = Flow(
    "preservation",
    (Step("form", changes.PRESERVATION), Step("papers"), Step("send"), Step("follow")),
)
"""Activating legal storage: its size and form, the papers, the sending, which costs money."""

COMMUNICATION_FLOW = Flow(
    "communication",
    (
        Step("company", communication.COMPANY),
        Step("applicant", (*communication.APPLICANT, *callback.CALLBACK)),
        Step("summary"),
    ),
    frozenset({"pec_amministratore", "qualifica"}),
)
"""Starting a communication to the Business Register."""


def change_flow(operation: str, mailbox: Mailbox | None = None) -> Flow:
    """Return the wizard of one change (a key of `changes.FORMS`): its form, then the summary.

    The form is made for `mailbox`; it is empty while that is not known yet.
    """
    fields = changes.FORMS[operation](mailbox) if mailbox else ()
    return Flow(operation, (Step("form", fields), Step("summary")))
