"""A mailbox, its states and types, and what may be done with it when.

The attributes bear the API's own names; shapes and allowed states come from the vendor's OpenAPI
document (schema ``Casella`` and the error texts of each operation). Spaces are MB, timestamps Unix
seconds, ``data_*`` texts dd/mm/yyyy and empty until known. The structs are unknown to the garbage
collector (``gc=False``): they hold no cycles, and thousands of them would make its rounds long
enough to be felt in the window.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct, field


class State(StrEnum):
    """Where a mailbox stands. `UNKNOWN` stands for any value this program has not met."""

    REGISTRATA = "registrata"
    IN_EVASIONE = "in_evasione"
    DOCUMENTI_ERRATI = "documenti_errati"
    EVASA = "evasa"
    REVOCATA = "revocata"
    CHIUSA = "chiusa"
    REGISTRAZIONE_ANNULLATA = "registrazione_annullata"
    UNKNOWN = "?"

    @classmethod
    def _missing_(cls, value: object) -> State:
        return cls.UNKNOWN


class MailboxType(StrEnum):
    """The products. `UNKNOWN` stands for any value this program has not met."""

    STANDARD = "STANDARD"
    BRONZE = "BRONZE"
    SILVER = "SILVER"
    GOLD = "GOLD"
    DOMICILIODIGITALE = "DOMICILIODIGITALE"
    PECMASSIVA = "PECMASSIVA"
    UNKNOWN = "?"

    @classmethod
    def _missing_(cls, value: object) -> MailboxType:
        return cls.UNKNOWN


LEGALMAIL = (MailboxType.STANDARD, MailboxType.BRONZE, MailboxType.SILVER, MailboxType.GOLD)
"""The types that can be extended and have users, in the order in which they may be upgraded."""

SINGLE_DOCUMENT = (MailboxType.DOMICILIODIGITALE, MailboxType.PECMASSIVA)
"""The types that want form and identity document as one PDF (PATCH /pec/{id}/attivazione)."""


class Timestamp(Struct, frozen=True, kw_only=True, gc=False):
    """The mailbox's moments, Unix seconds; None until they have happened."""

    registrazione: int | None = None
    ultima_modifica: int | None = None
    evasione: int | None = None
    scadenza: int | None = None
    revoca: int | None = None
    extra: dict[str, Any] = field(default_factory=dict)


class UserTimestamp(Struct, frozen=True, kw_only=True, gc=False):
    """When an additional user was activated, Unix seconds."""

    attivazione: int | None = None
    extra: dict[str, Any] = field(default_factory=dict)


class User(Struct, frozen=True, kw_only=True, gc=False):
    """An additional user of a mailbox (schema ``Utenza``)."""

    nome: str = ""
    cognome: str = ""
    descrizione: str = ""
    email_gestione_password: str = ""
    id_utenza: str = ""
    userid: str = ""
    timestamp: UserTimestamp = UserTimestamp()
    extra: dict[str, Any] = field(default_factory=dict)


class Mailbox(Struct, frozen=True, kw_only=True, gc=False):
    """A mailbox as the vendor tells it. A row of the list fills only the first seven fields."""

    id: str
    casella_pec: str
    tipo_casella: str = ""
    stato: str = ""
    data_scadenza: str = ""
    timestamp: Timestamp = Timestamp()
    owner: str = ""

    tipo_cliente: str = ""
    sottotipo_cliente: str = ""
    sottotipo_cliente_altro: str = ""
    nome_richiedente: str = ""
    cognome_richiedente: str = ""
    email: str = ""
    telefono: str = ""
    cellulare: str = ""
    codice_fiscale_richiedente: str = ""
    data_nascita_richiedente: str = ""
    sesso_richiedente: str = ""
    nazione_nascita_richiedente: str = ""
    comune_nascita_richiedente: str = ""
    provincia_nascita_richiedente: str = ""
    denominazione_titolare: str = ""
    cf_piva_titolare: str = ""
    indirizzo_titolare: str = ""
    comune_titolare: str = ""
    cap_titolare: str = ""
    nazione_titolare: str = ""
    provincia_titolare: str = ""
    tipo_documento: str = ""
    numero_documento: str = ""
    documento_rilasciato_da: str = ""
    data_rilascio_documento: str = ""
    data_scadenza_documento: str = ""
    callback: dict[str, Any] | None = None
    autorinnovo: bool = False
    dominio: str = ""
    cod_attivazione: str = ""
    uid: str = ""
    descrizione: str = ""
    data_attivazione: str = ""
    conservazione: bool = False
    storico: bool = False
    sms: bool = False
    spazio_disco: int = 0
    spazio_storico: int = 0
    spazio_conservazione: int = 0
    documenti_attivazione: tuple[str, ...] = ()
    documenti_conservazione: tuple[str, ...] = ()
    multiutenza: tuple[User, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def state(self) -> State:
        """`stato` as an enum; `State.UNKNOWN` for a value that is new to this program."""
        return State(self.stato)

    @property
    def type(self) -> MailboxType:
        """`tipo_casella` as an enum, whatever its letter case."""
        return MailboxType(self.tipo_casella.upper())

    @property
    def holder(self) -> str:
        """Who holds the mailbox; empty while only the list row is known.

        The holder's denomination, or else the applicant: a private person leaves the
        denomination empty (PEC document, example of POST /pec).
        """
        applicant = f"{self.nome_richiedente} {self.cognome_richiedente}".strip()
        return self.denominazione_titolare.strip() or applicant

    @property
    def expiry(self) -> date | None:
        """The day the mailbox expires, from `data_scadenza`; None while it is not active."""
        try:
            day, month, year = map(int, self.data_scadenza.split("/"))
            return date(year, month, day)
        except ValueError:
            return None

    def days_left(self, today: date) -> int | None:
        """Days from `today` to the expiry, negative once it has passed; None without expiry."""
        return None if self.expiry is None else (self.expiry - today).days


def other_data(mailbox: Mailbox) -> dict[str, Any]:
    """Return what the vendor told besides all this program knows: names as received, dotted below.

    So is what stands in a known place but cannot be what it should be there.
    """
    places = [("", mailbox.extra), ("timestamp.", mailbox.timestamp.extra)]
    for number, user in enumerate(mailbox.multiutenza, start=1):
        place = f"multiutenza.{number}."
        places += [(place, user.extra), (f"{place}timestamp.", user.timestamp.extra)]
    return {place + name: value for place, extra in places for name, value in extra.items()}


class Rule(Struct, frozen=True):
    """When an operation may be used; `None` for `types` means every type."""

    states: tuple[State, ...]
    types: tuple[MailboxType, ...] | None = None


RULES: dict[str, Rule] = {
    "download_activation_form": Rule((State.REGISTRATA, State.DOCUMENTI_ERRATI)),
    "activate_mailbox": Rule((State.REGISTRATA, State.DOCUMENTI_ERRATI)),
    "change_space": Rule((State.EVASA,), LEGALMAIL),
    "download_preservation_form": Rule((State.EVASA,), LEGALMAIL),
    "activate_preservation": Rule((State.EVASA,), LEGALMAIL),
    "change_type": Rule((State.EVASA,), LEGALMAIL[:-1]),
    "add_user": Rule((State.EVASA,), LEGALMAIL),
    "renew_mailbox": Rule((State.EVASA, State.REVOCATA)),
    "revoke_mailbox": Rule((State.EVASA,)),
    "start_communication": Rule((State.EVASA,)),
}
"""Operation (a `PecClient` method) → when it may be used.

States are those the vendor's messages 267, 272, 203 and 304 name; space, type, preservation and
users are closed to DOMICILIODIGITALE and PECMASSIVA. Only an active mailbox can be communicated to
the Business Register (vendor's FAQ).
"""


MOST_USERS = 25
"""Additional users of a mailbox (vendor's message 406/217)."""


def refusal(operation: str, mailbox: Mailbox, allowed: Collection[str] | None = None) -> str | None:
    """Say why `operation` cannot be used on `mailbox` now (a key for words), or None if it can.

    `allowed` are the operations that the token's scopes open, None where they are not known. Users
    and preservation can be judged only once the mailbox's details are known.
    """
    rule = RULES[operation]
    if rule.types is not None and mailbox.type not in rule.types:
        return f"refused.{operation}.type"
    if mailbox.state not in rule.states:
        return f"refused.{operation}.state"
    if operation == "activate_preservation" and mailbox.conservazione:
        return "refused.activate_preservation.active"
    if operation == "add_user" and len(mailbox.multiutenza) >= MOST_USERS:
        return "refused.add_user.limit"
    return not_permitted(operation, allowed)


def not_permitted(operation: str, allowed: Collection[str] | None) -> str | None:
    """Return the key that says that the token's scopes do not open `operation`, or None."""
    return None if allowed is None or operation in allowed else f"refused.{operation}.scope"


_NEWS = (
    *(State.EVASA, State.DOCUMENTI_ERRATI, State.CHIUSA, State.REGISTRAZIONE_ANNULLATA),
    State.UNKNOWN,
)


def is_news(before: Mailbox, now: Mailbox) -> bool:
    """Whether the provider has brought a mailbox from one state to another.

    What the office does itself is no news to it: sending papers, revoking, bringing back a revoked
    mailbox by a renewal.
    """
    moved = before.stato != now.stato and before.state is not State.REVOCATA
    return moved and now.state in _NEWS


class NextStep(StrEnum):
    """The one thing to do next with a mailbox."""

    ACTIVATE = "activate"
    CORRECT = "correct"
    WAIT = "wait"
    RENEW = "renew"
    NONE = "none"


RENEWAL_NOTICE = 90
"""Days before the expiry from which renewal is the next step (customary reminder, 3 months)."""


def next_step(mailbox: Mailbox, today: date) -> NextStep:
    """Tell what the office should do with `mailbox` next."""
    match mailbox.state:
        case State.REGISTRATA:
            return NextStep.ACTIVATE
        case State.DOCUMENTI_ERRATI:
            return NextStep.CORRECT
        case State.IN_EVASIONE:
            return NextStep.WAIT
        case State.EVASA:
            left = mailbox.days_left(today)
            return NextStep.RENEW if left is not None and left <= RENEWAL_NOTICE else NextStep.NONE
        case _:
            return NextStep.NONE
