"""Words for what became of an attempt: the evidence, the person's decision, the news."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # What is compared (ui.evidence)
    "evidence.expiry": QT_TRANSLATE_NOOP("words", "Expires"),
    "evidence.state": QT_TRANSLATE_NOOP("words", "State"),
    "evidence.type": QT_TRANSLATE_NOOP("words", "Type"),
    "evidence.spazio_disco": QT_TRANSLATE_NOOP("words", "Mailbox"),
    "evidence.spazio_storico": QT_TRANSLATE_NOOP("words", "Security archive"),
    "evidence.spazio_conservazione": QT_TRANSLATE_NOOP("words", "Legal preservation"),
    "evidence.documents": QT_TRANSLATE_NOOP("words", "Documents at the provider"),
    "evidence.users": QT_TRANSLATE_NOOP("words", "Additional users"),
    "evidence.moved": QT_TRANSLATE_NOOP("words", "Last change"),
    "evidence.mailboxes": QT_TRANSLATE_NOOP("words", "Mailboxes with this address"),
    "evidence.communications": QT_TRANSLATE_NOOP("words", "Communications of this address"),
    "evidence.year": QT_TRANSLATE_NOOP("words", "1 year more"),
    "evidence.years": QT_TRANSLATE_NOOP("words", "{count} years more"),
    "evidence.one_more": QT_TRANSLATE_NOOP("words", "1 more"),
    "evidence.one_more_with": QT_TRANSLATE_NOOP("words", "1 more, {email}"),
    "evidence.another_type": QT_TRANSLATE_NOOP("words", "{count}, of another type"),
    # What the wallet tells
    "witness.silent": QT_TRANSLATE_NOOP("words", "Nothing was taken from the credit since."),
    "witness.spent": QT_TRANSLATE_NOOP("words", "Taken from the credit since: {amounts}"),
    "witness.unexplained": QT_TRANSLATE_NOOP(
        "words", "Of this amount, and not explained by anything else sent from here: {count}"
    ),
    "witness.unasked": QT_TRANSLATE_NOOP("words", "What was taken from the credit is not known."),
    # How an unknown attempt stands
    "unknown.not_looked": QT_TRANSLATE_NOOP("words", "Nobody has looked yet what became of it."),
    "unknown.waiting": QT_TRANSLATE_NOOP(
        "words",
        "Nothing of it can be seen so far. A slow service may still carry it out, so that the "
        "program looks again.",
    ),
    "unknown.untold": QT_TRANSLATE_NOOP(
        "words", "What can be seen does not tell whether it was carried out."
    ),
    # News
    "news.happened": QT_TRANSLATE_NOOP(
        "words", "{address} – {state}: it was carried out, although no answer came."
    ),
    "news.happened.many": QT_TRANSLATE_NOOP(
        "words", "Carried out, although no answer came: {count} operations."
    ),
    "news.not_done": QT_TRANSLATE_NOOP(
        "words", "{address} – {state}: it was not carried out and may be sent again."
    ),
    "news.not_done.many": QT_TRANSLATE_NOOP(
        "words", "Not carried out, and may be sent again: {count} operations."
    ),
    # Before the first payment of a new or restored journal
    "journal.first_payment.title": QT_TRANSLATE_NOOP("words", "This is older than the archive"),
    "journal.first_payment": QT_TRANSLATE_NOOP(
        "words",
        "The archive on this computer is new, or was restored, and does not know what was sent for "
        "it before. Make sure that the same was not paid already.",
    ),
    # In the summary before a payment
    "summary.happened.title": QT_TRANSLATE_NOOP("words", "It was carried out already"),
    "summary.happened": QT_TRANSLATE_NOOP(
        "words",
        "What was sent before was carried out, although no answer came. Nothing needs to be sent "
        "again; this window can be closed.",
    ),
    "summary.untold": QT_TRANSLATE_NOOP(
        "words",
        "What can be seen does not tell whether it was carried out. Activity shows it and takes "
        "the decision.",
    ),
    "summary.looking": QT_TRANSLATE_NOOP("words", "Looking what became of it…"),
}
