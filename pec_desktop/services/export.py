"""Tables as CSV files: mailboxes and activity, for bills and spreadsheets. No network.

UTF-8 with a byte order mark, CRLF. Separator and decimal sign follow the language, because
spreadsheets expect those of the country; dates are ISO 8601 (2026-11-23, moments in the computer's
own time), which every spreadsheet reads in one way only. A text that a spreadsheet would take for
a formula gets an apostrophe in front. Written beside its place first, then put there in one step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pec_desktop.services.activity import Entry
    from pec_desktop.store.mailboxes import StoredMailbox

Words = Callable[[str], str]
"""Turns a key (``export.<column>``, ``state.evasa``, ``outcome.confirmed``) into words."""


class Style(Struct, frozen=True):
    """What a spreadsheet of the person's country expects between values and in numbers."""

    separator: str = ";"
    decimal: str = ","


def style_for(language: str) -> Style:
    """Return semicolon and decimal comma for Italian and German, comma and point otherwise."""
    raise NotImplementedError


def write_mailboxes(path: Path, rows: Sequence[StoredMailbox], words: Words, style: Style) -> None:
    """Write one line per mailbox. Raises `StoreError`; an older file then stays as it was."""
    raise NotImplementedError


def write_activity(path: Path, entries: Sequence[Entry], words: Words, style: Style) -> None:
    """Write one line per attempt: date, operation, mailbox, holder, amount, reference, outcome."""
    raise NotImplementedError
