"""What goes wrong with papers is told with the names the person knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import paper_samples as samples
import pytest
from office_support import Bench, bench
from paper_samples import put

from pec_desktop.documents.papers import LIMIT
from pec_desktop.errors import DocumentError
from pec_desktop.services import drafts
from pec_desktop.services.papers import assemble, take_papers
from pec_desktop.work import Work


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path / "profile") as opened:
        yield opened


def test_a_paper_that_cannot_be_joined_is_named_as_the_person_knows_it(
    at: Bench, tmp_path: Path
) -> None:
    mailbox = at.registered(
        tipo_casella="DOMICILIODIGITALE", casella_pec="prova@test.domiciliodigitale.com"
    )
    papers = [
        put(tmp_path, "modulo firmato.pdf", samples.signed_pdf(2)),
        put(tmp_path, "carta.jpg", samples.photo(1200, 900)),
    ]
    draft = take_papers(at.office, mailbox.id, papers, Work())
    with pytest.raises(DocumentError) as refused:
        assemble(at.office, draft, mailbox, Work())
    assert refused.value.key == "paper.signed_join"
    assert refused.value.details == {"name": "modulo firmato.pdf"}


def test_a_paper_whose_copy_is_gone_is_named_as_the_person_knows_it(
    at: Bench, tmp_path: Path
) -> None:
    mailbox = at.registered()
    papers = [
        put(tmp_path, "fronte.jpg", samples.photo(1200, 900)),
        put(tmp_path, "modulo.pdf", samples.pdf(2)),
    ]
    draft = take_papers(at.office, mailbox.id, papers, Work())
    at.office.files.path(draft.papers[1].sha256).unlink()
    with pytest.raises(DocumentError) as refused:
        assemble(at.office, draft, mailbox, Work())
    assert (refused.value.key, refused.value.details) == ("paper.missing", {"name": "modulo.pdf"})


def test_all_that_was_refused_is_told_after_the_rest_is_safe(at: Bench, tmp_path: Path) -> None:
    mailbox = at.registered()
    (tmp_path / "cartella").mkdir()
    huge = tmp_path / "scansione.pdf"
    with huge.open("wb") as file:
        file.truncate(2 * LIMIT)
    papers = [
        tmp_path / "cartella",
        put(tmp_path, "modulo.pdf", samples.pdf(2)),
        huge,
        tmp_path / "niente.pdf",
    ]
    with pytest.raises(DocumentError) as refused:
        take_papers(at.office, mailbox.id, papers, Work())
    more = refused.value.details["more"]
    assert isinstance(more, tuple)
    errors = [refused.value, *more]
    assert [(error.key, error.details["name"]) for error in errors] == [
        ("paper.folder", "cartella"),
        ("paper.too_large", "scansione.pdf"),
        ("paper.missing", "niente.pdf"),
    ]
    assert [one.name for one in drafts.activation_of(at.office, mailbox.id).papers] == [
        "modulo.pdf"
    ]
    copies = [one for one in (at.folder / "files").rglob("*") if one.is_file()]
    assert sum(one.stat().st_size for one in copies) < LIMIT
