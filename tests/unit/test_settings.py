"""Settings: declared, typed, kept when unknown, never in the way of a start."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import msgspec
import pytest

from pec_desktop import atomic
from pec_desktop.errors import StoreError
from pec_desktop.settings import Setting, Settings

DECLARED = {name: s for name, s in vars(Settings).items() if isinstance(s, Setting)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_without_a_file_everything_has_its_default(path: Path) -> None:
    settings = Settings(path)
    assert settings.theme == "system"
    assert settings.quiet_period == 120
    for name, setting in DECLARED.items():
        assert getattr(settings, name) == setting.default
    assert not path.exists()


def test_every_default_is_allowed(path: Path) -> None:
    settings = Settings(path)
    for name, setting in DECLARED.items():
        setattr(settings, name, setting.default)
    settings.save()
    assert set(json.loads(path.read_text())) == set(DECLARED)


def test_what_was_set_is_there_the_next_time(path: Path) -> None:
    settings = Settings(path)
    settings.theme = "dark"
    settings.current_account = "però è così"
    settings.quiet_period = 0
    settings.save()
    again = Settings(path)
    assert (again.theme, again.current_account, again.quiet_period) == ("dark", "però è così", 0)
    assert again.language == ""


def test_a_value_that_is_not_allowed_is_a_defect(path: Path) -> None:
    settings = Settings(path)
    with pytest.raises(msgspec.ValidationError):
        settings.theme = "pink"
    with pytest.raises(msgspec.ValidationError):
        settings.quiet_period = -1
    assert (settings.theme, settings.quiet_period) == ("system", 120)


def test_wrong_and_unknown_values_of_another_version_stay_in_the_file(path: Path) -> None:
    path.write_text('{"theme": "sepia", "quiet_period": "soon", "language": "de", "new": [1]}')
    settings = Settings(path)
    assert (settings.theme, settings.quiet_period, settings.language) == ("system", 120, "de")
    settings.language = "it"
    settings.save()
    kept = {"theme": "sepia", "quiet_period": "soon", "language": "it", "new": [1]}
    assert json.loads(path.read_text()) == kept


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"theme": "dark"} and more'])
def test_a_file_that_cannot_be_read_is_set_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.theme == "system"
    (aside,) = path.parent.iterdir()
    assert aside.name.startswith("settings.damaged-")
    assert aside.read_bytes() == content
    settings.save()
    assert Settings(path).values == {}


def test_a_folder_in_the_place_of_the_file_does_not_stop_the_start(path: Path) -> None:
    path.mkdir()
    assert Settings(path).theme == "system"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_the_file_is_for_the_owner_only_and_nothing_is_left_beside_it(path: Path) -> None:
    umask = os.umask(0)
    try:
        Settings(path).save()
    finally:
        os.umask(umask)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_save_that_fails_leaves_the_old_file(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    settings.theme = "dark"
    settings.save()
    before = path.read_bytes()

    def break_off() -> None:
        with atomic.new_file(tmp_path) as new:
            new.write(b"half of")
            raise OSError(28, "No space left on device", str(tmp_path))

    with pytest.raises(StoreError) as caught:
        break_off()
    assert caught.value.key == "store.disk_full"
    assert caught.value.details["path"] == str(tmp_path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_went_away_is_told(path: Path) -> None:
    settings = Settings(path.parent / "nothing" / "settings.json")
    with pytest.raises(StoreError):
        settings.save()
