"""The nineteen operations of the PEC document.

Every documented status, number and text stands here (or in `rules`, for the fields of the two long
forms). Where the document is silent but an answer is needed, the comment says "undocumented".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from pec_desktop.practice import catalogue, forms, papers, rules
from pec_desktop.practice.answers import PDF, Answer, Refused, RefusedInWords, no_content, success
from pec_desktop.practice.calls import Call
from pec_desktop.practice.catalogue import LEGALMAIL, PRODUCTS
from pec_desktop.practice.mailboxes import Communication, Mailbox, registered

T = TypeVar("T")

_CLOSED = "this service cannot be activated on these boxes: DOMICILIODIGITALE|PECMASSIVA"
_NOT_PDF = "wrong file format, pdf required"
_NO_PRESERVATION = "you cannot activate conservation if you do not first activate a pec"


def check_domain(call: Call) -> Answer:
    """GET /domini_pec/{dominio}: known (200) or not (204); charged either way."""
    domain = call.parameter.strip().lower()
    if not domain:
        raise Refused(428, 400, "domain required")
    if not rules.is_domain(domain):
        raise Refused(406, 401, "domain not valid")
    if domain.startswith(catalogue.UNAVAILABLE):
        raise Refused(503, 402, "service temporarily unavailable")
    call.pay(catalogue.DOMAIN_CHECK, domain, 403)
    return success([], f"{domain} found!") if domain in catalogue.KNOWN_DOMAINS else no_content()


def check_availability(call: Call) -> Answer:
    """GET /verifica_pec/{pec}."""
    address = call.parameter.strip().lower()
    if not address:
        raise Refused(428, 207, "casella_pec required")
    known = rules.domain_of(address) in catalogue.CHECKABLE_DOMAINS
    if not (known and rules.is_address(address)):
        raise Refused(406, 208, "invalid casella_pec")
    return success({"available": _is_free(call, address)})


def list_mailboxes(call: Call) -> Answer:
    """GET /pec."""
    if not call.state.mailboxes:
        raise Refused(404, 200, "no pec linked to this account")
    return success([box.row() for box in call.state.mailboxes.values()])


def register_mailbox(call: Call) -> Answer:
    """POST /pec: charged here, a year of the type."""
    fields: dict[str, Any] = rules.apply(rules.REGISTRATION, call.body)
    fields["callback"] = rules.callback(call.body, 260)
    fields["autorinnovo"] = rules.flag(call.body, "autorinnovo", 261)
    address = fields["casella_pec"].lower()
    if not _is_free(call, address):
        raise Refused(406, 228, "casella_pec not available")  # undocumented number
    call.pay(PRODUCTS[fields["tipo_casella"].upper()].price, address, 262)
    state = call.state
    box = registered(
        fields,
        identifier=state.new_id("pec"),
        uid=state.new_user_id(),
        code=state.new_activation_code(),
        owner=state.owner,
        at=call.now,
    )
    state.mailboxes[box.data["id"]] = box
    return success(box.data)


def get_mailbox(call: Call) -> Answer:
    """GET /pec/{id}."""
    return success(_mailbox(call, 201, 202).data)


def revoke_mailbox(call: Call) -> Answer:
    """DELETE /pec/{id}."""
    box = _mailbox(call, 301, 302)
    if box.state == "revocata":
        raise Refused(406, 303, "your pec has already been revoked")
    if box.state != "evasa":
        raise Refused(428, 304, "you can revoke the pec only if it is active")
    box.revoke(call.now)
    return _changed(call, box)


def activate_mailbox(call: Call) -> Answer:
    """PATCH /pec/{id}/attivazione: accepted now, judged when the pace has passed."""
    box = _mailbox(call, 265, 266)
    if box.state not in ("registrata", "documenti_errati"):
        states = (
            "you can activate the pec only when it is in the 'registrata|documenti_errati' state"
        )
        raise Refused(428, 267, states)
    given = _pdfs(call, 268)  # undocumented number for missing papers
    wanted, form = PRODUCTS[box.type].papers, forms.activation(box.data)
    well = papers.acceptable(given, wanted, "ATTIVAZIONE", box.data["id"], form)
    verdict = "evasa" if well else "documenti_errati"
    box.submit(len(given), verdict, call.now, call.now + call.pace)
    return _changed(call, box)


def change_space(call: Call) -> Answer:
    """PATCH /pec/{id}/modifica: "+1024" adds, 3072 sets; only more space is allowed."""
    box = _mailbox(call, 265, 266)
    _only_active_legalmail(box, Refused(428, 281, "you can modify the pec only if it is active"))
    wanted = {name: call.body[name] for name in catalogue.SPACE_UNIT if call.body.get(name)}
    if not wanted:
        raise Refused(428, 283, "spazio_disco required")  # undocumented
    if "spazio_conservazione" in wanted and not box.data["conservazione"]:
        raise Refused(428, 282, "you must first activate the 'conservazione' service")
    spaces = {name: _space(name, value, box.data[name]) for name, value in wanted.items()}
    if any(size <= box.data[name] for name, size in spaces.items()):
        raise Refused(406, 324, "only a space upgrade is allowed")  # undocumented
    call.pay(_space_price(box, spaces), box.data["id"], 290)
    box.data |= spaces
    box.data["storico"] = box.data["spazio_storico"] > 0
    box.touch(call.now)
    return _changed(call, box)


def activate_preservation(call: Call) -> Answer:
    """PATCH /pec/{id}/conservazione: active at once, as in the document's example."""
    box = _mailbox(call, 265, 266)
    _only_active_legalmail(box, Refused(428, 292, "you must first activate the pec"))
    if box.data["conservazione"]:
        raise Refused(406, 293, "conservazione service is already active")
    given = _pdfs(call, 294)
    name = "spazio_conservazione"
    size = _space(name, call.body.get(name) or 512, 0) or 512
    call.pay(_space_price(box, {name: size}), box.data["id"], 297)
    names = [f"{box.data['id']}_{number}_conservazione.pdf" for number in range(len(given))]
    box.data |= {"conservazione": True, name: size, "documenti_conservazione": names}
    box.touch(call.now)
    return _changed(call, box)


def change_type(call: Call) -> Answer:
    """PATCH /pec/{id}/trasformazione: upwards only."""
    box = _mailbox(call, 265, 266)
    processed = "you can trasform your certified mail only if it has been processed"
    _only_active_legalmail(box, Refused(428, 272, processed))
    given = call.body.get("tipo_casella")
    if not given:
        raise Refused(428, 273, "tipo_casella required")  # undocumented
    wanted = given.upper() if isinstance(given, str) else ""
    if wanted not in LEGALMAIL:
        raise Refused(406, 274, "tipo_casella not valid")  # undocumented
    allowed = LEGALMAIL[LEGALMAIL.index(box.type) + 1 :]
    if wanted not in allowed:
        rest = f"; only {' or '.join(allowed)} allowed" if allowed else ""
        raise Refused(406, 276, f"a downgrade of the 'tipo_casella' is not allowed{rest}")
    call.pay(catalogue.upgrade_price(box.type, wanted), box.data["id"], 279)
    box.data["tipo_casella"] = wanted
    box.include(PRODUCTS[wanted].disk, PRODUCTS[wanted].archive)
    box.touch(call.now)
    return _changed(call, box)


def renew_mailbox(call: Call) -> Answer:
    """GET /pec/{id}/rinnovo?anni=N: a GET that costs money; re-activates a revoked mailbox.

    Neither 402 nor a wrong `anni` is documented for it; both numbers are this server's own.
    """
    box = _mailbox(call, 201, 202)
    if box.state not in ("evasa", "revocata"):
        raise Refused(428, 203, "you can renew only evaded or revoked pec")
    years = call.query.get("anni", "1")
    if not re.fullmatch(r"[0-9]{1,2}", years) or not 1 <= int(years) <= catalogue.MAX_YEARS:
        raise Refused(400, 205, "anni not valid")
    call.pay(PRODUCTS[box.type].price * int(years), box.data["id"], 204)
    box.renew(int(years), call.now)
    return _changed(call, box)


def add_user(call: Call) -> Answer:
    """POST /pec/{id}/multiutenza."""
    box = _mailbox(call, 212, 213)
    if box.type not in LEGALMAIL:
        raise Refused(428, 390, _CLOSED)
    if box.state != "evasa":
        raise Refused(428, 214, "you can add a user only if the pec is active")  # undocumented
    users: list[dict[str, Any]] = box.data.get("multiutenza", [])
    if len(users) >= catalogue.MAX_USERS:
        raise Refused(406, 217, f"maximum number of users reached: {catalogue.MAX_USERS}")
    user = rules.apply(rules.USER, call.body)
    call.pay(catalogue.USER, box.data["id"], 220)
    added = {
        **user,
        "id_utenza": f"{box.data['id']}_{len(users)}",
        "timestamp": {"attivazione": int(call.now)},
        "userid": call.state.new_user_id(),
    }
    box.data["multiutenza"] = [*users, added]
    box.touch(call.now)
    return _changed(call, box)


def list_communications(call: Call) -> Answer:
    """GET /comunica_pec."""
    if not call.state.communications:
        raise Refused(404, 332, "no request linked to this account")
    return success([entry.row() for entry in call.state.communications.values()])


def start_communication(call: Call) -> Answer:
    """POST /comunica_pec; the power of attorney exists when the pace has passed."""
    fields = rules.apply(rules.COMMUNICATION, call.body)
    callback = rules.callback(call.body, 352)
    rules.flag(call.body, "pec_amministratore", 352)  # in no answer of the document
    call.pay(catalogue.COMMUNICATION, fields["casella_pec"].lower(), 351)
    entry = Communication(
        {
            **fields,
            "casella_pec": fields["casella_pec"].lower(),
            "callback": callback,
            "stato": "codice_in_richiesta",
            "codice_registro_imprese": "openapi",
            "documenti_registro_imprese": [],
            "owner": call.state.owner,
            "timestamp": int(call.now),
            "id": call.state.new_id("comunica_pec"),
        },
        call.now + call.pace,
    )
    call.state.communications[entry.data["id"]] = entry
    return success(entry.data)


def get_communication(call: Call) -> Answer:
    """GET /comunica_pec/{id}."""
    return success(_communication(call, 333, 334).data)


def upload_communication_documents(call: Call) -> Answer:
    """PATCH /comunica_pec/{id}: .p7m only; filed when the pace has passed."""
    entry = _communication(call, 353, 354)
    if entry.data["stato"] != "in_attesa_di_documenti":
        state = "you can only upload documents when stato is 'in_attesa_di_documenti'"
        raise Refused(406, 355, state)
    not_signed = Refused(406, 357, "wrong file format, p7m required")  # undocumented
    given = _documents(call, 356, papers.is_signed_data, not_signed)
    identifier = entry.data["id"]
    names = [f"{identifier}_{number}_registro_imprese.p7m" for number in range(len(given))]
    entry.data["documenti_registro_imprese"] = names
    entry.advance(call.now)
    entry.due = call.now + call.pace
    call.state.changed = True
    return success(entry.data)


def download_activation_form(call: Call) -> Answer:
    """GET /pec/{id}/modulo_attivazione, while there is something to activate."""
    box = _of_form(call, call.state.mailboxes)
    if box.state not in ("registrata", "documenti_errati", "in_evasione"):
        raise RefusedInWords(406, _NO_PRESERVATION)  # the document has no other text
    return Answer(200, forms.activation(box.data), PDF)


def download_preservation_form(call: Call) -> Answer:
    """GET /pec/{id}/modulo_conservazione."""
    box = _of_form(call, call.state.mailboxes)
    if box.state != "evasa" or box.type not in LEGALMAIL:
        raise RefusedInWords(406, _NO_PRESERVATION)
    return Answer(200, forms.preservation(box.data), PDF)


def download_power_of_attorney(call: Call) -> Answer:
    """GET /comunica_pec/{id}/procura_registro_imprese, once the code has come."""
    entry = _of_form(call, call.state.communications)
    if entry.data["stato"] == "codice_in_richiesta":
        raise RefusedInWords(406, "you cannot download this module, it doesn't exist yet")
    return Answer(200, forms.power_of_attorney(entry.data), PDF)


def _is_free(call: Call, address: str) -> bool:
    reserved = address.partition("@")[0] in catalogue.RESERVED
    return not (reserved or call.state.taken(address))


def _mailbox(call: Call, wrong_id: int, missing: int) -> Mailbox:
    box = call.state.mailboxes.get(call.id(Refused(400, wrong_id, "Wrong id")))
    if box is None:
        raise Refused(404, missing, "no pec found")
    return box


def _communication(call: Call, wrong_id: int, missing: int) -> Communication:
    entry = call.state.communications.get(call.id(Refused(400, wrong_id, "Wrong id")))
    if entry is None:
        raise Refused(404, missing, "no request found")
    return entry


def _of_form(call: Call, things: dict[str, T]) -> T:
    thing = things.get(call.id(RefusedInWords(400, "Invalid id")))
    if thing is None:
        raise RefusedInWords(404, "no request matches this id:")
    return thing


def _only_active_legalmail(box: Mailbox, otherwise: Refused) -> None:
    if box.type not in LEGALMAIL:
        raise Refused(428, 390, _CLOSED)  # documented for multiutenza; the others say so in prose
    if box.state != "evasa":
        raise otherwise


def _changed(call: Call, box: Mailbox) -> Answer:
    call.state.changed = True
    return success(box.data)


def _pdfs(call: Call, missing: int) -> list[bytes]:
    return _documents(call, missing, papers.is_pdf, Refused(406, 296, _NOT_PDF))


def _documents(
    call: Call, missing: int, is_right: Callable[[bytes], bool], otherwise: Refused
) -> list[bytes]:
    given = call.body.get("documenti")
    if not given:
        raise Refused(428, missing, "documenti required")
    try:
        decoded = papers.decode(given)
    except ValueError as error:
        raise otherwise from error
    if not all(map(is_right, decoded)):
        raise otherwise
    return decoded


def _space(name: str, value: object, present: int) -> int:
    """Return the size in MB that `value` asks for, given the present one."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if isinstance(value, bool) else str(value) if isinstance(value, int | str) else ""
    parts = re.fullmatch(r"(\+?)([0-9]{1,9})", text)
    if parts is None:
        raise Refused(406, 323, f"{name} not valid")  # undocumented
    unit, _price = catalogue.SPACE_UNIT[name]
    amount = int(parts[2])
    if amount % unit:
        raise Refused(406, 325, f"the system only takes into account multiples of {unit}")
    return present + amount if parts[1] else amount


def _space_price(box: Mailbox, spaces: dict[str, int]) -> Decimal:
    total = Decimal(0)
    for name, size in spaces.items():
        unit, price = catalogue.SPACE_UNIT[name]
        total += (size - box.data[name]) // unit * price
    return total
