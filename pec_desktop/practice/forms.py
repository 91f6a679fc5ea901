"""The three PDF forms: activation, legal preservation, power of attorney for the Register.

They look like forms and carry the mailbox's own data. Every page is marked as a trial form and
bears a code that names the kind and the id (`code`); the same stands in the file's metadata, so
that a machine can tell whose form it is. A form depends on nothing but the data: asked for twice,
it has the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pec_desktop.practice import pdf

Rows = list[tuple[str, str]]

_PAPER_NAMES = {
    "CARTA_D_IDENTITA": "carta d'identità",
    "PATENTE": "patente di guida",
    "PASSAPORTO": "passaporto",
}

_LEFT, _RIGHT, _BOTTOM = 50, pdf.WIDTH - 50, pdf.HEIGHT - 60
_MARK = "MODULO DI PROVA"
_NOTICE = "Documento di esercitazione: non ha alcun valore e non va inviato a nessun gestore."


def code(kind: str, identifier: str) -> str:
    """Return what a form bears to say what it is; `kind` is ATTIVAZIONE, CONSERVAZIONE, PROCURA."""
    return f"MODULO-{kind}-{identifier}"


def activation(mailbox: Mapping[str, Any]) -> bytes:
    """Return the two-page activation form of a mailbox."""
    sheet = _Sheet("Richiesta di attivazione casella PEC", "ATTIVAZIONE", mailbox["id"])
    sheet.table("Casella richiesta", _mailbox_rows(mailbox))
    sheet.table("Richiedente", _applicant_rows(mailbox))
    sheet.table("Titolare della casella", _holder_rows(mailbox))
    sheet.table("Documento di riconoscimento", _paper_rows(mailbox))
    sheet.new_page()
    sheet.heading("Dichiarazioni del richiedente")
    for number, words in enumerate(_paragraphs(_ACTIVATION_WORDS), 1):
        sheet.paragraph(f"{number}. {words}")
    sheet.choice("Trattamento dei dati per comunicazioni sul servizio", ("acconsento", "rifiuto"))
    sheet.choice("Avvisi di scadenza della casella", ("acconsento", "rifiuto"))
    sheet.heading("Da allegare")
    sheet.paragraph(
        "Copia leggibile, fronte e retro, del documento di riconoscimento indicato a pagina 1, in "
        "corso di validità."
    )
    sheet.signature("Firma del richiedente")
    sheet.signature("Firma per approvazione specifica dei punti 3 e 4")
    return sheet.finished()


def preservation(mailbox: Mapping[str, Any]) -> bytes:
    """Return the one-page form for legal preservation."""
    sheet = _Sheet("Attivazione della conservazione a norma", "CONSERVAZIONE", mailbox["id"])
    sheet.table("Casella", _mailbox_rows(mailbox))
    sheet.table("Titolare della casella", _holder_rows(mailbox))
    sheet.heading("Affidamento del servizio")
    for number, words in enumerate(_paragraphs(_PRESERVATION_WORDS), 1):
        sheet.paragraph(f"{number}. {words}")
    sheet.signature("Firma del titolare o del legale rappresentante")
    return sheet.finished()


def power_of_attorney(communication: Mapping[str, Any]) -> bytes:
    """Return the one-page power of attorney for a communication to the Business Register."""
    sheet = _Sheet("Procura per il Registro delle Imprese", "PROCURA", communication["id"])
    sheet.table(
        "Impresa",
        [
            ("Denominazione", communication["ragione_sociale"]),
            ("Codice fiscale o partita IVA", communication["cf_piva"]),
            ("Sede", f"{communication['comune']} ({communication['provincia']})"),
            ("Indirizzo PEC da comunicare", communication["casella_pec"]),
            ("Codice pratica", communication["codice_registro_imprese"]),
        ],
    )
    sheet.table(
        "Chi conferisce la procura",
        [
            ("Cognome e nome", f"{communication['cognome']} {communication['nome']}"),
            ("Codice fiscale", communication["cf"]),
            ("Qualifica", communication["qualifica"].replace("_", " ").lower()),
            ("E-mail", communication["email"]),
            ("Cellulare", communication["cellulare"]),
        ],
    )
    sheet.heading("Conferimento")
    for number, words in enumerate(_paragraphs(_ATTORNEY_WORDS), 1):
        sheet.paragraph(f"{number}. {words}")
    sheet.paragraph("Il documento va firmato digitalmente in formato CAdES (estensione .p7m).")
    return sheet.finished()


def _mailbox_rows(box: Mapping[str, Any]) -> Rows:
    customer = " / ".join(filter(None, (box["tipo_cliente"], box["sottotipo_cliente"])))
    return [
        ("Indirizzo", box["casella_pec"]),
        ("Tipo di casella", box["tipo_casella"]),
        ("Tipo di cliente", customer),
        ("Codice di attivazione", box["cod_attivazione"]),
        ("Rinnovo automatico", "sì" if box["autorinnovo"] else "no"),
    ]


def _applicant_rows(box: Mapping[str, Any]) -> Rows:
    place = [box["comune_nascita_richiedente"], box["provincia_nascita_richiedente"]]
    born = " ".join(filter(None, (*place, box["nazione_nascita_richiedente"])))
    phones = ", ".join(filter(None, (box["telefono"], box["cellulare"])))
    return [
        ("Cognome e nome", f"{box['cognome_richiedente']} {box['nome_richiedente']}"),
        ("Codice fiscale", box["codice_fiscale_richiedente"]),
        ("Nascita", f"{box['data_nascita_richiedente']}, {born}"),
        ("Sesso", box["sesso_richiedente"]),
        ("E-mail", box["email"]),
        ("Telefono", phones),
    ]


def _holder_rows(box: Mapping[str, Any]) -> Rows:
    applicant = f"{box['nome_richiedente']} {box['cognome_richiedente']}"
    code_or_vat = box["cf_piva_titolare"] or box["codice_fiscale_richiedente"]
    town = f"{box['cap_titolare']} {box['comune_titolare']} ({box['provincia_titolare'].upper()})"
    return [
        ("Denominazione", box["denominazione_titolare"] or applicant),
        ("Codice fiscale o partita IVA", code_or_vat),
        ("Indirizzo", box["indirizzo_titolare"]),
        ("Comune", f"{town} {box['nazione_titolare']}"),
    ]


def _paper_rows(box: Mapping[str, Any]) -> Rows:
    kind = _PAPER_NAMES.get(box.get("tipo_documento", ""), "")
    return [
        ("Tipo e numero", " ".join(filter(None, (kind, box.get("numero_documento", ""))))),
        ("Rilasciato da", box.get("documento_rilasciato_da", "")),
        ("Rilasciato il", box.get("data_rilascio_documento", "")),
        ("Scade il", box.get("data_scadenza_documento", "")),
    ]


def _paragraphs(words: str) -> list[str]:
    return words.strip().split("\n\n")


class _Sheet:
    """A form in the making: a cursor that runs down the page, and the blocks a form is made of."""

    def __init__(self, title: str, kind: str, identifier: str) -> None:
        self._title = title
        self._code = code(kind, identifier)
        self._pages: list[pdf.Page] = []
        self.new_page()

    def new_page(self) -> None:
        """Start a page with the form's head."""
        self._page = page = pdf.Page()
        self._pages.append(page)
        page.box(_LEFT, 40, _RIGHT - _LEFT, 46, 0.93)
        page.text(_LEFT + 10, 62, self._title, 15, bold=True)
        page.text(_LEFT + 10, 78, self._code, 8)
        page.right(_RIGHT - 10, 62, _MARK, 10, bold=True)
        self._y = 100.0

    def heading(self, words: str) -> None:
        """Write the name of what follows."""
        self._y += 20
        self._page.text(_LEFT, self._y, words, 10.5, bold=True)
        self._y += 7

    def table(self, name: str, rows: Rows) -> None:
        """Draw a framed table of two columns; long values run over several lines."""
        self.heading(name)
        column = 165
        for label, value in rows:
            lines = pdf.wrap(value, 9.5, _RIGHT - _LEFT - column - 16)
            height = 8 + 12 * len(lines)
            if self._y + height > _BOTTOM:
                self.new_page()
            self._page.box(_LEFT, self._y, column, height, 0.96)
            self._page.box(_LEFT + column, self._y, _RIGHT - _LEFT - column, height)
            self._page.text(_LEFT + 8, self._y + 13, label, 9, grey=0.3)
            for number, line in enumerate(lines):
                self._page.text(_LEFT + column + 8, self._y + 13 + 12 * number, line, 9.5)
            self._y += height
        self._y += 4

    def paragraph(self, words: str) -> None:
        """Write running text."""
        for line in pdf.wrap(words, 9.5, _RIGHT - _LEFT):
            self._y += 13
            self._page.text(_LEFT, self._y, line, 9.5)
        self._y += 5

    def choice(self, question: str, options: tuple[str, ...]) -> None:
        """Write a question with a box to tick for each answer."""
        self._y += 14
        self._page.text(_LEFT, self._y, question, 9.5)
        x: float = _RIGHT - 170
        for option in options:
            self._page.box(x, self._y - 8, 9, 9)
            self._page.text(x + 14, self._y, option, 9.5)
            x += 90
        self._y += 4

    def signature(self, whose: str) -> None:
        """Draw the lines for place, date and signature."""
        self._y += 52
        for x, width, label in ((_LEFT, 180, "Luogo e data"), (_LEFT + 230, 265, whose)):
            self._page.line(x, self._y, x + width, self._y)
            self._page.text(x, self._y + 11, label, 8, grey=0.3)
        self._y += 14

    def finished(self) -> bytes:
        """Number the pages and return the file."""
        for number, page in enumerate(self._pages, 1):
            page.line(_LEFT, _BOTTOM + 14, _RIGHT, _BOTTOM + 14)
            page.text(_LEFT, _BOTTOM + 26, f"{_MARK}. {_NOTICE}", 7.5, grey=0.3)
            page.right(_RIGHT, _BOTTOM + 26, f"Pagina {number} di {len(self._pages)}", 7.5)
        return pdf.write(self._pages, self._title, self._code)


_ACTIVATION_WORDS = """
Il richiedente chiede di attivare la casella indicata a pagina 1 e conferma che i dati riportati
sono esatti e aggiornati; si impegna a comunicare senza ritardo ogni variazione.

Il richiedente sa che i messaggi scambiati fra caselle certificate hanno il valore di una
raccomandata con ricevuta e che la casella va letta con regolarità, anche quando è piena.

Il servizio dura un anno dall'attivazione. Alla scadenza la casella non riceve più messaggi, salvo
rinnovo; la restituzione del contenuto va chiesta prima.

Le credenziali sono personali. Il titolare risponde dell'uso che ne fanno le persone alle quali le
affida, compresi gli utenti aggiuntivi.

Il richiedente dichiara di avere i poteri per agire in nome del titolare, quando è diverso da sé,
e di essere informato che dichiarazioni non vere hanno conseguenze di legge.
"""

_PRESERVATION_WORDS = """
Il titolare affida la conservazione dei messaggi e delle ricevute della casella indicata, nei
limiti dello spazio acquistato, a partire dal giorno dell'attivazione.

I documenti conservati possono essere esibiti in ogni momento su richiesta del titolare o
dell'autorità, per la durata prevista dalla legge.

Il titolare nomina un referente interno che controlla con regolarità gli esiti della conservazione
e lo spazio ancora disponibile.
"""

_ATTORNEY_WORDS = """
Il sottoscritto incarica l'intermediario di presentare al Registro delle Imprese la comunicazione
dell'indirizzo PEC indicato e di ricevere gli avvisi che la riguardano.

Dichiara che l'indirizzo è nella disponibilità esclusiva dell'impresa e che non risulta già
iscritto per altri soggetti.

Conserva copia di questa procura e la esibisce su richiesta della Camera di commercio.
"""
