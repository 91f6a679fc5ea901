"""A small writer of PDF 1.4: A4 pages with Helvetica text, lines and boxes, nothing compressed.

Uncompressed on purpose: whoever wonders what a form says can read it with a text editor, and so
can a test. Lengths are points (1/72 inch); y counts downwards from the top edge.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate

WIDTH, HEIGHT = 595, 842
"""A4 in points."""

_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 "
    "556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 "
    "260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 "
    "556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 "
    "280 389 584"
)
# Advance widths of the standard fonts, thousandths of the size, for the characters from space on.
_WIDTHS = {
    bold: {chr(32 + i): int(width) for i, width in enumerate(widths.split())}
    for bold, widths in ((False, _REGULAR), (True, _BOLD))
}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide `text` runs; accents count as their base letter, others as a digit."""
    widths = _WIDTHS[bold]
    base = unicodedata.normalize("NFD", text)
    return sum(widths.get(c, 556) for c in base if not unicodedata.combining(c)) * size / 1000


def wrap(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Break `text` into lines that fit `width`; a word that is too long is cut."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
            continue
        pieces = _cut(word, size, width, bold=bold)
        lines += pieces if lines[-1] else []
        if not lines[0]:
            lines = pieces
    return lines


def _cut(word: str, size: float, width: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


class Page:
    """One A4 page, drawn in the order of the calls."""

    def __init__(self) -> None:
        self._operators: list[bytes] = []

    def text(
        self, x: float, y: float, text: str, size: float = 9, *, bold: bool = False, grey: float = 0
    ) -> None:
        """Write one line whose baseline is at `y`; what WinAnsi lacks becomes a question mark."""
        shown = text.encode("cp1252", "replace")
        for special in (b"\\", b"(", b")"):
            shown = shown.replace(special, b"\\" + special)
        font = b"F2" if bold else b"F1"
        position = f"{x:.1f} {HEIGHT - y:.1f}".encode()
        self._operators.append(
            b"BT /%s %.1f Tf %.2f g %s Td (%s) Tj ET" % (font, size, grey, position, shown)
        )

    def right(self, x: float, y: float, text: str, size: float = 9, *, bold: bool = False) -> None:
        """Write one line that ends at `x`."""
        self.text(x - text_width(text, size, bold=bold), y, text, size, bold=bold)

    def line(self, x: float, y: float, x2: float, y2: float, weight: float = 0.5) -> None:
        """Draw a straight line."""
        self._draw(f"{weight:.2f} w 0 G {x:.1f} {HEIGHT - y:.1f} m {x2:.1f} {HEIGHT - y2:.1f} l S")

    def box(self, x: float, y: float, width: float, height: float, grey: float = 1) -> None:
        """Draw a framed rectangle whose top left corner is (`x`, `y`), filled with `grey`."""
        corner = f"{x:.1f} {HEIGHT - y - height:.1f}"
        self._draw(f"0.5 w 0 G {grey:.2f} g {corner} {width:.1f} {height:.1f} re B")

    def content(self) -> bytes:
        """Return the page's operators."""
        return b"\n".join(self._operators)

    def _draw(self, operators: str) -> None:
        self._operators.append(operators.encode())


def write(pages: list[Page], title: str, subject: str) -> bytes:
    """Return the finished file; the same pages always give the same bytes."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (it-IT) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *(_font(name) for name in ("Helvetica", "Helvetica-Bold")),
        f"<< /Title ({title}) /Subject ({subject}) /Creator (Practice server) >>".encode("ascii"),
    ]
    for number, page in enumerate(pages):
        content = page.content()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font "
            f"<< /F1 3 0 R /F2 4 0 R >> >> /Contents {7 + 2 * number} 0 R >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _font(name: str) -> bytes:
    encoding = "/Encoding /WinAnsiEncoding"
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} {encoding} >>".encode()


def _file(objects: list[bytes]) -> bytes:
    head = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    blocks = [b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(objects, 1)]
    *offsets, end = accumulate((len(block) for block in blocks), initial=len(head))
    entries = [b"0000000000 65535 f \n", *(b"%010d 00000 n \n" % offset for offset in offsets)]
    size = len(entries)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return b"".join([head, *blocks, b"xref\n0 %d\n" % size, *entries, trailer % (size, end)])
