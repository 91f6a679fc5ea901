"""Renewal, space, type, users, revocation on the practice server: once, paid once, noted once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from changes_support import (
    BRONZE,
    DOMICILE,
    GOLD,
    REGISTERED,
    REVOKED,
    SILVER,
    STANDARD,
    box,
    nothing_sent,
    paid,
)
from msgspec.structs import replace
from office_support import Bench, bench, connection_to

from pec_desktop.domain.changes import expiry_after, request
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.domain.prices import Certainty, Price
from pec_desktop.errors import ApiError, ErrorKind, Refusal
from pec_desktop.practice import Fault
from pec_desktop.services import activity, changes, mailboxes, prices
from pec_desktop.services.prices import Quote
from pec_desktop.services.registration import context
from pec_desktop.store.attempts import Outcome
from pec_desktop.work import Work

USER = {
    "nome": "Anna",
    "cognome": "Esempi",
    "descrizione": "segreteria",
    "email_gestione_password": "anna@example.com",
}


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path, empty=False) as opened:
        opened.server.credit = Decimal(1000)
        yield opened


CHANGES: dict[str, tuple[str, Callable[[Bench, Mailbox], Mailbox]]] = {
    "renew_mailbox": (GOLD, lambda at, one: changes.renew(at.office, one.id, 2, Work())),
    "change_space": (
        GOLD,
        lambda at, one: changes.change_space(
            at.office, one.id, {"space_mode": "ADD", "spazio_disco": 1024}, Work()
        ),
    ),
    "change_type": (
        STANDARD,
        lambda at, one: changes.change_type(at.office, one.id, "GOLD", Work()),
    ),
    "add_user": (SILVER, lambda at, one: changes.add_user(at.office, one.id, USER, Work())),
    "revoke_mailbox": (
        STANDARD,
        lambda at, one: changes.revoke(at.office, one.id, one.casella_pec, Work()),
    ),
}
PAID = [name for name in CHANGES if name != "revoke_mailbox"]


def change(at: Bench, operation: str) -> tuple[Mailbox, Mailbox]:
    """Carry one change out; the mailbox before and after it."""
    name, carry_out = CHANGES[operation]
    before = box(at, name)
    return before, carry_out(at, before)


def test_a_renewal_moves_the_expiry_by_the_years_bought(at: Bench) -> None:
    before, after = change(at, "renew_mailbox")
    expected = expiry_after(before, 2, context(at.office).today)
    assert (after.expiry, after.stato) == (expected, "evasa")
    assert paid(at, "renew_mailbox", before.id).amount == "128.00"


def test_space_is_added_or_set_and_paid_by_the_block(at: Bench) -> None:
    before, after = change(at, "change_space")
    assert after.spazio_disco == before.spazio_disco + 1024
    assert paid(at, "change_space", before.id).amount == "9.00"


def test_all_three_spaces_together(at: Bench) -> None:
    before = box(at, GOLD)
    values = {
        "space_mode": "SET",
        "spazio_disco": before.spazio_disco + 2048,
        "spazio_storico": before.spazio_storico + 1024,
        "spazio_conservazione": before.spazio_conservazione + 512,
    }
    after = changes.change_space(at.office, before.id, values, Work())
    for name in ("spazio_disco", "spazio_storico", "spazio_conservazione"):
        assert getattr(after, name) == values[name]
    assert paid(at, "change_space", before.id).amount == "36.00"


def test_a_type_is_raised_and_the_amount_is_the_difference(at: Bench) -> None:
    before, after = change(at, "change_type")
    assert (after.tipo_casella, after.spazio_storico) == ("GOLD", 13312)
    assert paid(at, "change_type", before.id).amount == "53.00"


def test_bronze_can_be_a_target_although_undocumented(at: Bench) -> None:
    before = box(at, STANDARD)
    assert changes.change_type(at.office, before.id, "bronze", Work()).tipo_casella == "BRONZE"
    assert paid(at, "change_type", before.id).amount == "14.00"


def test_a_user_is_added(at: Bench) -> None:
    before, after = change(at, "add_user")
    assert len(after.multiutenza) == len(before.multiutenza) + 1
    assert after.multiutenza[-1].cognome == "Esempi"
    assert paid(at, "add_user", before.id).amount == "5.00"


def test_a_revocation_costs_nothing_and_a_renewal_brings_it_back(at: Bench) -> None:
    before, after = change(at, "revoke_mailbox")
    assert (after.stato, at.server.ledger) == ("revocata", [])
    (attempt,) = at.office.attempts.all()
    assert (attempt.operation, attempt.outcome) == ("revoke_mailbox", Outcome.CONFIRMED)
    renewed = changes.renew(at.office, before.id, 1, Work())
    assert renewed.stato == "evasa"
    paid(at, "renew_mailbox", before.id)


@pytest.mark.parametrize("operation", CHANGES)
def test_what_came_of_it_is_in_the_cache_and_the_journal(at: Bench, operation: str) -> None:
    before, after = change(at, operation)
    stored = at.office.mailboxes.get(before.id)
    assert stored is not None
    assert stored.mailbox == after
    (attempt,) = at.office.attempts.all()
    assert (attempt.operation, attempt.target) == (operation, before.id)
    assert (attempt.outcome, attempt.label) == (Outcome.CONFIRMED, before.casella_pec)
    assert attempt.before["ultima_modifica"] == before.timestamp.ultima_modifica
    assert attempt.before["scadenza"] == before.timestamp.scadenza
    (entry,) = activity.entries(at.office)
    assert (entry.mailbox_id, entry.holder) == (before.id, before.holder)


@pytest.mark.parametrize("operation", PAID)
def test_a_lost_answer_is_unknown_and_stands_in_the_way(at: Bench, operation: str) -> None:
    box(at, CHANGES[operation][0])
    at.server.faults.set(Fault.DROP_AFTER, operation=operation)
    with pytest.raises(ApiError) as lost:
        change(at, operation)
    assert lost.value.kind is ErrorKind.UNKNOWN_OUTCOME
    assert [one.outcome for one in at.office.attempts.all()] == [Outcome.UNKNOWN]
    assert len(at.server.ledger) == 1
    if operation == "change_type":
        return  # a second one is refused by what the vendor says now
    with pytest.raises(Refusal) as again:
        change(at, operation)
    assert again.value.key == "attempt.unknown"
    assert at.seen(operation) == 1


@pytest.mark.parametrize("operation", CHANGES)
@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Fault.STATUS_500, Outcome.UNKNOWN),
        (Fault.HTML_502, Outcome.UNKNOWN),
        (Fault.REDIRECT, Outcome.UNKNOWN),
        (Fault.STATUS_402, Outcome.REFUSED),
        (Fault.STATUS_401, Outcome.REFUSED),
    ],
)
def test_a_failed_call_is_never_repeated(
    at: Bench, operation: str, fault: Fault, outcome: Outcome
) -> None:
    box(at, CHANGES[operation][0])
    at.server.faults.set(fault, operation=operation)
    with pytest.raises(ApiError):
        change(at, operation)
    assert [one.outcome for one in at.office.attempts.all()] == [outcome]
    assert (at.seen(operation), at.server.ledger) == (1, [])


@pytest.mark.parametrize(
    ("name", "operation", "key"),
    [
        (REGISTERED, "renew_mailbox", "refused.renew_mailbox.state"),
        (DOMICILE, "change_space", "refused.change_space.type"),
        (REVOKED, "change_space", "refused.change_space.state"),
        (GOLD, "change_type", "refused.change_type.type"),
        (DOMICILE, "add_user", "refused.add_user.type"),
        (REVOKED, "revoke_mailbox", "refused.revoke_mailbox.state"),
    ],
)
def test_what_the_rules_forbid_is_not_sent(at: Bench, name: str, operation: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        CHANGES[operation][1](at, box(at, name))
    assert refused.value.key == key
    assert nothing_sent(at, operation)


def test_a_token_without_the_scope_is_told_before(at: Bench) -> None:
    at.office.allowed = frozenset({"list_mailboxes", "get_mailbox"})
    with pytest.raises(Refusal) as refused:
        change(at, "add_user")
    assert refused.value.key == "refused.add_user.scope"
    assert nothing_sent(at, "add_user")


def test_what_the_form_refuses_is_not_sent(at: Bench) -> None:
    one = box(at, GOLD)
    wrong: list[Callable[[], Mailbox]] = [
        lambda: changes.renew(at.office, one.id, 11, Work()),
        lambda: changes.change_space(at.office, one.id, {"space_mode": "ADD"}, Work()),
        lambda: changes.add_user(at.office, one.id, {"nome": "Anna"}, Work()),
        lambda: changes.revoke(at.office, one.id, "officine@valdoro.it", Work()),
    ]
    for attempt in wrong:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.key == "change.invalid"
        assert refused.value.details["problems"]
    assert nothing_sent(at, *CHANGES)


def test_a_mailbox_that_somebody_else_changed_is_not_paid_for(at: Bench) -> None:
    seen = box(at, GOLD)
    with at.office.client() as elsewhere:
        elsewhere.add_user(seen.id, USER)  # by another program
    charged = len(at.server.ledger)
    with pytest.raises(Refusal) as refused:
        changes.renew(at.office, seen.id, 1, Work(), seen=seen)
    assert refused.value.key == "mailbox.changed"
    assert (at.seen("renew_mailbox"), len(at.server.ledger)) == (0, charged)
    now = changes.current(at.office, seen.id, Work())
    assert len(now.multiutenza) == len(seen.multiutenza) + 1
    assert changes.renew(at.office, seen.id, 1, Work(), seen=now).stato == "evasa"


def test_a_click_more_with_the_same_summary_buys_nothing_more(at: Bench) -> None:
    seen = box(at, GOLD)
    changes.renew(at.office, seen.id, 1, Work(), seen=seen)
    with pytest.raises(Refusal) as refused:
        changes.renew(at.office, seen.id, 1, Work(), seen=seen)
    assert refused.value.key == "mailbox.changed"
    paid(at, "renew_mailbox", seen.id)


def test_what_is_ordered_just_now_is_not_ordered_again(at: Bench) -> None:
    one = box(at, STANDARD)
    with (
        at.office.claim(f"renew_mailbox {one.id}"),
        pytest.raises(Refusal, match=r"attempt\.pending"),
    ):
        changes.renew(at.office, one.id, 1, Work())
    assert nothing_sent(at, "renew_mailbox")
    assert not at.office.sending


@pytest.mark.parametrize("operation", CHANGES)
def test_every_change_is_carried_out_by_its_name(at: Bench, operation: str) -> None:
    one = box(at, CHANGES[operation][0])
    values: dict[str, object] = {
        "anni": "2",
        "space_mode": "SET",
        "spazio_disco": one.spazio_disco + 1024,
        "tipo_casella": "gold",
        **USER,
        "confirm_address": one.casella_pec.upper(),
    }
    changed = changes.change(at.office, operation, one.id, values, Work(), seen=one)
    assert changed != one
    assert at.seen(operation) == 1
    (attempt,) = at.office.attempts.all()
    assert (attempt.operation, attempt.outcome) == (operation, Outcome.CONFIRMED)


# Prices


@pytest.mark.parametrize(
    ("operation", "name", "values", "amount", "certainty"),
    [
        ("renew_mailbox", GOLD, {"anni": 3}, "192.0", Certainty.KNOWN),
        ("renew_mailbox", BRONZE, {"anni": 1}, "25.0", Certainty.KNOWN),
        (
            "change_space",
            GOLD,
            {"space_mode": "ADD", "spazio_disco": 2048, "spazio_conservazione": 512},
            "30.0",
            Certainty.KNOWN,
        ),
        ("change_type", STANDARD, {"tipo_casella": "GOLD"}, "53.0", Certainty.ESTIMATED),
        ("activate_preservation", SILVER, {"spazio_conservazione": 1024}, "24.0", Certainty.KNOWN),
        ("add_user", SILVER, USER, "5.0", Certainty.KNOWN),
    ],
)
def test_a_quote_is_for_the_very_request(
    at: Bench,
    operation: str,
    name: str,
    values: dict[str, object],
    amount: str,
    certainty: Certainty,
) -> None:
    mailbox = box(at, name)
    sent = request(operation, mailbox, values)
    quote = prices.quote_request(at.office, operation, mailbox, sent, Work())
    assert quote.price == Price(Decimal(amount), certainty)
    assert quote.credit == at.server.credit
    assert quote.credit_after == at.server.credit - Decimal(amount)
    assert quote.enough is True


def test_without_the_accounts_prices_the_offices_own_list_gives_an_estimate(at: Bench) -> None:
    mailbox = box(at, GOLD)
    at.office.connection = replace(connection_to(at.server), api_key="")

    def ask(operation: str, sent: Mapping[str, object]) -> Quote:
        return prices.quote_request(at.office, operation, mailbox, sent, Work())

    unknown = ask("add_user", USER)
    assert (unknown.price.certainty, unknown.credit_after) == (Certainty.UNKNOWN, None)
    assert unknown.enough is None
    assert ask("renew_mailbox", {"anni": 2}).price == Price(Decimal("128.00"), Certainty.ESTIMATED)
    at.office.price_list = {"multiutenza": Decimal("7.50"), "gold": Decimal(60)}
    assert ask("add_user", USER).price == Price(Decimal("7.50"), Certainty.ESTIMATED)
    assert ask("renew_mailbox", {"anni": 2}).price.amount == Decimal(120)
    changes.add_user(at.office, mailbox.id, USER, Work())
    assert at.office.attempts.all()[0].amount == "7.50"


def test_a_price_is_learnt_before_paying_even_if_nobody_asked_for_it(at: Bench) -> None:
    one = box(at, SILVER)
    assert at.office.prices == {}
    changes.add_user(at.office, one.id, USER, Work())
    assert paid(at, "add_user", one.id).amount == "5.00"


def test_details_come_from_the_cache_while_they_are_fresh(at: Bench) -> None:
    one = box(at, GOLD)
    before = at.seen("get_mailbox")
    assert changes.current(at.office, one.id, Work()) == one
    assert at.seen("get_mailbox") == before
    with at.office.client() as elsewhere:
        elsewhere.add_user(one.id, USER)
    mailboxes.refresh(at.office, Work())
    assert len(changes.current(at.office, one.id, Work()).multiutenza) == 3
