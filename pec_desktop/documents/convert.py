"""Make a photo or a scan into an upright A4 page of a PDF.

The picture is drawn anew, which also leaves behind what phones write into photos (place, time,
device). Always done in a child process: a decoded photo takes far more memory than its file.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pec_desktop.documents import child, papers, pictures
from pec_desktop.errors import DocumentError
from pec_desktop.work import Work

if TYPE_CHECKING:
    from PIL.Image import Image

_SHORT_MM, _LONG_MM = 210.0, 297.0  # A4, ISO 216
_MARGIN_MM = 10.0
_POINTS_PER_MM = 72 / 25.4
_PIXELS_PER_MM = 200 / 25.4
"""200 dpi: fine print on an identity card stays readable, a page stays below 1.5 MB."""

_QUALITY = 85
_GREY = ("1", "L", "LA", "La", "I", "I;16", "I;16B", "F")


def image_into(path: Path, target: Path, work: Work | None = None) -> None:
    """Write the JPEG or PNG at `path` to `target` as a PDF of one A4 page, upright and whole.

    Blocks for about a second: worker threads only. Raises `DocumentError` with the paper's problem,
    or ``paper.not_a_picture``, and `Cancelled`.
    """
    child.run("convert", [path], target, work)


def write_page(sources: Sequence[Path], target: Path) -> None:
    """The child's part of `image_into`; `sources` is one path."""
    paper = papers.read_here(sources[0])
    papers.require(paper)
    if paper.kind not in papers.IMAGES:
        raise DocumentError("paper.not_a_picture", name=paper.name)
    try:
        page = _page(sources[0])
    except MemoryError:
        raise
    except Exception as error:
        raise DocumentError("paper.damaged", name=paper.name) from error
    target.write_bytes(page)


def _page(path: Path) -> bytes:
    from PIL import Image

    with pictures.opened(path) as image:
        most = round((_LONG_MM - 2 * _MARGIN_MM) * _PIXELS_PER_MM)
        image.draft(None, (most, most))  # a JPEG decoder halves for free
        flat = _on_white(pictures.upright(image))
    portrait = flat.height >= flat.width
    page_mm = (_SHORT_MM, _LONG_MM) if portrait else (_LONG_MM, _SHORT_MM)
    room = [round((side - 2 * _MARGIN_MM) * _PIXELS_PER_MM) for side in page_mm]
    flat.thumbnail((room[0], room[1]), Image.Resampling.LANCZOS)
    jpeg = BytesIO()
    flat.save(jpeg, "JPEG", quality=_QUALITY)
    return _pdf(jpeg.getvalue(), flat, page_mm)


def _on_white(image: Image) -> Image:
    """Bring any mode to grey or RGB of 8 bits; what is transparent becomes white paper."""
    from PIL import Image

    mode = "L" if image.mode in _GREY else "RGB"
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        return paper.convert(mode)
    if image.mode.startswith("I"):  # 16 bits: a plain conversion would cut off, not scale
        image = image.convert("I").point(lambda value: value / 257)
    return image.convert(mode)


def _pdf(jpeg: bytes, image: Image, page_mm: tuple[float, float]) -> bytes:
    """Put `jpeg` in the middle of a page, as large as the margins allow."""
    page = [side * _POINTS_PER_MM for side in page_mm]
    margin = _MARGIN_MM * _POINTS_PER_MM
    scale = min(
        (page[0] - 2 * margin) / image.width,
        (page[1] - 2 * margin) / image.height,
    )
    width, height = image.width * scale, image.height * scale
    left, bottom = (page[0] - width) / 2, (page[1] - height) / 2
    draw = f"q {width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f} cm /Picture Do Q"
    colours = "/DeviceGray" if image.mode == "L" else "/DeviceRGB"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page[0]:.3f} {page[1]:.3f}] /Contents 4 0 R"
        f" /Resources << /XObject << /Picture 5 0 R >> >> >>".encode(),
        _stream("", draw.encode()),
        _stream(
            f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height}"
            f" /ColorSpace {colours} /BitsPerComponent 8 /Filter /DCTDecode ",
            jpeg,
        ),
    )
    return _file(objects)


def _stream(entries: str, data: bytes) -> bytes:
    head = f"<< {entries}/Length {len(data)} >>\nstream\n".encode()
    return head + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    """Number `objects` from 1, write them and the table of their places (ISO 32000-1, 7.5)."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    out += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(out)
