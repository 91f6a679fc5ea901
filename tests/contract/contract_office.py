"""The nineteen operations, each called as it should be, on the practice server's office."""

from __future__ import annotations

from collections.abc import Callable

from pec_desktop.api.client import PecClient
from pec_desktop.domain.mailbox import LEGALMAIL, Mailbox

TOKEN = "6040e4613a716838dc4eee99"
NOBODY = "0123456789abcdef01234567"
"""A well-formed id that no mailbox or communication has."""

PDF = b"%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n"
P7M = bytes.fromhex("300b06092a864886f70d010702")
"""The beginning of CMS SignedData, which is all the practice server looks at."""

REGISTRATION: dict[str, object] = {
    "casella_pec": "nuova.casella@testcert.legalmail.it",
    "tipo_casella": "STANDARD",
    "tipo_cliente": "IM",
    "sottotipo_cliente": "SI",
    "nome_richiedente": "Ada",
    "cognome_richiedente": "Bassani",
    "email": "ada.bassani@example.com",
    "telefono": "0471000000",
    "codice_fiscale_richiedente": "BSSDAA80A41A952C",
    "data_nascita_richiedente": "01/01/1980",
    "sesso_richiedente": "F",
    "nazione_nascita_richiedente": "IT",
    "provincia_nascita_richiedente": "BZ",
    "denominazione_titolare": "Bassani S.r.l.",
    "cf_piva_titolare": "01234560215",
    "indirizzo_titolare": "via dei Mulini 1",
    "comune_titolare": "Bolzano",
    "cap_titolare": "39100",
    "nazione_titolare": "IT",
    "provincia_titolare": "BZ",
    "tipo_documento": "PATENTE",
    "autorinnovo": False,
    "callback": {"url": "https://studio.example/pec", "method": "JSON"},
}
COMMUNICATION: dict[str, object] = {
    "casella_pec": "bassani@testcert.legalmail.it",
    "cf": "BSSDAA80A41A952C",
    "nome": "Ada",
    "cognome": "Bassani",
    "qualifica": "LEGALE_RAPPRESENTANTE",
    "email": "ada.bassani@example.com",
    "cellulare": "3400000000",
    "ragione_sociale": "Bassani S.r.l.",
    "cf_piva": "01234560215",
    "comune": "Bolzano",
    "provincia": "BZ",
    "pec_amministratore": True,
}
USER: dict[str, object] = {
    "nome": "Ada",
    "cognome": "Bassani",
    "descrizione": "segreteria",
    "email_gestione_password": "ada.bassani@example.com",
}


class Office:
    """Finds a mailbox or a communication with which an operation may be tried."""

    def __init__(self, client: PecClient) -> None:
        self._boxes = [client.get_mailbox(row.id) for row in client.list_mailboxes()]
        self._communications = client.list_communications()

    def box(self, state: str, fits: Callable[[Mailbox], bool] = lambda _: True) -> str:
        """Return the id of the first Legalmail mailbox in this state that `fits`."""
        for box in self._boxes:
            if box.stato == state and box.type in LEGALMAIL and fits(box):
                return box.id
        raise LookupError(state)

    def communication(self, state: str) -> str:
        """Return the id of the first communication in this state."""
        return next(found.id for found in self._communications if found.stato == state)


class Nowhere(Office):
    """An office where every mailbox and communication has the same id."""

    def __init__(self, identifier: str) -> None:
        self._id = identifier

    def box(self, state: str, fits: Callable[[Mailbox], bool] = lambda _: True) -> str:
        return self._id

    def communication(self, state: str) -> str:
        return self._id


CALLS: dict[str, Callable[[PecClient, Office], object]] = {
    "check_domain": lambda client, _: client.check_domain("legalmail.it"),
    "check_availability": lambda client, _: client.check_availability(
        "nuova.casella@testcert.legalmail.it"
    ),
    "list_mailboxes": lambda client, _: client.list_mailboxes(),
    "register_mailbox": lambda client, _: client.register_mailbox(REGISTRATION),
    "get_mailbox": lambda client, office: client.get_mailbox(office.box("evasa")),
    "revoke_mailbox": lambda client, office: client.revoke_mailbox(office.box("evasa")),
    "activate_mailbox": lambda client, office: client.activate_mailbox(
        office.box("registrata"), [PDF, PDF + b"\n"]
    ),
    "change_space": lambda client, office: client.change_space(
        office.box("evasa", lambda box: box.conservazione),
        spazio_disco="+1024",
        spazio_storico=1024 * 99,
        spazio_conservazione="+512",
    ),
    "activate_preservation": lambda client, office: client.activate_preservation(
        office.box("evasa", lambda box: not box.conservazione), [PDF, PDF + b"\n"], 1024
    ),
    "change_type": lambda client, office: client.change_type(
        office.box("evasa", lambda box: box.tipo_casella == "STANDARD"), "GOLD"
    ),
    "renew_mailbox": lambda client, office: client.renew_mailbox(office.box("evasa"), 2),
    "add_user": lambda client, office: client.add_user(office.box("evasa"), USER),
    "list_communications": lambda client, _: client.list_communications(),
    "start_communication": lambda client, _: client.start_communication(COMMUNICATION),
    "get_communication": lambda client, office: client.get_communication(
        office.communication("comunicazione_evasa")
    ),
    "upload_communication_documents": lambda client, office: client.upload_communication_documents(
        office.communication("in_attesa_di_documenti"), [P7M]
    ),
    "download_activation_form": lambda client, office: client.download_activation_form(
        office.box("registrata")
    ),
    "download_preservation_form": lambda client, office: client.download_preservation_form(
        office.box("evasa")
    ),
    "download_power_of_attorney": lambda client, office: client.download_power_of_attorney(
        office.communication("in_attesa_di_documenti")
    ),
}
