"""From BER to DER, as far as signed envelopes need it: what is signed stays as it is, to the bit.

Signing programs that stream write lengths of no fixed size and texts in pieces. Here such lengths
are written out and octet strings put together; every other byte is copied. A library that builds
the whole anew might change a certificate that is itself not quite regular, and break its signature.
"""

from __future__ import annotations

_DEEPEST = 60
"""Levels; a regular envelope has about twenty."""

_OCTET_STRING, _CONSTRUCTED = 0x04, 0x20


def to_der(data: bytes) -> bytes:
    """Return `data`, one BER element, with definite lengths. Raises `ValueError` if it is none.

    What follows the element is dropped (some programs fill up with zeros).
    """
    whole, _end = _element(memoryview(data), 0, 0)
    return whole


def _element(data: memoryview, at: int, depth: int) -> tuple[bytes, int]:
    """Return the element at `at` in DER, and where the next one begins."""
    if depth > _DEEPEST:
        raise ValueError("nested too deeply")
    tag, at = _tag(data, at)
    length, at = _length(data, at)
    if not tag[0] & _CONSTRUCTED:
        if length is None or at + length > len(data):
            raise ValueError("cut short")
        return _encoded(tag, bytes(data[at : at + length])), at + length
    inner = []
    stop = None if length is None else at + length
    if stop is not None and stop > len(data):
        raise ValueError("cut short")
    while stop is None or at < stop:
        if stop is None and bytes(data[at : at + 2]) == b"\0\0":
            at += 2
            break
        element, at = _element(data if stop is None else data[:stop], at, depth + 1)
        inner.append(element)
    if tag == bytes([_OCTET_STRING | _CONSTRUCTED]):
        return _encoded(bytes([_OCTET_STRING]), b"".join(map(_content, inner))), at
    return _encoded(tag, b"".join(inner)), at


def _tag(data: memoryview, at: int) -> tuple[bytes, int]:
    end = at + 1
    if at >= len(data):
        raise ValueError("cut short")
    if data[at] & 0x1F == 0x1F:
        while end < len(data) and data[end] & 0x80:
            end += 1
        end += 1
    return bytes(data[at:end]), end


def _length(data: memoryview, at: int) -> tuple[int | None, int]:
    """Return the length at `at`, None for one that is not told, and where the content begins."""
    if at >= len(data):
        raise ValueError("cut short")
    first = data[at]
    if first < 0x80:
        return first, at + 1
    size = first & 0x7F
    if size == 0:
        return None, at + 1
    if size > 8 or at + 1 + size > len(data):
        raise ValueError("cut short")
    return int.from_bytes(data[at + 1 : at + 1 + size], "big"), at + 1 + size


def _content(element: bytes) -> bytes:
    """Return what a piece of an octet string holds; it is in DER already."""
    if element[0] != _OCTET_STRING:
        raise ValueError("an octet string of something else")
    _size, start = _length(memoryview(element), 1)
    return element[start:]


def _encoded(tag: bytes, content: bytes) -> bytes:
    size = len(content)
    if size < 0x80:
        return tag + bytes([size]) + content
    digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return tag + bytes([0x80 | len(digits)]) + digits + content
