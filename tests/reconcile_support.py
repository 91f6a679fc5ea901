"""What the tests of lost answers share: every journaled operation, ready to be sent, and the truth.

An `Errand` prepares an operation on a bench and gives a function that sends it, as a window would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import paper_samples as samples
from changes_support import GOLD, REGISTERED, SILVER, STANDARD, box
from msgspec import Struct
from office_support import Bench, bench, connection_to

from pec_desktop.api.client import PecClient
from pec_desktop.domain.evidence import Evidence
from pec_desktop.services import (
    activation,
    changes,
    communications,
    drafts,
    lookups,
    papers,
    preservation,
    reconcile,
    registration,
)
from pec_desktop.services.office import Office
from pec_desktop.services.reconcile import Look
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore
from pec_desktop.work import Work

QUIET = 120
EMAIL = "anna@example.com"
USER: dict[str, object] = {
    "nome": "Anna",
    "cognome": "Esempi",
    "descrizione": "segreteria",
    "email_gestione_password": EMAIL,
}
COMPANY: dict[str, object] = {
    "casella_pec": "Prova.Srl@pec.example",
    "pec_amministratore": True,
    "ragione_sociale": "Prova Srl",
    "cf_piva": "12345678903",
    "comune": "Terni",
    "provincia": "TR",
    "cf": "RSSMRA80A01L117D",
    "nome": "Mario",
    "cognome": "Rossi",
    "qualifica": "LEGALE_RAPPRESENTANTE",
    "email": "studio@example.com",
    "cellulare": "3401234567",
}

Send = Callable[..., object]
"""Sends what was prepared; takes ``override`` and, as a second window would use it, ``office``."""


class Errand(Struct, frozen=True):
    """One operation: `prepare` gives what sends it; `costs` tells whether it is charged."""

    prepare: Callable[[Bench], Send]
    costs: bool = True
    draft: bool = False
    """Whether it is sent from a draft."""


def _register(at: Bench) -> Send:
    draft = at.draft()

    def send(*, office: Office = at.office, override: bool = False) -> object:
        return registration.register(office, draft.id, Work(), override=override)

    return send


def _changing(
    name: str, change: Callable[..., object], *arguments: object
) -> Callable[[Bench], Send]:
    def prepare(at: Bench) -> Send:
        one = box(at, name)
        given = [one.casella_pec if argument is ADDRESS else argument for argument in arguments]

        def send(*, office: Office = at.office, override: bool = False) -> object:
            return change(office, one.id, *given, Work(), override=override)

        return send

    return prepare


ADDRESS = object()
"""Stands for the mailbox's own address."""


def _papers(at: Bench) -> list[Path]:
    desk = at.folder / "desk"
    desk.mkdir(exist_ok=True)
    (desk / "form.pdf").write_bytes(samples.pdf(2))
    (desk / "card.pdf").write_bytes(samples.pdf(1))
    return [desk / "form.pdf", desk / "card.pdf"]


def _activate(at: Bench) -> Send:
    draft = activation.take_papers(at.office, box(at, REGISTERED).id, _papers(at), Work())

    def send(*, office: Office = at.office, override: bool = False) -> object:
        return activation.activate(office, draft.id, Work(), override=override)

    return send


def _preserve(at: Bench) -> Send:
    mailbox = box(at, STANDARD)
    papers.take_papers(at.office, mailbox.id, _papers(at), Work(), "preservation")
    draft = drafts.save(at.office, preservation.draft_of(at.office, mailbox.id))

    def send(*, office: Office = at.office, override: bool = False) -> object:
        return preservation.activate(office, draft.id, Work(), override=override)

    return send


def communication_draft(at: Bench, **values: object) -> str:
    """Save a communication draft; its id."""
    made = communications.new_draft(at.office, values={**COMPANY, **values})
    return drafts.save(at.office, made).id


def _start(at: Bench) -> Send:
    draft_id = communication_draft(at)

    def send(*, office: Office = at.office, override: bool = False) -> object:
        return communications.start(office, draft_id, Work(), override=override)

    return send


def _upload(at: Bench) -> Send:
    one = communications.start(at.office, communication_draft(at), Work())
    at.clock.advance(120)
    communications.follow(at.office, one.id, Work())
    power = communications.download_power_of_attorney(at.office, one.id, Work())
    signed = at.folder / "procura.pdf.p7m"
    signed.write_bytes(samples.p7m(at.office.files.path(power.sha256).read_bytes()))
    communications.take_p7m(at.office, one.id, signed, Work())

    def send(*, office: Office = at.office, override: bool = False) -> object:
        return communications.upload(office, one.id, Work(), override=override)

    return send


def _check_domain(at: Bench) -> Send:
    def send(*, office: Office = at.office, override: bool = False) -> object:
        return lookups.ask_domain(office, "legalmail.it", Work(), override=override)

    return send


_MORE = {"space_mode": "ADD", "spazio_disco": 1024}

ERRANDS: dict[str, Errand] = {
    "register_mailbox": Errand(_register, draft=True),
    "renew_mailbox": Errand(_changing(GOLD, changes.renew, 2)),
    "change_space": Errand(_changing(GOLD, changes.change_space, _MORE)),
    "change_type": Errand(_changing(STANDARD, changes.change_type, "GOLD")),
    "activate_preservation": Errand(_preserve, draft=True),
    "add_user": Errand(_changing(SILVER, changes.add_user, USER)),
    "revoke_mailbox": Errand(_changing(STANDARD, changes.revoke, ADDRESS), costs=False),
    "activate_mailbox": Errand(_activate, costs=False, draft=True),
    "start_communication": Errand(_start, draft=True),
    "upload_communication_documents": Errand(_upload, costs=False, draft=True),
    "check_domain": Errand(_check_domain),
}
"""Every operation that goes through the journal."""


@contextmanager
def rich(folder: Path) -> Iterator[Bench]:
    """A seeded office with credit for everything."""
    with bench(folder / "profile", empty=False) as at:
        at.server.credit = Decimal(1000)
        yield at


def another_run(at: Bench) -> Office:
    """The same archive, opened by another run of the program."""
    database = Database(at.database.path, clock=at.clock, any_place=True)
    files = FileStore(at.folder / "files", database)
    return Office(
        *(at.office.account, database, files, at.vault, connection_to(at.server)), clock=at.clock
    )


def impatient(at: Bench, seconds: float = 0.3) -> None:
    """Let the office give up an answer after some seconds."""
    at.office._client = PecClient(
        at.server.url, at.server.token, read_timeout=seconds, read_deadline=seconds, backoff=0.01
    )


def charges(at: Bench, operation: str) -> int:
    """How often the vendor has charged for it."""
    return sum(charge.operation == operation for charge in at.server.ledger)


def carried_out(at: Bench, operation: str) -> int:
    """How often the vendor has carried it out: the truth."""
    return sum(one.operation == operation and one.carried_out for one in at.server.requests)


def attempt_of(at: Bench, operation: str) -> Attempt:
    """The newest attempt at an operation."""
    return next(one for one in at.office.attempts.all() if one.operation == operation)


def look(at: Bench, quiet_period: int = QUIET) -> list[Look]:
    """Look at all that is unknown."""
    return reconcile.all_unknown(at.office, Work(), quiet_period=quiet_period)


def after_the_quiet_period(at: Bench) -> list[Look]:
    """Look now and once more when a slow server has had its time."""
    look(at)
    at.clock.advance(QUIET + 1)
    return look(at)


def evidence_of(attempt: Attempt) -> Evidence:
    """What an attempt was judged by."""
    assert attempt.evidence is not None
    return attempt.evidence


BELIEFS: dict[Outcome, bool | None] = {
    Outcome.CONFIRMED: True,
    Outcome.REFUSED: False,
    Outcome.NOT_DONE: False,
    Outcome.UNKNOWN: None,
    Outcome.PENDING: None,
}
"""Outcome → whether the program believes that it was carried out; None if it does not know."""
