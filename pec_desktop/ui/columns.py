"""The columns of the mailbox table, each a record: its text, its order, its looks, its width.

Whatever concerns one column stands here once; model, table and delegate only read the records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QLocale

from pec_desktop.domain.mailbox import Mailbox, MailboxType, NextStep, State, next_step
from pec_desktop.store.mailboxes import StoredMailbox
from pec_desktop.ui import formats
from pec_desktop.ui.roles import Role
from pec_desktop.ui.words import known, text


class Paint(StrEnum):
    """How a cell is drawn."""

    TEXT = "text"
    QUIET = "quiet"
    PILL = "pill"
    EXPIRY = "expiry"
    STEP = "step"


class Facts(Struct, frozen=True):
    """What is known of one mailbox on one day, in one language."""

    stored: StoredMailbox
    mailbox: Mailbox
    locale: QLocale
    days: int | None
    step: NextStep

    @property
    def listed(self) -> bool:
        """Whether the vendor's last answer held the mailbox."""
        return self.stored.listed


def facts(stored: StoredMailbox, today: date, locale: QLocale) -> Facts:
    """Gather the facts the columns speak of."""
    mailbox = stored.mailbox
    step = next_step(mailbox, today) if stored.listed else NextStep.NONE
    return Facts(stored, mailbox, locale, mailbox.days_left(today), step)


class Column(Struct, frozen=True):
    """One column. Widths are in em: `ideal` if there is room, `least` if there is not.

    `holds` are the words it must have room for in any case. Where room is short, columns of a low
    `rank` come to their ideal first; those that `grow` share what is left over.
    """

    key: str
    text: Callable[[Facts], str]
    order: Callable[[Facts], object]
    paint: Paint
    ideal: float = 0
    least: float = 0
    holds: Callable[[], list[str]] | None = None
    rank: int = 9
    grows: bool = False
    visible: bool = True

    @property
    def title(self) -> str:
        """The heading in the person's language."""
        return text(f"column.{self.key}")


def state_text(stored: StoredMailbox) -> str:
    """The state in words; one the program does not know is shown as received."""
    if not stored.listed:
        return text("state.unlisted")
    key = f"state.{stored.mailbox.stato}"
    return text(key) if known(key) else stored.mailbox.stato


def type_text(mailbox: Mailbox) -> str:
    """The product's name; one the program does not know is shown as received."""
    key = f"type.{mailbox.type}"
    return text(key) if known(key) else mailbox.tipo_casella


def days_text(days: int) -> str:
    """How far the expiry is from today, in words."""
    match days:
        case 1:
            return text("days.tomorrow")
        case 0:
            return text("days.today")
        case -1:
            return text("days.yesterday")
    return text("days.left", days=days) if days > 0 else text("days.past", days=-days)


def expiry_text(one: Facts) -> str:
    """The day of expiry, and how far it is while the mailbox is active."""
    if one.mailbox.expiry is None:
        return ""
    day = formats.day(one.locale, one.mailbox.expiry)
    if one.days is None or one.mailbox.state is not State.EVASA:
        return day
    return f"{day}{DAYS_SEPARATOR}{days_text(one.days)}"


def step_text(one: Facts) -> str:
    """The next step; nothing where nothing is to be done."""
    return "" if one.step is NextStep.NONE else text(f"step.{one.step}")


def fiscal_code(mailbox: Mailbox) -> str:
    """Whose mailbox it is, by the number: the holder's, else the applicant's."""
    return mailbox.cf_piva_titolare or mailbox.codice_fiscale_richiedente


STATE_ROLES: dict[State, Role] = {
    State.REGISTRATA: Role.ATTENTION,
    State.IN_EVASIONE: Role.INFO,
    State.DOCUMENTI_ERRATI: Role.PROBLEM,
    State.EVASA: Role.GOOD,
}
"""The colour of a state; any other is muted."""

EXPIRY_NOTICES: tuple[tuple[int, Role, bool], ...] = (
    (15, Role.PROBLEM, True),
    (30, Role.ATTENTION, True),
    (90, Role.ATTENTION, False),
)
"""Up to so many days before the expiry: the colour, and whether it stands out as a pill."""

DAYS_SEPARATOR = " · "

_STATE_ORDER = tuple(State)
_TYPE_ORDER = tuple(MailboxType)
_STEP_ORDER = tuple(NextStep)


def _last_if_empty(value: str) -> tuple[bool, str]:
    return (not value, value.casefold())


def _words(prefix: str, keys: Iterable[str]) -> list[str]:
    return [text(f"{prefix}{key}") for key in keys]


def _expiry_order(one: Facts) -> int:
    return one.mailbox.expiry.toordinal() if one.mailbox.expiry else date.max.toordinal()


COLUMNS: tuple[Column, ...] = (
    Column(
        key="address",
        text=lambda one: one.mailbox.casella_pec,
        order=lambda one: one.mailbox.casella_pec.casefold(),
        paint=Paint.TEXT,
        rank=1,
        ideal=16,
        least=10,
        grows=True,
    ),
    Column(
        key="holder",
        text=lambda one: one.mailbox.holder,
        order=lambda one: _last_if_empty(one.mailbox.holder),
        paint=Paint.TEXT,
        rank=3,
        ideal=15,
        least=9,
        grows=True,
    ),
    Column(
        key="type",
        text=lambda one: type_text(one.mailbox),
        order=lambda one: (_TYPE_ORDER.index(one.mailbox.type), one.mailbox.tipo_casella),
        paint=Paint.QUIET,
        rank=4,
        ideal=10.5,
        least=6,
    ),
    Column(
        key="state",
        text=lambda one: state_text(one.stored),
        order=lambda one: (_STATE_ORDER.index(one.mailbox.state), not one.listed),
        paint=Paint.PILL,
        holds=lambda: [*_words("state.", STATE_ROLES), text("state.unlisted")],
    ),
    Column(
        key="expiry",
        text=expiry_text,
        order=_expiry_order,
        paint=Paint.EXPIRY,
        rank=2,
        ideal=15.3,
        least=7,
    ),
    Column(
        key="next",
        text=step_text,
        order=lambda one: _STEP_ORDER.index(one.step),
        paint=Paint.STEP,
        holds=lambda: _words("step.", _STEP_ORDER[:-1]),
    ),
    Column(
        key="fiscal_code",
        text=lambda one: fiscal_code(one.mailbox),
        order=lambda one: _last_if_empty(fiscal_code(one.mailbox)),
        paint=Paint.TEXT,
        ideal=13,
        least=9,
        visible=False,
    ),
    Column(
        key="note",
        text=lambda one: " ".join(one.stored.note.split()),
        order=lambda one: _last_if_empty(one.stored.note),
        paint=Paint.QUIET,
        ideal=14,
        least=8,
        visible=False,
    ),
)
