"""Streamed uploads: the right length, the right base64, little memory."""

from __future__ import annotations

import base64
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pec_desktop.api.body import SLICE, Body, Documents


def _content(fields: dict[str, object], documents: Documents | None) -> bytes:
    with Body(fields, documents) as body:
        content = b"".join(body)
        assert len(content) == len(body)
        assert b"".join(body) == content
    return content


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    fields=st.dictionaries(st.text(max_size=5), st.text(max_size=5) | st.integers(0, 9)),
    sizes=st.lists(st.integers(0, 20) | st.sampled_from([SLICE - 1, SLICE, SLICE + 1])),
)
def test_what_is_sent_is_json_with_the_papers_in_base64(
    fields: dict[str, object], sizes: list[int]
) -> None:
    fields.pop("documenti", None)
    papers = [bytes(index % 251 for index in range(size)) for size in sizes]
    found = json.loads(_content(fields, papers))
    assert [base64.b64decode(text, validate=True) for text in found.pop("documenti")] == papers
    assert found == fields


def test_a_file_and_its_bytes_give_the_same(tmp_path: Path) -> None:
    paper = bytes(range(256)) * 700
    file = tmp_path / "modulo.pdf"
    file.write_bytes(paper)
    assert _content({"a": 1}, [file, paper]) == _content({"a": 1}, [paper, file])
    assert _content({}, file) == _content({}, paper)


def test_without_papers_it_is_plain_json() -> None:
    assert _content({"spazio_disco": "+1024"}, None) == b'{"spazio_disco":"+1024"}'
    assert _content({}, []) == b'{"documenti":[]}'


def test_a_missing_file_is_noticed_before_anything_is_sent(tmp_path: Path) -> None:
    present = tmp_path / "a.pdf"
    present.write_bytes(b"%PDF")
    with pytest.raises(FileNotFoundError):
        Body({}, [present, tmp_path / "gone.pdf"])


def test_a_file_that_shrinks_breaks_off_instead_of_arriving_in_half(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(bytes(3 * SLICE))
    with Body({}, [file]) as body:
        pieces = iter(body)
        next(pieces)
        file.write_bytes(b"")
        with pytest.raises(OSError, match="shorter"):
            b"".join(pieces)


@pytest.mark.parametrize("kind", ["bytes", "file"])
def test_50_mb_are_sent_without_becoming_a_big_string(kind: str, tmp_path: Path) -> None:
    size = 50_000_000
    paper: bytes | Path = bytes(size)
    if kind == "file":
        file = tmp_path / "large.pdf"
        file.write_bytes(bytes(size))
        paper = file
    tracemalloc.start()
    try:
        with Body({}, [paper]) as body:
            sent = sum(len(piece) for piece in body)
            assert sent == len(body)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1_000_000
