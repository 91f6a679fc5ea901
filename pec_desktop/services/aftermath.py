"""What lies around a call that changes something: the reading before it, what follows after it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from pec_desktop.errors import ApiError, ErrorKind, StoreError

log = logging.getLogger(__name__)


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


@contextmanager
def reading_before(operation: str) -> Iterator[None]:
    """Read in the body what is needed before `operation` is sent.

    If there is no way to the vendor then it is this operation that was not sent, and the person
    hears it as that.
    """
    try:
        yield
    except ApiError as error:
        if error.kind is not ErrorKind.UNAVAILABLE:
            raise
        raise ApiError(error.kind, operation=operation, message=error.message) from error
