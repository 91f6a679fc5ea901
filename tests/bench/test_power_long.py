"""The power test at many more instants than a run of the whole suite has time for.

PEC_DESKTOP_INSTANTS=1000 .venv/bin/python -m pytest -s tests/bench/test_power_long.py
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import power
import pytest

INSTANTS = int(os.environ.get("PEC_DESKTOP_INSTANTS", "0"))

pytestmark = [
    pytest.mark.alone,
    pytest.mark.timeout(7_200),
    pytest.mark.skipif(os.name == "nt", reason="processes are stopped as Unix does"),
    pytest.mark.skipif(not INSTANTS, reason="takes long: say how many in PEC_DESKTOP_INSTANTS"),
]


def test_power_cuts_at_many_instants(tmp_path: Path) -> None:
    seed = int(os.environ.get("PEC_DESKTOP_SEED", time.time_ns()))
    print(f"\nseed {seed}")
    figures = power.cut_power(tmp_path, INSTANTS, seed)
    print(figures)
    assert figures.copies == INSTANTS
    assert figures.attempts >= figures.requests >= INSTANTS
