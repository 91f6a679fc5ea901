"""The pages that activation and preservation share: the form, the papers, what is sent of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from pec_desktop.documents.kinds import Paper
from pec_desktop.domain.fields import Problem, Severity
from pec_desktop.domain.mailbox import SINGLE_DOCUMENT, Mailbox
from pec_desktop.services import activation, preservation
from pec_desktop.services.papers import FORM, IDENTITY, PaperDraft, saved_form
from pec_desktop.store.drafts import DraftPaper
from pec_desktop.ui import formats
from pec_desktop.ui.cost_card import pair, write
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.guide import Guide
from pec_desktop.ui.made_paper import MadePaper, Source
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.paper_row import facts_in_words
from pec_desktop.ui.paper_tray import PaperTray, TrayState
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.wizard import Page
from pec_desktop.ui.words import text

FORMS: dict[PaperDraft, Source] = {
    "activation": Source(
        "download_activation_form", partial(saved_form, kind="activation"), activation.download_form
    ),
    "preservation": Source(
        "download_preservation_form",
        partial(saved_form, kind="preservation"),
        preservation.download_form,
    ),
}
"""Kind of draft → where its form comes from."""


class FormPage(Page):
    """Step one: the form, to open, to print, to save."""

    failed = Signal(object)
    """The exception; `again` tries the same once more."""

    def __init__(self, desk: Desk, kind: PaperDraft, mailbox: Mailbox) -> None:
        super().__init__(desk)
        self._mailbox = mailbox
        self.paper = MadePaper(desk, FORMS[kind])
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

    def __init__(self, desk: Desk, kind: PaperDraft) -> None:
        super().__init__(desk)
        self.tray = PaperTray(desk, kind=kind)
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


class SentPapers(QWidget):
    """Lists exactly what will be sent, by what each paper is for. GUI thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._locale = desk.locale
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(desk.theme.em(1.5))
        self._grid.setVerticalSpacing(desk.theme.em(0.6))
        self._grid.setColumnStretch(1, 1)

    def show_state(self, state: TrayState | None) -> None:
        """List the papers of a draft."""
        while (item := self._grid.takeAt(0)) is not None:
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
        return f"{formats.line(paper[0].name)} ({facts_in_words(paper[1], self._locale)})"

    def _add(self, name: str, value: str) -> None:
        write(pair(self._grid, self._grid.count() // 2, name), value)


def show_oddities(notice: Notice, state: TrayState | None) -> None:
    """Say in a notice what is odd about the papers; nothing if nothing is."""
    odd = [
        _in_words(one)
        for one in (state.problems if state else ())
        if one.severity is Severity.WARNING
    ]
    notice.show_words("notice-attention", text("summary.warnings.title"), "\n".join(odd))
    notice.setVisible(bool(odd))


def _in_words(problem: Problem) -> str:
    """What is wrong, with the paper's name where it concerns one."""
    words, name = text(problem.key, **problem.details), problem.details.get("name")
    return f"{formats.line(str(name))}: {words}" if name else words
