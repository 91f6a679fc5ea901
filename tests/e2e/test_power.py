"""Power cuts at random instants: every copy is whole, and the journal knows what was sent."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import power
import pytest

from pec_desktop.store.database import Database

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(os.name == "nt", reason="processes are stopped as Unix does"),
]

INSTANTS = 30


def test_a_power_cut_at_any_instant_leaves_all_that_was_promised(tmp_path: Path) -> None:
    seed = time.time_ns()
    print(f"seed {seed}")
    figures = power.cut_power(tmp_path, INSTANTS, seed)
    print(figures)
    assert figures.copies == INSTANTS
    assert figures.requests >= INSTANTS, "there was work"
    assert figures.attempts >= figures.requests
    assert figures.pending > 0, "some instants lay between a row and its outcome"
    assert figures.papers > 0
    assert figures.backups > 0
    assert figures.logs > 0, "some instants lay before the log was folded in"


@pytest.mark.parametrize(
    ("writes", "registered"),
    [({("renew_mailbox", "5f" * 12): 1}, set()), ({}, {"nuova1@testcert.legalmail.it"})],
)
def test_a_row_that_comes_after_its_request_would_be_noticed(
    tmp_path: Path, writes: dict[tuple[str, str], int], registered: set[str]
) -> None:
    Database(tmp_path / "archive.sqlite").open()
    power.check(tmp_path, Counter(), set(), power.Figures())
    with pytest.raises(AssertionError):
        power.check(tmp_path, Counter(writes), registered, power.Figures())


def test_what_is_in_a_path_is_known() -> None:
    assert power.id_in("/pec/5f5f/rinnovo?anni=2") == "5f5f"
    assert power.id_in("/pec") == ""
    assert {"renew_mailbox", "register_mailbox", "add_user"} <= power.WRITES
