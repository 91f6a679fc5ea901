"""What a person reads once a mailbox is registered: what comes next."""

from __future__ import annotations

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.guide import Guide
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import text

STEPS = (("form", "download"), ("sign", "edit"), ("send", "send"))
"""What comes next: (key of the words, icon)."""


class RegisteredPage(Page):
    """The three steps from a registered mailbox to an active one."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        applicant = f"{mailbox.nome_richiedente} {mailbox.cognome_richiedente}".strip()
        steps = [
            (icon, text(f"registered.{key}", applicant=applicant), text(f"registered.{key}.what"))
            for key, icon in STEPS
        ]
        self.box.addWidget(Guide(desk.theme, steps))
