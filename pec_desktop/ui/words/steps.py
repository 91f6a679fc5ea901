"""Words for the wizards and their steps: ``flow.<flow>``, ``step.<flow>.<step>[.title|.about]``."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    "flow.registration": QT_TRANSLATE_NOOP("words", "Register a mailbox"),
    "step.registration.address": QT_TRANSLATE_NOOP("words", "Address"),
    "step.registration.address.title": QT_TRANSLATE_NOOP("words", "Which mailbox?"),
    "step.registration.address.about": QT_TRANSLATE_NOOP(
        "words", "Choose the type and the address. Nothing is ordered or paid before the last page."
    ),
    "step.registration.customer": QT_TRANSLATE_NOOP("words", "Customer"),
    "step.registration.customer.title": QT_TRANSLATE_NOOP("words", "For whom?"),
    "step.registration.customer.about": QT_TRANSLATE_NOOP(
        "words", "The kind of customer that will hold the mailbox."
    ),
    "step.registration.applicant": QT_TRANSLATE_NOOP("words", "Applicant"),
    "step.registration.applicant.title": QT_TRANSLATE_NOOP("words", "Who applies?"),
    "step.registration.applicant.about": QT_TRANSLATE_NOOP(
        "words",
        "The person who signs the activation form: the holder, or for a company or a body "
        "its legal representative.",
    ),
    "step.registration.holder": QT_TRANSLATE_NOOP("words", "Holder"),
    "step.registration.holder.title": QT_TRANSLATE_NOOP("words", "Who will hold it?"),
    "step.registration.holder.about": QT_TRANSLATE_NOOP(
        "words", "The holder's name, number and address, as they shall stand on the form."
    ),
    "step.registration.identity": QT_TRANSLATE_NOOP("words", "Identity document"),
    "step.registration.identity.title": QT_TRANSLATE_NOOP("words", "The applicant's document"),
    "step.registration.identity.about": QT_TRANSLATE_NOOP(
        "words",
        "These data may be left out now, but the form is complete only with them. "
        "A copy of the document goes to the provider later, with the signed form.",
    ),
    "step.registration.options": QT_TRANSLATE_NOOP("words", "Renewal"),
    "step.registration.options.title": QT_TRANSLATE_NOOP("words", "What happens at the expiry?"),
    "step.registration.options.about": QT_TRANSLATE_NOOP(
        "words", "A mailbox is paid for a year. This is decided once, for all the years to come."
    ),
    "step.registration.summary": QT_TRANSLATE_NOOP("words", "Summary"),
    "step.registration.summary.title": QT_TRANSLATE_NOOP("words", "Is everything right?"),
    "step.registration.summary.about": QT_TRANSLATE_NOOP(
        "words", "This is exactly what will be sent."
    ),
    "flow.activation": QT_TRANSLATE_NOOP("words", "Activate a mailbox"),
    "step.activation.form": QT_TRANSLATE_NOOP("words", "Form"),
    "step.activation.form.title": QT_TRANSLATE_NOOP("words", "The activation form"),
    "step.activation.form.about": QT_TRANSLATE_NOOP(
        "words", "The provider activates the mailbox once it has this form, signed."
    ),
    "step.activation.papers": QT_TRANSLATE_NOOP("words", "Papers"),
    "step.activation.papers.title": QT_TRANSLATE_NOOP("words", "The papers that came back"),
    "step.activation.papers.about": QT_TRANSLATE_NOOP(
        "words",
        "Add the signed form and the identity document, as PDF or photo. "
        "The program keeps its own copy and checks each of them.",
    ),
    "step.activation.send": QT_TRANSLATE_NOOP("words", "Send"),
    "step.activation.send.title": QT_TRANSLATE_NOOP("words", "Ready to be sent?"),
    "step.activation.send.about": QT_TRANSLATE_NOOP(
        "words", "This is exactly what will be sent to the provider."
    ),
    "step.activation.follow": QT_TRANSLATE_NOOP("words", "Follow"),
    "step.activation.follow.title": QT_TRANSLATE_NOOP("words", "With the provider"),
}
