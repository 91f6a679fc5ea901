"""What a check sees and what it may answer: the ground on which checks and fields stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from pec_desktop.domain.account import Environment

Values = Mapping[str, object]
"""A form's values by field name, as the person left them: not normalised, some missing."""


class Severity(StrEnum):
    """An error keeps the form from being sent; a warning asks the person to look again."""

    ERROR = "error"
    WARNING = "warning"


class Context(Struct, frozen=True, kw_only=True):
    """What the pure rules need to know from outside."""

    today: date
    environment: Environment = Environment.PRODUCTION


class Finding(Struct, frozen=True):
    """What a check objects to: `key` names the words, `details` fill their placeholders."""

    key: str
    details: dict[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR


Check = Callable[[str, Values, Context], Finding | None]
"""A pure rule: the field's normalised, non-empty text, all values, context → finding or None."""


def error(key: str, **details: object) -> Finding:
    """Make a finding that keeps the form from being sent."""
    return Finding(key, details)


def warning(key: str, **details: object) -> Finding:
    """Make a finding that asks the person to look again."""
    return Finding(key, details, Severity.WARNING)
