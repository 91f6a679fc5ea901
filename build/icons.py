"""The program's icon in the shapes that Windows and macOS want, made of the PNG files."""

from __future__ import annotations

import struct
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256)
APPLE = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
"""Size in pixels → Apple's name for a PNG of that size in an .icns file."""


def ico(resources: Path) -> bytes:
    """Return a Windows icon: a head, one line per picture, then the pictures as PNG."""
    pictures = [(resources / f"app-{size}.png").read_bytes() for size in SIZES]
    place = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(SIZES, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures)


def icns(resources: Path) -> bytes:
    """Return an icon for macOS: pictures one after the other, each behind its name and length."""
    parts = b""
    for size, name in APPLE.items():
        picture = (resources / f"app-{size}.png").read_bytes()
        parts += name + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts
