"""Words for a mailbox's states, types, operations and their outcomes."""

from __future__ import annotations

from pec_desktop.ui.words.marking import QT_TRANSLATE_NOOP

TEXTS: dict[str, object] = {
    # State
    "state.registrata": QT_TRANSLATE_NOOP("words", "To be activated"),
    "state.in_evasione": QT_TRANSLATE_NOOP("words", "Being processed"),
    "state.documenti_errati": QT_TRANSLATE_NOOP("words", "Documents refused"),
    "state.evasa": QT_TRANSLATE_NOOP("words", "Active"),
    "state.revocata": QT_TRANSLATE_NOOP("words", "Revoked"),
    "state.chiusa": QT_TRANSLATE_NOOP("words", "Closed"),
    "state.registrazione_annullata": QT_TRANSLATE_NOOP("words", "Cancelled"),
    # MailboxType: the vendor's product names, as an accountant knows them
    "type.STANDARD": QT_TRANSLATE_NOOP("words", "Standard"),
    "type.BRONZE": QT_TRANSLATE_NOOP("words", "Bronze"),
    "type.SILVER": QT_TRANSLATE_NOOP("words", "Silver"),
    "type.GOLD": QT_TRANSLATE_NOOP("words", "Gold"),
    "type.DOMICILIODIGITALE": QT_TRANSLATE_NOOP("words", "Domicilio Digitale"),
    "type.PECMASSIVA": QT_TRANSLATE_NOOP("words", "Pec Massiva"),
    # Environment
    "environment.production": QT_TRANSLATE_NOOP("words", "Production"),
    "environment.sandbox": QT_TRANSLATE_NOOP("words", "Sandbox"),
    "environment.practice": QT_TRANSLATE_NOOP("words", "Practice"),
    "environment.custom": QT_TRANSLATE_NOOP("words", "Custom server"),
    "environment.sandbox.about": QT_TRANSLATE_NOOP("words", "For trying, nothing is charged."),
    "environment.practice.about": QT_TRANSLATE_NOOP("words", "All invented, nothing is charged."),
    "environment.custom.about": QT_TRANSLATE_NOOP(
        "words", "What is charged depends on that server."
    ),
    # Operations, as the activity page and the summaries name them
    "operation.register_mailbox": QT_TRANSLATE_NOOP("words", "Registration"),
    "operation.activate_mailbox": QT_TRANSLATE_NOOP("words", "Activation"),
    "operation.revoke_mailbox": QT_TRANSLATE_NOOP("words", "Revocation"),
    "operation.renew_mailbox": QT_TRANSLATE_NOOP("words", "Renewal"),
    "operation.change_space": QT_TRANSLATE_NOOP("words", "More space"),
    "operation.change_type": QT_TRANSLATE_NOOP("words", "Change of type"),
    "operation.activate_preservation": QT_TRANSLATE_NOOP("words", "Legal preservation"),
    "operation.add_user": QT_TRANSLATE_NOOP("words", "Additional user"),
    "operation.start_communication": QT_TRANSLATE_NOOP("words", "Business Register communication"),
    "operation.upload_communication_documents": QT_TRANSLATE_NOOP(
        "words", "Power of attorney sent"
    ),
    "operation.check_domain": QT_TRANSLATE_NOOP("words", "Domain check"),
    "operation.check_availability": QT_TRANSLATE_NOOP("words", "Availability check"),
    "operation.list_mailboxes": QT_TRANSLATE_NOOP("words", "List of mailboxes"),
    "operation.get_mailbox": QT_TRANSLATE_NOOP("words", "Details of a mailbox"),
    "operation.list_communications": QT_TRANSLATE_NOOP("words", "List of communications"),
    "operation.get_communication": QT_TRANSLATE_NOOP("words", "Details of a communication"),
    "operation.download_activation_form": QT_TRANSLATE_NOOP("words", "Activation form"),
    "operation.download_preservation_form": QT_TRANSLATE_NOOP("words", "Preservation form"),
    "operation.download_power_of_attorney": QT_TRANSLATE_NOOP("words", "Power of attorney"),
    "operation.create_token": QT_TRANSLATE_NOOP("words", "New access token"),
    "operation.list_tokens": QT_TRANSLATE_NOOP("words", "List of access tokens"),
    "operation.get_token": QT_TRANSLATE_NOOP("words", "Details of an access token"),
    "operation.update_token": QT_TRANSLATE_NOOP("words", "Change of an access token"),
    "operation.delete_token": QT_TRANSLATE_NOOP("words", "Removal of an access token"),
    "operation.list_scopes": QT_TRANSLATE_NOOP("words", "List of permissions"),
    "operation.get_scope": QT_TRANSLATE_NOOP("words", "Prices"),
    "operation.wallet": QT_TRANSLATE_NOOP("words", "Credit"),
    "operation.wallet_transactions": QT_TRANSLATE_NOOP("words", "Movements of the credit"),
    # Outcome
    "outcome.pending": QT_TRANSLATE_NOOP("words", "Under way"),
    "outcome.confirmed": QT_TRANSLATE_NOOP("words", "Confirmed"),
    "outcome.refused": QT_TRANSLATE_NOOP("words", "Refused"),
    "outcome.unknown": QT_TRANSLATE_NOOP("words", "Outcome unknown"),
    "outcome.not_done": QT_TRANSLATE_NOOP("words", "Not carried out"),
    # Draft.kind
    "draft.registration": QT_TRANSLATE_NOOP("words", "Registration"),
    "draft.activation": QT_TRANSLATE_NOOP("words", "Activation"),
    # Why an operation cannot be used now (domain.mailbox.refusal)
    "refused.download_activation_form.state": QT_TRANSLATE_NOOP(
        "words", "The activation form exists only until the mailbox is activated."
    ),
    "refused.activate_mailbox.state": QT_TRANSLATE_NOOP(
        "words",
        "Documents can be sent only while the mailbox is waiting to be activated "
        "or its documents were refused.",
    ),
    "refused.change_space.state": QT_TRANSLATE_NOOP(
        "words", "Space can be added only to an active mailbox."
    ),
    "refused.change_space.type": QT_TRANSLATE_NOOP(
        "words", "Space can be added only to Standard, Bronze, Silver and Gold mailboxes."
    ),
    "refused.download_preservation_form.state": QT_TRANSLATE_NOOP(
        "words", "The preservation form exists only for an active mailbox."
    ),
    "refused.download_preservation_form.type": QT_TRANSLATE_NOOP(
        "words", "Legal preservation exists only for Standard, Bronze, Silver and Gold mailboxes."
    ),
    "refused.activate_preservation.state": QT_TRANSLATE_NOOP(
        "words", "Legal preservation can be added only to an active mailbox."
    ),
    "refused.activate_preservation.type": QT_TRANSLATE_NOOP(
        "words", "Legal preservation exists only for Standard, Bronze, Silver and Gold mailboxes."
    ),
    "refused.change_type.state": QT_TRANSLATE_NOOP(
        "words", "The type can be changed only while the mailbox is active."
    ),
    "refused.change_type.type": QT_TRANSLATE_NOOP(
        "words", "Only Standard, Bronze and Silver mailboxes can be changed to a higher type."
    ),
    "refused.add_user.state": QT_TRANSLATE_NOOP(
        "words", "Users can be added only to an active mailbox."
    ),
    "refused.add_user.type": QT_TRANSLATE_NOOP(
        "words", "Users can be added only to Standard, Bronze, Silver and Gold mailboxes."
    ),
    "refused.renew_mailbox.state": QT_TRANSLATE_NOOP(
        "words", "Only an active or a revoked mailbox can be renewed."
    ),
    "refused.revoke_mailbox.state": QT_TRANSLATE_NOOP(
        "words", "Only an active mailbox can be revoked."
    ),
}
