"""Checks that need no window: what the installation holds, the archive, papers, practice."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pec_desktop.self_test import contents
from pec_desktop.self_test.check import Bench, require, wait_for

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.store.database import Database

BACK_ENDS = {"win32": "Windows", "darwin": "macOS"}
"""System → its module of `keyring.backends`; everywhere else it is the Secret Service."""

PERSON: dict[str, object] = {
    "tipo_casella": "STANDARD",
    "casella_pec": "self.test@testcert.legalmail.it",
    "tipo_cliente": "PV",
    "codice_fiscale_richiedente": "RSSMRA80A01L117D",
    "nome_richiedente": "Mario",
    "cognome_richiedente": "Rossi",
    "sesso_richiedente": "M",
    "data_nascita_richiedente": "01/01/1980",
    "comune_nascita_richiedente": "Terni",
    "provincia_nascita_richiedente": "TR",
    "email": "self.test@example.com",
    "telefono": "0744123456",
    "indirizzo_titolare": "Via Roma 1",
    "comune_titolare": "Terni",
    "cap_titolare": "05100",
    "provincia_titolare": "TR",
    "autorinnovo": False,
}
"""A registration without an error; the person is invented, the code is computed."""


def files(_bench: Bench) -> str:
    """Every file of a built program is there and as it was built."""
    folder = contents.installed()
    if folder is None:
        return "not a built program, or sealed by its signature"
    wrong = contents.wrong(folder)
    require(not wrong, f"{len(wrong)} missing or changed: {', '.join(wrong[:3])}")
    return f"{len(contents.listed(folder))}, as they were built"


def imports(_bench: Bench) -> str:
    """Every import in the program's modules works, those inside functions too."""
    names = contents.imported_by("pec_desktop.__main__")
    for module, name in sorted(names):
        contents.load(module, name)
    return f"{len(names)} names"


def archive(bench: Bench) -> str:
    """A new archive, and one of the oldest version that is brought up to date."""
    from pec_desktop.store.database import Database
    from pec_desktop.store.migrations import MIGRATIONS

    new = Database(bench.folder / "new.sqlite", any_place=True)
    require(new.open().created and new.quick_check(), "the new archive is not sound")
    path = bench.folder / "old.sqlite"
    Database(path, any_place=True, migrations=MIGRATIONS[:1]).open()
    old = Database(path, any_place=True)
    require(old.open().migrated_from == 1 and old.quick_check(), "not brought up to date")
    require(_schema(old) == _schema(new), "brought up to date, it differs from a new one")
    return f"version {len(MIGRATIONS)}, also from version 1"


def _schema(database: Database) -> list[tuple[str, str]]:
    with database.connect() as connection:
        query = "SELECT name, sql FROM sqlite_master ORDER BY name"
        return connection.execute(query).fetchall()


def keychain(_bench: Bench) -> str:
    """The system's keychain can be reached, where the system has one for certain."""
    from pec_desktop.credentials.vault import open_vault

    name = BACK_ENDS.get(sys.platform, "SecretService")
    import_module(f"keyring.backends.{name}")
    if name == "SecretService":
        import_module("secretstorage")  # the back-end itself hides that it is missing
    persistent = open_vault().persistent
    require(persistent or sys.platform not in BACK_ENDS, "the system's keychain is not used")
    return name if persistent else f"{name}, but none runs here: secrets for one run only"


def certificates(_bench: Bench) -> str:
    """A session for HTTPS can be made, with the certificates that the system trusts."""
    from pec_desktop.api.wire import open_session

    with open_session(proxies=True) as session:
        require(session.adapters["https://"], "no way to https")
    return "the system's"


def papers(bench: Bench) -> str:
    """A photo becomes a page in a child process, two PDFs one, a restricted one is read."""
    from pypdf import PdfWriter

    from pec_desktop.documents.join import join_into
    from pec_desktop.documents.papers import read

    page, joined, restricted = (bench.folder / f"{name}.pdf" for name in "abc")
    _make_page(bench.folder, page)
    join_into([page, page], joined)
    require(read(joined).pages == 2, "the joined document does not hold two pages")
    writer = PdfWriter(clone_from=joined)
    writer.encrypt("", "owner", algorithm="AES-256")
    writer.write(restricted)
    require(read(restricted).warning == "paper.restricted", "a restricted PDF is not read")
    return "photo, join, AES"


def _make_page(folder: Path, page: Path) -> None:
    """Make a photo, and a PDF of it: in a child process, as every photo."""
    from PIL import Image

    from pec_desktop.documents.convert import image_into

    photo = folder / "photo.jpg"
    Image.effect_noise((800, 1000), 50).convert("RGB").save(photo)
    image_into(photo, page)


def envelope(bench: Bench) -> str:
    """A signed envelope is opened, and holds what was signed."""
    from asn1crypto import cms

    from pec_desktop.documents.p7m import open_envelope
    from pec_desktop.documents.papers import read

    content = b"what was signed"
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [{"algorithm": "sha256"}],
            "encap_content_info": {"content_type": "data", "content": content},
            "signer_infos": [],
        }
    )
    data = cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump()
    require(open_envelope(data).contents == (content,), "another content came out")
    path = bench.folder / "paper.p7m"
    path.write_bytes(data)
    paper = read(path)
    require(paper.kind == "p7m" and paper.usable, f"taken for {paper.kind}: {paper.problem}")
    return "p7m"


def practice(bench: Bench) -> str:
    """The practice server starts; a mailbox is registered there, gets its form, becomes active."""
    from pec_desktop.credentials.vault import MemoryVault
    from pec_desktop.practice_process import PracticeProcess
    from pec_desktop.services import accounts
    from pec_desktop.services.office import Connection, Office
    from pec_desktop.store.database import Database
    from pec_desktop.store.files import FileStore

    database = Database(bench.folder / "archive.sqlite", any_place=True)
    database.open()
    server = PracticeProcess(bench.folder / "practice.json", pace=0.1)
    try:
        access = server.access()
        account, store = accounts.practice_account(), FileStore(bench.folder / "files", database)
        way = Connection(base_url=access.url, token=access.token)
        office = Office(account, database, store, MemoryVault(), way)
        _live(office, bench.folder)
        office.connection = None
    finally:
        server.close()
    return "registered, form, activated, active"


def _live(office: Office, folder: Path) -> None:
    """Lead one mailbox from its registration to the state in which it is used."""
    from pec_desktop.domain.mailbox import State
    from pec_desktop.services import activation, drafts, registration
    from pec_desktop.work import Work

    work = Work()
    draft = drafts.save(office, drafts.new_registration(office, PERSON))
    mailbox = registration.register(office, draft.id, work)
    form = activation.download_form(office, mailbox.id, work)
    identity = folder / "documento.pdf"
    _make_page(folder, identity)
    sent = [office.files.path(form.sha256), identity]
    draft = activation.take_papers(office, mailbox.id, sent, work)
    ours, theirs = (paper.sha256 for paper in draft.papers)
    activation.set_role(office, draft.id, ours, "form", work)
    activation.set_role(office, draft.id, theirs, "identity", work)
    activation.activate(office, draft.id, work)
    wait_for(
        lambda: activation.follow(office, mailbox.id, work).state is State.EVASA,
        "the mailbox does not become active",
    )
