"""The table of operations in the documents: complete, and every name in it is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from pec_desktop.api.endpoints import ENDPOINTS, OAUTH_ENDPOINTS

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs/operations.md"
ROW = re.compile(r"^\| `(.*)` \|$", re.MULTILINE)


def rows() -> list[list[str]]:
    """The cells of each line, without their quotes."""
    return [found.split("` | `") for found in ROW.findall(TABLE.read_text(encoding="utf-8"))]


@cache
def collected(path: str) -> set[str]:
    """The names of the tests that pytest collects from a file."""
    if not Path(path).match("test_*.py"):
        return set()
    body = ast.parse((ROOT / path).read_text(encoding="utf-8")).body
    classes = [one for one in body if isinstance(one, ast.ClassDef) and one.name[:4] == "Test"]
    nodes = [*body, *(node for one in classes for node in one.body)]
    names = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    return {name for name in names if name.startswith("test_")}


def found(name: str) -> object:
    """What a dotted name below the package stands for; an attribute of a module, or of a class."""
    parts = name.split(".")
    module = import_module(".".join(["pec_desktop", *parts[:2]]))
    thing: object = module
    for part in parts[2:]:
        thing = getattr(thing, part)
    return thing


def test_every_operation_has_its_line_and_no_cell_is_empty() -> None:
    assert [row[0] for row in rows()] == [*ENDPOINTS, *OAUTH_ENDPOINTS]
    assert all(len(row) == 5 and all(row) for row in rows())


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_every_name_in_a_line_is_there(row: list[str]) -> None:
    operation, client, practice, window, test = row
    for name in (client, practice):
        assert callable(found(name))
        assert name.endswith(f".{operation}")
    assert isinstance(found(window), type)
    path, _, function = test.partition("::")
    assert function in collected(path)


def test_only_what_pytest_collects_counts_as_a_test() -> None:
    here = str(Path(__file__).relative_to(ROOT))
    assert "test_only_what_pytest_collects_counts_as_a_test" in collected(here)

    def test_nested() -> None:
        """Nobody ever calls this."""

    assert {"rows", test_nested.__name__}.isdisjoint(collected(here))
    assert collected("tests/paper_samples.py") == set()
