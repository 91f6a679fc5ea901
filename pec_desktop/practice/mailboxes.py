"""Mailboxes and communications, and how they move through their lives.

`data` is always exactly what the vendor answers. What a mailbox will do of its own accord is the
moment `due`: while it is `in_evasione` the provider's verdict on the papers, while it is `evasa`
with `autorinnovo` the renewal at its expiry. Nothing runs in the background: `settle` is called
with the present moment before each request and catches up.

A mailbox that expires without being renewed stays `evasa` with a date in the past; the document
does not say what the vendor does then. `ultima_modifica` grows with every change by at least one
second, so that a reader who compares it misses nothing even when the pace is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pec_desktop.practice import moments
from pec_desktop.practice.catalogue import PRODUCTS

LIST_FIELDS = (
    *("id", "casella_pec", "tipo_casella", "stato", "data_scadenza"),
    *("timestamp", "owner"),
)
"""What a row of `GET /pec` shows."""

OPTIONAL = frozenset(
    {
        "tipo_documento",
        "numero_documento",
        "data_scadenza_documento",
        "documento_rilasciato_da",
        "data_rilascio_documento",
    }
)
"""What an answer holds only if it was sent: the identity document."""

COMMUNICATION_LIST_FIELDS = ("id", "casella_pec", "stato", "timestamp", "owner")
"""What a row of `GET /comunica_pec` shows."""


@dataclass
class Mailbox:
    """A mailbox: its answer, and what comes next without anybody's doing.

    `verdict` is the state to take when `due` comes, empty when a renewal is due.
    """

    data: dict[str, Any]
    due: float | None = None
    verdict: str = ""

    @property
    def state(self) -> str:
        """The mailbox's `stato`."""
        return str(self.data["stato"])

    @property
    def type(self) -> str:
        """The mailbox's `tipo_casella`."""
        return str(self.data["tipo_casella"])

    def row(self) -> dict[str, Any]:
        """Return the mailbox as a row of the list."""
        return {name: self.data[name] for name in LIST_FIELDS}

    def touch(self, at: float) -> None:
        """Note that something changed."""
        before = self.data["timestamp"].get("ultima_modifica", 0)
        self.data["timestamp"]["ultima_modifica"] = max(int(at), before + 1)

    def submit(self, papers: int, verdict: str, at: float, due: float) -> None:
        """Take papers for activation and start processing."""
        names = [f"{self.data['id']}_{number}_attivazione.pdf" for number in range(papers)]
        self.data |= {"stato": "in_evasione", "documenti_attivazione": names}
        self.verdict, self.due = verdict, due
        self.touch(at)

    def activate(self, at: float) -> None:
        """Become active for a year, with the spaces of its type."""
        product = PRODUCTS[self.type]
        self.data["timestamp"]["evasione"] = int(at)
        self.data |= {"stato": "evasa", "data_attivazione": moments.day(at), "sms": True}
        self.include(product.disk, product.archive)
        self._expire(moments.add_years(at, 1))
        self.touch(at)

    def include(self, disk: int, archive: int) -> None:
        """Grant spaces in MB, never less than there already are."""
        self.data["spazio_disco"] = max(disk, self.data["spazio_disco"])
        self.data["spazio_storico"] = max(archive, self.data["spazio_storico"])
        self.data["storico"] = self.data["spazio_storico"] > 0

    def renew(self, years: int, at: float) -> None:
        """Move the expiry by some years; a revoked mailbox is active again."""
        self.data["stato"] = "evasa"
        self.data["timestamp"].pop("revoca", None)
        self._expire(moments.add_years(self.data["timestamp"]["scadenza"], years))
        self.touch(at)

    def revoke(self, at: float) -> None:
        """Stop being active."""
        self.data["stato"] = "revocata"
        self.data["timestamp"]["revoca"] = int(at)
        self.due = None
        self.touch(at)

    def settle(self, now: float, pay: Callable[[Mailbox, float], bool]) -> bool:
        """Catch up with everything that was due until `now`; True if anything happened.

        `pay` takes a year's price from the wallet for an automatic renewal at the given moment;
        where it cannot, the mailbox simply expires.
        """
        before = self.due
        while self.due is not None and self.due <= now:
            at, self.due = self.due, None
            if self.state != "in_evasione":
                if pay(self, at):
                    self.renew(1, at)
            elif self.verdict == "evasa":
                self.activate(at)
            else:
                self.data["stato"] = self.verdict
                self.touch(at)
        return self.due != before

    def _expire(self, at: int) -> None:
        self.data["timestamp"]["scadenza"] = at
        self.data["data_scadenza"] = moments.day(at)
        self.due = float(at) if self.data["autorinnovo"] else None


def registered(
    fields: Mapping[str, Any],
    *,
    identifier: str,
    uid: str,
    code: str,
    owner: str,
    at: float,
) -> Mailbox:
    """Return a newly registered mailbox.

    `fields` are those of the request, checked; what the vendor writes in capitals or in small
    letters, and what it adds, is done here. Fields of the identity document stay absent if empty.
    """
    address = fields["casella_pec"].lower()
    capitals = ("tipo_casella", "nazione_nascita_richiedente", "nazione_titolare")
    return Mailbox(
        {
            **{name: value for name, value in fields.items() if value or name not in OPTIONAL},
            **{name: fields[name].upper() for name in capitals},
            "casella_pec": address,
            "dominio": address.partition("@")[2],
            "owner": owner,
            "timestamp": {"registrazione": int(at), "ultima_modifica": int(at)},
            "cod_attivazione": code,
            "uid": uid,
            "conservazione": False,
            "data_scadenza": "",
            "descrizione": address,
            "sms": False,
            "spazio_conservazione": 0,
            "spazio_disco": 0,
            "spazio_storico": 0,
            "stato": "registrata",
            "storico": False,
            "id": identifier,
        }
    )


@dataclass
class Communication:
    """A communication to the Business Register: its answer, and when its state moves on."""

    data: dict[str, Any]
    due: float | None = None

    def row(self) -> dict[str, Any]:
        """Return the communication as a row of the list."""
        return {name: self.data[name] for name in COMMUNICATION_LIST_FIELDS}

    def advance(self, at: float) -> None:
        """Take the next state."""
        order = list(COMMUNICATION_STATES)
        self.data["stato"] = order[order.index(self.data["stato"]) + 1]
        self.data["timestamp"] = int(at)

    def settle(self, now: float) -> bool:
        """Catch up with what was due until `now`; True if anything happened."""
        if self.due is None or self.due > now:
            return False
        at, self.due = self.due, None
        self.advance(at)
        return True


COMMUNICATION_STATES = (
    "codice_in_richiesta",
    "in_attesa_di_documenti",
    "documenti_caricati",
    "comunicazione_evasa",
)
"""In the order in which a communication passes them."""
