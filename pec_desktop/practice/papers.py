"""What the vendor's office does with the papers it receives: decode, look, judge.

At once (HTTP 406): what does not begin with ``%PDF``, or is no CMS SignedData where a .p7m is due.
Later, when the mailbox has been `in_evasione` for its time, `acceptable` decides between `evasa`
and `documenti_errati`. Refused are

- the wrong number of papers: two PDFs (form, identity document) for the Legalmail types, one that
  holds both for DOMICILIODIGITALE and PECMASSIVA;
- a damaged paper (without ``%%EOF`` at its end), one with a password, one without a page;
- the same paper twice;
- a form of this server that belongs to another mailbox or to another procedure;
- where one paper must hold both, the bare form as it was downloaded.

A signature is not looked for: a scanned one is ink on paper, and nobody should need a printer to
practise. Therefore the downloaded form together with another PDF is accepted.
"""

from __future__ import annotations

import base64
import re
import zlib
from itertools import islice

from pec_desktop.practice import forms

_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm.{0,500}?stream\r?\n", re.DOTALL)
_CODE = re.compile(rb"MODULO-[A-Z]+-[0-9a-f]{24}")
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")  # OID 1.2.840.113549.1.7.2
_PEM = re.compile(rb"-----BEGIN (?:PKCS7|CMS)-----(.+?)-----END", re.DOTALL)


def decode(documents: object) -> list[bytes]:
    """Return the bytes of `documenti`, one base64 text or a list of them; ValueError if not so."""
    texts = documents if isinstance(documents, list) else [documents]
    return [_decode_one(text) for text in texts]


def _decode_one(text: object) -> bytes:
    if not isinstance(text, str):
        raise ValueError("documenti")  # noqa: TRY004 - what a wrong base64 text raises, too
    return base64.b64decode(text, validate=True)


def is_pdf(paper: bytes) -> bool:
    """Tell whether a paper calls itself a PDF."""
    return paper.startswith(b"%PDF")


def is_signed_data(paper: bytes) -> bool:
    """Tell whether a paper begins like CMS SignedData, in DER (or BER) or in a PEM wrapping."""
    wrapped = _PEM.match(paper.lstrip())
    if wrapped:
        try:
            paper = base64.b64decode(wrapped[1])
        except ValueError:
            return False
    return paper[:1] == b"\x30" and _SIGNED_DATA in paper[:20]


def acceptable(papers: list[bytes], wanted: int, kind: str, identifier: str, form: bytes) -> bool:
    """Judge the papers of a mailbox; `form` is the bare form, `wanted` how many there must be."""
    if len(papers) != wanted or len(set(papers)) != len(papers):
        return False
    if wanted == 1 and papers[0] == form:
        return False
    own = forms.code(kind, identifier).encode()
    return all(_sound(paper) and set(_CODE.findall(paper)) <= {own} for paper in papers)


def _sound(paper: bytes) -> bool:
    return b"%%EOF" in paper[-1024:] and b"/Encrypt" not in paper and _has_page(paper)


def _has_page(paper: bytes) -> bool:
    """Look for a page, also inside the compressed object streams of newer PDFs."""
    if _PAGE.search(paper):
        return True
    for stream in islice(_OBJECT_STREAM.finditer(paper), 1000):
        try:
            objects = zlib.decompressobj().decompress(paper[stream.end() :], 4_000_000)
        except zlib.error:
            continue
        if _PAGE.search(objects):
            return True
    return False
