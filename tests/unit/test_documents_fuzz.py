"""Whatever is dropped on the window, `read` has an answer."""

from __future__ import annotations

import tempfile
from pathlib import Path

import paper_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st

from pec_desktop.documents.papers import Paper, PaperKind, read

WHOLE = {
    "pdf": samples.pdf(3),
    "signed": samples.signed_pdf(),
    "form": samples.filled_form_pdf(),
    "closed": samples.user_password_pdf(),
    "owned": samples.owner_password_pdf("AES-256"),
    "photo": samples.photo(120, 90, orientation=6),
    "progressive": samples.photo(120, 90, progressive=True),
    "png": samples.alpha_png(64, 64),
    "p7m": samples.p7m(),
    "ber": samples.p7m(ber=True),
    "base64": samples.p7m(wrapping="base64 base64"),
    "pem": samples.p7m(wrapping="pem base64"),
    "mime": samples.p7m(wrapping="mime base64"),
    "utf-16": samples.p7m(wrapping="utf-16 pem mime base64 base64"),
    "word": samples.word(),
    "heic": samples.heic(),
}
HEADS = [b"", b"%PDF-1.7\n", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"0\x80"]
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), max_size=6)


def answer(data: bytes) -> Paper:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "carta.pdf"
        path.write_bytes(data)
        return read(path)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(HEADS), st.binary(max_size=3000))
def test_arbitrary_bytes_are_refused_with_a_reason(head: bytes, data: bytes) -> None:
    paper = answer(head + data)
    assert paper.problem is not None
    assert paper.size == len(head + data)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), EDITS, st.floats(0.5, 1))
def test_a_paper_changed_anywhere_is_read_or_refused(
    name: str, edits: list[tuple[float, int, bytes]], cut: float
) -> None:
    data = WHOLE[name]
    for place, length, patch in edits:
        at = int(place * len(data))
        data = data[:at] + patch + data[at + length :]
    paper = answer(data[: int(cut * len(data))] if cut < 0.95 else data)
    assert isinstance(paper.kind, PaperKind)
    assert paper.problem is None or paper.problem.startswith("paper.")
