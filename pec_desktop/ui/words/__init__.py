"""Words for people: every key of the other rooms, mapped to a literal translated text.

`domain`, `services`, `store`, `credentials` and `documents` raise and return keys; this package
alone knows what people read for them. A module per subject holds a table of literals, because
`lupdate` sees only literals; translation happens when a text is asked for, because the language is
chosen at run time. Placeholders are ``{named}`` and filled after translation. Nothing here imports
Qt: the command line has these words too, in English.
"""

from __future__ import annotations

import logging
import sys
from functools import cache

from pec_desktop.ui.words import (
    account,
    archives,
    batches,
    changes,
    changing,
    choices,
    communications,
    failures,
    fields,
    mailboxes,
    outbox,
    papers,
    payments,
    problems,
    reconciling,
    registration,
    steps,
    window,
)

log = logging.getLogger(__name__)

TABLES: tuple[dict[str, object], ...] = (
    mailboxes.TEXTS,
    fields.TEXTS,
    choices.TEXTS,
    problems.TEXTS,
    papers.TEXTS,
    steps.TEXTS,
    registration.TEXTS,
    payments.TEXTS,
    reconciling.TEXTS,
    failures.TEXTS,
    window.TEXTS,
    changes.TEXTS,
    changing.TEXTS,
    communications.TEXTS,
    account.TEXTS,
    archives.TEXTS,
    batches.TEXTS,
    outbox.TEXTS,
)

_sources = {key: str(source) for table in TABLES for key, source in table.items()}
_reported: set[str] = set()


class _Details(dict[str, object]):
    """What fills the placeholders; one that is missing stays visible instead of raising."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def keys() -> list[str]:
    """Return every key that has words, in the order of the tables."""
    return list(_sources)


def known(key: str) -> bool:
    """Tell whether there are words for `key`."""
    return key in _sources


def text(key: str, **details: object) -> str:
    """Return the words for `key` in the person's language, `details` put into their places.

    A key without words is returned as it is, and logged once. Never raises.
    """
    source = _sources.get(key)
    if source is None:
        if key not in _reported:
            _reported.add(key)
            log.warning("There are no words for %s", key)
        return key
    translated = _translated(source)
    try:
        return translated.format_map(_Details(details))
    except (ValueError, IndexError, AttributeError, TypeError):
        log.warning("The words for %s have a place that cannot be filled", key)
        return translated


@cache
def _translated(source: str) -> str:
    """Ask Qt but once: a worker that did so for each of thousands of rows would stop the window.

    Every call into Qt lets go of the interpreter for a moment. The window's thread is woken by that
    and comes too late, again and again, without ever asking the worker to let it have its turn.
    """
    core = sys.modules.get("PySide6.QtCore")  # without a window nobody has chosen a language
    return str(core.QCoreApplication.translate("words", source)) if core else source


forget = _translated.cache_clear
"""To be called when the language changes."""
