"""Words of batches: what is wrong with a table or a row, and how rows stand."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # Tables (documents.tables)
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
    "batch.not_read": QT_TRANSLATE_NOOP("words", "The mailbox could not be read just now."),
    "batch.done_before": QT_TRANSLATE_NOOP(
        "words",
        "The same was done before, by an unfinished run of {name}. It is not done again by itself.",
    ),
    "batch.finished": QT_TRANSLATE_NOOP(
        "words", "Everything in {name} was done by an earlier run. Nothing was sent."
    ),
    # How a row stands (services.batch.RowState)
    "row.invalid": QT_TRANSLATE_NOOP("words", "not sent: something is wrong with it"),
    "row.waiting": QT_TRANSLATE_NOOP("words", "waiting"),
    "row.confirmed": QT_TRANSLATE_NOOP("words", "done"),
    "row.refused": QT_TRANSLATE_NOOP("words", "refused"),
    "row.unknown": QT_TRANSLATE_NOOP("words", "outcome unknown"),
}
