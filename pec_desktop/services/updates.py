"""Is there a newer version? Asked only where the person has switched that on.

The answer is a signed file: whoever answers in its place, or between, can keep silent but announce
nothing. Nothing is downloaded or installed; the person is told, and shown where to get it.
"""

from __future__ import annotations

import base64
import binascii
import logging
import re
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from pec_desktop import __version__
from pec_desktop.errors import Refusal
from pec_desktop.paths import resource

if TYPE_CHECKING:
    from pec_desktop.work import Work

PRODUCT = "pec-desktop"
_NUMBER = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}")
_PAGE = re.compile(r"https://[\w./%-]+")
log = logging.getLogger(__name__)


class Source(Struct, frozen=True):
    """Where new versions are announced, and the Ed25519 key that has to have signed (base64).

    Both are empty in a build that was not made for a release.
    """

    address: str = ""
    key: str = ""

    @property
    def known(self) -> bool:
        """Whether there is anybody to ask."""
        return bool(self.address and self.key)


class Release(Struct, frozen=True):
    """A version, the day it came out (ISO 8601), and the page where it can be had."""

    version: str
    released: str
    page: str
    product: str = PRODUCT


class SignedFile(Struct, frozen=True):
    """The file: a `Release` as JSON text, and the signature of that very text, base64."""

    release: str
    signature: str


def source() -> Source:
    """Return where this build asks."""
    return msgspec.json.decode(resource("updates.json").read_bytes(), type=Source)


def newer(asked: Source, work: Work) -> Release | None:
    """Return the newest version if it is newer than this one.

    Raises `ApiError`, and `Refusal("update.not_genuine")`. Worker thread.
    """
    from pec_desktop.api import version_file

    work.check()
    release = verified(version_file.read(asked.address), asked.key)
    log.info("The newest version is %s", release.version)
    return release if _order(release.version) > _order(__version__) else None


def verified(data: bytes, key: str) -> Release:
    """Return what the file says. Raises `Refusal("update.not_genuine")` unless `key` signed it."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        file = msgspec.json.decode(data, type=SignedFile)
        signer = Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True))
        signer.verify(base64.b64decode(file.signature, validate=True), file.release.encode())
        release = msgspec.json.decode(file.release, type=Release)
    except (InvalidSignature, msgspec.DecodeError, binascii.Error, ValueError) as error:
        raise Refusal("update.not_genuine") from error
    sound = _NUMBER.fullmatch(release.version) and _PAGE.fullmatch(release.page)
    if release.product != PRODUCT or not sound:
        raise Refusal("update.not_genuine")
    return release


def _order(version: str) -> tuple[int, ...]:
    numbers = tuple(map(int, version.split(".")))
    return numbers + (0,) * (4 - len(numbers))
