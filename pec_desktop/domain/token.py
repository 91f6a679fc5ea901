"""The form of an access token: name, life, limits, and which permissions (scopes) it gets.

A scope is METHOD:host/first-path-segment (vendor's platform guide), so one permission covers
several operations; the first one covers the paid renewal too.
"""

from __future__ import annotations

import math
from typing import Any

from pec_desktop.domain.fields import Field, FieldKind, Numbers, Values, always, payload

LONGEST_LIFE = 365
"""Days; the vendor gives tokens for at most a year (schema ``TokenCreate``)."""

EXPIRY_NOTICE = 30
"""Days before its expiry from which the program's own token is spoken of."""

PERMISSIONS: dict[str, tuple[str, str]] = {
    f"scope_{method.lower()}_{segment}": (method, segment)
    for method, segment in (
        ("GET", "pec"),
        ("POST", "pec"),
        ("PATCH", "pec"),
        ("DELETE", "pec"),
        ("GET", "verifica_pec"),
        ("GET", "domini_pec"),
        ("GET", "comunica_pec"),
        ("POST", "comunica_pec"),
        ("PATCH", "comunica_pec"),
    )
}
"""Field of the form → method and path segment: the nine scopes this program uses."""

SCOPES: tuple[Field, ...] = tuple(Field(name, FieldKind.FLAG, default=True) for name in PERMISSIONS)

LIMITS: tuple[Field, ...] = (
    Field("limit_walletAmount", FieldKind.NUMBER, numbers=Numbers(1, 1_000_000)),
    Field("limit_walletRequests", FieldKind.NUMBER, numbers=Numbers(1, 100_000_000)),
    Field("limit_totalRequests", FieldKind.NUMBER, numbers=Numbers(1, 100_000_000)),
)
"""Whole EUR it may spend, how often it may spend, how often it may ask; empty for no limit."""

TOKEN: tuple[Field, ...] = (
    Field("token_name", required=always, max_length=100),
    Field(
        "token_days",
        FieldKind.NUMBER,
        required=always,
        default=LONGEST_LIFE,
        numbers=Numbers(1, LONGEST_LIFE),
    ),
    *LIMITS,
    *SCOPES,
)


def days_left(expires: int | None, now: int) -> int | None:
    """Return the days until a token expires (Unix seconds), None if that need not be told yet.

    Days begun count whole; 0 and less mean that it has expired.
    """
    if expires is None:
        return None
    days = math.ceil((expires - now) / 86_400)
    return days if days <= EXPIRY_NOTICE else None


def request(values: Values, host: str) -> dict[str, Any]:
    """Return exactly what is sent: `name`, `ttl` in seconds, `scopes` on `host`, `limits`."""
    sent = payload(TOKEN, values)
    limits = {one.name.removeprefix("limit_"): sent[one.name] for one in LIMITS if one.name in sent}
    return {
        "name": sent.get("token_name", ""),
        "ttl": int(str(sent.get("token_days", LONGEST_LIFE))) * 24 * 3600,
        "scopes": [
            f"{method}:{host}/{segment}"
            for name, (method, segment) in PERMISSIONS.items()
            if sent.get(name)
        ],
        "limits": limits,
    }
