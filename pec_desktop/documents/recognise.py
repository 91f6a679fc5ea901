"""Tell what a file is from its content: its name proves nothing.

Looks at the first bytes, and at the directory of a ZIP or of an old Office file. Imports nothing
heavy; whether a recognised paper is also sound is found out by the module for its kind (`pdf`,
`p7m`, `pictures`).
"""

from __future__ import annotations

import codecs
import re
import zipfile
from pathlib import Path

from pec_desktop.documents import p7m
from pec_desktop.documents.kinds import PaperKind

HEAD = 64 * 1024
"""Bytes from the start of a file that are enough to recognise it."""

_SIGNATURES = (
    (b"%PDF-", PaperKind.PDF),
    (b"\xff\xd8\xff", PaperKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", PaperKind.PNG),
    (b"{\\rtf", PaperKind.WORD),
)
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_UNICODE_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def recognise(path: Path) -> PaperKind:
    """Tell what the readable file at `path` is. Raises OSError only."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if not head:
        return PaperKind.EMPTY
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(path)
    if head.startswith(_OLE):
        return PaperKind.WORD if _ole_holds_word(path, head) else PaperKind.OTHER
    if head[4:8] == b"ftyp":
        return PaperKind.HEIC if _is_heic(head) else PaperKind.OTHER
    if p7m.unwrap(head) is not None:
        return PaperKind.P7M
    before, found, _after = head[:1024].partition(b"%PDF-")
    if found and _is_text(before):  # PDF readers look for it there (ISO 32000-1, annex H)
        return PaperKind.PDF  # while in a binary envelope it would be somebody's content
    return PaperKind.TEXT if _is_text(head) else PaperKind.OTHER


def _archive(path: Path) -> PaperKind:
    """Tell a Word or OpenDocument text from any other ZIP; other Office files are OTHER."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            declared = archive.read("mimetype")[:99] if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return PaperKind.ZIP
    if "[Content_Types].xml" in names:
        word = any(name.startswith("word/") for name in names)
        return PaperKind.WORD if word else PaperKind.OTHER
    if declared.startswith(b"application/vnd.oasis.opendocument"):
        return PaperKind.WORD if b".text" in declared else PaperKind.OTHER
    return PaperKind.ZIP


def _ole_holds_word(path: Path, head: bytes) -> bool:
    """Look for Word's own stream in the directory of an old Office file (MS-CFB, 2.2 and 2.6)."""
    sector = 1 << min(int.from_bytes(head[30:32], "little"), 12)
    with path.open("rb") as stream:
        stream.seek((int.from_bytes(head[48:52], "little") + 1) * sector)
        return "WordDocument".encode("utf-16-le") in stream.read(4096)


def _is_heic(head: bytes) -> bool:
    """Read the brands of an ISO media file (ISO 14496-12, 4.3); AVIF shares ``mif1``."""
    size = min(int.from_bytes(head[:4], "big"), 256)
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, size, 4))}
    return bool(brands & _HEIC_BRANDS) and b"avif" not in brands


def _is_text(head: bytes) -> bool:
    return head.startswith(_UNICODE_MARKS) or not _CONTROL.search(head)
