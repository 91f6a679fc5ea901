"""Words of the main window: columns, filters, days left, timeline, draft standings."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # Pages (ui.sidebar)
    "page.mailboxes": QT_TRANSLATE_NOOP("words", "Mailboxes"),
    "page.drafts": QT_TRANSLATE_NOOP("words", "Drafts"),
    "page.activity": QT_TRANSLATE_NOOP("words", "Activity"),
    "page.account": QT_TRANSLATE_NOOP("words", "Account"),
    # The account's place at the bottom of the sidebar
    "account.practice": QT_TRANSLATE_NOOP("words", "Practice office"),
    "environment.production.help": QT_TRANSLATE_NOOP(
        "words", "Real mailboxes and real money: what you do here counts."
    ),
    "environment.sandbox.help": QT_TRANSLATE_NOOP(
        "words", "The provider's sandbox: test mailboxes, nothing is real."
    ),
    "environment.practice.help": QT_TRANSLATE_NOOP(
        "words", "An invented office on this computer: nothing leaves it and nothing is paid."
    ),
    "environment.custom.help": QT_TRANSLATE_NOOP(
        "words", "A server of your own choice; what is real there you know best."
    ),
    # The preferences (ui.preferences)
    "preference.language": QT_TRANSLATE_NOOP("words", "Language"),
    "preference.language.system": QT_TRANSLATE_NOOP("words", "As the system"),
    "preference.language.it": QT_TRANSLATE_NOOP("words", "Italiano"),
    "preference.language.en": QT_TRANSLATE_NOOP("words", "English"),
    "preference.language.help": QT_TRANSLATE_NOOP(
        "words", "The program speaks it from its next start on."
    ),
    "preference.refresh_period": QT_TRANSLATE_NOOP("words", "Refresh of the list"),
    "preference.refresh_period.60": QT_TRANSLATE_NOOP("words", "Every minute"),
    "preference.refresh_period.300": QT_TRANSLATE_NOOP("words", "Every five minutes"),
    "preference.refresh_period.900": QT_TRANSLATE_NOOP("words", "Every quarter of an hour"),
    "preference.refresh_period.1800": QT_TRANSLATE_NOOP("words", "Every half hour"),
    "preference.refresh_period.3600": QT_TRANSLATE_NOOP("words", "Every hour"),
    "preference.refresh_period.help": QT_TRANSLATE_NOOP(
        "words", "It happens by itself, and never where reading costs; F5 does it at once."
    ),
    "preference.unpriced_refresh": QT_TRANSLATE_NOOP(
        "words", "Refresh where the price of reading is not known"
    ),
    "preference.unpriced_refresh.false": QT_TRANSLATE_NOOP("words", "Only when asked for"),
    "preference.unpriced_refresh.true": QT_TRANSLATE_NOOP("words", "By itself too"),
    "preference.unpriced_refresh.help": QT_TRANSLATE_NOOP(
        "words",
        "Some accounts tell no prices. The vendor's documents name none for reading, but do not "
        "say either that it is free. What was sent is followed all the same.",
    ),
    "preference.notifications": QT_TRANSLATE_NOOP("words", "Messages of the system"),
    "preference.notifications.true": QT_TRANSLATE_NOOP(
        "words", "While you work in another program"
    ),
    "preference.notifications.false": QT_TRANSLATE_NOOP("words", "Never"),
    "preference.notifications.help": QT_TRANSLATE_NOOP(
        "words", "They tell what the provider has done and hold nothing but addresses."
    ),
    "reading.unpriced": QT_TRANSLATE_NOOP(
        "words", "Refreshed only with F5: this account does not tell what reading costs"
    ),
    "preference.other": QT_TRANSLATE_NOOP("words", "Another value"),
    # What is running (ui.status_line)
    "work.listing": QT_TRANSLATE_NOOP("words", "Reading the list of mailboxes…"),
    "work.details": QT_TRANSLATE_NOOP("words", "Reading details"),
    # What the provider has done (ui.tidings): to one mailbox, to several
    "news.active": QT_TRANSLATE_NOOP("words", "{address} is active."),
    "news.active.many": QT_TRANSLATE_NOOP("words", "{count} mailboxes are active now."),
    "news.refused": QT_TRANSLATE_NOOP("words", "The provider refused the documents of {address}."),
    "news.refused.many": QT_TRANSLATE_NOOP(
        "words", "The provider refused the documents of {count} mailboxes."
    ),
    "news.other": QT_TRANSLATE_NOOP("words", "{address} has a new state: {state}."),
    "news.other.many": QT_TRANSLATE_NOOP("words", "{count} mailboxes have a new state."),
    # What was dropped (ui.drop_area)
    "drop.not_a_file": QT_TRANSLATE_NOOP(
        "words",
        "Only files on this computer can be dropped here. Save it first, then drop the file.",
    ),
    # Columns of the mailbox table (ui.columns)
    "column.address": QT_TRANSLATE_NOOP("words", "Mailbox"),
    "column.holder": QT_TRANSLATE_NOOP("words", "Holder"),
    "column.type": QT_TRANSLATE_NOOP("words", "Type"),
    "column.state": QT_TRANSLATE_NOOP("words", "State"),
    "column.expiry": QT_TRANSLATE_NOOP("words", "Expires"),
    "column.next": QT_TRANSLATE_NOOP("words", "Next step"),
    "column.fiscal_code": QT_TRANSLATE_NOOP("words", "Fiscal code"),
    "column.note": QT_TRANSLATE_NOOP("words", "Note"),
    # Filters above the table (ui.mailbox_rows)
    "chip.all": QT_TRANSLATE_NOOP("words", "All"),
    "chip.to_activate": QT_TRANSLATE_NOOP("words", "To activate"),
    "chip.refused": QT_TRANSLATE_NOOP("words", "Documents refused"),
    "chip.processing": QT_TRANSLATE_NOOP("words", "In process"),
    "chip.expiring": QT_TRANSLATE_NOOP("words", "Expiring"),
    # Not the "Active" of one mailbox: other languages have a plural here.
    "chip.active": QT_TRANSLATE_NOOP("words", "Activated"),
    "chip.ended": QT_TRANSLATE_NOOP("words", "Ended"),
    "chip.other": QT_TRANSLATE_NOOP("words", "Other states"),
    "chip.unlisted": QT_TRANSLATE_NOOP("words", "No longer listed"),
    # What is exported (ui.exporting): the file's name, what is asked, what is said in the end
    "table.mailboxes": QT_TRANSLATE_NOOP("words", "mailboxes"),
    "table.mailboxes.all": QT_TRANSLATE_NOOP("words", "Export mailboxes: {count}"),
    "table.mailboxes.selected": QT_TRANSLATE_NOOP("words", "Export selected mailboxes: {count}"),
    "table.mailboxes.done": QT_TRANSLATE_NOOP("words", "Exported to {name}. Mailboxes: {count}"),
    "table.activity": QT_TRANSLATE_NOOP("words", "activity"),
    "table.activity.all": QT_TRANSLATE_NOOP("words", "Export operations: {count}"),
    "table.activity.selected": QT_TRANSLATE_NOOP("words", "Export selected operations: {count}"),
    "table.activity.done": QT_TRANSLATE_NOOP("words", "Exported to {name}. Operations: {count}"),
    # Stretches of time (domain.periods)
    "period.all": QT_TRANSLATE_NOOP("words", "All time"),
    "period.this_month": QT_TRANSLATE_NOOP("words", "This month"),
    "period.last_month": QT_TRANSLATE_NOOP("words", "Last month"),
    "period.this_year": QT_TRANSLATE_NOOP("words", "This year"),
    "period.last_year": QT_TRANSLATE_NOOP("words", "Last year"),
    # The next step, short enough for the table (domain.mailbox.NextStep)
    "step.activate": QT_TRANSLATE_NOOP("words", "Activate"),
    "step.correct": QT_TRANSLATE_NOOP("words", "Correct"),
    "step.wait": QT_TRANSLATE_NOOP("words", "Wait"),
    "step.renew": QT_TRANSLATE_NOOP("words", "Renew"),
    # Days left
    "days.left": QT_TRANSLATE_NOOP("words", "in {days} days"),
    "days.tomorrow": QT_TRANSLATE_NOOP("words", "tomorrow"),
    "days.today": QT_TRANSLATE_NOOP("words", "today"),
    "days.yesterday": QT_TRANSLATE_NOOP("words", "expired yesterday"),
    "days.past": QT_TRANSLATE_NOOP("words", "expired {days} days ago"),
    # How long ago the list was read
    "ago.now": QT_TRANSLATE_NOOP("words", "just now"),
    "ago.seconds": QT_TRANSLATE_NOOP("words", "{count} seconds ago"),
    "ago.minutes": QT_TRANSLATE_NOOP("words", "{count} minutes ago"),
    "ago.at": QT_TRANSLATE_NOOP("words", "on {moment}"),
    # A mailbox that the last answer did not hold
    "state.unlisted": QT_TRANSLATE_NOOP("words", "No longer listed"),
    # A mailbox's life (ui.timeline)
    "timeline.registered": QT_TRANSLATE_NOOP("words", "Registered"),
    "timeline.papers": QT_TRANSLATE_NOOP("words", "Signed form and identity document"),
    "timeline.papers_refused": QT_TRANSLATE_NOOP("words", "Documents refused"),
    "timeline.processing": QT_TRANSLATE_NOOP("words", "With the provider"),
    "timeline.active": QT_TRANSLATE_NOOP("words", "Active"),
    "timeline.revoked": QT_TRANSLATE_NOOP("words", "Revoked"),
    "timeline.closed": QT_TRANSLATE_NOOP("words", "Closed"),
    "timeline.cancelled": QT_TRANSLATE_NOOP("words", "Registration cancelled"),
    "timeline.expires": QT_TRANSLATE_NOOP("words", "Expires"),
    "timeline.expired": QT_TRANSLATE_NOOP("words", "Expired"),
    "timeline.unknown": QT_TRANSLATE_NOOP("words", "In a state this program does not know"),
    "timeline.done": QT_TRANSLATE_NOOP("words", "done"),
    "timeline.now": QT_TRANSLATE_NOOP("words", "now"),
    "timeline.later": QT_TRANSLATE_NOOP("words", "later"),
    "timeline.failed": QT_TRANSLATE_NOOP("words", "failed"),
    # How a draft stands (services.drafts.Standing)
    "standing.unknown": QT_TRANSLATE_NOOP("words", "Outcome unknown"),
    "standing.refused": QT_TRANSLATE_NOOP("words", "Refused: to be corrected"),
    "standing.ready": QT_TRANSLATE_NOOP("words", "Ready to send"),
    "standing.incomplete": QT_TRANSLATE_NOOP("words", "Not finished"),
    "update.not_genuine": QT_TRANSLATE_NOOP(
        "words", "What was said of a new version does not come from those who make this program."
    ),
}
