"""The panel of the Business Register's page: a communication's life, its next step, its papers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QLocale, QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from pec_desktop.domain.account import Environment
from pec_desktop.domain.communication import (
    Communication,
    CommunicationState,
    CommunicationStep,
    Moment,
    Phase,
    refusal,
    target_of,
    timeline,
)
from pec_desktop.services import communications
from pec_desktop.services.attorneys import OPERATION as UPLOAD
from pec_desktop.services.office import Office
from pec_desktop.store.attempts import Attempt, Outcome
from pec_desktop.store.communications import StoredCommunication
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui import formats
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_parts import Facts, History, Lines, OtherData, words_label
from pec_desktop.ui.made_paper import MadePaper, Source
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.panel import Panel
from pec_desktop.ui.register_rows import Row
from pec_desktop.ui.signed_tray import SignedTray
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.timeline import Mark, Step, Timeline
from pec_desktop.ui.words import known, text
from pec_desktop.work import Work

POWER_OF_ATTORNEY = Source(
    "download_power_of_attorney",
    communications.saved_power_of_attorney,
    communications.download_power_of_attorney,
)
"""Where the power of attorney comes from."""

_RULED = {"send": UPLOAD, "save": POWER_OF_ATTORNEY.operation}
"""What is done by the next step → the operation whose rule allows it."""

_MARKS = {Phase.DONE: Mark.DONE, Phase.CURRENT: Mark.NOW, Phase.AHEAD: Mark.LATER}


class Next(Struct, frozen=True):
    """The next step: its words, what is done, and whether that needs the network."""

    words: str
    does: str
    needs_network: bool = True


NOTHING = Next("", "", needs_network=False)


def steps(communication: Communication, locale: QLocale) -> list[Step]:
    """The life of `communication`; a state the program does not know is shown as received."""
    moments = [_step(one, locale) for one in timeline(communication)]
    if communication.state is CommunicationState.UNKNOWN:
        return [Step("timeline.unknown", Mark.NOW, communication.stato), *moments]
    return moments


def _step(moment: Moment, locale: QLocale) -> Step:
    return Step(moment.key, _MARKS[moment.phase], formats.day_of(locale, moment.at))


def history(office: Office, communication: Communication, _work: Work) -> list[Attempt]:
    """The attempts with a communication, the newest first: its start, what was sent for it."""
    start = target_of({"casella_pec": communication.casella_pec, "cf_piva": communication.cf_piva})
    return [
        one
        for one in office.attempts.all()
        if one.target == communication.id
        or (one.target == start and one.reference in ("", communication.id))
    ]


class RegisterPanel(Panel):
    """Shows the selected communication. GUI thread."""

    send_wanted = Signal(str, bool)
    """A communication's id; whether the person decided to send in spite of an unknown outcome."""
    look_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._row: Row | None = None
        self._busy: set[str] = set()
        self._attempts: list[Attempt] = []
        self._next = NOTHING
        self.paper = MadePaper(desk, POWER_OF_ATTORNEY)
        self.tray = SignedTray(desk)
        self.notice = Notice(desk)
        self.override = QCheckBox(text("attorney.override"))
        self.practise = QPushButton(text("attorney.practise"))
        """Signs in the place of the office's signing program; only in practice."""
        self._build()
        desk.theme.changed.connect(self._dress)
        self._dress()
        self.show_rows([])

    @property
    def communication_id(self) -> str:
        """Which communication is shown; empty for none or several."""
        return self._row.id if self._row else ""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the selection: one communication, several, or none."""
        if len(rows) == 1:
            if rows[0] is not self._row:
                self._show(rows[0])
            return
        self._row = None
        self.tray.show_for("")
        if rows:
            title = self.tr("{count} communications selected").format(count=len(rows))
            words = self.tr("Ctrl+C copies their rows. Select a single one to see it here.")
        else:
            title = self.tr("No communication selected")
            words = self.tr("Select a communication to see where it stands and what comes next.")
        self.show_nothing(title, words)

    def add_files(self, files: list[Path]) -> bool:
        """Put a dropped file into the tray; False if no signed paper is expected now."""
        if not self.expects_paper:
            return False
        self.tray.add_files(files)
        self._scroll.ensureWidgetVisible(self.tray)
        return True

    @property
    def expects_paper(self) -> bool:
        """Whether the communication that is shown waits for its signed power of attorney."""
        return self._row is not None and self._row.needs_person

    def set_busy(self, communication_id: str, busy: bool) -> None:
        """Lock the next step of a communication while it is being carried out."""
        if busy:
            self._busy.add(communication_id)
        else:
            self._busy.discard(communication_id)
        self._show_step()

    def connection_changed(self) -> None:
        """Look again at what may be done."""
        self.paper.look_at_rights()
        self._show_step()

    def reload(self) -> None:
        """Read papers and attempts of the communication that is shown again."""
        if self.expects_paper:
            self.tray.reload()
        self._read_history()

    # Inside

    def _build(self) -> None:
        theme = self._desk.theme
        self._timeline = Timeline(theme)
        self._remark = words_label("", "muted")
        self._unread = words_label(self.tr("The details have not been read yet."), "hint")
        self._facts = Facts(theme, self.tr("Details"))
        self._documents = Lines(theme, self.tr("Documents at the Business Register"))
        self._other = OtherData(theme, self.tr("Other data"))
        self._history = History(theme, self.tr("History"))
        title, self._how = self.tr("Power of attorney"), words_label(text("attorney.how"))
        self._attorney = _section(theme.em(0.5), title, self.paper, self._how, self.practise)
        who = words_label(text("attorney.who"), "muted")
        self._signing = _section(theme.em(0.5), self.tr("Who may sign"), who)
        self.notice.box.addWidget(self.override)
        for part in (
            *(self._timeline, self._remark, self.notice, self._attorney, self.tray),
            *(self._signing, self._unread, self._facts, self._documents, self._other),
            self._history,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        set_role(self.practise, "link")
        self.practise.clicked.connect(self.tray.practise)
        self.primary.clicked.connect(self._on_primary)
        self.override.toggled.connect(self._show_step)
        self.paper.changed.connect(self._on_paper)
        self.paper.failed.connect(self.bar.show_error)
        self.tray.changed.connect(self._on_tray)
        self.tray.kept.connect(self._on_kept)

    def _show(self, row: Row) -> None:
        one, locale = row.communication, self._desk.locale
        another = self._row is None or self._row.id != row.id
        self._row = row
        if another:
            self.bar.clear()
            self.override.setChecked(False)
            self._attempts = []
            self.go_to_top()
        about = " · ".join(filter(None, (one.ragione_sociale, row.applicant)))
        self.show_head(one.casella_pec, about, row.state_text, row.role)
        self._timeline.show_steps(steps(one, locale))
        self._unread.setVisible(row.stored.details_at is None)
        self._facts.fill([line for line in self._lines(row.stored) if line[1]])
        self._documents.show_lines(one.documenti_registro_imprese)
        self._other.show_data(one.extra)
        self._history.show_events(self._attempts, locale)
        self._show_papers(row)
        self._show_notice()
        self._show_step()
        self.show_page()
        self._read_history()

    def _lines(self, stored: StoredCommunication) -> list[tuple[str, str]]:
        """What is known of a communication: names and values, empty ones too."""
        one, locale = stored.communication, self._desk.locale
        if stored.details_at is None:
            return []
        whose = self.tr("an administrator") if stored.administrator else self.tr("the company")
        qualification = f"choice.qualifica.{one.qualifica}"
        return [
            (
                self.tr("Address of"),
                self.tr("not known here") if stored.administrator is None else whose,
            ),
            (self.tr("Fiscal code"), one.cf_piva),
            (self.tr("Seat"), f"{one.comune} ({one.provincia})" if one.provincia else one.comune),
            (self.tr("Applicant"), f"{one.nome} {one.cognome}".strip()),
            (self.tr("Their code"), one.cf),
            (self.tr("Signs as"), text(qualification) if known(qualification) else one.qualifica),
            (self.tr("E-mail"), one.email),
            (self.tr("Mobile phone"), one.cellulare),
            (self.tr("Register code"), one.codice_registro_imprese),
            (self.tr("Callback"), str((one.callback or {}).get("url", ""))),
            (self.tr("Last change"), formats.day_of(locale, one.timestamp)),
            (self.tr("Identifier"), one.id),
        ]

    def _show_papers(self, row: Row) -> None:
        """The power of attorney where there is one, the place for the signed one where it waits."""
        refused = refusal(_RULED["save"], row.communication)
        exists = row.stored.listed and refused is None
        self._attorney.setVisible(exists)
        for part in (self.tray, self._signing, self._how):
            part.setVisible(row.needs_person)
        practising = self._desk.office.account.environment is Environment.PRACTICE
        self.practise.setVisible(row.needs_person and practising)
        if exists:
            self.paper.show_for(row.id)
        self.tray.show_for(row.id if row.needs_person else "")

    def _read_history(self) -> None:
        if self._row is None:
            return
        work = partial(history, self._desk.office, self._row.communication)
        done = partial(self._on_history, self._row.id)
        self._desk.runner.submit(Lane.STORE, work, self, done, self.bar.show_error)

    def _on_history(self, communication_id: str, attempts: list[Attempt]) -> None:
        if self.communication_id == communication_id and attempts != self._attempts:
            self._attempts = attempts
            self._history.show_events(attempts, self._desk.locale)
            self._show_notice()

    def _show_notice(self) -> None:
        """The one thing to know before going on, if there is any, and a remark about the state."""
        row = self._row
        assert row is not None
        self.override.setVisible(self._unsettled)
        remark = f"communication_remark.{row.communication.stato}"
        self._remark.setText(text(remark) if known(remark) and row.stored.listed else "")
        self._remark.setVisible(bool(self._remark.text()))
        if self._unsettled:
            moment = formats.moment(self._desk.locale, self.tray.unsettled[0].started_at)
            words = text("attorney.unknown", moment=moment)
            self.notice.show_words("notice-attention", text("attorney.unknown.title"), words)
        elif any(one.outcome is Outcome.UNKNOWN for one in self._attempts):
            self.notice.show_words("notice-attention", "", text("communication.unknown_outcome"))
        elif not row.stored.listed:
            self.notice.show_words("notice-attention", "", text("communication.unlisted"))
        elif row.communication.state is CommunicationState.UNKNOWN:
            self.notice.show_words("notice-attention", "", text("communication.unknown_state"))
        else:
            self.notice.hide()

    @property
    def _unsettled(self) -> bool:
        return self.expects_paper and bool(self.tray.unsettled)

    def _find_next(self, row: Row) -> Next:
        match row.step:
            case CommunicationStep.WAIT_FOR_CODE | CommunicationStep.WAIT:
                return Next(self.tr("&Look again now"), "look")
            case CommunicationStep.NONE:
                return NOTHING
        if self._unsettled and not self.override.isChecked():
            return Next(self.tr("&Look again now"), "look")
        if self.tray.ready:
            return Next(self.tr("&Send the power of attorney"), "send")
        if not self.paper.there:
            return Next(self.tr("&Save the power of attorney…"), "save")
        return Next(self.tr("Add the si&gned file…"), "choose", needs_network=False)

    @Slot()
    def _show_step(self) -> None:
        """Put the next step on the prominent button, and say why where it cannot be done now."""
        row = self._row
        if row is None:
            return
        self._next = self._find_next(row)
        busy = row.id in self._busy
        reason = ""
        if busy or (self._next.does == "save" and self.paper.busy):
            reason = self.tr("This is being done just now.")
        elif self._next.needs_network and self._desk.office.connection is None:
            reason = text("office.not_connected")
        elif self._next.does in _RULED:
            operation, allowed = _RULED[self._next.does], self._desk.office.allowed
            refused = refusal(operation, row.communication, allowed)
            reason = text(refused) if refused else ""
        self.show_primary(self._next.words, reason)
        self.tray.setEnabled(not busy)

    @Slot()
    def _on_primary(self) -> None:
        if self._row is None:
            return
        match self._next.does:
            case "look":
                self.look_wanted.emit(self._row.id)
            case "send":
                self.send_wanted.emit(self._row.id, self._unsettled and self.override.isChecked())
            case "save":
                self.paper.save()
            case "choose":
                self.tray.area.choose()

    @Slot()
    def _on_paper(self) -> None:
        """What was dropped before the download can be compared now."""
        waits = self.tray.paper is not None and not self.tray.ready
        if self.paper.there and self.expects_paper and waits:
            self.tray.reload()
        self._show_step()

    @Slot()
    def _on_tray(self) -> None:
        if self._row is not None:
            self._show_notice()
            self._show_step()

    @Slot()
    def _on_kept(self) -> None:
        QTimer.singleShot(0, self, self._show_verdict)  # once the file has got its place

    @Slot()
    def _show_verdict(self) -> None:
        """Bring what is said of a dropped file into sight."""
        if self.tray.row.isVisible():
            self._scroll.ensureWidgetVisible(self.tray.row)


def _section(gap: int, title: str, *parts: QWidget) -> QWidget:
    """A heading and what stands under it."""
    section, heading = QWidget(), QLabel(title)
    set_role(heading, "strong")
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in (heading, *parts):
        column.addWidget(part)
    return section
