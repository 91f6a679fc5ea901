"""In words: how what a draft is for has moved on since the draft was begun."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from PySide6.QtCore import QLocale

from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.services import drafts
from pec_desktop.services.moving import Moved
from pec_desktop.services.office import Office
from pec_desktop.store.drafts import Draft
from pec_desktop.ui.differences import differences
from pec_desktop.ui.words import text


def moved_problem(moved: Moved, locale: QLocale) -> Problem:
    """Return why the draft can no longer be sent, or as a warning what has changed."""
    if moved.why is not None:
        return Problem("mailbox", moved.why)
    before, now = moved.before, moved.now
    found = differences(before, now, locale) if before is not None and now is not None else []
    what = "; ".join(one.words for one in found)
    key = "draft.moved" if what else "draft.moved.somehow"
    return Problem("mailbox", key, {"what": what}, Severity.WARNING)


def moved_words(moved: Moved | None, locale: QLocale) -> str:
    """Say the same; nothing if nothing has moved."""
    if moved is None:
        return ""
    problem = moved_problem(moved, locale)
    return text(problem.key, **problem.details)


def asides(office: Office, draft: Draft, locale: QLocale) -> Iterator[Problem]:
    """Tell beside a draft's papers what the vendor said of them, and what has changed since."""
    for one in drafts.objections(draft):
        yield replace(one, severity=Severity.WARNING)
    moved = drafts.row(office, draft).moved
    if moved is not None and moved.why is None:
        yield moved_problem(moved, locale)
