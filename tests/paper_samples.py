"""Sample papers for everybody's tests: each function but `put` gives the bytes of one file.

Nothing here is anybody's: forms say what they are, signatures are made on the spot by the real
`openssl` with a key that lives as long as the test run.
"""

from __future__ import annotations

import atexit
import base64
import random
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter

A4 = (595.276, 841.89)

_SIGNATURE_ROOM = 8192  # bytes kept for a signature inside a PDF
_ONE_LINE = bytes.maketrans(b"\r\n", b"..")  # keeps a comment a comment


def put(folder: Path, name: str, data: bytes) -> Path:
    """Write a file, as somebody has it on the desk, and tell where it lies."""
    path = folder / name
    path.write_bytes(data)
    return path


def pdf(pages: int = 1, *, size: tuple[float, float] = A4, ballast: int = 0) -> bytes:
    """A sound PDF of `pages` pages with a line of text each, and `ballast` bytes more."""
    return _file(_pages(pages, size, ballast=ballast))


def signed_pdf(pages: int = 1) -> bytes:
    """A PDF with a signature as PAdES makes it: a detached CMS over a byte range of the file."""
    room = b"0" * (2 * _SIGNATURE_ROOM)
    signature = (
        b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
        b" /ByteRange [0 1111111111 2222222222 3333333333] /Contents <%b> >>" % room
    )
    value = f"/FT /Sig /T (Firma1) /Rect [0 0 0 0] /V {5 + 2 * pages} 0 R"
    data = _file([*_pages(pages, A4, field=value), signature])
    start = data.index(b"<" + room)
    end = start + len(room) + 2
    ranges = b"%010d %010d %010d" % (start, end, len(data) - end)
    data = data.replace(b"1111111111 2222222222 3333333333", ranges)
    made = _openssl_cms(data[:start] + data[end:]).hex().encode()
    return data[: start + 1] + made.ljust(len(room), b"0") + data[end - 1 :]


def unsigned_field_pdf() -> bytes:
    """A form with a signature field that nobody has signed yet."""
    return _file(_pages(1, A4, field="/FT /Sig /T (Firma1) /Rect [50 50 250 100]"))


def filled_form_pdf(value: str = "compilato") -> bytes:
    """A form with a text field that has been filled in."""
    field = f"/FT /Tx /T (denominazione) /V ({value}) /DA (/F1 12 Tf 0 g) /Rect [50 50 250 70]"
    return _file(_pages(1, A4, field=field))


def user_password_pdf(password: str = "segreta", algorithm: str = "RC4-128") -> bytes:
    """A PDF that cannot be opened without its password."""
    return _encrypted(password, "proprietario", algorithm)


def owner_password_pdf(algorithm: str = "RC4-128") -> bytes:
    """A PDF that everybody may open, with a password only for lifting its restrictions."""
    return _encrypted("", "proprietario", algorithm)


def damaged_pdf() -> bytes:
    """A PDF of which only the first half has arrived."""
    whole = pdf(3)
    return whole[: len(whole) // 2]


def no_pages_pdf() -> bytes:
    """A PDF without a single page."""
    return pdf(0)


@cache
def photo(
    width: int = 4000, height: int = 3000, *, orientation: int = 1, progressive: bool = False
) -> bytes:
    """A JPEG photo of a made-up identity card on a grainy desk, the phone held in any way.

    `width` and `height` are those of the upright picture; `orientation` is EXIF's, 1 to 8, and the
    stored pixels are turned accordingly.
    """
    image = _desk(width, height)
    _draw_card(image)
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Fotocamera di prova"
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }.get(orientation)
    stored = image if undo is None else image.transpose(undo)
    return picture(stored, "JPEG", quality=88, exif=exif, progressive=progressive)


def alpha_png(width: int = 800, height: int = 1000) -> bytes:
    """A PNG with a transparent background and one opaque dark square in its middle."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    box = (width // 4, height // 4, 3 * width // 4, 3 * height // 4)
    ImageDraw.Draw(image).rectangle(box, fill=(20, 40, 120, 255))
    return picture(image, "PNG")


def huge_png(width: int = 20_000, height: int = 20_000) -> bytes:
    """A small file that unfolds to 400 million pixels."""
    return picture(Image.new("1", (width, height)), "PNG")


def picture(image: Image.Image, file_format: str, **options: object) -> bytes:
    """`image` written in `file_format` ("JPEG", "PNG") with Pillow's own `options`."""
    out = BytesIO()
    image.save(out, file_format, **options)
    return out.getvalue()


def heic() -> bytes:
    """The beginning of a photo as an iPhone stores it."""
    return b"\0\0\0\x24ftypheic\0\0\0\0mif1MiHEMiPrmiafheic" + bytes(2000)


def empty() -> bytes:
    """A file of no bytes."""
    return b""


def word() -> bytes:
    """A Word document; give it a name that ends in .pdf to see a common mistake."""
    return zip_file({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"})


def zip_file(content: dict[str, str] | None = None) -> bytes:
    """A ZIP archive of texts by name."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in (content or {"modulo.txt": "niente"}).items():
            archive.writestr(name, text)
    return out.getvalue()


def p7m(content: bytes | None = None, *, wrapping: str | None = None, ber: bool = False) -> bytes:
    """A real signed envelope around `content` (a PDF by default).

    `wrapping`: None for DER (or BER of indefinite length if `ber`), else what lies around it, from
    the outermost inwards, as in "pem base64".
    """
    stream = ["-stream", "-indef"] if ber else []
    der = _openssl_cms(pdf() if content is None else content, "-nodetach", *stream)
    for layer in reversed(wrapping.split() if wrapping else []):
        der = _WRAP[layer](der)
    return der


def openssl_p7m(tool: str, form: str, content: bytes) -> bytes:
    """An envelope as `openssl cms` or `openssl smime` writes it: DER, PEM or SMIME, its default."""
    return _openssl_cms(content, "-nodetach", tool=tool, form=form)


def _in_pem(text: bytes) -> bytes:
    lines = re.sub(rb".{64}", rb"\g<0>\n", text)
    return b"-----BEGIN PKCS7-----\n" + lines + b"\n-----END PKCS7-----\n"


_WRAP: dict[str, Callable[[bytes], bytes]] = {
    "base64": base64.b64encode,
    "pem": _in_pem,
    "mime": lambda text: b"Content-Type: application/pkcs7-mime;\r\n name=p7m\r\n\r\n" + text,
    "utf-16": lambda text: text.decode().encode("utf-16"),
}


def nested_p7m(content: bytes | None = None) -> bytes:
    """An envelope signed a second time by putting it into another one."""
    return p7m(p7m(content))


def detached_p7m(content: bytes | None = None) -> bytes:
    """A signature without the document it signs, as in a .p7s file."""
    return _openssl_cms(pdf() if content is None else content)


def _pages(
    count: int, size: tuple[float, float], *, field: str = "", ballast: int = 0
) -> list[bytes]:
    """Objects 1 (catalogue), 2 (pages), 3 (font), for each page the page and its content, and
    one form field on the first page if there is a `field`."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    widget = f"[{4 + 2 * count} 0 R]"
    fonts = "/Font << /F1 3 0 R >>"
    form = f"/AcroForm << /Fields {widget} /DR << {fonts} >> >>" if field else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {form} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number in range(count):
        text = f"BT /F1 14 Tf 50 {size[1] - 80:.0f} Td (Pagina {number + 1} di {count}) Tj ET"
        grain = random.Random(number).randbytes(ballast // count)
        body = text.encode() + b"\n%" + grain.translate(_ONE_LINE)
        annotations = f" /Annots {widget}" if field and number == 0 else ""
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}]{annotations}"
            f" /Resources << {fonts} >> /Contents {5 + 2 * number} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(body), body),
        ]
    if field:
        objects.append(f"<< /Type /Annot /Subtype /Widget {field} >>".encode())
    return objects


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def _encrypted(user: str, owner: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(2))))
    writer.encrypt(user, owner, algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _desk(width: int, height: int) -> Image.Image:
    """Brown, with the grain that makes real photos large."""
    grain = Image.effect_noise((width, height), 24)
    return Image.merge("RGB", [grain.point(lambda v, k=k: v * k // 100) for k in (90, 72, 55)])


def _draw_card(image: Image.Image) -> None:
    """A card over most of the picture, with fine print and a sky-blue bar that marks its top."""
    draw, (width, height) = ImageDraw.Draw(image), image.size
    left, top, right, bottom = width // 10, height // 10, width * 9 // 10, height * 9 // 10
    draw.rectangle((left, top, right, bottom), fill=(235, 240, 230))
    draw.rectangle((left, top, right, top + height // 12), fill=(60, 140, 220))
    line = max(height // 40, 8)
    font = ImageFont.load_default(line)
    for number in range(20):
        place = (left + line, top + height // 10 + number * line * 1.4)
        text = f"{number + 1:02}  CARTA DI PROVA  non vale come documento  0123456789"
        draw.text(place, text, fill=(30, 30, 30), font=font)


def _openssl_cms(content: bytes, *options: str, tool: str = "cms", form: str = "DER") -> bytes:
    key, certificate = _signer()
    command = ["openssl", tool, "-sign", "-binary", "-md", "sha256", "-outform", form]
    signer = ["-signer", str(certificate), "-inkey", str(key)]
    done = subprocess.run(
        [*command, *signer, *options], input=content, capture_output=True, check=True
    )
    return done.stdout


@cache
def _signer() -> tuple[Path, Path]:
    """A key and a self-made certificate in a folder that vanishes with the test run."""
    folder = Path(tempfile.mkdtemp(prefix="pec-desktop-signer-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-nodes", "-days", "30", "-subj", "/C=IT/O=Prova/CN=Firma di prova"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        capture_output=True,
        check=True,
    )
    return key, certificate


def signature_covers_file(data: bytes) -> bool:
    """Whether `openssl` confirms the signature of `signed_pdf()` in `data`; to prove it is real."""
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)\]", data)
    if found is None:
        return False
    start, end, rest = (int(number) for number in found.groups())
    raw = bytes.fromhex(data[start + 1 : end - 1].decode())
    length = int.from_bytes(raw[2:4], "big") + 4  # a DER SEQUENCE of two length bytes
    with tempfile.TemporaryDirectory() as folder:
        signature, content = Path(folder) / "s.der", Path(folder) / "content"
        signature.write_bytes(raw[:length])
        content.write_bytes(data[:start] + data[end : end + rest])
        verify = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", str(signature)]
        done = subprocess.run(
            [*verify, "-content", str(content), "-noverify", "-out", str(Path(folder) / "out")],
            capture_output=True,
            check=False,
        )
    return done.returncode == 0
