"""Accounts: connecting, opening, removing. Secrets go to the vault and nowhere else.

Nothing is kept of an account before the vendor has accepted its token. Trying one and keeping it
are two steps: the first waits for the network, the second for the keychain and the person.
"""

from __future__ import annotations

import logging
import platform
import uuid
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from pec_desktop.domain.account import ADDRESSES, Account, Environment
from pec_desktop.errors import ApiError, CredentialError, ErrorKind, Refusal
from pec_desktop.services import prices
from pec_desktop.services.office import Connection
from pec_desktop.store.accounts import AccountStore

if TYPE_CHECKING:
    from pec_desktop.api.oauth import OAuthClient
    from pec_desktop.credentials.vault import Vault
    from pec_desktop.services.office import Office
    from pec_desktop.store.database import Database
    from pec_desktop.work import Work

log = logging.getLogger(__name__)

SECRETS = ("token", "refresh_token", "api_key")
"""What the vault may hold for an account."""

LONGEST_TTL = 365
"""Days; the vendor gives tokens for at most a year (schema ``TokenCreate``)."""

credit = prices.credit


def practice_account() -> Account:
    """Return the one practice account; its server's address is new at each start."""
    return Account(id="practice", name="", environment=Environment.PRACTICE)


def endpoint_account(address: str) -> Account:
    """Return the account of a server named on the command line: the same one for each address.

    Raises `Refusal` as `origin` does.
    """
    base = origin(address)
    key = uuid.uuid5(uuid.NAMESPACE_URL, base).hex
    name = urlsplit(base).netloc
    return Account(id=key, name=name, environment=Environment.CUSTOM, base_url=base)


class Proven(Struct, frozen=True):
    """An account that the vendor has let in, its secrets, and its credit in EUR where it is told.

    Nothing of it is kept anywhere yet: `keep` it or `give_back` what was made for it.
    """

    account: Account
    secrets: dict[str, str]
    credit: Decimal | None = None

    def __repr__(self) -> str:
        return f"Proven({self.account.id!r})"


def try_token(
    name: str,
    environment: Environment,
    base_url: str,
    oauth_url: str,
    token: str,
    work: Work,
) -> Proven:
    """Test a token. The addresses may be empty for Production and Sandbox. Worker thread.

    Raises `Refusal` (``address.*``), `ApiError` (kind auth for a wrong token), `Cancelled`.
    """
    account = _new_account(name, environment, base_url, oauth_url)
    check_connection(Connection(base_url=account.base_url, token=token), work)
    work.check()
    return Proven(account, {"token": token})


def try_key(
    name: str,
    environment: Environment,
    base_url: str,
    oauth_url: str,
    email: str,
    api_key: str,
    wallet_limit: Decimal | None,
    ttl_days: int,
    work: Work,
) -> Proven:
    """Create a token with exactly the scopes this program uses, and test it. Worker thread.

    `wallet_limit` caps in EUR what the token may spend, `ttl_days` is at most `LONGEST_TTL`. If
    anything fails after the token was made it is deleted again, since nobody would know of it.
    Raises as `try_token` does, and `Refusal("address.oauth_missing")`.
    """
    from pec_desktop.api.endpoints import scopes
    from pec_desktop.api.oauth import OAuthClient

    account = _new_account(name, environment, base_url, oauth_url, email)
    if not account.oauth_url:
        raise Refusal("address.oauth_missing")
    work.check()
    with OAuthClient(account.oauth_url, email, api_key) as oauth:
        made = oauth.create_token(
            scopes=scopes(urlsplit(account.base_url).netloc),
            name=f"PEC Desktop – {platform.node()}",
            ttl=min(ttl_days, LONGEST_TTL) * 24 * 3600,
            limits=None if wallet_limit is None else {"walletAmount": float(wallet_limit)},
        )
        try:
            check_connection(Connection(base_url=account.base_url, token=made.token), work)
            credit = _credit(oauth)
            work.check()
        except BaseException:
            _delete(oauth, made.token)
            raise
    expiring = replace(account, token_expires=moment(made.expireAt))
    secrets = {"token": made.token, "refresh_token": made.refreshToken, "api_key": api_key}
    return Proven(expiring, secrets, credit)


def try_own_key(office: Office, oauth_url: str, email: str, api_key: str, work: Work) -> Proven:
    """Test e-mail and API key for an account that is connected already. Worker thread.

    `oauth_url` may be empty where the account has that address. Raises
    `Refusal("account.other_key")` if the token in use is none of theirs, else as `try_key` does.
    """
    from pec_desktop.api.oauth import OAuthClient

    account, connection = office.account, office.connection
    if connection is None:
        raise Refusal("office.not_connected")
    address = oauth_url or account.oauth_url
    if not address:
        raise Refusal("address.oauth_missing")
    work.check()
    with OAuthClient(origin(address), email, api_key) as oauth:
        credit = Decimal(str(oauth.wallet().credit))
        try:
            expires = moment(oauth.get_token(connection.token).expireAt)
        except ApiError as error:
            if error.kind is not ErrorKind.NOT_FOUND:
                raise
            raise Refusal("account.other_key") from error
    known = replace(account, oauth_url=origin(address), email=email, token_expires=expires)
    return Proven(known, {"api_key": api_key}, credit)


def take_up_key(office: Office, proven: Proven) -> None:
    """Let an office use the e-mail and API key that were tested and kept for it."""
    assert office.connection is not None
    office.account = account = proven.account
    office.connection = replace(
        office.connection,
        oauth_url=account.oauth_url,
        email=account.email,
        api_key=proven.secrets["api_key"],
    )


def keep(database: Database, vault: Vault, proven: Proven, work: Work) -> Account:
    """Store the secrets, then the account; a half-stored account leaves nothing behind.

    Raises `CredentialError`, `StoreError`, and `Cancelled` if `work` was given up while the
    keychain was waiting for the person. Blocks that long: keychain lane.
    """
    account = proven.account
    try:
        for name, value in proven.secrets.items():
            vault.set(account.id, name, value)
        work.check()
        AccountStore(database).save(account)
    except BaseException:
        with suppress(CredentialError):
            for name in proven.secrets:
                vault.delete(account.id, name)
        raise
    return account


def as_known(proven: Proven, known: Account) -> Proven:
    """Take a proven account for one that the archive knows already, with all that belongs to it.

    An archive that came from another computer, or a lost keychain, brings no secrets along.
    """
    return replace(proven, account=replace(proven.account, id=known.id))


def give_back(proven: Proven) -> None:
    """Delete the token that was made for an account which is not kept. Worker thread."""
    from pec_desktop.api.oauth import OAuthClient

    account, secrets = proven.account, proven.secrets
    if "api_key" in secrets:
        with OAuthClient(account.oauth_url, account.email, secrets["api_key"]) as oauth:
            _delete(oauth, secrets["token"])


def check_connection(connection: Connection, work: Work) -> None:
    """Read the list of mailboxes once; raises `ApiError` if the vendor does not let us."""
    from pec_desktop.api.client import PecClient

    work.check()
    with PecClient(connection.base_url, connection.token) as client:
        client.list_mailboxes()


def open_connection(vault: Vault, account: Account) -> Connection | None:
    """Return how to reach the vendor for an account, None if the vault has no token for it.

    Raises `CredentialError`. Blocks while the keychain asks the person: keychain lane.
    """
    token = vault.get(account.id, "token")
    if not token or not account.base_url:
        return None
    return Connection(
        base_url=account.base_url,
        token=token,
        oauth_url=account.oauth_url,
        email=account.email,
        api_key=vault.get(account.id, "api_key") or "",
    )


def remove_account(database: Database, vault: Vault, account_id: str) -> None:
    """Forget an account: its secrets first, then what the archive holds of it."""
    for secret in SECRETS:
        vault.delete(account_id, secret)
    AccountStore(database).delete(account_id)


def _new_account(
    name: str, environment: Environment, base_url: str, oauth_url: str, email: str = ""
) -> Account:
    base, oauth = ADDRESSES.get(environment, ("", ""))
    return Account(
        id=uuid.uuid4().hex,
        name=name,
        environment=environment,
        base_url=origin(base_url or base),
        oauth_url=origin(oauth_url or oauth) if oauth_url or oauth else "",
        email=email,
    )


def origin(address: str) -> str:
    """Return scheme and host (and port, path prefix) of `address` as it is used.

    Raises `Refusal` with ``address.invalid``, or with ``address.not_encrypted`` for plain http to
    anywhere but this computer.
    """
    address = address.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError as error:
        raise Refusal("address.invalid") from error
    if parts.scheme not in ("https", "http") or not host or parts.query or parts.username:
        raise Refusal("address.invalid")
    if parts.scheme == "http" and not _is_this_computer(host):
        raise Refusal("address.not_encrypted")
    return address


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def moment(text: str) -> int | None:
    """Return the Unix seconds of an ISO 8601 text, None for anything else."""
    try:
        return int(datetime.fromisoformat(text).timestamp())
    except ValueError:
        return None


def _credit(oauth: OAuthClient) -> Decimal | None:
    try:
        return Decimal(str(oauth.wallet().credit))
    except ApiError as error:
        log.info("The credit could not be read: %s", error.kind)
        return None


def _delete(oauth: OAuthClient, token: str) -> None:
    try:
        oauth.delete_token(token)
    except ApiError as error:
        log.warning("A token that is not used could not be deleted: %s", error.kind)
