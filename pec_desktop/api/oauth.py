"""The OAuth v2 API: tokens, scopes with their prices, wallet. Speaks with e-mail and API key.

Attributes bear the API's own names. Amounts are EUR, moments ISO 8601 texts as received.
"""
# ruff: noqa: A002, N815 - `id`, `createdAt` and the like are the API's own names

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from msgspec import Struct, field

from pec_desktop.api import envelope
from pec_desktop.api.caller import Caller
from pec_desktop.api.endpoints import OAUTH_ENDPOINTS
from pec_desktop.api.transport import Timeouts, Transport


class Token(Struct, frozen=True, kw_only=True):
    """A bearer token (schema ``TokenDetail``). `token` and `refreshToken` are secrets."""

    token: str
    name: str = ""
    createdAt: str = ""
    expireAt: str = ""
    updatedAt: str = ""
    scopes: tuple[str, ...] = ()
    refreshToken: str = ""
    limits: dict[str, Any] = field(default_factory=dict)
    stats: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Token(name={self.name!r}, expireAt={self.expireAt!r})"


class Scope(Struct, frozen=True, kw_only=True):
    """What a token may do (``UserScope``); the last four fields only in `get_scope`."""

    id: str
    scope: str = ""
    method: str = ""
    endpoint: str = ""
    domain: str = ""
    enabled: bool = False
    rateLimit: str | bool = False
    freeLimits: dict[str, Any] = field(default_factory=dict)
    requirements: dict[str, bool] = field(default_factory=dict)
    prices: dict[str, float] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)


class Wallet(Struct, frozen=True, kw_only=True):
    """The prepaid wallet; `credit` is EUR."""

    credit: float
    createdAt: str = ""
    updatedAt: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


class Transaction(Struct, frozen=True, kw_only=True):
    """A movement of the wallet; `amount` is EUR, negative for expenses."""

    id: str
    amount: float = 0.0
    createdAt: str = ""
    description: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


class OAuthClient(Caller):
    """The vendor's OAuth API at `base_url`, spoken to with the account's e-mail and API key.

    Thread-safe; every method blocks and is for worker threads. All raise `ApiError` and nothing
    else. `timeouts` are those of `Transport`.
    """

    def __init__(
        self, base_url: str, email: str, api_key: str, **timeouts: Unpack[Timeouts]
    ) -> None:
        api_key = api_key.strip()
        pair = f"{email.strip()}:{api_key}".encode("utf-8", "replace")
        basic = "Basic " + base64.b64encode(pair).decode()
        super().__init__(OAUTH_ENDPOINTS, Transport(base_url, **timeouts), basic, api_key)

    def create_token(
        self,
        scopes: Sequence[str],
        name: str,
        ttl: int,
        limits: Mapping[str, object] | None = None,
    ) -> Token:
        """Make a token that may do `scopes` for `ttl` seconds (a year at most). Sent once.

        `limits` may hold ``walletAmount`` (EUR) and the other fields of ``TokenLimits``.
        """
        fields = _given(scopes=list(scopes), name=name, ttl=ttl, limits=limits)
        return self._object("create_token", Token, body=fields)

    def list_tokens(self, skip: int = 0, limit: int = 100) -> list[Token]:
        """List the account's tokens, 100 at most at a time."""
        return self._list("list_tokens", Token, query={"skip": skip, "limit": limit})

    def get_token(self, token: str) -> Token:
        """Read one token."""
        return self._object("get_token", Token, token=token)

    def update_token(
        self,
        token: str,
        *,
        refresh_token: str | None = None,
        scopes: Sequence[str] | None = None,
        name: str | None = None,
        ttl: int | None = None,
        limits: Mapping[str, object] | None = None,
    ) -> Token:
        """Change a token; what is None stays. Sent once.

        With `refresh_token`, which is sent as the bearer, the vendor makes a new pair of tokens
        and deletes the old one: keep the answer before forgetting what was.
        """
        fields = _given(scopes=scopes, name=name, ttl=ttl, limits=limits)
        bearer = None if refresh_token is None else f"Bearer {refresh_token.strip()}"
        return self._object("update_token", Token, token=token, body=fields, authorization=bearer)

    def delete_token(self, token: str) -> None:
        """Delete a token. Sent once."""
        self._call("delete_token", envelope.read_done, token=token)

    def list_scopes(self) -> list[Scope]:
        """List the scopes the account may ask for, without their prices."""
        return self._list("list_scopes", Scope)

    def get_scope(self, id: str) -> Scope:
        """Read one scope with its prices (price key → EUR), limits and requirements."""
        return self._object("get_scope", Scope, id=id)

    def wallet(self) -> Wallet:
        """Read the wallet's credit."""
        return self._object("wallet", Wallet)

    def wallet_transactions(self, skip: int = 0, limit: int = 100) -> list[Transaction]:
        """List the wallet's movements, 100 at most at a time."""
        return self._list("wallet_transactions", Transaction, query={"skip": skip, "limit": limit})


def _given(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}
