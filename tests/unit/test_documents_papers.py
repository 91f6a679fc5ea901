"""A paper is what its content says, and `read` has a reason for everything it refuses."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tracemalloc
from io import BytesIO
from pathlib import Path

import paper_samples as samples
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from pec_desktop.documents import papers
from pec_desktop.documents.papers import LIMIT, Paper, PaperKind, read


def put(folder: Path, data: bytes, name: str = "carta.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def ole(stream: str) -> bytes:
    """The header and directory of an old Office file with one stream."""
    header = bytearray(bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0"))
    header[30:32] = (9).to_bytes(2, "little")  # sectors of 512 bytes
    names = [name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", stream)]
    return bytes(header) + b"".join(names)


# Everything gets the name of a PDF: the content must decide.
UNUSABLE = {
    "empty": (samples.empty, PaperKind.EMPTY, "paper.empty"),
    "word": (samples.word, PaperKind.WORD, "paper.word"),
    "old word": (lambda: ole("WordDocument"), PaperKind.WORD, "paper.word"),
    "rich text": (lambda: b"{\\rtf1\\ansi ciao}", PaperKind.WORD, "paper.word"),
    "open document": (
        lambda: samples.zip_file({"mimetype": "application/vnd.oasis.opendocument.text"}),
        PaperKind.WORD,
        "paper.word",
    ),
    "excel": (
        lambda: samples.zip_file({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
        PaperKind.OTHER,
        "paper.not_a_document",
    ),
    "old excel": (lambda: ole("Workbook"), PaperKind.OTHER, "paper.not_a_document"),
    "zip": (samples.zip_file, PaperKind.ZIP, "paper.zip"),
    "half a zip": (lambda: samples.word()[:100], PaperKind.ZIP, "paper.zip"),
    "heic": (samples.heic, PaperKind.HEIC, "paper.heic"),
    "mif1": (lambda: b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", PaperKind.HEIC, "paper.heic"),
    "avif": (
        lambda: b"\0\0\0\x18ftypavif\0\0\0\0mif1avif",
        PaperKind.OTHER,
        "paper.not_a_document",
    ),
    "video": (lambda: b"\0\0\0\x14ftypisom\0\0\0\0mp42", PaperKind.OTHER, "paper.not_a_document"),
    "text": (lambda: "perché no\n".encode(), PaperKind.TEXT, "paper.text"),
    "latin text": (lambda: "perché no\n".encode("latin-1"), PaperKind.TEXT, "paper.text"),
    "utf-16 text": (lambda: "ciao".encode("utf-16"), PaperKind.TEXT, "paper.text"),
    "certificate": (
        lambda: b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        PaperKind.TEXT,
        "paper.text",
    ),
    "junk": (lambda: bytes(range(256)) * 9, PaperKind.OTHER, "paper.not_a_document"),
    "time-stamped": (
        lambda: bytes.fromhex("30800609 2a864886f70d0109 10011f") + samples.pdf(),
        PaperKind.OTHER,
        "paper.not_a_document",
    ),
    "half a pdf": (samples.damaged_pdf, PaperKind.PDF, "paper.damaged"),
    "pdf header only": (lambda: b"%PDF-1.7\n", PaperKind.PDF, "paper.damaged"),
    "no pages": (samples.no_pages_pdf, PaperKind.PDF, "paper.no_pages"),
    "half a photo": (lambda: samples.photo(900, 700)[:-9000], PaperKind.JPEG, "paper.damaged"),
    "half a png": (lambda: samples.alpha_png()[:-900], PaperKind.PNG, "paper.damaged"),
    "huge picture": (samples.huge_png, PaperKind.PNG, "paper.too_many_pixels"),
    "half a p7m": (lambda: samples.p7m()[:700], PaperKind.P7M, "paper.damaged"),
    "detached": (samples.detached_p7m, PaperKind.P7M, "paper.p7m_empty"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_paper_that_cannot_be_used_says_why(name: str, tmp_path: Path) -> None:
    make, kind, problem = UNUSABLE[name]
    data = make()
    paper = read(put(tmp_path, data))
    assert (paper.kind, paper.problem) == (kind, problem)
    assert (paper.name, paper.size, paper.usable) == ("carta.pdf", len(data), False)


def test_a_pdf_counts_its_pages_whatever_its_name(tmp_path: Path) -> None:
    paper = read(put(tmp_path, samples.pdf(3), "foto.jpg"))
    size = len(samples.pdf(3))
    assert paper == Paper(kind=PaperKind.PDF, name="foto.jpg", size=size, pages=3)
    assert paper.usable


@pytest.mark.parametrize("around", [(b"\r\n", b""), (b"junk\n", b""), (b"", bytes(4096))])
def test_a_pdf_with_something_around_it_is_a_pdf(
    around: tuple[bytes, bytes], tmp_path: Path
) -> None:
    paper = read(put(tmp_path, around[0] + samples.pdf(2) + around[1]))
    assert (paper.kind, paper.pages, paper.problem) == (PaperKind.PDF, 2, None)


def test_a_signed_pdf_is_told_from_one_that_waits_for_a_signature(tmp_path: Path) -> None:
    data = samples.signed_pdf(2)
    assert samples.signature_covers_file(data)
    signed = read(put(tmp_path, data))
    assert (signed.signed, signed.pages, signed.problem) == (True, 2, None)
    assert not read(put(tmp_path, samples.unsigned_field_pdf())).signed
    assert not read(put(tmp_path, samples.pdf())).signed


def test_a_signature_below_a_parent_field_is_found_and_a_circle_of_fields_ends(
    tmp_path: Path,
) -> None:
    data = samples.signed_pdf()
    parent = data.replace(b"/Fields [6 0 R]", b"/Fields [3 0 R]")
    nested = parent.replace(b"/BaseFont /Helvetica", b"/Kids [3 0 R 6 0 R]  ")
    assert read(put(tmp_path, nested)).signed
    assert not read(put(tmp_path, nested.replace(b"6 0 R]  ", b"3 0 R]  "))).signed


def test_a_signed_pdf_cut_short_is_not_taken_for_the_unsigned_one_before(tmp_path: Path) -> None:
    before = put(tmp_path, samples.pdf(), "before.pdf")
    writer = PdfWriter(str(before), incremental=True)
    writer.add_metadata({"/Subject": "x" * 5000})
    after = BytesIO()
    writer.write(after)
    whole = after.getvalue()
    assert whole.startswith(before.read_bytes())
    assert read(put(tmp_path, whole)).usable
    assert read(put(tmp_path, whole[:-1500])).problem == "paper.damaged"


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_password_closes_a_pdf_only_if_it_is_the_readers(algorithm: str, tmp_path: Path) -> None:
    closed = read(put(tmp_path, samples.user_password_pdf(algorithm=algorithm)))
    assert (closed.problem, closed.encrypted, closed.pages) == ("paper.encrypted", True, None)
    owned = read(put(tmp_path, samples.owner_password_pdf(algorithm)))
    assert (owned.problem, owned.encrypted, owned.pages) == (None, True, 2)
    assert owned.warning == "paper.restricted"


def test_a_protection_that_cannot_be_opened_here_is_not_called_a_password(tmp_path: Path) -> None:
    """Where the `cryptography` package is missing, pypdf cannot undo AES."""
    path = put(tmp_path, samples.owner_password_pdf("AES-256"))
    code = (
        "import sys; sys.modules['cryptography'] = sys.modules['Crypto'] = None\n"
        "from pathlib import Path; from pec_desktop.documents.papers import read\n"
        "paper = read(Path(sys.argv[1])); print(paper.problem, paper.encrypted)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["paper.protected", "True"]
    other = samples.owner_password_pdf().replace(b"/Standard", b"/Adobe.PS")
    assert read(put(tmp_path, other)).problem == "paper.protected"


@pytest.mark.parametrize(
    "wrapping",
    [
        None,
        "pem base64",
        "base64",
        "base64 base64",
        "mime base64",
        "base64 pem base64",
        "utf-16 pem mime base64",
    ],
)
@pytest.mark.parametrize("ber", [False, True])
def test_a_p7m_is_recognised_whatever_it_is_wrapped_in(
    wrapping: str | None, ber: bool, tmp_path: Path
) -> None:
    paper = read(put(tmp_path, samples.p7m(wrapping=wrapping, ber=ber)))
    assert (paper.kind, paper.problem, paper.signed) == (PaperKind.P7M, None, True)
    assert paper.wrapping == wrapping


def test_p7m_oddities_seen_in_offices_are_forgiven(tmp_path: Path) -> None:
    bare = samples.p7m(wrapping="base64")
    lines = b"\xef\xbb\xbf" + b"\r\n".join(bare[at : at + 76] for at in range(0, len(bare), 76))
    odd = {
        "no padding, lines, byte order mark": lines.rstrip(b"="),
        "PEM of CMS": samples.p7m(wrapping="pem base64").replace(b"PKCS7", b"CMS"),
        "zeros after the end": samples.p7m() + bytes(16),
        "nested": samples.nested_p7m(),
        "larger than the head": samples.p7m(samples.pdf(ballast=200_000), wrapping="base64 base64"),
    }
    for name, data in odd.items():
        paper = read(put(tmp_path, data))
        assert (paper.kind, paper.problem) == (PaperKind.P7M, None), name


def test_a_photo_tells_its_upright_size_and_whether_it_is_too_small(tmp_path: Path) -> None:
    photo = read(put(tmp_path, samples.photo(900, 1200, orientation=6)))
    assert (photo.kind, photo.width_px, photo.height_px) == (PaperKind.JPEG, 900, 1200)
    assert (photo.problem, photo.warning) == (None, None)
    small = read(put(tmp_path, samples.photo(800, 500)))
    assert (small.usable, small.warning) == (True, "paper.low_resolution")
    png = read(put(tmp_path, samples.alpha_png(800, 1000)))
    assert (png.kind, png.width_px, png.height_px, png.warning) == (PaperKind.PNG, 800, 1000, None)


def test_a_photo_with_broken_notes_or_a_second_picture_is_still_a_photo(tmp_path: Path) -> None:
    image = Image.new("RGB", (700, 700), "white")
    broken = samples.picture(image, "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xffjunk")
    double = samples.picture(image, "MPO", save_all=True, append_images=[image])
    for data in (broken, double):
        paper = read(put(tmp_path, data))
        assert (paper.kind, paper.problem, paper.width_px) == (PaperKind.JPEG, None, 700)


def test_what_is_not_a_readable_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    file = put(tmp_path, b"x")
    expected = {
        tmp_path: "paper.folder",
        tmp_path / "nothing.pdf": "paper.missing",
        file / "below.pdf": "paper.missing",
        tmp_path / "zero\0.pdf": "paper.missing",
        tmp_path / "circle": "paper.unreadable",
    }
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        expected[tmp_path / "pipe"] = "paper.not_a_document"
    assert {path: read(path).problem for path in expected} == expected


def test_a_paper_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = put(tmp_path, b"%PDF-1.7\n")
    os.truncate(path, LIMIT + 1)
    tracemalloc.start()
    try:
        paper = read(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (paper.problem, paper.kind, paper.size) == ("paper.too_large", PaperKind.PDF, LIMIT + 1)
    assert peak < 1_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_unicode_is_readable_and_can_be_shown(tmp_path: Path) -> None:
    for ballast in (0, 6_000_000):  # on the spot, and in a child
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/citt\xe0.pdf"))
        path.write_bytes(samples.pdf(2, ballast=ballast))
        paper = read(path)
        assert (paper.pages, paper.name) == (2, "citt?.pdf")
        paper.name.encode("utf-8")


def test_a_large_paper_is_read_alike_in_a_child(tmp_path: Path) -> None:
    path = put(tmp_path, samples.pdf(4, ballast=8_000_000))
    paper = read(path)
    assert paper == papers.read_here(path)
    assert (paper.pages, paper.name, paper.problem) == (4, "carta.pdf", None)
    path.write_bytes(path.read_bytes()[:-2000])
    assert read(path).problem == "paper.damaged"


def test_nothing_is_said_on_the_console_about_odd_papers(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    odd = samples.pdf(2).replace(b"0000000000 65535 f", b"0000000001 65535 f")
    shifted = put(tmp_path, b"junk\n" + odd)
    assert read(shifted).pages == 2
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
    logging.getLogger("pypdf").setLevel(logging.NOTSET)
    PdfReader(BytesIO(shifted.read_bytes()))
    assert caplog.records != []  # it would have had something to say


def test_importing_the_room_imports_nothing_heavy() -> None:
    code = (
        "import sys; from pec_desktop.documents import assemble, child, convert, join, papers\n"
        "print(sorted({'pypdf', 'PIL', 'asn1crypto', 'PySide6', 'requests'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
