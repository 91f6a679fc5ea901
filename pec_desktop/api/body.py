"""A JSON body that is made while it is sent: papers go out in slices, never as one big string.

Base64 of a slice is only right within the whole if the slice is a multiple of 3 bytes, and one
long C call in a worker would stall the window, hence the size of `SLICE`.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Self

import msgspec

Document = bytes | Path
"""A paper to upload: its bytes, or the file that holds it, which is read while it is sent."""

Documents = Sequence[Document] | Document
"""Papers to upload; a single one may stand by itself."""

SLICE = 3 * 16 * 1024
"""Bytes of a paper that become base64 at once (64 KiB on the wire)."""


class Body:
    """`fields` as JSON, with ``documenti`` as an array of base64 where there are `documents`.

    A context manager: files are opened on construction, so that a missing one is noticed before
    anything is sent, and closed at the end. Iterating gives the bytes, `len` their number. Raises
    `OSError` for a file that cannot be read, `TypeError` or `ValueError` for what is not JSON.
    """

    def __init__(self, fields: Mapping[str, object], documents: Documents | None = None) -> None:
        head = msgspec.json.encode(dict(fields))
        self._stack = ExitStack()
        self._papers: list[tuple[bytes | BinaryIO, int]] = []
        self._start, self._end = head, b""
        if isinstance(documents, Document):
            documents = [documents]
        if documents is not None:
            comma = b"," if fields else b""
            self._start, self._end = head[:-1] + comma + b'"documenti":[', b"]}"
            with ExitStack() as opening:
                self._papers = [_open(document, opening) for document in documents]
                self._stack = opening.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._stack.close()

    def __len__(self) -> int:
        papers = sum(2 + 4 * ((size + 2) // 3) for _, size in self._papers)
        return len(self._start) + papers + max(0, len(self._papers) - 1) + len(self._end)

    def __iter__(self) -> Iterator[bytes]:
        yield self._start
        quote = b'"'
        for paper, size in self._papers:
            yield quote
            for piece in _slices(paper, size):
                yield base64.b64encode(piece)
            yield b'"'
            quote = b',"'
        yield self._end


def _open(document: Document, stack: ExitStack) -> tuple[bytes | BinaryIO, int]:
    if isinstance(document, bytes):
        return document, len(document)
    file = stack.enter_context(document.open("rb"))
    return file, os.fstat(file.fileno()).st_size


def _slices(paper: bytes | BinaryIO, size: int) -> Iterator[bytes]:
    if not isinstance(paper, bytes):
        paper.seek(0)
    for start in range(0, size, SLICE):
        wanted = min(SLICE, size - start)
        piece = paper[start : start + wanted] if isinstance(paper, bytes) else paper.read(wanted)
        if len(piece) != wanted:
            # The announced length cannot be kept: break off, so that no half paper is accepted.
            raise OSError("The document has become shorter")
        yield piece
