"""Words for what is wrong, or looks odd, in what was typed: the keys of `domain.checks`."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # Any field
    "field.required": QT_TRANSLATE_NOOP("words", "This is needed."),
    "field.undecided": QT_TRANSLATE_NOOP("words", "Please choose one of the two."),
    "field.wanted": QT_TRANSLATE_NOOP(
        "words", "Better not left empty: the provider may ask for it."
    ),
    "field.too_long": QT_TRANSLATE_NOOP("words", "At most {limit} characters."),
    "field.not_a_choice": QT_TRANSLATE_NOOP("words", "Choose one of the list."),
    "vendor.refused": QT_TRANSLATE_NOOP("words", "The service does not accept this: {message}"),
    # Dates
    "date.invalid": QT_TRANSLATE_NOOP("words", "There is no such day. Type day, month and year."),
    "date.future": QT_TRANSLATE_NOOP("words", "This day is still to come."),
    "birth.not_past": QT_TRANSLATE_NOOP("words", "A date of birth lies in the past."),
    "birth.minor": QT_TRANSLATE_NOOP("words", "This person is {age} years old. Is the date right?"),
    "document.expired": QT_TRANSLATE_NOOP(
        "words", "The document has expired; the provider would refuse it."
    ),
    "document.expires_soon": QT_TRANSLATE_NOOP(
        "words", "The document expires in {days} days; the provider may refuse it."
    ),
    # Addresses and numbers
    "email.invalid": QT_TRANSLATE_NOOP("words", "This is not an e-mail address."),
    "mailbox.invalid": QT_TRANSLATE_NOOP("words", "This is not a complete PEC address."),
    "mailbox.too_long": QT_TRANSLATE_NOOP(
        "words", "The part before the @ can have at most {limit} characters."
    ),
    "mailbox.characters": QT_TRANSLATE_NOOP(
        "words",
        "Only letters, digits, dots, hyphens and underscores, with a letter or digit at both ends "
        "and no two dots together.",
    ),
    "mailbox.other_domain": QT_TRANSLATE_NOOP(
        "words",
        "Mailboxes of this type end in {expected}; {domain} is right only if the account owns it.",
    ),
    "phone.letters": QT_TRANSLATE_NOOP("words", "A telephone number has no letters."),
    "phone.invalid": QT_TRANSLATE_NOOP("words", "This is too short or too long for a number."),
    # Places
    "country.invalid": QT_TRANSLATE_NOOP("words", "Choose a country of the list."),
    "country.unknown": QT_TRANSLATE_NOOP(
        "words", "The program does not know this country. Is it right?"
    ),
    "province.invalid": QT_TRANSLATE_NOOP("words", "Choose a province, or type its two letters."),
    "province.unknown": QT_TRANSLATE_NOOP(
        "words", "The program does not know this province. Is it right?"
    ),
    "province.renamed": QT_TRANSLATE_NOOP("words", "Today this province is called {now}."),
    "cap.invalid": QT_TRANSLATE_NOOP("words", "An Italian postcode has five digits."),
    # Fiscal codes and VAT numbers
    "fiscal_code.invalid": QT_TRANSLATE_NOOP("words", "This is not a person's fiscal code."),
    "fiscal_code.check_character": QT_TRANSLATE_NOOP(
        "words", "The last letter does not fit: there must be a slip in this fiscal code."
    ),
    "fiscal_code.provisional": QT_TRANSLATE_NOOP(
        "words", "A provisional fiscal code of 11 digits? Compare it with the original."
    ),
    "fiscal_code.surname": QT_TRANSLATE_NOOP(
        "words", "For this surname one would expect {expected} in the fiscal code, not {found}."
    ),
    "fiscal_code.name": QT_TRANSLATE_NOOP(
        "words", "For this first name one would expect {expected} in the fiscal code, not {found}."
    ),
    "fiscal_code.birth_date": QT_TRANSLATE_NOOP(
        "words", "The fiscal code says born on {found}, the date of birth something else."
    ),
    "fiscal_code.sex": QT_TRANSLATE_NOOP(
        "words", "The fiscal code is that of a person of the other sex."
    ),
    "fiscal_code.country": QT_TRANSLATE_NOOP(
        "words", "The fiscal code names a place ({place}) that is not in the country of birth."
    ),
    "tax_code.invalid": QT_TRANSLATE_NOOP(
        "words", "This is neither a VAT number (11 digits) nor a fiscal code."
    ),
    "tax_code.check_digit": QT_TRANSLATE_NOOP(
        "words", "The last digit does not fit: there must be a slip in this number."
    ),
}
