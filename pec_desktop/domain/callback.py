"""The optional callback of a registration or a communication: whom the vendor tells of changes.

A desktop program cannot be called; an office with a server of its own may want to be. The vendor's
schema ``Callback`` has four parts, of which `url` is the one that makes sense of the others.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pec_desktop.domain.fields import Field, FieldKind, Values, one_of, payload
from pec_desktop.domain.findings import Context, Finding, error
from pec_desktop.domain.normal import text

_URL = re.compile(r"https?://[^\s/?#@]+\.[^\s@]+", re.IGNORECASE)


def _has_url(values: Values) -> bool:
    return bool(text(values.get("callback_url")))


def _url(value: str, _values: Values, _context: Context) -> Finding | None:
    return None if _URL.fullmatch(value) else error("callback.url")


def _object(value: str, _values: Values, _context: Context) -> Finding | None:
    return error("callback.data") if _parsed(value) is None else None


def _parsed(value: str) -> dict[str, Any] | None:
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


CALLBACK: tuple[Field, ...] = (
    Field("callback_url", checks=(_url,), max_length=2000, advanced=True),
    Field(
        "callback_method",
        FieldKind.CHOICE,
        applies=_has_url,
        choices=one_of("POST", "JSON"),
        default="POST",
        advanced=True,
    ),
    Field("callback_field", applies=_has_url, advanced=True),
    Field(
        "callback_data",
        FieldKind.JSON,
        applies=_has_url,
        checks=(_object,),
        max_length=4000,
        advanced=True,
    ),
)
"""`callback_data` is a JSON object, which comes back with every call."""


def shown(sent: Values) -> dict[str, object]:
    """Return what a request sends by the names of the form's fields, a callback in its parts."""
    flat = {name: value for name, value in sent.items() if name != "callback"}
    parts = sent.get("callback")
    if isinstance(parts, dict):
        for name, value in parts.items():
            words = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value
            flat[f"callback_{name}"] = words
    return flat


def request(values: Values) -> dict[str, Any]:
    """Return the part of a request that asks for a callback: nothing, or ``{"callback": …}``."""
    sent = payload(CALLBACK, values)
    if "callback_url" not in sent:
        return {}
    parts: dict[str, Any] = {name.removeprefix("callback_"): value for name, value in sent.items()}
    if "data" in parts:
        parts["data"] = _parsed(str(parts["data"])) or {}
    return {"callback": parts}
