"""What the tests of paid operations share: a mailbox of the seeded office, ledger and journal."""

from __future__ import annotations

from decimal import Decimal

from office_support import Bench

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.services import changes, mailboxes
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.work import Work

GOLD = "officine.valdoro"
SILVER = "studio.legale.tessari"
STANDARD = "panificio.spigadoro"
BRONZE = "informatica.quadrifoglio"
REVOKED = "mobili.ciliegio"
DOMICILE = "coro.voci.valle"
EXPIRED = "tessitura.lino"
REGISTERED = "edil.montalto"


def box(at: Bench, name: str) -> Mailbox:
    """Give a mailbox of the seeded office by its name, with details."""
    if not mailboxes.cached(at.office):
        mailboxes.refresh(at.office, Work())
    found = next(
        one.mailbox
        for one in mailboxes.cached(at.office)
        if one.mailbox.casella_pec.startswith(f"{name}@")
    )
    return changes.current(at.office, found.id, Work())


def paid(at: Bench, operation: str, target: str) -> Attempt:
    """Check that ledger and journal tell of exactly one such payment, of the same amount."""
    (charge,) = [one for one in at.server.ledger if one.operation == operation]
    (attempt,) = [
        one
        for one in at.office.attempts.all()
        if one.operation == operation and one.outcome is Outcome.CONFIRMED
    ]
    assert (attempt.target, charge.target) == (target, target)
    assert attempt.amount is not None
    assert Decimal(attempt.amount) == charge.amount
    assert at.seen(operation) == 1
    return attempt


def nothing_sent(at: Bench, *operations: str) -> bool:
    """Tell whether none of these reached the server, nothing was charged and nothing noted."""
    reached = sum(at.seen(operation) for operation in operations)
    return (reached, at.server.ledger, at.office.attempts.all()) == (0, [], [])
