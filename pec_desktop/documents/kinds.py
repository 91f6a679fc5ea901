"""What a paper can be, and what is known of one."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class PaperKind(StrEnum):
    """What a file holds. ZIP, HEIC, WORD and TEXT are told apart to explain what to do instead."""

    PDF = "pdf"
    P7M = "p7m"
    JPEG = "jpeg"
    PNG = "png"
    HEIC = "heic"
    WORD = "word"
    ZIP = "zip"
    TEXT = "text"
    EMPTY = "empty"
    OTHER = "other"


IMAGES = (PaperKind.JPEG, PaperKind.PNG)
"""The kinds that can be made into a PDF page."""


class Paper(Struct, frozen=True, kw_only=True):
    """What is known about one file.

    `size` is in bytes. `pages` is known for a PDF that can be opened. `encrypted` says that a PDF
    is encrypted at all: with `problem` it cannot be opened, without it only its owner's
    restrictions are protected. `signed` says that a signature is there, not that it is valid.
    `width_px` and `height_px` are those of the upright picture. `wrapping` tells in what a p7m
    came: None for plain binary, else its layers from the outermost inwards (``utf-16``, ``mime``,
    ``pem``, ``base64``), as in ``pem base64``. `problem` (it cannot be used) and `warning` (look at
    it before using it) are keys of `ui.words`.
    """

    kind: PaperKind
    name: str
    size: int = 0
    pages: int | None = None
    encrypted: bool = False
    signed: bool = False
    width_px: int | None = None
    height_px: int | None = None
    wrapping: str | None = None
    problem: str | None = None
    warning: str | None = None

    @property
    def usable(self) -> bool:
        """Whether the paper can be used as it is; a warning does not forbid it."""
        return self.problem is None
