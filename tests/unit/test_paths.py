"""The profile's folders and the program's own resources, wherever it runs from."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pec_desktop import paths
from pec_desktop.errors import StoreError
from pec_desktop.paths import Paths, resource
from pec_desktop.store import backups


def test_everything_lies_under_the_root(tmp_path: Path) -> None:
    root = tmp_path / "a" / "profile"
    found = Paths(root)
    assert found.root == root
    places = {name: place for name, place in vars(found).items() if name != "root"}
    assert set(places) == {
        *("archive", "backups", "files", "logs", "settings", "lock", "practice_state"),
    }
    assert all(place.parent == root for place in places.values())
    assert len(set(places.values())) == len(places)
    made = {place.name for place in root.iterdir()}
    assert made == {"backups", "files", "logs"}


def test_backups_are_where_the_archive_writes_them(tmp_path: Path) -> None:
    found = Paths(tmp_path)
    assert backups.folder(found.archive) == found.backups


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_folders_are_for_the_owner_only(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    umask = os.umask(0)
    try:
        made, given = Paths(tmp_path / "profile"), Paths(shared)
    finally:
        os.umask(umask)
    for folder in (made.root, made.files, made.logs, made.backups, given.files):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert given.root.stat().st_mode & 0o777 == 0o755, "somebody else's folder stays as it is"


def test_a_relative_root_and_a_home_are_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert Paths(Path("here")).root == tmp_path / "here"
    assert Paths(Path("~/there")).root == tmp_path / "home" / "there"


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_the_systems_place_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Paths().root == tmp_path / "PEC Desktop"


def test_a_root_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as caught:
        Paths(tmp_path / "file" / "profile")
    assert caught.value.key == "store.read_only"


def test_resources_are_found_in_source_wheel_and_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Path(paths.__file__).parent.parent / "resources"
    assert resource("icons", "x.svg") == source / "icons" / "x.svg"
    assert resource("icons").is_dir()

    wheel = tmp_path / "site-packages" / "pec_desktop"
    (wheel / "resources").mkdir(parents=True)
    with monkeypatch.context() as patch:
        patch.setattr(paths, "__file__", str(wheel / "paths.py"))
        assert resource("x.svg") == wheel / "resources" / "x.svg"

    bundle = tmp_path / "bundle"
    (bundle / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    assert resource("i18n", "x.qm") == bundle / "resources" / "i18n" / "x.qm"
