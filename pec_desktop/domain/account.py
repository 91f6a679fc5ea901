"""An account: a name, the environment it lives in, and the addresses that follow from that."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Environment(StrEnum):
    """Where an account's money and mailboxes are real, and where they are not."""

    PRODUCTION = "production"
    SANDBOX = "sandbox"
    PRACTICE = "practice"
    CUSTOM = "custom"


class Account(Struct, frozen=True, kw_only=True):
    """One account of the office. Its token is a secret and never part of it.

    `base_url` is the PEC API's origin, `oauth_url` the one for tokens, prices and wallet; both are
    empty for the practice account, whose server gets a new port at each start. `email` is kept so
    that the wallet can be read when the API key is known too. `token_expires` is in Unix seconds,
    None for a token that was not created here.
    """

    id: str
    name: str
    environment: Environment
    base_url: str = ""
    oauth_url: str = ""
    email: str = ""
    token_expires: int | None = None


ADDRESSES: dict[Environment, tuple[str, str]] = {
    Environment.PRODUCTION: ("https://pec.openapi.it", "https://oauth.openapi.com"),
    Environment.SANDBOX: ("https://test.pec.openapi.it", "https://test.oauth.openapi.com"),
}
"""Environment → (PEC API, OAuth API), from the ``servers`` of the vendor's two documents."""
