"""Words for the values a person chooses from: ``choice.<field>.<value>``.

A subtype's code means different things for different customers (PC is an accountant among the
professionals), so its key holds both: ``choice.sottotipo_cliente.<tipo_cliente>.<value>``. Meanings
are those of the vendor's document, schema ``TipologieCliente``.
"""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # What a type of mailbox offers, in a sentence (vendor's product pages)
    "about.tipo_casella.STANDARD": QT_TRANSLATE_NOOP(
        "words", "For most clients. Space can be added later."
    ),
    "about.tipo_casella.BRONZE": QT_TRANSLATE_NOOP("words", "More space than Standard."),
    "about.tipo_casella.SILVER": QT_TRANSLATE_NOOP("words", "More space than Bronze."),
    "about.tipo_casella.GOLD": QT_TRANSLATE_NOOP(
        "words", "5 GB and an archive of 13 GB; shows electronic invoices readably."
    ),
    "about.tipo_casella.DOMICILIODIGITALE": QT_TRANSLATE_NOOP(
        "words", "1 GB and an archive of 1 GB; cannot be extended."
    ),
    "about.tipo_casella.PECMASSIVA": QT_TRANSLATE_NOOP(
        "words", "Up to 3,500 recipients a day; each message costs extra."
    ),
    # tipo_casella
    "choice.tipo_casella.STANDARD": QT_TRANSLATE_NOOP("words", "Standard"),
    "choice.tipo_casella.BRONZE": QT_TRANSLATE_NOOP("words", "Bronze"),
    "choice.tipo_casella.SILVER": QT_TRANSLATE_NOOP("words", "Silver"),
    "choice.tipo_casella.GOLD": QT_TRANSLATE_NOOP("words", "Gold"),
    "choice.tipo_casella.DOMICILIODIGITALE": QT_TRANSLATE_NOOP("words", "Domicilio Digitale"),
    "choice.tipo_casella.PECMASSIVA": QT_TRANSLATE_NOOP("words", "Pec Massiva"),
    # tipo_cliente
    "choice.tipo_cliente.IM": QT_TRANSLATE_NOOP("words", "Business"),
    "choice.tipo_cliente.PS": QT_TRANSLATE_NOOP("words", "Professional"),
    "choice.tipo_cliente.PL": QT_TRANSLATE_NOOP("words", "Local public body"),
    "choice.tipo_cliente.PC": QT_TRANSLATE_NOOP("words", "Central public body"),
    "choice.tipo_cliente.A": QT_TRANSLATE_NOOP("words", "Association"),
    "choice.tipo_cliente.PV": QT_TRANSLATE_NOOP("words", "Private person"),
    "choice.tipo_cliente.X": QT_TRANSLATE_NOOP("words", "Other"),
    # sottotipo_cliente of a business
    "choice.sottotipo_cliente.IM.SI": QT_TRANSLATE_NOOP("words", "Services to businesses"),
    "choice.sottotipo_cliente.IM.IN": QT_TRANSLATE_NOOP("words", "Information technology"),
    "choice.sottotipo_cliente.IM.CM": QT_TRANSLATE_NOOP("words", "Trade"),
    "choice.sottotipo_cliente.IM.TE": QT_TRANSLATE_NOOP("words", "Telecommunications"),
    "choice.sottotipo_cliente.IM.ES": QT_TRANSLATE_NOOP("words", "Publishing and press"),
    "choice.sottotipo_cliente.IM.ME": QT_TRANSLATE_NOOP("words", "Mechanics and electrics"),
    "choice.sottotipo_cliente.IM.AL": QT_TRANSLATE_NOOP("words", "Food"),
    "choice.sottotipo_cliente.IM.CF": QT_TRANSLATE_NOOP("words", "Chemicals and pharmaceuticals"),
    "choice.sottotipo_cliente.IM.ED": QT_TRANSLATE_NOOP("words", "Building"),
    "choice.sottotipo_cliente.IM.TM": QT_TRANSLATE_NOOP("words", "Textiles and fashion"),
    "choice.sottotipo_cliente.IM.MA": QT_TRANSLATE_NOOP("words", "Furniture and furnishing"),
    "choice.sottotipo_cliente.IM.AR": QT_TRANSLATE_NOOP("words", "Hotels and restaurants"),
    "choice.sottotipo_cliente.IM.TL": QT_TRANSLATE_NOOP("words", "Transport and logistics"),
    "choice.sottotipo_cliente.IM.FI": QT_TRANSLATE_NOOP("words", "Finance"),
    "choice.sottotipo_cliente.IM.X": QT_TRANSLATE_NOOP("words", "Other"),
    # sottotipo_cliente of a professional
    "choice.sottotipo_cliente.PS.PC": QT_TRANSLATE_NOOP("words", "Chartered accountant"),
    "choice.sottotipo_cliente.PS.PR": QT_TRANSLATE_NOOP("words", "Accountant (ragioniere)"),
    "choice.sottotipo_cliente.PS.PN": QT_TRANSLATE_NOOP("words", "Notary"),
    "choice.sottotipo_cliente.PS.PT": QT_TRANSLATE_NOOP("words", "Tax adviser"),
    "choice.sottotipo_cliente.PS.PA": QT_TRANSLATE_NOOP("words", "Lawyer"),
    "choice.sottotipo_cliente.PS.PL": QT_TRANSLATE_NOOP("words", "Labour consultant"),
    "choice.sottotipo_cliente.PS.X": QT_TRANSLATE_NOOP("words", "Other"),
    # sottotipo_cliente of a local public body
    "choice.sottotipo_cliente.PL.LR": QT_TRANSLATE_NOOP("words", "Region"),
    "choice.sottotipo_cliente.PL.LP": QT_TRANSLATE_NOOP("words", "Provincial authority"),
    "choice.sottotipo_cliente.PL.LC": QT_TRANSLATE_NOOP("words", "Municipal authority"),
    "choice.sottotipo_cliente.PL.LM": QT_TRANSLATE_NOOP("words", "Mountain community"),
    "choice.sottotipo_cliente.PL.LA": QT_TRANSLATE_NOOP("words", "Local health authority"),
    "choice.sottotipo_cliente.PL.LI": QT_TRANSLATE_NOOP("words", "Chamber of Commerce"),
    "choice.sottotipo_cliente.PL.X": QT_TRANSLATE_NOOP("words", "Other"),
    # sesso_richiedente
    "choice.sesso_richiedente.F": QT_TRANSLATE_NOOP("words", "Female"),
    "choice.sesso_richiedente.M": QT_TRANSLATE_NOOP("words", "Male"),
    # tipo_documento
    "choice.tipo_documento.CARTA_D_IDENTITA": QT_TRANSLATE_NOOP("words", "Identity card"),
    "choice.tipo_documento.PATENTE": QT_TRANSLATE_NOOP("words", "Driving licence"),
    "choice.tipo_documento.PASSAPORTO": QT_TRANSLATE_NOOP("words", "Passport"),
    # autorinnovo
    "choice.autorinnovo.true": QT_TRANSLATE_NOOP(
        "words", "Renew it automatically, using the credit"
    ),
    "choice.autorinnovo.false": QT_TRANSLATE_NOOP(
        "words", "Let it expire unless the office renews it"
    ),
}
