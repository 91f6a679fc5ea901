"""The rows of a batch: which columns an operation takes, what a row means, and how it is sent.

One `Kind` per operation. What a row asks for is judged by the same rules as a window's form; what
the vendor's document makes optional is optional here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from pec_desktop.domain import callback, changes, normal
from pec_desktop.domain.account import Environment
from pec_desktop.domain.evidence import digest
from pec_desktop.domain.fields import Field, FieldKind, Problem, Severity
from pec_desktop.domain.mailbox import Mailbox, not_permitted, refusal
from pec_desktop.domain.prices import UNKNOWN, Price
from pec_desktop.domain.registration import REGISTRATION, VENDOR_REQUIRED
from pec_desktop.errors import ApiError, Refusal
from pec_desktop.services import prices, registration
from pec_desktop.services.changes import add_user, change_space, current, problems, renew
from pec_desktop.store.drafts import Draft

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.store.batches import Batch
    from pec_desktop.store.mailboxes import StoredMailbox
    from pec_desktop.work import Work

Values = Mapping[str, Any]

BY_ID, BY_ADDRESS = "id", "casella_pec"
"""Columns that name a mailbox which exists; one of them is enough."""

EXPIRY = "data_scadenza"
"""Column of a renewal: the day on which the mailbox expires as long as nobody else renews it."""

CHECKS = frozenset(
    {
        *("tax_code.check_digit", "tax_code.invalid"),
        *("fiscal_code.check_character", "fiscal_code.invalid"),
    }
)
"""Doubts about a code that may be accepted where mailboxes are not real ones."""

_TRUE, _FALSE = ("true", "1", "si", "sì", "yes", "x", "vero"), ("false", "0", "no", "falso")


class Planned(Struct, frozen=True):
    """A row that was checked: what the journal will call it, and what is wrong with it.

    `key` names the row in the journal, `target` what it acts on there, `label` the same for people,
    `digest` the request; `box` is the mailbox it acts on as it was judged, `details` whether by all
    that is known of it. `problems` are errors and warnings; `objections` are further ones that
    count only while nothing of the row was sent from here. `about` is the column that names it.
    """

    operation: str
    key: str
    number: int
    values: dict[str, Any]
    target: str = ""
    label: str = ""
    digest: str = ""
    box: Mailbox | None = None
    details: bool = False
    problems: tuple[Problem, ...] = ()
    objections: tuple[Problem, ...] = ()
    about: str = BY_ADDRESS

    @property
    def seen(self) -> Mailbox | None:
        """The mailbox that the row was judged by; None where that was only its line of the list."""
        return self.box if self.details else None

    @property
    def makes_new(self) -> bool:
        """Whether it makes a mailbox instead of acting on one."""
        return self.operation == registration.OPERATION

    def with_problems(self, problems: list[Problem]) -> Planned:
        """The same row with these problems."""
        return replace(self, problems=tuple(problems), objections=())


class Known(Struct, frozen=True):
    """The account's mailboxes as they are known, by id and (those still listed) by address."""

    by_id: dict[str, StoredMailbox]
    by_address: dict[str, list[StoredMailbox]]


class Kind(Struct, frozen=True):
    """What can be done for many: the columns it takes, and how one row is judged and sent."""

    columns: tuple[str, ...]
    judge: Callable[[Office, Planned, Known, Work], Planned]
    send: Callable[[Office, Planned, Work], object]


def columns(operation: str) -> tuple[str, ...]:
    """Return the columns that a table for `operation` may have."""
    return KINDS[operation].columns


def plan(office: Office, batch: Batch, work: Work, *, accept_checks: bool) -> list[Planned]:
    """Judge every row of a batch. Mailboxes are looked for in the list as it is known."""
    lenient = accept_checks and office.account.environment is not Environment.PRODUCTION
    judge, known = KINDS[batch.operation].judge, known_mailboxes(office)
    planned: list[Planned] = []
    seen: set[str] = set()
    for place, row in enumerate(batch.rows):
        work.progress(place, len(batch.rows))
        work.check()
        blank = Planned(batch.operation, batch.key(row), row.number, dict(row.values))
        one = judge(office, blank, known, work)
        problems = [_severity(problem, lenient) for problem in one.problems]
        if one.target and one.target in seen:
            problems.append(Problem(one.about, "batch.row_twice"))
        seen.add(one.target)
        planned.append(replace(one, problems=tuple(problems)))
    work.progress(len(batch.rows), len(batch.rows))
    return planned


def price(office: Office, one: Planned) -> Price:
    """Return what a row will cost as far as that is known; no network."""
    if not one.digest:
        return UNKNOWN
    box = one.box
    request = one.values if box is None else changes.request(one.operation, box, one.values)
    return prices.known_price_of(office, one.operation, box, request)


def send(office: Office, one: Planned, work: Work) -> None:
    """Send one row, once; raises as the operation's own service does."""
    KINDS[one.operation].send(office, one, work)


def _severity(problem: Problem, lenient: bool) -> Problem:
    """A doubtful code stops a row unless somebody has accepted that; the form only asks."""
    if problem.key not in CHECKS or lenient:
        return problem
    return replace(problem, severity=Severity.ERROR)


# Registrations


def _judge_registration(office: Office, row: Planned, known: Known, _work: Work) -> Planned:
    values, unread = _typed((*REGISTRATION, *callback.CALLBACK), row.values)
    problems = [_as_the_vendor(one) for one in registration.problems(office, values)]
    address = normal.lower(values.get(BY_ADDRESS))
    objections = []
    if address in known.by_address:
        objections.append(Problem(BY_ADDRESS, "batch.listed"))
    if key := not_permitted(row.operation, office.allowed):
        objections.append(Problem(BY_ADDRESS, key))
    if _changed(office, row.key, values):
        problems.append(Problem(BY_ADDRESS, "batch.draft_changed"))
    return replace(
        row,
        values=values,
        target=address,
        label=address or f"#{row.number}",
        digest=digest(registration.request(values)),
        problems=(*unread, *problems),
        objections=tuple(objections),
    )


def _as_the_vendor(problem: Problem) -> Problem:
    """The form wants more than the vendor does; a table need not have it."""
    missing = problem.key in ("field.required", "field.undecided")
    if missing and problem.field not in VENDOR_REQUIRED:
        return replace(problem, severity=Severity.WARNING)
    return problem


def _changed(office: Office, key: str, values: Values) -> bool:
    """Whether somebody works on this row among the drafts, where it was left when refused."""
    draft = office.drafts.get(key)
    return draft is not None and draft.values != values


def _register(office: Office, row: Planned, work: Work) -> Mailbox:
    """Send a row as a draft, which stays with the vendor's reason if it is refused."""
    with office.claim(row.key):
        draft = Draft(
            account_id=office.account.id,
            kind="registration",
            id=row.key,
            values=dict(row.values),
            step="summary",
        )
        office.drafts.save(draft)
        return registration.send(office, draft, work)


# What is done to a mailbox that exists


def _judge_change(office: Office, row: Planned, known: Known, work: Work) -> Planned:
    stored, named = find(known, row.values)
    if stored is None:
        label = str(row.values.get(named) or f"#{row.number}")
        missing = Problem(named, "batch.no_mailbox" if row.values.get(named) else "field.required")
        return replace(row, label=label, problems=(missing,), about=named)
    mailbox = stored.mailbox
    found = replace(row, target=mailbox.id, label=mailbox.casella_pec, about=named)
    key = refusal(row.operation, mailbox, office.allowed) if stored.listed else "state.unlisted"
    if key:
        return replace(found, box=mailbox, objections=(Problem(named, key),))
    details = True
    renewal = row.operation == "renew_mailbox"
    unread: list[Problem] = []
    try:
        mailbox = current(office, mailbox.id, work)
    except (ApiError, Refusal):
        # Spaces and users stand in the details only; and who says the expiry wants it as it is. A
        # plain renewal can be judged by the list, but is not sent for what nobody has seen.
        judged = renewal and EXPIRY not in row.values
        severity = Severity.WARNING if judged else Severity.ERROR
        unread.append(Problem(named, "batch.not_read", severity=severity))
        if not judged:
            return replace(found, box=mailbox, problems=tuple(unread))
        details = False
    values, odd = _typed(changes.FORMS[row.operation](mailbox), _own(row))
    unread += odd
    expected = normal.date_text(row.values.get(EXPIRY)) if renewal else ""
    if expected not in ("", mailbox.data_scadenza):
        unread.append(Problem(EXPIRY, "batch.expiry_moved"))
    wrong = problems(office, row.operation, mailbox, values)
    errors = [one for one in wrong if one.severity is Severity.ERROR]
    request = {} if errors else changes.request(row.operation, mailbox, values)
    return replace(
        found,
        box=mailbox,
        details=details,
        values=values,
        digest=digest(request),
        problems=(*unread, *(one for one in wrong if one not in errors)),
        objections=tuple(errors),
    )


def _own(row: Planned) -> dict[str, Any]:
    """Return the row's values as the operation's form has them."""
    values = {name: value for name, value in row.values.items() if value not in (None, "")}
    if row.operation == "renew_mailbox":
        return {"anni": 1, **values}
    if row.operation == "change_space" and "space_mode" not in values:
        adding = any(str(values.get(name, "")).startswith("+") for name in changes.SPACES)
        spaces = {name: str(values[name]) for name in changes.SPACES if name in values}
        mode = changes.ADD if adding else changes.SET
        plain = {name: size.removeprefix("+") if adding else size for name, size in spaces.items()}
        mixed = adding and not all(size.startswith("+") for size in spaces.values())
        return {**plain, "space_mode": "" if mixed else mode}
    return values


def find(known: Known, values: Values) -> tuple[StoredMailbox | None, str]:
    """Return the mailbox that a row names, and the column by which it does."""
    if key := normal.text(values.get(BY_ID)):
        return known.by_id.get(key), BY_ID
    there = known.by_address.get(normal.lower(values.get(BY_ADDRESS)), [])
    return (there[0] if len(there) == 1 else None), BY_ADDRESS


def known_mailboxes(office: Office) -> Known:
    """Return the account's mailboxes as they are known; no network."""
    known = Known({}, {})
    for stored in office.mailboxes.all():
        known.by_id[stored.mailbox.id] = stored
        if stored.listed:
            known.by_address.setdefault(stored.mailbox.casella_pec.lower(), []).append(stored)
    return known


def _renew(office: Office, row: Planned, work: Work) -> Mailbox:
    years = int(row.values["anni"])
    if row.seen is None:
        raise Refusal("batch.not_read")
    return renew(office, row.target, years, work, seen=row.seen, row=row.key)


def _enlarge(office: Office, row: Planned, work: Work) -> Mailbox:
    return change_space(office, row.target, row.values, work, seen=row.seen, row=row.key)


def _add_user(office: Office, row: Planned, work: Work) -> Mailbox:
    return add_user(office, row.target, row.values, work, seen=row.seen, row=row.key)


# What stands in a table


def _typed(form: tuple[Field, ...], values: Values) -> tuple[dict[str, Any], list[Problem]]:
    """Return the values as a form has them, and what cannot be read as its field wants it."""
    typed: dict[str, Any] = {}
    unread = []
    for field in form:
        value = values.get(field.name, "")
        if field.kind is FieldKind.FLAG and isinstance(value, str):
            said = normal.text(value).casefold()
            if said and said not in (*_TRUE, *_FALSE):
                unread.append(Problem(field.name, "field.not_a_choice"))
            value = said in _TRUE if said else None
        if value not in (None, ""):
            typed[field.name] = field.normalise(value)
    return typed, unread


def _names(form: tuple[Field, ...]) -> tuple[str, ...]:
    return tuple(field.name for field in form)


KINDS: dict[str, Kind] = {
    "register_mailbox": Kind(
        _names((*REGISTRATION, *callback.CALLBACK)), _judge_registration, _register
    ),
    "renew_mailbox": Kind(
        (BY_ID, BY_ADDRESS, *_names(changes.RENEWAL), EXPIRY), _judge_change, _renew
    ),
    "change_space": Kind((BY_ID, BY_ADDRESS, *changes.SPACES), _judge_change, _enlarge),
    "add_user": Kind((BY_ID, BY_ADDRESS, *_names(changes.USER)), _judge_change, _add_user),
}
"""Operation (a `PecClient` method) → its kind of row."""
