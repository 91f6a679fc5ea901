"""Words for the fields of the forms: ``field.<name>`` and, where it helps, ``help.<name>``."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # The mailbox
    "field.tipo_casella": QT_TRANSLATE_NOOP("words", "Type of mailbox"),
    "field.casella_pec": QT_TRANSLATE_NOOP("words", "PEC address"),
    "help.casella_pec": QT_TRANSLATE_NOOP(
        "words",
        "Letters, digits, dots, hyphens and underscores; with a certified domain of your own, "
        "the whole address. A lapsed address can be taken again only by its former holder.",
    ),
    # The customer
    "field.tipo_cliente": QT_TRANSLATE_NOOP("words", "Kind of customer"),
    "help.tipo_cliente": QT_TRANSLATE_NOOP(
        "words", "What the future holder of the mailbox is. It decides which data are needed."
    ),
    "field.sottotipo_cliente": QT_TRANSLATE_NOOP("words", "Field of activity"),
    "help.sottotipo_cliente": QT_TRANSLATE_NOOP(
        "words", "Choose the closest one; “Other” lets you describe it."
    ),
    "field.sottotipo_cliente_altro": QT_TRANSLATE_NOOP("words", "Description of the activity"),
    "help.sottotipo_cliente_altro": QT_TRANSLATE_NOOP("words", "A few words."),
    # The applicant
    "field.codice_fiscale_richiedente": QT_TRANSLATE_NOOP("words", "Fiscal code"),
    "help.codice_fiscale_richiedente": QT_TRANSLATE_NOOP(
        "words", "Type this first: birth date, sex and birthplace follow from it."
    ),
    "field.nome_richiedente": QT_TRANSLATE_NOOP("words", "First name"),
    "field.cognome_richiedente": QT_TRANSLATE_NOOP("words", "Surname"),
    "help.cognome_richiedente": QT_TRANSLATE_NOOP(
        "words", "As on the identity document; for a married woman the maiden name."
    ),
    "field.sesso_richiedente": QT_TRANSLATE_NOOP("words", "Sex"),
    "field.data_nascita_richiedente": QT_TRANSLATE_NOOP("words", "Date of birth"),
    "help.data_nascita_richiedente": QT_TRANSLATE_NOOP("words", "Day, month, year."),
    "field.nazione_nascita_richiedente": QT_TRANSLATE_NOOP("words", "Country of birth"),
    "field.comune_nascita_richiedente": QT_TRANSLATE_NOOP("words", "Place of birth"),
    "help.comune_nascita_richiedente": QT_TRANSLATE_NOOP(
        "words", "The municipality, as on the identity document."
    ),
    "field.provincia_nascita_richiedente": QT_TRANSLATE_NOOP("words", "Province of birth"),
    "help.provincia_nascita_richiedente": QT_TRANSLATE_NOOP(
        "words", "Provinces that no longer exist are in the list too."
    ),
    "field.email": QT_TRANSLATE_NOOP("words", "E-mail"),
    "help.email": QT_TRANSLATE_NOOP(
        "words", "An ordinary address: the provider sends the access data there."
    ),
    "field.telefono": QT_TRANSLATE_NOOP("words", "Telephone"),
    "help.telefono": QT_TRANSLATE_NOOP("words", "Digits only, without the prefix +39."),
    "field.cellulare": QT_TRANSLATE_NOOP("words", "Mobile phone"),
    "help.cellulare": QT_TRANSLATE_NOOP(
        "words", "Used by the provider for the first access, if given."
    ),
    # The holder
    "field.denominazione_titolare": QT_TRANSLATE_NOOP("words", "Name of the holder"),
    "help.denominazione_titolare": QT_TRANSLATE_NOOP(
        "words", "The full name of the company or body, as registered."
    ),
    "field.cf_piva_titolare": QT_TRANSLATE_NOOP("words", "Fiscal code or VAT number"),
    "help.cf_piva_titolare": QT_TRANSLATE_NOOP(
        "words",
        "A VAT number or a company's fiscal code has 11 digits, a person's fiscal code 16 signs.",
    ),
    "field.indirizzo_titolare": QT_TRANSLATE_NOOP("words", "Street and number"),
    "help.indirizzo_titolare": QT_TRANSLATE_NOOP(
        "words", "The registered office of a company, the residence of a person."
    ),
    "field.cap_titolare": QT_TRANSLATE_NOOP("words", "Postcode"),
    "help.cap_titolare": QT_TRANSLATE_NOOP("words", "Five digits for an address in Italy."),
    "field.comune_titolare": QT_TRANSLATE_NOOP("words", "Municipality"),
    "field.provincia_titolare": QT_TRANSLATE_NOOP("words", "Province"),
    "field.nazione_titolare": QT_TRANSLATE_NOOP("words", "Country"),
    # The identity document
    "field.tipo_documento": QT_TRANSLATE_NOOP("words", "Identity document"),
    "help.tipo_documento": QT_TRANSLATE_NOOP(
        "words", "The one whose copy will be sent with the signed form."
    ),
    "field.numero_documento": QT_TRANSLATE_NOOP("words", "Document number"),
    "field.documento_rilasciato_da": QT_TRANSLATE_NOOP("words", "Issued by"),
    "help.documento_rilasciato_da": QT_TRANSLATE_NOOP(
        "words", "For instance the municipality or the Ministry of the Interior."
    ),
    "field.data_rilascio_documento": QT_TRANSLATE_NOOP("words", "Date of issue"),
    "field.data_scadenza_documento": QT_TRANSLATE_NOOP("words", "Valid until"),
    "help.data_scadenza_documento": QT_TRANSLATE_NOOP(
        "words", "The provider refuses a document that has expired."
    ),
    # Options
    "field.autorinnovo": QT_TRANSLATE_NOOP("words", "At the expiry of the mailbox"),
    "help.autorinnovo": QT_TRANSLATE_NOOP(
        "words",
        "Decide now: this choice cannot be changed later from this program. With automatic "
        "renewal the price is taken from the credit at each expiry, without asking again.",
    ),
}
