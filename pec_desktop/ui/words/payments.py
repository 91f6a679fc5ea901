"""Words of every payment: prices, the summary before it, and the button that pays."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # Prices (domain.prices.Certainty)
    "price.known": QT_TRANSLATE_NOOP("words", "{amount} + IVA"),
    "price.estimated": QT_TRANSLATE_NOOP("words", "about {amount} + IVA"),
    "price.unknown": QT_TRANSLATE_NOOP("words", "price not known"),
    "price.known.why": QT_TRANSLATE_NOOP(
        "words", "The price comes from this account's price list."
    ),
    "price.estimated.why": QT_TRANSLATE_NOOP(
        "words",
        "The price is an estimate, from the office's own price list or the service's public pages; "
        "this account's own price could not be read and may differ.",
    ),
    "price.estimated.why.change_type": QT_TRANSLATE_NOOP(
        "words",
        "The price is an estimate: a year of the new type less one of the present type. How a "
        "change of type is really charged is documented nowhere.",
    ),
    "price.unknown.why": QT_TRANSLATE_NOOP(
        "words", "Neither this account's price list nor the service's public pages tell the price."
    ),
    # What is paid for (a `PecClient` method)
    "summary.operation": QT_TRANSLATE_NOOP("words", "Operation"),
    "summary.register_mailbox": QT_TRANSLATE_NOOP(
        "words", "Registration of a certified mailbox, for a year"
    ),
    "summary.target": QT_TRANSLATE_NOOP("words", "Mailbox"),
    "summary.price": QT_TRANSLATE_NOOP("words", "Price"),
    "summary.credit": QT_TRANSLATE_NOOP("words", "Credit now"),
    "summary.credit_after": QT_TRANSLATE_NOOP("words", "Credit afterwards"),
    "summary.about": QT_TRANSLATE_NOOP("words", "about {amount}"),
    "summary.not_known": QT_TRANSLATE_NOOP("words", "not known"),
    "summary.iva": QT_TRANSLATE_NOOP(
        "words", "Whether IVA is taken from the credit as well is not known."
    ),
    "summary.credit_low": QT_TRANSLATE_NOOP(
        "words", "The credit is lower than the price: the service will probably refuse."
    ),
    "summary.practice": QT_TRANSLATE_NOOP(
        "words", "Practice: price and credit are invented, nothing is charged."
    ),
    "summary.sandbox": QT_TRANSLATE_NOOP(
        "words", "Sandbox: price and credit are for trying only, nothing is charged."
    ),
    # What stands in the way; a key with the operation behind it goes before the common one
    "summary.checking": QT_TRANSLATE_NOOP("words", "Asking for the price…"),
    "summary.offline.title": QT_TRANSLATE_NOOP("words", "The service cannot be reached now"),
    "summary.offline": QT_TRANSLATE_NOOP(
        "words", "Nothing can be sent without the network, and nothing is sent by itself later."
    ),
    "summary.errors.title": QT_TRANSLATE_NOOP("words", "Not everything is complete yet"),
    "summary.warnings.title": QT_TRANSLATE_NOOP("words", "Please look again"),
    "summary.unknown.title": QT_TRANSLATE_NOOP("words", "This was sent before"),
    "summary.unknown": QT_TRANSLATE_NOOP(
        "words",
        "The same was sent for {label} on {moment} and its outcome is not known: it may have been "
        "done and paid already. Look what became of it before you send again.",
    ),
    "summary.override": QT_TRANSLATE_NOOP(
        "words", "I have checked that it was not done. Send again; it may be paid twice."
    ),
    # The button that pays: {does} is a ``do.<operation>``
    "do.register_mailbox": QT_TRANSLATE_NOOP("words", "&Register"),
    "pay.priced": QT_TRANSLATE_NOOP("words", "{does} and pay {price}"),
    "pay.unpriced": QT_TRANSLATE_NOOP("words", "{does} and pay (price not known)"),
    "pay.practice": QT_TRANSLATE_NOOP("words", "{does} (practice, nothing is charged)"),
    "pay.sandbox": QT_TRANSLATE_NOOP("words", "{does} (sandbox, nothing is charged)"),
}
