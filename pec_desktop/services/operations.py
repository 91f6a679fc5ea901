"""The one place that runs a call which changes money or the vendor's state.

Attempt → send once → outcome: a row is on disk before the request leaves, the request leaves once,
and what came of it is on disk before anybody acts on it. The vendor has no idempotency key and no
undo, so this order is the whole protection; see ``docs/decisions/0009-one-place-for-money.md``.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from pec_desktop.errors import ApiError, ErrorKind, StoreError
from pec_desktop.store.attempts import Outcome

if TYPE_CHECKING:
    from pec_desktop.services.office import Office

log = logging.getLogger(__name__)

T = TypeVar("T")

OUTCOMES: dict[ErrorKind, Outcome] = {
    ErrorKind.AUTH: Outcome.REFUSED,
    ErrorKind.FORBIDDEN: Outcome.REFUSED,
    ErrorKind.WALLET: Outcome.REFUSED,
    ErrorKind.INVALID: Outcome.REFUSED,
    ErrorKind.CONFLICT: Outcome.REFUSED,
    ErrorKind.NOT_FOUND: Outcome.REFUSED,
    ErrorKind.UNAVAILABLE: Outcome.NOT_DONE,
}
"""What an error says about the call. Whatever is not named here leaves the outcome unknown."""


def perform(
    office: Office,
    operation: str,
    target: str,
    *,
    label: str,
    payload: object,
    before: Mapping[str, Any],
    send: Callable[[], T],
    amount: str | None = None,
    reference: str | Callable[[T], str] = "",
    override: bool = False,
) -> T:
    """Run `send` once, with an attempt on disk before it and its outcome after it.

    `operation` is a `PecClient` method, `target` what it acts on (a mailbox id or, where there is
    none yet, an address), `label` the same for people. Of `payload` only a digest is kept; `before`
    is what the vendor said of the target until now, the evidence by which a lost answer is judged
    later. `amount` is EUR without IVA, "11.00". `reference` is kept with the attempt: a text
    whatever comes of the call, or a function of its result.

    Raises `Refusal` and sends nothing while the same operation on the same target is under way
    (``attempt.pending``) or its outcome is unknown (``attempt.unknown``, unless `override`).
    Re-raises what `send` raises. Raises `ApiError` of kind unknown_outcome if the call went well
    but that could not be written down: the attempt then counts as unknown. Worker thread.
    """
    kept = "" if callable(reference) else reference
    attempt = office.attempts.begin(
        operation,
        target,
        label,
        digest(payload),
        dict(before),
        amount,
        reference=kept,
        refuse_if_open=True,
        override=override,
    )
    try:
        result = send()
    except BaseException as error:
        with suppress(StoreError):  # what went wrong first is what the caller must hear
            _finish(office, attempt, _outcome(error), reference=kept, **_told(error))
        raise
    try:
        kept = reference(result) if callable(reference) else kept
        _finish(office, attempt, Outcome.CONFIRMED, reference=kept)
    except StoreError as error:
        told = f"carried out, but not recorded: {error.key}"
        raise ApiError(ErrorKind.UNKNOWN_OUTCOME, operation=operation, message=told) from error
    return result


@contextmanager
def aftermath() -> Iterator[None]:
    """Take up what follows from a call that has ended; an archive that refuses cannot change it.

    What came of the call is known already and the next refresh brings the rest, so a `StoreError`
    in the body is logged: it must neither make a success look failed nor hide the call's own error.
    """
    try:
        yield
    except StoreError:
        log.exception("What follows from a call could not be taken up")


def digest(payload: object) -> str:
    """Return the SHA-256 of `payload` in one canonical JSON form."""
    text = json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _outcome(error: BaseException) -> Outcome:
    kind = error.kind if isinstance(error, ApiError) else None
    return Outcome.UNKNOWN if kind is None else OUTCOMES.get(kind, Outcome.UNKNOWN)


def _told(error: BaseException) -> dict[str, Any]:
    """Return what the vendor said, as the attempt keeps it."""
    if not isinstance(error, ApiError):
        return {}
    names = ("status", "code", "field", "message")
    return {name: getattr(error, name) for name in names}


def _finish(office: Office, attempt: int, outcome: Outcome, **told: Any) -> None:
    """Write the outcome down; a failure to do so is logged before it is raised."""
    log.info("Attempt %d: %s", attempt, outcome)
    try:
        office.attempts.finish(attempt, outcome, **told)
    except StoreError:
        log.exception("The outcome of attempt %d could not be written", attempt)
        raise
    finally:
        office.writes.ended()
