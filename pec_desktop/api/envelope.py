"""From the vendor's answer to a value or an `ApiError`.

The envelope is ``{data, success, message, error}``, and it may lie. What counts: a call that writes
or costs was *refused* only if a JSON envelope says so, with a 4xx status or with ``success: false``
and a number; it was *done* only if its data can be read; in every other case its outcome is
unknown. A read has no outcome: what cannot be read is *unexpected*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from pec_desktop.api.decoding import decode
from pec_desktop.api.endpoints import Answer, Endpoint, Meaning
from pec_desktop.api.transport import Reply
from pec_desktop.domain.communication import Communication
from pec_desktop.domain.mailbox import Mailbox, User
from pec_desktop.errors import ApiError, ErrorKind

S = TypeVar("S", bound=Struct)

_ENVELOPE = frozenset({"data", "success", "message", "error"})

_STATUSES = {
    400: ErrorKind.INVALID,
    401: ErrorKind.AUTH,
    402: ErrorKind.WALLET,
    403: ErrorKind.FORBIDDEN,
    404: ErrorKind.NOT_FOUND,
    406: ErrorKind.INVALID,
    409: ErrorKind.CONFLICT,
    422: ErrorKind.INVALID,
    428: ErrorKind.CONFLICT,
}
_DECISIVE = frozenset({401, 402, 403, 404})
"""Statuses that say it all; in the others the vendor's number is more exact."""

_FORMS = {
    400: Meaning(ErrorKind.INVALID, "id"),
    404: Meaning(ErrorKind.NOT_FOUND),
    406: Meaning(ErrorKind.CONFLICT),
}
"""The plain-text errors of the three form downloads, which have no numbers."""

_FIELDS = frozenset(
    Mailbox.__struct_fields__
    + User.__struct_fields__
    + Communication.__struct_fields__
    + ("pec_amministratore", "documenti", "dominio", "anni", "scopes", "name", "ttl", "limits")
)
"""The names that count as a field wherever the vendor's messages mention them."""

_REQUIRED = re.compile(r"^'?(\w+)'? (?:is )?required\b")
_COMPLAINT = re.compile(r"^'?(\w+)'? (?:is )?(?:required|not|invalid|wrong|must|too|already)\b")
_INVALID = re.compile(r"^invalid '?(\w+)'?$")
_NOT_AVAILABLE = re.compile(r"\bnot available\b|\bnon disponibile\b", re.IGNORECASE)
_SERVICE = re.compile(r"\bservi(?:ce|zio)\b", re.IGNORECASE)

LONGEST_MESSAGE = 300
"""Characters that are kept of the vendor's text."""


def read_object(endpoint: Endpoint, reply: Reply, model: type[S]) -> S:
    """Return the one thing the answer tells of. Raises `ApiError`, as all functions here do."""
    return _thing(endpoint, reply, model, _data(endpoint, reply))


def read_list(endpoint: Endpoint, reply: Reply, model: type[S]) -> list[S]:
    """Return the things the answer lists. "There is none yet" is a 404 with its own number."""
    if reply.status == 404 and _number(_envelope(endpoint, reply) or {}) in endpoint.empty:
        return []
    data = _data(endpoint, reply)
    if not isinstance(data, list):
        raise unreadable(endpoint, reply)
    return [_thing(endpoint, reply, model, row) for row in data]


def read_found(endpoint: Endpoint, reply: Reply) -> bool:
    """Return whether it was found: 204 without a body says that it was not."""
    if reply.status == 204:
        return False
    _data(endpoint, reply)
    return True


def read_available(endpoint: Endpoint, reply: Reply) -> bool:
    """Return whether an address is free.

    A taken one may also come as ``success: false`` with "not available" (the vendor's old PHP
    SDK reads it so).
    """
    envelope = _envelope(endpoint, reply) or {}
    if 200 <= reply.status < 300 and not _success(envelope):
        data, message = envelope.get("data"), _message(envelope)
        taken = isinstance(data, dict) and _flag(data.get("available")) is False
        if taken or (_NOT_AVAILABLE.search(message) and not _SERVICE.search(message)):
            return False
    data = _data(endpoint, reply)
    available = _flag(data.get("available")) if isinstance(data, dict) else None
    if available is None:
        raise unreadable(endpoint, reply)
    return available


def read_pdf(endpoint: Endpoint, reply: Reply) -> bytes:
    """Return the form. It must say that it is a PDF and be one."""
    if reply.status == 200 and reply.content_type == "application/pdf":
        if reply.body.startswith(b"%PDF"):
            return reply.body
        raise unreadable(endpoint, reply)
    if (
        reply.content_type == "text/plain"
        and reply.status in _FORMS
        and not _envelope(endpoint, reply)
    ):
        raise _error(endpoint, reply, *_FORMS[reply.status], message=_text(reply))
    _data(endpoint, reply)
    raise unreadable(endpoint, reply)


def read_done(endpoint: Endpoint, reply: Reply) -> None:
    """Return if the answer says that it was done; such an answer has no data."""
    _data(endpoint, reply)


def unreadable(endpoint: Endpoint, reply: Reply) -> ApiError:
    """Make the error for an answer out of which nothing can be told."""
    kind = ErrorKind.UNKNOWN_OUTCOME if endpoint.once else ErrorKind.UNEXPECTED
    envelope = _envelope(endpoint, reply)
    if envelope is None and reply.content_type == "text/plain":
        return _error(endpoint, reply, kind, message=_text(reply))
    return _error(endpoint, reply, kind, envelope=envelope)


def _data(endpoint: Endpoint, reply: Reply) -> Any:
    """Return the answer's data, or raise what the answer says instead."""
    envelope = _envelope(endpoint, reply)
    if not 200 <= reply.status < 300:
        raise _failed(endpoint, reply, envelope)
    if envelope is None:
        raise unreadable(endpoint, reply)
    if not _success(envelope):
        if _number(envelope) is None:
            raise unreadable(endpoint, reply)
        raise _refused(endpoint, reply, envelope)
    data = envelope.get("data", envelope if endpoint.bare else None)
    if data is None and endpoint.answer is not Answer.DONE:
        raise unreadable(endpoint, reply)
    return data


def _thing(endpoint: Endpoint, reply: Reply, model: type[S], data: object) -> S:
    if not isinstance(data, dict):
        raise unreadable(endpoint, reply)
    try:
        return decode(model, data)
    except ValueError:
        raise unreadable(endpoint, reply) from None


def _failed(endpoint: Endpoint, reply: Reply, envelope: Mapping[str, Any] | None) -> ApiError:
    """Make the error for an HTTP status that is not a success."""
    match reply.status:
        case 407:
            return _error(endpoint, reply, ErrorKind.UNAVAILABLE, envelope=envelope)
        case 413:
            field = "documenti" if endpoint.documents else None
            return _error(endpoint, reply, ErrorKind.INVALID, field, envelope=envelope)
        case 429:
            return _error(endpoint, reply, ErrorKind.THROTTLED, envelope=envelope)
        case status if 400 <= status < 500 and status != 408 and envelope is not None:
            return _refused(endpoint, reply, envelope)
        case 401 if not endpoint.once:
            return _error(endpoint, reply, ErrorKind.AUTH)
        case _:
            return unreadable(endpoint, reply)


def _refused(endpoint: Endpoint, reply: Reply, envelope: Mapping[str, Any]) -> ApiError:
    """Make the error for a clear "no": its kind, and the field concerned if that can be told.

    The field at the head of the message wins, since one number may stand for several fields; the
    number of this operation is the fallback (vendor's document: one example for each status).
    """
    message = _message(envelope)
    number = _number(envelope)
    meaning, required = endpoint.numbers.get(number or 0), _REQUIRED.match(message)
    kind = kind_of_refusal(endpoint, reply.status, number, message)
    if kind in (ErrorKind.AUTH, ErrorKind.FORBIDDEN, ErrorKind.WALLET):
        return _error(endpoint, reply, kind, envelope=envelope)
    complaint = _COMPLAINT.match(message) or _INVALID.match(message)
    if complaint and complaint[1] in _FIELDS:
        field: str | None = complaint[1]
    elif meaning is not None:
        field = meaning.field
    else:
        field = required[1] if required else None
    return _error(endpoint, reply, kind, field, envelope=envelope)


def kind_of_refusal(
    endpoint: Endpoint, status: int | None, number: int | None, message: str
) -> ErrorKind:
    """Tell what a clear "no" means, by its status, the vendor's number and text."""
    meaning = endpoint.numbers.get(number or 0)
    if status in _DECISIVE:
        return _STATUSES[status]
    if _REQUIRED.match(message):
        return ErrorKind.INVALID
    if meaning is not None:
        return meaning.kind
    other = ErrorKind.INVALID if endpoint.once else ErrorKind.UNEXPECTED
    return _STATUSES.get(status or 0, other)


def _error(
    endpoint: Endpoint,
    reply: Reply,
    kind: ErrorKind,
    field: str | None = None,
    *,
    envelope: Mapping[str, Any] | None = None,
    message: str = "",
) -> ApiError:
    return ApiError(
        kind,
        operation=endpoint.name,
        status=reply.status,
        code=None if envelope is None else _number(envelope),
        field=field,
        message=message if envelope is None else _message(envelope),
    )


def _envelope(endpoint: Endpoint, reply: Reply) -> dict[str, Any] | None:
    """Return the answer's JSON object if it is an envelope (or may do without one)."""
    try:
        found = msgspec.json.decode(reply.body.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
    if isinstance(found, dict) and (endpoint.bare or found.keys() & _ENVELOPE):
        return found
    return None


def _success(envelope: Mapping[str, Any]) -> bool:
    return _flag(envelope.get("success")) is not False


def _number(envelope: Mapping[str, Any]) -> int | None:
    try:
        return msgspec.convert(envelope.get("error"), int, strict=False) or None
    except ValueError:
        return None


def _message(envelope: Mapping[str, Any]) -> str:
    message = envelope.get("message")
    return message.strip()[:LONGEST_MESSAGE] if isinstance(message, str) else ""


def _text(reply: Reply) -> str:
    return reply.body[: 4 * LONGEST_MESSAGE].decode("utf-8", "replace").strip()[:LONGEST_MESSAGE]


def _flag(value: object) -> bool | None:
    try:
        return msgspec.convert(value, bool, strict=False)
    except ValueError:
        return None
