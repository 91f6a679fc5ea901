"""JPEG and PNG pictures: open one safely, learn its size, see whether it is whole."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from pec_desktop.documents.kinds import Paper, PaperKind
from pec_desktop.errors import DocumentError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 120_000_000
"""More is refused: a small file may unfold to gigabytes. Phones take up to 108 million."""

LOW_RESOLUTION = 600
"""Pixels on the short side below which an identity card can hardly be read."""

_ORIENTATION = 0x0112  # EXIF 2.3, 4.6.4 A
_LYING = (5, 6, 7, 8)  # width and height are exchanged


@contextmanager
def opened(path: Path) -> Iterator[Image]:
    """Open the picture at `path` without decoding it yet.

    Raises `DocumentError` ``paper.too_many_pixels``; any other exception means damage.
    """
    from PIL import Image

    # Oddities it reads past; in a program without a console nobody would see them anyway.
    warnings.filterwarnings("ignore", module=r"PIL\.")
    Image.MAX_IMAGE_PIXELS = None  # ours is checked below, before anything is decoded
    with Image.open(path, formats=("JPEG", "PNG")) as image:
        if image.width * image.height > MAX_PIXELS:
            raise DocumentError("paper.too_many_pixels")
        yield image


def upright(image: Image) -> Image:
    """Turn the picture as the camera was held; the same picture if it does not say how."""
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    turn = turns.get(_orientation(image))
    return image if turn is None else image.transpose(turn)


def _orientation(image: Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - a bad note beside the picture does not spoil the picture
        return 1


def examine(paper: Paper, path: Path) -> Paper:
    """Complete `paper` from the picture at `path`. Raises as `opened`."""
    with opened(path) as image:
        width, height = image.size
        if paper.kind is PaperKind.PNG:
            image.verify()  # the check sum of every chunk
        else:
            if _orientation(image) in _LYING:
                width, height = height, width
            image.draft(None, (width // 8, height // 8))
            image.load()  # an eighth of the size: quick, and fails if the end is missing
    low = min(width, height) < LOW_RESOLUTION
    return structs.replace(
        paper,
        width_px=width,
        height_px=height,
        warning="paper.low_resolution" if low else None,
    )
