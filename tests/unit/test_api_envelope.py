"""From an answer to a value or the right kind of error, whatever the envelope claims."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pec_desktop.api import envelope
from pec_desktop.api.endpoints import ENDPOINTS
from pec_desktop.api.transport import Reply
from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import ApiError, ErrorKind

MAILBOX = {"id": "6040e4613a716838dc4eee0e", "casella_pec": "a@testcert.legalmail.it"}
HTML = b"<html><body><h1>502 Bad Gateway</h1></body></html>"


def _reply(status: int, body: object, content_type: str = "application/json") -> Reply:
    return Reply(
        status, content_type, body if isinstance(body, bytes) else json.dumps(body).encode()
    )


def _no(status: int, message: str, number: object, *, success: object = False) -> Reply:
    return _reply(status, {"success": success, "message": message, "error": number, "data": None})


def _yes(data: object) -> Reply:
    return _reply(200, {"data": data, "success": True, "message": "", "error": None})


def _error(operation: str, reply: Reply) -> ApiError:
    readers: dict[str, Any] = {
        "check_domain": envelope.read_found,
        "check_availability": envelope.read_available,
        "list_mailboxes": lambda row, got: envelope.read_list(row, got, Mailbox),
        "list_communications": lambda row, got: envelope.read_list(row, got, Mailbox),
        "download_activation_form": envelope.read_pdf,
    }
    read = readers.get(operation, lambda row, got: envelope.read_object(row, got, Mailbox))
    with pytest.raises(ApiError) as caught:
        read(ENDPOINTS[operation], reply)
    assert caught.value.operation == operation
    assert caught.value.status == reply.status
    return caught.value


DOCUMENTED = [
    ("check_domain", 402, "Insufficient Credit in Wallet: 182.03", 403, "wallet", None),
    ("check_domain", 406, "domain not valid", 401, "invalid", "dominio"),
    ("check_domain", 428, "domain required", 400, "invalid", "dominio"),
    ("check_domain", 503, "service temporarily unavailable", 402, "unknown_outcome", None),
    ("check_availability", 406, "invalid casella_pec", 208, "invalid", "casella_pec"),
    ("check_availability", 428, "casella_pec required", 207, "invalid", "casella_pec"),
    ("register_mailbox", 402, "Insufficient Credit in Wallet: 182.03", 262, "wallet", None),
    (
        "register_mailbox",
        404,
        "the domain x.it is non-existent in the system or belongs to someone else",
        326,
        "not_found",
        "casella_pec",
    ),
    (
        "register_mailbox",
        406,
        "data_nascita_richiedente not valid, accepted format: dd/mm/yyyy",
        242,
        "invalid",
        "data_nascita_richiedente",
    ),
    ("register_mailbox", 428, "tipo_casella required", 224, "invalid", "tipo_casella"),
    ("get_mailbox", 400, "Wrong id", 201, "invalid", "id"),
    ("get_mailbox", 404, "no pec found", 202, "not_found", None),
    ("revoke_mailbox", 406, "your pec has already been revoked", 303, "conflict", None),
    (
        "revoke_mailbox",
        428,
        "you can revoke the pec only if it is active",
        304,
        "conflict",
        None,
    ),
    ("activate_mailbox", 400, "Wrong id", 265, "invalid", "id"),
    ("activate_mailbox", 406, "wrong file format, pdf required", 296, "invalid", "documenti"),
    (
        "activate_mailbox",
        428,
        "you can activate the pec only when it is in the 'registrata|documenti_errati' state",
        267,
        "conflict",
        None,
    ),
    (
        "change_space",
        406,
        "the system only takes into account multiples of 1024",
        325,
        "invalid",
        None,
    ),
    (
        "change_space",
        428,
        "you must first activate the 'conservazione' service",
        282,
        "conflict",
        "spazio_conservazione",
    ),
    (
        "activate_preservation",
        406,
        "conservazione service is already active",
        293,
        "conflict",
        None,
    ),
    ("activate_preservation", 428, "documenti required", 294, "invalid", "documenti"),
    (
        "change_type",
        406,
        "a downgrade of the 'tipo_casella' is not allowed; only SILVER or GOLD allowed",
        276,
        "invalid",
        "tipo_casella",
    ),
    ("renew_mailbox", 428, "you can renew only evaded or revoked pec", 203, "conflict", None),
    ("add_user", 400, "Wrong id", 212, "invalid", "id"),
    ("add_user", 406, "maximum number of users reached: 25", 217, "conflict", None),
    (
        "add_user",
        428,
        "this service cannot be activated on these boxes: DOMICILIODIGITALE|PECMASSIVA",
        390,
        "conflict",
        None,
    ),
    ("start_communication", 406, "invalid casella_pec", 336, "invalid", "casella_pec"),
    ("start_communication", 428, "cf_piva required", 344, "invalid", "cf_piva"),
    ("get_communication", 400, "Wrong id", 333, "invalid", "id"),
    (
        "upload_communication_documents",
        406,
        "you can only upload documents when stato is 'in_attesa_di_documenti'",
        355,
        "conflict",
        None,
    ),
    ("upload_communication_documents", 428, "documenti required", 356, "invalid", "documenti"),
]


@pytest.mark.parametrize(("operation", "status", "message", "number", "kind", "field"), DOCUMENTED)
def test_documented_errors(
    operation: str, status: int, message: str, number: int, kind: str, field: str | None
) -> None:
    error = _error(operation, _no(status, message, number))
    assert (error.kind, error.field) == (kind, field)
    assert (error.code, error.message) == (number, message)


@pytest.mark.parametrize(
    ("status", "message", "number", "kind", "field"),
    [
        # The head of the message wins over the number's usual field.
        (428, "telefono required", 224, "invalid", "telefono"),
        (406, "email not valid", 242, "invalid", "email"),
        (428, "'cap_titolare' is required", "224", "invalid", "cap_titolare"),
        # Unknown numbers.
        (428, "telefono required", 999, "invalid", "telefono"),
        (406, "something_new required", 999, "invalid", "something_new"),
        (428, "not now", 999, "conflict", None),
        (428, "not now", None, "conflict", None),
        (406, "casella_pec already taken", 999, "invalid", "casella_pec"),
        (406, "no", None, "invalid", None),
        # The number alone, where the status says nothing.
        (200, "", 262, "wallet", None),
        (200, "telefono required", 231, "invalid", "telefono"),
        (200, "something", 4711, "invalid", None),
        # Statuses that say it all.
        (401, "Unauthorized", None, "auth", None),
        (402, "no credit", 4711, "wallet", None),
        (403, "Forbidden", 224, "forbidden", None),
        (404, "gone", None, "not_found", None),
        (409, "already", None, "conflict", None),
        (405, "Method not allowed", None, "invalid", None),
    ],
)
def test_refusals_of_a_write(
    status: int, message: str, number: object, kind: str, field: str | None
) -> None:
    error = _error("register_mailbox", _no(status, message, number))
    assert (error.kind, error.field) == (kind, field)


UNREADABLE = [
    _reply(200, b""),
    _reply(200, HTML, "text/html"),
    _reply(200, b'{"data": {"id": "60'),
    _reply(200, b"\xff\xfe\x00"),
    _reply(200, b"[" * 100_000),
    _reply(200, b'{"data": {"id": 1e999}}'),
    _reply(200, []),
    _reply(200, "done"),
    _reply(200, {}),
    _reply(200, {"id": "x", "casella_pec": "a@b.it"}),
    _reply(204, b""),
    _yes(None),
    _yes([]),
    _yes([MAILBOX]),
    _yes({}),
    _yes("6040e4613a716838dc4eee0e"),
    _yes({"casella_pec": "a@b.it"}),
    _no(200, "something went wrong", None),
    _no(200, "something went wrong", "soon", success="false"),
    _no(302, "moved", 224),
    _no(408, "too slow", 224),
    _no(500, "oops", 224),
    _no(503, "busy", 224),
    _reply(502, HTML, "text/html"),
    _reply(400, HTML, "text/html"),
    _reply(403, HTML, "text/html"),
    _reply(404, b"not here", "text/plain"),
    _reply(401, b"", "text/plain"),
    _reply(418, {"detail": "not an envelope"}),
]


@pytest.mark.parametrize("reply", UNREADABLE)
@pytest.mark.parametrize("operation", ["register_mailbox", "renew_mailbox", "activate_mailbox"])
def test_a_write_whose_answer_says_nothing_is_unknown(operation: str, reply: Reply) -> None:
    assert _error(operation, reply).kind == ErrorKind.UNKNOWN_OUTCOME


@pytest.mark.parametrize("reply", UNREADABLE)
def test_a_read_whose_answer_says_nothing_is_unexpected(reply: Reply) -> None:
    expected = ErrorKind.AUTH if reply.status == 401 else ErrorKind.UNEXPECTED
    assert _error("get_mailbox", reply).kind == expected


@pytest.mark.parametrize("operation", ["register_mailbox", "get_mailbox", "list_mailboxes"])
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (_reply(407, HTML, "text/html"), "unavailable"),
        (_reply(413, HTML, "text/html"), "invalid"),
        (_reply(429, b"", "text/plain"), "throttled"),
        (_no(429, "slow down", 224), "throttled"),
    ],
)
def test_statuses_that_need_no_envelope(operation: str, reply: Reply, kind: str) -> None:
    assert _error(operation, reply).kind == kind


def test_413_names_the_documents() -> None:
    assert _error("activate_mailbox", _reply(413, HTML, "text/html")).field == "documenti"


def test_good_answers() -> None:
    row = ENDPOINTS["get_mailbox"]
    expected = Mailbox(id=MAILBOX["id"], casella_pec=MAILBOX["casella_pec"])
    assert envelope.read_object(row, _yes(MAILBOX), Mailbox) == expected
    # PHP is fond of text/html, of byte order marks and of flags as texts.
    loose = b"\xef\xbb\xbf" + json.dumps({"data": MAILBOX, "success": "true"}).encode()
    assert envelope.read_object(row, _reply(200, loose, "text/html"), Mailbox) == expected
    created = ENDPOINTS["register_mailbox"]
    assert envelope.read_object(created, _reply(201, {"data": MAILBOX}), Mailbox) == expected


@pytest.mark.parametrize(
    ("operation", "number"), [("list_mailboxes", 200), ("list_communications", 332)]
)
def test_an_empty_list_is_a_404_with_its_number(operation: str, number: int) -> None:
    row = ENDPOINTS[operation]
    assert envelope.read_list(row, _no(404, "none linked", number), Mailbox) == []
    assert envelope.read_list(row, _no(404, "none linked", str(number)), Mailbox) == []
    assert envelope.read_list(row, _yes([]), Mailbox) == []
    assert envelope.read_list(row, _yes([MAILBOX]), Mailbox) == [
        Mailbox(id=MAILBOX["id"], casella_pec=MAILBOX["casella_pec"])
    ]
    assert _error(operation, _no(404, "other", 999)).kind == ErrorKind.NOT_FOUND
    assert _error(operation, _no(404, "other", None)).kind == ErrorKind.NOT_FOUND
    html = _reply(404, HTML, "text/html")
    assert _error(operation, html).kind == ErrorKind.UNEXPECTED


@pytest.mark.parametrize(
    "reply",
    [_yes(None), _yes({}), _yes("none"), _yes([1]), _yes([{"id": ""}]), _no(200, "none", None)],
)
def test_an_unreadable_list_is_never_an_empty_one(reply: Reply) -> None:
    assert _error("list_mailboxes", reply).kind == ErrorKind.UNEXPECTED


def test_a_domain_is_found_or_not() -> None:
    row = ENDPOINTS["check_domain"]
    assert envelope.read_found(row, _yes([])) is True
    assert envelope.read_found(row, _reply(204, b"")) is False


@pytest.mark.parametrize(
    ("reply", "free"),
    [
        (_yes({"available": True}), True),
        (_yes({"available": "1"}), True),
        (_yes({"available": False}), False),
        (_yes({"available": "false"}), False),
        (_no(200, "casella_pec not available", 209), False),
        (_no(200, "casella non disponibile", None), False),
        (_reply(200, {"success": False, "data": {"available": False}, "message": ""}), False),
    ],
)
def test_availability(reply: Reply, *, free: bool) -> None:
    assert envelope.read_available(ENDPOINTS["check_availability"], reply) is free


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (_yes([]), "unexpected"),
        (_yes({}), "unexpected"),
        (_yes({"available": None}), "unexpected"),
        (_no(200, "", None), "unexpected"),
        (_no(200, "service not available", None), "unexpected"),
        (_no(200, "invalid casella_pec", 208), "invalid"),
        (_no(503, "not available", None), "unexpected"),
        (_reply(200, {"success": False, "data": {"available": True}}), "unexpected"),
    ],
)
def test_availability_is_never_guessed(reply: Reply, kind: str) -> None:
    assert _error("check_availability", reply).kind == kind


def test_a_form_is_a_pdf() -> None:
    row = ENDPOINTS["download_activation_form"]
    assert envelope.read_pdf(row, _reply(200, b"%PDF-1.4 x", "application/pdf")) == b"%PDF-1.4 x"


@pytest.mark.parametrize(
    ("reply", "kind", "field"),
    [
        (_reply(400, b"Invalid id", "text/plain"), "invalid", "id"),
        (_reply(404, b"no request matches this id:", "text/plain"), "not_found", None),
        (_reply(406, b"it doesn't exist yet", "text/plain"), "conflict", None),
        (_reply(200, b"Invalid id", "text/plain"), "unexpected", None),
        (_reply(200, b"%PDF-1.4", "text/html"), "unexpected", None),
        (_reply(200, b"<html>", "application/pdf"), "unexpected", None),
        (_reply(200, b"", "application/pdf"), "unexpected", None),
        (_reply(404, HTML, "text/html"), "unexpected", None),
        (_no(401, "Unauthorized", None), "auth", None),
        (_no(404, "no pec found", 202), "not_found", None),
        (_no(200, "no", None), "unexpected", None),
        (_yes(MAILBOX), "unexpected", None),
        (_reply(500, b"oops", "text/plain"), "unexpected", None),
    ],
)
def test_errors_of_a_form(reply: Reply, kind: str, field: str | None) -> None:
    error = _error("download_activation_form", reply)
    assert (error.kind, error.field) == (kind, field)
    if reply.content_type == "text/plain":
        assert error.message == reply.body.decode()


def test_long_texts_are_cut() -> None:
    assert len(_error("get_mailbox", _no(400, "x" * 5000, 1)).message) == envelope.LONGEST_MESSAGE
