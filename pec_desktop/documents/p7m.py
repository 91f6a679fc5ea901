"""Signed envelopes (p7m: CMS SignedData): find one whatever it is wrapped in, check its form.

Whether a signature is valid is not judged here. Files seen in offices come as DER, as BER of
indefinite length, and in layers of text around it: a mail's headers (S/MIME), PEM, base64 with or
without padding, UTF-16. Each layer leads to one content only, and only an envelope ends the search.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, structs

from pec_desktop.documents.ber import to_der
from pec_desktop.documents.kinds import Paper
from pec_desktop.errors import DocumentError

_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # OBJECT IDENTIFIER 1.2.840.113549.1.7.2
_PEM = re.compile(rb"-----BEGIN [A-Z0-9 #]+-----")
_HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")  # RFC 5322, 2.2
_BASE64 = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
_BEGINNING = 16 * 1024
"""Bytes in which headers end, or PEM begins."""
_MOST_LAYERS = 8


class Envelope(Struct, frozen=True):
    """CMS bytes (DER or BER) and what they came wrapped in, as in `Paper.wrapping`."""

    cms: bytes
    wrapping: str | None


def unwrap(data: bytes) -> Envelope | None:
    """Find CMS SignedData in a file's bytes, or in its first bytes; None if it is something else.

    Only the first bytes of the envelope are looked at: what follows may still be damaged.
    """
    wrapping: list[str] = []
    while len(wrapping) <= _MOST_LAYERS:
        data = data.removeprefix(codecs.BOM_UTF8).lstrip()
        if _is_signed_data(data):
            return Envelope(data, " ".join(wrapping) or None)
        for name, content in _LAYERS.items():
            if (inner := content(data)) is not None:
                wrapping.append(name)
                data = inner
                break
        else:
            return None
    return None


class Opened(Struct, frozen=True):
    """An envelope in DER, how it was wrapped, its signatures, and what it holds.

    `contents` go from the outermost document inwards: more than one where somebody signed a signed
    envelope once more.
    """

    der: bytes
    wrapping: str | None
    signers: int
    contents: tuple[bytes, ...]


def open_envelope(data: bytes) -> Opened:
    """Open a signed envelope, whatever it is wrapped in. Worker thread.

    Raises `DocumentError`: ``p7m.not_signed_data``, ``paper.p7m_empty`` (a signature without its
    document), ``paper.damaged``.
    """
    envelope = unwrap(data)
    if envelope is None:
        raise DocumentError("p7m.not_signed_data")
    der, content, signers = _parts(envelope.cms)
    contents = [content]
    while len(contents) < _MOST_LAYERS and (inner := unwrap(contents[-1])):
        _der, content, more = _parts(inner.cms)
        contents.append(content)
        signers += more
    return Opened(der, envelope.wrapping, signers, tuple(contents))


def _parts(cms: bytes) -> tuple[bytes, bytes, int]:
    """Return an envelope in DER, its document and the number of its signatures."""
    from asn1crypto.cms import ContentInfo

    try:
        der = to_der(cms)
        signed_data = ContentInfo.load(der, strict=True)["content"]
        content = signed_data["encap_content_info"]["content"].native
        signers = len(signed_data["signer_infos"])
    except (ValueError, TypeError, KeyError) as error:
        raise DocumentError("paper.damaged") from error
    if not isinstance(content, bytes) or not content:
        raise DocumentError("paper.p7m_empty")
    return der, content, signers


def _is_signed_data(data: bytes) -> bool:
    """SEQUENCE, a length of one to seven bytes, then the object identifier of SignedData."""
    return data.startswith(b"0") and data.find(_SIGNED_DATA, 0, 8 + len(_SIGNED_DATA)) >= 2


def _from_utf16(data: bytes) -> bytes | None:
    """Make text that says it is UTF-16 into UTF-8."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    return data.decode("utf-16", "ignore").encode("utf-8", "ignore")


def _after_headers(text: bytes) -> bytes | None:
    """Return what follows the headers, those of a mail (S/MIME) or those within PEM."""
    headers = _HEADERS.match(text, 0, _BEGINNING)
    return None if headers is None else text[headers.end() :]


def _in_pem(text: bytes) -> bytes | None:
    """Return what stands between the lines of PEM; a PDF that shows some is a PDF."""
    begin = None if text.startswith(b"%PDF-") else _PEM.search(text, 0, _BEGINNING)
    return None if begin is None else text[begin.end() :].partition(b"-----")[0]


def _decoded(text: bytes) -> bytes | None:
    """Decode base64, forgiving blanks and missing padding; None if it is not."""
    packed = b"".join(text.split())
    if not _BASE64.fullmatch(packed):
        return None
    packed = packed.rstrip(b"=")
    if len(packed) % 4 == 1:  # a head cut in the middle of a group
        packed = packed[:-1]
    try:
        return base64.b64decode(packed + b"=" * (-len(packed) % 4))
    except binascii.Error:
        return None


_LAYERS: dict[str, Callable[[bytes], bytes | None]] = {
    "utf-16": _from_utf16,
    "mime": _after_headers,
    "pem": _in_pem,
    "base64": _decoded,
}
"""What an envelope may be wrapped in, and how to get at its content; None if it is not that."""


def examine(paper: Paper, path: Path) -> Paper:
    """Complete `paper` from the p7m at `path`.

    Raises `DocumentError` ``paper.p7m_empty`` for an envelope without a document (a detached
    signature, a bundle of certificates), ValueError for anything that is not sound CMS.
    """
    from asn1crypto.cms import ContentInfo

    envelope = unwrap(path.read_bytes())
    if envelope is None:
        raise DocumentError("paper.damaged")
    signed_data = ContentInfo.load(envelope.cms)["content"]
    if not signed_data["encap_content_info"]["content"].native:
        raise DocumentError("paper.p7m_empty")
    signers = len(signed_data["signer_infos"])
    return structs.replace(paper, signed=signers > 0, wrapping=envelope.wrapping)
