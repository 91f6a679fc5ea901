"""The account itself: its access tokens, its scopes with their prices, its wallet.

All of it needs the account's e-mail and API key; without them every function raises
`Refusal("account.no_api_key")`. A token's text is a secret: it is kept out of the log and of
`repr`, and of what is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from pec_desktop.domain.fields import Problem

if TYPE_CHECKING:
    from pec_desktop.api.oauth import Scope, Transaction, Wallet
    from pec_desktop.domain.account import Account
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work


class AccessToken(Struct, frozen=True, kw_only=True):
    """A token of the account. `token` is a secret; `own` marks the one this program uses.

    Moments are Unix seconds, None where they cannot be read; `operations` are the `PecClient`
    methods that its scopes open on the account's host.
    """

    token: str
    name: str = ""
    created_at: int | None = None
    expires_at: int | None = None
    scopes: tuple[str, ...] = ()
    limits: dict[str, Any] = {}
    stats: dict[str, Any] = {}
    own: bool = False
    operations: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"AccessToken(name={self.name!r}, own={self.own})"


def all_tokens(office: Office, work: Work) -> list[AccessToken]:
    """List the account's tokens. Raises `ApiError`."""
    raise NotImplementedError


def own_token(office: Office, work: Work) -> AccessToken:
    """Read the token this program uses, and note in `office.allowed` what it may do."""
    raise NotImplementedError


def problems(office: Office, values: Mapping[str, object]) -> list[Problem]:
    """Check the form of a new token (`domain.token.TOKEN`), with at least one scope in it."""
    raise NotImplementedError


def request(office: Office, values: Mapping[str, object]) -> dict[str, Any]:
    """Return exactly what `create` sends: name, ttl (seconds), scopes, limits."""
    raise NotImplementedError


def create(office: Office, values: Mapping[str, object], work: Work) -> AccessToken:
    """Make a token from the form's values. Sent once. Raises `Refusal("change.invalid")`."""
    raise NotImplementedError


def extend(office: Office, token: str, days: int, work: Work) -> AccessToken:
    """Give a token another `days` from now; its text stays, whoever uses it goes on."""
    raise NotImplementedError


def renew_own(office: Office, work: Work) -> Account:
    """Renew the token this program uses for a year; the account knows its new expiry.

    With a refresh token the vendor makes a new pair and deletes the old one: the new one is used
    from that moment on and kept before anything else. Without one the old is extended. Raises
    `ApiError`; `CredentialError` if the new pair could not be kept: it works until the program
    ends. Blocks for the network and for the keychain: keychain lane.
    """
    raise NotImplementedError


def delete(office: Office, token: str, work: Work) -> None:
    """Delete a token. Raises `Refusal("token.own")` for the one this program uses."""
    raise NotImplementedError


def scopes(office: Office, work: Work) -> list[Scope]:
    """Return the scopes of the account's PEC host with prices, limits, requirements."""
    raise NotImplementedError


def wallet(office: Office, work: Work) -> Wallet:
    """Return the wallet."""
    raise NotImplementedError


def transactions(
    office: Office, work: Work, *, skip: int = 0, limit: int = 100
) -> list[Transaction]:
    """Return movements of the wallet, the newest first, at most 100 at a time."""
    raise NotImplementedError
