"""`--self-test`: every check passes on a sound program, and sees what it is there to see."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from self_test_broken import BREAKS

from pec_desktop.self_test import contents
from pec_desktop.self_test.runner import CHECKS

ROOT = Path(__file__).parents[2]
BROKEN = Path(__file__).with_name("self_test_broken.py")
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT),
    "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
}


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, command)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_a_sound_program_passes_every_check_and_leaves_nothing(tmp_path: Path) -> None:
    ENVIRONMENT["TMPDIR"] = str(tmp_path)
    try:
        done = run("-m", "pec_desktop", "--self-test", "-platform", "offscreen")
    finally:
        del ENVIRONMENT["TMPDIR"]
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line.split()[:2] for line in done.stdout.splitlines()[:-1]] == [
        ["ok", check.name] for check in CHECKS
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", BREAKS)
def test_what_is_broken_is_seen(what: str, tmp_path: Path) -> None:
    name, _spoil = BREAKS[what]
    done = run(BROKEN, what, tmp_path)
    assert done.stdout.startswith(f"FAIL {name} "), done.stdout + done.stderr
    assert done.stdout.endswith(": 0 of 1 checks passed\n")
    assert done.returncode == 1


def test_every_check_is_seen_to_fail() -> None:
    assert {name for name, _spoil in BREAKS.values()} == {check.name for check in CHECKS}


def test_a_qt_that_cannot_start_is_a_failed_check_and_no_crash() -> None:
    done = run("-m", "pec_desktop", "--self-test", "-platform", "nowhere")
    assert done.returncode == 1
    assert "FAIL window" in done.stdout.splitlines()[-1]


def test_imports_inside_functions_are_found_and_followed() -> None:
    found = contents.imported_by("pec_desktop.__main__")
    assert ("pec_desktop.app", "run") in found
    assert ("pec_desktop.ui.connect", "ConnectDialog") in found
    assert ("stdnum.it.codicefiscale", "") in found
    assert ("pec_desktop.practice.wallet", "Wallet") in found


@pytest.mark.parametrize(
    ("system", "there"),
    [("linux", {"fcntl", "jeepney"}), ("darwin", {"fcntl"}), ("win32", {"msvcrt"})],
)
def test_only_what_a_system_has_is_imported_there(
    system: str, there: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    found = {module for module, _name in contents.imported_by("pec_desktop.__main__")}
    assert found & {"fcntl", "jeepney", "msvcrt"} == there


def test_the_list_of_a_build_names_what_is_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "lib"
    (folder / "deep").mkdir(parents=True)
    for path in (tmp_path / "program", folder / "deep/one", folder / "two"):
        path.write_text(path.name)
    assert contents.write(folder, tmp_path) == 3
    assert contents.wrong(folder) == []
    (folder / "deep/one").write_text("changed")
    (tmp_path / "program").unlink()
    assert contents.wrong(folder) == ["lib/deep/one", "program"]
