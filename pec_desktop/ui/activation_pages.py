"""The pages of the activation wizard: the form, the papers, what will be sent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton

from pec_desktop.documents.kinds import Paper
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import SINGLE_DOCUMENT, Mailbox
from pec_desktop.services import activation
from pec_desktop.services.papers import FORM, IDENTITY
from pec_desktop.store.drafts import DraftPaper
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.guide import Guide
from pec_desktop.ui.made_paper import MadePaper, Source
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.paper_row import facts_in_words
from pec_desktop.ui.paper_tray import PaperTray, TrayState
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.wizard import Page, breakable
from pec_desktop.ui.words import text

FORM_SOURCE = Source(activation.saved_form, activation.download_form)
"""Where the activation form comes from."""


class FormPage(Page):
    """Step one: the form, to open, to print, to save."""

    failed = Signal(object)
    """The exception; `again` tries the same once more."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk)
        self._mailbox = mailbox
        self.paper = MadePaper(desk, FORM_SOURCE)
        self.open_button = self.paper.open_button
        self.save_button = self.paper.save_button
        self.download_button = self.paper.download_button
        self._state = QLabel()
        self._state.setWordWrap(True)
        set_role(self._state, "muted")
        self.box.addWidget(Guide(desk.theme, self._steps()))
        self.box.addWidget(self.paper)
        self.box.addWidget(self._state)
        self.paper.changed.connect(self._render)
        self.paper.failed.connect(self.failed)
        self._render()

    def enter(self) -> None:
        """Look whether the form has been downloaded before."""
        self.paper.show_for(self._mailbox.id)

    def focus(self) -> None:
        """Work starts at the form."""
        self.open_button.setFocus()

    @Slot()
    def again(self) -> None:
        """Do once more what failed."""
        self.paper.again()

    def _steps(self) -> list[tuple[str, str, str]]:
        single = self._mailbox.type in SINGLE_DOCUMENT
        return [
            (
                "print",
                self.tr("Print the form, or pass it on"),
                self.tr("It is filled in with the mailbox's data."),
            ),
            (
                "edit",
                self.tr("Have it signed"),
                self.tr(
                    "The applicant signs by hand, or digitally within the PDF (PAdES). Where one "
                    "document is wanted, join first and sign then."
                )
                if single
                else self.tr("The applicant signs by hand, or digitally within the PDF (PAdES)."),
            ),
            (
                "identity",
                self.tr("Copy the identity document"),
                self.tr("A scan or a good photo will do; it goes into the same PDF as the form.")
                if single
                else self.tr("A scan or a good photo of both sides will do."),
            ),
        ]

    @Slot()
    def _render(self) -> None:
        self._state.setText(
            self.tr("The form is being downloaded…")
            if self.paper.busy
            else self.tr("The form is here: it can be opened without a network too.")
            if self.paper.there
            else self.tr("The form has not been downloaded yet.")
        )


class PapersPage(Page):
    """Step two: the papers that came back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tray = PaperTray(desk)
        self.tray.changed.connect(self.complete_changed)
        self.box.addWidget(self.tray)

    @property
    def may_go_on(self) -> bool:
        """Only complete papers are sent."""
        state = self.tray.state
        return state is not None and state.complete and not self.tray.busy

    def focus(self) -> None:
        """Work starts in the drop area."""
        self.tray.area.setFocus()


class SendPage(Page):
    """Step three: what will be sent, said before it is sent."""

    look_wanted = Signal()
    """The person wants to know how the mailbox stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._state: TrayState | None = None
        self._seen: int | None = None
        self.notice, self.warnings = Notice(desk), Notice(desk)
        self.look_button = QPushButton(self.tr("&Look at the mailbox now"))
        self.look_button.setAutoDefault(False)
        self.look_button.clicked.connect(self.look_wanted)
        self.override = QCheckBox(
            self.tr("The papers have not arrived, as far as I can see. Send them again.")
        )
        self.override.toggled.connect(self.complete_changed)
        look = QHBoxLayout()
        look.addWidget(self.look_button)
        look.addStretch()
        self.notice.box.addLayout(look)
        self.notice.box.addWidget(self.override)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(desk.theme.em(1.5))
        self._table.setVerticalSpacing(desk.theme.em(0.6))
        self._table.setColumnStretch(1, 1)
        free = QLabel(
            self.tr(
                "Nothing is charged for sending the papers, as far as the provider's documents "
                "tell: the registration has been paid. They are sent once, by this click only."
            )
        )
        free.setWordWrap(True)
        set_role(free, "hint")
        self.box.addWidget(self.notice)
        self.box.addWidget(self.warnings)
        self.box.addLayout(self._table)
        self.box.addWidget(free)

    @property
    def offline(self) -> bool:
        """Whether nothing can be sent now, since there is no way to the service."""
        return self.desk.office.connection is None

    @property
    def overridden(self) -> bool:
        """Whether the person decided to send in spite of an unknown outcome."""
        return self._unsettled and self.override.isChecked()

    @property
    def may_go_on(self) -> bool:
        """Complete papers may be sent, or kept for later; after a lost answer only on purpose."""
        complete = self._state is not None and self._state.complete
        return complete and (self.offline or not self._unsettled or self.override.isChecked())

    def final_text(self) -> str:
        """What the button does."""
        return self.tr("&Keep ready") if self.offline else self.tr("&Send the papers")

    def enter(self) -> None:
        """An explained decision counts once: the next time it is taken anew."""
        self.override.setChecked(False)
        self._seen = None
        self._show_notice()

    def focus(self) -> None:
        """There is nothing to type here."""
        self.setFocus()

    def show_state(self, state: TrayState | None) -> None:
        """List what will be sent, and say what stands in the way."""
        self._state = state
        self._show_table(state)
        self._show_notice()
        odd = [
            _in_words(one)
            for one in (state.problems if state else ())
            if one.severity is Severity.WARNING
        ]
        self.warnings.show_words("notice-attention", self.tr("Please look again"), "\n".join(odd))
        self.warnings.setVisible(bool(odd))
        self.complete_changed.emit()

    def say_it_waits(self, moment: int) -> None:
        """The mailbox was looked at, and the provider had no papers then (Unix seconds)."""
        self._seen = moment
        self._show_notice()

    @property
    def _unsettled(self) -> bool:
        return self._state is not None and bool(self._state.unsettled)

    def _show_notice(self) -> None:
        unsettled = self._state.unsettled if self._state else ()
        for part in (self.look_button, self.override):
            part.setVisible(bool(unsettled) and not self.offline)
        if self.offline:
            self.notice.show_words(
                "notice",
                self.tr("The account is not connected"),
                self.tr(
                    "Nothing can be sent now. The papers are kept ready among the drafts, and one "
                    "click sends them later; nothing is sent by itself."
                ),
            )
        elif unsettled:
            locale = self.desk.locale
            sent = formats.moment(locale, unsettled[0].started_at)
            words = self.tr(
                "Papers for this mailbox were sent on {moment}, and no answer tells whether they "
                "arrived. Look at the mailbox first: if it is being processed, they did."
            ).format(moment=sent)
            if self._seen is not None:
                words += " " + self.tr(
                    "On {moment} the provider was still waiting for papers. They may yet be on "
                    "their way: better look again after some minutes."
                ).format(moment=formats.moment(locale, self._seen))
            title = self.tr("These papers were sent before")
            self.notice.show_words("notice-attention", title, words)
        else:
            self.notice.hide()

    def _show_table(self, state: TrayState | None) -> None:
        while (item := self._table.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if state is None:
            return
        sent = [one for one in state.papers if one[0].role in (FORM, IDENTITY)]
        single = state.mailbox.type in SINGLE_DOCUMENT
        self._add(self.tr("Mailbox"), state.mailbox.casella_pec)
        for role in (FORM, IDENTITY):
            mine = [one for one in sent if one[0].role == role]
            if mine:
                self._add(text(f"paper.role.{role}"), "\n".join(map(self._paper, mine)))
        self._add(
            self.tr("Sent as"),
            self.tr("one PDF with everything in it") if single else self.tr("two PDFs"),
        )

    def _paper(self, paper: tuple[DraftPaper, Paper]) -> str:
        return f"{formats.line(paper[0].name)} ({facts_in_words(paper[1], self.desk.locale)})"

    def _add(self, name: str, value: str) -> None:
        line = self._table.count() // 2
        label, words = QLabel(name), QLabel(breakable(value))
        words.setAccessibleName(value)
        set_role(label, "muted")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self._table.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._table.addWidget(words, line, 1, Qt.AlignmentFlag.AlignTop)


def _in_words(problem: Problem) -> str:
    """What is wrong, with the paper's name where it concerns one."""
    words, name = text(problem.key, **problem.details), problem.details.get("name")
    return f"{formats.line(str(name))}: {words}" if name else words
