"""The archive's file: created, refused, set aside, backed up, migrated, locked, full."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from small_disk import small_disk
from store_support import ACCOUNT, OTHER, archive, python, row, running, said

from pec_desktop.errors import StoreError
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.attempts import AttemptStore
from pec_desktop.store.database import Database
from pec_desktop.store.mailboxes import MailboxStore
from pec_desktop.store.migrations import MIGRATIONS

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights and limits")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def key_of(function: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as caught:
        function()
    return caught.value.key


# Opening


def test_first_opening_creates_and_the_second_finds(tmp_path: Path) -> None:
    database = Database(tmp_path / "archive.sqlite")
    first, second = database.open(), database.open()
    assert (first.created, first.set_aside, first.migrated_from) == (True, None, None)
    assert (second.created, second.set_aside, second.migrated_from) == (False, None, None)
    assert version(database.path) == len(MIGRATIONS)
    assert names(tmp_path) == ["archive.sqlite"]


@POSIX
def test_everything_is_for_the_owner_only(tmp_path: Path) -> None:
    umask = os.umask(0)
    try:
        database = archive(tmp_path)
        with database.transaction() as connection:
            connection.execute("DELETE FROM accounts")
            found = names(tmp_path)
            assert found == ["archive.sqlite", "archive.sqlite-shm", "archive.sqlite-wal"]
            assert {mode(path) for path in tmp_path.iterdir()} == {0o600}
        database.back_up(tmp_path / "copies" / "copy.sqlite")
    finally:
        os.umask(umask)
    assert mode(tmp_path / "copies") == 0o700
    assert mode(tmp_path / "copies" / "copy.sqlite") == 0o600


def test_every_connection_is_durable_and_strict(tmp_path: Path) -> None:
    database = archive(tmp_path, busy_timeout=1.5)
    for manager in (database.connect, database.transaction, database.connect):
        with manager() as connection:
            wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
            wanted |= {"busy_timeout": 1500, "fullfsync": 1}
            for name, value in wanted.items():
                assert connection.execute(f"PRAGMA {name}").fetchone() == (value,)
            assert connection.isolation_level is None


def test_a_newer_archive_is_refused_and_left_alone(tmp_path: Path) -> None:
    database = archive(tmp_path)
    with database.connect() as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 7}")
    before = database.path.read_bytes()
    with pytest.raises(StoreError) as caught:
        database.open()
    assert caught.value.key == "store.newer_schema"
    assert caught.value.details == {"found": len(MIGRATIONS) + 7, "known": len(MIGRATIONS)}
    assert database.path.read_bytes() == before


def text_file(path: Path) -> None:
    path.write_text("Dear Sir or Madam,\n" * 100)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def few_bytes(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def noise(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def flipped_header(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(bytes(255 - byte for byte in data[:100]) + data[100:])


def flipped_first_page(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + bytes(255 - byte for byte in data[100:4096]) + data[4096:])


def somebody_elses(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (title)")
        connection.commit()


DAMAGES = [
    *(text_file, empty, few_bytes, noise, cut_in_half, flipped_header, flipped_first_page),
    somebody_elses,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_no_archive_is_set_aside_unchanged(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    database = archive(tmp_path)
    damage(database.path)
    damaged = database.path.read_bytes()
    opened = database.open()
    assert opened.created
    assert opened.set_aside is not None
    assert opened.set_aside.name.startswith("archive.damaged-2")
    assert opened.set_aside.suffix == ".sqlite"
    assert opened.set_aside.read_bytes() == damaged
    assert AccountStore(database).all() == []
    assert not database.open().created


def test_damage_twice_keeps_both(tmp_path: Path) -> None:
    database = Database(tmp_path / "archive.sqlite", clock=lambda: 1_800_000_000.25)
    text_file(database.path)
    first = database.open().set_aside
    database._clock = lambda: 1_800_000_000.75
    text_file(database.path)
    second = database.open().set_aside
    assert first is not None
    assert second is not None
    assert first.name == "archive.damaged-20270115T080000.250000Z.sqlite"
    assert len({first, second}) == 2
    assert first.exists()


def test_the_companions_go_aside_with_a_damaged_archive(tmp_path: Path) -> None:
    database = Database(tmp_path / "archive.sqlite")
    text_file(database.path)
    for end in ("-wal", "-shm"):
        (tmp_path / f"archive.sqlite{end}").write_text(end)
    aside = database.open().set_aside
    assert aside is not None
    for end in ("-wal", "-shm"):
        assert aside.with_name(aside.name + end).read_text() == end
    assert not (tmp_path / "archive.sqlite-wal").exists()


def test_a_creation_that_was_cut_short_is_taken_up(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    opened = Database(path).open()
    assert opened.set_aside is None
    assert version(path) == len(MIGRATIONS)


def test_damage_found_later_is_told_and_can_be_set_aside(tmp_path: Path) -> None:
    database = archive(tmp_path)
    assert database.quick_check()
    store = MailboxStore(database, ACCOUNT.id)
    store.replace_list([row(n) for n in range(200)], 1)
    data = bytearray(database.path.read_bytes())
    data[len(data) // 2 :] = os.urandom(len(data) - len(data) // 2)
    database.path.write_bytes(data)
    assert not database.open().created
    assert not database.quick_check()
    assert key_of(store.all) == "store.damaged"
    opened = database.start_anew()
    assert opened.created
    assert opened.set_aside is not None
    assert opened.set_aside.read_bytes() == bytes(data)
    assert database.quick_check()


def test_a_flipped_letter_inside_a_value_is_damage_too(tmp_path: Path) -> None:
    database = archive(tmp_path)
    for stump in ('{"id":"x"', b"\xff\xfe"):
        with database.transaction() as connection:
            connection.execute("UPDATE accounts SET account = CAST(? AS TEXT)", (stump,))
        assert key_of(AccountStore(database).all) == "store.damaged"


def test_an_archive_that_went_away_is_not_replaced_by_an_empty_one(tmp_path: Path) -> None:
    database = archive(tmp_path)
    database.path.unlink()
    assert key_of(AccountStore(database).all) == "store.missing"
    assert names(tmp_path) == []


# Places where nothing can be written


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("not a folder")
    assert key_of(Database(tmp_path / "profile" / "archive.sqlite").open) == "store.read_only"


def test_an_archive_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").mkdir()
    assert key_of(Database(tmp_path / "archive.sqlite").open) == "store.read_only"


@POSIX
def test_a_read_only_disk(tmp_path: Path) -> None:
    archive(tmp_path)
    disk = tmp_path / "disk"
    try:
        with small_disk(disk, "4m"):
            shutil.copy(tmp_path / "archive.sqlite", disk)
            remount = ["mount", "-o", "remount,ro", str(disk)]
            subprocess.run(remount, check=True)
            assert key_of(Database(disk / "archive.sqlite").open) == "store.read_only"
            assert key_of(Database(disk / "another.sqlite").open) == "store.read_only"
    except PermissionError as error:
        pytest.skip(str(error))


# A full disk

FILL = """
import sys, resource
from pathlib import Path
from pec_desktop.errors import StoreError
from pec_desktop.store.attempts import AttemptStore
from pec_desktop.store.database import Database

path, limit = Path(sys.argv[1]), int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
begun = []
try:
    database = Database(path)
    database.open()
    store = AttemptStore(database, "office")
    while len(begun) < 1000:
        begun.append(store.begin("renew", "id", "label", "digest", {"filler": "x" * 5000}, None))
except StoreError as error:
    print(error.key, len(begun))
"""


@POSIX
@pytest.mark.parametrize("limit", [1_000, 70_000, 300_000])
def test_a_limit_on_file_sizes_loses_nothing_that_was_promised(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "archive.sqlite"
    key, begun = python(FILL, path, limit).stdout.split()
    assert key == "store.disk_full"
    # The smaller limits leave no room for the creation itself.
    assert path.exists() == (int(begun) > 0) == (limit == 300_000)
    assert Database(path).open().set_aside is None
    assert len(AttemptStore(Database(path), "office").all()) == int(begun)
    assert Database(path).quick_check()


@POSIX
def test_a_full_disk_loses_nothing_that_was_promised(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    path = disk / "archive.sqlite"
    try:
        with small_disk(disk, "1m"):
            key, begun = python(FILL, path, 0).stdout.split()
            assert key == "store.disk_full"
            database = Database(path)
            assert len(AttemptStore(database, "office").all()) == int(begun) > 0
            assert key_of(lambda: database.back_up(disk / "copy.sqlite")) == "store.disk_full"
            assert not list(disk.glob(".*"))
            assert database.quick_check()
    except PermissionError as error:
        pytest.skip(str(error))


# Others at work

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("COMMIT")
print("free", flush=True)
"""


def test_another_process_in_the_way_is_told_and_passes(tmp_path: Path) -> None:
    archive(tmp_path)
    database = Database(tmp_path / "archive.sqlite", busy_timeout=0.2)
    accounts = AccountStore(database)
    with running(HOLD, database.path) as child:
        assert said(child) == "held"
        assert key_of(lambda: accounts.save(ACCOUNT)) == "store.locked"
        assert key_of(database.open) == "store.locked"
        assert len(accounts.all()) == 2, "reading goes on"
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
        assert said(child) == "free"
        accounts.save(ACCOUNT)


def test_a_short_wait_for_another_process_is_not_noticed(tmp_path: Path) -> None:
    database = archive(tmp_path, busy_timeout=30)
    with running(HOLD, database.path) as child:
        assert said(child) == "held"
        saver = threading.Thread(target=AccountStore(database).save, args=(ACCOUNT,))
        saver.start()
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
        saver.join(30)
        assert not saver.is_alive()


def test_four_threads_do_not_disturb_each_other(tmp_path: Path) -> None:
    database = archive(tmp_path)
    problems: list[Exception] = []

    def work(number: int) -> None:
        try:
            attempts = AttemptStore(database, ACCOUNT.id)
            mailboxes = MailboxStore(database, ACCOUNT.id)
            for turn in range(25):
                attempts.begin("renew", str(number), "", "", {"turn": turn}, "1.00")
                mailboxes.save_details(row(number, modified=turn), turn)
                mailboxes.all()
        except Exception as error:  # noqa: BLE001 (shown by the assertion below)
            problems.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    found = AttemptStore(database, ACCOUNT.id).all()
    assert len({attempt.id for attempt in found}) == 100
    for number in range(4):
        turns = [a.before["turn"] for a in found if a.target == str(number)]
        assert turns == list(range(24, -1, -1))
    assert [m.details_at for m in MailboxStore(database, ACCOUNT.id).all()] == [24] * 4


def test_a_transaction_is_whole_or_not_at_all(tmp_path: Path) -> None:
    database = archive(tmp_path)

    def stumble() -> None:
        with database.transaction() as connection:
            connection.execute("DELETE FROM accounts")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert AccountStore(database).all() == [ACCOUNT, OTHER]


def test_a_mistake_of_the_program_is_not_dressed_up(tmp_path: Path) -> None:
    database = archive(tmp_path)
    with pytest.raises(sqlite3.OperationalError), database.connect() as connection:
        connection.execute("SELECT nothing FROM nowhere")


# Copies and migrations

NEXT = (
    *MIGRATIONS,
    ("ALTER TABLE accounts ADD COLUMN colour TEXT", "UPDATE accounts SET colour = 'green'"),
)
BROKEN = (*NEXT[:-1], (*NEXT[-1], "INSERT INTO nowhere VALUES (1)"))


def test_a_copy_is_of_one_moment_and_replaces_the_last(tmp_path: Path) -> None:
    database, target = archive(tmp_path), tmp_path / "copies" / "copy.sqlite"
    target.parent.mkdir()
    target.write_text("an older copy")
    with database.transaction() as connection:
        connection.execute("DELETE FROM accounts")
        database.back_up(target)
    copy = Database(target)
    assert not copy.open().created
    assert AccountStore(copy).all() == [ACCOUNT, OTHER]
    assert copy.quick_check()
    assert names(target.parent) == ["copy.sqlite"]


def test_an_older_archive_is_copied_then_brought_up_to_date(tmp_path: Path) -> None:
    archive(tmp_path)
    database = Database(tmp_path / "archive.sqlite", migrations=NEXT)
    opened = database.open()
    assert (opened.created, opened.migrated_from) == (False, len(MIGRATIONS))
    assert AccountStore(database).all() == [ACCOUNT, OTHER]
    with database.connect() as connection:
        colours = connection.execute("SELECT DISTINCT colour FROM accounts").fetchall()
    assert colours == [("green",)]
    (backup,) = (tmp_path / "backups").iterdir()
    assert backup.name.startswith(f"archive.version-{len(MIGRATIONS)}-")
    assert version(backup) == len(MIGRATIONS)
    assert AccountStore(Database(backup)).all() == [ACCOUNT, OTHER]
    assert database.open().migrated_from is None


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    old = archive(tmp_path)
    with pytest.raises(sqlite3.OperationalError):
        Database(old.path, migrations=BROKEN).open()
    assert version(old.path) == len(MIGRATIONS)
    with old.connect() as connection:
        columns = connection.execute("SELECT * FROM accounts").description
    assert "colour" not in [column[0] for column in columns]
    assert not old.open().created
    assert AccountStore(old).all() == [ACCOUNT, OTHER]


def test_two_that_migrate_at_once_do_it_once(tmp_path: Path) -> None:
    archive(tmp_path)
    results: list[int | None] = []

    def migrate() -> None:
        database = Database(tmp_path / "archive.sqlite", migrations=NEXT)
        results.append(database.open().migrated_from)

    threads = [threading.Thread(target=migrate) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, results)) == [str(len(MIGRATIONS)), "None", "None", "None"]
    assert len(list((tmp_path / "backups").iterdir())) == 1
