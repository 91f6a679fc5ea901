"""Did it happen? One rule for each operation, and one way to apply them.

A rule says whether a reading looks like the one before it after exactly some requests, whatever
their order. Every history that the journal allows is tried, with the attempt in it and without:
only if all that fit say the same, it is known. What nobody here asked for makes it unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, permutations
from typing import Any

from msgspec import Struct

from pec_desktop.domain.changes import SPACES, years_later
from pec_desktop.domain.checks import parse_date
from pec_desktop.domain.communication import CommunicationState
from pec_desktop.domain.evidence import Expenses, Reading, Verdict
from pec_desktop.domain.mailbox import LEGALMAIL, MailboxType, State

Asked = Mapping[str, Any]
"""What an attempt asked for, as the journal keeps it."""

TOLERANCE = 3
"""Days by which a renewed expiry may miss the calendar: leap years, midnights."""

MOST_OPEN = 4
"""Other attempts that may or may not have been carried out; with more, nobody can tell."""

_BESIDE = frozenset({"ultima_modifica", "timestamp", "wallet"})
"""What of a reading may always differ: moments, and the wallet's newest movement."""
_EXPIRY = frozenset({"stato", "data_scadenza", "scadenza"})
_SPACE = frozenset(SPACES)


class Other(Struct, frozen=True):
    """Another attempt at the same thing that may explain the difference.

    `certain`: it was carried out after the reading before the attempt that is judged.
    """

    operation: str
    asked: Asked
    certain: bool = False


class Rule(Struct, frozen=True):
    """How an operation shows.

    `fits(before, mine, done, now)` tells whether `now` looks like `before` after exactly the
    requests `done`, as far as an attempt with the request `mine` is concerned. `reads` are the
    fields of both readings and `asks` those of each request that it cannot do without. `changes`
    are the fields that the operation may change, None for all.
    """

    fits: Callable[[Reading, Asked, Sequence[Asked], Reading], bool]
    reads: frozenset[str]
    asks: frozenset[str]
    changes: frozenset[str] | None


def verdict(
    operation: str, before: Reading, asked: Asked, now: Reading, others: Iterable[Other] = ()
) -> Verdict:
    """Say whether an attempt was carried out; `others` are those that may explain the same.

    For operations that change nothing that can be read it cannot be told. Never raises for what
    the vendor or an older journal left out.
    """
    rule = RULES.get(operation)
    others = [*others, *_renewals_by_itself(before)]
    same = [one for one in others if one.operation == operation]
    if rule is None or not _complete(rule, before, now, [asked, *(one.asked for one in same)]):
        return Verdict.CANNOT_BE_TOLD
    certain = [one.asked for one in same if one.certain]
    open_ = [one.asked for one in same if not one.certain]
    if len(open_) > MOST_OPEN:
        return Verdict.CANNOT_BE_TOLD
    histories = [[*certain, *some] for some in _subsets(open_)]
    without = any(rule.fits(before, asked, done, now) for done in histories)
    with_it = any(rule.fits(before, asked, [*done, asked], now) for done in histories)
    if with_it == without:
        return Verdict.CANNOT_BE_TOLD
    if without:
        return Verdict.DID_NOT_HAPPEN
    strange = _unexplained(before, now, [operation, *(one.operation for one in others)])
    return Verdict.CANNOT_BE_TOLD if strange else Verdict.HAPPENED


def weigh(found: Verdict, expenses: Expenses | None) -> Verdict:
    """Hear the wallet as the second witness: a payment that nobody explains speaks against "no"."""
    paid = expenses is not None and expenses.unexplained > 0
    return Verdict.CANNOT_BE_TOLD if paid and found is Verdict.DID_NOT_HAPPEN else found


def by_wallet(expenses: Expenses | None, rivals: int) -> Verdict:
    """Say whether something that can only be seen by its price was carried out.

    `rivals` are other attempts whose outcome is open and which would look the same in the wallet.
    """
    if expenses is None:
        return Verdict.CANNOT_BE_TOLD
    if expenses.unexplained == 0:
        return Verdict.DID_NOT_HAPPEN
    all_done = expenses.unexplained == rivals + 1
    return Verdict.HAPPENED if all_done else Verdict.CANNOT_BE_TOLD


def new_ids(before: Reading, now: Reading) -> list[str]:
    """Return the ids that were not there before."""
    return sorted(set(now.get("ids", ())) - set(before.get("ids", ())))


def _complete(rule: Rule, before: Reading, now: Reading, asked: Iterable[Asked]) -> bool:
    return (
        rule.reads <= before.keys()
        and rule.reads <= now.keys()
        and all(rule.asks <= one.keys() for one in asked)
    )


def _subsets(asked: Sequence[Asked]) -> Iterator[tuple[Asked, ...]]:
    return chain.from_iterable(combinations(asked, size) for size in range(len(asked) + 1))


def _renewals_by_itself(before: Reading) -> list[Other]:
    """The vendor renews some mailboxes of its own accord, for a year."""
    own = Other("renew_mailbox", {"anni": 1, "lapsed": False})
    return [own] if before.get("autorinnovo") else []


def _unexplained(before: Reading, now: Reading, operations: Iterable[str]) -> bool:
    """Whether something has changed that none of these operations changes: somebody else was."""
    explained: set[str] = set(_BESIDE)
    for operation in operations:
        rule = RULES.get(operation)
        if rule is None or rule.changes is None:
            return False
        explained |= rule.changes
    common = (before.keys() & now.keys()) - explained
    return any(before[name] != now[name] for name in common)


# The rules


def _is_there(before: Reading, _mine: Asked, done: Sequence[Asked], now: Reading) -> bool:
    """As many new ones as were asked for; `unlike` are new ones that nobody here asked for."""
    gone = set(before["ids"]) - set(now["ids"])
    return not gone and not now.get("unlike") and len(new_ids(before, now)) == len(done)


def _renewed(before: Reading, _mine: Asked, done: Sequence[Asked], now: Reading) -> bool:
    """The expiry moved by the years asked for; of one that had lapsed, by whatever it moved.

    From when the years count for a mailbox that has expired or was revoked is documented nowhere.
    """
    old, new = parse_date(before["data_scadenza"]), parse_date(now["data_scadenza"])
    if old is None or new is None:
        return False
    if not done:
        back = before["stato"] == State.REVOCATA != now["stato"]
        return new == old and before["scadenza"] == now["scadenza"] and not back
    if any(one["lapsed"] for one in done):
        return new > old and now["stato"] == State.EVASA
    expected = years_later(old, sum(one["anni"] for one in done))
    return abs((new - expected).days) <= TOLERANCE


def _enlarged(before: Reading, _mine: Asked, done: Sequence[Asked], now: Reading) -> bool:
    """The spaces are what these requests lead to; a new type brings spaces of its own."""
    if before["tipo_casella"] != now["tipo_casella"]:
        return False
    wanted = {name: now[name] for name in SPACES}
    return any(_spaces_after(before, order) == wanted for order in permutations(done))


def _spaces_after(before: Reading, order: Iterable[Asked]) -> dict[str, int] | None:
    """Return the spaces after requests in this order, None if one of them would be refused."""
    spaces: dict[str, int] = {name: before[name] for name in SPACES}
    for asked in order:
        for name in SPACES:
            given = str(asked.get(name, "+0"))
            size = int(given) + (spaces[name] if given.startswith("+") else 0)
            if size <= spaces[name] and name in asked:
                return None  # only more space is allowed
            spaces[name] = size
    return spaces


def _raised(before: Reading, _mine: Asked, done: Sequence[Asked], now: Reading) -> bool:
    kinds = [MailboxType(str(before["tipo_casella"]).upper())]
    kinds += [MailboxType(one["tipo_casella"].upper()) for one in done]
    known = [kind for kind in kinds if kind in LEGALMAIL]
    present = MailboxType(str(now["tipo_casella"]).upper())
    return len(known) == len(kinds) and present is max(known, key=LEGALMAIL.index)


def _preserved(before: Reading, _mine: Asked, done: Sequence[Asked], now: Reading) -> bool:
    if not done:
        return bool(before["conservazione"] == now["conservazione"])
    size, papers = now["spazio_conservazione"], len(now["documenti_conservazione"])
    return bool(now["conservazione"]) and any(
        (one["spazio_conservazione"], one["documenti"]) == (size, papers) for one in done
    )


def _joined(before: Reading, mine: Asked, done: Sequence[Asked], now: Reading) -> bool:
    """As many new users with this e-mail as were asked for; `alike` are all who have it now."""
    known, present = set(before["multiutenza"]), set(now["multiutenza"])
    alike = set(now.get("alike", present)) - known
    name = "email_gestione_password"
    asked = [one for one in done if one[name].casefold() == mine[name].casefold()]
    return known <= present and len(alike) == len(asked)


def _revoked(before: Reading, _mine: Asked, done: Sequence[Asked], now: Reading) -> bool:
    """A renewal brings a revoked mailbox back: then nobody can tell."""
    if before["data_scadenza"] != now["data_scadenza"]:
        return False
    return bool(now["stato"] == (State.REVOCATA if done else before["stato"]))


def _submitted(before: Reading, _mine: Asked, done: Sequence[Asked], now: Reading) -> bool:
    """The papers are there and the state has moved on.

    Papers that were refused have the same names when they come again, and may be refused again: in
    that state only a mailbox that nobody has touched tells that nothing came.
    """
    was, state = State(before["stato"]), State(now["stato"])
    papers = now["documenti_attivazione"]
    again = was is State.DOCUMENTI_ERRATI
    if not done:
        untouched = not again or before["ultima_modifica"] == now["ultima_modifica"]
        return was is state and papers == before["documenti_attivazione"] and untouched
    moved_on = {State.IN_EVASIONE, State.EVASA, *(() if again else (State.DOCUMENTI_ERRATI,))}
    return state in moved_on and any(one["documenti"] == len(papers) for one in done)


def _uploaded(before: Reading, _mine: Asked, done: Sequence[Asked], now: Reading) -> bool:
    papers, state = now["documenti_registro_imprese"], CommunicationState(now["stato"])
    if not done:
        same = papers == before["documenti_registro_imprese"]
        return bool(same and now["stato"] == before["stato"])
    loaded = (CommunicationState.DOCUMENTI_CARICATI, CommunicationState.COMUNICAZIONE_EVASA)
    return state in loaded and any(one["documenti"] == len(papers) for one in done)


_STAYS: frozenset[str] = frozenset()
_IDS = frozenset({"ids"})
_TYPE = frozenset({"tipo_casella"})
_USERS = frozenset({"multiutenza"})
_KEPT = frozenset({"conservazione", "spazio_conservazione", "documenti_conservazione"})
_PAPERS = frozenset({"documenti"})

RULES: dict[str, Rule] = {
    "register_mailbox": Rule(_is_there, _IDS, _STAYS, _IDS),
    "start_communication": Rule(_is_there, _IDS, _STAYS, _IDS),
    "renew_mailbox": Rule(_renewed, _EXPIRY, frozenset({"anni", "lapsed"}), _EXPIRY),
    "change_space": Rule(_enlarged, _SPACE | _TYPE, _STAYS, _SPACE),
    "change_type": Rule(_raised, _TYPE, _TYPE, _SPACE | _TYPE),
    "activate_preservation": Rule(
        _preserved, _KEPT, _PAPERS | frozenset({"spazio_conservazione"}), _KEPT
    ),
    "add_user": Rule(_joined, _USERS, frozenset({"email_gestione_password"}), _USERS),
    "revoke_mailbox": Rule(_revoked, _EXPIRY, _STAYS, frozenset({"stato"})),
    "activate_mailbox": Rule(
        _submitted,
        frozenset({"stato", "documenti_attivazione", "ultima_modifica"}),
        _PAPERS,
        None,
    ),
    "upload_communication_documents": Rule(
        _uploaded, frozenset({"stato", "documenti_registro_imprese"}), _PAPERS, None
    ),
}
"""Operation (a `PecClient` method) → its rule. A domain check changes nothing that can be read."""
