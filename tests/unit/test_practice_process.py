"""The practice server as the program starts it: a process of its own that goes with its pipe."""

from __future__ import annotations

import json
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from pec_desktop.errors import Refusal
from pec_desktop.practice_process import PracticeAccess, PracticeProcess


@pytest.fixture
def process(tmp_path: Path) -> Iterator[PracticeProcess]:
    made = PracticeProcess(tmp_path / "practice.json")
    yield made
    made.close()


def addresses(access: PracticeAccess) -> list[str]:
    request = urllib.request.Request(
        f"{access.url}/pec", headers={"Authorization": f"Bearer {access.token}"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return [row["casella_pec"] for row in json.load(answer)["data"]]


def test_it_starts_once_answers_and_remembers_its_office(
    process: PracticeProcess, tmp_path: Path
) -> None:
    access = process.access()
    assert access.url.startswith("http://127.0.0.1:")
    assert process.access() == access
    office = addresses(access)
    assert len(office) > 5
    process.close()
    again = process.access()
    assert again.token != access.token
    assert addresses(again) == office
    state = (tmp_path / "practice.json").read_text()
    assert access.token not in state
    assert access.api_key not in state


def test_its_secrets_are_not_on_its_command_line(process: PracticeProcess) -> None:
    access = process.access()
    running = process._process
    assert running is not None
    assert isinstance(running.args, list)
    line = " ".join(map(str, running.args))
    assert access.token not in line
    assert access.api_key not in line


def test_it_is_started_again_after_it_died(process: PracticeProcess) -> None:
    first = process.access()
    running = process._process
    assert running is not None
    running.kill()
    running.wait()
    assert addresses(process.access())
    assert process.access().token != first.token


def test_a_reset_starts_a_new_office(process: PracticeProcess) -> None:
    first = process.access()
    assert addresses(process.reset())
    assert process.access().token != first.token


@pytest.mark.parametrize("program", ["false", "moved by an update"])
def test_a_program_that_does_not_start_is_said_so(
    process: PracticeProcess, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(Refusal) as refusal:
        process.access()
    assert refusal.value.key == "practice.no_start"
