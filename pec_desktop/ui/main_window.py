"""The main window: puts sidebar, pages and status line together, and carries out what is asked.

It paints from the archive; the network comes after. The composition root connects its signals
where another account is wanted, and tells it when the account can be reached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QPoint,
    Qt,
    QTimer,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.changes import FORMS
from pec_desktop.store.drafts import Draft
from pec_desktop.store.files import StoredFile
from pec_desktop.ui import dialogs, icons, menus
from pec_desktop.ui.account_page import AccountPage
from pec_desktop.ui.actions import Actions
from pec_desktop.ui.activity_page import ActivityPage
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.drafts_page import DraftsPage
from pec_desktop.ui.drop_area import dropped_files, holds_files
from pec_desktop.ui.errands import Errands
from pec_desktop.ui.exporting import Exports, listings
from pec_desktop.ui.follower import Follower, Loaded
from pec_desktop.ui.list_page import ListPage
from pec_desktop.ui.lookout import Kind
from pec_desktop.ui.mailbox_page import MailboxPage
from pec_desktop.ui.mailbox_rows import Row
from pec_desktop.ui.news import NewsBar
from pec_desktop.ui.outbox import Outbox
from pec_desktop.ui.own_token import expiry_words
from pec_desktop.ui.register import Register
from pec_desktop.ui.sidebar import PAGES, Sidebar, account_title
from pec_desktop.ui.status_line import StatusLine
from pec_desktop.ui.theme import MODES
from pec_desktop.ui.tidings import Tidings, of_look, of_rows
from pec_desktop.ui.tools import Tools
from pec_desktop.ui.unfinished import UnfinishedBatches
from pec_desktop.ui.update_notice import UpdateNotice
from pec_desktop.ui.wizards import Wizards
from pec_desktop.ui.words import text

if TYPE_CHECKING:
    from pec_desktop.services.reconcile import Look

LEAST_FULL = 96
"""Width (em) of the window below which the sidebar shows icons only."""

SETTLED = 1000
"""Milliseconds after which a new window has its list: then comes what is not urgent."""

SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""The text sizes one can step through, as multiples of the system's."""


TABLES = (".csv", ".xlsx")
"""Endings of what is dropped to do many at once."""


class MainWindow(QMainWindow):
    """One account's window. GUI thread."""

    connect_requested = Signal()
    """The person wants to connect another account."""
    reconnect_requested = Signal()
    """The person wants this account tried again."""
    practice_requested = Signal()
    reset_practice_requested = Signal()
    save_archive_requested = Signal()
    restore_archive_requested = Signal()
    account_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._listed_at: int | None = None
        self._to_select = ""
        self._started = False
        self._asks = True
        self._note_refused = False
        account = desk.office.account
        self.sidebar = Sidebar(desk.theme, desk.locale, account)
        self.mailboxes = MailboxPage(desk)
        self.drafts = DraftsPage(desk)
        self.activity = ActivityPage(desk)
        self.account = AccountPage(desk)
        self.status = StatusLine(desk.theme, desk.locale)
        self.errands = Errands(desk, self)
        self.wizards = Wizards(desk, self)
        self.register = Register(desk, self.wizards, self.drafts, self)
        self.tools = Tools(desk, self, self.wizards)
        self.follower = Follower(
            desk, lambda: self.mailboxes.table.rows.rows, self.mailboxes.table.visible_ids, self
        )
        self.announcement = NewsBar(desk.theme)
        """Above every page: what concerns the program itself."""
        self.tidings = Tidings(
            desk, self, {"mailboxes": self.mailboxes.news.say, "register": self.register.say}
        )
        self.unfinished = UnfinishedBatches(desk, self)
        self.outbox = Outbox(desk, self, self.tidings)
        self.exports = Exports(desk, self, listings(self.mailboxes, self.activity))
        self.commands = Actions(self, desk)
        """What can be done, by name; `menus` fills it."""
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = dict(
            zip(
                PAGES,
                (self.mailboxes, self.register.place, self.drafts, self.activity),
                strict=True,
            )
        )
        environment = text(f"environment.{account.environment}")
        self._pages["account"] = self.account
        self.setWindowTitle(f"PEC Desktop – {account_title(account)} – {environment}")
        self.setWindowIcon(icons.application_icon())
        self.setAcceptDrops(True)
        self._build()
        self._make_commands()
        self._connect()
        self._restore()
        self._updates = UpdateNotice(desk, self.announcement, self.commands["updates"], self)
        self._clock = QTimer(self, interval=5000)
        self._clock.timeout.connect(self._on_clock)

    # What the composition root calls

    def connected(self) -> None:
        """The account can be reached: ask for what is new."""
        self.mailboxes.bar.clear()
        self._on_rights()
        self.register.connected()
        self.account.connection_changed()
        self.drafts.reload()
        self.desk.reconciler.start()
        self.follower.refresh()
        self.errands.learn_rights()

    def not_connected(self, error: Exception) -> None:
        """The account cannot be reached; say why. The list stays."""
        self.outbox.lost(error)
        self.mailboxes.bar.show_error(error, can_retry=True)
        self.mailboxes.connection_changed()
        self.register.not_connected(error)

    def set_accounts(self, accounts: list[Account]) -> None:
        """Offer these accounts in the account menu."""
        self.sidebar.set_accounts(accounts)

    @Slot()
    def new_mailbox(self) -> None:
        """Open the registration wizard on a new draft."""
        self.wizards.register()

    @Slot(str)
    def activate(self, mailbox_id: str) -> None:
        """Open the activation wizard of a mailbox."""
        self.wizards.activate(mailbox_id)

    @Slot()
    def renew(self) -> None:
        """Renew what is selected."""
        selected = self.mailboxes.table.selected()
        if len(selected) == 1:
            self.wizards.change("renew_mailbox", selected[0].id)
        elif selected:
            self.wizards.renew_many([row.id for row in selected])

    # Pages

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Go to one of `PAGES`, or to the account."""
        self._stack.setCurrentWidget(self._pages[page])
        self.sidebar.set_page(page)
        self._judge_export()
        if page == "register":
            self.register.page.take_focus()
        elif page == "drafts":
            self.drafts.reload()
        elif page == "activity":
            self.activity.reload()
        elif page == "account":
            self.account.enter()

    @Slot()
    def export(self) -> None:
        """Save what the page lists as a table."""
        self.exports.ask(self._stack.currentWidget())

    @Slot()
    def _judge_export(self) -> None:
        self.commands.say("export", self.exports.why_not(self._stack.currentWidget()))

    @Slot()
    def reload(self) -> None:
        """Read the archive again: rows, drafts, journal."""
        self._reload_records()
        self.mailboxes.detail.reload()
        self.register.reload()

    @Slot()
    def _reload_records(self) -> None:
        """Read mailboxes, drafts and journal again."""
        self.follower.reload()
        self.drafts.reload()
        self.activity.reload()

    @Slot(str)
    def show_mailbox(self, mailbox_id: str) -> None:
        """Go to a mailbox, as soon as it is in the list."""
        self.show_page("mailboxes")
        if mailbox_id in self.mailboxes.table.rows.rows:
            self.mailboxes.select(mailbox_id)
        else:
            self._to_select = mailbox_id

    def communicate(self, mailbox_id: str) -> None:
        """Open the wizard that communicates a mailbox's address to the Business Register."""
        self.wizards.communicate(mailbox=self.mailboxes.table.rows.rows[mailbox_id].stored.mailbox)

    # News

    def _on_loaded(self, loaded: Loaded) -> None:
        self._listed_at = loaded.listed_at
        self._take(loaded.rows, self.mailboxes.table.replace)
        self.sidebar.set_count("mailboxes", len(loaded.rows))
        self.sidebar.set_count("drafts", loaded.drafts)
        self._show_drafts()
        self.sidebar.set_count("activity", loaded.unknown)
        self._show_waiting(loaded)
        self._on_clock()
        self.desk.reconciler.notice(loaded.unknown)

    def _take(self, rows: list[Row], show: Callable[[Iterable[Row]], None]) -> None:
        """Show rows, and say what the provider has done since they were last shown."""
        before = self.mailboxes.table.rows.rows
        show(rows)
        self.mailboxes.rows_changed()
        known = ((before[row.id], row) for row in rows if row.id in before)
        moves = (of_rows(old, row) for old, row in known if old is not row)
        self.tidings.tell([one for one in moves if one is not None])
        if self._to_select in self.mailboxes.table.rows.rows:
            self.mailboxes.select(self._to_select)
            self._to_select = ""

    @Slot(list)
    def _on_updated(self, rows: list[Row]) -> None:
        self._take(rows, self.mailboxes.table.update_rows)

    def _show_drafts(self) -> None:
        """What their mailboxes have become is told beside the drafts, if they are looked at."""
        if self._stack.currentWidget() is self.drafts:
            self.drafts.reload()

    @Slot(str, str)
    def _on_tidings_wanted(self, page: str, key: str) -> None:
        """Somebody has clicked on a message of the system: come to the front and show it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        show = {"mailboxes": self.show_mailbox, "register": self.register.show}
        show[page](key)

    @Slot()
    def _on_rights(self) -> None:
        """It is known (or no longer known) what the token opens: look again at what may be done."""
        self._on_selection()
        self.mailboxes.connection_changed()
        self.drafts.connection_changed()
        self.activity.connection_changed()
        self.register.connection_changed()
        self.tools.connection_changed()
        self.desk.lookout.wake()

    def _show_waiting(self, loaded: Loaded) -> None:
        parts = []
        if loaded.ready:
            parts.append(self.tr("In the outbox: {count}").format(count=loaded.ready))
        if loaded.unknown:
            parts.append(self.tr("Unknown outcomes: {count}").format(count=loaded.unknown))
        self.status.show_waiting(" · ".join(parts))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.mailboxes.bar.show_error(error, can_retry=True)

    @Slot()
    def _on_retry(self) -> None:
        if self.desk.office.connection is None:
            self.reconnect_requested.emit()
        else:
            self.follower.refresh()

    @Slot(str, int, int)
    def _on_progress(self, work: str, done: int, total: int) -> None:
        self.mailboxes.set_reading(work == "work.listing")
        self.commands.say("refresh", text(work) if work == "work.listing" else "")
        self.status.show_work(text(work) if work else "", done, total)
        if not work:
            self._show_drafts()

    @Slot(str, int, int)
    def _on_register_progress(self, work: str, done: int, total: int) -> None:
        if not self.follower.busy:  # there is one line: the mailboxes come first
            self.status.show_work(text(work) if work else "", done, total)

    @Slot()
    def _on_clock(self) -> None:
        self.status.show_age(self._listed_at, self.desk.office.now())
        quiet = text("reading.unpriced") if self.follower.is_unpriced else ""
        self.status.show_notice(expiry_words(self.desk.office) or quiet)
        self.follower.notice_a_new_day()

    @Slot(str)
    def _on_registered(self, mailbox_id: str) -> None:
        self.reload()
        self.follower.read_credit()
        self.show_mailbox(mailbox_id)

    @Slot(str)
    def _on_changed(self, mailbox_id: str) -> None:
        self.follower.reload_one(mailbox_id)
        self.follower.read_credit()

    @Slot()
    def _on_many_changed(self) -> None:
        self.reload()
        self.follower.read_credit()

    @Slot(str)
    def _on_sent(self, mailbox_id: str) -> None:
        self.reload()
        self.desk.lookout.follow(Kind.MAILBOX, mailbox_id)

    @Slot(list)
    def _on_settled(self, looks: list[Look]) -> None:
        """It is known what became of calls whose answer was lost."""
        self.reload()
        self.follower.read_credit()
        self.tidings.tell([of_look(look.attempt) for look in looks if not look.decided])

    @Slot(str, bool)
    def _on_busy(self, mailbox_id: str, busy: bool) -> None:
        self.mailboxes.detail.set_busy(mailbox_id, busy)
        self.drafts.set_busy(mailbox_id if busy else "")

    @Slot(str, object)
    def _on_errand_failed(self, mailbox_id: str, error: Exception) -> None:
        """Show a failure where it concerns: at the mailbox if it is shown, else on its page."""
        shown = self.mailboxes.detail.mailbox_id == mailbox_id
        here = self._stack.currentWidget() is self.drafts
        bar = self.mailboxes.detail.bar if shown else self.mailboxes.bar
        (self.drafts.bar if here else bar).show_error(error)
        self.reload()

    @Slot(object)
    def _on_form(self, form: StoredFile) -> None:
        from pec_desktop.ui import save_as

        source = self.desk.office.files.path(form.sha256)
        save_as.ask(self.desk, self, source, form.name).failed.connect(self._on_failed)

    @Slot(object)
    def _on_draft_send(self, draft: Draft) -> None:
        """Papers go out by this click; a payment is shown in its wizard first."""
        if draft.kind == "activation":
            self.errands.send_papers(draft.target)
        elif draft.kind == "attorney":
            self.register.send(draft.target)
        else:
            self.wizards.open_draft(draft)

    # Selection

    @Slot()
    def _on_selection(self) -> None:
        self.commands.follow_selection(self.mailboxes.table.selected())
        self._judge_export()

    def _with_selected(self, do: Callable[[str], object]) -> None:
        """Do something with the selected mailbox, if it is a single one."""
        selected = self.mailboxes.table.selected()
        if len(selected) == 1:
            do(selected[0].id)

    @Slot(QPoint)
    def _on_table_menu(self, point: QPoint) -> None:
        menu = self.commands.fill(QMenu(self), *menus.OF_A_ROW)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mailboxes.table.viewport().mapToGlobal(point))

    @Slot()
    def go_to_search(self) -> None:
        """Put the cursor into the search field of the list that is shown, or of the mailboxes."""
        if self._list is self.mailboxes:
            self.show_page("mailboxes")
        self._list.go_to_search()

    @property
    def _list(self) -> ListPage:
        """The list that is shown, or that of the mailboxes."""
        registered = self._stack.currentWidget() is self.register.place
        return self.register.page if registered else self.mailboxes

    @Slot()
    def refresh(self) -> None:
        """Ask the vendor for both lists, that of the mailboxes first."""
        self.follower.refresh()
        if self._list is not self.mailboxes:
            self.register.follower.refresh()

    @Slot()
    def toggle_details(self) -> None:
        """Show the details beside the list, or hide them."""
        self._list.toggle_details()

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere on the window."""
        if holds_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Copy only: the original stays where it is."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take_files(event.mimeData().urls())

    def take_files(self, urls: list[QUrl]) -> None:
        """Give files, dropped or opened with the program, to what is shown and waits for papers.

        If nothing does, say what to do. A table is what many are done from.
        """
        data = QMimeData()
        data.setUrls(urls)
        if self._list is self.mailboxes:
            self.show_page("mailboxes")
        files, _ = dropped_files(data)
        if len(files) == 1 and files[0].suffix.lower() in TABLES:
            self.wizards.open_table(str(files[0]))
        else:
            self._list.take_papers(data)

    # Looks

    def choose_theme(self, mode: str) -> None:
        """Take the system's, the light or the dark colours, and remember it."""
        self.desk.settings.theme = mode
        self.desk.theme.choose(mode, self.desk.theme.scale)

    def step_scale(self, step: int) -> None:
        """Make the text a step larger or smaller; 0 is the system's size."""
        now = min(range(len(SCALES)), key=lambda one: abs(SCALES[one] - self.desk.theme.scale))
        place = max(0, min(len(SCALES) - 1, now + step)) if step else SCALES.index(1.0)
        self.desk.settings.text_scale = SCALES[place]
        self.desk.theme.choose(self.desk.theme.mode, SCALES[place])
        self.sidebar.set_compact(self.width() < self.desk.theme.em(LEAST_FULL))

    def _on_notify(self) -> None:
        self.desk.settings.notifications = self.commands["notify"].isChecked()

    @Slot()
    def _on_preferred(self) -> None:
        """What depends on a preference follows it at once."""
        self.follower.take_period()
        self._on_clock()
        self.commands["notify"].setChecked(self.desk.settings.notifications)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """The first time: read the archive."""
        super().showEvent(event)
        if not self._started:
            self._started = True
            self.mailboxes.restore()
            self.mailboxes.table.setFocus()
            self.follower.start()
            self._updates.look()
            self.unfinished.look()
            self.register.reload()
            self._clock.start()
            QTimer.singleShot(SETTLED, self.wizards.load)
        self._notice_sight()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight: after a while nothing is asked any more."""
        super().hideEvent(event)
        self._notice_sight()

    def changeEvent(self, event: QEvent) -> None:
        """A minimised window is out of sight too."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._notice_sight()

    def _notice_sight(self) -> None:
        self.follower.set_seen(self.isVisible() and not self.isMinimized())
        self.tidings.notice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows have a narrow sidebar."""
        super().resizeEvent(event)
        self.sidebar.set_compact(self.width() < self.desk.theme.em(LEAST_FULL))

    @Slot()
    def close_anyway(self) -> None:
        """Close without asking, even if something is on its way to the provider."""
        self._asks = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while something is being sent; save the note and how the window looks."""
        if self._asks and self.desk.office.sending:
            event.ignore()
            dialogs.ask_before_closing(self, self.close_anyway)
            return
        if not self._keep_note():
            event.ignore()
            return
        self.follower.stop()
        self.desk.reconciler.stop()
        self.tidings.forget()
        self.register.stop()
        if self._started:
            self.mailboxes.remember()
            geometry = self.saveGeometry().toBase64().toStdString()
            self.desk.settings.window_geometry = geometry
        super().closeEvent(event)

    def _keep_note(self) -> bool:
        """Save the note that is being written; False, but only once, if that cannot be done."""
        new = self.mailboxes.detail.note.take()
        if new is None or self.errands.save_note_now(*new):
            return True
        seen, self._note_refused = self._note_refused, True
        return seen or not self._asks

    def _build(self) -> None:
        """Put it together from the outside in: what moves to another parent is dressed again."""
        centre, right = QWidget(), QVBoxLayout()
        self.setCentralWidget(centre)
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.announcement)
        right.addWidget(self.unfinished.bar)
        right.addWidget(self._stack, 1)
        right.addWidget(self.status)
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.sidebar.set_page("mailboxes")

    def _make_commands(self) -> None:
        """Say what each command of the menus does here."""
        table, theme, one = self.mailboxes.table, self.desk.theme, self._with_selected
        does: dict[str, Callable[[], object]] = {
            "new": self.new_mailbox,
            "many": self.wizards.choose_table,
            "export": self.export,
            "new_communication": self.wizards.communicate,
            "lookup": self.tools.look_up,
            "preferences": self.tools.preferences,
            "account": partial(self.show_page, "account"),
            "connect": self.connect_requested.emit,
            "practice": self.practice_requested.emit,
            "reset_practice": partial(
                dialogs.ask_reset_practice, self, self.reset_practice_requested.emit
            ),
            "save_archive": self.save_archive_requested.emit,
            "restore_archive": self.restore_archive_requested.emit,
            "quit": self.close,
            "activate": partial(one, self.activate),
            "form": partial(one, self.errands.get_form),
            **{
                command.name: partial(one, partial(self.wizards.change, command.operation))
                for command in menus.COMMANDS
                if command.operation in FORMS
            },
            "renew": self.renew,
            "preservation": partial(one, self.wizards.preserve),
            "communicate": partial(one, self.communicate),
            "look": partial(one, self.follower.look),
            "copy_rows": table.copy,
            "copy_address": self.mailboxes.copy_addresses,
            **{page: partial(self.show_page, page) for page in PAGES},
            "search": self.go_to_search,
            "refresh": self.refresh,
            "details": self.toggle_details,
            "columns": table.show_column_menu,
            "notify": self._on_notify,
            **{f"theme_{mode}": partial(self.choose_theme, mode) for mode in MODES},
            "larger": partial(self.step_scale, 1),
            "smaller": partial(self.step_scale, -1),
            "normal": partial(self.step_scale, 0),
            "updates": lambda: None,  # a switch; `UpdateNotice` listens to it
            "about": partial(dialogs.about, self, theme),
        }
        menus.make(self, self.commands, does)
        self.commands["copy_rows"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        table.addAction(self.commands["copy_rows"])
        self.commands[f"theme_{theme.mode}"].setChecked(True)
        self.commands["notify"].setChecked(self.desk.settings.notifications)
        self.mailboxes.detail.take_commands(self.commands)
        practising = self.desk.office.account.environment is Environment.PRACTICE
        self.commands["practice"].setVisible(not practising)
        self.commands["reset_practice"].setVisible(practising)
        self.sidebar.menu.addSeparator()
        self.commands.fill(self.sidebar.menu, *menus.OF_THE_ACCOUNT)

    def _connect(self) -> None:
        """Tie the parts together."""
        page, detail = self.mailboxes, self.mailboxes.detail
        self.sidebar.page_chosen.connect(self.show_page)
        self.sidebar.account_chosen.connect(self.account_chosen)
        page.selection_changed.connect(self._on_selection)
        page.table.customContextMenuRequested.connect(self._on_table_menu)
        self.commands.bind(page.new_button, "new")
        self.commands.bind(page.many_button, "many")
        self.commands.bind(page.export_button, "export")
        self.commands.bind(self.activity.export_button, "export")
        self.activity.listed.connect(self._judge_export)
        page.refresh_button.clicked.connect(self.follower.refresh)
        page.empty.button.clicked.connect(self._on_empty)
        page.bar.retry.connect(self._on_retry)
        detail.activation_wanted.connect(self.activate)
        detail.form_wanted.connect(self.errands.get_form)
        detail.send_wanted.connect(self.errands.send_papers)
        detail.look_wanted.connect(self.follower.look)
        detail.renew_wanted.connect(partial(self.wizards.change, "renew_mailbox"))
        detail.note_edited.connect(self.errands.save_note)
        self.register.counted.connect(partial(self.sidebar.set_count, "register"))
        self.register.wanted.connect(partial(self.show_page, "register"))
        self.register.changed.connect(self._reload_records)
        self.register.happened.connect(self.tidings.tell)
        self.register.paid.connect(self.follower.read_credit)
        self.register.progressed.connect(self._on_register_progress)
        self.register.reconnect_wanted.connect(self.reconnect_requested)
        self.follower.refreshed.connect(self.register.follower.refresh)
        self.status.cancelled.connect(self.register.follower.cancel)
        self.drafts.opened.connect(self.wizards.open_draft)
        self.drafts.send_wanted.connect(self._on_draft_send)
        self.drafts.changed.connect(self.reload)
        self.drafts.send_many_wanted.connect(self.outbox.send)
        self.drafts.move_wanted.connect(self.outbox.shift)
        self.outbox.changed.connect(self._on_many_changed)
        self.activity.opened.connect(self.show_mailbox)
        self.follower.loaded.connect(self._on_loaded)
        self.follower.updated.connect(self._on_updated)
        self.follower.failed.connect(self._on_failed)
        self.follower.failed.connect(self.outbox.lost)
        self.follower.refreshed.connect(page.bar.clear)
        self.follower.refreshed.connect(self.desk.reconciler.after_refresh)
        self.follower.refreshed.connect(self.outbox.back)
        self.desk.reconciler.settled.connect(self._on_settled)
        self.follower.progressed.connect(self._on_progress)
        self.follower.credit.connect(self.sidebar.set_credit)
        self.follower.unpriced.connect(self.errands.learn_rights)
        self.account.credit.connect(self.sidebar.set_credit)
        self.account.changed.connect(self._on_clock)
        self.account.reconnected.connect(self.connected)
        self.status.cancelled.connect(self.follower.cancel)
        self.status.noticed.connect(partial(self.show_page, "account"))
        self.wizards.registered.connect(self._on_registered)
        self.wizards.sent.connect(self._on_sent)
        self.wizards.changed.connect(self._on_changed)
        self.wizards.many_changed.connect(self._on_many_changed)
        self.wizards.followed.connect(self.follower.reload_one)
        self.wizards.drafts_changed.connect(self.follower.reload)
        self.wizards.finished.connect(self.reload)
        self.wizards.finished.connect(self.unfinished.look)
        self.unfinished.wanted.connect(self.wizards.go_on)
        self.wizards.finished.connect(self.outbox.go)
        self.wizards.failed.connect(self._on_failed)
        self.tools.paid.connect(self.reload)
        self.tools.paid.connect(self.follower.read_credit)
        self.tools.preferred.connect(self._on_preferred)
        self.errands.busy.connect(self._on_busy)
        self.errands.sent.connect(self._on_sent)
        self.errands.form_ready.connect(self._on_form)
        self.errands.note_saved.connect(self.follower.reload_one)
        self.errands.note_not_saved.connect(detail.note.not_saved)
        self.errands.failed.connect(self._on_errand_failed)
        self.errands.rights_known.connect(self._on_rights)
        self.tidings.wanted.connect(self._on_tidings_wanted)

    @Slot()
    def _on_empty(self) -> None:
        """The button of the empty table: register the first mailbox, or show all."""
        if self.mailboxes.table.rows.rows:
            self.mailboxes.show_all()
        else:
            self.new_mailbox()

    def _restore(self) -> None:
        em, screen = self.desk.theme.em, self.screen().availableSize()
        self.resize(
            min(em(116), int(screen.width() * 0.95)), min(em(68), int(screen.height() * 0.9))
        )
        self.setMinimumSize(em(34), em(26))
        saved = self.desk.settings.window_geometry
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode()))
