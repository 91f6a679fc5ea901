"""A look, a backup a day, and tidying up."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from office_support import Bench, Clock, bench

from pec_desktop.errors import Refusal, StoreError
from pec_desktop.services import upkeep
from pec_desktop.store import backups
from pec_desktop.store.backups import DAILY
from pec_desktop.store.database import Database
from pec_desktop.work import Work

DAY = 86_400


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path / "profile") as opened:
        yield opened


def look(at: Bench) -> bool:
    return upkeep.look_after(at.database, at.office.files, Work())


def kept(at: Bench) -> list[str]:
    return [one.path.name for one in backups.backups(at.database.path)]


def harm(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-4096:] = os.urandom(4096)
    path.write_bytes(data)


def test_one_backup_a_day_is_made_and_holds_everything(at: Bench) -> None:
    draft = at.draft()
    assert look(at)
    assert look(at)
    (name,) = kept(at)
    assert name.startswith("archive.daily-20261123T")
    at.clock.advance(DAY)
    assert upkeep.is_due(at.database)
    assert look(at)
    assert len(kept(at)) == 2
    newest = Database(at.folder / "backups" / kept(at)[0])
    with newest.connect() as connection:
        assert connection.execute("SELECT id FROM drafts").fetchall() == [(draft.id,)]


def test_a_year_of_backups_is_a_handful(at: Bench) -> None:
    for _day in range(60):
        at.clock.advance(DAY)
        assert upkeep.make_backup(at.database)
    moments = [one.moment for one in backups.backups(at.database.path)]
    assert moments[0] == int(at.clock.now)
    assert 9 <= len(moments) <= 10
    assert moments[0] - moments[-1] >= 14 * DAY


def test_damage_is_noticed_with_and_without_a_backup(at: Bench) -> None:
    assert look(at)
    harm(at.database.path)
    assert not look(at), "none is due"
    at.clock.advance(DAY)
    assert not look(at), "one is due"
    assert len(kept(at)) == 1, "what is damaged is no backup"
    with pytest.raises(StoreError):
        at.draft()


def test_a_backup_that_cannot_be_written_is_told_and_the_rest_is_done(
    at: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = at.folder / ".0123456789abcdef.part"
    left.write_bytes(b"half a backup")
    os.utime(left, (time.time() - 2 * DAY,) * 2)
    at.clock.now = time.time()

    def full(_self: Database, target: Path, *, check: bool) -> None:
        raise StoreError("store.disk_full", path=str(target))

    with monkeypatch.context() as patch:
        patch.setattr(Database, "back_up", full)
        with pytest.raises(Refusal) as caught:
            look(at)
    assert (caught.value.key, caught.value.details) == (
        "backup.failed",
        {"reason": "store.disk_full"},
    )
    assert not left.exists()
    assert look(at)
    assert len(kept(at)) == 1


def test_what_is_half_done_now_is_left_alone(at: Bench) -> None:
    at.clock.now = time.time()
    new = at.folder / ".0123456789abcdef.part"
    new.write_bytes(b"being written")
    assert look(at)
    assert new.exists()


def test_a_day_is_one_of_this_computer(tmp_path: Path) -> None:
    """Backups are named in UTC; whoever begins work at seven has one of each morning."""
    clock = Clock(time.mktime((2026, 11, 23, 7, 0, 0, 0, 0, -1)))
    database = Database(tmp_path / "archive.sqlite", clock=clock)
    database.open()
    for _morning in range(3):
        assert upkeep.is_due(database)
        name = backups.stamped(database.path, DAILY, clock.now)
        database.back_up(backups.folder(database.path) / name)
        assert not upkeep.is_due(database)
        clock.advance(DAY)
