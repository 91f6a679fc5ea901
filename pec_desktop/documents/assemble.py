"""Make what is uploaded out of the papers a person gave: pictures become pages, the rest stays."""

from __future__ import annotations

from pathlib import Path

from pec_desktop.documents import convert, join, papers
from pec_desktop.work import Work


def assemble_into(
    folder: Path, form: Path, identity: Path | None, *, single: bool, work: Work | None = None
) -> list[Path]:
    """Give the PDFs to upload: form and identity document, or one that holds both if `single`.

    A PDF that need not be joined is given back as it is, byte for byte and in its own place; what
    has to be made is written into `folder`. Without `identity` the form is the only document (it
    may hold the identity document already). Blocks: worker threads only. Raises `Cancelled` and
    `DocumentError`: the paper's problem with its file's `name`, ``paper.p7m_not_here``,
    ``paper.signed_join``.
    """
    given = [form] if identity is None else [form, identity]
    ready = [_as_pdf(path, folder / f"{place}.pdf", work) for place, path in enumerate(given)]
    if not single or len(ready) == 1:
        return ready
    target = folder / "single.pdf"
    join.join_into(ready, target, work)
    return [target]


def _as_pdf(path: Path, target: Path, work: Work | None) -> Path:
    paper = papers.read(path, work)
    papers.require(paper)
    if paper.kind not in papers.IMAGES:
        return path
    convert.image_into(path, target, work)
    return target
