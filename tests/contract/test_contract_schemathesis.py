"""`schemathesis run` of the document against the practice server: no server error, no surprise."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import contract_document
import facts
import pytest
from contract_office import COMMUNICATION, P7M, PDF, REGISTRATION, TOKEN, USER, Office

from pec_desktop.api.client import PecClient
from pec_desktop.practice import PracticeServer

CHECKS = (
    "not_a_server_error",
    "response_schema_conformance",
    "status_code_conformance",
    "content_type_conformance",
)
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


def _text(paper: bytes) -> str:
    return base64.b64encode(paper).decode()


PAPERS = [_text(PDF), _text(PDF + b"\n")]
BODIES: dict[str, Any] = {
    "register_mailbox": REGISTRATION,
    "activate_mailbox": {"documenti": PAPERS},
    "change_space": {"spazio_disco": "+1024", "spazio_storico": 1024 * 99},
    "activate_preservation": {"documenti": PAPERS, "spazio_conservazione": 1024},
    "change_type": {"tipo_casella": "GOLD"},
    "add_user": USER,
    "start_communication": COMMUNICATION,
    "upload_communication_documents": {"documenti": _text(P7M)},
}


def _parameters(server: PracticeServer) -> dict[str, str]:
    """Return what leads each operation to success."""
    with PecClient(server.url, TOKEN) as client:
        office = Office(client)
    waiting = office.communication("in_attesa_di_documenti")
    plain = office.box("evasa", lambda box: box.tipo_casella == "STANDARD")
    gold = office.box("evasa", lambda box: box.tipo_casella == "GOLD")
    silver = office.box("evasa", lambda box: box.tipo_casella == "SILVER")
    new = office.box("registrata")
    return {
        "check_domain": "legalmail.it",
        "check_availability": "nuova.casella@testcert.legalmail.it",
        "get_mailbox": gold,
        "revoke_mailbox": silver,
        "activate_mailbox": new,
        "change_space": gold,
        "activate_preservation": plain,
        "change_type": plain,
        "renew_mailbox": gold,
        "add_user": gold,
        "get_communication": waiting,
        "upload_communication_documents": waiting,
        "download_activation_form": new,
        "download_preservation_form": gold,
        "download_power_of_attorney": waiting,
    }


def _with_examples(document: dict[str, Any], parameters: dict[str, str]) -> dict[str, Any]:
    """Put examples into the document that fit the practice server's office."""
    by_key = {(fact.method, fact.path): fact.name for fact in facts.OPERATIONS}
    for key, operation in contract_document.operations(document).items():
        name = by_key[key]
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "path":
                parameter["schema"] = {"type": "string"}
                parameter["example"] = parameters[name]
        if name in BODIES:
            operation["requestBody"]["content"]["application/json"]["example"] = BODIES[name]
    return document


@pytest.mark.alone
@pytest.mark.timeout(300)
def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    with PracticeServer(token=TOKEN, pace=3600) as server:
        server.credit = Decimal(100_000)
        document = contract_document.amended(contract_document.load())
        described = tmp_path / "pec.json"
        described.write_text(json.dumps(_with_examples(document, _parameters(server))))
        run = subprocess.run(
            [
                *(str(SCHEMATHESIS), "run", str(described), "--url", server.url),
                *("--header", f"Authorization: Bearer {TOKEN}"),
                *("--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing"),
                *("--max-examples", "10", "--seed", "1", "--workers", "1"),
                *("--request-timeout", "10", "--no-color"),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        answered = {arrival.operation for arrival in server.requests if arrival.status == 200}
    assert run.returncode == 0, run.stdout + run.stderr
    assert "19 selected / 19 total" in run.stdout
    assert answered >= {fact.name for fact in facts.OPERATIONS}
