"""Every key in the program's other rooms has words, also where it stands in a table."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pec_desktop.ui import words

PACKAGE = Path(__file__).resolve().parents[2] / "pec_desktop"

ROOMS = ("domain", "services", "store", "credentials", "documents", "tasks", "ui")
MODULES = ("app.py", "atomic.py", "instance.py", "practice_process.py")

FAMILIES = {key.partition(".")[0] for key in words.keys()}  # noqa: SIM118 - a function
FILES = (".py", ".pdf", ".json", ".qss", ".svg", ".png")

KEY = re.compile(r"[a-z_]+(\.[a-z_0-9]*[a-z0-9])+")


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from (PACKAGE / room).rglob("*.py")
    yield from (PACKAGE / module for module in MODULES)


def keys(source: str) -> set[str]:
    """Every literal that looks like a key of a family that has words."""
    literals = {
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {one for one in literals if is_key(one)}


def is_key(literal: str) -> bool:
    family = literal.partition(".")[0]
    return family in FAMILIES and bool(KEY.fullmatch(literal)) and not literal.endswith(FILES)


def test_every_literal_that_looks_like_a_key_has_words() -> None:
    found = {key: path.name for path in sources() for key in keys(path.read_text(encoding="utf-8"))}
    assert len(found) > 150, "the search has lost its way"
    assert {key: where for key, where in found.items() if not words.known(key)} == {}


@pytest.mark.parametrize(
    "source",
    [
        'raise DocumentError("paper.nonsense", name=name)',
        '_KEYS = {1: "store.nonsense"}',
        'replace(paper, warning="paper.nonsense" if odd else None)',
        'return "papers.nonsense"',
    ],
)
def test_a_key_without_words_would_be_noticed(source: str) -> None:
    assert [words.known(key) for key in keys(source)] == [False]


def test_what_is_wrong_says_what_to_do() -> None:
    """One sentence for what it is and one for what to do; a question asks to look again."""
    short = [
        key
        for key in words.keys()  # noqa: SIM118 - a function
        if key in keys((PACKAGE / "documents" / "papers.py").read_text(encoding="utf-8"))
        and len(re.findall(r"[.?]( |$)", words.text(key))) < 2
    ]
    assert short == []
