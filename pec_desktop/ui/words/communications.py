"""Words for communications to the Business Register and their power of attorney."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # CommunicationState
    "communication_state.codice_in_richiesta": QT_TRANSLATE_NOOP("words", "Code requested"),
    "communication_state.in_attesa_di_documenti": QT_TRANSLATE_NOOP("words", "To be signed"),
    "communication_state.documenti_caricati": QT_TRANSLATE_NOOP("words", "With the Register"),
    "communication_state.comunicazione_evasa": QT_TRANSLATE_NOOP("words", "Communicated"),
    # CommunicationStep
    "communication_next.wait_for_code": QT_TRANSLATE_NOOP("words", "Wait for the code"),
    "communication_next.sign": QT_TRANSLATE_NOOP("words", "Sign and send"),
    "communication_next.wait": QT_TRANSLATE_NOOP("words", "Wait"),
    "communication_next.none": QT_TRANSLATE_NOOP("words", "Nothing to do"),
    # Moments
    "timeline.code_requested": QT_TRANSLATE_NOOP("words", "Code requested"),
    "timeline.power_to_sign": QT_TRANSLATE_NOOP("words", "Signature of the power of attorney"),
    "timeline.power_sent": QT_TRANSLATE_NOOP("words", "Power of attorney sent"),
    "timeline.communicated": QT_TRANSLATE_NOOP("words", "Communicated to the Business Register"),
    # The form
    "help.pec_amministratore": QT_TRANSLATE_NOOP(
        "words",
        "A company communicates its own address, and since 2025 the personal one of its sole "
        "administrator, managing director or chairman as well: one communication for each. An "
        "administrator's address must differ from that of every company; one person may use the "
        "same address in several companies.",
    ),
    "help.communicated_address": QT_TRANSLATE_NOOP(
        "words", "The address that the Business Register shall have, of any provider."
    ),
    "help.communication_email": QT_TRANSLATE_NOOP(
        "words", "An ordinary address of the applicant's, for questions about the communication."
    ),
    "help.communication_phone": QT_TRANSLATE_NOOP(
        "words", "The applicant's, for questions about the communication."
    ),
    "field.pec_amministratore": QT_TRANSLATE_NOOP("words", "Whose address is it?"),
    "field.ragione_sociale": QT_TRANSLATE_NOOP("words", "Name of the company"),
    "field.cf_piva": QT_TRANSLATE_NOOP("words", "Fiscal code or VAT number"),
    "field.comune": QT_TRANSLATE_NOOP("words", "Municipality of the company"),
    "field.provincia": QT_TRANSLATE_NOOP("words", "Province of the company"),
    "field.cf": QT_TRANSLATE_NOOP("words", "Fiscal code of the applicant"),
    "field.qualifica": QT_TRANSLATE_NOOP("words", "Qualification of the applicant"),
    "help.qualifica": QT_TRANSLATE_NOOP(
        "words", "As what, in the company, the applicant signs the power of attorney."
    ),
    "choice.qualifica.AMMINISTRATORE": QT_TRANSLATE_NOOP("words", "Administrator"),
    "choice.qualifica.COMMISSARIO_GIUDIZIARIO": QT_TRANSLATE_NOOP(
        "words", "Court-appointed commissioner"
    ),
    "choice.qualifica.CURATORE_FALLIMENTARE": QT_TRANSLATE_NOOP("words", "Bankruptcy curator"),
    "choice.qualifica.LEGALE_RAPPRESENTANTE": QT_TRANSLATE_NOOP("words", "Legal representative"),
    "choice.qualifica.LIQUIDATORE": QT_TRANSLATE_NOOP("words", "Liquidator"),
    "choice.qualifica.SOCIO": QT_TRANSLATE_NOOP("words", "Partner"),
    "choice.qualifica.TITOLARE": QT_TRANSLATE_NOOP("words", "Owner"),
    "choice.pec_amministratore.true": QT_TRANSLATE_NOOP("words", "An administrator's own"),
    "choice.pec_amministratore.false": QT_TRANSLATE_NOOP("words", "The company's"),
    # Addresses that are somebody's already (domain.duplicates)
    "duplicate.own_company": QT_TRANSLATE_NOOP(
        "words",
        "This is the address of {name} itself: an administrator's must be another one. The "
        "Business Register has refused this since 15 January 2026.",
    ),
    "duplicate.company": QT_TRANSLATE_NOOP(
        "words",
        "This address is in use for {name}. Since 15 January 2026 the Business Register "
        "refuses the address of another company.",
    ),
    "duplicate.officer": QT_TRANSLATE_NOOP(
        "words",
        "This address was communicated for an administrator of {name}. Since 15 January 2026 "
        "the Business Register refuses it for a company.",
    ),
    "duplicate.again": QT_TRANSLATE_NOOP(
        "words", "This address was communicated for {name} before. Is it needed again?"
    ),
    "duplicate.unknown_use": QT_TRANSLATE_NOOP(
        "words",
        "This address was communicated for {name}, and the service does not tell whether as "
        "the company's or as an administrator's. Since 15 January 2026 one address cannot be "
        "both, nor that of two companies.",
    ),
    "duplicate.elsewhere": QT_TRANSLATE_NOOP(
        "words", "What is said of {name} stands in another account of this archive: {account}."
    ),
    # The signed power of attorney
    "p7m.no_power_of_attorney": QT_TRANSLATE_NOOP(
        "words",
        "The power of attorney has not been downloaded here yet, so nothing can be compared "
        "with it. Download it, have that very file signed, and add it again.",
    ),
    "p7m.not_signed_data": QT_TRANSLATE_NOOP(
        "words", "This is not a digitally signed file. Add the .p7m that the signing program made."
    ),
    "p7m.pdf": QT_TRANSLATE_NOOP(
        "words",
        "This is a PDF. The Business Register wants it in a signed envelope: sign it as CAdES "
        "and add the .p7m file.",
    ),
    "p7m.no_signer": QT_TRANSLATE_NOOP(
        "words", "Nobody has signed this file. Sign the power of attorney and add the .p7m file."
    ),
    "p7m.other_document": QT_TRANSLATE_NOOP(
        "words",
        "This envelope holds another document than the power of attorney that was downloaded. "
        "Sign that very file, unchanged, and add it again.",
    ),
    # Why an operation cannot be used now
    "refused.start_communication.state": QT_TRANSLATE_NOOP(
        "words", "Only the address of an active mailbox can be communicated."
    ),
    "refused.download_power_of_attorney.state": QT_TRANSLATE_NOOP(
        "words", "The power of attorney exists only once the code has come."
    ),
    "refused.upload_communication_documents.state": QT_TRANSLATE_NOOP(
        "words", "A signed power of attorney can be sent only while it is waited for."
    ),
    # Drafts and wizard
    "draft.communication": QT_TRANSLATE_NOOP("words", "Business Register communication"),
    "draft.attorney": QT_TRANSLATE_NOOP("words", "Signed power of attorney"),
    "flow.communication": QT_TRANSLATE_NOOP(
        "words", "Communicate an address to the Business Register"
    ),
    "step.communication.company": QT_TRANSLATE_NOOP("words", "Company"),
    "step.communication.company.title": QT_TRANSLATE_NOOP(
        "words", "Which address, of which company?"
    ),
    "step.communication.company.about": QT_TRANSLATE_NOOP(
        "words", "The mailbox must be active; it may be one of any provider."
    ),
    "step.communication.applicant": QT_TRANSLATE_NOOP("words", "Applicant"),
    "step.communication.applicant.title": QT_TRANSLATE_NOOP(
        "words", "Who signs the communication?"
    ),
    "step.communication.applicant.about": QT_TRANSLATE_NOOP(
        "words", "This person signs the power of attorney digitally."
    ),
    "step.communication.summary": QT_TRANSLATE_NOOP("words", "Summary"),
    "step.communication.summary.title": QT_TRANSLATE_NOOP("words", "Is everything right?"),
    "step.communication.summary.about": QT_TRANSLATE_NOOP(
        "words", "This is exactly what will be sent to the Business Register's service."
    ),
    # The wizard's own words
    "communication.pick": QT_TRANSLATE_NOOP("words", "Take the data from one of your mailboxes"),
    "communication.pick.hint": QT_TRANSLATE_NOOP("words", "Type an address or a holder…"),
    "communication.picked": QT_TRANSLATE_NOOP("words", "Taken from the mailbox, with its holder."),
    "communication.sending": QT_TRANSLATE_NOOP(
        "words", "The communication is being sent. This may take up to a minute."
    ),
    "communication.started.title": QT_TRANSLATE_NOOP(
        "words", "The communication of {address} has begun"
    ),
    "communication.started.about": QT_TRANSLATE_NOOP(
        "words", "It is done once the signed power of attorney has been sent and taken up."
    ),
    "communication.show": QT_TRANSLATE_NOOP("words", "&Show it in the list"),
    "communication.then.code": QT_TRANSLATE_NOOP("words", "Wait for the code"),
    "communication.then.code.what": QT_TRANSLATE_NOOP(
        "words", "The service asks the Business Register for it. The list shows when it is there."
    ),
    "communication.then.download": QT_TRANSLATE_NOOP("words", "Save the power of attorney"),
    "communication.then.download.what": QT_TRANSLATE_NOOP(
        "words", "It comes with the code, filled in with these data."
    ),
    "communication.then.sign": QT_TRANSLATE_NOOP("words", "Have it signed by {applicant}"),
    "communication.then.sign.what": QT_TRANSLATE_NOOP(
        "words",
        "Digitally, with the signing program of the office: as CAdES, which makes a .p7m file.",
    ),
    "communication.then.send": QT_TRANSLATE_NOOP("words", "Drop the .p7m on the communication"),
    "communication.then.send.what": QT_TRANSLATE_NOOP(
        "words", "The program checks that it holds that very document, and sends it."
    ),
    # The payment
    "summary.start_communication": QT_TRANSLATE_NOOP(
        "words", "Communication to the Business Register"
    ),
    "do.start_communication": QT_TRANSLATE_NOOP("words", "&Communicate"),
    "summary.checking.start_communication": QT_TRANSLATE_NOOP(
        "words", "Asking for the price, and whether the address is somebody's already…"
    ),
    "summary.offline.start_communication": QT_TRANSLATE_NOOP(
        "words",
        "Nothing can be sent without the network. Keep the communication ready: it waits in "
        "the outbox, and one click sends it later. Nothing is sent by itself.",
    ),
    "summary.unknown.start_communication": QT_TRANSLATE_NOOP(
        "words",
        "A communication of {label} for this company was sent on {moment} and its outcome is not "
        "known: it may have begun and been paid already. Refresh the list of the Business "
        "Register and look for it before you send again.",
    ),
    "summary.override.start_communication": QT_TRANSLATE_NOOP(
        "words", "I have checked that it has not begun. Send again; it may be paid twice."
    ),
    # The page (ui.register_page, ui.register_rows)
    "page.register": QT_TRANSLATE_NOOP("words", "Business Register"),
    "column.company": QT_TRANSLATE_NOOP("words", "Company"),
    "column.applicant": QT_TRANSLATE_NOOP("words", "Applicant"),
    "column.changed": QT_TRANSLATE_NOOP("words", "Changed"),
    "chip.to_sign": QT_TRANSLATE_NOOP("words", "To sign"),
    "chip.code_awaited": QT_TRANSLATE_NOOP("words", "Code awaited"),
    "chip.at_register": QT_TRANSLATE_NOOP("words", "At the Register"),
    "chip.completed": QT_TRANSLATE_NOOP("words", "Completed"),
    "work.listing_communications": QT_TRANSLATE_NOOP("words", "Reading the communications…"),
    "work.details_communications": QT_TRANSLATE_NOOP("words", "Reading details of communications"),
    # What has happened
    "communication_news.to_sign": QT_TRANSLATE_NOOP(
        "words", "The code for {address} has come: the power of attorney can be signed now."
    ),
    "communication_news.to_sign.many": QT_TRANSLATE_NOOP(
        "words", "{count} codes have come: the powers of attorney can be signed now."
    ),
    "communication_news.completed": QT_TRANSLATE_NOOP(
        "words", "{address} has been communicated to the Business Register."
    ),
    "communication_news.completed.many": QT_TRANSLATE_NOOP(
        "words", "{count} addresses have been communicated to the Business Register."
    ),
    "communication_news.other": QT_TRANSLATE_NOOP(
        "words", "The communication of {address} has a new state: {state}."
    ),
    "communication_news.other.many": QT_TRANSLATE_NOOP(
        "words", "{count} communications have a new state."
    ),
    # The panel (ui.register_panel)
    "communication_remark.codice_in_richiesta": QT_TRANSLATE_NOOP(
        "words", "The power of attorney comes with the code. There is nothing to do until then."
    ),
    "communication_remark.documenti_caricati": QT_TRANSLATE_NOOP(
        "words",
        "This may take some days. The service has no state for a refusal: if nothing moves for "
        "long, ask the service, or look into the Business Register.",
    ),
    "communication_remark.comunicazione_evasa": QT_TRANSLATE_NOOP(
        "words",
        "The service says that it is done. Whether the Chamber of Commerce objects later is not "
        "told here.",
    ),
    "communication.unlisted": QT_TRANSLATE_NOOP(
        "words",
        "The service's last list did not hold this communication any more. What is known of it "
        "stays here.",
    ),
    "communication.unknown_state": QT_TRANSLATE_NOOP(
        "words",
        "This program does not know this state, which is shown as received. Ask the service what "
        "it means.",
    ),
    "communication.unknown_outcome": QT_TRANSLATE_NOOP(
        "words",
        "The outcome of an operation with this communication is not known: see the history. It is "
        "not sent again by itself.",
    ),
    # Signing, and what comes back
    "attorney.how": QT_TRANSLATE_NOOP(
        "words",
        "Sign the saved file, unchanged, with the signing program of the office, as CAdES. That "
        "makes a .p7m file: drop it here.",
    ),
    "attorney.who": QT_TRANSLATE_NOOP(
        "words",
        "The legal representative or an administrator; an accountant of roll A or B or a notary, "
        "who states so; not a mere delegate. For an administrator's own address the "
        "administrator signs as well, unless accountant or notary have a mandate. One file may "
        "bear several signatures. Chambers of Commerce differ: ask yours if in doubt.",
    ),
    "attorney.practise": QT_TRANSLATE_NOOP("words", "Sign it for practice"),
    "attorney.practice_only": QT_TRANSLATE_NOOP(
        "words", "Only in practice does the program sign by itself."
    ),
    "attorney.unknown.title": QT_TRANSLATE_NOOP("words", "This was sent before"),
    "attorney.unknown": QT_TRANSLATE_NOOP(
        "words",
        "The power of attorney was sent on {moment}, and no answer tells whether it arrived. Look "
        "again first: once it is with the Business Register, it did.",
    ),
    "attorney.override": QT_TRANSLATE_NOOP("words", "It has not arrived: send it again"),
    "p7m.signature": QT_TRANSLATE_NOOP("words", "1 signature"),
    "p7m.signatures": QT_TRANSLATE_NOOP("words", "{count} signatures"),
    "p7m.layers": QT_TRANSLATE_NOOP("words", "one around the other"),
    "p7m.wrapped": QT_TRANSLATE_NOOP("words", "came as text, is sent as a plain .p7m"),
    "p7m.right_document": QT_TRANSLATE_NOOP(
        "words", "It holds exactly the power of attorney that was downloaded."
    ),
    "p7m.not_verified": QT_TRANSLATE_NOOP(
        "words",
        "Whose the signatures are and whether they are valid is not checked here. Sending costs "
        "nothing, as far as the service's documents tell.",
    ),
    "p7m.only_one": QT_TRANSLATE_NOOP(
        "words",
        "These are several files. The Business Register wants one: drop the one .p7m that bears "
        "all signatures.",
    ),
}
