"""Connecting by token and by key: nothing is kept before the vendor has accepted it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest
from office_support import API_KEY, NOON, TOKEN, Bench, bench, connection_to

from pec_desktop.api.endpoints import scopes
from pec_desktop.api.oauth import OAuthClient
from pec_desktop.credentials.vault import MemoryVault
from pec_desktop.domain.account import ADDRESSES, Account, Environment
from pec_desktop.errors import ApiError, Cancelled, CredentialError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import accounts, prices
from pec_desktop.services.office import Connection, Office
from pec_desktop.store.accounts import AccountStore
from pec_desktop.work import Work

DAY = 24 * 3600


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path) as opened:
        yield opened


class LockedVault(MemoryVault):
    """A keychain that lets itself be read but takes no second secret."""

    def set(self, account_id: str, name: str, value: str) -> None:
        if name != "token":
            raise CredentialError("keychain.locked")
        super().set(account_id, name, value)


def by_token(at: Bench, token: str = TOKEN, address: str = "") -> Account:
    work = Work()
    proven = accounts.try_token(
        "Studio", Environment.CUSTOM, address or at.server.url, "", token, work
    )
    return accounts.keep(at.database, at.vault, proven, work)


def key_tried(
    at: Bench,
    *,
    api_key: str = API_KEY,
    limit: Decimal | None = None,
    days: int = 90,
    work: Work | None = None,
) -> accounts.Proven:
    return accounts.try_key(
        "Studio",
        Environment.CUSTOM,
        at.server.url,
        at.server.url,
        at.server.email,
        api_key,
        limit,
        days,
        work or Work(),
    )


def by_key(
    at: Bench, *, api_key: str = API_KEY, limit: Decimal | None = None, days: int = 90
) -> Account:
    proven = key_tried(at, api_key=api_key, limit=limit, days=days)
    return accounts.keep(at.database, at.vault, proven, Work())


def others(at: Bench) -> list[Account]:
    """The accounts besides the bench's own."""
    return [one for one in AccountStore(at.database).all() if one.id != at.office.account.id]


def tokens(at: Bench) -> list[str]:
    """The names of the tokens that the vendor knows, the practice account's own left out."""
    with OAuthClient(at.server.url, at.server.email, API_KEY) as oauth:
        return [token.name for token in oauth.list_tokens()][1:]


def test_a_good_token_is_kept_in_the_vault_and_opens_again(at: Bench) -> None:
    account = by_token(at)
    assert others(at) == [account]
    assert TOKEN not in repr(account)
    connection = accounts.open_connection(at.vault, account)
    assert connection == Connection(base_url=at.server.url, token=TOKEN)
    assert TOKEN not in repr(connection)
    accounts.check_connection(connection, Work())


def test_of_a_wrong_token_nothing_is_kept(at: Bench) -> None:
    with pytest.raises(ApiError) as refused:
        by_token(at, "0" * 24)
    assert refused.value.kind is ErrorKind.AUTH
    assert others(at) == []
    assert not vars(at.vault)["_secrets"]


def test_without_a_network_nothing_is_kept(at: Bench) -> None:
    at.server.stop()
    with pytest.raises(ApiError) as refused:
        by_token(at)
    assert refused.value.kind is ErrorKind.UNAVAILABLE
    assert others(at) == []


def test_a_key_makes_a_token_with_exactly_the_scopes_that_are_used(at: Bench) -> None:
    account = by_key(at, limit=Decimal("50.00"))
    assert account.email == at.server.email
    assert account.token_expires == NOON + 90 * DAY
    assert others(at) == [account]
    assert at.vault.get(account.id, "api_key") == API_KEY
    assert at.vault.get(account.id, "refresh_token")
    connection = accounts.open_connection(at.vault, account)
    assert connection is not None
    with OAuthClient(at.server.url, at.server.email, API_KEY) as oauth:
        made = oauth.get_token(connection.token)
    host = at.server.url.removeprefix("http://")
    assert sorted(made.scopes) == scopes(host)
    assert len(made.scopes) == 9
    assert made.name.startswith("PEC Desktop – ")
    assert made.limits == {"walletAmount": 50.0}

    office = Office(account, at.database, at.office.files, at.vault, connection)
    assert accounts.credit(office, Work()) == at.server.credit


def test_a_token_lives_for_a_year_at_most(at: Bench) -> None:
    assert by_key(at, days=5000).token_expires == NOON + 365 * DAY


def test_of_a_wrong_key_nothing_is_kept(at: Bench) -> None:
    with pytest.raises(ApiError) as refused:
        by_key(at, api_key="wrong" * 6)
    assert refused.value.kind is ErrorKind.AUTH
    assert (others(at), tokens(at)) == ([], [])


def test_a_token_that_does_not_work_is_deleted_again(at: Bench) -> None:
    at.server.faults.set(Fault.STATUS_403, "list_mailboxes")
    with pytest.raises(ApiError) as refused:
        by_key(at)
    assert refused.value.kind is ErrorKind.FORBIDDEN
    assert at.seen("create_token") == 1
    assert (others(at), tokens(at)) == ([], [])


def test_trying_a_key_tells_the_credit_and_keeps_nothing(at: Bench) -> None:
    proven = key_tried(at)
    assert proven.credit == at.server.credit
    assert others(at) == []
    assert not vars(at.vault)["_secrets"]
    assert API_KEY not in repr(proven)
    assert proven.secrets["token"] not in repr(proven)
    assert len(tokens(at)) == 1
    accounts.give_back(proven)
    assert tokens(at) == []


def test_an_account_whose_credit_cannot_be_read_is_tried_all_the_same(at: Bench) -> None:
    at.server.faults.set(Fault.STATUS_403, "wallet")
    assert key_tried(at).credit is None


def test_a_keychain_that_refuses_leaves_nothing_behind(at: Bench) -> None:
    at.vault = LockedVault()
    with pytest.raises(CredentialError):
        by_key(at)
    assert others(at) == []
    assert not vars(at.vault)["_secrets"]


def test_what_was_given_up_before_it_was_kept_leaves_nothing_behind(at: Bench) -> None:
    proven = key_tried(at)
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        accounts.keep(at.database, at.vault, proven, work)
    assert others(at) == []
    assert not vars(at.vault)["_secrets"]


def test_a_try_that_is_given_up_deletes_the_token_it_made(at: Bench) -> None:
    work = Work()
    at.server.faults.set(Fault.HANG_AFTER, "list_mailboxes")
    with ThreadPoolExecutor(1) as pool:
        trying = pool.submit(key_tried, at, work=work)
        assert at.server.faults.wait_held()
        work.cancel()
        at.server.faults.release()
        with pytest.raises(Cancelled):
            trying.result()
    assert tokens(at) == []


def test_an_account_without_its_token_is_not_connected(at: Bench) -> None:
    account = by_token(at)
    at.vault.delete(account.id, "token")
    assert accounts.open_connection(at.vault, account) is None
    assert accounts.open_connection(at.vault, accounts.practice_account()) is None


def test_removing_an_account_forgets_its_secrets(at: Bench) -> None:
    account = by_key(at)
    accounts.remove_account(at.database, at.vault, account.id)
    assert others(at) == []
    assert not any(at.vault.get(account.id, name) for name in accounts.SECRETS)


def test_production_and_sandbox_have_their_own_addresses(at: Bench) -> None:
    with pytest.raises(Refusal, match=r"address\.invalid"):
        by_token(at, address="not an address")
    for environment, (base_url, oauth_url) in ADDRESSES.items():
        made = accounts._new_account("Studio", environment, "", "")
        assert (made.base_url, made.oauth_url) == (base_url, oauth_url)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("", "address.invalid"),
        ("pec.example.org", "address.invalid"),
        ("ftp://pec.example.org", "address.invalid"),
        ("https://", "address.invalid"),
        ("https://user:word@pec.example.org", "address.invalid"),
        ("https://pec.example.org:port", "address.invalid"),
        ("https://[::1", "address.invalid"),
        ("http://pec.example.org", "address.not_encrypted"),
        ("http://127.0.0.1.example.org", "address.not_encrypted"),
        ("http://192.168.1.5:8080", "address.not_encrypted"),
    ],
)
def test_addresses_that_are_refused(address: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        accounts.origin(address)
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://pec.example.org/", "https://pec.example.org"),
        (" https://pec.example.org:8443 ", "https://pec.example.org:8443"),
        ("http://127.0.0.1:9000", "http://127.0.0.1:9000"),
        ("http://[::1]:9000", "http://[::1]:9000"),
        ("http://localhost:9000", "http://localhost:9000"),
    ],
)
def test_addresses_that_are_used(address: str, expected: str) -> None:
    assert accounts.origin(address) == expected


def test_an_address_of_the_command_line_is_the_same_account_each_time() -> None:
    first, again = (
        accounts.endpoint_account(address)
        for address in ("https://pec.example.org:8443", "https://pec.example.org:8443/")
    )
    assert first == again
    assert (first.name, first.environment) == ("pec.example.org:8443", Environment.CUSTOM)
    assert first.id != accounts.endpoint_account("https://pec.example.org").id


def test_a_new_connection_forgets_the_clients_and_prices_of_the_old(at: Bench) -> None:
    office = at.office
    client = office.client()
    assert office.client() is client
    assert prices.scope_prices(office, "register_mailbox", Work())
    office.connection = connection_to(at.server)
    assert office.client() is not client
    assert office.prices == {}
    office.connection = None
    assert office.oauth() is None
    with pytest.raises(Refusal, match=r"office\.not_connected"):
        office.client()


# Adding e-mail and API key later


def keyless(at: Bench) -> Office:
    """The bench's office with a token of the account and nothing else."""
    with OAuthClient(at.server.url, at.server.email, API_KEY) as oauth:
        made = oauth.create_token(scopes(at.server.url.removeprefix("http://")), "Ufficio", 9 * DAY)
    at.office.connection = Connection(base_url=at.server.url, token=made.token)
    return at.office


def test_e_mail_and_key_are_added_to_an_account_that_has_none(at: Bench) -> None:
    office, vault = keyless(at), at.office.vault
    proven = accounts.try_own_key(office, at.server.url, at.server.email, API_KEY, Work())
    assert vault.get(office.account.id, "api_key") is None
    assert office.oauth() is None
    assert accounts.keep(at.database, vault, proven, Work()) == proven.account
    accounts.take_up_key(office, proven)
    assert proven.credit == at.server.credit
    assert vault.get(office.account.id, "api_key") == API_KEY
    stored = AccountStore(at.database).get(office.account.id)
    assert stored == office.account
    assert stored.email == at.server.email
    assert stored.token_expires == int(NOON) + 9 * DAY
    assert accounts.credit(office, Work()) == at.server.credit
    assert API_KEY not in repr(stored)


def test_the_key_of_another_account_is_refused(at: Bench) -> None:
    at.office.connection = Connection(base_url=at.server.url, token="0" * 24)
    with pytest.raises(Refusal) as refused:
        accounts.try_own_key(at.office, at.server.url, at.server.email, API_KEY, Work())
    assert refused.value.key == "account.other_key"


def test_a_wrong_key_or_a_missing_address_is_told(at: Bench) -> None:
    office = keyless(at)
    with pytest.raises(ApiError) as wrong:
        accounts.try_own_key(office, at.server.url, at.server.email, "0" * 32, Work())
    assert wrong.value.kind is ErrorKind.AUTH
    with pytest.raises(Refusal) as missing:
        accounts.try_own_key(office, "", at.server.email, API_KEY, Work())
    assert missing.value.key == "address.oauth_missing"
