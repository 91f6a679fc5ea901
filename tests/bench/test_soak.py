"""Soak: after an hour of office work the program is as large as it was after a quarter of one.

The real program works through `office_hour.py` in a process of its own, with the practice server
beside it. What it holds is looked at after each round of the work; of memory, threads, open files
and the rest the mean of the last quarter of the hour may be 1.05 times that of the second one.

PEC_DESKTOP_SOAK=60 .venv/bin/python -m pytest -s tests/bench/test_soak.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import mean

import pytest

TESTS = Path(__file__).parents[1]
ROUNDS = int(os.environ.get("PEC_DESKTOP_SOAK", "0"))
"""Rounds of the long form."""

LIMIT = 1.05
REQUESTS = 70
"""So many at most in each round."""

SMALL = (
    *("search", "leave_a_registration", "gather_papers", "change", "renew", "lose_an_answer"),
    *("look_up", "communicate", "leaf_through", "export", "set_up", "go_away"),
)
"""What the short form does: all but what needs the long one. In each of the network's threads the
first upload takes memory that the thread keeps for the next one."""

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]

Sample = dict[str, float]


def an_hour(folder: Path, rounds: int, *tasks: str) -> list[Sample]:
    """Let the program work, and give what it held after each round."""
    work = folder / "work"
    work.mkdir()
    program = ("--practice", "--lang", "en", "--profile-dir", folder / "profile")
    command = [TESTS / "e2e/driver.py", "office_hour:work", *program, "--", work, rounds, *tasks]
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(map(str, (TESTS.parent, TESTS, TESTS / "e2e"))),
        "DBUS_SESSION_BUS_ADDRESS": "",  # a test tells nothing to whoever runs it
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    done = subprocess.run(
        [sys.executable, *map(str, command)], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    samples = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(samples) == rounds
    return samples


def quarters(samples: list[Sample]) -> list[Sample]:
    """The means of what was held in each quarter of the hour."""
    size = len(samples) // 4
    parts = [samples[size * place :][:size] for place in range(4)]
    return [{name: mean(one[name] for one in part) for name in samples[0]} for part in parts]


def grown(samples: list[Sample]) -> dict[str, float]:
    """What is more in the last quarter than it may be, and how many times the second one's."""
    _, second, _, last = quarters(samples)
    counted = set(second) - {"requests", "minutes"}
    ratios = {name: last[name] / second[name] for name in sorted(counted)}
    return {name: ratio for name, ratio in ratios.items() if ratio > LIMIT}


def table(samples: list[Sample]) -> str:
    """The figures as a table of Markdown."""
    names = ("memory", "threads", "handles", "widgets", "objects")
    found = quarters(samples)
    lines = ["| | 1st quarter | 2nd | 3rd | 4th | 4th ÷ 2nd |", "|---|" + "---:|" * 5]
    for name in names:
        unit = 1024 if name == "memory" else 1
        cells = [f"{one[name] / unit:,.1f}" for one in found]
        ratio = found[3][name] / found[1][name]
        lines.append(f"| {name} | {' | '.join(cells)} | {ratio:.3f} |")
    return "\n".join([*lines, f"{samples[-1]['requests']} requests"])


def judge(samples: list[Sample], capsys: pytest.CaptureFixture[str]) -> None:
    """Print the figures, and fail if anything has grown."""
    with capsys.disabled():
        print(f"\n{table(samples)}", flush=True)
    assert samples[-1]["requests"] < REQUESTS * len(samples)
    assert grown(samples) == {}


@pytest.mark.timeout(240)
def test_an_hour_in_a_few_rounds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judge(an_hour(tmp_path, 8, *SMALL), capsys)


@pytest.mark.timeout(3_600)
@pytest.mark.skipif(not ROUNDS, reason="takes long: say how many rounds in PEC_DESKTOP_SOAK")
def test_an_hour_in_many_rounds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    judge(an_hour(tmp_path, ROUNDS), capsys)


@pytest.mark.timeout(120)
def test_whatever_is_kept_is_noticed(tmp_path: Path) -> None:
    assert set(grown(an_hour(tmp_path, 8, "leak"))) == {
        *("memory", "threads", "handles", "widgets", "objects"),
    }
