"""The panel at the right: one mailbox's life, its next step, its papers, and all that is known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from pec_desktop.domain.mailbox import NextStep, State, other_data, refusal
from pec_desktop.services import history
from pec_desktop.services.history import Event
from pec_desktop.services.office import Office
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import menus
from pec_desktop.ui.actions import Actions
from pec_desktop.ui.columns import state_text, type_text
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_parts import (
    Facts,
    History,
    Lines,
    NoteEditor,
    OtherData,
    Spaces,
    words_label,
)
from pec_desktop.ui.follower import today
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.panel import Panel
from pec_desktop.ui.reason import explain, no_permission
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.timeline import Timeline, steps
from pec_desktop.ui.words import text
from pec_desktop.work import Work

if TYPE_CHECKING:
    from pec_desktop.ui.paper_tray import PaperTray

_WITH_PAPERS = (State.REGISTRATA, State.DOCUMENTI_ERRATI)


def past(office: Office, mailbox_id: str, address: str, _work: Work) -> list[Event]:
    """What happened to a mailbox, the newest first; for a worker."""
    return history.of_mailbox(office, mailbox_id, address)


class DetailPanel(Panel):
    """Shows the selected mailbox, or what the selection amounts to. GUI thread."""

    activation_wanted = Signal(str)
    send_wanted = Signal(str)
    form_wanted = Signal(str)
    look_wanted = Signal(str)
    renew_wanted = Signal(str)
    note_edited = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._row: Row | None = None
        self._busy: set[str] = set()
        self._past: list[Event] = []
        self.tray: PaperTray | None = None
        self.more = QPushButton(self.tr("M&ore"))
        """Opens the menu of all that can be done with the mailbox; `take_commands` fills it."""
        self.form_button = QPushButton(self.tr("Get the form…"))
        self._make_parts()
        self._build()
        desk.theme.changed.connect(self._dress)
        self._dress()
        self.show_rows([])

    @property
    def mailbox_id(self) -> str:
        """Which mailbox is shown; empty for none or several."""
        return self._row.id if self._row else ""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the selection: one mailbox, several, or none."""
        if len(rows) == 1:
            if rows[0] is not self._row:
                self._show(rows[0])
            return
        self.note.flush()
        self._row = None
        if self.tray is not None:
            self.tray.set_mailbox(None)
        if rows:
            title = self.tr("{count} mailboxes selected").format(count=len(rows))
            words = self.tr("Ctrl+C copies their rows. Select a single one to see it here.")
            self.show_nothing(title, words)
        else:
            words = self.tr("Select a mailbox to see where it stands and what comes next.")
            self.show_nothing(self.tr("No mailbox selected"), words)

    def add_files(self, files: list[Path]) -> bool:
        """Put dropped files into the paper tray; False if no papers are expected now."""
        if self._row is None or not self._expects_papers(self._row):
            return False
        assert self.tray is not None
        self.tray.add_files(files)
        self._scroll.ensureWidgetVisible(self.tray)
        return True

    def set_busy(self, mailbox_id: str, busy: bool) -> None:
        """Lock the next step of a mailbox while it is being carried out."""
        if busy:
            self._busy.add(mailbox_id)
        else:
            self._busy.discard(mailbox_id)
        self._show_step()

    def take_commands(self, actions: Actions) -> None:
        """Offer the window's commands for a mailbox here as well."""
        menu = actions.fill(QMenu(self), *menus.CHANGES)
        self.more.setMenu(menu)
        self._spaces.offer(actions["space"], self.tr("Enlarge…"))
        self._users.offer(actions["user"], self.tr("Add…"))

    def connection_changed(self) -> None:
        """Look again at what may be done."""
        self._show_step()

    # Inside

    def _make_parts(self) -> None:
        theme = self._desk.theme
        self._advice = words_label("", "notice-problem")
        self._timeline = Timeline(theme)
        self._tray_place = QVBoxLayout()
        self._unread = words_label(self.tr("The details have not been read yet."), "hint")
        self._facts = Facts(theme, self.tr("Details"))
        self._spaces = Spaces(theme, self.tr("Spaces"))
        self._users = Lines(theme, self.tr("Additional users"))
        self._removing = words_label(text("users.removing"), "hint")
        self._users.add_remark(self._removing)
        self._documents = Lines(theme, self.tr("Documents at the provider"))
        self._other = OtherData(theme, self.tr("Other data"))
        self.note = NoteEditor(theme)
        note_head = QLabel(self.tr("Note"))
        set_role(note_head, "strong")
        self._note_place = QVBoxLayout()
        self._note_place.addWidget(note_head)
        self._note_place.addWidget(self.note)
        self._history = History(theme, self.tr("History"))

    def _build(self) -> None:
        self.note.edited.connect(self.note_edited)
        self.primary.clicked.connect(self._on_primary)
        self.form_button.clicked.connect(self._on_form)
        above: tuple[QWidget, ...] = (self._timeline, self._advice, self.form_button)
        below = (self._unread, self._facts, self._spaces, self._users, self._documents, self._other)
        for part in above:
            self.body.addWidget(part)
        self.body.addLayout(self._tray_place)
        for part in below:
            self.body.addWidget(part)
        self.body.addLayout(self._note_place)
        self.body.addWidget(self._history)
        self.body.addStretch(1)
        self.add_beside_primary(self.more)

    def _show(self, row: Row) -> None:
        mailbox, locale = row.stored.mailbox, self._desk.locale
        another = self._row is None or self._row.id != row.id
        self._row = row
        if another:
            self.bar.clear()
            self._past = []
            self.go_to_top()
        about = (mailbox.holder, type_text(mailbox))
        self.show_head(
            mailbox.casella_pec,
            " · ".join(filter(None, about)),
            state_text(row.stored),
            row.state_role,
        )
        self._timeline.show_steps(steps(mailbox, today(self._desk.office), locale))
        self._unread.setVisible(row.stored.details_at is None)
        self._facts.show_mailbox(mailbox, locale)
        self._spaces.show_mailbox(mailbox, locale)
        users = (
            f"{one.nome} {one.cognome} · {one.userid}".strip(" ·") for one in mailbox.multiutenza
        )
        self._users.show_lines(users)
        self._removing.setVisible(bool(mailbox.multiutenza))
        documents = (*mailbox.documenti_attivazione, *mailbox.documenti_conservazione)
        self._documents.show_lines(documents)
        self._other.show_data(other_data(mailbox))
        self.note.show_note(row.id, row.stored.note)
        self._show_tray(row)
        self._show_advice()
        self._show_step()
        self._history.show_events(self._past, locale)
        self.show_page()
        self._read_history()

    def reload(self) -> None:
        """Read papers and history of the mailbox that is shown again."""
        if self.tray is not None:
            self.tray.reload()
        self._read_history()

    def _read_history(self) -> None:
        """Read what happened to the mailbox that is shown again."""
        if self._row is None:
            return
        row_id, address = self._row.id, self._row.stored.mailbox.casella_pec
        work = partial(past, self._desk.office, row_id, address)
        done = partial(self._on_history, row_id)
        self._desk.runner.submit(Lane.STORE, work, self, done, self.bar.show_error)

    def _on_history(self, mailbox_id: str, events: list[Event]) -> None:
        if self._row is None or self._row.id != mailbox_id or events == self._past:
            return
        self._past = events
        self._history.show_events(events, self._desk.locale)
        self._show_advice()

    def _expects_papers(self, row: Row) -> bool:
        return row.stored.listed and row.stored.mailbox.state in _WITH_PAPERS

    def _show_tray(self, row: Row) -> None:
        expected = self._expects_papers(row)
        if expected and self.tray is None:
            from pec_desktop.ui.paper_tray import PaperTray

            self.tray = PaperTray(self._desk, self)
            self.tray.changed.connect(self._show_step)
            self._tray_place.addWidget(self.tray)
        if self.tray is not None:
            self.tray.setVisible(expected)
            self.tray.set_mailbox(row.stored if expected else None)
        refused = refusal("download_activation_form", row.stored.mailbox)
        self.form_button.setVisible(refused is None and row.stored.listed)

    def _show_advice(self) -> None:
        """The one thing to know before going on, if there is any."""
        row = self._row
        assert row is not None
        words, role = "", "notice-attention"
        attempts = [one for one in self._past if isinstance(one, Attempt)]
        unknown = [one for one in attempts if one.outcome is Outcome.UNKNOWN]
        if unknown:
            operations = dict.fromkeys(text(f"operation.{one.operation}") for one in unknown)
            words = self.tr(
                "It is not known what became of: {operations}. It is not sent again by itself. The "
                "program looks for it; Activity shows what is known."
            ).format(operations=", ".join(operations))
        elif not row.stored.listed:
            words = self.tr(
                "The provider's last list did not hold this mailbox any more. What is known of it, "
                "and its papers, stay here."
            )
        elif row.stored.mailbox.state is State.DOCUMENTI_ERRATI:
            role = "notice-problem"
            words = self.tr(
                "The provider refused the documents and does not say why. The usual causes: the "
                "form is not signed, the identity document is missing, expired or illegible, or "
                "the names differ."
            )
        self._advice.setText(words)
        set_role(self._advice, role)
        self._advice.setVisible(bool(words))

    @Slot()
    def _show_step(self) -> None:
        """Put the next step on the prominent button, and say why where it cannot be done now."""
        row = self._row
        if row is None:
            return
        step = row.step
        ready = step in (NextStep.ACTIVATE, NextStep.CORRECT) and self._papers_ready
        words = {
            NextStep.ACTIVATE: self.tr("&Activate the mailbox…"),
            NextStep.CORRECT: self.tr("&Correct the documents…"),
            NextStep.WAIT: self.tr("&Look again now"),
            NextStep.RENEW: self.tr("&Renew…"),
        }.get(step, "")
        words = self.tr("&Send the documents") if ready else words
        connected = self._desk.office.connection is not None
        needs_network = ready or step is NextStep.WAIT
        reason = ""
        if row.id in self._busy:
            reason = self.tr("This is being done just now.")
        elif needs_network and not connected:
            reason = text("office.not_connected")
        elif step in (NextStep.ACTIVATE, NextStep.CORRECT):
            reason = no_permission(self._desk.office, "activate_mailbox")
        elif step is NextStep.RENEW:
            key = refusal("renew_mailbox", row.stored.mailbox, self._desk.office.allowed)
            reason = text(key) if key else ""
        self.show_primary(words, reason)
        if row.id in self._busy:
            explain(self.form_button, self.tr("This is being done just now."))
        else:
            hint = "" if connected else text("office.not_connected")
            reason = no_permission(self._desk.office, "download_activation_form")
            explain(self.form_button, reason, hint)
        if self.tray is not None:
            self.tray.setEnabled(row.id not in self._busy)

    @property
    def _papers_ready(self) -> bool:
        return self.tray is not None and self.tray.ready

    @Slot()
    def _on_primary(self) -> None:
        if self._row is None:
            return
        if self._row.step is NextStep.WAIT:
            self.look_wanted.emit(self._row.id)
        elif self._row.step is NextStep.RENEW:
            self.renew_wanted.emit(self._row.id)
        elif self._papers_ready:
            self.send_wanted.emit(self._row.id)
        else:
            self.activation_wanted.emit(self._row.id)

    @Slot()
    def _on_form(self) -> None:
        if self._row is not None:
            self.form_wanted.emit(self._row.id)

    @Slot()
    def _dress(self) -> None:
        super()._dress()
        self.form_button.setIcon(self._desk.theme.icon("download"))
        self.more.setIcon(self._desk.theme.icon("more"))
