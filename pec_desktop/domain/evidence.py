"""What the vendor said of a thing before an attempt: the evidence by which a lost answer is judged.

Whatever an operation may change is in it, so that the difference to a later reading tells what
happened. No clocks are compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pec_desktop.domain.communication import Communication
from pec_desktop.domain.mailbox import Mailbox


def of_mailbox(mailbox: Mailbox) -> dict[str, Any]:
    """Return what every operation on a mailbox may change."""
    return {
        "stato": mailbox.stato,
        "tipo_casella": mailbox.tipo_casella,
        "data_scadenza": mailbox.data_scadenza,
        "scadenza": mailbox.timestamp.scadenza,
        "ultima_modifica": mailbox.timestamp.ultima_modifica,
        "conservazione": mailbox.conservazione,
        "spazio_disco": mailbox.spazio_disco,
        "spazio_storico": mailbox.spazio_storico,
        "spazio_conservazione": mailbox.spazio_conservazione,
        "documenti_attivazione": list(mailbox.documenti_attivazione),
        "documenti_conservazione": list(mailbox.documenti_conservazione),
        "multiutenza": [user.id_utenza for user in mailbox.multiutenza],
    }


def differences(seen: Mailbox, now: Mailbox) -> list[str]:
    """Name what can be paid for, or decides what may be, and is no longer as seen.

    The moment of the last change is left out: what it was about may matter to nobody.
    """
    one, other = of_mailbox(seen), of_mailbox(now)
    return [name for name in one if name != "ultima_modifica" and one[name] != other[name]]


def of_communication(communication: Communication) -> dict[str, Any]:
    """Return what an upload may change."""
    return {
        "stato": communication.stato,
        "timestamp": communication.timestamp,
        "documenti_registro_imprese": list(communication.documenti_registro_imprese),
    }


def of_communications(address: str, known: Iterable[Communication]) -> dict[str, Any]:
    """Return the ids that an address has until now: a new one among them proves a start."""
    same = (one.id for one in known if one.casella_pec.lower() == address.lower())
    return {"ids": sorted(same)}
