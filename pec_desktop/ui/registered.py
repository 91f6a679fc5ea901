"""What a person reads once a mailbox is registered: what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.theme import Role, set_role
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import text

STEPS = (("form", "download"), ("sign", "edit"), ("send", "send"))
"""What comes next: (key of the words, icon)."""


class RegisteredPage(Page):
    """The three steps from a registered mailbox to an active one."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        em = desk.theme.em
        applicant = f"{mailbox.nome_richiedente} {mailbox.cognome_richiedente}".strip()
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(1))
        grid.setVerticalSpacing(em(0.2))
        grid.setColumnStretch(1, 1)
        size = em(1.6)
        for place, (key, name) in enumerate(STEPS):
            icon = QLabel()
            icon.setPixmap(desk.theme.icon(name, Role.ACCENT).pixmap(size, size))
            title = QLabel(text(f"registered.{key}", applicant=applicant))
            what = QLabel(text(f"registered.{key}.what"))
            set_role(title, "heading")
            set_role(what, "muted")
            grid.addWidget(icon, place * 3, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(title, place * 3, 1)
            grid.addWidget(what, place * 3 + 1, 1)
            grid.setRowMinimumHeight(place * 3 + 2, em(1))
            for label in (title, what):
                label.setWordWrap(True)
        self.box.addLayout(grid)
