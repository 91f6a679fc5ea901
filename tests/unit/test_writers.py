"""Reads the sources: whatever writes a file does so through `atomic` or SQLite, or says why not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pec_desktop

PACKAGE = Path(pec_desktop.__file__).parent

ALLOWED = {
    "atomic.py": {"open", "replace"},
    # The archive's own file: made empty for SQLite, put in place or aside as a whole.
    "store/database.py": {"connect", "open", "rename"},
    # Reads copies that nothing writes to.
    "store/backups.py": {"connect"},
    # What cannot be read is put aside as a whole.
    "settings.py": {"rename"},
    # A member of a ZIP that is itself written through `atomic`.
    "services/saving.py": {"open"},
    # A log grows at its end; half a line is no harm.
    "log.py": {"open"},
    # Shares no code with the program; writes beside its place and renames, too.
    "practice/state.py": {"O_CREAT", "O_WRONLY", "fdopen", "replace"},
    # The lock, which holds nothing.
    "instance.py": {"O_CREAT", "O_RDWR"},
    # Work in a temporary folder; `store.files` keeps the product.
    "documents/child.py": {"write_text"},
    # Proofs in a temporary folder that goes with them.
    "self_test/contents.py": {"write_text"},
    "self_test/parts.py": {"write_bytes"},
    "documents/convert.py": {"write_bytes"},
    "documents/jobs.py": {"write_text"},
}
"""Module → the calls it may use, each for a reason."""

CALLS = {
    *("write_bytes", "write_text", "mkstemp", "NamedTemporaryFile"),
    *("copy", "copy2", "copyfile", "copyfileobj", "copytree", "move", "make_archive"),
    *("rename", "renames", "symlink_to", "hardlink_to", "symlink", "link", "truncate"),
    *("QFile", "QSaveFile", "QTemporaryFile", "QSettings", "QPdfWriter", "QPrinter"),
}
FLAGS = {"O_WRONLY", "O_RDWR", "O_CREAT", "O_APPEND"}
MODE = re.compile(r"[rbtU]*[wax+][rwaxbtU+]*")


def writers(source: str) -> Iterator[tuple[int, str]]:
    """Line and name of every call that writes, moves or replaces a file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in FLAGS:
            yield node.lineno, node.attr
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Attribute(value=owner, attr=name):
                of = ast.unparse(owner)
            case ast.Name(id=name):
                of = ""
            case _:
                continue
        if writes(node, of, name):
            yield node.lineno, name


def writes(call: ast.Call, of: str, name: str) -> bool:
    """Whether the method `name` of what is written as `of`, called so, writes a file."""
    if name in CALLS:
        return of != "atomic"
    if name in ("open", "fdopen"):
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        modes = [one.value for one in given if isinstance(one, ast.Constant)]
        return any(isinstance(mode, str) and MODE.fullmatch(mode) for mode in modes)
    if name == "connect":
        return of == "sqlite3"
    # `Path.replace` has one argument, `str.replace` two, `structs.replace` names. Models replace
    # their rows.
    alone = len(call.args) == 1 and not call.keywords
    return name == "replace" and alone and not re.fullmatch(r"|self|.*\.rows", of)


def test_nothing_writes_files_but_what_may() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for _line, name in writers(path.read_text(encoding="utf-8")):
            found.setdefault(path.relative_to(PACKAGE).as_posix(), set()).add(name)
    assert found == ALLOWED, "go through `atomic`, or give the reason here"


@pytest.mark.parametrize(
    "source",
    [
        "path.write_bytes(data)",
        "path.write_text('x')",
        "open(path, 'w')",
        "open(path, mode='ab')",
        "path.open('r+b')",
        "archive.open(name, 'w')",
        "shutil.copyfile(a, b)",
        "os.rename(a, b)",
        "path.rename(other)",
        "QSaveFile(path)",
        "sqlite3.connect(path)",
        "temporary.replace(self._file)",
        "self.path.replace(target)",
        "NamedTemporaryFile()",
        "os.open(path, os.O_WRONLY)",
        "os.fdopen(descriptor, 'w')",
    ],
)
def test_a_writer_that_goes_round_would_be_noticed(source: str) -> None:
    assert list(writers(source))


@pytest.mark.parametrize(
    "source",
    [
        "open(path)",
        "open(path, 'rb')",
        "path.open('rb')",
        "os.fdopen(os.open(path, os.O_RDONLY), 'rb')",
        "dialog.open()",
        "text.replace('a', 'b')",
        "self.table.rows.replace(records)",
        "structs.replace(paper, name='x')",
        "atomic.copy(a, b)",
        "copy.deepcopy(draft)",
        "Image.open(path, formats=('JPEG', 'PNG'))",
    ],
)
def test_what_writes_no_file_passes(source: str) -> None:
    assert not list(writers(source))
