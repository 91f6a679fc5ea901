"""Join PDFs into the single document that some mailboxes ask for.

Never a signed one: a signature covers the bytes of its own file, and after joining it would still
be shown but be broken. First join, then sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pec_desktop.documents import child, papers, pdf
from pec_desktop.documents.kinds import Paper, PaperKind
from pec_desktop.errors import DocumentError
from pec_desktop.work import Work


def join_into(paths: Sequence[Path], target: Path, work: Work | None = None) -> None:
    """Write the pages of the PDFs at `paths` to `target`, each in its own size and unchanged.

    Blocks for up to some seconds: worker threads only. Raises `Cancelled` and `DocumentError`: the
    paper's own problem, ``paper.not_a_pdf``, ``paper.signed_join``, or ``paper.join_failed`` if
    the result does not hold every page.
    """
    if sum(path.stat().st_size for path in paths if path.is_file()) > child.THRESHOLD:
        child.run("join", paths, target, work)
    else:
        write_joined(paths, target)


def write_joined(paths: Sequence[Path], target: Path) -> None:
    """`join_into` in this process, whatever the size."""
    from pypdf import PdfWriter

    expected = 0
    with PdfWriter() as writer:
        for path in paths:
            paper = papers.read_here(path)
            expected += _pages_to_join(paper)
            with pdf.opened(path) as reader:
                writer.append(reader, import_outline=False)
        writer.write(target)
    if papers.read_here(target).pages != expected:
        target.unlink()
        raise DocumentError("paper.join_failed")


def _pages_to_join(paper: Paper) -> int:
    """How many pages `paper` brings; raises if it may not be joined."""
    papers.require(paper)
    if paper.kind is not PaperKind.PDF or paper.pages is None:
        raise DocumentError("paper.not_a_pdf", name=paper.name)
    if paper.signed:
        raise DocumentError("paper.signed_join", name=paper.name)
    return paper.pages
