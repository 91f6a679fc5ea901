"""Read a paper: what it is, and whether and why not it can be used.

`read` is what the rest of the program asks. Small papers are examined on the spot, large ones in
a child process, so that the window never waits for the interpreter.
"""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import structs

from pec_desktop.documents import child, p7m, pdf, pictures
from pec_desktop.documents.kinds import IMAGES, Paper, PaperKind
from pec_desktop.documents.recognise import recognise
from pec_desktop.errors import DocumentError
from pec_desktop.work import Work

__all__ = ["IMAGES", "LIMIT", "Paper", "PaperKind", "read", "read_here", "require"]

LIMIT = 100 * 1024 * 1024
"""Bytes above which a paper is refused unread."""

_PROBLEMS = {
    PaperKind.EMPTY: "paper.empty",
    PaperKind.WORD: "paper.word",
    PaperKind.ZIP: "paper.zip",
    PaperKind.HEIC: "paper.heic",
    PaperKind.TEXT: "paper.text",
    PaperKind.OTHER: "paper.not_a_document",
}
_EXAMINERS: dict[PaperKind, Callable[[Paper, Path], Paper]] = {
    PaperKind.PDF: pdf.examine,
    PaperKind.P7M: p7m.examine,
    PaperKind.JPEG: pictures.examine,
    PaperKind.PNG: pictures.examine,
}


def read(path: Path, work: Work | None = None) -> Paper:
    """Tell everything about the file at `path`; a bad file never raises, its `problem` says why.

    Blocks for up to some seconds: worker threads only. Raises `Cancelled` if `work` is stopped.
    """
    paper = _first_look(path)
    if not paper.usable:
        return paper
    if paper.size <= child.THRESHOLD:
        return _examined(paper, path)
    try:
        known = msgspec.convert(child.run("read", [path], work=work), Paper)
    except DocumentError as error:
        return structs.replace(paper, problem=error.key)
    return structs.replace(known, name=paper.name)


def read_here(path: Path) -> Paper:
    """Like `read`, in this process whatever the size: for the child process itself."""
    paper = _first_look(path)
    return _examined(paper, path) if paper.usable else paper


def require(paper: Paper) -> None:
    """Raise `DocumentError` if `paper` cannot become part of a PDF: unusable, or a p7m."""
    if paper.problem is not None:
        raise DocumentError(paper.problem, name=paper.name)
    if paper.kind is PaperKind.P7M:
        raise DocumentError("paper.p7m_not_here", name=paper.name)


def _first_look(path: Path) -> Paper:
    """Kind and size, and the problems that can be told without examining the content."""
    # A name that is not valid Unicode could neither be shown nor stored.
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    paper = Paper(kind=PaperKind.OTHER, name=name)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return structs.replace(paper, problem="paper.folder")
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            return structs.replace(paper, problem="paper.not_a_document")
        kind = recognise(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a zero in the name
        return structs.replace(paper, problem="paper.missing")
    except OSError:
        return structs.replace(paper, problem="paper.unreadable")
    problem = "paper.too_large" if status.st_size > LIMIT else _PROBLEMS.get(kind)
    return structs.replace(paper, kind=kind, size=status.st_size, problem=problem)


def _examined(paper: Paper, path: Path) -> Paper:
    try:
        return _EXAMINERS[paper.kind](paper, path)
    except DocumentError as error:
        closed = error.key in ("paper.encrypted", "paper.protected")
        return structs.replace(paper, problem=error.key, encrypted=closed)
    except Exception:  # noqa: BLE001 - whatever a parser raises over a bad file, it is damaged
        return structs.replace(paper, problem="paper.damaged")
