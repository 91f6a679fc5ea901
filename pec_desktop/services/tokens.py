"""The account itself: its access tokens, its scopes with their prices, its wallet.

All of it needs the account's e-mail and API key; without them every function that asks the vendor
raises `Refusal("account.no_api_key")`. A token's text is a secret: it is kept out of the log and
of `repr`, and should not be shown.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from pec_desktop.domain import token as form
from pec_desktop.domain.fields import Problem, Severity, validate
from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.log import hide
from pec_desktop.services import prices
from pec_desktop.services.accounts import check_connection, moment
from pec_desktop.services.registration import context
from pec_desktop.store.accounts import AccountStore

if TYPE_CHECKING:
    from pec_desktop.api.oauth import OAuthClient, Scope, Token, Transaction, Wallet
    from pec_desktop.domain.account import Account
    from pec_desktop.services.office import Connection, Office
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

DAY = 24 * 3600
PAGE = 100
"""Tokens and movements that the vendor gives at a time."""


class AccessToken(Struct, frozen=True, kw_only=True):
    """A token of the account. `token` is a secret; `own` marks the one this program uses.

    Moments are Unix seconds, None where they cannot be read; `operations` are the `PecClient`
    methods that its scopes open on the account's host. `limits` and `stats` as in the vendor's
    schemas ``TokenLimits`` and ``TokenStats``.
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
    """List the account's tokens; what is noted of the own one is as in `own_token`."""
    oauth, connection = _reached(office)
    tokens: list[Token] = []
    while True:
        work.check()
        page = oauth.list_tokens(skip=len(tokens), limit=PAGE)
        tokens += page
        if len(page) < PAGE:
            break
    told = [_told(connection, token) for token in tokens]
    for own in told:
        if own.own:
            _note_own(office, own)
    return told


def own_token(office: Office, work: Work) -> AccessToken:
    """Read the token this program uses; note in the office what it may do and when it expires."""
    oauth, connection = _reached(office)
    work.check()
    own = _told(connection, oauth.get_token(connection.token))
    if office.connection is connection:
        _note_own(office, own)
    return own


def learn_rights(office: Office, work: Work) -> None:
    """Find out what the token opens, and what reading by itself costs, where that can be known.

    Without e-mail and API key nothing is asked; an answer that does not come changes nothing.
    Scopes that do not even open the list of mailboxes are written in a way this program does not
    know, since it reads that list: they are not believed.
    """
    if office.oauth() is None:
        return
    try:
        if "list_mailboxes" not in own_token(office, work).operations:
            office.allowed = None
    except ApiError as error:
        log.info("The token's scopes cannot be read: %s (HTTP %s)", error.kind, error.status)
    for reading in ("get_mailbox", "get_communication"):
        prices.learn(office, reading, work)


def problems(office: Office, values: Mapping[str, object]) -> list[Problem]:
    """Check the form of a new token (`domain.token.TOKEN`), with at least one scope in it."""
    found = validate(form.TOKEN, values, context(office))
    if not form.request(values, "")["scopes"]:
        found.append(Problem(form.SCOPES[0].name, "token.no_scope"))
    return found


def request(office: Office, values: Mapping[str, object]) -> dict[str, Any]:
    """Return exactly what `create` sends: name, ttl (seconds), scopes, limits.

    Raises `Refusal("office.not_connected")`: scopes bear the name of the account's host.
    """
    if office.connection is None:
        raise Refusal("office.not_connected")
    return form.request(values, _host(office.connection))


def create(office: Office, values: Mapping[str, object], work: Work) -> AccessToken:
    """Make a token from the form's values. Sent once.

    Raises `Refusal("change.invalid")` with `problems` in its details, or `ApiError`.
    """
    oauth, connection = _reached(office)
    errors = [one for one in problems(office, values) if one.severity is Severity.ERROR]
    if errors:
        raise Refusal("change.invalid", problems=errors)
    fields = request(office, values)
    work.check()
    made = oauth.create_token(
        fields["scopes"], fields["name"], fields["ttl"], fields["limits"] or None
    )
    return _told(connection, made)


def extend(office: Office, token: str, days: int, work: Work) -> AccessToken:
    """Let a token live for `days` from now on; its text stays, whoever uses it goes on."""
    oauth, connection = _reached(office)
    work.check()
    told = _told(connection, oauth.update_token(token, ttl=days * DAY))
    if told.own and told.expires_at is not None:
        _note_expiry(office, told.expires_at)
    return told


def renew_own(office: Office, work: Work) -> Account:
    """Renew the token this program uses for a year; the account knows its new expiry.

    With a refresh token the vendor makes a new pair and deletes the old one: the new one is used
    from that moment on and kept before anything else. Without one, or where the vendor no longer
    knows it, the old token is extended instead.

    Raises `ApiError`, and `CredentialError` if the new pair could not be kept: it works until the
    program ends. Blocks for the network and for the keychain: keychain lane.
    """
    oauth, connection = _reached(office)
    refresh_token = office.vault.get(office.account.id, "refresh_token")
    work.check()
    refresh_token = refresh_token or oauth.get_token(connection.token).refreshToken
    if not refresh_token:
        extend(office, connection.token, form.LONGEST_LIFE, work)
        return office.account
    hide(refresh_token)
    ttl = form.LONGEST_LIFE * DAY
    try:
        made = oauth.update_token(connection.token, refresh_token=refresh_token, ttl=ttl)
    except ApiError as error:
        if error.kind is not ErrorKind.AUTH:
            raise
        log.info("The refresh token is not accepted; the token is extended instead")
        extend(office, connection.token, form.LONGEST_LIFE, work)
        return office.account
    # From here on the old token is gone: first use the new one, then keep it, then the rest.
    _take_up(office, connection, made)
    return office.account


def use(office: Office, token: str, work: Work) -> Account:
    """Let this program use another token of the account from now on; the one before stays.

    It is tried first: raises `ApiError` and changes nothing if the vendor does not let it in.
    Raises `CredentialError` if it could not be kept: it is used until the program ends. Blocks for
    the network and for the keychain: keychain lane.
    """
    oauth, connection = _reached(office)
    work.check()
    chosen = oauth.get_token(token)
    check_connection(replace(connection, token=chosen.token), work)
    _take_up(office, connection, chosen)
    return office.account


def delete(office: Office, token: str, work: Work) -> None:
    """Delete a token. Raises `Refusal("token.own")` for the one this program uses."""
    oauth, connection = _reached(office)
    if token == connection.token:
        raise Refusal("token.own")
    work.check()
    oauth.delete_token(token)


def scopes(office: Office, work: Work) -> list[Scope]:
    """Return the scopes of the account's PEC host with prices, limits, requirements."""
    oauth, connection = _reached(office)
    work.check()
    host = _host(connection)
    own = [one for one in oauth.list_scopes() if f":{host}/" in one.scope]
    found = []
    for done, scope in enumerate(own):
        work.progress(done, len(own))
        work.check()
        found.append(oauth.get_scope(scope.id))
    work.progress(len(own), len(own))
    return found


def wallet(office: Office, work: Work) -> Wallet:
    """Return the wallet."""
    work.check()
    return _reached(office)[0].wallet()


def transactions(
    office: Office, work: Work, *, skip: int = 0, limit: int = PAGE
) -> list[Transaction]:
    """Return movements of the wallet, as the vendor orders them, at most 100 at a time."""
    work.check()
    return _reached(office)[0].wallet_transactions(skip=skip, limit=limit)


def _reached(office: Office) -> tuple[OAuthClient, Connection]:
    oauth, connection = office.oauth(), office.connection
    if connection is None:
        raise Refusal("office.not_connected")
    if oauth is None:
        raise Refusal("account.no_api_key")
    return oauth, connection


def _host(connection: Connection) -> str:
    return urlsplit(connection.base_url).netloc


def _told(connection: Connection, token: Token) -> AccessToken:
    from pec_desktop.api.endpoints import ENDPOINTS

    hide(token.token)
    hide(token.refreshToken)
    host = _host(connection)
    return AccessToken(
        token=token.token,
        name=token.name,
        created_at=moment(token.createdAt),
        expires_at=moment(token.expireAt),
        scopes=token.scopes,
        limits=token.limits,
        stats=token.stats,
        own=token.token == connection.token,
        operations=frozenset(
            name for name, row in ENDPOINTS.items() if row.scope_at(host) in token.scopes
        ),
    )


def _take_up(office: Office, connection: Connection, token: Token) -> None:
    """Use `token` at once, then keep it: should that fail it works until the program ends."""
    own = _told(connection, token)
    office.connection = replace(connection, token=token.token)
    office.allowed = own.operations
    office.vault.set(office.account.id, "token", token.token)
    if token.refreshToken:
        office.vault.set(office.account.id, "refresh_token", token.refreshToken)
    else:
        office.vault.delete(office.account.id, "refresh_token")
    _note_own(office, own)


def _note_own(office: Office, own: AccessToken) -> None:
    office.allowed = own.operations
    if own.expires_at is not None and own.expires_at != office.account.token_expires:
        _note_expiry(office, own.expires_at)


def _note_expiry(office: Office, expires: int) -> None:
    office.account = replace(office.account, token_expires=expires)
    AccountStore(office.database).save(office.account)
