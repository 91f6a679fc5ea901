"""The vendor's own documents, where they are at hand, and their samples, which are always here."""

from __future__ import annotations

from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
PEC_DOCUMENT = REFERENCE / "pec.openapi.json"
OAUTH_DOCUMENT = REFERENCE / "oauthv2.openapi.json"

SAMPLE_REGISTRATION: dict[str, object] = {
    "casella_pec": "yourpec@testcert.legalmail.it",
    "tipo_casella": "bronze",
    "tipo_cliente": "PV",
    "sottotipo_cliente": "",
    "sottotipo_cliente_altro": "",
    "nome_richiedente": "mario",
    "cognome_richiedente": "rossi",
    "email": "mail@domain.com",
    "telefono": "0548798569",
    "codice_fiscale_richiedente": "RSSXXXXXXXX56E",
    "data_nascita_richiedente": "11/04/1982",
    "sesso_richiedente": "M",
    "nazione_nascita_richiedente": "it",
    "provincia_nascita_richiedente": "RM",
    "denominazione_titolare": "",
    "cf_piva_titolare": "",
    "indirizzo_titolare": "via verdi 20",
    "comune_titolare": "roma",
    "cap_titolare": "00042",
    "nazione_titolare": "it",
    "provincia_titolare": "rm",
    "callback": {"url": "https://your_domain.it/your_callback.php", "field": "data"},
}
"""The example body of POST /pec."""

SAMPLE_COMMUNICATION: dict[str, object] = {
    "casella_pec": "mypec@pec.com",
    "cf": "RSSMRA80A01L117D",
    "nome": "mario",
    "cognome": "rossi",
    "qualifica": "LEGALE_RAPPRESENTANTE",
    "email": "mail@domain.com",
    "cellulare": "34xxxxxx18",
    "ragione_sociale": "azienda test",
    "cf_piva": "12345678910",
    "comune": "roma",
    "pec_amministratore": False,
    "provincia": "RM",
}
"""The example body of POST /comunica_pec."""
