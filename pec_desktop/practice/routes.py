"""Which method and path lead to which operation, and who may call it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import unquote

from pec_desktop.practice import operations_oauth as oauth
from pec_desktop.practice import operations_pec as pec
from pec_desktop.practice.answers import Answer, Refused
from pec_desktop.practice.calls import Call


class Access(Enum):
    """What an operation wants to see before it does anything."""

    BEARER = auto()
    """An access token with the scope METHOD:host/first-segment."""
    BASIC = auto()
    """The account's e-mail and API key."""
    BASIC_OR_REFRESH = auto()
    """The same, or a refresh token as bearer."""


@dataclass(frozen=True)
class Route:
    """One operation: the name of the client's method, HTTP method, path, code, access."""

    operation: str
    method: str
    path: str
    run: Callable[[Call], Answer]
    access: Access = Access.BEARER

    @property
    def segments(self) -> list[str]:
        """The path's parts; the variable one is in braces."""
        return self.path.split("/")[1:]


ROUTES = (
    Route("check_domain", "GET", "/domini_pec/{dominio}", pec.check_domain),
    Route("check_availability", "GET", "/verifica_pec/{pec}", pec.check_availability),
    Route("list_mailboxes", "GET", "/pec", pec.list_mailboxes),
    Route("register_mailbox", "POST", "/pec", pec.register_mailbox),
    Route("get_mailbox", "GET", "/pec/{id}", pec.get_mailbox),
    Route("revoke_mailbox", "DELETE", "/pec/{id}", pec.revoke_mailbox),
    Route("activate_mailbox", "PATCH", "/pec/{id}/attivazione", pec.activate_mailbox),
    Route("change_space", "PATCH", "/pec/{id}/modifica", pec.change_space),
    Route("activate_preservation", "PATCH", "/pec/{id}/conservazione", pec.activate_preservation),
    Route("change_type", "PATCH", "/pec/{id}/trasformazione", pec.change_type),
    Route("renew_mailbox", "GET", "/pec/{id}/rinnovo", pec.renew_mailbox),
    Route("add_user", "POST", "/pec/{id}/multiutenza", pec.add_user),
    Route("list_communications", "GET", "/comunica_pec", pec.list_communications),
    Route("start_communication", "POST", "/comunica_pec", pec.start_communication),
    Route("get_communication", "GET", "/comunica_pec/{id}", pec.get_communication),
    Route(
        "upload_communication_documents",
        "PATCH",
        "/comunica_pec/{id}",
        pec.upload_communication_documents,
    ),
    Route(
        "download_activation_form",
        "GET",
        "/pec/{id}/modulo_attivazione",
        pec.download_activation_form,
    ),
    Route(
        "download_preservation_form",
        "GET",
        "/pec/{id}/modulo_conservazione",
        pec.download_preservation_form,
    ),
    Route(
        "download_power_of_attorney",
        "GET",
        "/comunica_pec/{id}/procura_registro_imprese",
        pec.download_power_of_attorney,
    ),
    Route("create_token", "POST", "/tokens", oauth.create_token, Access.BASIC),
    Route("list_tokens", "GET", "/tokens", oauth.list_tokens, Access.BASIC),
    Route("get_token", "GET", "/tokens/{token}", oauth.get_token, Access.BASIC),
    Route("update_token", "PATCH", "/tokens/{token}", oauth.update_token, Access.BASIC_OR_REFRESH),
    Route("delete_token", "DELETE", "/tokens/{token}", oauth.delete_token, Access.BASIC),
    Route("list_scopes", "GET", "/scopes", oauth.list_scopes, Access.BASIC),
    Route("get_scope", "GET", "/scopes/{id}", oauth.get_scope, Access.BASIC),
    Route("wallet", "GET", "/wallet", oauth.wallet, Access.BASIC),
    Route(
        "wallet_transactions",
        "GET",
        "/wallet/transactions",
        oauth.wallet_transactions,
        Access.BASIC,
    ),
)

PEC_OPERATIONS = tuple(route.operation for route in ROUTES if route.access is Access.BEARER)
"""The nineteen, by the names of the client's methods."""


def find(method: str, path: str) -> tuple[Route, str]:
    """Return the route of a request and its variable part, decoded; refuse with 404 or 405.

    A variable part that was left out is empty: the vendor answers "domain required" to it.
    """
    given = [unquote(part, errors="replace") for part in path.split("/")[1:]]
    matches = _matching(given) or _matching([*given, ""])
    if not matches:
        raise Refused(404, 404, "Not Found")
    for route in matches:
        if route.method == method:
            variable = [g for g, s in zip(given, route.segments, strict=False) if s[:1] == "{"]
            return route, "".join(variable)
    allowed = ", ".join(sorted({route.method for route in matches}))
    raise Refused(405, 405, "Method Not Allowed", Allow=allowed)


def _matching(given: list[str]) -> list[Route]:
    return [
        route
        for route in ROUTES
        if len(route.segments) == len(given)
        and all(s[:1] == "{" or s == g for s, g in zip(route.segments, given, strict=True))
    ]
