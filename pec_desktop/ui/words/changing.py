"""Words of the wizards that change a mailbox: renewal, space, type, users, revocation."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # The wizards (domain.flows.change_flow)
    "flow.renew_mailbox": QT_TRANSLATE_NOOP("words", "Renew a mailbox"),
    "step.renew_mailbox.form": QT_TRANSLATE_NOOP("words", "Years"),
    "step.renew_mailbox.form.title": QT_TRANSLATE_NOOP("words", "For how many years?"),
    "step.renew_mailbox.summary": QT_TRANSLATE_NOOP("words", "Summary"),
    "step.renew_mailbox.summary.title": QT_TRANSLATE_NOOP("words", "Renew and pay?"),
    "step.renew_mailbox.summary.about": QT_TRANSLATE_NOOP(
        "words", "This is exactly what will be sent."
    ),
    "flow.change_space": QT_TRANSLATE_NOOP("words", "More space for a mailbox"),
    "step.change_space.form": QT_TRANSLATE_NOOP("words", "Space"),
    "step.change_space.form.title": QT_TRANSLATE_NOOP("words", "How much more space?"),
    "step.change_space.form.about": QT_TRANSLATE_NOOP(
        "words", "Space can be enlarged, never made smaller again. Leave empty what shall stay."
    ),
    "step.change_space.summary": QT_TRANSLATE_NOOP("words", "Summary"),
    "step.change_space.summary.title": QT_TRANSLATE_NOOP("words", "Enlarge and pay?"),
    "step.change_space.summary.about": QT_TRANSLATE_NOOP(
        "words", "This is exactly what will be sent."
    ),
    "flow.change_type": QT_TRANSLATE_NOOP("words", "Change the type of a mailbox"),
    "step.change_type.form": QT_TRANSLATE_NOOP("words", "Type"),
    "step.change_type.form.title": QT_TRANSLATE_NOOP("words", "Which type?"),
    "step.change_type.form.about": QT_TRANSLATE_NOOP(
        "words",
        "A mailbox can be changed to a higher type, never back. Much is not documented, and is "
        "said to be so.",
    ),
    "step.change_type.summary": QT_TRANSLATE_NOOP("words", "Summary"),
    "step.change_type.summary.title": QT_TRANSLATE_NOOP("words", "Change the type and pay?"),
    "step.change_type.summary.about": QT_TRANSLATE_NOOP(
        "words", "This is exactly what will be sent."
    ),
    "flow.add_user": QT_TRANSLATE_NOOP("words", "Additional user of a mailbox"),
    "step.add_user.form": QT_TRANSLATE_NOOP("words", "User"),
    "step.add_user.form.title": QT_TRANSLATE_NOOP("words", "Who else uses the mailbox?"),
    "step.add_user.summary": QT_TRANSLATE_NOOP("words", "Summary"),
    "step.add_user.summary.title": QT_TRANSLATE_NOOP("words", "Add the user and pay?"),
    "step.add_user.summary.about": QT_TRANSLATE_NOOP("words", "This is exactly what will be sent."),
    "flow.revoke_mailbox": QT_TRANSLATE_NOOP("words", "Revoke a mailbox"),
    "step.revoke_mailbox.form": QT_TRANSLATE_NOOP("words", "Consequences"),
    "step.revoke_mailbox.form.title": QT_TRANSLATE_NOOP("words", "Revoke this mailbox?"),
    "step.revoke_mailbox.form.about": QT_TRANSLATE_NOOP(
        "words", "Read what it means, then type the address: so no other mailbox is meant."
    ),
    "step.revoke_mailbox.summary": QT_TRANSLATE_NOOP("words", "Revoke"),
    "step.revoke_mailbox.summary.title": QT_TRANSLATE_NOOP("words", "Revoke it now?"),
    "step.revoke_mailbox.summary.about": QT_TRANSLATE_NOOP(
        "words", "The last button revokes the mailbox at once. There is no undo."
    ),
    # Reading and sending
    "change.reading": QT_TRANSLATE_NOOP("words", "Reading how the mailbox stands…"),
    "change.sending": QT_TRANSLATE_NOOP(
        "words", "The change is being sent. This may take up to a minute."
    ),
    "mailbox.unread": QT_TRANSLATE_NOOP("words", "The mailbox could not be read just now."),
    "change.differs": QT_TRANSLATE_NOOP("words", "What is different now"),
    # Renewal
    "renewal.now": QT_TRANSLATE_NOOP("words", "Expires now"),
    "renewal.then": QT_TRANSLATE_NOOP("words", "Expires afterwards"),
    "renewal.year": QT_TRANSLATE_NOOP("words", "1 year more"),
    "renewal.years": QT_TRANSLATE_NOOP("words", "{count} years more"),
    "renewal.unsaid": QT_TRANSLATE_NOOP("words", "not documented"),
    "renewal.revoked": QT_TRANSLATE_NOOP(
        "words",
        "This mailbox is revoked: a renewal activates it again. From which day the years count is "
        "documented nowhere.",
    ),
    "renewal.expired": QT_TRANSLATE_NOOP(
        "words",
        "This mailbox has expired. From which day the years of a renewal count is documented "
        "nowhere.",
    ),
    "renewal.automatic": QT_TRANSLATE_NOOP(
        "words",
        "The provider renews this mailbox at its expiry by itself, from the credit. A renewal now "
        "comes on top of that.",
    ),
    # Space
    "space.spazio_disco": QT_TRANSLATE_NOOP("words", "Mailbox"),
    "space.spazio_storico": QT_TRANSLATE_NOOP("words", "Security archive"),
    "space.spazio_conservazione": QT_TRANSLATE_NOOP("words", "Legal preservation"),
    "space.no_preservation": QT_TRANSLATE_NOOP(
        "words", "Legal preservation is not active; it has a form of its own."
    ),
    "space.none": QT_TRANSLATE_NOOP("words", "Nothing will be sent yet."),
    "space.sent": QT_TRANSLATE_NOOP("words", "Will be sent: {request}"),
    # Type
    "type.now": QT_TRANSLATE_NOOP("words", "Type now"),
    "type.then": QT_TRANSLATE_NOOP("words", "Type afterwards"),
    "type.present": QT_TRANSLATE_NOOP("words", "{type} (now)"),
    "type.unsaid": QT_TRANSLATE_NOOP("words", "not known"),
    "type.line.price": QT_TRANSLATE_NOOP("words", "A year"),
    "type.line.spazio_disco": QT_TRANSLATE_NOOP("words", "Mailbox"),
    "type.line.spazio_storico": QT_TRANSLATE_NOOP("words", "Security archive"),
    "type.line.invoices": QT_TRANSLATE_NOOP("words", "Electronic invoices"),
    "type.line.target": QT_TRANSLATE_NOOP("words", "Change to it"),
    "type.invoices.shown": QT_TRANSLATE_NOOP("words", "recognised and shown readably"),
    "type.target.documented": QT_TRANSLATE_NOOP("words", "documented"),
    "type.target.undocumented": QT_TRANSLATE_NOOP("words", "not documented"),
    # Users
    "users.count": QT_TRANSLATE_NOOP("words", "{count} of {most} additional users"),
    "users.userid": QT_TRANSLATE_NOOP("words", "user ID {userid}"),
    "users.removing": QT_TRANSLATE_NOOP(
        "words",
        "The service has no way to remove a user or to change one. If that is needed, ask the "
        "vendor's support.",
    ),
    # Revocation: only what the vendor's texts say, and where they say nothing, that
    "revocation.mail": QT_TRANSLATE_NOOP("words", "The mailbox is no longer active"),
    "revocation.mail.what": QT_TRANSLATE_NOOP(
        "words",
        "Expect that it receives nothing from this moment on. What becomes of the messages in it "
        "is documented nowhere: save before what is still needed.",
    ),
    "revocation.back": QT_TRANSLATE_NOOP("words", "Only a renewal may bring it back"),
    "revocation.back.what": QT_TRANSLATE_NOOP(
        "words",
        "A paid renewal activates a revoked mailbox again. For how long that is possible is "
        "documented nowhere.",
    ),
    "revocation.address": QT_TRANSLATE_NOOP("words", "The address stays with its holder"),
    "revocation.address.what": QT_TRANSLATE_NOOP(
        "words",
        "By a rule of AgID a lapsed address can be taken again only by the same holder, with the "
        "same fiscal code or VAT number.",
    ),
    "revocation.register": QT_TRANSLATE_NOOP("words", "Is it in the Business Register?"),
    "revocation.register.what": QT_TRANSLATE_NOOP(
        "words",
        "A company needs a valid address there, and the Chamber can fine one that has none. "
        "Communicate another one before.",
    ),
    "revocation.money": QT_TRANSLATE_NOOP("words", "Nothing is known of money given back"),
    "revocation.money.what": QT_TRANSLATE_NOOP(
        "words",
        "No text of the vendor says that the rest of a paid year is returned.",
    ),
    # The summary
    "summary.renew_mailbox": QT_TRANSLATE_NOOP("words", "Renewal of a certified mailbox"),
    "summary.change_space": QT_TRANSLATE_NOOP("words", "More space for a certified mailbox"),
    "summary.change_type": QT_TRANSLATE_NOOP("words", "Change to a higher type"),
    "summary.add_user": QT_TRANSLATE_NOOP("words", "An additional user"),
    "summary.revoke_mailbox": QT_TRANSLATE_NOOP("words", "Revocation of a certified mailbox"),
    "summary.free.revoke_mailbox": QT_TRANSLATE_NOOP(
        "words", "Nothing is charged for a revocation, as far as the provider's documents tell."
    ),
    "summary.checking.revoke_mailbox": QT_TRANSLATE_NOOP("words", "Looking for earlier attempts…"),
    "summary.unknown.revoke_mailbox": QT_TRANSLATE_NOOP(
        "words",
        "A revocation of {label} was sent on {moment} and its outcome is not known: it may have "
        "been carried out already. Look at the mailbox before you send again.",
    ),
    "summary.override.revoke_mailbox": QT_TRANSLATE_NOOP(
        "words", "I have checked that it was not carried out. Send again."
    ),
    "do.renew_mailbox": QT_TRANSLATE_NOOP("words", "&Renew"),
    "do.change_space": QT_TRANSLATE_NOOP("words", "&Enlarge"),
    "do.change_type": QT_TRANSLATE_NOOP("words", "Change the t&ype"),
    "do.add_user": QT_TRANSLATE_NOOP("words", "&Add the user"),
    "do.revoke_mailbox": QT_TRANSLATE_NOOP("words", "&Revoke {address}"),
    # What came of it
    "changed.renew_mailbox": QT_TRANSLATE_NOOP("words", "Renewed until {day}"),
    "changed.renew_mailbox.undated": QT_TRANSLATE_NOOP("words", "Renewed"),
    "changed.renew_mailbox.about": QT_TRANSLATE_NOOP(
        "words", "The renewal and its price stand in Activity."
    ),
    "changed.change_space": QT_TRANSLATE_NOOP("words", "The mailbox has more space"),
    "changed.change_space.about": QT_TRANSLATE_NOOP(
        "words", "The change and its price stand in Activity."
    ),
    "changed.change_type": QT_TRANSLATE_NOOP("words", "The mailbox is of the type {type} now"),
    "changed.change_type.about": QT_TRANSLATE_NOOP(
        "words", "The change and its price stand in Activity."
    ),
    "changed.add_user": QT_TRANSLATE_NOOP("words", "{user} was added"),
    "changed.add_user.about": QT_TRANSLATE_NOOP(
        "words",
        "The provider has given the user this ID; the messages about the password go to the "
        "e-mail of the user.",
    ),
    "changed.revoke_mailbox": QT_TRANSLATE_NOOP("words", "The mailbox is revoked"),
    "changed.revoke_mailbox.about": QT_TRANSLATE_NOOP(
        "words", "The revocation stands in Activity. What is known of the mailbox stays here."
    ),
    "changed.nothing": QT_TRANSLATE_NOOP(
        "words",
        "The service has confirmed the change, but its answer shows nothing different yet. Look "
        "at the mailbox again in some minutes.",
    ),
    # A mailbox's history
    "history.outside": QT_TRANSLATE_NOOP("words", "Changed outside this program"),
    # What differs between two readings of a mailbox (ui.differences)
    "difference.stato": QT_TRANSLATE_NOOP("words", "State"),
    "difference.tipo_casella": QT_TRANSLATE_NOOP("words", "Type"),
    "difference.data_scadenza": QT_TRANSLATE_NOOP("words", "Expires"),
    "difference.autorinnovo": QT_TRANSLATE_NOOP("words", "Renewed by the provider"),
    "difference.conservazione": QT_TRANSLATE_NOOP("words", "Legal preservation active"),
    "difference.spazio_disco": QT_TRANSLATE_NOOP("words", "Space of the mailbox"),
    "difference.spazio_storico": QT_TRANSLATE_NOOP("words", "Space of the security archive"),
    "difference.spazio_conservazione": QT_TRANSLATE_NOOP(
        "words", "Space of the legal preservation"
    ),
    "difference.multiutenza": QT_TRANSLATE_NOOP("words", "Additional users"),
    "difference.user": QT_TRANSLATE_NOOP("words", "New user"),
    "difference.documenti_attivazione": QT_TRANSLATE_NOOP("words", "Documents of the activation"),
    "difference.documenti_conservazione": QT_TRANSLATE_NOOP(
        "words", "Documents of the legal preservation"
    ),
    "difference.revoked": QT_TRANSLATE_NOOP("words", "Revoked on"),
}
