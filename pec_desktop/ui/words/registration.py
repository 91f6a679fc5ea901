"""Words of the registration wizard: availability, summary, what comes next."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # Availability of an address
    "mailbox.asking": QT_TRANSLATE_NOOP("words", "Asking whether this address is free…"),
    "mailbox.free": QT_TRANSLATE_NOOP("words", "This address is free."),
    "mailbox.taken": QT_TRANSLATE_NOOP("words", "This address is already taken. Try another one."),
    "mailbox.not_accepted": QT_TRANSLATE_NOOP(
        "words", "The service does not accept this address. Try another one."
    ),
    "mailbox.offline": QT_TRANSLATE_NOOP(
        "words",
        "Without the network it cannot be told whether this address is free. "
        "It will be asked again before anything is sent.",
    ),
    "mailbox.not_told": QT_TRANSLATE_NOOP(
        "words",
        "The service did not say whether this address is free. "
        "It will be asked again before anything is sent.",
    ),
    # What the program fills in
    "offered.fiscal_code": QT_TRANSLATE_NOOP("words", "From the fiscal code."),
    "offered.holder": QT_TRANSLATE_NOOP("words", "The &applicant is the holder"),
    "offered.person": QT_TRANSLATE_NOOP(
        "words",
        "A private person holds the mailbox in the applicant's name: only the residence is needed.",
    ),
    # Summary
    "summary.checking.register_mailbox": QT_TRANSLATE_NOOP(
        "words", "Asking for the price and whether the address is still free…"
    ),
    "summary.offline.register_mailbox": QT_TRANSLATE_NOOP(
        "words",
        "Nothing can be sent without the network. Keep the registration ready: it waits in "
        "the outbox, and one click sends it later. Nothing is sent by itself.",
    ),
    "summary.taken.title": QT_TRANSLATE_NOOP("words", "The address is taken meanwhile"),
    "summary.unknown.register_mailbox": QT_TRANSLATE_NOOP(
        "words",
        "A registration of {label} was sent on {moment} and its outcome is not known: the "
        "mailbox may have been registered and paid already. Look what became of it before you "
        "send again.",
    ),
    "summary.override.register_mailbox": QT_TRANSLATE_NOOP(
        "words", "I have checked that it is not registered. Send again; it may be paid twice."
    ),
    "register.keep": QT_TRANSLATE_NOOP("words", "&Keep ready"),
    "register.sending": QT_TRANSLATE_NOOP(
        "words", "The registration is being sent. This may take up to a minute."
    ),
    # How the draft is kept (ui.draft_keeper.Keeping)
    "keeping.new": QT_TRANSLATE_NOOP("words", "Every step is saved among the drafts."),
    "keeping.changed": QT_TRANSLATE_NOOP("words", "Not saved yet"),
    "keeping.saved": QT_TRANSLATE_NOOP("words", "Saved among the drafts"),
    "keeping.failed": QT_TRANSLATE_NOOP("words", "Could not be saved"),
    # Afterwards
    "registered.title": QT_TRANSLATE_NOOP("words", "{address} is registered"),
    "registered.about": QT_TRANSLATE_NOOP(
        "words", "It becomes active once the provider has the signed form."
    ),
    "registered.form": QT_TRANSLATE_NOOP("words", "Get the activation form"),
    "registered.form.what": QT_TRANSLATE_NOOP(
        "words", "The program downloads it, filled in with these data, to print or to save."
    ),
    "registered.sign": QT_TRANSLATE_NOOP("words", "Have it signed by {applicant}"),
    "registered.sign.what": QT_TRANSLATE_NOOP(
        "words", "By hand, or digitally inside the PDF. Copy the identity document as well."
    ),
    "registered.send": QT_TRANSLATE_NOOP("words", "Drop the papers on the mailbox"),
    "registered.send.what": QT_TRANSLATE_NOOP(
        "words", "The program checks them, puts them in order and sends them."
    ),
    "registered.next": QT_TRANSLATE_NOOP("words", "&Get the activation form"),
}
