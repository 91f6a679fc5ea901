"""The whole office in one file: saved, opened by others, restored, refused if it is not whole."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec
import paper_samples as samples
import pyrage
import pytest
from office_support import API_KEY, TOKEN, Bench, bench
from small_disk import small_disk

from pec_desktop.errors import Cancelled, Refusal, StoreError
from pec_desktop.services import activation, drafts, mailboxes, restoring
from pec_desktop.services.restoring import give_up, look, make_ready
from pec_desktop.services.saved_archive import FORMAT, Manifest, is_sealed
from pec_desktop.services.saving import save
from pec_desktop.settings import Settings
from pec_desktop.store import age
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore
from pec_desktop.store.journal_gap import JournalGap
from pec_desktop.work import Work

WORDS = "perché il cavallo"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX disks")


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passphrases cost nothing: what they cost is tested elsewhere."""
    monkeypatch.setattr(age.AgeWriter.__init__, "__kwdefaults__", {"work": 4})


@dataclass
class Place:
    """A profile for an office to be restored to; it has an office of its own."""

    database: Database
    files: FileStore

    @property
    def folder(self) -> Path:
        return self.database.path.parent

    def state(self) -> dict[str, str]:
        """Every file with its digest."""
        return {
            path.relative_to(self.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in self.folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    """An office with a mailbox, its note, a draft with papers, an attempt."""
    with bench(tmp_path / "office") as opened:
        mailbox = opened.registered()
        mailboxes.set_note(opened.office, mailbox.id, "telefonare a marzo")
        photo, form = tmp_path / "carta d'identità.jpg", tmp_path / "modulo firmato.pdf"
        photo.write_bytes(samples.photo(1200, 900))
        form.write_bytes(samples.pdf(2, ballast=300_000))
        activation.take_papers(opened.office, mailbox.id, [photo, form], Work())
        opened.draft(casella_pec="altra@testcert.legalmail.it")
        opened.vault.set("practice", "token", TOKEN)
        yield opened


@pytest.fixture
def place(tmp_path: Path) -> Place:
    database = Database(tmp_path / "other" / "archive.sqlite", any_place=True)
    database.path.parent.mkdir()
    database.open()
    return Place(database, FileStore(tmp_path / "other" / "files", database))


def saved(at: Bench, target: Path, words: str = "", work: Work | None = None) -> Manifest:
    settings = Settings(at.folder / "settings.json")
    settings.language, settings.window_geometry = "it", "here"
    settings.price_list = {"renew": "9.50"}
    files = at.office.files
    return save(at.database, files, settings.portable(), target, words, work or Work())


def contents(database: Database) -> list[str]:
    """All rows, but for what says that they were restored."""
    with database.connect() as connection:
        return [line for line in connection.iterdump() if "journal_gap" not in line]


# Saving


def test_anybody_can_open_it(at: Bench, tmp_path: Path) -> None:
    target = tmp_path / "studio.zip"
    manifest = saved(at, target)
    assert (manifest.accounts, manifest.mailboxes) == (1, 1)
    assert (manifest.drafts, manifest.attempts, manifest.missing) == (2, 1, 0)
    with zipfile.ZipFile(target) as container:
        assert container.testzip() is None
        names = container.namelist()
        container.extractall(tmp_path / "by hand")
    assert names == [
        "archive.sqlite",
        "papers/00001 carta d'identità.jpg",
        "papers/00002 modulo firmato.pdf",
        "manifest.json",
    ]
    photo = tmp_path / "by hand" / names[1]
    assert photo.read_bytes() == (tmp_path / "carta d'identità.jpg").read_bytes()
    with closing(sqlite3.connect(tmp_path / "by hand" / "archive.sqlite")) as connection:
        assert connection.execute("SELECT note FROM mailboxes").fetchone() == (
            "telefonare a marzo",
        )
    told = json.loads((tmp_path / "by hand" / "manifest.json").read_bytes())
    assert told["settings"] == {"language": "it", "price_list": {"renew": "9.50"}}


def test_another_program_opens_what_is_encrypted(at: Bench, tmp_path: Path) -> None:
    target = tmp_path / "studio.zip.age"
    saved(at, target, WORDS)
    assert is_sealed(target)
    plain = pyrage.passphrase.decrypt(target.read_bytes(), WORDS)
    with zipfile.ZipFile(io.BytesIO(plain)) as container:
        assert container.testzip() is None
    assert b"telefonare" not in target.read_bytes()
    assert b"modulo" not in target.read_bytes()


def test_secrets_are_not_in_it(at: Bench, tmp_path: Path) -> None:
    target = tmp_path / "studio.zip"
    saved(at, target)
    with zipfile.ZipFile(target) as container:
        everything = b"".join(container.read(name) for name in container.namelist())
    assert b"telefonare a marzo" in everything, "this search finds something"
    for secret in (TOKEN, API_KEY):
        assert secret.encode() not in everything


def test_the_office_goes_on_while_it_is_saved(at: Bench, tmp_path: Path) -> None:
    """What comes while papers are copied is not in it, and does not disturb."""
    begun: list[str] = []

    def typing(_done: int, _total: int) -> None:
        begun.append(at.draft(casella_pec=f"nuova{len(begun)}@testcert.legalmail.it").id)

    manifest = saved(at, tmp_path / "studio.zip", work=Work(typing))
    assert begun
    assert manifest.drafts == 2
    assert len(drafts.rows(at.office)) == 2 + len(begun)


def test_a_paper_that_is_missing_is_counted(at: Bench, tmp_path: Path, place: Place) -> None:
    on_drafts = (paper for row in drafts.rows(at.office) for paper in row.draft.papers)
    (paper,) = (one for one in on_drafts if one.name.endswith("pdf"))
    at.office.files.path(paper.sha256).unlink()
    manifest = saved(at, tmp_path / "studio.zip")
    assert (manifest.missing, len(manifest.papers)) == (1, 1)
    make_ready(place.database, place.files, tmp_path / "studio.zip", "", Work())


def test_progress_goes_up_to_the_end(at: Bench, tmp_path: Path, place: Place) -> None:
    told: list[tuple[int, int]] = []
    target = tmp_path / "studio.zip"
    saved(at, target, work=Work(lambda done, total: told.append((done, total))))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    told.clear()
    work = Work(lambda done, total: told.append((done, total)))
    make_ready(place.database, place.files, target, "", work)
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("step", [1, 2, 3])
def test_stopping_leaves_an_older_file_as_it_was(at: Bench, tmp_path: Path, step: int) -> None:
    target, told = tmp_path / "out" / "studio.zip", []
    target.parent.mkdir()
    target.write_text("an older one")

    def stop(_done: int, _total: int) -> None:
        told.append(1)
        if len(told) == step:
            work.cancel()

    work = Work(stop)
    with pytest.raises(Cancelled):
        saved(at, target, work=work)
    assert [path.name for path in target.parent.iterdir()] == ["studio.zip"]
    assert target.read_text() == "an older one"
    assert not list(at.folder.glob(".*"))


@POSIX
def test_a_full_disk_leaves_an_older_file_as_it_was(at: Bench, tmp_path: Path) -> None:
    disk = tmp_path / "stick"
    try:
        with small_disk(disk, "200k"):
            target = disk / "studio.zip"
            target.write_text("an older one")
            with pytest.raises(Refusal) as caught:
                saved(at, target)
            assert caught.value.key == "save.failed"
            assert caught.value.details["reason"] == "store.disk_full"
            assert [path.name for path in disk.iterdir()] == ["studio.zip"]
            assert target.read_text() == "an older one"
    except PermissionError as error:
        pytest.skip(str(error))


# Restoring


@pytest.mark.parametrize("words", ["", WORDS])
def test_a_restored_office_is_the_saved_one(
    at: Bench, tmp_path: Path, place: Place, words: str
) -> None:
    target = tmp_path / "studio"
    at.clock.advance(100)
    manifest = saved(at, target, words)
    before = place.state()
    assert look(target, words, Work()) == manifest
    assert place.state() == before, "looking changes nothing"
    assert make_ready(place.database, place.files, target, words, Work()) == manifest
    after = place.state()
    assert {**after, **before} == after, "what is here stays until the next start"
    opened = place.database.open()
    assert opened.set_aside is not None
    assert opened.set_aside.name.startswith("archive.replaced-")
    assert contents(place.database) == contents(at.database)
    gap = JournalGap("archive", int(at.clock.now), place.database.now())
    assert opened.gap is not None
    assert (opened.gap.cause, opened.gap.since) == (gap.cause, gap.since)
    for paper in drafts.rows(at.office)[-1].draft.papers:
        assert place.files.get(paper.sha256) == at.office.files.get(paper.sha256)
        assert place.files.path(paper.sha256).stat().st_size > 0
    assert not list(place.folder.rglob(".*"))


def test_it_can_be_given_up_until_the_next_start(at: Bench, tmp_path: Path, place: Place) -> None:
    saved(at, tmp_path / "studio.zip")
    before = contents(place.database)
    make_ready(place.database, place.files, tmp_path / "studio.zip", "", Work())
    give_up(place.database)
    give_up(place.database)
    opened = place.database.open()
    assert (opened.gap, opened.set_aside) == (None, None)
    assert contents(place.database) == before


def test_the_offices_settings_come_with_it(at: Bench, tmp_path: Path) -> None:
    manifest = saved(at, tmp_path / "studio.zip")
    here = Settings(tmp_path / "settings.json")
    here.window_geometry, here.theme = "there", "dark"
    strange = {"text_scale": 99.0, "window_geometry": "x", "unknown": 1, "quiet_period": 5}
    here.take(manifest.settings | strange)
    assert (here.language, here.price_list, here.quiet_period) == ("it", {"renew": "9.50"}, 5)
    assert (here.window_geometry, here.theme, here.text_scale) == ("there", "dark", 1.0)


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_stopping_changes_nothing(at: Bench, tmp_path: Path, place: Place, step: int) -> None:
    saved(at, tmp_path / "studio.zip")
    before, told = place.state(), []

    def stop(done: int, total: int) -> None:
        told.append(done == total)
        if len(told) == step or told[-1]:
            work.cancel()

    work = Work(stop)
    with pytest.raises(Cancelled):
        make_ready(place.database, place.files, tmp_path / "studio.zip", "", work)
    assert place.state() == before


@POSIX
def test_a_full_disk_changes_nothing(
    at: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(at, tmp_path / "studio.zip")
    disk = tmp_path / "disk"
    try:
        with small_disk(disk, "300k"):
            database = Database(disk / "archive.sqlite")
            database.open()
            place = Place(database, FileStore(disk / "files", database))
            before = place.state()
            assert refused(place, tmp_path / "studio.zip") == "store.disk_full"
            assert place.state() == before
            monkeypatch.setattr(restoring, "_want_room", lambda _folder, _manifest: None)
            assert refused(place, tmp_path / "studio.zip") == "store.disk_full"
            assert place.state() == before
    except PermissionError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("words", ["", "perche il cavallo", WORDS.upper()])
def test_a_wrong_passphrase_is_said_and_changes_nothing(
    at: Bench, tmp_path: Path, place: Place, words: str
) -> None:
    saved(at, tmp_path / "studio.zip.age", WORDS)
    before = place.state()
    assert refused(place, tmp_path / "studio.zip.age", words) == "saved.passphrase"
    assert place.state() == before


def refused(place: Place, path: Path, words: str = "") -> str:
    with pytest.raises(StoreError) as caught:
        make_ready(place.database, place.files, path, words, Work())
    return caught.value.key


@pytest.mark.parametrize("words", ["", WORDS])
def test_a_file_that_is_cut_off_is_refused(
    at: Bench, tmp_path: Path, place: Place, words: str
) -> None:
    saved(at, tmp_path / "studio", words)
    data, before = (tmp_path / "studio").read_bytes(), place.state()
    for share in (0.001, 0.1, 0.5, 0.9, 0.999):
        (tmp_path / "cut").write_bytes(data[: int(len(data) * share)])
        assert refused(place, tmp_path / "cut", words) == "saved.damaged"
    (tmp_path / "cut").write_bytes(data[:-1])
    assert refused(place, tmp_path / "cut", words) == "saved.damaged"
    assert place.state() == before


@pytest.mark.parametrize("words", ["", WORDS])
def test_a_changed_byte_is_noticed_or_changes_nothing(
    at: Bench, tmp_path: Path, place: Place, words: str
) -> None:
    manifest = saved(at, tmp_path / "studio", words)
    data, chance, noticed = (tmp_path / "studio").read_bytes(), random.Random(4), 0
    before = place.state()
    for _ in range(40):
        bad = bytearray(data)
        bad[chance.randrange(len(bad))] ^= chance.randrange(1, 256)
        (tmp_path / "bad").write_bytes(bad)
        found = None
        with suppress(StoreError):
            found = make_ready(place.database, place.files, tmp_path / "bad", words, Work())
        if found is None:
            assert place.state() == before
            noticed += 1
        else:  # a byte of a ZIP that means nothing
            assert (found.archive, found.papers) == (manifest.archive, manifest.papers)
            give_up(place.database)
            before = place.state()
    assert noticed >= (40 if words else 30)


def with_manifest(source: Path, target: Path, **values: object) -> None:
    """Write a saved archive whose manifest says something else."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                data = json.dumps(json.loads(data) | values).encode()
            new.writestr(name, data)


@pytest.mark.parametrize("values", [{"format": FORMAT + 1}, {"schema": 999}])
def test_a_newer_one_is_refused_by_name(
    at: Bench, tmp_path: Path, place: Place, values: dict[str, object]
) -> None:
    saved(at, tmp_path / "studio.zip")
    strange = values | {"program": "9.1", "archive": "somewhere else entirely"}
    with_manifest(tmp_path / "studio.zip", tmp_path / "newer.zip", **strange)
    with pytest.raises(StoreError) as caught:
        make_ready(place.database, place.files, tmp_path / "newer.zip", "", Work())
    assert (caught.value.key, caught.value.details) == ("saved.newer", {"program": "9.1"})


def test_what_a_manifest_must_not_say(at: Bench, tmp_path: Path, place: Place) -> None:
    manifest = msgspec.to_builtins(saved(at, tmp_path / "studio.zip"))
    archive, (photo, form) = manifest["archive"], manifest["papers"]
    outside = {**photo, "sha256": "../../" + "0" * 58}
    for values in (
        {"papers": [outside]},
        {"papers": [{**photo, "sha256": form["sha256"]}]},
        {"papers": [{**photo, "size": photo["size"] - 1}]},
        {"papers": [{**photo, "size": photo["size"] + 1}]},
        {"papers": [{**photo, "name": "papers/no such"}]},
        {"archive": photo},
        {"archive": {**archive, "size": 7}},
        {"papers": "none"},
    ):
        with_manifest(tmp_path / "studio.zip", tmp_path / "bad.zip", **values)
        before = place.state()
        assert refused(place, tmp_path / "bad.zip") == "saved.damaged", values
        assert place.state() == before


def text(path: Path) -> None:
    path.write_text("Dear Sir or Madam")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def another_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("holiday.jpg", b"x")


def another_manifest(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("manifest.json", b'{"manifest_version": 3, "name": "an extension"}')


def encrypted_letter(path: Path) -> None:
    with path.open("wb") as file, age.AgeWriter(file, WORDS) as writer:
        writer.write(b"Dear Sir or Madam")


@pytest.mark.parametrize("make", [text, empty, another_zip, another_manifest, encrypted_letter])
def test_what_is_no_saved_archive_is_refused(
    tmp_path: Path, place: Place, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "file")
    assert refused(place, tmp_path / "file", WORDS) == "saved.foreign"


def test_what_cannot_be_read_is_said(tmp_path: Path, place: Place) -> None:
    assert refused(place, tmp_path / "not there") == "saved.unreadable"
    assert refused(place, tmp_path) == "saved.unreadable"
    with pytest.raises(StoreError):
        is_sealed(tmp_path / "not there")


def test_a_damaged_archive_is_not_saved(at: Bench, tmp_path: Path) -> None:
    data = bytearray(at.database.path.read_bytes())
    data[-4096:] = os.urandom(4096)
    at.database.path.write_bytes(data)
    with pytest.raises(StoreError) as caught:
        saved(at, tmp_path / "studio.zip")
    assert caught.value.key == "store.damaged"
    assert not (tmp_path / "studio.zip").exists()
