"""Words for what went wrong: what happened, the money, what the program does, what to do now.

``failure.<kind>.title|what|next`` speaks of an `ApiError`'s kind and of errors without a key;
``money.*`` says whether anything was paid; a refusal's own key (``store.*``, ``keychain.*``,
``office.*``, ``attempt.*``, ``draft.*``) says what happened and ``<key>.next`` what to do.
"""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # ErrorKind
    "failure.auth.title": QT_TRANSLATE_NOOP("words", "The access was refused"),
    "failure.auth.what": QT_TRANSLATE_NOOP(
        "words", "The service does not accept this account's access token any more."
    ),
    "failure.auth.next": QT_TRANSLATE_NOOP(
        "words", "Connect the account again with a valid token, or with its e-mail and API key."
    ),
    "failure.forbidden.title": QT_TRANSLATE_NOOP("words", "The account may not do this"),
    "failure.forbidden.what": QT_TRANSLATE_NOOP(
        "words", "The access token lacks the permission for this operation."
    ),
    "failure.forbidden.next": QT_TRANSLATE_NOOP(
        "words",
        "Connect the account again: with its e-mail and API key the program creates a token "
        "that has every permission it needs.",
    ),
    "failure.wallet.title": QT_TRANSLATE_NOOP("words", "The credit is not enough"),
    "failure.wallet.what": QT_TRANSLATE_NOOP(
        "words", "The service refused the operation because the account's credit is too low."
    ),
    "failure.wallet.next": QT_TRANSLATE_NOOP(
        "words", "Top up the credit on the service's site, then try again."
    ),
    "failure.invalid.title": QT_TRANSLATE_NOOP("words", "The service refused the data"),
    "failure.invalid.what": QT_TRANSLATE_NOOP("words", "Something in the request is not accepted."),
    "failure.invalid.field": QT_TRANSLATE_NOOP(
        "words", "What was given for “{field}” is not accepted."
    ),
    "failure.invalid.next": QT_TRANSLATE_NOOP("words", "Correct it and try again."),
    "failure.conflict.title": QT_TRANSLATE_NOOP("words", "This cannot be done now"),
    "failure.conflict.what": QT_TRANSLATE_NOOP(
        "words",
        "The service refused the operation because of the present state or type of the mailbox.",
    ),
    "failure.conflict.next": QT_TRANSLATE_NOOP(
        "words", "Refresh the list to see how things stand, then decide again."
    ),
    "failure.not_found.title": QT_TRANSLATE_NOOP("words", "Not found"),
    "failure.not_found.what": QT_TRANSLATE_NOOP(
        "words", "The service does not know what was asked for under this account."
    ),
    "failure.not_found.next": QT_TRANSLATE_NOOP("words", "Refresh the list and check the account."),
    "failure.throttled.title": QT_TRANSLATE_NOOP("words", "The service asks to slow down"),
    "failure.throttled.what": QT_TRANSLATE_NOOP(
        "words", "Too many requests reached the service in a short time."
    ),
    "failure.throttled.next": QT_TRANSLATE_NOOP("words", "Wait a few minutes, then try again."),
    "failure.unavailable.title": QT_TRANSLATE_NOOP("words", "The service cannot be reached"),
    "failure.unavailable.what": QT_TRANSLATE_NOOP(
        "words", "There was no answer: the network or the service is not available."
    ),
    "failure.unavailable.next": QT_TRANSLATE_NOOP(
        "words", "Check the network connection and try again later. Nothing typed is lost."
    ),
    "failure.unknown_outcome.title": QT_TRANSLATE_NOOP("words", "The outcome is not known"),
    "failure.unknown_outcome.what": QT_TRANSLATE_NOOP(
        "words",
        "The request was sent, but no readable answer came back. "
        "The service may have carried it out or not.",
    ),
    "failure.unknown_outcome.next": QT_TRANSLATE_NOOP(
        "words",
        "Do not repeat it. The attempt is kept in Activity, and the program will not send it "
        "again by itself; it looks what became of it, which may take a few minutes.",
    ),
    "failure.token.next": QT_TRANSLATE_NOOP(
        "words", "Try again. At worst an unused access token is left at the service."
    ),
    "failure.unexpected.title": QT_TRANSLATE_NOOP("words", "The service answered strangely"),
    "failure.unexpected.what": QT_TRANSLATE_NOOP(
        "words", "The program could not make sense of the service's answer."
    ),
    "failure.unexpected.next": QT_TRANSLATE_NOOP(
        "words", "Try again later. If it stays so, send the details to support."
    ),
    # What a number of the service means, where its document tells: <operation>.<number>
    "failure.register_mailbox.326": QT_TRANSLATE_NOOP(
        "words", "The domain of the address does not exist or belongs to somebody else."
    ),
    "failure.register_mailbox.242": QT_TRANSLATE_NOOP(
        "words", "The service does not accept the applicant's date of birth."
    ),
    "failure.activate_mailbox.296": QT_TRANSLATE_NOOP(
        "words", "The service accepts only PDF documents."
    ),
    "failure.activate_mailbox.267": QT_TRANSLATE_NOOP(
        "words", "The mailbox no longer waits for documents."
    ),
    "failure.check_availability.208": QT_TRANSLATE_NOOP(
        "words", "The service does not accept this PEC address."
    ),
    "failure.renew_mailbox.203": QT_TRANSLATE_NOOP(
        "words", "Only an active or a revoked mailbox can be renewed."
    ),
    "failure.revoke_mailbox.303": QT_TRANSLATE_NOOP("words", "The mailbox is revoked already."),
    "failure.revoke_mailbox.304": QT_TRANSLATE_NOOP(
        "words", "Only an active mailbox can be revoked."
    ),
    "failure.change_space.282": QT_TRANSLATE_NOOP(
        "words",
        "The legal preservation of this mailbox is not active, so that its space cannot be "
        "enlarged.",
    ),
    "failure.change_space.325": QT_TRANSLATE_NOOP(
        "words",
        "Space comes in steps: 1024 MB for the mailbox and the security archive, 512 MB for legal "
        "preservation.",
    ),
    "failure.activate_preservation.293": QT_TRANSLATE_NOOP(
        "words", "Legal preservation is active already; its space can be enlarged."
    ),
    "failure.activate_preservation.294": QT_TRANSLATE_NOOP(
        "words", "The signed form and the identity document did not arrive with the request."
    ),
    "failure.activate_preservation.296": QT_TRANSLATE_NOOP(
        "words", "The service accepts only PDF documents."
    ),
    "failure.change_type.272": QT_TRANSLATE_NOOP(
        "words", "The type can be changed only while the mailbox is active."
    ),
    "failure.change_type.276": QT_TRANSLATE_NOOP(
        "words", "The type can only be changed to a higher one."
    ),
    "failure.add_user.217": QT_TRANSLATE_NOOP(
        "words", "The mailbox has 25 additional users already, the most there can be."
    ),
    "failure.add_user.390": QT_TRANSLATE_NOOP(
        "words", "Users can be added only to Standard, Bronze, Silver and Gold mailboxes."
    ),
    "failure.start_communication.336": QT_TRANSLATE_NOOP(
        "words", "The service does not accept this PEC address."
    ),
    "failure.start_communication.344": QT_TRANSLATE_NOOP(
        "words", "The service asks for the company's fiscal code or VAT number."
    ),
    "failure.start_communication.351": QT_TRANSLATE_NOOP(
        "words", "The account's credit does not suffice for a communication."
    ),
    "failure.upload_communication_documents.355": QT_TRANSLATE_NOOP(
        "words",
        "The service waits for no signed power of attorney now: it has one already, or the code "
        "has not come yet.",
    ),
    "failure.upload_communication_documents.356": QT_TRANSLATE_NOOP(
        "words", "The service received no document."
    ),
    # Errors without a kind of the service
    "failure.store.title": QT_TRANSLATE_NOOP("words", "The office archive"),
    "failure.keychain.title": QT_TRANSLATE_NOOP("words", "The system's keychain"),
    "failure.paper.title": QT_TRANSLATE_NOOP("words", "The document cannot be used"),
    "failure.paper.named": QT_TRANSLATE_NOOP("words", "“{name}” cannot be used"),
    "failure.refusal.title": QT_TRANSLATE_NOOP("words", "This cannot be done now"),
    "failure.cancelled.title": QT_TRANSLATE_NOOP("words", "Stopped"),
    "failure.cancelled.what": QT_TRANSLATE_NOOP("words", "The work was stopped as you asked."),
    "failure.program.title": QT_TRANSLATE_NOOP("words", "Something went wrong in the program"),
    "failure.program.what": QT_TRANSLATE_NOOP(
        "words", "The program made a mistake that it did not expect."
    ),
    "failure.program.next": QT_TRANSLATE_NOOP(
        "words", "Send the details to support. What was saved so far is safe."
    ),
    # Details for support
    "details.operation": QT_TRANSLATE_NOOP("words", "Operation: {value}"),
    "details.status": QT_TRANSLATE_NOOP("words", "HTTP status: {value}"),
    "details.code": QT_TRANSLATE_NOOP("words", "Number: {value}"),
    "details.field": QT_TRANSLATE_NOOP("words", "Field: {value}"),
    "details.message": QT_TRANSLATE_NOOP("words", "Text: {value}"),
    "details.key": QT_TRANSLATE_NOOP("words", "Reason: {value}"),
    "details.error": QT_TRANSLATE_NOOP("words", "Error: {value}"),
    # Money
    "money.none": QT_TRANSLATE_NOOP("words", "Nothing was paid."),
    "money.refused": QT_TRANSLATE_NOOP("words", "The request was refused: nothing was paid."),
    "money.not_sent": QT_TRANSLATE_NOOP("words", "Nothing was sent and nothing was paid."),
    "money.unknown": QT_TRANSLATE_NOOP(
        "words", "The price may have been taken from the credit. It is not known yet."
    ),
    "money.free": QT_TRANSLATE_NOOP("words", "This operation costs nothing."),
    "money.earlier": QT_TRANSLATE_NOOP(
        "words", "Nothing was sent this time. The earlier attempt may have been paid."
    ),
    "money.program": QT_TRANSLATE_NOOP(
        "words", "If a paid operation was under way, its outcome stands in Activity."
    ),
    # store.*
    "store.newer_schema": QT_TRANSLATE_NOOP(
        "words", "The archive was written by a newer version of the program."
    ),
    "store.newer_schema.next": QT_TRANSLATE_NOOP(
        "words", "Install the newest version. The archive was not touched."
    ),
    "store.read_only": QT_TRANSLATE_NOOP("words", "The archive cannot be written to."),
    "store.read_only.next": QT_TRANSLATE_NOOP(
        "words", "Check the permissions of the program's folder and start again."
    ),
    "store.locked": QT_TRANSLATE_NOOP("words", "Another program holds the archive."),
    "store.locked.next": QT_TRANSLATE_NOOP(
        "words", "Close other windows of the program, or wait for a running backup, and try again."
    ),
    "store.disk_full": QT_TRANSLATE_NOOP("words", "The disk is full; the change was not saved."),
    "store.disk_full.next": QT_TRANSLATE_NOOP("words", "Free some space and try again."),
    "store.network_share": QT_TRANSLATE_NOOP(
        "words",
        "The archive lies in a network or synchronised folder, where it could be damaged.",
    ),
    "store.network_share.next": QT_TRANSLATE_NOOP(
        "words", "Choose a folder on this computer's own disk."
    ),
    "store.missing": QT_TRANSLATE_NOOP(
        "words", "The archive is no longer where it was: its folder was moved, or the drive is off."
    ),
    "store.missing.next": QT_TRANSLATE_NOOP(
        "words", "Bring the folder back to its place, then start the program again."
    ),
    "store.failed": QT_TRANSLATE_NOOP("words", "The disk reported a failure with the archive."),
    "store.failed.next": QT_TRANSLATE_NOOP(
        "words", "Make a copy of the program's folder now, and have the disk checked."
    ),
    "store.synchronised_folder": QT_TRANSLATE_NOOP(
        "words",
        "The archive lies in a folder that another program copies elsewhere (OneDrive, Dropbox and "
        "the like), where it could be damaged.",
    ),
    "store.synchronised_folder.next": QT_TRANSLATE_NOOP(
        "words", "Choose a folder that is on this computer's own disk only."
    ),
    "store.source_folder": QT_TRANSLATE_NOOP("words", "{name} is a folder. Add the files in it."),
    "store.source_missing": QT_TRANSLATE_NOOP("words", "{name} is no longer where it was."),
    "store.source_unreadable": QT_TRANSLATE_NOOP("words", "{name} cannot be read."),
    # profile.*, practice.*
    "profile.in_use": QT_TRANSLATE_NOOP("words", "The program is already running."),
    "profile.in_use.next": QT_TRANSLATE_NOOP(
        "words", "Its window was asked to come to the front. Look for it in the task bar."
    ),
    "practice.no_start": QT_TRANSLATE_NOOP("words", "The practice service did not start."),
    "practice.no_start.next": QT_TRANSLATE_NOOP(
        "words", "Close the program and start it again. The details say what happened."
    ),
    # save.*, open.* (a copy of a paper for other programs)
    "save.failed": QT_TRANSLATE_NOOP("words", "The file could not be saved as {path}."),
    "save.failed.next": QT_TRANSLATE_NOOP(
        "words",
        "Choose another folder. Is there room on the disk, or is a file of that name open in "
        "another program?",
    ),
    "open.failed": QT_TRANSLATE_NOOP("words", "This computer has no program that opens PDF files."),
    "open.failed.next": QT_TRANSLATE_NOOP(
        "words", "Save the form instead, and open it on a computer that has one."
    ),
    # keychain.*
    "keychain.locked": QT_TRANSLATE_NOOP("words", "The system's keychain is locked."),
    "keychain.locked.next": QT_TRANSLATE_NOOP("words", "Unlock it and try again."),
    "keychain.refused": QT_TRANSLATE_NOOP(
        "words", "The system's keychain refused access to the program."
    ),
    "keychain.refused.next": QT_TRANSLATE_NOOP(
        "words", "Allow the access when the system asks, or give the token again."
    ),
    "keychain.unavailable": QT_TRANSLATE_NOOP(
        "words", "This computer has no keychain that the program can use."
    ),
    "keychain.unavailable.next": QT_TRANSLATE_NOOP(
        "words", "The access is remembered until the program is closed, and never in a file."
    ),
    "keychain.no_answer": QT_TRANSLATE_NOOP(
        "words", "The system's keychain did not answer within a minute."
    ),
    "keychain.no_answer.next": QT_TRANSLATE_NOOP(
        "words", "A question of the system may be hidden behind the window. Answer it, try again."
    ),
    "keychain.too_long": QT_TRANSLATE_NOOP(
        "words", "This is too long for the system's keychain (at most {longest} characters)."
    ),
    "keychain.too_long.next": QT_TRANSLATE_NOOP(
        "words", "Check what was typed: tokens and keys are shorter."
    ),
    # office.*, mailbox.*, address.*
    "office.no_token": QT_TRANSLATE_NOOP(
        "words", "The account's access token is not on this computer."
    ),
    "office.no_token.next": QT_TRANSLATE_NOOP(
        "words", "Connect the account again; everything prepared so far is kept."
    ),
    "mailbox.gone": QT_TRANSLATE_NOOP("words", "The archive does not know this mailbox any more."),
    "mailbox.gone.next": QT_TRANSLATE_NOOP("words", "Refresh the list."),
    "address.invalid": QT_TRANSLATE_NOOP("words", "This is not the address of a server."),
    "address.not_encrypted": QT_TRANSLATE_NOOP(
        "words", "The address must begin with https: otherwise the token could be read on its way."
    ),
    "address.oauth_missing": QT_TRANSLATE_NOOP(
        "words", "An API key needs the address of the server for tokens as well."
    ),
    "office.not_connected": QT_TRANSLATE_NOOP("words", "The account is not connected."),
    "office.not_connected.next": QT_TRANSLATE_NOOP(
        "words", "Connect the account; everything prepared so far is kept."
    ),
    # draft.*
    "draft.opening": QT_TRANSLATE_NOOP("words", "The draft is being opened."),
    "draft.gone": QT_TRANSLATE_NOOP("words", "This draft was sent or deleted meanwhile."),
    "draft.gone.next": QT_TRANSLATE_NOOP("words", "Look for the mailbox in the list."),
    "draft.invalid": QT_TRANSLATE_NOOP("words", "Something in this draft is missing or not right."),
    "draft.invalid.next": QT_TRANSLATE_NOOP("words", "Correct what is marked, then send it."),
    # attempt.*
    "attempt.pending": QT_TRANSLATE_NOOP("words", "This very operation is being sent just now."),
    "attempt.pending.next": QT_TRANSLATE_NOOP(
        "words", "Wait for its outcome; it stands in Activity."
    ),
    "attempt.unknown": QT_TRANSLATE_NOOP(
        "words", "The same operation was sent before and its outcome is still unknown."
    ),
    "attempt.unknown.next": QT_TRANSLATE_NOOP(
        "words",
        "Look in Activity what became of it. Sending it again could be paid twice.",
    ),
    "attempt.busy": QT_TRANSLATE_NOOP(
        "words", "Something else is being sent for the same mailbox just now."
    ),
    "attempt.busy.next": QT_TRANSLATE_NOOP("words", "Wait for its outcome, then send this."),
    "attempt.overtaken": QT_TRANSLATE_NOOP(
        "words", "Something was sent for the same mailbox in the meantime."
    ),
    "attempt.overtaken.next": QT_TRANSLATE_NOOP(
        "words", "Look how it stands now, and whether this is still needed."
    ),
    "attempt.done": QT_TRANSLATE_NOOP("words", "This very draft was sent before."),
    "attempt.done.next": QT_TRANSLATE_NOOP(
        "words", "Activity shows what came of it. The draft goes at the next refresh."
    ),
    "attempt.settled": QT_TRANSLATE_NOOP("words", "Its outcome is known meanwhile."),
    "attempt.settled.next": QT_TRANSLATE_NOOP("words", "Activity shows it."),
}
