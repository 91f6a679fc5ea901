"""The main job in the real program, as a process of its own on the practice server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import paper_samples
import pytest
from scenarios import leaks

from pec_desktop.practice import PracticeServer

TESTS = Path(__file__).parents[1]
pytestmark = [pytest.mark.alone, pytest.mark.timeout(240)]


def play(scenario: str, *arguments: object, token: str = "") -> None:
    """Run the program with a scenario inside; it must come to its end."""
    driver = TESTS / "e2e/driver.py"
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(map(str, (TESTS.parent, TESTS, TESTS / "e2e"))),
        "PEC_DESKTOP_TOKEN": token,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    command = [sys.executable, str(driver), scenario, *map(str, arguments)]
    done = subprocess.run(
        command, env=env, capture_output=True, text=True, timeout=200, check=False
    )
    assert done.returncode == 0, done.stderr


def test_from_nothing_to_an_active_mailbox_and_back_again(tmp_path: Path) -> None:
    profile, work = tmp_path / "profile", tmp_path / "work"
    work.mkdir()
    photo = work / "carta identità.jpg"
    photo.write_bytes(paper_samples.photo())
    program = ("--practice", "--lang", "en", "--profile-dir", profile)
    pictures = os.environ.get("PEC_DESKTOP_PICTURES")
    extra = ("--pictures", pictures) if pictures else ()
    play("register_and_activate", *program, "--", work, photo, *extra)
    photo.unlink()
    play("everything_is_as_it_was", *program)


def test_prepared_without_a_network_and_sent_by_one_click_later(tmp_path: Path) -> None:
    papers = [tmp_path / "modulo.pdf", tmp_path / "carta.jpg"]
    papers[0].write_bytes(paper_samples.pdf(pages=2))
    papers[1].write_bytes(paper_samples.photo())
    state, profile, token = tmp_path / "vendor.json", tmp_path / "profile", "0ff1ce" * 4

    with PracticeServer(token=token, state_file=state, pace=0.5) as server:
        port = server.port
        program = ("--endpoint", server.url, "--lang", "en", "--profile-dir", profile)
        play("look_at_the_list", *program, token=token)

    play("prepare_offline", *program, "--", *papers, token=token)
    for paper in papers:
        paper.unlink()
    play("still_there_offline", *program, token=token)

    with PracticeServer(port, token, state_file=state, pace=0.5) as server:
        play("send_with_one_click", *program, token=token)
        sent = [one for one in server.requests if one.operation == "activate_mailbox"]
        assert len(sent) == 1
    assert leaks(profile, [token]) == []


def test_the_account_s_page_in_practice(tmp_path: Path) -> None:
    program = ("--practice", "--lang", "en", "--profile-dir", tmp_path / "profile")
    play("account_scenarios:all_of_the_account", *program)
