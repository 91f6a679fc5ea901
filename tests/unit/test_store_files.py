"""Papers: copied, hashed, kept once, and only complete."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
import time
from pathlib import Path

import pytest
from store_support import ACCOUNT, OTHER, Clock, archive, python

from pec_desktop.errors import StoreError
from pec_desktop.store import backups
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.attempts import AttemptStore, Outcome
from pec_desktop.store.database import Database
from pec_desktop.store.drafts import Draft, DraftPaper, DraftStore
from pec_desktop.store.files import FileStore, Original, StoredFile, plain_name
from pec_desktop.store.papers import PaperStore

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights, names and limits")


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return archive(tmp_path)


@pytest.fixture
def files(tmp_path: Path, database: Database) -> FileStore:
    return FileStore(tmp_path / "files", database)


def all_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("size", [0, 1, 1 << 20, (3 << 20) + 17])
def test_a_paper_is_copied_and_the_original_may_vanish(
    tmp_path: Path, files: FileStore, size: int
) -> None:
    data = os.urandom(size)
    source = tmp_path / "modulo firmato.pdf"
    source.write_bytes(data)
    stored = files.take(source)
    source.unlink()
    digest = hashlib.sha256(data).hexdigest()
    assert stored == StoredFile(digest, "modulo firmato.pdf", size)
    assert files.path(digest).read_bytes() == data
    assert files.path(digest).relative_to(tmp_path).parts == ("files", digest[:2], digest)
    assert files.get(digest) == stored
    assert len(all_files(tmp_path / "files")) == 1


@POSIX
def test_what_was_opened_may_vanish_before_it_is_copied(tmp_path: Path, files: FileStore) -> None:
    source = tmp_path / "attachment.pdf"
    source.write_bytes(b"%PDF-1.7")
    original, never_copied = Original(source), Original(source)
    source.unlink()
    assert original.size == 8
    stored = files.take(original)
    assert files.path(stored.sha256).read_bytes() == b"%PDF-1.7"
    assert stored.name == "attachment.pdf"
    descriptors = len(list(Path("/dev/fd").iterdir()))
    del never_copied
    assert len(list(Path("/dev/fd").iterdir())) == descriptors - 1, "what is given up holds no file"


def test_an_original_that_cannot_be_opened_says_so_when_it_is_copied(
    tmp_path: Path, files: FileStore
) -> None:
    late = Original(tmp_path / "late.pdf")
    (tmp_path / "late.pdf").write_bytes(b"x")
    with pytest.raises(StoreError) as caught:
        files.take(late)
    assert (caught.value.key, late.size) == ("store.source_missing", 0)


def test_what_was_downloaded_is_kept_the_same_way(files: FileStore) -> None:
    stored = files.put(b"%PDF-1.7", "modulo.pdf")
    assert files.path(stored.sha256).read_bytes() == b"%PDF-1.7"
    assert files.get(stored.sha256) == stored == StoredFile(stored.sha256, "modulo.pdf", 8)


@POSIX
def test_papers_are_for_the_owner_only(tmp_path: Path, files: FileStore) -> None:
    umask = os.umask(0)
    try:
        stored = files.put(b"identity card", "ci.jpg")
    finally:
        os.umask(umask)
    path = files.path(stored.sha256)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.parent.parent.stat().st_mode & 0o777 == 0o700


def test_the_same_paper_twice_is_one_file(tmp_path: Path, files: FileStore) -> None:
    first, second = files.put(b"same", "a.pdf"), files.put(b"same", "b.pdf")
    assert first.sha256 == second.sha256
    assert (first.name, second.name) == ("a.pdf", "b.pdf")
    assert len(all_files(tmp_path / "files")) == 1


def test_a_paper_that_is_there_is_not_replaced_but_young_again(files: FileStore) -> None:
    """Windows replaces no file that somebody reads, for instance whoever drops it once more."""
    stored = files.put(b"same", "a.pdf")
    place = files.path(stored.sha256)
    os.utime(place, (1, 1))
    before = place.stat()
    assert files.take(place) == StoredFile(stored.sha256, stored.sha256, 4)
    assert place.stat().st_ino == before.st_ino
    assert place.stat().st_mtime > before.st_mtime
    place.write_bytes(b"damaged")
    assert files.put(b"same", "a.pdf") == stored
    assert place.read_bytes() == b"same"


def test_many_taking_the_same_paper_at_once(tmp_path: Path, files: FileStore) -> None:
    source = tmp_path / "scan.pdf"
    source.write_bytes(os.urandom(2 << 20))
    results: list[StoredFile] = []
    threads = [
        threading.Thread(target=lambda: results.append(files.take(source))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4
    assert len(set(map(hash, map(repr, results)))) == 1
    assert files.path(results[0].sha256).read_bytes() == source.read_bytes()
    assert len(all_files(tmp_path / "files")) == 1


def key_of(files: FileStore, source: Path) -> tuple[str, object]:
    with pytest.raises(StoreError) as caught:
        files.take(source)
    return caught.value.key, caught.value.details.get("name")


def test_what_is_no_file_is_refused(tmp_path: Path, files: FileStore) -> None:
    folder = tmp_path / "a folder"
    folder.mkdir()
    assert key_of(files, folder) == ("store.source_folder", "a folder")
    assert key_of(files, tmp_path / "nothing.pdf") == ("store.source_missing", "nothing.pdf")
    assert all_files(tmp_path / "files") == []


@POSIX
def test_what_never_ends_or_cannot_be_read_is_refused(tmp_path: Path, files: FileStore) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert key_of(files, tmp_path / "pipe.pdf") == ("store.source_unreadable", "pipe.pdf")
    assert key_of(files, Path("/dev/zero")) == ("store.source_unreadable", "zero")
    if Path("/proc/self/mem").exists():  # opens, then fails at the first byte
        assert key_of(files, Path("/proc/self/mem")) == ("store.source_unreadable", "mem")
    assert all_files(tmp_path / "files") == []


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not Unicode")
def test_a_name_that_is_no_text_is_made_one(tmp_path: Path, files: FileStore) -> None:
    source = Path(os.fsdecode(os.fsencode(tmp_path) + b"/fattura \xe8.pdf"))
    source.write_bytes(b"x")
    stored = files.take(source)
    assert stored.name == "fattura _.pdf"
    assert files.get(stored.sha256) == stored


TAKE = """
import resource, sys
from pathlib import Path
from pec_desktop.errors import StoreError
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore

resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
try:
    FileStore(Path(sys.argv[1]), Database(Path(sys.argv[2]))).take(Path(sys.argv[3]))
except StoreError as error:
    print(error.key)
"""


@POSIX
def test_a_full_disk_leaves_no_half_paper(
    tmp_path: Path, files: FileStore, database: Database
) -> None:
    source = tmp_path / "big.pdf"
    source.write_bytes(os.urandom(3 << 20))
    child = python(TAKE, tmp_path / "files", database.path, source)
    assert child.stdout.strip() == "store.disk_full", child.stderr
    assert all_files(tmp_path / "files") == []
    assert files.take(source).size == 3 << 20


def test_a_folder_that_cannot_be_made(tmp_path: Path, database: Database) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    with pytest.raises(StoreError) as caught:
        FileStore(tmp_path / "taken", database).put(b"x", "x")
    assert caught.value.key == "store.read_only"


def test_a_paper_that_vanished_is_not_known(files: FileStore) -> None:
    stored = files.put(b"x", "x")
    files.path(stored.sha256).unlink()
    assert files.get(stored.sha256) is None
    assert files.get("0" * 64) is None
    assert files.put(b"x", "x") == stored
    assert files.get(stored.sha256) == stored


def test_a_paper_is_lent_under_its_name_and_the_copy_is_no_concern_of_ours(
    tmp_path: Path, files: FileStore
) -> None:
    stored = files.put(b"%PDF-1.7", "modulo.pdf")
    for name in ("modulo di bianchi.pdf", "../../modulo.pdf", ""):
        copy = files.lend(stored.sha256, name)
        assert copy.parent.parent == tmp_path / "files" / "lent"
        assert copy.name == (Path(name).name or stored.sha256)
        copy.write_bytes(b"signed by another program")
        assert files.lend(stored.sha256, name).read_bytes() == b"%PDF-1.7"
    if sys.platform != "win32":
        assert {copy.stat().st_mode & 0o777} == {0o600}
        assert {copy.parent.stat().st_mode & 0o777} == {0o700}
    assert files.path(stored.sha256).read_bytes() == b"%PDF-1.7"
    files.clear_lent()
    files.clear_lent()
    assert all_files(tmp_path / "files") == [files.path(stored.sha256)]
    with pytest.raises(StoreError):
        files.lend("0" * 64, "x.pdf")


def test_a_paper_that_is_lent_already_is_not_replaced(files: FileStore) -> None:
    stored = files.put(b"%PDF-1.7", "modulo.pdf")
    first = files.lend(stored.sha256, "modulo.pdf").stat()
    assert files.lend(stored.sha256, "modulo.pdf").stat() == first


def test_papers_of_mailboxes_and_open_attempts_stay(files: FileStore, database: Database) -> None:
    form, sent, unheld = (files.put(name.encode(), name) for name in ("form", "sent", "unheld"))
    papers = PaperStore(database, ACCOUNT.id)
    papers.keep("box", "activation_form", [form.sha256], 5)
    journal = AttemptStore(database, ACCOUNT.id)
    number = journal.begin(
        "activate_mailbox", "box", "", "", {}, None, reference=f"{sent.sha256} {'0' * 64}"
    )
    files.put(b"form", "the same again, held already")
    assert files.remove_unused(older_than=-10) == 1
    assert files.get(unheld.sha256) is None
    assert files.get(form.sha256) is not None
    assert files.get(sent.sha256) == sent
    journal.finish(number, Outcome.CONFIRMED)
    assert files.remove_unused(older_than=-10) == 1
    assert files.get(sent.sha256) is None


def test_kept_papers_are_told_newest_first(files: FileStore, database: Database) -> None:
    first, second = files.put(b"1", "1"), files.put(b"2", "2")
    papers = PaperStore(database, ACCOUNT.id)
    papers.keep("box", "sent", [first.sha256, second.sha256], 5)
    papers.keep("box", "sent", [first.sha256], 6)
    papers.keep("box", "form", [first.sha256], 7)
    kept = papers.kept("box", "sent")
    assert [(paper.sha256, paper.kept_at) for paper in kept] == [
        (first.sha256, 6),
        (second.sha256, 5),
    ]
    assert PaperStore(database, OTHER.id).kept("box", "sent") == []
    AccountStore(database).delete(ACCOUNT.id)
    assert papers.kept("box", "sent") == []


def test_only_old_papers_without_a_draft_are_removed(
    tmp_path: Path, files: FileStore, database: Database
) -> None:
    used, old, fresh = (files.put(name.encode(), name) for name in ("used", "old", "fresh"))
    drafts = DraftStore(database, ACCOUNT.id)
    draft = Draft(
        account_id=ACCOUNT.id, kind="activation", papers=[DraftPaper(used.sha256, "used", "form")]
    )
    drafts.save(draft)
    left_by_a_crash = tmp_path / "files" / ".0123456789abcdef.part"
    left_by_a_crash.write_bytes(b"half")
    for path in (files.path(used.sha256), files.path(old.sha256), left_by_a_crash):
        os.utime(path, (1_000_000, 1_000_000))
    assert files.remove_unused() == 2
    assert files.get(used.sha256) == used
    assert files.get(fresh.sha256) == fresh
    assert files.get(old.sha256) is None
    assert not files.path(old.sha256).exists()
    assert not left_by_a_crash.exists()
    assert files.remove_unused() == 0
    drafts.delete(draft.id)
    assert files.remove_unused(older_than=-10) == 2
    assert all_files(tmp_path / "files") == []


class Copied:
    """An archive with a draft that holds a paper, on a clock of its own."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(time.time())
        self.database = archive(folder, clock=self.clock)
        self.files = FileStore(folder / "files", self.database)
        self.drafts = DraftStore(self.database, ACCOUNT.id)
        self.paper = self.files.put(b"form", "form")
        self.draft = Draft(account_id=ACCOUNT.id, kind="activation")
        self.draft.papers = [DraftPaper(self.paper.sha256, "form", "form")]
        self.drafts.save(self.draft)

    def back_up(self) -> Path:
        name = backups.stamped(self.database.path, backups.DAILY, self.clock.now)
        target = backups.folder(self.database.path) / name
        self.database.back_up(target)
        return target

    def let_go(self) -> None:
        """Delete the draft, and let two days pass."""
        self.drafts.delete(self.draft.id)
        self.clock.now += 2 * 86_400


def test_a_paper_stays_as_long_as_a_backup_knows_it(tmp_path: Path) -> None:
    office = Copied(tmp_path)
    named = office.back_up()
    office.let_go()
    never_in_one = office.files.put(b"other", "other")
    os.utime(office.files.path(never_in_one.sha256), (1_000_000, 1_000_000))
    assert office.files.remove_unused() == 1
    assert office.files.get(never_in_one.sha256) is None
    office.database.path.unlink()
    assert office.database.open().gap is not None
    assert [one.papers for one in office.drafts.all()] == [office.draft.papers]
    assert office.files.get(office.paper.sha256) == office.paper, "what came back finds its paper"
    office.let_go()
    named.unlink()
    assert office.files.remove_unused() == 1


def test_a_paper_stays_as_long_as_an_archive_that_was_put_aside_knows_it(tmp_path: Path) -> None:
    office = Copied(tmp_path)
    aside = office.database.start_anew().set_aside
    assert aside is not None
    office.clock.now += 2 * 86_400
    assert office.files.remove_unused() == 0
    aside.unlink()
    assert office.files.remove_unused() == 1


def test_a_copy_that_cannot_be_read_may_know_all_that_was_there(tmp_path: Path) -> None:
    office = Copied(tmp_path)
    office.clock.now += 3_600
    office.database.path.write_bytes(os.urandom(9_000))
    aside = office.database.open().set_aside
    assert aside is not None
    office.clock.now += 2 * 86_400
    later = office.files.put(b"later", "later")
    moment = office.clock.now - 1.5 * 86_400
    os.utime(office.files.path(later.sha256), (moment, moment))
    assert office.files.remove_unused() == 1
    assert office.files.path(office.paper.sha256).exists()
    assert not office.files.path(later.sha256).exists()
    aside.unlink()
    assert office.files.remove_unused() == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("modulo firmato.pdf", "modulo firmato.pdf"),
        ("modulo a/b\\c@x.it.pdf", "modulo a_b_c@x.it.pdf"),
        ('CON: "x" <y>|?*.pdf', "CON_ _x_ _y____.pdf"),
        ("riga\n\u202edue.pdf", "riga__due.pdf"),
        ("è" * 300 + ".pdf", "è" * 98 + ".pdf"),
        ("..", "_"),
        ("", "_"),
    ],
)
def test_a_name_is_made_so_that_every_system_can_give_it_to_a_file(name: str, kept: str) -> None:
    assert plain_name(name) == kept
    assert len(kept.encode()) <= 255
