"""The PEC API: one short method for each of the vendor's 19 operations.

The client validates nothing and decides nothing: `fields` go out as given, under the API's names.
What each operation does, costs and refuses stands in `pec_desktop.api.endpoints`.
"""
# ruff: noqa: A002 - `id` is the API's own name

from __future__ import annotations

from typing import Unpack

from pec_desktop.api import envelope
from pec_desktop.api.body import Documents
from pec_desktop.api.caller import Caller, Fields
from pec_desktop.api.endpoints import ENDPOINTS
from pec_desktop.api.transport import Timeouts, Transport
from pec_desktop.domain.communication import Communication
from pec_desktop.domain.mailbox import Mailbox


class PecClient(Caller):
    """The vendor's PEC API at `base_url` (scheme and host), spoken to with a bearer `token`.

    Thread-safe; every method blocks and is for worker threads. All raise `ApiError` and nothing
    else; an unusable address or token is told by the first call. `timeouts` are those of
    `Transport`, which also tells how reads are repeated. Spaces are MB: an `int` sets, a text like
    ``"+1024"`` adds.
    """

    def __init__(self, base_url: str, token: str, **timeouts: Unpack[Timeouts]) -> None:
        token = token.strip()
        super().__init__(ENDPOINTS, Transport(base_url, **timeouts), f"Bearer {token}", token)

    def check_domain(self, dominio: str) -> bool:
        """Tell whether a domain is a certified one. Costs money: never repeated."""
        return self._call("check_domain", envelope.read_found, dominio=dominio)

    def check_availability(self, pec: str) -> bool:
        """Tell whether the address `pec` is still free."""
        return self._call("check_availability", envelope.read_available, pec=pec)

    def list_mailboxes(self) -> list[Mailbox]:
        """List the account's mailboxes; each row holds only a few fields."""
        return self._list("list_mailboxes", Mailbox)

    def register_mailbox(self, fields: Fields) -> Mailbox:
        """Register a mailbox (``BodyPostPec``). Costs money: sent once."""
        return self._object("register_mailbox", Mailbox, body=fields)

    def get_mailbox(self, id: str) -> Mailbox:
        """Read one mailbox with all its fields."""
        return self._object("get_mailbox", Mailbox, id=id)

    def revoke_mailbox(self, id: str) -> Mailbox:
        """Revoke an active mailbox. Sent once."""
        return self._object("revoke_mailbox", Mailbox, id=id)

    def activate_mailbox(self, id: str, documents: Documents) -> Mailbox:
        """Upload the signed form and the identity document (PDF). Sent once."""
        return self._object("activate_mailbox", Mailbox, id=id, body={}, documents=documents)

    def change_space(
        self,
        id: str,
        *,
        spazio_disco: int | str | None = None,
        spazio_storico: int | str | None = None,
        spazio_conservazione: int | str | None = None,
    ) -> Mailbox:
        """Enlarge disk, archive or legal storage; what is None stays. Costs money: sent once."""
        spaces = {
            "spazio_disco": spazio_disco,
            "spazio_storico": spazio_storico,
            "spazio_conservazione": spazio_conservazione,
        }
        return self._object("change_space", Mailbox, id=id, body=_given(spaces))

    def activate_preservation(
        self, id: str, documents: Documents, spazio_conservazione: int | str | None = None
    ) -> Mailbox:
        """Activate legal storage, 512 MB if no space is given. Costs money: sent once."""
        space = _given({"spazio_conservazione": spazio_conservazione})
        return self._object(
            "activate_preservation", Mailbox, id=id, body=space, documents=documents
        )

    def change_type(self, id: str, tipo_casella: str) -> Mailbox:
        """Turn the mailbox into a higher type. Costs money: sent once."""
        return self._object("change_type", Mailbox, id=id, body={"tipo_casella": tipo_casella})

    def renew_mailbox(self, id: str, anni: int = 1) -> Mailbox:
        """Renew, or re-activate, for `anni` years. Costs money although it is a GET: sent once."""
        return self._object("renew_mailbox", Mailbox, id=id, query={"anni": anni})

    def add_user(self, id: str, fields: Fields) -> Mailbox:
        """Add a user (``BodyPostMultiutenza``), 25 at most. Costs money: sent once."""
        return self._object("add_user", Mailbox, id=id, body=fields)

    def list_communications(self) -> list[Communication]:
        """List the communications to the Business Register; rows hold only a few fields."""
        return self._list("list_communications", Communication)

    def start_communication(self, fields: Fields) -> Communication:
        """Start a communication (``BodyPostComunicaPec``). Costs money: sent once."""
        return self._object("start_communication", Communication, body=fields)

    def get_communication(self, id: str) -> Communication:
        """Read one communication with all its fields."""
        return self._object("get_communication", Communication, id=id)

    def upload_communication_documents(self, id: str, documents: Documents) -> Communication:
        """Upload the digitally signed power of attorney (p7m). Sent once."""
        return self._object(
            "upload_communication_documents", Communication, id=id, body={}, documents=documents
        )

    def download_activation_form(self, id: str) -> bytes:
        """Download the activation form of a mailbox, a PDF."""
        return self._call("download_activation_form", envelope.read_pdf, id=id)

    def download_preservation_form(self, id: str) -> bytes:
        """Download the form for legal storage of a mailbox, a PDF."""
        return self._call("download_preservation_form", envelope.read_pdf, id=id)

    def download_power_of_attorney(self, id: str) -> bytes:
        """Download the power of attorney of a communication, a PDF to be signed digitally."""
        return self._call("download_power_of_attorney", envelope.read_pdf, id=id)


def _given(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value is not None}
