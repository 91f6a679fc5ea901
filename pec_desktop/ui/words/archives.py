"""Words of the archive as a whole: backups, what took its place, saved archives."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # At the start
    "store.set_aside": QT_TRANSLATE_NOOP(
        "words", "The archive could not be read. It was kept as {path}, and a new one was begun."
    ),
    "store.set_aside.next": QT_TRANSLATE_NOOP(
        "words",
        "There was no backup. The list comes back from the service; drafts and papers of the old "
        "archive do not. Keep the file and ask support.",
    ),
    "store.backup_restored": QT_TRANSLATE_NOOP(
        "words",
        "The archive could not be read and was kept as {path}. The backup of {moment} has taken "
        "its place.",
    ),
    "store.backup_restored.next": QT_TRANSLATE_NOOP(
        "words",
        "What was done since then is missing: drafts, notes and entries of Activity. The mailboxes "
        "come back with the next refresh. Before the first payment for each mailbox the program "
        "will warn, because its journal may not know of an earlier one.",
    ),
    "store.backup_in_place": QT_TRANSLATE_NOOP(
        "words",
        "The archive was no longer in its folder. The backup of {moment} has taken its place.",
    ),
    "store.backup_in_place.next": QT_TRANSLATE_NOOP(
        "words",
        "What was done since then is missing: drafts, notes and entries of Activity. The mailboxes "
        "come back with the next refresh. Before the first payment for each mailbox the program "
        "will warn, because its journal may not know of an earlier one.",
    ),
    # While it runs
    "store.damaged": QT_TRANSLATE_NOOP(
        "words", "The archive is damaged, and nothing more is written to it."
    ),
    "store.damaged.next": QT_TRANSLATE_NOOP(
        "words",
        "Close the program and start it again: it keeps the damaged file and goes on with the "
        "newest backup.",
    ),
    "failure.backup.title": QT_TRANSLATE_NOOP("words", "The backup"),
    "backup.failed": QT_TRANSLATE_NOOP("words", "Today's backup could not be made."),
    "backup.failed.next": QT_TRANSLATE_NOOP(
        "words",
        "Is there room on the disk? The work goes on, and the program tries again within the hour.",
    ),
    # Saved archives
    "failure.save.title": QT_TRANSLATE_NOOP("words", "Not saved"),
    "failure.saved.title": QT_TRANSLATE_NOOP("words", "The saved archive"),
    "saved.foreign": QT_TRANSLATE_NOOP("words", "This is not an archive that this program saved."),
    "saved.foreign.next": QT_TRANSLATE_NOOP(
        "words", "Choose another file. Nothing was changed here."
    ),
    "saved.damaged": QT_TRANSLATE_NOOP(
        "words", "The file is not whole, or something in it was changed."
    ),
    "saved.damaged.next": QT_TRANSLATE_NOOP(
        "words",
        "Copy it here once more from where it was saved, or choose an older one. Nothing was "
        "changed here.",
    ),
    "saved.newer": QT_TRANSLATE_NOOP(
        "words", "The archive was saved by a newer version of the program ({program})."
    ),
    "saved.newer.next": QT_TRANSLATE_NOOP(
        "words", "Install the newest version on this computer first. Nothing was changed here."
    ),
    "saved.passphrase": QT_TRANSLATE_NOOP("words", "This is not its passphrase."),
    "saved.passphrase.next": QT_TRANSLATE_NOOP(
        "words", "Capital letters and spaces count. Nobody can open the file without it."
    ),
    "saved.unreadable": QT_TRANSLATE_NOOP("words", "The file cannot be read."),
    "saved.unreadable.next": QT_TRANSLATE_NOOP(
        "words", "Is the drive still there? Choose the file again."
    ),
    "saved.sending": QT_TRANSLATE_NOOP(
        "words", "Something is being sent to the provider just now."
    ),
    "saved.sending.next": QT_TRANSLATE_NOOP(
        "words", "Wait until it has ended, so that its outcome is written down; then try again."
    ),
}
