"""The forms the practice server hands out, and how it judges what comes back."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from practice_support import Client, Clock, communication, documents, find, paper, registration

from pec_desktop.practice import PracticeServer, pdf


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock: Clock) -> Iterator[PracticeServer]:
    with PracticeServer(clock=clock, pace=1) as running:
        yield running


@pytest.fixture
def client(server: PracticeServer) -> Iterator[Client]:
    with Client(server) as open_client:
        yield open_client


def text_of(content: bytes) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(content), strict=True)
    return [page.extract_text() for page in reader.pages]


def joined(*papers: bytes, password: str = "") -> bytes:
    writer = pypdf.PdfWriter()
    for content in papers:
        writer.append(io.BytesIO(content))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def verdict(client: Client, clock: Clock, product: str, *papers: bytes) -> str:
    """Upload papers for a new mailbox, `b"FORM"` standing for its form, and await the verdict."""
    path = f"/pec/{client.call('POST', '/pec', registration('new', product)).data['id']}"
    form = client.get(f"{path}/modulo_attivazione").body
    given = [content.replace(b"FORM", form) for content in papers]
    reply = client.call("PATCH", f"{path}/attivazione", documents(*given))
    assert reply.status == 200, reply
    clock.now += 1
    return str(client.get(path).data["stato"])


def test_the_activation_form_carries_the_data_and_looks_the_same_again(client: Client) -> None:
    fields = {"nome_richiedente": "Niccolò (detto \\Nick)", "denominazione_titolare": "Èlite & Co."}
    mailbox = client.call("POST", "/pec", registration() | fields).data
    path = f"/pec/{mailbox['id']}/modulo_attivazione"
    reply = client.get(path)
    assert reply.headers["Content-Type"] == "application/pdf"
    assert reply.body == client.get(path).body
    first, second = text_of(reply.body)
    for value in (
        *("mario.rossi@testcert.legalmail.it", "BRONZE", "RSSXXXXXXXX56E", "11/04/1982"),
        *("rossi Niccolò (detto \\Nick)", "Èlite & Co.", "via verdi 20", "Pagina 1 di 2"),
    ):
        assert value in first
    assert "Firma del richiedente" in second
    for page in (first, second):
        assert "MODULO DI PROVA" in page
        assert f"MODULO-ATTIVAZIONE-{mailbox['id']}" in page


def test_the_other_forms(client: Client, clock: Clock) -> None:
    (keep,) = text_of(client.get(f"/pec/{find(client, 'evasa', 'GOLD')}/modulo_conservazione").body)
    assert "officine.valdoro@testcert.legalmail.it" in keep
    started = client.call("POST", "/comunica_pec", communication()).data
    clock.now += 1
    path = f"/comunica_pec/{started['id']}/procura_registro_imprese"
    (power,) = text_of(client.get(path).body)
    assert "mypec@pec.com" in power
    assert "legale rappresentante" in power


def test_a_form_survives_strange_and_long_data(client: Client) -> None:
    fields = dict.fromkeys(("nome_richiedente", "comune_titolare"), "字" * 120 + "\ud800\n")
    fields["denominazione_titolare"] = "Nome " * 50
    identifier = client.call("POST", "/pec", registration() | fields).data["id"]
    pages = text_of(client.get(f"/pec/{identifier}/modulo_attivazione").body)
    assert len(pages) >= 2


def test_lines_are_broken_where_they_must_be() -> None:
    lines = pdf.wrap("uno due tre " + "x" * 100, 10, 100)
    assert lines[0] == "uno due tre"
    assert "".join(lines[1:]) == "x" * 100
    assert all(pdf.text_width(line, 10) <= 100 for line in lines)
    assert pdf.wrap("", 10, 100) == [""]


GOOD, OTHER = paper("one"), paper("two")
OBJECT_STREAM = (
    b"%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n"
    + zlib.compress(b"2 0 << /Type /Page >>")
    + b"\nendstream\nendobj\n%%EOF\n"
)
PAGELESS = b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
FOREIGN = paper("MODULO-ATTIVAZIONE-" + "a" * 24)


@pytest.mark.parametrize(
    ("product", "papers", "expected"),
    [
        ("GOLD", (GOOD, OTHER), "evasa"),
        ("GOLD", (b"FORM", GOOD), "evasa"),
        ("GOLD", (GOOD, OBJECT_STREAM), "evasa"),
        ("GOLD", (GOOD,), "documenti_errati"),
        ("GOLD", (GOOD, OTHER, paper("three")), "documenti_errati"),
        ("GOLD", (GOOD, GOOD), "documenti_errati"),
        ("GOLD", (GOOD, PAGELESS), "documenti_errati"),
        ("GOLD", (GOOD, b"%PDF-1.4 cut off"), "documenti_errati"),
        ("GOLD", (GOOD, FOREIGN), "documenti_errati"),
        ("GOLD", (GOOD, joined(OTHER, password="x")), "documenti_errati"),
        ("GOLD", (GOOD, PAGELESS.replace(b"/Type", b"/Type /ObjStm stream\n")), "documenti_errati"),
        ("DOMICILIODIGITALE", (joined(GOOD, OTHER),), "evasa"),
        ("DOMICILIODIGITALE", (GOOD,), "evasa"),
        ("DOMICILIODIGITALE", (GOOD, OTHER), "documenti_errati"),
        ("DOMICILIODIGITALE", (b"FORM",), "documenti_errati"),
        ("PECMASSIVA", (b"FORM",), "documenti_errati"),
    ],
)
def test_verdicts(
    client: Client, clock: Clock, product: str, papers: tuple[bytes, ...], expected: str
) -> None:
    assert verdict(client, clock, product, *papers) == expected


def test_form_and_identity_paper_in_one(client: Client, clock: Clock) -> None:
    new = registration("new", "DOMICILIODIGITALE")
    path = f"/pec/{client.call('POST', '/pec', new).data['id']}"
    form = client.get(f"{path}/modulo_attivazione").body
    client.call("PATCH", f"{path}/attivazione", documents(joined(form, GOOD)))
    clock.now += 1
    assert client.get(path).data["stato"] == "evasa"


def test_the_form_of_another_mailbox_is_refused(client: Client, clock: Clock) -> None:
    other = client.get(f"/pec/{find(client, 'registrata')}/modulo_attivazione").body
    assert verdict(client, clock, "GOLD", other, GOOD) == "documenti_errati"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 428, 268),
        ({"documenti": []}, 428, 268),
        ({"documenti": ""}, 428, 268),
        ({"documenti": 7}, 406, 296),
        ({"documenti": [None]}, 406, 296),
        ({"documenti": "not base64!"}, 406, 296),
        ({"documenti": "é"}, 406, 296),
        (documents(GOOD, b"\xff\xd8\xff photo"), 406, 296),
        (documents(GOOD, b""), 406, 296),
    ],
)
def test_what_is_no_pdf_is_refused_at_once(
    client: Client, body: object, status: int, code: int
) -> None:
    path = f"/pec/{find(client, 'registrata')}"
    reply = client.call("PATCH", f"{path}/attivazione", body)
    assert (reply.status, reply.json["error"]) == (status, code)
    assert client.get(path).data["stato"] == "registrata"


def test_one_document_may_come_without_a_list(client: Client, clock: Clock) -> None:
    new = registration("new", "DOMICILIODIGITALE")
    path = f"/pec/{client.call('POST', '/pec', new).data['id']}"
    (single,) = documents(GOOD)["documenti"]
    sent = client.call("PATCH", f"{path}/attivazione", {"documenti": single}).data
    assert len(sent["documenti_attivazione"]) == 1
    clock.now += 1
    assert client.get(path).data["stato"] == "evasa"


def test_no_uploaded_paper_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "state.json"
    with PracticeServer(state_file=file) as server, Client(server) as client:
        path = f"/pec/{find(client, 'registrata')}/attivazione"
        assert client.call("PATCH", path, documents(paper("my face"), GOOD)).status == 200
    assert file.stat().st_size < 100_000
    assert documents(paper("my face"))["documenti"][0][:100] not in file.read_text()
