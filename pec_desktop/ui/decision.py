"""The dialog for what cannot be told: both pieces of evidence, and the person's decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pec_desktop.services.reconcile import Look
from pec_desktop.store.attempts import Attempt
from pec_desktop.ui import evidence, formats
from pec_desktop.ui.card_dialog import CardDialog
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_parts import words_label
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.wizard import breakable
from pec_desktop.ui.words import text


class DecisionDialog(CardDialog):
    """Shows what is known of an unknown attempt and takes the decision. GUI thread; use `open()`.

    No decision is one Enter away, and "later" changes nothing.
    """

    def __init__(self, desk: Desk, attempt: Attempt, parent: QWidget | None = None) -> None:
        title = f"{text(f'operation.{attempt.operation}')} – {formats.line(attempt.label)}"
        super().__init__(desk.theme, breakable(title), parent)
        self._desk = desk
        self._attempt = attempt
        self.happened = QPushButton(self.tr("It &was carried out"))
        self.not_done = QPushButton(self.tr("It was &not carried out"))
        self.setWindowTitle(self.tr("Decide what became of it"))
        self.about.setText(
            self.tr(
                "Sent on {moment}; no answer came, and what can be seen does not tell whether it "
                "was carried out. Compare, ask the provider if need be, and decide."
            ).format(moment=formats.moment(desk.locale, attempt.started_at))
        )
        self._fill()
        desk.reconciler.looked.connect(self._on_looked)
        desk.reconciler.failed.connect(self._on_failed)

    def _fill(self) -> None:
        self.main_button.hide()
        self.main_button.setDefault(False)
        self.cancel_button.setText(self.tr("Decide &later"))
        self.cancel_button.setFocus()
        if lines := evidence.lines(self._attempt, self._desk.locale):
            self.body.addWidget(self._table(lines))
        told = self._attempt.evidence
        spent = evidence.wallet_words(told.expenses if told else None, self._desk.locale)
        self.body.addWidget(words_label(spent, "muted"))
        for button, words in (
            (
                self.happened,
                self.tr(
                    "Activity says so, and what follows is done: papers are kept, the draft "
                    "goes as soon as what it asked for can be seen."
                ),
            ),
            (
                self.not_done,
                self.tr(
                    "It may be sent again. If it was carried out after all, that is paid twice."
                ),
            ),
        ):
            self.body.addLayout(self._choice(button, words))
        self.happened.clicked.connect(self._on_happened)
        self.not_done.clicked.connect(self._on_not_done)

    def _table(self, lines: list[evidence.Line]) -> QFrame:
        """Before, asked for, now: below the name of each thing that is compared."""
        em, frame = self.theme.em, QFrame()
        set_role(frame, "notice")
        grid = QGridLayout(frame)
        grid.setContentsMargins(em(1.2), em(0.9), em(1.2), em(0.9))
        grid.setHorizontalSpacing(em(1))
        grid.setVerticalSpacing(em(0.2))
        heads = (self.tr("Before"), self.tr("Asked for"), self.tr("Now"))
        for column, head in enumerate(heads):
            grid.setColumnStretch(column, 1)
            grid.addWidget(_cell(head, "hint"), 0, column)
        for place, line in enumerate(lines):
            name = _cell(line.name, "muted")
            name.setContentsMargins(0, em(0.5), 0, 0)
            grid.addWidget(name, 2 * place + 1, 0, 1, len(heads))
            for column, words in enumerate((line.before, line.asked, line.now)):
                cell = _cell(words, "strong")
                cell.setAccessibleName(f"{line.name}, {heads[column]}: {words}")
                grid.addWidget(cell, 2 * place + 2, column)
        return frame

    def _choice(self, button: QPushButton, words: str) -> QVBoxLayout:
        button.setAutoDefault(False)
        button.setAccessibleDescription(words)
        box = QVBoxLayout()
        box.setSpacing(self.theme.em(0.3))
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(words_label(words, "hint"))
        return box

    @Slot()
    def _on_happened(self) -> None:
        self._decide(happened=True)

    @Slot()
    def _on_not_done(self) -> None:
        self._decide(happened=False)

    def _decide(self, *, happened: bool) -> None:
        self.set_busy(self.tr("The decision is being written down…"))
        self._desk.reconciler.decide(self._attempt.id, happened)

    @Slot(object)
    def _on_looked(self, look: Look) -> None:
        """It is decided, or has been found out meanwhile."""
        if look.attempt.id == self._attempt.id and look.settled:
            self.accept()

    @Slot(int, object)
    def _on_failed(self, attempt_id: int, error: Exception) -> None:
        if attempt_id == self._attempt.id:
            self.set_busy("")
            self.show_failure(error)

    def set_busy(self, doing: str) -> None:
        """Say what is being done; it cannot be put off any more."""
        super().set_busy(doing)
        self.cancel_button.setEnabled(not doing)


def _cell(words: str, role: str) -> QLabel:
    label = words_label(breakable(words), role)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
