"""Joining keeps every page and refuses what it would break; assembling leaves PDFs alone."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import paper_samples as samples
import pytest
from paper_samples import put
from pypdf import PdfReader

from pec_desktop.documents.assemble import assemble_into
from pec_desktop.documents.join import join_into
from pec_desktop.errors import DocumentError

A5 = (419.53, 595.276)


def join(paths: list[Path]) -> bytes:
    target = paths[0].with_name("joined.pdf")
    join_into(paths, target)
    return target.read_bytes()


def assemble(form: Path, identity: Path | None, *, single: bool) -> list[bytes]:
    folder = form.with_name("work")
    folder.mkdir(exist_ok=True)
    made = assemble_into(folder, form, identity, single=single)
    return [path.read_bytes() for path in made]


def sizes(data: bytes) -> list[tuple[float, float]]:
    pages = PdfReader(BytesIO(data)).pages
    return [(float(page.mediabox.width), float(page.mediabox.height)) for page in pages]


def test_pages_keep_their_order_size_and_text(tmp_path: Path) -> None:
    form = put(tmp_path, "modulo.pdf", samples.pdf(2))
    identity = put(tmp_path, "carta.pdf", samples.pdf(1, size=A5))
    joined = join([form, identity, form])
    assert sizes(joined) == [samples.A4, samples.A4, A5, samples.A4, samples.A4]
    texts = [page.extract_text().strip() for page in PdfReader(BytesIO(joined)).pages]
    assert texts[:3] == ["Pagina 1 di 2", "Pagina 2 di 2", "Pagina 1 di 1"]


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler-utils")
def test_another_program_finds_nothing_wrong(tmp_path: Path) -> None:
    form = put(tmp_path, "modulo.pdf", samples.filled_form_pdf())
    photo = put(tmp_path, "carta.jpg", samples.photo(800, 600))
    (single,) = assemble(form, photo, single=True)
    path = put(tmp_path, "single.pdf", single)
    command = ["pdftoppm", "-r", "30", "-png", str(path), str(tmp_path / "drawn")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert len(list(tmp_path.glob("drawn*.png"))) == 2


def test_what_was_filled_in_and_where_to_sign_stay(tmp_path: Path) -> None:
    form = put(tmp_path, "modulo.pdf", samples.filled_form_pdf("Studio Prova"))
    field = put(tmp_path, "firma.pdf", samples.unsigned_field_pdf())
    fields = PdfReader(BytesIO(join([form, field]))).get_fields()
    assert fields is not None
    assert fields["denominazione"]["/V"] == "Studio Prova"
    assert "Firma1" in fields


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_an_owners_restrictions_do_not_keep_pages_from_being_joined(
    algorithm: str, tmp_path: Path
) -> None:
    owned = put(tmp_path, "modulo.pdf", samples.owner_password_pdf(algorithm))
    joined = PdfReader(BytesIO(join([owned, owned])))
    assert (len(joined.pages), joined.is_encrypted) == (4, False)
    assert joined.pages[3].extract_text().strip() == "Pagina 2 di 2"


def test_what_cannot_be_joined_is_refused_by_name_and_leaves_nothing(tmp_path: Path) -> None:
    good = put(tmp_path, "modulo.pdf", samples.pdf())
    refused = {
        "signed": (samples.signed_pdf(), "paper.signed_join"),
        "encrypted": (samples.user_password_pdf(), "paper.encrypted"),
        "damaged": (samples.damaged_pdf(), "paper.damaged"),
        "photo": (samples.photo(700, 700), "paper.not_a_pdf"),
        "p7m": (samples.p7m(), "paper.p7m_not_here"),
        "word": (samples.word(), "paper.word"),
        "missing": (None, "paper.missing"),
        "large signed": (samples.signed_pdf() + bytes(6_000_000), "paper.damaged"),
    }
    target = tmp_path / "joined.pdf"
    for name, (data, key) in refused.items():
        bad = tmp_path / name if data is None else put(tmp_path, name, data)
        with pytest.raises(DocumentError) as caught:
            join_into([good, bad], target)
        assert (caught.value.key, caught.value.details) == (key, {"name": name}), name
        assert not target.exists()


def test_pdfs_that_need_no_joining_go_out_byte_for_byte(tmp_path: Path) -> None:
    form = put(tmp_path, "modulo.pdf", samples.signed_pdf(2))
    identity = put(tmp_path, "carta.pdf", samples.owner_password_pdf())
    work = tmp_path / "work"
    work.mkdir()
    made = assemble_into(work, form, identity, single=False)
    assert made == [form, identity]
    assert list(work.iterdir()) == []
    assert assemble(form, identity, single=False) == [form.read_bytes(), identity.read_bytes()]


def test_a_document_that_is_single_already_goes_out_as_it_is(tmp_path: Path) -> None:
    """First joined, then signed by the applicant: the way to a signed single document."""
    form = put(tmp_path, "tutto.pdf", samples.signed_pdf(3))
    assert assemble(form, None, single=True) == [form.read_bytes()]
    assert assemble(form, None, single=False) == [form.read_bytes()]


def test_pictures_become_pages(tmp_path: Path) -> None:
    form = put(tmp_path, "modulo.pdf", samples.pdf(2))
    card = put(tmp_path, "carta.jpg", samples.photo(800, 600))
    first, second = assemble(form, card, single=False)
    assert first == form.read_bytes()
    assert sizes(second) == [pytest.approx(samples.A4[::-1], abs=0.01)]
    (single,) = assemble(form, card, single=True)
    assert len(sizes(single)) == 3
    (scan,) = assemble(card, None, single=True)
    assert len(sizes(scan)) == 1


def test_the_paper_that_is_in_the_way_is_named(tmp_path: Path) -> None:
    form = put(tmp_path, "modulo.pdf", samples.pdf())
    for name, data, single, key in (
        ("modulo.pdf.p7m", samples.p7m(), False, "paper.p7m_not_here"),
        ("carta.pdf", samples.word(), False, "paper.word"),
        ("carta.pdf", samples.user_password_pdf(), True, "paper.encrypted"),
        ("carta.pdf", samples.signed_pdf(), True, "paper.signed_join"),
    ):
        with pytest.raises(DocumentError) as caught:
            assemble(form, put(tmp_path, name, data), single=single)
        assert (caught.value.key, caught.value.details) == (key, {"name": name})
