"""Every key that the program can raise or return has words, and lupdate can see them."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from pec_desktop.api.endpoints import ENDPOINTS, OAUTH_ENDPOINTS
from pec_desktop.domain import evidence
from pec_desktop.domain.account import Environment
from pec_desktop.domain.callback import CALLBACK
from pec_desktop.domain.changes import (
    FORMS,
    PRESERVATION,
    RENEWAL,
    SPACES,
    USER,
    revocation_form,
    space_form,
)
from pec_desktop.domain.communication import (
    COMMUNICATION,
    Communication,
    CommunicationState,
    CommunicationStep,
    timeline,
)
from pec_desktop.domain.communication import RULES as COMMUNICATION_RULES
from pec_desktop.domain.flows import (
    ACTIVATION_FLOW,
    COMMUNICATION_FLOW,
    PRESERVATION_FLOW,
    REGISTRATION_FLOW,
    change_flow,
)
from pec_desktop.domain.mailbox import RULES, Mailbox, MailboxType, NextStep, State
from pec_desktop.domain.prices import PRICE_KEYS, Certainty
from pec_desktop.domain.registration import REGISTRATION, SUBTYPES
from pec_desktop.domain.token import TOKEN
from pec_desktop.errors import ErrorKind
from pec_desktop.services.batch import RowState
from pec_desktop.services.batch_rows import KINDS
from pec_desktop.services.drafts import SENT_BY, Standing
from pec_desktop.services.export import ACTIVITY, BATCH, MAILBOXES
from pec_desktop.store.attempts import Outcome
from pec_desktop.ui import words
from pec_desktop.ui.draft_keeper import Keeping

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "pec_desktop"

CHANGED = tuple(operation for operation in FORMS if operation != "activate_preservation")
"""The operations of the change wizard; preservation has one of its own."""

RAISERS = {
    *("Refusal", "StoreError", "CredentialError", "DocumentError"),
    *("error", "warning", "_doubtful", "Finding"),
}
"""What takes a key as its first argument; `Problem` takes one as its second."""

KEY = re.compile(r"[a-z_0-9]+(\.[a-z_0-9]+)+")


def keys_of_enums() -> Iterator[str]:
    yield from (f"state.{one}" for one in State if one is not State.UNKNOWN)
    yield from (f"type.{one}" for one in MailboxType if one is not MailboxType.UNKNOWN)
    yield from (f"step.{one}" for one in NextStep if one is not NextStep.NONE)
    yield from (f"environment.{one}" for one in Environment)
    yield from (f"operation.{one}" for one in (*ENDPOINTS, *OAUTH_ENDPOINTS))
    yield from (f"outcome.{one}" for one in Outcome)
    yield from (f"standing.{one}" for one in Standing)
    yield from (f"price.{one}" for one in Certainty)
    yield from (f"keeping.{one}" for one in Keeping)
    for kind in ErrorKind:
        yield from (f"failure.{kind}.{part}" for part in ("title", "what", "next"))
    for operation, rule in RULES.items():
        yield f"refused.{operation}.state"
        yield f"refused.{operation}.scope"
        if rule.types is not None:
            yield f"refused.{operation}.type"
    for operation in COMMUNICATION_RULES:
        yield from (f"refused.{operation}.{why}" for why in ("state", "scope"))
    for operation in ("register_mailbox", "check_domain", "start_communication"):
        yield f"refused.{operation}.scope"
    known = (one for one in CommunicationState if one is not CommunicationState.UNKNOWN)
    yield from (f"communication_state.{one}" for one in known)
    yield from (f"communication_next.{one}" for one in CommunicationStep)
    yield from (one.key for one in timeline(Communication(id="c", casella_pec="a@b.it")))
    yield from (f"price_key.{one}" for one in PRICE_KEYS)
    yield from (f"draft.{kind}" for kind in SENT_BY)
    yield from (f"export.{one.name}" for one in MAILBOXES)
    yield from (f"export.{one.name}" for one in ACTIVITY)
    yield from (f"export.{one.name}" for one in BATCH)
    yield from (f"row.{state}" for state in RowState)
    for operation in KINDS:
        families = ("many", "do.many", "unfinished", "summary", "do")
        yield from (f"{family}.{operation}" for family in families)
    yield from ("export.true", "export.false")


def keys_of_forms() -> Iterator[str]:
    box = Mailbox(id="m", casella_pec="a@b.it", conservazione=True)
    small = (*RENEWAL, *PRESERVATION, *USER, *space_form(box), *revocation_form(box))
    for field in (*REGISTRATION, *COMMUNICATION, *CALLBACK, *TOKEN, *small):
        yield field.label_key
        if field.name != "sottotipo_cliente":
            yield from (f"choice.{field.name}.{choice}" for choice in field.choices({}))
    for customer, codes in SUBTYPES.items():
        yield from (f"choice.sottotipo_cliente.{customer}.{code}" for code in codes)
    yield from (f"choice.autorinnovo.{flag}" for flag in ("true", "false"))
    flows = (REGISTRATION_FLOW, ACTIVATION_FLOW, PRESERVATION_FLOW, COMMUNICATION_FLOW)
    for flow in (*flows, *map(change_flow, CHANGED)):
        yield f"flow.{flow.name}"
        for step in flow.steps:
            yield f"step.{flow.name}.{step.name}"
            yield f"step.{flow.name}.{step.name}.title"


def keys_of_changes() -> Iterator[str]:
    for operation in CHANGED:
        yield from (f"{family}.{operation}" for family in ("summary", "do", "changed"))
        yield f"changed.{operation}.about"
    yield from (f"space.{name}" for name in SPACES)
    for name in evidence.of_mailbox(Mailbox(id="m", casella_pec="a@b.it")):
        if name not in ("scadenza", "ultima_modifica"):  # the same as data_scadenza; not shown
            yield f"difference.{name}"


def keys_in_code() -> Iterator[str]:
    """Every literal key that is raised, returned as a finding, or asked words for."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            place = {"Problem": 1, "text": 0}.get(str(name), 0 if name in RAISERS else None)
            if place is None or len(node.args) <= place:
                continue
            for literal in literals(node.args[place]):
                if KEY.fullmatch(literal):
                    yield literal


def literals(node: ast.expr) -> Iterator[str]:
    """The texts an argument may be: itself, or either branch of a choice."""
    match node:
        case ast.Constant(value=str() as literal):
            yield literal
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)


def test_every_key_of_the_enums_has_words() -> None:
    assert [key for key in keys_of_enums() if not words.known(key)] == []


def test_every_key_of_the_forms_has_words() -> None:
    assert [key for key in keys_of_forms() if not words.known(key)] == []


def test_every_key_of_the_changes_has_words() -> None:
    assert [key for key in keys_of_changes() if not words.known(key)] == []


def test_every_key_in_the_code_has_words() -> None:
    found = set(keys_in_code())
    assert len(found) > 100, "the search has lost its way"
    assert sorted(key for key in found if not words.known(key)) == []


def test_no_key_has_words_twice() -> None:
    tables = [key for table in words.TABLES for key in table]
    assert sorted({key for key in tables if tables.count(key) > 1}) == []


def test_lupdate_sees_every_text(tmp_path: Path) -> None:
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    assert tool is not None
    found = tmp_path / "words.ts"
    sources = sorted(str(path) for path in (PACKAGE / "ui" / "words").glob("*.py"))
    subprocess.run([tool, *sources, "-ts", str(found)], check=True, capture_output=True)
    seen = {element.text for element in ET.parse(found).iter("source")}
    assert {str(source) for table in words.TABLES for source in table.values()} <= seen


def test_a_key_without_words_is_shown_as_it_is_and_logged_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert words.text("no.such.key") == "no.such.key"
    assert words.text("no.such.key", why="x") == "no.such.key"
    assert caplog.text.count("no.such.key") == 1


def test_details_fill_the_places_and_a_missing_one_never_raises() -> None:
    assert words.text("field.too_long", limit=255) == "At most 255 characters."
    assert words.text("field.too_long") == "At most {limit} characters."
    assert "{" in words.text("vendor.refused", message="{0} {} {x.y}")


class Backwards(QTranslator):
    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return "{limit:z} {0} {limit.x}" if context == "words" else ""


def test_texts_are_translated_when_asked_for_and_a_bad_translation_never_raises(
    qapp: QCoreApplication,
) -> None:
    translator = Backwards()
    qapp.installTranslator(translator)
    words.forget()
    try:
        assert words.text("field.too_long", limit=1) == "{limit:z} {0} {limit.x}"
    finally:
        qapp.removeTranslator(translator)
        words.forget()
    assert words.text("field.too_long", limit=1) == "At most 1 characters."
