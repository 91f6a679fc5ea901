"""The house's plan, enforced: who may import whom, who may make threads, what a start may load."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "pec_desktop"

LOWER = {"domain", "api", "store", "credentials", "documents"}
ROOMS: dict[str, set[str]] = {
    "domain": set(),
    "api": {"domain"},
    "store": {"domain"},
    "credentials": {"domain"},
    "documents": {"domain"},
    "services": LOWER,
    "tasks": set(),
    "ui": LOWER | {"services", "tasks"},
    "practice": set(),
}
"""Room → the other rooms it may import."""

GROUND = {
    *("errors", "paths", "work", "settings", "log"),
    *("atomic", "instance", "options", "helper_process", "practice_process"),
}
"""Modules for every room but practice; they import only one another."""

ROOF = {"app", "headless", "self_test", "__main__"}
"""Modules that may import everything, and that nobody else imports."""

QT_ROOMS = {"tasks", "ui", *ROOF} - {"headless"}

THREAD_MAKERS = {
    *("Thread", "Timer", "start_new_thread", "ThreadPoolExecutor", "ThreadPool"),
    *("QThread", "QThreadPool", "QRunnable", "ThreadingMixIn", "ThreadingHTTPServer"),
}
THREADED = {
    "tasks/runner.py",
    "documents/jobs.py",  # a process of its own, which must notice the end of its parent
}

HEAVY = (
    *("requests", "keyring", "pypdf", "PIL", "asn1crypto", "stdnum", "truststore"),
    *("cryptography", "jeepney", "openpyxl"),
)
"""What nobody may load before the first window is shown."""


def modules(package: Path = PACKAGE) -> list[Path]:
    return sorted(package.rglob("*.py"))


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """``pec_desktop.ui.theme`` → ``ui``; empty for the package itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports(source: str) -> Iterator[str]:
    """Every module a source imports, at the top or inside functions, also for types only."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom(module="pec_desktop"):
                yield from (f"pec_desktop.{alias.name}" for alias in node.names)
            case ast.ImportFrom():
                yield "." * node.level + (node.module or "")
            case ast.Call(func=func, args=[ast.Constant(value=str(name)), *_]):
                if last_name(func) in ("import_module", "__import__"):
                    yield name


def last_name(node: ast.expr) -> str:
    """The name at the end of ``a.b.c`` or ``c``; empty for anything else."""
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def wrong_imports(module: str, source: str) -> list[str]:
    """The imports of `module` that the plan forbids."""
    room = room_of(module)
    if room in ROOF:
        return []
    return [name for name in imports(source) if not may_import(room, name)]


def may_import(room: str, name: str) -> bool:
    top, target = name.partition(".")[0], room_of(name)
    if top == "PySide6":
        return room in QT_ROOMS
    if top != "pec_desktop":
        return top != ""  # imports are absolute
    if room == "practice":
        return target == "practice"
    if target in ("", "__version__") or target in GROUND:
        return True
    return target == room or target in ROOMS.get(room, set())


def threads_made(source: str) -> list[int]:
    """The lines that make a thread, or a class that is one."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=func) if last_name(func) in THREAD_MAKERS:
                found.append(node.lineno)
            case ast.ClassDef(bases=bases):
                found += [node.lineno for base in bases if last_name(base) in THREAD_MAKERS]
    return found


def formatted_before_translation(source: str) -> list[int]:
    """The lines where a text is put together inside a translate call, so that nobody finds it."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        if last_name(node.func) not in ("tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"):
            continue
        for part in (inner for argument in node.args for inner in ast.walk(argument)):
            match part:
                case ast.JoinedStr() | ast.BinOp(op=ast.Mod() | ast.Add()):
                    found.append(part.lineno)
                case ast.Call(func=ast.Attribute(attr="format" | "format_map" | "join")):
                    found.append(part.lineno)
    return found


def test_every_module_has_its_place_in_the_plan() -> None:
    known = {*ROOMS, *GROUND, *ROOF, ""}
    assert {dotted(path) for path in modules() if room_of(dotted(path)) not in known} == set()


@pytest.mark.parametrize("room", [*ROOMS, "(ground)"])
def test_imports_run_one_way(room: str) -> None:
    wrong = {
        dotted(path): found
        for path in modules()
        if (room_of(dotted(path)) if room_of(dotted(path)) in ROOMS else "(ground)") == room
        if (found := wrong_imports(dotted(path), path.read_text(encoding="utf-8")))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("pec_desktop.domain.mailbox", "from pec_desktop.store.database import Database"),
        ("pec_desktop.domain.mailbox", "def f():\n    import PySide6.QtCore"),
        ("pec_desktop.api.client", "from pec_desktop import store"),
        ("pec_desktop.store.drafts", "from pec_desktop.api.client import PecClient"),
        ("pec_desktop.credentials.vault", "import importlib\nimportlib.import_module('PySide6')"),
        ("pec_desktop.services.office", "from pec_desktop.ui.theme import Theme"),
        ("pec_desktop.services.office", "from PySide6.QtCore import QObject"),
        ("pec_desktop.ui.theme", "from pec_desktop.app import run"),
        ("pec_desktop.ui.theme", "from pec_desktop.practice import PracticeServer"),
        ("pec_desktop.tasks.runner", "from pec_desktop.services.office import Office"),
        ("pec_desktop.practice.server", "from pec_desktop.errors import Refusal"),
        ("pec_desktop.practice.server", "from pec_desktop import __version__"),
        ("pec_desktop.errors", "from pec_desktop.domain.mailbox import Mailbox"),
        ("pec_desktop.domain.fields", "from . import checks"),
    ],
)
def test_a_wrong_import_would_be_noticed(module: str, source: str) -> None:
    assert wrong_imports(module, source) != []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("pec_desktop.ui.theme", "from pec_desktop.domain import mailbox\nimport PySide6.QtGui"),
        ("pec_desktop.store.drafts", "from pec_desktop.errors import StoreError"),
        ("pec_desktop.app", "from pec_desktop.ui.theme import Theme\nimport PySide6"),
        ("pec_desktop.practice.server", "from pec_desktop.practice.wallet import Wallet"),
    ],
)
def test_a_right_import_passes(module: str, source: str) -> None:
    assert wrong_imports(module, source) == []


def graph_of(sources: dict[str, str]) -> dict[str, set[str]]:
    """Module → the modules it imports, inside functions and for types too."""
    graph: dict[str, set[str]] = {name: set() for name in sources}
    for name, source in sources.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    graph[name].add(inner if inner in sources else node.module)
    return {name: found & set(sources) - {name} for name, found in graph.items()}


def test_no_modules_import_each_other_in_a_circle() -> None:
    TopologicalSorter(
        graph_of({dotted(path): path.read_text(encoding="utf-8") for path in modules()})
    ).prepare()


def test_a_circle_would_be_noticed() -> None:
    sources = {
        "pec_desktop.ui.a": "def f():\n    from pec_desktop.ui import b",
        "pec_desktop.ui.b": "if TYPE_CHECKING:\n    from pec_desktop.ui.a import f",
    }
    with pytest.raises(CycleError):
        TopologicalSorter(graph_of(sources)).prepare()


def test_only_the_task_runner_makes_threads() -> None:
    made = {}
    for path in modules():
        name = path.relative_to(PACKAGE).as_posix()
        if name not in THREADED and not name.startswith("practice/"):
            made[name] = threads_made(path.read_text(encoding="utf-8"))
    assert {name: lines for name, lines in made.items() if lines} == {}


@pytest.mark.parametrize(
    "source",
    ["threading.Thread(target=f)", "ThreadPoolExecutor(2)", "class Job(QRunnable): pass"],
)
def test_a_new_thread_would_be_noticed(source: str) -> None:
    assert threads_made(source) == [1]


def test_texts_are_translated_before_they_are_filled_in() -> None:
    wrong = {
        dotted(path): lines
        for path in modules()
        if (lines := formatted_before_translation(path.read_text(encoding="utf-8")))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('self.tr(f"{n} mailboxes")', [1]),
        ('QCoreApplication.translate("words", "{} mailboxes".format(n))', [1]),
        ('tr("%d mailboxes" % n)', [1]),
        ('QT_TRANSLATE_NOOP("words", "one" + other)', [1]),
        ('tr("{count} mailboxes").format(count=n)', []),
        ('translate("words", "several " "literals")', []),
    ],
)
def test_a_text_filled_in_too_early_would_be_noticed(source: str, lines: list[int]) -> None:
    assert formatted_before_translation(source) == lines


def modules_of_a_start() -> list[str]:
    """What may be loaded before the first window: everything but the vendor and the practice."""
    rooms = set(ROOMS) - {"api", "practice"} | GROUND
    return [name for path in modules() if room_of(name := dotted(path)) in rooms]


PROBE = """
import importlib, json, sys
guilty = {}
for name in json.loads(sys.argv[1]):
    before = set(sys.modules)
    importlib.import_module(name)
    brought = {other.partition(".")[0] for other in set(sys.modules) - before}
    for heavy in json.loads(sys.argv[2]):
        if heavy in brought:
            guilty.setdefault(heavy, name)
print(json.dumps(guilty))
"""


def load(names: list[str], heavy: tuple[str, ...]) -> dict[str, str]:
    """Import `names` in a fresh interpreter; heavy package → the module that brought it."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(names), json.dumps(heavy)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_nothing_heavy_is_loaded_before_the_first_window() -> None:
    assert load(modules_of_a_start(), HEAVY) == {}


def test_a_heavy_import_would_be_noticed() -> None:
    assert load(["pec_desktop.domain.fields", "stdnum.luhn"], HEAVY) == {"stdnum": "stdnum.luhn"}
