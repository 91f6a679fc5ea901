"""The operations of the OAuth document that the program uses: tokens, scopes and prices, wallet.

Answers come in the document's envelope; the document shows it for a scope's details and for lists,
and a bare object for a token, which a reader of the envelope's `data` finds all the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from pec_desktop.practice import moments
from pec_desktop.practice.answers import Answer, Refused, success
from pec_desktop.practice.calls import Call
from pec_desktop.practice.catalogue import SCOPES, ScopeEntry
from pec_desktop.practice.tokens import DEFAULT_TTL, FORMAT, LONGEST_TTL, Token, scope_name

_SCOPE = re.compile(r"([A-Z]+):([^/\s]+)/([^/\s]+)")


def create_token(call: Call) -> Answer:
    """POST /tokens."""
    if not call.body.get("scopes"):
        raise Refused(422, 70, "missing scopes array")
    scopes = _scopes(call, 80, 90)
    name, ttl, limits = _name(call), _ttl(call), _limits(call)
    token = call.state.tokens.create(name, scopes, ttl or DEFAULT_TTL, limits, call.now)
    return _shown(call, token)


def list_tokens(call: Call) -> Answer:
    """GET /tokens, at most 100 at a time."""
    tokens = _page(call, call.state.tokens.all(), Refused(422, 60, "Invalid Token Format"))
    return success([call.state.tokens.show(token, call.host) for token in tokens])


def get_token(call: Call) -> Answer:
    """GET /tokens/{token}."""
    if not FORMAT.fullmatch(call.parameter):
        raise Refused(422, 60, "Invalid Token Format")
    return success(call.state.tokens.show(_token(call, 120), call.host))


def update_token(call: Call) -> Answer:
    """PATCH /tokens/{token}: with Basic authentication, or with the refresh token as bearer.

    The refresh token gives a new pair with the same scopes and deletes the old one.
    """
    if not call.parameter:
        raise Refused(400, 150, "Token ID is required")
    if call.token is not None:
        if call.state.tokens.find(call.parameter) is not call.token:
            raise Refused(401, 130, "Unauthorized")
        return _shown(call, call.state.tokens.refresh(call.token, call.now, _ttl(call)))
    token = _token(call, 160)
    scopes = _scopes(call, 100, 110) if "scopes" in call.body else token.scopes
    name, ttl, limits = _name(call), _ttl(call), _limits(call)
    token.scopes, token.name, token.updated = scopes, name or token.name, call.now
    token.limits = limits or token.limits
    if ttl is not None:
        token.last(ttl, call.now)
    return _shown(call, token)


def delete_token(call: Call) -> Answer:
    """DELETE /tokens/{token}."""
    if not call.parameter:
        raise Refused(400, 170, "Token ID is required")
    call.state.tokens.delete(_token(call, 180))
    call.state.changed = True
    return success(None, "Deleted")


def list_scopes(call: Call) -> Answer:
    """GET /scopes: the twelve of the PEC host, which is this server's own address."""
    return success([_scope(entry, call.host) for entry in SCOPES])


def get_scope(call: Call) -> Answer:
    """GET /scopes/{id}, with prices."""
    for entry in SCOPES:
        if _scope_id(entry) == call.parameter.lower():
            return success(_scope(entry, call.host) | _scope_details(entry))
    raise Refused(404, 10, "Scope not found")


def wallet(call: Call) -> Answer:
    """GET /wallet."""
    purse = call.state.wallet
    created, updated = moments.iso(purse.opened), moments.iso(purse.updated)
    return success({"credit": float(purse.credit), "createdAt": created, "updatedAt": updated})


def wallet_transactions(call: Call) -> Answer:
    """GET /wallet/transactions, the newest first, at most 100 at a time."""
    newest = call.state.wallet.movements[::-1]
    return success(
        [
            {
                "id": movement.id,
                "amount": float(movement.amount),
                "createdAt": moments.iso(movement.at),
                "description": movement.description,
            }
            for movement in _page(call, newest, Refused(422, 190, "Query error"))
        ]
    )


def _token(call: Call, missing: int) -> Token:
    token = call.state.tokens.find(call.parameter)
    if token is None:
        raise Refused(404, missing, "Not Found")
    return token


def _shown(call: Call, token: Token) -> Answer:
    call.state.changed = True
    return success(call.state.tokens.show(token, call.host))


def _page(call: Call, things: list[Any], otherwise: Refused) -> list[Any]:
    given = [call.query.get("skip", "0"), call.query.get("limit", "100")]
    if not all(re.fullmatch(r"[0-9]{1,9}", text) for text in given):
        raise otherwise
    skip, limit = map(int, given)
    return things[skip : skip + min(limit, 100)]


def _scopes(call: Call, malformed: int, unknown: int) -> list[str]:
    """Return the requested scopes as "METHOD segment", or refuse with one of the two numbers."""
    given = call.body["scopes"]
    texts = given if isinstance(given, list) else [None]
    parts = [_SCOPE.fullmatch(text) if isinstance(text, str) else None for text in texts]
    usable = {(entry.method, entry.segment) for entry in SCOPES if entry.enabled}
    scopes = []
    for part in parts:
        if part is None:
            raise Refused(422, malformed, "invalid scopes format")
        method, host, segment = part.groups()
        if host != call.host or (method, segment) not in usable:
            raise Refused(422, unknown, "Invalid scopes specified or API not enabled")
        scopes.append(f"{method} {segment}")
    return scopes


def _name(call: Call) -> str:
    name = call.body.get("name") or ""
    if not isinstance(name, str):
        raise Refused(422, 81, "invalid name")  # undocumented
    return name


def _ttl(call: Call) -> int | None:
    """Return the lifetime in seconds, at most a year; 0 and less mean the default."""
    ttl = call.body.get("ttl")
    if ttl is None:
        return None
    if isinstance(ttl, bool) or not isinstance(ttl, int):
        raise Refused(422, 82, "invalid ttl")  # undocumented
    return min(ttl, LONGEST_TTL) if ttl > 0 else DEFAULT_TTL


def _limits(call: Call) -> dict[str, Any]:
    limits = call.body.get("limits") or {}
    amount = limits.get("walletAmount", 0) if isinstance(limits, Mapping) else None
    if isinstance(amount, bool) or not isinstance(amount, int | float):
        raise Refused(422, 83, "invalid limits")  # undocumented
    return dict(limits)


def _scope_id(entry: ScopeEntry) -> str:
    return hashlib.sha256(f"{entry.method} {entry.segment}".encode()).hexdigest()[:24]


def _scope(entry: ScopeEntry, host: str) -> dict[str, Any]:
    return {
        "id": _scope_id(entry),
        "scope": scope_name(host, entry.method, entry.segment),
        "method": entry.method,
        "endpoint": entry.segment,
        "domain": host,
        "enabled": entry.enabled,
    }


def _scope_details(entry: ScopeEntry) -> dict[str, Any]:
    never = dict.fromkeys(("dayLimit", "monthLimit", "yearLimit", "totalLimit"), False)
    return {
        "rateLimit": False,
        "freeLimits": never,
        "requirements": {"id_card": entry.enabled, "oa_general_contract": entry.enabled},
        "prices": {name: float(price) for name, price in entry.prices.items()},
    }
