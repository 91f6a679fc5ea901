"""Mailboxes and communications: states, what may be done, what comes next."""

from __future__ import annotations

from datetime import date

import pytest

from pec_desktop.domain.communication import Communication, CommunicationState
from pec_desktop.domain.mailbox import (
    RULES,
    Mailbox,
    MailboxType,
    NextStep,
    State,
    next_step,
    refusal,
)

TODAY = date(2026, 11, 23)


def mailbox(stato: str = "evasa", **more: object) -> Mailbox:
    return Mailbox(
        **{  # type: ignore[arg-type] # fields by name, so that each test says only its own
            "id": "m1",
            "casella_pec": "anna@legalmail.it",
            "tipo_casella": "STANDARD",
            "stato": stato,
            **more,
        }
    )


# State → the operations that are open to a STANDARD mailbox (messages 267, 272, 203, 304).
OPEN = {
    "registrata": {"download_activation_form", "activate_mailbox"},
    "documenti_errati": {"download_activation_form", "activate_mailbox"},
    "in_evasione": set(),
    "evasa": {
        *("change_space", "download_preservation_form", "activate_preservation", "change_type"),
        *("add_user", "renew_mailbox", "revoke_mailbox", "start_communication"),
    },
    "revocata": {"renew_mailbox"},
    "chiusa": set(),
    "registrazione_annullata": set(),
    "sospesa": set(),
}


@pytest.mark.parametrize("stato", OPEN)
def test_what_may_be_done_in_a_state(stato: str) -> None:
    allowed = {name for name in RULES if refusal(name, mailbox(stato)) is None}
    assert allowed == OPEN[stato]
    for name in RULES.keys() - allowed:
        assert refusal(name, mailbox(stato)) == f"refused.{name}.state"


@pytest.mark.parametrize("kind", ["DOMICILIODIGITALE", "pecmassiva", "PLATINUM"])
def test_what_may_be_done_with_a_type(kind: str) -> None:
    allowed = {name for name in RULES if refusal(name, mailbox(tipo_casella=kind)) is None}
    assert allowed == {"renew_mailbox", "revoke_mailbox", "start_communication"}
    assert refusal("add_user", mailbox("registrata", tipo_casella=kind)) == "refused.add_user.type"


def test_gold_is_the_highest_type() -> None:
    assert refusal("change_type", mailbox(tipo_casella="SILVER")) is None
    assert refusal("change_type", mailbox(tipo_casella="GOLD")) == "refused.change_type.type"


def test_new_values_of_the_vendor_are_kept_and_known_as_unknown() -> None:
    new = mailbox("sospesa", tipo_casella="PLATINUM")
    assert (new.state, new.stato) == (State.UNKNOWN, "sospesa")
    assert (new.type, new.tipo_casella) == (MailboxType.UNKNOWN, "PLATINUM")
    assert mailbox(tipo_casella="bronze").type is MailboxType.BRONZE
    communication = Communication(id="c1", casella_pec="anna@legalmail.it", stato="respinta")
    assert communication.state is CommunicationState.UNKNOWN
    assert Communication(id="c", casella_pec="a", stato="comunicazione_evasa").state == (
        CommunicationState.COMUNICAZIONE_EVASA
    )


@pytest.mark.parametrize(
    ("stato", "expiry", "step"),
    [
        ("registrata", "", NextStep.ACTIVATE),
        ("documenti_errati", "", NextStep.CORRECT),
        ("in_evasione", "", NextStep.WAIT),
        ("evasa", "", NextStep.NONE),
        ("evasa", "22/02/2027", NextStep.NONE),
        ("evasa", "21/02/2027", NextStep.RENEW),
        ("evasa", "01/11/2026", NextStep.RENEW),
        ("evasa", "not a date", NextStep.NONE),
        ("revocata", "", NextStep.NONE),
        ("sospesa", "", NextStep.NONE),
    ],
)
def test_the_next_step(stato: str, expiry: str, step: NextStep) -> None:
    assert next_step(mailbox(stato, data_scadenza=expiry), TODAY) is step


@pytest.mark.parametrize(
    ("expiry", "left"), [("23/11/2026", 0), ("24/11/2026", 1), ("22/11/2026", -1), ("", None)]
)
def test_days_left(expiry: str, left: int | None) -> None:
    assert mailbox(data_scadenza=expiry).days_left(TODAY) == left


def test_the_holder_is_the_denomination_or_else_the_applicant() -> None:
    names = {"nome_richiedente": "Anna", "cognome_richiedente": "Esempi"}
    assert mailbox(**names).holder == "Anna Esempi"
    assert mailbox(**names, denominazione_titolare="Esempi S.r.l.").holder == "Esempi S.r.l."
    assert mailbox().holder == ""
