"""Whatever the use cases write, archive, papers and log, holds no secret in any disguise."""

from __future__ import annotations

import base64
import logging
from collections.abc import Iterator
from pathlib import Path

import paper_samples as samples
import pytest
from office_support import API_KEY, TOKEN, Bench, bench

from pec_desktop import log
from pec_desktop.domain.account import Environment
from pec_desktop.errors import ApiError
from pec_desktop.practice import Fault
from pec_desktop.services import accounts, activation, mailboxes, registration
from pec_desktop.services.office import Office
from pec_desktop.work import Work


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    close = log.set_up(tmp_path / "profile" / "logs", level=logging.DEBUG)
    try:
        with bench(tmp_path / "profile") as opened:
            yield opened
    finally:
        close()


def disguises(secret: str) -> set[bytes]:
    """A secret as it is, and what base64 makes of it at any of three places in a longer text."""
    raw = secret.encode()
    found = {raw, base64.b64encode(raw)}
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + raw)
        found.add(encoded[4 if offset else 0 : len(encoded) // 4 * 4 - 4])
    return found


def written(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_no_file_holds_a_secret(at: Bench, tmp_path: Path) -> None:
    proven = accounts.try_key(
        "Studio",
        Environment.CUSTOM,
        at.server.url,
        at.server.url,
        at.server.email,
        API_KEY,
        None,
        30,
        Work(),
    )
    account = accounts.keep(at.database, at.vault, proven, Work())
    connection = accounts.open_connection(at.vault, account)
    assert connection is not None
    at.office = Office(account, at.database, at.office.files, at.vault, connection, clock=at.clock)
    with pytest.raises(ApiError):
        accounts.try_token("Wrong", Environment.CUSTOM, at.server.url, "", "0" * 24, Work())
    _work(at, tmp_path)
    logging.getLogger("pec_desktop.tests").error("%r with %s", connection, connection.token)

    secrets = {at.vault.get(account.id, name) for name in accounts.SECRETS}
    assert secrets > {API_KEY, connection.token}
    files = written(at.folder)
    assert any(name.name.startswith("archive.sqlite") for name in files)
    assert b"[hidden]" in (at.folder / "logs" / "pec-desktop.log").read_bytes()
    for secret in [*secrets, TOKEN]:
        assert secret
        for disguise in disguises(secret):
            assert len(disguise) > 12
            assert [path.name for path, data in files.items() if disguise in data] == []


def _work(at: Bench, desk: Path) -> None:
    """A day of the office, with its mishaps."""
    mailboxes.refresh(at.office, Work())
    registration.cost(at.office, {"tipo_casella": "STANDARD"}, Work())
    mailbox = at.registered()
    at.server.faults.set(Fault.DROP_AFTER, "register_mailbox")
    with pytest.raises(ApiError):
        at.registered(casella_pec="altra.prova@testcert.legalmail.it")
    activation.download_form(at.office, mailbox.id, Work())
    form, card = desk / "form.pdf", desk / "card.jpg"
    form.write_bytes(samples.pdf(2))
    card.write_bytes(samples.photo(1200, 900))
    draft = activation.take_papers(at.office, mailbox.id, [form, card], Work())
    activation.activate(at.office, draft.id, Work())
    at.server.faults.set(Fault.STATUS_401, "get_mailbox")
    with pytest.raises(ApiError):
        activation.follow(at.office, mailbox.id, Work())


def test_the_disguises_are_those_of_a_header() -> None:
    """The test above would notice e-mail and key as the Authorization header joins them."""
    for name in ("a@b.it", "ab@b.it", "abc@b.it"):
        header = base64.b64encode(f"{name}:{API_KEY}".encode())
        assert any(disguise in header for disguise in disguises(API_KEY))


def test_the_log_names_no_person_and_no_paper(at: Bench, tmp_path: Path) -> None:
    _work(at, tmp_path)
    text = (at.folder / "logs" / "pec-desktop.log").read_text("utf-8")
    assert "register_mailbox" in text
    for personal in ("Rossi", "RSSMRA80A01L117D", "Prova Srl", "studio.prova", "card.jpg"):
        assert personal.lower() not in text.lower()
