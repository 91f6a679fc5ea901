"""Reads the sources: nothing goes round the one place for money, and use cases load quickly."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import pec_desktop
from pec_desktop.api.endpoints import ENDPOINTS, OAUTH_ENDPOINTS, Effect

PACKAGE = Path(pec_desktop.__file__).parent
WRITES = {name for name, row in ENDPOINTS.items() if row.effect is not Effect.READ}
TOKEN_WRITES = {name for name, row in OAUTH_ENDPOINTS.items() if row.effect is not Effect.READ}
HEAVY = {"requests", "keyring", "pypdf", "PIL", "asn1crypto", "stdnum", "truststore", "PySide6"}


def sources() -> list[Path]:
    """All modules but the client itself and the vendor's stand-in."""
    apart = ("api", "practice")
    return [
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0] not in apart
    ]


def outside_perform(tree: ast.Module, names: set[str]) -> Iterator[ast.Attribute]:
    """Yield every mention of an attribute in `names` that is not in a `send=` of `perform`."""
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for keyword in node.keywords:
                handed = node.func.id == "perform" and keyword.arg == "send"
                if handed and isinstance(keyword.value, ast.Lambda):
                    inside |= set(ast.walk(keyword.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in names and node not in inside:
            yield node


def test_only_perform_sends_what_changes_money_or_the_vendors_state() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {node.attr}"
        for path in sources()
        for node in outside_perform(ast.parse(path.read_text("utf-8")), WRITES)
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "client.renew_mailbox(1)",
        "f = client.renew_mailbox",
        "perform(office, 'renew_mailbox', client.renew_mailbox(1))",
        "perform(office, send=client.renew_mailbox)",
        "other(send=lambda: client.renew_mailbox(1))",
    ],
)
def test_the_reading_of_the_sources_sees_a_way_round(source: str) -> None:
    assert list(outside_perform(ast.parse(source), WRITES))


def test_a_function_handed_to_perform_is_the_right_way() -> None:
    source = "perform(office, 'x', send=lambda: client.renew_mailbox(1))"
    assert not list(outside_perform(ast.parse(source), WRITES))


def test_tokens_are_written_in_two_modules_only() -> None:
    found = {
        str(path.relative_to(PACKAGE))
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in TOKEN_WRITES
    }
    assert found == {"services/accounts.py", "services/tokens.py"}


def test_the_paid_get_is_among_the_writes() -> None:
    assert {"renew_mailbox", "register_mailbox", "activate_mailbox"} <= WRITES


def test_importing_the_use_cases_loads_nothing_heavy() -> None:
    modules = [f"pec_desktop.services.{path.stem}" for path in (PACKAGE / "services").glob("*.py")]
    program = "\n".join(
        [
            "import importlib, sys",
            f"[importlib.import_module(name) for name in {sorted(modules)!r}]",
            f"print(sorted({HEAVY!r} & set(sys.modules)))",
        ]
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (result.stdout.strip(), result.stderr) == (b"[]", b"")
