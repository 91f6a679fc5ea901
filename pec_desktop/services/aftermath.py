"""What follows from a call that has ended, kept apart from what came of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from pec_desktop.errors import StoreError

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
