"""The outbox: the drafts that are ready, in their order, and how they go out.

It is nothing but those drafts (`services.drafts`): what is sent goes through the service that sends
a single one, hence through `services.operations.perform`. Nothing leaves without the person's word
or their standing choice, and that one never pays.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.domain import changes as change_rules
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import Mailbox, not_permitted
from pec_desktop.domain.prices import Price
from pec_desktop.errors import ApiError, Cancelled, PecDesktopError, Refusal
from pec_desktop.services import (
    activation,
    attorneys,
    changes,
    communications,
    drafts,
    mailboxes,
    papers,
    preservation,
    prices,
    reconcile,
    registration,
)
from pec_desktop.services.drafts import DraftRow, Standing

if TYPE_CHECKING:
    from pec_desktop.domain.communication import Communication
    from pec_desktop.services.office import Office
    from pec_desktop.store.drafts import Draft, DraftKind
    from pec_desktop.work import Work

log = logging.getLogger(__name__)


class Item(Struct, frozen=True):
    """A draft that waits, and what sending it does.

    `mailbox` is the one it is for, as it was shown to the person. `price` is None for what is free.
    `why` is the key of what keeps it from being sent now, `warnings` are what to look at before.
    """

    row: DraftRow
    mailbox: Mailbox | None = None
    price: Price | None = None
    why: str | None = None
    warnings: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        """The draft's id."""
        return self.row.draft.id


class Sent(Struct, frozen=True):
    """What became of one item: what the vendor made of it, or what went wrong."""

    item: Item
    thing: Mailbox | Communication | None = None
    error: Exception | None = None


class _Found(Struct, frozen=True):
    """What a look at a draft has brought; `request` is what a price depends on."""

    problems: Sequence[Problem]
    request: Mapping[str, object]
    mailbox: Mailbox | None = None


class _Way(Struct, frozen=True):
    """How drafts of one kind are looked at before they are sent, and what sends them."""

    look: Callable[[Office, Draft, Work], _Found]
    send: Callable[[Office, Item, Work], Mailbox | Communication]


def waiting(office: Office) -> list[DraftRow]:
    """Return what waits, in its order. No network."""
    return [row for row in drafts.rows(office) if row.draft.ready]


def shift(office: Office, draft_id: str, step: int) -> None:
    """Let a draft go out earlier (a negative `step`) or later than now. No network."""
    with office.drafting:
        ids = [row.draft.id for row in waiting(office)]
        if draft_id in ids:
            place = ids.index(draft_id)
            ids.insert(max(0, place + step), ids.pop(place))
            office.drafts.arrange(ids)


def free(office: Office, operation: str) -> bool:
    """Whether an operation costs nothing, by the vendor's documents and by the account's prices."""
    told = prices.known_price_of(office, operation, None, {}).amount
    return ENDPOINTS[operation].effect is not Effect.PAID and not told


def look(office: Office, ids: Sequence[str] | None, work: Work) -> list[Item]:
    """Say what sending these drafts would do, or all that wait, in the order of the outbox.

    What they are for is read from the vendor, so that what is shown is how it stands now; prices
    are asked for. One that cannot be read is no obstacle to the others. Raises `Cancelled`, and
    `ApiError` or `Refusal` where the next one would fail for the same reason.
    """
    rows = [row for row in waiting(office) if ids is None or row.draft.id in ids]
    if any(row.draft.target for row in rows):
        mailboxes.refresh(office, work)
    found = []
    for place, row in enumerate(rows):
        work.progress(place, len(rows))
        work.check()
        prices.learn(office, row.operation, work)
        found.append(_look(office, row.draft, work))
    work.progress(len(rows), len(rows))
    return found


def send(
    office: Office,
    items: Sequence[Item],
    work: Work,
    tell: Callable[[Sent], object] = lambda _sent: None,
) -> list[Sent]:
    """Send these one after the other, each once; `tell` hears of each as soon as it has ended.

    One that fails does not stop the rest, unless the next would fail for the same reason. What the
    vendor refuses is an ordinary draft again, with the reason at its field; what was changed since
    it was shown is not sent. Cancelling stops between two: those that were not tried have no
    result. Raises nothing but `Refusal("attempt.pending")` while the outbox is being sent already.
    """
    ended: list[Sent] = []
    with office.claim("outbox"):
        for place, item in enumerate(items):
            work.progress(place, len(items))
            try:
                work.check()
                one = Sent(item, _send(office, item, work))
            except Cancelled:
                break
            except PecDesktopError as error:
                log.info("One of the outbox: %s", type(error).__name__)
                one = Sent(item, error=error)
            ended.append(one)
            tell(one)
            if isinstance(one.error, PecDesktopError) and changes.concerns_all(one.error):
                break
    work.progress(len(ended), len(items))
    return ended


def send_free(office: Office, work: Work) -> list[Sent]:
    """Send what the person's standing choice covers: never a payment, and nothing that is odd.

    What has moved on, or should be looked at before it is sent, waits for a click.
    """
    if not any(free(office, row.operation) for row in waiting(office)):
        return []
    items = [
        item
        for item in look(office, None, work)
        if item.price is None and item.why is None and not (item.warnings or item.row.moved)
    ]
    return send(office, items, work)


def _look(office: Office, draft: Draft, work: Work) -> Item:
    way = WAYS[draft.kind]
    try:
        found = way.look(office, draft, work)
    except ApiError as error:
        if error.kind not in mailboxes.ABOUT_ONE:
            raise
        return Item(drafts.row(office, draft), why="mailbox.unread")
    row = drafts.row(office, office.drafts.get(draft.id) or draft)
    errors = [one for one in found.problems if one.severity is Severity.ERROR]
    warning = reconcile.first_payment_warning(office, row.operation, drafts.target(row.draft))
    first = [] if warning is None else [Problem("", warning, severity=Severity.WARNING)]
    return Item(
        row,
        found.mailbox,
        None
        if free(office, row.operation)
        else prices.known_price_of(office, row.operation, found.mailbox, found.request),
        _why_not(office, row) or (errors[0].key if errors else None),
        (*first, *(one for one in found.problems if one.severity is Severity.WARNING)),
    )


def _why_not(office: Office, row: DraftRow) -> str | None:
    if row.standing is Standing.UNKNOWN:
        return "attempt.unknown"
    if row.moved is not None and row.moved.why is not None:
        return row.moved.why
    return not_permitted(row.operation, office.allowed)


def _send(office: Office, item: Item, work: Work) -> Mailbox | Communication:
    if item.why is not None:
        raise Refusal(item.why)
    if drafts.get(office, item.id) != item.row.draft:
        raise Refusal("draft.changed")
    try:
        return WAYS[item.row.draft.kind].send(office, item, work)
    except Refusal as error:
        found = error.details.get("problems")
        if isinstance(found, list):
            drafts.give_back(office, item.id, found)
        raise


# How each kind is looked at


def _registration(office: Office, draft: Draft, work: Work) -> _Found:
    found = registration.problems(office, draft.values)
    request = registration.request(draft.values)
    address = str(request.get("casella_pec", ""))
    if address and not registration.available(office, address, work):
        found = [Problem("casella_pec", "mailbox.taken"), *found]
    return _Found(found, request)


def _activation(office: Office, draft: Draft, work: Work) -> _Found:
    mailbox = changes.current(office, draft.target, work)
    return _Found(papers.problems(office, draft, mailbox, work), {}, mailbox)


def _preservation(office: Office, draft: Draft, work: Work) -> _Found:
    mailbox = changes.current(office, draft.target, work)
    found = preservation.problems(office, draft, mailbox, work)
    request = change_rules.request(preservation.OPERATION, mailbox, draft.values)
    return _Found(found, request, mailbox)


def _communication(office: Office, draft: Draft, work: Work) -> _Found:
    found = communications.problems(office, draft.values)
    doubles = communications.checked_duplicates(office, draft.values, work)
    return _Found([*found, *doubles], communications.request(draft.values))


def _attorney(office: Office, draft: Draft, work: Work) -> _Found:
    communications.follow(office, draft.target, work)
    signed = attorneys.taken_p7m(office, draft.target, work)
    wrong = signed.problem if signed is not None else "draft.gone"
    return _Found([] if wrong is None else [Problem("documenti", wrong)], {})


WAYS: dict[DraftKind, _Way] = {
    "registration": _Way(
        _registration, lambda office, item, work: registration.register(office, item.id, work)
    ),
    "activation": _Way(
        _activation,
        lambda office, item, work: activation.activate(office, item.id, work, seen=item.mailbox),
    ),
    "preservation": _Way(
        _preservation,
        lambda office, item, work: preservation.activate(office, item.id, work, seen=item.mailbox),
    ),
    "communication": _Way(
        _communication, lambda office, item, work: communications.start(office, item.id, work)
    ),
    "attorney": _Way(
        _attorney,
        lambda office, item, work: attorneys.upload(office, item.row.draft.target, work),
    ),
}
"""Kind of draft → how it is looked at and sent."""
