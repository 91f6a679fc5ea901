"""Asking about an address or a domain: the first is a reading, the second costs money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pec_desktop.domain.prices import Price
from pec_desktop.services.prices import Quote

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work


def availability(office: Office, casella_pec: str, work: Work) -> bool:
    """Ask the vendor whether an address is still free. Raises `ApiError`."""
    raise NotImplementedError


def availability_price(office: Office, work: Work) -> Price:
    """Return what asking for an address costs; asked for once a session, never raises for the net.

    Once it is known, `may_ask_while_typing` answers without the network.
    """
    raise NotImplementedError


def may_ask_while_typing(office: Office) -> bool:
    """Whether asking for an address is known to be free; no network."""
    raise NotImplementedError


def domain_quote(office: Office, work: Work) -> Quote:
    """Return what a domain check costs, as far as it is known, and the credit."""
    raise NotImplementedError


def domain_problem(dominio: str) -> str | None:
    """Return the key of what is wrong with a typed domain (``domain.invalid``), or None."""
    raise NotImplementedError


def check_domain(office: Office, dominio: str, work: Work, *, override: bool = False) -> bool:
    """Tell whether a domain is a certified one, once: it costs money and is journaled.

    Raises `Refusal` and sends nothing with ``domain.invalid``, ``attempt.*``,
    ``refused.check_domain.scope``; `ApiError` otherwise. Worker thread.
    """
    raise NotImplementedError
