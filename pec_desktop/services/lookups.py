"""Asking about an address or a domain: the first is a reading, the second costs money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pec_desktop.domain import checks
from pec_desktop.domain.mailbox import not_permitted
from pec_desktop.domain.normal import lower
from pec_desktop.domain.polling import known_free
from pec_desktop.errors import Refusal
from pec_desktop.services import prices, registration
from pec_desktop.services.operations import perform

if TYPE_CHECKING:
    from pec_desktop.domain.prices import Price
    from pec_desktop.services.office import Office
    from pec_desktop.work import Work

AVAILABILITY, DOMAIN = "check_availability", "check_domain"

availability = registration.available


def availability_price(office: Office, work: Work) -> Price:
    """Return what asking for an address costs; asked for once a session, never raises for the net.

    Once it is known, `may_ask_while_typing` answers without the network.
    """
    prices.learn(office, AVAILABILITY, work)
    return prices.known_price(office, AVAILABILITY, "")


def may_ask_while_typing(office: Office) -> bool:
    """Whether asking for an address is known to be free; no network."""
    return known_free(prices.known_price(office, AVAILABILITY, ""))


def domain_quote(office: Office, work: Work) -> prices.Quote:
    """Return what a domain check costs, as far as it is known, and the credit."""
    return prices.quote_for(office, DOMAIN, "", work)


def domain_problem(dominio: str) -> str | None:
    """Return the key of what is wrong with a typed domain (``domain.invalid``), or None."""
    return None if checks.is_domain(lower(dominio)) else "domain.invalid"


def ask_domain(office: Office, dominio: str, work: Work, *, override: bool = False) -> bool:
    """Tell whether a domain is a certified one, once: it costs money and is journaled.

    Raises `Refusal` and sends nothing with ``domain.invalid``, ``attempt.*``,
    ``refused.check_domain.scope``; `ApiError` otherwise. Worker thread.
    """
    domain = lower(dominio)
    if key := domain_problem(domain) or not_permitted(DOMAIN, office.allowed):
        raise Refusal(key)
    client = office.client()
    with office.claim(f"{DOMAIN} {domain}"):
        prices.learn(office, DOMAIN, work)
        work.check()
        return perform(
            office,
            DOMAIN,
            domain,
            label=domain,
            payload={"dominio": domain},
            asked={},
            before={},
            since=office.attempts.revision(domain),
            send=lambda: client.check_domain(domain),
            amount=prices.amount_text(prices.known_price(office, DOMAIN, "")),
            override=override,
        )
