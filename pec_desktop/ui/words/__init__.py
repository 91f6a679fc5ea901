"""Words for people: every key of the other rooms, mapped to a literal translated text.

`domain`, `services`, `store`, `credentials` and `documents` raise and return keys; this package
alone knows what people read for them. A module per subject holds a table of literals, because
`lupdate` sees only literals; translation happens when a text is asked for, because the language is
chosen at run time. Placeholders are ``{named}`` and filled after translation.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication

from pec_desktop.ui.words import (
    account,
    changes,
    changing,
    choices,
    communications,
    failures,
    fields,
    mailboxes,
    papers,
    payments,
    problems,
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
    failures.TEXTS,
    window.TEXTS,
    changes.TEXTS,
    changing.TEXTS,
    communications.TEXTS,
    account.TEXTS,
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
    translated = QCoreApplication.translate("words", source)
    try:
        return translated.format_map(_Details(details))
    except (ValueError, IndexError, AttributeError, TypeError):
        log.warning("The words for %s have a place that cannot be filled", key)
        return translated
