"""A day at the office: every paid operation once, in the ledger as in the journal, to the cent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import paper_samples as samples
import pytest
from changes_support import GOLD, SILVER, STANDARD, box
from office_support import STUDIO, Bench, bench
from test_services_changes import USER
from test_services_communications import REQUEST

from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.services import (
    changes,
    communications,
    drafts,
    export,
    lookups,
    mailboxes,
    papers,
    preservation,
    prices,
    registration,
)
from pec_desktop.services.activity import entries
from pec_desktop.store.attempts import Outcome
from pec_desktop.work import Work

PAID = {name for name, row in ENDPOINTS.items() if row.effect is Effect.PAID}


def a_day(at: Bench) -> None:
    office, work = at.office, Work()
    mailboxes.refresh(office, work)
    registration.cost(office, STUDIO, work)  # as the wizard's last page does
    registration.register(office, at.draft().id, work)
    changes.renew(office, box(at, GOLD).id, 3, work)
    space = {"space_mode": "SET", "spazio_disco": 8192}
    changes.change_space(office, box(at, GOLD).id, space, work)
    changes.change_type(office, box(at, STANDARD).id, "SILVER", work)
    changes.add_user(office, box(at, SILVER).id, USER, work)
    form, card = at.folder / "form.pdf", at.folder / "card.pdf"
    form.write_bytes(samples.pdf(2))
    card.write_bytes(samples.pdf(1))
    standard = box(at, STANDARD)
    papers.take_papers(office, standard.id, [form, card], work, "preservation")
    draft = drafts.save(office, preservation.draft_of(office, standard.id))
    preservation.activate(office, draft.id, work)
    filed = drafts.save(office, communications.new_draft(office, values=REQUEST))
    communications.start(office, filed.id, work)
    lookups.ask_domain(office, "pec.it", work)


def test_each_is_paid_once_and_noted_with_the_same_amount(tmp_path: Path) -> None:
    with bench(tmp_path, empty=False) as at:
        at.server.credit = Decimal(1000)
        a_day(at)
        charged = {one.operation: one.amount for one in at.server.ledger}
        noted = {
            one.attempt.operation: Decimal(one.attempt.amount or "nan")
            for one in entries(at.office)
            if one.attempt.outcome is Outcome.CONFIRMED
        }
        assert set(charged) == PAID
        assert charged == noted
        assert len(at.server.ledger) == len(entries(at.office)) == len(PAID)
        assert at.server.credit == Decimal(1000) - sum(noted.values())
        export.write_activity(tmp_path / "a.csv", entries(at.office), str, export.style_for("it"))
        assert (tmp_path / "a.csv").read_text("utf-8-sig").count("\n") == len(PAID) + 1


@pytest.mark.parametrize("credit", ["0.00"])
def test_with_an_empty_wallet_nothing_is_bought(tmp_path: Path, credit: str) -> None:
    with bench(tmp_path, empty=False) as at:
        at.server.credit = Decimal(credit)
        quote = prices.quote_request(at.office, "renew_mailbox", box(at, GOLD), {"anni": 1}, Work())
        assert (quote.enough, quote.credit_after) == (False, Decimal("-64.0"))
