"""Words for tokens, permissions, the office's price list, callbacks, domain checks and exports."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # The form of a token
    "field.token_name": QT_TRANSLATE_NOOP("words", "Name of the token"),
    "field.token_days": QT_TRANSLATE_NOOP("words", "Days it is good for"),
    "help.token_days": QT_TRANSLATE_NOOP("words", "A year at most."),
    "field.limit_walletAmount": QT_TRANSLATE_NOOP("words", "It may spend at most (EUR)"),
    "field.limit_walletRequests": QT_TRANSLATE_NOOP("words", "Paid requests at most"),
    "field.limit_totalRequests": QT_TRANSLATE_NOOP("words", "Requests at most"),
    "field.scope_get_pec": QT_TRANSLATE_NOOP("words", "See mailboxes, download forms, renew"),
    "help.scope_get_pec": QT_TRANSLATE_NOOP(
        "words", "Renewing costs money: the service does not tell the two apart."
    ),
    "field.scope_post_pec": QT_TRANSLATE_NOOP("words", "Register mailboxes, add users"),
    "field.scope_patch_pec": QT_TRANSLATE_NOOP(
        "words", "Activate, add space, change type, preservation"
    ),
    "field.scope_delete_pec": QT_TRANSLATE_NOOP("words", "Revoke mailboxes"),
    "field.scope_get_verifica_pec": QT_TRANSLATE_NOOP("words", "Ask whether an address is free"),
    "field.scope_get_domini_pec": QT_TRANSLATE_NOOP("words", "Check domains"),
    "field.scope_get_comunica_pec": QT_TRANSLATE_NOOP(
        "words", "See communications to the Business Register"
    ),
    "field.scope_post_comunica_pec": QT_TRANSLATE_NOOP("words", "Start communications"),
    "field.scope_patch_comunica_pec": QT_TRANSLATE_NOOP("words", "Send powers of attorney"),
    "token.no_scope": QT_TRANSLATE_NOOP("words", "Choose at least one permission."),
    # Why the account refuses
    "account.no_api_key": QT_TRANSLATE_NOOP(
        "words", "For this the account's e-mail and API key are needed."
    ),
    "account.no_api_key.next": QT_TRANSLATE_NOOP(
        "words", "Connect the account with e-mail and API key."
    ),
    "token.own": QT_TRANSLATE_NOOP("words", "This is the token that the program itself uses."),
    "token.own.next": QT_TRANSLATE_NOOP("words", "Connect the account with another token first."),
    "account.other_key": QT_TRANSLATE_NOOP(
        "words", "The access token in use does not belong to this e-mail and API key."
    ),
    "account.other_key.next": QT_TRANSLATE_NOOP(
        "words",
        "Take the key of the account that the token is of; Production and Sandbox have a key each.",
    ),
    # The account page
    "account.wallet": QT_TRANSLATE_NOOP("words", "Wallet"),
    "account.tokens": QT_TRANSLATE_NOOP("words", "Access tokens"),
    "account.scopes": QT_TRANSLATE_NOOP("words", "Permissions and prices"),
    "account.prices": QT_TRANSLATE_NOOP("words", "Own price list"),
    "token.renewing": QT_TRANSLATE_NOOP("words", "The token is being renewed…"),
    "token.taking": QT_TRANSLATE_NOOP(
        "words", "The token is being tried and kept. The system may ask you to allow it."
    ),
    "token.deleting": QT_TRANSLATE_NOOP("words", "The token is being deleted…"),
    "own_token.days": QT_TRANSLATE_NOOP("words", "The access ends in {days} days"),
    "own_token.today": QT_TRANSLATE_NOOP("words", "The access ends within a day"),
    "own_token.past": QT_TRANSLATE_NOOP("words", "The access has ended"),
    "own_token.why": QT_TRANSLATE_NOOP(
        "words",
        "This program's access token expires, and then nothing can be read or sent any more. "
        "Renewing costs nothing.",
    ),
    "limit.walletRequests": QT_TRANSLATE_NOOP("words", "{count} paid requests"),
    "limit.totalRequests": QT_TRANSLATE_NOOP("words", "{count} requests"),
    "scope.enabled": QT_TRANSLATE_NOOP("words", "enabled"),
    "scope.not_enabled": QT_TRANSLATE_NOOP("words", "not enabled"),
    "scope.free": QT_TRANSLATE_NOOP("words", "free of charge"),
    "requirement.id_card": QT_TRANSLATE_NOOP("words", "identity document"),
    "requirement.oa_general_contract": QT_TRANSLATE_NOOP("words", "general contract"),
    "requirement.met": QT_TRANSLATE_NOOP("words", "{what}: given"),
    "requirement.open": QT_TRANSLATE_NOOP("words", "{what}: missing"),
    # Advanced: callback
    "field.callback_url": QT_TRANSLATE_NOOP("words", "Callback address"),
    "help.callback_url": QT_TRANSLATE_NOOP(
        "words",
        "A server of your own that the vendor calls when something changes. It cannot be "
        "changed later.",
    ),
    "field.callback_method": QT_TRANSLATE_NOOP("words", "Callback method"),
    "choice.callback_method.POST": QT_TRANSLATE_NOOP("words", "Form (POST)"),
    "choice.callback_method.JSON": QT_TRANSLATE_NOOP("words", "JSON"),
    "field.callback_field": QT_TRANSLATE_NOOP("words", "Callback field"),
    "help.callback_field": QT_TRANSLATE_NOOP(
        "words", "The name of the parameter that holds the data; without one it is “data”."
    ),
    "field.callback_data": QT_TRANSLATE_NOOP("words", "Data for the callback"),
    "help.callback_data": QT_TRANSLATE_NOOP(
        "words", "A JSON object that comes back with every call."
    ),
    "callback.url": QT_TRANSLATE_NOOP(
        "words", "This is not the address of a server (http or https)."
    ),
    "callback.data": QT_TRANSLATE_NOOP("words", "This is not a JSON object."),
    # Domain checks
    "domain.invalid": QT_TRANSLATE_NOOP("words", "This is not the name of a domain."),
    "domain.invalid.next": QT_TRANSLATE_NOOP("words", "Type it like pec.example.it."),
    # Looking up (ui.lookup)
    "field.lookup_address": QT_TRANSLATE_NOOP("words", "PEC address"),
    "field.lookup_domain": QT_TRANSLATE_NOOP("words", "Domain"),
    "lookup.address.title": QT_TRANSLATE_NOOP("words", "Is this address still free?"),
    "lookup.domain.title": QT_TRANSLATE_NOOP("words", "Is this a certified domain?"),
    "lookup.address.cost": QT_TRANSLATE_NOOP("words", "Each question costs: {price}."),
    "lookup.taken": QT_TRANSLATE_NOOP("words", "This address is already taken."),
    "lookup.offline": QT_TRANSLATE_NOOP(
        "words", "Without the network it cannot be told whether this address is free."
    ),
    "lookup.not_told": QT_TRANSLATE_NOOP(
        "words", "The service did not say whether this address is free."
    ),
    "lookup.certified": QT_TRANSLATE_NOOP("words", "{domain} is a certified domain."),
    "lookup.not_certified": QT_TRANSLATE_NOOP(
        "words", "{domain} is not known as a certified domain."
    ),
    "lookup.checking": QT_TRANSLATE_NOOP("words", "The domain is being checked…"),
    "lookup.cost": QT_TRANSLATE_NOOP("words", "A check costs: {price}. The credit is not known."),
    "lookup.cost.credit": QT_TRANSLATE_NOOP(
        "words", "A check costs: {price}. Credit now: {credit}."
    ),
    "lookup.domain.missing": QT_TRANSLATE_NOOP("words", "Type the name of a domain first."),
    "lookup.domain.answered": QT_TRANSLATE_NOOP(
        "words", "This domain was checked just now. Change it to check another one."
    ),
    "lookup.domain.unknown": QT_TRANSLATE_NOOP(
        "words", "This domain was checked before without an answer: decide above first."
    ),
    "summary.unknown.check_domain": QT_TRANSLATE_NOOP(
        "words",
        "{label} was checked on {moment} and the answer got lost: the check may have been paid "
        "already. To have the answer it must be checked again.",
    ),
    "summary.override.check_domain": QT_TRANSLATE_NOOP(
        "words", "Check it again; it may be paid twice."
    ),
    "do.check_domain": QT_TRANSLATE_NOOP("words", "Chec&k"),
    "found.free": QT_TRANSLATE_NOOP("words", "free"),
    "found.taken": QT_TRANSLATE_NOOP("words", "taken"),
    "found.certified": QT_TRANSLATE_NOOP("words", "certified"),
    "found.not_certified": QT_TRANSLATE_NOOP("words", "not certified"),
    # The office's own price list: domain.prices.PRICE_KEYS
    "price_key.standard": QT_TRANSLATE_NOOP("words", "Standard, a year"),
    "price_key.bronze": QT_TRANSLATE_NOOP("words", "Bronze, a year"),
    "price_key.silver": QT_TRANSLATE_NOOP("words", "Silver, a year"),
    "price_key.gold": QT_TRANSLATE_NOOP("words", "Gold, a year"),
    "price_key.domiciliodigitale": QT_TRANSLATE_NOOP("words", "Domicilio Digitale, a year"),
    "price_key.pecmassiva": QT_TRANSLATE_NOOP("words", "Pec Massiva, a year"),
    "price_key.spazio_disco": QT_TRANSLATE_NOOP("words", "Mailbox space, 1024 MB"),
    "price_key.spazio_storico": QT_TRANSLATE_NOOP("words", "Security archive, 1024 MB"),
    "price_key.spazio_conservazione": QT_TRANSLATE_NOOP("words", "Legal preservation, 512 MB"),
    "price_key.multiutenza": QT_TRANSLATE_NOOP("words", "An additional user"),
    "price_key.comunica_pec": QT_TRANSLATE_NOOP(
        "words", "A communication to the Business Register"
    ),
    "price_key.domini_pec": QT_TRANSLATE_NOOP("words", "A domain check"),
    # Exports: the heads of columns
    "export.casella_pec": QT_TRANSLATE_NOOP("words", "PEC address"),
    "export.tipo_casella": QT_TRANSLATE_NOOP("words", "Type"),
    "export.stato": QT_TRANSLATE_NOOP("words", "State"),
    "export.holder": QT_TRANSLATE_NOOP("words", "Holder"),
    "export.cf_piva_titolare": QT_TRANSLATE_NOOP(
        "words", "Fiscal code or VAT number of the holder"
    ),
    "export.nome_richiedente": QT_TRANSLATE_NOOP("words", "First name of the applicant"),
    "export.cognome_richiedente": QT_TRANSLATE_NOOP("words", "Surname of the applicant"),
    "export.codice_fiscale_richiedente": QT_TRANSLATE_NOOP("words", "Fiscal code of the applicant"),
    "export.email": QT_TRANSLATE_NOOP("words", "E-mail"),
    "export.telefono": QT_TRANSLATE_NOOP("words", "Telephone"),
    "export.registered": QT_TRANSLATE_NOOP("words", "Registered"),
    "export.data_attivazione": QT_TRANSLATE_NOOP("words", "Activated"),
    "export.data_scadenza": QT_TRANSLATE_NOOP("words", "Expiry"),
    "export.autorinnovo": QT_TRANSLATE_NOOP("words", "Automatic renewal"),
    "export.spazio_disco": QT_TRANSLATE_NOOP("words", "Mailbox (MB)"),
    "export.spazio_storico": QT_TRANSLATE_NOOP("words", "Security archive (MB)"),
    "export.spazio_conservazione": QT_TRANSLATE_NOOP("words", "Legal preservation (MB)"),
    "export.users": QT_TRANSLATE_NOOP("words", "Additional users"),
    "export.note": QT_TRANSLATE_NOOP("words", "Note"),
    "export.id": QT_TRANSLATE_NOOP("words", "Id"),
    "export.true": QT_TRANSLATE_NOOP("words", "Yes"),
    "export.false": QT_TRANSLATE_NOOP("words", "No"),
    "export.date": QT_TRANSLATE_NOOP("words", "Date"),
    "export.operation": QT_TRANSLATE_NOOP("words", "Operation"),
    "export.mailbox": QT_TRANSLATE_NOOP("words", "Mailbox"),
    "export.amount": QT_TRANSLATE_NOOP("words", "Amount (EUR without IVA)"),
    "export.reference": QT_TRANSLATE_NOOP("words", "Reference"),
    "export.outcome": QT_TRANSLATE_NOOP("words", "Outcome"),
}
