"""Marks a text for translation without Qt: the headless program has words too, in English.

`lupdate` finds texts by this very name and takes two literals.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:
    """Give `source` back; `context` is for `lupdate` alone."""
    del context
    return source
