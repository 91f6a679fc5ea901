"""Files encrypted with a passphrase in the age format (age-encryption.org/v1).

The format is a published one, with programs for every system: ``age -d office.zip.age`` opens what
is written here, and what ``age -p`` writes can be read. Of it this is the part for passphrases;
the ciphers are those of `cryptography`. A header holds the file's key, encrypted with a key that
scrypt makes of the passphrase; then come slices of 64 KiB, each sealed with its number and the last
one marked as the last, so that no slice can be changed, moved or cut off unnoticed.
"""

from __future__ import annotations

import hmac
import io
import os
import re
import unicodedata
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, BinaryIO

from pec_desktop.errors import StoreError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

MAGIC = b"age-encryption.org/v1\n"
WORK = 17
"""Scrypt's cost for new files, as a power of two: 128 MiB of memory, about half a second."""

_MOST_WORK = 20
"""What is still tried for files of other programs: 1 GiB of memory."""
_SLICE = 64 * 1024
_TAG = 16
_LABEL = b"age-encryption.org/v1/scrypt"
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n---( [A-Za-z0-9+/]{43}\n)"
)
_LONGEST_HEADER = 200


class AgeWriter(io.RawIOBase):
    """Encrypts what is written to it into `file`; `close` ends it and leaves `file` open.

    Whatever is not closed cannot be read. Making one takes as long as `WORK` says.
    """

    def __init__(self, file: BinaryIO, passphrase: str, *, work: int = WORK) -> None:
        self._file = file
        self._rest = bytearray()
        self._number = 0
        key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
        wrapped = _cipher(_stretched(passphrase, salt, work)).encrypt(bytes(12), key, None)
        head = b"%b-> scrypt %b %d\n%b\n---" % (MAGIC, _text(salt), work, _text(wrapped))
        file.write(b"%b %b\n%b" % (head, _text(_seal(key, head)), nonce))
        self._cipher = _cipher(_derived(key, nonce, b"payload"))

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # bytes will do
        """Append `data`."""
        self._rest += data
        while len(self._rest) > _SLICE:  # the last slice is never empty
            self._put(bytes(self._rest[:_SLICE]), last=False)
            del self._rest[:_SLICE]
        return len(data)

    def close(self) -> None:
        """Write what is left, marked as the end."""
        if not self.closed:
            self._put(bytes(self._rest), last=True)
            self._file.flush()
        super().close()

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), piece, None))
        self._number += 1


class AgeReader(io.RawIOBase):
    """Gives what is encrypted in `file`, from any place in it.

    Raises `StoreError`: ``saved.passphrase`` for a wrong one, ``saved.damaged`` for anything that
    is not as it was written, here or when it is read; the end is looked at here. Making one takes
    as long as the writer's scrypt.
    """

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        self._file = file
        key, self._begin = _opened(file, passphrase)
        file.seek(self._begin)
        nonce = file.read(16)
        self._begin += len(nonce)
        sealed = file.seek(0, io.SEEK_END) - self._begin
        self._slices = max(1, -(-sealed // (_SLICE + _TAG)))
        self._size = sealed - self._slices * _TAG
        if len(nonce) < 16 or self._size < 0:
            raise StoreError("saved.damaged", reason="cut off")
        self._cipher = _cipher(_derived(key, nonce, b"payload"))
        self._place = 0
        self._known: tuple[int, bytes] = (-1, b"")
        self._read_slice(self._slices - 1)

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that one can go to any place in it."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, as files do."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._size}[whence]
        self._place = max(0, start + offset)
        return self._place

    def tell(self) -> int:
        """Tell the present place."""
        return self._place

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what io calls it with
        """Fill as much of `buffer` as one slice has; 0 at the end."""
        if self._place >= self._size:
            return 0
        number, offset = divmod(self._place, _SLICE)
        piece = self._read_slice(number)[offset : offset + len(buffer)]
        buffer[: len(piece)] = piece
        self._place += len(piece)
        return len(piece)

    def _read_slice(self, number: int) -> bytes:
        from cryptography.exceptions import InvalidTag

        if self._known[0] != number:
            self._file.seek(self._begin + number * (_SLICE + _TAG))
            sealed = self._file.read(_SLICE + _TAG)
            nonce = _nonce(number, last=number == self._slices - 1)
            try:
                self._known = (number, self._cipher.decrypt(nonce, sealed, None))
            except InvalidTag as error:
                raise StoreError("saved.damaged", reason=f"slice {number}") from error
        return self._known[1]


def is_age(file: BinaryIO) -> bool:
    """Whether `file`, read from its beginning, is encrypted."""
    file.seek(0)
    return file.read(len(MAGIC)) == MAGIC


def _opened(file: BinaryIO, passphrase: str) -> tuple[bytes, int]:
    """Give the file's key, and where its header ends."""
    from cryptography.exceptions import InvalidTag

    file.seek(0)
    header = _HEADER.match(file.read(_LONGEST_HEADER))
    if header is None or int(header[2]) > _MOST_WORK:
        raise StoreError("saved.damaged", reason="header")
    wrap = _cipher(_stretched(passphrase, _bytes(header[1]), int(header[2])))
    try:
        key = wrap.decrypt(bytes(12), _bytes(header[3]), None)
    except InvalidTag as error:
        raise StoreError("saved.passphrase") from error
    if not hmac.compare_digest(_text(_seal(key, header[0][: header.start(4)])), header[4].strip()):
        raise StoreError("saved.damaged", reason="header")
    return key, header.end()


def _cipher(key: bytes) -> ChaCha20Poly1305:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    """Make a key of a passphrase; an accented letter is the same however a keyboard sends it."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    words = unicodedata.normalize("NFC", passphrase).encode()
    return Scrypt(salt=_LABEL + salt, length=32, n=1 << work, r=8, p=1).derive(words)


def _derived(key: bytes, salt: bytes, what: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=what).derive(key)


def _seal(key: bytes, head: bytes) -> bytes:
    return hmac.digest(_derived(key, b"", b"header"), head, "sha256")


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _text(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    return b64decode(text + b"=" * (-len(text) % 4))
