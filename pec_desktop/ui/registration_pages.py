"""The pages of the registration between address and summary: forms, and what they offer to fill."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from pec_desktop.domain import normal
from pec_desktop.domain.fields import Context
from pec_desktop.domain.fiscal_code import birth_from_fiscal_code
from pec_desktop.domain.registration import APPLICANT, HOLDER
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text


class ApplicantPage(FormPage):
    """The applicant; a fiscal code fills in what it tells about birth and sex."""

    CODE = "codice_fiscale_richiedente"

    def __init__(self, desk: Desk, context: Context, values: dict[str, object]) -> None:
        super().__init__(desk, APPLICANT, context, values)

    @Slot(str)
    def on_changed(self, name: str) -> None:
        """Offer what the code tells as soon as it is complete and right."""
        if name == self.CODE:
            self._offer()
        super().on_changed(name)

    def _offer(self) -> None:
        code = normal.compact_capitals(self.form.values.get(self.CODE))
        birth = birth_from_fiscal_code(code, self.context.today)
        if birth is None:
            return
        words = text("offered.fiscal_code")
        self.form.offer("sesso_richiedente", birth.sex, words)
        self.form.offer("data_nascita_richiedente", f"{birth.dates[0]:%d/%m/%Y}", words)
        if birth.country is not None:
            self.form.offer("nazione_nascita_richiedente", birth.country, words)


class HolderPage(FormPage):
    """The holder; where it is the applicant, name and number need not be typed twice."""

    NAME, NUMBER = "denominazione_titolare", "cf_piva_titolare"

    def __init__(self, desk: Desk, context: Context, values: dict[str, object]) -> None:
        super().__init__(desk, HOLDER, context, values)
        self.same = QPushButton(text("offered.holder"))
        self.same.setAutoDefault(False)
        self.same.clicked.connect(self._on_same)
        self._person = QLabel(text("offered.person"))
        self._person.setWordWrap(True)
        set_role(self._person, "muted")
        row = QHBoxLayout()
        row.addWidget(self.same)
        row.addWidget(self._person, 1)
        row.addStretch()
        self.box.insertLayout(0, row)

    def enter(self) -> None:
        """Offer to take the applicant over, or say that a private person is the holder."""
        super().enter()
        has_holder = next(one for one in HOLDER if one.name == self.NAME).applies(self.form.values)
        self.same.setVisible(has_holder)
        self._person.setVisible(not has_holder)

    @Slot()
    def _on_same(self) -> None:
        values = self.form.values
        names = (normal.text(values.get(f"{part}_richiedente")) for part in ("nome", "cognome"))
        self.form.set_value(self.NAME, " ".join(names).strip())
        self.form.set_value(self.NUMBER, values.get("codice_fiscale_richiedente") or "")
        self.form.focus_on("indirizzo_titolare")
        self.changed.emit()
