"""PDF files: open one, count its pages, tell whether it is encrypted or signed.

pypdf is forgiving, and anything may come out of it for a bad file: whoever calls `examine` counts
every exception as damage.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec import structs

from pec_desktop.documents.kinds import Paper
from pec_desktop.errors import DocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import PdfObject

_TAIL = 64 * 1024


@contextmanager
def opened(path: Path) -> Iterator[PdfReader]:
    """Open the PDF at `path`, with the empty password if it has one.

    Raises `DocumentError`: ``paper.encrypted`` if it asks for a password, ``paper.protected`` if
    its protection is of a kind that cannot be opened here, ``paper.damaged`` if its end is
    missing. Any other exception means damage too.
    """
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    # It complains about every oddity it repairs, and quotes the file: that is not for our log.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with path.open("rb") as stream:
        if not _has_end(stream):
            raise DocumentError("paper.damaged")
        try:
            reader = PdfReader(stream)
            if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
                raise DocumentError("paper.encrypted")
            yield reader
        except (DependencyError, NotImplementedError) as error:
            raise DocumentError("paper.protected") from error


def examine(paper: Paper, path: Path) -> Paper:
    """Complete `paper` from the PDF at `path`. Raises as `opened`, and ``paper.no_pages``."""
    with opened(path) as reader:
        pages = len(reader.pages)
        if pages < 1:
            raise DocumentError("paper.no_pages")
        return structs.replace(
            paper,
            pages=pages,
            signed=_is_signed(reader),
            encrypted=reader.is_encrypted,
            warning="paper.restricted" if reader.is_encrypted else None,
        )


def _has_end(stream: BinaryIO) -> bool:
    """Whether the last kilobyte holds the pointer every PDF ends with (ISO 32000-1, annex H).

    pypdf would look further back, and take a signed PDF that was cut short for the unsigned one
    it was made from. Zeros after the end come from copies rounded up to whole blocks.
    """
    stream.seek(0, os.SEEK_END)
    stream.seek(max(0, stream.tell() - _TAIL))
    return b"startxref" in stream.read().rstrip(b"\0\t\n\f\r ")[-1024:]


def _is_signed(reader: PdfReader) -> bool:
    """Whether a form field's value is a signature: a dictionary with a byte range.

    A signature field that still waits to be signed has no value (ISO 32000-1, 12.7.4.5).
    """
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

    def resolved(holder: DictionaryObject, key: str) -> PdfObject | None:
        value = holder.get(key)
        return value.get_object() if value is not None else None

    form = resolved(reader.root_object, "/AcroForm")
    fields = resolved(form, "/Fields") if isinstance(form, DictionaryObject) else None
    waiting = list(fields) if isinstance(fields, ArrayObject) else []
    seen: set[int] = set()
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, IndirectObject):
            if entry.idnum in seen:
                continue
            seen.add(entry.idnum)
        field = entry.get_object()
        if not isinstance(field, DictionaryObject):
            continue
        value = resolved(field, "/V")
        if isinstance(value, DictionaryObject) and "/ByteRange" in value:
            return True
        kids = resolved(field, "/Kids")
        waiting += kids if isinstance(kids, ArrayObject) else []
    return False
