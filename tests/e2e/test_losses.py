"""Nothing is lost: the real program, killed, locked, damaged, moved to another computer."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import paper_samples as samples
import pytest
from test_bad_starts import TOKEN, play, running, told_at_start

from pec_desktop.practice import PracticeServer

pytestmark = [
    pytest.mark.alone,
    pytest.mark.timeout(200),
    pytest.mark.skipif(os.name == "nt", reason="signals and limits as Unix has them"),
]


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    found = [tmp_path / "modulo firmato.pdf", tmp_path / "carta d'identità.jpg"]
    found[0].write_bytes(samples.pdf(2, ballast=200_000))
    found[1].write_bytes(samples.photo(1200, 900))
    return found


# Typed words


def test_what_was_typed_a_second_before_a_kill_is_there(tmp_path: Path) -> None:
    options = ("--practice", "--profile-dir", tmp_path / "profile")
    with running("driver.py", "losses:types_and_waits", "--lang", "en", *options) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "TYPED\n", program.stderr and program.stderr.read()
        program.kill()
    play("finds_what_was_typed", *options, module="losses")


def test_a_kill_while_typing_costs_the_last_second(tmp_path: Path) -> None:
    """At a random instant, without a pause in the typing before it."""
    keys = random.Random(time.time_ns()).randint(35, 55)
    profile, said = tmp_path / "profile", []
    options = ("--lang", "en", "--practice", "--profile-dir", profile)
    with running("driver.py", "losses:types_without_a_pause", *options) as program:
        assert program.stdout is not None
        for line in program.stdout:
            said.append((int(line), time.monotonic()))
            if len(said) == keys:
                break
        killed = time.monotonic()
        program.kill()
    with closing(sqlite3.connect(profile / "archive.sqlite")) as archive:
        assert archive.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        query = "SELECT json_extract(draft, '$.values.casella_pec') FROM drafts"
        ((address,),) = archive.execute(query).fetchall()
    # The program's second, and as much again for a machine that others use too.
    promised = [number for number, moment in said if moment < killed - 2]
    assert address.partition("@")[0].count("x") >= max(promised) > 10


# A lock


def test_an_archive_that_another_program_holds_is_told_at_the_start(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    play("look_at_the_list", "--practice", "--profile-dir", profile, module="scenarios")
    with closing(sqlite3.connect(profile / "archive.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        code, words = told_at_start("--lang", "en", "--practice", "--profile-dir", profile)
        assert code == 1
        assert "Another program holds the archive" in words
        other.execute("COMMIT")
    play("look_at_the_list", "--practice", "--profile-dir", profile, module="scenarios")


def test_an_archive_that_another_program_holds_costs_no_word(tmp_path: Path) -> None:
    with PracticeServer(token=TOKEN) as server:
        options = ("--endpoint", server.url, "--profile-dir", tmp_path / "profile")
        play("locked_while_typing", *options, module="losses")


# Damage


def ruin(profile: Path, table: str) -> bytes:
    """Damage the page where a table begins; give the whole file."""
    path = profile / "archive.sqlite"
    with closing(sqlite3.connect(path)) as archive:
        (size,) = archive.execute("PRAGMA page_size").fetchone()
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = archive.execute(query, (table,)).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = os.urandom(size)
    path.write_bytes(data)
    return bytes(data)


def aside(profile: Path) -> bytes:
    (path,) = profile.glob("archive.damaged-*.sqlite")
    return path.read_bytes()


def test_a_damaged_archive_gives_way_to_its_backup(tmp_path: Path, papers: list[Path]) -> None:
    profile = tmp_path / "profile"
    options = ("--practice", "--profile-dir", profile)
    play("works_a_day", *options, "--", *papers, module="losses")
    path = profile / "archive.sqlite"
    damaged = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(damaged)
    play("told_of_the_backup", *options, "--", *papers, module="losses")
    assert aside(profile) == damaged
    path.unlink()
    play("told_that_it_was_gone", *options, module="losses")


def test_damage_that_is_found_while_it_runs(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    options = ("--practice", "--profile-dir", profile)
    play("works_a_day", *options, module="losses")
    damaged = ruin(profile, "papers")
    play("damage_is_found_while_it_runs", *options, module="losses")
    assert aside(profile) == damaged


# The office as a whole


def test_the_office_moves_to_another_computer(tmp_path: Path, papers: list[Path]) -> None:
    saved = tmp_path / "studio.zip.age"
    options = ("--practice", "--profile-dir", tmp_path / "old computer")
    play("works_and_saves", *options, "--", saved, *papers, module="losses")
    other = ("--profile-dir", tmp_path / "new computer")
    play("restores_at_the_door", *other, "--", saved, *papers, module="losses")
    third = ("--practice", "--profile-dir", tmp_path / "third computer")
    play("restores_over_another", *third, "--", saved, *papers, module="losses")


def test_an_account_that_came_without_its_token_is_connected_again(tmp_path: Path) -> None:
    with PracticeServer(token=TOKEN) as server:
        options = ("--practice", "--profile-dir", tmp_path / "profile")
        play("an_account_is_connected_again", *options, "--", server.url, TOKEN, module="losses")
