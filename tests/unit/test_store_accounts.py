"""Accounts: kept in order, changed in place, removed with what belongs to them."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs
from store_support import ACCOUNT, OTHER, archive, row

from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.attempts import AttemptStore
from pec_desktop.store.database import Database
from pec_desktop.store.drafts import Draft, DraftStore
from pec_desktop.store.mailboxes import MailboxStore


def test_accounts_come_back_as_they_were(tmp_path: Path) -> None:
    accounts = AccountStore(archive(tmp_path))
    assert accounts.all() == [ACCOUNT, OTHER]
    assert accounts.get(OTHER.id) == OTHER
    assert accounts.get("nobody") is None


def test_a_change_keeps_the_place_and_all_that_belongs_to_the_account(tmp_path: Path) -> None:
    database = archive(tmp_path)
    fill(database, ACCOUNT.id)
    renamed = structs.replace(ACCOUNT, name="Studio Bianchi")
    AccountStore(database).save(renamed)
    assert AccountStore(database).all() == [renamed, OTHER]
    assert len(MailboxStore(database, ACCOUNT.id).all()) == 1
    assert len(DraftStore(database, ACCOUNT.id).all()) == 1


def test_removing_one_takes_its_mailboxes_and_drafts_but_not_the_journal(tmp_path: Path) -> None:
    database = archive(tmp_path)
    fill(database, ACCOUNT.id)
    fill(database, OTHER.id)
    AccountStore(database).delete(ACCOUNT.id)
    AccountStore(database).delete("nobody")
    assert AccountStore(database).all() == [OTHER]
    for account, left in ((ACCOUNT, 0), (OTHER, 1)):
        mailboxes = MailboxStore(database, account.id)
        assert len(mailboxes.all()) == left
        assert mailboxes.listed_at() == (7 if left else None)
        assert len(DraftStore(database, account.id).all()) == left
        assert len(AttemptStore(database, account.id).all()) == 1


def fill(database: Database, account: str) -> None:
    MailboxStore(database, account).replace_list([row(1)], 7)
    DraftStore(database, account).save(Draft(account_id=account, kind="registration"))
    AttemptStore(database, account).begin("register_mailbox", "", "", "", {}, "11.00")
