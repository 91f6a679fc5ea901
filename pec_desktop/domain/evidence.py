"""What the vendor said of a thing before an attempt and after it: by this a lost answer is judged.

Whatever an operation may change is in a reading, so that the difference between two tells what
happened (`domain.verdicts`). No clocks are compared. Readings are kept in the archive as JSON.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from pec_desktop.domain.communication import Communication
from pec_desktop.domain.mailbox import Mailbox, User

Reading = dict[str, Any]
"""What was read of one thing: plain JSON values by the API's names."""


class Verdict(StrEnum):
    """What the evidence says of an attempt."""

    HAPPENED = "happened"
    DID_NOT_HAPPEN = "did_not_happen"
    CANNOT_BE_TOLD = "cannot_be_told"


class Expenses(Struct, frozen=True):
    """What left the wallet since before an attempt: EUR as decimal texts, the newest first.

    `unexplained` counts those of the attempt's own amount that no other payment from here explains.
    """

    amounts: tuple[str, ...] = ()
    unexplained: int = 0


class Evidence(Struct, frozen=True, kw_only=True):
    """The last look at what became of an attempt, or what settled it. Moments are Unix seconds.

    `now` is the reading, `expenses` what the wallet tells (None where it could not be asked).
    `absent_since` is when it was first seen that nothing has changed, None while something has.
    `decided` marks the person's own decision. `newest` is the number of the journal's newest
    attempt at that moment: it orders looks and attempts without a clock.
    """

    at: int
    verdict: Verdict
    now: Reading = field(default_factory=dict)
    expenses: Expenses | None = None
    absent_since: int | None = None
    decided: bool = False
    newest: int = 0


def of_mailbox(mailbox: Mailbox) -> Reading:
    """Return what every operation on a mailbox may change, and whether it renews itself."""
    return {
        "stato": mailbox.stato,
        "tipo_casella": mailbox.tipo_casella,
        "data_scadenza": mailbox.data_scadenza,
        "scadenza": mailbox.timestamp.scadenza,
        "ultima_modifica": mailbox.timestamp.ultima_modifica,
        "autorinnovo": mailbox.autorinnovo,
        "conservazione": mailbox.conservazione,
        "spazio_disco": mailbox.spazio_disco,
        "spazio_storico": mailbox.spazio_storico,
        "spazio_conservazione": mailbox.spazio_conservazione,
        "documenti_attivazione": list(mailbox.documenti_attivazione),
        "documenti_conservazione": list(mailbox.documenti_conservazione),
        "multiutenza": [_key(user) for user in mailbox.multiutenza],
    }


def users_with(mailbox: Mailbox, email: str) -> list[str]:
    """Return those of a reading's ``multiutenza`` who have this e-mail, which is not kept there."""
    return [
        _key(user)
        for user in mailbox.multiutenza
        if user.email_gestione_password.casefold() == email.casefold()
    ]


def differences(seen: Mailbox, now: Mailbox) -> list[str]:
    """Name what can be paid for, or decides what may be, and is no longer as seen.

    The moment of the last change is left out: what it was about may matter to nobody.
    """
    one, other = of_mailbox(seen), of_mailbox(now)
    return [name for name in one if name != "ultima_modifica" and one[name] != other[name]]


def of_address(mailboxes: Iterable[Mailbox]) -> Reading:
    """Return the ids that an address has in the account: a new one proves a registration."""
    return {"ids": sorted(mailbox.id for mailbox in mailboxes)}


def of_communication(communication: Communication) -> Reading:
    """Return what an upload may change."""
    return {
        "stato": communication.stato,
        "timestamp": communication.timestamp,
        "documenti_registro_imprese": list(communication.documenti_registro_imprese),
    }


def of_communications(address: str, known: Iterable[Communication]) -> Reading:
    """Return the ids that an address has until now: a new one among them proves a start."""
    same = (one.id for one in known if one.casella_pec.lower() == address.lower())
    return {"ids": sorted(same)}


def digest(payload: object) -> str:
    """Return the SHA-256 of `payload` in one canonical JSON form: its proof, not its content."""
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _key(user: User) -> str:
    """Name a user: an `id_utenza` may be given anew once its user is gone, a `userid` is not."""
    return f"{user.id_utenza} {user.userid}".strip()
