"""Drafts as the Drafts page lists them, and activity as the Activity page does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from office_support import STUDIO, Bench, bench

from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.services import activity, drafts
from pec_desktop.services.drafts import Standing
from pec_desktop.store.attempts import Outcome


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path, connected=False) as opened:
        yield opened


def test_a_new_registration_has_the_forms_defaults_and_is_not_saved(at: Bench) -> None:
    draft = drafts.new_registration(at.office, {"tipo_casella": "GOLD"})
    assert draft.values == {
        "tipo_casella": "GOLD",
        "nazione_nascita_richiedente": "IT",
        "nazione_titolare": "IT",
        "callback_method": "POST",
    }
    assert drafts.rows(at.office) == []
    drafts.save(at.office, draft)
    assert drafts.get(at.office, draft.id) == draft
    drafts.delete(at.office, draft.id)
    with pytest.raises(Refusal, match=r"draft\.gone"):
        drafts.get(at.office, draft.id)


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "studio.prova@testcert.legalmail.it"),
        ({"casella_pec": " Studio@X.IT "}, "studio@x.it"),
        ({"casella_pec": ""}, "Prova Srl"),
        ({"casella_pec": "", "tipo_cliente": "PV"}, "Mario Rossi"),
        ({"casella_pec": None, "denominazione_titolare": "", "nome_richiedente": ""}, "Rossi"),
    ],
)
def test_a_draft_is_called_by_its_address_else_its_holder(
    at: Bench, changes: dict[str, object], title: str
) -> None:
    at.draft(**changes)
    assert [row.title for row in drafts.rows(at.office)] == [title]


def test_a_draft_with_nothing_in_it_has_no_title(at: Bench) -> None:
    drafts.save(at.office, drafts.new_registration(at.office))
    (row,) = drafts.rows(at.office)
    assert (row.title, row.standing) == ("", Standing.INCOMPLETE)


def test_there_is_one_activation_draft_for_a_mailbox(at: Bench) -> None:
    first = drafts.save(at.office, drafts.activation_of(at.office, "a" * 24))
    assert drafts.activation_of(at.office, "a" * 24).id == first.id
    assert drafts.activation_of(at.office, "b" * 24).id != first.id
    assert [row.title for row in drafts.rows(at.office)] == [""]


def test_how_a_draft_stands(at: Bench) -> None:
    draft = at.draft()
    assert drafts.standing(at.office, draft) is Standing.INCOMPLETE
    draft.ready = True
    assert drafts.standing(at.office, draft) is Standing.READY

    drafts.save(at.office, draft)
    objection = ApiError(
        ErrorKind.INVALID, operation="register_mailbox", field="cap_titolare", message="wrong"
    )
    drafts.note_refusal(at.office, draft.id, objection)
    draft = drafts.get(at.office, draft.id)
    assert drafts.standing(at.office, draft) is Standing.REFUSED
    assert draft.problems == [
        {
            "field": "cap_titolare",
            "key": "vendor.refused",
            "details": {"message": "wrong"},
            "severity": "error",
        }
    ]

    address = str(STUDIO["casella_pec"])
    number = at.office.attempts.begin("register_mailbox", address, address, "", {}, None)
    assert drafts.standing(at.office, draft) is Standing.REFUSED
    at.office.attempts.finish(number, Outcome.UNKNOWN)
    assert drafts.standing(at.office, draft) is Standing.UNKNOWN
    at.office.attempts.finish(number, Outcome.NOT_DONE)
    assert drafts.standing(at.office, draft) is Standing.REFUSED


def test_a_refusal_without_a_field_or_a_draft_changes_nothing(at: Bench) -> None:
    draft = at.draft()
    wallet = ApiError(ErrorKind.WALLET, operation="register_mailbox")
    drafts.note_refusal(at.office, draft.id, wallet)
    assert drafts.get(at.office, draft.id).problems == []
    drafts.note_refusal(
        at.office, "gone", ApiError(ErrorKind.INVALID, operation="x", field="email")
    )


def test_activity_is_there_without_the_mailbox_too(at: Bench) -> None:
    at.office.attempts.begin("register_mailbox", "a@b.it", "a@b.it", "", {}, "11.00")
    at.office.attempts.begin("activate_mailbox", "f" * 24, "a@b.it", "", {}, None)
    found = activity.entries(at.office)
    assert [(one.attempt.operation, one.mailbox_id, one.holder) for one in found] == [
        ("activate_mailbox", "", ""),
        ("register_mailbox", "", ""),
    ]
