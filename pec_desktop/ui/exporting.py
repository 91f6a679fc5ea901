"""Exporting what a page lists: the selected rows if there are several, else what the filter shows.

In the order of the screen. The place is asked for, the file written in a worker, and the page says
what became of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from pec_desktop.services.activity import Entry
from pec_desktop.ui.activity_page import ActivityPage
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.follower import today
from pec_desktop.ui.mailbox_page import MailboxPage
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.news import NewsBar
from pec_desktop.ui.theme import Role
from pec_desktop.ui.words import text

if TYPE_CHECKING:
    from pec_desktop.services.export import Style, Words

Write = Callable[[Path, Sequence[Any], "Words", "Style"], None]


class Listing(Struct, frozen=True):
    """A page's list: what is shown, what of it is selected, how it is written, where news goes.

    `name` is that of its words: ``table.<name>`` is the file's name, ``.all`` and ``.selected``
    what is asked, ``.done`` what is said in the end.
    """

    name: str
    shown: Callable[[], Sequence[Any]]
    selected: Callable[[], Sequence[Any]]
    write: Write
    news: NewsBar
    bar: FailureBar


class Exports(QObject):
    """Exports the list of a page. GUI thread."""

    def __init__(self, desk: Desk, window: QWidget, listings: Mapping[QWidget, Listing]) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._listings = listings
        self._last: dict[str, Path] = {}
        for one in listings.values():
            one.news.acted.connect(partial(self._open, one.name))

    def why_not(self, page: QWidget | None) -> str:
        """Why a page cannot be exported now; empty if it can."""
        listing = self._listings.get(page) if page else None
        if listing is None:
            return self.tr("This page has no list to export.")
        return "" if listing.shown() else self.tr("The list is empty.")

    def ask(self, page: QWidget | None) -> None:
        """Ask where a page's list is to be saved, and save it there."""
        if page is None or self.why_not(page):
            return
        from pec_desktop.services.export import style_for
        from pec_desktop.ui.save_as import SaveAs

        listing = self._listings[page]
        selected = listing.selected()
        several = len(selected) > 1
        rows = list(selected if several else listing.shown())
        count = self._desk.locale.toString(len(rows))
        key = f"table.{listing.name}"
        name = f"{text(key)} {today(self._desk.office).isoformat()}.csv"
        title = text(f"{key}.selected" if several else f"{key}.all", count=count)
        style = style_for(self._desk.locale.name())

        def write(place: Path) -> None:
            listing.write(place, rows, text, style)

        dialog = SaveAs(self._desk, self._window, title, name, write)
        dialog.saved.connect(partial(self._on_saved, listing, count))
        dialog.failed.connect(listing.bar.show_error)
        dialog.open()

    def _on_saved(self, listing: Listing, count: str, place: Path) -> None:
        self._last[listing.name] = place
        listing.bar.clear()
        words = text(f"table.{listing.name}.done", name=place.name, count=count)
        listing.news.say(words, Role.GOOD, self.tr("Open the file"))

    def _open(self, name: str) -> None:
        """Open the file, or at least its folder where no program takes such files."""
        place = self._last[name]
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(place.parent)))


def listings(mailboxes: MailboxPage, activity: ActivityPage) -> dict[QWidget, Listing]:
    """Tell what of the main window can be exported, by page."""
    return {
        mailboxes: Listing(
            "mailboxes",
            lambda: mailboxes.table.rows.shown,
            mailboxes.table.selected,
            _write_mailboxes,
            mailboxes.news,
            mailboxes.bar,
        ),
        activity: Listing(
            "activity",
            lambda: activity.table.rows.records,
            activity.table.selected,
            _write_activity,
            activity.news,
            activity.bar,
        ),
    }


def _write_mailboxes(path: Path, rows: Sequence[Row], words: Words, style: Style) -> None:
    from pec_desktop.services import export  # nothing of it is needed for the first window

    export.write_mailboxes(path, [row.stored for row in rows], words, style)


def _write_activity(path: Path, rows: Sequence[Entry], words: Words, style: Style) -> None:
    from pec_desktop.services import export

    export.write_activity(path, rows, words, style)
