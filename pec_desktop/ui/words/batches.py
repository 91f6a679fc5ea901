"""Words of batches: what is wrong with a table or a row, how rows stand, the window for many."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # Tables (documents.tables)
    "failure.table.title": QT_TRANSLATE_NOOP("words", "This table cannot be used"),
    "table.unreadable": QT_TRANSLATE_NOOP("words", "{name} cannot be read: {reason}"),
    "table.too_large": QT_TRANSLATE_NOOP(
        "words", "{name} is larger than any table of mailboxes. Split it."
    ),
    "table.not_a_table": QT_TRANSLATE_NOOP(
        "words", "{name} is no CSV or XLSX table whose first line names the columns."
    ),
    "table.no_lines": QT_TRANSLATE_NOOP("words", "{name} has no lines below the names."),
    "table.column_twice": QT_TRANSLATE_NOOP("words", "{name} has the column {column} twice."),
    "table.too_many_cells": QT_TRANSLATE_NOOP(
        "words", "Line {line} of {name} has more cells than there are columns, or is one too many."
    ),
    "table.no_name": QT_TRANSLATE_NOOP("words", "The table needs one of these columns: {columns}."),
    # Rows
    "failure.batch.title": QT_TRANSLATE_NOOP("words", "Nothing was sent"),
    "batch.row_twice": QT_TRANSLATE_NOOP(
        "words", "Another line is about the same mailbox. Leave one of them out."
    ),
    "batch.listed": QT_TRANSLATE_NOOP("words", "This address is in the account's list already."),
    "batch.draft_changed": QT_TRANSLATE_NOOP(
        "words", "This line is among the drafts and was changed there. Send or delete it there."
    ),
    "batch.no_mailbox": QT_TRANSLATE_NOOP(
        "words", "The account's list has no such mailbox, or more than one."
    ),
    "batch.expiry_moved": QT_TRANSLATE_NOOP(
        "words", "It does not expire on that day: somebody has renewed it meanwhile."
    ),
    "batch.not_read": QT_TRANSLATE_NOOP("words", "The mailbox could not be read just now."),
    "batch.done_before": QT_TRANSLATE_NOOP(
        "words",
        "The same was done before, by an unfinished run of {name}. It is not done again by itself.",
    ),
    "batch.finished": QT_TRANSLATE_NOOP(
        "words", "Everything in {name} was done by an earlier run. Nothing was sent."
    ),
    "batch.begun_meanwhile": QT_TRANSLATE_NOOP(
        "words", "The same was begun elsewhere just now. Nothing was sent from here."
    ),
    # How a row stands (services.batch.RowState)
    "row.invalid": QT_TRANSLATE_NOOP("words", "left out"),
    "row.waiting": QT_TRANSLATE_NOOP("words", "waiting"),
    "row.confirmed": QT_TRANSLATE_NOOP("words", "done"),
    "row.refused": QT_TRANSLATE_NOOP("words", "refused"),
    "row.unknown": QT_TRANSLATE_NOOP("words", "outcome unknown"),
    # The window (ui.batch): what it is for
    "many.renew_mailbox": QT_TRANSLATE_NOOP("words", "Renew several mailboxes"),
    "many.register_mailbox": QT_TRANSLATE_NOOP("words", "Register several mailboxes"),
    "many.change_space": QT_TRANSLATE_NOOP("words", "More space for several mailboxes"),
    "many.add_user": QT_TRANSLATE_NOOP("words", "Additional users for several mailboxes"),
    "many.table": QT_TRANSLATE_NOOP("words", "Many from a table"),
    "many.title": QT_TRANSLATE_NOOP("words", "Renew {count} mailboxes"),
    "many.selected": QT_TRANSLATE_NOOP("words", "selected mailboxes"),
    "many.about": QT_TRANSLATE_NOOP(
        "words",
        "One after the other, each as a payment of its own. It can be stopped between two and gone "
        "on with later, also after a crash.",
    ),
    "many.what": QT_TRANSLATE_NOOP("words", "What is to be done"),
    "many.choose": QT_TRANSLATE_NOOP("words", "Choose what is to be done."),
    # What is in the table
    "many.line": QT_TRANSLATE_NOOP("words", "Line"),
    "many.then": QT_TRANSLATE_NOOP("words", "Afterwards"),
    "many.space": QT_TRANSLATE_NOOP("words", "More space"),
    "many.user": QT_TRANSLATE_NOOP("words", "User"),
    "many.email": QT_TRANSLATE_NOOP("words", "E-mail"),
    "many.remark": QT_TRANSLATE_NOOP("words", "Remark"),
    "many.rows": QT_TRANSLATE_NOOP("words", "What is to be done, row by row"),
    # Before it is sent
    "many.checking": QT_TRANSLATE_NOOP("words", "Reading and checking…"),
    "many.reading": QT_TRANSLATE_NOOP("words", "Checking: {done} of {total}"),
    "many.target": QT_TRANSLATE_NOOP("words", "{count} mailboxes"),
    "many.left_out": QT_TRANSLATE_NOOP(
        "words", "Left out, each for the reason in its row: {count}"
    ),
    "many.odd": QT_TRANSLATE_NOOP("words", "Columns that mean nothing here: {columns}"),
    "many.none": QT_TRANSLATE_NOOP("words", "Nothing here can be sent."),
    "many.begun.title": QT_TRANSLATE_NOOP(
        "words", "Begun on {moment}, not finished: {done} of {total} are done"
    ),
    "many.begun": QT_TRANSLATE_NOOP(
        "words",
        "What is done is not sent again. What has an unknown outcome is looked at first, then the "
        "rest is sent.",
    ),
    "many.finished.title": QT_TRANSLATE_NOOP("words", "All of this was done on {moment}"),
    "many.finished": QT_TRANSLATE_NOOP("words", "Nothing of it is sent again by itself."),
    "many.elsewhere": QT_TRANSLATE_NOOP(
        "words",
        "Some of these mailboxes belong to a batch that is not finished: {name}, begun on "
        "{moment}, {done} of {total} done.",
    ),
    "many.anew": QT_TRANSLATE_NOOP("words", "Do all of it once more, and pay for it once more"),
    "many.again": QT_TRANSLATE_NOOP(
        "words", "Do once more what another batch has done, and pay for it once more"
    ),
    "many.accept": QT_TRANSLATE_NOOP("words", "Accept codes whose check digit is wrong, this time"),
    # While it is sent, and after
    "many.progress": QT_TRANSLATE_NOOP("words", "Being sent: {done} of {total} are done"),
    "many.stopping": QT_TRANSLATE_NOOP(
        "words", "It stops after the present mailbox: {done} of {total} are done"
    ),
    "many.waiting": QT_TRANSLATE_NOOP(
        "words",
        "An answer was lost. The program looks what became of it, for some minutes at most; then "
        "it sends again what was not done.",
    ),
    "many.ended.title": QT_TRANSLATE_NOOP("words", "Done: {done} of {total}"),
    "many.ended": QT_TRANSLATE_NOOP("words", "Each stands in Activity."),
    "many.stopped": QT_TRANSLATE_NOOP("words", "Not sent yet: {count}."),
    "do.many.renew_mailbox": QT_TRANSLATE_NOOP("words", "&Renew {count} mailboxes"),
    "do.many.register_mailbox": QT_TRANSLATE_NOOP("words", "&Register {count} mailboxes"),
    "do.many.change_space": QT_TRANSLATE_NOOP("words", "&Enlarge {count} mailboxes"),
    "do.many.add_user": QT_TRANSLATE_NOOP("words", "&Add {count} users"),
    # What was not finished, in the main window
    "unfinished.renew_mailbox": QT_TRANSLATE_NOOP(
        "words", "Renewals that were not finished ({name}): {done} of {total} are done."
    ),
    "unfinished.register_mailbox": QT_TRANSLATE_NOOP(
        "words", "Registrations that were not finished ({name}): {done} of {total} are done."
    ),
    "unfinished.change_space": QT_TRANSLATE_NOOP(
        "words", "More space for several mailboxes, not finished ({name}): {done} of {total} done."
    ),
    "unfinished.add_user": QT_TRANSLATE_NOOP(
        "words", "Additional users, not finished ({name}): {done} of {total} are done."
    ),
    # Its result file
    "export.row": QT_TRANSLATE_NOOP("words", "Line"),
    "export.label": QT_TRANSLATE_NOOP("words", "Mailbox"),
    "export.price": QT_TRANSLATE_NOOP("words", "Price (EUR without IVA)"),
    "export.error": QT_TRANSLATE_NOOP("words", "Why not"),
    "export.warnings": QT_TRANSLATE_NOOP("words", "To be looked at"),
}
