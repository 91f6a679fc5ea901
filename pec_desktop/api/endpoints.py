"""The table of operations: the 19 of the PEC API, and the ones of OAuth that surround them.

An operation is one row here. From it follow how the request is made, whether it may be repeated,
which token scope it needs, and what a refusal means. Source: the vendor's OpenAPI documents (PEC
1.0.0, OAuth 2.1.0); what they leave out is marked in the comments.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote

from msgspec import Struct

from pec_desktop.errors import ErrorKind


class Effect(StrEnum):
    """What a call does in the world. Only `READ` may ever be sent twice."""

    READ = "read"
    WRITE = "write"
    PAID = "paid"


class Answer(StrEnum):
    """What a successful answer holds."""

    OBJECT = "object"
    LIST = "list"
    FLAG = "flag"
    PDF = "pdf"
    DONE = "done"


class Meaning(NamedTuple):
    """What a vendor's number says for one operation: the kind, and the field when one is meant."""

    kind: ErrorKind
    field: str | None = None


class Endpoint(Struct, frozen=True, kw_only=True):
    """One operation.

    `name` is the client's method, `path` a template whose braces are path parameters. `empty` are
    the numbers with which a 404 says "nothing there yet" (lists), `documents` tells that the body
    carries papers, `bare` that the answer's data may stand without an envelope, and `numbers` what
    the vendor's numbers mean here (the same meaning has other numbers in other operations).
    """

    name: str
    method: str
    path: str
    effect: Effect
    answer: Answer
    empty: tuple[int, ...] = ()
    documents: bool = False
    bare: bool = False
    numbers: Mapping[int, Meaning] = {}

    def scope_at(self, host: str) -> str:
        """Name the token scope this operation needs on `host`: METHOD:host/first-segment.

        Hence the scope for reading mailboxes covers the paid renewal too (vendor's platform guide).
        """
        return f"{self.method}:{host}/{self.path.split('/')[1]}"

    @property
    def once(self) -> bool:
        """Whether the call must be sent exactly once, because it changes something or costs."""
        return self.effect is not Effect.READ

    def fill(self, parameters: Mapping[str, object]) -> str:
        """Put percent-encoded `parameters` into the path (``@`` and ``/`` are encoded too).

        Raises `ValueError` for a value that would make the address that of another operation: an
        empty one, or one of dots only, which every HTTP library resolves.
        """
        filled = {}
        for name, value in parameters.items():
            text = str(value)
            if not text.strip("."):
                raise ValueError(text)
            filled[name] = quote(text, safe="")
        return self.path.format_map(filled)


def _invalid(field: str | None = None) -> Meaning:
    return Meaning(ErrorKind.INVALID, field)


_WRONG_ID = _invalid("id")
_NONE = Meaning(ErrorKind.NOT_FOUND)
_CREDIT = Meaning(ErrorKind.WALLET)
_CONFLICT = Meaning(ErrorKind.CONFLICT)
_BOX = {265: _WRONG_ID, 266: _NONE}


def _table(*rows: Endpoint) -> dict[str, Endpoint]:
    return {row.name: row for row in rows}


ENDPOINTS: dict[str, Endpoint] = _table(
    # Paid, since a 402 is documented for it.
    Endpoint(
        name="check_domain",
        method="GET",
        path="/domini_pec/{dominio}",
        effect=Effect.PAID,
        answer=Answer.FLAG,
        numbers={400: _invalid("dominio"), 401: _invalid("dominio"), 403: _CREDIT},
    ),
    Endpoint(
        name="check_availability",
        method="GET",
        path="/verifica_pec/{pec}",
        effect=Effect.READ,
        answer=Answer.FLAG,
        numbers={207: _invalid("casella_pec"), 208: _invalid("casella_pec")},
    ),
    Endpoint(
        name="list_mailboxes",
        method="GET",
        path="/pec",
        effect=Effect.READ,
        answer=Answer.LIST,
        empty=(200,),
    ),
    Endpoint(
        name="register_mailbox",
        method="POST",
        path="/pec",
        effect=Effect.PAID,
        answer=Answer.OBJECT,
        numbers={
            224: _invalid("tipo_casella"),
            242: _invalid("data_nascita_richiedente"),
            262: _CREDIT,
            326: Meaning(ErrorKind.NOT_FOUND, "casella_pec"),
        },
    ),
    Endpoint(
        name="get_mailbox",
        method="GET",
        path="/pec/{id}",
        effect=Effect.READ,
        answer=Answer.OBJECT,
        numbers={201: _WRONG_ID, 202: _NONE},
    ),
    Endpoint(
        name="revoke_mailbox",
        method="DELETE",
        path="/pec/{id}",
        effect=Effect.WRITE,
        answer=Answer.OBJECT,
        numbers={301: _WRONG_ID, 302: _NONE, 303: _CONFLICT, 304: _CONFLICT},
    ),
    Endpoint(
        name="activate_mailbox",
        method="PATCH",
        path="/pec/{id}/attivazione",
        effect=Effect.WRITE,
        answer=Answer.OBJECT,
        documents=True,
        numbers=_BOX | {267: _CONFLICT, 296: _invalid("documenti")},
    ),
    Endpoint(
        name="change_space",
        method="PATCH",
        path="/pec/{id}/modifica",
        effect=Effect.PAID,
        answer=Answer.OBJECT,
        numbers=_BOX
        | {282: Meaning(ErrorKind.CONFLICT, "spazio_conservazione"), 290: _CREDIT, 325: _invalid()},
    ),
    Endpoint(
        name="activate_preservation",
        method="PATCH",
        path="/pec/{id}/conservazione",
        effect=Effect.PAID,
        answer=Answer.OBJECT,
        documents=True,
        numbers=_BOX | {293: _CONFLICT, 294: _invalid("documenti"), 297: _CREDIT},
    ),
    Endpoint(
        name="change_type",
        method="PATCH",
        path="/pec/{id}/trasformazione",
        effect=Effect.PAID,
        answer=Answer.OBJECT,
        numbers=_BOX | {272: _CONFLICT, 276: _invalid("tipo_casella"), 279: _CREDIT},
    ),
    # A GET that renews: no 402 is documented, yet it cannot be free. Never repeat it.
    Endpoint(
        name="renew_mailbox",
        method="GET",
        path="/pec/{id}/rinnovo",
        effect=Effect.PAID,
        answer=Answer.OBJECT,
        numbers={201: _WRONG_ID, 202: _NONE, 203: _CONFLICT},
    ),
    Endpoint(
        name="add_user",
        method="POST",
        path="/pec/{id}/multiutenza",
        effect=Effect.PAID,
        answer=Answer.OBJECT,
        numbers={212: _WRONG_ID, 213: _NONE, 217: _CONFLICT, 220: _CREDIT, 390: _CONFLICT},
    ),
    Endpoint(
        name="list_communications",
        method="GET",
        path="/comunica_pec",
        effect=Effect.READ,
        answer=Answer.LIST,
        empty=(332,),
    ),
    Endpoint(
        name="start_communication",
        method="POST",
        path="/comunica_pec",
        effect=Effect.PAID,
        answer=Answer.OBJECT,
        numbers={336: _invalid("casella_pec"), 344: _invalid("cf_piva"), 351: _CREDIT},
    ),
    Endpoint(
        name="get_communication",
        method="GET",
        path="/comunica_pec/{id}",
        effect=Effect.READ,
        answer=Answer.OBJECT,
        numbers={333: _WRONG_ID, 334: _NONE},
    ),
    Endpoint(
        name="upload_communication_documents",
        method="PATCH",
        path="/comunica_pec/{id}",
        effect=Effect.WRITE,
        answer=Answer.OBJECT,
        documents=True,
        numbers={353: _WRONG_ID, 354: _NONE, 355: _CONFLICT, 356: _invalid("documenti")},
    ),
    Endpoint(
        name="download_activation_form",
        method="GET",
        path="/pec/{id}/modulo_attivazione",
        effect=Effect.READ,
        answer=Answer.PDF,
    ),
    Endpoint(
        name="download_preservation_form",
        method="GET",
        path="/pec/{id}/modulo_conservazione",
        effect=Effect.READ,
        answer=Answer.PDF,
    ),
    Endpoint(
        name="download_power_of_attorney",
        method="GET",
        path="/comunica_pec/{id}/procura_registro_imprese",
        effect=Effect.READ,
        answer=Answer.PDF,
    ),
)
"""The operations of the PEC API by the name of their `PecClient` method."""


def scopes(host: str) -> list[str]:
    """Name the token scopes that `ENDPOINTS` needs on `host`: nine, and none for ``dominio``."""
    return sorted({row.scope_at(host) for row in ENDPOINTS.values()})


OAUTH_ENDPOINTS: dict[str, Endpoint] = _table(
    Endpoint(
        name="create_token",
        method="POST",
        path="/tokens",
        effect=Effect.WRITE,
        answer=Answer.OBJECT,
        bare=True,
        numbers={70: _invalid("scopes"), 80: _invalid("scopes"), 90: _invalid("scopes")},
    ),
    # The 404 documented for the list can only mean that there is no token.
    Endpoint(
        name="list_tokens",
        method="GET",
        path="/tokens",
        effect=Effect.READ,
        answer=Answer.LIST,
        empty=(120,),
    ),
    Endpoint(
        name="get_token",
        method="GET",
        path="/tokens/{token}",
        effect=Effect.READ,
        answer=Answer.OBJECT,
        bare=True,
        numbers={60: _invalid("token"), 120: _NONE},
    ),
    Endpoint(
        name="update_token",
        method="PATCH",
        path="/tokens/{token}",
        effect=Effect.WRITE,
        answer=Answer.OBJECT,
        bare=True,
        numbers={
            100: _invalid("scopes"),
            110: _invalid("scopes"),
            150: _invalid("token"),
            160: _NONE,
        },
    ),
    Endpoint(
        name="delete_token",
        method="DELETE",
        path="/tokens/{token}",
        effect=Effect.WRITE,
        answer=Answer.DONE,
        numbers={170: _invalid("token"), 180: _NONE},
    ),
    Endpoint(
        name="list_scopes",
        method="GET",
        path="/scopes",
        effect=Effect.READ,
        answer=Answer.LIST,
    ),
    Endpoint(
        name="get_scope",
        method="GET",
        path="/scopes/{id}",
        effect=Effect.READ,
        answer=Answer.OBJECT,
        numbers={10: _NONE},
    ),
    Endpoint(
        name="wallet",
        method="GET",
        path="/wallet",
        effect=Effect.READ,
        answer=Answer.OBJECT,
    ),
    Endpoint(
        name="wallet_transactions",
        method="GET",
        path="/wallet/transactions",
        effect=Effect.READ,
        answer=Answer.LIST,
    ),
)
"""The operations of OAuth v2 by the name of their `OAuthClient` method."""
