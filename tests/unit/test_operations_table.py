"""The table of operations in the documents: complete, and every name in it is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from pec_desktop.api.endpoints import ENDPOINTS

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs/operations.md"
ROW = re.compile(r"^\| `(.*)` \|$", re.MULTILINE)


def rows() -> list[list[str]]:
    """The cells of each line, without their quotes."""
    return [found.split("` | `") for found in ROW.findall(TABLE.read_text(encoding="utf-8"))]


@cache
def functions(path: Path) -> set[str]:
    """The names of all functions of a source."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def found(name: str) -> object:
    """What a dotted name below the package stands for; an attribute of a module, or of a class."""
    parts = name.split(".")
    module = import_module(".".join(["pec_desktop", *parts[:2]]))
    thing: object = module
    for part in parts[2:]:
        thing = getattr(thing, part)
    return thing


def test_every_operation_has_its_line_and_no_cell_is_empty() -> None:
    assert [row[0] for row in rows()] == list(ENDPOINTS)
    assert all(len(row) == 5 and all(row) for row in rows())


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_every_name_in_a_line_is_there(row: list[str]) -> None:
    operation, client, practice, window, test = row
    for name in (client, practice):
        assert callable(found(name))
        assert name.endswith(f".{operation}")
    assert isinstance(found(window), type)
    path, _, function = test.partition("::")
    assert function in functions(ROOT / path)
