"""Another archive in the place of the present one: whole, at any instant, and never forgotten."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small_disk import small_disk
from store_support import ACCOUNT, OTHER, Clock, archive

from pec_desktop.domain.account import Account
from pec_desktop.errors import StoreError
from pec_desktop.store import backups
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.backups import DAILY, Backup
from pec_desktop.store.database import Database
from pec_desktop.store.journal_gap import JournalGap
from pec_desktop.store.migrations import MIGRATIONS

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX disks")
DAY = 86_400


def back_up(database: Database, clock: Clock) -> Path:
    name = backups.stamped(database.path, DAILY, clock.now)
    database.back_up(backups.folder(database.path) / name, check=True)
    return backups.folder(database.path) / name


def accounts(database: Database) -> list[Account]:
    return AccountStore(database).all()


def spoil(path: Path) -> bytes:
    """Make a file unreadable; give what it holds now."""
    path.write_bytes(os.urandom(9_000))
    return path.read_bytes()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path, clock: Clock) -> Database:
    """An archive with two backups: of its two accounts, then of one; now it has none."""
    made = archive(tmp_path, clock=clock)
    for account in (OTHER, ACCOUNT):
        clock.now += DAY
        back_up(made, clock)
        AccountStore(made).delete(account.id)
    clock.now += DAY
    return made


# A backup


def test_a_backup_takes_the_place_of_a_damaged_archive(database: Database, clock: Clock) -> None:
    damaged = spoil(database.path)
    opened = database.open()
    assert (opened.created, accounts(database)) == (False, [ACCOUNT])
    assert opened.set_aside is not None
    assert opened.set_aside.name.startswith("archive.damaged-")
    assert opened.set_aside.read_bytes() == damaged
    since, until = int(clock.now) - DAY, int(clock.now)
    assert opened.gap == JournalGap("backup", since, until) == database.journal_gap()
    assert database.quick_check()
    again = database.open()
    assert (again.gap, again.set_aside) == (None, None), "told once"
    assert database.journal_gap() == opened.gap, "known for ever"


def test_a_backup_takes_the_place_of_an_archive_that_is_gone(database: Database) -> None:
    database.path.unlink()
    opened = database.open()
    assert (opened.created, opened.set_aside) == (False, None)
    assert opened.gap is not None
    assert accounts(database) == [ACCOUNT]


def newer(path: Path) -> None:
    with Database(path).connect() as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def noise(path: Path) -> None:
    spoil(path)


def inside(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-4096:] = os.urandom(4096)
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [newer, cut, noise, inside])
def test_a_backup_that_is_of_no_use_is_passed_over(
    database: Database, harm: Callable[[Path], None]
) -> None:
    harm(backups.backups(database.path)[0].path)
    spoil(database.path)
    opened = database.open()
    assert opened.gap is not None
    assert set(accounts(database)) == {ACCOUNT, OTHER}
    assert len(backups.backups(database.path)) == 2, "none is removed for that"
    assert not list(database.path.parent.glob(".*"))


def test_without_a_sound_backup_a_new_archive_is_begun(database: Database, clock: Clock) -> None:
    for backup in backups.backups(database.path):
        cut(backup.path)
    spoil(database.path)
    opened = database.open()
    assert (opened.created, accounts(database)) == (True, [])
    assert database.journal_gap() == JournalGap("lost", None, int(clock.now))


def test_a_backup_of_an_older_version_is_brought_up_to_date(database: Database) -> None:
    next_one = (*MIGRATIONS, ("ALTER TABLE accounts ADD COLUMN colour TEXT",))
    updated = Database(database.path, migrations=next_one)
    spoil(database.path)
    assert updated.open().gap is not None
    with updated.connect() as connection:
        assert connection.execute("SELECT colour FROM accounts").fetchall() == [(None,)]
    kinds = [backup.kind for backup in backups.backups(database.path)]
    assert kinds == [DAILY, DAILY], "the backup itself is the copy from before"


def test_a_new_archive_says_that_its_journal_begins(tmp_path: Path, clock: Clock) -> None:
    assert archive(tmp_path, clock=clock).journal_gap() == JournalGap("new", None, int(clock.now))


def test_an_archive_that_is_older_than_the_marks_has_none(database: Database) -> None:
    with database.transaction() as connection:
        connection.execute("DELETE FROM meta")
    assert database.journal_gap() is None


# Damage while the program runs


def test_nothing_is_written_to_an_archive_that_is_known_to_be_damaged(database: Database) -> None:
    inside(database.path)
    assert not database.quick_check()
    with pytest.raises(StoreError) as caught:
        AccountStore(database).save(OTHER)
    assert caught.value.key == "store.damaged"
    opened = database.start_anew()
    assert opened.set_aside is not None
    assert accounts(database) == [ACCOUNT]
    AccountStore(database).save(OTHER)


def test_a_damaged_copy_is_no_backup(database: Database, clock: Clock) -> None:
    inside(database.path)
    before = backups.backups(database.path)
    clock.now += 1
    with pytest.raises(StoreError) as caught:
        back_up(database, clock)
    assert caught.value.key == "store.damaged"
    assert backups.backups(database.path) == before
    assert not list(backups.folder(database.path).glob(".*"))


# At any instant


class Killed(BaseException):
    """The process ends here."""


@contextmanager
def killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """End before the `step`-th change of a name in the file system."""
    seen: list[str] = []

    def counted(name: str) -> Callable[[Path, Path], Path]:
        change = getattr(Path, name)

        def do(self: Path, target: Path) -> Path:
            seen.append(name)
            if len(seen) == step:
                raise Killed
            return Path(change(self, target))

        return do

    with monkeypatch.context() as patch:
        for name in ("rename", "replace"):
            patch.setattr(Path, name, counted(name))
        yield seen


@pytest.mark.parametrize("step", range(1, 7))
@pytest.mark.parametrize("companions", [(), ("-wal", "-shm")])
def test_a_kill_while_a_backup_takes_the_place_loses_neither(
    database: Database, monkeypatch: pytest.MonkeyPatch, step: int, companions: tuple[str, ...]
) -> None:
    damaged = {spoil(database.path)}
    for end in companions:
        other = database.path.with_name(database.path.name + end)
        damaged.add(spoil(other))
    with killed_at(step, monkeypatch) as seen:
        try:
            database.open()
        except Killed:
            killed = True
        else:
            killed = False
    assert killed == (step <= 3 + len(companions)), seen
    database.open()
    assert accounts(database) == [ACCOUNT]
    gap = database.journal_gap()
    assert gap is not None
    assert gap.cause == "backup"
    aside = {path.read_bytes() for path in database.path.parent.glob("archive.*-2*.sqlite*")}
    assert aside == damaged
    assert not database.successor.exists()


@pytest.mark.parametrize("step", range(1, 4))
def test_a_kill_while_another_archive_takes_the_place_loses_neither(
    database: Database, monkeypatch: pytest.MonkeyPatch, clock: Clock, step: int
) -> None:
    AccountStore(database).save(OTHER)
    saved = backups.backups(database.path)[1].path.read_bytes()
    database.successor.write_bytes(saved)
    database.copied(database.successor).adopt(JournalGap("archive", 5, int(clock.now)))
    with killed_at(step, monkeypatch):
        try:
            opened = database.open()
        except Killed:
            opened = database.open()
    assert opened.gap == JournalGap("archive", 5, int(clock.now))
    assert set(accounts(database)) == {ACCOUNT, OTHER}
    (aside,) = database.path.parent.glob("archive.*-2*.sqlite")
    assert aside.name.startswith("archive.replaced-")
    assert accounts(Database(aside)) == [OTHER]


@POSIX
def test_a_full_disk_leaves_the_damaged_archive_where_it_is(
    tmp_path: Path, database: Database
) -> None:
    disk = tmp_path / "disk"
    try:
        with small_disk(disk, "1m"):
            small = Database(disk / "archive.sqlite")
            damaged = spoil(small.path)
            backups.folder(small.path).mkdir()
            newest = backups.backups(database.path)[0].path
            copy = backups.folder(small.path) / newest.name
            copy.write_bytes(newest.read_bytes())
            (disk / "ballast").write_bytes(bytes(900_000))
            with pytest.raises(StoreError) as caught:
                small.open()
            assert caught.value.key == "store.disk_full"
            assert small.path.read_bytes() == damaged
            assert sorted(path.name for path in disk.iterdir()) == [
                *("archive.sqlite", "backups", "ballast")
            ]
            (disk / "ballast").unlink()
            assert small.open().gap is not None
            assert accounts(small) == [ACCOUNT]
    except PermissionError as error:
        pytest.skip(str(error))


# Which backups stay


def made_on(*days: float, kind: str = DAILY) -> list[Backup]:
    """Backups made so many days ago, the newest first."""
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    return [Backup(Path(f"{kind}{ago}"), kind, now - timedelta(days=ago)) for ago in sorted(days)]


def ages(found: list[Backup]) -> list[float]:
    return [float(backup.path.name.removeprefix(DAILY)) for backup in found]


def test_seven_days_and_four_weeks_stay() -> None:
    found = made_on(*range(60))
    stay = [backup for backup in found if backup not in backups.superfluous(found)]
    # Monday the 23rd: the Sundays before are the last days of their weeks.
    assert ages(stay) == [0, 1, 2, 3, 4, 5, 6, 8, 15]


def test_the_last_of_a_day_stays() -> None:
    assert ages(backups.superfluous(made_on(0, 0.1, 1))) == [0.1]


def test_long_breaks_remove_nothing() -> None:
    assert backups.superfluous(made_on(0, 100, 200, 300, 400, 500, 600)) == []
    assert backups.superfluous([]) == []


def test_copies_from_before_an_upgrade_do_not_pile_up() -> None:
    found = sorted(
        [*made_on(0, 1), *made_on(*range(5), kind="version-2")], key=lambda b: b.made, reverse=True
    )
    assert [b.path.name for b in backups.superfluous(found)] == ["version-23", "version-24"]


def test_what_is_no_backup_is_none(database: Database) -> None:
    folder = backups.folder(database.path)
    for name in (
        *(
            "archive.sqlite",
            "archive.daily-.sqlite",
            "archive.daily-20261399T250000.000000Z.sqlite",
        ),
        *(
            "other.daily-20261123T120000.000000Z.sqlite",
            "archive.daily-20261123T120000.000000Z.txt",
        ),
    ):
        (folder / name).write_text("?")
    found = backups.backups(database.path)
    assert [backup.kind for backup in found] == [DAILY, DAILY]
    assert found[0].moment == found[1].moment + DAY
