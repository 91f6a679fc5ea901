"""The account's access tokens: made, found, refreshed, limited, forgotten.

A token's text is kept in memory only. What may be written to disk are SHA-256 digests, by which a
token is found again. After a restart a listed token is therefore named by the first half of the
hash of its digest, which opens nothing but can be used to look it up or delete it.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

from pec_desktop.practice import moments

DEFAULT_TTL = 30 * 24 * 3600
LONGEST_TTL = 365 * 24 * 3600
FORMAT = re.compile(r"[0-9a-fA-F]{24}")


@dataclass
class Token:
    """What is known of a token: `scopes` are "METHOD segment", moments Unix seconds."""

    digest: str
    refresh_digest: str
    name: str
    scopes: list[str]
    created: float
    updated: float
    expires: float
    ttl: int
    limits: dict[str, Any] = field(default_factory=dict)
    stats: dict[str, Any] = field(
        default_factory=lambda: {
            "totalRequests": 0,
            "walletRequests": 0,
            "subscriptionRequests": 0,
            "errorRequests": 0,
            "walletAmount": 0.0,
            "ip": [],
        }
    )

    def last(self, ttl: int, now: float) -> None:
        """Live for `ttl` seconds from `now` on."""
        self.ttl, self.expires = ttl, now + ttl

    def may(self, method: str, segment: str) -> bool:
        """Tell whether the token opens this method of this first path segment."""
        return f"{method} {segment}" in self.scopes


class TokenBook:
    """All tokens of the account. Its user holds the server's lock."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._texts: dict[str, tuple[str, str]] = {}
        self._own = ""

    def adopt(self, text: str, scopes: list[str], now: float) -> None:
        """Take the practice account's own token: new at each start, never written to disk."""
        self._tokens.pop(self._own, None)
        # Ten years: a test may let the clock run far ahead.
        token = self._add(text, "Practice account", scopes, now, 10 * LONGEST_TTL)
        self._own = token.digest

    def create(
        self, name: str, scopes: list[str], ttl: int, limits: dict[str, Any], now: float
    ) -> Token:
        """Make a token of a random text; `ttl` in seconds."""
        token = self._add(secrets.token_hex(12), name, scopes, now, ttl)
        token.limits = limits
        return token

    def refresh(self, old: Token, now: float, ttl: int | None) -> Token:
        """Replace a token by a new one with the same scopes; the old one is gone."""
        self.delete(old)
        lifetime = old.ttl if ttl is None else ttl
        token = self.create(old.name, old.scopes, lifetime, old.limits, now)
        token.stats = old.stats
        return token

    def delete(self, token: Token) -> None:
        """Forget a token."""
        del self._tokens[token.digest]
        self._texts.pop(token.digest, None)

    def all(self) -> list[Token]:
        """Return the tokens in the order in which they were made."""
        return list(self._tokens.values())

    def bearer(self, text: str, now: float) -> Token | None:
        """Return the token whose text this is, unless it has expired."""
        token = self._tokens.get(digest(text))
        return token if token is not None and token.expires > now else None

    def find(self, identifier: str) -> Token | None:
        """Return the token of this text or of this listed name."""
        named = (t for t in self._tokens.values() if _listed_name(t) == identifier.lower())
        return self._tokens.get(digest(identifier.lower())) or next(named, None)

    def refreshed_by(self, text: str) -> Token | None:
        """Return the token that this refresh token belongs to."""
        wanted = digest(text)
        return next((t for t in self._tokens.values() if t.refresh_digest == wanted), None)

    def show(self, token: Token, host: str) -> dict[str, Any]:
        """Return a token as the OAuth document's TokenDetail."""
        text, refresh = self._texts.get(token.digest, (_listed_name(token), ""))
        return {
            "token": text,
            "name": token.name,
            "createdAt": moments.iso(token.created),
            "expireAt": moments.iso(token.expires),
            "updatedAt": moments.iso(token.updated),
            "scopes": [scope_name(host, *scope.split(" ")) for scope in token.scopes],
            "refreshToken": refresh,
            "limits": token.limits,
            "stats": token.stats,
        }

    def saved(self) -> list[dict[str, Any]]:
        """Return what may be written to disk: everything but texts and the own token."""
        return [asdict(token) for token in self._tokens.values() if token.digest != self._own]

    def restore(self, saved: list[dict[str, Any]]) -> None:
        """Take up what `saved` gave; TypeError or KeyError if it is something else."""
        self._tokens |= {entry["digest"]: Token(**entry) for entry in saved}

    def _add(self, text: str, name: str, scopes: list[str], now: float, ttl: int) -> Token:
        refresh = secrets.token_hex(12)
        token = Token(digest(text), digest(refresh), name, scopes, now, now, now + ttl, ttl)
        self._tokens[token.digest] = token
        self._texts[token.digest] = (text, refresh)
        return token


def digest(text: str) -> str:
    """Return the SHA-256 by which a secret is recognised."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def scope_name(host: str, method: str, segment: str) -> str:
    """Return a scope as the vendor writes it."""
    return f"{method}:{host}/{segment}"


def _listed_name(token: Token) -> str:
    return digest(token.digest)[:24]
