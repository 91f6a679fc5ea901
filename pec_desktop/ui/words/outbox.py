"""Words of the outbox: what waits, what it would do, what came of it."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # The page of the drafts (ui.pages)
    "chip.outbox": QT_TRANSLATE_NOOP("words", "Outbox"),
    "chip.unfinished": QT_TRANSLATE_NOOP("words", "To be finished"),
    "standing.overtaken": QT_TRANSLATE_NOOP("words", "No longer possible"),
    # What has moved on since a draft was begun (services.moving)
    "draft.moved": QT_TRANSLATE_NOOP("words", "Changed since this was prepared: {what}."),
    "draft.moved.somehow": QT_TRANSLATE_NOOP(
        "words", "The mailbox has changed since this was prepared."
    ),
    # The dialog that sends (ui.send_outbox)
    "flow.outbox": QT_TRANSLATE_NOOP("words", "Send what waits in the outbox"),
    "sending.title": QT_TRANSLATE_NOOP("words", "Send what waits: {count}"),
    "sending.about": QT_TRANSLATE_NOOP(
        "words",
        "This is what goes out, one after the other in this order, each once. It can be stopped "
        "between two. One that is refused does not stop the rest.",
    ),
    "sending.reading": QT_TRANSLATE_NOOP("words", "Looking how they stand: {done} of {total}"),
    "sending.progress": QT_TRANSLATE_NOOP("words", "Sending: {done} of {total}"),
    "sending.stopping": QT_TRANSLATE_NOOP(
        "words", "It stops after the present one: {done} of {total}"
    ),
    "sending.left_out": QT_TRANSLATE_NOOP("words", "Left out: {why}"),
    "sending.none": QT_TRANSLATE_NOOP("words", "Nothing of this can be sent now."),
    "sending.waits": QT_TRANSLATE_NOOP(
        "words",
        "Nothing can be sent without the network. All of it still waits, and one click sends it "
        "later; nothing is sent by itself.",
    ),
    "sending.by_itself": QT_TRANSLATE_NOOP(
        "words",
        "Nothing can be sent without the network. Free uploads are sent when it is back, as chosen "
        "in the preferences; all else waits for a click.",
    ),
    "sending.now": QT_TRANSLATE_NOOP("words", "Being sent…"),
    "sending.draft": QT_TRANSLATE_NOOP("words", "Draft"),
    "sending.what": QT_TRANSLATE_NOOP("words", "Drafts"),
    "sending.target": QT_TRANSLATE_NOOP("words", "{paid} to be paid, {free} free"),
    "summary.outbox": QT_TRANSLATE_NOOP("words", "Sending what waits in the outbox"),
    "do.outbox": QT_TRANSLATE_NOOP("words", "&Send {count}"),
    "price.free": QT_TRANSLATE_NOOP("words", "free of charge"),
    "sent.title": QT_TRANSLATE_NOOP("words", "Sent: {done} of {total}"),
    "sent.about": QT_TRANSLATE_NOOP(
        "words",
        "Each stands in Activity. What the service did not accept is a draft again, with the "
        "reason; anything else that was not sent still waits.",
    ),
    "sent.wrong": QT_TRANSLATE_NOOP("words", "These were not confirmed"),
    "sent.done": QT_TRANSLATE_NOOP("words", "Sent"),
    "sent.not_tried": QT_TRANSLATE_NOOP("words", "Not tried"),
    "sent.stopped": QT_TRANSLATE_NOOP("words", "Not tried any more: {count}."),
    "sent.remark": QT_TRANSLATE_NOOP("words", "Remark"),
    "draft.changed": QT_TRANSLATE_NOOP("words", "This draft was changed since it was shown."),
    "draft.changed.next": QT_TRANSLATE_NOOP("words", "Look at it again, then send it."),
    # What went out by the standing choice (ui.outbox)
    "news.sent": QT_TRANSLATE_NOOP("words", "The documents of {address} were sent."),
    "news.sent.many": QT_TRANSLATE_NOOP("words", "The documents of {count} drafts were sent."),
    "news.not_sent": QT_TRANSLATE_NOOP(
        "words", "The documents of {address} could not be sent: see Drafts."
    ),
    "news.not_sent.many": QT_TRANSLATE_NOOP(
        "words", "The documents of {count} drafts could not be sent: see Drafts."
    ),
    "preference.send_uploads": QT_TRANSLATE_NOOP("words", "Free uploads that wait in the outbox"),
    "preference.send_uploads.false": QT_TRANSLATE_NOOP("words", "Wait for a click"),
    "preference.send_uploads.true": QT_TRANSLATE_NOOP("words", "Are sent when the network is back"),
    "preference.send_uploads.help": QT_TRANSLATE_NOOP(
        "words",
        "Documents for an activation and signed powers of attorney, if nothing about them should "
        "be looked at again. A payment is never sent by itself.",
    ),
    # On the page that sends the papers of an activation, without a network
    "outbox.waits": QT_TRANSLATE_NOOP(
        "words",
        "Nothing can be sent now. The papers wait in the outbox, and one click sends them later; "
        "nothing is sent by itself.",
    ),
    "outbox.by_itself": QT_TRANSLATE_NOOP(
        "words",
        "Nothing can be sent now. The papers wait in the outbox and are sent when the network is "
        "back, as chosen in the preferences.",
    ),
}
