"""Every operation through the window in one run; each payment once in ledger and Activity.

Which operations there are is read from `api/endpoints.py`: one that is added there and that the
scenario does not perform fails.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from decimal import Decimal
from pathlib import Path

import paper_samples
import pytest
from msgspec import Struct
from test_main_job import play

from pec_desktop.api.endpoints import ENDPOINTS, OAUTH_ENDPOINTS, Effect
from pec_desktop.practice import PracticeServer
from pec_desktop.ui.words import text

pytestmark = [pytest.mark.alone, pytest.mark.timeout(240)]

ONCE = {name for name, one in ENDPOINTS.items() if one.once}
PAID = {name for name, one in ENDPOINTS.items() if one.effect is Effect.PAID}
NAMED = {text(f"operation.{name}"): name for name in ENDPOINTS}
"""What an operation is called in Activity → its name."""


class Line(Struct, frozen=True):
    """A line of Activity: the operation, what it cost, None where no amount is shown, the end."""

    operation: str
    amount: Decimal | None
    outcome: str


def line(shown: dict[str, str]) -> Line:
    """A line of Activity from what stood in its cells."""
    words = shown["Amount + IVA"]
    return Line(NAMED[shown["Operation"]], amount(words) if words else None, shown["Outcome"])


def amount(words: str) -> Decimal:
    """An amount of money as English writes it."""
    return Decimal(words.removeprefix("€").replace(",", ""))


def test_every_operation_and_each_payment_once(tmp_path: Path) -> None:
    work, photo, shown = tmp_path / "desk", tmp_path / "carta.jpg", tmp_path / "shown.json"
    work.mkdir()
    photo.write_bytes(paper_samples.photo(1200, 900))
    pictures = os.environ.get("PEC_DESKTOP_PICTURES")
    extra = ("--pictures", pictures) if pictures else ()
    with PracticeServer(pace=0.5, empty=True) as server:
        server.credit = Decimal(500)
        access = (server.url, server.email, server.api_key)
        program = ("--lang", "en", "--profile-dir", tmp_path / "profile")
        paths = (work, photo, shown)
        play("every_operation:every_operation", *program, "--", *access, *paths, *extra)
        seen = Counter(one.operation for one in server.requests)
        ledger, credit = server.ledger, server.credit
    told = json.loads(shown.read_text(encoding="utf-8"))
    activity = [line(one) for one in told["lines"]]

    assert (ENDPOINTS | OAUTH_ENDPOINTS).keys() - seen.keys() == set(), "not performed"
    assert {name: seen[name] for name in ONCE} == dict.fromkeys(ONCE, 1)
    assert Counter(one.operation for one in activity) == dict.fromkeys(ONCE, 1)
    assert {one.outcome for one in activity} == {text("outcome.confirmed")}

    assert Counter(one.operation for one in ledger) == dict.fromkeys(PAID, 1)
    charged = {one.operation: one.amount for one in ledger}
    assert {one.operation: one.amount for one in activity if one.amount is not None} == charged
    assert credit == 500 - sum(charged.values())
    assert amount(told["credit"].removeprefix("Credit ")) == credit
