"""What can be done with a mailbox that exists: the form of each operation, and its exact request.

Renewal, space, type, preservation, users, revocation. Where a form depends on the mailbox (what may
grow, which types are higher) it is made for that mailbox. Limits are those of the vendor's PEC
document; what it leaves open is said where it is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct

from pec_desktop.domain.fields import (
    Context,
    Field,
    FieldKind,
    Numbers,
    Problem,
    Values,
    always,
    one_of,
    payload,
    validate,
)
from pec_desktop.domain.findings import Check, Finding, error, warning
from pec_desktop.domain.mailbox import LEGALMAIL, Mailbox, MailboxType, State
from pec_desktop.domain.normal import capitals, lower

MOST_YEARS = 10
"""Years one renewal may buy. The vendor names no limit; more would only be a slip."""

SPACES: dict[str, int] = {
    "spazio_disco": 1024,
    "spazio_storico": 1024,
    "spazio_conservazione": 512,
}
"""Space → the MB of which it must be a multiple (PATCH /pec/{id}/modifica)."""

MOST_SPACE = 1024 * 1024
"""MB of one space. The vendor names no limit; more than a terabyte would only be a slip."""

ADD, SET = "ADD", "SET"
"""Values of `space_mode`: add to what there is, or set to a new size."""

RENEWAL: tuple[Field, ...] = (
    Field("anni", FieldKind.NUMBER, required=always, default=1, numbers=Numbers(1, MOST_YEARS)),
)
"""GET /pec/{id}/rinnovo."""

PRESERVATION: tuple[Field, ...] = (
    Field(
        "spazio_conservazione",
        FieldKind.NUMBER,
        default=512,
        numbers=Numbers(512, MOST_SPACE, SPACES["spazio_conservazione"]),
    ),
)
"""PATCH /pec/{id}/conservazione, without its papers; left empty, the vendor takes 512."""

USER: tuple[Field, ...] = (
    Field("nome", required=always),
    Field("cognome", required=always),
    Field("descrizione", required=always),
    Field("email_gestione_password", FieldKind.EMAIL, required=always),
)
"""POST /pec/{id}/multiutenza (``BodyPostMultiutenza``)."""


def space_form(mailbox: Mailbox) -> tuple[Field, ...]:
    """Return the form for more space: a mode, and MB for each space of `mailbox` that may grow.

    With the mode `ADD` a number is what comes on top, with `SET` the new size. Legal storage is
    asked for only where it is active.
    """
    mode = Field(
        "space_mode", FieldKind.CHOICE, required=always, choices=one_of(ADD, SET), default=ADD
    )
    return (
        mode,
        *(
            Field(
                name,
                FieldKind.NUMBER,
                checks=(_larger_than(getattr(mailbox, name)),),
                numbers=Numbers(step, MOST_SPACE, step),
            )
            for name, step in SPACES.items()
            if name != "spazio_conservazione" or mailbox.conservazione
        ),
    )


def type_form(mailbox: Mailbox) -> tuple[Field, ...]:
    """Return the form for a higher type."""
    higher = tuple(kind.value for kind in upgrades(mailbox))
    return (
        Field(
            "tipo_casella",
            FieldKind.CHOICE,
            required=always,
            choices=one_of(*higher),
            checks=(_documented_target,),
        ),
    )


def revocation_form(mailbox: Mailbox) -> tuple[Field, ...]:
    """Return the form for a revocation: the address, typed once more."""
    return (
        Field(
            "confirm_address",
            FieldKind.MAILBOX,
            required=always,
            checks=(_the_address_of(mailbox),),
        ),
    )


FORMS: dict[str, Callable[[Mailbox], tuple[Field, ...]]] = {
    "renew_mailbox": lambda _mailbox: RENEWAL,
    "change_space": space_form,
    "change_type": type_form,
    "activate_preservation": lambda _mailbox: PRESERVATION,
    "add_user": lambda _mailbox: USER,
    "revoke_mailbox": revocation_form,
}
"""Operation (a `PecClient` method) → the form to fill in for a mailbox."""


def problems(operation: str, mailbox: Mailbox, values: Values, context: Context) -> list[Problem]:
    """Check a whole form: what `validate` says, and that there is something to do at all."""
    found = validate(FORMS[operation](mailbox), values, context)
    if operation == "change_space" and not found and not request(operation, mailbox, values):
        found.append(Problem("spazio_disco", "space.nothing"))
    return found


def request(operation: str, mailbox: Mailbox, values: Values) -> dict[str, object]:
    """Return exactly what is sent besides papers: the summary is made from this very result.

    For more space that is ``"+1024"`` (a text) where MB are added, 3072 (a number) where they are
    set. A revocation sends nothing: its typed address is only a confirmation.
    """
    sent = payload(FORMS[operation](mailbox), values)
    if operation == "revoke_mailbox":
        return {}
    adding = sent.pop("space_mode", SET) == ADD
    return {name: f"+{value}" if adding else value for name, value in sent.items()}


def spaces_after(mailbox: Mailbox, request: Mapping[str, object]) -> dict[str, int]:
    """Return the sizes in MB that a request for space leads to, of the spaces it names."""
    after = {}
    for name in SPACES:
        if parts := re.fullmatch(r"(\+?)([0-9]+)", str(request.get(name, ""))):
            present = getattr(mailbox, name) if parts[1] else 0
            after[name] = present + int(parts[2])
    return after


def expiry_after(mailbox: Mailbox, anni: int, today: date) -> date | None:
    """Return the day on which `mailbox` expires once it is renewed; None where nobody says it.

    An active mailbox gets the years on top of its expiry. From when they count for one that has
    expired or was revoked is documented nowhere.
    """
    expiry = mailbox.expiry
    if expiry is None or expiry < today or mailbox.state is not State.EVASA:
        return None
    return years_later(expiry, anni)


def years_later(day: date, years: int) -> date:
    """Return the same day some years later; the 28th where there is no 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def upgrades(mailbox: Mailbox) -> tuple[MailboxType, ...]:
    """Return the types that `mailbox` may be turned into, the lowest first."""
    if mailbox.type not in LEGALMAIL:
        return ()
    return LEGALMAIL[LEGALMAIL.index(mailbox.type) + 1 :]


class Offer(Struct, frozen=True):
    """What a type brings, as far as anybody says; None where nobody does.

    Spaces are included MB; `invoices` tells whether e-invoices are recognised and shown readably;
    `documented` whether the vendor's texts name this type as one to change to.
    """

    spazio_disco: int | None = None
    spazio_storico: int | None = None
    invoices: bool | None = None
    documented: bool = True


OFFERS: dict[MailboxType, Offer] = {
    MailboxType.STANDARD: Offer(documented=False),
    MailboxType.BRONZE: Offer(documented=False),
    MailboxType.SILVER: Offer(),
    MailboxType.GOLD: Offer(spazio_storico=13312, invoices=True),
}
"""From the vendor's product page of GOLD and the examples of its PEC document.

They agree on GOLD's archive and disagree on its disk (5 GB and 2048 MB), which therefore counts as
unknown. Nothing is published for the others that is known to hold for this API.
"""


def _larger_than(present: int) -> Check:
    def check(value: str, values: Values, _context: Context) -> Finding | None:
        setting = capitals(values.get("space_mode")) == SET
        if setting and value.isdecimal() and int(value) <= present:
            return error("space.not_larger", present=present)
        return None

    return check


def _documented_target(value: str, _values: Values, _context: Context) -> Finding | None:
    offer = OFFERS.get(MailboxType(value))
    return warning("type.not_documented") if offer and not offer.documented else None


def _the_address_of(mailbox: Mailbox) -> Check:
    def check(value: str, _values: Values, _context: Context) -> Finding | None:
        return None if value == lower(mailbox.casella_pec) else error("revocation.other_address")

    return check
