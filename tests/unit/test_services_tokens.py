"""Tokens, scopes and wallet on the practice server; a new pair is kept before all else."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from changes_support import GOLD, box
from msgspec.structs import replace
from office_support import NOON, Bench, bench, connection_to

from pec_desktop.api.endpoints import ENDPOINTS
from pec_desktop.api.oauth import OAuthClient
from pec_desktop.credentials.vault import MemoryVault
from pec_desktop.domain.token import PERMISSIONS, TOKEN
from pec_desktop.errors import ApiError, CredentialError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import changes, prices, tokens
from pec_desktop.store.accounts import AccountStore
from pec_desktop.work import Work

YEAR = 365 * 24 * 3600
FORM = {one.name: one.default for one in TOKEN} | {"token_name": "Ufficio"}


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path, empty=False) as opened:
        yield opened


def oauth(at: Bench) -> OAuthClient:
    client = at.office.oauth()
    assert client is not None
    return client


def own(at: Bench) -> tokens.AccessToken:
    """Make a token, and let the office use it as its own, with its refresh token in the vault."""
    made = tokens.create(at.office, {**FORM, "token_days": 30}, Work())
    with_refresh = next(one for one in oauth(at).list_tokens() if one.token == made.token)
    at.office.connection = replace(connection_to(at.server), token=made.token)
    at.office.vault.set(at.office.account.id, "token", made.token)
    at.office.vault.set(at.office.account.id, "refresh_token", with_refresh.refreshToken)
    return made


def allowed(at: Bench) -> frozenset[str] | None:
    return at.office.allowed


def works(at: Bench) -> bool:
    """Whether the office's token opens the account."""
    try:
        at.office.client().list_mailboxes()
    except ApiError:
        return False
    return True


def test_a_token_is_made_listed_extended_and_deleted(at: Bench) -> None:
    made = tokens.create(at.office, {**FORM, "token_days": 10, "limit_walletAmount": 50}, Work())
    assert (made.name, made.expires_at) == ("Ufficio", int(NOON) + 10 * 24 * 3600)
    assert (made.limits, made.own) == ({"walletAmount": 50}, False)
    assert made.operations == set(ENDPOINTS)
    listed = {one.token: one for one in tokens.all_tokens(at.office, Work())}
    assert listed[made.token] == made
    assert [one.token for one in listed.values() if one.own] == [at.server.token]

    extended = tokens.extend(at.office, made.token, 20, Work())
    assert (extended.token, extended.expires_at) == (made.token, int(NOON) + 20 * 24 * 3600)
    tokens.delete(at.office, made.token, Work())
    assert made.token not in {one.token for one in tokens.all_tokens(at.office, Work())}


def test_more_tokens_than_one_page_are_listed(at: Bench) -> None:
    for _ in range(100):
        tokens.create(at.office, FORM, Work())
    assert len(tokens.all_tokens(at.office, Work())) == 101


def test_what_is_sent_is_what_was_shown(at: Bench) -> None:
    shown = tokens.request(at.office, {**FORM, "scope_delete_pec": False})
    assert len(shown["scopes"]) == len(PERMISSIONS) - 1
    made = tokens.create(at.office, {**FORM, "scope_delete_pec": False}, Work())
    assert sorted(made.scopes) == sorted(shown["scopes"])
    assert "revoke_mailbox" not in made.operations
    assert {"renew_mailbox", "list_mailboxes"} <= made.operations


@pytest.mark.parametrize(
    "values",
    [
        {"token_name": ""},
        {"token_days": 400},
        {"limit_walletAmount": 0},
        dict.fromkeys(PERMISSIONS, False),
    ],
)
def test_a_wrong_form_makes_no_token(at: Bench, values: dict[str, object]) -> None:
    assert tokens.problems(at.office, FORM) == []
    with pytest.raises(Refusal) as refused:
        tokens.create(at.office, {**FORM, **values}, Work())
    assert refused.value.key == "change.invalid"
    assert at.seen("create_token") == 0


def test_the_own_token_is_not_deleted(at: Bench) -> None:
    with pytest.raises(Refusal) as refused:
        tokens.delete(at.office, at.server.token, Work())
    assert refused.value.key == "token.own"
    assert works(at)


def test_the_own_tokens_scopes_are_noted_and_refusals_name_them(at: Bench) -> None:
    reading = dict.fromkeys(PERMISSIONS, False) | {"scope_get_pec": True}
    made = tokens.create(at.office, {**FORM, **reading}, Work())
    one = box(at, GOLD)
    at.office.connection = replace(connection_to(at.server), token=made.token)
    assert allowed(at) is None
    told = tokens.own_token(at.office, Work())
    assert told.own
    assert allowed(at) == told.operations
    assert "renew_mailbox" in told.operations
    values = {"space_mode": "ADD", "spazio_disco": 1024}
    with pytest.raises(Refusal) as refused:
        changes.change_space(at.office, one.id, values, Work())
    assert refused.value.key == "refused.change_space.scope"
    at.office.connection = connection_to(at.server)
    assert allowed(at) is None


def test_rights_and_the_prices_of_reading_are_learnt_together(at: Bench) -> None:
    tokens.learn_rights(at.office, Work())
    assert allowed(at) == frozenset(ENDPOINTS)
    assert {"get_mailbox", "list_mailboxes", "renew_mailbox"} <= set(at.office.prices)
    assert at.office.prices["get_communication"] == {"comunica_pec": 0.0}
    asked = at.seen("get_scope")
    tokens.learn_rights(at.office, Work())
    prices.learn(at.office, "check_domain", Work())
    assert at.seen("get_scope") == asked + 1, "prices are asked for once in a session"
    assert at.seen("list_scopes") == 1, "the list of scopes too, whatever is asked about"
    at.office.connection = connection_to(at.server)
    prices.learn(at.office, "check_domain", Work())
    assert at.seen("list_scopes") == 2, "another connection may have other ones"


def test_rights_that_cannot_be_learnt_harm_nothing(at: Bench) -> None:
    at.server.faults.set(Fault.STATUS_500, times=99)
    tokens.learn_rights(at.office, Work())
    assert (allowed(at), at.office.prices) == (None, {})
    at.office.connection = None
    tokens.learn_rights(at.office, Work())
    assert allowed(at) is None


def test_a_renewed_pair_is_used_and_kept(at: Bench) -> None:
    old = own(at)
    before = at.office.vault.get(at.office.account.id, "refresh_token")
    at.clock.advance(3600)
    account = tokens.renew_own(at.office, Work())
    connection = at.office.connection
    assert connection is not None
    assert connection.token != old.token
    assert works(at)
    assert at.office.vault.get(at.office.account.id, "token") == connection.token
    assert at.office.vault.get(at.office.account.id, "refresh_token") != before
    assert account.token_expires == int(NOON) + 3600 + YEAR
    assert AccountStore(at.database).get(account.id) == account == at.office.account
    listed = {one.token for one in tokens.all_tokens(at.office, Work())}
    assert connection.token in listed
    assert old.token not in listed
    tokens.renew_own(at.office, Work())
    assert works(at)


class Closed(MemoryVault):
    """A keychain that closes before it can be written to."""

    def set(self, account_id: str, name: str, value: str) -> None:
        raise CredentialError("keychain.locked")


def test_a_new_pair_that_cannot_be_kept_still_works_until_the_end(at: Bench) -> None:
    own(at)
    open_vault, at.office.vault = at.office.vault, Closed()
    with pytest.raises(CredentialError):
        tokens.renew_own(at.office, Work())
    assert works(at)
    at.office.vault = open_vault


def test_without_a_refresh_token_or_with_an_old_one_the_token_is_extended(at: Bench) -> None:
    made = own(at)
    at.office.vault.set(at.office.account.id, "refresh_token", "f" * 24)
    account = tokens.renew_own(at.office, Work())
    connection = at.office.connection
    assert connection is not None
    assert connection.token == made.token
    assert account.token_expires == int(NOON) + YEAR
    assert works(at)


def test_a_renewal_whose_answer_is_lost_says_so(at: Bench) -> None:
    own(at)
    at.server.faults.set(Fault.DROP_AFTER, operation="update_token")
    with pytest.raises(ApiError) as lost:
        tokens.renew_own(at.office, Work())
    assert lost.value.kind is ErrorKind.UNKNOWN_OUTCOME
    assert at.seen("update_token") == 1


def test_what_a_list_tells_of_the_own_token_is_noted(at: Bench) -> None:
    made = own(at)
    assert allowed(at) is None
    tokens.all_tokens(at.office, Work())
    assert allowed(at) == frozenset(ENDPOINTS)
    assert at.office.account.token_expires == made.expires_at
    stored = AccountStore(at.database).get(at.office.account.id)
    assert stored == at.office.account


def test_another_token_is_used_and_kept_once_the_vendor_lets_it_in(at: Bench) -> None:
    at.office.vault.set(at.office.account.id, "refresh_token", "f" * 24)
    before = at.office.connection
    assert before is not None
    made = tokens.create(at.office, {**FORM, "token_days": 10}, Work())
    account = tokens.use(at.office, made.token, Work())
    connection = at.office.connection
    assert connection is not None
    assert connection.token == made.token
    assert works(at)
    assert at.office.allowed == made.operations
    assert at.office.vault.get(account.id, "token") == made.token
    assert at.office.vault.get(account.id, "refresh_token") not in (None, "f" * 24)
    assert account.token_expires == made.expires_at
    listed = {one.token: one.own for one in tokens.all_tokens(at.office, Work())}
    assert listed[made.token]
    assert listed[before.token] is False, "the one before stays"


def test_a_token_that_opens_no_mailbox_is_not_used(at: Bench) -> None:
    asking = dict.fromkeys(PERMISSIONS, False) | {"scope_get_verifica_pec": True}
    made = tokens.create(at.office, {**FORM, **asking}, Work())
    before = at.office.connection
    with pytest.raises(ApiError) as refused:
        tokens.use(at.office, made.token, Work())
    assert refused.value.kind is ErrorKind.FORBIDDEN
    assert at.office.connection is before
    assert at.office.vault.get(at.office.account.id, "token") is None


def test_scopes_have_prices_and_tell_whether_they_are_enabled(at: Bench) -> None:
    told: list[tuple[int, int]] = []
    found = tokens.scopes(at.office, Work(lambda *one: told.append(one)))
    by_name = {(one.method, one.endpoint): one for one in found}
    assert len(found) == 12
    assert by_name["POST", "pec"].prices["gold"] == 64.0
    assert by_name["GET", "verifica_pec"].prices == {"verifica_pec": 0.0}
    assert not by_name["POST", "dominio"].enabled
    assert by_name["POST", "pec"].requirements == {"id_card": True, "oa_general_contract": True}
    assert told[-1] == (12, 12)


def test_the_wallet_and_its_movements(at: Bench) -> None:
    assert Decimal(str(tokens.wallet(at.office, Work()).credit)) == at.server.credit
    changes.renew(at.office, box(at, GOLD).id, 1, Work())
    newest, *rest = tokens.transactions(at.office, Work())
    assert newest.amount == -64.0
    assert tokens.transactions(at.office, Work(), skip=1, limit=2) == rest[:2]


def test_without_e_mail_and_key_it_says_what_is_needed(at: Bench) -> None:
    at.office.connection = replace(connection_to(at.server), api_key="")
    for ask in (tokens.all_tokens, tokens.own_token, tokens.scopes, tokens.wallet):
        with pytest.raises(Refusal) as refused:
            ask(at.office, Work())
        assert refused.value.key == "account.no_api_key"
    at.office.connection = None
    with pytest.raises(Refusal) as refused:
        tokens.renew_own(at.office, Work())
    assert refused.value.key == "office.not_connected"


def test_no_token_is_told_in_a_text_or_in_the_log(
    at: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    made = own(at)
    tokens.renew_own(at.office, Work())
    listed = tokens.all_tokens(at.office, Work())
    assert all(one.token not in repr(listed) for one in (*listed, made))
    secrets = {one.token for one in listed} - {at.server.token}
    assert not any(secret in caplog.text for secret in secrets)
