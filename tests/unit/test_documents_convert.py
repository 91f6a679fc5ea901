"""A photo becomes an upright, readable, small A4 page."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import paper_samples as samples
import pytest
from PIL import Image
from pypdf import PdfReader

from pec_desktop.documents import pictures
from pec_desktop.documents.convert import image_into, write_page
from pec_desktop.errors import DocumentError

BLUE, BROWN, CARD = (60, 140, 220), (115, 92, 70), (235, 240, 230)


def put(folder: Path, data: bytes, name: str = "foto") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def image_to_pdf(path: Path) -> bytes:
    target = path.with_name("page.pdf")
    image_into(path, target)
    return target.read_bytes()


def page_of(data: bytes) -> tuple[tuple[float, float], Image.Image]:
    """The size of the only page in points, and the picture on it."""
    (page,) = PdfReader(BytesIO(data)).pages
    (picture,) = page.images
    assert picture.image is not None
    return (float(page.mediabox.width), float(page.mediabox.height)), picture.image


def converted(path: Path) -> tuple[tuple[float, float], Image.Image]:
    """Like `image_to_pdf`, without the child process."""
    target = path.with_name("page.pdf")
    write_page([path], target)
    return page_of(target.read_bytes())


def near(pixel: object, colour: tuple[int, ...], tolerance: int = 25) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= tolerance for a, b in zip(pixel, colour, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [(800, 1000), (1000, 800)])
def test_a_photo_is_upright_however_the_phone_was_held(
    size: tuple[int, int], orientation: int, tmp_path: Path
) -> None:
    path = put(tmp_path, samples.photo(*size, orientation=orientation))
    page, picture = converted(path)
    assert page == pytest.approx(samples.A4 if size[0] < size[1] else samples.A4[::-1], abs=0.01)
    assert picture.size == size
    assert near(picture.getpixel((size[0] // 2, round(size[1] * 0.13))), BLUE)
    assert near(picture.getpixel((size[0] // 2, round(size[1] * 0.89))), CARD)
    # The text begins at the left: a mirrored picture would have its empty side there.
    dark = [
        sum(picture.crop(box).convert("L").histogram()[:80])
        for box in ((size[0] // 8, 200, size[0] // 3, 700), (size[0] * 7 // 10, 200, 700, 700))
    ]
    assert dark[0] > 200


def test_a_phone_photo_becomes_a_small_page_that_can_be_read(tmp_path: Path) -> None:
    data = image_to_pdf(put(tmp_path, samples.photo(4000, 3000, orientation=6)))
    page, picture = page_of(data)
    assert len(data) < 1_500_000
    assert page == pytest.approx(samples.A4[::-1], abs=0.01)
    assert picture.height / (190 / 25.4) == pytest.approx(200, abs=2)  # dots per inch
    assert b"Fotocamera di prova" not in data  # nor the place where it was taken


def test_a_grainy_photo_stays_small(tmp_path: Path) -> None:
    grain = Image.effect_noise((4000, 3000), 80).convert("RGB")
    data = image_to_pdf(put(tmp_path, samples.picture(grain, "JPEG", quality=95)))
    assert len(data) < 1_500_000


def test_transparent_becomes_white(tmp_path: Path) -> None:
    _page, picture = converted(put(tmp_path, samples.alpha_png(800, 1000)))
    assert near(picture.getpixel((5, 5)), (255, 255, 255), 4)
    assert near(picture.getpixel((400, 500)), (20, 40, 120))
    half = Image.merge("LA", [Image.new("L", (700, 700), 0), Image.new("L", (700, 700), 128)])
    _page, picture = converted(put(tmp_path, samples.picture(half, "PNG")))
    assert (picture.mode, picture.getpixel((350, 350))) == ("L", 127)


@pytest.mark.parametrize("mode", ["1", "L", "I;16", "P", "RGB", "CMYK"])
def test_every_mode_keeps_its_look(mode: str, tmp_path: Path) -> None:
    ramp = Image.linear_gradient("L").resize((700, 900))
    if mode == "I;16":
        image = ramp.convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        image = ramp.convert(mode)
    data = samples.picture(image, "JPEG" if mode == "CMYK" else "PNG")
    _page, picture = converted(put(tmp_path, data))
    assert picture.mode == ("L" if mode in ("1", "L", "I;16") else "RGB")
    grey = picture.convert("L").resize((7, 9), Image.Resampling.BOX)
    levels = [grey.getpixel((3, row)) for row in (0, 4, 8)]
    assert levels == pytest.approx([14, 128, 241], abs=14)


def test_a_progressive_photo_and_a_double_one_are_pages_too(tmp_path: Path) -> None:
    image = Image.new("RGB", (700, 900), BLUE)
    double = samples.picture(image, "MPO", save_all=True, append_images=[image])
    for data in (samples.photo(700, 900, progressive=True), double):
        _page, picture = converted(put(tmp_path, data))
        assert picture.size == (700, 900)


def test_as_many_pixels_as_allowed_are_drawn_small(tmp_path: Path) -> None:
    large = Image.new("L", (12_000, pictures.MAX_PIXELS // 12_000), 200)
    _page, picture = converted(put(tmp_path, samples.picture(large, "PNG")))
    assert max(picture.size) <= 2181
    more = Image.new("L", (12_000, pictures.MAX_PIXELS // 12_000 + 1), 200)
    with pytest.raises(DocumentError) as refused:
        converted(put(tmp_path, samples.picture(more, "PNG")))
    assert refused.value.key == "paper.too_many_pixels"


def test_what_is_no_whole_picture_is_refused_by_name(tmp_path: Path) -> None:
    expected = {
        "a.pdf": (samples.pdf(), "paper.not_a_picture"),
        "b.jpg": (samples.photo(700, 900)[:9000], "paper.damaged"),
        "c.jpg": (samples.heic(), "paper.heic"),
        "d.jpg": (b"", "paper.empty"),
        "e.p7m": (samples.p7m(), "paper.p7m_not_here"),
    }
    for name, (data, key) in expected.items():
        target = tmp_path / "page.pdf"
        with pytest.raises(DocumentError) as refused:
            image_into(put(tmp_path, data, name), target)
        assert (refused.value.key, refused.value.details) == (key, {"name": name})
        assert not target.exists()


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler-utils")
def test_another_program_draws_the_page_as_meant(tmp_path: Path) -> None:
    path = put(tmp_path, image_to_pdf(put(tmp_path, samples.photo(1600, 1200))), "page.pdf")
    command = ["pdftoppm", "-r", "72", "-png", "-singlefile", str(path), str(tmp_path / "drawn")]
    subprocess.run(command, check=True)
    with Image.open(tmp_path / "drawn.png") as drawn:
        width, height = drawn.size
        assert (width, height) == (842, 596)
        assert near(drawn.getpixel((10, 10)), (255, 255, 255), 3)
        assert near(drawn.getpixel((width // 2, 45)), BROWN, 40)
        assert near(drawn.getpixel((width // 2, 100)), BLUE)
        assert near(drawn.getpixel((10, height - 10)), (255, 255, 255), 3)
