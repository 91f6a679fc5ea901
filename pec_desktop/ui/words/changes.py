"""Words for renewal, space, type, preservation, users and revocation of a mailbox."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

_NO_PERMISSION = QT_TRANSLATE_NOOP(
    "words",
    "The access token has no permission for this. Make another one on the account page, "
    "or in the vendor's console.",
)
_OPERATIONS = (
    "activate_mailbox",
    "activate_preservation",
    "add_user",
    "change_space",
    "change_type",
    "check_availability",
    "check_domain",
    "download_activation_form",
    "download_power_of_attorney",
    "download_preservation_form",
    "register_mailbox",
    "renew_mailbox",
    "revoke_mailbox",
    "start_communication",
    "upload_communication_documents",
)
"""What may be closed to a token (`domain.mailbox.not_permitted`)."""

TEXTS: dict[str, object] = {
    # The forms of domain.changes
    "field.anni": QT_TRANSLATE_NOOP("words", "Years"),
    "help.anni": QT_TRANSLATE_NOOP(
        "words", "1 to 10. An active mailbox gets them on top of its present expiry."
    ),
    "field.space_mode": QT_TRANSLATE_NOOP("words", "What the numbers mean"),
    "choice.space_mode.ADD": QT_TRANSLATE_NOOP("words", "Add to what there is"),
    "choice.space_mode.SET": QT_TRANSLATE_NOOP("words", "Set to a new size"),
    "field.spazio_disco": QT_TRANSLATE_NOOP("words", "Mailbox (MB)"),
    "help.spazio_disco": QT_TRANSLATE_NOOP(
        "words", "Room for messages, in steps of 1024 MB. A full mailbox receives nothing."
    ),
    "field.spazio_storico": QT_TRANSLATE_NOOP("words", "Security archive (MB)"),
    "help.spazio_storico": QT_TRANSLATE_NOOP(
        "words",
        "Room for copies of messages, so that the mailbox can be emptied; in steps of 1024 MB.",
    ),
    "field.spazio_conservazione": QT_TRANSLATE_NOOP("words", "Legal preservation (MB)"),
    "help.spazio_conservazione": QT_TRANSLATE_NOOP(
        "words",
        "Room for what the law wants kept, for instance electronic invoices; in steps of 512 MB.",
    ),
    "field.nome": QT_TRANSLATE_NOOP("words", "First name"),
    "field.cognome": QT_TRANSLATE_NOOP("words", "Surname"),
    "field.descrizione": QT_TRANSLATE_NOOP("words", "Description"),
    "help.descrizione": QT_TRANSLATE_NOOP(
        "words", "What this user does, for instance “accounting”."
    ),
    "field.email_gestione_password": QT_TRANSLATE_NOOP("words", "E-mail for the password"),
    "help.email_gestione_password": QT_TRANSLATE_NOOP(
        "words", "The user's own address: the messages about the password go there."
    ),
    "field.confirm_address": QT_TRANSLATE_NOOP("words", "Address of the mailbox, typed once more"),
    # What is wrong, or looks odd, in them
    "number.invalid": QT_TRANSLATE_NOOP("words", "Type a whole number."),
    "number.range": QT_TRANSLATE_NOOP("words", "A number from {least} to {most}."),
    "number.step": QT_TRANSLATE_NOOP("words", "A multiple of {step}."),
    "space.nothing": QT_TRANSLATE_NOOP(
        "words", "Say for at least one space how much more it shall be."
    ),
    "space.not_larger": QT_TRANSLATE_NOOP(
        "words", "There are {present} MB already: space can only be enlarged."
    ),
    "type.not_documented": QT_TRANSLATE_NOOP(
        "words",
        "The vendor's texts name only Silver and Gold as types to change to. This one is "
        "offered, but not documented.",
    ),
    "revocation.other_address": QT_TRANSLATE_NOOP(
        "words", "This is not the address of the mailbox."
    ),
    # Why an operation cannot be used now
    "refused.add_user.limit": QT_TRANSLATE_NOOP(
        "words",
        "This mailbox has 25 additional users, which is the most there can be. The service has no "
        "way to remove one: if that is needed, ask the vendor's support.",
    ),
    "refused.activate_preservation.active": QT_TRANSLATE_NOOP(
        "words", "Legal preservation is active already; its space can be enlarged."
    ),
    **{f"refused.{operation}.scope": _NO_PERMISSION for operation in _OPERATIONS},
    # Why a change was not sent
    "mailbox.changed": QT_TRANSLATE_NOOP(
        "words", "The mailbox has changed meanwhile, so that the summary was no longer true."
    ),
    "mailbox.changed.next": QT_TRANSLATE_NOOP("words", "Look at the new summary and decide anew."),
    "change.invalid": QT_TRANSLATE_NOOP("words", "Something in the form is missing or not right."),
    "change.invalid.next": QT_TRANSLATE_NOOP("words", "Correct what is marked."),
    "summary.activate_preservation": QT_TRANSLATE_NOOP(
        "words", "Activation of the legal preservation"
    ),
    "do.activate_preservation": QT_TRANSLATE_NOOP("words", "Activate and &send the papers"),
    "summary.offline.activate_preservation": QT_TRANSLATE_NOOP(
        "words",
        "Nothing can be sent without the network. The papers wait in the outbox, and nothing is "
        "sent by itself later.",
    ),
    "preserved.title": QT_TRANSLATE_NOOP("words", "Legal preservation is active"),
    "preserved.about": QT_TRANSLATE_NOOP(
        "words", "What was sent is kept with the mailbox, and the price stands in Activity."
    ),
    "preserved.space": QT_TRANSLATE_NOOP("words", "Space for legal preservation: {space}"),
    "preserved.waiting": QT_TRANSLATE_NOOP("words", "The papers have arrived"),
    "preserved.waiting.about": QT_TRANSLATE_NOOP(
        "words",
        "The service has taken them, but does not say yet that legal preservation is active. "
        "Look again later.",
    ),
    "draft.preservation": QT_TRANSLATE_NOOP("words", "Legal preservation"),
    # The wizard
    "flow.preservation": QT_TRANSLATE_NOOP("words", "Activate legal preservation"),
    "step.preservation.form": QT_TRANSLATE_NOOP("words", "Size and form"),
    "step.preservation.form.title": QT_TRANSLATE_NOOP("words", "How much, and the form"),
    "step.preservation.form.about": QT_TRANSLATE_NOOP(
        "words", "The provider activates legal preservation once it has this form, signed."
    ),
    "step.preservation.papers": QT_TRANSLATE_NOOP("words", "Papers"),
    "step.preservation.papers.title": QT_TRANSLATE_NOOP(
        "words", "The papers for legal preservation"
    ),
    "step.preservation.papers.about": QT_TRANSLATE_NOOP(
        "words", "Add the signed form and the identity document, as PDF or photo."
    ),
    "step.preservation.send": QT_TRANSLATE_NOOP("words", "Send"),
    "step.preservation.send.title": QT_TRANSLATE_NOOP("words", "Ready to be sent and paid?"),
    "step.preservation.send.about": QT_TRANSLATE_NOOP(
        "words", "This is exactly what will be sent, and what it costs."
    ),
    "step.preservation.follow": QT_TRANSLATE_NOOP("words", "Follow"),
    "step.preservation.follow.title": QT_TRANSLATE_NOOP("words", "What happens now"),
}
