"""The one place that runs a call which changes money or the vendor's state.

Attempt → send once → outcome: a row is on disk before the request leaves, the request leaves once,
and what came of it is on disk before anybody acts on it. The vendor has no idempotency key and no
undo, so this order is the whole protection; see ``docs/decisions/0009-one-place-for-money.md``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.domain.evidence import digest
from pec_desktop.errors import ApiError, ErrorKind, StoreError
from pec_desktop.services import wallet
from pec_desktop.services.aftermath import aftermath
from pec_desktop.services.taking_up import take_up
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
    asked: Mapping[str, object],
    before: Mapping[str, Any],
    since: int,
    send: Callable[[], T],
    amount: str | None = None,
    reference: str | Callable[[T], str] = "",
    override: bool = False,
) -> T:
    """Run `send` once: an attempt on disk before it, its outcome and what follows after it.

    `operation` is a `PecClient` method, `target` what it acts on (a mailbox id or, where there is
    none yet, an address), `label` the same for people. Of `payload` only a digest is kept, and what
    it `asked` for as far as a verdict needs it (`domain.verdicts`). `before` is what the vendor
    said of the target right before, the evidence by which a lost answer is judged later; `since` is
    the journal's `revision` of the target from before that reading. `amount` is EUR without IVA,
    "11.00". `reference` is kept with the attempt: a text whatever comes of the call, or a function
    of its result.

    Raises `Refusal` and sends nothing as `store.attempts.AttemptStore.begin` tells: while the same
    is under way (``attempt.pending``) or its outcome unknown (``attempt.unknown``, unless
    `override`), or if the reading has been overtaken. Re-raises what `send` raises. Raises
    `ApiError` of kind unknown_outcome if the call went well but that could not be written down: the
    attempt then counts as unknown. Worker thread.
    """
    kept = "" if callable(reference) else reference
    attempt = office.attempts.begin(
        operation,
        target,
        label,
        digest(payload),
        {**before, **_witness(office, operation)},
        amount,
        asked=asked,
        reference=kept,
        since=since,
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
    with aftermath():
        if (done := office.attempts.get(attempt)) is not None:
            take_up(office, done, result)
    return result


def _witness(office: Office, operation: str) -> dict[str, str]:
    """Return what the wallet shows before a payment, where it can be asked."""
    row = ENDPOINTS.get(operation)
    paid = row is not None and row.effect is Effect.PAID
    movement = wallet.newest(office) if paid else None
    return {} if movement is None else {"wallet": movement}


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
        office.unrecorded.add(attempt)
        raise
    finally:
        office.writes.ended()
